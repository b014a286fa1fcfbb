"""A sheet from a file, whatever a spreadsheet has made of it: rows by the names of their columns.

In goes a path; out come the rows below the heading, each with its place for messages, and notes
on columns that were passed over. Raises ``DataError`` where it is no sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from standpunkt.errors import DataError, UsageError
from standpunkt.review.columns import NAMES, NEEDED
from standpunkt.review.delimited import read_delimited
from standpunkt.review.sheet import SheetRow
from standpunkt.review.xlsx import read_xlsx
from standpunkt.sources import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WORKBOOKS = (".xlsx", ".xlsm")
DELIMITED = (".csv", ".tsv", ".txt")
_ZIP = b"PK\x03\x04"


def load_table(path: Path) -> list[list[str]]:
    """Read the rows of a file as texts, the heading first."""
    if path.suffix.lower() not in (*WORKBOOKS, *DELIMITED):
        kinds = ", ".join((*WORKBOOKS, *DELIMITED))
        message = f"{path}: cannot read '{path.suffix}' as a sheet; save it as one of {kinds}"
        raise UsageError(message)
    try:
        if path.stat().st_size > MAX_BYTES:
            message = f"{path}: larger than {MAX_BYTES:,} bytes; expected a coding sheet"
            raise DataError(message)
        data = path.read_bytes()
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); name a coding sheet"
        raise UsageError(message) from None
    workbook = data.startswith(_ZIP) or path.suffix.lower() in WORKBOOKS
    return read_xlsx(path, data) if workbook else read_delimited(path, data)


def load_sheet(path: Path) -> tuple[list[SheetRow], list[str]]:
    """Read the rows of a sheet; trailing empty ones are left out."""
    table = load_table(path)
    heading = [cell.strip().lower() for cell in table[0]] if table else []
    _check_heading(path, heading)
    places = {name: heading.index(name) for name in NAMES if name in heading}
    rows = [
        SheetRow(f"{path.name}, row {number}", _cells(places, cells))
        for number, cells in enumerate(table[1:], start=2)
        if any(cell.strip() for cell in cells)
    ]
    own = (name for name in heading if name and name not in NAMES)
    return rows, [f"{path.name}: '{name}' is not a column of the sheet; ignored" for name in own]


def _cells(places: dict[str, int], cells: Sequence[str]) -> dict[str, str]:
    return {name: cells[place] if place < len(cells) else "" for name, place in places.items()}


def _check_heading(path: Path, heading: Sequence[str]) -> None:
    missing = [name for name in NEEDED if name not in heading]
    if missing:
        message = (
            f"{path}, row 1: no column '{missing[0]}'; expected the heading of a coding sheet, "
            f"with {', '.join(NEEDED)}. Export one with 'standpunkt review export'"
        )
        raise DataError(message)
    twice = [name for name in NAMES if heading.count(name) > 1]
    if twice:
        message = f"{path}, row 1: two columns '{twice[0]}'; delete or rename one of them"
        raise DataError(message)
