"""Eighty made-up meetings over twenty years: everybody joined as the truth has it.

The truth knows who each name on a list is; a pair of names is one person's or it is not. What is
joined must be right, and nearly all that is one person's must be joined: the rest waits for a
judgement.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import pytest

from standpunkt import pipeline
from standpunkt.demo import write
from standpunkt.resolve.attested import attested
from standpunkt.resolve.identity import resolve
from standpunkt.resolve.persons import Attestation, Mention
from standpunkt.resolve.registers import load_registers

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Any

Known: TypeAlias = dict[Mention, list[tuple[str, str | None]]]


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Attestation], Known]:
    """What the lists of eighty meetings attest, and who each name may be, with the body."""
    folder = tmp_path_factory.mktemp("series")
    truth = write(folder, meetings=80, seed=1)
    read = [attested(pipeline.read(path).minutes, load_registers()) for path in texts(folder)]
    return [one for several in read for one in several], known(truth.truth)


def texts(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.txt"))


@cache
def lasting(period: str) -> str:
    entry = load_registers().entry(period, None)
    assert entry, period
    return entry.organization


def known(truth: dict[str, Any]) -> Known:
    found: Known = {}
    for one in truth["mentions"]:
        if "period" in one:
            surname, comma, given = one["as_written"].partition(",")
            name = f"{given.strip()} {surname}" if comma else one["as_written"]
            body = lasting(one["period"]) if one["period"] else None
            found.setdefault(Mention(one["document"], name), []).append((one["person"], body))
    return found


def who(known: Known, one: Attestation) -> str | None:
    """The person that an attestation is of; of two namesakes in one list the one with its body."""
    people = known.get(one.mention, [])
    alone = {person for person, _ in people}
    same = {person for person, body in people if body == one.organization}
    return next(iter(alone if len(alone) == 1 else same), None)


def pairs(labels: Iterable[object]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(labels).values())


def test_everybody_is_joined_as_the_truth_has_it(series):
    attestations, truth = series
    people = {one.mention: who(truth, one) for one in attestations}
    read = [mention for mention, person in people.items() if person]
    assert len(read) > 0.97 * len(attestations)
    joined = {m: i for i, one in enumerate(resolve(attestations).persons) for m in one.mentions}
    both = pairs((people[mention], joined[mention]) for mention in read)
    assert both == pairs(joined[mention] for mention in read)  # precision 1
    assert both >= 0.97 * pairs(people[mention] for mention in read)  # recall


def test_bodies_are_joined_through_their_names(series):
    attestations, truth = series
    told = [
        (body, one.organization)
        for one in attestations
        for person, body in truth.get(one.mention, [])[:1]
        if body and len(truth[one.mention]) == 1
    ]
    assert sum(body == read for body, read in told) >= 0.97 * len(told)


def test_the_order_of_the_documents_does_not_matter(series):
    attestations, _ = series
    by_name = sorted(attestations, key=lambda one: one.mention.name)
    assert resolve(by_name) == resolve(attestations) == resolve(reversed(attestations))
