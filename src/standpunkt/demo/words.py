"""The words of the made-up series, read from ``data/demo/`` and checked on the way in.

Out comes a :class:`Words`: names, the world (ministries, seats, turns), themes, sentences and
layouts. A text in two written standards is a :data:`Pair`: bokmål, nynorsk.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from standpunkt.errors import DataError
from standpunkt.resolve.registers import load_registers
from standpunkt.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from standpunkt.resolve.entries import Organization

Pair = tuple[str, str]
Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Names:
    """Given names, middle names and surnames; ``slips`` are patterns with what they become."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    middle: tuple[str, ...]
    surnames: tuple[str, ...]
    slips: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of seat: when it is free again, and where those who take it come from.

    ``turn`` names the days on which all such seats are free; else ``years`` are the fewest and
    the most that one is held. ``stays`` and ``sources`` are numbers of a hundred.
    """

    turn: str | None
    years: tuple[int, int]
    stays: int
    sources: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A line of tasks that a ministry has, under the names that it has borne; or a body of KS."""

    id: str
    periods: tuple[Organization, ...]
    ks: bool
    seats: tuple[str, ...]
    former_until: int | None
    former_role: str | None
    former_name: Pair | None

    def on(self, day: date) -> Organization | None:
        """The entry of the register that the unit has on a day; the latest of several."""
        return next((one for one in reversed(self.periods) if one.valid(day)), None)

    def label(self, day: date, language: int) -> str:
        """What minutes of a day call the unit: the abbreviation of the day, else the name."""
        entry = self.on(day)
        if self.former_name and self.former_until and day.year < self.former_until:
            return self.former_name[language]
        if entry is None:
            message = f"world.toml: '{self.id}' has no name on {day}; add a period"
            raise DataError(message)
        return (*entry.abbreviations, (entry.nb, entry.nn)[language])[0]

    def role(self, id_: str, day: date) -> str:
        """The id of a role as it was on a day."""
        former = self.former_until and day.year < self.former_until
        return self.former_role if former and self.former_role else id_


@dataclass(frozen=True, slots=True)
class Namesake:
    """Somebody new of ``kind`` who is called as somebody of the kind ``of``, after some years."""

    after: int
    kind: str
    of: str


@dataclass(frozen=True, slots=True)
class World:
    """Ministries and bodies, the kinds of seats in them, and the days on which all change."""

    years: tuple[int, int]
    named: tuple[str, ...]
    months: tuple[int, ...]
    rooms: tuple[str, ...]
    times: tuple[str, ...]
    turns: Mapping[str, tuple[date, ...]]
    kinds: Mapping[str, Kind]
    roles: Mapping[str, str]
    units: Mapping[str, Unit]
    namesakes: tuple[Namesake, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What can be claimed: as a clause, as a noun, and where the state stands from each year."""

    id: str
    that: Pair
    np: Pair
    state: tuple[tuple[int, str], ...]

    def stance(self, year: int) -> str:
        """Where the state stands in a year."""
        return [stance for since, stance in self.state if since <= year][-1]


@dataclass(frozen=True, slots=True)
class Task:
    """What can be promised: to do it, the thing itself, and what is done to it."""

    id: str
    do: Pair
    it: Pair
    done: Pair


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject that comes back: who has it from which year, and what is said about it."""

    id: str
    units: tuple[tuple[int, str], ...]
    weight: int
    always: bool
    peaks: tuple[int, ...]
    titles: tuple[Pair, ...]
    texts: Mapping[str, tuple[Pair, ...]]
    claims: tuple[Claim, ...]
    tasks: tuple[Task, ...]

    def unit(self, year: int) -> str:
        """The unit that has the subject in a year."""
        return [unit for since, unit in self.units if since <= year][-1]


@dataclass(frozen=True, slots=True)
class Beat:
    """What one speaker does at one time: who, with which content, by which frames."""

    id: str
    speaker: str
    content: str | None
    acts: tuple[str, ...]
    stances: tuple[str, ...]
    aside: bool
    frames: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the minutes of one way of working look; the parts are told of in ``layouts.toml``."""

    id: str
    language: str
    tense: str
    width: int
    head: str
    person: str
    ks_person: str
    body_person: str
    join: str
    last: str
    adm: str
    absent: str
    absent_join: str = ", "
    taker: str
    heading: str
    grouped: bool = False
    lettered: bool = False

    @property
    def standard(self) -> int:
        """The written standard as the place in a pair: 0 for bokmål, 1 for nynorsk."""
        return int(self.language == "nn")


@dataclass(frozen=True, slots=True)
class Words:
    """All that the series is made of."""

    names: Names
    world: World
    themes: tuple[Theme, ...]
    beats: Mapping[str, Beat]
    scenes: Mapping[str, Any]
    verbs: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, Any]
    layouts: tuple[Layout, ...]


@cache
def load_words() -> Words:
    """Read all words; raises ``DataError`` with the file and what it lacks."""
    sentences = _table("sentences.toml")
    try:
        return Words(
            names=_names(_table("names.toml")),
            world=_world(_table("world.toml")),
            themes=tuple(_theme(id_, one) for id_, one in _table("themes.toml").items()),
            beats={id_: _beat(id_, one) for id_, one in sentences.pop("beats").items()},
            scenes=sentences.pop("scenes"),
            verbs={id_: tuple(forms) for id_, forms in sentences.pop("verbs").items()},
            phrases=sentences,
            layouts=tuple(Layout(**one) for one in _table("layouts.toml")["layout"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        message = f"data/demo: something is missing or is no such value ({error}); mend the file"
        raise DataError(message) from None


def _table(name: str) -> Table:
    path: Path = resource("data", "demo", name)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path}: not a TOML file ({error}); mend the line"
        raise DataError(message) from None


def _names(table: Table) -> Names:
    texts = {key: tuple(table[key]) for key in ("women", "men", "middle", "surnames")}
    return Names(**texts, slips=_pairs(table["slips"]))


def _world(table: Table) -> World:
    return World(
        years=_two(table["years"]),
        named=tuple(table["named"]),
        months=tuple(table["months"]),
        rooms=tuple(table["rooms"]),
        times=tuple(table["times"]),
        turns={id_: tuple(map(date.fromisoformat, days)) for id_, days in table["turns"].items()},
        kinds={id_: _kind(one) for id_, one in table["kinds"].items()},
        roles=dict(table["roles"]),
        units={id_: _unit(id_, one) for id_, one in table["units"].items()},
        namesakes=tuple(Namesake(**one) for one in table["namesakes"]),
    )


def _kind(table: Table) -> Kind:
    sources = tuple(table.get("from", {}).items())
    return Kind(table.get("turn"), _two(table.get("years", (0, 0))), table["stays"], sources)


def _unit(id_: str, table: Table) -> Unit:
    registers = load_registers()
    periods = tuple(registers.entry(one, None) for one in table["periods"])
    known = tuple(one for one in periods if one)
    if len(known) != len(periods):
        message = f"world.toml: 'units.{id_}' names a period that no register has; mend it"
        raise DataError(message)
    former = table.get("former", {})
    name = _pair(former["name"]) if former else None
    ks = table.get("ks", False)
    seats = tuple(table["seats"])
    return Unit(id_, known, ks, seats, former.get("until"), former.get("role"), name)


def _theme(id_: str, table: Table) -> Theme:
    units = table.get("units") or [[0, table["unit"]]]
    texts = {key: _pairs(table[key]) for key in ("state", "ks", "worries", "asks")}
    return Theme(
        id=id_,
        units=tuple((since, unit) for since, unit in units),
        weight=table.get("weight", 0),
        always=table.get("always", False),
        peaks=tuple(table.get("peaks", ())),
        titles=_pairs(table["titles"]),
        texts=texts,
        claims=tuple(_claim(one) for one in table["claims"]),
        tasks=tuple(_task(one) for one in table["tasks"]),
    )


def _claim(table: Table) -> Claim:
    state = tuple((since, stance) for since, stance in table["state"])
    return Claim(table["id"], _pair(table["that"]), _pair(table["np"]), state)


def _task(table: Table) -> Task:
    return Task(table["id"], _pair(table["do"]), _pair(table["it"]), _pair(table["done"]))


def _beat(id_: str, table: Table) -> Beat:
    return Beat(
        id=id_,
        speaker=table["speaker"],
        content=table.get("content"),
        acts=tuple(table["acts"]),
        stances=tuple(table.get("stances", ())),
        aside=table.get("aside", False),
        frames=_pairs(table["frames"]),
    )


def _pairs(values: list[list[str]]) -> tuple[Pair, ...]:
    return tuple(map(_pair, values))


def _pair(values: list[str]) -> Pair:
    first, second = values
    return first, second


def _two(values: list[int]) -> tuple[int, int]:
    first, second = values
    return first, second
