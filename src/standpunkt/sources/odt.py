"""ODT: the paragraphs, lists and tables of an OpenDocument text become running text.

The format is a zip archive of XML; ``content.xml`` holds the text, ``styles.xml`` the styles
that it names. Numbers of lists are painted by the program and are counted here.
"""

from __future__ import annotations

import zlib
from functools import cached_property
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from standpunkt.errors import SourceError
from standpunkt.sources import archive
from standpunkt.sources.archive import kind_of
from standpunkt.sources.content import PAGE, Flow
from standpunkt.sources.numbering import Counter, Level

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from zipfile import ZipFile

    from lxml.etree import _Element as Element

    from standpunkt.sources.content import Content

SUFFIXES = {".odt": "application/vnd.oasis.opendocument.text"}

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _TABLE, _OFFICE = _NAMES % "text", _NAMES % "table", _NAMES % "office"
_STYLE, _FO = _NAMES % "style", _NAMES % "xsl-fo-compatible"
_MARKS = {"tab": "\t", "line-break": "\n", "soft-page-break": PAGE}
_UNREAD = frozenset({"tracked-changes", "annotation", "annotation-end", "note", "text-box"})
_NESTED = frozenset({"section", "index-body", "list-header"})
_UNITS = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 0.0353}
_GAP = 0.1
"""A paragraph with at least so many centimetres above or below it stands apart."""


def read(data: bytes, path: Path) -> Content:
    """The running text of an OpenDocument text.

    Raises :class:`~standpunkt.errors.SourceError` where it is encrypted, damaged, or unpacks to
    more than minutes can have.
    """
    with archive.opened(data, path) as files:
        if "content.xml" not in files.namelist():
            raise SourceError(archive.damaged(path, "no content.xml in the archive"))
        content = archive.tree(_file(files, "content.xml", path), path)
        sheet = None
        if "styles.xml" in files.namelist():
            sheet = archive.tree(_file(files, "styles.xml", path), path)
    body = next(content.iter(f"{_OFFICE}text"), None)
    if body is None:
        raise SourceError(archive.damaged(path, "a document without text"))
    return _Body([content] if sheet is None else [content, sheet]).content(body)


def _file(files: ZipFile, name: str, path: Path) -> bytes:
    try:
        return files.read(name)
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        # RuntimeError is what an encrypted file gives.
        raise SourceError(archive.damaged(path, error)) from error


class _Body:
    """Writes the body of a document; ``sheets`` are the trees that hold its styles."""

    def __init__(self, sheets: list[Element]) -> None:
        self._sheets = sheets
        self._flow = Flow()
        self._after = False

    def content(self, body: Element) -> Content:
        """The running text; headers and footers of the pages stand apart."""
        self._write(body)
        for sheet in self._sheets:
            for kind in ("header", "footer"):
                for one in sheet.iter(f"{_STYLE}{kind}"):
                    self._flow.omit(
                        " ".join(map(str, one.itertext())), "running header or footer", 1
                    )
        return self._flow.content()

    def _write(self, parent: Element) -> None:
        for child in parent:
            kind = kind_of(child)
            if kind in {"p", "h"}:
                self._paragraph(child)
            elif kind == "list":
                self._list(child, None, 0)
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
        if text.strip():
            heading = self._heading(paragraph) if kind_of(paragraph) == "h" else ""
            self._flow.paragraph(text, label=label or heading)
            self._after = self._has_gap(style, "margin-bottom")
        for box in paragraph.iter(f"{_NAMES % 'drawing'}text-box"):
            self._write(box)

    def _list(self, items: Element, counter: Counter | None, depth: int) -> None:
        counter = counter or self._counter(items)
        for item in items:
            label = counter.label(depth) if kind_of(item) == "list-item" else ""
            for child in item:
                if kind_of(child) == "list":
                    self._list(child, counter, depth + 1)
                elif kind_of(child) in {"p", "h"}:
                    self._paragraph(child, label)
                    label = ""

    def _table(self, table: Element) -> None:
        self._flow.gap()
        for row in table.iter(f"{_TABLE}table-row"):
            if next(row.iterancestors(f"{_TABLE}table")) is table:
                cells = [one for one in row if kind_of(one) == "table-cell"]
                self._flow.row(list(_lines(cell)) for cell in cells)
        self._flow.gap()
        self._after = False

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

    def _heading(self, heading: Element) -> str:
        level = heading.get(f"{_TEXT}outline-level") or "1"
        return self._outline.label(int(level) - 1) if level.isdigit() else ""

    def _levels(self, name: str) -> dict[int, Level]:
        styles = (one for sheet in self._sheets for one in sheet.iter(f"{_TEXT}list-style"))
        style = next((one for one in styles if one.get(f"{_STYLE}name") == name), None)
        return {} if style is None else _levels(style)

    def _has_gap(self, style: str | None, side: str) -> bool:
        seen = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            found = self._styles[style]
            properties = found.find(f"{_STYLE}paragraph-properties")
            size = None if properties is None else properties.get(f"{_FO}{side}")
            if size is not None:
                return _centimetres(size) >= _GAP
            style = found.get(f"{_STYLE}parent-style-name")
        return False

    @cached_property
    def _styles(self) -> dict[str | None, Element]:
        return {
            one.get(f"{_STYLE}name"): one
            for sheet in reversed(self._sheets)
            for one in sheet.iter(f"{_STYLE}style")
        }


def _text(element: Element) -> Iterator[str]:
    """The pieces of a paragraph's text, in order, without notes, comments and boxes."""
    yield from " ".join((element.text or "").split("\n"))
    for child in element:
        kind = kind_of(child)
        if kind == "s":
            count = child.get(f"{_TEXT}c") or "1"
            yield " " * min(int(count), 1000) if count.isdigit() else " "
        elif kind in _MARKS:
            yield _MARKS[kind]
        elif kind not in _UNREAD:
            yield from _text(child)
        yield " ".join((child.tail or "").split("\n"))


def _lines(cell: Element) -> Iterator[str]:
    """The lines of a cell; a table inside it gives its cells in order."""
    for paragraph in cell.iter(f"{_TEXT}p", f"{_TEXT}h"):
        yield from "".join(_text(paragraph)).replace(PAGE, "").replace("\t", " ").split("\n")


def _levels(style: Element) -> dict[int, Level]:
    levels = {}
    for one in style:
        number = one.get(f"{_TEXT}level") or "1"
        if number.isdigit():
            levels[int(number) - 1] = _level(one, int(number))
    return levels


def _level(level: Element, number: int) -> Level:
    if kind_of(level) == "list-level-style-bullet":
        return Level("", level.get(f"{_TEXT}bullet-char") or "•")
    form = level.get(f"{_STYLE}num-format") or ""
    shown = level.get(f"{_TEXT}display-levels") or "1"
    first = number - int(shown) + 1 if shown.isdigit() else number
    numbers = ".".join(f"%{one}" for one in range(max(first, 1), number + 1))
    before, after = level.get(f"{_STYLE}num-prefix") or "", level.get(f"{_STYLE}num-suffix") or ""
    start = level.get(f"{_TEXT}start-value") or "1"
    pattern = f"{before}{numbers}{after}" if form else ""
    return Level(form, pattern, int(start) if start.isdigit() else 1)


def _centimetres(size: str) -> float:
    number, unit = size[:-2], size[-2:]
    try:
        return float(number) * _UNITS.get(unit, 0.0)
    except ValueError:
        return 0.0
