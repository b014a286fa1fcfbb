"""Running the queries of ``viz/views/``: parameters in, rows of terms out.

A parameter is a ``VALUES ?name { ... }`` block, so that each file also runs as it stands; no
text from outside ever becomes query syntax (see :func:`standpunkt.queries.bind`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Store

from standpunkt import queries
from standpunkt.parameters import Term
from standpunkt.resources import resource

Row: TypeAlias = Mapping[str, Term]
"""One answer: variable to term, without the unbound variables."""


def run(store: Store, query: str, **values: Iterable[Term]) -> list[Row]:
    """Fetch the rows of a SELECT query with parameters bound; no value stands for everything."""
    result = queries.run(store, queries.bind(query, values))
    return [
        {
            name: term
            for name, term in zip(result.variables, row, strict=True)
            if isinstance(term, NamedNode | Literal)
        }
        for row in result.terms()
    ]


@cache
def part(name: str) -> str:
    """Read ``viz/views/parts/{name}.rq``."""
    return resource("viz", "views", "parts", f"{name}.rq").read_text(encoding="utf-8")
