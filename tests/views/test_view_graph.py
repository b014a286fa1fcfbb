"""From rows to nodes and edges, and from these to places on the canvas."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from standpunkt.views import definition, describe
from standpunkt.views.drawing import affiliation, draw
from standpunkt.views.graph import Edge, network
from standpunkt.views.layout import LEFT, MIDDLE, RIGHT, Box, place
from standpunkt.views.lettering import fit, visible
from standpunkt.views.parameters import resolve
from standpunkt.views.sparql import run
from standpunkt.views.things import Thing
from tests.views import made_up

KINDS = ("claim", "statement")


def rows(*quadruples):
    keys = ("source", "target", "relation", "statement")
    return [
        {key: NamedNode(f"x:{part}") for key, part in zip(keys, one, strict=False)}
        for one in quadruples
    ]


def drawn(graph, view, **given):
    """Nodes by IRI and edges as (source, target, relation, statements)."""
    found = definition(view)
    values = resolve(graph, found, given)
    net = network(run(graph, found.query, **values))
    things = describe(graph, net.nodes)
    focus = frozenset(term.value for term in values.get(found.sides, ()))
    nodes, edges = draw(net, things, subjects=found.subjects, focus=focus)
    return {node["id"]: node for node in nodes}, edges


def test_rows_with_the_same_ends_and_relation_are_one_edge():
    net = network(rows(("a", "b", "for", "1"), ("a", "b", "for", "2"), ("a", "b", "for", "1")))
    assert net.edges == (Edge("x:a", "x:b", "x:for", ("x:1", "x:2")),)


def test_for_and_against_between_the_same_two_are_two_edges():
    net = network(rows(("a", "b", "for", "1"), ("a", "b", "against", "2")))
    assert [edge.relation for edge in net.edges] == ["x:for", "x:against"]


def test_a_row_without_a_target_is_a_node_that_stands_alone():
    assert network(rows(("a",))).nodes == ("x:a",)


def test_a_large_network_keeps_what_most_is_said_of_and_counts_the_rest():
    many = [("hub", f"leaf{i}", "for", f"{i}-{j}") for i in range(20) for j in range(i + 1)]
    net = network(rows(*many, ("loner",)), most_nodes=5)
    assert net.nodes == ("x:hub", "x:leaf16", "x:leaf17", "x:leaf18", "x:leaf19")
    assert len(net.edges) == 4
    assert net.left_out == 17


def test_the_actors_view_draws_each_stance_of_each_speaker(graph):
    _, edges = drawn(graph, "actors")
    found = {(e["from"], e["to"], e["relation"]) for e in edges}
    berit, ola, norm = made_up.actor("berit"), made_up.actor("ola"), made_up.claim("norm")
    assert {(berit, norm, "for"), (berit, norm, "against"), (ola, norm, "against")} <= found
    assert len(edges) == 9


def test_a_claim_that_comes_back_in_a_later_meeting_is_drawn_once():
    store = made_up.store()
    again, statement = (NamedNode(f"{made_up.ID}{kind}/2025-05-05_mote/0-9") for kind in KINDS)
    label = Literal(made_up.CLAIMS["norm"].capitalize(), language="nb")
    sp, norm = made_up.PREFIXES["sp"], NamedNode(made_up.claim("norm"))
    said = {
        "speaker": NamedNode(made_up.actor("liv")),
        "claim": again,
        "stance": NamedNode(f"{made_up.PREFIXES['scheme']}stance/for"),
        "inMeeting": NamedNode(f"{made_up.ID}meeting/2025-05-05_mote"),
        "topic": NamedNode(f"{made_up.ID}topic/norm"),
    }
    store.add(Quad(again, NamedNode(f"{made_up.PREFIXES['rdf']}type"), NamedNode(f"{sp}Claim")))
    store.add(Quad(again, NamedNode(f"{made_up.PREFIXES['skos']}prefLabel"), label))
    for term, value in said.items():
        store.add(Quad(statement, NamedNode(f"{sp}{term}"), value))
    _, edges = drawn(store, "actors")
    targets = {edge["to"] for edge in edges}
    assert norm.value in targets
    assert again.value not in targets
    assert (made_up.actor("liv"), norm.value) in {(e["from"], e["to"]) for e in edges}


def test_parallel_edges_are_curved_differently(graph):
    _, edges = drawn(graph, "actors")
    norm = made_up.claim("norm")
    pair = [e["smooth"] for e in edges if (e["from"], e["to"]) == (made_up.actor("berit"), norm)]
    assert len(pair) == 2
    assert pair[0] != pair[1]


def test_replies_in_both_directions_bend_to_different_sides(graph):
    _, edges = drawn(graph, "meeting")
    replies = [e for e in edges if e["relation"] == "respondsTo"]
    ends = {(e["from"], e["to"]): e["smooth"] for e in replies}
    there, back = (made_up.actor(key) for key in ("berit", "ola"))
    first, second = ends[there, back], ends[back, there]
    # as seen from where each starts: the same side, so different sides on the canvas
    assert first["type"] == second["type"] or first["roundness"] != second["roundness"]


def test_organisations_take_the_place_of_persons_where_asked(graph):
    nodes, _ = drawn(graph, "actors", by="organisation")
    assert {n["kind"] for n in nodes.values()} == {"organisation", "claim"}


def test_the_meeting_view_has_everybody_and_every_item(graph):
    nodes, edges = drawn(graph, "meeting")
    kinds = [node["kind"] for node in nodes.values()]
    assert (kinds.count("person"), kinds.count("item"), kinds.count("organisation")) == (5, 4, 1)
    assert nodes[made_up.actor("liv")]["statements"] == 0
    spoken = {iri for edge in edges for iri in edge["statements"]}
    assert spoken == {made_up.statement(n) for n in range(len(made_up.SAID))}
    assert kinds.count("nobody") == 1


def test_the_meeting_view_keeps_the_agenda_in_its_order(graph):
    nodes, _ = drawn(graph, "meeting")
    items = [nodes[f"{made_up.MEETING}/item/{number}"] for number in made_up.ITEMS]
    assert [item["y"] for item in items] == sorted(item["y"] for item in items)


def test_the_actor_view_has_all_statements_of_the_actor_and_all_on_the_same_claims(graph):
    _, edges = drawn(graph, "actor", actor="Berit Vik")
    spoken = {iri for edge in edges for iri in edge["statements"]}
    assert spoken == {made_up.statement(n) for n in (1, 3, 6, 7, 8, 9, 10, 11, 12, 13)}


def test_sides_stand_apart_and_shared_claims_between_them(graph):
    nodes, _ = drawn(graph, "actors")
    kari, berit = nodes[made_up.actor("kari")], nodes[made_up.actor("berit")]
    assert kari["x"] < nodes[made_up.claim("raskt")]["x"] < berit["x"]


def test_no_two_nodes_of_a_column_overlap(graph):
    for view in ("actors", "meeting", "actor"):
        nodes, _ = drawn(graph, view)
        for one, other in combinations(nodes.values(), 2):
            same_column = abs(one["x"] - other["x"]) < 60
            assert not same_column or abs(one["y"] - other["y"]) >= 30


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(10, 19)), max_size=40),
    st.lists(st.integers(20, 90), min_size=20, max_size=20),
)
def test_boxes_of_any_network_never_overlap(pairs, heights):
    edges = [Edge(str(a), str(b), "", ()) for a, b in pairs]
    boxes = {
        str(n): Box((LEFT if n % 2 else RIGHT) if n < 10 else None, heights[n]) for n in range(20)
    }
    places = place(boxes, edges)
    assert places == place(boxes, edges)
    for one, other in combinations(boxes, 2):
        (x1, y1), (x2, y2) = places[one], places[other]
        assert x1 != x2 or abs(y1 - y2) >= (boxes[one].height + boxes[other].height) / 2


def test_what_stands_in_the_middle_keeps_its_order():
    boxes = {str(n): Box(MIDDLE, 30) for n in range(5)} | {"a": Box(LEFT, 30)}
    places = place(boxes, [Edge("a", "4", "", ()), Edge("a", "0", "", ())])
    assert [places[str(n)][1] for n in range(5)] == sorted(places[str(n)][1] for n in range(5))


def test_nothing_is_placed_nowhere():
    assert place({}, []) == {}


@given(st.text(max_size=200), st.integers(2, 40), st.integers(1, 4))
def test_a_label_always_fits(text, width, lines):
    fitted = fit(text, width, lines)
    assert len(fitted) <= lines
    assert all(0 < len(line) <= width for line in fitted)


def test_a_label_of_ten_thousand_characters_is_cut():
    assert fit("å" * 10_000, 10, 2) == ["å" * 10, "å" * 9 + "…"]


@pytest.mark.parametrize("text", ["a\u202eb", "a\u2066b", "a\x00b", "a\u200fb", "a\tb"])
def test_a_label_has_no_characters_that_steer(text):
    assert visible(text) == "a b"


def test_an_organisation_under_several_names_is_named_once():
    bodies = {iri: Thing(iri, "organization", {"nb": "KS"}, short="KS") for iri in ("x:a", "x:b")}
    person = Thing("x:p", "person", {"nb": "Kari Moe"}, affiliations=("x:a", "x:b"))
    assert affiliation(person, bodies, "nb") == "KS"
