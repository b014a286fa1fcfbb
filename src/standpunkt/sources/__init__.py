"""From a file to a ``Document``: text in which every character has a place in the source.

One module a format. Each has a table of file-name endings with their media types, and a function
``read`` from bytes to ``Content``: running text, page starts, remarks. Everything that is true of
all formats (size, digests, the document's key) stands here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from hashlib import sha256
from importlib import import_module
from typing import TYPE_CHECKING

from standpunkt.errors import SourceError
from standpunkt.model import Document

if TYPE_CHECKING:
    from pathlib import Path

    from standpunkt.sources.content import Content

MAX_BYTES = 100_000_000
"""Larger files are refused: the minutes of a long day, with pictures, are below a tenth of it."""

MAX_CHARACTERS = 5_000_000
"""Longer texts are refused: two thousand pages are no minutes."""

_FORMATS = {
    "text": (".txt", ".text", ".md"),
    "pdf": (".pdf",),
    "docx": (".docx",),
    "odt": (".odt",),
    "html": (".html", ".htm", ".xhtml"),
}
"""From the module of a format to its endings; a module is loaded when the first such file comes."""

SUFFIXES = frozenset(suffix for suffixes in _FORMATS.values() for suffix in suffixes)
"""The file-name endings that can be read, in lower case, with the dot."""

_SIGNATURES = {b"%PDF-": "PDF", b"PK\x03\x04": "a zip archive, DOCX or ODT", b"{\\rtf": "RTF"}
"""How files begin that are sometimes given the ending of a text file."""


def load(path: Path) -> Document:
    """Read a file as a document.

    Raises :class:`~standpunkt.errors.SourceError` where the file is missing, empty, too large,
    damaged, without text, or of a kind that cannot be read.
    """
    data = read_bytes(path)
    content, media_type = _content(data, path)
    if not content.text.strip():
        msg = f"{path}: no text in the file; expected minutes as text. Is it the right file?"
        raise SourceError(msg)
    if len(content.text) > MAX_CHARACTERS:
        msg = (
            f"{path}: {len(content.text):,} characters; expected at most {MAX_CHARACTERS:,}. "
            "Split it by meeting."
        )
        raise SourceError(msg)
    document = Document(
        key=key_of(path.stem),
        name=path.name,
        media_type=media_type,
        sha256=sha256(data).hexdigest(),
        text=content.text,
        text_sha256=sha256(content.text.encode()).hexdigest(),
        page_starts=content.page_starts,
        wraps=content.wraps,
        depths=content.depths,
        omitted=content.omitted,
    )
    findings = (document.finding(n.code, n.offset, n.message, n.page) for n in content.notes)
    return replace(document, findings=tuple(findings))


def _content(data: bytes, path: Path) -> tuple[Content, str]:
    """The content of a file by the reader of its format, and its media type."""
    suffix = path.suffix.lower()
    name = next(name for name, suffixes in _FORMATS.items() if suffix in suffixes)
    if name in {"text", "html"}:
        seen = next((kind for mark, kind in _SIGNATURES.items() if data.startswith(mark)), None)
        if seen:
            msg = f"{path}: this is {seen}; expected {suffix}. Give the file its proper ending."
            raise SourceError(msg)
    reader = import_module(f"standpunkt.sources.{name}")
    return reader.read(data, path), reader.SUFFIXES[suffix]


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, refused early where they cannot be minutes."""
    if path.is_dir():
        msg = f"{path}: a folder; expected one document. Name a file, or 'standpunkt build {path}'."
        raise SourceError(msg)
    if path.suffix.lower() not in SUFFIXES:
        kinds = ", ".join(sorted(SUFFIXES))
        msg = (
            f"{path}: cannot read '{path.suffix}' files; expected {kinds}. "
            "Open it in its own program and save it as one of these."
        )
        raise SourceError(msg)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            msg = f"{path}: {size:,} bytes; expected at most {MAX_BYTES:,}. Split it by meeting."
            raise SourceError(msg)
        return path.read_bytes()
    except OSError as error:
        msg = f"{path}: {error.strerror or error}; expected a readable file. Check the path."
        raise SourceError(msg) from error


def key_of(stem: str) -> str:
    """The key of a document: its file's stem in lower case ASCII letters, digits, ``-`` and ``_``.

    >>> key_of("2022-04-22 Konsultasjonsmøte nr. 2")
    '2022-04-22-konsultasjonsmote-nr-2'
    """
    folded = stem.lower().replace("ø", "o").replace("æ", "ae").replace("đ", "d").replace("ŧ", "t")
    ascii_only = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    key = re.sub(r"[^a-z0-9_]+", "-", ascii_only).strip("-")
    return key or "x" + sha256(stem.encode()).hexdigest()[:12]
