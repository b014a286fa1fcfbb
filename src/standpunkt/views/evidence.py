"""The statements behind the lines: everything that the panel and the table show of them.

In goes a set of statement IRIs; out comes an :class:`Evidence` for each, in the order of the
minutes, with that of the statements which they answer.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Store

from standpunkt.views.sparql import Row, part, run

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement. Things and codes are IRIs; what the graph does not say is ``""``.

    ``quote`` is the sentence to the letter, ``language`` that of the minutes, ``page`` and
    ``line`` count from 1, ``confidence`` is a decimal between 0 and 1 as written.
    """

    iri: str
    quote: str
    language: str
    document: str
    page: str
    line: str
    meeting: str
    date: str
    item: str
    speakers: tuple[str, ...]
    behalf: tuple[str, ...]
    act: str
    stance: str
    claim: str
    topic: str
    attribution: str
    rule: str
    act_rule: str
    confidence: str
    review: str
    answers: str
    deadline: str

    @property
    def things(self) -> tuple[str, ...]:
        """The IRIs of everything that has a name of its own."""
        single = (self.document, self.meeting, self.item, self.claim, self.topic)
        codes = (self.act, self.stance, self.attribution, self.review)
        return tuple(iri for iri in (*self.speakers, *self.behalf, *single, *codes) if iri)


def gather(store: Store, iris: Iterable[str]) -> dict[str, Evidence]:
    """Fetch the statements of those IRIs, in the order of the minutes, and what they answer."""
    found = _fetch(store, iris)
    answered = {one.answers for one in found.values() if one.answers} - found.keys()
    return found | _fetch(store, sorted(answered))


def _fetch(store: Store, iris: Iterable[str]) -> dict[str, Evidence]:
    wanted = [NamedNode(iri) for iri in iris]
    if not wanted:
        return {}
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in run(store, part("statements"), statement=wanted):
        grouped[row["statement"].value].append(row)
    return {iri: _evidence(iri, rows) for iri, rows in grouped.items()}


def _evidence(iri: str, rows: list[Row]) -> Evidence:
    def one(name: str) -> str:
        return rows[0][name].value if name in rows[0] else ""

    def several(name: str) -> tuple[str, ...]:
        return tuple(sorted({row[name].value for row in rows if name in row}))

    return Evidence(
        iri=iri,
        quote=one("quote"),
        language=one("language") or "nb",
        document=one("document"),
        page=one("page"),
        line=one("line"),
        meeting=one("meeting"),
        date=one("date"),
        item=one("item"),
        speakers=several("speaker"),
        behalf=several("behalf"),
        act=one("act"),
        stance=one("stance"),
        claim=one("claim"),
        topic=one("topic"),
        attribution=one("attribution"),
        rule=one("rule"),
        act_rule=one("actRule"),
        confidence=one("confidence"),
        review=one("review"),
        answers=one("answers"),
        deadline=one("deadline"),
    )
