"""A coding sheet as rows of texts: what people see of the statements of some minutes.

In go readings, out come rows, a statement a row, in the order of documents and text; those that
were rejected are among them, so that a decision can be taken back. How rows are written to a file
and read again stands in ``xlsx.py`` and ``delimited.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from standpunkt.folding import squeeze
from standpunkt.review.coding import (
    FIELDS,
    actor_of,
    code,
    codings,
    join,
    span_of,
    span_text,
    split,
)
from standpunkt.review.columns import MARK, SHOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from standpunkt.model import AgendaItem, Document, Reading, Review, Span, Statement
    from standpunkt.review.coding import Coding

CONTEXT = 80
"""So many characters before and after a quote are shown."""

Cells: TypeAlias = dict[str, str]
"""A row: the text of each column by the column's name."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet that was read: where it stands in the file, and its cells."""

    place: str
    cells: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")


def sheet_rows(readings: Iterable[Reading]) -> list[Cells]:
    """Write the statements of some documents as rows."""
    return [cells for reading in readings for cells in shown_rows(reading).values()]


def shown_rows(reading: Reading) -> dict[Span, Cells]:
    """Write the statements of a document as rows, by their spans."""
    reviews = {one.statement.span: one for one in reading.reviews}
    numbers = {one.span: str(one.number) for one in reading.statements}
    coded = all_codings(reading)
    statements = {one.span: one for one in reading.statements}
    statements |= {span: one.statement for span, one in reviews.items()}
    return {
        span: _row(reading, statements[span], coded[span], reviews.get(span), numbers)
        for span in sorted(statements)
    }


def all_codings(reading: Reading) -> dict[Span, Coding]:
    """Give the codings of a document's statements and of those that were rejected."""
    spans = {one.number: one.span for one in reading.statements}
    rejected = (one.statement for one in reading.reviews if not one.statement.number)
    return codings(reading.statements) | {
        one.span: code(one, spans.get(one.responds_to or 0)) for one in rejected
    }


def _row(
    reading: Reading,
    one: Statement,
    coding: Coding,
    review: Review | None,
    numbers: Mapping[Span, str],
) -> Cells:
    document, span = reading.document, one.span
    cells = {
        "id": f"{document.key}/{span_text(span)}",
        "document": document.key,
        "number": numbers.get(span, ""),
        "before": _before(document, span),
        "quote": document.quote(span),
        "after": _after(document, span),
        "decision": SHOWN.get(one.review, ""),
        **shown(coding, reading.minutes.agenda, numbers),
        "comment": review.comment if review else "",
        "rule": one.rule,
        "confidence": f"{one.confidence:.2f}",
        "review": one.review.value,
        "reviewer": review.reviewer if review else "",
        "date": review.date.isoformat() if review else "",
    }
    return cells | {MARK: mark(cells, coding["responds_to"])}


def _before(document: Document, span: Span) -> str:
    """Show whole words in front of a quote."""
    start = max(0, span.start - CONTEXT)
    words = document.flat[start : span.start]
    return squeeze(words.partition(" ")[2] if start and " " in words else words)


def _after(document: Document, span: Span) -> str:
    """Show whole words behind a quote."""
    words = document.flat[span.end : span.end + CONTEXT]
    cut = span.end + CONTEXT < len(document.flat) and " " in words
    return squeeze(words.rpartition(" ")[0] if cut else words)


def shown(
    coding: Coding, agenda: Iterable[AgendaItem], numbers: Mapping[Span, str]
) -> dict[str, str]:
    """Write a coding as people see it: items with their titles, statements by their numbers."""
    titles = {item.number: item_text(item) for item in agenda}
    answered = span_of(coding["responds_to"])
    return dict(coding) | {
        "speakers": join(actor_of(one).name for one in split(coding["speakers"])),
        "agenda": titles.get(coding["agenda"], coding["agenda"]),
        "responds_to": numbers.get(answered, "") if answered else "",
    }


def item_text(item: AgendaItem) -> str:
    """Write an agenda item so that no program takes its number for a date."""
    return squeeze(f"{item.number} {item.title}")


def mark(cells: Mapping[str, str], answered: str) -> str:
    """Digest what a coder may change in a row; ``answered`` is the span that it answers.

    The letter in front keeps programs from taking it for a number.
    """
    told = [squeeze(cells.get(name, "")) for name in ("decision", *FIELDS, "comment")]
    told[1 + FIELDS.index("responds_to")] = answered
    return "x" + sha256("\0".join(told).encode()).hexdigest()[:11]
