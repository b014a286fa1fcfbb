"""What a reader of a format hands over: running text, and where its characters are in the source.

A text file is its own running text. Of the other formats the running text is put together
paragraph by paragraph with a ``Flow``: one line a paragraph, an empty line where the reader of
the source sees a gap, tabs between the cells of a table, and nothing that cannot be seen.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpunkt.model import Omission

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_MARKUP = 20_000_000
"""Longer XML or HTML is refused: a tree of it takes fifty times the room."""
PAGE = "\f"
"""Stands in the text of a paragraph where a page begins; it is taken out."""

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069"
    "\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\ufff0-\uffff\ud800-\udfff]"
)
"""Controls, soft hyphens, zero-width and bidirectional marks, and what is no character at all."""
_SYMBOL_BULLETS = re.compile("[\uf0a7\uf0b7\uf0d8\uf0fc]")
"""Bullets of the fonts Symbol and Wingdings, which stand in the private area of Unicode."""
_SHORT = 60
"""A cell whose lines are all shorter than this holds labels or names, not prose."""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on the source: the code of its kind, the offset that it is about, and the words.

    ``page`` is for remarks on pages without text, which no offset can tell from the next one.
    """

    code: str
    offset: int
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """Running text, the offset at which each page begins, and what was odd or left out.

    ``wraps`` holds the offsets of the line ends inside paragraphs; ``None`` where the source
    does not tell them from the ends of paragraphs. ``depths`` holds the offset and the level of
    each heading, where the source knows them.
    """

    text: str
    page_starts: tuple[int, ...] = (0,)
    wraps: frozenset[int] | None = None
    depths: tuple[tuple[int, int], ...] = ()
    omitted: tuple[Omission, ...] = ()
    notes: tuple[Note, ...] = ()


def visible(text: str) -> str:
    r"""The characters of a text that can be seen, composed (NFC).

    >>> visible("A\u030ase\u200b Lø\u00adken")
    'Åse Løken'
    """
    return unicodedata.normalize("NFC", _SYMBOL_BULLETS.sub("•", _UNSEEN.sub("", text)))


class Flow:
    """Running text that is being put together."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._gap = False
        self._pages = [0]
        self._empty = 0
        self._wraps: set[int] = set()
        self._depths: dict[int, int] = {}
        self._omitted: list[Omission] = []

    def gap(self) -> None:
        """An empty line before whatever comes next."""
        self._gap = bool(self._length)

    def new_page(self) -> None:
        """Begin a page with whatever comes next; said twice before it comes, it is one page."""
        self._empty = max(self._empty, 1)

    def go_to(self, page: int) -> None:
        """Begin the page of this number, from 1, with whatever comes next."""
        self._empty = max(self._empty, page - len(self._pages))

    def line(self, text: str, *, wrapped: bool = False) -> int:
        """Add a line, and tell where it begins.

        ``wrapped`` where it goes on with the paragraph of the line before it.
        """
        if self._length:
            if wrapped and not self._gap:
                self._wraps.add(self._length)
            self._append("\n\n" if self._gap else "\n")
        self._gap = False
        start = self._length
        for number, piece in enumerate(text.split(PAGE)):
            if number:
                self.new_page()
            if piece:
                self._begin_pages()
                self._append(piece)
        return start

    def paragraph(self, text: str, *, label: str = "", depth: int = 0) -> None:
        """Add a paragraph, with the label of its list item; nothing where there is no word in it.

        ``depth`` is the level of a heading, from 1, and 0 for any other paragraph. A line feed in
        ``text`` is a line end that the writer put there.
        """
        lines = [visible(line).strip(" ") for line in text.split("\n")]
        if not any(line.strip() for line in lines):
            if PAGE in text:
                self.new_page()
            return
        for number, line in enumerate(lines):
            start = self.line(f"{label} {line}" if label and not number else line)
            if depth and not number:
                self._depths[start] = depth

    def row(self, cells: Iterable[Sequence[str]]) -> None:
        """Add a row of a table, each cell with its lines.

        Cells of one line stand on one line, parted by tabs. A last cell with more lines goes on
        below it, parallel columns are read across, and other cells one after the other. A page
        that begins inside a row begins with it.
        """
        rows = [list(cell) for cell in cells]
        if any(PAGE in line for cell in rows for line in cell):
            self.new_page()
        kept = [[words for line in cell if (words := visible(line).strip())] for cell in rows]
        kept = [[line.replace(PAGE, "") for line in cell] for cell in kept]
        while kept and not kept[-1]:
            kept.pop()
        if not kept:
            return
        *labels, last = kept
        if all(len(cell) <= 1 for cell in labels):
            heads = ["".join(cell) for cell in labels]
            self.line("\t".join([*heads, *last[:1]]))
            for line in last[1:]:
                self.line(line)
        elif _are_parallel(kept):
            for across in zip(*kept, strict=True):
                self.line("\t".join(across))
        else:
            for cell in kept:
                for line in cell:
                    self.line(line)
                self.gap()

    def omit(self, text: str, reason: str, page: int = 1) -> None:
        """Remember what was left out of the running text, and why."""
        words = " ".join(visible(text).split())
        if words:
            self._omitted.append(Omission(page, words, reason))

    def content(self, notes: Iterable[Note] = ()) -> Content:
        """The finished text; every line end that is no wrap ends a paragraph."""
        self._begin_pages()
        return Content(
            text="".join(self._parts) + ("\n" if self._length else ""),
            page_starts=tuple(self._pages),
            wraps=frozenset(self._wraps),
            depths=tuple(self._depths.items()),
            omitted=tuple(self._omitted),
            notes=tuple(notes),
        )

    def _begin_pages(self) -> None:
        self._pages += [self._length] * self._empty
        self._empty = 0

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _are_parallel(cells: list[list[str]]) -> bool:
    """True where the lines of all cells belong together pairwise: labels and values, say."""
    labels = cells[0]
    alike = len({len(cell) for cell in cells}) == 1
    short = all(len(line) < _SHORT for cell in cells for line in cell)
    colons = {line.endswith(":") for line in labels}
    return alike and short and (colons == {True} or not any(c[0].endswith(":") for c in cells))
