"""Review from outside: minutes to a sheet, a sheet to decisions, two coders side by side.

The stage ``review`` knows readings and rows; this module knows the files that they come from and
go to. A file is written whole or not at all, and a sheet is taken whole or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpunkt import pipeline
from standpunkt.errors import DataError, SourceError, UsageError
from standpunkt.files import must_stay, write_whole
from standpunkt.resolve.registers import load_registers
from standpunkt.review.comparison import Agreement, compare
from standpunkt.review.decisions import (
    NAME,
    Decision,
    dump_decisions,
    load_decisions,
    of_document,
)
from standpunkt.review.delimited import write_delimited
from standpunkt.review.differences import Decided, Differences, Reviewer, differences
from standpunkt.review.loading import load_sheet
from standpunkt.review.places import placed
from standpunkt.review.sheet import sheet_rows
from standpunkt.review.xlsx import write_xlsx
from standpunkt.sources.files import find_sources

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from standpunkt.model import Reading
    from standpunkt.review.sheet import SheetRow

__all__ = ["Agreement", "Imported", "SheetError", "agreement", "export_sheet", "import_sheet"]


class SheetError(DataError):
    """A sheet with rows that are wrong: all of them are told, one a line."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import decided, the file that holds it, and what was passed over."""

    decided: tuple[Decided, ...]
    notes: tuple[str, ...]
    file: Path


def export_sheet(paths: Sequence[Path], output: Path, decisions: Path) -> int:
    """Write the coding sheet of some minutes as ``.xlsx`` or ``.csv``; give its number of rows."""
    suffix = output.suffix.lower()
    if suffix not in {".xlsx", ".csv"}:
        message = f"{output}: a sheet is written as .xlsx or .csv; name a file that ends in one"
        raise UsageError(message)
    readings = _readings(paths, decisions)
    rows = sheet_rows(readings)
    write_whole(output, write_xlsx(rows, readings) if suffix == ".xlsx" else write_delimited(rows))
    return len(rows)


def import_sheet(
    sheet: Path, paths: Sequence[Path], decisions: Path, reviewer: str, on: date
) -> Imported:
    """Take the decisions of a sheet into the file of a folder, all of them or none.

    Raises ``SheetError`` with every row that is wrong.
    """
    name = " ".join(reviewer.split())
    if not name:
        message = "--reviewer is empty; expected the name of whoever decided"
        raise UsageError(message)
    must_stay(decisions)
    rows, notes = load_sheet(sheet)
    readings = _readings(paths, decisions, _keys(rows))
    found = differences(rows, readings, load_registers(), Reviewer(name, on))
    if found.problems:
        raise SheetError(found.problems)
    file = decisions / NAME
    if found.decided:
        _record(found, readings, decisions)
    return Imported(found.decided, (*notes, *found.notes), file)


def agreement(one: Path, other: Path) -> Agreement:
    """Compare two coders: sheets, files of decisions, or folders that hold one."""
    return compare(one, other)


def _readings(
    paths: Sequence[Path], decisions: Path, keys: Container[str] | None = None
) -> list[Reading]:
    """Read the documents, or those of some keys, with the decisions so far on top."""
    sources = find_sources(paths)
    refused = next((one.refused for one in sources if one.refused), None)
    if refused:
        raise SourceError(refused)
    wanted = [one for one in sources if keys is None or one.key in keys]
    return [pipeline.read(one.path, decisions) for one in wanted or sources]


def _keys(rows: Iterable[SheetRow]) -> set[str] | None:
    """Name the documents that a sheet is about; ``None`` where some row does not say."""
    keys = {row["document"].strip() or row["id"].rpartition("/")[0].strip() for row in rows}
    return None if "" in keys else keys


def _record(found: Differences, readings: Sequence[Reading], folder: Path) -> None:
    """Put decisions in the place of those on the same words, and write the file."""
    old = load_decisions(folder)
    new = [one.decision for one in found.decided]
    over = {one.key for one in new}
    for reading in readings:
        key = reading.document.key
        places, _ = placed(reading.document, of_document(old, key))
        over |= {one.key for span, one in places.items() if (key, span) in over}
    kept: list[Decision] = [one for one in old if one.key not in over]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{folder}: cannot be made ({error.strerror}); name another folder"
        raise UsageError(message) from None
    write_whole(folder / NAME, dump_decisions([*kept, *new]).encode())
