"""What the whole list tells of each in it: the sides of a consultation, and who led the meeting.

In: participants. Out: participants with a side, and one of them with the chair.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.lexicon import words_pattern
from standpunkt.model import Function, Participant, Side

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from standpunkt.lexicon import Lexicon
    from standpunkt.resolve.registers import Registers

_TOLD = frozenset({Side.STATE, Side.KS})
_SIDED = frozenset({"ministry", "association", "body"})
"""Kinds of organisations that are on a side wherever they meet."""
_CHAIRS = re.compile(
    r"(?:(?:\w+s )?\w*leder|\w*leiar|ordfører|ordførar|fylkesordfører|fylkesordførar)$"
)


class Sides:
    """Knows on whose side an organisation is."""

    def __init__(self, lexicon: Lexicon, registers: Registers) -> None:
        self._registers = registers
        words = lexicon.words["side_words"]
        self._hosts = words_pattern(words["hosts"], whole=False)
        self._agencies = words_pattern(words["agencies"], whole=False)
        self._municipalities = tuple(words["municipalities"])

    def given(
        self, participants: tuple[Participant, ...], on: date | None
    ) -> tuple[Participant, ...]:
        """Each with a side: the list's, else the organisation's, else other.

        Agencies are on the state's side where one of them holds the meeting. A municipality is
        on KS's side where nobody but the state and KS meets.
        """
        hosted = any(map(self._is_host, participants))
        sides = [self._side(p, on, hosted=hosted) for p in participants]
        consultation = is_consultation(sides)
        if consultation:
            sides = self._with_municipalities(participants, sides)
        rest = None if consultation else Side.OTHER
        return tuple(
            replace(p, side=side if side in _TOLD else _outside(p, rest))
            for p, side in zip(participants, sides, strict=True)
        )

    def _is_host(self, participant: Participant) -> bool:
        body = participant.organisation or ""
        return Function.CHAIR in participant.functions and bool(self._hosts.search(body))

    def _side(self, participant: Participant, on: date | None, *, hosted: bool) -> Side | None:
        own = self._side_of(participant.organisation or "", on, hosted=hosted)
        return own if Function.GUEST in participant.functions else participant.side or own

    def _side_of(self, organisation: str, on: date | None, *, hosted: bool) -> Side | None:
        if hosted and self._agencies.search(organisation):
            return Side.STATE
        known = self._registers.organization(organisation, on)
        part = organisation.partition(" ")[0]  # "KS Agder"
        known = known or (self._registers.organization(part, on) if part.isupper() else None)
        return known.side if known and known.kind in _SIDED else None

    def _with_municipalities(
        self, participants: tuple[Participant, ...], sides: list[Side | None]
    ) -> list[Side | None]:
        """The sides where a municipality is on KS's, unless another body is on none."""
        outside = [side not in _TOLD for side in sides]
        members = [
            self._is_municipal(p) and out for p, out in zip(participants, outside, strict=True)
        ]
        bodies = [
            bool(p.organisation) and out for p, out in zip(participants, outside, strict=True)
        ]
        if members != bodies:
            return sides
        return [Side.KS if member else side for member, side in zip(members, sides, strict=True)]

    def _is_municipal(self, participant: Participant) -> bool:
        body = (participant.organisation or "").lower()
        return Function.GUEST not in participant.functions and body.endswith(self._municipalities)


def is_consultation(sides: Iterable[Side | None]) -> bool:
    """True where both sides of a consultation are there."""
    return {Side.STATE, Side.KS} <= set(sides)


def _outside(participant: Participant, rest: Side | None) -> Side | None:
    guest = Function.GUEST in participant.functions
    return Side.OTHER if guest or participant.organisation else rest


def with_chair(
    participants: tuple[Participant, ...], leaders_told: Collection[str]
) -> tuple[Participant, ...]:
    """Where nobody is named as chair, the only leader of the body that met is.

    ``leaders_told`` are the names of those who lead it beside another role. A consultation is
    led by a minister, and a leader there is that of one side.
    """
    if any(Function.CHAIR in p.functions for p in participants):
        return participants
    told = [p for p in participants if p.name in leaders_told and _leads(p)]
    if len(told) == 1:
        return _with_function(participants, told[0])
    leaders = [p for p in participants if p.role and _CHAIRS.match(p.role) and _leads(p)]
    if is_consultation(p.side for p in participants):
        leaders = [p for p in leaders if p.side is Side.STATE]
    if len({p.name for p in leaders}) != 1 and not _first_leads(leaders, participants):
        return participants
    return _with_function(participants, leaders[0])


def _with_function(
    participants: tuple[Participant, ...], chair: Participant
) -> tuple[Participant, ...]:
    functions = (*chair.functions, Function.CHAIR)
    return tuple(replace(p, functions=functions) if p is chair else p for p in participants)


def _leads(participant: Participant) -> bool:
    deputy = re.match(r"(?:\d\. ?)?nest|vara", participant.role or "")
    return not deputy and participant.functions == (Function.DELEGATE,)


def _first_leads(leaders: list[Participant], participants: tuple[Participant, ...]) -> bool:
    return bool(leaders) and leaders[0] is participants[0]
