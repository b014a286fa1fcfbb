"""Decisions on top of what the program found: a reading in, a reading out.

A statement that a person has decided on stands as the person left it, at the person's span, so
that a better extractor changes neither its coding nor its IRI. Where the extractor finds nothing
there any more, it stands all the same. What was rejected is no statement; its words are among
those left out, with the reason.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.model import Change, Ignored, Review, ReviewState, Span
from standpunkt.review.coding import FIELDS, span_of, statement
from standpunkt.review.places import OVERLAP, overlap, paired, placed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from standpunkt.model import Reading, Statement
    from standpunkt.resolve.registers import Registers
    from standpunkt.review.decisions import Decision

REJECTED = "rejected by a person"


def apply_decisions(
    reading: Reading, decisions: Sequence[Decision], registers: Registers
) -> Reading:
    """Put the decisions on a document on top of its reading."""
    if not decisions:
        return reading
    places, findings = placed(reading.document, decisions)
    found = {one.span: one for one in reading.statements}
    about = paired(list(places), list(found))
    decided = {
        span: statement(one.coding, span, one.state, registers, found.get(about.get(span, span)))
        for span, one in places.items()
    }
    left = {span: one for span, one in found.items() if span not in set(about.values())}
    answers = _answers(reading, places, about)
    linked = _linked(left | decided, answers)
    statements = tuple(one for one in linked if not _is_rejected(one))
    by_span = {one.span: one for one in linked}
    return replace(
        reading,
        statements=statements,
        ignored=_ignored(reading, decided),
        findings=(*reading.findings, *findings),
        reviews=tuple(_review(one, by_span[span]) for span, one in sorted(places.items())),
    )


def _is_rejected(one: Statement) -> bool:
    return one.review is ReviewState.REJECTED


def _answers(
    reading: Reading, places: Mapping[Span, Decision], about: Mapping[Span, Span]
) -> dict[Span, Span]:
    """Say which span each statement answers, in the spans that stand now.

    A span that a decision names is where that one's words were when it was decided: they may have
    moved with the source.
    """
    replaced = {old: new for new, old in about.items()}
    spans = {one.number: one.span for one in reading.statements}
    answers = {
        one.span: replaced.get(spans[one.responds_to], spans[one.responds_to])
        for one in reading.statements
        if one.responds_to is not None
    }
    moved = {one.span: span for span, one in places.items()}
    for span, one in places.items():
        answers.pop(span, None)
        if answered := span_of(one.coding["responds_to"]):
            shift = span.start - one.span.start
            shifted = Span(max(0, answered.start + shift), max(1, answered.end + shift))
            answers[span] = moved.get(answered, shifted)
    return answers


def _linked(made: Mapping[Span, Statement], answers: Mapping[Span, Span]) -> tuple[Statement, ...]:
    """Number statements in the order of the text, and link each to the earlier one it answers.

    What was rejected has the number 0, and nothing answers it.
    """
    linked: list[Statement] = []
    numbers: dict[Span, int] = {}
    for span in sorted(made):
        link = _nearest(answers.get(span), numbers)
        rejected = _is_rejected(made[span])
        number = 0 if rejected else len(numbers) + 1
        linked.append(replace(made[span], number=number, responds_to=link))
        if not rejected:
            numbers[span] = number
    return tuple(linked)


def _nearest(answered: Span | None, numbers: Mapping[Span, int]) -> int | None:
    """Give the number of the statement at a span, or of the one that is the same nearly."""
    if answered is None:
        return None
    shares = {span: overlap(span, answered) for span in numbers}
    near = max(shares, key=shares.__getitem__, default=answered)
    return numbers[near] if shares.get(near, 0) >= OVERLAP else None


def _ignored(reading: Reading, decided: Mapping[Span, Statement]) -> tuple[Ignored, ...]:
    """Leave out what was rejected, and nothing that has become a statement."""
    said = [span for span, one in decided.items() if not _is_rejected(one)]
    kept = [one for one in reading.ignored if not any(span.covers(one.span) for span in said)]
    rejected = (Ignored(span, REJECTED) for span, one in decided.items() if _is_rejected(one))
    return (*kept, *sorted(rejected, key=lambda one: one.span))


def _review(one: Decision, made: Statement) -> Review:
    changes = (
        Change(name, one.before[name], one.coding[name]) for name in FIELDS if name in one.before
    )
    return Review(made, one.reviewer, one.date, one.comment, tuple(changes))
