"""The page as text: what it carries, what it refuses, and that it is the same every time."""

import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlparse

import pytest
from pyoxigraph import Store
from rdflib.plugins.sparql import prepareQuery

from standpunkt.parameters import LANGUAGES
from standpunkt.resources import resource
from standpunkt.views import Frame, names, render, wording
from standpunkt.views.assets import island
from standpunkt.views.sparql import run
from standpunkt.views.things import appearance
from tests.views import made_up

QUERIES = sorted(resource("viz").rglob("*.rq"))


class Elements(HTMLParser):
    """The elements of a page with their attributes and text."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs), ""))

    def handle_endtag(self, tag):
        self.found.append((f"/{tag}", {}, ""))

    def handle_data(self, data):
        if self.found:
            tag, attributes, text = self.found[-1]
            self.found[-1] = (tag, attributes, text + data)

    def named(self, tag):
        return [(attributes, text) for found, attributes, text in self.found if found == tag]


def data_of(html):
    scripts = Elements(html).named("script")
    return json.loads(next(text for attributes, text in scripts if attributes.get("id") == "data"))


@pytest.fixture(scope="module", params=["actor", "actors", "meeting"])
def html(request, graph):
    return render(graph, request.param)


def test_the_same_graph_gives_the_same_bytes(graph):
    for name in names():
        assert render(graph, name) == render(made_up.store(), name)


def test_hash_seeds_do_not_show():
    program = (
        "from hashlib import sha256; from standpunkt.views import names, render; "
        "from tests.views import made_up; store = made_up.store(); "
        "print([sha256(render(store, n).encode()).hexdigest() for n in names()])"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**environment, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def test_the_page_names_no_address_to_load_from(html):
    for _, attributes, _ in Elements(html).found:
        for name in ("src", "href", "action", "srcset", "poster"):
            assert urlparse(attributes.get(name) or "").scheme in {"", "data"}
            assert not (attributes.get(name) or "").startswith("//")
    assert "@import" not in html
    assert "sourceMappingURL" not in html


def test_the_policy_allows_exactly_the_scripts_and_style_on_the_page(html):
    elements = Elements(html)
    policy = next(a["content"] for a, _ in elements.named("meta") if "http-equiv" in a)
    scripts = [text for a, text in elements.named("script") if a.get("type") != "application/json"]
    styles = [text for _, text in elements.named("style")]
    assert len(scripts) == 5
    for text in (*scripts, *styles):
        assert f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy
    assert policy.count("sha256-") == len(scripts) + len(styles)
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")


def test_no_element_carries_script_or_style_of_its_own(html):
    for _, attributes, _ in Elements(html).found:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]


def test_the_page_is_in_standards_mode_with_language_title_and_charset(html):
    assert html.lstrip().startswith("<!doctype html>")
    elements = Elements(html)
    assert elements.named("html")[0][0]["lang"] == "nb"
    assert elements.named("title")[0][1].strip()
    assert elements.named("meta")[0][0] == {"charset": "utf-8"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_comes_in_each_language(graph, language):
    html = render(graph, "actors", language=language)
    title = {
        "nb": "Aktører og standpunkter",
        "nn": "Aktørar og standpunkt",
        "en": "Actors and positions",
    }
    assert f'<html lang="{language}">' in html
    assert f'<h1 data-words="title">{title[language]}</h1>' in html


def test_each_statement_comes_with_everything_that_the_panel_shows(graph):
    one = data_of(render(graph, "actors"))["statements"][made_up.statement(7)]
    assert one == {
        "iri": made_up.statement(7),
        "quote": "Berg avviste dette.",
        "language": "nb",
        "document": f"{made_up.ID}document/{made_up.KEY}",
        "page": "1",
        "line": "17",
        "meeting": made_up.MEETING,
        "date": "2024-05-06",
        "item": f"{made_up.MEETING}/item/2.1",
        "speakers": [made_up.actor("ola")],
        "behalf": [made_up.actor("hod")],
        "act": "https://w3id.org/standpunkt/scheme/act/opposition",
        "stance": "https://w3id.org/standpunkt/scheme/stance/against",
        "claim": made_up.claim("norm"),
        "topic": f"{made_up.ID}topic/norm",
        "attribution": "https://w3id.org/standpunkt/scheme/attribution/direct",
        "rule": "subject of the verb",
        "act_rule": "verb: si",
        "confidence": "0.8",
        "sure": "sure-3",
        "review": "https://w3id.org/standpunkt/scheme/review/unreviewed",
        "answers": made_up.statement(6),
        "deadline": "",
    }


def test_everything_that_is_named_has_a_name_in_each_language(html):
    data = data_of(html)
    for one in data["statements"].values():
        for iri in (one["act"], one["stance"], one["attribution"], *one["speakers"]):
            assert set(data["things"][iri]["names"]) == set(LANGUAGES)


def test_the_table_has_each_statement_behind_a_line_once(html):
    data = data_of(html)
    behind = {iri for edge in data["edges"] for iri in edge["statements"]}
    quotes = [text for _, text in Elements(html).named("q")]
    assert sorted(quotes) == sorted(data["statements"][iri]["quote"] for iri in behind)


def test_a_view_of_nothing_is_a_page_that_says_so():
    html = render(Store(), "actors")
    assert "Grafen har ingenting å vise her." in html
    assert data_of(html)["nodes"] == []


def test_in_an_explorer_scripts_are_linked_and_parameters_can_be_chosen(graph):
    frame = Frame(
        static="/static", home="/", here="/view/actors", links=dict.fromkeys(LANGUAGES, "/")
    )
    elements = Elements(render(graph, "actors", frame=frame))
    linked = [a["src"] for a, _ in elements.named("script") if "src" in a]
    assert linked[0] == f"/static/{appearance()['vis_network']}"
    assert not [
        a for a, text in elements.named("script") if "src" not in a and a.get("type") is None
    ]
    assert [a["name"] for a, _ in elements.named("select")] == ["by", "meeting", "topic"]


def test_an_island_cannot_be_left():
    hostile = "</script><!-- <script> & \u2028\u2029"
    written = island({"x": hostile})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"x": hostile}


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_each_query_runs_as_written_and_parses_elsewhere(graph, path):
    text = path.read_text(encoding="utf-8")
    assert run(graph, text)
    assert prepareQuery(text)
    assert text.startswith("# ")


def test_every_label_is_there_in_every_language_with_the_same_places_to_fill():
    for key, words in wording().items():
        assert tuple(words) == LANGUAGES, key
        assert len({tuple(sorted(re.findall(r"\{\w+\}", text))) for text in words.values()}) == 1, (
            key
        )


def test_every_label_that_pages_ask_for_is_there():
    asked = set()
    for path in (
        *resource("viz", "templates").glob("*.html"),
        *resource("viz", "static").glob("*.js"),
    ):
        text = path.read_text(encoding="utf-8")
        asked |= set(re.findall(r"""(?:label|word)\(["'`]([\w-]+)["'`][,)]""", text))
        asked |= set(re.findall(r"""data-(?:aria|label|placeholder)="([\w-]+)\"""", text))
    tables = appearance()
    asked |= {f"relation-{name}" for name in tables["relations"]}
    asked |= {f"{word}-{name}" for name in tables["kinds"] for word in ("kind", "kinds")}
    asked |= {step["word"] for step in tables["confidence"]}
    assert asked - set(wording()) == set()
    assert len(asked) > 60


def test_every_relation_and_side_has_its_colour_in_light_and_dark():
    style = resource("viz", "static", "standpunkt.css").read_text(encoding="utf-8")
    for name in appearance()["relations"]:
        assert len(re.findall(rf"--relation-{name}: #", style)) == 2
        assert f".stroke-{name} " in style


def test_vendored_files_are_what_their_note_says():
    for note in (
        *resource("viz").rglob("VENDORED.md"),
        *Path(__file__).parents[1].rglob("VENDORED.md"),
    ):
        text = note.read_text(encoding="utf-8")
        script = next(note.parent.glob("*.min.js"))
        assert sha256(script.read_bytes()).hexdigest() in text
        assert list(note.parent.glob("LICENSE*"))
