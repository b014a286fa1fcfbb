"""Where decisions stand in a document now, and which statement each of them is about.

In go the document and the decisions on it. A quote that stands at its offsets to the letter
stays there; one that stands elsewhere, once, has moved; any other is lost, which is a finding and
never passed over. A decision is about the statement that overlaps it most, by at least one half
of what the two cover together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from standpunkt.model import Span
from standpunkt.review.coding import span_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from standpunkt.model import Document, Finding
    from standpunkt.review.decisions import Decision

OVERLAP = 0.5
"""The least intersection over union at which two spans are the same statement."""
_SHOWN = 60
"""So many characters of a quote are told in a finding."""


def occurrences(text: str, words: str) -> list[int]:
    """List the offsets at which words stand in a text."""
    found, start = [], text.find(words)
    while start >= 0:
        found.append(start)
        start = text.find(words, start + 1)
    return found


def placed(
    document: Document, decisions: Iterable[Decision]
) -> tuple[dict[Span, Decision], list[Finding]]:
    """Find where each decision stands now, and tell of those that have moved or are lost."""
    places: dict[Span, Decision] = {}
    findings: list[Finding] = []
    for one in sorted(decisions, key=lambda one: document.quote(one.span) != one.quote):
        span = _place(document, one)
        if span is None or span in places:
            findings.append(_lost(document, one))
            continue
        places[span] = one
        if span != one.span:
            findings.append(_moved(document, one, span))
    return places, findings


def _place(document: Document, one: Decision) -> Span | None:
    if document.quote(one.span) == one.quote:
        return one.span
    found = occurrences(document.text, one.quote)
    return Span(found[0], found[0] + len(one.quote)) if len(found) == 1 else None


def _moved(document: Document, one: Decision, span: Span) -> Finding:
    message = (
        f"{one.place}: the source has changed, and “{_short(one.quote)}” stands at "
        f"{span_text(span)}, not {span_text(one.span)}; the decision of {one.reviewer} was moved "
        "there. See that it still holds"
    )
    return document.finding("decision-moved", span.start, message)


def _lost(document: Document, one: Decision) -> Finding:
    number = len(occurrences(document.text, one.quote))
    seen = f"stands in the text {number} times" if number else "is no longer in the text"
    message = (
        f"{one.place}: “{_short(one.quote)}” {seen}, and not by itself at {span_text(one.span)}; "
        f"the decision of {one.reviewer} is not used. Review the words as they are now, and "
        "delete the row"
    )
    return document.finding("decision-lost", min(one.span.start, len(document.text)), message)


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def overlap(one: Span, other: Span) -> float:
    """Measure how far two spans are the same: intersection over union.

    >>> overlap(Span(0, 10), Span(5, 10))
    0.5
    """
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (len(one) + len(other) - common) if common > 0 else 0.0


def paired(ones: Sequence[Span], others: Sequence[Span]) -> dict[Span, Span]:
    """Pair spans that overlap enough, each used once, the best overlap first."""
    ranked = sorted(
        (-share, one, other)
        for one in ones
        for other in others
        if (share := overlap(one, other)) >= OVERLAP
    )
    pairs: dict[Span, Span] = {}
    taken: set[Span] = set()
    for _, one, other in ranked:
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs
