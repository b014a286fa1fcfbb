"""PDF: reading order, columns, furniture, paragraphs and whole words, from places on pages."""

from __future__ import annotations

import pytest

from standpunkt.errors import SourceError
from standpunkt.sources import load, pdf
from tests.sources.placed import LINE, PATH, TOP, Text, column, read, scan, text, wrapped, write

WORDS = (
    "Vikse mente at bemanningsnormen bør fjernes fordi alle kommunene selv vet hvor mange lærere "
    "de trenger, og viste til høringen som ble avsluttet i mars. Bergheim svarte at saken er sendt."
)
PROSE = wrapped(WORDS)


def paragraphs(content):
    """The paragraphs of a content: its lines, with those that are wrapped joined."""
    joined = "".join(" " if i in content.wraps else c for i, c in enumerate(content.text))
    return [line for line in joined.split("\n") if line]


def test_lines_of_a_paragraph_are_wraps_and_its_end_is_none():
    found = read(column(72, TOP, *PROSE, "Neste avsnitt.", "Et til."))
    assert paragraphs(found) == [WORDS, "Neste avsnitt.", "Et til."]
    assert found.text.splitlines() == [*PROSE, "Neste avsnitt.", "Et til."]


def test_space_between_paragraphs_is_an_empty_line():
    assert text(column(72, TOP, *PROSE, "", *PROSE)) == (
        "\n".join(PROSE) + "\n\n" + "\n".join(PROSE) + "\n"
    )


def test_words_are_read_by_their_place_and_not_in_the_order_in_which_they_are_painted():
    page = column(72, TOP, *PROSE)
    assert text(page[::-1]) == text(page)


def test_pages_begin_where_their_first_word_stands():
    found = read(column(72, TOP, "Side en."), column(72, TOP, "Side to."), column(72, TOP, "Tre."))
    assert found.text == "Side en.\nSide to.\nTre.\n"
    assert [found.text[start:][:5] for start in found.page_starts] == ["Side ", "Side ", "Tre.\n"]


def test_a_paragraph_goes_on_over_a_page_break():
    found = read(column(72, 80, *PROSE[:2]), column(72, TOP, *PROSE[2:], "Neste avsnitt."))
    assert paragraphs(found) == [WORDS, "Neste avsnitt."]
    assert found.page_starts == (0, found.text.index(PROSE[2]))


def test_a_running_header_and_footer_does_not_break_a_paragraph_over_a_page():
    def page(number, lines):
        furniture = [
            Text(72, 820, "Referat fra møte"),
            Text(72, 30, f"Side {number} av 3"),
        ]
        return [*furniture, *column(72, 700, *lines)]

    found = read(page(1, PROSE[:2]), page(2, [*PROSE[2:], "Andre."]), page(3, ["Tredje."]))
    assert paragraphs(found) == [WORDS, "Andre.", "Tredje."]
    assert [(one.page, one.text) for one in found.omitted] == [
        (number, words)
        for number in (1, 2, 3)
        for words in ("Referat fra møte", f"Side {number} av 3")
    ]


@pytest.mark.parametrize("form", ["{}", "- {} -", "Side {}", "side {} av 2", "{}/2", "{} (2)"])
def test_page_numbers_in_their_usual_forms_are_furniture(form):
    other = wrapped(WORDS.replace(" ", "e "))
    pages = [
        [*column(72, 700, *lines), Text(280, 30, form.format(number))]
        for number, lines in enumerate((PROSE, other), 1)
    ]
    assert [line for line in text(*pages).splitlines() if line] == [*PROSE, *other]


def test_a_page_of_nothing_but_furniture_is_left_out():
    pages = [
        [Text(72, TOP, "Referat"), *column(72, 700, *lines), Text(280, 30, f"Side {number}")]
        for number, lines in enumerate(([WORDS[:40]], [WORDS[40:80]], []), 1)
    ]
    assert "Referat" not in text(*pages)


def test_a_title_in_large_letters_stays_although_it_is_the_running_header_of_later_pages():
    first = [Text(72, TOP, "Referat", 20), *column(72, 700, "Dato: 22.4.2022", "", *PROSE)]
    later = [
        [Text(72, TOP, "Referat"), *column(72, 700, f"{number}. Sak", *PROSE[number:])]
        for number in range(3)
    ]
    assert text(first, *later).count("Referat") == 1


def test_a_last_line_of_text_is_no_furniture_because_it_is_short():
    assert text(column(72, TOP, *PROSE, "Slutt.")).endswith("Slutt.\n")


def test_a_page_of_two_columns_is_read_down_the_left_one_first():
    left = [f"Venstre spalte linje nummer {n} har ord" for n in range(10)]
    right = [f"Høyre spalte linje nummer {n} har ord" for n in range(10)]
    page = [Text(72, TOP, "Overskrift over begge spaltene i hele sidens bredde og litt til")]
    page += column(72, 740, *left) + column(320, 740, *right)
    lines = text(page).splitlines()
    assert [line for line in lines if line][1:] == left + right


def test_a_column_of_labels_beside_a_column_of_values_is_rows():
    labels = ["Dato:", "Sted:", "Møteleder:", "Referent:"]
    values = ["22. april 2022", "R5", "Kari Lundemo", "Trine Moland"]
    page = column(72, TOP, *labels) + column(200, TOP, *values)
    assert text(page).splitlines() == [
        f"{label}\t{value}" for label, value in zip(labels, values, strict=True)
    ]


def test_a_value_of_several_lines_stays_with_its_label():
    page = [*column(72, TOP, "Til stede:", "", "Forfall:")]
    page += column(200, TOP, "Kari Lundemo, Per Bergheim,", "Anne Vikse", "Ola Nesset")
    assert text(page).splitlines() == [
        "Til stede:\tKari Lundemo, Per Bergheim,",
        "Anne Vikse",
        "Forfall:\tOla Nesset",
    ]


def test_the_cells_of_a_table_are_parted_by_tabs():
    rows = [
        ("Navn", "Rolle", "Org"),
        ("Kari Lundemo", "statsråd", "KDD"),
        ("A. Vik", "leder", "KS"),
    ]
    page = [
        Text(72 + 150 * n, TOP - LINE * m, cell)
        for m, row in enumerate(rows)
        for n, cell in enumerate(row)
    ]
    assert text(page).splitlines() == ["\t".join(row) for row in rows]


@pytest.mark.parametrize(
    ("end", "start", "whole"),
    [
        ("ut-", "viklingen i kommunene.", "utviklingen"),
        ("arbeids-", "og velferdsforvaltningen.", "arbeids-"),
        ("KS-", "området er viktig.", "KS-området"),
        ("Oslo-", "Akershus er enige.", "Oslo-Akershus"),
        ("2020-", "2024 gjelder planen.", "2020-2024"),
        ("inn-", "eller utland er likt.", "inn-"),
    ],
)
def test_a_word_that_is_divided_at_a_line_end_is_whole_and_a_hyphen_that_is_meant_stays(
    end, start, whole
):
    first = f"Vikse viste til saken om en bedre og mer samordnet og langsiktig {end}"
    found = read(column(72, TOP, first, start, "Bergheim var enig i det."))
    assert whole in found.text.split()
    assert len(paragraphs(found)) == 2


def test_a_word_that_stands_with_its_hyphen_elsewhere_keeps_it():
    first = "Vikse viste til at alle er enige om det som står i avtalen om IA- og e-"
    found = text(column(72, TOP, first, "post er greit.", "De sendte e-post."))
    assert "e-post er" in found.replace("\n", " ")


def test_a_bold_line_is_a_paragraph_of_its_own():
    page = [
        Text(72, TOP, "Sak 1 Bemanningsnormen i barnehager og skoler i kommunene", bold=True),
        *column(72, TOP - LINE, *PROSE),
    ]
    assert len(paragraphs(read(page))) == 2


def test_items_of_a_list_are_paragraphs_of_their_own():
    item = f"• {WORDS}"
    page = column(72, TOP, *wrapped(item), *wrapped(item))
    assert paragraphs(read(page)) == [item, item]


def test_an_empty_page_is_a_finding_with_its_number(tmp_path):
    path = tmp_path / "mote.pdf"
    path.write_bytes(write([column(72, TOP, "En."), [], column(72, TOP, "Tre.")]))
    document = load(path)
    (finding,) = document.findings
    assert (finding.code, finding.page) == ("page-without-text", 2)
    assert document.page(document.text.index("Tre")) == 3


@pytest.mark.parametrize("data", [scan(), scan(3), write([[]])])
def test_a_scan_is_refused_with_the_way_to_its_text(data):
    with pytest.raises(SourceError, match=r"mote.pdf: no text on any.*ocrmypdf"):
        pdf.read(data, PATH)


def test_an_encrypted_pdf_is_refused_and_one_that_opens_without_a_password_is_read():
    with pytest.raises(SourceError, match=r"mote.pdf: encrypted;.*Save a copy"):
        pdf.read(write([column(72, TOP, *PROSE)], password="hemmelig"), PATH)  # noqa: S106
    assert pdf.read(write([column(72, TOP, *PROSE)], password=""), PATH).text


def test_a_truncated_pdf_is_refused_or_read_in_part():
    data = write([column(72, TOP, *PROSE)])
    with pytest.raises(SourceError, match=r"mote.pdf: .*expected a whole PDF"):
        pdf.read(data[:300], PATH)


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    with pytest.raises(SourceError, match="3 pages; expected at most 2"):
        pdf.read(write([column(72, TOP, "Ord.")] * 3), PATH)
