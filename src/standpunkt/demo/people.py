"""People who do not exist: their names, when they change them, and how a name is drawn.

A person has given names, perhaps a middle name, and a surname that may change on a day. No two
people are called the same by chance; where they are, the world asked for it (``namesake``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from standpunkt.demo.chance import Chance
    from standpunkt.demo.words import Names

MIDDLE = 30
"""So many of a hundred have a middle name."""
MARRIES = {True: 9, False: 2}
"""So many of a hundred women, and men, take a new surname at some time."""
WOMEN = 48
_SOONEST, _LATEST = 400, 4000
"""After how many days somebody may take a new surname."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody made up; ``changed`` is the day from which ``new_surname`` is the surname."""

    id: str
    woman: bool
    given: str
    middle: str | None
    surname: str
    changed: date | None = None
    new_surname: str | None = None

    def family(self, on: date) -> str:
        """The surname on a day."""
        changed = self.changed and self.new_surname and on >= self.changed
        return self.new_surname if changed and self.new_surname else self.surname

    def name(self, on: date) -> str:
        """The whole name on a day."""
        return " ".join(part for part in (self.given, self.middle, self.family(on)) if part)


class Register:
    """Names people, one after the other, and keeps them."""

    def __init__(self, names: Names, chance: Chance) -> None:
        self._names = names
        self._chance = chance
        self._taken = set[tuple[str, str]]()
        self.people: list[Person] = []

    def new(self, on: date, namesake: Person | None = None) -> Person:
        """Add somebody who appears on a day; called as ``namesake`` where one is given."""
        id_ = f"p{len(self.people) + 1:03}"
        chance = self._chance.of(id_)
        person = self._called_as(namesake, id_) if namesake else self._drawn(id_, on, chance)
        self.people.append(person)
        return person

    def _called_as(self, other: Person, id_: str) -> Person:
        return Person(id_, other.woman, other.given, None, other.surname)

    def _drawn(self, id_: str, on: date, chance: Chance) -> Person:
        woman = chance.hit(WOMEN)
        given, surname = self._free(woman, chance)
        middle = chance.pick(self._names.middle) if chance.hit(MIDDLE) else None
        person = Person(id_, woman, given, middle if middle != surname else None, surname)
        if not chance.hit(MARRIES[woman]):
            return person
        changed = on + timedelta(days=chance.between(_SOONEST, _LATEST))
        name = chance.pick(self._names.surnames)
        if name == surname or (given, name) in self._taken:
            return person
        self._taken.add((given, name))
        return Person(id_, woman, given, person.middle, surname, changed, name)

    def _free(self, woman: bool, chance: Chance) -> tuple[str, str]:
        while True:
            given = chance.pick(self._names.women if woman else self._names.men)
            surname = chance.pick(self._names.surnames)
            if (given, surname) not in self._taken:
                self._taken.add((given, surname))
                return given, surname
