"""The persons of a store: what its documents attest, and who that makes them.

In go the graph of a store, the registers, and people's judgements; out come attestations as the
reading of the documents would give them, so that a document that was built long ago counts in
deciding who is who in a new one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, cast

from standpunkt.describe.iris import BASE, Iris, name_of
from standpunkt.describe.people import describe_identities, identified, identities
from standpunkt.folding import fold
from standpunkt.resolve.attested import body_of, outside, side_of
from standpunkt.resolve.identity import resolve
from standpunkt.resolve.judgements import Verdict
from standpunkt.resolve.known import KnownPerson, load_persons
from standpunkt.resolve.persons import Attestation, Mention
from standpunkt.resolve.registers import load_registers
from standpunkt.store.graph import Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    import pyoxigraph as ox

    from standpunkt.describe.people import Identity
    from standpunkt.resolve.identity import Doubt, Identities
    from standpunkt.resolve.judgements import Judgement
    from standpunkt.resolve.persons import Person
    from standpunkt.resolve.registers import Registers

_ATTESTED = """
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX sp: <https://w3id.org/standpunkt/ns#>

SELECT ?meeting ?name ?person ?date ?series ?side ?organization ?role
  (GROUP_CONCAT(?alias; SEPARATOR="\\t") AS ?aliases)
WHERE {
  ?participation a sp:Participation ; sp:inMeeting ?meeting ; sp:nameWritten ?name ;
    prov:agent ?person .
  OPTIONAL { ?meeting schema:startDate ?date }
  OPTIONAL { ?meeting sp:series ?series }
  OPTIONAL { ?participation sp:side ?side }
  OPTIONAL { ?participation skos:hiddenLabel ?alias }
  OPTIONAL { ?participation sp:membership/org:organization ?organization }
  OPTIONAL { ?participation sp:membership/org:role ?role }
}
GROUP BY ?meeting ?name ?person ?date ?series ?side ?organization ?role
"""


@dataclass(frozen=True, slots=True)
class People:
    """What a store attests, by document: the attestations, and by name the IRI it has there now."""

    attestations: dict[str, list[Attestation]] = field(default_factory=dict)
    current: dict[str, dict[str, str]] = field(default_factory=dict)


def people_of(quads: ox.Store, registers: Registers, iris: Iris) -> People:
    """Find the attestations of a store."""
    found = People()
    answers = cast("ox.QuerySolutions", quads.query(_ATTESTED))
    names = [variable.value for variable in answers.variables]
    for row in answers:
        cells = {name: term.value for name, term in zip(names, row, strict=True) if term}
        one = _attestation(cells, registers, iris)
        found.attestations.setdefault(one.mention.document, []).append(one)
        current = found.current.setdefault(one.mention.document, {})
        current[one.mention.name] = cells["person"]
    return found


def _attestation(cells: Mapping[str, str], registers: Registers, iris: Iris) -> Attestation:
    def below(cell: str, folder: str) -> str:
        return cells.get(cell, "").removeprefix(iris.base + folder)

    role = below("role", "role/")
    side = side_of(cells.get("side", "").rpartition("/")[2], cells.get("series"))
    known = registers.role(role) if role else None
    return Attestation(
        mention=Mention(below("meeting", "meeting/"), cells["name"]),
        on=date.fromisoformat(cells["date"]) if "date" in cells else None,
        organization=_body(below("organization", "organization/"), registers) or outside(side),
        role=known.id if known else fold(name_of(role)) or None,
        side=side,
        office=known.office if known else None,
        aliases=tuple(sorted(filter(None, cells.get("aliases", "").split("\t")))),
    )


def _body(part: str, registers: Registers) -> str | None:
    """The lasting organisation behind an IRI; none where only one document knows it."""
    if not part or "/" in part:
        return None
    return body_of(registers.entry(part, None), name_of(part))


class Census:
    """Who is who in the documents of a build, and in those that the store has besides.

    ``read`` are the attestations of the documents that were read now, by key; ``gone`` are the
    keys of those that leave the store.
    """

    def __init__(
        self,
        folder: Path,
        read: Mapping[str, Sequence[Attestation]],
        gone: Sequence[str],
        judgements: Sequence[Judgement],
        iris: Iris,
    ) -> None:
        self._folder, self._iris, self._judgements = folder, iris, judgements
        before = _before(folder, iris) or People()
        self._current = {
            key: people
            for key, people in before.current.items()
            if key not in read and key not in gone
        }
        stored = (
            (one for key in self._current for one in before.attestations[key]) if before else ()
        )
        found = who_is_who(chain(stored, *read.values()), judgements)
        self._people = identities(found, iris, load_persons())

    def identified(self, key: str, nquads: str) -> str:
        """Put persons in the place of the names in the graph of a document that was read now."""
        people = self._people.get(key, {}).values()
        return identified(
            nquads, {self._iris.person(one.written): one for one in people}, self._iris
        )

    def others(self) -> Iterator[tuple[str, str]]:
        """The stored graphs in which a person has another IRI now, each with its name."""
        for key, names in self._current.items():
            people = {iri: self._people[key][name] for name, iri in names.items()}
            if any(iri != one.iri for iri, one in people.items()):
                graph = self._iris.graph_document(key)
                with Store.open(self._folder) as store:
                    yield graph, identified(store.dump_graph(graph), people, self._iris)

    def nquads(self) -> str:
        """The graph of identities."""
        return describe_identities(self._people, self._judgements, self._iris)


def doubts_of(folder: Path, judgements: Sequence[Judgement]) -> tuple[Doubt, ...]:
    """Find who may be the same in a store, as people have judged so far.

    Raises ``StoreError`` where there is no store.
    """
    with Store.open(folder) as store:
        base = store.manifest.about.get("base", BASE)
        people = people_of(store.quads, load_registers(), Iris(base))
    return who_is_who(chain(*people.attestations.values()), judgements).doubts


def known_in(folder: Path, judgements: Sequence[Judgement]) -> tuple[KnownPerson, ...]:
    """Give everybody in a store as rows of the register of persons.

    Raises ``StoreError`` where there is no store.
    """
    with Store.open(folder) as store:
        iris = Iris(store.manifest.about.get("base", BASE))
        people = people_of(store.quads, load_registers(), iris)
    found = who_is_who(chain(*people.attestations.values()), judgements)
    meant = identities(found, iris, load_persons())
    return tuple(_as_known(person, meant) for person in found.persons)


def _as_known(person: Person, meant: Mapping[str, Mapping[str, Identity]]) -> KnownPerson:
    document, written = person.mentions[0]
    one = meant[document][written]
    aliases = sorted(set(person.names) - {one.name})
    return KnownPerson(one.iri.rpartition("/")[2], one.name, tuple(aliases), document)


def _before(folder: Path, iris: Iris) -> People | None:
    """The persons of the store as it is, where there is one."""
    if not (folder / "current").exists():
        return None
    with Store.open(folder) as store:
        return people_of(store.quads, load_registers(), iris)


def who_is_who(attestations: Iterable[Attestation], judgements: Sequence[Judgement]) -> Identities:
    """Join attestations to persons, as people have judged."""
    pairs = {
        verdict: [one.pair for one in judgements if one.verdict is verdict] for verdict in Verdict
    }
    return resolve(
        attestations,
        same=pairs[Verdict.SAME],
        different=pairs[Verdict.DIFFERENT],
        unsure=pairs[Verdict.UNSURE],
    )
