"""The register of persons: what they are called, and the id that their IRIs keep.

It is seeded from attendance lists (``standpunkt resolve --persons``), and nobody is in it who was
on none. What it adds is that a name and an IRI stay as they are when later documents write the
name differently. In: the folder of registers. Out: persons by any of their names.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING

from standpunkt.resolve.namesakes import words
from standpunkt.resolve.tables import read_rows, unique
from standpunkt.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from standpunkt.resolve.persons import Person
    from standpunkt.resolve.tables import Row

FILE = "persons.csv"
COLUMNS = ("id", "name", "aliases", "source")


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A row of the register; ``source`` is the first document that has the person on its list."""

    id: str
    name: str
    aliases: tuple[str, ...]
    source: str


class KnownPersons:
    """The persons of a register, by their names."""

    def __init__(self, entries: Iterable[KnownPerson] = ()) -> None:
        self.entries = tuple(entries)
        self._by_name: dict[tuple[str, ...], list[KnownPerson]] = defaultdict(list)
        for one in self.entries:
            for name in {words(form) for form in (one.name, *one.aliases)}:
                self._by_name[name].append(one)

    def entry(self, person: Person) -> KnownPerson | None:
        """The only entry that has one of a person's names; of namesakes the one from its list."""
        names = {words(name) for name in person.names}
        found = {one.id: one for name in names for one in self._by_name.get(name, ())}
        listed = [one for one in found.values() if one.source in person.documents]
        fitting = listed or list(found.values())
        return fitting[0] if len(fitting) == 1 else None


@cache
def load_persons(folder: Path | None = None) -> KnownPersons:
    """Read the register of persons in a folder, by default the one that Standpunkt comes with.

    Raises ``DataError`` with file and row where something is not as it should be.
    """
    rows = read_rows((folder or resource("data", "registers")) / FILE, COLUMNS)
    unique(rows, lambda row: (row.text("name") + " " + row.text("source"),), "the name and source")
    return KnownPersons(map(_known, rows))


def write_persons(entries: Iterable[KnownPerson]) -> str:
    """Write rows of the register, in the order of the names."""
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for one in sorted(entries, key=lambda one: (one.name, one.id)):
        table.writerow((one.id, one.name, "|".join(one.aliases), one.source))
    return out.getvalue()


def _known(row: Row) -> KnownPerson:
    return KnownPerson(row.text("id"), row.text("name"), row.many("aliases"), row.text("source"))
