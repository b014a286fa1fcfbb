"""Dates and clock times as Norwegian minutes write them.

In: flat text, and the year that a date without one belongs to. Out: dates and times with the
span that they stand at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import TYPE_CHECKING

from standpunkt.lexicon import load_lexicon
from standpunkt.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_CENTURY_TURN = 60
_CLOCK = r"(?P<{0}h>[012]?\d)(?:[.:]?(?P<{0}m>[0-5]\d))?"
_TIMES = re.compile(
    r"(?:\b(?:kl|klokka|klokken|klokkeslett|tid)\b[.:]?\s*|(?<=[\s(,])(?=\d{1,2}[.:]\d\d\s*(?:[-–]|til\s))"
    r"|(?<=[\s(,])(?=(?!(?:19|20)\d\d\s?[-–])[012]\d[0-5]\d\s?[-–]\s?[012]\d[0-5]\d(?!\d)))"
    + _CLOCK.format("a")
    + r"(?:(?:\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?|\s+og\s+(?:\w+\s+){1,3}kl\.?\s*)"
    + _CLOCK.format("b")
    + r")?(?!\d|[./]\d)",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<![\d.:/])(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?![.:/]?\d)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and where it stands; ``certain`` is false where the year had to be supplied."""

    date: date
    span: Span
    certain: bool


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    months = "|".join(sorted(load_lexicon().words["months"], key=len, reverse=True))
    day = r"(?<![\d./])(?P<d>[0-3]?\d)\.?"
    through = rf"(?:\s*[-–]\s*[0-3]?\d\.?\s*(?:{months})\b)?"
    until = r"(?:\s*(?:[-–]|og)\s*[0-3]?\d\.)?"
    return (
        re.compile(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
        re.compile(
            rf"{day}{until}\s*(?P<n>{months})\b\.?,?{through}\s*(?P<y>(?:19|20)\d\d)?",
            re.IGNORECASE,
        ),
        re.compile(
            r"(?<![\d./])(?P<d>[0-3]?\d)\.?(?:(?P<m>[01]?\d)\.)?\s?[-–]\s?[0-3]?\d\."
            r"(?P<end>[01]?\d)\.(?P<y>(?:19|20)?\d\d)(?!\d)"
        ),
        re.compile(rf"{day[:-1]}\s?(?P<m>[01]?\d)\.\s?(?P<y>(?:19|20)?\d\d)(?!\d)"),
        re.compile(
            r"(?<![\d/])(?P<d>[0-3]?\d)/(?P<m>[01]?\d)"
            r"(?:\s?[-–/]\s?|\s(?=\d{4}))(?P<y>(?:19|20)?\d\d)(?!\d)"
        ),
    )


def dates(flat: str, within: Span, year: int | None = None) -> Iterator[Dated]:
    """The dates in a stretch of text, in order; one without a year needs ``year``."""
    found = []
    for pattern in _patterns():
        for match in pattern.finditer(flat, within.start, within.end):
            value = _date(match.groupdict(), year)
            if value:
                certain = bool(match["y"])
                found.append(Dated(value, Span(match.start(), match.end()), certain))
    yield from sorted(found, key=lambda dated: dated.span)


def _date(parts: dict[str, str | None], year: int | None) -> date | None:
    name = parts.get("n")
    month = (
        load_lexicon().words["months"][name.lower()]
        if name
        else int(parts["m"] or parts.get("end") or 0)
    )
    written = parts["y"]
    full = _year(written) if written else year
    if full is None:
        return None
    try:
        return date(full, month, int(parts["d"] or 0))
    except ValueError:
        return None


def _year(written: str) -> int:
    value = int(written)
    if len(written) > 2:
        return value
    return value + (2000 if value < _CENTURY_TURN else 1900)


def times(flat: str, within: Span) -> tuple[time | None, time | None]:
    """The first clock time, or pair of times, in a stretch of text.

    >>> times("kl. 1415–1545", Span(0, 13))
    (datetime.time(14, 15), datetime.time(15, 45))
    """
    for match in _TIMES.finditer(flat, within.start, within.end):
        start = _time(match["ah"], match["am"])
        if start:
            return start, _time(match["bh"], match["bm"])
    return None, None


def bare_clock(flat: str, within: Span) -> time | None:
    """The clock time of a field that says no more than that: "18.30", "18:30"."""
    match = _BARE.search(flat, within.start, within.end)
    return time(int(match["h"]), int(match["m"])) if match else None


def clocks(flat: str, within: Span) -> list[Span]:
    """Where the clock times of a stretch of text stand."""
    found = _TIMES.finditer(flat, within.start, within.end)
    return [Span(*match.span()) for match in found if _time(match["ah"], match["am"])]


def _time(hour: str | None, minute: str | None) -> time | None:
    if hour is None or int(hour) > 23:
        return None
    return time(int(hour), int(minute or 0))
