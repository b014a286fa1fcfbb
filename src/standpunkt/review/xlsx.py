"""Sheets as Excel and LibreOffice have them: lists to choose from, and grey where one reads only.

The same rows give the same bytes: no clock gets into the file. All cells are text, so that no
program makes dates of item numbers. What was saved again by a spreadsheet is read with its dates
and whole numbers as people write them.
"""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from standpunkt.errors import DataError, SourceError
from standpunkt.review.coding import join
from standpunkt.review.columns import COLUMNS, FROZEN, NAMES
from standpunkt.review.legend import HEADING, legend
from standpunkt.review.sheet import item_text
from standpunkt.sources.archive import opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from standpunkt.model import Reading

SHEET, LEGEND, LISTS = "statements", "codes", "lists"
SPARE = 200
"""So many empty rows below are ready for statements that coders add."""

LINE, HIGHEST = 15.0, 409.0
"""The height of a line of text, and the greatest that a row may have, in points."""

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:(?:modified|created)[^>]*>)[^<]*(?=</dcterms:)")
_SUGGESTED = {"agenda": True, "speakers": False, "on_behalf_of": False}
"""Columns with a list of their own in each document, and whether it holds all that may stand."""


def write_xlsx(rows: Sequence[Mapping[str, str]], readings: Iterable[Reading]) -> bytes:
    """Write rows as a workbook; the lists of agenda items and names come from the readings."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to import, and seldom asked for

    book = Workbook()
    book.properties.creator = "Standpunkt"
    sheet = book.active
    sheet.title = SHEET
    _fill(sheet, rows)
    _offer_codes(sheet, len(rows))
    _explain(book.create_sheet(LEGEND))
    _offer_lists(sheet, book.create_sheet(LISTS), rows, list(readings))
    out = BytesIO()
    book.save(out)
    return _steady(out.getvalue())


def _fill(sheet: Any, rows: Sequence[Mapping[str, str]]) -> None:  # noqa: ANN401 - openpyxl has no types
    """Put the rows in, with what tells the columns apart."""
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    wrapped = Alignment(wrap_text=True, vertical="top")
    heading, read_only = (PatternFill("solid", fgColor=c) for c in ("1F4E5F", "E7E6E6"))
    for place, column in enumerate(COLUMNS, start=1):
        head = sheet.cell(1, place, column.name)
        head.font, head.fill, head.alignment = Font(bold=True, color="FFFFFF"), heading, wrapped
        sheet.column_dimensions[get_column_letter(place)].width = column.width
        for number in range(2, len(rows) + SPARE + 2):
            cell = sheet.cell(number, place)
            cell.number_format, cell.alignment = "@", wrapped
            if number < len(rows) + 2:
                cell.value = _ILLEGAL.sub(" ", rows[number - 2][column.name]) or None
                cell.data_type = "s" if cell.value else "n"
                if not column.editable:
                    cell.fill = read_only
    for number, cells in enumerate(rows, start=2):
        sheet.row_dimensions[number].height = _height(cells)
    sheet.freeze_panes = f"{get_column_letter(FROZEN + 1)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{len(rows) + 1}"


def _height(cells: Mapping[str, str]) -> float:
    """Give a row the height of its longest cell, in points; not every program finds it itself."""
    lines = (
        sum(ceil(len(line) / (column.width - 1)) or 1 for line in cells[column.name].split("\n"))
        for column in COLUMNS
    )
    return min(LINE * max(lines) + 3, HIGHEST)


def _offer_codes(sheet: Any, number: int) -> None:  # noqa: ANN401
    """Let a coder choose among the codes, and take nothing else."""
    for column in COLUMNS:
        if column.codes:
            choice = _choice(f'"{",".join(column.codes)}"', column.name, strict=True)
            choice.add(_range(column.name, 2, number + SPARE + 1))
            sheet.add_data_validation(choice)


def _offer_lists(
    sheet: Any,  # noqa: ANN401
    lists: Any,  # noqa: ANN401
    rows: Sequence[Mapping[str, str]],
    readings: Sequence[Reading],
) -> None:
    """Offer the agenda items and the names of each document in the rows of that document."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    place = 0
    for reading in readings:
        mine = [n for n, cells in enumerate(rows, 2) if cells["document"] == reading.document.key]
        last = mine[-1] + (SPARE if len(readings) == 1 else 0) if mine else SPARE + 1
        for name, values in _offered(reading).items():
            if not values:
                continue
            place += 1
            letter = get_column_letter(place)
            for number, value in enumerate((f"{reading.document.key}: {name}", *values), start=1):
                lists.cell(number, place, _ILLEGAL.sub(" ", value)).data_type = "s"
            source = f"{LISTS}!${letter}$2:${letter}${len(values) + 1}"
            choice = _choice(source, name, strict=_SUGGESTED[name])
            choice.add(_range(name, mine[0] if mine else 2, last))
            sheet.add_data_validation(choice)


def _offered(reading: Reading) -> dict[str, list[str]]:
    people = reading.minutes.participants
    bodies = [one.organisation for one in people if one.organisation]
    spoken = [name for one in reading.statements for name in one.on_behalf_of]
    return {
        "agenda": [item_text(item) for item in reading.minutes.agenda],
        "speakers": list(dict.fromkeys(join([one.name]) for one in people)),
        "on_behalf_of": list(dict.fromkeys(join([name]) for name in (*bodies, *spoken))),
    }


def _explain(page: Any) -> None:  # noqa: ANN401
    """Put what the codes mean on a page of its own."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    for width, letter in zip((12, 17, 20, 20, 20, 90), "ABCDEF", strict=True):
        page.column_dimensions[letter].width = width
    for row in (HEADING, *legend()):
        page.append(row)
    for cells in page.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=cell.row == 1)
    page.freeze_panes = "A2"


def _choice(source: str, name: str, *, strict: bool) -> Any:  # noqa: ANN401
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    choice = DataValidation("list", source, allow_blank=True, showErrorMessage=strict)
    choice.errorTitle, choice.error = name, "Choose from the list."
    return choice


def _range(name: str, first: int, last: int) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    letter = get_column_letter(NAMES.index(name) + 1)
    return f"{letter}{first}:{letter}{last}"


def _steady(data: bytes) -> bytes:
    """Take the clock out of a workbook."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as made, ZipFile(out, "w", ZIP_DEFLATED) as steady:
        for name in made.namelist():
            content = made.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            steady.writestr(ZipInfo(name, _EPOCH), content, ZIP_DEFLATED)
    return out.getvalue()


def read_xlsx(path: Path, data: bytes) -> list[list[str]]:
    """Read the rows of a workbook, the heading first: of the sheet ``statements``, or the first.

    Raises ``DataError`` where it is no workbook.
    """
    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        opened(data, path).close()
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        sheet = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
        return [[_told(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    except SourceError as error:
        raise DataError(str(error)) from None
    except Exception as error:  # noqa: BLE001 - whatever a broken workbook makes the library do
        message = f"{path}: not a workbook ({type(error).__name__}: {error}); save it as .xlsx anew"
        raise DataError(message) from None


def _told(value: object) -> str:
    """Write the value of a cell as people write it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("_x000D_", "")
