"""Plain text and Markdown: bytes to characters, with what was odd on the way.

The text is kept as it is, line ends included; a form feed begins a new page.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from standpunkt.errors import SourceError
from standpunkt.sources.content import Content, Note

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = {".txt": "text/plain", ".text": "text/plain", ".md": "text/markdown"}

_MARKED = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
MARKS = tuple(_MARKED)
"""How files begin that tell their encoding themselves."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069]")


def read(data: bytes, path: Path) -> Content:
    """The text of a file in UTF-8, UTF-16 with a mark, or else Windows-1252.

    Raises :class:`~standpunkt.errors.SourceError` where the bytes are not text.
    """
    text, notes = characters(data, path)
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        msg = (
            f"{path}, line {line}: control character U+{ord(control.group()):04X}; expected text. "
            "The file is binary or damaged; open it in its own program and save it as UTF-8 text."
        )
        raise SourceError(msg)
    hidden = _HIDDEN.search(text)
    if hidden:
        seen = f"the invisible character U+{ord(hidden.group()):04X}; expected what can be seen. "
        advice = "The text may read otherwise than it looks; take such characters out"
        notes = (*notes, Note("invisible", hidden.start(), seen + advice))
    breaks = (match.end() for match in re.finditer("\f", text))
    return Content(text, (0, *breaks), notes=notes)


def characters(data: bytes, path: Path) -> tuple[str, tuple[Note, ...]]:
    """Bytes as characters, and a remark where the encoding is not the expected one.

    Raises :class:`~standpunkt.errors.SourceError` where no encoding fits.
    """
    encoding = next((name for mark, name in _MARKED.items() if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _fallback(data, path, line)


def _fallback(data: bytes, path: Path, line: int) -> tuple[str, tuple[Note, ...]]:
    note = (
        f"not UTF-8 from line {line} on; read as Windows-1252. Check æ, ø and å, and save as UTF-8."
    )
    try:
        return data.decode("cp1252"), (Note("encoding", 0, note),)
    except UnicodeDecodeError as error:
        msg = (
            f"{path}, line {line}: neither UTF-8 nor Windows-1252; expected text. "
            "The file is binary or damaged; save it as UTF-8 text."
        )
        raise SourceError(msg) from error
