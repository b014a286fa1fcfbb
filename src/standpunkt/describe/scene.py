"""What the parts of a document's graph share: the reading, the graph, and who is meant.

A scene turns the names of a reading into IRIs. A name that stands in a register becomes the
register's entry, an organisation under its name on the meeting's date; any other name gets an
IRI and a node of its own in the document's graph. Nobody is merged by likeness.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from standpunkt.describe.iris import Iris, slug
from standpunkt.describe.terms import FOAF, OA, ORG, PERSON, PROV, SCHEME, SKOS, SP
from standpunkt.describe.triples import Triples, integer, text
from standpunkt.folding import fold, squeeze
from standpunkt.model import ActorKind
from standpunkt.resolve.attested import is_common

if TYPE_CHECKING:
    from datetime import date

    from standpunkt.model import Actor, Reading, Span, Topic
    from standpunkt.resolve.registers import Registers

CONTEXT = 32
"""How many characters before and after a quote are kept to find it again."""


class Scene:
    """A reading on its way into the graph of its document."""

    def __init__(self, reading: Reading, registers: Registers, iris: Iris) -> None:
        self.reading = reading
        self.registers = registers
        self.iris = iris
        self.key = reading.document.key
        self.meeting = iris.meeting(self.key)
        self.triples = Triples(iris.graph_document(self.key))
        self._groups: dict[str, str] = {}

    @property
    def on(self) -> date | None:
        """The meeting's date, by which names are understood."""
        return self.reading.minutes.meeting.date

    @property
    def language(self) -> str:
        """The language of the document."""
        return self.reading.minutes.meeting.language

    @cached_property
    def items(self) -> dict[str, str]:
        """The IRIs of the agenda items by number."""
        agenda = self.reading.minutes.agenda
        return {item.number: self.iris.item(self.key, item.number) for item in agenda}

    @cached_property
    def _people(self) -> dict[str, str]:
        listed = reversed(self.reading.minutes.participants)
        return {fold(one.name): one.name for one in listed}

    @cached_property
    def _bodies(self) -> set[str]:
        """Name the organisations that the attendance list and the speakers name."""
        listed = {one.organisation for one in self.reading.minutes.participants}
        spoken = {name for one in self.reading.statements for name in one.on_behalf_of}
        return {squeeze(name) for name in (*listed, *spoken) if name}

    def place(self, number: str | None) -> str:
        """Find the agenda item of a number; before the first item it is the meeting."""
        return self.items.get(number or "", self.meeting)

    def organization(self, name: str) -> str:
        """Find an organisation, or its period on the meeting's date, by name or abbreviation."""
        entry = self.registers.organization(name, self.on) or self.registers.entry(
            slug(name), self.on
        )
        if entry:
            return self.iris.organization(entry.id)
        subject = (
            self.iris.body(self.key, name)
            if is_common(name)
            else self.iris.organization_named(name)
        )
        self.triples.type(subject, ORG.FormalOrganization)
        self._label(subject, name)
        return subject

    def person(self, name: str) -> str:
        """Give a person by the full name."""
        subject = self.iris.person(name)
        self.triples.type(subject, PERSON.Person, FOAF.Person)
        for predicate, part in names(self._people.get(fold(name), name)):
            self.triples.maybe(subject, predicate, part)
        return subject

    def group(self, name: str) -> str:
        """Give an unnamed group in this meeting."""
        subject = self.iris.group(self.key, name)
        self.triples.type(subject, FOAF.Group)
        first = self._groups.setdefault(subject, squeeze(name))
        self.triples.maybe(subject, FOAF.name, first)
        return subject

    def actor(self, actor: Actor) -> str:
        """Give whoever speaks."""
        kinds = {
            ActorKind.PERSON: self.person,
            ActorKind.ORGANISATION: self.organization,
            ActorKind.GROUP: self.group,
        }
        return kinds[actor.kind](actor.name)

    def agent(self, name: str) -> str:
        """Give whoever is spoken to: a participant, an organisation, else a group."""
        if fold(name) in self._people:
            return self.person(name)
        if squeeze(name) in self._bodies or self.registers.organization(name, self.on):
            return self.organization(name)
        return self.group(name)

    def role(self, name: str) -> str:
        """Find a role by any of its forms."""
        if entry := self.registers.role(name):
            return self.iris.role(entry.id)
        subject = self.iris.role_named(name)
        self.triples.type(subject, ORG.Role, SKOS.Concept)
        self._label(subject, name)
        return subject

    def topic(self, topic: Topic) -> str:
        """Find a topic of the register; its own words make a candidate where it has none."""
        if topic.concept:
            return self.iris.topic(topic.concept)
        subject = self.iris.candidate(topic.label)
        self.triples.type(subject, SKOS.Concept, SP.CandidateTopic)
        self.triples.link(subject, SKOS.inScheme, SCHEME.topics)
        self._label(subject, topic.label)
        return subject

    def mention(self, name: str) -> str:
        """Give a law, report or body that is mentioned."""
        subject = self.iris.mention(name)
        self.triples.type(subject, SP.Mention)
        self._label(subject, name)
        return subject

    def derive(self, thing: str, span: Span) -> None:
        """Say which characters of the text a thing is taken from."""
        self.triples.link(thing, PROV.wasDerivedFrom, self.source(thing, span))

    def source(self, thing: str, span: Span) -> str:
        """Give the place in the text that a thing is taken from, by position and by quote."""
        document, add = self.reading.document, self.triples.add
        source = self.iris.source(thing)
        position, quote = self.iris.selectors(thing)
        self.triples.type(source, OA.SpecificResource)
        self.triples.link(source, OA.hasSource, self.iris.text(self.key))
        self.triples.link(source, OA.hasSelector, position, quote)
        add(source, SP.page, integer(document.page(span.start)))
        add(source, SP.line, integer(document.line(span.start)))
        self.triples.type(position, OA.TextPositionSelector)
        add(position, OA.start, integer(span.start))
        add(position, OA.end, integer(span.end))
        self.triples.type(quote, OA.TextQuoteSelector)
        add(quote, OA.exact, text(document.quote(span)))
        add(quote, OA.prefix, text(document.text[max(0, span.start - CONTEXT) : span.start]))
        add(quote, OA.suffix, text(document.text[span.end : span.end + CONTEXT]))
        return source

    def _label(self, subject: str, label: str) -> None:
        self.triples.labels(subject, SKOS.prefLabel, ((self.language, squeeze(label)),))


def names(name: str) -> tuple[tuple[str, str], ...]:
    """Give a person's name as predicates and values: whole, given names, family name."""
    *given, family = squeeze(name).split(" ")
    whole = " ".join((*given, family))
    parts = ((FOAF.name, whole), (FOAF.givenName, " ".join(given)), (FOAF.familyName, family))
    return tuple((predicate, part) for predicate, part in parts if part)
