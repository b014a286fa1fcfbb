"""How much of a made-up document a reader has found, against the truth about it.

In: the reading of a document, and the truth of its series. Out: a :class:`Found` with counts that
add up over documents. People are compared by the name as it stands on the list, bodies by what
they were on the day, statements by where they stand and who speaks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from standpunkt.model import Participant, Reading, Statement
    from standpunkt.resolve.registers import Registers

OVERLAP = 0.5
"""The least intersection over union by which two statements are the same."""


@dataclass(frozen=True, slots=True)
class Count:
    """What was read and was there, was read only, and was there only."""

    both: int = 0
    read: int = 0
    there: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.both + other.both, self.read + other.read, self.there + other.there)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing to find."""
        whole = 2 * self.both + self.read + self.there
        return 2 * self.both / whole if whole else 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a document: people, people with their bodies, statements, speakers.

    ``missed`` says in words what was not.
    """

    people: Count
    bodies: Count
    statements: Count
    speakers: Count
    missed: tuple[str, ...] = ()

    def __add__(self, other: Found) -> Found:
        return Found(
            self.people + other.people,
            self.bodies + other.bodies,
            self.statements + other.statements,
            self.speakers + other.speakers,
            self.missed + other.missed,
        )


def compare(reading: Reading, truth: Mapping[str, Any], registers: Registers) -> Found:
    """Compare the reading of a document with the truth of the series that it is from."""
    key = reading.document.name.rpartition(".")[0]
    mentions = [one for one in truth["mentions"] if one["document"] == key]
    listed = [one for one in mentions if "function" in one]
    people, missed = _people(reading.minutes.participants, listed)
    statements = [one for one in truth["statements"] if one["document"] == key]
    found, speakers, unheard = _statements(reading, statements, listed, registers)
    bodies, elsewhere = _bodies(reading, listed, registers)
    told = tuple(f"{key}: {text}" for text in (*missed, *elsewhere, *unheard))
    return Found(people, bodies, found, speakers, told)


def straight(name: str) -> str:
    """A name with the given name first, as a list may not have it.

    >>> straight("Moe, Kari Anne")
    'Kari Anne Moe'
    """
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma else name


def _people(
    read: Iterable[Participant], listed: list[dict[str, Any]]
) -> tuple[Count, tuple[str, ...]]:
    names = {one.name for one in read}
    there = {straight(one["as_written"]) for one in listed}
    missed = [f"not read: {name}" for name in sorted(there - names)]
    missed += [f"nobody: {name}" for name in sorted(names - there)]
    return Count(len(names & there), len(names - there), len(there - names)), tuple(missed)


def _bodies(
    reading: Reading, listed: list[dict[str, Any]], registers: Registers
) -> tuple[Count, tuple[str, ...]]:
    """Count the people who were read with the body that they belong to, under its name then."""
    day = reading.minutes.meeting.date
    read = set[tuple[str, str | None]]()
    for one in reading.minutes.participants:
        body = registers.organization(one.organisation, day) if one.organisation else None
        read.add((one.name, body.id if body else one.organisation))
    there = {(straight(one["as_written"]), one["period"]) for one in listed}
    missed = [f"not in {body}: {name}" for name, body in sorted(there - read)]
    return Count(len(read & there), len(read - there), len(there - read)), tuple(missed)


def _statements(
    reading: Reading,
    there: list[dict[str, Any]],
    listed: list[dict[str, Any]],
    registers: Registers,
) -> tuple[Count, Count, tuple[str, ...]]:
    """Count the statements that were found, and those of them with the right speakers."""
    names: dict[str, set[str]] = {}
    for one in listed:
        names.setdefault(one["person"], set()).add(straight(one["as_written"]))
    left, right, missed = list(reading.statements), 0, list[str]()
    both = 0
    for one in there:
        same = next((read for read in left if _overlap(read, one) >= OVERLAP), None)
        words = " ".join(reading.document.text[one["start"] : one["end"]].split())
        if same is None:
            missed.append(f"no statement: {words}")
            continue
        left.remove(same)
        both += 1
        heard = _heard(same, one["speakers"], names, reading, registers)
        right += heard
        if not heard:
            who = ", ".join(actor.name for actor in same.speakers) or "nobody"
            missed.append(f"said by {who}: {words}")
    missed += [f"only read: {' '.join(reading.document.quote(one.span).split())}" for one in left]
    found = Count(both, len(left), len(there) - both)
    return found, Count(right, both - right, both - right), tuple(missed)


def _heard(
    read: Statement,
    speakers: list[str],
    names: Mapping[str, set[str]],
    reading: Reading,
    registers: Registers,
) -> bool:
    """True where all speakers are right: people by name, bodies by what they were then."""
    day = reading.minutes.meeting.date
    if len(read.speakers) != len(speakers):
        return False
    for actor, speaker in zip(read.speakers, speakers, strict=True):
        body = registers.organization(actor.name, day)
        if actor.name not in names.get(speaker, ()) and (body is None or body.id != speaker):
            return False
    return True


def _overlap(read: Statement, there: Mapping[str, int]) -> float:
    shared = min(read.span.end, there["end"]) - max(read.span.start, there["start"])
    whole = max(read.span.end, there["end"]) - min(read.span.start, there["start"])
    return max(shared, 0) / whole
