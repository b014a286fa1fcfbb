"""The endpoint, case by case of the SPARQL 1.1 Protocol, and with rdflib as a client."""

import json

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Graph, Variable
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from tests.views import made_up

ONE = "SELECT ?x { VALUES ?x { 1 } }"
ASK = "ASK { ?s ?p ?o }"
MAKE = "CONSTRUCT { <urn:a> <urn:b> ?x } WHERE { VALUES ?x { 'æ' } }"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def rows(answer):
    return [b["x"]["value"] for b in answer.json()["results"]["bindings"]]


def test_a_query_comes_as_get(client):
    answer = client.get("/sparql", params={"query": ONE})
    assert answer.headers["content-type"] == "application/sparql-results+json"
    assert answer.headers["vary"] == "Accept"
    assert rows(answer) == ["1"]


def test_a_query_comes_as_a_posted_form(client):
    assert rows(client.post("/sparql", data={"query": ONE})) == ["1"]


def test_a_query_comes_as_the_body_of_a_post(client):
    headers = {"content-type": "application/sparql-query; charset=utf-8"}
    assert rows(client.post("/sparql", content=ONE, headers=headers)) == ["1"]


def test_head_gives_the_headers_alone(client):
    answer = client.head("/sparql", params={"query": ONE})
    assert (answer.status_code, answer.content) == (200, b"")


def test_queries_see_the_union_of_all_graphs(client):
    query = "SELECT (COUNT(*) AS ?x) { ?s a <https://w3id.org/standpunkt/ns#Statement> }"
    assert rows(client.get("/sparql", params={"query": query})) == ["15"]


def test_a_query_can_ask_the_named_graphs(client):
    query = "SELECT DISTINCT ?x { GRAPH ?x { ?s a <https://w3id.org/standpunkt/ns#Statement> } }"
    assert rows(client.get("/sparql", params={"query": query})) == [made_up.GRAPH]


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("application/xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("image/png, */*;q=0.1", "application/sparql-results+json"),
        ("", "application/sparql-results+json"),
    ],
)
@pytest.mark.parametrize("query", [ONE, ASK])
def test_rows_come_in_the_form_that_the_client_likes_best(client, query, accept, media):
    answer = client.get("/sparql", params={"query": query}, headers={"accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, media)


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "text/turtle; charset=utf-8"),
        ("text/turtle", "text/turtle; charset=utf-8"),
        ("application/n-triples", "application/n-triples"),
        ("application/ld+json", "application/ld+json"),
        ("application/rdf+xml", "application/rdf+xml"),
    ],
)
def test_a_graph_comes_in_the_form_that_the_client_likes_best(client, accept, media):
    answer = client.get("/sparql", params={"query": MAKE}, headers={"accept": accept})
    assert answer.headers["content-type"] == media
    form = RdfFormat.from_media_type(media)
    assert [quad.object.value for quad in parse(answer.content, format=form)] == ["æ"]


def test_a_format_can_be_named_beside_the_query(client):
    answer = client.get(
        "/sparql", params={"query": ONE, "format": "csv"}, headers={"accept": BROWSER}
    )
    assert answer.text.split() == ["x", "1"]


@pytest.mark.parametrize(
    ("sent", "status", "said"),
    [
        ({"params": {}}, 400, "no query"),
        ({"params": {"query": "  "}}, 400, "no query"),
        ({"params": {"query": "SELECT * {\n ?s ?p }"}}, 400, "line 2"),
        ({"params": [("query", ONE), ("query", ASK)]}, 400, "2 queries"),
        ({"params": {"query": ONE, "default-graph-uri": "urn:x"}}, 400, "not answered yet"),
        ({"params": {"query": "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }"}}, 400, "SERVICE"),
        ({"params": {"query": "DELETE WHERE { ?s ?p ?o }"}}, 400, "not SPARQL"),
        ({"params": {"update": "CLEAR ALL"}}, 403, "only be read"),
        ({"params": {"query": ONE}, "headers": {"accept": "image/png"}}, 406, "image/png"),
        ({"params": {"query": ONE, "format": "ttl"}}, 400, "take json, xml, csv, tsv"),
    ],
)
def test_a_request_that_cannot_be_answered_says_why(client, sent, status, said):
    answer = client.get("/sparql", **sent)
    assert (answer.status_code, said in answer.text) == (status, True), answer.text
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    ("content", "kind", "status", "said"),
    [
        (b"CLEAR ALL", "application/sparql-update", 403, "only be read"),
        (b"update=CLEAR+ALL", "application/x-www-form-urlencoded", 403, "only be read"),
        (b"{}", "application/json", 415, "application/sparql-query"),
        (b"", "", 415, "application/sparql-query"),
        (b"\xff", "application/sparql-query", 400, "Byte 0"),
        (b"#" * 1_000_001, "application/sparql-query", 413, "1000000 bytes"),
        (b"", "application/sparql-query", 400, "no query"),
    ],
)
def test_a_post_that_cannot_be_answered_says_why(client, content, kind, status, said):
    answer = client.post("/sparql", content=content, headers={"content-type": kind})
    assert (answer.status_code, said in answer.text) == (status, True), answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused_with_those_that_are_not(client, method):
    answer = client.request(method, "/sparql")
    assert answer.status_code == 405
    assert {"GET", "POST"} <= set(answer.headers["allow"].split(", "))


def test_a_browser_gets_a_form_and_a_table(client):
    html = client.get("/sparql", params={"query": ONE}, headers={"accept": BROWSER}).text
    assert "<td>1</td>" in html
    assert ONE in html


def test_a_browser_gets_its_query_back_with_what_is_wrong(client):
    answer = client.get("/sparql", params={"query": "SELECT <b>"}, headers={"accept": BROWSER})
    assert answer.status_code == 400
    assert "SELECT &lt;b&gt;</textarea>" in answer.text
    assert "not SPARQL" in answer.text


def test_an_answer_of_yes_is_a_table_of_one_cell(client):
    html = client.get("/sparql", params={"query": ASK}, headers={"accept": BROWSER}).text
    assert "<td>true</td>" in html


def test_rdflib_can_ask_over_http(address):
    graph = Graph(SPARQLStore(f"{address}/sparql", method="GET"))
    found = graph.query("SELECT ?n { ?p <http://xmlns.com/foaf/0.1/name> ?n } ORDER BY ?n")
    assert [str(row[Variable("n")]) for row in found.bindings][:2] == ["Berit Vik", "Kari Holm"]


def test_the_json_is_what_oxigraph_wrote(client):
    answer = client.get("/sparql", params={"query": ONE})
    assert json.loads(answer.content)["head"] == {"vars": ["x"]}
