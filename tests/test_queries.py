"""Questions: their files are complete, and they answer the same on two engines."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    parse_query_results,
    serialize,
)
from rdflib.plugins.sparql import prepareQuery

from standpunkt.errors import DataError, UsageError
from standpunkt.parameters import LANGUAGES, kinds
from standpunkt.queries import (
    Question,
    ask,
    asks_elsewhere,
    bind,
    catalogue,
    question,
    questions,
    read,
    resolve,
    run,
    words,
)
from standpunkt.resources import resource, root
from standpunkt.results import Result, shorten
from standpunkt.store import merge

ID = "https://w3id.org/standpunkt/id/"
QUERY_FILES = sorted(resource("queries").rglob("*.rq"))
QUESTIONS = pytest.mark.parametrize("asked", questions(), ids=lambda q: q.name)
FILES = pytest.mark.parametrize("path", QUERY_FILES, ids=lambda p: f"{p.parent.name}/{p.stem}")

VALUES = {
    "act": "request",
    "answeredPerson": "Myhrstad",
    "claim": "bemanningsnormen gjelder på kommunenivå",
    "from": "2021-01-01",
    "lang": "nn",
    "meeting": "2022-03-18",
    "mention": "Barnehager i tall",
    "organization": ["KS", "HOD"],
    "person": "Kari Nordli",
    "stance": "mot",
    "threshold": "0,9",
    "to": "2022-12-31",
    "topic": "bemanningsnorma",
}
"""A value for each parameter that means something in the made-up meetings."""


# The files ---------------------------------------------------------------------------------


def test_there_are_at_least_fourteen_questions():
    assert len(questions()) >= 14


@QUESTIONS
def test_a_question_says_in_three_languages_what_it_asks(asked):
    for text in (asked.title, asked.description, *(p.description for p in asked.parameters)):
        assert sorted(text) == sorted(LANGUAGES)
        assert all(text.values())


@pytest.mark.parametrize("folder", ["rules", "checks"])
def test_every_rule_and_check_has_a_title_in_three_languages(folder):
    for query in catalogue(folder):
        assert sorted(query.title) == sorted(LANGUAGES), query.name


@FILES
def test_a_query_parses_in_both_engines(path):
    text = path.read_text(encoding="utf-8")
    Store().query(text)
    prepareQuery(text)


@FILES
def test_a_query_uses_only_declared_terms_and_prefixes(path, ontology):
    text = path.read_text(encoding="utf-8")
    prefixes = dict(re.findall(r"^PREFIX (\w*): <([^>]*)>", text, re.MULTILINE))
    body = re.sub(r'^(#|PREFIX ).*$|"[^"]*"|<[^>]*>', "", text, flags=re.MULTILINE)
    names = set(re.findall(r"(?<![\w?])(\w+):([\w-]*)", body))
    assert {prefix for prefix, _ in names} == set(prefixes)
    own = {p + n for n, p in ((n, prefixes[x]) for x, n in names) if p.startswith(ID[:-3]) and n}
    assert not {term for term in own if not ontology(term)}


@QUESTIONS
def test_every_column_has_a_heading(asked):
    for variable in ask(Store(), asked).variables:
        assert sorted(words()["columns"][variable]) == sorted(LANGUAGES)


def test_no_word_is_left_over():
    columns = {v for asked in questions() for v in ask(Store(), asked).variables}
    parameters = {p.name for asked in questions() for p in asked.parameters}
    assert set(words()["columns"]) == columns
    assert set(words()["parameters"]) == parameters == set(VALUES)


def test_the_list_of_questions_in_the_documentation_is_up_to_date(request):
    path = root() / "docs" / "questions.md"
    before, mark, _ = path.read_text(encoding="utf-8").partition("<!-- generated below -->\n")
    listed = before + mark + "".join(_listed(asked) for asked in questions())
    if request.config.getoption("--update-answers"):
        path.write_text(listed, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == listed


def _listed(asked: Question) -> str:
    title, description = asked.title, asked.description
    lines = [f"\n## {asked.name}\n", f"**{title['en']}**", f"*{title['nb']}* · *{title['nn']}*\n"]
    lines.append(f"{description['en']}\n")
    lines += ["| parameter | type | default | |", "|---|---|---|---|"]
    for p in asked.parameters:
        default = "all" if p.default == "UNDEF" else f"`{p.default}`"
        lines.append(f"| `{p.name}` | {p.type} | {default} | {p.description['en']} |")
    return "\n".join(lines) + "\n"


# The answers -------------------------------------------------------------------------------


@QUESTIONS
def test_the_answer_is_the_expected_one(store, corpus, asked, request):
    answer = ask(store, asked)
    expected = corpus / f"{asked.name}.tsv"
    if request.config.getoption("--update-answers"):
        expected.write_text(answer.to_tsv(), encoding="utf-8")
    solutions = parse_query_results(path=expected, format=QueryResultsFormat.TSV)
    assert isinstance(solutions, QuerySolutions)
    assert [v.value for v in solutions.variables] == list(answer.variables)
    assert list(answer.terms()) == [tuple(solution) for solution in solutions]


def test_every_question_has_an_answer_in_the_example(example):
    assert [asked.name for asked in questions() if not ask(example, asked)] == []


@QUESTIONS
def test_rdflib_gives_the_same_rows(store, second_opinion, asked):
    """Not in the same order: rdflib cannot sort by what is grouped by but not selected."""
    assert second_opinion(asked.text) == _sorted(ask(store, asked).terms())


@QUESTIONS
def test_what_two_documents_say_counts_once(asked, example):
    before = ask(example, asked)
    shared = re.compile(rf"{ID}(person|membership|mention|topic)/")
    copy = NamedNode(f"{ID}graph/document/copy")
    copies = [quad.triple for quad in example if shared.match(str(quad.subject)[1:])]
    example.extend(Quad(s, p, o, copy) for s, p, o in copies)
    merge(example)
    assert copies
    assert ask(example, asked).cells() == before.cells()


@pytest.mark.parametrize(
    ("asked", "parameter"),
    [(q, p.name) for q in questions() for p in q.parameters],
    ids=lambda x: getattr(x, "name", x),
)
def test_a_parameter_narrows_the_question_on_both_engines(asked, parameter, example):
    given = {parameter: VALUES[parameter]}
    answer = ask(example, asked, given)
    assert answer
    text = bind(asked.text, resolve(example, asked, given))
    assert _rows(_graph(example), text) == _sorted(answer.terms())
    if parameter not in {"lang", "threshold"}:
        assert len(answer.rows()) <= len(ask(example, asked).rows())


def test_a_name_may_stand_for_several_things(example):
    asked = question("organization-positions")
    known = {
        name: resolve(example, asked, {"organization": name})["organization"]
        for name in ("kmd", "KDD", "972417858")
    }
    assert known["kmd"] == (NamedNode(f"{ID}organization/kmd-2014"),)
    assert known["KDD"] == (NamedNode(f"{ID}organization/kdd-2022"),)
    assert {shorten(term.value) for term in known["972417858"]} == {
        "id:organization/972417858",
        "id:organization/kdd-2022",
        "id:organization/kmd-2014",
    }


def test_a_topic_stands_for_its_narrower_topics(example):
    answer = ask(example, "topic-statements", {"topic": "fastlege"})
    assert {row[0] for row in answer.rows()} == {"fastlegeordningen", "rekruttering av fastleger"}


def test_several_values_and_iris_can_be_given(example):
    people = ["Brekke", f"{ID}person/ola-teigen"]
    answer = ask(example, "person-statements", {"person": people})
    assert {row[1] for row in answer.rows()} == {
        "Liv Brekke",
        "Ola Teigen",
        "Liv Brekke, Per Vikane",
        "Anne Myhrstad, Ola Teigen",
    }


def test_an_empty_value_leaves_the_default(example):
    given = {"organization": " ", "topic": "", "lang": ""}
    assert ask(example, "positions", given) == ask(example, "positions")


def test_a_file_and_a_text_are_asked_like_a_question(example, tmp_path):
    path = tmp_path / "mine.rq"
    text = """#+ parameters = ["person"]
    PREFIX foaf: <http://xmlns.com/foaf/0.1/>
    SELECT DISTINCT ?name WHERE {
      VALUES ?person { UNDEF }
      ?person foaf:familyName ?name
    }"""
    path.write_text(text, encoding="utf-8")
    expected = (("Nordli",),)
    given = {"person": "kari nordli"}
    assert ask(example, path, given).cells() == expected
    assert ask(example, str(path), given).cells() == expected
    assert ask(example, read(text), given).cells() == expected


def test_a_parameter_can_be_declared_in_the_file_itself(example):
    text = """#+ parameters.day = { type = "date", en = "A day." }
    SELECT ?meeting WHERE {
      VALUES ?day { UNDEF }
      ?meeting <https://schema.org/startDate> ?day
    }"""
    answer = ask(example, read(text), {"day": "2021-03-15"})
    assert answer.cells() == (("id:meeting/2021-03-15_mote",),)


# Derived positions -------------------------------------------------------------------------


def test_positions_are_the_same_whenever_they_are_derived(example):
    rule = catalogue("rules")[0]
    assert run(example, rule.text) == run(example, rule.text)


def test_positions_are_named_below_the_base_that_is_asked_for(example):
    rule = catalogue("rules")[0]
    base = "https://example.org/minutes/"
    derived = run(example, bind(rule.text, {"base": [Literal(base)]}))
    subjects = {str(row[0]) for row in derived.rows()}
    assert len(subjects) == 9
    assert all(re.fullmatch(rf"{base}position/[0-9a-f]{{64}}", subject) for subject in subjects)


def test_a_position_without_organisation_is_held_by_the_speaker(example):
    example.update(
        "PREFIX sp: <https://w3id.org/standpunkt/ns#>"
        "DELETE { GRAPH ?g { ?s sp:onBehalfOf ?o } } WHERE { GRAPH ?g { ?s sp:onBehalfOf ?o } }"
    )
    derived = run(merge(example), catalogue("rules")[0].text)
    holders = {holder for _, link, holder in derived.cells() if link == "sp:holder"}
    assert "id:person/kari-nordli" in holders
    assert "id:organization/kmd-2014" not in holders


# What users get wrong ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("position", {}, "no question is called 'position'; closest: positions"),
        ("positions", {"organisation": "KS"}, "closest: organization"),
        ("positions", {"organization": "KX"}, "'organization': no organization in the graph"),
        ("person-statements", {"person": "Kari Nordlie"}, "closest: Kari Nordli"),
        ("topics", {"from": "15.3.2021"}, "'15.3.2021' is not a date; write it as 2022-04-22"),
        ("review", {"threshold": "low"}, "'low' is not a number; write it as 0.7"),
        ("review", {"threshold": "NaN"}, "'NaN' is not a number"),
        ("topics", {"lang": "se"}, "take one of nb, nn, en"),
        ("positions", {"claim": "http://a>b"}, "is not an IRI"),
    ],
)
def test_a_wrong_name_or_value_is_answered_with_the_right_ones(example, name, given, message):
    with pytest.raises(UsageError, match=re.escape(message)):
        ask(example, name, given)


def test_an_empty_graph_has_no_names_to_offer():
    with pytest.raises(UsageError, match="there is none at all"):
        ask(Store(), "person-statements", {"person": "Nordli"})


def test_a_missing_or_unreadable_file_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"nowhere\.rq: cannot be read"):
        ask(Store(), tmp_path / "nowhere.rq")
    latin = tmp_path / "latin.rq"
    latin.write_bytes("# spørring".encode("cp1252"))
    with pytest.raises(UsageError, match=r"latin\.rq: byte 4 is not UTF-8"):
        ask(Store(), latin)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT *\n{ ?s ex:p ?o }", "line 2, column 11: not SPARQL (there is no PREFIX ex:): {"),
        ("SELECT ?s { ?s ?p", "query, line 1, column 18: not SPARQL"),
        ("DELETE WHERE { ?s ?p ?o }", "query, line 1, column 10: not SPARQL"),
        ("SELECT ?x ?y (COUNT(*) AS ?n) { ?x ?p ?y } GROUP BY ?x", "variable that is unbound"),
        ("", "query, line 1, column 1: not SPARQL"),
        ("SELECT (<http://x/f>(1) AS ?y) {}", "query: the query cannot be evaluated"),
    ],
)
def test_a_syntax_error_is_shown_with_its_line(text, message):
    with pytest.raises(UsageError, match=re.escape(message)):
        ask(Store(), read(text))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("#+ title = \nSELECT * {}", "mine.rq: the #+ header is not TOML"),
        (
            '#+ parameters = ["topic"]\nSELECT * {}',
            "'topic' needs a line 'VALUES ?topic { UNDEF }'",
        ),
        ('#+ parameters = ["x"]\nSELECT * {\nVALUES ?x { 1 }\n}', f"a type: {', '.join(kinds())}"),
    ],
)
def test_a_wrong_header_is_shown_with_its_file(text, message):
    with pytest.raises(DataError, match=re.escape(message)):
        read(text, place="mine.rq")


# Nothing gets out of its place -------------------------------------------------------------


@given(st.text())
def test_a_text_stays_a_value_whatever_it_contains(text):
    query = "SELECT ?x WHERE {\n  VALUES ?x { UNDEF }\n}"
    answer = run(Store(), bind(query, {"x": [Literal(text)]}))
    assert answer.rows() == ((text,),)


@pytest.mark.parametrize("value", ["} ?s ?p ?o {", 'KS" } DROP', "\\", "KS\n}", "<x>", "UNDEF"])
def test_a_hostile_value_is_only_an_unknown_name(example, value):
    with pytest.raises(UsageError):
        ask(example, "positions", {"organization": value})


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <https://example.org/sparql> { ?s ?p ?o } }",
        "SELECT * { service SILENT ?where { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <https://example.org/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '#' . SERVICE <https://example.org/> { ?s ?p ?o } }",
    ],
)
def test_no_query_leaves_the_machine(text):
    with pytest.raises(UsageError, match="SERVICE is not answered"):
        run(Store(), text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service ?p 'SERVICE' } # SERVICE <x>",
        'SELECT * { ?s <https://example.org/SERVICE> """a "SERVICE" b""" }',
        "PREFIX SERVICE: <https://example.org/> SELECT * { ?s SERVICE:x SERVICE:SERVICE }",
    ],
)
def test_the_word_service_elsewhere_is_no_call(text):
    assert not asks_elsewhere(text)
    run(Store(), text)


# Results -----------------------------------------------------------------------------------


def test_rows_are_values_of_python(example):
    answer = ask(example, "review")
    confidence, *_, statement = answer.rows()[0]
    assert confidence == Decimal("0.5")
    assert answer.rows()[0][2] == date(2021, 3, 15)
    assert statement == f"{ID}statement/2021-03-15_mote/484-527"
    assert answer.cells()[0][-1] == "id:statement/2021-03-15_mote/484-527"


def test_rows_are_written_as_csv_tsv_and_json(example):
    answer = run(example, "SELECT ?a ?b { VALUES (?a ?b) { ('x, y'@nb UNDEF) } }")
    assert answer.to_csv() == 'a,b\r\n"x, y",\r\n'
    assert answer.to_tsv() == '?a\t?b\n"x, y"@nb\t\n'
    assert '"xml:lang":"nb"' in answer.to_json()
    assert answer.rows() == (("x, y", None),)
    assert answer.cells() == (("x, y", ""),)


def test_a_graph_is_sorted_and_written_as_turtle(example):
    answer = run(
        example, "CONSTRUCT { ?o a ?p } WHERE { VALUES (?o ?p) { (<b:b> <c:c>) (<a:a> <c:c>) } }"
    )
    assert answer.data.splitlines()[0].startswith(b"<a:a>")
    assert answer.variables == ("subject", "predicate", "object")
    again = rdflib.Graph().parse(data=answer.serialize("ttl"), format="turtle")
    assert len(again) == 2
    with pytest.raises(UsageError, match="cannot hold a graph; take one of ttl"):
        answer.to_csv()


@pytest.mark.parametrize(("text", "truth"), [("ASK {}", True), ("ASK { ?s ?p ?o }", False)])
def test_a_yes_or_no_is_one_cell(text, truth):
    answer = run(Store(), text)
    assert bool(answer) is truth
    assert answer.rows() == ((truth,),)
    assert answer.to_csv().strip() == str(truth).lower()


def test_an_unknown_format_is_refused(example):
    with pytest.raises(UsageError, match="format 'xls' cannot hold rows; take one of csv, tsv"):
        ask(example, "topics").serialize("xls")


def test_a_result_outlives_its_store():
    store = Store()
    store.add(Quad(NamedNode("a:a"), NamedNode("b:b"), Literal("c")))
    answer = run(store, "SELECT ?o { ?s ?p ?o }")
    del store
    assert answer == Result("rows", answer.data)
    assert answer.rows() == answer.rows() == (("c",),)


# Helpers -----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def second_opinion(store):
    graph = _graph(store)
    return lambda text: _rows(graph, text)


@pytest.fixture(scope="session")
def ontology():
    graph = rdflib.Graph()
    for name in ("standpunkt", "schemes"):
        graph.parse(resource("ontology", f"{name}.ttl"))
    return lambda term: (rdflib.URIRef(term), None, None) in graph


def _graph(store: Store) -> rdflib.Graph:
    triples = serialize((quad.triple for quad in store), format=RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=triples, format="nt")


def _rows(graph: rdflib.Graph, text: str) -> list[Any]:
    rows: Iterable[Any] = graph.query(text)
    return _sorted(tuple(_term(term) for term in row) for row in rows)


def _sorted(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=str)


def _term(term: Any) -> Any:
    if term is None:
        return None
    if isinstance(term, rdflib.URIRef):
        return NamedNode(str(term))
    if term.language:
        return Literal(str(term), language=term.language)
    return Literal(str(term), datatype=NamedNode(str(term.datatype or rdflib.XSD.string)))
