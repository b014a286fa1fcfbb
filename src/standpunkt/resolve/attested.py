"""What an attendance list tells of a person beside the name, so that lists can be compared.

A ministry is its lasting organisation whatever it was called that day; a party or a common noun
("administrasjonen") says nothing outside its own meeting, so there the series of meetings counts.
In: minutes. Out: an attestation for each name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from standpunkt.folding import fold, squeeze
from standpunkt.model import Side
from standpunkt.resolve.persons import Attestation, Mention

if TYPE_CHECKING:
    from standpunkt.model import Minutes
    from standpunkt.resolve.registers import Organization, Registers

_ACRONYM = 4
"""An abbreviation of so many letters that no register has means nothing elsewhere."""


def attested(minutes: Minutes, registers: Registers) -> tuple[Attestation, ...]:
    """What a document's attendance list tells of each name, in the order of the names."""
    found: dict[str, Attestation] = {}
    for one in minutes.participants:
        name = squeeze(one.name)
        entry = one.organisation and registers.organization(one.organisation, minutes.meeting.date)
        side = side_of(one.side, minutes.meeting.series)
        role = registers.role(one.role) if one.role else None
        found.setdefault(
            name.casefold(),
            Attestation(
                mention=Mention(minutes.document.key, name),
                on=minutes.meeting.date,
                organization=body_of(entry or None, one.organisation) or outside(side),
                role=role.id if role else fold(one.role) if one.role else None,
                side=side,
                office=role.office if role else None,
                aliases=tuple(squeeze(alias) for alias in one.aliases),
            ),
        )
    return tuple(sorted(found.values(), key=lambda one: one.mention))


def body_of(entry: Organization | None, name: str | None) -> str | None:
    """The lasting organisation, by its id or by its name; none where the name is a common one."""
    if entry:
        return None if entry.kind == "party" else entry.organization
    return None if name is None or is_common(squeeze(name)) else fold(name)


def side_of(side: Side | str | None, series: str | None) -> str | None:
    """The side somebody sits on; outside consultations every series of meetings has its own."""
    if side in {Side.STATE, Side.KS}:
        return str(side)
    return fold(series) if series else None


def outside(side: str | None) -> str | None:
    """The body that somebody is there for who sits on no side of a consultation: the meeting's."""
    return None if side in {Side.STATE, Side.KS} else side


def is_common(name: str) -> bool:
    """True for a name that others bear too: "administrasjonen", "rådet", "ER"."""
    return name[:1].islower() or (name.isupper() and len(name) <= _ACRONYM)
