"""Which statement each row of a sheet is about, before anybody asks what it says.

In go rows and the documents on the desk; out come the rows with their places, and what is wrong
with those that have none: unknown documents and ids, changed quotes, rows that come twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpunkt.model import ReviewState, Span
from standpunkt.review.cells import day, tidy, whole
from standpunkt.review.coding import FIELDS, span_of
from standpunkt.review.names import CellError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from standpunkt.review.desk import Desk
    from standpunkt.review.sheet import SheetRow


@dataclass(frozen=True, slots=True)
class Located:
    """A row with the document and the span that it is about; ``new`` where a coder added it."""

    row: SheetRow
    desk: Desk
    span: Span
    new: bool


def locate(
    rows: Iterable[SheetRow], desks: Mapping[str, Desk]
) -> tuple[list[Located], dict[str, dict[int, Span]], list[str]]:
    """Find the place of each row: the rows, the spans by document and number, and what is wrong."""
    found: list[Located] = []
    numbers: dict[str, dict[int, Span]] = {key: {} for key in desks}
    problems: list[str] = []
    taken: dict[tuple[str, Span], str] = {}
    for row in rows:
        try:
            one = _known(row, desks) if row["id"].strip() else _added(row, desks)
            _take(one, taken)
            _count(one, numbers[one.desk.document.key])
        except CellError as error:
            problems.append(f"{row.place}: {error}")
        else:
            found.append(one)
    return found, numbers, problems


def _take(one: Located, taken: dict[tuple[str, Span], str]) -> None:
    """Note the words of a row; no other row may have them."""
    first = taken.setdefault((one.desk.document.key, one.span), one.row.place)
    if first != one.row.place:
        message = f"the same words as in {first}; delete one of the two rows"
        raise CellError(message)


def _known(row: SheetRow, desks: Mapping[str, Desk]) -> Located:
    """Find a row by its id."""
    key, _, place = row["id"].strip().rpartition("/")
    desk = _desk(key, desks)
    span = span_of(place)
    if span is None or span not in desk.rows:
        message = (
            f"'id' is '{row['id'].strip()}', and no statement stands there; if the minutes or the "
            "program have changed since, export the sheet anew. For a statement that the program "
            "missed leave 'id' empty"
        )
        raise CellError(message)
    if (document := row["document"].strip()) and document != key:
        message = f"'document' is '{document}', and 'id' says '{key}'; mend one of them"
        raise CellError(message)
    if not desk.says(span, row["quote"]):
        message = (
            f"'quote' is not what stands at {row['id'].strip()}; undo the change. To code other "
            "words, reject this row and add one without an id"
        )
        raise CellError(message)
    return Located(row, desk, span, new=False)


def _added(row: SheetRow, desks: Mapping[str, Desk]) -> Located:
    """Find a row that a coder added by its quote."""
    if not row["quote"].strip():
        message = "neither 'id' nor 'quote' is filled in; write a quote, or delete the row"
        raise CellError(message)
    if tidy("decision", row["decision"]) not in {"", "add"}:
        message = f"'decision' is '{row['decision']}', and the row has no id; write 'add'"
        raise CellError(message)
    key = row["document"].strip()
    if not key and len(desks) > 1:
        message = f"'document' is empty; expected one of {', '.join(desks)}"
        raise CellError(message)
    desk = _desk(key or next(iter(desks), ""), desks)
    span = desk.find(row["quote"], row["before"], row["after"])
    if desk.state(span) is ReviewState.ADDED:
        return Located(row, desk, span, new=False)
    if (same := desk.taken(span)) is not None:
        message = f"'quote' is the statement {desk.id(same)} already; code it in that row"
        raise CellError(message)
    return Located(row, desk, span, new=True)


def _desk(key: str, desks: Mapping[str, Desk]) -> Desk:
    if key in desks:
        return desks[key]
    message = (
        f"no document '{key}'; expected one of {', '.join(desks) or 'none'}. Name the files or "
        "folders with its minutes after the sheet"
    )
    raise CellError(message)


def _count(one: Located, numbers: dict[int, Span]) -> None:
    """Note the number of a row, and look at what else must be a number or a date."""
    row = one.row
    try:
        day(row["date"].strip())
    except CellError as error:
        message = f"'date' {error}"
        raise CellError(message) from None
    if not (text := row["number"].strip()):
        return
    try:
        number = whole(text)
    except CellError as error:
        message = f"'number' {error}"
        raise CellError(message) from None
    if numbers.setdefault(number, one.span) != one.span:
        message = f"the number {number} stands in another row too; give one of them another number"
        raise CellError(message)


def is_empty(row: SheetRow) -> bool:
    """Tell whether nobody has written anything in a row."""
    return not any(row[name].strip() for name in ("id", "quote", "decision", *FIELDS))
