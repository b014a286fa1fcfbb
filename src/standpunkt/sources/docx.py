"""DOCX: the paragraphs, lists and tables of a Word document become running text.

python-docx opens the package; the body is walked as XML, since content controls, tracked
changes and text boxes are in minutes and not in its paragraphs. Numbers of lists are painted by
Word and stand nowhere in the text, so they are counted here. Pages begin where Word last began
them.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from standpunkt.errors import SourceError
from standpunkt.sources import archive
from standpunkt.sources.content import PAGE, Flow
from standpunkt.sources.numbering import Counter, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from lxml.etree import _Element as Element

    from standpunkt.sources.content import Content

SUFFIXES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

_FORMS = {
    "decimal": "1",
    "decimalZero": "1",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
    "bullet": "",
}
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "lastRenderedPageBreak": PAGE}
_UNREAD = frozenset({"moveFrom", "del", "Fallback", "txbxContent", "instrText", "delText"})
"""Text that was struck out or moved away, that stands twice, or in a box of its own."""
_NESTED = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"})


def read(data: bytes, path: Path) -> Content:
    """The running text of a Word document.

    Raises :class:`~standpunkt.errors.SourceError` where it is encrypted, damaged, or unpacks to
    more than minutes can have.
    """
    archive.opened(data, path).close()
    try:
        return _Body(docx.Document(BytesIO(data))).content()
    except (
        *(OpcError, BadZipFile, XMLSyntaxError, zlib.error, EOFError, OSError),
        *(KeyError, ValueError, TypeError, AttributeError, IndexError, RuntimeError),
    ) as error:
        # python-docx trusts the package, and fails in as many ways as a package can be wrong.
        raise SourceError(archive.damaged(path, error)) from error


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style says: the style under it, its list, and the gaps around it."""

    base: str | None
    list: tuple[str, int] | None
    before: bool | None
    after: bool | None
    joined: bool | None


class _Body:
    """Writes the body of a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._flow = Flow()
        self._counters: dict[str, Counter] = {}
        self._after = False
        self._style: str | None = None

    def content(self) -> Content:
        """The running text; headers and footers of the pages stand apart."""
        body = self._document.element.body
        self._write(body)
        for section in self._document.sections:
            for part in (section.header, section.footer):
                text = " ".join(paragraph.text for paragraph in part.paragraphs)
                self._flow.omit(text, "running header or footer", 1)
        return self._flow.content()

    def _write(self, parent: Element) -> None:
        for child in parent:
            kind = _kind(child)
            if kind == "p":
                self._paragraph(child)
            elif kind == "tbl":
                self._table(child)
            elif kind in _NESTED:
                self._write(child)

    def _paragraph(self, paragraph: Element) -> None:
        style = _value(paragraph, "pPr", "pStyle") or self._default_style
        before = self._says(paragraph, style, "before")
        joined = style == self._style and self._says(paragraph, style, "joined")
        text = "".join(_text(paragraph))
        if not text.strip() or ((before or self._after) and not joined):
            self._flow.gap()
        if text.strip() or PAGE in text:
            self._flow.paragraph(text, label=self._label(paragraph, style) if text.strip() else "")
            self._after, self._style = bool(self._says(paragraph, style, "after")), style
        for box in paragraph.iter(qn("w:txbxContent")):
            if not _is_fallback(box):
                self._write(box)

    def _table(self, table: Element) -> None:
        self._flow.gap()
        for row in table.iter(qn("w:tr")):
            if next(row.iterancestors(qn("w:tbl"))) is table:
                cells = row.iter(qn("w:tc"))
                own = [one for one in cells if next(one.iterancestors(qn("w:tr"))) is row]
                self._flow.row(list(self._lines(cell)) for cell in own)
        self._flow.gap()
        self._after, self._style = False, None

    def _lines(self, cell: Element) -> Iterator[str]:
        """The lines of a cell; a table inside it gives its cells in order."""
        for paragraph in cell.iter(qn("w:p")):
            if any(_kind(one) == "txbxContent" for one in paragraph.iterancestors()):
                continue
            text = "".join(_text(paragraph)).replace(PAGE, "").replace("\t", " ")
            style = _value(paragraph, "pPr", "pStyle") or self._default_style
            label = self._label(paragraph, style) if text.strip() else ""
            yield from f"{label} {text}".split("\n")

    def _label(self, paragraph: Element, style: str | None) -> str:
        own = _list(paragraph.find(qn("w:pPr")))
        inherited = (one.list for one in self._lineage(style) if one.list)
        number, depth = own or next(inherited, ("0", 0))
        if number == "0":
            return ""
        counter = self._counters.get(number)
        if counter is None:
            counter = self._counters[number] = Counter(self._lists.get(number, {}))
        return counter.label(depth)

    def _says(self, paragraph: Element, style: str | None, what: str) -> bool:
        properties = paragraph.find(qn("w:pPr"))
        said = (_style(properties), *self._lineage(style), self._defaults)
        return bool(next((s for one in said if (s := getattr(one, what)) is not None), False))

    def _lineage(self, style: str | None) -> list[_Style]:
        """A style, the one that it is based on, and so on."""
        seen: dict[str | None, _Style] = {}
        while style in self._styles and style not in seen:
            seen[style] = self._styles[style]
            style = seen[style].base
        return list(seen.values())

    @cached_property
    def _styles(self) -> dict[str | None, _Style]:
        sheet = self._document.styles.element
        return {
            one.get(qn("w:styleId")): _style(one.find(qn("w:pPr")), _value(one, "basedOn"))
            for one in sheet.iter(qn("w:style"))
        }

    @cached_property
    def _default_style(self) -> str | None:
        sheet = self._document.styles.element
        kinds = (s for s in sheet.iter(qn("w:style")) if s.get(qn("w:type")) == "paragraph")
        default = next((s for s in kinds if s.get(qn("w:default")) in {"1", "true"}), None)
        return None if default is None else default.get(qn("w:styleId"))

    @cached_property
    def _defaults(self) -> _Style:
        found = next(self._document.styles.element.iter(qn("w:pPrDefault")), None)
        return _style(None if found is None else found.find(qn("w:pPr")))

    @cached_property
    def _lists(self) -> dict[str, dict[int, Level]]:
        """From the number of a list to its levels."""
        try:
            part = self._document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
        except KeyError:
            return {}
        root = archive.tree(part.blob, Path("numbering.xml"))
        kinds = {
            one.get(qn("w:abstractNumId"), ""): {
                int(level.get(qn("w:ilvl"), "0")): _level(level) for level in one.iter(qn("w:lvl"))
            }
            for one in root.iter(qn("w:abstractNum"))
        }
        return {
            one.get(qn("w:numId"), ""): kinds.get(_value(one, "abstractNumId") or "", {})
            for one in root.iter(qn("w:num"))
        }


def _kind(element: Element) -> str:
    """The local name of an element; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _value(element: Element, *path: str) -> str | None:
    """The ``w:val`` of an element further down."""
    found: Element | None = element
    for name in path:
        found = None if found is None else found.find(qn(f"w:{name}"))
    return None if found is None else found.get(qn("w:val"))


def _style(properties: Element | None, base: str | None = None) -> _Style:
    if properties is None:
        return _Style(base, None, None, None, None)
    spacing = properties.find(qn("w:spacing"))
    joined = properties.find(qn("w:contextualSpacing"))
    return _Style(
        base=base,
        list=_list(properties),
        before=_is_gap(spacing, "before"),
        after=_is_gap(spacing, "after"),
        joined=None if joined is None else joined.get(qn("w:val")) not in {"0", "false"},
    )


def _is_gap(spacing: Element | None, side: str) -> bool | None:
    """True where at least three points are left free (they are counted in twentieths)."""
    size = None if spacing is None else spacing.get(qn(f"w:{side}"))
    return None if size is None or not size.isdigit() else int(size) >= 60


def _list(properties: Element | None) -> tuple[str, int] | None:
    """The list that a paragraph or style belongs to, and the level in it."""
    found = None if properties is None else properties.find(qn("w:numPr"))
    if found is None:
        return None
    depth = _value(found, "ilvl") or "0"
    return _value(found, "numId") or "0", int(depth) if depth.isdigit() else 0


def _level(level: Element) -> Level:
    start = _value(level, "start") or "1"
    form = _FORMS.get(_value(level, "numFmt") or "decimal", "1")
    pattern = _value(level, "lvlText") or ""
    if _value(level, "numFmt") == "none":
        form, pattern = "", ""
    return Level(form, pattern, int(start) if start.isdigit() else 1)


def _text(paragraph: Element) -> Iterator[str]:
    """The pieces of a paragraph's text, in order, without what is struck out or in boxes."""
    for child in paragraph:
        kind = _kind(child)
        if kind == "t":
            yield child.text or ""
        elif kind == "br" and child.get(qn("w:type")) == "page":
            yield PAGE
        elif kind in _MARKS:
            yield _MARKS[kind]
        elif kind not in _UNREAD and kind != "pPr" and not _is_hidden(child):
            yield from _text(child)


def _is_hidden(run: Element) -> bool:
    properties = run.find(qn("w:rPr")) if _kind(run) == "r" else None
    found = None if properties is None else properties.find(qn("w:vanish"))
    return found is not None and found.get(qn("w:val")) not in {"0", "false"}


def _is_fallback(element: Element) -> bool:
    return any(_kind(one) == "Fallback" for one in element.iterancestors())
