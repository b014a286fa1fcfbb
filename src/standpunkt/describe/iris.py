"""Every IRI of an instance is made here, and nowhere else.

In go the fewest stable raw fields of a thing: a document's key, the offsets of a span, a name, a
register's id. Out comes an IRI below the base. Two different things never share one, and one
thing has the same in every build: names are compared in Unicode's composed form (NFC) with
single spaces, and whatever an IRI cannot hold is percent-encoded, with ``_`` for the space.

>>> from standpunkt.model import Span
>>> Iris().statement("2022-04-22_mote", Span(12, 80))
'https://w3id.org/standpunkt/id/statement/2022-04-22_mote/12-80'
>>> Iris("https://example.org/").organization_named("Rådet for drift_og vedlikehold")
'https://example.org/organization/R%C3%A5det_for_drift%5Fog_vedlikehold'
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from standpunkt.folding import fold, squeeze

if TYPE_CHECKING:
    from standpunkt.model import Span

BASE = "https://w3id.org/standpunkt/id/"
"""The base of all instances unless the build is told another."""

NOTHING = "_"
"""Stands in an IRI for a part that is not known; no name's slug is like it."""


def slug(name: str) -> str:
    """Make a part of an IRI of a name; different names have different slugs.

    >>> slug("Norges Bondelag"), slug("Norges_Bondelag")
    ('Norges_Bondelag', 'Norges%5FBondelag')
    """
    return "_".join(quote(word, safe="").replace("_", "%5F") for word in squeeze(name).split(" "))


def person_key(name: str) -> str:
    """Digest a person's name: the same for any case and spacing, and telling nothing of it."""
    return sha256(fold(name).encode()).hexdigest()[:16]


def name_of(part: str) -> str:
    """Give the name that a slug was made of.

    >>> name_of(slug("Rådet for drift_og vedlikehold"))
    'Rådet for drift_og vedlikehold'
    """
    return unquote(part.replace("_", " "))


def _span(span: Span) -> str:
    return f"{span.start}-{span.end}"


@dataclass(frozen=True, slots=True)
class Iris:
    """Mints the IRIs below ``base``, which ends with ``/`` or ``#``."""

    base: str = BASE

    def document(self, key: str) -> str:
        """Mint the IRI of a source document."""
        return f"{self.base}document/{key}"

    def text(self, key: str) -> str:
        """Mint the IRI of a document's text."""
        return f"{self.base}document/{key}/text"

    def extraction(self, key: str) -> str:
        """Mint the IRI of the run that read a document."""
        return f"{self.base}document/{key}/extraction"

    def software(self, version: str) -> str:
        """Mint the IRI of a version of this program."""
        return f"{self.base}software/standpunkt-{slug(version)}"

    def meeting(self, key: str) -> str:
        """Mint the IRI of the meeting that a document tells of."""
        return f"{self.base}meeting/{key}"

    def item(self, key: str, number: str) -> str:
        """Mint the IRI of an agenda item by its whole number."""
        return f"{self.base}meeting/{key}/item/{slug(number)}"

    def participation(self, key: str, name: str) -> str:
        """Mint the IRI of a person's part in a meeting."""
        return f"{self.base}meeting/{key}/participation/{person_key(name)}"

    def group(self, key: str, name: str) -> str:
        """Mint the IRI of an unnamed group in a meeting ("Kommunene", "kommunene")."""
        return f"{self.base}meeting/{key}/group/{slug(name.casefold())}"

    def event(self, key: str, span: Span) -> str:
        """Mint the IRI of something that happened in a meeting."""
        return f"{self.base}meeting/{key}/event/{_span(span)}"

    def statement(self, key: str, span: Span) -> str:
        """Mint the IRI of a statement; it outlives a better extractor."""
        return f"{self.base}statement/{key}/{_span(span)}"

    def review(self, key: str, span: Span) -> str:
        """Mint the IRI of a person's decision on a statement."""
        return f"{self.base}statement/{key}/{_span(span)}/review"

    def correction(self, review: str, field: str) -> str:
        """Mint the IRI of the change that a review (its IRI) made to a field."""
        return f"{review}/{slug(field)}"

    def reviewer(self, name: str) -> str:
        """Mint the IRI of somebody who reviews; a coder is nobody in a meeting."""
        return f"{self.base}reviewer/{slug(name)}"

    def claim(self, key: str, span: Span) -> str:
        """Mint the IRI of a claim by the statement that raised it."""
        return f"{self.base}claim/{key}/{_span(span)}"

    def source(self, thing: str) -> str:
        """Mint the IRI of the place in the text that a thing (its IRI) is taken from."""
        return f"{thing}/source"

    def selectors(self, thing: str) -> tuple[str, str]:
        """Mint the IRIs of the selectors of a thing's source: by position, by quote."""
        return f"{thing}/source/position", f"{thing}/source/quote"

    def person(self, name: str) -> str:
        """Mint the IRI of a person."""
        return f"{self.base}person/{person_key(name)}"

    def person_known(self, id_: str) -> str:
        """Mint the IRI of a person by the register's id."""
        return f"{self.base}person/{id_}"

    def namesake(self, name: str, document: str) -> str:
        """Mint the IRI of another person of a name, by the first document that has the person."""
        return f"{self.base}person/{person_key(f'{name} {document}')}"

    def judgement(self, id_: str) -> str:
        """Mint the IRI of somebody's judgement of who is who."""
        return f"{self.base}judgement/{id_}"

    def membership(self, name: str, organization: str | None, role: str | None) -> str:
        """Mint the IRI of a person's role (its IRI) in an organisation (its IRI)."""
        parts = (
            self._tail(organization, "organization/"),
            self._tail(role, "role/"),
        )
        return f"{self.base}membership/{person_key(name)}/{parts[0]}/{parts[1]}"

    def _tail(self, iri: str | None, folder: str) -> str:
        return iri.removeprefix(self.base + folder) if iri else NOTHING

    def organization(self, id_: str) -> str:
        """Mint the IRI of an organisation, or of its period, by the register's id."""
        return f"{self.base}organization/{id_}"

    def organization_named(self, name: str) -> str:
        """Mint the IRI of an organisation that stands in no register."""
        return f"{self.base}organization/{slug(name)}"

    def body(self, key: str, name: str) -> str:
        """Mint the IRI of a body that only its own minutes know by this name."""
        return f"{self.base}organization/{key}/{slug(name)}"

    def change(self, before: str, after: str) -> str:
        """Mint the IRI of the change from one period to another, by their ids."""
        return f"{self.base}change/{before}/{after}"

    def role(self, id_: str) -> str:
        """Mint the IRI of a role by the register's id."""
        return f"{self.base}role/{id_}"

    def role_named(self, name: str) -> str:
        """Mint the IRI of a role that stands in no register."""
        return f"{self.base}role/{slug(name)}"

    def topic(self, id_: str) -> str:
        """Mint the IRI of a topic by the register's id; a concept of elsewhere has its own."""
        return id_ if ":" in id_ else f"{self.base}topic/{id_}"

    def candidate(self, label: str) -> str:
        """Mint the IRI of a topic that stands in no register."""
        return f"{self.base}topic/candidate/{slug(label)}"

    def mention(self, name: str) -> str:
        """Mint the IRI of a law, report or body that is mentioned."""
        return f"{self.base}mention/{slug(name)}"

    def graph_document(self, key: str) -> str:
        """Mint the IRI of the graph of one source document."""
        return f"{self.base}graph/document/{key}"

    def graph_register(self, register: str) -> str:
        """Mint the IRI of the graph of ``organizations``, ``roles`` or ``topics``."""
        return f"{self.base}graph/register/{register}"

    @property
    def graph_ontology(self) -> str:
        """The IRI of the graph of ontology, schemes and alignments."""
        return f"{self.base}graph/ontology"

    @property
    def graph_positions(self) -> str:
        """The IRI of the graph of derived positions."""
        return f"{self.base}graph/positions"

    @property
    def graph_identities(self) -> str:
        """The IRI of the graph of who is who: former IRIs of persons, and judgements."""
        return f"{self.base}graph/identities"

    @property
    def graph_decisions(self) -> str:
        """The IRI of the graph of people's decisions."""
        return f"{self.base}graph/decisions"
