"""From a file to a document: what is refused, and what the document knows of its file."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from standpunkt import sources
from standpunkt.errors import SourceError
from standpunkt.sources import key_of, load
from tests.extract.meetings import minutes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = minutes("Vikse sa at kommunene er klare.\fBergheim sa nei.")


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def written(data: bytes, name: str = "mote.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return written


def test_a_document_knows_its_file_and_its_text(write):
    data = TEXT.encode("cp1252")
    found = load(write(data, "2022-04-22 Møte.TXT"))
    assert (found.key, found.name) == ("2022-04-22-mote", "2022-04-22 Møte.TXT")
    assert found.media_type == "text/plain"
    assert found.sha256 == sha256(data).hexdigest()
    assert found.text == TEXT
    assert found.text_sha256 == sha256(TEXT.encode()).hexdigest()


def test_pages_begin_at_form_feeds(write):
    found = load(write(TEXT.encode()))
    assert found.page_starts == (0, TEXT.index("\f") + 1)
    assert found.page(TEXT.index("Bergheim sa")) == 2


def test_a_file_that_is_not_utf_8_is_a_finding(write):
    (finding,) = load(write(TEXT.encode("cp1252"))).findings
    assert (finding.code, finding.document, finding.page) == ("encoding", "mote.txt", 1)
    assert load(write(TEXT.encode())).findings == ()


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "mote.txt", "no text in the file"),
        (b" \r\n\t\n\xc2\xa0", "mote.txt", "no text in the file"),
        (b"PK\x03\x04\x00\x00", "mote.txt", "a zip archive, DOCX or ODT; expected .txt"),
        (b"%PDF-1.7", "mote.html", "this is PDF; expected .html"),
        (b"Referat\x03", "mote.txt", "control character U\\+0003"),
        (b"\x81\x8d\x8f", "mote.txt", "neither UTF-8 nor Windows-1252"),
        (b"Referat", "mote.exe", "cannot read '.exe' files"),
        (b"Referat", "mote", "cannot read '' files"),
    ],
)
def test_what_is_no_text_is_refused_with_the_file_and_the_next_step(write, data, name, message):
    path = write(data, name)
    with pytest.raises(SourceError, match=message) as caught:
        load(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    folder = tmp_path / "mappe.txt"
    folder.mkdir()
    for path, seen in ((tmp_path / "borte.txt", "No such file"), (folder, "a folder")):
        with pytest.raises(SourceError, match=seen):
            load(path)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(write, monkeypatch):
    monkeypatch.setattr(sources, "MAX_BYTES", 10)
    with pytest.raises(SourceError, match="expected at most 10"):
        load(write(TEXT.encode()))


@pytest.mark.parametrize(
    ("stem", "key"),
    [
        ("2022-04-22_konsultasjonsmote-2", "2022-04-22_konsultasjonsmote-2"),
        ("Møte nr. 3 (endelig)", "mote-nr-3-endelig"),
        ("Ærlig Ålesund", "aerlig-alesund"),
        ("Kárášjohka đ ŧ", "karasjohka-d-t"),
        ("  møte  ", "mote"),
    ],
)
def test_a_key_is_lower_case_ascii(stem, key):
    assert key_of(stem) == key


def test_a_stem_without_a_latin_letter_still_has_a_key_of_its_own():
    assert key_of("会议") != key_of("纪要")
    assert key_of("会议").isascii()
