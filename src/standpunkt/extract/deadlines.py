"""Deadlines: a time that is given for something to come, as days.

Intervals are counted from the meeting's date (codebook sections 6 and 7): summer is June to
August, a quarter, a half-year and a month are their days. In: the text of a statement. Out: a
``Deadline``, or nothing where the time is no date and no closed interval.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from standpunkt.lexicon import load_lexicon
from standpunkt.model import Deadline, Span
from standpunkt.parse.dates import dates

if TYPE_CHECKING:
    from collections.abc import Callable

_UNITS = {"dag": 1, "uke": 7, "veke": 7}


def deadline(flat: str, within: Span, meeting: date) -> Deadline | None:
    """The first time that a stretch of text gives for something to come, as days.

    Only what resolves to a date or a closed interval counts. Line ends and the like are spaces.
    """
    text = " ".join(flat[within.start : within.end].split())
    for pattern, resolve in _times():
        for match in pattern.finditer(text):
            days = resolve(match, meeting)
            if days:
                return Deadline(match.group(), *days)
    return None


@cache
def _times() -> tuple[tuple[re.Pattern[str], Callable[..., tuple[date, date] | None]], ...]:
    words = load_lexicon().words
    months = "|".join(sorted(words["months"], key=len, reverse=True))
    seasons = "|".join(sorted(words["seasons"], key=len, reverse=True))
    numbers = "|".join(words["numbers"])
    until = r"(?:innen|innan|før|seinast|senest|inntil|til)"
    day = rf"\d{{1,2}}\. ?(?:{months})(?: \d{{4}})?|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}"
    course = r"(?:i løpet av|innen|innan|før|til|i|utover)"
    year = r"(?: (?P<year>\d{4}))?"
    weekdays = "|".join(words["weekdays"])
    undated = r"(?<!\bav )(?<!\bfra )(?<!\bfrå )(?<!\bdatert )"
    ordinals = "|".join(words["ordinals"])
    part = rf"{course} (?:utgangen av )?(?P<n>[1-4]\.|{ordinals}) (?P<unit>kvartal|halvår){year}"
    length = rf"(?P<n>{numbers}|\d+) (?P<unit>dag|uke|veke|måned|månad|år)(?:er|ar|e|r)?\b"
    end = rf"(?P<month>{months}|måneden|månaden|året|\d{{4}})"
    return (
        (_pattern(rf"(?P<how>{until}) (?:den )?(?P<day>{day})"), _until_day),
        (_pattern(rf"(?:på|til) \w*møtet (?:den )?(?P<day>{day})"), _on_day),
        (_pattern(rf"{until} utgangen av {end}{year}"), _until_end),
        (_pattern(r"(?:innen|innan|før|ved) (?P<month>årsskiftet)"), _until_end),
        (_pattern(rf"{course} (?:uke|veke) (?P<week>\d{{1,2}})\b"), _week),
        (_pattern(r"i løpet av (?P<year>20\d\d|året|inneværende år|dette året)\b"), _whole_year),
        (_pattern(r"\bi (?P<year>20\d\d)\b"), _whole_year),
        (_pattern(part), _part_of_year),
        (_pattern(rf"(?P<how>{course}) (?P<season>{seasons}){year}(?!\w)"), _season),
        (_pattern(rf"(?:i løpet av|innen|innan) {length}"), _span_from),
        (_pattern(rf"(?:i løpet av|i|innen|innan|utover) (?P<month>{months}){year}(?!\w)"), _month),
        (_pattern(rf"{undated}(?:\b(?:{weekdays}|den) )?\b(?P<day>{day})"), _on_day),
        (_pattern(rf"\b(?P<weekday>{weekdays})\b"), _on_weekday),
    )


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def _day(text: str, meeting: date) -> date | None:
    found = next(dates(text, Span(0, len(text)), meeting.year), None)
    if found is None:
        return None
    late = not found.certain and found.date < meeting
    return found.date.replace(year=meeting.year + 1) if late else found.date


def _until_day(match: re.Match[str], meeting: date) -> tuple[date, date] | None:
    last = _day(match["day"], meeting)
    if last and match["how"].lower() == "før":
        last -= timedelta(days=1)
    return (meeting, last) if last and last >= meeting else None


def _week(match: re.Match[str], meeting: date) -> tuple[date, date] | None:
    number = int(match["week"])
    year = meeting.year + (number < meeting.isocalendar().week)
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return monday, monday + timedelta(days=6)


def _whole_year(match: re.Match[str], meeting: date) -> tuple[date, date] | None:
    year = int(match["year"]) if match["year"].isdigit() else meeting.year
    if year < meeting.year:
        return None
    return date(year, 1, 1), date(year, 12, 31)


def _on_day(match: re.Match[str], meeting: date) -> tuple[date, date] | None:
    day = _day(match["day"], meeting)
    return (day, day) if day and day >= meeting else None


def _on_weekday(match: re.Match[str], meeting: date) -> tuple[date, date] | None:
    """The first such day after the meeting."""
    number: int = load_lexicon().words["weekdays"][match["weekday"].lower()]
    day = meeting + timedelta(days=(number - meeting.isoweekday() - 1) % 7 + 1)
    return day, day


def _until_end(match: re.Match[str], meeting: date) -> tuple[date, date] | None:
    what = match["month"].lower()
    if what.isdigit():
        return meeting, date(int(what), 12, 31)
    if what in {"måneden", "månaden"}:
        return meeting, _month_end(meeting.year, meeting.month)
    if what in {"året", "årsskiftet"}:
        return meeting, date(meeting.year, 12, 31)
    month = load_lexicon().words["months"][what]
    return meeting, _month_end(_year(match["year"], month, meeting), month)


def _part_of_year(match: re.Match[str], meeting: date) -> tuple[date, date] | None:
    months = 3 if match["unit"].lower() == "kvartal" else 6
    written = match["n"].lower().rstrip(".")
    ordinals: dict[str, int] = load_lexicon().words["ordinals"]
    number = int(written) if written.isdigit() else ordinals[written]
    first = (number - 1) * months + 1
    if first > 12:
        return None
    year = _year(match["year"], first + months - 1, meeting)
    return date(year, first, 1), _month_end(year, first + months - 1)


def _season(match: re.Match[str], meeting: date) -> tuple[date, date] | None:
    first, last = load_lexicon().words["seasons"][match["season"].lower()]
    year = _year(match["year"], last, meeting)
    if match["how"].lower() in {"før", "innen", "innan"}:
        until = date(year, first, 1) - timedelta(days=1)
        return (meeting, until) if until >= meeting else None
    return date(year - (last < first), first, 1), _month_end(year, last)


def _span_from(match: re.Match[str], meeting: date) -> tuple[date, date] | None:
    written = match["n"].lower()
    number = int(written) if written.isdigit() else load_lexicon().words["numbers"][written]
    unit = match["unit"].lower()
    if unit in _UNITS:
        return meeting, meeting + timedelta(days=number * _UNITS[unit])
    months = number * (12 if unit == "år" else 1)
    total = meeting.year * 12 + meeting.month - 1 + months
    year, month = divmod(total, 12)
    day = min(meeting.day, monthrange(year, month + 1)[1])
    return meeting, date(year, month + 1, day)


def _month(match: re.Match[str], meeting: date) -> tuple[date, date] | None:
    month = load_lexicon().words["months"][match["month"].lower()]
    year = _year(match["year"], month, meeting)
    return date(year, month, 1), _month_end(year, month)


def _year(written: str | None, month: int, meeting: date) -> int:
    if written:
        return int(written)
    return meeting.year + (month < meeting.month)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
