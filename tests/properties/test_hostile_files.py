"""Whatever the bytes of a file are, it is read, or refused with its name and what to do next.

Files of every format are cut off, changed at random and made by hand to do harm. A test that
hangs or takes all memory is one that fails.
"""

from __future__ import annotations

import random
import zipfile
from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standpunkt.errors import SourceError
from standpunkt.pipeline import read
from standpunkt.sources import SUFFIXES
from tests.extract.meetings import minutes
from tests.properties.test_reading import examples
from tests.sources import placed, writing

BODY = (
    "Vikse mente at bemanningsnormen bør fjernes, og viste til høringen. "
    "Bergheim svarte at departementet vil se på saken innen 1. mai.\n\n• Holm Dahle var enig."
)
TEXT = minutes(BODY)
ENDINGS = sorted(SUFFIXES)

WORD = "word/document.xml"
ODT_NAMES = "".join(
    f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("text", "text"), ("table", "table"))
)


def outcome(folder, data, ending):
    """The reading of a file with these bytes, or ``None`` where it is refused as it should be."""
    path = folder / f"mote{ending}"
    path.write_bytes(data)
    try:
        reading = read(path)
    except SourceError as error:
        message = str(error)
        assert message.startswith((str(path), path.name)), message
        assert "expected" in message, message
        assert "\n" not in message, message
        return None
    text = reading.document.text
    text.encode()
    starts = reading.document.page_starts
    assert list(starts) == sorted(starts)
    assert 0 <= starts[0] <= starts[-1] <= len(text)
    assert all(text[place] == "\n" for place in reading.document.wraps or ())
    spans = [one.span for one in reading.statements] + [one.span for one in reading.events]
    assert all(text[span.start : span.end].strip() for span in spans)
    return reading


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The same minutes as the bytes of a file of every format."""
    folder = tmp_path_factory.mktemp("whole")
    blocks = writing.blocks(TEXT)
    lines = [line for row in TEXT.split("\n") for line in placed.wrapped(row) or [""]]
    return {
        ".txt": TEXT.encode(),
        ".md": TEXT.encode(),
        ".html": writing.write_html(folder / "m.html", blocks).read_bytes(),
        ".docx": writing.write_docx(folder / "m.docx", blocks).read_bytes(),
        ".odt": writing.write_odt(folder / "m.odt", blocks).read_bytes(),
        ".pdf": placed.write([placed.column(72, 780, *lines)]),
    }


def packed(names, compression=zipfile.ZIP_DEFLATED):
    """A zip archive of named files."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, data in names.items():
            archive.writestr(name, data)
    return stream.getvalue()


def repacked(data, changes):
    """An archive with some files changed, by the last part of their names."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = {one: archive.read(one) for one in archive.namelist()}
    return packed({one: changes.get(one.rpartition("/")[2], old) for one, old in names.items()})


def word(body, head=""):
    """The bytes of a Word document with some XML as its body."""
    stream = BytesIO()
    docx.Document().save(stream)
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    markup = f"{head}<w:document {names}><w:body>{body}</w:body></w:document>"
    return repacked(stream.getvalue(), {"document.xml": markup.encode()})


def open_document(body, head=""):
    """The bytes of an OpenDocument text with some XML as its body."""
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    markup = f"{head}<office:document-content{ODT_NAMES}>{text}</office:document-content>"
    return packed({"content.xml": markup.encode()})


@pytest.mark.parametrize("ending", ENDINGS)
def test_whole_files_are_read(whole, ending, tmp_path):
    data = whole.get(ending) or whole[{".text": ".txt"}.get(ending, ".html")]
    reading = outcome(tmp_path, data, ending)
    assert reading is not None
    assert len(reading.statements) == 4


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("of", [".txt", ".html", ".docx", ".odt", ".pdf"])
def test_every_format_under_every_ending_is_read_or_refused(whole, of, ending, tmp_path):
    outcome(tmp_path, whole[of], ending)


@pytest.mark.parametrize("ending", [".txt", ".html", ".docx", ".odt", ".pdf"])
def test_a_file_cut_off_anywhere_is_read_or_refused(whole, ending, tmp_path):
    data = whole[ending]
    for length in range(0, len(data), max(1, len(data) // 40)):
        outcome(tmp_path, data[:length], ending)


@pytest.mark.parametrize("ending", [".txt", ".html", ".docx", ".odt", ".pdf"])
def test_a_file_with_changed_bytes_is_read_or_refused(whole, ending, tmp_path):
    chance = random.Random(2022)  # noqa: S311 - the same changes in every run
    for number in range(60):
        data = bytearray(whole[ending])
        for _ in range(1 + number % 8):
            data[chance.randrange(len(data))] = chance.randrange(256)
        outcome(tmp_path, bytes(data), ending)


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_xml_with_changed_bytes_is_read_or_refused(whole, ending, tmp_path):
    chance = random.Random(2022)  # noqa: S311 - the same changes in every run
    with zipfile.ZipFile(BytesIO(whole[ending])) as archive:
        names = {one: archive.read(one) for one in archive.namelist()}
    parts = [one for one in names if one.endswith((".xml", ".rels"))]
    for number in range(80):
        name = parts[number % len(parts)]
        data = bytearray(names[name])
        for _ in range(3):
            data[chance.randrange(len(data))] = chance.choice(b"<>&\"'/=0 aw:\x00\xff")
        outcome(tmp_path, packed(names | {name: bytes(data)}), ending)


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_an_archive_without_one_of_its_files_is_read_or_refused(whole, ending, tmp_path):
    with zipfile.ZipFile(BytesIO(whole[ending])) as archive:
        names = {one: archive.read(one) for one in archive.namelist()}
    for name, old in names.items():
        for changed in ({}, {name: b""}, {name: b"<a/>"}, {f"../{name}": old}):
            rest = {one: data for one, data in names.items() if one != name}
            outcome(tmp_path, packed(rest | changed), ending)


@examples(60)
@given(data=st.binary(max_size=300), ending=st.sampled_from(ENDINGS))
def test_any_bytes_under_any_ending_are_read_or_refused(tmp_path, data, ending):
    outcome(tmp_path, data, ending)


TAGS = ["p", "li", "ol", "ul", "td", "tr", "table", "pre", "br", "div", "main", "article", "form"]
mark = st.sampled_from([f"<{slash}{tag}>" for tag in TAGS for slash in ("", "/")])


@examples(80)
@given(pieces=st.lists(st.one_of(mark, st.text(max_size=8), st.just("Vikse sa ja. ")), max_size=40))
def test_any_mark_up_is_read_or_refused(tmp_path, pieces):
    markup = f"<meta charset=utf-8><pre>{TEXT}</pre>{''.join(pieces)}"
    outcome(tmp_path, markup.encode("utf-8", "surrogatepass"), ".html")


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_an_archive_that_unpacks_to_too_much_is_refused(ending, tmp_path):
    name = {".docx": WORD, ".odt": "content.xml"}[ending]
    assert outcome(tmp_path, packed({name: b" " * 210_000_000}), ending) is None


@pytest.mark.parametrize("ending", [".docx", ".odt", ".html"])
def test_mark_up_of_more_elements_than_minutes_have_is_refused(ending, tmp_path):
    make = {".docx": word, ".odt": open_document, ".html": str.encode}[ending]
    assert outcome(tmp_path, make("<w:p/>" * 4_000_000), ending) is None


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_an_archive_of_a_later_version_of_zip_is_refused(whole, ending, tmp_path):
    data = bytearray(whole[ending])
    data[data.index(b"PK\x01\x02") + 6] = 250
    assert outcome(tmp_path, bytes(data), ending) is None


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_an_archive_of_too_many_files_is_refused(ending, tmp_path):
    names = {f"file{number}": b"" for number in range(6000)}
    assert outcome(tmp_path, packed(names, zipfile.ZIP_STORED), ending) is None


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))
DOCTYPES = {
    "billion laughs": (f"<!DOCTYPE x [{LAUGHS}]>", "&l9;"),
    "a file": ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;"),
    "an address": ('<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/">]>', "&e;"),
}


@pytest.mark.parametrize(("head", "entity"), DOCTYPES.values(), ids=list(DOCTYPES))
def test_entities_are_not_resolved(head, entity, tmp_path):
    ours = f"Dato: 1.2.2022 {entity}"
    for ending, data in (
        (".docx", word(f"<w:p><w:r><w:t>{ours}</w:t></w:r></w:p>", head)),
        (".odt", open_document(f"<text:p>{ours}</text:p>", head)),
        (".html", f"{head}<p>{ours}".encode()),
    ):
        reading = outcome(tmp_path, data, ending)
        assert reading is None or len(reading.document.text) < 100


DEPTH = 10_000
NESTED = {
    "tables in Word": (word, "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>", ".docx"),
    "controls in Word": (word, "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", ".docx"),
    "boxes in Word": (word, "<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>", ".docx"),
    "insertions in Word": (lambda x: word(f"<w:p>{x}</w:p>"), "<w:ins>", "</w:ins>", ".docx"),
    "lists in OpenDocument": (
        *(open_document, "<text:list><text:list-item>", "</text:list-item></text:list>", ".odt"),
    ),
    "tables in OpenDocument": (
        open_document,
        "<table:table><table:table-row><table:table-cell>",
        "</table:table-cell></table:table-row></table:table>",
        ".odt",
    ),
    "sections in OpenDocument": (open_document, "<text:section>", "</text:section>", ".odt"),
    "boxes in OpenDocument": (
        *(open_document, "<text:p><text:text-box>", "</text:text-box></text:p>", ".odt"),
    ),
    **{
        f"{tag} in HTML": (str.encode, f"<{tag}>", f"</{tag}>", ".html")
        for tag in ("div", "b", "ol><li", "table><tr><td", "p", "pre", "blockquote")
    },
}


@pytest.mark.parametrize("depth", [60, 240, DEPTH])
@pytest.mark.parametrize("kind", NESTED.values(), ids=list(NESTED))
def test_what_is_nested_deeply_is_read_or_refused(kind, depth, tmp_path):
    make, before, after, ending = kind
    outcome(tmp_path, make(before * depth + after * depth), ending)


MANY = 10_000
WIDE = {
    "cells in Word": (
        word("<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * MANY + "</w:tr></w:tbl>"),
        ".docx",
    ),
    "rows in Word": (
        word(
            "<w:tbl>"
            + "<w:tr><w:tc><w:p><w:r><w:t>Vikse</w:t></w:r></w:p></w:tc></w:tr>" * MANY
            + "</w:tbl>"
        ),
        ".docx",
    ),
    "pages in Word": (
        word('<w:p><w:r><w:t>A</w:t><w:br w:type="page"/></w:r></w:p>' * MANY),
        ".docx",
    ),
    "cells in HTML": (("<table><tr>" + "<td>Vikse" * MANY).encode(), ".html"),
    "rows in HTML": (("<table>" + "<tr><td>Vikse<td>leder" * MANY).encode(), ".html"),
    "breaks in HTML": (("<p>" + "A<br>" * MANY).encode(), ".html"),
    "bold letters in HTML": (("<b>a</b> " * MANY).encode(), ".html"),
    "rows in OpenDocument": (
        open_document(
            "<table:table>"
            + "<table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
            "</table:table-row>" * MANY + "</table:table>"
        ),
        ".odt",
    ),
    "spaces in OpenDocument": (
        open_document('<text:p>A<text:s text:c="9"/></text:p>' * MANY),
        ".odt",
    ),
    "levels": (
        open_document('<text:h text:outline-level="999999">A</text:h>' * 100),
        ".odt",
    ),
}


@pytest.mark.parametrize(("data", "ending"), WIDE.values(), ids=list(WIDE))
def test_ten_thousand_of_anything_are_read_or_refused(data, ending, tmp_path):
    outcome(tmp_path, data, ending)


def test_a_pdf_of_a_thousand_pages_is_read_and_one_of_more_refused(tmp_path):
    page = placed.column(72, 700, "Dato: 22. april 2022", "Til stede: Anne Vikse (KS)")
    assert outcome(tmp_path, placed.write([page] * 1000), ".pdf") is not None
    assert outcome(tmp_path, placed.write([page] * 1001), ".pdf") is None


def test_a_pdf_page_of_very_many_words_is_read(tmp_path):
    page = [placed.Text(20 + 5 * (n % 100), 800 - n // 100, "ord", 4) for n in range(20_000)]
    outcome(tmp_path, placed.write([page]), ".pdf")


ODD = "\u202eVikse\u202c sa\u200b ja\u2028og\u2029nei.\u0085\ufeff \ufffe\U0001f600 e\u0301 \ue000"


@pytest.mark.parametrize("ending", [".txt", ".html", ".docx", ".odt"])
def test_odd_characters_are_read_or_refused(ending, tmp_path):
    odd = ODD if ending in {".txt", ".html"} else ODD.replace("\ufffe", "")
    path = tmp_path / f"odd{ending}"
    blocks = [writing.Block(line) for line in f"{TEXT}\n{odd}".split("\n") if line]
    getattr(writing, f"write_{ending[1:].replace('txt', 'text')}")(path, blocks)
    reading = outcome(tmp_path, path.read_bytes(), ending)
    assert reading is not None
    assert ending == ".txt" or "\u202e" not in reading.document.text


@pytest.mark.parametrize("name", ["utf-8", "utf-16", "cp1252", "iso8859-1", "mac-roman", "hex"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_an_encoding_that_is_not_the_one_named_is_read_or_refused(name, encoding, tmp_path):
    markup = f"<meta charset={name}><pre>{TEXT}"
    outcome(tmp_path, markup.encode(encoding, "replace"), ".html")
    outcome(tmp_path, TEXT.encode(encoding, "replace") + "\næøå".encode(), ".txt")
    outcome(tmp_path, TEXT.encode("cp1252", "replace") + "\næøå".encode(encoding), ".txt")


def test_surrogates_by_number_are_no_characters(tmp_path):
    reading = outcome(tmp_path, f"<pre>{TEXT}</pre>&#xD800;&#x110000;&#0;".encode(), ".html")
    assert reading is not None
