"""The parts of the parse together: what minutes must have, and what is found missing."""

from __future__ import annotations

from datetime import date

import pytest

from standpunkt.errors import SourceError
from tests.extract.meetings import HEAD, minutes, parsed, quotes, read_text


def test_the_shipped_way_of_writing_minutes_is_read():
    found = parsed(minutes("Vikse sa ja."))
    assert found.meeting.title == "Referat fra 2. konsultasjonsmøte"
    assert found.meeting.date == date(2022, 4, 22)
    assert len(found.participants) == 7
    assert [one.number for one in found.agenda] == ["1"]
    assert found.findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "Dette er en fortelling om en mann som gikk tur i skogen og ikke kom hjem.\n",
        "Jeg gikk en tur på stien.\nOg søkte skogens ro.\n",
        "1. Skole\n\n2. Helse\n",
    ],
)
def test_a_text_that_is_no_minutes_is_refused(text):
    with pytest.raises(SourceError, match="neither a date nor an attendance list"):
        parsed(text)


def test_minutes_without_a_date_are_read_with_a_finding():
    found = parsed(
        "Referat\n\nTil stede: Kari Lundemo, Per Bergheim\n\n1. Skole\n\nLundemo sa ja.\n"
    )
    assert [one.code for one in found.findings] == ["no-date"]
    assert found.meeting.date is None


def test_minutes_without_an_attendance_list_are_read_with_a_finding():
    found = parsed("Referat\n\nDato: 22. april 2022\n\n1. Skole\n\nLundemo sa ja.\n")
    assert [one.code for one in found.findings] == ["no-attendance"]
    assert found.participants == ()


def test_minutes_that_break_off_are_a_finding():
    whole = minutes("Vikse sa at kommunene er klare til å ta imot flere.")
    assert parsed(whole).findings == ()
    assert [one.code for one in parsed(whole[:-9]).findings] == ["truncated"]


def test_what_stands_in_the_head_is_used_and_what_is_a_heading_is_left_out():
    text = minutes("Vikse sa ja.")
    found = parsed(text)
    used = " ".join(text[one.start : one.end] for one in found.used)
    assert "Referat fra 2. konsultasjonsmøte" in used
    assert "Referent: Trine Moland (KDD)" in used
    assert [one.reason for one in found.ignored] == ["heading"]


def test_head_and_body_together_are_the_whole_text():
    reading = read_text(f"{HEAD}Vikse sa ja.\n\n2. Helse\n\nBergheim sa nei.\n")
    assert quotes(reading, reading.statements) == ["Vikse sa ja.", "Bergheim sa nei."]
    assert reading.findings == ()


@pytest.mark.xfail(strict=True, reason="a letter with a combining mark is no letter of a name")
def test_letters_written_in_two_parts_are_letters_of_names():
    text = minutes("Vikse sa ja.").replace("å", "a\u030a").replace("Anne Vikse", "A\u030age Vikse")
    assert len(parsed(text).participants) == 7
