"""The signs by which one statement is seen to answer another.

A sign is a number, mostly 0 or 1: of the statement alone (it points back, it is a promise), of
the earlier one (it is a wish), or of the two together (they share words, it was asked for). What
each counts is told by ``data/lexicon/replies.csv``. In: turns in order and the links found so
far. Out: for each candidate its signs by name.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from standpunkt.extract.likeness import forms, shared, stems
from standpunkt.model import Act, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.extract.turns import Turn

WANTS = frozenset({Act.DEMAND, Act.PROPOSAL, Act.REQUEST})
VIEWS = frozenset({Act.CONCERN, Act.ASSESSMENT})
CLAIMS = WANTS | VIEWS
REACTIONS = frozenset({Act.SUPPORT, Act.OPPOSITION})
_ANSWERED_BY = {
    Act.SUPPORT: CLAIMS,
    Act.OPPOSITION: CLAIMS,
    Act.COMMITMENT: CLAIMS | {Act.QUESTION},
    Act.ACKNOWLEDGEMENT: CLAIMS,
    Act.INFORMATION: frozenset({Act.QUESTION}),
    Act.QUESTION: VIEWS | {Act.INFORMATION},
    Act.CONCERN: frozenset({Act.QUESTION}),
    Act.ASSESSMENT: frozenset({Act.QUESTION}),
}
"""What each act answers; a demand or a view mostly speaks for itself."""
_GO_BY_ONE_NAME = (WANTS, VIEWS, frozenset({Act.ASSESSMENT, Act.DEMAND}))
"""Acts that go by each other's names: a wish is a demand, a view may be a concern."""
_SIDES = frozenset({Side.STATE, Side.KS})
_BOTH_SIDES = {Side.STATE, Side.KS}
_ANSWERING = frozenset({"answer", "retort", "confirm"})
_WARNING = frozenset({"warn", "advise_against"})
"""Verbs of those who reject something, but often something that nobody has said."""
_MOST_SHARED = 3.0
_FEWEST = 3
"""Of fewer words than this, one that is shared is no large share."""
_FARTHEST = 4
_FEW_WORDS = 2


@dataclass(frozen=True)
class _Search:
    """A turn that looks for what it answers, and what all its candidates together tell.

    ``candidates`` are in order, the nearest first, and ``shared`` the turn's words that each has;
    ``links`` tell what the turns before it answer, ``began`` is where its speaker took the word.
    ``named`` and ``roles`` are the candidates whose speaker the text names, by name or by role,
    ``claim`` is the nearest claim of the other side, ``point`` the nearest that somebody makes of
    his own accord.
    """

    turn: Turn
    index: int
    began: int
    candidates: Sequence[int]
    shared: Sequence[list[str]]
    links: Sequence[int | None]
    named: frozenset[int]
    roles: frozenset[int]
    claim: int | None
    point: int | None

    @property
    def before(self) -> int | None:
        """What its speaker answered in the clause before."""
        return self.links[self.index - 1] if self.began < self.index else None

    def answers_to(self, earlier: int) -> list[int]:
        """Those that have answered the earlier one already."""
        return [i for i, to in enumerate(self.links[: self.index]) if to == earlier]


class Signs:
    """The signs between the turns of a meeting."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._turns = turns
        self._stems: dict[str, set[int]] = defaultdict(set)
        self._forms: dict[str, set[int]] = defaultdict(set)
        for index, turn in enumerate(turns):
            for word in turn.words:
                for stem in stems(word):
                    self._stems[stem].add(index)
                for form in forms(word):
                    self._forms[form].add(index)
        self._weights: dict[str, float] = {}

    def of(
        self, index: int, candidates: Sequence[int], links: Sequence[int | None]
    ) -> list[dict[str, float]]:
        """For each candidate the signs that the turn at ``index`` answers it, without zeros.

        ``candidates`` are all that it may answer, the nearest first; ``links`` tell what the turns
        before it answer.
        """
        return [
            {name: float(value) for name, value in signs.items() if value}
            for signs in self.every(index, candidates, links)
        ]

    def every(
        self, index: int, candidates: Sequence[int], links: Sequence[int | None]
    ) -> list[dict[str, float]]:
        """All signs of each candidate, zeros too."""
        search = self._search(index, candidates, links)
        alone = _of_turn(search)
        return [
            {
                "any": 1.0,
                **alone,
                **self._of_earlier(search, earlier),
                **self._of_words(search, earlier, words),
                **self._of_meaning(search, earlier),
                **self._of_people(search, earlier),
                **self._of_place(search, earlier),
            }
            for earlier, words in zip(candidates, search.shared, strict=True)
        ]

    def _search(
        self, index: int, candidates: Sequence[int], links: Sequence[int | None]
    ) -> _Search:
        turns, turn = self._turns, self._turns[index]
        claims = (i for i in candidates if turns[i].act in CLAIMS and not one_side(turn, turns[i]))
        points = (i for i in candidates if not turns[i].inherited and not self._adds(i, links))
        return _Search(
            turn=turn,
            index=index,
            began=self._took_the_word(index),
            candidates=candidates,
            shared=[shared(turn.words, turns[i].all_words) for i in candidates],
            links=links,
            named=frozenset(i for i in candidates if turn.names(turns[i])),
            roles=frozenset(i for i in candidates if turn.names_role(turns[i])),
            claim=next(claims, None),
            point=next(points, None),
        )

    def _weight(self, word: str) -> float:
        """How much a shared word tells: the less, the more turns have it."""
        if word not in self._weights:
            whole = (self._stems.get(form, ()) for form in forms(word))
            parts = (self._forms.get(stem, ()) for stem in stems(word))
            self._weights[word] = 1 / sqrt(max(1, len(set().union(*whole, *parts)) - 1))
        return self._weights[word]

    def _took_the_word(self, index: int) -> int:
        began = index
        while began and same_speaker(self._turns[began - 1], self._turns[index]):
            began -= 1
        return began

    def _adds(self, index: int, links: Sequence[int | None]) -> bool:
        """True where somebody goes on after an answer."""
        goes_on = index > 0 and same_speaker(self._turns[index - 1], self._turns[index])
        return goes_on and links[index - 1] is not None

    def _of_earlier(self, search: _Search, earlier: int) -> dict[str, float]:
        said = self._turns[earlier]
        return {
            "procedure": said.act is Act.PROCEDURAL,
            "inherited": said.inherited,
            "reaction": said.act in REACTIONS and search.links[earlier] is not None,
            "answered": bool(search.answers_to(earlier)),
        }

    def _of_words(self, search: _Search, earlier: int, both: list[str]) -> dict[str, float]:
        turn, said = search.turn, self._turns[earlier]
        kin = not both and turn.words.akin(said.all_words)
        none = not both and not kin
        stands_for = turn.points or turn.noun is not None
        weight = sum(map(self._weight, turn.own_words.intersection(both)))
        return {
            "shared-words": min(weight, _MOST_SHARED),
            "share-of-words": len(both) / max(_FEWEST, len(turn.words)),
            "akin-words": kin,
            "no-shared-words": none and not stands_for,
            "no-shared-words-but-points": none and stands_for,
            "others-share-words": none and any(search.shared),
            "promises-no-shared-words": none and turn.act is Act.COMMITMENT,
            "goes-on-no-shared-words": none and search.before is not None,
            "front-shared": bool(shared(turn.front_words, said.all_words)),
            "topic-shared": none and turn.topic is not None and turn.topic == said.running,
        }

    def _of_meaning(self, search: _Search, earlier: int) -> dict[str, float]:
        turn, said = search.turn, self._turns[earlier]
        named = turn.noun is not None and any(
            turn.noun is said.act or {turn.noun, said.act} <= acts for acts in _GO_BY_ONE_NAME
        )
        topics = {turn.topic, said.topic} - {None}
        return {
            "noun-fits": named,
            "noun-says": turn.noun is said.act,
            "fits": said.act in answered_by(turn),
            "another-topic": len(topics) > 1,
        }

    def _of_people(self, search: _Search, earlier: int) -> dict[str, float]:
        turn, said = search.turn, self._turns[earlier]
        people = {*turn.behalf, *(actor.name for actor in turn.actors)}
        asked = turn.act not in REACTIONS | CLAIMS and not people.isdisjoint(said.addressees)
        answers = (self._turns[i] for i in search.answers_to(earlier))
        return {
            "asked": asked,
            "asked-still": asked and all(people.isdisjoint(one.behalf) for one in answers),
            "asks-back": turn.points and not turn.speaks_to.isdisjoint(said.speaks_as),
            "named": earlier in search.named,
            "role-named": earlier in search.roles,
            "another-role-named": bool(search.roles) and earlier not in search.roles,
            "same-side": not asked and one_side(turn, said),
        }

    def _of_place(self, search: _Search, earlier: int) -> dict[str, float]:
        turn, said, index = search.turn, self._turns[earlier], search.index
        speakers = self._speakers_back_to(earlier, index)
        is_open = said.act is Act.QUESTION and not search.answers_to(earlier)
        since = self._turns[earlier + 1 : search.began]
        told = turn.act is Act.INFORMATION and {turn.side, said.side} == _BOTH_SIDES
        own, next_to_it = turn.act in CLAIMS, earlier == index - 1
        return {
            "just-before": next_to_it,
            "same-paragraph": turn.paragraph == said.paragraph,
            "same-sentence": next_to_it and not said.text.endswith((".", "!", "?", "»")),
            "speakers-between": min(_FARTHEST, max(0, speakers - 2)),
            "question-just-asked": is_open and speakers == 1,
            "concern-just-told": told and said.act is Act.CONCERN and speakers == 1,
            "points-to-point": turn.points and earlier == search.point,
            "own-point-points": turn.points and own and earlier == search.candidates[0],
            "contrasts-just-before": turn.contrasts and own and speakers == 1,
            "just-answered": search.before == earlier,
            "reacts-to-claim": turn.act in REACTIONS and earlier == search.claim,
            "spoke-since": any(same_speaker(one, turn) for one in since),
            "side-spoke-since": any(one_side(one, turn) for one in since),
        }

    def _speakers_back_to(self, earlier: int, index: int) -> int:
        """How many others had the word from ``earlier`` on, one after the other."""
        turn, others = self._turns[index], 0
        for i in range(index - 1, earlier - 1, -1):
            speaks_on = i < index - 1 and same_speaker(self._turns[i], self._turns[i + 1])
            others += not speaks_on and not same_speaker(self._turns[i], turn)
        return others


def _of_turn(search: _Search) -> dict[str, float]:
    turn = search.turn
    own = turn.act in CLAIMS
    reacts = turn.act in REACTIONS and turn.verb not in _WARNING
    return {
        "replies": turn.dialogue == "reply" or reacts,
        "answers": turn.verb in _ANSWERING,
        "inherits": turn.inherited,
        "own-point": own,
        "asks": turn.act is Act.QUESTION,
        "adds": turn.adds,
        "contrasts": turn.contrasts,
        "own-point-contrasts": turn.contrasts and own,
        "few-words": len(turn.words) <= _FEW_WORDS and not _merely_tells(turn),
        "goes-on": search.began < search.index,
    }


def answered_by(turn: Turn) -> frozenset[Act]:
    """The acts that a turn may answer; a verb that nobody knows may answer any of them."""
    if turn.act is Act.INFORMATION and turn.verb is None:
        return CLAIMS | {Act.QUESTION}
    return _ANSWERED_BY.get(turn.act, frozenset())


def same_speaker(one: Turn, other: Turn) -> bool:
    """True where the same people say both, in one agenda item."""
    if one.agenda != other.agenda or len(one.actors) != len(other.actors):
        return False
    return bool(one.actors) and set(one.actors) == set(other.actors)


def one_side(one: Turn, other: Turn) -> bool:
    """True where both speak for the state, or both for KS."""
    return one.side is other.side and one.side in _SIDES


def _merely_tells(turn: Turn) -> bool:
    """True for "orienterte om skolen": short, and yet complete."""
    known = turn.verb is not None and turn.dialogue != "reply"
    return turn.act is Act.INFORMATION and known
