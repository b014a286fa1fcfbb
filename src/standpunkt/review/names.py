"""Whom a coder may mean by a name: people of the meeting, organisations, unnamed groups.

In goes a reading with the registers; out come actors, or what is wrong with a name. Nobody is
guessed, and nobody who was not in the meeting speaks in it.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from standpunkt.folding import fold, squeeze
from standpunkt.model import Actor, ActorKind, Function

if TYPE_CHECKING:
    from standpunkt.model import Reading
    from standpunkt.resolve.registers import Registers


class CellError(Exception):
    """What is wrong with a cell, in words for the coder."""


class Names:
    """The names that may stand in the rows of one document."""

    def __init__(self, reading: Reading, registers: Registers) -> None:
        minutes = reading.minutes
        self._registers = registers
        self._on = minutes.meeting.date
        self._text = fold(reading.document.text)
        self._people = {
            fold(one.name): one.name
            for one in minutes.participants
            if set(one.functions) != {Function.ABSENT}
        }
        self._known = {
            fold(actor.name): actor for one in reading.statements for actor in one.speakers
        }
        bodies = [one.organisation for one in minutes.participants if one.organisation]
        bodies += [name for one in reading.statements for name in one.on_behalf_of]
        self._bodies = {fold(name): squeeze(name) for name in bodies}

    def actor(self, name: str) -> Actor:
        """Find who speaks: somebody in the meeting, an organisation, or a group in lower case."""
        key = fold(name)
        if key in self._people:
            return Actor(self._people[key], ActorKind.PERSON)
        if key in self._known:
            return self._known[key]
        if self._is_body(name):
            return Actor(self._bodies.get(key, name), ActorKind.ORGANISATION)
        if name[:1].islower() and key in self._text:
            return Actor(name, ActorKind.GROUP)
        message = (
            f"'{name}' is not in the meeting{self._near(name)}; expected a name of the attendance "
            "list, an organisation, or an unnamed group in lower case as the text has it"
        )
        raise CellError(message)

    def body(self, name: str) -> str:
        """Find an organisation that somebody speaks for: one that is known, or in the text."""
        key = fold(name)
        if self._is_body(name) or key in self._text:
            return self._bodies.get(key, name)
        message = (
            f"'{name}' is no organisation of the meeting, of the register, or of the text; "
            "mend the name, or add it to data/registers/organizations.csv"
        )
        raise CellError(message)

    def addressee(self, name: str) -> str:
        """Find who is spoken to: anybody in the meeting, or whom the text names."""
        key = fold(name)
        if key in self._people:
            return self._people[key]
        if self._is_body(name) or key in self._text:
            return self._bodies.get(key, name)
        message = f"'{name}' is neither in the meeting nor in the text{self._near(name)}; mend it"
        raise CellError(message)

    def _is_body(self, name: str) -> bool:
        return fold(name) in self._bodies or bool(self._registers.organization(name, self._on))

    def _near(self, name: str) -> str:
        near = get_close_matches(fold(name), [*self._people], n=1, cutoff=0.5)
        part = [full for full in self._people if fold(name) in full.split()]
        found = part if len(part) == 1 else near
        return f" (closest: {self._people[found[0]]})" if found else ""
