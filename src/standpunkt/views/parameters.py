"""From what a reader typed to what a query asks for.

A value may be a choice, an IRI, or any name that the thing goes by in the graph, whatever its
letter case. What is not there is an error that names the closest ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Store

from standpunkt.errors import UsageError
from standpunkt.parameters import Term, called, pick
from standpunkt.views.sparql import Row, part, run
from standpunkt.views.things import describe
from standpunkt.views.wording import in_language, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from standpunkt.views.definitions import Parameter, View

MOST_OPTIONS = 300


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its value as a parameter, its name, and a number or date to tell."""

    value: str
    label: str
    note: str = ""


def options(
    store: Store, parameter: Parameter, *, language: str = "nb", chosen: str = ""
) -> tuple[Option, ...]:
    """List what a reader can choose for ``parameter``, the most useful first.

    A long list is cut to the first few hundred, and to ``chosen`` where it is not among them;
    whoever looks for another can name it in the address or on the command line.
    """
    if parameter.picker is None:
        words = wording()
        return tuple(
            Option(choice, in_language(words[f"choice-{choice}"], language))
            for choice in parameter.choices
        )
    rows = run(store, part(parameter.picker))
    notes = {row["value"].value: row["note"].value if "note" in row else "" for row in rows}
    shown = [*list(notes)[:MOST_OPTIONS], *([chosen] if chosen in notes else [])]
    things = describe(store, shown)
    return tuple(
        Option(iri, in_language(thing.names, language), notes[iri]) for iri, thing in things.items()
    )


def resolve(store: Store, view: View, given: Mapping[str, str]) -> dict[str, tuple[Term, ...]]:
    """Find the terms for each parameter of ``view``; none stands for everything.

    :class:`UsageError` where a parameter or value is unknown, or there is nothing to choose.
    """
    known = {parameter.name: parameter for parameter in view.parameters}
    for name in given:
        pick(f"parameter of view '{view.name}'", name, known)
    return {name: _terms(store, p, given.get(name, "").strip()) for name, p in known.items()}


def _terms(store: Store, parameter: Parameter, value: str) -> tuple[Term, ...]:
    if parameter.picker is None:
        choices = {choice: Literal(choice) for choice in parameter.choices}
        return (pick(f"value of '{parameter.name}'", value or parameter.choices[0], choices),)
    if not value and parameter.optional:
        return ()
    rows = run(store, part(parameter.picker))
    if not rows:
        message = (
            f"There is nothing to choose for '{parameter.name}' yet: the graph holds none. "
            "Build it first: standpunkt build"
        )
        raise UsageError(message)
    return _picked(parameter, value, rows) if value else (rows[0]["value"],)


def _picked(parameter: Parameter, value: str, rows: Iterable[Row]) -> tuple[Term, ...]:
    """The things that ``value`` names: one by its IRI, or all that go by the name."""
    by_name: dict[str, list[str]] = {}
    for row in rows:
        iri = row["value"].value
        if iri == value:
            return (NamedNode(iri),)
        by_name.setdefault(row["label"].value, []).append(iri)
    found = called(value, by_name) or pick(f"'{parameter.name}'", value[:80], by_name)
    return tuple(NamedNode(iri) for iri in dict.fromkeys(found))
