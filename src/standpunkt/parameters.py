"""What a user types for a parameter, as terms of the graph.

A person, organisation, topic and so on may be given by any name that it goes by in the graph,
or by its IRI; one name may stand for several things ("HOD" for each period of the ministry).
The names are found by the queries in ``queries/names/``, one for each kind of thing. Dates,
numbers, languages and texts stand for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeAlias, TypeVar

from pyoxigraph import Literal, NamedNode, Store
from rapidfuzz import process, utils

from standpunkt.errors import UsageError
from standpunkt.resources import resource
from standpunkt.results import answer

LANGUAGES = ("nb", "nn", "en")

Term: TypeAlias = NamedNode | Literal
"""What a parameter can be bound to."""

Words: TypeAlias = Mapping[str, str]
"""The same text in each of :data:`LANGUAGES`."""

T = TypeVar("T")

_XSD = "http://www.w3.org/2001/XMLSchema#"
_IRI = re.compile(r"(https?|urn):\S+")


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that a query can be narrowed by.

    ``type`` is ``date``, ``number``, ``language``, ``text``, or a kind of thing for which there
    is a file in ``queries/names/``. ``default`` is what stands in the query, ``UNDEF`` for all.
    """

    name: str
    type: str
    description: Words
    default: str


def terms(store: Store, parameter: Parameter, value: str) -> tuple[Term, ...]:
    """What ``value`` stands for; :class:`UsageError` where it stands for nothing."""
    if parameter.type not in _LITERALS:
        return _things(store, parameter, value)
    literal, expected = _LITERALS[parameter.type]
    try:
        return (literal(value),)
    except (ValueError, InvalidOperation) as error:
        message = f"parameter '{parameter.name}': '{value}' is not {expected}"
        raise UsageError(message) from error


def names(store: Store, kind: str) -> dict[str, list[NamedNode]]:
    """What the things of a kind are called in the graph, and which things each name stands for."""
    query = resource("queries", "names", f"{kind}.rq").read_text(encoding="utf-8")
    found: dict[str, list[NamedNode]] = {}
    for thing, name in answer(store, query).terms():
        if isinstance(thing, NamedNode) and isinstance(name, Literal):
            found.setdefault(name.value, []).append(thing)
    return found


def kinds() -> tuple[str, ...]:
    """All types that a parameter can have."""
    things = (path.stem for path in resource("queries", "names").glob("*.rq"))
    return tuple(sorted([*_LITERALS, *things]))


def pick(kind: str, name: str, known: Mapping[str, T]) -> T:
    """``known[name]``; :class:`UsageError` with the closest names where there is none."""
    if name in known:
        return known[name]
    message = f"no {kind} is called '{name}'; {_closest(name, known)}"
    raise UsageError(message)


def called(name: str, known: Mapping[str, Iterable[T]]) -> list[T]:
    """All things that go by a name, whatever the case of its letters and its spaces."""
    wanted = _folded(name)
    return [one for key, things in known.items() if _folded(key) == wanted for one in things]


def _things(store: Store, parameter: Parameter, value: str) -> tuple[Term, ...]:
    if _IRI.fullmatch(value):
        return (_iri(parameter, value),)
    known = names(store, parameter.type)
    found = called(value, known)
    if not found:
        message = (
            f"parameter '{parameter.name}': no {parameter.type} in the graph is called "
            f"'{value}'; {_closest(value, known)}"
        )
        raise UsageError(message)
    return tuple(sorted(set(found), key=str))


def _iri(parameter: Parameter, value: str) -> NamedNode:
    try:
        return NamedNode(value)
    except ValueError as error:
        message = f"parameter '{parameter.name}': '{value}' is not an IRI ({error})"
        raise UsageError(message) from error


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _closest(name: str, known: Iterable[str]) -> str:
    choices = sorted(set(known))
    if not choices:
        return "there is none at all"
    near = process.extract(name, choices, processor=utils.default_process, limit=3, score_cutoff=60)
    return f"closest: {', '.join(n for n, *_ in near)}" if near else f"for example: {choices[0]}"


def _date(value: str) -> Literal:
    return Literal(date.fromisoformat(value).isoformat(), datatype=NamedNode(f"{_XSD}date"))


def _number(value: str) -> Literal:
    number = Decimal(value.replace(",", "."))
    if not number.is_finite():
        raise ValueError(value)
    return Literal(f"{number:f}", datatype=NamedNode(f"{_XSD}decimal"))


def _language(value: str) -> Literal:
    if value not in LANGUAGES:
        raise ValueError(value)
    return Literal(value)


_LITERALS: dict[str, tuple[Callable[[str], Literal], str]] = {
    "date": (_date, "a date; write it as 2022-04-22"),
    "number": (_number, "a number; write it as 0.7"),
    "language": (_language, f"a language of Standpunkt; take one of {', '.join(LANGUAGES)}"),
    "text": (Literal, "a text"),
}
