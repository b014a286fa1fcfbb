"""What two annotations of a document see differently, one thing at a time.

In go two objects in the gold format, the gold and the predicted; out come disagreements in the
order of the text, each with the stretch of text to look at. All that lowers a score is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from standpunkt.evaluation.scoring import (
    CODES,
    DETAILS,
    LISTS,
    MEETING,
    VALUES,
    Comparison,
    same_speakers,
    same_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from standpunkt.evaluation.scoring import Gold


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Something that gold and prediction see differently.

    ``measure`` is the score that it lowers, ``span`` where it stands (``None`` for what the
    whole document says), and ``gold`` and ``predicted`` are the values.
    """

    measure: str
    span: tuple[int, int] | None
    gold: Any
    predicted: Any


def disagreements(gold: Gold, predicted: Gold) -> list[Disagreement]:
    """List all that the two see differently; what has no place in the text comes first."""
    both = Comparison.of(gold, predicted)
    found = [*_fields(both), *_lists(both), *_unmatched(both), *_values(both), *_replies(both)]
    return sorted(found, key=lambda one: one.span or (-1, -1))


def _fields(both: Comparison) -> Iterator[Disagreement]:
    gold, predicted = both.gold["meeting"], both.predicted["meeting"]
    for key in MEETING:
        if not same_text(gold.get(key), predicted.get(key)):
            yield Disagreement(f"meeting {key}", None, gold.get(key), predicted.get(key))


def _lists(both: Comparison) -> Iterator[Disagreement]:
    for measure in ("participants_in_full", "agenda"):
        key, of = LISTS[measure]
        there, found = ({of(one): one for one in side[key]} for side in (both.gold, both.predicted))
        for item, one in there.items():
            if item not in found:
                yield Disagreement(measure, _place(one), _told(one), None)
        for item, one in found.items():
            if item not in there:
                yield Disagreement(measure, _place(one), None, _told(one))


def _told(one: Gold) -> dict[str, Any]:
    """Give a participant or an agenda item without what is not compared."""
    return {key: value for key, value in one.items() if key not in {"span", "side"}}


def _unmatched(both: Comparison) -> Iterator[Disagreement]:
    there, found = ({pair[side] for pair in both.pairs} for side in (0, 1))
    for place, one in enumerate(both.gold["statements"]):
        if place not in there:
            yield Disagreement("statements", _place(one), one.get("speakers"), None)
    for place, one in enumerate(both.predicted["statements"]):
        if place not in found:
            yield Disagreement("statements", _place(one), None, one.get("speakers"))


def _values(both: Comparison) -> Iterator[Disagreement]:
    for gold, predicted in both.statements():
        for measure, key in _differing(gold, predicted):
            yield Disagreement(measure, _place(gold), gold.get(key), predicted.get(key))


def _differing(gold: Gold, predicted: Gold) -> Iterator[tuple[str, str]]:
    """Name the measures that two matched statements lower, and the fields that they differ in.

    A topic or a deadline that counts in two measures is named once, by the stricter one.
    """
    if not same_speakers(gold, predicted):
        yield "attribution", "speakers"
    for key in CODES:
        if not same_text(gold.get(key), predicted.get(key)):
            yield key, key
    told = set()
    for measure, (key, same) in VALUES.items():
        if key not in told and not same(gold.get(key), predicted.get(key)):
            told.add(key)
            yield measure, key
    for measure, (key, of) in DETAILS.items():
        if key not in told and of(gold) != of(predicted):
            told.add(key)
            yield measure, key


def _replies(both: Comparison) -> Iterator[Disagreement]:
    """Compare what matched statements answer, told by the ids of the gold."""
    ids = both.gold_ids()
    for gold, predicted in both.statements():
        answered, guessed = gold.get("responds_to"), predicted.get("responds_to")
        told = ids.get(guessed, f"{guessed} (not in the gold)") if guessed is not None else None
        if answered != told:
            yield Disagreement("replies", _place(gold), answered, told)


def _place(one: Gold) -> tuple[int, int]:
    start, end = one["span"]
    return start, end
