"""DOCX: the paragraphs, lists and tables of a Word document become running text.

python-docx opens the package; the body is walked as XML, since content controls, tracked
changes and text boxes are in minutes and not in its paragraphs. Numbers of lists are painted by
Word and stand nowhere in the text, so they are counted here. Pages begin where Word last began
them.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from lzma import LZMAError
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.opc.exceptions import OpcError
from lxml.etree import XMLSyntaxError

from standpunkt.errors import SourceError
from standpunkt.sources import archive
from standpunkt.sources.archive import kind_of
from standpunkt.sources.content import PAGE, Flow
from standpunkt.sources.docx_styles import Styles, W, is_hidden, value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docx.document import Document
    from lxml.etree import _Element as Element

    from standpunkt.sources.content import Content
    from standpunkt.sources.docx_styles import Properties

SUFFIXES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "lastRenderedPageBreak": PAGE}
_UNREAD = frozenset({"pPr", "rPr", "moveFrom", "del", "Fallback", "txbxContent", "instrText"})
"""What is no text, was struck out or moved away, stands twice, or is in a box of its own."""
_NESTED = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"})
_APART = {
    KIND.HEADER: "running header or footer",
    KIND.FOOTER: "running header or footer",
    KIND.FOOTNOTES: "note",
    KIND.ENDNOTES: "note",
    KIND.COMMENTS: "comment",
}
"""What a document has beside its body, by the kind of its part."""


def read(data: bytes, path: Path) -> Content:
    """The running text of a Word document.

    Raises :class:`~standpunkt.errors.SourceError` where it is encrypted, damaged, or unpacks to
    more than minutes can have.
    """
    archive.opened(data, path).close()
    try:
        document = docx.Document(BytesIO(data))
        body, styles = document.element.body, document.styles.element
        parts = list(_parts(document))
    except (
        *(OpcError, BadZipFile, XMLSyntaxError, zlib.error, LZMAError, EOFError, OSError),
        *(KeyError, ValueError, TypeError, AttributeError, IndexError, AssertionError),
        RuntimeError,
    ) as error:
        # python-docx trusts the package, and fails in as many ways as a package can be wrong.
        raise SourceError(archive.damaged(path, error)) from error
    if body is None:
        raise SourceError(archive.damaged(path, "a document without a body"))
    trees = [(kind, archive.tree(blob, path)) for kind, blob in parts]
    numbering = next((tree for kind, tree in trees if kind == KIND.NUMBERING), None)
    flow = Flow()
    _Body(flow, Styles(styles, numbering)).write(body)
    for kind, tree in trees:
        if kind in _APART:
            words = " ".join("".join(_text(one, frozenset())) for one in tree.iter(f"{W}p"))
            flow.omit(words, _APART[kind])
    return flow.content()


def _parts(document: Document) -> Iterator[tuple[str, bytes]]:
    """The parts beside the body that have words or numbers: the kind of each, and its bytes."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype in {KIND.NUMBERING, *_APART}:
            yield relation.reltype, relation.target_part.blob


class _Body:
    """Writes the body of a document."""

    def __init__(self, flow: Flow, styles: Styles) -> None:
        self._flow = flow
        self._styles = styles
        self._before: Properties | None = None
        self._carried = ""

    def write(self, body: Element) -> None:
        """Write the paragraphs and tables of the body."""
        self._inside(body)
        self._end_carried()

    def _inside(self, parent: Element) -> None:
        for child in parent:
            kind = kind_of(child)
            if kind == "p":
                self._paragraph(child)
            elif kind == "tbl":
                self._table(child)
            elif kind in _NESTED:
                self._inside(child)

    def _paragraph(self, paragraph: Element) -> None:
        text = self._carried + self._words(paragraph)
        # Where the end of a paragraph was struck out, the next one goes on with it.
        self._carried = text if _is_end_struck(paragraph) else ""
        if not self._carried:
            self._write_paragraph(text, self._styles.of(paragraph))
        for box in _boxes(paragraph):
            self._inside(box)

    def _end_carried(self) -> None:
        self._flow.paragraph(self._carried)
        self._carried = ""

    def _write_paragraph(self, text: str, says: Properties) -> None:
        if not text.strip() or self._stands_apart(says):
            self._flow.gap()
        if says.new_page:
            self._flow.new_page()
        if text.strip():
            self._flow.paragraph(text, label=self._styles.label(says), depth=says.depth)
            self._before = says
        elif PAGE in text:
            self._flow.new_page()

    def _stands_apart(self, says: Properties) -> bool:
        """True where there is space between the paragraph before and one with these properties."""
        before = self._before
        joined = says.joined and before is not None and says.style == before.style
        return not joined and bool(says.before or (before is not None and before.after))

    def _table(self, table: Element) -> None:
        self._end_carried()
        self._flow.gap()
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is table and row.find(f"{W}trPr/{W}del") is None:
                cells = row.iter(f"{W}tc")
                own = [one for one in cells if next(one.iterancestors(f"{W}tr")) is row]
                self._flow.row(list(self._lines(cell)) for cell in own)
        self._flow.gap()
        self._before = None

    def _lines(self, cell: Element) -> Iterator[str]:
        """The lines of a cell; tables and boxes inside it give theirs in order."""
        for paragraph in cell.iter(f"{W}p"):
            if not _is_fallback(paragraph):
                text = self._words(paragraph).replace("\t", " ")
                label = self._styles.label(self._styles.of(paragraph)) if text.strip() else ""
                yield from f"{label} {text}".split("\n")

    def _words(self, paragraph: Element) -> str:
        return "".join(_text(paragraph, self._styles.hidden))


def _text(element: Element, hidden: frozenset[str | None]) -> Iterator[str]:
    """The pieces of a paragraph's text, in order, without what is struck out or in boxes.

    ``hidden`` are the names of the styles whose letters cannot be seen.
    """
    for child in element:
        kind = kind_of(child)
        if kind == "t":
            yield child.text or ""
        elif kind == "br" and child.get(f"{W}type") == "page":
            yield PAGE
        elif kind in _MARKS:
            yield _MARKS[kind]
        elif kind == "r":
            style = value(child, "rPr", "rStyle")
            if not is_hidden(child) and not (style and style in hidden):
                yield from _text(child, hidden)
        elif kind not in _UNREAD:
            yield from _text(child, hidden)


def _boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes of a paragraph, without those inside them."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if next(box.iterancestors(f"{W}p")) is paragraph and not _is_fallback(box):
            yield box


def _is_end_struck(paragraph: Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _is_fallback(element: Element) -> bool:
    return any(kind_of(one) == "Fallback" for one in element.iterancestors())
