"""What the minutes say: moves become sentences, spoken by those who are there.

In: the items of a meeting and who came. Out: for each item its paragraphs, with marks on every
statement, name and body. Nobody speaks who is not on the list, and surnames stand alone only where
one person bears them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from standpunkt.demo.gathering import CHAIR
from standpunkt.demo.marks import capital
from standpunkt.demo.naming import bodies, slip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from standpunkt.demo.chance import Chance
    from standpunkt.demo.gathering import Attendee, Gathering
    from standpunkt.demo.marks import Marks
    from standpunkt.demo.plot import Item, Move
    from standpunkt.demo.words import Layout, Pair, Words
    from standpunkt.resolve.registers import Registers

TITLED, BODY, MISSPELT, REMARK, LEAVES = 14, 10, 2, 15, 3
"""Of a hundred: names after a role, KS instead of a name, slips, remarks, chairs who leave."""
_SLOT = re.compile(r"<(\w+)>|\{(\w+)\}")
_PART = re.compile(r"\[(.*?)\]")
_BY_BODY = frozenset({"claim", "claim-again", "request", "worry", "ks", "chase"})
_PROMISED = {"promise": "made", "renew": "renewed", "fulfil": "fulfilled", "chase": "asked for"}
_FIGURES = {"p": (4, 48), "m": (11, 95), "k": (11, 38), "d": (2, 4)}


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: somebody there, or the body (its period) that he or she belongs to."""

    attendee: Attendee
    body: str | None = None


class Telling:
    """Tells one meeting, in the written standard and the tense of a layout."""

    def __init__(
        self,
        words: Words,
        registers: Registers,
        gathering: Gathering,
        marks: Marks,
        layout: Layout,
        chance: Chance,
    ) -> None:
        self._words, self._registers, self._gathering = words, registers, gathering
        self._marks, self._chance = marks, chance
        self._language = layout.standard
        self._tense = 2 * layout.standard + (layout.tense == "present")
        self._chair = gathering.chair
        self._gone = set[str]()
        self._before = Voice(gathering.chair)
        self._deadline: date | None = None
        self._unit: str | None = None
        self._subject: Pair = ("", "")

    def item(self, item: Item) -> list[str]:
        """Tell what was said under an item, in paragraphs."""
        self._unit, self._subject = item.unit, item.subject
        paragraphs = list[str]()
        if item.nothing:
            return [self._choose(self._words.phrases["nothing"])]
        for move in item.moves:
            told = self._move(move)
            if move.beat.aside and paragraphs:
                paragraphs[-1] += f" {told}"
            else:
                paragraphs.append(told)
        if item.unit and self._chance.hit(REMARK):
            remark = self._choose(self._words.phrases["remarks"])
            paragraphs.append(remark.replace("{n}", str(self._chance.between(1, 4))))
        if item.unit and self._chance.hit(LEAVES):
            paragraphs += self._handover()
        return paragraphs

    def _choose(self, pairs: Sequence[Sequence[str]]) -> str:
        return self._chance.pick(pairs)[self._language]

    def _handover(self) -> list[str]:
        """Let the chair go, and somebody else lead, where there is somebody."""
        others = [one for one in self._politicians() if one is not self._chair]
        if self._gone or not others:
            return []
        leaver, self._chair = self._chair, others[0]
        self._gone.add(leaver.person.id)
        frame = self._choose(self._words.phrases["handover"])
        names = frame.replace("{who}", self._name(leaver)).replace("{other}", self._name(others[0]))
        people = {"leaves": leaver.person.id, "takes_over": others[0].person.id}
        return [self._marks.mark(names, "event", **people)]

    def _politicians(self) -> list[Attendee]:
        state = (one for one in self._gathering.state if not one.staff)
        return [one for one in state if one.person.id not in self._gone]

    def _move(self, move: Move) -> str:
        """Tell one move; a frame with brackets holds several statements."""
        speaker = self._speaker(move.beat.speaker)
        voice = Voice(speaker, self._body(move, speaker))
        able = [one for one in move.beat.frames if move.why or "{why}" not in one[0]]
        frame = self._chance.pick(able)[self._language]
        parts = _PART.split(frame) if "[" in frame else ["", frame, ""]
        slots = self._slots(move, voice)
        self._deadline = None
        told = list[str]()
        for place, part in enumerate(parts):
            text = _SLOT.sub(lambda match: self._filled(match, slots), self._bodies(part))
            after = (len(parts) - 1 - place) // 2
            told.append(self._statement(text, move, voice, after) if place % 2 else text)
        self._before = voice
        return capital("".join(told))

    def _statement(self, text: str, move: Move, voice: Voice, after: int) -> str:
        """Mark a statement, after which the sentence has so many others."""
        beat = move.beat
        note: dict[str, object] = {
            "speakers": [voice.body or voice.attendee.person.id],
            "act": beat.acts[-1 - after],
            "stance": beat.stances[0] if beat.stances else "none",
        }
        if move.claim:
            note["claim"] = move.claim
        if move.promise and not after:
            note |= {"commitment": move.promise.id, "what": _PROMISED[beat.id]}
            note |= {"deadline": str(self._deadline)} if self._deadline else {}
            move.promise.made = move.promise.made or self._gathering.day
        return self._marks.mark(text, "statement", **note)

    def _speaker(self, who: str) -> Attendee:
        before = self._before.attendee
        if who == "same":
            return before
        if who == "chair":
            return self._chair
        if who == "state" or (who == "reply" and before.ks):
            ours = (one for one in self._politicians() if one.seat.unit.id == self._unit)
            return next(ours, self._chair)
        return self._from_ks(before if who == "other" else None)

    def _from_ks(self, but: Attendee | None) -> Attendee:
        """Draw somebody from KS, the leaders more often, and never one of two called the same."""
        listed = (*self._gathering.present, *self._gathering.absent, self._gathering.taker)
        said = [one.said for one in listed]
        able = [one for one in self._gathering.ks if not one.staff and one is not but]
        able = [one for one in able if said.count(one.said) == 1] or able
        weights = [3 if one.seat.role.endswith("leder") else 2 for one in able]
        return able[self._chance.weighted(weights)]

    def _body(self, move: Move, speaker: Attendee) -> str | None:
        """The period of the body that speaks in place of a person, where one does."""
        if move.beat.aside:
            return self._before.body
        by_body = speaker.ks and move.beat.id in _BY_BODY and self._chance.hit(BODY)
        entry = self._words.world.units["ks"].on(self._gathering.day) if by_body else None
        return entry.id if entry else None

    def _filled(self, match: re.Match[str], slots: dict[str, Callable[[], str]]) -> str:
        verb, slot = match.groups()
        return self._words.verbs[verb][self._tense] if verb else slots[slot]()

    def _slots(self, move: Move, voice: Voice) -> dict[str, Callable[[], str]]:
        """How each slot of a frame is filled, when it is asked for."""
        speaker, body, other, promise = voice.attendee, voice.body, self._before, move.promise
        unit = "ks" if speaker.ks else speaker.seat.unit.id
        return {
            "who": lambda: self._unit_name("ks") if body else self._who(speaker),
            "he": lambda: self._unit_name("ks") if body else self._pronoun(speaker),
            "other": lambda: self._unit_name("ks") if other.body else self._name(other.attendee),
            "org": lambda: self._unit_name(unit),
            "asked": lambda: self._unit_name(self._answering()),
            "x": lambda: self._content(move.x),
            "why": lambda: self._content(move.why),
            "theme": lambda: self._subject[self._language],
            "by": self._by,
            "task": lambda: self._content(promise.task.do if promise else None),
            "done": lambda: self._content(promise.task.done if promise else None),
            "promised": lambda: self._meeting(promise.made if promise else None),
        }

    def _answering(self) -> str:
        """The unit that answers for the subject: the ministry's own, or the chair's."""
        units = [one.seat.unit.id for one in self._politicians()]
        return self._unit if self._unit in units and self._unit else CHAIR

    def _content(self, pair: Pair | None) -> str:
        text = pair[self._language] if pair else ""
        figures = {name: str(self._chance.between(*span)) for name, span in _FIGURES.items()}
        figures["m"] += "0"
        figures["k"] += str(self._chance.below(10))
        year = self._gathering.day.year
        return self._bodies(text.format(y=year, z=year + 1, **figures))

    def _bodies(self, text: str) -> str:
        named, day = self._words.world.named, self._gathering.day
        return bodies(text, named, day, self._registers, self._marks)

    def _by(self) -> str:
        """Draw a deadline some months ahead, and remember its last day."""
        day, months = self._gathering.day, self._chance.between(2, 8)
        year, month = day.year + (day.month + months - 1) // 12, (day.month + months - 1) % 12 + 1
        name = self._words.phrases["months"][month - 1]
        pattern = self._choose(self._words.phrases["deadlines"])
        first = self._chance.pick((1, 15))
        end = first if "{day}" in pattern else monthrange(year, month)[1]
        self._deadline = date(year, month, end)
        return pattern.format(day=f"{first}. {name} {year}", month=name, year=year)

    def _meeting(self, made: date | None) -> str:
        day = made or self._gathering.day
        return f"møtet i {self._words.phrases['months'][day.month - 1]} {day.year}"

    def _pronoun(self, speaker: Attendee) -> str:
        kind = "woman" if speaker.person.woman else "man"
        word: str = self._words.phrases["pronouns"][kind][self._language]
        return word

    def _who(self, speaker: Attendee) -> str:
        """Name a speaker, now and then with the role before."""
        if not speaker.ks and not speaker.staff and self._chance.hit(TITLED):
            role = self._registers.role(speaker.seat.role)
            title = (role.nb, role.nn)[self._language] if role else ""
            return f"{title} {self._name(speaker)}"
        return self._name(speaker)

    def _name(self, speaker: Attendee) -> str:
        said = speaker.said
        if " " not in said and self._chance.hit(MISSPELT):
            wrong = slip(said, self._words.names, self._chance)
            said = wrong if len(wrong) >= len(said) - 1 else said
        return self._marks.mark(said, "person", person=speaker.person.id)

    def _unit_name(self, id_: str) -> str:
        unit, day = self._words.world.units[id_], self._gathering.day
        entry = unit.on(day)
        label = unit.label(day, self._language)
        note = {"organization": entry.organization, "period": entry.id} if entry else {}
        return self._marks.mark(label, "organization", **note)
