"""Heads that run on: "Referat Dato: 4. mars Sted: Rådhuset Til stede: Anne Vikse", all on one line.

Where a line near the top has several labels inside it, each begins a block of its own, as if the
line had been broken there. In: blocks. Out: blocks, cut at their labels.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from standpunkt.model import Span
from standpunkt.parse.layout import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from standpunkt.parse.layout import Line

_TOP = 12
"""Heads stand among so many blocks."""
_LEAST = 3
"""A line with fewer labels is a field with another one behind it, or text."""


class RunOn:
    """Cuts blocks at the labels inside them."""

    def __init__(self, labels: Iterable[str]) -> None:
        longest_first = sorted(labels, key=len, reverse=True)
        words = "|".join(re.escape(label) for label in longest_first)
        self._label = re.compile(rf"(?<![^\s|])(?=[A-ZÆØÅ])(?i:{words})\s*:(?=\s|$)")

    def cut(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks, those near the top with three labels or more cut at each."""
        top = (part for block in blocks[:_TOP] for part in self._parts(block))
        return (*top, *blocks[_TOP:])

    def _parts(self, block: Block) -> Iterator[Block]:
        starts = [
            (number, match.start())
            for number, line in enumerate(block.lines)
            for match in self._label.finditer(line.text)
        ]
        if len(starts) < _LEAST:
            yield block
            return
        edges = [(0, 0), *(start for start in starts if start != (0, 0)), (len(block.lines), 0)]
        for begin, end in pairwise(edges):
            lines = tuple(_within(block.lines, begin, end))
            if lines:
                yield Block(lines, Span(lines[0].span.start, lines[-1].span.end))


def _within(
    lines: tuple[Line, ...], begin: tuple[int, int], end: tuple[int, int]
) -> Iterator[Line]:
    """The lines, or parts of lines, between two places, each a line and an offset in it."""
    for number in range(begin[0], min(end[0] + 1, len(lines))):
        line = lines[number]
        first = begin[1] if number == begin[0] else 0
        last = end[1] if number == end[0] else len(line.text)
        text = line.text[first:last]
        first += len(text) - len(text.lstrip())
        text = text.strip()
        if text:
            start = line.span.start + first
            cut = first > 0
            yield replace(
                line,
                span=Span(start, start + len(text)),
                text=text,
                bullet=line.bullet and not cut,
                number=line.number and not cut,
                after_blank=line.after_blank and not cut,
            )
