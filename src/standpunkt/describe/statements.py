"""The statements of a document: who said what on whose behalf, and the sentence that proves it.

A claim is one thing in a document however many statements take a stance on it; the first of
them raised it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from standpunkt.describe.terms import (
    ACT,
    ATTRIBUTION,
    DCT,
    PROV,
    REVIEW,
    SCHEMA,
    SKOS,
    SP,
    STANCE,
)
from standpunkt.describe.triples import day, decimal, text
from standpunkt.folding import squeeze
from standpunkt.model import Act, ActorKind, Attribution, ReviewState

if TYPE_CHECKING:
    from standpunkt.describe.scene import Scene
    from standpunkt.model import Deadline, Statement

NAMING = (Attribution.DIRECT, Attribution.JOINT)
"""The attributions whose words are names, and not pronouns or titles."""


def add_statements(scene: Scene) -> None:
    """Add all statements, with their claims, to a document's graph."""
    subjects = {
        one.number: scene.iris.statement(scene.key, one.span) for one in scene.reading.statements
    }
    claims = _add_claims(scene)
    for one in scene.reading.statements:
        subject = subjects[one.number]
        _add_speakers(scene, subject, one)
        _add_coding(scene, subject, one)
        _add_origin(scene, subject, one)
        if one.claim:
            scene.triples.link(subject, SP.claim, claims[_claim_key(one.claim)])
        if one.responds_to is not None:
            scene.triples.link(subject, SP.respondsTo, subjects[one.responds_to])


def _add_claims(scene: Scene) -> dict[str, str]:
    """Add the claims; give their IRIs by label."""
    claims: dict[str, str] = {}
    for one in scene.reading.statements:
        if one.claim and (key := _claim_key(one.claim)) not in claims:
            claims[key] = subject = scene.iris.claim(scene.key, one.span)
            scene.triples.type(subject, SP.Claim, SKOS.Concept)
            label = (scene.language, squeeze(one.claim))
            scene.triples.labels(subject, SKOS.prefLabel, (label,))
            scene.triples.link(subject, SP.topic, scene.topic(one.topic))
            raised = scene.iris.statement(scene.key, one.span)
            scene.triples.link(subject, SP.firstRaisedIn, raised)
    return claims


def _claim_key(label: str) -> str:
    return squeeze(label).casefold()


def _add_speakers(scene: Scene, subject: str, one: Statement) -> None:
    triples = scene.triples
    triples.link(subject, SP.speaker, *map(scene.actor, one.speakers))
    triples.link(subject, SP.onBehalfOf, *map(scene.organization, one.on_behalf_of))
    triples.link(subject, SP.addressee, *map(scene.agent, one.addressees))
    triples.link(subject, SP.attribution, ATTRIBUTION[one.attribution])
    if one.attribution in NAMING and len(one.speakers) == len(one.as_written):
        for actor, form in zip(one.speakers, one.as_written, strict=True):
            if actor.kind is ActorKind.PERSON and squeeze(form) != squeeze(actor.name):
                person = scene.iris.person(actor.name)
                triples.maybe(person, SKOS.hiddenLabel, squeeze(form))


def _add_coding(scene: Scene, subject: str, one: Statement) -> None:
    triples = scene.triples
    triples.type(subject, SP.Statement)
    if one.act is Act.COMMITMENT:
        triples.type(subject, SP.Commitment)
    triples.link(subject, SP.act, ACT[one.act])
    triples.link(subject, SP.stance, STANCE[one.stance])
    triples.link(subject, SP.topic, scene.topic(one.topic))
    triples.link(subject, SCHEMA.mentions, *map(scene.mention, one.mentions))
    if one.deadline:
        _add_deadline(scene, subject, one.deadline)


def _add_deadline(scene: Scene, subject: str, deadline: Deadline) -> None:
    scene.triples.add(subject, SP.deadlineText, text(deadline.text))
    scene.triples.add(subject, SP.deadlineFrom, day(deadline.first))
    scene.triples.add(subject, SP.deadlineTo, day(deadline.last))


def _add_origin(scene: Scene, subject: str, one: Statement) -> None:
    triples = scene.triples
    triples.link(subject, DCT.isPartOf, scene.place(one.agenda))
    triples.link(subject, SP.inMeeting, scene.meeting)
    triples.add(subject, SP.rule, text(one.rule))
    triples.add(subject, SP.actRule, text(one.act_rule))
    triples.add(subject, SP.confidence, decimal(one.confidence))
    triples.link(subject, SP.reviewState, REVIEW[one.review])
    added = one.review is ReviewState.ADDED
    review, extraction = scene.iris.review(scene.key, one.span), scene.iris.extraction(scene.key)
    triples.link(subject, PROV.wasGeneratedBy, review if added else extraction)
    scene.derive(subject, one.span)
