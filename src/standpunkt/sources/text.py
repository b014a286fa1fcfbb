"""Plain text and Markdown: bytes to characters, with what was odd on the way.

The text is kept as it is, line ends included; a form feed begins a new page.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpunkt.errors import SourceError

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = frozenset({".txt", ".text", ".md"})

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = frozenset(map(chr, range(32))) - set("\t\n\r\f\v")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the offset at which each page begins, and remarks for the reader."""

    text: str
    page_starts: tuple[int, ...]
    notes: tuple[str, ...] = ()


def media_type(path: Path) -> str:
    """The IANA media type of a text file."""
    return "text/markdown" if path.suffix.lower() == ".md" else "text/plain"


def decode(data: bytes, path: Path) -> Decoded:
    """Characters of a text file in UTF-8, UTF-16 with a mark, or else Windows-1252.

    Raises :class:`~standpunkt.errors.SourceError` where the bytes are not text.
    """
    text, notes = _characters(data, path)
    if any(char in _CONTROLS for char in text):
        where = next(i for i, char in enumerate(text) if char in _CONTROLS)
        line = text.count("\n", 0, where) + 1
        msg = (
            f"{path}, line {line}: control character U+{ord(text[where]):04X}; expected text. "
            "The file is binary or damaged; open it in its own program and save it as UTF-8 text."
        )
        raise SourceError(msg)
    breaks = [i + 1 for i, char in enumerate(text) if char == "\f"]
    return Decoded(text, (0, *breaks), notes)


def _characters(data: bytes, path: Path) -> tuple[str, tuple[str, ...]]:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _fallback(data, path, line)


def _fallback(data: bytes, path: Path, line: int) -> tuple[str, tuple[str, ...]]:
    note = (
        f"not UTF-8 from line {line} on; read as Windows-1252. Check æ, ø and å, and save as UTF-8."
    )
    try:
        return data.decode("cp1252"), (note,)
    except UnicodeDecodeError as error:
        msg = (
            f"{path}, line {line}: neither UTF-8 nor Windows-1252; expected text. "
            "The file is binary or damaged; save it as UTF-8 text."
        )
        raise SourceError(msg) from error
