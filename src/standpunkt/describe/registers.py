"""The registers as named graphs: organisations with their periods and changes, roles, topics.

In go :class:`~standpunkt.resolve.registers.Registers`; out come N-Quads by graph. A lasting
organisation bears its latest names; each of its names is a period of its own.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from standpunkt.describe.iris import Iris
from standpunkt.describe.terms import CV, DCT, ORG, PROV, SCHEMA, SCHEME, SKOS, SP
from standpunkt.describe.triples import Triples, day, moment, text

if TYPE_CHECKING:
    from standpunkt.resolve.registers import Organization, Registers, Role, TopicConcept

PUBLIC = {"ministry", "office", "government", "parliament", "agency", "court"}
_MATCHES = {"close": SKOS.closeMatch, "broad": SKOS.broadMatch}


def describe_registers(registers: Registers, iris: Iris | None = None) -> dict[str, str]:
    """Give the N-Quads of each register, sorted, by the IRI of its graph."""
    minted = iris or Iris()
    organizations = Triples(minted.graph_register("organizations"))
    for one in registers.organizations:
        _organization(organizations, minted, one)
    for id_ in dict.fromkeys(one.organization for one in registers.organizations):
        _lasting(organizations, minted, id_, registers.periods(id_))
    roles = Triples(minted.graph_register("roles"))
    for role in registers.roles:
        _role(roles, minted, role)
    topics = Triples(minted.graph_register("topics"))
    for topic in registers.topics:
        _topic(topics, minted, topic)
    return {one.graph: one.nquads() for one in (organizations, roles, topics)}


def _organization(triples: Triples, iris: Iris, one: Organization) -> None:
    subject = iris.organization(one.id)
    if one.is_period:
        triples.type(subject, SP.OrganizationPeriod)
        triples.link(subject, DCT.isVersionOf, iris.organization(one.organization))
        _named(triples, subject, one)
    if one.valid_from:
        triples.add(subject, SCHEMA.foundingDate, day(one.valid_from))
    if one.valid_to:
        triples.add(subject, SCHEMA.dissolutionDate, day(one.valid_to))
    for before in one.predecessors:
        _change(triples, iris, before, one)


def _lasting(triples: Triples, iris: Iris, id_: str, periods: tuple[Organization, ...]) -> None:
    subject = iris.organization(id_)
    _named(triples, subject, periods[-1])
    for one in periods:
        triples.maybe(subject, ORG.identifier, one.identifier)
        if one.parent:
            triples.link(subject, ORG.subOrganizationOf, iris.organization(one.parent))


def _named(triples: Triples, subject: str, one: Organization) -> None:
    triples.type(subject, ORG.FormalOrganization)
    if one.kind in PUBLIC:
        triples.type(subject, CV.PublicOrganisation)
    triples.labels(subject, SKOS.prefLabel, (("nb", one.nb), ("nn", one.nn), ("en", one.en)))
    triples.maybe(subject, SKOS.altLabel, one.abbreviation)


def _change(triples: Triples, iris: Iris, before: str, after: Organization) -> None:
    if after.valid_from is None:
        return
    subject = iris.change(before, after.id)
    triples.type(subject, ORG.ChangeEvent)
    if after.change == "renaming":
        triples.type(subject, SP.Renaming)
    triples.link(subject, ORG.originalOrganization, iris.organization(before))
    triples.link(subject, ORG.resultingOrganization, iris.organization(after.id))
    start = datetime.combine(after.valid_from, time())
    triples.add(subject, PROV.startedAtTime, moment(start))


def _role(triples: Triples, iris: Iris, role: Role) -> None:
    subject = iris.role(role.id)
    triples.type(subject, ORG.Role, SKOS.Concept)
    triples.labels(subject, SKOS.prefLabel, (("nb", role.nb), ("nn", role.nn), ("en", role.en)))


def _topic(triples: Triples, iris: Iris, topic: TopicConcept) -> None:
    subject = iris.topic(topic.id)
    triples.type(subject, SKOS.Concept)
    triples.link(subject, SKOS.inScheme, SCHEME.topics, *topic.schemes)
    labels = (("nb", topic.nb), ("nn", topic.nn), ("en", topic.en))
    triples.labels(subject, SKOS.prefLabel, (one for one in labels if one[1]))
    triples.add(subject, SKOS.altLabel, *(text(one, "nb") for one in topic.aliases_nb))
    triples.add(subject, SKOS.altLabel, *(text(one, "nn") for one in topic.aliases_nn))
    triples.add(subject, SKOS.hiddenLabel, *(text(one, "nb") for one in topic.hidden_nb))
    triples.add(subject, SKOS.hiddenLabel, *(text(one, "nn") for one in topic.hidden_nn))
    triples.link(subject, SKOS.broader, *map(iris.topic, topic.broader))
    for match in topic.matches:
        triples.link(subject, _MATCHES[match.relation], match.iri)
