"""From the rows of a view's query to the nodes and edges that are drawn.

Rows with the same ends and the same relation are one edge that lists its statements; "for" and
"against" between the same two are two edges. A row without ``?target`` is a node that stands
alone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from standpunkt.views.sparql import Row

MOST_NODES = 150  # beyond that nobody can read the picture


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from one thing to another, with the statements that it stands for. All are IRIs."""

    source: str
    target: str
    relation: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """What is drawn: IRIs of the nodes and their edges; ``left_out`` nodes did not find room."""

    nodes: tuple[str, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0

    @property
    def statements(self) -> tuple[str, ...]:
        """The IRIs of all statements behind the edges, each once."""
        return tuple(dict.fromkeys(iri for edge in self.edges for iri in edge.statements))


def network(rows: Iterable[Row], *, most_nodes: int = MOST_NODES) -> Network:
    """Make the network of those rows, reduced to ``most_nodes`` nodes."""
    nodes: dict[str, None] = {}
    grouped: dict[tuple[str, str, str], dict[str, None]] = {}
    for row in rows:
        ends = [row[end].value for end in ("source", "target") if end in row]
        nodes.update(dict.fromkeys(ends))
        if len(ends) == 2:
            relation = row["relation"].value if "relation" in row else ""
            statements = grouped.setdefault((ends[0], ends[1], relation), {})
            statements.update({row["statement"].value: None} if "statement" in row else {})
    edges = [Edge(*key, tuple(statements)) for key, statements in grouped.items()]
    return _reduced(tuple(nodes), edges, most_nodes)


def _reduced(nodes: tuple[str, ...], edges: list[Edge], most: int) -> Network:
    """Keep the edges whose ends both have many statements, then whatever there is room for."""
    weight: Counter[str] = Counter()
    for edge in edges:
        weight.update({edge.source: len(edge.statements), edge.target: len(edge.statements)})
    kept: set[str] = set()
    for edge in sorted(edges, key=lambda e: sorted((-weight[e.source], -weight[e.target]))[::-1]):
        if len(kept | {edge.source, edge.target}) <= most:
            kept |= {edge.source, edge.target}
    kept.update([node for node in nodes if node not in kept][: most - len(kept)])
    return Network(
        nodes=tuple(node for node in nodes if node in kept),
        edges=tuple(edge for edge in edges if {edge.source, edge.target} <= kept),
        left_out=len(nodes) - len(kept),
    )
