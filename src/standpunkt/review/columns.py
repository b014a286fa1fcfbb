"""The columns of a coding sheet: what each holds, how wide it is, and who may write there.

The first columns say which words a row is about, the white ones are for the coder, and the last
ones tell what the program thought and what was decided before.
"""

from __future__ import annotations

from dataclasses import dataclass

from standpunkt.model import ReviewState
from standpunkt.review.coding import CODES, FIELDS

DECISIONS = ("accept", "reject", "add")
"""What a coder may write under ``decision``; nothing stands for "as coded"."""

SHOWN = {
    ReviewState.ACCEPTED: "accept",
    ReviewState.REJECTED: "reject",
    ReviewState.ADDED: "add",
}
"""What stands under ``decision`` where a statement was reviewed before."""

MARK = "exported"
"""The column by which a row that nobody has touched is told."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name and width in characters, whether a coder writes there, and which codes."""

    name: str
    width: int
    editable: bool = False
    codes: tuple[str, ...] = ()


_WIDTHS = {
    "speakers": 24,
    "on_behalf_of": 14,
    "attribution": 13,
    "agenda": 24,
    "act": 17,
    "stance": 12,
    "claim": 40,
    "topic": 24,
    "responds_to": 12,
    "addressees": 18,
    "deadline_text": 20,
    "deadline_first": 14,
    "deadline_last": 14,
    "mentions": 24,
}

COLUMNS = (
    Column("id", 16),
    Column("document", 16),
    Column("number", 8),
    Column("before", 28),
    Column("quote", 60),
    Column("after", 28),
    Column("decision", 10, editable=True, codes=DECISIONS),
    *(Column(name, _WIDTHS[name], editable=True, codes=CODES.get(name, ())) for name in FIELDS),
    Column("comment", 30, editable=True),
    Column("rule", 12),
    Column("confidence", 11),
    Column("review", 12),
    Column("reviewer", 16),
    Column("date", 12),
    Column(MARK, 12),
)
NAMES = tuple(one.name for one in COLUMNS)
NEEDED = ("id", "quote", "decision", *FIELDS)
"""The columns that a sheet must have to be read again."""
FROZEN = 3
"""So many columns stay in view: those that identify the row."""
