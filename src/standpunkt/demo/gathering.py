"""Who comes to a meeting: the chair, the ministries whose subjects are up, KS, and who stays away.

In: who sits where on the day, and the subjects. Out: a :class:`Gathering`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from standpunkt.demo.casting import Cast, Seat, Tenure
    from standpunkt.demo.chance import Chance
    from standpunkt.demo.people import Person

CHAIR = "kommunal"
"""The unit that leads the meetings and writes the minutes."""
STAFF = frozenset({"director", "deputy", "adviser", "executive", "staff"})
ALWAYS = ("finans",)
_TOGETHER = 60
"""In so many of a hundred cases those who share a name are called before others of the staff."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody on the list; ``said`` is the name in running text, where no one else bears it.

    ``deputy_for`` is whose place a deputy takes.
    """

    person: Person
    seat: Seat
    name: str
    said: str
    deputy_for: Person | None = None

    @property
    def ks(self) -> bool:
        """True on KS's side."""
        return self.seat.unit.ks

    @property
    def staff(self) -> bool:
        """True for those who help the others: "(adm.)"."""
        return self.seat.kind in STAFF and self.seat.unit.id in {"ks", *_ministries(self.seat)}


@dataclass(frozen=True, slots=True)
class Gathering:
    """All who are on the list of a meeting; the chair is one of those present."""

    day: date
    chair: Attendee
    taker: Attendee
    present: tuple[Attendee, ...]
    absent: tuple[Attendee, ...]

    @property
    def state(self) -> tuple[Attendee, ...]:
        """Those present from the ministries."""
        return tuple(one for one in self.present if not one.ks)

    @property
    def ks(self) -> tuple[Attendee, ...]:
        """Those present from KS and its bodies."""
        return tuple(one for one in self.present if one.ks)

    def speaker(self, unit: str) -> Attendee:
        """Who speaks for a unit: its minister or state secretary, else the chair."""
        ours = (one for one in self.state if one.seat.unit.id == unit and not one.staff)
        return next(ours, self.chair)


def gather(cast: Cast, day: date, units: Sequence[str], chance: Chance) -> Gathering:
    """Call a meeting on a day for the units whose subjects are up."""
    sitting = cast.on(day)
    taker = chance.pick([one for one in sitting if _is_taker(one)])
    doubles = _doubles(sitting, day) if chance.hit(_TOGETHER) else frozenset[str]()
    state, chair, away = _state(sitting, units, doubles, chance)
    ks, ill, deputy = _ks(sitting, doubles, chance)
    listed = [*state, *ks, taker, *away, *ill]
    said = _said(listed, day)

    def attendee(tenure: Tenure) -> Attendee:
        person = tenure.person
        place = deputy[1].person if deputy and deputy[0] is tenure else None
        return Attendee(person, tenure.seat, person.name(day), said[person.id], place)

    present = tuple(map(attendee, [*state, *ks]))
    return Gathering(
        day=day,
        chair=present[state.index(chair)],
        taker=attendee(taker),
        present=present,
        absent=tuple(map(attendee, [*away, *ill])),
    )


def _ministries(seat: Seat) -> tuple[str, ...]:
    return () if seat.unit.ks else (seat.unit.id,)


def _is_taker(tenure: Tenure) -> bool:
    return tenure.seat.unit.id == CHAIR and tenure.seat.role == "radgiver"


def _state(
    sitting: list[Tenure],
    units: Sequence[str],
    doubles: frozenset[str],
    chance: Chance,
) -> tuple[list[Tenure], Tenure, list[Tenure]]:
    """Choose who comes from the ministries, who of them leads, and who has sent apologies."""
    ministers = [one for one in sitting if one.seat.kind == "minister"]
    secretaries = [one for one in sitting if one.seat.kind == "secretary"]
    at_home = [one for one in ministers if one.seat.unit.id == CHAIR]
    second = [one for one in secretaries if one.seat.unit.id == CHAIR]
    chair = (second if chance.hit(20) and second else at_home or second)[0]
    come: list[Tenure] = [chair]
    away: list[Tenure] = []
    for unit in dict.fromkeys([*ALWAYS, *units]):
        own = [one for one in secretaries if one.seat.unit.id == unit and one is not chair]
        heads = [one for one in ministers if one.seat.unit.id == unit and one is not chair]
        chosen = chance.pick(
            heads if heads and unit != CHAIR and chance.hit(30) else own or [chair]
        )
        if chosen in come:
            continue
        (away if chance.hit(6) else come).append(chosen)
    helpers = [one for one in sitting if one.seat.kind in STAFF and not one.seat.unit.ks]
    near = [one for one in helpers if one.seat.unit.id in {CHAIR, *units} or _is(one, doubles)]
    staff = chance.shuffled([one for one in near if not _is_taker(one)])
    come += _first(staff, doubles)[: chance.between(2, 4)]
    return come, chair, away


def _ks(
    sitting: list[Tenure], doubles: frozenset[str], chance: Chance
) -> tuple[list[Tenure], list[Tenure], tuple[Tenure, Tenure] | None]:
    """Choose who comes from KS, who has sent apologies, and who comes as somebody's deputy."""
    ours = [one for one in sitting if one.seat.unit.ks]
    leaders = [one for one in ours if one.seat.role in {"styreleder", "1-nestleder"}]
    board = [one for one in ours if one.seat.kind == "elected" and one not in leaders]
    bodies = [one for one in ours if one.seat.unit.id == "radmenn"]
    staff = [one for one in ours if one.seat.kind in {"executive", "staff"} and one not in bodies]
    drawn = chance.shuffled(board)
    ill = drawn[:1] if chance.hit(45) else []
    come = drawn[len(ill) : len(ill) + chance.between(3, 4)]
    members = [one for one in come if one.seat.unit.id == "ks"]
    deputy = (members[-1], ill[0]) if ill and members and chance.hit(45) else None
    come = sorted(come, key=board.index)
    come += [chance.pick(bodies)] if bodies and chance.hit(70) else []
    come += _first(chance.shuffled(staff), doubles)[: chance.between(2, 4)]
    return [*leaders, *come], ill, deputy


def _doubles(sitting: list[Tenure], day: date) -> frozenset[str]:
    """The ids of those who share given name and surname with somebody else in a seat."""
    called = [(one.person.given, one.person.family(day)) for one in sitting]
    shared = {name for name, times in Counter(called).items() if times > 1}
    return frozenset(
        one.person.id for one, name in zip(sitting, called, strict=True) if name in shared
    )


def _is(tenure: Tenure, doubles: frozenset[str]) -> bool:
    return tenure.person.id in doubles


def _first(staff: list[Tenure], doubles: frozenset[str]) -> list[Tenure]:
    return sorted(staff, key=lambda one: not _is(one, doubles))


def _said(listed: list[Tenure], day: date) -> dict[str, str]:
    """Name everybody by surname where that is clear, else by given name and surname too."""
    people = {one.person.id: one.person for one in listed}
    borne = Counter(name for one in people.values() for name in _families(one, day))
    return {
        id_: one.family(day) if borne[one.family(day)] == 1 else f"{one.given} {one.family(day)}"
        for id_, one in people.items()
    }


def _families(person: Person, day: date) -> set[str]:
    """All that somebody may be taken for: the surname, and a middle name."""
    return {person.family(day), person.surname, *([person.middle] if person.middle else ())}
