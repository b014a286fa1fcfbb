"""Which earlier statement a statement answers.

Every earlier statement of somebody else in the same agenda item is a candidate. Each sign that it
is answered adds its weight (``data/lexicon/replies.csv``); the candidate with most weight is the
one answered, unless its signs speak against it altogether. The weights are those under which the
coded minutes are most likely: ``python -m benchmarks.replies`` finds them. In: turns in order.
Out: for each, the index of the one that it answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from standpunkt.extract.likeness import shared
from standpunkt.extract.signs import REACTIONS, Signs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from standpunkt.extract.turns import Turn

_REACH = 14
"""How many statements of others are looked at."""


_ENOUGH = -0.3
"""The least weight of an answer: a missed link costs as much as an invented one, so somewhat less
than even odds are enough."""


def link(turns: Sequence[Turn], weights: Mapping[str, float]) -> list[int | None]:
    """For each turn the index of the earlier one that it answers."""
    signs = Signs(turns)
    links: list[int | None] = []
    for index in range(len(turns)):
        candidates = candidates_for(turns, index)
        found = signs.of(index, candidates, links)
        scored = [(weigh(one, weights), i) for one, i in zip(found, candidates, strict=True)]
        best, answered = max(scored, default=(_ENOUGH, None))
        links.append(answered if best > _ENOUGH else None)
    return links


def weigh(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weight of some signs together."""
    return sum(weights[name] * value for name, value in signs.items())


def candidates_for(turns: Sequence[Turn], index: int) -> list[int]:
    """What others said before in the same item, the nearest first.

    What is only cited was not said in answer to anybody, and a speaker who goes on answers nothing
    said since. Where the text names whom it answers ("på spørsmål fra Vikse"), only they count.
    Where somebody supports or rejects in words that this item does not know, so do earlier items:
    those that know them, or whose speaker's role is told ("lederens vurdering").
    """
    turn = turns[index]
    if turn.cited:
        return []
    others = [
        i
        for i in range(_began(turns, index) - 1, -1, -1)
        if not _same(turns[i], turn) and turn.may_answer(turns[i])
    ]
    here = [i for i in others if turns[i].agenda == turn.agenda][:_REACH]
    if turn.act not in REACTIONS or any(shared(turn.own_words, turns[i].words) for i in here):
        return here
    elsewhere = [i for i in others if turns[i].agenda != turn.agenda]
    return here + [i for i in elsewhere if _told(turn, turns[i])][:_REACH]


def _told(turn: Turn, said: Turn) -> bool:
    """True where the text names the earlier speaker's role, or knows the earlier words."""
    return turn.names_role(said) or bool(shared(turn.own_words, said.words))


def _began(turns: Sequence[Turn], index: int) -> int:
    """Where the speaker of an inherited turn was last named, else the turn itself."""
    began = index
    while turns[began].inherited and began:
        began = max((i for i in range(began) if _same(turns[i], turns[index])), default=0)
    return began


def _same(one: Turn, other: Turn) -> bool:
    return bool(one.actors) and set(one.actors) == set(other.actors)
