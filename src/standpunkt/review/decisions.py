r"""The file of decisions on statements, ``statements.csv``: what people have decided, as data.

A row is a decision on one statement: where it stands (document, span and quote, to the letter),
what a person said of it (``review``), the whole coding that stands since, what its changed fields
were before, and who decided when and why. In goes the file of a folder, out come
:class:`Decision`\ s, and the other way round: sorted, a row a line, so that ``git diff`` shows
what somebody changed. Line breaks inside a cell are written ``\n``, a backslash ``\\``.

What is not as it should be raises ``DataError`` with file and row.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from standpunkt.errors import DataError
from standpunkt.model import ReviewState, Span
from standpunkt.resolve.tables import Row
from standpunkt.review.coding import CODES, DAYS, FIELDS, Coding, span_of, span_text
from standpunkt.review.delimited import allow_long_cells

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

NAME = "statements.csv"

COLUMNS = (
    *("document", "span", "review", "quote", *FIELDS),
    *("before", "reviewer", "date", "comment", "text_sha256"),
)
DECIDED = tuple(state for state in ReviewState if state is not ReviewState.UNREVIEWED)

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_NAMED = {"n": "\n", "r": "\r", "f": "\f", "v": "\v", "t": "\t", "\\": "\\"}
_SPECIAL = {value: f"\\{name}" for name, value in _NAMED.items()}


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's decision on one statement.

    ``coding`` is all of the statement's coding as it stands since; ``before`` has the texts that
    fields had before people changed them. ``place`` says where the decision is written.
    """

    document: str
    span: Span
    quote: str
    text_sha256: str
    state: ReviewState
    coding: Coding
    before: Coding
    reviewer: str
    date: date
    comment: str = ""
    place: str = field(default=NAME, compare=False)

    @property
    def key(self) -> tuple[str, Span]:
        """The document and the span that it was decided on."""
        return self.document, self.span


def load_decisions(folder: Path | None) -> tuple[Decision, ...]:
    """Load the decisions of a folder; none where it has no such file."""
    path = folder / NAME if folder else None
    return read_decisions(path) if path and path.exists() else ()


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Read the decisions of a file."""
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); name the folder of decisions"
        raise DataError(message) from None
    return _parsed(path, data) if data else ()


def of_document(decisions: Iterable[Decision], key: str) -> tuple[Decision, ...]:
    """Pick the decisions on one document."""
    return tuple(one for one in decisions if one.document == key)


@lru_cache(maxsize=8)
def _parsed(path: Path, data: bytes) -> tuple[Decision, ...]:
    try:
        text = data.decode("utf-8-sig")
        allow_long_cells(text)
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except UnicodeDecodeError:
        message = f"{path}: not UTF-8; save the file as UTF-8"
        raise DataError(message) from None
    except csv.Error as error:
        message = f"{path}: not a CSV file ({error}); save it with commas, as Standpunkt wrote it"
        raise DataError(message) from None
    if not rows or tuple(rows[0]) != COLUMNS:
        seen = ",".join(rows[0])[:80] if rows and rows[0] else "nothing"
        message = f"{path}, row 1: the columns are {seen}; expected {','.join(COLUMNS)}"
        raise DataError(message)
    found: dict[tuple[str, Span], Decision] = {}
    for number, cells in enumerate(rows[1:], start=2):
        if not any(cells):
            continue
        one = _decision(path, number, cells)
        first = found.setdefault(one.key, one)
        if first is not one:
            message = f"{one.place}: decides on the same words as {first.place}; delete one of them"
            raise DataError(message)
    return tuple(found.values())


def _decision(path: Path, number: int, cells: list[str]) -> Decision:
    row = Row(path, number, dict(zip(COLUMNS, map(unescape, cells), strict=False)))
    if len(cells) != len(COLUMNS):
        row.refuse(f"{len(cells)} cells; expected {len(COLUMNS)}")
    span = span_of(row.text("span"))
    day = row.day("date")
    if span is None:
        row.refuse(f"'span' is '{row.cells['span']}'; expected two offsets such as 120-180")
    if len(row.text("quote")) != len(span):
        row.refuse(f"'quote' has {len(row.cells['quote'])} characters, the span {len(span)}")
    if day is None:
        row.refuse("'date' is empty; write a date such as 2022-01-01")
    return Decision(
        document=row.text("document"),
        span=span,
        quote=row.text("quote"),
        text_sha256=row.text("text_sha256"),
        state=ReviewState(row.code("review", DECIDED) or row.text("review")),
        coding=_coding(row),
        before=_before(row),
        reviewer=row.text("reviewer"),
        date=day,
        comment=row.cells["comment"],
        place=f"{path.name}, row {number}",
    )


def _coding(row: Row) -> Coding:
    for name, codes in CODES.items():
        row.code(name, codes) or row.text(name)
    for name in DAYS:
        row.day(name)
    row.text("topic")
    if row.cells["responds_to"] and span_of(row.cells["responds_to"]) is None:
        row.refuse(f"'responds_to' is '{row.cells['responds_to']}'; expected a span as 120-180")
    return {name: row.cells[name] for name in FIELDS}


def _before(row: Row) -> Coding:
    found: dict[str, str] = {}
    for line in filter(None, row.cells["before"].split("\n")):
        name, colon, value = line.partition(":")
        if not colon or name not in FIELDS:
            row.refuse(f"'before' has '{line}'; expected a field and its text, as act: demand")
        found[name] = value.strip()
    return found


def dump_decisions(decisions: Iterable[Decision]) -> str:
    """Write decisions as the text of the file: sorted by document and place, a row a line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in sorted(decisions, key=lambda one: one.key):
        writer.writerow([escape(cell) for cell in _cells(one)])
    return out.getvalue()


def _cells(one: Decision) -> list[str]:
    before = "\n".join(f"{name}: {one.before[name]}" for name in FIELDS if name in one.before)
    return [
        *(one.document, span_text(one.span), one.state.value, one.quote),
        *(one.coding[name] for name in FIELDS),
        *(before, one.reviewer, one.date.isoformat(), one.comment, one.text_sha256),
    ]


def escape(text: str) -> str:
    r"""Put a text on one line.

    >>> print(escape("a\nb"))
    a\nb
    """
    return "".join(_SPECIAL.get(char, char) for char in text)


def unescape(text: str) -> str:
    r"""Put a text as it was before :func:`escape`.

    >>> unescape(escape("a\n\\nb")) == "a\n\\nb"
    True
    """
    return _ESCAPED.sub(lambda match: _NAMED.get(match[1], match[0]), text)
