"""Which files are meant by the paths that somebody names.

In go files and folders, out come the source files in them, sorted, each with its document's key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpunkt.errors import SourceError
from standpunkt.sources import SUFFIXES, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A source file: its path, its document's key, and why it may not be read."""

    path: Path
    key: str
    refused: str | None = None


def find_sources(paths: Sequence[Path]) -> list[SourceFile]:
    """Find the source files, sorted; of two with one key only the first may be read."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(_files(path)) if path.is_dir() else [path]
        if not inside:
            kinds = ", ".join(sorted(SUFFIXES))
            message = f"{path}: no documents; expected files of kind {kinds}. Check the folder"
            raise SourceError(message)
        found += inside
    if not found:
        message = "nothing to build; name a file or a folder with minutes"
        raise SourceError(message)
    first: dict[str, Path] = {}
    sources: list[SourceFile] = []
    once = {path.resolve(): path for path in found}
    for path in sorted(once.values(), key=lambda one: (one.name, str(one))):
        key = key_of(path.stem)
        other = first.setdefault(key, path)
        clash = f"{path}: has the same key '{key}' as {other}; rename one of the two files"
        sources.append(SourceFile(path, key, None if other is path else clash))
    return sources


def _files(folder: Path) -> Iterator[Path]:
    """Find the documents in a folder and the folders below it."""
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        known = path.suffix.lower() in SUFFIXES and not path.name.upper().startswith("README")
        if known and not hidden and path.is_file():
            yield path
