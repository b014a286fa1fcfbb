"""Dates and clock times in the forms that Norwegian minutes write them."""

from __future__ import annotations

from datetime import date, time

import pytest

from standpunkt.parse.dates import dates, times
from tests.extract.meetings import whole

DATES = [
    ("22. april 2022", (2022, 4, 22)),
    ("22.april 2022", (2022, 4, 22)),
    ("22 april 2022", (2022, 4, 22)),
    ("1. mai 2009", (2009, 5, 1)),
    ("22. apr. 2022", (2022, 4, 22)),
    ("5. sept. 2011", (2011, 9, 5)),
    ("22. APRIL 2022", (2022, 4, 22)),
    ("Fredag 22. april 2022", (2022, 4, 22)),
    ("fredag den 22. april, 2022", (2022, 4, 22)),
    ("laurdag 28. mai 2016", (2016, 5, 28)),
    ("Torsdag 2.juni 2005 kl. 9", (2005, 6, 2)),
    ("22. april\n2022", (2022, 4, 22)),
    ("22.04.2022", (2022, 4, 22)),
    ("22.4.2022", (2022, 4, 22)),
    ("22.04.22", (2022, 4, 22)),
    ("12.03.99", (1999, 3, 12)),
    ("8.8.08", (2008, 8, 8)),
    ("2022-04-22", (2022, 4, 22)),
    ("22/4-2022", (2022, 4, 22)),
    ("22/4-22", (2022, 4, 22)),
    ("22/4/22", (2022, 4, 22)),
    ("22/04/2022", (2022, 4, 22)),
    ("3.–4. juni 2019", (2019, 6, 3)),
    ("3.-4. juni 2019", (2019, 6, 3)),
    ("29. februar 2024", (2024, 2, 29)),
    ("31. desember 1999", (1999, 12, 31)),
    ("22. 04. 2022", (2022, 4, 22)),
    ("22/4 2022", (2022, 4, 22)),
    ("12. og 13. mai 2020", (2020, 5, 12)),
]


@pytest.mark.parametrize(("text", "day"), DATES)
def test_a_date_is_read_in_any_usual_form(text, day):
    found = [one for one in dates(text, whole(text)) if one.certain]
    assert [one.date for one in found] == [date(*day)]


@pytest.mark.parametrize(
    "text",
    ["29. februar 2023", "31. april 2022", "32.01.2022", "01.13.2022", "sak 12/21", "kl. 22.04"],
)
def test_what_is_no_day_of_the_calendar_is_no_date(text):
    assert list(dates(text, whole(text), 2022)) == []


def test_a_date_without_a_year_needs_one_and_says_so():
    text = "22. april"
    assert list(dates(text, whole(text))) == []
    (found,) = dates(text, whole(text), 2022)
    assert found.date == date(2022, 4, 22)
    assert not found.certain


def test_dates_come_in_the_order_of_the_text_with_their_spans():
    text = "Frist 01.06.2022, møte 3. mai 2022."
    found = list(dates(text, whole(text)))
    assert [text[one.span.start : one.span.end] for one in found] == ["01.06.2022", "3. mai 2022"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("kl. 1415–1545", (14, 15), (15, 45)),
        ("kl. 14.15–15.45", (14, 15), (15, 45)),
        ("kl 14:15 - 15:45", (14, 15), (15, 45)),
        ("kl. 14.15 til 15.45", (14, 15), (15, 45)),
        ("kl. 14.15 til kl. 15.45", (14, 15), (15, 45)),
        ("kl. 9-11", (9, 0), (11, 0)),
        ("kl.1000-1200", (10, 0), (12, 0)),
        ("kl 10 - 12.30", (10, 0), (12, 30)),
        ("klokken 10.30–12", (10, 30), (12, 0)),
        ("klokka 9", (9, 0), None),
        ("kl. 09.00", (9, 0), None),
        ("Tid: 10.00-12.00", (10, 0), (12, 0)),
        ("22. april 2022, 12.30-14.00", (12, 30), (14, 0)),
        ("kl. 12.30—14.00", (12, 30), (14, 0)),
        ("kl 0900-1030 i R5", (9, 0), (10, 30)),
        ("kl. 1415–1545.", (14, 15), (15, 45)),
    ],
)
def test_clock_times_are_read_in_any_usual_form(text, start, end):
    assert times(text, whole(text)) == (time(*start), time(*end) if end else None)


@pytest.mark.parametrize("text", ["kl. 25.30", "22.04.2022", "Sak 10", "fra 10 til 12 personer"])
def test_what_is_no_time_of_day_is_no_clock_time(text):
    assert times(text, whole(text)) == (None, None)
