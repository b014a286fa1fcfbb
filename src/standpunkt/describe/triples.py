"""Triples as text: terms in N-Triples form, and the lines of a named graph.

In go IRIs and Python values, out come lines of N-Quads: sorted, each once, each ending with a
line feed. All text goes through one escaping function, and literals have the canonical form of
N-Quads, so that a store gives back the very same lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from standpunkt.describe.terms import RDF, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime, time
    from decimal import Decimal

_SPECIAL = re.compile(r'[\x00-\x1f\x7f"\\]')
_NAMED = {
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
    '"': '\\"',
    "\\": "\\\\",
}
_FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def escape(value: str) -> str:
    r"""Write a text as it stands between the quotation marks of a literal.

    >>> escape('a "b"\n')
    'a \\"b\\"\\n'
    """
    return _SPECIAL.sub(_escape_one, value)


def _escape_one(match: re.Match[str]) -> str:
    char = match[0]
    return _NAMED.get(char) or f"\\u{ord(char):04X}"


def iri(value: str) -> str:
    """Write an IRI; raises ``ValueError`` where it holds what no IRI may hold."""
    if _FORBIDDEN.search(value):
        message = f"not an IRI: {value!r}"
        raise ValueError(message)
    return f"<{value}>"


def text(value: str, language: str | None = None) -> str:
    """Write a plain text, or one in a language.

    >>> text("påstand", "nb")
    '"påstand"@nb'
    """
    return f'"{escape(value)}"@{language}' if language else f'"{escape(value)}"'


def integer(value: int) -> str:
    """Write a whole number."""
    return f'"{value}"^^<{XSD.integer}>'


def decimal(value: float | Decimal) -> str:
    """Write a decimal number with at most four digits behind the point.

    >>> decimal(0.9)
    '"0.9"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    digits = f"{value:.4f}".rstrip("0").rstrip(".")
    return f'"{digits}"^^<{XSD.decimal}>'


def day(value: date) -> str:
    """Write a date."""
    return f'"{value.isoformat()}"^^<{XSD.date}>'


def clock(value: time) -> str:
    """Write a time of day."""
    return f'"{value.isoformat("seconds")}"^^<{XSD.time}>'


def moment(value: datetime) -> str:
    """Write a date and a time of day."""
    return f'"{value.isoformat(timespec="seconds")}"^^<{XSD.dateTime}>'


class Triples:
    """The triples of one named graph, gathered in any order."""

    def __init__(self, graph: str) -> None:
        self.graph = graph
        self._lines: set[str] = set()
        self._end = f"{iri(graph)} .\n"

    def add(self, subject: str, predicate: str, *objects: str) -> None:
        """Add a triple for each object; subject and predicate are IRIs, objects are terms."""
        start = f"<{subject}> <{predicate}> "
        self._lines.update(f"{start}{one} {self._end}" for one in objects)

    def link(self, subject: str, predicate: str, *objects: str) -> None:
        """Add a triple for each object, objects being IRIs too."""
        self.add(subject, predicate, *(f"<{one}>" for one in objects))

    def type(self, subject: str, *classes: str) -> None:
        """Say what a thing is."""
        self.link(subject, RDF.type, *classes)

    def maybe(self, subject: str, predicate: str, value: str | None) -> None:
        """Add a plain text, where there is one."""
        if value:
            self.add(subject, predicate, text(value))

    def labels(self, subject: str, predicate: str, labels: Iterable[tuple[str, str]]) -> None:
        """Add texts in their languages, given as (language, text)."""
        self.add(subject, predicate, *(text(value, language) for language, value in labels))

    def nquads(self) -> str:
        """Give the lines: sorted, each once."""
        return "".join(sorted(self._lines))
