"""Where a made-up series goes: a folder of its own, and never among other minutes.

In: a series and a folder. Out: for each document a text and the note beside it, and ``truth.json``.
A folder that holds anything else is refused before a file is written; an earlier made-up series
in it is replaced.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from standpunkt.demo.series import NOTE, make
from standpunkt.errors import UsageError
from standpunkt.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from standpunkt.demo.series import MadeUp, Series

TRUTH = "truth.json"


def write(folder: Path, *, meetings: int = 80, seed: int = 1, first: int = 2003) -> Series:
    """Make a series and write it into a folder.

    Raises ``UsageError`` where the folder holds other files, or cannot be written.
    """
    series = make(meetings, seed, first)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _must_be_ours(folder)
        files = dict(_files(series))
        for path in sorted(folder.iterdir(), reverse=True):  # each text before its note
            if path.name not in files:
                path.unlink()
        for name, content in files.items():
            write_whole(folder / name, content.encode())
    except OSError as error:
        message = f"{folder}: cannot write there ({error.strerror}); name another folder"
        raise UsageError(message) from None
    return series


def _must_be_ours(folder: Path) -> None:
    """Refuse a folder with anything that no earlier series has put there."""
    for path in sorted(folder.iterdir()):
        if not _is_ours(path):
            message = (
                f"{folder}: holds '{path.name}', which is not made up; made-up minutes are never "
                "mixed with others. Name a new or an empty folder"
            )
            raise UsageError(message)


def _is_ours(path: Path) -> bool:
    """True for a file of a series: what it says itself, or the note beside it."""
    if not path.is_file() or path.is_symlink():
        return False
    telling = path.with_suffix(".toml") if path.suffix == ".txt" else path
    return telling.is_file() and NOTE.encode() in telling.read_bytes()


def _files(series: Series) -> Iterator[tuple[str, str]]:
    """Give the files of a series: each note before its document, so that none is without."""
    for one in series.documents:
        yield f"{one.name}.toml", _note(one)
        yield f"{one.name}.txt", one.text
    yield TRUTH, _json(series.truth)


def _note(document: MadeUp) -> str:
    """Write the note beside a document."""
    return (
        f'title = "{document.title}"\npublisher = "Standpunkt (oppdiktet)"\n'
        f'licence = "MIT"\nnote = "{NOTE}"\n'
    )


def _json(truth: dict[str, Any]) -> str:
    """Write the truth with one entry a line, so that people can read and compare it."""
    parts = []
    for key, value in truth.items():
        rows = [json.dumps(one, ensure_ascii=False) for one in value] if key in _LISTS else None
        told = json.dumps(value, ensure_ascii=False) if rows is None else _rows(rows)
        parts.append(f"{json.dumps(key)}: {told}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


_LISTS = frozenset(
    (
        "documents",
        "people",
        "namesakes",
        "mentions",
        "organizations",
        "statements",
        "events",
        "claims",
    )
) | {"commitments"}


def _rows(rows: list[str]) -> str:
    return "[\n " + ",\n ".join(rows) + "\n]" if rows else "[]"
