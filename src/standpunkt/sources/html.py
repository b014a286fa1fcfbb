"""HTML: what a reader of the page sees of the minutes becomes running text.

Block elements part lines as a browser parts them. Menus, page heads and feet, forms and scripts
are no minutes; where the page marks its main content, only that is read. The tree is walked
without recursion, since pages may nest as deep as they like.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from standpunkt.errors import SourceError
from standpunkt.sources.content import MAX_MARKUP, Flow
from standpunkt.sources.numbering import BULLET, whole_number, written
from standpunkt.sources.text import MARKS, characters

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from selectolax.lexbor import LexborNode as Node

    from standpunkt.sources.content import Content, Note

SUFFIXES = {".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml"}

_UNSEEN = frozenset(
    {"head", "script", "style", "template", "noscript", "svg", "math", "object", "iframe"}
    | {"select", "datalist", "button", "input", "textarea", "audio", "video", "canvas", "dialog"}
)
_CHROME = frozenset({"nav", "aside", "footer", "menu"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu"})
_APART = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre"}
    | {"figure", "hr", "section", "article", "main"}
)
"""Elements with a gap above and below them."""
_LINES = _APART | frozenset(
    {"div", "li", "tr", "dt", "dd", "header", "address", "body", "html", "caption", "legend"}
)
_MAIN = ("main", "[role=main]", "article")
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]{0,99}encoding=["']([\w-]+)""",
    re.IGNORECASE,
)
_ENCODINGS = re.compile(r"utf-8|cp125\d|iso8859-\d{1,2}|mac-roman")
"""The encodings that pages in Norwegian are in, by their names in Python."""
_TO_TOP = re.compile(r"#(?:top|topp|main|content|innhold|hovedinnhold)?", re.IGNORECASE)
"""Where links lead that help to move about in the page."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def read(data: bytes, path: Path) -> Content:
    """The running text of a page.

    Raises :class:`~standpunkt.errors.SourceError` where the bytes are not text, or too many.
    """
    if len(data) > MAX_MARKUP:
        msg = f"{path}: {len(data):,} bytes of HTML; expected at most {MAX_MARKUP:,}. "
        raise SourceError(msg + "Take out the pictures, or save it as text.")
    markup, notes = _markup(data, path)
    body = LexborHTMLParser(markup).body
    flow = Flow()
    if body is not None:
        main = _main(body)
        _Page(flow).write(main)
        flow.omit(" ".join(_chrome(body, main)), "outside the content of the page")
    return flow.content(notes)


def _markup(data: bytes, path: Path) -> tuple[str, tuple[Note, ...]]:
    """The characters of a page, in the encoding that it names, else as of a text file."""
    named = None if data.startswith(MARKS) else _CHARSET.search(data[:4096])
    if named:
        try:
            encoding = codecs.lookup((named[1] or named[2]).decode("ascii")).name
            # Browsers take Latin-1 for Windows-1252, and so do writers of pages.
            encoding = "cp1252" if encoding in {"iso8859-1", "ascii"} else encoding
            if _ENCODINGS.fullmatch(encoding):
                return data.decode(encoding), ()
        except (LookupError, UnicodeError):
            pass
    return characters(data, path)


_HEADING = re.compile(r"h[1-6]")


def _main(body: Node) -> Node:
    """The element that holds the content of the page, where one does."""
    for selector in _MAIN:
        found = body.css(selector)
        if len(found) == 1:
            return found[0]
    return body


class _Page:
    """Writes the elements of a page, each when it ends."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._text: list[str] = []
        self._label = ""
        self._lists: list[tuple[str, int] | None] = []
        self._rows: list[list[list[str]]] = []
        self._cells: list[list[str]] = []
        self._pre = 0

    def write(self, root: Node) -> None:
        """Walk the tree below an element."""
        for node, enters in _steps(root):
            if node.tag == "-text":
                self._characters(node.text_content or "")
            elif enters:
                self._enter(node)
            else:
                self._leave(node)
        self._end_line()

    def _characters(self, text: str) -> None:
        self._text.append(text if self._pre else re.sub(r"[\s\u00a0]+", " ", text))

    def _enter(self, node: Node) -> None:
        tag = node.tag or ""
        if tag == "br":
            self._text.append("\n")
        elif tag in {"td", "th"} and self._rows:
            self._end_line()
            self._cells.append([])
        elif tag in _LINES:
            self._end_line()
            self._gap(tag)
            self._open(tag, node)

    def _open(self, tag: str, node: Node) -> None:
        if tag in {"ul", "ol"}:
            start = node.attributes.get("start")
            form = node.attributes.get("type") or "1"
            self._lists.append((form, whole_number(start, 1)) if tag == "ol" else None)
        elif tag == "li":
            self._label = self._next_label(node)
        elif tag == "tr":
            self._rows.append([])
        elif tag == "pre":
            self._pre += 1

    def _leave(self, node: Node) -> None:
        tag = node.tag or ""
        if tag in {"td", "th"} and self._rows and self._cells:
            self._end_line()
            self._rows[-1].append(self._cells.pop())
        elif tag in _LINES:
            self._end_line(depth=int(tag[1]) if _HEADING.fullmatch(tag) else 0)
            self._close(tag)
            self._gap(tag)

    def _close(self, tag: str) -> None:
        if tag in {"ul", "ol"}:
            self._lists.pop()
        elif tag == "pre":
            self._pre -= 1
        elif tag == "tr":
            row = self._rows.pop()
            if self._cells:
                self._cells[-1] += [line for cell in row for line in cell]
            else:
                self._flow.row(row)

    def _gap(self, tag: str) -> None:
        nested = tag in {"ul", "ol"} and len(self._lists) > 1
        if tag in _APART and not nested and not self._cells:
            self._flow.gap()

    def _next_label(self, item: Node) -> str:
        if not self._lists or self._lists[-1] is None:
            return BULLET
        form, number = self._lists[-1]
        number = whole_number(item.attributes.get("value"), number)
        self._lists[-1] = (form, number + 1)
        return f"{written(number, form)}."

    def _end_line(self, *, depth: int = 0) -> None:
        """Write what has been gathered as a paragraph, or as lines of a cell."""
        text = "".join(self._text)
        self._text.clear()
        if not self._pre:
            text = re.sub(r" *\n *| {2,}", lambda found: "\n" if "\n" in found[0] else " ", text)
        text = text.strip("\n") if self._pre else text.strip()
        if not text.strip():
            return
        label, self._label = self._label, ""
        if self._cells:
            lines = text.split("\n")
            self._cells[-1] += [f"{label} {lines[0]}".strip(), *lines[1:]]
        else:
            self._flow.paragraph(text, label=label, depth=depth)


def _steps(root: Node) -> Iterator[tuple[Node, bool]]:
    """Every node that a reader sees: when it begins, and with ``False`` when it ends."""
    stack: list[tuple[Node, bool]] = [(root, True)]
    while stack:
        node, enters = stack.pop()
        if enters and node.tag != "-text":
            if _is_unseen(node) and node.mem_id != root.mem_id:
                continue
            stack.append((node, False))
            children = list(node.iter(include_text=True))
            stack.extend((child, True) for child in reversed(children))
        yield node, enters


def _chrome(body: Node, main: Node) -> Iterator[str]:
    """The texts of menus, page heads and feet: what a reader sees and is no content."""
    stack = [(body, body.mem_id != main.mem_id)]
    while stack:
        node, outside = stack.pop()
        if node.tag == "-text":
            if outside:
                yield node.text_content or ""
        elif not _is_invisible(node):
            outside = (outside or _is_chrome(node)) and node.mem_id != main.mem_id
            children = list(node.iter(include_text=True))
            stack.extend((child, outside) for child in reversed(children))


def _is_unseen(node: Node) -> bool:
    return _is_invisible(node) or _is_chrome(node)


def _is_chrome(node: Node) -> bool:
    if node.tag in _CHROME:
        return True
    attributes = node.attributes
    moves = node.tag == "a" and _TO_TOP.fullmatch(attributes.get("href") or "-")
    return (attributes.get("role") or "") in _ROLES or bool(moves)


def _is_invisible(node: Node) -> bool:
    if node.tag in _UNSEEN or (node.tag or "-").startswith("-"):  # a comment and the like
        return True
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))
