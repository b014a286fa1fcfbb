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
        yield name, _ordered(_lines(store, name))


def union(store: Store) -> list[ox.Triple]:
    """Give the triples of all named graphs, each once, in order."""
    return _ordered({line for name in store.quads.named_graphs() for line in _lines(store, name)})


def _lines(store: Store, name: ox.NamedNode | ox.BlankNode) -> list[bytes]:
    dump = store.quads.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name) or b""
    return [line for line in dump.split(b"\n") if line]


def _ordered(lines: list[bytes] | set[bytes]) -> list[ox.Triple]:
    text = b"\n".join(sorted(lines))
    return [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)]
