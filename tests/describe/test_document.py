"""A document's graph: everything that the data model promises, on a reading made by hand."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest
from pyshacl import validate
from rdflib import Graph, Literal, URIRef

from standpunkt.describe import (
    Iris,
    Provenance,
    Run,
    describe,
    describe_ontology,
    describe_registers,
)
from standpunkt.describe.terms import PREFIXES
from standpunkt.resolve.registers import load_registers
from standpunkt.resources import resource
from tests.samples import TEXT, sample_reading, span

RUN = Run("0.1.0", "a" * 64, "b" * 64)
KEY = "2004-09-20_mote"
PROVENANCE = Provenance(
    title="Referat",
    publisher="Kommunal- og regionaldepartementet",
    source="https://example.org/referat.pdf",
    licence="Åpne data",
    note="for people only",
)


def written(reading=None, **options) -> str:
    return describe(reading or sample_reading(), load_registers(), run=RUN, **options)


@pytest.fixture(scope="module")
def graph() -> Graph:
    """All that the sample says, with its provenance, in one graph."""
    return parsed(written(provenance=PROVENANCE))


def parsed(nquads: str) -> Graph:
    quads = ox.parse(nquads, format=ox.RdfFormat.N_QUADS)
    graph = Graph().parse(data="".join(f"{quad.triple} .\n" for quad in quads), format="nt")
    for name, iri in PREFIXES.items():
        graph.bind(name, iri)
    return graph


def said(graph: Graph, subject: str) -> set[str]:
    """Everything said of a thing, as ``property value`` with prefixes."""
    names = graph.namespace_manager
    found = set()
    for predicate, value in graph.predicate_objects(URIRef(Iris().base + subject)):
        ours = isinstance(value, URIRef) and value.startswith(Iris().base)
        shown = str(value).removeprefix(Iris().base) if ours else value.n3(names)
        found.add(f"{predicate.n3(names)} {shown}")
    return found


def statement(words: str) -> str:
    return f"statement/{KEY}/{span(words).start}-{span(words).end}"


def person(name: str) -> str:
    return Iris().person(name).removeprefix(Iris().base)


def test_the_document_its_text_and_its_extraction(graph):
    digest = sample_reading().document.sha256
    assert said(graph, f"document/{KEY}") == {
        "rdf:type prov:Entity",
        "rdf:type schema:DigitalDocument",
        'dct:title "Referat"@nb',
        'dct:language "nb"',
        "dct:publisher organization/krd-1998",
        "dct:source <https://example.org/referat.pdf>",
        'dct:license "Åpne data"',
        f'schema:name "{KEY}.txt"',
        'schema:encodingFormat "text/plain"',
        f'schema:sha256 "{digest}"',
        'schema:numberOfPages "2"^^xsd:integer',
    }
    assert said(graph, f"document/{KEY}/text") == {
        "rdf:type prov:Entity",
        "rdf:type sp:Text",
        f"prov:wasDerivedFrom document/{KEY}",
        f'schema:sha256 "{digest}"',
        f'sp:length "{len(TEXT)}"^^xsd:integer',
    }
    assert said(graph, f"document/{KEY}/extraction") == {
        "rdf:type prov:Activity",
        "rdf:type sp:Extraction",
        f"prov:used document/{KEY}/text",
        "prov:wasAssociatedWith software/standpunkt-0.1.0",
        f'sp:lexiconDigest "{"a" * 64}"',
        f'sp:registerDigest "{"b" * 64}"',
    }
    assert said(graph, "software/standpunkt-0.1.0") == {
        "rdf:type prov:SoftwareAgent",
        'schema:name "Standpunkt"',
        'schema:softwareVersion "0.1.0"',
    }


def test_the_meeting_and_its_agenda(graph):
    assert {one for one in said(graph, f"meeting/{KEY}") if "qualified" not in one} == {
        "rdf:type sp:Meeting",
        'dct:title "Referat fra 3. konsultasjonsmøte"@nb',
        'sp:series "Konsultasjoner mellom staten og kommunesektoren"',
        'sp:number "3"',
        'schema:startDate "2004-09-20"^^xsd:date',
        'sp:startTime "09:05:00"^^xsd:time',
        'sp:endTime "10:45:00"^^xsd:time',
        'schema:location "R5"',
        f"schema:recordedIn document/{KEY}",
    }
    assert said(graph, f"meeting/{KEY}/item/1.1") == {
        "rdf:type sp:AgendaItem",
        f"dct:isPartOf meeting/{KEY}/item/1",
        f"sp:inMeeting meeting/{KEY}",
        'schema:position "2"^^xsd:integer',
        'sp:number "1.1"',
        'dct:title "Lærernorm"@nb',
        "sp:topic topic/laerernorm",
    }
    assert 'dct:alternative "Skolesaker"@nb' in said(graph, f"meeting/{KEY}/item/1")
    assert f"dct:isPartOf meeting/{KEY}" in said(graph, f"meeting/{KEY}/item/1")


def test_a_participant_with_role_organisation_and_functions(graph):
    who = person("Eva Lie Moe").removeprefix("person/")
    subject = f"meeting/{KEY}/participation/{who}"
    assert said(graph, subject) == {
        "rdf:type sp:Participation",
        f"prov:agent person/{who}",
        f"sp:inMeeting meeting/{KEY}",
        'sp:nameWritten "Eva Lie Moe"',
        "prov:hadRole function:chair",
        "prov:hadRole function:delegate",
        "sp:side side:state",
        f"sp:membership membership/{who}/krd-1998/statsrad",
        f"prov:wasDerivedFrom {subject}/source",
    }
    assert f"prov:qualifiedAssociation {subject}" in said(graph, f"meeting/{KEY}")
    assert said(graph, f"membership/{who}/krd-1998/statsrad") == {
        "rdf:type org:Membership",
        f"org:member person/{who}",
        "org:organization organization/krd-1998",
        "org:role role/statsrad",
        'sp:attestedOn "2004-09-20"^^xsd:date',
    }
    assert said(graph, f"person/{who}") == {
        "rdf:type person:Person",
        "rdf:type foaf:Person",
        'foaf:name "Eva Lie Moe"',
        'foaf:givenName "Eva Lie"',
        'foaf:familyName "Moe"',
        'skos:hiddenLabel "Moe"',
    }


def test_an_organisation_and_a_role_outside_the_registers_get_nodes_of_their_own(graph):
    assert said(graph, "organization/Tankesmia") == {
        "rdf:type org:FormalOrganization",
        'skos:prefLabel "Tankesmia"@nb',
    }
    assert said(graph, "role/fagleder") == {
        "rdf:type org:Role",
        "rdf:type skos:Concept",
        'skos:prefLabel "fagleder"@nb',
    }
    assert not said(graph, "organization/krd-1998")


def test_a_name_like_a_registers_id_is_that_entry():
    reading = sample_reading()
    spoken = replace(reading.statements[0], on_behalf_of=("udi", "972417858"))
    nquads = written(replace(reading, statements=(spoken,)))
    assert "organization/udi>" in nquads
    assert "organization/kmd-2014>" not in nquads
    assert 'prefLabel> "udi"' not in nquads


def test_a_statement_with_a_claim(graph):
    words = 'Vik mente at "normen" bør gjelde på kommunenivå.'
    subject = statement(words)
    assert said(graph, subject) == {
        "rdf:type sp:Statement",
        f"sp:speaker {person('Kåre Vik')}",
        "sp:onBehalfOf organization/ks-2004",
        f"dct:isPartOf meeting/{KEY}/item/1.1",
        f"sp:inMeeting meeting/{KEY}",
        "sp:act act:demand",
        "sp:stance stance:for",
        "sp:attribution attribution:direct",
        "sp:reviewState review:unreviewed",
        f"sp:claim {subject.replace('statement', 'claim')}",
        "sp:topic topic/laerernorm",
        'sp:rule "subject"',
        'sp:actRule "mene"',
        'sp:confidence "0.95"^^xsd:decimal',
        f"prov:wasDerivedFrom {subject}/source",
        f"prov:wasGeneratedBy document/{KEY}/extraction",
    }
    place = span(words)
    assert said(graph, f"{subject}/source") == {
        "rdf:type oa:SpecificResource",
        f"oa:hasSource document/{KEY}/text",
        f"oa:hasSelector {subject}/source/position",
        f"oa:hasSelector {subject}/source/quote",
        'sp:page "1"^^xsd:integer',
        'sp:line "7"^^xsd:integer',
    }
    assert said(graph, f"{subject}/source/position") == {
        "rdf:type oa:TextPositionSelector",
        f'oa:start "{place.start}"^^xsd:integer',
        f'oa:end "{place.end}"^^xsd:integer',
    }
    quote = URIRef(f"{Iris().base}{subject}/source/quote")
    values = dict(graph.predicate_objects(quote))
    oa = "http://www.w3.org/ns/oa#"
    assert values[URIRef(oa + "exact")] == Literal(words)
    assert values[URIRef(oa + "prefix")] == Literal(TEXT[place.start - 32 : place.start])
    assert values[URIRef(oa + "suffix")] == Literal(TEXT[place.end : place.end + 32])


def test_statements_on_one_claim_share_it_and_the_first_raised_it(graph):
    first = statement('Vik mente at "normen" bør gjelde på kommunenivå.')
    claim = first.replace("statement", "claim")
    assert said(graph, claim) == {
        "rdf:type sp:Claim",
        "rdf:type skos:Concept",
        'skos:prefLabel "normen gjelder på kommunenivå"@nb',
        "sp:topic topic/laerernorm",
        f"sp:firstRaisedIn {first}",
    }
    answer = said(graph, statement("Ås var uenig i dette."))
    assert {f"sp:claim {claim}", f"sp:respondsTo {first}"} <= answer


def test_a_commitment_with_its_deadline(graph):
    assert {
        "rdf:type sp:Commitment",
        "sp:act act:commitment",
        'sp:deadlineText "innen juni 2005"',
        'sp:deadlineFrom "2005-06-01"^^xsd:date',
        'sp:deadlineTo "2005-06-30"^^xsd:date',
        'sp:confidence "1"^^xsd:decimal',
    } <= said(graph, statement("Moe lovet et utkast innen juni 2005"))


def test_addressees_are_organisations_people_or_groups(graph):
    addressed = {
        one
        for one in said(graph, statement("oppfordret KS til å svare."))
        if one.startswith("sp:addressee")
    }
    assert addressed == {
        "sp:addressee organization/ks-2004",
        "sp:addressee organization/Tankesmia",
        f"sp:addressee {person('Kåre Vik')}",
        f"sp:addressee meeting/{KEY}/group/kommunene",
    }


def test_a_group_speaks_and_is_addressed_as_one(graph):
    group = f"meeting/{KEY}/group/kommunene"
    assert f"sp:speaker {group}" in said(graph, statement("Kommunene varslet motstand."))
    assert len([one for one in said(graph, group) if one.startswith("foaf:name")]) == 1


def test_an_agentless_statement_has_no_speaker(graph):
    found = said(graph, statement("Det ble påpekt at fristen er kort."))
    assert "sp:attribution attribution:agentless" in found
    assert not [one for one in found if one.startswith(("sp:speaker", "sp:onBehalfOf"))]


def test_a_topic_outside_the_register_is_a_candidate_and_a_mention_has_a_node(graph):
    found = said(graph, statement("Moe og Vik viste til Havrapporten."))
    assert {"sp:topic topic/candidate/lakselus", "schema:mentions mention/Havrapporten"} <= found
    assert said(graph, "topic/candidate/lakselus") == {
        "rdf:type skos:Concept",
        "rdf:type sp:CandidateTopic",
        "skos:inScheme scheme:topics",
        'skos:prefLabel "lakselus"@nb',
    }
    assert said(graph, "mention/Havrapporten") == {
        "rdf:type sp:Mention",
        'skos:prefLabel "Havrapporten"@nb',
    }


def test_a_handover_tells_who_took_over(graph):
    place = span("Ås overtok ledelsen")
    subject = f"meeting/{KEY}/event/{place.start}-{place.end}"
    assert said(graph, subject) == {
        "rdf:type sp:MeetingEvent",
        "sp:eventType event:chair-handover",
        f"dct:isPartOf meeting/{KEY}/item/1.1",
        f"sp:inMeeting meeting/{KEY}",
        f"prov:agent {person('Eva Lie Moe')}",
        f"sp:takenOverBy {person('Jon Ås')}",
        f"prov:wasDerivedFrom {subject}/source",
    }


def test_pages_and_lines_count_from_one(graph):
    source = said(graph, f"{statement('Moe og Vik viste til Havrapporten.')}/source")
    assert {'sp:page "2"^^xsd:integer', 'sp:line "12"^^xsd:integer'} <= source


def test_a_person_on_two_lines_of_the_list_takes_part_once():
    reading = sample_reading()
    first = reading.minutes.participants[0]
    again = replace(first, name="EVA LIE MOE", role=None, span=span("Forfall: Ola Nes (KS)"))
    minutes = replace(reading.minutes, participants=(*reading.minutes.participants, again))
    assert written(replace(reading, minutes=minutes)) == written()


def test_what_the_minutes_do_not_say_is_not_in_the_graph():
    reading = sample_reading()
    empty = replace(
        reading.minutes.meeting,
        series=None,
        number=None,
        date=None,
        start=None,
        end=None,
        place=None,
    )
    minutes = replace(reading.minutes, meeting=empty)
    nquads = written(replace(reading, minutes=minutes))
    for absent in ("startDate", "startTime", "endTime", "series", "location", "attestedOn"):
        assert absent not in nquads
    assert "publisher" not in nquads


def test_all_instances_lie_below_the_base():
    nquads = written(iris=Iris("https://example.org/x/"))
    assert Iris().base not in nquads
    assert "<https://example.org/x/graph/document/" in nquads


def test_the_lines_are_sorted_and_stand_once():
    lines = written().split("\n")[:-1]
    assert lines == sorted(set(lines))


def test_the_graph_conforms_to_the_shapes():
    data = parsed(
        written() + describe_ontology() + "".join(describe_registers(load_registers()).values())
    )
    shapes = Graph().parse(resource("ontology", "shapes.ttl"))
    conforms, _, report = validate(data, shacl_graph=shapes, inference="rdfs")
    assert conforms, report
