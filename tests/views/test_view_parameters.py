"""What a reader types for a parameter of a view, and what the view makes of it."""

import pytest
from pyoxigraph import Literal, NamedNode, Store

from standpunkt.errors import UsageError
from standpunkt.views import definition, names, options, render
from standpunkt.views.parameters import resolve
from tests.views import made_up

BERIT = (NamedNode(made_up.actor("berit")),)


def test_there_are_three_views():
    assert names() == ("actor", "actors", "meeting")


@pytest.mark.parametrize(
    "typed", ["Berit Vik", "berit  VIK", " Vik ", made_up.actor("berit")], ids=repr
)
def test_an_actor_is_found_by_any_name_and_by_its_iri(graph, typed):
    assert resolve(graph, definition("actor"), {"actor": typed})["actor"] == BERIT


def test_an_organisation_is_found_by_its_abbreviation(graph):
    found = resolve(graph, definition("actor"), {"actor": "hod"})
    assert found["actor"] == (NamedNode(made_up.actor("hod")),)


def test_without_a_value_the_most_active_actor_is_shown(graph):
    assert resolve(graph, definition("actor"), {})["actor"] == (NamedNode(made_up.actor("ks")),)


def test_without_a_value_an_optional_parameter_means_everything(graph):
    found = resolve(graph, definition("actors"), {"topic": ""})
    assert found == {"by": (Literal("person"),), "meeting": (), "topic": ()}


@pytest.mark.parametrize(
    ("view", "given", "message"),
    [
        ("actorz", {}, "no view is called 'actorz'; closest: actor, actors"),
        (
            "actors",
            {"topik": "x"},
            "no parameter of view 'actors' is called 'topik'; closest: topic",
        ),
        ("actors", {"by": "persons"}, "no value of 'by' is called 'persons'; closest: person"),
        ("actor", {"actor": "Berit Wik"}, "closest: Berit Vik"),
        ("actor", {"actor": "http://example.org/"}, "no 'actor' is called 'http://example.org/'"),
        ("actor", {"actor": '" } DROP ALL #'}, "no 'actor' is called"),
    ],
)
def test_what_does_not_exist_is_an_error_with_the_closest_names(graph, view, given, message):
    with pytest.raises(UsageError) as error:
        render(graph, view, given)
    assert message in str(error.value)


def test_a_language_that_the_pages_lack_is_an_error(graph):
    with pytest.raises(UsageError, match="no language of pages is called 'de'"):
        render(graph, "actors", language="de")


def test_an_empty_graph_has_no_meeting_to_choose_and_says_so():
    with pytest.raises(UsageError, match="nothing to choose for 'meeting' yet"):
        render(Store(), "meeting")


def test_options_carry_names_in_the_language_of_the_page(graph):
    topic = next(p for p in definition("actors").parameters if p.name == "topic")
    found = [(one.label, one.note) for one in options(graph, topic, language="en")]
    assert found == [("settlement of refugees", "6"), ("staffing norms", "5"), ("wind power", "4")]
