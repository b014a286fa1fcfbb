"""How a minute-taker writes somebody's name: whole, shortened, or wrong; and bodies in texts.

In: a person and a day. Out: the name as it stands on the list. A middle name is left out or only
an initial, a hyphen is lost or put in, letters are mixed up. All of it happens seldom. Bodies that
a text names are marked as what they are on the day.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from standpunkt.demo.chance import Chance
    from standpunkt.demo.marks import Marks
    from standpunkt.demo.people import Person
    from standpunkt.demo.words import Names
    from standpunkt.resolve.registers import Registers

LEFT_OUT, INITIAL = 25, 40
"""Of a hundred middle names: up to here they are left out, or an initial only."""
HYPHEN = 25
SLIP = 3


def listed(person: Person, on: date, names: Names, chance: Chance) -> str:
    """Write a name for the list of a meeting."""
    given, family = person.given, person.family(on)
    if "-" in given and chance.hit(HYPHEN):
        given = given.replace("-", " ")
    elif " " in given and chance.hit(HYPHEN // 3):
        given = given.replace(" ", "-")
    if chance.hit(SLIP):
        family = slip(family, names, chance)
    return " ".join(part for part in (given, _middle(person, chance), family) if part)


def _middle(person: Person, chance: Chance) -> str | None:
    rolled = chance.below(100)
    if person.middle is None or rolled < LEFT_OUT:
        return None
    return f"{person.middle[0]}." if rolled < INITIAL else person.middle


def slip(name: str, names: Names, chance: Chance) -> str:
    """Get a name wrong, by one of the patterns that fit it."""
    for pattern, wrong in chance.shuffled(names.slips):
        if re.search(pattern, name):
            return re.sub(pattern, wrong, name, count=1)
    return name


def last_first(name: str) -> str:
    """Put the surname first.

    >>> last_first("Kari Anne Moe")
    'Moe, Kari Anne'
    """
    given, _, family = name.rpartition(" ")
    return f"{family}, {given}"


def bodies(text: str, named: Sequence[str], on: date, registers: Registers, marks: Marks) -> str:
    """Mark the bodies among ``named`` that a text names."""

    def marked(match: re.Match[str]) -> str:
        entry = registers.organization(match[0], on)
        note = {"organization": entry.organization, "period": entry.id} if entry else {}
        return marks.mark(match[0], "organization", **note)

    return re.sub(rf"\b(?:{'|'.join(named)})\b", marked, text)
