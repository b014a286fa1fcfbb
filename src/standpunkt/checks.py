"""Checking the graph: every statement is grounded, and everything is as the model says.

Three kinds of check, all of which should pass on every build:

* the queries in ``queries/checks/``: each finds what is wrong and must return no row;
* grounding: the text at a statement's offsets is its quote, to the letter. The graph does not
  hold the texts, so :func:`grounding` asks its caller for them;
* on demand the shapes in ``ontology/shapes.ttl``, validated by pySHACL on a copy in memory.

In goes a store; out comes one :class:`CheckResult` for each check.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, TypeAlias

import pyoxigraph as ox

from standpunkt.errors import DataError
from standpunkt.queries import Question, catalogue, run
from standpunkt.resources import resource
from standpunkt.results import shorten

TextOf: TypeAlias = Callable[[str], str | None]
"""From a source document's file name to its text as read, ``None`` where it cannot be had."""

EXAMPLES = 3
"""How many of the things that are wrong a message names."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check found: ``number`` things that are wrong, the first of them in ``message``."""

    name: str
    passed: bool
    number: int
    message: str


def run_checks(
    store: ox.Store, *, shapes: bool = False, text_of: TextOf | None = None
) -> tuple[CheckResult, ...]:
    """All checks of ``queries/checks/``, then grounding, then the shapes where asked for.

    Without ``text_of`` grounding compares quotes with their offsets, but not with the sources.
    """
    results = [_query(store, check) for check in catalogue("checks")]
    results.append(grounding(store, text_of))
    if shapes:
        results.append(conformance(store))
    return tuple(results)


def grounding(store: ox.Store, text_of: TextOf | None = None) -> CheckResult:
    """Compare every quote with the text at its offsets, and every text with its digest.

    Statements are counted; quotes of the attendance list and of events must be right too.
    A quote whose source cannot be had is not verified, and the check does not pass.
    """
    spans = _spans(store)
    sources = {s.document: _source(s, text_of) for s in spans} if text_of else {}
    faults = [(span, _fault(span, sources.get(span.document))) for span in spans]
    wrong = [f"{shorten(span.thing)} {fault}" for span, fault in faults if fault]
    right = sum(span.statement for span, fault in faults if not fault)
    total = sum(span.statement for span in spans)
    share = 100 * right // total if total else 100
    summary = f"{right} of {total} statements ({share} %)"
    if text_of is None:
        summary += " agree with their offsets; the sources were not read"
    return CheckResult("grounding", not wrong, len(wrong), _message(summary, wrong))


def conformance(store: ox.Store) -> CheckResult:
    """Validate all that the store holds against ``ontology/shapes.ttl``; warnings do not fail."""
    from pyshacl import validate  # noqa: PLC0415 - slow to import, and seldom asked for
    from rdflib import Graph  # noqa: PLC0415

    data = Graph().parse(data=_triples(store), format="nt")
    shapes = Graph().parse(resource("ontology", "shapes.ttl"))
    _, report, text = validate(data, shacl_graph=shapes, allow_warnings=True)
    if not isinstance(report, Graph):
        message = f"ontology/shapes.ttl: the shapes cannot be used: {text}"
        raise DataError(message)
    found = ox.Store()
    found.load(report.serialize(format="nt", encoding="utf-8"), format=ox.RdfFormat.N_TRIPLES)
    return _judged("shapes", _rows(found, "violations"), "everything has the shape it should have")


@dataclass(frozen=True, slots=True)
class _Span:
    """A row of ``queries/grounding.rq``: a quote, and where it should stand in which text."""

    thing: str
    statement: bool
    document: str | None
    digest: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class _Source:
    """The text of a source document, or why it cannot be had."""

    text: str | None
    reason: str = ""


def _spans(store: ox.Store) -> list[_Span]:
    return [_Span(*row) for row in _rows(store, "grounding")]


def _source(span: _Span, text_of: TextOf) -> _Source:
    text = text_of(span.document) if span.document is not None else None
    if text is None:
        return _Source(None, f"is not verified, because {span.document} cannot be had")
    if sha256(text.encode()).hexdigest() != span.digest:
        return _Source(None, f"is not verified, because {span.document} has changed; build it anew")
    return _Source(text)


def _fault(span: _Span, source: _Source | None) -> str | None:
    """What is wrong with a quote; ``None`` where it is right."""
    if span.document is None:
        return "has no source with text, position and quote"
    if len(span.exact) != span.end - span.start:
        return f"has a quote of {len(span.exact)} characters at {span.start}-{span.end}"
    if source is None:
        return None
    if source.text is None:
        return source.reason
    start = span.start - len(span.prefix)
    around = span.prefix + span.exact + span.suffix
    found = source.text[max(start, 0) : span.end + len(span.suffix)]
    if found == around:
        return None
    return f"should stand in {span.document} as {around!r}, but there is {found!r}"


def _query(store: ox.Store, check: Question) -> CheckResult:
    rows = run(store, check.text, place=check.name).rows()
    return _judged(check.name, rows, check.title["en"])


def _rows(store: ox.Store, name: str) -> tuple[tuple[Any, ...], ...]:
    """The rows of ``queries/{name}.rq``."""
    query = resource("queries", f"{name}.rq").read_text(encoding="utf-8")
    return run(store, query, place=name).rows()


def _judged(name: str, rows: Sequence[tuple[Any, ...]], rule: str) -> CheckResult:
    """A check that passes where no row says what is wrong with which thing."""
    wrong = [f"{shorten(str(thing))} {message}" for thing, message in rows]
    summary = f"{len(wrong)} wrong" if wrong else rule
    return CheckResult(name, not wrong, len(wrong), _message(summary, wrong))


def _message(summary: str, wrong: Sequence[str]) -> str:
    more = [f"and {len(wrong) - EXAMPLES} more"] if len(wrong) > EXAMPLES else []
    return "; ".join([summary, *wrong[:EXAMPLES], *more])


def _triples(store: ox.Store) -> bytes:
    """All graphs as one, in N-Triples."""
    return store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b""
