"""Pages of words with places become running text: rows, columns, furniture, paragraphs.

All lengths are in points, with the origin in the lower left corner of the page. In: for each
page its words. Out: running text in reading order, in which each line end is known to be a wrap
or the end of a paragraph, words that were divided are whole, and what repeats on every page
stands apart.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from standpunkt.sources.content import Flow, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.sources.content import Content

_CELL_GAP = 1.5
"""Words of a row that are further apart than this share of their height are in two cells."""
_EDGE_GAP = 0.6
"""So are words that are this far apart, where a cell begins at the same place in other rows."""
_CELL_ROWS = 3
"""At least so many rows show where a column of a table begins."""
_PARAGRAPH_GAP = 1.35
"""Rows that are further apart than this share of the usual distance have a gap between them."""
_INDENT = 0.8
"""A first line is indented by at least this share of its height."""
_SPACE = 0.25
"""The width of a space, as a share of the height of the words."""
_COLUMN_ROWS = 8
"""Two columns of prose stand side by side in at least so many rows."""
_COLUMN_LETTERS = 18
"""The median length of a line of prose in a column is at least this; labels are shorter."""
_EDGE_ROWS = 3
"""So many rows at the head and foot of a page may be its furniture."""
_SMALL = 0.75
"""A row at an edge in letters below this share of the usual height is furniture."""
_PAGE_NUMBER = re.compile(r"(?:side|page|s\.)?\s*[-–]?\s*#(?:\s*(?:av|/|of|\()\s*#\)?)?\s*[-–]?")
_MARKED = re.compile(r"(?:[•·▪‣◦*–-]|\d+(?:\.\d+)*[.)]|[a-zæøå]\))$", re.IGNORECASE)
_LABEL = re.compile(r"[A-ZÆØÅ][^:\t]{1,40}:(?:\s|$)")
_DIVIDED = re.compile(r"[a-zæøå]{2}-$")
"""So end the halves of divided words; the hyphen of "KS-området" and "e-post" is their own."""
_AND = frozenset({"og", "eller", "samt", "til", "i", "på", "men"})
"""After a hyphen before one of these the word is only half a compound: "arbeids- og"."""


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


def running_text(pages: Sequence[Sequence[Word]]) -> Content:
    """Put the words of all pages into reading order, as lines of paragraphs."""
    rows = [_in_columns(_rows(page)) for page in pages]
    furniture = _furniture(rows)
    kept = [
        [row for index, row in enumerate(page) if index not in apart]
        for page, apart in zip(rows, furniture, strict=True)
    ]
    flow = _write(kept)
    for number, (page, apart) in enumerate(zip(rows, furniture, strict=True), start=1):
        for index in sorted(apart):
            flow.omit(page[index].text, "running header or footer", number)
    return flow.content()


def _rows(words: Sequence[Word]) -> list[Row]:
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


def _in_columns(rows: list[Row]) -> list[Row]:
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


def _furniture(pages: list[list[Row]]) -> list[set[int]]:
    """For each page the rows at its head and foot that are its running header, footer or number.

    On the first page a header in large letters stays: it is the title.
    """
    shapes = [[_shape(row) for row in page] for page in pages]
    seen = Counter(shape for page in shapes for shape in {page[i] for i in _edges(page)})
    often = {shape for shape, count in seen.items() if count > max(1, len(pages) // 2)}
    heights = [row.first.height for page in pages for row in page]
    usual = median(heights) if heights else 0.0
    apart: list[set[int]] = []
    for number, page in enumerate(pages):
        edges = _edges(page)
        runs = [
            index in edges
            and (shape in often or _is_furniture(row, shape, usual))
            and not (number == 0 and row.first.height > 1.1 * usual)
            for index, (row, shape) in enumerate(zip(page, shapes[number], strict=True))
        ]
        head = runs.index(False) if False in runs else len(runs)
        foot = runs[::-1].index(False) if False in runs else 0
        apart.append({*range(head), *range(len(runs) - foot, len(runs))})
    everything = all(len(rows) == len(page) for rows, page in zip(apart, pages, strict=True))
    return [set() for _ in pages] if everything else apart


def _is_furniture(row: Row, shape: str, usual: float) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(shape)) or row.first.height < _SMALL * usual


def _edges(page: Sequence[object]) -> set[int]:
    indices = range(len(page))
    return {*indices[:_EDGE_ROWS], *indices[-_EDGE_ROWS:]}


def _shape(row: Row) -> str:
    """A row's words with every number as "#", so that page numbers are alike."""
    return re.sub(r"\d+", "#", " ".join(row.text.lower().split()))


def _write(pages: list[list[Row]]) -> Flow:
    flow = Flow()
    margins = _margins(pages)
    pitch = _pitch(pages, margins)
    rows = [(number, row) for number, page in enumerate(pages, start=1) for row in page]
    gaps = [a == b and _distance(row, after) > pitch for (a, row), (b, after) in pairwise(rows)]
    joins = [
        not gap and _wraps(row, after, margins)
        for gap, ((_, row), (_, after)) in zip(gaps, pairwise(rows), strict=True)
    ]
    texts = _whole_words([row for _, row in rows], [*joins, False])
    for (number, _), text, gap, wrapped in zip(
        rows, texts, [False, *gaps], [False, *joins], strict=True
    ):
        flow.go_to(number)
        if gap:
            flow.gap()
        if text:
            flow.line(text, wrapped=wrapped)
    flow.go_to(len(pages))
    return flow


def _whole_words(rows: list[Row], joins: list[bool]) -> list[str]:
    """The texts of rows, in which a word that is divided at a wrap stands whole on the first."""
    texts = [visible(row.text) for row in rows]
    known = {word.lower() for text in texts for word in text.split()}
    for index, joined in enumerate(joins):
        if not joined or not texts[index].endswith("-"):
            continue
        head, _, tail = texts[index + 1].partition(" ")
        whole = _whole(texts[index].split()[-1], head, known)
        if whole:
            texts[index] = texts[index][: -len(texts[index].split()[-1])] + whole
            texts[index + 1] = tail.lstrip()
    return texts


def _whole(first: str, second: str, known: set[str]) -> str | None:
    """A word from its halves; ``None`` where the hyphen stands for a word left out."""
    if second.strip(".,;:").lower() in _AND or not second[:1].isalnum():
        return None
    hyphened = (first + second).strip(".,;:()").lower() in known
    divided = _DIVIDED.search(first) and second[0].islower() and not hyphened
    return (first[:-1] if divided else first) + second


def _wraps(row: Row, after: Row, margins: dict[int, float]) -> bool:
    """True where the paragraph of ``row`` goes on in the row ``after`` it."""
    first = after.first
    if row.last.hyphen:
        return True
    if _MARKED.fullmatch(first.text) and not first.text[0].isdigit():
        return False
    if _LABEL.match(row.text) and _LABEL.match(after.text):
        return False
    if len(after.cells) > 1 or (len(row.cells) > 1 and not _under(row.cells[-1][0], first)):
        return False
    fits = row.last.right + _SPACE * row.last.height + (first.right - first.left)
    if fits <= margins[row.column]:
        return False
    hanging = _MARKED.fullmatch(row.first.text) or len(row.cells) > 1
    indented = first.left - row.first.left > _INDENT * first.height
    alike = 0.8 < first.height / row.first.height < 1.25 and row.bold == after.bold
    return alike and (hanging is not None or not indented)


def _under(cell: Word, word: Word) -> bool:
    return abs(cell.left - word.left) < word.height / 2


def _margins(pages: list[list[Row]]) -> dict[int, float]:
    """How far to the right the rows of each column go; a stray one that goes on does not count."""
    ends: dict[int, list[float]] = {}
    for page in pages:
        for row in page:
            ends.setdefault(row.column, []).append(row.last.right)
    return {column: sorted(all_)[int(len(all_) * 0.95)] for column, all_ in ends.items()}


def _pitch(pages: list[list[Row]], margins: dict[int, float]) -> float:
    """The distance between rows above which there is a gap: the usual one inside paragraphs."""
    inside = Counter(
        round(_distance(row, after))
        for page in pages
        for row, after in pairwise(page)
        if row.column == after.column and _wraps(row, after, margins)
    )
    usual = inside.most_common(1)[0][0] if inside else 0
    heights = [row.first.height for page in pages for row in page]
    return _PARAGRAPH_GAP * (usual or median(heights))


def _distance(row: Row, after: Row) -> float:
    return row.first.middle - after.first.middle
