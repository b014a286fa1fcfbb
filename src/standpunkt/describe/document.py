"""The graph of one source document, as the data model has it.

In go a :class:`~standpunkt.model.Reading`, the registers, what read it and where it is from; out
come the N-Quads of the document's named graph, sorted. The same input gives the same bytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from standpunkt.describe.iris import Iris
from standpunkt.describe.meeting import add_meeting
from standpunkt.describe.provenance import Provenance, this_run
from standpunkt.describe.reviews import add_reviews
from standpunkt.describe.scene import Scene
from standpunkt.describe.statements import add_statements
from standpunkt.describe.terms import DCT, PROV, SCHEMA, SP
from standpunkt.describe.triples import integer, iri, text

if TYPE_CHECKING:
    from standpunkt.describe.provenance import Run
    from standpunkt.model import Reading
    from standpunkt.resolve.registers import Registers

_WEB = re.compile(r'https?://[^\x00-\x20<>"{}|^`\\]+')


def describe(
    reading: Reading,
    registers: Registers,
    *,
    iris: Iris | None = None,
    provenance: Provenance | None = None,
    run: Run | None = None,
) -> str:
    """Give all that a document says, as the sorted N-Quads of its named graph."""
    scene = Scene(reading, registers, iris or Iris())
    _add_document(scene, provenance or Provenance())
    _add_extraction(scene, run or this_run(registers.vocabulary))
    add_meeting(scene)
    add_statements(scene)
    add_reviews(scene)
    return scene.triples.nquads()


def _add_document(scene: Scene, provenance: Provenance) -> None:
    document, triples = scene.reading.document, scene.triples
    subject = scene.iris.document(document.key)
    title = provenance.title or scene.reading.minutes.meeting.title
    triples.type(subject, PROV.Entity, SCHEMA.DigitalDocument)
    triples.labels(subject, DCT.title, ((scene.language, title),))
    triples.maybe(subject, DCT.language, scene.language)
    triples.maybe(subject, SCHEMA.name, document.name)
    triples.maybe(subject, SCHEMA.encodingFormat, document.media_type)
    triples.maybe(subject, SCHEMA.sha256, document.sha256)
    triples.add(subject, SCHEMA.numberOfPages, integer(len(document.page_starts)))
    if provenance.publisher:
        triples.link(subject, DCT.publisher, scene.organization(provenance.publisher))
    if provenance.source:
        triples.add(subject, DCT.source, _web_or_text(provenance.source))
    if provenance.licence:
        triples.add(subject, DCT.license, _web_or_text(provenance.licence))


def _add_extraction(scene: Scene, run: Run) -> None:
    document, triples, iris = scene.reading.document, scene.triples, scene.iris
    content = iris.text(document.key)
    triples.type(content, PROV.Entity, SP.Text)
    triples.link(content, PROV.wasDerivedFrom, iris.document(document.key))
    triples.maybe(content, SCHEMA.sha256, document.text_sha256)
    triples.add(content, SP.length, integer(len(document.text)))
    extraction, software = iris.extraction(document.key), iris.software(run.version)
    triples.type(extraction, PROV.Activity, SP.Extraction)
    triples.link(extraction, PROV.used, content)
    triples.link(extraction, PROV.wasAssociatedWith, software)
    triples.maybe(extraction, SP.lexiconDigest, run.lexicon_digest)
    triples.maybe(extraction, SP.registerDigest, run.register_digest)
    triples.type(software, PROV.SoftwareAgent)
    triples.maybe(software, SCHEMA.name, "Standpunkt")
    triples.maybe(software, SCHEMA.softwareVersion, run.version)


def _web_or_text(value: str) -> str:
    return iri(value) if _WEB.fullmatch(value) else text(value)
