"""How well one annotation of a document agrees with another: the scores of the codebook.

In go two objects in the gold format, the gold and the predicted; out come :class:`Scores`, which
can be added, so that a corpus is scored by its counts and not by the mean of its documents. What
the two see differently is told one by one in ``disagreements.py``.

Statements are matched one to one, the greatest overlap first, where intersection over union is
at least one half. Case, spacing, Unicode form, and the order of names do not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from standpunkt.evaluation.measures import Codes, Found, Measure, Share
from standpunkt.folding import fold

Gold: TypeAlias = Mapping[str, Any]
"""A document in the gold format, or one of its statements, participants or agenda items."""

Items: TypeAlias = frozenset[Hashable]
"""Things to be compared as a set."""

OVERLAP = 0.5
"""The least intersection over union at which two spans are the same statement."""

MEETING = ("title", "series", "number", "date", "start", "end", "place", "language")
"""The fields of a meeting that are compared."""

LITTLE_WORDS = frozenset(
    "av de dei den det ei en et eit for fra frå hos i med mellom mot og om på som til ved".split()  # noqa: SIM905 - read as words
)
"""Words that say nothing about whether two topics are alike."""


@dataclass(frozen=True)
class Scores:
    """All measures by their names, in the order in which they are told."""

    measures: Mapping[str, Measure]

    def __getitem__(self, name: str) -> Measure:
        return self.measures[name]

    def __add__(self, other: Scores) -> Scores:
        # Under one name stands one kind of measure.
        return Scores({name: one + other[name] for name, one in self.measures.items()})  # type: ignore[operator]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Gold and prediction with their statements matched: pairs of places in the two lists."""

    gold: Gold
    predicted: Gold
    pairs: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, gold: Gold, predicted: Gold) -> Comparison:
        """Match the statements of two annotations."""
        spans = [[one["span"] for one in side["statements"]] for side in (gold, predicted)]
        return cls(gold, predicted, matched(*spans))

    def statements(self) -> Iterator[tuple[Gold, Gold]]:
        """Give the statements that match, as pairs of gold and predicted."""
        for one, other in self.pairs:
            yield self.gold["statements"][one], self.predicted["statements"][other]

    def gold_ids(self) -> dict[int | None, int]:
        """Give the id in the gold of each predicted statement that matches."""
        return {predicted["id"]: gold["id"] for gold, predicted in self.statements()}

    def found(self, right: int) -> Found:
        """Count ``right`` of the statements that were predicted and that are there."""
        return Found(right, len(self.predicted["statements"]), len(self.gold["statements"]))


def matched(
    gold: Sequence[Sequence[int]], predicted: Sequence[Sequence[int]]
) -> tuple[tuple[int, int], ...]:
    """Pair the places of spans that overlap enough, each used once, the best overlap first."""
    overlaps = [
        (-overlap, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if (overlap := _overlap(one, other)) >= OVERLAP
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(overlaps):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return tuple(sorted(pairs.items()))


def _overlap(one: Sequence[int], other: Sequence[int]) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (one[1] - one[0] + other[1] - other[0] - common) if common > 0 else 0.0


# When two values are the same ------------------------------------------------------------------


def text(value: object) -> str:
    """Put a value as it is compared: nothing is the empty text."""
    if value is None:
        return ""
    return fold(str(value))


def names(values: Sequence[object] | None) -> frozenset[str]:
    """Put names as they are compared: as a set, without empty ones."""
    return frozenset(filter(None, map(text, values or ())))


def same_text(one: object, other: object) -> bool:
    """Tell whether two values are the same text."""
    return text(one) == text(other)


def same_names(one: Sequence[object] | None, other: Sequence[object] | None) -> bool:
    """Tell whether two lists hold the same names, in any order."""
    return names(one) == names(other)


def same_speakers(gold: Gold, predicted: Gold) -> bool:
    """Tell whether two statements are attributed to the very same speakers."""
    return same_names(gold.get("speakers"), predicted.get("speakers"))


def alike(one: object, other: object) -> bool:
    """Tell whether two topics share at least half of their words, little ones left out.

    >>> alike("bosetting av flyktninger", "flyktninger, bosetting")
    True
    """
    if same_text(one, other):
        return True
    first, second = _words(one), _words(other)
    return bool(first | second) and len(first & second) / len(first | second) >= OVERLAP


def _words(topic: object) -> set[str]:
    words = set(re.findall(r"\w+", text(topic)))
    return words - LITTLE_WORDS or words


# What is compared ------------------------------------------------------------------------------


def _addressees(statement: Gold) -> Items:
    return names(statement.get("addressees"))


def _deadline(statement: Gold) -> Items:
    deadline = statement.get("deadline")
    return frozenset([text(deadline["text"])] if deadline else [])


def _deadline_dates(statement: Gold) -> Items:
    deadline = statement.get("deadline")
    return frozenset([(deadline["from"], deadline["to"])] if deadline else [])


def _participant(one: Gold) -> Hashable:
    return tuple(text(one.get(key)) for key in ("name", "organisation", "role"))


def _participant_in_full(one: Gold) -> Hashable:
    return (_participant(one), names(one.get("functions")))


def _item(one: Gold) -> Hashable:
    return tuple(text(one.get(key)) for key in ("number", "level", "title"))


CODES = ("act", "stance")
"""The fields of a statement that hold a code."""

VALUES: dict[str, tuple[str, Callable[[Any, Any], bool]]] = {
    "topic": ("topic", same_text),
    "topic_alike": ("topic", alike),
    "agenda_of_statement": ("agenda", same_text),
    "on_behalf_of": ("on_behalf_of", same_names),
    "attribution_type": ("attribution", same_text),
}
"""What else is compared of matched statements: the field, and when two values are the same."""

DETAILS: dict[str, tuple[str, Callable[[Gold], Items]]] = {
    "addressees": ("addressees", _addressees),
    "deadlines": ("deadline", _deadline),
    "deadline_dates": ("deadline", _deadline_dates),
}
"""Things that may hang on a statement: the field, and how they are taken from the statement."""

LISTS: dict[str, tuple[str, Callable[[Gold], Hashable]]] = {
    "participants": ("participants", _participant),
    "participants_in_full": ("participants", _participant_in_full),
    "agenda": ("agenda", _item),
}
"""Lists of a document, and what has to be right in each of their things."""


# The scores ------------------------------------------------------------------------------------


def score(gold: Gold, predicted: Gold) -> Scores:
    """Take all scores of one document."""
    both = Comparison.of(gold, predicted)
    measures: dict[str, Measure] = {
        "statements": both.found(len(both.pairs)),
        "attribution": both.found(sum(same_speakers(*pair) for pair in both.statements())),
    }
    measures |= {key: _codes(both, key) for key in CODES}
    measures |= {name: _share(both, key, same) for name, (key, same) in VALUES.items()}
    measures["replies"] = _replies(both)
    measures |= {name: _details(both, of) for name, (_, of) in DETAILS.items()}
    measures |= {name: _listed(both, key, of) for name, (key, of) in LISTS.items()}
    right = sum(same_text(gold["meeting"].get(f), predicted["meeting"].get(f)) for f in MEETING)
    measures["meeting"] = Share(right, len(MEETING))
    return Scores(measures)


def _codes(both: Comparison, key: str) -> Codes:
    return Codes(Counter((text(g.get(key)), text(p.get(key))) for g, p in both.statements()))


def _share(both: Comparison, key: str, same: Callable[[Any, Any], bool]) -> Share:
    right = sum(same(g.get(key), p.get(key)) for g, p in both.statements())
    return Share(right, len(both.pairs))


def _details(both: Comparison, of: Callable[[Gold], Items]) -> Found:
    """Count things that hang on statements: right where they hang on matched ones."""
    right = sum(len(of(g) & of(p)) for g, p in both.statements())
    found, there = (
        sum(len(of(one)) for one in side["statements"]) for side in (both.predicted, both.gold)
    )
    return Found(right, found, there)


def _listed(both: Comparison, key: str, of: Callable[[Gold], Hashable]) -> Found:
    there, found = Counter(map(of, both.gold[key])), Counter(map(of, both.predicted[key]))
    return Found((there & found).total(), found.total(), there.total())


def _replies(both: Comparison) -> Found:
    """Count replies: right where both ends match the ends of one in the gold."""
    ids = both.gold_ids()
    there, found = _links(both.gold), _links(both.predicted)
    right = there & {(ids.get(one), ids.get(other)) for one, other in found}
    return Found(len(right), len(found), len(there))


def _links(side: Gold) -> set[tuple[int | None, int | None]]:
    """Give replies as pairs of ids: the statement, and the one that it answers."""
    answers = ((one["id"], one.get("responds_to")) for one in side["statements"])
    return {(one, answered) for one, answered in answers if answered is not None}
