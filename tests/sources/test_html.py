"""HTML: what a reader of a page sees of the minutes, in the encodings and mark-up of any age."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from standpunkt.sources.html import read

PATH = Path("mote.html")


def content(markup, encoding="utf-8"):
    return read(markup.encode(encoding), PATH)


def lines(markup):
    """The lines that are not empty."""
    return [line for line in content(markup).text.split("\n") if line]


def test_paragraphs_have_a_gap_and_lines_of_a_block_have_none():
    found = content("<h1>Referat</h1>\n<p>Vikse\n  sa&nbsp;ja.<div>En</div><div>To</div>")
    assert found.text == "Referat\n\nVikse sa ja.\n\nEn\nTo\n"
    assert found.wraps == frozenset()


def test_headings_have_their_depth():
    found = content("<h1>Referat</h1><p>Vikse sa ja.</p><h3>Hva nå?</h3><p>Nesset sa nei.</p>")
    depths = [(found.text[start:].split("\n", 1)[0], depth) for start, depth in found.depths]
    assert depths == [("Referat", 1), ("Hva nå?", 3)]


def test_breaks_are_line_ends_and_pre_keeps_its_lines():
    assert lines("<p>Dato: 1.2.22<br>Sted:  R5<br/></p>") == ["Dato: 1.2.22", "Sted: R5"]
    assert content("<pre>Dato:   1.2.22\nSted:   R5\n</pre>").text == "Dato:   1.2.22\nSted:   R5\n"


def test_entities_are_characters_and_soft_hyphens_are_none():
    assert lines("<p>&Aring;se L&oslash;&shy;ken &ndash; &#8220;ja&#x201d; &amp; nei") == [
        "Åse Løken – “ja” & nei"
    ]


@pytest.mark.parametrize("hidden", ["hidden", 'style="color:red; display : none"'])
def test_what_cannot_be_seen_is_not_read(hidden):
    unseen = "<script>x()</script><style>p{}</style><!-- nei --><template>nei</template>"
    assert lines(f"<title>nei</title>{unseen}<p>Ja.<p {hidden}>nei<b>nei</b></p>") == ["Ja."]


@pytest.mark.parametrize(
    "chrome",
    [
        "<nav><ul><li>Meny</li></ul></nav>",
        "<footer>Kontakt oss</footer>",
        "<aside>Les også</aside>",
        "<div role=navigation>Du er her</div>",
        "<a href='#'>Til toppen</a>",
        "<p><a href='#main'>Hopp til hovedinnhold</a></p>",
    ],
)
def test_what_helps_to_move_about_is_left_out_and_told_of(chrome):
    found = content(f"{chrome}<p>Vikse sa ja.</p>{chrome}")
    assert found.text == "Vikse sa ja.\n"
    assert len(found.omitted) == 1


def test_a_list_of_links_within_the_page_is_its_agenda():
    assert lines("<ol><li><a href='#sak1'>Skole</a></ol><h2 id=sak1>Skole</h2>") == [
        *("1. Skole", "Skole")
    ]


@pytest.mark.parametrize("main", ["main", "article", "div role=main"])
def test_where_a_page_marks_its_content_only_that_is_read(main):
    found = content(f"<div>Kommunen</div><{main}><p>Ja.</p></{main.split()[0]}><div>Kart</div>")
    assert found.text == "Ja.\n"
    assert found.omitted[0].text == "Kommunen Kart"


def test_several_articles_are_all_read():
    assert lines("<article>En</article><article>To</article>") == ["En", "To"]


def test_a_page_inside_a_form_is_read_without_its_fields():
    fields = "<input value=Send><select><option>nei</option></select><button>Søk</button>"
    assert lines(f"<form>{fields}<p>Vikse sa ja.</p></form>") == ["Vikse sa ja."]


@pytest.mark.parametrize(
    ("attributes", "labels"),
    [
        ("", ["1.", "2."]),
        ("start=3", ["3.", "4."]),
        ("type=a", ["a.", "b."]),
        ("type=I start=4", ["IV.", "V."]),
        ("start=x", ["1.", "2."]),
        ("start=²", ["1.", "2."]),
        ("start=99999999999999999999999", ["1.", "2."]),
    ],
)
def test_the_numbers_of_lists_are_painted(attributes, labels):
    assert lines(f"<ol {attributes}><li>sak<li>sak</ol>") == [f"{label} sak" for label in labels]


def test_an_item_may_say_its_number():
    assert lines("<ol><li>a<li value=7>b<li>c</ol>") == ["1. a", "7. b", "8. c"]


def test_lists_in_lists_have_their_own_labels():
    inner = "<ul><li>indre<li>indre</ul>"
    assert lines(f"<ol><li>en{inner}<li><p>to</p><p>mer</p></ol>") == [
        *("1. en", "• indre", "• indre", "2. to", "mer")
    ]


def test_terms_and_their_descriptions_are_lines():
    assert lines("<dl><dt>Dato<dd>1.2.22<dt>Sted<dd>R5</dl>") == ["Dato", "1.2.22", "Sted", "R5"]


def test_the_rows_of_a_table_are_lines_with_tabs_between_cells():
    assert lines(
        "<table><caption>Til stede</caption><thead><tr><th>Navn<th>Rolle</thead>"
        "<tr><td><p>Vikse</p></td><td>leder</td></tr><tr><td></td><td>vara</table>"
    ) == ["Til stede", "Navn\tRolle", "Vikse\tleder", "\tvara"]


def test_a_table_for_the_lay_out_keeps_its_paragraphs():
    assert lines("<table><tr><td><p>Vikse sa ja.</p><p>Bergheim sa nei.</p></td></tr></table>") == [
        *("Vikse sa ja.", "Bergheim sa nei.")
    ]


def test_a_table_in_a_cell_is_read_once_and_in_order():
    inner = "<table><tr><td>inne</td><td>også</td></tr></table>"
    words = " ".join(lines(f"<table><tr><td>Før{inner}Etter</td></tr></table>")).split()
    assert words == ["Før", "inne", "også", "Etter"]


def test_cells_and_items_that_stand_nowhere_are_text():
    assert " ".join(lines("<td>Vikse</td><li>sa<tr> ja</tr>")).split() == ["Vikse", "•", "sa", "ja"]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=utf-8>", "utf-8"),
        ("", "utf-8"),
        ("<meta charset='iso-8859-1'>", "cp1252"),
        ("<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>", "cp1252"),
        ("<?xml version='1.0' encoding='ISO-8859-15'?>", "iso8859-15"),
        ("<meta charset=us-ascii>", "cp1252"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_names(head, encoding):
    found = content(f"{head}<p>Åse Løken – «ja»".replace("–", "-"), encoding)
    assert found.text == "Åse Løken - «ja»\n"
    assert found.notes == ()


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_the_mark_at_its_beginning_is_right_whatever_a_page_says(mark):
    encoding = {2: "utf-16-le", 3: "utf-8"}[len(mark)]
    encoding = "utf-16-be" if mark == codecs.BOM_UTF16_BE else encoding
    data = mark + "<meta charset=iso-8859-1><p>Løken".encode(encoding)
    assert read(data, PATH).text == "Løken\n"


@pytest.mark.parametrize("name", ["utf-16", "hex", "punycode", "zip", "utf-7", "nei", "x" * 5000])
def test_an_encoding_that_no_page_is_in_is_not_believed(name):
    found = content(f"<meta charset={name}><p>Løken")
    assert found.text == "Løken\n"


def test_a_page_in_another_encoding_than_it_says_is_a_finding():
    found = content("<meta charset=utf-8><p>Løken", "cp1252")
    assert found.text == "Løken\n"
    assert [note.code for note in found.notes] == ["encoding"]
