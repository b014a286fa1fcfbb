"""RDF/XML: the union of all graphs, for tools that read nothing else."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from standpunkt.describe.terms import PREFIXES
from standpunkt.errors import UsageError
from standpunkt.exports.protocol import union

if TYPE_CHECKING:
    from standpunkt.store import Store

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class RdfXml:
    """The graph as RDF/XML, without the names of the graphs."""

    suffix = ".rdf"
    media_type = "application/rdf+xml"

    def write(self, store: Store, out: IO[bytes]) -> None:
        """Write the triples by subject.

        Raises ``UsageError`` where a text holds a character that XML cannot.
        """
        triples = union(store)
        for triple in triples:
            if isinstance(triple.object, ox.Literal):
                _check(triple.object.value, triple.subject)
        prefixes = dict(sorted(PREFIXES.items()))
        written = ox.serialize(triples, format=ox.RdfFormat.RDF_XML, prefixes=prefixes)
        # An XML parser takes a bare carriage return for a line feed.
        out.write((written or b"").replace(b"\r", b"&#13;"))


def _check(text: str, subject: object) -> None:
    if found := _NOT_XML.search(text):
        message = (
            f"{subject} has the character U+{ord(found[0]):04X}, which XML cannot hold; "
            "choose ttl, trig, nq or jsonld"
        )
        raise UsageError(message)
