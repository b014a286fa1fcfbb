"""The stretches of attendance lists, cut where a sentence of a list begins anew.

A list may be told in sentences ("Frå staben møtte A og B. C hadde meldt forfall"), and one list
may have labels inside it ("Møtt: Fra Lia kommune: ... Fra Dal kommune: ..."). In: a stretch of
flat text with what its label told. Out: stretches, each with what is told of everybody in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from standpunkt.lexicon import words_pattern
from standpunkt.model import Function, Span
from standpunkt.parse.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from standpunkt.lexicon import Lexicon
    from standpunkt.parse.entries import Columns
    from standpunkt.resolve.registers import Registers

FUNCTIONS = {
    "absence": Function.ABSENT,
    "deputies": Function.DEPUTY,
    "others": Function.GUEST,
    "guests": Function.GUEST,
    "administration": Function.ADMINISTRATION,
    "minute-taker": Function.MINUTE_TAKER,
    "chair": Function.CHAIR,
}
"""The function that a field of the header gives to those who are named in it."""
_SENTENCE = re.compile(r"(?:(?<=[\w)]{2})|(?<=\.\)))\. (?=[A-ZÆØÅ])")


@dataclass(frozen=True, slots=True)
class Group:
    """A stretch of an attendance list, with what its labels tell of everybody in it.

    ``under`` is the side or body whose heading stands above, where ``of`` tells none. ``first`` is
    false where the list has stretches before this one.
    """

    span: Span
    field: str
    of: str | None = None
    under: str | None = None
    first: bool = True
    one_a_line: bool = False
    columns: Columns | None = None


class Groups:
    """Cuts groups into their sentences."""

    def __init__(self, lexicon: Lexicon, registers: Registers) -> None:
        self._registers = registers
        self._prose = Prose(lexicon)
        told = lexicon.labels["prose"]
        self._came = re.compile(told["came"])
        self._represented = re.compile(told["represented"])
        self._came_last = re.compile(told["came_last"])
        self._came_after = re.compile(told["came_after"])
        self._away = words_pattern(told["absent_before"])
        of = "|".join(lexicon.labels["words"]["of"])
        self._side = re.compile(rf"(?:{of})\s+(?P<of>[^.,:]{{2,50}}):\s*", re.IGNORECASE)
        self._others = tuple(lexicon.labels["fields"]["others"])
        self._guests = tuple(f"som {word}" for word in lexicon.labels["keywords"]["guests"])
        self._abbreviations = (
            lexicon.abbreviations
            | lexicon.word_set("substitution")
            | lexicon.word_set("role_endings", "short")
            | {word.rstrip(".") for word in lexicon.word_set("names", "abbreviated")}
        )

    def parts(self, flat: str, group: Group) -> Iterator[Group]:
        """The cells of two lists beside each other, or the sentences of one."""
        if group.columns and group.columns.sides:
            for of, cell in group.columns.cells(flat, group.span):
                yield replace(group, span=cell, of=of, columns=None, one_a_line=True)
            return
        start = group.span.start
        for cut in _SENTENCE.finditer(flat, group.span.start, group.span.end):
            if self._is_short(flat[start : cut.start()]):
                continue
            part = replace(group, span=Span(start, cut.start()))
            yield self._part(flat, part)
            start = cut.end()
        yield self._part(flat, replace(group, span=Span(start, group.span.end)))

    def _is_short(self, text: str) -> bool:
        """True where the full stop after a text is that of an abbreviation: "pva."."""
        words = text.lower().split()
        last = words[-1].lstrip("(") if words else ""
        role = self._registers.role(f"{last}.") and not self._registers.role(last)
        known = {last, last.rpartition(".")[2]} & self._abbreviations
        return len(words) < 2 or bool(known or role)

    def _part(self, flat: str, group: Group) -> Group:
        """The part with what its own words tell of it: who came, from where, or who did not."""
        return self._opened(flat, group) or self._closed(flat, group)

    def _opened(self, flat: str, group: Group) -> Group | None:
        """The part by what stands before the people: "Fra KS:", "I tillegg møtte"."""
        start, end = group.span.start, group.span.end
        side = self._side.match(flat, start, end)
        if side:
            return replace(group, span=Span(side.end(), end), of=side["of"])
        came = self._came.match(flat, start, end)
        if came:
            return self._with_came(came, group)
        sent = self._represented.match(flat, start, end)
        return self._with_sent(sent, group) if sent else None

    def _closed(self, flat: str, group: Group) -> Group:
        """The part by what stands after the people: "møtte fra KS", "hadde meldt forfall"."""
        start, stop = group.span.start, _stop(flat, group.span)
        after = self._came_after.match(flat, start, stop)
        if after:
            return replace(group, field="attendance", span=Span(*after.span("who")), of=after["of"])
        away = self._away.search(flat, start, group.span.end)
        if away:
            return Group(Span(start, away.start()), "absence", group.of)
        office = next(self._prose.told(flat, group.span), None)
        if office:
            return Group(office.who, office.function)
        last = self._came_last.search(flat, start, stop)
        return replace(group, span=Span(start, last.start())) if last else group

    def _with_came(self, came: re.Match[str], group: Group) -> Group:
        """Those of "Fra KS møtte", "I tillegg deltok", "Som gjester møtte"."""
        of = came["of"] or came["from"] or came["sent"]
        opening = came.group().lower()
        field = "attendance" if of and group.field == "absence" else group.field
        for beside, words in (("others", self._others), ("guests", self._guests)):
            field = beside if opening.startswith(words) else field
        span = Span(came.end(), group.span.end)
        return replace(group, span=span, field=field, of=of or group.of)

    def _with_sent(self, sent: re.Match[str], group: Group) -> Group:
        """Those of "Bedriftshelsetjenesten var representert ved": guests, but of a known body."""
        known = self._registers.organization(sent["of"], None)
        span = Span(sent.end(), group.span.end)
        return replace(group, span=span, field="attendance" if known else "guests", of=sent["of"])


def _stop(flat: str, span: Span) -> int:
    """Where a stretch ends without its full stop."""
    return span.end - flat[span.start : span.end].endswith(".")
