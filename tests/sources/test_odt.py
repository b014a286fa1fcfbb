"""ODT: lists, tables, changes, notes and pages, written by hand as LibreOffice does."""

from __future__ import annotations

import zipfile

import pytest

from standpunkt.errors import SourceError
from standpunkt.sources import odt
from tests.sources import writing

NUMBERS = '<text:list text:style-name="Numbers">{}</text:list>'
OUTLINE = """<text:outline-style>
<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>
<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>
</text:outline-style>"""


@pytest.fixture
def content(tmp_path):
    """Read an ODT with some XML in its body."""

    def read(*body):
        path = writing.odt(tmp_path / "mote.odt", "".join(body))
        return odt.read(path.read_bytes(), path)

    return read


@pytest.fixture
def lines(content):
    """The lines of an ODT that are not empty."""

    def read(*body):
        return [line for line in content(*body).text.split("\n") if line]

    return read


def p(words, style="Standard"):
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def item(*inside):
    return f"<text:list-item>{''.join(inside)}</text:list-item>"


def table(*rows):
    inside = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    return f"<table:table>{inside}</table:table>"


def test_white_space_is_that_of_the_format_and_not_of_its_xml(lines):
    words = 'Dato:<text:tab/>1.2.22<text:line-break/>Vikse<text:s text:c="3"/>sa\n    ja.'
    assert lines(p(words)) == ["Dato:\t1.2.22", "Vikse   sa ja."]


@pytest.mark.parametrize("count", ["-1", "²", "x", "99999999999999999999", ""])
def test_absurd_counts_of_spaces_are_one_space(lines, count):
    assert lines(p(f'a<text:s text:c="{count}"/>b')) == ["a b"]


def test_bullets_and_numbers_are_painted(lines):
    bullets = f'<text:list text:style-name="Bullets">{item(p("en"))}{item(p("to"))}</text:list>'
    numbers = NUMBERS.format(item(p("en")) + item(p("to"), p("mer")))
    assert lines(bullets, numbers) == ["• en", "• to", "1. en", "2. to", "mer"]


def test_a_list_counts_anew_unless_it_goes_on_or_says_where_it_begins(lines):
    first = NUMBERS.format(item(p("a")))
    goes_on = first.replace("<text:list ", '<text:list text:continue-numbering="true" ')
    begins = first.replace("<text:list-item", '<text:list-item text:start-value="7"')
    assert lines(first, goes_on, first, begins) == ["1. a", "2. a", "1. a", "7. a"]


def test_a_list_in_a_list_has_its_own_numbers(lines):
    inner = f"<text:list>{item(p('indre'))}{item(p('indre'))}</text:list>"
    found = lines(NUMBERS.format(item(p("en"), inner) + item(p("to"), inner)))
    assert found == ["1. en", "a) indre", "b) indre", "2. to", "a) indre", "b) indre"]


def test_headings_have_the_numbers_of_the_outline(tmp_path):
    body = "".join(
        f'<text:h text:outline-level="{level}">{words}</text:h>'
        for level, words in ((1, "Skole"), (2, "Norm"), (1, "Helse"), (2, "Leger"))
    )
    path = writing.odt(tmp_path / "mote.odt", body, styles=OUTLINE)
    found = odt.read(path.read_bytes(), path)
    assert found.text.split("\n")[:4] == ["1. Skole", "1.1 Norm", "2. Helse", "2.1 Leger"]
    assert [depth for _, depth in found.depths] == [1, 2, 1, 2]


def test_the_rows_of_a_table_are_lines_with_tabs_between_cells(lines):
    rows = [[p("Navn"), p("Rolle")], [p("Vikse"), p("leder")], ["", p("vara")]]
    assert lines(table(*rows)) == ["Navn\tRolle", "Vikse\tleder", "\tvara"]


def test_tables_lists_and_boxes_in_a_cell_are_read_once_and_in_order(lines):
    inner = table([p("inne"), p("også")])
    boxed = p("<draw:frame><draw:text-box>" + p("boks") + "</draw:text-box></draw:frame>")
    cell = p("Før") + inner + NUMBERS.format(item(p("punkt"))) + boxed + p("Etter")
    assert " ".join(lines(table([cell]))).split() == [
        *("Før", "inne", "også", "1.", "punkt", "boks", "Etter")
    ]


def test_text_boxes_are_read_once_wherever_they_hang(lines):
    def box(inside):
        return f"<draw:frame><draw:text-box>{inside}</draw:text-box></draw:frame>"

    nested = p("ytre" + box(p("midtre" + box(p("indre")))))
    assert lines(nested, box(p("på siden"))) == ["ytre", "midtre", "indre", "på siden"]


def test_tracked_changes_are_read_as_accepted(lines):
    deleted = (
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion>'
        f"{p('borte')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    marks = 'Vikse sa <text:change text:change-id="c"/><text:change-start/>ja<text:change-end/>.'
    assert lines(deleted, p(marks)) == ["Vikse sa ja."]


def test_notes_and_comments_are_left_out_and_told_of(content):
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{p('Se vedlegg')}</text:note-body></text:note>"
    )
    found = content(p(f"Vikse sa{note} ja.<office:annotation>{p('Sjekk')}</office:annotation>"))
    assert found.text == "Vikse sa ja.\n"
    assert [(one.reason, one.text) for one in found.omitted] == [
        ("note", "Se vedlegg"),
        ("comment", "Sjekk"),
    ]


def test_sections_and_spans_are_only_wrappers_and_names_of_pictures_no_text(lines):
    picture = "<draw:frame><svg:title>Logo</svg:title><svg:desc>Et bilde</svg:desc></draw:frame>"
    inside = p(f"Vikse <text:span>sa <text:a>ja</text:a></text:span>{picture}.")
    assert lines(f"<text:section>{inside}</text:section>") == ["Vikse sa ja."]


def test_pages_begin_at_breaks_in_and_between_paragraphs_lists_and_tables(content):
    brk = "<text:soft-page-break/>"
    found = content(
        p("En."),
        brk,
        p(f"To {brk}tre."),
        NUMBERS.format(item(p("fire")) + item(brk, p("fem"))),
        table([p("seks")]).replace("</table:table>", brk + "</table:table>"),
        p("sju"),
        p("åtte", "Break"),
    )
    starts = [found.text[start:].split("\n", 1)[0] for start in found.page_starts]
    assert starts == ["En.", "To tre.", "tre.", "2. fem", "sju", "åtte"]


def test_an_encrypted_document_is_refused_as_such(tmp_path):
    path = writing.odt(tmp_path / "mote.odt", p("x"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("META-INF/manifest.xml", "<m:encryption-data/>")
    with pytest.raises(SourceError, match=r"mote.odt: encrypted; expected"):
        odt.read(path.read_bytes(), path)
