"""Persons as lists attest them: what each list tells, and what a person's lists tell together.

An attestation is one name on one list. A person is one or more of them, in order of time. In:
attestations. Out: the evidence by which two persons are found to be one: names, bodies, sides,
roles, days.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

_TERM = 6 * 365
"""Who is attested so many days later again was there all the time."""
_LAST = "9999"
"""A list without a date comes after the others."""


class Mention(NamedTuple):
    """A name on the list of one document (its key)."""

    document: str
    name: str


@dataclass(frozen=True, slots=True)
class Attestation:
    """What one list tells of one name; ``organization`` is a lasting one, by id or by name.

    ``office`` tells whether the role is one that people are elected to or employed in, ``aliases``
    are other names that the list itself gives.
    """

    mention: Mention
    on: date | None
    organization: str | None
    role: str | None
    side: str | None
    office: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, Mention]:
        """By what attestations are ordered: the day, then the document and the name."""
        return (self.on.isoformat() if self.on else _LAST, self.mention)


@dataclass(frozen=True)
class Person:
    """The attestations that are one person's, in order of time."""

    attestations: tuple[Attestation, ...]

    @classmethod
    def of(cls, attestations: Iterable[Attestation]) -> Self:
        """Make a person of attestations in any order."""
        return cls(tuple(sorted(attestations, key=lambda one: one.order)))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Where the person is named, and how."""
        return tuple(one.mention for one in self.attestations)

    @cached_property
    def names(self) -> Counter[str]:
        """The names as written, and how often each."""
        return Counter(mention.name for mention in self.mentions)

    @property
    def name(self) -> str:
        """The name that most lists have; of several the longest."""
        return min(self.names.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))[0]

    @cached_property
    def aliases(self) -> frozenset[str]:
        """Other names that lists give."""
        return frozenset(alias for one in self.attestations for alias in one.aliases)

    @cached_property
    def documents(self) -> frozenset[str]:
        """The documents whose lists have the person."""
        return frozenset(mention.document for mention in self.mentions)

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The organisations that the person was there for."""
        return frozenset(one.organization for one in self.attestations if one.organization)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles that the person had."""
        return frozenset(one.role for one in self.attestations if one.role)

    @cached_property
    def offices(self) -> frozenset[str]:
        """Whether the roles are of the elected or of the employed, where that is known."""
        return frozenset(one.office for one in self.attestations if one.office)

    @cached_property
    def sides(self) -> frozenset[str]:
        """The sides that the person sat on."""
        return frozenset(one.side for one in self.attestations if one.side)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days of the meetings, in order."""
        return tuple(one.on for one in self.attestations if one.on)

    def is_no_commoner_than(self, other: Person) -> bool:
        """True where no more lists have this person than the other."""
        return len(self.mentions) <= len(other.mentions)

    def crosses(self, other: Person) -> bool:
        """True where one is attested between two days of the other, and these are not far apart."""
        return _within(self.days, other.days) or _within(other.days, self.days)

    def apart(self, other: Person) -> int:
        """How many days lie between the last of the one and the first of the other."""
        if not self.days or not other.days:
            return 0
        gaps = (other.days[0] - self.days[-1]).days, (self.days[0] - other.days[-1]).days
        return max(*gaps, 0)


def _within(days: Sequence[date], others: Sequence[date]) -> bool:
    """True where one of some days lies between two of the others that belong together."""
    terms = [(a, b) for a, b in pairwise(others) if (b - a).days <= _TERM]
    return any(a < day < b for day in days for a, b in terms)
