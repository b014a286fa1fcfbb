"""What a query answers: rows, a graph, or yes or no, as a value that can be kept and sent.

In goes what Oxigraph gives, which can be read only once and only while the store is open; out
comes a :class:`Result`, complete before anybody writes a line of it. Other formats are written
by Oxigraph from there. Rows also come as Python values, or as text for people.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, TypeAlias
from typing import Literal as Choice

import pyoxigraph as ox
from pyoxigraph import QueryResultsFormat, RdfFormat

from standpunkt.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Answer: TypeAlias = ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean
Term: TypeAlias = ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple
Value: TypeAlias = str | int | float | bool | Decimal | date | datetime | time

PREFIXES = {
    "act": "https://w3id.org/standpunkt/scheme/act/",
    "attribution": "https://w3id.org/standpunkt/scheme/attribution/",
    "event": "https://w3id.org/standpunkt/scheme/event/",
    "function": "https://w3id.org/standpunkt/scheme/function/",
    "review": "https://w3id.org/standpunkt/scheme/review/",
    "side": "https://w3id.org/standpunkt/scheme/side/",
    "stance": "https://w3id.org/standpunkt/scheme/stance/",
    "id": "https://w3id.org/standpunkt/id/",
    "sp": "https://w3id.org/standpunkt/ns#",
    "cv": "http://data.europa.eu/m8g/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "person": "http://www.w3.org/ns/person#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The prefixes of the data model."""

ROW_FORMATS = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
"""How rows, or a yes or no, can be written (SPARQL 1.1 Query Results)."""

GRAPH_FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "json": RdfFormat.JSON_LD,
    "jsonld": RdfFormat.JSON_LD,
    "xml": RdfFormat.RDF_XML,
}
"""How a graph can be written."""


@dataclass(frozen=True, slots=True)
class Result:
    """An answer: ``data`` is SPARQL results JSON, or sorted N-Triples for a graph."""

    kind: Choice["rows", "graph", "boolean"]
    data: bytes

    @classmethod
    def of(cls, answer: Answer) -> Result:
        """The whole answer of ``Store.query``."""
        if isinstance(answer, ox.QueryTriples):
            lines = _bytes(answer.serialize(format=RdfFormat.N_TRIPLES)).splitlines(keepends=True)
            return cls("graph", b"".join(sorted(set(lines))))
        kind: Choice["rows", "boolean"] = (
            "rows" if isinstance(answer, ox.QuerySolutions) else "boolean"
        )
        return cls(kind, _bytes(answer.serialize(format=QueryResultsFormat.JSON)))

    def __bool__(self) -> bool:
        """Yes, or at least one row or triple."""
        if self.kind == "boolean":
            return bool(self._answer())
        return any(True for _ in self.terms())

    @property
    def variables(self) -> tuple[str, ...]:
        """The columns; of a graph ``subject``, ``predicate`` and ``object``."""
        if self.kind == "graph":
            return ("subject", "predicate", "object")
        answer = self._answer()
        if isinstance(answer, ox.QuerySolutions):
            return tuple(variable.value for variable in answer.variables)
        return ("boolean",)

    def terms(self) -> Iterator[tuple[Term | None, ...]]:
        """The rows as terms of RDF, ``None`` where a variable is unbound."""
        if self.kind == "graph":
            for triple in ox.parse(self.data, format=RdfFormat.N_TRIPLES):
                yield (triple.subject, triple.predicate, triple.object)
            return
        answer = self._answer()
        if isinstance(answer, ox.QuerySolutions):
            for solution in answer:
                yield tuple(solution)
        else:
            yield (ox.Literal(bool(answer)),)

    def rows(self) -> tuple[tuple[Value | None, ...], ...]:
        """The rows as Python values: IRIs and texts are ``str``, dates ``date``, and so on."""
        return tuple(tuple(None if t is None else value(t) for t in row) for row in self.terms())

    def cells(self) -> tuple[tuple[str, ...], ...]:
        """The rows as text for people: IRIs with prefixes, nothing where a variable is unbound."""
        return tuple(tuple(_cell(t) for t in row) for row in self.terms())

    def serialize(self, form: str) -> str:
        """The answer in one of :data:`ROW_FORMATS`, or for a graph :data:`GRAPH_FORMATS`."""
        known = GRAPH_FORMATS if self.kind == "graph" else ROW_FORMATS
        if form not in known:
            what = "a graph" if self.kind == "graph" else "rows"
            message = f"format '{form}' cannot hold {what}; take one of {', '.join(known)}"
            raise UsageError(message)
        if self.kind == "graph":
            triples = ox.parse(self.data, format=RdfFormat.N_TRIPLES)
            written = ox.serialize(
                (quad.triple for quad in triples), format=GRAPH_FORMATS[form], prefixes=PREFIXES
            )
            return _bytes(written).decode()
        if form == "json":
            return self.data.decode()
        return _bytes(self._answer().serialize(format=ROW_FORMATS[form])).decode()

    def to_csv(self) -> str:
        """Comma-separated values: plain text, for spreadsheets."""
        return self.serialize("csv")

    def to_tsv(self) -> str:
        """Tab-separated values: terms as in Turtle, so that nothing is lost."""
        return self.serialize("tsv")

    def to_json(self) -> str:
        """SPARQL 1.1 Query Results JSON; JSON-LD for a graph."""
        return self.serialize("json")

    def _answer(self) -> ox.QuerySolutions | ox.QueryBoolean:
        return ox.parse_query_results(self.data, format=QueryResultsFormat.JSON)


def answer(store: ox.Store, text: str) -> Result:
    """The answer to a query's text, with all graphs of the store seen as one.

    That one is the default graph, which a build fills (see ``standpunkt.store.merged``); what
    several documents say stands in it once.
    """
    return Result.of(store.query(text))


def shorten(iri: str) -> str:
    """The IRI with the longest prefix of :data:`PREFIXES` that fits, or as it is.

    >>> shorten("https://w3id.org/standpunkt/scheme/act/demand")
    'act:demand'
    """
    fitting = [(len(base), name, base) for name, base in PREFIXES.items() if iri.startswith(base)]
    if not fitting:
        return iri
    _, name, base = max(fitting)
    return f"{name}:{iri.removeprefix(base)}"


_READERS: dict[str, Callable[[str], Value]] = {
    "integer": int,
    "decimal": Decimal,
    "double": float,
    "float": float,
    "boolean": lambda text: text in {"true", "1"},
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "dateTime": datetime.fromisoformat,
}


def value(term: Term) -> Value:
    """A term as a Python value; a literal that is not what its datatype says stays text."""
    if not isinstance(term, ox.Literal):
        return term.value if isinstance(term, ox.NamedNode) else str(term)
    namespace, _, name = term.datatype.value.rpartition("#")
    reader = _READERS.get(name, str) if namespace == "http://www.w3.org/2001/XMLSchema" else str
    try:
        return reader(term.value)
    except (ValueError, InvalidOperation):
        return term.value


def _cell(term: Term | None) -> str:
    if isinstance(term, ox.NamedNode):
        return shorten(term.value)
    return term.value if isinstance(term, ox.Literal) else str(term or "")


def _bytes(written: bytes | None) -> bytes:
    return written or b""
