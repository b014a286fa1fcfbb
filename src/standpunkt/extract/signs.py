"""The signs by which one statement is seen to answer another.

A sign is a number, mostly 0 or 1: of the statement alone (it points back, it is a promise), of
the earlier one (it is a wish), or of the two together (they share words, it was asked for). What
each counts is told by ``data/lexicon/replies.csv``. In: turns in order and the links found so
far. Out: the signs of a pair by name.
"""

from __future__ import annotations

from collections import Counter
from math import sqrt
from typing import TYPE_CHECKING

from standpunkt.extract.likeness import alike, shared
from standpunkt.model import Act, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.extract.turns import Turn

WANTS = frozenset({Act.DEMAND, Act.PROPOSAL, Act.REQUEST})
VIEWS = frozenset({Act.CONCERN, Act.ASSESSMENT})
REACTIONS = frozenset({Act.SUPPORT, Act.OPPOSITION})
_ANSWERED_BY = {
    Act.SUPPORT: WANTS | VIEWS,
    Act.OPPOSITION: WANTS | VIEWS,
    Act.COMMITMENT: WANTS | VIEWS | {Act.QUESTION},
    Act.ACKNOWLEDGEMENT: WANTS | VIEWS,
    Act.INFORMATION: frozenset({Act.QUESTION}),
    Act.QUESTION: VIEWS | {Act.INFORMATION},
    Act.CONCERN: frozenset({Act.QUESTION}),
    Act.ASSESSMENT: frozenset({Act.QUESTION}),
}
"""What each act answers; a demand or a view mostly speaks for itself."""
_GO_BY_ONE_NAME = (WANTS, VIEWS, frozenset({Act.ASSESSMENT, Act.DEMAND}))
"""Acts that go by each other's names: a wish is a demand, a view may be a concern."""
_SIDES = frozenset({Side.STATE, Side.KS})
_MOST_SHARED = 3.0
_FARTHEST = 4
_FEW_WORDS = 2


class Signs:
    """The signs between the turns of a meeting."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._turns = turns
        every = frozenset().union(*(turn.words for turn in turns))
        self._spread = Counter(
            {word: sum(any(alike(word, w) for w in t.words) for t in turns) for word in every}
        )

    def of(
        self, index: int, earlier: int, candidates: Sequence[int], links: Sequence[int | None]
    ) -> dict[str, float]:
        """The signs that the turn at ``index`` answers the ``earlier`` one, without zeros.

        ``candidates`` are all that it may answer, the nearest first; ``links`` tell what the turns
        before it answer.
        """
        signs = self.every(index, earlier, candidates, links)
        return {name: float(value) for name, value in signs.items() if value}

    def every(
        self, index: int, earlier: int, candidates: Sequence[int], links: Sequence[int | None]
    ) -> dict[str, float]:
        """All signs of a pair, zeros too."""
        return {
            "any": 1.0,
            **self._of_turn(index),
            **self._of_earlier(earlier, links),
            **self._of_words(index, earlier),
            **self._of_people(index, earlier, candidates),
            **self._of_place(index, earlier, candidates, links),
        }

    def _of_turn(self, index: int) -> dict[str, float]:
        turn = self._turns[index]
        goes_on = index > 0 and same_speaker(self._turns[index - 1], turn)
        return {
            "replies": turn.dialogue == "reply" or turn.act in REACTIONS,
            "inherits": turn.inherited,
            "own-point": turn.act in WANTS | VIEWS,
            "asks-somebody": turn.dialogue == "elicit",
            "points": turn.points,
            "contrasts": turn.contrasts,
            "few-words": len(turn.words) <= _FEW_WORDS and not _merely_tells(turn),
            "goes-on": goes_on and not turn.coordinated,
            "goes-on-in-sentence": goes_on and turn.coordinated,
        }

    def _of_earlier(self, earlier: int, links: Sequence[int | None]) -> dict[str, float]:
        said = self._turns[earlier]
        return {
            "wish": said.act in WANTS,
            "procedure": said.act is Act.PROCEDURAL,
            "inherited": said.inherited,
            "reaction": said.act in REACTIONS and links[earlier] is not None,
        }

    def _of_words(self, index: int, earlier: int) -> dict[str, float]:
        turn, said = self._turns[index], self._turns[earlier]
        both = shared(turn.words, said.all_words)
        own = turn.own_words.intersection(both)
        weight = sum(1 / sqrt(max(1, self._spread[word] - 1)) for word in own)
        named = turn.noun is not None and any(
            turn.noun is said.act or {turn.noun, said.act} <= acts for acts in _GO_BY_ONE_NAME
        )
        return {
            "shared-words": min(weight, _MOST_SHARED),
            "no-shared-words": not both,
            "first-word-shared": bool(shared(turn.first_word, said.all_words)),
            "noun-fits": named,
            "noun-says": turn.noun is said.act,
            "fits": said.act in answered_by(turn),
        }

    def _of_people(self, index: int, earlier: int, candidates: Sequence[int]) -> dict[str, float]:
        turn, said = self._turns[index], self._turns[earlier]
        people = {*turn.behalf, *(actor.name for actor in turn.actors)}
        asked = turn.act not in REACTIONS and not people.isdisjoint(said.addressees)
        named = [i for i in candidates if turn.names(self._turns[i])]
        return {
            "asked": asked,
            "asks-back": not turn.speaks_to.isdisjoint(said.speaks_as),
            "named": earlier in named,
            "another-named": bool(named) and earlier not in named,
            "same-side": not asked and turn.side is said.side and turn.side in _SIDES,
        }

    def _of_place(
        self,
        index: int,
        earlier: int,
        candidates: Sequence[int],
        links: Sequence[int | None],
    ) -> dict[str, float]:
        turn, said = self._turns[index], self._turns[earlier]
        speakers = self._speakers_back_to(earlier, index)
        is_open = said.act is Act.QUESTION and earlier not in links[:index]
        return {
            "just-before": earlier == index - 1,
            "same-paragraph": turn.paragraph == said.paragraph,
            "speakers-between": min(_FARTHEST, max(0, speakers - 2)),
            "question-just-asked": is_open and speakers == 1,
            "points-to-nearest": turn.points and earlier == candidates[0],
        }

    def _speakers_back_to(self, earlier: int, index: int) -> int:
        """How many others had the word from ``earlier`` on, one after the other."""
        turn, others = self._turns[index], 0
        for i in range(index - 1, earlier - 1, -1):
            speaks_on = i < index - 1 and same_speaker(self._turns[i], self._turns[i + 1])
            others += not speaks_on and not same_speaker(self._turns[i], turn)
        return others


def answered_by(turn: Turn) -> frozenset[Act]:
    """The acts that a turn may answer; a verb that nobody knows may answer any of them."""
    if turn.act is Act.INFORMATION and turn.verb is None:
        return WANTS | VIEWS | {Act.QUESTION}
    return _ANSWERED_BY.get(turn.act, frozenset())


def same_speaker(one: Turn, other: Turn) -> bool:
    """True where the same people say both, in one agenda item."""
    return bool(one.actors) and set(one.actors) == set(other.actors) and one.agenda == other.agenda


def _merely_tells(turn: Turn) -> bool:
    """True for "orienterte om skolen": short, and yet complete."""
    known = turn.verb is not None and turn.dialogue != "reply"
    return turn.act is Act.INFORMATION and known
