"""TriG: graph by graph, to be read by people."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from standpunkt.describe.terms import PREFIXES
from standpunkt.exports.protocol import graphs
from standpunkt.exports.turtle import HEADER, without_header

if TYPE_CHECKING:
    from standpunkt.store import Store


class TriG:
    """The graph as TriG, with the names of the graphs."""

    suffix = ".trig"
    media_type = "application/trig"

    def write(self, store: Store, out: IO[bytes]) -> None:
        """Write the prefixes, then each graph."""
        out.write(HEADER)
        for name, triples in graphs(store):
            quads = (ox.Quad(one.subject, one.predicate, one.object, name) for one in triples)
            written = ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=PREFIXES)
            out.write(without_header(written or b""))
