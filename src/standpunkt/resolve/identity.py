"""Who is who: the names on attendance lists joined to persons, over meetings and years.

A name on a list stays as it is written; here it is decided which lists mean one person. The name
says most, the body that somebody is there for the next, and then time: nobody sits on two
sides at once. What is certain joins. What is doubtful waits for a person's judgement, which
always counts for more. In: attestations and judgements. Out: persons, and the doubtful pairs
with what speaks for and against them. The order of the attestations does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from standpunkt.model import Side
from standpunkt.resolve.namesakes import SURE, Likeness, likeness, words
from standpunkt.resolve.persons import Mention, Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from standpunkt.resolve.persons import Attestation

CERTAIN = 0.9
"""From this score on two names join without being asked about."""
DOUBTFUL = 0.6
"""Below this nobody needs to be asked."""
MARGIN = 0.05
"""How much surer it must be than with anybody else."""
_YEAR = 365
_CAREER = 5 * _YEAR
_SERVICE = 8 * _YEAR
"""Somebody may come back on the same side, for another body, within so many days."""
"""Somebody may come back on another side within so many days."""
_LIFETIME = 18 * _YEAR
_SEVERAL = 0.85
"""At most so sure is anything but a shared body where several are known to bear a name."""
_RARE = 2
_SHARE = 4
"""A misspelt name stands in few lists: so many, or one for so many with the right one."""

_PARTIES = {Side.STATE, Side.KS}
"""Sides that people are known to change; meetings elsewhere have nothing to do with each other."""

Pair: TypeAlias = tuple[Mention, Mention]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two persons that may be one: how sure, and why."""

    one: Person
    other: Person
    score: float
    reasons: tuple[str, ...]

    @property
    def pair(self) -> Pair:
        """The first mention of each, in order."""
        first, second = sorted((self.one.mentions[0], self.other.mentions[0]))
        return first, second

    @property
    def id(self) -> str:
        """A short name for the pair."""
        written = "\n".join("\t".join(mention) for mention in self.pair)
        return sha256(written.encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Identities:
    """The persons of a corpus in the order of their names, and the doubts, the surest first."""

    persons: tuple[Person, ...]
    doubts: tuple[Doubt, ...]


def resolve(
    attestations: Iterable[Attestation],
    *,
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
    unsure: Iterable[Pair] = (),
) -> Identities:
    """Join attestations to persons.

    ``same``, ``different`` and ``unsure`` are people's judgements; they must not contradict each
    other. A pair that somebody was unsure of is neither joined nor asked for again.
    """
    resolver = _Resolver(attestations, apart=(*different, *unsure))
    resolver.join(same)
    # Who is there for one body is known first: it tells how many bear a name at one time.
    resolver.join_namesakes(within_bodies=True)
    resolver.join_variants(within_bodies=True)
    resolver.join_namesakes()
    resolver.join_variants()
    return resolver.identities()


class _Resolver:
    """Mentions, and the person that each is so far."""

    def __init__(self, attestations: Iterable[Attestation], apart: Iterable[Pair]) -> None:
        alone = sorted(attestations, key=lambda one: one.order)
        self._of = {one.mention: Person((one,)) for one in alone}
        self._apart: dict[Mention, set[Mention]] = defaultdict(set)
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)
        self._asked: list[tuple[Mention, Mention, float, tuple[str, ...]]] = []

    def join(self, pairs: Iterable[Pair]) -> None:
        """Join what somebody judged to be one."""
        for one, other in pairs:
            if one in self._of and other in self._of:
                self._merge(self._of[one], self._of[other])

    def join_namesakes(self, *, within_bodies: bool = False) -> None:
        """Join those who are called the same, one after the other in time."""
        by_name: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
        for mention in self._of:
            by_name[words(mention.name)].append(mention)
        for mentions in by_name.values():
            several = not within_bodies and self._are_several(mentions)
            self._join_all(mentions, within_bodies=within_bodies, several=several)

    def join_variants(self, *, within_bodies: bool = False) -> None:
        """Join names that are written in several ways, the surest pairs first."""
        found = sorted(
            (-_scored(one, other, kind)[0], kind, one.mentions[0], other.mentions[0])
            for one, other, kind in self._variants()
        )
        claims: dict[Mention, list[tuple[float, Mention]]] = defaultdict(list)
        for less, _, first, second in found:
            claims[first].append((-less, second))
            claims[second].append((-less, first))
        for _, kind, first, second in found:
            one, other = self._of[first], self._of[second]
            if one is other or _are_namesakes(one, other) or self._kept_apart(one, other):
                continue
            if within_bodies and not _share_body(one, other):
                continue
            score, reasons = _scored(one, other, kind)
            contested = kind is not Likeness.ALIAS and (
                (one.is_no_commoner_than(other) and self._contested(claims[first], score, other))
                or (other.is_no_commoner_than(one) and self._contested(claims[second], score, one))
            )
            if score >= CERTAIN and not contested:
                self._merge(one, other)
            elif score >= DOUBTFUL and not within_bodies:
                self._asked.append((first, second, score, reasons))

    def identities(self) -> Identities:
        """What has been found."""
        doubts: dict[frozenset[Mention], Doubt] = {}
        for first, second, score, reasons in self._asked:
            one, other = self._of[first], self._of[second]
            if one is not other and not self._kept_apart(one, other):
                doubt = Doubt(one, other, score, reasons)
                doubts.setdefault(frozenset(doubt.pair), doubt)
        ranked = sorted(doubts.values(), key=lambda one: (-one.score, one.pair))
        persons = sorted(self._persons(), key=lambda one: (one.name, one.mentions))
        return Identities(tuple(persons), tuple(ranked))

    def _persons(self) -> list[Person]:
        return list({person.mentions[0]: person for person in self._of.values()}.values())

    def _join_all(self, mentions: Sequence[Mention], *, within_bodies: bool, several: bool) -> None:
        """Join namesakes pair by pair, in the order of time; what is doubtful waits.

        Where ``several`` are known to bear the name, only a body that they share makes it certain.
        """
        for first, second in combinations(mentions, 2):
            one, other = self._of[first], self._of[second]
            if one is other or self._kept_apart(one, other):
                continue
            if within_bodies and not _share_body(one, other):
                continue
            score, reasons = _scored(one, other, Likeness.SAME)
            if several and not _share_body(one, other):
                score, reasons = min(score, _SEVERAL), (*reasons, "several bear the name")
            if score >= CERTAIN:
                self._merge(one, other)
            elif score >= DOUBTFUL and not within_bodies:
                self._asked.append((first, second, score, reasons))

    def _are_several(self, mentions: Sequence[Mention]) -> bool:
        """True where some who are called the same are there for two bodies at one time."""
        people = {self._of[mention].mentions[0]: self._of[mention] for mention in mentions}
        pairs = combinations(people.values(), 2)
        return any(one.crosses(other) and not _are_of_ks(one, other) for one, other in pairs)

    def _variants(self) -> Iterator[tuple[Person, Person, Likeness]]:
        """Pairs of persons whose names go together but are not the same."""
        blocks: dict[str, dict[Mention, Person]] = defaultdict(dict)
        for person in self._persons():
            for name in (*person.names, *person.aliases):
                *given, family = words(name)
                for key in (f"{family} f", f"{' '.join(given)} g"):
                    blocks[key][person.mentions[0]] = person
        seen: set[frozenset[Mention]] = set()
        for people in blocks.values():
            for one, other in combinations(people.values(), 2):
                pair = frozenset((one.mentions[0], other.mentions[0]))
                if pair not in seen and (kind := _closest(one, other)):
                    yield one, other, kind
                seen.add(pair)

    def _kept_apart(self, one: Person, other: Person) -> bool:
        """True for two who stand in one list, or whom somebody has told apart."""
        if not one.documents.isdisjoint(other.documents):
            return True
        return any(not self._apart[m].isdisjoint(other.mentions) for m in one.mentions)

    def _contested(
        self, claims: Iterable[tuple[float, Mention]], score: float, one: Person
    ) -> bool:
        """True where somebody who is not the one has nearly as good a claim to a name."""
        return any(
            self._kept_apart(rival, one) or not _closest(rival, one)
            for claim, rival in ((claim, self._of[who]) for claim, who in claims)
            if rival is not one and claim > score - MARGIN
        )

    def _merge(self, one: Person, other: Person) -> None:
        both = Person.of({*one.attestations, *other.attestations})
        self._of.update(dict.fromkeys(both.mentions, both))


def _are_namesakes(one: Person, other: Person) -> bool:
    """True for two who bear the same name: whether they are one has been decided by that."""
    return not set(map(words, one.names)).isdisjoint(map(words, other.names))


def _closest(one: Person, other: Person) -> Likeness | None:
    """The surest way in which two names of two persons go together, but for the very same name."""
    found = {
        likeness(left, right, one.aliases, other.aliases)
        for left in one.names
        for right in other.names
    }
    kinds = [kind for kind in found if kind and kind is not Likeness.SAME]
    return max(kinds, key=lambda kind: SURE[kind], default=None)


def _scored(one: Person, other: Person, kind: Likeness) -> tuple[float, tuple[str, ...]]:
    """How sure it is that two are one person, and why."""
    score, reasons = SURE[kind], [str(kind)]
    for holds, weight, reason in _evidence(one, other, kind):
        if holds:
            score += weight
            reasons.append(reason)
    return round(min(score, 1.0), 2), tuple(reasons)


def _evidence(one: Person, other: Person, kind: Likeness) -> Iterator[tuple[bool, float, str]]:
    """What speaks for and against: whether it holds, how much it counts, what to call it."""
    body, crosses = _share_body(one, other), one.crosses(other)
    apart = one.sides.isdisjoint(other.sides)
    strangers = apart and not body and bool(one.sides or other.sides)
    colleagues = one.sides == other.sides == {Side.STATE} and not body
    fewer, more = sorted((len(one.mentions), len(other.mentions)))
    rare = fewer <= _RARE or fewer * _SHARE <= more
    most = _LIFETIME if body else _CAREER if apart else _SERVICE
    yield body, 0.08, "for the same body"
    yield not one.roles.isdisjoint(other.roles), 0.03, "in the same role"
    yield not (body or one.sides or other.sides), -0.1, "nothing but the name"
    yield strangers, -0.04 if one.sides | other.sides <= _PARTIES else -0.15, "on another side"
    offices = bool(one.offices and other.offices) and one.offices.isdisjoint(other.offices)
    yield offices and not body, -0.1, "elected and employed"
    yield strangers and crosses, -0.3, "on two sides at one time"
    yield colleagues and crosses, -0.12, "in two ministries at one time"
    yield one.apart(other) > most, -0.2, "many years between"
    yield kind is Likeness.SLIP and one.apart(other) > _YEAR, -0.1, "a year between"
    yield kind is Likeness.SLIP and not rare, -0.15, "both ways of writing are common"


def _are_of_ks(one: Person, other: Person) -> bool:
    """True for two of KS's side, whose people come from many municipalities and bodies."""
    return one.sides == other.sides == {Side.KS}


def _share_body(one: Person, other: Person) -> bool:
    return not one.bodies.isdisjoint(other.bodies)
