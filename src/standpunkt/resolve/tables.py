"""Reading the CSV files that people edit, and saying exactly where a mistake is.

In goes the path of a file and the columns that it must have; out come its rows. A cell is asked
for by what it should hold: a text, several values, a day, one of some codes. Whatever is not as
it should be raises ``DataError`` with the file, the row (as a spreadsheet counts, the header
being row 1), what was seen and what was expected.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NoReturn

from standpunkt.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: its place and its cells by column."""

    path: Path
    number: int
    cells: Mapping[str, str]

    def refuse(self, message: str) -> NoReturn:
        """Raise ``DataError`` with the place of this row."""
        place = f"{self.path.name}, row {self.number}: {message}"
        raise DataError(place)

    def text(self, column: str) -> str:
        """Read a cell that must not be empty."""
        value = self.cells[column]
        if not value:
            self.refuse(f"'{column}' is empty; write a value there")
        return value

    def optional(self, column: str) -> str | None:
        """Read a cell; ``None`` where it is empty."""
        return self.cells[column] or None

    def many(self, column: str) -> tuple[str, ...]:
        """Read the values of a cell that separates them with ``|``."""
        return tuple(value for part in self.cells[column].split("|") if (value := part.strip()))

    def day(self, column: str) -> date | None:
        """Read a date; ``None`` where the cell is empty."""
        value = self.cells[column]
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            self.refuse(f"'{column}' is '{value}'; expected a date such as 2022-01-01")

    def code(self, column: str, codes: Iterable[str]) -> str | None:
        """Read one of ``codes``; ``None`` where the cell is empty."""
        value, known = self.cells[column], tuple(codes)
        if value and value not in known:
            self.refuse(f"'{column}' is '{value}'; expected one of {', '.join(known)}")
        return value or None


def read_rows(path: Path, columns: Sequence[str]) -> list[Row]:
    """Read the rows of a CSV file with exactly ``columns``.

    Where there is a column ``id``, each row must have one of its own.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restkey="", restval="")
            _check_header(path, reader.fieldnames or (), columns)
            rows = [_row(path, reader.line_num, cells) for cells in reader]
    except FileNotFoundError:
        message = f"{path}: no such file; put the file there or name another folder"
        raise DataError(message) from None
    except UnicodeDecodeError:
        message = f"{path.name}: not UTF-8; save the file as UTF-8"
        raise DataError(message) from None
    except csv.Error as error:
        message = f"{path.name}: not a CSV file ({error}); save it with commas"
        raise DataError(message) from None
    if "id" in columns:
        unique(rows, lambda row: (row.text("id"),), "id")
    return rows


def unique(rows: Iterable[Row], keys: Callable[[Row], Iterable[str]], what: str) -> None:
    """Refuse two rows that share a key."""
    seen: dict[str, Row] = {}
    for row in rows:
        for key in keys(row):
            if (first := seen.setdefault(key, row)) is not row:
                row.refuse(f"{what} '{key}' is used already in row {first.number}; change one")


def known(rows: Iterable[Row], column: str, ids: Collection[str]) -> None:
    """Refuse a value of ``column`` that is not among ``ids``."""
    for row in rows:
        for value in row.many(column):
            if value not in ids:
                row.refuse(f"'{column}' names '{value}', which does not exist; add or mend it")


def acyclic(rows: Sequence[Row], column: str, key: str = "id") -> None:
    """Refuse rows that lead back to themselves through ``column``."""
    links = {row.cells[key]: row.many(column) for row in rows}
    for row in rows:
        reached, ahead = set[str](), list(row.many(column))
        while ahead:
            if (step := ahead.pop()) not in reached:
                reached.add(step)
                ahead += links.get(step, ())
        if row.cells[key] in reached:
            row.refuse(f"'{column}' leads in a circle back to '{row.cells[key]}'; break it")


def _check_header(path: Path, seen: Iterable[str], columns: Sequence[str]) -> None:
    wrong = [f"unknown column '{name}'" for name in seen if name not in columns]
    wrong += [f"no column '{name}'" for name in columns if name not in seen]
    if wrong:
        message = f"{path.name}, row 1: {wrong[0]}; expected {','.join(columns)}"
        raise DataError(message)


def _row(path: Path, number: int, cells: Mapping[str, str | list[str]]) -> Row:
    row = Row(
        path, number, {name: " ".join(v.split()) for name, v in cells.items() if isinstance(v, str)}
    )
    if "" in cells:
        row.refuse("more cells than columns; put a text with commas in quotation marks")
    return row
