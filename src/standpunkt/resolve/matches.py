"""Topics matched with concepts of other vocabularies, so that figures can be compared.

In goes ``matches.csv`` beside the register of topics, where people say which concept means the
same (``close``) or something wider (``broad``), and how that was judged. Out come the matches of
each topic, by IRI. Nothing is matched by likeness: a match that no row has does not exist.

Los and EuroVoc have IRIs of their own. The Comparative Agendas Project publishes its major
topics as numbers only; their IRIs are those of the scheme ``cap`` in ``ontology/schemes.ttl``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from standpunkt.resolve.entries import Match, Relation
from standpunkt.resolve.tables import known, read_rows, unique

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from standpunkt.resolve.tables import Row

MAJOR_TOPICS = (*range(1, 11), *range(12, 22), 23)
"""The numbers of the Comparative Agendas Project's major topics."""

_COLUMNS = ("topic", "scheme", "match", "relation", "source")


@dataclass(frozen=True, slots=True)
class _Scheme:
    """A vocabulary: what a cell may hold for it, what that looks like, and the IRI before it."""

    cell: re.Pattern[str]
    example: str
    base: str = ""


_SCHEMES: Mapping[str, _Scheme] = {
    "los": _Scheme(
        re.compile(r"https://psi\.norge\.no/los/(?:tema|ord)/[\w-]+"),
        "an IRI such as https://psi.norge.no/los/tema/barnehage",
    ),
    "eurovoc": _Scheme(
        re.compile(r"http://eurovoc\.europa\.eu/\d+"),
        "an IRI such as http://eurovoc.europa.eu/100237",
    ),
    "cap": _Scheme(
        re.compile("|".join(map(str, MAJOR_TOPICS))),
        "the number of a major topic, 1 to 10, 12 to 21, or 23",
        "https://w3id.org/standpunkt/scheme/cap/",
    ),
}


def read_matches(path: Path, topics: Collection[str]) -> dict[str, tuple[Match, ...]]:
    """Read the matches of each topic, in the order of the file.

    Raises ``DataError`` with file and row for a topic that is not among ``topics``, an IRI or a
    number that is none of its vocabulary, and a match that stands there already.
    """
    rows = read_rows(path, _COLUMNS)
    known(rows, "topic", topics)
    found: dict[str, list[Match]] = defaultdict(list)
    for row in rows:
        found[row.text("topic")].append(_match(row))
    unique(rows, lambda row: (f"{row.text('topic')} {row.text('match')}",), "the match")
    return {topic: tuple(matches) for topic, matches in found.items()}


def _match(row: Row) -> Match:
    row.text("source")
    scheme = _SCHEMES[row.code("scheme", _SCHEMES) or row.text("scheme")]
    if not scheme.cell.fullmatch(row.text("match")):
        row.refuse(f"'match' is '{row.text('match')}'; expected {scheme.example}")
    row.code("relation", get_args(Relation))
    relation: Relation = "broad" if row.text("relation") == "broad" else "close"
    return Match(relation, scheme.base + row.text("match"))
