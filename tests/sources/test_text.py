"""Bytes to characters: what is text, in which encoding, and where pages begin."""

from __future__ import annotations

from pathlib import Path

import pytest

from standpunkt import pipeline
from standpunkt.errors import SourceError
from standpunkt.sources.text import SUFFIXES, read

PATH = Path("mote.txt")
WORDS = "Møtet ble ledet av Åse Lø – «ja», sa hun.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_without_a_remark(encoding):
    decoded = read(WORDS.encode(encoding), PATH)
    assert decoded.text == WORDS
    assert decoded.notes == ()


def test_utf_16_is_known_by_its_mark_in_either_byte_order():
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert read(mark + WORDS.encode(encoding), PATH).text == WORDS


def test_windows_1252_is_read_with_a_remark_that_names_the_line():
    decoded = read(b"Referat\n" + WORDS.encode("cp1252"), PATH)
    assert decoded.text == f"Referat\n{WORDS}"
    assert "line 2" in decoded.notes[0].message
    assert "Windows-1252" in decoded.notes[0].message


def test_bytes_that_are_in_no_encoding_are_refused():
    with pytest.raises(SourceError, match=r"mote\.txt, line 1: neither UTF-8 nor Windows-1252"):
        read(b"\x81\x8d\xff", PATH)


@pytest.mark.parametrize("char", ["\0", "\x07", "\x1b"])
def test_control_characters_are_refused_with_their_line(char):
    with pytest.raises(SourceError, match=rf"line 2: control character U\+00{ord(char):02X}"):
        read(f"Referat\nja{char}nei".encode(), PATH)


def test_a_form_feed_begins_a_page():
    assert read(b"en\fto\ftre", PATH).page_starts == (0, 3, 6)


def test_line_ends_and_white_space_stay_as_they_are():
    text = "Vikse \t sa\r\nja.\u00a0\n\n"
    assert read(text.encode(), PATH).text == text


def test_the_media_type_follows_the_ending():
    assert SUFFIXES[".md"] == "text/markdown"
    assert SUFFIXES[".txt"] == "text/plain"


def test_an_invisible_character_is_a_finding_at_its_place():
    content = read("Vikse sa ja.\nBerg\u202eheim sa nei.".encode(), PATH)
    (note,) = content.notes
    assert (note.code, content.text[note.offset]) == ("invisible", "\u202e")


MARKDOWN = """# Referat fra 2. konsultasjonsmøte

**Dato:** 22. april 2022

## Til stede

| Navn | Rolle |
| --- | --- |
| Kari Lundemo | statsråd |
| Anne Vikse | styreleder |

## 1. Skole

* Vikse mente at **normen** bør fjernes.
* Lundemo svarte at normen består.
"""


def test_markdown_is_read_through_its_marks(tmp_path):
    path = tmp_path / "mote.md"
    path.write_text(MARKDOWN, encoding="utf-8")
    reading = pipeline.read(path)
    assert reading.document.text == MARKDOWN
    assert [one.name for one in reading.minutes.participants] == ["Kari Lundemo", "Anne Vikse"]
    assert [(one.number, one.title) for one in reading.minutes.agenda] == [("1", "Skole")]
    assert [reading.document.quote(one.span) for one in reading.statements] == [
        "Vikse mente at **normen** bør fjernes.",
        "Lundemo svarte at normen består.",
    ]
