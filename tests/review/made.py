"""Decisions made by hand on the sample reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from standpunkt.model import Reading, ReviewState, Span, Statement
from standpunkt.resolve.registers import load_registers
from standpunkt.review.apply import apply_decisions
from standpunkt.review.coding import codings
from standpunkt.review.decisions import Decision
from tests.samples import sample_reading

REGISTERS = load_registers()


def statement(reading: Reading, words: str) -> Statement:
    """The statement whose quote begins with some words."""
    quote = reading.document.quote
    return next(one for one in reading.statements if quote(one.span).startswith(words))


def decision(
    words: str,
    state: ReviewState = ReviewState.ACCEPTED,
    reading: Reading | None = None,
    **changes: str,
) -> Decision:
    """A decision on the statement that begins with some words; ``changes`` are to its fields."""
    reading = reading or sample_reading()
    one = statement(reading, words)
    coding = dict(codings(reading.statements)[one.span])
    return Decision(
        document=reading.document.key,
        span=one.span,
        quote=reading.document.quote(one.span),
        text_sha256=reading.document.text_sha256,
        state=ReviewState.CORRECTED if changes and state is ReviewState.ACCEPTED else state,
        coding=coding | changes,
        before={name: coding[name] for name in changes},
        reviewer="Gro Koder",
        date=date(2026, 3, 1),
    )


def applied(*decisions: Decision, reading: Reading | None = None) -> Reading:
    return apply_decisions(reading or sample_reading(), decisions, REGISTERS)


def without(reading: Reading, words: str) -> Reading:
    """A reading in which nothing was found at some words."""
    gone = statement(reading, words)
    kept = [one for one in reading.statements if one is not gone]
    numbers = {one.number: number for number, one in enumerate(kept, start=1)}
    renumbered = (
        replace(one, number=numbers[one.number], responds_to=numbers.get(one.responds_to or 0))
        for one in kept
    )
    return replace(reading, statements=tuple(renumbered))


def with_text(reading: Reading, text: str, **changes: Any) -> Reading:
    """A reading of another text, in which nothing was found."""
    document = replace(reading.document, text=text, text_sha256="0" * 64)
    minutes = replace(reading.minutes, document=document)
    return replace(reading, minutes=minutes, statements=(), events=(), **changes)


def moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
