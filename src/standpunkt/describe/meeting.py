"""The meeting of a document: what it was, who was there in which role, its agenda, its events."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from standpunkt.describe.iris import person_key
from standpunkt.describe.terms import DCT, EVENT, FUNCTION, ORG, PROV, SCHEMA, SIDE, SKOS, SP
from standpunkt.describe.triples import clock, day, integer
from standpunkt.folding import squeeze
from standpunkt.model import EventType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.describe.scene import Scene
    from standpunkt.model import AgendaItem, Event, Participant


def add_meeting(scene: Scene) -> None:
    """Add the meeting with its participants, agenda and events to a document's graph."""
    meeting, triples = scene.reading.minutes.meeting, scene.triples
    subject = scene.meeting
    triples.type(subject, SP.Meeting)
    triples.labels(subject, DCT.title, ((scene.language, meeting.title),))
    triples.maybe(subject, SP.series, meeting.series)
    triples.maybe(subject, SP.number, meeting.number)
    triples.maybe(subject, SCHEMA.location, meeting.place)
    triples.link(subject, SCHEMA.recordedIn, scene.iris.document(scene.key))
    if meeting.date:
        triples.add(subject, SCHEMA.startDate, day(meeting.date))
    if meeting.start:
        triples.add(subject, SP.startTime, clock(meeting.start))
    if meeting.end:
        triples.add(subject, SP.endTime, clock(meeting.end))
    for position, item in enumerate(scene.reading.minutes.agenda, start=1):
        _add_item(scene, position, item)
    people = sorted(scene.reading.minutes.participants, key=lambda one: person_key(one.name))
    for _, entries in groupby(people, key=lambda one: person_key(one.name)):
        _add_participation(scene, list(entries))
    for event in scene.reading.events:
        _add_event(scene, event)


def _add_item(scene: Scene, position: int, item: AgendaItem) -> None:
    triples, subject = scene.triples, scene.items[item.number]
    triples.type(subject, SP.AgendaItem)
    triples.link(subject, DCT.isPartOf, scene.place(item.parent))
    triples.link(subject, SP.inMeeting, scene.meeting)
    triples.add(subject, SCHEMA.position, integer(position))
    triples.maybe(subject, SP.number, item.number)
    titles = ((scene.language, one) for one in item.alternatives)
    triples.labels(subject, DCT.title, ((scene.language, item.title),))
    triples.labels(subject, DCT.alternative, titles)
    if topic := scene.registers.topic(item.title):
        triples.link(subject, SP.topic, scene.iris.topic(topic.id))


def _add_participation(scene: Scene, entries: Sequence[Participant]) -> None:
    """Add a person's part in the meeting; the first of several list entries is its source."""
    triples, first = scene.triples, entries[0]
    subject = scene.iris.participation(scene.key, first.name)
    triples.type(subject, SP.Participation)
    triples.link(scene.meeting, PROV.qualifiedAssociation, subject)
    triples.link(subject, PROV.agent, scene.person(first.name))
    triples.link(subject, SP.inMeeting, scene.meeting)
    triples.maybe(subject, SP.nameWritten, squeeze(first.name))
    for alias in first.aliases:
        triples.maybe(subject, SKOS.hiddenLabel, squeeze(alias))
    for function in (one for entry in entries for one in entry.functions):
        triples.link(subject, PROV.hadRole, FUNCTION[function])
    if side := next((one.side for one in entries if one.side), None):
        triples.link(subject, SP.side, SIDE[side])
    if office := next((one for one in entries if one.organisation or one.role), None):
        triples.link(subject, SP.membership, _membership(scene, office))
    scene.derive(subject, first.span)


def _membership(scene: Scene, one: Participant) -> str:
    """Add the role in an organisation that a person is attested in on the meeting's date."""
    triples = scene.triples
    organization = scene.organization(one.organisation) if one.organisation else None
    role = scene.role(one.role) if one.role else None
    subject = scene.iris.membership(one.name, organization, role)
    triples.type(subject, ORG.Membership)
    triples.link(subject, ORG.member, scene.person(one.name))
    if organization:
        triples.link(subject, ORG.organization, organization)
    if role:
        triples.link(subject, ORG.role, role)
    if scene.on:
        triples.add(subject, SP.attestedOn, day(scene.on))
    return subject


def _add_event(scene: Scene, event: Event) -> None:
    """Add something that happened; of a handover's persons the last takes over."""
    triples, subject = scene.triples, scene.iris.event(scene.key, event.span)
    people = [scene.person(name) for name in event.persons]
    triples.type(subject, SP.MeetingEvent)
    triples.link(subject, SP.eventType, EVENT[event.type])
    triples.link(subject, DCT.isPartOf, scene.place(event.agenda))
    triples.link(subject, SP.inMeeting, scene.meeting)
    if event.type is EventType.CHAIR_HANDOVER and people:
        triples.link(subject, SP.takenOverBy, people.pop())
    triples.link(subject, PROV.agent, *people)
    scene.derive(subject, event.span)
