"""The ontology holds what it promises: complete in three languages, in step with docs and code,
one example that conforms, and for every constraint a counterexample that trips just that one.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pyshacl import validate
from rdflib import OWL, RDF, RDFS, SH, SKOS, BNode, Graph, Literal, Namespace, URIRef

from standpunkt import model
from standpunkt.resolve.matches import MAJOR_TOPICS
from standpunkt.resources import resource

if TYPE_CHECKING:
    from rdflib.term import Node

SP = Namespace("https://w3id.org/standpunkt/ns#")
SCHEME = Namespace("https://w3id.org/standpunkt/scheme/")
RICO = Namespace("https://www.ica.org/standards/RiC/ontology#")
PROV = Namespace("http://www.w3.org/ns/prov#")
OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("https://schema.org/")

LANGUAGES = {"nb", "nn", "en"}
REPOSITORY = Path(__file__).parents[2]
RICO_FILE = REPOSITORY.parent / "shared" / "vocab" / "RiC-O_1-1.rdf"
EXAMPLES = sorted(resource("ontology", "examples").glob("*.ttl"))
COUNTEREXAMPLES = sorted(resource("ontology", "counterexamples").glob("*.ttl"))
TURTLE = sorted(resource("ontology").rglob("*.ttl"))

CODES: dict[str, set[str]] = {
    "act": set(model.Act),
    "stance": set(model.Stance),
    "attribution": set(model.Attribution),
    "function": set(model.Function),
    "side": set(model.Side),
    "event": set(model.EventType),
    "cap": set(map(str, MAJOR_TOPICS)),
    "review": {"unreviewed", "accepted", "corrected", "rejected", "added"},
}
PREFIXES = {
    "sp": str(SP),
    "org": "http://www.w3.org/ns/org#",
    "cv": "http://data.europa.eu/m8g/",
    "prov": str(PROV),
    "oa": str(OA),
    "skos": str(SKOS),
    "dct": "http://purl.org/dc/terms/",
    "schema": str(SCHEMA),
    "foaf": "http://xmlns.com/foaf/0.1/",
    "person": "http://www.w3.org/ns/person#",
}


@cache
def graph(*parts: str) -> Graph:
    return Graph().parse(resource("ontology", *parts))


@cache
def ontology() -> Graph:
    return graph("standpunkt.ttl") + graph("schemes.ttl") + graph("alignments.ttl")


@cache
def example() -> Graph:
    return Graph().parse(EXAMPLES[0])


@cache
def documented_terms() -> frozenset[URIRef]:
    """Every term that docs/data-model.md names by its prefix."""
    text = (REPOSITORY / "docs" / "data-model.md").read_text(encoding="utf-8")
    pattern = rf"\b({'|'.join(PREFIXES)}):([A-Za-z]\w*)"
    return frozenset(URIRef(PREFIXES[p] + name) for p, name in re.findall(pattern, text))


def declared_terms() -> set[URIRef]:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    found = {s for kind in kinds for s in graph("standpunkt.ttl").subjects(RDF.type, kind)}
    return {term for term in found if isinstance(term, URIRef)}


def iris(data: Graph) -> set[URIRef]:
    """Every IRI of a graph, in whatever place."""
    return {term for triple in data for term in triple if isinstance(term, URIRef)}


def used_terms(data: Graph) -> set[Node]:
    """The properties of a graph and the classes of its instances."""
    return set(data.predicates()) | set(data.objects(None, RDF.type))


def languages(data: Graph, subject: Node, predicate: URIRef) -> list[str]:
    values = data.objects(subject, predicate)
    return sorted(o.language or "" for o in values if isinstance(o, Literal))


def literals(data: Graph, *subjects: Node) -> dict[Node, Any]:
    """The values of everything that these subjects say in literals, by property."""
    pairs = (pair for subject in subjects for pair in data.predicate_objects(subject))
    return {p: value.toPython() for p, value in pairs if isinstance(value, Literal)}


def broken_rules(data: Graph) -> set[str]:
    """The local names of the shapes that a graph breaks, together with the ontology."""
    _, report, _ = validate(data + ontology(), shacl_graph=graph("shapes.ttl"))
    assert isinstance(report, Graph)
    results = report.objects(None, SH.result)
    rules = (
        report.value(result, SH.sourceConstraint) or report.value(result, SH.sourceShape)
        for result in results
    )
    return {str(rule).partition("#")[2] for rule in rules}


def reportable_rules() -> set[Node]:
    """Everything in shapes.ttl that a report can name: what shapes with a target ask for."""
    shapes = graph("shapes.ttl")
    targets = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
    targeted = {shape for target in targets for shape in shapes.subjects(target)}
    parts = {p for s in targeted for link in (SH.property, SH.sparql) for p in shapes[s:link]}
    return parts | {shape for shape in targeted if (shape, SH["not"], None) in shapes}


@pytest.mark.parametrize("term", sorted(declared_terms()))
def test_every_term_has_a_label_and_a_definition_in_three_languages(term: URIRef) -> None:
    for predicate in (RDFS.label, SKOS.definition):
        assert languages(graph("standpunkt.ttl"), term, predicate) == sorted(LANGUAGES)


def test_every_term_says_which_ontology_defines_it() -> None:
    home = URIRef("https://w3id.org/standpunkt/ns")
    defined = set(graph("standpunkt.ttl").subjects(RDFS.isDefinedBy, home))
    assert defined == declared_terms()


def test_every_documented_term_is_declared() -> None:
    documented = {term for term in documented_terms() if term in SP}
    assert documented - declared_terms() == set()


def test_every_declared_term_is_documented_or_describes_a_code() -> None:
    schemes = used_terms(graph("schemes.ttl"))
    assert declared_terms() - documented_terms() - schemes == set()


def test_no_file_uses_a_term_that_is_not_declared() -> None:
    used = {term for path in TURTLE for term in iris(Graph().parse(path)) if term in SP}
    assert used - declared_terms() == set()


def test_no_file_has_a_blank_node() -> None:
    blank = {
        path.name
        for path in TURTLE
        if any(isinstance(term, BNode) for triple in Graph().parse(path) for term in triple)
    }
    assert blank == set()


@pytest.mark.parametrize("scheme", CODES)
def test_the_codes_of_a_scheme_are_those_of_the_program(scheme: str) -> None:
    schemes = graph("schemes.ttl")
    concepts = set(schemes.subjects(SKOS.topConceptOf, SCHEME[scheme]))
    assert concepts == {SCHEME[f"{scheme}/{code}"] for code in CODES[scheme]}
    assert concepts == set(schemes.subjects(SKOS.inScheme, SCHEME[scheme]))
    for code in CODES[scheme]:
        assert schemes.value(SCHEME[f"{scheme}/{code}"], SKOS.notation) == Literal(code)


@pytest.mark.parametrize("kind", [SKOS.Concept, SKOS.ConceptScheme])
def test_every_concept_and_scheme_is_named_and_defined_in_three_languages(kind: URIRef) -> None:
    schemes = graph("schemes.ttl")
    for subject in schemes.subjects(RDF.type, kind):
        for predicate in (SKOS.prefLabel, SKOS.definition):
            assert languages(schemes, subject, predicate) == sorted(LANGUAGES), subject


def test_stances_map_to_agreement_and_disagreement() -> None:
    agreement = {
        str(subject).rpartition("/")[2]: value.toPython()
        for subject, value in graph("schemes.ttl").subject_objects(SP.dnaAgreement)
        if isinstance(value, Literal)
    }
    assert agreement == {"for": 1, "conditional": 1, "against": 0}


def test_the_example_uses_every_term_of_the_data_model() -> None:
    assert documented_terms() - used_terms(example()) == set()


def test_every_declared_term_is_used_in_the_example_or_in_the_schemes() -> None:
    assert declared_terms() - used_terms(example()) - used_terms(graph("schemes.ttl")) == set()


def test_the_example_conforms() -> None:
    assert broken_rules(example()) == set()


def test_the_ontology_conforms_to_its_own_shapes() -> None:
    assert broken_rules(Graph()) == set()


def test_the_quotes_of_the_example_stand_in_its_text() -> None:
    data = example()
    raw = EXAMPLES[0].with_suffix(".txt").read_bytes()
    text = raw.decode("utf-8")
    (entity,) = data.subjects(RDF.type, SP.Text)
    assert data.value(entity, SCHEMA.sha256) == Literal(sha256(raw).hexdigest())
    assert data.value(entity, SP.length) == Literal(len(text))
    for source in data.subjects(RDF.type, OA.SpecificResource):
        at = literals(data, source, *data.objects(source, OA.hasSelector))
        start, end = at[OA.start], at[OA.end]
        assert text[start:end] == at[OA.exact]
        assert text[:start].endswith(at[OA.prefix])
        assert text[end:].startswith(at[OA.suffix])
        assert at[SP.line] == text.count("\n", 0, start) + 1


@pytest.mark.parametrize("path", COUNTEREXAMPLES, ids=lambda path: path.stem)
def test_a_counterexample_trips_just_the_rule_that_it_is_named_after(path: Path) -> None:
    assert broken_rules(example() + Graph().parse(path)) == {path.stem.partition(".")[0]}


def test_every_rule_has_a_counterexample() -> None:
    rules = {str(rule).partition("#")[2] for rule in reportable_rules()}
    assert rules == {path.stem.partition(".")[0] for path in COUNTEREXAMPLES}


def test_every_rule_says_in_two_languages_what_to_do_and_how_bad_it_is() -> None:
    shapes = graph("shapes.ttl")
    for rule in reportable_rules():
        assert languages(shapes, rule, SH.message) == ["en", "nb"], rule
        assert shapes.value(rule, SH.severity) in {SH.Violation, SH.Warning}, rule
        for message in shapes.objects(rule, SH.message):
            assert re.fullmatch(r".+: .+\.", str(message)), f"say what to do: {message}"


@pytest.mark.skipif(not RICO_FILE.exists(), reason="RiC-O 1.1 is not at hand to check against")
def test_every_term_of_records_in_contexts_that_we_align_to_exists() -> None:
    aligned = {term for term in iris(graph("alignments.ttl")) if term in RICO}
    assert aligned - set(Graph().parse(RICO_FILE).subjects(RDF.type)) == set()
