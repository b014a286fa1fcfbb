"""What the whole list tells of each in it: the sides of a consultation, and who led the meeting.

In: participants. Out: participants with a side, and one of them with the chair.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.model import Function, Participant, Side

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from standpunkt.resolve.registers import Registers

_CHAIRS = re.compile(
    r"(?:(?:\w+s )?\w*leder|\w*leiar|ordfører|ordførar|fylkesordfører|fylkesordførar)$"
)


def with_sides(
    participants: tuple[Participant, ...], registers: Registers, on: date | None
) -> tuple[Participant, ...]:
    """Each with a side: the list's, else the organisation's in a consultation, else other."""
    sides = [
        None if Function.GUEST in p.functions else p.side or _side_of(p.organisation, registers, on)
        for p in participants
    ]
    consultation = is_consultation(sides)
    told = {Side.STATE, Side.KS} if consultation else {Side.STATE}
    rest = None if consultation else Side.OTHER
    return tuple(
        replace(p, side=side if side in told else _outside(p, rest))
        for p, side in zip(participants, sides, strict=True)
    )


def is_consultation(sides: Iterable[Side | None]) -> bool:
    """True where both sides of a consultation are there."""
    return {Side.STATE, Side.KS} <= set(sides)


def _outside(participant: Participant, rest: Side | None) -> Side | None:
    guest = Function.GUEST in participant.functions
    return Side.OTHER if guest or participant.organisation else rest


def _side_of(organisation: str | None, registers: Registers, on: date | None) -> Side | None:
    known = registers.organization(organisation, on) if organisation else None
    return known.side if known and known.kind in {"ministry", "association", "body"} else None


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
