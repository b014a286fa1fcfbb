"""JSON-LD: graph by graph and node by node, with prefixes in the context.

Written as it goes, so that memory holds one named graph at a time.
"""

from __future__ import annotations

import json
import re
from itertools import groupby
from typing import IO, TYPE_CHECKING, Any

import pyoxigraph as ox

from standpunkt.describe.terms import PREFIXES, RDF
from standpunkt.exports.protocol import graphs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from standpunkt.store import Store

_SPLIT = re.compile(r"(.*[#/])([A-Za-z0-9._-]+)")
_NAMES = {iri: name for name, iri in PREFIXES.items()}
_STRING = "http://www.w3.org/2001/XMLSchema#string"


class JsonLd:
    """The graph as JSON-LD 1.1, with the names of the graphs."""

    suffix = ".jsonld"
    media_type = "application/ld+json"

    def write(self, store: Store, out: IO[bytes]) -> None:
        """Write the context, then each graph with its nodes."""
        out.write(b'{"@context": ' + _json(dict(sorted(PREFIXES.items()))) + b',\n"@graph": [')
        between = b"\n"
        for name, triples in graphs(store):
            out.write(between + b'{"@id": ' + _json(_short(name.value)) + b', "@graph": [')
            out.write(b",".join(b"\n" + _json(node) for node in _nodes(triples)) + b"]}")
            between = b",\n"
        out.write(b"\n]}\n")


def _nodes(triples: Iterable[ox.Triple]) -> Iterable[dict[str, Any]]:
    """Gather triples, in order, by subject and predicate."""
    for subject, about in groupby(triples, key=lambda one: one.subject):
        node: dict[str, Any] = {"@id": _short(_value(subject))}
        for predicate, values in groupby(about, key=lambda one: one.predicate.value):
            objects = [one.object for one in values]
            if predicate == RDF.type:
                node["@type"] = [_short(_value(one)) for one in objects]
            else:
                node[_short(predicate)] = [_object(one) for one in objects]
        yield node


def _object(term: object) -> dict[str, str]:
    if not isinstance(term, ox.Literal):
        return {"@id": _short(_value(term))}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == _STRING:
        return {"@value": term.value}
    return {"@value": term.value, "@type": _short(term.datatype.value)}


def _value(term: object) -> str:
    """Give an IRI; the graph has no nodes without one."""
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _short(iri: str) -> str:
    """Write an IRI with its prefix, where it has one."""
    parts = _SPLIT.fullmatch(iri)
    return f"{_NAMES[parts[1]]}:{parts[2]}" if parts and parts[1] in _NAMES else iri


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
