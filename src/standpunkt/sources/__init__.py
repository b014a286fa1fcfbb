"""From a file to a ``Document``: text in which every character has a place in the source.

One module a format. A reader turns bytes into text and page starts; everything that is true of
all formats (size, digests, the document's key) stands here.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING

from standpunkt.errors import SourceError
from standpunkt.model import Document, Finding
from standpunkt.sources import text

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 20_000_000
"""Larger files are refused: the minutes of a long day are below one million bytes."""

SUFFIXES = text.SUFFIXES
"""The file-name endings that can be read, in lower case, with the dot."""


def load(path: Path) -> Document:
    """Read a file as a document.

    Raises :class:`~standpunkt.errors.SourceError` where the file is missing, empty, too large,
    binary, or of a kind that cannot be read.
    """
    data = read_bytes(path)
    decoded = text.decode(data, path)
    if not decoded.text.strip():
        msg = f"{path}: no text in the file; expected minutes as text. Is it the right file?"
        raise SourceError(msg)
    notes = (Finding("encoding", path.name, 1, 1, note) for note in decoded.notes)
    return Document(
        key=key_of(path.stem),
        name=path.name,
        media_type=text.media_type(path),
        sha256=sha256(data).hexdigest(),
        text=decoded.text,
        text_sha256=sha256(decoded.text.encode()).hexdigest(),
        page_starts=decoded.page_starts,
        findings=tuple(notes),
    )


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, refused early where they cannot be minutes."""
    if path.is_dir():
        msg = f"{path}: a folder; expected one document. Name a file, or 'standpunkt build {path}'."
        raise SourceError(msg)
    if path.suffix.lower() not in SUFFIXES:
        kinds = ", ".join(sorted(SUFFIXES))
        msg = f"{path}: cannot read '{path.suffix}' files; expected {kinds}. Save it as text."
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
