"""Turtle: the union of all graphs, to be read by people."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from standpunkt.describe.terms import PREFIXES
from standpunkt.exports.protocol import union

if TYPE_CHECKING:
    from standpunkt.store import Store

HEADER = "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in sorted(PREFIXES)).encode()
"""The prefixes of Turtle and TriG, in alphabetical order."""


def without_header(written: bytes) -> bytes:
    """Cut off the prefixes that the serialiser wrote, which it puts in an order of its own."""
    start = 0
    while written.startswith(b"@prefix", start):
        start = written.index(b"\n", start) + 1
    return written[start:]


class Turtle:
    """The graph as Turtle, without the names of the graphs."""

    suffix = ".ttl"
    media_type = "text/turtle"

    def write(self, store: Store, out: IO[bytes]) -> None:
        """Write the prefixes, then the triples by subject."""
        written = ox.serialize(union(store), format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
        out.write(HEADER)
        out.write(without_header(written or b""))
