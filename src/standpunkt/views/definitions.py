"""Which views there are and what they ask for: ``viz/views/*.toml`` and ``*.rq``.

A view is a query whose rows are ``?source ?target ?relation ?statement``. The file beside the
query gives title and explanation in three languages, the parameters, and where things stand.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from standpunkt.parameters import Words, pick
from standpunkt.resources import resource


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that a view asks for.

    The value is one of ``choices``, or a thing that the query ``picker`` (in
    ``viz/views/parts/``) lists. Without a value an ``optional`` parameter means everything,
    any other the first choice.
    """

    name: str
    label: Words
    choices: tuple[str, ...] = ()
    picker: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A view as its two files define it.

    ``sides`` is ``register`` (actors stand on their side of the table) or the name of the
    parameter whose value stands on the left; ``subjects`` is ``wings`` or ``middle``.
    """

    name: str
    title: Words
    explanation: Words
    query: str
    sides: str
    subjects: str
    parameters: tuple[Parameter, ...]


def names() -> tuple[str, ...]:
    """List the names of all views, in alphabetical order.

    >>> names()
    ('actor', 'actors', 'meeting')
    """
    return tuple(sorted(path.stem for path in resource("viz", "views").glob("*.toml")))


@cache
def definition(name: str) -> View:
    """Find the view of that name; :class:`~standpunkt.errors.UsageError` where there is none."""
    path = pick(
        "view", name, {known: resource("viz", "views", f"{known}.toml") for known in names()}
    )
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return View(
        name=name,
        title=data["title"],
        explanation=data["explanation"],
        query=path.with_suffix(".rq").read_text(encoding="utf-8"),
        sides=data["layout"]["sides"],
        subjects=data["layout"]["subjects"],
        parameters=tuple(_parameter(entry) for entry in data.get("parameters", ())),
    )


def _parameter(entry: dict[str, Any]) -> Parameter:
    return Parameter(**{**entry, "choices": tuple(entry.get("choices", ()))})
