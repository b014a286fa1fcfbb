"""Deadlines as days, counted from a meeting on 22 April 2022."""

from __future__ import annotations

from datetime import date

import pytest

from standpunkt.extract.deadlines import deadline
from tests.extract.meetings import only, whole

MEETING = date(2022, 4, 22)
TO_DAY = (2022, 4, 22)

TIMES = [
    ("innen 1. mai", TO_DAY, (2022, 5, 1)),
    ("innen 1. mai 2022", TO_DAY, (2022, 5, 1)),
    ("innen 1. mars", TO_DAY, (2023, 3, 1)),
    ("innen 1. mars 2023", TO_DAY, (2023, 3, 1)),
    ("senest 15. mai 2022", TO_DAY, (2022, 5, 15)),
    ("innen 01.06.2022", TO_DAY, (2022, 6, 1)),
    ("innan 1. juni", TO_DAY, (2022, 6, 1)),
    ("seinast 15. juni", TO_DAY, (2022, 6, 15)),
    ("før 15. juni", TO_DAY, (2022, 6, 14)),
    ("i mai", (2022, 5, 1), (2022, 5, 31)),
    ("i mars", (2023, 3, 1), (2023, 3, 31)),
    ("i løpet av september", (2022, 9, 1), (2022, 9, 30)),
    ("i juni 2023", (2023, 6, 1), (2023, 6, 30)),
    ("i løpet av sommeren 2022", (2022, 6, 1), (2022, 8, 31)),
    ("i løpet av sommeren", (2022, 6, 1), (2022, 8, 31)),
    ("i løpet av høsten", (2022, 9, 1), (2022, 11, 30)),
    ("i løpet av våren 2023", (2023, 3, 1), (2023, 5, 31)),
    ("i løpet av vinteren", (2022, 12, 1), (2023, 2, 28)),
    ("i løpet av hausten", (2022, 9, 1), (2022, 11, 30)),
    ("før sommeren", TO_DAY, (2022, 5, 31)),
    ("innen utgangen av juni", TO_DAY, (2022, 6, 30)),
    ("innen utgangen av måneden", TO_DAY, (2022, 4, 30)),
    ("innan utgangen av månaden", TO_DAY, (2022, 4, 30)),
    ("innen utgangen av året", TO_DAY, (2022, 12, 31)),
    ("innen utgangen av 2026", TO_DAY, (2026, 12, 31)),
    ("i løpet av 2. kvartal", (2022, 4, 1), (2022, 6, 30)),
    ("i løpet av 3. kvartal 2022", (2022, 7, 1), (2022, 9, 30)),
    ("i løpet av 1. halvår 2023", (2023, 1, 1), (2023, 6, 30)),
    ("i løpet av 2. halvår", (2022, 7, 1), (2022, 12, 31)),
    ("innen tre måneder", TO_DAY, (2022, 7, 22)),
    ("innen 14 dager", TO_DAY, (2022, 5, 6)),
    ("i løpet av et år", TO_DAY, (2023, 4, 22)),
    ("på konsultasjonsmøtet 15. juni", (2022, 6, 15), (2022, 6, 15)),
    ("den 3. juni", (2022, 6, 3), (2022, 6, 3)),
    ("innen tre uker", TO_DAY, (2022, 5, 13)),
    ("i løpet av to veker", TO_DAY, (2022, 5, 6)),
    ("innen årsskiftet", TO_DAY, (2022, 12, 31)),
    ("innan årsskiftet", TO_DAY, (2022, 12, 31)),
    ("i løpet av første halvår 2023", (2023, 1, 1), (2023, 6, 30)),
    ("i uke 20", (2022, 5, 16), (2022, 5, 22)),
    ("i løpet av 2023", (2023, 1, 1), (2023, 12, 31)),
    ("i løpet av året", (2022, 1, 1), (2022, 12, 31)),
    ("i 2023", (2023, 1, 1), (2023, 12, 31)),
    ("15. juni", (2022, 6, 15), (2022, 6, 15)),
    ("onsdag 15. juni", (2022, 6, 15), (2022, 6, 15)),
    ("laurdag 28. mai", (2022, 5, 28), (2022, 5, 28)),
    ("torsdag", (2022, 4, 28), (2022, 4, 28)),
    ("fredag", (2022, 4, 29), (2022, 4, 29)),
    ("til høsten", (2022, 9, 1), (2022, 11, 30)),
]


@pytest.mark.parametrize(("words", "first", "last"), TIMES)
def test_a_time_for_something_to_come_is_days(words, first, last):
    text = f"Det kommer et svar {words}."
    found = deadline(text, whole(text), MEETING)
    assert found
    assert (found.first, found.last) == (date(*first), date(*last))
    assert found.text == words


@pytest.mark.parametrize(
    "words", ["om kort tid", "snart", "raskt", "etter hvert", "på sikt", "når saken er ferdig", ""]
)
def test_a_time_that_is_no_closed_interval_is_no_deadline(words):
    text = f"Det kommer et svar {words}."
    assert deadline(text, whole(text), MEETING) is None


@pytest.mark.parametrize("words", ["innen 1. mai 2021", "i 1789", "før 1. april 2022"])
def test_what_is_over_is_no_deadline(words):
    text = f"Det kommer et svar {words}."
    assert deadline(text, whole(text), MEETING) is None


def test_a_line_end_inside_the_words_is_a_space():
    text = "Det kommer i løpet av\nsommeren 2022."
    found = deadline(text, whole(text), MEETING)
    assert found
    assert found.text == "i løpet av sommeren 2022"


def test_the_end_of_the_shorter_month_is_the_end():
    text = "Det kommer innen en måned."
    found = deadline(text, whole(text), date(2022, 1, 31))
    assert found
    assert found.last == date(2022, 2, 28)


def test_a_leap_day_is_a_day():
    text = "Det kommer innen et år."
    found = deadline(text, whole(text), date(2024, 2, 29))
    assert found
    assert found.last == date(2025, 2, 28)


def test_only_a_commitment_has_a_deadline():
    promise = only("Bergheim sa at det kommer en høring i løpet av sommeren 2022.")
    assert promise.deadline
    assert promise.deadline.last == date(2022, 8, 31)
    assert only("Vikse krevde at kuttet trekkes innen 1. mai.").deadline is None


@pytest.mark.parametrize(
    ("text", "last", "language"),
    [
        ("Bergheim lovet et svar innen 1. juni.", date(2022, 6, 1), "nb"),
        ("Bergheim sa at HOD vil svare i løpet av mai.", date(2022, 5, 31), "nb"),
        ("Bergheim lova eit svar innan 1. juni.", date(2022, 6, 1), "nn"),
    ],
)
def test_a_promise_keeps_its_deadline(text, last, language):
    found = only(text, language).deadline
    assert found
    assert found.last == last


@pytest.mark.parametrize("space", ["\n", "\r\n", "\t", "   \n "])
def test_white_space_inside_a_deadline_counts_as_one_space(space):
    text = f"KS sender merknader{space}innan{space}15.{space}november{space}2022."
    found = deadline(text, whole(text), MEETING)
    assert found is not None
    assert (found.text, found.last) == ("innan 15. november 2022", date(2022, 11, 15))
