"""The zip archives that DOCX and ODT are: opened with care, since anybody can make one.

A few kilobytes can unpack to gigabytes, so sizes are looked at before anything is unpacked.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from lzma import LZMAError
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from lxml import etree

from standpunkt.errors import SourceError
from standpunkt.sources.content import MAX_MARKUP

if TYPE_CHECKING:
    from pathlib import Path

MAX_UNPACKED = 200_000_000
"""An archive that unpacks to more bytes than this is refused."""
MAX_FILES = 5000


def opened(data: bytes, path: Path) -> ZipFile:
    """The archive in some bytes.

    Raises :class:`~standpunkt.errors.SourceError` where it is none, or unpacks to too much.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        msg = (
            f"{path}: encrypted, or in the format of Word 97-2003; expected {path.suffix}. "
            "Open it in its own program and save a copy without a password."
        )
        raise SourceError(msg)
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise SourceError(damaged(path, error)) from error
    files = archive.infolist()
    size = sum(one.file_size for one in files)
    markup = max((one.file_size for one in files if one.filename.endswith(".xml")), default=0)
    if size > MAX_UNPACKED or len(files) > MAX_FILES:
        msg = (
            f"{path}: unpacks to {size:,} bytes in {len(files):,} files; expected at "
            f"most {MAX_UNPACKED:,} in {MAX_FILES:,}. Take out the pictures, or save it as text."
        )
        raise SourceError(msg)
    if markup > MAX_MARKUP:
        msg = f"{path}: {markup:,} bytes of XML; expected at most {MAX_MARKUP:,}. "
        raise SourceError(msg + "Split it by meeting.")
    return archive


def file(files: ZipFile, name: str, path: Path, *, missing: bytes | None = None) -> bytes:
    """The bytes of one file of an archive; ``missing`` where it has none of this name.

    Raises :class:`~standpunkt.errors.SourceError` where it is damaged or encrypted, or where it
    is not there and must be.
    """
    if name not in files.namelist():
        if missing is None:
            raise SourceError(damaged(path, f"no {name} in the archive"))
        return missing
    try:
        return files.read(name)
    except (
        *(BadZipFile, zlib.error, LZMAError, EOFError, OSError),
        *(NotImplementedError, RuntimeError, ValueError),  # of another kind, encrypted, misplaced
    ) as error:
        raise SourceError(damaged(path, error)) from error


def damaged(path: Path, seen: object) -> str:
    """What to say of an archive, or of a file in it, that cannot be read."""
    words = " ".join(str(seen).split())
    return (
        f"{path}: {words}; expected a whole {path.suffix} file. "
        "It is damaged or of another kind; open it in its own program and save it again."
    )


def tree(markup: bytes, path: Path) -> etree._Element:
    """The root of an XML file; entities are not resolved, nothing is fetched.

    Raises :class:`~standpunkt.errors.SourceError` where it is not well-formed or too deep.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(markup, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(damaged(path, error)) from error


def kind_of(element: etree._Element) -> str:
    """The local name of an element; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
