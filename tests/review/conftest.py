"""Sheets are tested as they are used: exported from the real minutes, edited, imported."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from standpunkt import api, reviewing
from standpunkt.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from standpunkt.reviewing import Imported

ON = date(2026, 3, 1)
Row = dict[str, str]
FOUND: list[Row] = []
"""The rows of the minutes that come along, as the program finds them."""


@dataclass(frozen=True)
class Bench:
    """A folder with a sheet in it and a folder for decisions, over the minutes that come along."""

    folder: Path

    @property
    def decisions(self) -> Path:
        return self.folder / "decisions"

    def export(self, name: str = "sheet.xlsx") -> Path:
        self.decisions.mkdir(exist_ok=True)
        api.review_export(self.folder / name, decisions=self.decisions)
        return self.folder / name

    def _untouched(self) -> bool:
        return not (self.decisions / "statements.csv").exists()

    def rows(self) -> list[Row]:
        """The rows as they stand now; before any decision they are read only once."""
        if self._untouched():
            FOUND[:] = FOUND or read_csv(self.export("rows.csv"))
            return [dict(row) for row in FOUND]
        return read_csv(self.export("rows.csv"))

    def take(self, sheet: Path, reviewer: str = "Gro Koder") -> Imported:
        return api.review_import(sheet, reviewer=reviewer, on=ON, decisions=self.decisions)

    def problems(self, sheet: Path) -> tuple[str, ...]:
        with pytest.raises(reviewing.SheetError) as error:
            self.take(sheet)
        assert not (self.decisions / "statements.csv").exists()
        return error.value.problems

    def take_rows(self, rows: list[Row], **options: str) -> Imported:
        return self.take(self.save(rows), **options)

    def save(self, rows: list[Row], name: str = "edited.csv", **options: str) -> Path:
        return write_csv(self.folder / name, rows, **options)

    def graph(self) -> str:
        store = self.folder / "store"
        api.build(store=store, decisions=self.decisions)
        with Store.open(store) as opened:
            return "".join(opened.dump_nquads())


def read_csv(path: Path) -> list[Row]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def write_csv(
    path: Path, rows: list[Row], *, delimiter: str = ",", encoding: str = "utf-8"
) -> Path:
    out = io.StringIO()
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(out, names, delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding, errors="replace"))
    return path


def edit(path: Path, **cells: object) -> None:
    """Write into the cells of the rows of a workbook, each named by its column and number."""
    book = load_workbook(path)
    sheet = book["statements"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for place, text in cells.items():
        name, _, number = place.rpartition("_")
        sheet.cell(int(number), columns[name], text)
    book.save(path)


@pytest.fixture
def bench(tmp_path):
    return Bench(tmp_path)
