"""Values that stand below all their labels, as the columns of a table fall apart in running text.

They are paired in order. Where there are more values than labels, the only list of people takes
the rest, and where a field of the date would get no number, the first values belong to labels
that nobody knows. In: labels without a value, and the blocks below them. Out: who gets what.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from standpunkt.parse.fields import LISTS, Field
from standpunkt.parse.layout import Block

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBERED = frozenset({"date", "time"})
_DIGIT = re.compile(r"\d")
_LEAST = 3
"""So many labels without a value, one after the other, have their values below them in order."""


def are_apart(empty: Sequence[Field]) -> bool:
    """True where some labels without values are enough to have them below, two of them no lists."""
    return len(empty) >= _LEAST and sum(field.name not in LISTS for field in empty) > 1


def pair(flat: str, empty: Sequence[Field], blocks: Sequence[Block]) -> bool:
    """Give the labels their values, block by block, or line by line where that does not fit."""
    lines = [Block((line,), line.span) for block in blocks for line in block.lines]
    for values in (blocks, lines):
        for skipped in range(len(values) - len(empty) + 1):
            parts = _parts(empty, values[skipped:])
            if parts and _fits(flat, empty, parts):
                for field, part in zip(empty, parts, strict=True):
                    field.values += part
                return True
    return False


def _parts(empty: Sequence[Field], values: Sequence[Block]) -> list[Sequence[Block]]:
    """The values of each label in order; none where it is open who gets the surplus."""
    surplus = len(values) - len(empty)
    if surplus and sum(field.name in LISTS for field in empty) != 1:
        return []
    edges = [0]
    for field in empty:
        edges.append(edges[-1] + 1 + (surplus if field.name in LISTS else 0))
    return [values[begin:end] for begin, end in pairwise(edges)]


def _fits(flat: str, empty: Sequence[Field], parts: list[Sequence[Block]]) -> bool:
    """True where every field of a date or a time has a number in it."""
    return all(
        any(_DIGIT.search(flat, value.span.start, value.span.end) for value in part)
        for field, part in zip(empty, parts, strict=True)
        if field.name in _NUMBERED
    )
