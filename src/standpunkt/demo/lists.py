"""The head of minutes: title, time and place, and the lists of who was there.

In: a layout (a template of ``layouts.toml``), the gathering, the agenda. Out: the head as text,
with marks on every name and body.
"""

from __future__ import annotations

import re
from itertools import groupby
from string import ascii_lowercase
from typing import TYPE_CHECKING

from standpunkt.demo.marks import wrap
from standpunkt.demo.naming import bodies, last_first

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from standpunkt.demo.gathering import Attendee, Gathering
    from standpunkt.demo.marks import Marks
    from standpunkt.demo.words import Layout, Words
    from standpunkt.resolve.registers import Registers

_ABSENT = re.compile(r"(^[^\n{]+\n\n?)?^(?:[^\n]*: )?\{absent\}\n\n?", re.MULTILINE)


class Lists:
    """Writes the head of one meeting's minutes; ``written`` holds each name as the list has it.

    ``former`` are the surnames that people had until now, for those whose new one is told of.
    """

    def __init__(
        self,
        words: Words,
        registers: Registers,
        layout: Layout,
        gathering: Gathering,
        marks: Marks,
        written: Mapping[str, str],
        former: Mapping[str, str],
    ) -> None:
        self._words, self._registers, self._layout = words, registers, layout
        self._gathering, self._marks = gathering, marks
        self._written, self._former = written, former
        self._language = layout.standard

    def head(self, number: int, place: str, time: str, titles: Sequence[str]) -> str:
        """Write the head; ``titles`` are the headings, for layouts that list them."""
        gathering, phrases = self._gathering, self._words.phrases
        day = gathering.day
        template = self._layout.head.strip("\n")
        if not gathering.absent:
            template = _ABSENT.sub("", f"{template}\n").rstrip("\n")
        slots = {
            "number": str(number),
            "year": str(day.year),
            "day": str(day.day),
            "month": f"{day.month:02}",
            "monthname": phrases["months"][day.month - 1],
            "weekday": phrases["weekdays"][day.weekday()][self._language],
            "time": time,
            "place": place,
            "state": self._side(gathering.state),
            "ks": self._side(gathering.ks),
            "absent": self._absent(),
            "chair": self._entry(gathering.chair, "{name}", "chair"),
            "taker": self._entry(gathering.taker, self._layout.taker, "minute-taker"),
            "agenda": "\n".join(titles),
        }
        named = self._words.world.named
        template = bodies(template, named, day, self._registers, self._marks)
        lines = [line.format(**slots) for line in template.split("\n")]
        return "\n".join(self._wrapped(line) for line in lines)

    def _wrapped(self, line: str) -> str:
        own_lines = self._layout.join == "\n"
        return line if own_lines else wrap(line, self._layout.width)

    def _side(self, people: Sequence[Attendee]) -> str:
        if self._layout.grouped and not people[0].ks:
            return self._joined([self._group(list(ones)) for _, ones in groupby(people, _role)])
        return self._joined([self._listed(one) for one in people])

    def _joined(self, entries: Sequence[str]) -> str:
        """Put entries one after the other, with a word before the last."""
        *first, last = entries
        return self._layout.last.join([self._layout.join.join(first), last][not first :])

    def _group(self, people: Sequence[Attendee]) -> str:
        """Put those of one role under its plural: "statssekretærene A (FIN) og B (KD)"."""
        role = self._registers.role(people[0].seat.role)
        several = len(people) > 1
        title = (role.plural[1] if several else role.nb) if role else ""
        *first, last = [self._listed(one) for one in people]
        return f"{title} {' og '.join([', '.join(first), last][not first :])}"

    def _listed(self, one: Attendee) -> str:
        layout, ours = self._layout, one.seat.unit.id == "ks"
        template = (layout.ks_person if ours else layout.body_person) if one.ks else layout.person
        entry = self._entry(one, template, "delegate")
        if one.deputy_for:
            name = self._written[one.deputy_for.id]
            marked = self._marks.mark(name, "person", person=one.deputy_for.id)
            entry += f" (vara for {marked})"
        return entry + (self._layout.adm if one.staff else "")

    def _absent(self) -> str:
        template = self._layout.absent
        entries = [self._entry(one, template, "absent") for one in self._gathering.absent]
        return self._layout.absent_join.join(entries)

    def _entry(self, one: Attendee, template: str, function: str) -> str:
        """Write one on the list: role, name and body as the layout has them."""
        unit, day = one.seat.unit, self._gathering.day
        role = self._registers.role(unit.role(one.seat.role, day))
        entry, label = unit.on(day), unit.label(day, self._language)
        name = self._written[one.person.id]
        note = {
            "person": one.person.id,
            "role": role.id if role else None,
            "period": entry.id if entry else None,
            "function": function,
        }
        period = {"organization": entry.organization, "period": entry.id} if entry else {}
        former = self._former.get(one.person.id)
        told = f" (tidl. {former})" if former and function == "delegate" else ""
        title = (role.nb, role.nn)[self._language] if role else ""
        turned = last_first(name) if "{last_first}" in template else name
        written = self._marks.mark(turned, "person", **note) + told
        org = self._marks.mark(label, "organization", **period)
        return template.format(name=written, last_first=written, role=title, org=org)

    def heading(self, place: int, title: str) -> str:
        """Write the heading of an item, the ``place``-th of the agenda from 1."""
        number = ascii_lowercase[place - 1] if self._layout.lettered else str(place)
        template = self._layout.heading.replace("{^title}", title.upper())
        return template.format(n=number, title=title)


def _role(one: Attendee) -> str:
    return one.seat.role
