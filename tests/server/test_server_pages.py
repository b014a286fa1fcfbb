"""The pages of the explorer, over HTTP and in a real Chromium."""

import csv
import io
import re

import pytest

from standpunkt.errors import StoreError
from standpunkt.queries import questions
from standpunkt.server import create_app, pages
from tests.server.conftest import build, serving
from tests.views import made_up
from tests.views.accessibility import violations

HTML = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
PAGES = (
    "/",
    "/view/actors",
    "/view/meeting?lang=nn",
    "/view/actor?actor=Ola+Berg&lang=en",
    "/question/replies",
    "/question/person-statements?person=Vik",
    "/sparql",
    "/sparql?query=SELECT+*+%7B+%3Fs+%3Fp+%3Fo+%7D+LIMIT+3",
)


@pytest.mark.parametrize("path", [*PAGES, "/nowhere", "/view/actorz", "/sparql?query=SELEC"])
def test_every_answer_has_the_headers_that_keep_a_page_safe(client, path):
    headers = client.get(path, headers=HTML).headers
    policy = headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", PAGES)
def test_no_page_carries_a_script_of_its_own(client, path):
    html = client.get(path, headers=HTML).text
    scripts = re.findall(r"<script([^>]*)>", html)
    assert all("src=" in one or 'type="application/json"' in one for one in scripts)
    assert not re.findall(r"<style|\son\w+=|\sstyle=", html)


def test_the_start_page_says_what_is_in_the_graph(client):
    html = client.get("/").text
    figures = re.findall(r"<div><dt>(.*?)</dt><dd>(\d+)</dd></div>", html)
    assert figures == [
        ("Dokumenter", "1"),
        ("Møter", "1"),
        ("Personer", "5"),
        ("Ytringer", "15"),
        ("Påstander", "3"),
    ]
    for view in ("actors", "meeting", "actor"):
        assert f'action="/view/{view}"' in html
    for question in questions():
        assert f'href="/question/{question.name}?lang=nb"' in html


@pytest.mark.parametrize(
    ("language", "word"), [("nb", "Ytringer"), ("nn", "Ytringar"), ("en", "Statements")]
)
def test_pages_come_in_three_languages(client, language, word):
    html = client.get(f"/?lang={language}").text
    assert f'<html lang="{language}">' in html
    assert f"<dt>{word}</dt>" in html


def test_an_unknown_language_means_bokmaal(client):
    assert '<html lang="nb">' in client.get("/?lang=xx").text


def test_a_view_can_be_had_as_a_file_that_stands_alone(client):
    answer = client.get("/view/actor?actor=Berit+Vik&download=1&lang=nn")
    assert answer.headers["content-disposition"] == 'attachment; filename="actor.html"'
    assert "sha256-" in answer.text
    assert "/static/" not in answer.text
    assert '<html lang="nn">' in answer.text


@pytest.mark.parametrize("question", [one.name for one in questions()])
def test_each_question_is_a_page_and_a_table_of_data(client, question):
    page = client.get(f"/question/{question}")
    assert page.status_code == 200
    data = client.get(f"/question/{question}?format=csv")
    assert data.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(data.text.removeprefix("\ufeff"))))
    assert page.text.count("<tr>") in {0, len(rows)}


def test_a_question_answers_with_its_parameters(client):
    html = client.get("/question/person-statements?person=Berit+Vik").text
    assert "Vik advarte senere mot normen." in html
    assert "Berg avviste dette." not in html
    assert 'value="Berit Vik"' in html


def test_a_question_is_asked_in_the_language_of_the_page(client):
    nb, en = (client.get(f"/question/replies?lang={code}").text for code in ("nb", "en"))
    assert ("<h1>Hvem svarte hvem</h1>" in nb, "<h1>Who answered whom</h1>" in en) == (True, True)
    assert ("<td>motstand</td>" in nb, "<td>opposition</td>" in en) == (True, True)


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/nowhere", 404, "/nowhere"),
        ("/view/actorz", 404, "no view is called 'actorz'; closest: actor, actors"),
        ("/question/repliez", 404, "no question is called 'repliez'; closest: replies"),
        ("/view/actor?actor=Berit+Wik", 400, "closest: Berit Vik"),
        ("/view/actor?akter=x", 400, "no parameter of view 'actor' is called 'akter'"),
        ("/question/replies?person=Berit+Wik", 400, "closest: Berit Vik"),
        ("/question/replies?x=1", 400, "no parameter of 'replies' is called 'x'"),
        ("/question/replies?format=xls", 400, "not to be had as 'xls'; take json, xml, csv, tsv"),
        ("/static/../pyproject.toml", 404, "/pyproject.toml"),
        ("/static/nothing.js", 404, "/static/nothing.js"),
    ],
)
def test_what_is_not_there_is_said_in_plain_words(client, path, status, said):
    page = client.get(path, headers=HTML)
    assert page.status_code == status
    assert said in page.text.replace("&#39;", "'")
    assert "Traceback" not in page.text
    line = client.get(path, headers={"accept": "*/*"})
    assert line.headers["content-type"].startswith("text/plain")
    assert said in line.text


def test_a_page_takes_no_other_methods(client):
    answer = client.post("/", headers=HTML)
    assert answer.status_code == 405
    assert "Denne adressen tar ikke imot dette" in answer.text


def test_an_error_of_ours_is_a_page_without_its_reasons(store_path, monkeypatch):
    def broken(_request):
        message = "secret"
        raise RuntimeError(message)

    monkeypatch.setattr(pages, "view", broken)
    with serving(store_path) as client:
        answer = client.get("/view/actors", headers=HTML)
    assert answer.status_code == 500
    assert "Noe gikk galt hos oss" in answer.text
    assert "secret" not in answer.text
    assert "content-security-policy" in answer.headers


def test_hostile_texts_are_escaped(tmp_path):
    hostile = '"><script>alert(1)</script>{{ 7*7 }}'
    path = build(tmp_path / "store", {"Berit Vik": hostile, "Prøvemøtet": hostile})
    with serving(path) as client:
        for page in (*PAGES[:3], f"/nowhere{hostile}", "/view/x<script>"):
            html = client.get(page, headers=HTML).text
            assert "<script>" not in html
            assert "49 }}" not in html


def test_a_store_that_is_built_anew_is_read_anew(tmp_path):
    path = build(tmp_path / "store")
    with serving(path) as client:
        assert "Berit Vik" in client.get("/view/actors").text
        build(path, {"Berit Vik": "Berit Nyvik"})
        assert "Berit Nyvik" in client.get("/view/actors").text


def test_a_store_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(StoreError, match="no such store"):
        create_app(tmp_path / "nothing")


def test_a_store_that_goes_away_is_said_in_plain_words(tmp_path):
    path = build(tmp_path / "store")
    with serving(path) as client:
        (path / "current").unlink()
        answer = client.get("/", headers=HTML)
    assert answer.status_code == 503
    assert "Grafen er ikke til å få tak i" in answer.text


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_loaded_from_elsewhere_and_axe_finds_nothing_wrong(visit, address, path):
    for scheme in ("light", "dark"):
        visited = visit(address + path, color_scheme=scheme)
        assert all(url.startswith((address, "data:")) for url in visited.requests)
        assert visited.console == []
        assert violations(visited.page) == []


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES)
def test_nothing_sticks_out_at_320_pixels(visit, address, path):
    page = visit(address + path, width=320, height=640).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.browser
def test_a_reader_goes_from_the_start_page_to_the_sentence(visit, address):
    page = visit(address).page
    form = page.locator('form[action="/view/actor"]')
    form.locator("select").select_option(made_up.actor("ola"))
    form.get_by_role("button").click()
    assert page.locator("h1").inner_text() == "Ola Berg"
    page.locator("#panel .entry", has_text="bemanningsnormen").click()
    page.locator("#panel .entry", has_text="Mot").first.click()
    assert "Berg avviste dette." in page.locator("blockquote").all_text_contents()
    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").inner_text() == "Ola Berg"
