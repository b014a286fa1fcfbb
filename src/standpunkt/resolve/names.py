"""Which participant a name in the text stands for, in this meeting.

Every ending of a participant's name is a form of it (``Krat Bjørkholt``, ``Bjørkholt``), and so
are the first and last name together, and given names that nobody else has. A name that is nobody's
form is compared letter by letter and accepted with a margin; a tie is nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA, JaroWinkler

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from standpunkt.model import Participant

SIMILAR = 0.93
"""The least Jaro-Winkler similarity at which a misspelt name is taken for a participant's."""
INITIALLED = 0.98
"""How sure a surname with fitting initials is."""
GIVEN = 0.95
"""How sure a given name is that only one in the meeting bears."""
MARGIN = 0.05
"""How much more similar it must be than the next participant's name."""
_SHORTEST = 4
_INITIAL = re.compile(r"[A-ZÆØÅ]\.?")


@dataclass(frozen=True, slots=True)
class Found:
    """A participant found at some words: how many words, and how sure (1 for a form as listed)."""

    participant: Participant
    words: int
    score: float


class NameIndex:
    """The forms of the names of everybody in a meeting."""

    def __init__(self, participants: Iterable[Participant]) -> None:
        self._forms: dict[str, list[Participant]] = defaultdict(list)
        self._given_names: dict[str, list[Participant]] = defaultdict(list)
        for participant in participants:
            self._add(participant)
        self._longest = max((len(form.split()) for form in self._forms), default=0)
        self._surnames = [
            (_squeezed(form), people[0])
            for form, people in self._forms.items()
            if len(people) == 1 and len(form) >= _SHORTEST
        ]

    def _add(self, participant: Participant) -> None:
        words = participant.name.split()
        forms = {" ".join(words[start:]) for start in range(len(words))}
        forms.add(f"{words[0]} {words[-1]}")
        forms.add(f"{words[0]} {' '.join(words[-2:])}" if len(words) > 2 else participant.name)
        for form in forms | set(participant.aliases):
            self._forms[form.casefold()].append(participant)
        for length in range(1, max(2, len(words))):
            given = " ".join(words[:length]).casefold()
            self._given_names[given].append(participant)

    def at(self, words: Sequence[str]) -> Found | None:
        """The participant whose name the sequence of words begins with, in its longest form."""
        names = _name_words(words[: self._longest + 1])
        for length in range(len(names), 0, -1):
            found = self._exact(names[:length], alone=length == len(names))
            if found:
                return found
        # Likeness is only asked of a whole name: "Bergen Havn" is no "Bergheim".
        return self._initialled(names) or self._similar(names)

    def _initialled(self, names: Sequence[str]) -> Found | None:
        """As in "G. M. Helgesen": a surname with the first letters of given names."""
        initials = [name[0] for name in names if _INITIAL.fullmatch(name)]
        rest = " ".join(names[len(initials) :]).casefold()
        people = self._forms.get(rest, []) if initials else []
        fitting = [p for p in people if p.name.startswith(initials[0])]
        return Found(fitting[0], len(names), INITIALLED) if len(fitting) == 1 else None

    def _exact(self, names: Sequence[str], *, alone: bool) -> Found | None:
        form = " ".join(names).casefold()
        kinds = [(self._forms, 1.0), (self._given_names, GIVEN)]
        for forms, score in kinds if alone else kinds[:1]:
            people = forms.get(form) or forms.get(form.removesuffix("s"), [])
            if len(people) == 1:
                return Found(people[0], len(names), score)
        return None

    def ambiguous(self, words: Sequence[str]) -> tuple[Participant, ...]:
        """The participants that a name may stand for, where it may stand for more than one."""
        names = _name_words(words[: self._longest + 1])
        form = " ".join(names).casefold()
        exact = self._forms.get(form) or self._forms.get(form.removesuffix("s"), [])
        if exact:
            return tuple(exact) if len(exact) > 1 else ()
        near = self._near(names)
        return tuple(near) if len(near) > 1 else ()

    def _similar(self, names: Sequence[str]) -> Found | None:
        near = self._near(names)
        if len(near) != 1:
            return None
        ((participant, score),) = near.items()
        return Found(participant, len(names), score)

    def _near(self, names: Sequence[str]) -> dict[Participant, float]:
        """The participants whose surnames are most like a name, with their likeness.

        Several where none is more like it than the others by the margin.
        """
        squeezed = _squeezed(" ".join(names).casefold())
        if len(squeezed) < _SHORTEST:
            return {}
        best: dict[Participant, float] = {}
        for known, participant in self._surnames:
            slips = _most_slips(known)
            if OSA.distance(squeezed, known, score_cutoff=slips) > slips:
                continue
            score = JaroWinkler.similarity(squeezed, known)
            best[participant] = max(score, best.get(participant, 0.0))
        ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0].name))
        if not ranked or ranked[0][1] < SIMILAR:
            return {}
        return {one: score for one, score in ranked if ranked[0][1] - score < MARGIN}


def _squeezed(form: str) -> str:
    """A form without spaces, in which "aa" is "å"."""
    return form.replace(" ", "").replace("aa", "å")


def _most_slips(form: str) -> int:
    """How many letters a misspelt form may differ in."""
    return 1 if len(form) < 6 else 2


def _name_words(words: Sequence[str]) -> list[str]:
    names: list[str] = []
    for word in words:
        if not word[:1].isupper():
            break
        names.append(word.strip(".,:;'’") if len(word) > 2 else word)
        if word.endswith((",", ":", ";")):
            break
    return names
