"""DOCX: tables, painted numbers, changes, boxes and what is hidden, made by python-docx."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from standpunkt.sources.docx import read

PATH = Path("mote.docx")


@pytest.fixture
def word():
    """An empty document as Word makes it."""
    return docx.Document()


def content(document):
    stream = BytesIO()
    document.save(stream)
    return read(stream.getvalue(), PATH)


def lines(document):
    """The lines that are not empty."""
    return [line for line in content(document).text.split("\n") if line]


def xml(document, *markup):
    """Put XML of a body in front of its section properties."""
    for one in markup:
        body = document.element.body
        body.insert(len(body) - 1, parse_xml(one.replace(">", f" {nsdecls('w')}>", 1)))
    return document


def numbered(document, *levels):
    """A list whose levels are ``(format, text)``; returns how to give a paragraph a level of it."""
    root = document.part.numbering_part.element
    inside = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for n, (form, pattern) in enumerate(levels)
    )
    root.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{inside}</w:abstractNum>')
    )
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>')
    )

    def mark(paragraph, level=0):
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'
            )
        )

    return mark


def test_paragraphs_are_lines_and_no_line_end_is_a_wrap(word):
    word.add_paragraph("Vikse sa ja.")
    word.add_paragraph("Bergheim sa nei.")
    found = content(word)
    assert found.text.split("\n")[0] == "Vikse sa ja."
    assert found.wraps == frozenset()


def test_the_rows_of_a_table_are_lines_with_tabs_between_cells(word):
    table = word.add_table(2, 2)
    for cell, words in zip(table._cells, ["Navn", "Rolle", "Vikse", "leder"], strict=True):
        cell.text = words
    assert lines(word) == ["Navn\tRolle", "Vikse\tleder"]


def test_an_empty_first_cell_keeps_its_place(word):
    table = word.add_table(1, 3)
    table.cell(0, 1).text, table.cell(0, 2).text = "Vikse", "leder"
    assert lines(word) == ["\tVikse\tleder"]


def test_cells_that_are_merged_stand_once(word):
    table = word.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Til stede"
    table.cell(1, 1).text = "Vikse"
    assert " ".join(lines(word)).count("Til stede") == 1
    assert "Vikse" in " ".join(lines(word))


def test_a_table_in_a_cell_is_read_once_and_in_order(word):
    cell = word.add_table(1, 1).cell(0, 0)
    cell.text = "Før"
    inner = cell.add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "inne", "også"
    cell.add_paragraph("Etter")
    words = " ".join(lines(word)).split()
    assert words == ["Før", "inne", "også", "Etter"]


def test_a_cell_of_labels_beside_a_cell_of_values_is_read_across(word):
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Dato:\nSted:", "22. april\nR5"
    assert lines(word) == ["Dato:\t22. april", "Sted:\tR5"]


def test_the_paragraphs_of_a_last_cell_stand_under_each_other(word):
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Sak 1", "Vikse sa ja.\nBergheim sa nei."
    assert lines(word) == ["Sak 1\tVikse sa ja.", "Bergheim sa nei."]


def test_bullets_and_numbers_are_painted(word):
    for words in ("en", "to"):
        word.add_paragraph(words, style="List Bullet")
    for words in ("en", "to"):
        word.add_paragraph(words, style="List Number")
    assert lines(word) == ["• en", "• to", "1. en", "2. to"]


def test_numbers_of_several_levels_count_and_start_anew_under_the_next(word):
    mark = numbered(word, ("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%3)"))
    for level, words in ((0, "A"), (1, "B"), (1, "C"), (2, "D"), (0, "E"), (1, "F")):
        mark(word.add_paragraph(words), level)
    assert lines(word) == ["1. A", "1.1 B", "1.2 C", "a) D", "2. E", "2.1 F"]


@pytest.mark.parametrize(
    ("form", "labels"),
    [
        ("upperRoman", ["I", "II", "III", "IV"]),
        ("lowerLetter", ["a", "b", "c", "d"]),
        ("upperLetter", ["A", "B", "C", "D"]),
        ("decimal", ["1", "2", "3", "4"]),
    ],
)
def test_numbers_are_painted_in_their_form(word, form, labels):
    mark = numbered(word, (form, "%1:"))
    for _ in labels:
        mark(word.add_paragraph("sak"))
    assert lines(word) == [f"{label}: sak" for label in labels]


def test_headings_that_are_numbered_by_their_style_have_their_numbers(word):
    numbered(word, ("decimal", "Sak %1"), ("decimal", "%1.%2"))
    for level in (0, 1):
        style = word.styles[f"Heading {level + 1}"].element
        style.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'
            )
        )
    for level, words in ((1, "Skole"), (2, "Norm"), (1, "Helse"), (2, "Leger")):
        word.add_heading(words, level)
    assert lines(word) == ["Sak 1 Skole", "1.1 Norm", "Sak 2 Helse", "2.1 Leger"]


def test_lists_of_one_kind_count_on_unless_they_say_where_they_begin(word):
    mark = numbered(word, ("decimal", "%1."))
    root = word.part.numbering_part.element
    for number, inside in (
        (91, ""),
        (92, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    ):
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="90"/>'
                f"{inside}</w:num>"
            )
        )
    for which in ("90", "91", "92", "92"):
        paragraph = word.add_paragraph("sak")
        mark(paragraph)
        paragraph._p.pPr.numPr.numId.set(qn("w:val"), which)
    assert lines(word) == ["1. sak", "2. sak", "1. sak", "2. sak"]


def test_a_text_box_in_a_cell_and_one_in_a_box_are_read_once(word):
    def box(inside):
        return f"<w:r><w:txbxContent>{inside}</w:txbxContent></w:r>"

    def paragraph(words, more=""):
        return f"<w:p><w:r><w:t>{words}</w:t></w:r>{more}</w:p>"

    nested = paragraph("ytre", box(paragraph("midtre", box(paragraph("indre")))))
    xml(word, nested, f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>")
    assert lines(word) == ["ytre", "midtre", "indre"] * 2


def test_an_empty_item_of_a_list_does_not_count(word):
    mark = numbered(word, ("decimal", "%1."))
    for words in ("en", "", "to"):
        mark(word.add_paragraph(words))
    assert lines(word)[0] == "1. en"


def test_content_controls_are_read_around_and_inside_paragraphs(word):
    xml(
        word,
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Dato: 1.2.22</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "<w:p><w:r><w:t>Sted: </w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>R5</w:t></w:r>"
        "</w:sdtContent></w:sdt></w:p>",
    )
    assert lines(word) == ["Dato: 1.2.22", "Sted: R5"]


@pytest.mark.parametrize("around", ["tbl", "tr", "tc"])
def test_content_controls_around_the_parts_of_a_table_are_read(word, around):
    def wrap(kind, inside):
        markup = f"<w:{kind}>{inside}</w:{kind}>"
        return f"<w:sdt><w:sdtContent>{markup}</w:sdtContent></w:sdt>" if kind == around else markup

    cell = wrap("tc", "<w:p><w:r><w:t>Vikse</w:t></w:r></w:p>")
    xml(word, wrap("tbl", wrap("tr", cell)))
    assert lines(word) == ["Vikse"]


def test_tracked_changes_are_read_as_accepted(word):
    xml(
        word,
        "<w:p><w:r><w:t>Vikse sa </w:t></w:r><w:del><w:r><w:delText>nei</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>ja</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>bort</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t> hit</w:t></w:r></w:moveTo></w:p>",
    )
    assert lines(word) == ["Vikse sa ja hit"]


def test_a_row_that_was_struck_out_is_not_read(word):
    row = "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    struck = row.format("<w:trPr><w:del/></w:trPr>", "borte")
    xml(word, f"<w:tbl>{row.format('', 'blir')}{struck}</w:tbl>")
    assert lines(word) == ["blir"]


def test_paragraphs_whose_end_was_struck_out_are_one(word):
    xml(
        word,
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Vikse sa </w:t></w:r></w:p>",
        "<w:p><w:r><w:t>ja.</w:t></w:r></w:p>",
    )
    assert lines(word) == ["Vikse sa ja."]


def test_a_text_box_is_read_once_after_its_paragraph(word):
    box = "<w:txbxContent><w:p><w:r><w:t>I boksen</w:t></w:r></w:p></w:txbxContent>"
    xml(
        word,
        '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r>'
        f"<w:t>Utenfor</w:t><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
    )
    assert lines(word) == ["Utenfor", "I boksen"]


def test_hidden_text_is_not_read(word):
    paragraph = word.add_paragraph("Synlig ")
    paragraph.add_run("skjult").font.hidden = True
    paragraph.add_run("og mer")
    assert lines(word) == ["Synlig og mer"]


def test_text_that_a_character_style_hides_is_not_read(word):
    style = word.styles.add_style("Skjult", WD_STYLE_TYPE.CHARACTER)
    style.font.hidden = True
    paragraph = word.add_paragraph("Synlig")
    paragraph.add_run(" skjult", style="Skjult")
    assert lines(word) == ["Synlig"]


def test_pages_begin_where_word_began_them(word):
    word.add_paragraph("En.").add_run().add_break(WD_BREAK.PAGE)
    word.add_paragraph("To.")
    xml(word, "<w:p><w:r><w:t>Vikse </w:t><w:lastRenderedPageBreak/><w:t>sa ja.</w:t></w:r></w:p>")
    found = content(word)
    assert found.text.split() == ["En.", "To.", "Vikse", "sa", "ja."]
    assert [found.text[start:][:3] for start in found.page_starts] == ["En.", "To.", "sa "]


def test_a_paragraph_that_begins_a_page_by_its_properties_does(word):
    word.add_paragraph("En.")
    word.add_paragraph("To.").paragraph_format.page_break_before = True
    found = content(word)
    assert [found.text[start:][:3] for start in found.page_starts] == ["En.", "To."]


def test_a_page_break_that_word_wrote_down_twice_counts_once(word):
    xml(
        word,
        '<w:p><w:r><w:t>En.</w:t></w:r><w:r><w:br w:type="page"/></w:r></w:p>',
        "<w:p><w:r><w:lastRenderedPageBreak/><w:t>To.</w:t></w:r></w:p>",
    )
    found = content(word)
    assert [found.text[start:][:3] for start in found.page_starts] == ["En.", "To."]


def test_running_headers_and_footers_are_left_out_and_told_of(word):
    section = word.sections[0]
    section.header.paragraphs[0].text = "Kommunaldepartementet"
    section.footer.paragraphs[0].text = "Side 1"
    word.add_paragraph("Vikse sa ja.")
    found = content(word)
    assert found.text == "Vikse sa ja.\n"
    assert [one.text for one in found.omitted] == ["Kommunaldepartementet", "Side 1"]


def test_headers_of_first_and_even_pages_and_their_tables_are_told_of(word):
    section = word.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Første"
    section.header.add_table(1, 1, docx.shared.Cm(5)).cell(0, 0).text = "I tabell"
    word.add_paragraph("Vikse sa ja.")
    assert {one.text for one in content(word).omitted} == {"Første", "I tabell"}


def test_footnotes_and_fields_do_not_break_a_sentence(word):
    xml(
        word,
        '<w:p><w:r><w:t>Vikse sa ja</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t> i dag</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>.</w:t></w:r></w:p>',
    )
    assert lines(word) == ["Vikse sa ja i dag."]


def test_links_breaks_tabs_and_hyphens_are_text(word):
    xml(
        word,
        "<w:p><w:r><w:t>Dato:</w:t><w:tab/><w:t>1.2.22</w:t><w:br/><w:t>KS</w:t>"
        "<w:noBreakHyphen/><w:t>om</w:t><w:softHyphen/><w:t>rådet</w:t></w:r>"
        "<w:hyperlink><w:r><w:t> lenke</w:t></w:r></w:hyperlink></w:p>",
    )
    assert lines(word) == ["Dato:\t1.2.22", "KS-området lenke"]


def test_space_between_paragraphs_is_an_empty_line(word):
    for space in (0, 10, 0):
        paragraph = word.add_paragraph("Avsnitt.")
        paragraph.paragraph_format.space_before = docx.shared.Pt(space)
        paragraph.paragraph_format.space_after = 0
    assert content(word).text == "Avsnitt.\n\nAvsnitt.\nAvsnitt.\n"


def test_headings_have_the_depth_of_their_style_or_their_outline(word):
    word.add_heading("Skole", 2)
    word.add_paragraph("Vikse sa ja.")
    own = word.add_paragraph("Hva nå?")
    own.paragraph_format.element.get_or_add_pPr().append(
        parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="0"/>')
    )
    found = content(word)
    depths = [(found.text[start:].split("\n", 1)[0], depth) for start, depth in found.depths]
    assert depths == [("Skole", 2), ("Hva nå?", 1)]
