"""The registers: organisations through time, roles, and topics, and how a name finds them.

In come the CSV files of ``data/registers`` (see the README there), which people edit; out comes
a :class:`Registers` that answers what a mention means. Nothing is guessed: a name that
fits no entry, or several, is ``None``.

>>> from datetime import date
>>> registers = load_registers()
>>> [registers.organization("KD", date(year, 1, 1)).nb for year in (2001, 2022)]
['Kulturdepartementet', 'Kunnskapsdepartementet']
>>> registers.role("Statsrådene").id
'statsrad'
>>> registers.topic("busetjing av flyktningar").nb
'bosetting av flyktninger'
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING
from unicodedata import normalize

from standpunkt.folding import fold, squeeze
from standpunkt.model import Function, Side
from standpunkt.resolve.entries import Organization, Role, TopicConcept
from standpunkt.resolve.matches import read_matches
from standpunkt.resolve.tables import Row, acyclic, known, read_rows, unique
from standpunkt.resolve.vocabularies import read_vocabulary
from standpunkt.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

__all__ = ["Organization", "Registers", "Role", "TopicConcept", "first_letters", "load_registers"]

_MARK = re.compile(r"\W")

KINDS = (
    *("ministry", "office", "government", "parliament", "agency", "court"),
    *("association", "union", "party", "body", "collective"),
)
CHANGES = ("founding", "renaming", "transfer", "merger", "split")
OFFICES = ("elected", "employed")
PRECISIONS = ("day", "from-year", "to-year", "year")

_ORGANIZATION = (
    *("id", "organization", "abbreviation", "name_nb", "name_nn", "name_en", "kind", "side"),
    *("valid_from", "valid_to", "precision", "identifier", "parent", "change", "predecessors"),
    *("aliases", "source", "note"),
)
_ROLE = (
    *("id", "nb", "nn", "en", "definite_nb", "definite_nn", "plural_nb", "plural_nn"),
    *("aliases", "side", "organization", "function", "office"),
)
_TOPIC = (
    *("id", "broader", "nb", "nn", "en"),
    *("aliases_nb", "aliases_nn", "terms_nb", "terms_nn"),
)


@dataclass(frozen=True, eq=False)
class Registers:
    """All that is known beforehand of organisations, roles and topics.

    Registers equal only themselves, so what is made of them can be kept for them. Where the
    topics are those of another vocabulary, ``vocabulary`` is the SHA-256 of its file.
    """

    organizations: tuple[Organization, ...]
    roles: tuple[Role, ...]
    topics: tuple[TopicConcept, ...]
    vocabulary: str | None = None

    def organization(self, mention: str, on: date | None) -> Organization | None:
        """Find what a name or an abbreviation (capitals as written) stands for on a day.

        Where it is nobody's name on that day, or the day is not known, it stands for the only
        organisation that ever bore it, under its name on that day.
        """
        borne = self._abbreviated.get(squeeze(mention)) or self._named.get(fold(mention), ())
        valid = [one for one in borne if on and one.valid(on)] or list(borne)
        if len({one.organization for one in valid}) != 1:
            return None
        names = self.periods(valid[0].organization)
        return next((one for one in names if on and one.valid(on)), valid[-1])

    def bearers(self, abbreviation: str) -> tuple[Organization, ...]:
        """List whoever ever bore an abbreviation, capitals as written."""
        return self._abbreviated.get(abbreviation, ())

    def entry(self, id_: str, on: date | None) -> Organization | None:
        """Find an entry by its id, or by that of a lasting organisation: its name on a day."""
        names = self.periods(id_)
        valid = [one for one in names if on and one.valid(on)]
        return self._by_id.get(id_) or next(iter(valid or names[-1:]), None)

    def periods(self, organization: str) -> tuple[Organization, ...]:
        """List the names of a lasting organisation, in the order of the register."""
        return self._periods.get(organization, ())

    def implied(self, role: Role, on: date | None) -> Organization | None:
        """Find the organisation that a role implies on a day: a minister's ministry."""
        entries = [self._by_id[id_] for id_ in role.organizations]
        valid = [one for one in entries if on and one.valid(on)]
        return next(iter(valid or entries[-1:]), None)

    def role(self, mention: str) -> Role | None:
        """Find the role that a word stands for, in any form and any case, or by its id."""
        return self._roles.get(fold(mention))

    def topic(self, label: str) -> TopicConcept | None:
        """Find the topic that a label or an alias stands for, in any case."""
        return self._topics.get(fold(label))

    @cached_property
    def agencies(self) -> re.Pattern[str]:
        """A pattern for the names of agencies; group 1 is the name."""
        bodies = (one for one in self.organizations if one.kind == "agency")
        names = {name for one in bodies for name in _names(one) if len(name) > 2}
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        patterns = (r"\s+".join(map(re.escape, name.split())) for name in longest_first)
        return re.compile(rf"\b({'|'.join(patterns)})(?=\b|s\b)")

    @cached_property
    def first_letters(self) -> frozenset[str]:
        """What the names and abbreviations of organisations begin with, up to the first mark."""
        return frozenset(map(first_letters, (*self._abbreviated, *self._named)))

    @cached_property
    def _by_id(self) -> dict[str, Organization]:
        return {one.id: one for one in self.organizations}

    @cached_property
    def _periods(self) -> dict[str, tuple[Organization, ...]]:
        return _grouped((one.organization, one) for one in self.organizations)

    @cached_property
    def _abbreviated(self) -> dict[str, tuple[Organization, ...]]:
        return _grouped((form, one) for one in self.organizations for form in one.abbreviations)

    @cached_property
    def _named(self) -> dict[str, tuple[Organization, ...]]:
        return _grouped(
            (fold(form), one)
            for one in self.organizations
            for form in (one.nb, one.nn, one.en, *one.aliases)
        )

    @cached_property
    def _roles(self) -> dict[str, Role]:
        ids = {role.id: role for role in self.roles}
        return ids | {fold(form): role for role in self.roles for form in role.forms}

    @cached_property
    def _topics(self) -> dict[str, TopicConcept]:
        english = {fold(topic.en): topic for topic in self.topics if topic.en}
        return english | {fold(form): topic for topic in self.topics for form in topic.forms}


def first_letters(name: str) -> str:
    """The letters that a name begins with, in one case.

    >>> first_letters("St. Olavs hospital"), first_letters("KS-konsulent")
    ('st', 'ks')
    """
    return _MARK.split(normalize("NFC", name), maxsplit=1)[0].casefold()


def load_registers(folder: Path | None = None, *, vocabulary: Path | None = None) -> Registers:
    """Load and check the registers of a folder, by default those that Standpunkt comes with.

    The concepts of ``vocabulary``, a SKOS file, take the place of the topics. It is read once
    as long as the file does not change.

    Raises ``DataError`` with file and row where something is not as it should be.
    """
    registers = _shipped() if folder is None else _load(folder)
    return _with_topics(registers, vocabulary, _version(vocabulary)) if vocabulary else registers


def _version(path: Path) -> tuple[int, int]:
    """What tells one state of a file from another: its time and its size; zeros for none."""
    try:
        state = path.stat()
    except OSError:
        return 0, 0
    return state.st_mtime_ns, state.st_size


@lru_cache(maxsize=4)
def _with_topics(registers: Registers, vocabulary: Path, _: tuple[int, int]) -> Registers:
    topics = read_vocabulary(vocabulary)
    return replace(registers, topics=topics, vocabulary=sha256(vocabulary.read_bytes()).hexdigest())


@cache
def _shipped() -> Registers:
    return _load(resource("data", "registers"))


def _load(folder: Path) -> Registers:
    rows = read_rows(folder / "organizations.csv", _ORGANIZATION)
    ids = {row.text("id") for row in rows}
    lasting = {row.text("organization") for row in rows}
    known(rows, "predecessors", ids)
    known(rows, "parent", lasting)
    acyclic(rows, "predecessors")
    acyclic(rows, "parent", key="organization")
    roles = read_rows(folder / "roles.csv", _ROLE)
    known(roles, "organization", ids)
    topics = read_rows(folder / "topics.csv", _TOPIC)
    names = {row.text("id") for row in topics}
    known(topics, "broader", names)
    acyclic(topics, "broader")
    matches = read_matches(folder / "matches.csv", names)
    loaded = Registers(
        tuple(map(_organization, rows)),
        tuple(map(_role, roles)),
        tuple(replace(one, matches=matches.get(one.id, ())) for one in map(_topic, topics)),
    )
    _distinct(roles, loaded.roles)
    _distinct(topics, loaded.topics)
    return loaded


def _distinct(rows: list[Row], entries: tuple[Role | TopicConcept, ...]) -> None:
    """Refuse a form that two entries share: a text that has it would mean either."""
    forms = {entry.id: dict.fromkeys(map(fold, entry.forms)) for entry in entries}
    unique(rows, lambda row: forms[row.text("id")], "the form")


def _organization(row: Row) -> Organization:
    valid_from, valid_to = row.day("valid_from"), row.day("valid_to")
    if valid_from and valid_to and valid_to <= valid_from:
        row.refuse(f"'valid_to' {valid_to} is not after 'valid_from' {valid_from}; mend one")
    return Organization(
        id=row.text("id"),
        organization=row.text("organization"),
        abbreviations=row.many("abbreviation"),
        nb=row.text("name_nb"),
        nn=row.text("name_nn"),
        en=row.text("name_en"),
        kind=row.code("kind", KINDS) or row.text("kind"),
        side=_side(row),
        valid_from=valid_from,
        valid_to=valid_to,
        precision=row.code("precision", PRECISIONS),
        identifier=row.optional("identifier"),
        parent=row.optional("parent"),
        change=row.code("change", CHANGES),
        predecessors=row.many("predecessors"),
        aliases=row.many("aliases"),
        source=row.text("source"),
    )


def _role(row: Row) -> Role:
    function = row.code("function", Function)
    return Role(
        id=row.text("id"),
        nb=row.text("nb"),
        nn=row.text("nn"),
        en=row.text("en"),
        definite=(*row.many("definite_nb"), *row.many("definite_nn")),
        plural=(*row.many("plural_nb"), *row.many("plural_nn")),
        aliases=row.many("aliases"),
        side=_side(row),
        organizations=row.many("organization"),
        function=Function(function) if function else None,
        office=row.code("office", OFFICES),
    )


def _topic(row: Row) -> TopicConcept:
    return TopicConcept(
        id=row.text("id"),
        broader=row.many("broader"),
        nb=row.text("nb"),
        nn=row.text("nn"),
        en=row.text("en"),
        aliases_nb=row.many("aliases_nb"),
        aliases_nn=row.many("aliases_nn"),
        terms_nb=row.many("terms_nb"),
        terms_nn=row.many("terms_nn"),
    )


def _side(row: Row) -> Side | None:
    side = row.code("side", Side)
    return Side(side) if side else None


def _names(one: Organization) -> tuple[str, ...]:
    return (one.nb, one.nn, *one.abbreviations, *one.aliases)


def _grouped(
    pairs: Iterable[tuple[str, Organization]],
) -> dict[str, tuple[Organization, ...]]:
    groups: dict[str, dict[str, Organization]] = defaultdict(dict)
    for key, one in pairs:
        groups[key][one.id] = one
    return {key: tuple(group.values()) for key, group in groups.items()}
