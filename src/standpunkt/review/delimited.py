"""Sheets as text: cells apart by commas, semicolons or tabs, as programs and countries have it.

Written with commas in UTF-8, with the mark at the front by which spreadsheets know it. Read in
any of the three, in UTF-8 or UTF-16, else as Windows-1252. A cell that a spreadsheet would take
for a formula has an apostrophe in front.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from typing import TYPE_CHECKING

from standpunkt.errors import DataError
from standpunkt.review.columns import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_FORMULA = re.compile(r"(?='*[=+\-@\t])")
_GUARDED = re.compile(r"'(?='*[=+\-@\t])")
_PARTING = ",;\t"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def write_delimited(rows: Iterable[Mapping[str, str]]) -> bytes:
    """Write rows as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(NAMES)
    for cells in rows:
        writer.writerow(["'" * bool(_FORMULA.match(v)) + v for v in map(cells.__getitem__, NAMES)])
    return codecs.BOM_UTF8 + out.getvalue().encode()


def read_delimited(path: Path, data: bytes) -> list[list[str]]:
    """Read the rows of a file, the heading first.

    Raises ``DataError`` where it is no text with columns.
    """
    text = _decoded(path, data)
    lines = text.lstrip("\r\n")
    heading = re.split(r"[\r\n]", lines, maxsplit=1)[0]
    if heading.lower().startswith("sep=") and len(heading) == len("sep=,"):
        text = lines[len(heading) :].lstrip("\r\n")
        heading = re.split(r"[\r\n]", text, maxsplit=1)[0]
    parting = max(_PARTING, key=heading.count)
    try:
        allow_long_cells(text)
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=parting))
    except csv.Error as error:
        message = f"{path}: not a sheet ({error}); save it as .xlsx, or as CSV in UTF-8"
        raise DataError(message) from None
    return [[_unguarded(cell) for cell in row] for row in rows]


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def allow_long_cells(text: str) -> None:
    """Let a cell be as long as the whole text; Python's own limit is that of old spreadsheets."""
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))


def _decoded(path: Path, data: bytes) -> str:
    if b"\0" in data and not data.startswith(_WIDE):
        message = f"{path}: not text; save the sheet as .xlsx, or as CSV in UTF-8"
        raise DataError(message)
    encodings = ("utf-16",) if data.startswith(_WIDE) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    message = f"{path}: neither UTF-8 nor Windows-1252; save the sheet as .xlsx, or as CSV in UTF-8"
    raise DataError(message)
