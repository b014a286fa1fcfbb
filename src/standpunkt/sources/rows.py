"""Words with places become rows, in reading order: what stands side by side, and in which column.

All lengths are in points, with the origin in the lower left corner of the page. In: the words of
a page, in the order in which they are painted. Out: rows down the page; where it has two columns
of prose, those of the left one first.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_CELL_GAP = 1.5
"""Words of a row that are further apart than this share of their height are in two cells."""
_EDGE_GAP = 0.6
"""So are words that are this far apart, where a cell begins at the same place in other rows."""
_CELL_ROWS = 3
"""At least so many rows show where a column of a table begins."""
_COLUMN_ROWS = 8
"""Two columns of prose stand side by side in at least so many rows."""
_COLUMN_LETTERS = 18
"""The median length of a line of prose in a column is at least this; labels are shorter."""


class Word(NamedTuple):
    """Characters without white space, and the box around them.

    ``hyphen`` is true where the word ends in a hyphen at the end of a line and goes on in the
    next one, and ``bold`` where its letters are.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    hyphen: bool = False
    bold: bool = False

    @property
    def height(self) -> float:
        """The height of the word's font."""
        return max(self.top - self.bottom, 1.0)

    @property
    def middle(self) -> float:
        """The height of the word's middle above the foot of the page."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """Words side by side, in the cells that wide gaps part them into.

    ``column`` is 0 in a page of one column, else 1 or 2.
    """

    cells: tuple[tuple[Word, ...], ...]
    column: int = 0

    @property
    def first(self) -> Word:
        """The leftmost word."""
        return self.cells[0][0]

    @property
    def last(self) -> Word:
        """The rightmost word."""
        return self.cells[-1][-1]

    @property
    def bold(self) -> bool:
        """True where every word is."""
        return all(word.bold for cell in self.cells for word in cell)

    @property
    def text(self) -> str:
        """The words, with tabs between the cells."""
        return "\t".join(" ".join(word.text for word in cell) for cell in self.cells)


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Words whose middles are level form a row; rows go down the page."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.middle):
        if rows and rows[-1][0].middle - word.middle < min(word.height, rows[-1][0].height) / 2:
            rows[-1].append(word)
        else:
            rows.append([word])
    level = [sorted(row, key=lambda word: word.left) for row in rows]
    starts = Counter(
        round(word.left)
        for row in level
        for before, word in pairwise(row)
        if _gap(before, word) > _EDGE_GAP
    )
    edges = {x for x in starts if sum(starts[x + d] for d in (-1, 0, 1)) >= _CELL_ROWS}
    return [Row(_cells(row, edges)) for row in level]


def _cells(words: list[Word], edges: set[int]) -> tuple[tuple[Word, ...], ...]:
    cells = [[words[0]]]
    for before, word in pairwise(words):
        gap = _gap(before, word)
        if gap > _CELL_GAP or (gap > _EDGE_GAP and round(word.left) in edges):
            cells.append([])
        cells[-1].append(word)
    return tuple(tuple(cell) for cell in cells)


def _gap(before: Word, word: Word) -> float:
    """The room between two words of a row, as a share of their height."""
    height = max(before.top - before.bottom, word.top - word.bottom, 1.0)
    return (word.left - before.right) / height


def in_columns(rows: list[Row]) -> list[Row]:
    """Rows in reading order: where a page has two columns of prose, the left one goes first."""
    gutter = _gutter(rows)
    if gutter is None:
        return rows
    ordered: list[Row] = []
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        if any(cell[0].left < gutter < cell[-1].right for cell in row.cells):
            ordered += [*left, *right, row]
            left, right = [], []
            continue
        sides = [[], []]  # type: list[list[tuple[Word, ...]]]
        for cell in row.cells:
            sides[cell[0].left >= gutter].append(cell)
        left += [Row(tuple(sides[0]), 1)] if sides[0] else []
        right += [Row(tuple(sides[1]), 2)] if sides[1] else []
    return [*ordered, *left, *right]


def _gutter(rows: list[Row]) -> float | None:
    """Where the right one of two columns of prose begins; ``None`` on a page of one column."""
    pairs = [row.cells for row in rows if len(row.cells) == 2]
    if len(pairs) < _COLUMN_ROWS:
        return None
    start, count = Counter(round(cells[1][0].left / 4) for cells in pairs).most_common(1)[0]
    beside = [cells for cells in pairs if abs(round(cells[1][0].left / 4) - start) <= 1]
    lengths = [
        median(sum(len(word.text) + 1 for word in cells[side]) for cells in beside)
        for side in (0, 1)
    ]
    if count < _COLUMN_ROWS or min(lengths) < _COLUMN_LETTERS:
        return None
    return min(cells[1][0].left for cells in beside) - 1
