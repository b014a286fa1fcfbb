"""Who sits where and when: careers, made by filling each seat whenever it is free.

In: the world, and the first and last day. Out: people, and for each seat who held it from when to
when. All state secretaries change with the government, the board of KS with its congress, officials
after some years. Whoever takes a seat may come from another one, which is then free in its turn:
so an adviser becomes a deputy director elsewhere, and a member of the board a state secretary.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from standpunkt.demo.people import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from standpunkt.demo.chance import Chance
    from standpunkt.demo.people import Person
    from standpunkt.demo.words import Names, Unit, World

_GAP = timedelta(days=30)
"""How long a seat is free after somebody has left it for another one."""
_SETTLED = timedelta(days=300)
"""Nobody leaves a seat before this."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One place in a ministry or a body; ``number`` tells those apart that share a role."""

    unit: Unit
    number: int
    role: str
    kind: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody in a seat, from a day up to, and not with, another; ``end`` is empty at the end."""

    person: Person
    seat: Seat
    start: date
    end: date | None = None

    def holds(self, day: date) -> bool:
        """True on the days on which the person has the seat."""
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True)
class Cast:
    """Everybody, and who sat where."""

    people: tuple[Person, ...]
    tenures: tuple[Tenure, ...]

    def on(self, day: date) -> list[Tenure]:
        """Who sits where on a day, in the order of the seats."""
        return [one for one in self.tenures if one.holds(day)]


def cast(world: World, names: Names, chance: Chance, first: date, last: date) -> Cast:
    """Fill all seats from the first to the last day."""
    return _Casting(world, names, chance, first, last).run()


class _Casting:
    """The seats, who is in them now, and when each is free again."""

    def __init__(self, world: World, names: Names, chance: Chance, first: date, last: date) -> None:
        self._world, self._chance, self._first, self._last = world, chance, first, last
        self._register = Register(names, chance.of("people"))
        self._seats = list(_seats(world))
        self._now: dict[int, Tenure] = {}
        self._free: dict[int, date] = {}
        self._ahead: list[tuple[date, int]] = []
        self._done: list[Tenure] = []
        self._namesakes = list(world.namesakes)

    def run(self) -> Cast:
        for place, seat in enumerate(self._seats):
            opens = min((one.valid_from or date.min) for one in seat.unit.periods)
            self._is_free(place, max(self._first, opens))
        while self._ahead:
            day, place = heappop(self._ahead)
            if self._free.get(place) == day:
                self._turn(place, day)
        self._done += self._now.values()
        order = {seat: place for place, seat in enumerate(self._seats)}
        tenures = sorted(self._done, key=lambda one: (order[one.seat], one.start))
        return Cast(tuple(self._register.people), tuple(tenures))

    def _is_free(self, place: int, day: date) -> None:
        self._free[place] = day
        if day <= self._last:
            heappush(self._ahead, (day, place))

    def _turn(self, place: int, day: date) -> None:
        """Let a seat come to the end of a term, and fill it."""
        seat = self._seats[place]
        kind = self._world.kinds[seat.kind]
        open_ = seat.unit.on(day) is not None
        stays = place in self._now and open_ and self._chance.hit(kind.stays)
        if not stays:
            self._leave(place, day)
            if not open_:
                return
            self._now[place] = Tenure(self._somebody(seat, day), seat, day)
        self._is_free(place, self._until(seat, day))

    def _leave(self, place: int, day: date) -> None:
        if held := self._now.pop(place, None):
            self._done.append(replace(held, end=day))

    def _until(self, seat: Seat, day: date) -> date:
        kind = self._world.kinds[seat.kind]
        closes = max((one.valid_to or date.max) for one in seat.unit.periods)
        if kind.turn:
            until = next((one for one in self._world.turns[kind.turn] if one > day), date.max)
        else:
            years = self._chance.between(1 if day == self._first else kind.years[0], kind.years[1])
            until = day + timedelta(days=365 * years + self._chance.below(300))
        return min(until, closes)

    def _somebody(self, seat: Seat, day: date) -> Person:
        rolled = self._chance.below(100)
        for source, share in self._world.kinds[seat.kind].sources:
            if rolled < share and day > self._first:
                return self._from(source, seat, day) or self._new(seat, day)
            rolled -= share
        return self._new(seat, day)

    def _from(self, source: str, seat: Seat, day: date) -> Person | None:
        """Take somebody out of another seat, or back from earlier; ``None`` where nobody is."""
        if source.startswith("!"):
            gone = self._gone(source[1:])
            return self._chance.pick(gone) if gone else None
        places = [
            place
            for place, held in sorted(self._now.items())
            if held.seat.kind == source
            and held.seat.unit != seat.unit
            and day - held.start >= _SETTLED
        ]
        if not places:
            return None
        place = self._chance.pick(places)
        person = self._now[place].person
        self._leave(place, day)
        self._is_free(place, day + _GAP)
        return person

    def _gone(self, kind: str) -> list[Person]:
        sitting = {held.person for held in self._now.values()}
        left = dict.fromkeys(one.person for one in self._done if one.seat.kind == kind)
        return [person for person in left if person not in sitting]

    def _new(self, seat: Seat, day: date) -> Person:
        for rule in self._namesakes:
            late_enough = day.year >= self._first.year + rule.after
            if rule.kind == seat.kind and late_enough and (others := self._plain(rule.of)):
                self._namesakes.remove(rule)
                return self._register.new(day, self._chance.pick(others))
        return self._register.new(day)

    def _plain(self, kind: str) -> list[Person]:
        """List those of a kind whose name is only two names, for somebody to share."""
        sitting = [held.person for _, held in sorted(self._now.items()) if held.seat.kind == kind]
        people = self._gone(kind[1:]) if kind.startswith("!") else sitting
        return [one for one in people if one.middle is None and one.changed is None]


def _seats(world: World) -> Iterator[Seat]:
    for unit in world.units.values():
        for number, role in enumerate(unit.seats):
            yield Seat(unit, number, role, world.roles[role])
