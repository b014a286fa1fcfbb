"""What vis-network draws: its nodes and edges as plain dictionaries, with labels and places.

Colours are not here: the page takes them from its style sheet, so that they follow the
reader's light or dark screen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log2, sqrt
from typing import TYPE_CHECKING, Any

from standpunkt.parameters import LANGUAGES
from standpunkt.views.layout import BOX_PADDING, LEFT, LINE, MIDDLE, RIGHT, Box, place
from standpunkt.views.lettering import canvas_label
from standpunkt.views.things import Thing, appearance, local_name
from standpunkt.views.wording import in_language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from standpunkt.views.graph import Edge, Network

Drawn = dict[str, Any]
"""A node or an edge as vis-network takes it."""

SMALLEST, LARGEST = 8, 22  # radius of an actor, in canvas units
INDENT = 16  # of an agenda item, per level


def draw(
    network: Network, things: Mapping[str, Thing], *, subjects: str, focus: frozenset[str]
) -> tuple[list[Drawn], list[Drawn]]:
    """Give nodes and edges as vis-network takes them.

    ``focus`` is what stands on the left; where it is empty the sides in the meetings decide.
    """
    weight = _weights(network.edges)
    labels = {node: _labels(things[node], things) for node in network.nodes}
    nodes = sorted(network.nodes, key=lambda node: _rank(things[node]))
    boxes = {
        node: Box(
            column=_column(things[node], subjects, focus),
            height=_height(things[node], labels[node], weight[node]),
            indent=_indent(things[node]),
        )
        for node in nodes
    }
    places = place(boxes, network.edges)
    return (
        [_node(things[node], labels[node], weight[node], places[node]) for node in nodes],
        _edges(network.edges, things),
    )


def relation_name(iri: str) -> str:
    """Find the name of a relation in ``viz/appearance.toml``; ``other`` where it is not there."""
    name = local_name(iri)
    return name if name in appearance()["relations"] else "other"


def _weights(edges: Sequence[Edge]) -> Counter[str]:
    weight: Counter[str] = Counter()
    for edge in edges:
        weight.update({edge.source: len(edge.statements), edge.target: len(edge.statements)})
    return weight


def _labels(thing: Thing, things: Mapping[str, Thing]) -> dict[str, str]:
    return {code: canvas_label(thing, affiliation(thing, things, code), code) for code in LANGUAGES}


def affiliation(thing: Thing, things: Mapping[str, Thing], language: str) -> str:
    """Name the organisations of a person, by their abbreviations where they have one.

    One that has borne several names with one abbreviation is named once.
    """
    known = (things[iri] for iri in thing.affiliations if iri in things)
    names = (other.short or in_language(other.names, language) for other in known)
    return ", ".join(dict.fromkeys(names))


def _rank(thing: Thing) -> tuple[int, str]:
    """Agenda items in their order; all else as the rows of the query came."""
    return (thing.position, "") if thing.kind == "item" else (0, "")


def _column(thing: Thing, subjects: str, focus: frozenset[str]) -> int | None:
    if appearance()["kinds"][thing.kind]["subject"]:
        return MIDDLE if subjects == "middle" else None
    if focus:
        return LEFT if thing.iri in focus else RIGHT
    return RIGHT if thing.side in appearance()["right"] else LEFT


def _radius(weight: int) -> int:
    return min(LARGEST, round(SMALLEST + 2.4 * sqrt(weight)))


def _height(thing: Thing, labels: Mapping[str, str], weight: int) -> float:
    lines = max(label.count("\n") + 1 for label in labels.values()) * LINE
    subject = appearance()["kinds"][thing.kind]["subject"]
    return lines + BOX_PADDING if subject else lines + 2 * _radius(weight) + 10


def _indent(thing: Thing) -> int:
    return INDENT * thing.number.count(".") if thing.kind == "item" else 0


def _node(thing: Thing, labels: Mapping[str, str], weight: int, at: tuple[int, int]) -> Drawn:
    kind = appearance()["kinds"][thing.kind]
    drawn = {
        "id": thing.iri,
        "kind": thing.kind,
        "side": thing.side or "other",
        "labels": labels if len(set(labels.values())) > 1 else labels[LANGUAGES[0]],
        "shape": kind["shape"],
        "x": at[0],
        "y": at[1],
        "statements": weight,
    }
    return drawn if kind["subject"] else drawn | {"size": _radius(weight)}


def _edges(edges: Sequence[Edge], things: Mapping[str, Thing]) -> list[Drawn]:
    pairs: dict[frozenset[str], list[Edge]] = defaultdict(list)
    for edge in edges:
        pairs[frozenset((edge.source, edge.target))].append(edge)
    kinds = appearance()["kinds"]
    drawn = []
    for number, edge in enumerate(edges):
        index = pairs[frozenset((edge.source, edge.target))].index(edge)
        to_subject = any(kinds[things[end].kind]["subject"] for end in (edge.source, edge.target))
        curve = _sweep(index) if to_subject else _bend(index, forward=edge.source <= edge.target)
        drawn.append(_edge(number, edge) | {"smooth": curve})
    return drawn


def _edge(number: int, edge: Edge) -> Drawn:
    relation = relation_name(edge.relation)
    return {
        "id": f"edge-{number}",
        "from": edge.source,
        "to": edge.target,
        "relation": relation,
        "dashes": appearance()["relations"][relation]["dash"] or False,
        "width": round(1.6 + 0.9 * log2(max(1, len(edge.statements))), 1),
        "statements": list(edge.statements),
    }


def _sweep(index: int) -> Drawn:
    """Curve a line from column to column; each of several between the same two has its own."""
    step = (index + 1) // 2 * (1 if index % 2 else -1)
    roundness = round(max(0.1, min(0.9, 0.5 + 0.16 * step)), 2)
    return {
        "enabled": True,
        "type": "cubicBezier",
        "forceDirection": "horizontal",
        "roundness": roundness,
    }


def _bend(index: int, *, forward: bool) -> Drawn:
    """Bend a line between two actors, to alternate sides and wider for each further line.

    vis-network bends to one side as seen from where the line starts; ``forward`` keeps lines
    that run against each other apart.
    """
    clockwise = (index % 2 == 0) == forward
    roundness = round(0.16 + 0.12 * (index // 2), 2)
    return {
        "enabled": True,
        "type": "curvedCW" if clockwise else "curvedCCW",
        "roundness": roundness,
    }
