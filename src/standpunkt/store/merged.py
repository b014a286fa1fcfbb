"""The default graph: every triple of the named graphs once, for queries to ask.

Many documents name the same persons, memberships and topics, each in its own graph. A query over
the union of the graphs, as Oxigraph 0.5 makes it, finds such a triple once in every graph, and
patterns over several of them multiply. So a store holds each distinct triple once more, in the
default graph, and queries ask that one. The named graphs stay as they are; they are what is
built, replaced, dumped and exported.

In go quads that come and graphs that go; both cost as much as the change is large. For a store
filled by other means, as in a test, :func:`merge` makes the default graph at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT = ox.DefaultGraph()


def merge(quads: ox.Store) -> ox.Store:
    """Make the default graph anew from all named graphs; gives the same store.

    >>> a, b, c = (ox.NamedNode(f"urn:{name}") for name in "abc")
    >>> store = ox.Store()
    >>> store.extend(ox.Quad(a, a, a, graph) for graph in (b, c))
    >>> len(list(merge(store).quads_for_pattern(None, None, None, DEFAULT)))
    1
    """
    quads.clear_graph(DEFAULT)
    quads.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
    return quads


def add(quads: ox.Store, path: Path, *, bulk: bool) -> None:
    """Load a file of N-Quads, each line with a graph, and its triples into the default graph.

    ``bulk`` is faster for many quads. Raises ``SyntaxError`` where a line is no quad.
    """
    load = quads.bulk_load if bulk else quads.load
    load(path=path, format=ox.RdfFormat.N_QUADS)
    triples = path.with_suffix(".nt")
    with path.open("rb") as lines, triples.open("wb") as out:
        out.writelines(line.rpartition(b" <")[0] + b" .\n" for line in lines)
    load(path=triples, format=ox.RdfFormat.N_TRIPLES)
    triples.unlink()


def remove(quads: ox.Store, graph: ox.NamedNode) -> None:
    """Remove a named graph, and from the default graph the triples that stood in no other."""
    gone = [quad.triple for quad in quads.quads_for_pattern(None, None, None, graph)]
    quads.remove_graph(graph)
    for triple in gone:
        found = quads.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
        if all(quad.graph_name == DEFAULT for quad in found):
            quads.remove(ox.Quad(triple.subject, triple.predicate, triple.object))
