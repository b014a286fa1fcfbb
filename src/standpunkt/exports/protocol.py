"""What every exporter is, and the order in which all of them go through the graph."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Protocol

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from standpunkt.store import Store


class Exporter(Protocol):
    """A format: its file-name ending, its media type, and how it is written."""

    suffix: str
    media_type: str

    def write(self, store: Store, out: IO[bytes]) -> None:
        """Write the whole graph, the same bytes for the same graph."""


def graphs(store: Store) -> Iterator[tuple[ox.NamedNode, list[ox.Triple]]]:
    """Give the named graphs in the order of their IRIs, each with its triples in order."""
    names = (one for one in store.quads.named_graphs() if isinstance(one, ox.NamedNode))
    for name in sorted(names, key=lambda one: one.value):
        yield name, _parsed(store.dump_ntriples(name))


def union(store: Store) -> list[ox.Triple]:
    """Give the triples of all named graphs, each once, in order."""
    return _parsed(store.dump_ntriples())


def _parsed(lines: list[bytes]) -> list[ox.Triple]:
    text = b"\n".join(lines)
    return [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)]
