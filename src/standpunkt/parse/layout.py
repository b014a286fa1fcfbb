"""Lines and paragraphs: which line ends are only where the writer's page was full.

A line end is a paragraph break if the next line's first word would have fitted on the line
before it. Blank lines, bullets and numbers break as well. In: a document's text. Out: blocks,
each a run of lines that belong together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from standpunkt.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from standpunkt.model import Document

_LINE = re.compile(r"[^\n\f]*")
_ROW = re.compile(r"\s*\|(?P<plain>.*)\|\s*$")
_COLUMNS = re.compile(r"\S(?:\t| {3,}| \| )\s*\S")
_MARKED = re.compile(r"\s*(?:#{1,6}\s+)?(?:\*\*|__)?(?P<plain>.*?)(?:\*\*|__)?\s*#*\s*$")
_MARKS = re.compile(r"\s*(?:#{1,6}\s|\*\*\S|__\S)")
"""Markdown's marks around a heading or a label, which are no part of its text."""
_DEPTH = re.compile(r"\s*(#{1,6})\s")
_RULE = re.compile(r"[\s|:\-]*$")
_BULLET = re.compile(r"\s*[•·▪‣◦\-–—*]\s+(?=\S)")
_NUMBER = re.compile(
    r"\s*(?:\d+[.)](?=[A-ZÆØÅ])"
    r"|(?:\d+(?:\.\d+)*[.)]|\d+\.\d+|\d+/\d+|[A-Za-zÆØÅ][.)]|(?:[A-ZÆØÅ]{1,4}|Sak)\s?\d+/\d+)"
    r"\s+(?=[A-ZÆØÅ«\"0-9]))"
)
LABELLED = re.compile(r"[A-ZÆØÅ][^\W\d_]*(?:[ /-]+[\w.()]+){0,3}\s*:(?=\s|$)")
"""What has the form of a label of a few words, which is one right below another label."""
_FULL = 0.85
"""A line that fills this share of the width and ends no sentence goes on in the next."""
_NARROW = 60
"""Two lines are only taken for one paragraph where the first is longer than this."""
_UNWRAPPED = 130
"""Lines longer than this are not wrapped: each is a paragraph of its own."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span without surrounding white space, its place, its kind.

    ``joined`` is true where the source says that it goes on with the line before it, false where
    it says that it does not, and ``None`` where it says neither.
    ``depth`` is the level of a line that the source marks as a heading, and 0 for any other.
    """

    span: Span
    text: str
    indent: int
    bullet: bool
    number: bool
    after_blank: bool
    joined: bool | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, as a paragraph, a heading or an entry of a list."""

    lines: tuple[Line, ...]
    span: Span

    @property
    def text(self) -> str:
        """The words of the block on one line."""
        return " ".join(line.text for line in self.lines)

    @property
    def depth(self) -> int:
        """The level of a heading that the source marks as one, and 0 for any other block."""
        return self.lines[0].depth

    @property
    def bullet(self) -> bool:
        """True where the block is an entry of a bullet list."""
        return self.lines[0].bullet

    @property
    def after_blank(self) -> bool:
        """True where a blank line, or the start of the document, stands before the block."""
        return self.lines[0].after_blank


def lines_of(document: Document) -> tuple[Line, ...]:
    """The lines of a document that are not blank; bullets are left out of their spans."""
    return tuple(_lines(document.text, document.wraps, dict(document.depths)))


def _lines(text: str, wraps: frozenset[int] | None, depths: dict[int, int]) -> Iterator[Line]:
    blank = True
    for match in _LINE.finditer(text):
        raw = match.group()
        if not raw.strip():
            # The pattern also matches the empty string before each line end.
            blank = blank or _is_blank_line(text, match.start(), match.end())
            continue
        if _ROW.match(raw) and _RULE.match(raw):
            continue
        bullet = _BULLET.match(raw)
        first, last = _content(raw)
        marks = _DEPTH.match(raw)
        span = Span(match.start() + (bullet.end() if bullet else first), match.start() + last)
        yield Line(
            span=span,
            text=text[span.start : span.end],
            indent=len(raw) - len(raw.lstrip()),
            bullet=bool(bullet),
            number=bool(_NUMBER.match(raw)),
            after_blank=blank,
            joined=None if wraps is None else match.start() - 1 in wraps,
            depth=depths.get(match.start(), len(marks.group(1)) if marks else 0),
        )
        blank = False


def _content(raw: str) -> tuple[int, int]:
    """Where the words of a line begin and end, inside white space and Markdown's marks."""
    marked = _ROW.match(raw) or (_MARKS.match(raw) and _MARKED.match(raw))
    start, end = marked.span("plain") if marked else (0, len(raw))
    words = raw[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())


def _is_blank_line(text: str, start: int, end: int) -> bool:
    """True for a line between two line ends; what a page break cuts off is none."""
    before = start == 0 or text[start - 1] == "\n"
    return before and (end == len(text) or text[end] == "\n")


def blocks_of(lines: Iterable[Line], opens: Callable[[str], bool]) -> tuple[Block, ...]:
    """Gather lines into blocks; a line for which ``opens`` is true begins a block of its own."""
    lines = tuple(lines)
    width = wrap_width(lines)
    groups: list[list[Line]] = []
    for stretch in _stretches(lines, opens):
        # A label stands in a column of its own, so its line may be longer than the rest.
        bare = stretch[0].text.endswith(":")
        label = bare or opens(stretch[0].text)
        rest = stretch[1:] if label and len(stretch) > 2 else stretch
        local = max(line.indent + len(line.text) for line in rest)
        full = local if width and _is_wrapped(rest if bare else stretch, local) else width
        groups.append(stretch[:1])
        for line in stretch[1:]:
            joined = _continues(groups[-1][-1], line, full) if line.joined is None else line.joined
            if joined:
                groups[-1].append(line)
            else:
                groups.append([line])
    return tuple(Block(tuple(g), Span(g[0].span.start, g[-1].span.end)) for g in groups)


def _stretches(lines: tuple[Line, ...], opens: Callable[[str], bool]) -> list[list[Line]]:
    """Runs of lines with neither a blank line nor the mark of a new entry between them."""
    runs: list[list[Line]] = []
    labelled = False
    for line in lines:
        follows = labelled and not line.after_blank and bool(LABELLED.match(line.text))
        labelled = follows or opens(line.text)
        row = _COLUMNS.search(line.text) and not line.text.endswith((".", ","))
        number = line.number and not (line.joined and runs and not _ends(runs[-1][-1]))
        if not runs or line.after_blank or line.bullet or number or row or labelled:
            runs.append([])
        runs[-1].append(line)
    return runs


def _ends(line: Line) -> bool:
    """True where a line may be the last of its sentence."""
    return line.text.endswith((".", ":", "?", "!", "»", ")"))


def _is_wrapped(stretch: list[Line], width: int) -> bool:
    """True where every line but the last is full at the stretch's own width."""
    enough = len(stretch) > 2 or width > _NARROW
    return enough and not any(_fits(line, after, width) for line, after in pairwise(stretch))


def _fits(line: Line, following: Line, width: int) -> bool:
    first_word = following.text.split()[0]
    return line.indent + len(line.text) + 1 + len(first_word) <= width


def wrap_width(lines: tuple[Line, ...]) -> int:
    """The width that the writer's lines were wrapped at; 0 where they were not wrapped."""
    lengths = sorted(line.indent + len(line.text) for line in lines)
    if len(lengths) < 2 or lengths[-1] > _UNWRAPPED:
        return 0
    width = lengths[int(len(lengths) * 0.97)]
    return width if width > _NARROW else 0


def _continues(line: Line, following: Line, width: int) -> bool:
    if following.text[0].islower() and not line.text.endswith((".", ":", "?", "!")):
        return bool(width) or line.text.endswith(("-", ","))
    if width and not line.number and len(line.text) > _FULL * width:
        unfinished = not line.text.endswith((".", ":", "?", "!", ")"))
        return unfinished or not _fits(line, following, width)
    return width > 0 and not _fits(line, following, width)
