"""Bokmål, nynorsk, and languages that are not read."""

from __future__ import annotations

import pytest

from standpunkt.errors import SourceError
from standpunkt.parse.language import language_of
from tests.extract.meetings import LEXICON, document, minutes, parsed

DANISH = """Referat af mødet i bestyrelsen

Deltagere: Jens Hansen, Lone Skov

Dagsorden blev godkendt uden ændringer. Formanden orienterede meget grundigt om regnskabet efter
mødet i maj. Nogen spurgte, hvad der blev af pengene. Ingen af medlemmerne blev hørt efter mødet.
"""
SWEDISH = """Protokoll från mötet den 3 maj 2022

Närvarande: Anna Svensson, Erik Lind

Styrelsen beslutade att inte ändra avgiften. Anna är ordförande och Erik är sekreterare. Det är
också bestämt att ett nytt möte ska hållas på hösten för att gå igenom budgeten.
"""
ENGLISH = """Minutes of the meeting on 3 May 2022

Present: John Smith, Mary Jones

The chair opened the meeting and welcomed the members. It was agreed that the minutes of the last
meeting be approved. Mary said that the budget is too small, and that the school is at risk.
"""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (minutes("Vikse sa at kommunene ikke får noe mer.", "nb"), "nb"),
        (minutes("Vikse sa at kommunane ikkje får noko meir.", "nn"), "nn"),
        ("Møte\n\nVikse sa ja.", "nb"),
    ],
)
def test_the_two_written_standards_are_told_apart(text, language):
    assert language_of(document(text), LEXICON) == language


@pytest.mark.parametrize(
    ("text", "name"), [(DANISH, "Danish"), (SWEDISH, "Swedish"), (ENGLISH, "English")]
)
def test_other_languages_are_refused_by_name(text, name):
    with pytest.raises(SourceError, match=f"the text looks {name}; expected bokmål or nynorsk"):
        parsed(text)


def test_a_foreign_title_in_norwegian_minutes_does_no_harm():
    body = "Bergheim viste til rapporten «The state of the art of the schools and the meeting»."
    assert parsed(minutes(body)).meeting.language == "nb"
