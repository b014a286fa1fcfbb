"""What the things of the graph are called, what kind they are and where they belong.

In goes a set of IRIs, out comes a :class:`Thing` for each, also for those that the graph says
nothing about: they are called by the last part of their IRI.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, Store

from standpunkt.parameters import LANGUAGES, Term, Words
from standpunkt.resources import resource
from standpunkt.views.sparql import part, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAME_PROPERTIES = ("name", "prefLabel", "title")  # the first that a thing has is its name


@dataclass(frozen=True, slots=True)
class Thing:
    """A node or a term: ``kind`` is a key of ``viz/appearance.toml``.

    ``names`` has every language of the pages; ``short`` is an abbreviation where there is one;
    ``affiliations`` are IRIs of the organisations that a person belongs to.
    """

    iri: str
    kind: str
    names: Words
    short: str = ""
    number: str = ""
    position: int = 0
    date: str = ""
    side: str = ""
    affiliations: tuple[str, ...] = ()


@cache
def appearance() -> Mapping[str, Any]:
    """Read the tables of ``viz/appearance.toml``."""
    return tomllib.loads(resource("viz", "appearance.toml").read_text(encoding="utf-8"))


def describe(store: Store, iris: Iterable[str]) -> dict[str, Thing]:
    """Make a thing for each IRI, in the order given."""
    wanted = list(dict.fromkeys(iris))
    found: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    sides: dict[str, str] = {}
    if wanted:
        terms = [NamedNode(iri) for iri in wanted]
        for row in run(store, part("things"), thing=terms):
            found[row["thing"].value][local_name(row["property"].value)].append(row["value"])
        for row in run(store, part("sides"), thing=terms):
            sides[row["thing"].value] = local_name(row["side"].value)  # the most frequent is last
    return {iri: _thing(iri, found[iri], sides.get(iri, "")) for iri in wanted}


def local_name(iri: str) -> str:
    """Take the last part of an IRI.

    >>> local_name("https://w3id.org/standpunkt/scheme/stance/for")
    'for'
    """
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2]


def _thing(iri: str, found: Mapping[str, list[Term]], side: str) -> Thing:
    def first(name: str) -> str:
        return found[name][0].value if name in found else ""

    position = first("position")
    return Thing(
        iri=iri,
        kind=_kind({iri, *(term.value for term in found.get("type", ()))}),
        names=_names(iri, found),
        short=first("altLabel"),
        number=first("number"),
        position=int(position) if position.isdecimal() else 0,
        date=first("startDate"),
        side=side,
        affiliations=tuple(dict.fromkeys(term.value for term in found.get("organization", ()))),
    )


def _kind(types: set[str]) -> str:
    kinds = appearance()["kinds"]
    return next((kind for kind, entry in kinds.items() if entry["type"] in types), "other")


def _names(iri: str, found: Mapping[str, list[Term]]) -> Words:
    terms = next((found[name] for name in NAME_PROPERTIES if name in found), [])
    said = {_language(term): term.value for term in reversed(terms)}
    fallback = next(iter(said.values()), local_name(iri))
    return {
        code: next((said[c] for c in (code, "", *LANGUAGES) if c in said), fallback)
        for code in LANGUAGES
    }


def _language(term: Term) -> str:
    return (term.language or "") if isinstance(term, Literal) else ""
