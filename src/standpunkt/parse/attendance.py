"""From the attendance fields of the header to participants.

A list may be cut into sides ("Fra KS:"), bodies ("Mattilsynet:") and kinds ("Forfall:"); each
cut lends its people a side, an organisation or a function. In: stretches of text with what the
label told. Out: participants, in the order of the text, one per person.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from standpunkt.model import Function, Participant
from standpunkt.parse.entries import pieces
from standpunkt.parse.groups import FUNCTIONS, Group
from standpunkt.parse.sides import with_chair
from standpunkt.resolve.names import NameIndex

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from standpunkt.parse.entries import Entry
    from standpunkt.parse.groups import Groups
    from standpunkt.parse.people import PeopleParser
    from standpunkt.parse.presence import Presence, Presences
    from standpunkt.parse.prose import Office
    from standpunkt.parse.senders import Senders
    from standpunkt.parse.sides import Sides
    from standpunkt.resolve.registers import Registers

_OFTEN_ONE = frozenset({"guests", "others", "chair", "minute-taker"})
"""Lists that often name one person: of two pieces the second is a body if it can be one."""
_MINISTER = "minister"
_DEPUTY = re.compile(r"\bvara(?:medlem|representant)?$")


class Lists(NamedTuple):
    """What knows the words of attendance lists, and nothing of a document."""

    people: PeopleParser
    groups: Groups
    senders: Senders
    presences: Presences
    sides: Sides


class Attendance:
    """Turns groups of entries into participants."""

    def __init__(
        self, lists: Lists, registers: Registers, on: date | None, title: str = ""
    ) -> None:
        self._parser, self._groups = lists.people, lists.groups
        self._senders, self._presences = lists.senders, lists.presences
        self._sides, self._registers = lists.sides, registers
        self._on = on
        self._title = title
        self._leaders: set[str] = set()
        self.presences: list[Presence] = []

    def participants(
        self, flat: str, groups: Iterable[Group], language: str
    ) -> tuple[Participant, ...]:
        """Everybody who is named in the groups, with the functions of all of them."""
        found: dict[str, Participant] = {}
        for group in (part for whole in groups for part in self._groups.parts(flat, whole)):
            listed = self._entries(flat, group)
            if group.field == "deputies":
                listed = _without_replaced(listed, found)
            if not listed:
                self._give_office(flat, group, found)
            for entry in listed:
                participant = self._participant(entry, group, language)
                presence = self._presences.of(entry, flat)
                self.presences += [presence] if presence else []
                if entry.leads:
                    self._leaders.add(participant.name)
                known = _same(participant, found)
                key = known.name if known else participant.name
                found[key] = _merged(known, participant) if known else participant
        return self._sides.given(tuple(found.values()), self._on)

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
        two = group.field in _OFTEN_ONE and len(list(pieces(flat, group.span))) == 2
        one = group.one_a_line or two
        listed = self._parser.entries(flat, group.span, one_a_line=one, columns=columns)
        role = self._senders.role(group.of)
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
        return with_chair(self._sides.given(tuple(found.values()), self._on), self._leaders)

    def _holder(self, words: list[str], found: dict[str, Participant]) -> Participant | None:
        """The only participant who holds the role that some words name."""
        role = self._registers.role(" ".join(words))
        holders = [p for p in found.values() if p.role and self._registers.role(p.role) == role]
        return holders[0] if role and len(holders) == 1 else None

    def _participant(self, entry: Entry, group: Group, language: str) -> Participant:
        organisation, side, function = self._senders.told(group.under or group.of)
        own = self._registers.role(entry.role) if entry.role else None
        differs = own and own.side and side and own.side is not side
        if group.field == "absence" and (differs or entry.organisation):
            organisation = side = None
        functions = list(entry.functions)
        if entry.role and _DEPUTY.search(entry.role):
            functions.append(Function.DEPUTY)
        extra = FUNCTIONS.get(group.field)
        if group.field == "others" and not organisation and self._senders.is_staff(entry):
            extra = Function.ADMINISTRATION
        functions = [*filter(None, (function, extra)), *functions]
        if not functions or functions == [Function.CHAIR]:
            functions.insert(0, Function.DELEGATE)
        role = self._role(entry, language)
        if group.field == "administration" or function:
            organisation = organisation or "administrasjonen"
        implied = self._implied(role) or entry.unit
        return Participant(
            name=entry.name,
            side=side,
            role=" ".join(role.split()) if role else None,
            organisation=entry.organisation or self._short(organisation) or implied,
            functions=tuple(dict.fromkeys(functions)),
            span=entry.span,
            aliases=entry.aliases,
        )

    def _short(self, body: str | None) -> str | None:
        """A body by the abbreviation that the title gives it: "Sametinget (ST)"."""
        pattern = rf"\b{re.escape(body or '')}\s+\((?P<short>[A-ZÆØÅ]\w{{1,5}})\)"
        introduced = re.search(pattern, self._title, re.IGNORECASE) if body else None
        return introduced["short"] if introduced else body

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
