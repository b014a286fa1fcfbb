"""Rows of words become running text: furniture, paragraphs, words that were divided.

In: for each page its words with their places (``rows.py``). Out: running text in reading order,
in which each line end is known to be a wrap or the end of a paragraph, words that were divided
are whole, and what repeats on every page stands apart.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from standpunkt.sources.content import Flow, visible
from standpunkt.sources.rows import in_columns, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.sources.content import Content
    from standpunkt.sources.rows import Row, Word

_PARAGRAPH_GAP = 1.35
"""Rows that are further apart than this share of the usual distance have a gap between them."""
_INDENT = 0.8
"""A first line is indented by at least this share of its height."""
_SPACE = 0.25
"""The width of a space, as a share of the height of the words."""
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


def running_text(pages: Sequence[Sequence[Word]]) -> Content:
    """Put the words of all pages into reading order, as lines of paragraphs."""
    rows = [in_columns(rows_of(page)) for page in pages]
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
