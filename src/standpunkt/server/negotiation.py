"""Which form of an answer a client wants: by ``Accept`` header or by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROW_TYPES = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
"""Media types for rows, and for a yes or no, by the name of the format; the first is preferred."""

GRAPH_TYPES = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "xml": "application/rdf+xml",
}
"""Media types for a graph."""

ALSO = {"application/json": "json", "application/xml": "xml", "text/xml": "xml"}
"""Looser names that clients send for some of the formats."""


def preferred(accept: str, offered: Mapping[str, str]) -> str | None:
    """Find the format that a client likes best; ``None`` where it takes none of those offered.

    >>> preferred("text/csv;q=0.5, application/*", ROW_TYPES)
    'json'
    >>> preferred("image/png", ROW_TYPES) is None
    True
    """
    scored = [
        (quality, specific, -order, name)
        for kind, quality in _ranges(accept)
        for order, (name, media) in enumerate(offered.items())
        if (specific := _matches(kind, media, name)) and quality > 0
    ]
    return max(scored)[3] if scored else None


def wants_html(accept: str) -> bool:
    """Tell whether the client is a browser: it names HTML itself, and likes nothing better.

    >>> wants_html("text/html,application/xml;q=0.9,*/*;q=0.8"), wants_html("*/*")
    (True, False)
    """
    ranges = _ranges(accept)
    html = max((quality for kind, quality in ranges if kind == "text/html"), default=0.0)
    others = [quality for kind, quality in ranges if "*" not in kind and kind != "text/html"]
    return html > 0 and html >= max(others, default=0.0)


def _ranges(accept: str) -> list[tuple[str, float]]:
    found = []
    for entry in (accept or "*/*").split(","):
        kind, *parameters = (part.strip().lower() for part in entry.split(";"))
        given = [p.removeprefix("q=") for p in parameters if p.startswith("q=")]
        found.append((kind, _quality(given[0]) if given else 1.0))
    return found


def _quality(text: str) -> float:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError:
        return 0.0


def _matches(kind: str, media: str, name: str) -> int:
    """How specifically a media range names a media type: 0 not at all, 3 exactly."""
    if kind == media or ALSO.get(kind) == name:
        return 3
    if kind == f"{media.partition('/')[0]}/*":
        return 2
    return int(kind == "*/*")
