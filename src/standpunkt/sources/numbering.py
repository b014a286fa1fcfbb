"""The numbers that a word processor or a browser paints in front of the items of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

BULLET = "•"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_PLACE = re.compile(r"%(\d\d?)")


def whole_number(digits: str | None, default: int) -> int:
    """A number as files write it; the default where there is none, or an absurd one.

    >>> whole_number("12", 1), whole_number(None, 1), whole_number("-3", 1), whole_number("²", 1)
    (12, 1, 1, 1)
    """
    known = digits is not None and digits.isascii() and digits.isdigit() and len(digits) < 7
    return int(digits) if digits and known else default


def written(number: int, form: str) -> str:
    """A number as it is painted; ``form`` is one of ``1 a A i I``, else digits are used.

    >>> [written(4, form) for form in "1aAiI"], written(28, "a")
    (['4', 'd', 'D', 'iv', 'IV'], 'ab')
    """
    if form in {"a", "A"} and number > 0:
        text = _letters(number)
    elif form in {"i", "I"} and 0 < number < 4000:
        text = _roman(number)
    else:
        return str(number)
    return text.upper() if form.isupper() else text


def _letters(number: int) -> str:
    text = ""
    while number:
        number, letter = divmod(number - 1, 26)
        text = chr(ord("a") + letter) + text
    return text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text, number = text + letters, number - value
    return text


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is painted: the form of its number, and the text around it.

    In ``pattern``, ``%1`` is the number of the first level, ``%2`` of the second, and so on;
    ``form`` is empty for a bullet.
    """

    form: str
    pattern: str
    start: int = 1


@dataclass(slots=True)
class Counter:
    """Counts the items of one list; levels count from 0."""

    levels: dict[int, Level]
    _counts: dict[int, int] = field(default_factory=dict)

    def label(self, depth: int) -> str:
        """The label of the next item at a level; empty where its number is not painted."""
        level = self.levels.get(depth)
        if level is None or not level.form:
            return "" if level is None or not level.pattern else BULLET
        self.put(depth, self._counts.get(depth, level.start - 1) + 1)
        return _PLACE.sub(lambda place: self._painted(int(place[1]) - 1, level), level.pattern)

    def put(self, depth: int, number: int) -> None:
        """Let a number be the last one at a level; the levels below it begin anew."""
        self._counts = {one: count for one, count in self._counts.items() if one < depth}
        self._counts[depth] = number

    def _painted(self, depth: int, default: Level) -> str:
        level = self.levels.get(depth, default)
        return written(self._counts.get(depth, level.start), level.form)
