"""The whole way from a file to a reading, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from standpunkt import pipeline
from standpunkt.errors import SourceError
from standpunkt.resources import resource
from tests.extract.meetings import minutes

if TYPE_CHECKING:
    from standpunkt.model import Reading

REAL = resource("data", "minutes") / "2022-04-22_konsultasjonsmote-2.txt"


def content(reading: Reading) -> tuple[object, ...]:
    """What a reading tells, apart from the file that it is of."""
    minutes_ = reading.minutes
    return minutes_.meeting, minutes_.participants, reading.statements, reading.events


def test_a_file_becomes_a_reading(tmp_path):
    path = tmp_path / "mote.txt"
    path.write_text(
        minutes("Vikse ba om et møte, og Bergheim var positiv til det."), encoding="utf-8"
    )
    reading = pipeline.read(path)
    assert [(one.act, one.responds_to) for one in reading.statements] == [
        ("request", None),
        ("support", 1),
    ]
    assert reading.document.name == "mote.txt"


def test_the_real_minutes_are_read_whole():
    reading = pipeline.read(REAL)
    assert len(reading.minutes.participants) == 23
    assert [one.number for one in reading.minutes.agenda if one.level == 1] == list("12345")
    assert len(reading.minutes.agenda) == 9
    assert "unread" not in {one.code for one in reading.findings}


def test_every_quote_of_the_real_minutes_is_in_the_file_to_the_letter():
    reading = pipeline.read(REAL)
    text = REAL.read_text(encoding="utf-8")
    assert reading.statements
    for statement in reading.statements:
        start, end = statement.span.start, statement.span.end
        assert text[start:end] == reading.document.quote(statement.span) != ""


def test_reading_twice_gives_the_same():
    assert pipeline.read(REAL) == pipeline.read(REAL)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_another_encoding_gives_the_same_reading(tmp_path, encoding):
    path = tmp_path / REAL.name
    path.write_bytes(REAL.read_text(encoding="utf-8").encode(encoding))
    assert content(pipeline.read(path)) == content(pipeline.read(REAL))
    codes = {one.code for one in pipeline.read(path).findings}
    assert ("encoding" in codes) is (encoding == "cp1252")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no text in the file"),
        (
            "Jeg gikk en tur på stien og søkte skogens ro.\n",
            "neither a date nor an attendance list",
        ),
        (
            "The chair of the meeting said that the minutes of the board are to be read.\n",
            "English",
        ),
    ],
)
def test_what_is_no_norwegian_minutes_is_refused_by_name(tmp_path, text, message):
    path = tmp_path / "mote.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=message) as caught:
        pipeline.read(path)
    assert "mote.txt" in str(caught.value)


def test_minutes_in_markdown_are_read(tmp_path):
    path = tmp_path / "mote.md"
    path.write_text(minutes("Vikse sa ja."), encoding="utf-8")
    reading = pipeline.read(path)
    assert reading.document.media_type == "text/markdown"
    assert len(reading.statements) == 1
