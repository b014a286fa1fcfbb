"""One document on a reviewer's desk: what stands now, and where the words of a row are.

In goes a reading with the decisions so far on top; the rows of a sheet are compared with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from standpunkt.folding import squeeze
from standpunkt.model import ReviewState, Span
from standpunkt.review.coding import span_text
from standpunkt.review.names import CellError, Names
from standpunkt.review.places import OVERLAP, occurrences, overlap
from standpunkt.review.sheet import all_codings, shown_rows

if TYPE_CHECKING:
    from standpunkt.model import Document, Reading, Review
    from standpunkt.resolve.registers import Registers
    from standpunkt.review.coding import Coding
    from standpunkt.review.sheet import Cells

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True)
class Desk:
    """A document under review."""

    reading: Reading
    registers: Registers

    @property
    def document(self) -> Document:
        """The source document."""
        return self.reading.document

    @cached_property
    def names(self) -> Names:
        """The names that may stand in its rows."""
        return Names(self.reading, self.registers)

    @cached_property
    def rows(self) -> dict[Span, Cells]:
        """The rows as a sheet would have them now."""
        return shown_rows(self.reading)

    @cached_property
    def codings(self) -> dict[Span, Coding]:
        """The codings that stand now, those of rejected statements among them."""
        return all_codings(self.reading)

    @cached_property
    def reviews(self) -> dict[Span, Review]:
        """The decisions so far."""
        return {one.statement.span: one for one in self.reading.reviews}

    @cached_property
    def numbers(self) -> dict[int, Span]:
        """The spans of the statements by their numbers."""
        return {one.number: one.span for one in self.reading.statements}

    def state(self, span: Span) -> ReviewState:
        """Tell what a person has said of the statement at a span."""
        review = self.reviews.get(span)
        return review.statement.review if review else ReviewState.UNREVIEWED

    def item_at(self, span: Span) -> str:
        """Name the agenda item that words stand under."""
        before = [item for item in self.reading.minutes.agenda if item.span.start <= span.start]
        return before[-1].number if before else ""

    def says(self, span: Span, quote: str) -> bool:
        """Tell whether a cell holds the words at a span, whatever its line breaks."""
        return _seen(quote) == _seen(self.document.quote(span))

    def find(self, quote: str, before: str, after: str) -> Span:
        """Find the words of a statement that a coder adds; raises ``CellError``.

        A line break may be written as a space. Words that stand several times are told apart by
        what stands before and after them.
        """
        words = quote.replace("\r\n", "\n").strip()
        flat = "".join(" " if char.isspace() else char for char in words)
        starts = occurrences(self.document.text, words) or occurrences(self.document.flat, flat)
        spans = [Span(start, start + len(words)) for start in starts]
        fitting = [span for span in spans if self._stands(span, before, after)]
        if len(fitting) == 1:
            return fitting[0]
        if not spans:
            message = "'quote' is not in the text; copy the words to the letter"
        elif not fitting:
            message = "'quote' does not stand between 'before' and 'after'; mend one of them"
        else:
            message = (
                f"'quote' stands in the text {len(fitting)} times; copy more of what stands "
                "around it to 'before' or 'after'"
            )
        raise CellError(message)

    def _stands(self, span: Span, before: str, after: str) -> bool:
        text = self.document.text
        left, right = squeeze(text[: span.start]), squeeze(text[span.end :])
        return left.endswith(squeeze(before)) and right.startswith(squeeze(after))

    def taken(self, span: Span) -> Span | None:
        """Find the statement that words would be the same as."""
        return next((one for one in self.rows if overlap(one, span) >= OVERLAP), None)

    def id(self, span: Span) -> str:
        """Write the id of a row."""
        return f"{self.document.key}/{span_text(span)}"


def _seen(words: str) -> str:
    return squeeze(_UNSEEN.sub(" ", words))
