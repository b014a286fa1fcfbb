"""Who is meant: the people and organisations of a meeting, as the text refers to them.

Keeps what changes in the course of the meeting (the chair, who spoke last) and resolves names,
titles, pronouns and organisations to actors. Nobody outside the attendance list becomes a
person here. In: tokens. Out: actors, with how they were referred to.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.extract.titles import last_word, lengthened, role_of, shortened, stem
from standpunkt.model import Actor, ActorKind, Function, Side
from standpunkt.resolve.names import NameIndex
from standpunkt.resolve.registers import first_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.lexicon import Lexicon
    from standpunkt.model import Minutes, Participant
    from standpunkt.resolve.names import Found
    from standpunkt.resolve.registers import Registers

_NEAR = 40
"""So many characters before "kom til møtet" hold the name of who came."""
_DEFINITE = re.compile(r"(?:en|a|n|et|ene|ane)$")
_DEPUTY = re.compile(r"(?:\d+\. ?)?(?:nest|vara)")
_BODY_LEADER = re.compile(
    r"(?:utvalgs?|utvals?|styre|råds?|nemnds?|komité|komite|gruppe|lags|forenings|foreinings)-?"
    r"(?:leder|leiar)$"
)
_MINISTERS = frozenset({"statsråd", "statsråden", "ministeren"})
_LEADER = re.compile(r"^(?!nest|vara).*(?:leder|leiar)$")
_BARE_LEADER = frozenset({"leder", "leiar"})
_MINISTER_TITLE = re.compile(r"(?P<of>\w{3,}?)(?:-|s)?minister(?:en)?$")
_MINISTER = re.compile(r"statsråd|minister")


class People:
    """The actors of one meeting and its state: who chairs, who spoke last."""

    def __init__(self, minutes: Minutes, lexicon: Lexicon, registers: Registers) -> None:
        self._registers = registers
        self._lexicon = lexicon
        self._on = minutes.meeting.date
        self._participants = minutes.participants
        arrives = lexicon.pattern("events", "arrives")
        self._present = [p for p in minutes.participants if _was_there(p, minutes, arrives)]
        self._names = NameIndex(self._present)
        self._by_name = {p.name: p for p in minutes.participants}
        self._organisations = self._own_organisations(minutes)
        self._first_letters = frozenset(map(first_letters, self._organisations))
        self.chair = next((p for p in minutes.participants if Function.CHAIR in p.functions), None)
        self._roles: dict[str, bool] = {}
        self._chairs: dict[str, None] = {}
        self._spoken: list[Participant] = []
        self._chair_stems = frozenset(map(stem, lexicon.words["functions"]["chair"]))
        self._role_stems = frozenset(stem(p.role) for p in minutes.participants if p.role)

    def _own_organisations(self, minutes: Minutes) -> dict[str, str]:
        """Forms of the organisations that take part, and what each is called in this meeting."""
        names = [p.organisation for p in minutes.participants if p.organisation]
        if any(p.side is Side.KS for p in minutes.participants):
            names.append("KS")
        forms: dict[str, str] = {}
        for name in dict.fromkeys(names):
            known = self._registers.organization(name, self._on)
            full = (known.nb, known.nn) if known else ()
            for form in (name, *full, *_short_forms(name), *self._generic(name, names)):
                forms.setdefault(form.casefold(), name)
        if minutes.meeting.series:
            for form in (minutes.meeting.series, *_short_forms(minutes.meeting.series)):
                if form.casefold().endswith(("utvalget", "utvalet", "styret", "rådet")):
                    forms.setdefault(form.casefold(), form)
        return forms

    def _generic(self, name: str, names: Sequence[str]) -> tuple[str, ...]:
        """The noun by which the only organisation of its kind is called: "laget"."""
        for noun, forms in self._lexicon.words["generic_nouns"].items():
            ends = (noun, *forms)
            alike = [other for other in dict.fromkeys(names) if other.casefold().endswith(ends)]
            if alike == [name]:
                return tuple(forms)
        return ()

    def participant(self, actor: Actor) -> Participant | None:
        """The entry of the attendance list behind an actor."""
        return self._by_name.get(actor.name) if actor.kind is ActorKind.PERSON else None

    def named(self, words: Sequence[str]) -> Found | None:
        """The participant whose name stands at the beginning of the words."""
        return self._names.at(words)

    def ambiguous(self, words: Sequence[str]) -> tuple[Participant, ...]:
        """The participants that a name may stand for, where it may stand for more than one."""
        return self._names.ambiguous(words)

    def organisation(self, text: str) -> str | None:
        """The name of the organisation that a text stands for: of the meeting or the register."""
        folded = text.casefold()
        own = self._organisations.get(folded) or self._organisations.get(folded.removesuffix("s"))
        if own or not text[:1].isupper():
            return own
        known = self._registers.organization(text, self._on)
        if known is None:
            return None
        return known.abbreviation or known.nb if text == known.abbreviation else text

    def municipality(self, place: str) -> str | None:
        """The municipality of a place, where it takes part in the meeting."""
        return self._organisations.get(f"{place.casefold()} kommune")

    def begins_organisation(self, word: str) -> bool:
        """False where no organisation that is known has a name that begins with a word."""
        first = first_letters(word)
        return (
            first in self._first_letters
            or first.removesuffix("s") in self._first_letters
            or (word[:1].isupper() and first in self._registers.first_letters)
        )

    def attends(self, name: str) -> bool:
        """True where somebody from the organisation is on the attendance list."""
        return any(name in self.behalf(p) for p in self._participants)

    def is_party(self, name: str) -> bool:
        """True for an organisation that sits on one of the sides of a consultation."""
        sided = (p for p in self._participants if p.side in {Side.STATE, Side.KS})
        return any(name in self.behalf(p) for p in sided)

    def is_role(self, text: str) -> bool:
        """True where the text is a role that the register or the attendance list has."""
        known = self._roles.get(text)
        if known is None:
            known = self._roles[text] = self._is_role(text)
        return known

    def _is_role(self, text: str) -> bool:
        lower = text.casefold()
        return (
            self._registers.role(text) is not None
            or stem(lower) in self._chair_stems
            or stem(lower) in self._role_stems
            or bool(_MINISTER_TITLE.match(lower) or _BODY_LEADER.search(stem(lower)))
        )

    def titled(self, text: str) -> Participant | None:
        """The participant whom a title stands for now: the chair, the only one, or the last."""
        lower = text.casefold()
        if stem(lower) in self._chair_stems:
            return self.chair
        if stem(lower) in _BARE_LEADER and self.chair:
            own = [p for p in self._present if p.role and self._same(lower, p)]
            return own[0] if len(own) == 1 else self.chair
        holders = self._holders(lower)
        if len(holders) > 1:
            recent = [p for p in reversed(self._spoken) if p in holders]
            return recent[0] if recent else None
        if not holders and _LEADER.search(stem(lower)):
            return self.chair
        return holders[0] if holders else None

    def _holders(self, title: str) -> list[Participant]:
        """Whom a title fits: those with the very role, else those whose role it shortens."""
        present = [
            p
            for p in self._present
            if p.role
            if bool(_DEPUTY.match(role_of(p))) == bool(_DEPUTY.match(title))
        ]
        for fits in (self._same, last_word, shortened, lengthened, self._heads):
            found = [p for p in present if fits(title, p)]
            if found:
                return found
        return []

    def _same(self, title: str, participant: Participant) -> bool:
        """True where title and role are forms of one role."""
        role, asked = role_of(participant), self._registers.role(title)
        known = asked is not None and self._registers.role(role) == asked
        return known or stem(role) == stem(title)

    def _heads(self, title: str, participant: Participant) -> bool:
        """True for the minister whom a title implies, by the register or the ministry's name."""
        minister = _MINISTER_TITLE.match(title)
        if not _MINISTER.search(role_of(participant)):
            return False
        if title in _MINISTERS or minister is None:
            return title in _MINISTERS
        asked = self._registers.role(title)
        implied = self._registers.implied(asked, self._on) if asked else None
        if implied is not None:
            return participant.organisation == implied.abbreviation
        known = self._registers.organization(participant.organisation or "", self._on)
        return known is not None and known.nb.casefold().startswith(minister["of"])

    def group(self, text: str) -> bool:
        """True where a word is the plural of a role: several people, unnamed."""
        role = self._registers.role(text)
        return role is not None and text.casefold() in {form.casefold() for form in role.plural}

    def holders(self, text: str, of: Sequence[str] = ()) -> tuple[Participant, ...]:
        """Everybody present who holds the role that a plural names, in some bodies or in any."""
        role = self._registers.role(text)
        return tuple(
            p
            for p in self._present
            if role and p.role and self._registers.role(p.role) == role
            if not of or set(of) & set(self.behalf(p))
        )

    def sent_by(self, bodies: Sequence[str]) -> tuple[Participant, ...]:
        """Everybody present who speaks for one of some bodies."""
        return tuple(p for p in self._present if set(bodies) & set(self.behalf(p)))

    def sides(self) -> tuple[str, ...]:
        """What the parties to the meeting are called, where there are two."""
        outside = {Function.GUEST, Function.ABSENT}
        inside = [p for p in self._participants if not outside & set(p.functions)]
        names = [behalf for p in inside for behalf in self.behalf(p)]
        unique = tuple(dict.fromkeys(names))
        return unique if len(unique) == 2 else ()

    def ministry(self) -> str | None:
        """The ministry that "departementet" stands for: the only one, or the last speaker's."""
        last = self.last()
        spoken = last.organisation if last and last.side is Side.STATE else None
        return self.only_ministry() or spoken

    def only_ministry(self) -> str | None:
        """The only ministry that takes part in the meeting."""
        ministries = {
            p.organisation
            for p in self._participants
            if p.organisation and p.side is Side.STATE and Function.GUEST not in p.functions
        }
        return next(iter(ministries)) if len(ministries) == 1 else None

    def behalf(self, participant: Participant) -> tuple[str, ...]:
        """For whom a participant speaks: KS for KS's people, else the organisation on the list."""
        if participant.side is Side.KS:
            return ("KS",)
        return (participant.organisation,) if participant.organisation else ()

    def all_speak_for(self, actors: Sequence[Actor]) -> tuple[str, ...]:
        """For whom some actors speak together, each once."""
        return tuple(dict.fromkeys(name for actor in actors for name in self.speaks_for(actor)))

    def speaks_for(self, actor: Actor) -> tuple[str, ...]:
        """For whom an actor speaks; an unnamed group speaks for nobody that is known."""
        participant = self.participant(actor)
        if participant:
            return self.behalf(participant)
        return (actor.name,) if actor.kind is ActorKind.ORGANISATION else ()

    def side_of(self, actors: Sequence[Actor]) -> Side | None:
        """The side that some actors all belong to."""
        people = [p for p in map(self.participant, actors) if p]
        sides = {participant.side for participant in people}
        if not sides and any(actor.name == "KS" for actor in actors):
            return Side.KS
        return next(iter(sides)) if len(sides) == 1 else None

    def hand_over(self, name: str) -> None:
        """From now on somebody else is in the chair."""
        self.chair = self._by_name[name]
        self._chairs[name] = None

    def with_chairs(self) -> tuple[Participant, ...]:
        """The participants, with the function of chair for everybody who took the chair."""
        return tuple(
            replace(p, functions=tuple(dict.fromkeys((*p.functions, Function.CHAIR))))
            if p.name in self._chairs
            else p
            for p in self._participants
        )

    def spoke(self, participants: Sequence[Participant]) -> None:
        """Remember who spoke last."""
        self._spoken.extend(participants)

    def last(self) -> Participant | None:
        """Who spoke last."""
        return self._spoken[-1] if self._spoken else None


def actor(participant: Participant) -> Actor:
    """The actor that a participant is."""
    return Actor(participant.name, ActorKind.PERSON)


def _short_forms(name: str) -> list[str]:
    """Shorter ways to write an organisation's name: without its place or legal form, definite."""
    words = name.split()
    if len(words) == 1:
        return [f"{name}{ending}" for ending in ("et", "en")] if name.islower() else []
    forms = [words[0]] if words[-1].isupper() else []
    last = words[-1]
    definite = [last, f"{last}et", f"{last}en", f"{last}n", f"{last}a"]
    return forms + [form for form in definite if len(last) > 4]


def _was_there(participant: Participant, minutes: Minutes, arrives: re.Pattern[str]) -> bool:
    """True for all but those who sent apologies and did not come later after all."""
    if participant.functions != (Function.ABSENT,):
        return True
    flat, surname = minutes.document.flat, participant.name.split()[-1]
    before = (
        flat[max(0, found.start() - _NEAR) : found.start()] for found in arrives.finditer(flat)
    )
    return any(text.rstrip().endswith(surname) for text in before)
