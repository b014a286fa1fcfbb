"""What people have decided on statements: who, when, why, and what each field was before.

A review is an activity that used the words in the text that it is about. It stands in the graph
of the document, so that it comes and goes with the words; that of a rejected statement stands
there too, although the statement does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from standpunkt.describe.terms import DCT, FOAF, PROV, REVIEW, SP
from standpunkt.describe.triples import day

if TYPE_CHECKING:
    from standpunkt.describe.scene import Scene
    from standpunkt.model import Review


def add_reviews(scene: Scene) -> None:
    """Add people's decisions to a document's graph."""
    for one in scene.reading.reviews:
        _add_review(scene, one)


def _add_review(scene: Scene, one: Review) -> None:
    triples, iris, span = scene.triples, scene.iris, one.statement.span
    subject, statement = iris.review(scene.key, span), iris.statement(scene.key, span)
    triples.type(subject, PROV.Activity, SP.Review)
    triples.link(subject, SP.reviewed, statement)
    triples.link(subject, SP.outcome, REVIEW[one.statement.review])
    triples.link(subject, SP.inMeeting, scene.meeting)
    triples.link(subject, PROV.used, scene.source(statement, span))
    triples.link(subject, PROV.wasAssociatedWith, _reviewer(scene, one.reviewer))
    triples.add(subject, DCT.date, day(one.date))
    triples.maybe(subject, DCT.description, one.comment)
    for change in one.changes:
        correction = iris.correction(subject, change.field)
        triples.link(subject, SP.correction, correction)
        triples.type(correction, SP.Correction)
        triples.maybe(correction, SP.field, change.field)
        triples.maybe(correction, SP.before, change.before)
        triples.maybe(correction, SP.after, change.after)


def _reviewer(scene: Scene, name: str) -> str:
    subject = scene.iris.reviewer(name)
    scene.triples.type(subject, PROV.Agent, PROV.Person)
    scene.triples.maybe(subject, FOAF.name, name)
    return subject
