"""Exports: the same bytes for the same graph, and the other library reads the same quads."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
import rdflib

from standpunkt.describe import Iris, describe, describe_ontology, describe_registers
from standpunkt.describe.triples import Triples, text
from standpunkt.errors import UsageError
from standpunkt.exports import EXPORTERS, export
from standpunkt.resolve.registers import load_registers
from standpunkt.store import Store, Writer
from tests.samples import sample_reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Term = str | tuple[str, str | None, str]
Quad = tuple[str, str, Term, str | None]

HARD = 'a "b"\n\tc\r\nd \\ é 𝄞 <&> \u2028 ]]>'
STRING = "http://www.w3.org/2001/XMLSchema#string"
LANGUAGE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> Iterator[Store]:
    """A store with the sample, the registers, the ontology and a text of hard characters."""
    folder = tmp_path_factory.mktemp("exports") / "store"
    hard = Triples("https://example.org/hard")
    hard.add(
        "https://example.org/x", "http://purl.org/dc/terms/title", text(HARD), text(HARD, "nb")
    )
    with Writer(folder) as writer:
        writer.replace(hard.graph, hard.nquads())
        writer.replace(Iris().graph_ontology, describe_ontology())
        for graph, nquads in describe_registers(load_registers()).items():
            writer.replace(graph, nquads)
        reading = sample_reading()
        sample = describe(reading, load_registers())
        writer.replace(Iris().graph_document(reading.document.key), sample)
    with Store.open(folder) as store:
        yield store


def exported(store: Store, name: str) -> bytes:
    out = BytesIO()
    export(store, name, out)
    return out.getvalue()


def in_store(store: Store) -> set[Quad]:
    return {
        (
            quad.subject.value,
            quad.predicate.value,
            oxigraph_term(quad.object),
            quad.graph_name.value,
        )
        for quad in store.quads
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.graph_name, ox.NamedNode)
    }


def oxigraph_term(term: object) -> Term:
    if isinstance(term, ox.Literal):
        return (term.value, term.language, term.datatype.value)
    assert isinstance(term, ox.NamedNode)
    return term.value


def rdflib_term(term: rdflib.term.Node) -> Term:
    if isinstance(term, rdflib.Literal):
        datatype = LANGUAGE if term.language else str(term.datatype or STRING)
        return (str(term), term.language, datatype)
    assert isinstance(term, rdflib.URIRef)
    return str(term)


def without_graphs(quads: set[Quad]) -> set[Quad]:
    return {(subject, predicate, value, None) for subject, predicate, value, _ in quads}


@pytest.fixture(autouse=True)
def literals_as_written(monkeypatch):
    """Have rdflib keep the digits of a literal as they stand."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning", "ignore:Conj:DeprecationWarning")
@pytest.mark.parametrize(
    ("name", "known_as"), [("nq", "nquads"), ("trig", "trig"), ("jsonld", "json-ld")]
)
def test_rdflib_reads_the_same_quads(opened, name, known_as):
    dataset = rdflib.Dataset()
    dataset.parse(data=exported(opened, name), format=known_as)
    read = {(str(s), str(p), rdflib_term(o), str(g)) for s, p, o, g in dataset.quads((None,) * 4)}
    assert read == in_store(opened)


@pytest.mark.parametrize(("name", "known_as"), [("ttl", "turtle"), ("rdfxml", "xml")])
def test_rdflib_reads_the_same_triples(opened, name, known_as):
    graph = rdflib.Graph().parse(data=exported(opened, name), format=known_as)
    read: set[Quad] = {(str(s), str(p), rdflib_term(o), None) for s, p, o in graph}
    assert read == without_graphs(in_store(opened))


FORMATS = {
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "ttl": ox.RdfFormat.TURTLE,
    "rdfxml": ox.RdfFormat.RDF_XML,
}


@pytest.mark.parametrize("name", EXPORTERS)
def test_oxigraph_reads_the_same(opened, name):
    expected = in_store(opened)
    read = ox.parse(exported(opened, name), format=FORMATS[name])
    if name in {"ttl", "rdfxml"}:
        found: set[Quad] = {
            (q.subject.value, q.predicate.value, oxigraph_term(q.object), None) for q in read
        }
        assert found == without_graphs(expected)
    else:
        found = {
            (q.subject.value, q.predicate.value, oxigraph_term(q.object), q.graph_name.value)
            for q in read
        }
        assert found == expected


@pytest.mark.parametrize("name", EXPORTERS)
def test_the_bytes_are_the_same_for_another_store_with_the_same_graph(opened, name, tmp_path):
    with Writer(tmp_path / "store") as writer:
        for graph in sorted(opened.manifest.graphs, reverse=True):
            lines = [line for line in opened.dump_nquads() if line.endswith(f"<{graph}> .\n")]
            writer.replace(graph, "".join(lines))
    with Store.open(tmp_path / "store") as other:
        assert exported(other, name) == exported(opened, name)


def test_nquads_are_sorted(opened):
    lines = exported(opened, "nq").split(b"\n")[:-1]
    assert lines == sorted(lines)


@pytest.mark.parametrize("name", ["ttl", "trig"])
def test_turtle_and_trig_begin_with_sorted_prefixes_and_use_them(opened, name):
    lines = exported(opened, name).decode().split("\n")
    prefixes = [line for line in lines if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes) == lines[: len(prefixes)]
    assert any("a sp:Statement" in line for line in lines)


def test_jsonld_uses_prefixes(opened):
    content = json.loads(exported(opened, "jsonld"))
    assert content["@context"]["sp"] == "https://w3id.org/standpunkt/ns#"
    nodes = [node for graph in content["@graph"] for node in graph["@graph"]]
    assert any("sp:Statement" in node.get("@type", ()) for node in nodes)


def test_a_character_that_xml_cannot_hold_is_refused_with_a_way_out(tmp_path):
    page = Triples("https://example.org/g")
    page.add("https://example.org/x", "http://purl.org/dc/terms/title", text("a\fb"))
    with Writer(tmp_path / "store") as writer:
        writer.replace(page.graph, page.nquads())
    with Store.open(tmp_path / "store") as store:
        with pytest.raises(UsageError, match=r"U\+000C, which XML cannot hold; choose ttl"):
            exported(store, "rdfxml")
        assert b"\\f" in exported(store, "ttl")


def test_a_file_appears_when_it_is_whole(opened, tmp_path):
    target = tmp_path / "graph.nq"
    export(opened, "nq", target)
    assert target.read_bytes() == exported(opened, "nq")
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_old_file(opened, tmp_path: Path, monkeypatch):
    target = tmp_path / "graph.nq"
    target.write_text("old", encoding="utf-8")

    def half() -> Iterator[str]:
        yield "half a line"
        message = "disk full"
        raise OSError(28, message)

    monkeypatch.setattr(opened, "dump_nquads", half)
    with pytest.raises(UsageError, match="cannot write there"):
        export(opened, "nq", target)
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_an_unknown_format_and_an_impossible_place_are_named(opened, tmp_path):
    with pytest.raises(UsageError, match="no format 'csv'; choose one of nq, trig, ttl"):
        export(opened, "csv", BytesIO())
    with pytest.raises(UsageError, match="cannot write there"):
        export(opened, "nq", tmp_path / "none" / "graph.nq")
