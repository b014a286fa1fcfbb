"""From the attendance fields of the header to participants.

A list may be cut into sides ("Fra KS:"), bodies ("Mattilsynet:") and kinds ("Forfall:"); each
cut lends its people a side, an organisation or a function. In: stretches of text with what the
label told. Out: participants, in the order of the text, one per person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from standpunkt.lexicon import words_pattern
from standpunkt.model import EventType, Function, Participant, Span
from standpunkt.parse.prose import functions_told
from standpunkt.parse.senders import Senders
from standpunkt.parse.sides import with_chair, with_sides
from standpunkt.resolve.names import NameIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from standpunkt.lexicon import Lexicon
    from standpunkt.parse.entries import Columns, Entry
    from standpunkt.parse.people import PeopleParser
    from standpunkt.parse.prose import Office
    from standpunkt.resolve.registers import Registers

FUNCTIONS = {
    "absence": Function.ABSENT,
    "deputies": Function.DEPUTY,
    "guests": Function.GUEST,
    "administration": Function.ADMINISTRATION,
    "minute-taker": Function.MINUTE_TAKER,
    "chair": Function.CHAIR,
}
"""The function that a field of the header gives to those who are named in it."""
_MINISTER = "minister"
_DEPUTY = re.compile(r"\bvara(?:medlem|representant)?$")
_LEAVES = re.compile(
    r"(?:(?:fram |frem )?til(?! ?sted| stad)|tom|t\.o\.m|gikk|gjekk|gått|permisjon"
    r"|forlot|forlét|fratrådte|fråtredde)\b",
    re.IGNORECASE,
)
_ARRIVES = re.compile(
    r"(?:fra|frå|fom|f\.o\.m|kom|ankom|møtte|tiltrådte|tiltredde|deltok fra|deltok frå)\b",
    re.IGNORECASE,
)
_SIDE = re.compile(r"(?:fra|frå|for)\s+(?P<of>[^.,:]{2,50}):\s*", re.IGNORECASE)
"""A label inside a list: "Møtt: Fra Lia kommune: ... Fra Dal kommune: ..."."""
_SENTENCE = re.compile(r"(?:(?<=[\w)]{3})|(?<=\.\)))\. (?=[A-ZÆØÅ])")


@dataclass(frozen=True, slots=True)
class Group:
    """A stretch of an attendance list, with what its labels tell of everybody in it.

    ``first`` is false where the list has stretches before this one.
    """

    span: Span
    field: str
    of: str | None = None
    first: bool = True
    one_a_line: bool = False
    columns: Columns | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """That somebody came late or left early, as the list tells it."""

    type: EventType
    person: str
    span: Span


class Attendance:
    """Turns groups of entries into participants."""

    def __init__(
        self, parser: PeopleParser, registers: Registers, lexicon: Lexicon, on: date | None
    ) -> None:
        self._parser = parser
        self._registers = registers
        self._senders = Senders(lexicon, parser.words)
        self._prose = lexicon.labels["prose"]
        self._came = re.compile(self._prose["came"])
        self._came_after = re.compile(self._prose["came_after"])
        self._away = words_pattern(self._prose["absent_before"])
        self._abbreviations = (
            lexicon.abbreviations
            | lexicon.word_set("substitution")
            | lexicon.word_set("role_endings", "short")
            | {word.rstrip(".") for word in lexicon.word_set("names", "abbreviated")}
        )
        self._on = on
        self._leaders: set[str] = set()
        self.presences: list[Presence] = []

    def participants(
        self, flat: str, groups: Iterable[Group], language: str
    ) -> tuple[Participant, ...]:
        """Everybody who is named in the groups, with the functions of all of them."""
        found: dict[str, Participant] = {}
        for group in (part for whole in groups for part in self._parts(flat, whole)):
            listed = self._entries(flat, group)
            if group.field == "deputies":
                listed = _without_replaced(listed, found)
            if not listed:
                self._give_office(flat, group, found)
            for entry in listed:
                participant = self._participant(entry, group, language)
                self._note_presence(entry, flat)
                if entry.leads:
                    self._leaders.add(participant.name)
                known = _same(participant, found)
                key = known.name if known else participant.name
                found[key] = _merged(known, participant) if known else participant
        return with_sides(tuple(found.values()), self._registers, self._on)

    def _give_office(self, flat: str, group: Group, found: dict[str, Participant]) -> None:
        """Give whoever a surname stands for the function of its label: "Ordstyrer: Moen"."""
        function = FUNCTIONS.get(group.field)
        if function not in {Function.CHAIR, Function.MINUTE_TAKER}:
            return
        words = flat[group.span.start : group.span.end].split()
        known = NameIndex(found.values()).at(words) if words else None
        one = known.participant if known else self._holder(words, found)
        if one:
            functions = dict.fromkeys((*one.functions, function))
            found[one.name] = replace(one, functions=tuple(functions))

    def _entries(self, flat: str, group: Group) -> list[Entry]:
        """The entries of a group; a role that labels it is that of those who have no other."""
        row = "\t" in flat[group.span.start : group.span.end]
        columns = group.columns if row else None
        listed = self._parser.entries(
            flat, group.span, one_a_line=group.one_a_line, columns=columns
        )
        role = group.of if group.of and self._parser.words.roles.is_role(group.of) else None
        if role is None:
            return listed
        many = self._parser.words.roles.is_plural(role)
        return [
            self._labelled(entry, role) if many or (group.first and number == 0) else entry
            for number, entry in enumerate(listed)
        ]

    def _labelled(self, entry: Entry, role: str) -> Entry:
        office = (entry.role or "").lower() in self._parser.words.offices
        if entry.role and not office:
            return entry
        return self._parser.labelled(replace(entry, role=None), role)

    def _parts(self, flat: str, group: Group) -> Iterator[Group]:
        """The sentences of a list, such as "Frå staben møtte A og B. C hadde meldt forfall"."""
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
        last = words[-1] if words else ""
        role = self._registers.role(f"{last}.") and not self._registers.role(last)
        known = {last, last.rpartition(".")[2]} & self._abbreviations
        return len(words) < 2 or bool(known or role)

    def _part(self, flat: str, group: Group) -> Group:
        side = _SIDE.match(flat, group.span.start, group.span.end)
        if side:
            return replace(group, span=Span(side.end(), group.span.end), of=side["of"])
        came = self._came.match(flat, group.span.start, group.span.end)
        if came:
            span = Span(came.end(), group.span.end)
            return replace(group, span=span, of=came["of"] or came["from"] or group.of)
        came_after = self._came_after.match(flat, group.span.start, _stop(flat, group.span))
        if came_after:
            span = Span(*came_after.span("who"))
            return replace(group, field="attendance", span=span, of=came_after["of"])
        away = self._away.search(flat, group.span.start, group.span.end)
        if away:
            return Group(Span(group.span.start, away.start()), "absence", group.of)
        office = next(functions_told(flat, group.span, self._prose), None)
        return Group(office.who, office.function) if office else group

    def with_offices(
        self,
        flat: str,
        participants: tuple[Participant, ...],
        told: Iterable[Office],
        language: str,
    ) -> tuple[Participant, ...]:
        """The participants with the functions that the running text gives them."""
        found = {participant.name: participant for participant in participants}
        for office in told:
            words = flat[office.who.start : office.who.end].split()
            capitals = next((i for i, word in enumerate(words) if word[:1].isupper()), 0)
            known = NameIndex(found.values()).at(words[capitals:])
            one = known.participant if known else self._holder(words, found)
            if one:
                functions = dict.fromkeys((*one.functions, office.function))
                found[one.name] = replace(one, functions=tuple(functions))
                continue
            group = Group(office.who, office.function)
            for entry in self._parser.entries(flat, office.who, one_a_line=False):
                found[entry.name] = self._participant(entry, group, language)
        return with_chair(
            with_sides(tuple(found.values()), self._registers, self._on), self._leaders
        )

    def _holder(self, words: list[str], found: dict[str, Participant]) -> Participant | None:
        """The only participant who holds the role that some words name."""
        role = self._registers.role(" ".join(words))
        holders = [p for p in found.values() if p.role and self._registers.role(p.role) == role]
        return holders[0] if role and len(holders) == 1 else None

    def _participant(self, entry: Entry, group: Group, language: str) -> Participant:
        organisation, side, function = self._senders.told(group.of)
        own = self._registers.role(entry.role) if entry.role else None
        if group.field == "absence" and own and own.side and side and own.side is not side:
            organisation = side = None
        functions = list(entry.functions)
        if entry.role and _DEPUTY.search(entry.role):
            functions.append(Function.DEPUTY)
        extra = FUNCTIONS.get(group.field) or function
        if extra and extra not in functions:
            functions.insert(0, extra)
        if not functions or functions == [Function.CHAIR]:
            functions.insert(0, Function.DELEGATE)
        role = self._role(entry, language)
        if group.field == "administration" or function:
            organisation = organisation or "administrasjonen"
        return Participant(
            name=entry.name,
            side=side,
            role=" ".join(role.split()) if role else None,
            organisation=entry.organisation or organisation or self._implied(role) or entry.unit,
            functions=tuple(dict.fromkeys(functions)),
            span=entry.span,
            aliases=entry.aliases,
        )

    def _role(self, entry: Entry, language: str) -> str | None:
        if entry.leads and not entry.role:
            return "leiar" if language == "nn" else "leder"
        if entry.role or not entry.plural_role:
            return entry.role
        return self._parser.words.roles.singular(entry.plural_role, language)

    def _implied(self, role: str | None) -> str | None:
        known = self._registers.role(role) if role else None
        implied = self._registers.implied(known, self._on) if known else None
        if implied is None and role and role.endswith(_MINISTER):
            ministry = role.removesuffix(_MINISTER) + "departementet"
            implied = self._registers.organization(ministry, self._on)
        return implied.abbreviation if implied else None

    def _note_presence(self, entry: Entry, flat: str) -> None:
        if entry.presence is None:
            return
        text = flat[entry.presence.start : entry.presence.end]
        for pattern, kind in ((_LEAVES, EventType.LEAVES), (_ARRIVES, EventType.ARRIVES)):
            if pattern.match(text):
                self.presences.append(Presence(kind, entry.name, entry.presence))


def _stop(flat: str, span: Span) -> int:
    """Where a stretch ends without its full stop."""
    return span.end - flat[span.start : span.end].endswith(".")


def _without_replaced(listed: list[Entry], found: dict[str, Participant]) -> list[Entry]:
    """The deputies in a row without those who are away, for whom they are there."""
    deputies: list[Entry] = []
    for entry in listed:
        known = found.get(entry.name)
        if deputies and known and Function.ABSENT in known.functions:
            body = deputies[-1].organisation or entry.organisation
            deputies[-1] = replace(deputies[-1], deputy_for=entry.name, organisation=body)
        else:
            deputies.append(entry)
    return deputies


def _same(participant: Participant, found: dict[str, Participant]) -> Participant | None:
    """The participant of the same name, or the only one of whom the name is a short form."""
    if participant.name in found:
        return found[participant.name]
    words = participant.name.split()
    short = [p for name, p in found.items() if name.split()[-len(words) :] == words]
    return short[0] if len(short) == 1 else None


def _merged(known: Participant, again: Participant) -> Participant:
    functions = [f for f in again.functions if f is not Function.DELEGATE]
    return replace(
        known,
        functions=tuple(dict.fromkeys((*known.functions, *functions))),
        role=known.role or again.role,
        organisation=known.organisation or again.organisation,
    )
