"""All meetings of a series, one after the other, and the truth about them.

In: how many meetings, a seed, the first year. Out: a :class:`Series`: documents, and the truth as
a JSON object. The first meetings of a long series are the same as those of a short one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from standpunkt.demo.casting import cast
from standpunkt.demo.chance import Chance
from standpunkt.demo.gathering import gather
from standpunkt.demo.lists import Lists
from standpunkt.demo.marks import Marks, wrap
from standpunkt.demo.naming import listed
from standpunkt.demo.plot import Plot
from standpunkt.demo.telling import Telling
from standpunkt.demo.truth import tell
from standpunkt.demo.words import load_words
from standpunkt.errors import UsageError
from standpunkt.resolve.registers import load_registers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.demo.casting import Cast
    from standpunkt.demo.gathering import Gathering
    from standpunkt.demo.marks import Marked
    from standpunkt.demo.people import Person
    from standpunkt.demo.plot import Item, Promise
    from standpunkt.demo.words import Layout, Words

NOTE = "Made up by 'standpunkt demo': no such meeting was held, and no such people exist."
STYLE = 6
"""After how many meetings a minute-taker takes up another layout."""
_WEEKEND = 5


@dataclass(frozen=True, slots=True)
class MadeUp:
    """One document of the series: its file name, its text, its title, and what is marked in it."""

    name: str
    title: str
    text: str
    marked: tuple[Marked, ...]
    day: date
    layout: str
    language: str


@dataclass(frozen=True)
class Series:
    """The documents of a series, and the truth about them."""

    documents: tuple[MadeUp, ...]
    truth: dict[str, Any]


def make(meetings: int, seed: int, first: int) -> Series:
    """Make a series of so many meetings from a year on.

    Raises ``UsageError`` where the registers do not reach so far.
    """
    words = load_words()
    per_year = len(words.world.months)
    last = first + (meetings - 1) // per_year
    least, most = words.world.years
    if meetings < 1 or first < least or last > most:
        message = (
            f"{meetings} meetings from {first} end in {last}; expected one or more, all of them "
            f"from {least} to {most}. Ask for fewer, or for other years"
        )
        raise UsageError(message)
    chance = Chance("standpunkt", seed, first)
    days = [_day(words, first, number, chance) for number in range(meetings)]
    end = date(most, 12, 31)  # the same careers, however many meetings are held
    everybody = cast(words.world, words.names, chance.of("cast"), date(first, 1, 1), end)
    maker = _Maker(words, everybody, chance)
    documents = tuple(maker.document(day, number % per_year + 1) for number, day in enumerate(days))
    truth = tell(documents, everybody, maker.promises, words)
    asked = {"made_up": NOTE, "seed": seed, "meetings": meetings, "from": first}
    return Series(documents, asked | truth)


def _day(words: Words, first: int, number: int, chance: Chance) -> date:
    months = words.world.months
    year, month = first + number // len(months), months[number % len(months)]
    day = date(year, month, chance.of("day", number).between(3, 18))
    return day + timedelta(days=2) if day.weekday() >= _WEEKEND else day


class _Maker:
    """Makes one document after the other; remembers styles, new surnames, and the plot."""

    def __init__(self, words: Words, everybody: Cast, chance: Chance) -> None:
        self._words, self._cast, self._chance = words, everybody, chance
        self._plot = Plot(words)
        self._style, self._held, self._taker = 0, 0, ""
        self._told = set[str]()

    @property
    def promises(self) -> list[Promise]:
        """All that the state has promised so far."""
        return self._plot.promises

    def document(self, day: date, number: int) -> MadeUp:
        """Make the minutes of the meeting on a day, the ``number``-th of its year."""
        chance = self._chance.of(day)
        items, gathering = self._meeting(day, chance)
        layout, marks = self._layout(gathering), Marks()
        lists = self._lists(layout, gathering, marks, chance.of("names"))
        telling = Telling(
            self._words, load_registers(), gathering, marks, layout, chance.of("telling")
        )
        titles = [item.title[layout.standard].format(z=day.year + 1) for item in items]
        headings = [lists.heading(place, title) for place, title in enumerate(titles, 1)]
        place, time = chance.pick(self._words.world.rooms), chance.pick(self._words.world.times)
        head = lists.head(number, place, time, headings)
        blocks = [head, self._words.phrases["made_up"][0][layout.standard]]
        for heading, item in zip(headings, items, strict=True):
            blocks += [heading, *(wrap(one, layout.width) for one in telling.item(item))]
        text, marked = marks.resolve("\n\n".join(blocks) + "\n")
        name = f"oppdiktet_{day}_konsultasjonsmote-{number}"
        title = f"Oppdiktet referat fra {number}. konsultasjonsmøte {day.year}"
        return MadeUp(name, title, text, tuple(marked), day, layout.id, layout.language)

    def _meeting(self, day: date, chance: Chance) -> tuple[list[Item], Gathering]:
        """Say what happens on a day, and who is there."""
        themes = self._plot.themes(day.year, chance.of("themes"))
        items = self._plot.items(day.year, themes, chance.of("plot"))
        units = [one.unit for one in items if one.unit]
        return items, gather(self._cast, day, units, chance.of("gathering"))

    def _lists(self, layout: Layout, gathering: Gathering, marks: Marks, chance: Chance) -> Lists:
        """Make ready the lists of a meeting: how everybody's name is written, old names too."""
        day, names = gathering.day, self._words.names
        people = [one.person for one in (*gathering.present, *gathering.absent, gathering.taker)]
        written = {one.id: listed(one, day, names, chance) for one in people}
        former = self._former(people, day)
        return Lists(self._words, load_registers(), layout, gathering, marks, written, former)

    def _layout(self, gathering: Gathering) -> Layout:
        """Choose the layout: another one with each new minute-taker, and after some meetings."""
        self._held += 1
        if gathering.taker.person.id != self._taker or self._held > STYLE:
            self._style += bool(self._taker)
            self._taker, self._held = gathering.taker.person.id, 1
        return self._words.layouts[self._style % len(self._words.layouts)]

    def _former(self, people: Sequence[Person], day: date) -> dict[str, str]:
        """Find those whose new surname is told of for the first time, and the old one."""
        new = [one for one in people if one.changed and one.changed <= day]
        fresh = [one for one in new if one.id not in self._told]
        self._told.update(one.id for one in fresh)
        return {one.id: one.surname for one in fresh}
