"""The graph as a file: one exporter a format, all behind one protocol.

In goes an open store, out come bytes, the same for the same graph. ``nq``, ``trig`` and
``jsonld`` keep the named graphs; ``ttl`` and ``rdfxml`` have none and hold the union.
"""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING

from standpunkt.errors import UsageError
from standpunkt.exports.jsonld import JsonLd
from standpunkt.exports.nquads import NQuads
from standpunkt.exports.rdfxml import RdfXml
from standpunkt.exports.trig import TriG
from standpunkt.exports.turtle import Turtle
from standpunkt.files import whole

if TYPE_CHECKING:
    from standpunkt.exports.protocol import Exporter
    from standpunkt.store import Store

EXPORTERS: dict[str, Exporter] = {
    "nq": NQuads(),
    "trig": TriG(),
    "ttl": Turtle(),
    "jsonld": JsonLd(),
    "rdfxml": RdfXml(),
}
"""The formats by name."""


def exporter(name: str) -> Exporter:
    """Find a format; raises ``UsageError`` where there is none of that name."""
    try:
        return EXPORTERS[name]
    except KeyError:
        message = f"no format '{name}'; choose one of {', '.join(EXPORTERS)}"
        raise UsageError(message) from None


def export(store: Store, name: str, target: Path | IO[bytes]) -> None:
    """Write the graph in a format to a stream, or to a file that appears when it is whole.

    Raises ``UsageError`` where there is no such format, where the format cannot express the
    graph, or where the file cannot be written.
    """
    chosen = exporter(name)
    if not isinstance(target, Path):
        chosen.write(store, target)
        return
    with whole(target) as out:
        chosen.write(store, out)
