"""The ontology as a named graph: classes, properties, schemes and alignments.

In goes the folder ``ontology/``; out come N-Quads. The shapes are for checking and stay out, as
do the examples.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from standpunkt.describe.iris import Iris
from standpunkt.errors import DataError
from standpunkt.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOT_SHOWN = ("shapes.ttl",)


def describe_ontology(iris: Iris | None = None, folder: Path | None = None) -> str:
    """Give the ontology's graph as N-Quads, sorted.

    Raises ``DataError`` where a file is not Turtle or has a node without an IRI, which would
    have another name in every build.
    """
    graph = ox.NamedNode((iris or Iris()).graph_ontology)
    paths = sorted((folder or resource("ontology")).glob("*.ttl"))
    quads = [
        ox.Quad(one.subject, one.predicate, one.object, graph)
        for path in paths
        if path.name not in NOT_SHOWN
        for one in _triples(path)
    ]
    return "".join(sorted({f"{quad} .\n" for quad in quads}))


def _triples(path: Path) -> Iterator[ox.Quad]:
    try:
        for one in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            if isinstance(one.subject, ox.BlankNode) or isinstance(one.object, ox.BlankNode):
                message = f"{path.name}: a node without an IRI ({one}); give it an IRI"
                raise DataError(message)
            yield one
    except SyntaxError as error:
        message = f"{path.name}, line {error.lineno}: not Turtle ({error.msg}); mend the line"
        raise DataError(message) from None
