"""Which earlier statement a statement answers.

A statement answers when its verb or act does (answered, supported, rejected, promised), when it
points back ("dette", "forslaget"), or when somebody was asked and now speaks. The one that it
answers is looked for upwards in the same agenda item, by somebody else; each candidate gets
points for being the kind of thing that such an answer takes, for shared words, and for being
near. A reply to a reply with a stance goes to the claim that both are about. In: turns in order.
Out: for each, the index of the one that it answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpunkt.lexicon import words_pattern
from standpunkt.model import Act, Actor, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.lexicon import Lexicon

_WANTS = frozenset({Act.DEMAND, Act.PROPOSAL, Act.REQUEST})
_POINTING = _WANTS | {Act.ASSESSMENT, Act.CONCERN}
_REACTS = frozenset({Act.SUPPORT, Act.OPPOSITION})
_CLAIMS = _WANTS | _REACTS | {Act.CONCERN, Act.ASSESSMENT, Act.QUESTION}
_OF_CLAIMS = frozenset({"reject", "refute"})
_ALIKE = (frozenset({Act.ASSESSMENT, Act.CONCERN}), _WANTS)
"""Acts that go by each other's names: a view may be a concern, a wish a demand."""
_REACH = 14
_THIS = re.compile(r"\b(?:dette|det samm?e)\b")
_HEAD = 45
"""How many characters into a clause a word still points back to what was said before."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What the linker needs to know of a statement."""

    actors: tuple[Actor, ...]
    behalf: tuple[str, ...]
    agenda: str | None
    act: Act
    has_stance: bool
    text: str
    content: str
    verb: str | None
    dialogue: str
    coordinated: bool
    inherited: bool
    addressees: tuple[str, ...]
    side: Side | None


class ReplyLinker:
    """Links turns with the help of the words that point back."""

    def __init__(self, lexicon: Lexicon) -> None:
        groups = lexicon.words["backward"]
        self._nouns = {
            word: Act(kind) for kind, ws in groups.items() if kind != "any" for word in ws
        }
        self._noun = words_pattern(self._nouns)
        self._any = words_pattern(groups["any"])

    def link(self, turns: Sequence[Turn]) -> list[int | None]:
        """For each turn the index of the earlier one that it answers."""
        links: list[int | None] = []
        for index in range(len(turns)):
            links.append(self._answered(turns, links, index))
        return links

    def _answered(
        self, turns: Sequence[Turn], links: Sequence[int | None], index: int
    ) -> int | None:
        turn = turns[index]
        head = _head(turn)
        noun = self._noun.search(head)
        back = noun or self._any.search(head)
        candidates = _candidates(turns, index)
        if not candidates:
            return None
        question = _open_question(turns, links, candidates, index)
        if question is not None:
            return question
        wanted = self._wanted(turns, links, candidates, index, back=back is not None)
        if wanted is None:
            return None
        act = self._nouns[noun.group().lower()] if noun else None
        return _best(turns, links, candidates, turn, wanted, act)

    def _wanted(
        self,
        turns: Sequence[Turn],
        links: Sequence[int | None],
        candidates: list[int],
        index: int,
        *,
        back: bool,
    ) -> frozenset[Act] | None:
        """The acts that the statement may answer; ``None`` where it answers nothing."""
        turn = turns[index]
        shares = any(_shared(turn, turns[i]) for i in candidates if turns[i].act in _CLAIMS)
        after_reply = turn.coordinated and links[index - 1] is not None
        if turn.act in _REACTS:
            own_claim = turn.verb in {"warn", "advise_against"} or turn.inherited or after_reply
            return _CLAIMS if back or shares or not own_claim else None
        if after_reply or turn.inherited:
            return None
        if turn.act is Act.COMMITMENT:
            return self._promised(turns, candidates, turn, back=back)
        if turn.act is Act.QUESTION:
            doubts = back or _shared(turn, turns[candidates[0]]) > 1
            return _CLAIMS | {Act.INFORMATION} if doubts and index - candidates[0] <= 2 else None
        return _CLAIMS if _replies(turn, back=back) else None

    def _promised(
        self, turns: Sequence[Turn], candidates: list[int], turn: Turn, *, back: bool
    ) -> frozenset[Act] | None:
        asked = any(set(turns[i].addressees) & set(turn.behalf) for i in candidates)
        other_side = any(not set(turns[i].behalf) & set(turn.behalf) for i in candidates)
        pointed = back or turn.verb in {"promise", "offer", "willing", "answer", "confirm"}
        shares = any(_shared(turn, turns[i]) > 1 for i in candidates if turns[i].has_stance)
        if asked or (pointed and other_side) or (shares and other_side):
            return _WANTS | {Act.CONCERN, Act.ASSESSMENT}
        return None


def _replies(turn: Turn, *, back: bool) -> bool:
    """True where the verb answers, or words point back, in acts that can do so."""
    if turn.act is Act.ACKNOWLEDGEMENT:
        return back or turn.verb == "understand"
    return turn.dialogue == "reply" or (back and turn.act in _POINTING)


def _candidates(turns: Sequence[Turn], index: int) -> list[int]:
    """What others said before in the same item, the nearest first.

    Where somebody supports or rejects something of which that item knows nothing, earlier items
    are looked at for the same words.
    """
    turn = turns[index]
    others = [i for i in range(index - 1, -1, -1) if not _same(turns[i], turn)]
    here = [i for i in others if turns[i].agenda == turn.agenda][:_REACH]
    if (
        turn.act in _REACTS
        and not turn.inherited
        and not any(_shared(turns[i], turn) for i in here)
    ):
        elsewhere = [i for i in others if i not in here and _shared(turns[i], turn)]
        return elsewhere[:_REACH] if elsewhere and turn.verb in _OF_CLAIMS else here
    return here


def _open_question(
    turns: Sequence[Turn], links: Sequence[int | None], candidates: list[int], index: int
) -> int | None:
    """A question that nobody has answered yet and that the statement directly follows."""
    turn = turns[index]
    if turn.act is Act.QUESTION or turn.inherited or turn.coordinated:
        return None
    near = (i for i in candidates[:2] if turns[i].act is Act.QUESTION and i not in links)
    return next((i for i in near if index - i <= 2), None)


def _best(
    turns: Sequence[Turn],
    links: Sequence[int | None],
    candidates: list[int],
    turn: Turn,
    wanted: frozenset[Act],
    noun: Act | None,
) -> int | None:
    pointing = noun is None and turn.act in _REACTS and bool(_THIS.search(_head(turn)))
    step = 1.5 if pointing else 0.5
    scored = [
        (_points(turns[i], turn, noun) - rank * step, -rank, i)
        for rank, i in enumerate(candidates)
        if turns[i].act in wanted or (noun and turns[i].act is noun)
    ]
    return _root(turns, links, max(scored)[2], turn) if scored else None


def _points(candidate: Turn, turn: Turn, noun: Act | None) -> float:
    kin = noun is not None and any({noun, candidate.act} <= acts for acts in _ALIKE)
    asked = turn.act not in _REACTS and bool(set(candidate.addressees) & set(turn.behalf))
    other_side = candidate.side is not None and turn.side not in {None, candidate.side}
    points = 1.5 * _shared(candidate, turn)
    points += 1.0 * candidate.has_stance - 1.0 * candidate.inherited
    points += 2.0 * (noun is not None and candidate.act is noun) + 1.0 * kin
    named = turn.act is not Act.COMMITMENT and _names(candidate, turn)
    points += 3.0 * asked + 3.0 * named + 1.5 * other_side
    return points


def _root(turns: Sequence[Turn], links: Sequence[int | None], index: int, turn: Turn) -> int:
    """The claim at the bottom of a chain of supports and oppositions."""
    seen = index
    while turns[seen].act in _REACTS:
        below = links[seen]
        if below is None or _same(turns[below], turn):
            break
        seen = below
    return seen


def _names(candidate: Turn, turn: Turn) -> bool:
    """True where a statement names the one whom it answers, or for whom that one spoke."""
    names = {actor.name.split()[-1] for actor in candidate.actors} | set(candidate.behalf)
    return bool(names & set(re.findall(r"[\w-]+", turn.content)))


def _head(turn: Turn) -> str:
    return f"{turn.text[:_HEAD]} {turn.content[:_HEAD]}".lower()


def _same(one: Turn, other: Turn) -> bool:
    return bool(one.actors) and set(one.actors) == set(other.actors)


def _shared(one: Turn, other: Turn) -> int:
    return len(_content_words(one.content) & _content_words(other.content))


def _content_words(text: str) -> set[str]:
    return {word[:7] for word in re.findall(r"\w{6,}", text.lower())}
