"""Asking, drawing, writing out, and checking."""

import csv
import io
import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from standpunkt import views
from standpunkt.queries import questions

ASK = "ASK { ?any a <https://w3id.org/standpunkt/ns#Meeting> }"
CONSTRUCT = "CONSTRUCT WHERE { ?any a <https://w3id.org/standpunkt/ns#Meeting> }"
CHAIRS = ["Sigbjørn Gjelsvik", "Ole Gustav Narud"]


@pytest.fixture
def ask(run, store):
    """Run a command on the store of the real minutes, which succeeds."""

    def asked(*arguments, **options):
        done = run(*arguments, **options, store=store)
        assert done.code == 0, done.err
        return done.out

    return asked


def test_the_questions_are_listed_with_their_parameters(ask):
    lines = [line.split("\t") for line in ask("query", "--language", "en").splitlines()]
    assert lines[0] == ["name", "title", "parameters"]
    assert [name for name, *_ in lines[1:]] == [one.name for one in questions()]
    assert ["chairs", "Who chaired the meeting, and when", "meeting person"] in lines


@pytest.mark.parametrize("name", [one.name for one in questions()])
def test_every_question_is_answered(ask, name):
    assert ask("query", name).startswith("?")


def test_rows_come_in_every_format(ask):
    tsv = ask("query", "chairs")
    assert tsv == ask("query", "chairs", "--format", "tsv")
    rows = list(csv.DictReader(io.StringIO(ask("query", "chairs", "--format", "csv"))))
    assert [row["chairName"] for row in rows] == CHAIRS
    found = json.loads(ask("query", "chairs", "--format", "json"))["results"]["bindings"]
    assert [row["chairName"]["value"] for row in found] == CHAIRS
    table = ask("query", "chairs", "--format", "table")
    assert "møteleder" in table
    assert "Ole Gustav" in table


def test_the_language_is_that_of_headings_and_labels(ask):
    english = ask("query", "replies", "--format", "csv", "--language", "en")
    assert "støtte" not in english
    assert "support" in english
    assert "who" in ask("query", "speakers", "--format", "table", "--language", "en")


def test_a_parameter_narrows_and_two_values_widen(ask):
    def names(*values):
        given = [part for value in values for part in ("-p", f"organization={value}")]
        out = ask("query", "organization-positions", *given, "--format", "csv")
        return {row["onBehalfOf"] for row in csv.DictReader(io.StringIO(out))}

    assert names("KS") == {"KS"}
    assert names("KS", "JD") > {"KS"}


def test_a_query_may_come_from_a_file_or_a_pipe(ask, tmp_path):
    (tmp_path / "mine.rq").write_text(ASK, encoding="utf-8")
    assert "true" in ask("query", "mine.rq", "--format", "csv")
    assert "true" in ask("query", "-", "--format", "csv", stdin=ASK.encode())


def test_a_graph_is_turtle_in_a_pipe(ask):
    graph = rdflib.Graph().parse(data=ask("query", "-", stdin=CONSTRUCT.encode()), format="turtle")
    assert len(graph) == 1
    assert "sp:Meeting" in ask("query", "-", "--format", "table", stdin=CONSTRUCT.encode())


def test_the_views_are_listed(ask):
    lines = ask("view", "--language", "en").splitlines()
    assert [line.split("\t")[0] for line in lines[1:]] == list(views.names())


def test_a_view_is_a_page_in_a_file_or_a_pipe(ask, tmp_path):
    piped = ask("view", "meeting", "--language", "nn")
    assert piped.startswith("<!doctype html>")
    assert 'lang="nn"' in piped
    assert ask("view", "meeting", "--language", "nn", "-o", "-") == piped
    assert ask("view", "meeting", "--language", "nn", "-o", "page.html") == ""
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == piped
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_view_takes_parameters(ask):
    assert "Helgesen" in ask("view", "actor", "-p", "actor=Gunn Marit Helgesen")


@pytest.mark.parametrize(
    ("form", "parsed"),
    [
        ("nq", ox.RdfFormat.N_QUADS),
        ("trig", ox.RdfFormat.TRIG),
        ("ttl", ox.RdfFormat.TURTLE),
        ("jsonld", ox.RdfFormat.JSON_LD),
        ("rdfxml", ox.RdfFormat.RDF_XML),
    ],
)
def test_an_export_can_be_read_back(ask, tmp_path, form, parsed):
    piped = ask("export", "--format", form)
    triples = {quad.triple for quad in ox.parse(piped, format=parsed)}
    quads = ox.parse(ask("export", "--format", "nq"), format=ox.RdfFormat.N_QUADS)
    assert triples == {quad.triple for quad in quads}
    ask("export", "--format", form, "-o", "graph")
    assert (tmp_path / "graph").read_text(encoding="utf-8") == piped


def test_the_checks_pass_and_say_how_the_quotes_are_grounded(ask):
    lines = [line.split("\t") for line in ask("check", "--shapes", "--deep").splitlines()]
    assert lines[0] == ["check", "result", "message"]
    assert {result for _, result, _ in lines[1:]} == {"ok"}
    messages = {name: message for name, _, message in lines[1:]}
    assert {"grounding", "shapes", "integrity", "reproduction"} <= set(messages)
    assert re.fullmatch(r"(\d+) of \1 statements \(100 %\)", messages["grounding"])


def test_the_tour_answers_checks_and_draws(ask, run, store, tmp_path):
    out = ask("tour", "--pages", "pages", "--language", "en")
    for name in ("chairs", "topics", "positions", "replies", "commitments"):
        assert f"({name})" in out
    assert "statements (100 %)" in out
    pages = re.findall(r"^  (pages/\S+\.html)$", out, re.M)
    kinds = [Path(page).stem.partition("-")[0] for page in pages]
    assert kinds == ["actors", "meeting", "actor"]
    assert all("<!doctype html>" in (tmp_path / page).read_text(encoding="utf-8") for page in pages)
    told = run("tour", "--store", store).err
    assert "make serve" in told
    assert f"standpunkt query --store {store}" in told
