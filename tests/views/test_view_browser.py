"""What a reader does with a page, in a real Chromium: by mouse, by keyboard, without either."""

import json
from itertools import combinations

import pytest

from standpunkt.views import names, render
from tests.views import made_up
from tests.views.accessibility import violations

pytestmark = pytest.mark.browser

HOSTILE = {
    "Berit Vik": "<script>window.pwned = 1</script>",
    "Ola Berg": '"><img src=x onerror="window.pwned = 2">',
    "Kari Holm": "{{ 7 * 7 }}${7 * 7}'\"&lt;b&gt;",
    "Per Moen": "href=javascript:window.pwned=3",
    "KDD": "😀👩‍👩‍👧‍👦",
    made_up.CLAIMS["norm"]: "</script><script>window.pwned = 4</script><!--",
    made_up.CLAIMS["raskt"]: "\u202emøte\u2066 \u2028 \u200f",
    made_up.CLAIMS["vind"]: "Å" * 10_000,
    "Prøvemøtet": "</title><svg onload='window.pwned = 5'>",
    made_up.SAID[7].quote: '</q></td><a href="javascript:window.pwned = 6">x</a>\u202e\u2029',
    made_up.SAID[1].quote: "ord " * 2_500,
}


@pytest.fixture
def opened(visit, tmp_path, graph):
    """Write a view to a file and open it: ``opened("actors", width=320)``."""

    def opener(name, params=None, *, store=graph, language="nb", **options):
        path = tmp_path / f"{name}.html"
        path.write_text(render(store, name, params or {}, language=language), encoding="utf-8")
        return visit(path.as_uri(), **options)

    return opener


def edge_id(page, source, target, relation):
    """The id of an edge, by the names of its ends in the made-up meeting."""
    wanted = {"from": source, "to": target, "relation": relation}
    data = json.loads(page.locator("#data").text_content())
    return next(e["id"] for e in data["edges"] if wanted.items() <= e.items())


def point(page, expression):
    """The place in the window of a point on the canvas, given as JavaScript."""
    return page.evaluate(
        f"""() => {{
            const network = standpunkt.network;
            const at = network.canvasToDOM({expression});
            const frame = document.getElementById("canvas").getBoundingClientRect();
            return [frame.left + at.x, frame.top + at.y];
        }}"""
    )


def click_edge(page, edge):
    x, y = point(page, f"network.body.edges['{edge}'].edgeType.getPoint(0.5)")
    page.mouse.click(x, y)


def heading(page):
    return page.locator("#panel-heading").inner_text()


@pytest.mark.parametrize("name", names())
def test_nothing_is_loaded_from_anywhere_and_the_console_stays_silent(opened, name):
    visited = opened(name)
    assert visited.page.evaluate("standpunkt.network.body.nodeIndices.length") > 5
    assert visited.requests == [visited.page.url]
    assert visited.console == []


def test_a_click_on_a_line_shows_the_sentence_and_everything_about_it(opened):
    visited = opened("actors")
    page = visited.page
    click_edge(page, edge_id(page, made_up.actor("ola"), made_up.claim("norm"), "against"))
    panel = page.locator("#panel")
    assert panel.locator("blockquote").all_text_contents() == ["Berg avviste dette."]
    assert panel.locator("blockquote").get_attribute("lang") == "nb"
    assert (
        panel.locator(".by").inner_text() == "Ola Berg på vegne av Helse- og omsorgsdepartementet"
    )
    shown = dict(
        zip(
            panel.locator("dt").all_text_contents(),
            panel.locator("dd").all_text_contents(),
            strict=True,
        )
    )
    assert shown == {
        "Påstand": "bemanningsnormen gjelder på kommunenivå",
        "Tema": "bemanningsnormer",
        "Møte": "Prøvemøtet",
        "Dato": "2024-05-06",
        "Sak": "2.1 Bemanning i barnehagene",
        "Handling": "motstand",
        "Standpunkt": "mot",
        "Svar på": "Berit Vik: «Vik ba om at normen gjelder på kommunenivå.»",
        "Tilskrevet": shown["Tilskrevet"],
        "Regel": "subject of the verb · verb: si",
        "Sikkerhet": "nokså sikker (0,8)",
        "Gjennomgang": shown["Gjennomgang"],
        "Sted": "Referat fra prøvemøtet, side 1, linje 17",
    }
    assert page.locator("#status").inner_text().endswith("1 ytring.")
    assert visited.console == []


def test_line_breaks_of_the_minutes_stay_in_the_sentence(opened):
    page = opened("actors").page
    click_edge(page, edge_id(page, made_up.actor("berit"), made_up.claim("raskt"), "for"))
    assert page.locator("blockquote").text_content() == "Vik sa at bosettingen må gå\nraskt."


def test_a_click_on_a_node_or_its_name_shows_its_statements_and_beside_it_the_overview(opened):
    page = opened("actors").page
    place = f"network.getPosition('{made_up.actor('berit')}')"
    page.mouse.click(*point(page, place))
    assert heading(page) == "Berit Vik"
    assert page.locator("blockquote").count() == 4
    page.locator("#canvas").click(position={"x": 4, "y": 4})
    assert heading(page) == "I nettverket"
    x, y = point(page, place)
    below = page.evaluate(f"standpunkt.network.getBoundingBox('{made_up.actor('berit')}').bottom")
    _, bottom = point(page, f"{{x: 0, y: {below}}}")
    page.mouse.click(x, (y + bottom * 3) / 4)
    assert heading(page) == "Berit Vik"


def test_for_and_against_of_a_pair_are_both_drawn_and_can_both_be_clicked(opened):
    page = opened("actors").page
    ends = made_up.actor("berit"), made_up.claim("norm")
    lines = [edge_id(page, *ends, relation) for relation in ("for", "against")]
    points = [point(page, f"network.body.edges['{e}'].edgeType.getPoint(0.6)") for e in lines]
    (x1, y1), (x2, y2) = points
    assert abs(x1 - x2) + abs(y1 - y2) > 3
    quotes = []
    for line in lines:
        x, y = point(page, f"network.body.edges['{line}'].edgeType.getPoint(0.85)")
        page.mouse.click(x, y)
        quotes += page.locator("blockquote").all_text_contents()
    assert quotes == [
        "Vik ba om at normen gjelder på kommunenivå.",
        "Vik advarte senere mot normen.",
    ]


def test_the_keyboard_alone_leads_from_the_search_to_the_sentence_and_back(opened):
    page = opened("actors").page
    page.locator("#search").focus()
    page.keyboard.type("berg")
    assert page.locator("#status").inner_text() == "Ett treff."
    page.keyboard.press("Enter")
    assert heading(page) == "Ola Berg"
    assert page.evaluate("document.activeElement.id") == "panel-heading"
    for _ in range(2):
        page.keyboard.press("Tab")
    assert "Mot" in page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Enter")
    assert page.locator("blockquote").all_text_contents() == ["Berg avviste dette."]
    page.keyboard.press("Escape")
    assert heading(page) == "I nettverket"


def test_every_node_is_in_the_list_that_can_be_tabbed_through(opened):
    page = opened("meeting").page
    data = json.loads(page.locator("#data").text_content())
    assert page.locator("#panel .entry").count() == len(data["nodes"])
    assert "Liv Dahl" in page.locator("#panel").inner_text()


def test_a_search_without_hits_says_so(opened):
    page = opened("actors").page
    page.locator("#search").fill("qqqq")
    assert page.locator("#status").inner_text() == "Ingen treff."
    page.keyboard.press("Enter")
    assert heading(page) == "I nettverket"


def test_a_line_follows_when_a_box_is_dragged(opened):
    page = opened("actors").page
    claim = made_up.claim("raskt")
    edge = edge_id(page, made_up.actor("berit"), claim, "for")
    end = f"network.body.edges['{edge}'].edgeType.getPoint(1)"
    before = point(page, end)
    page.mouse.move(*point(page, f"network.getPosition('{claim}')"))
    page.mouse.down()
    x, y = point(page, f"network.getPosition('{claim}')")
    page.mouse.move(x + 20, y + 60, steps=5)
    page.mouse.up()
    after = point(page, end)
    assert after[1] - before[1] > 30


def test_the_language_changes_within_the_page(opened):
    page = opened("actors").page
    click_edge(page, edge_id(page, made_up.actor("ola"), made_up.claim("norm"), "against"))
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.title() == "Actors and positions"
    assert page.locator("h1").inner_text() == "Actors and positions"
    assert "fairly certain (0.8)" in page.locator("#panel").inner_text()
    assert page.locator("thead").inner_text().split("\t")[0].strip() == "Who"
    assert "staffing norms" in page.locator("#panel").inner_text()
    assert page.locator("blockquote").text_content() == "Berg avviste dette."
    page.get_by_role("button", name="Nynorsk").click()
    assert page.locator("h1").inner_text() == "Aktørar og standpunkt"


@pytest.mark.parametrize("name", names())
def test_hostile_content_is_shown_and_does_nothing(opened, name):
    visited = opened(name, store=made_up.store(HOSTILE))
    page = visited.page
    dialogs = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    before = page.locator("script, img, svg[onload], a[href^=javascript]").count()
    for button in page.locator("#panel .entry").all():
        button.dispatch_event("click")
        page.locator("#panel .back").click()
    assert page.evaluate("window.pwned") is None
    assert dialogs == []
    assert visited.requests == [page.url]
    assert visited.console == []
    assert page.locator("script, img, svg[onload], a[href^=javascript]").count() == before == 6


def test_a_hostile_sentence_is_quoted_to_the_letter(opened):
    page = opened("actors", store=made_up.store(HOSTILE)).page
    edge = edge_id(page, made_up.actor("ola"), made_up.claim("norm"), "against")
    page.evaluate(f"standpunkt.choose({{ edge: '{edge}' }})")
    quote = HOSTILE[made_up.SAID[7].quote]
    assert page.locator("blockquote").text_content() == quote
    assert quote in [text.replace("\r\n", "\n") for text in page.locator("q").all_text_contents()]


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("texts", [None, HOSTILE], ids=["plain", "hostile"])
def test_nothing_sticks_out_at_320_pixels(opened, name, texts):
    page = opened(name, store=made_up.store(texts), width=320, height=640).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for node in page.locator("#panel .entry").all()[:1]:
        node.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_drawing_takes_the_colours_of_a_dark_screen(opened):
    script = "standpunkt.network.body.nodes[standpunkt.data.nodes[0].id].options.font.color"
    colours = [opened("actors", color_scheme=c).page.evaluate(script) for c in ("light", "dark")]
    assert colours == ["#1d2530", "#e8eaec"]


def test_names_on_the_canvas_do_not_overlap(opened):
    page = opened("meeting").page
    boxes = page.evaluate(
        "() => standpunkt.data.nodes.map(n => standpunkt.network.getBoundingBox(n.id))"
    )
    for one, other in combinations(boxes, 2):
        apart = (
            one["right"] <= other["left"]
            or other["right"] <= one["left"]
            or one["bottom"] <= other["top"]
            or other["bottom"] <= one["top"]
        )
        assert apart, (one, other)


def test_without_javascript_the_table_says_it_all(opened):
    page = opened("actors", java_script_enabled=False).page
    assert "Tegningen trenger JavaScript" in page.locator("noscript").inner_text()
    assert page.locator("tbody tr").count() == 9
    assert "Berg avviste dette." in page.locator("tbody").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", names())
def test_axe_finds_nothing_wrong(opened, name, scheme):
    page = opened(name, color_scheme=scheme).page
    assert violations(page) == []
    page.locator("#panel .entry").first.click()
    assert violations(page) == []
    page.locator("#panel .entry").first.click()
    assert violations(page) == []
