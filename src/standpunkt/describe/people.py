"""Persons of a document's graph under the names and IRIs that they have in the whole corpus.

A document alone knows a person by the name on its list. When all documents are known, that name
may turn out to be another form of somebody's name, or a namesake's. In: the lines of a document's
graph and, for each person in it, who that is. Out: the lines with the persons' IRIs and names
put in their place; the name as written stays with the participation. Doing it again with other
answers gives what the first reading would have given with them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpunkt.describe.scene import names
from standpunkt.describe.terms import DCT, FOAF, PROV, SKOS, SP, VERDICT
from standpunkt.describe.triples import Triples, day, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from standpunkt.describe.iris import Iris
    from standpunkt.resolve.identity import Identities
    from standpunkt.resolve.judgements import Judgement
    from standpunkt.resolve.known import KnownPersons
    from standpunkt.resolve.persons import Mention, Person

_KEY = r"[^/>]+"
_NAMES = (FOAF.name, FOAF.givenName, FOAF.familyName)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a name in a document stands for: the IRI and name of the person, the name as written."""

    iri: str
    name: str
    written: str


def identities(
    found: Identities, iris: Iris, known: KnownPersons
) -> dict[str, dict[str, Identity]]:
    """For each document (its key) and name as written, who is meant.

    Whom the register knows has its name and id. Anybody else's IRI is made of the name that most
    lists have; of several with one name, the one in most lists has it, and another's is made of the
    name and of the first document.
    """
    by_document: dict[str, dict[str, Identity]] = {}
    taken: set[str] = set()
    entries = {person.mentions: known.entry(person) for person in found.persons}

    def order(person: Person) -> tuple[bool, int, tuple[Mention, ...]]:
        entry = entries[person.mentions]
        named = entry is not None and entry.source in person.documents
        return (not named, -len(person.mentions), person.mentions)

    for person in sorted(found.persons, key=order):
        entry = entries[person.mentions]
        name = entry.name if entry else person.name
        iri = iris.person_known(entry.id) if entry else iris.person(name)
        if iri in taken:
            name = person.name
            iri = iris.namesake(name, person.mentions[0].document)
        taken.add(iri)
        for document, written in person.mentions:
            by_document.setdefault(document, {})[written] = Identity(iri, name, written)
    return by_document


def identified(nquads: str, people: Mapping[str, Identity], iris: Iris) -> str:
    """Put persons in the place of names; ``people`` are by the IRIs that the graph has for them."""
    moved = {old: one for old, one in people.items() if old != one.iri}
    renamed = [one for old, one in people.items() if old != one.iri or one.name != one.written]
    if not renamed:
        return nquads
    lines = nquads.splitlines(keepends=True)
    if moved:
        lines = _moved(lines, {_tail(old): _tail(one.iri) for old, one in moved.items()}, iris)
    return "".join(sorted(_renamed(lines, renamed)))


def _tail(iri: str) -> str:
    return iri.rpartition("/")[2]


def _moved(lines: Sequence[str], keys: Mapping[str, str], iris: Iris) -> list[str]:
    """Replace the keys of persons in their IRIs and in those of their memberships."""
    pattern = re.compile(rf"<{re.escape(iris.base)}(person|membership)/({_KEY})(?=[/>])")

    def other(match: re.Match[str]) -> str:
        return f"<{iris.base}{match[1]}/{keys.get(match[2], match[2])}"

    return [pattern.sub(other, line) for line in lines]


def _renamed(lines: Iterable[str], people: Iterable[Identity]) -> set[str]:
    """Give persons their names in the corpus, and keep the written ones as hidden labels."""
    kept = set(lines)
    graph = next(iter(kept)).rpartition(" <")[2]
    for one in people:
        subject = f"<{one.iri}>"
        own = tuple(f"{subject} <{predicate}> " for predicate in _NAMES)
        hidden = f"{subject} <{SKOS.hiddenLabel}> {text(one.written)} <{graph}"
        kept = {line for line in kept if line != hidden and not line.startswith(own)}
        kept |= {f"{subject} <{name}> {text(part)} <{graph}" for name, part in names(one.name)}
        if one.written != one.name:
            kept.add(hidden)
    return kept


def describe_identities(
    found: Mapping[str, Mapping[str, Identity]], judgements: Iterable[Judgement], iris: Iris
) -> str:
    """Give the graph of identities: former IRIs of persons, and people's judgements."""
    triples = Triples(iris.graph_identities)
    everybody = [one for people in found.values() for one in people.values()]
    current = {one.iri for one in everybody}
    for one in everybody:
        former = iris.person(one.written)
        if former not in current:
            triples.link(former, DCT.isReplacedBy, one.iri)
    for judgement in judgements:
        _judgement(triples, judgement, iris)
    return triples.nquads()


def _judgement(triples: Triples, one: Judgement, iris: Iris) -> None:
    subject = iris.judgement(one.id)
    triples.type(subject, PROV.Activity, SP.Judgement)
    for document, name in one.pair:
        triples.link(subject, PROV.used, iris.participation(document, name))
    triples.link(subject, SP.verdict, VERDICT[one.verdict])
    triples.maybe(subject, SP.judgedBy, one.by)
    triples.add(subject, SP.judgedOn, day(one.on))
    triples.maybe(subject, SP.reason, one.why)
