"""Checks: silent on the made-up meetings, and each finds the fault that it is made for."""

import re
from pathlib import Path

import pytest
from pyoxigraph import Store

from standpunkt.checks import CheckResult, conformance, grounding, run_checks
from standpunkt.queries import catalogue
from standpunkt.store import merge

EXAMPLE = Path(__file__).parent / "answers" / "example"
PREFIXES = """
BASE <https://w3id.org/standpunkt/id/>
PREFIX sp: <https://w3id.org/standpunkt/ns#>
PREFIX act: <https://w3id.org/standpunkt/scheme/act/>
PREFIX attribution: <https://w3id.org/standpunkt/scheme/attribution/>
PREFIX function: <https://w3id.org/standpunkt/scheme/function/>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""

BREAKS = {
    "abbreviations": """INSERT DATA { GRAPH <x> {
        <organization/hod-2002> skos:altLabel "KDD" } }""",
    "agentless": """DELETE { GRAPH ?g { ?s sp:speaker ?who } } WHERE {
        GRAPH ?g { ?s sp:speaker ?who ; sp:act act:procedural } }""",
    "blank-nodes": """INSERT DATA { GRAPH <x> { <topic/fastlegeordningen> skos:note [] } }""",
    "claim-raised": """DELETE { GRAPH ?g { ?claim sp:firstRaisedIn ?s } } WHERE {
        GRAPH ?g { ?claim sp:firstRaisedIn ?s } }""",
    "commitment-class": """DELETE { GRAPH ?g { ?s a sp:Commitment } } WHERE {
        GRAPH ?g { ?s a sp:Commitment } }""",
    "confidence": """INSERT { GRAPH ?g { ?s sp:confidence 1.5 } } WHERE {
        GRAPH ?g { ?s sp:act act:procedural } }""",
    "deadline": """DELETE { GRAPH ?g { ?s sp:deadlineTo ?day } } WHERE {
        GRAPH ?g { ?s sp:deadlineTo ?day } }""",
    "declared-terms": """INSERT DATA { GRAPH <x> { <person/nils-aas> sp:mood "good" } }""",
    "item-place": """DELETE { GRAPH ?g { ?item sp:inMeeting ?m } } WHERE {
        GRAPH ?g { ?item a sp:AgendaItem ; sp:inMeeting ?m } }""",
    "known-code": """INSERT { GRAPH ?g { ?s sp:act act:shouting } } WHERE {
        GRAPH ?g { ?s sp:act act:procedural } }""",
    "labels": """DELETE { GRAPH ?g { ?p foaf:name ?name } } WHERE {
        GRAPH ?g { ?p foaf:name ?name ; foaf:familyName "Aas" } }""",
    "one-chair": """INSERT { GRAPH ?g { ?p prov:hadRole function:chair } } WHERE {
        GRAPH ?g { ?p prov:agent <person/anne-myhrstad> } }""",
    "one-label": """INSERT DATA { GRAPH <x> { <person/nils-aas> foaf:name "N. Aas" } }""",
    "period-valid": """INSERT { GRAPH ?g { ?s sp:onBehalfOf <organization/kdd-2022> } } WHERE {
        GRAPH ?g { ?s sp:onBehalfOf <organization/kmd-2014> } }""",
    "positions": """DELETE { GRAPH ?g { ?p sp:basedOn ?s } } WHERE {
        GRAPH ?g { ?p sp:basedOn ?s } }""",
    "quote-length": """DELETE { GRAPH ?g { ?q oa:end ?end } }
        INSERT { GRAPH ?g { ?q oa:end 9999 } } WHERE { GRAPH ?g { ?q oa:end ?end } }""",
    "reply-order": """DELETE { GRAPH ?g { ?a sp:respondsTo ?b } }
        INSERT { GRAPH ?g { ?b sp:respondsTo ?a } } WHERE { GRAPH ?g { ?a sp:respondsTo ?b } }""",
    "reviewed": """DELETE { GRAPH ?g { ?r sp:outcome ?o } } WHERE {
        GRAPH ?g { ?r sp:outcome ?o } }""",
    "span-in-text": """DELETE { GRAPH ?g { ?t sp:length ?n } }
        INSERT { GRAPH ?g { ?t sp:length 200 } } WHERE { GRAPH ?g { ?t sp:length ?n } }""",
    "speaker-present": """DELETE { GRAPH ?g { ?p prov:agent <person/per-vikane> } } WHERE {
        GRAPH ?g { ?p prov:agent <person/per-vikane> } }""",
    "stance-claim": """DELETE { GRAPH ?g { ?s sp:claim ?c } } WHERE {
        GRAPH ?g { ?s a sp:Statement ; sp:claim ?c } }""",
    "statement-complete": """DELETE { GRAPH ?g { ?s sp:rule ?rule } } WHERE {
        GRAPH ?g { ?s sp:rule ?rule } }""",
    "statement-place": """DELETE { GRAPH ?g { ?s dct:isPartOf ?item } } WHERE {
        GRAPH ?g { ?s a sp:Statement ; dct:isPartOf ?item } }""",
    "statement-source": """DELETE { GRAPH ?g { ?s prov:wasDerivedFrom ?x } } WHERE {
        GRAPH ?g { ?s a sp:Statement ; prov:wasDerivedFrom ?x } }""",
    "text-digest": """DELETE { GRAPH ?g { ?t schema:sha256 ?d } } WHERE {
        GRAPH ?g { ?t a sp:Text ; schema:sha256 ?d } }""",
}
"""For each check a change that breaks what it guards."""


def text_of(name: str) -> str | None:
    path = EXAMPLE / name
    return path.read_text(encoding="utf-8") if path.is_file() else None


def change(store: Store, update: str) -> None:
    """Change named graphs, and the default graph with them."""
    store.update(PREFIXES + update)
    merge(store)


def broken(store: Store, update: str) -> dict[str, CheckResult]:
    change(store, update)
    return {result.name: result for result in run_checks(store)}


def test_every_check_passes_on_every_corpus(store):
    assert [result for result in run_checks(store) if not result.passed] == []


def test_there_is_a_break_for_each_check():
    assert set(BREAKS) == {check.name for check in catalogue("checks")}


@pytest.mark.parametrize("name", BREAKS)
def test_a_check_finds_what_it_is_made_for(example, name):
    result = broken(example, BREAKS[name])[name]
    assert not result.passed
    assert result.number > 0
    assert re.match(r"\d+ wrong; \w+:\S+ \w", result.message)


def test_a_message_names_three_examples_and_the_number(example):
    result = broken(example, BREAKS["statement-complete"])["statement-complete"]
    assert result.number == 16
    assert result.message.startswith("16 wrong; id:statement/2021-03-15_mote/")
    assert result.message.endswith("; and 13 more")


# Grounding ---------------------------------------------------------------------------------


def test_every_quote_stands_in_its_source(example):
    result = grounding(example, text_of)
    assert result.passed
    assert result.message == "16 of 16 statements (100 %)"


def test_without_sources_grounding_says_that_it_did_not_read_them(example):
    result = grounding(example)
    assert result.passed
    assert result.message.endswith("agree with their offsets; the sources were not read")


def test_a_source_that_cannot_be_had_leaves_its_statements_unverified(example):
    result = grounding(example, lambda name: text_of(name) if name.startswith("2021") else None)
    assert not result.passed
    assert result.message.startswith("9 of 16 statements (56 %)")
    assert "is not verified, because 2022-03-18_mote.txt cannot be had" in result.message


def test_a_source_that_has_changed_leaves_its_statements_unverified(example):
    result = grounding(example, lambda name: f"{text_of(name)} ")
    assert result.message.startswith("0 of 16 statements (0 %)")
    assert "has changed; build it anew" in result.message


@pytest.mark.parametrize(
    "update",
    [
        """DELETE { GRAPH ?g { ?q oa:exact ?e } } INSERT { GRAPH ?g { ?q oa:exact ?f } } WHERE {
        GRAPH ?g { ?q oa:exact ?e } FILTER(STRSTARTS(?e, "Nordli avviste"))
        BIND(REPLACE(?e, "avviste", "ønsket.") AS ?f) }""",
        """DELETE { GRAPH ?g { ?q oa:prefix ?p } } INSERT { GRAPH ?g { ?q oa:prefix "x" } } WHERE {
        GRAPH ?g { ?q oa:prefix ?p ; oa:exact ?e } FILTER(STRSTARTS(?e, "Nordli avviste")) }""",
    ],
    ids=["quote", "prefix"],
)
def test_one_letter_that_differs_from_the_source_is_found(example, update):
    change(example, update)
    assert grounding(example).passed
    result = grounding(example, text_of)
    assert result.message.startswith("15 of 16 statements (93 %)")
    assert "should stand in 2021-03-15_mote.txt as" in result.message


def test_a_statement_without_source_is_not_grounded(example):
    change(example, BREAKS["statement-source"])
    result = grounding(example, text_of)
    assert not result.passed
    assert result.message.startswith("0 of 16 statements (0 %)")
    assert "has no source with text, position and quote" in result.message


def test_an_empty_store_has_nothing_that_is_not_grounded():
    assert grounding(Store(), text_of).message == "0 of 0 statements (100 %)"


# Shapes ------------------------------------------------------------------------------------


def test_every_corpus_conforms_to_the_shapes(store):
    result = run_checks(store, shapes=True)[-1]
    assert result.name == "shapes"
    assert result.passed, result.message


def test_the_shapes_say_which_thing_is_wrong_and_what_to_do(example):
    change(example, BREAKS["text-digest"])
    result = conformance(example)
    assert not result.passed
    assert result.number == 2
    assert "id:document/2021-03-15_mote/text The digest" in result.message
