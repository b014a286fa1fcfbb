"""ODT: the paragraphs, lists and tables of an OpenDocument text become running text.

The format is a zip archive of XML; ``content.xml`` holds the text, ``styles.xml`` the styles
that it names. Numbers of lists are painted by the program and are counted here.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from standpunkt.errors import SourceError
from standpunkt.sources import archive
from standpunkt.sources.archive import kind_of
from standpunkt.sources.content import PAGE, Flow
from standpunkt.sources.numbering import BULLET, Counter, Level, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element as Element

    from standpunkt.sources.content import Content

SUFFIXES = {".odt": "application/vnd.oasis.opendocument.text"}

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _TABLE, _OFFICE = _NAMES % "text", _NAMES % "table", _NAMES % "office"
_STYLE, _FO = _NAMES % "style", _NAMES % "xsl-fo-compatible"
_MANIFEST = "META-INF/manifest.xml"
_MARKS = {"tab": "\t", "line-break": "\n", "soft-page-break": PAGE}
_UNREAD = frozenset({"annotation", "note", "text-box", "title", "desc"})
"""What stands in a paragraph and is no part of its text, or a part of its own."""
_NESTED = frozenset({"section", "index-body", "list-header", "frame", "text-box", "g"})
_APART = {"note-body": "note", "annotation": "comment"}
_MAX_LEVEL = 10
_BLANK = re.compile(r"[ \t\r\n]+")
_UNITS = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 0.0353}
_GAP = 0.1
"""A paragraph with at least so many centimetres above or below it stands apart."""


def read(data: bytes, path: Path) -> Content:
    """The running text of an OpenDocument text.

    Raises :class:`~standpunkt.errors.SourceError` where it is encrypted, damaged, or unpacks to
    more than minutes can have.
    """
    with archive.opened(data, path) as files:
        if b"encryption-data" in archive.file(files, _MANIFEST, path, missing=b""):
            msg = f"{path}: encrypted; expected a file without a password. Save a copy without."
            raise SourceError(msg)
        content = archive.tree(archive.file(files, "content.xml", path), path)
        sheet = archive.tree(archive.file(files, "styles.xml", path, missing=b"<none/>"), path)
    body = next(content.iter(f"{_OFFICE}text"), None)
    if body is None:
        raise SourceError(archive.damaged(path, "a document without text"))
    return _Body([content, sheet]).content(body)


class _Body:
    """Writes the body of a document; ``sheets`` are the trees that hold its styles."""

    def __init__(self, sheets: list[Element]) -> None:
        self._sheets = sheets
        self._flow = Flow()
        self._after = False
        self._said: dict[tuple[str | None, str], str | None] = {}

    def content(self, body: Element) -> Content:
        """The running text; headers and footers of the pages stand apart."""
        self._write(body)
        for one in body.iter():
            if kind_of(one) in _APART:
                self._flow.omit(" ".join(_words(one)), _APART[kind_of(one)])
        for sheet in self._sheets:
            for one in sheet.iter(f"{_STYLE}header", f"{_STYLE}footer"):
                self._flow.omit(" ".join(_words(one)), "running header or footer")
        return self._flow.content()

    def _write(self, parent: Element) -> None:
        for child in parent:
            kind = kind_of(child)
            if kind in {"p", "h"}:
                self._paragraph(child)
            elif kind == "list":
                for paragraph, label in self._items(child, None, 0):
                    self._paragraph(paragraph, label)
            elif kind == "table":
                self._table(child)
            elif kind == "soft-page-break":
                self._flow.new_page()
            elif kind in _NESTED or kind.endswith("-index") or kind == "table-of-content":
                self._write(child)

    def _paragraph(self, paragraph: Element, label: str = "") -> None:
        text = "".join(_text(paragraph))
        style = paragraph.get(f"{_TEXT}style-name")
        if not text.strip() or self._after or self._has_gap(style, "margin-top"):
            self._flow.gap()
        if self._says(style, "break-before") == "page":
            self._flow.new_page()
        if text.strip():
            depth = _depth(paragraph)
            heading = self._outline.label(depth - 1) if depth else ""
            self._flow.paragraph(text, label=label or heading, depth=depth)
            self._after = self._has_gap(style, "margin-bottom")
        elif PAGE in text:
            self._flow.new_page()
        for box in _boxes(paragraph):
            self._write(box)

    def _items(
        self, parent: Element, counter: Counter | None, depth: int
    ) -> Iterator[tuple[Element, str]]:
        """The paragraphs below an element, each with the label of its list item."""
        label = ""
        if kind_of(parent) == "list":
            counter = counter or self._counter(parent)
        elif kind_of(parent) == "list-item" and counter:
            start = whole_number(parent.get(f"{_TEXT}start-value"), -1)
            if start >= 0:
                counter.put(depth - 1, start - 1)
            label = counter.label(depth - 1)
        for child in parent:
            kind = kind_of(child)
            if kind in {"p", "h"}:
                yield child, label
                label = ""
            elif kind == "soft-page-break":
                self._flow.new_page()
            elif kind == "list":
                yield from self._items(child, counter, depth)
            elif kind:
                yield from self._items(child, counter, depth + (kind == "list-item"))

    def _table(self, table: Element) -> None:
        self._flow.gap()
        for row in table.iter(f"{_TABLE}table-row", f"{_TEXT}soft-page-break"):
            if row.getparent() is table and kind_of(row) == "soft-page-break":
                self._flow.new_page()
            elif next(row.iterancestors(f"{_TABLE}table")) is table:
                cells = [one for one in row if kind_of(one) == "table-cell"]
                self._flow.row(list(self._lines(cell)) for cell in cells)
        self._flow.gap()
        self._after = False

    def _lines(self, cell: Element) -> Iterator[str]:
        """The lines of a cell; tables and boxes inside it give theirs in order."""
        for paragraph, label in self._items(cell, None, 0):
            text = "".join(_text(paragraph)).replace("\t", " ")
            yield from f"{label} {text}".split("\n")
            for box in _boxes(paragraph):
                yield from self._lines(box)

    def _counter(self, items: Element) -> Counter:
        """The counter of a list: a new one, or that of the list that it goes on with."""
        style = items.get(f"{_TEXT}style-name") or ""
        goes_on = items.get(f"{_TEXT}continue-numbering") == "true"
        if style not in self._counters or not (goes_on or items.get(f"{_TEXT}continue-list")):
            self._counters[style] = Counter(self._levels(style))
        return self._counters[style]

    @cached_property
    def _counters(self) -> dict[str, Counter]:
        return {}

    @cached_property
    def _outline(self) -> Counter:
        found = (one for s in self._sheets for one in s.iter(f"{_TEXT}outline-style"))
        style = next(found, None)
        return Counter({} if style is None else _levels(style))

    def _levels(self, name: str) -> dict[int, Level]:
        styles = (one for sheet in self._sheets for one in sheet.iter(f"{_TEXT}list-style"))
        style = next((one for one in styles if one.get(f"{_STYLE}name") == name), None)
        return {} if style is None else _levels(style)

    def _has_gap(self, style: str | None, side: str) -> bool:
        return _centimetres(self._says(style, side) or "") >= _GAP

    def _says(self, style: str | None, what: str) -> str | None:
        """What a style says of its paragraphs, or the one under it, and so on."""
        if (style, what) not in self._said:
            self._said[style, what] = self._look_up(style, what)
        return self._said[style, what]

    def _look_up(self, style: str | None, what: str) -> str | None:
        seen = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            found = self._styles[style]
            properties = found.find(f"{_STYLE}paragraph-properties")
            said = None if properties is None else properties.get(f"{_FO}{what}")
            if said is not None:
                return said
            style = found.get(f"{_STYLE}parent-style-name")
        return None

    @cached_property
    def _styles(self) -> dict[str | None, Element]:
        return {
            one.get(f"{_STYLE}name"): one
            for sheet in reversed(self._sheets)
            for one in sheet.iter(f"{_STYLE}style")
        }


def _boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes of a paragraph, without those inside them."""
    for box in paragraph.iter(f"{_NAMES % 'drawing'}text-box"):
        if next(box.iterancestors(f"{_TEXT}p", f"{_TEXT}h")) is paragraph:
            yield box


def _words(element: Element) -> Iterator[str]:
    """The texts of the paragraphs below an element."""
    for paragraph in element.iter(f"{_TEXT}p", f"{_TEXT}h"):
        yield "".join(_text(paragraph))


def _text(element: Element) -> Iterator[str]:
    """The pieces of a paragraph's text, in order, without notes, comments and boxes."""
    yield _BLANK.sub(" ", element.text or "")
    for child in element:
        kind = kind_of(child)
        if kind == "s":
            yield " " * min(whole_number(child.get(f"{_TEXT}c"), 1), 1000)
        elif kind in _MARKS:
            yield _MARKS[kind]
        elif kind and kind not in _UNREAD:
            yield from _text(child)
        yield _BLANK.sub(" ", child.tail or "")


def _levels(style: Element) -> dict[int, Level]:
    """The levels of a list, from 0."""
    numbers = ((whole_number(one.get(f"{_TEXT}level"), 1), one) for one in style)
    return {n - 1: _level(one, n) for n, one in numbers if 0 < n <= _MAX_LEVEL}


def _level(level: Element, number: int) -> Level:
    if kind_of(level) == "list-level-style-bullet":
        return Level("", level.get(f"{_TEXT}bullet-char") or BULLET)
    form = level.get(f"{_STYLE}num-format") or ""
    first = number - whole_number(level.get(f"{_TEXT}display-levels"), 1) + 1
    numbers = ".".join(f"%{one}" for one in range(max(first, 1), number + 1))
    before, after = level.get(f"{_STYLE}num-prefix") or "", level.get(f"{_STYLE}num-suffix") or ""
    pattern = f"{before}{numbers}{after}" if form else ""
    return Level(form, pattern, whole_number(level.get(f"{_TEXT}start-value"), 1))


def _centimetres(size: str) -> float:
    number, unit = size[:-2], size[-2:]
    try:
        return float(number) * _UNITS.get(unit, 0.0)
    except ValueError:
        return 0.0


def _depth(paragraph: Element) -> int:
    """The level of a heading, from 1; 0 for any other paragraph."""
    if kind_of(paragraph) != "h":
        return 0
    return max(1, whole_number(paragraph.get(f"{_TEXT}outline-level"), 1))
