"""Everything that a page shows, fetched from the store: network, statements, names.

In goes a view with its parameters, out comes a :class:`Content`, from which both the table in
the page and the data for its scripts are made.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from standpunkt.parameters import LANGUAGES
from standpunkt.views.drawing import affiliation, draw
from standpunkt.views.evidence import gather
from standpunkt.views.graph import network
from standpunkt.views.parameters import resolve
from standpunkt.views.sparql import run
from standpunkt.views.things import appearance, describe
from standpunkt.views.wording import wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import Store

    from standpunkt.parameters import Term
    from standpunkt.views.definitions import View
    from standpunkt.views.drawing import Drawn
    from standpunkt.views.evidence import Evidence
    from standpunkt.views.graph import Network
    from standpunkt.views.things import Thing


@dataclass(frozen=True, slots=True)
class Content:
    """What a view found: ``statements`` and ``things`` by IRI, nodes and edges ready to draw.

    ``statements`` has those behind the edges, in the order of the minutes, and those that
    they answer; ``chosen`` are the things that the reader asked for.
    """

    view: View
    values: Mapping[str, tuple[Term, ...]]
    network: Network
    statements: Mapping[str, Evidence]
    things: Mapping[str, Thing]
    nodes: list[Drawn]
    edges: list[Drawn]

    @property
    def chosen(self) -> list[Thing]:
        """The things that stand for the values of the parameters."""
        return [self.things[iri] for iri in _iris(self.values)]

    @property
    def table(self) -> list[Evidence]:
        """The statements behind the edges."""
        shown = set(self.network.statements)
        return [one for iri, one in self.statements.items() if iri in shown]

    def in_use(self, table: str) -> list[tuple[str, Mapping[str, Any]]]:
        """List the entries of a table of ``viz/appearance.toml`` that the drawing uses."""
        kinds = {node["kind"] for node in self.nodes}
        used = kinds if table == "kinds" else {edge["relation"] for edge in self.edges}
        return [(name, entry) for name, entry in appearance()[table].items() if name in used]

    @property
    def sides(self) -> list[str]:
        """The sides of the table that the actors sit on."""
        found = {node["side"] for node in self.nodes if "size" in node}
        return sorted(found - {"other"}, reverse=True)


def collect(store: Store, view: View, params: Mapping[str, str]) -> Content:
    """Fetch what ``view`` shows for those parameters.

    :class:`~standpunkt.errors.UsageError` where a parameter or value does not exist.
    """
    values = resolve(store, view, params)
    found = network(run(store, view.query, **values))
    statements = gather(store, found.statements)
    named = [iri for one in statements.values() for iri in one.things]
    things = _things(store, [*found.nodes, *named, *_iris(values)])
    focus = frozenset(term.value for term in values.get(view.sides, ()))
    nodes, edges = draw(found, things, subjects=view.subjects, focus=focus)
    return Content(view, values, found, statements, things, nodes, edges)


def data(content: Content) -> dict[str, Any]:
    """Give everything that the scripts need, beside nodes and edges, as plain values."""
    things = content.things
    return {
        "view": {"title": content.view.title, "explanation": content.view.explanation},
        "chosen": [thing.iri for thing in content.chosen],
        "labels": wording(),
        "dashes": {name: entry["dash"] for name, entry in appearance()["relations"].items()},
        "things": {iri: _plain(thing, things) for iri, thing in things.items()},
        "statements": {
            iri: asdict(one) | {"sure": sureness(one.confidence)}
            for iri, one in content.statements.items()
        },
    }


def sureness(confidence: str) -> str:
    """Find the key of the word for a confidence; ``""`` where there is none.

    >>> sureness("0.8")
    'sure-3'
    """
    if not confidence:
        return ""
    steps = appearance()["confidence"]
    return str(next(step["word"] for step in steps if float(confidence) >= step["least"]))


def _things(store: Store, iris: list[str]) -> dict[str, Thing]:
    """The things, and the organisations that they belong to."""
    things = describe(store, iris)
    members = [iri for thing in things.values() for iri in thing.affiliations]
    return things | describe(store, [iri for iri in members if iri not in things])


def _plain(thing: Thing, things: Mapping[str, Thing]) -> dict[str, Any]:
    return {
        "kind": thing.kind,
        "names": thing.names,
        "number": thing.number if thing.kind == "item" else "",
        "note": affiliation(thing, things, LANGUAGES[0]) or _abbreviation(thing),
    }


def _abbreviation(thing: Thing) -> str:
    known = any(thing.short in name for name in thing.names.values())
    return "" if thing.kind != "organisation" or known else thing.short


def _iris(values: Mapping[str, tuple[Term, ...]]) -> list[str]:
    return [
        term.value for terms in values.values() for term in terms if isinstance(term, NamedNode)
    ]
