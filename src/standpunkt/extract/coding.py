"""The act and stance of a clause where it stands: by whom it is said, and in which block.

``acts.py`` looks at the words; here the speaker's own side, motions and decisions count too. In: a
clause with its content. Out: a ``Decision``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.extract.acts import ActCoder, Decision
from standpunkt.model import Act, Function, Side, Stance

if TYPE_CHECKING:
    from standpunkt.extract.clauses import Clause
    from standpunkt.lexicon import Lexicon
    from standpunkt.model import Actor

_ASKING = frozenset({Act.REQUEST, Act.DEMAND, Act.QUESTION, Act.PROPOSAL})

_ANSWERS = frozenset({Act.SUPPORT, Act.OPPOSITION})
"""What may be said before a motion in the same sentence."""


class ClauseCoder:
    """Codes clauses one by one."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._acts = ActCoder(lexicon)
        self._own_starts = tuple(lexicon.words["own"]["ks"])

    def received(self, text: str) -> Decision:
        """What somebody gave to a proposal that is the subject of the sentence."""
        return self._acts.received(text.lower())

    def code(
        self,
        clause: Clause,
        content: str,
        actors: tuple[Actor, ...],
        side: Side | None,
        *,
        whole: bool,
        block: str | None,
        motion: bool,
    ) -> Decision:
        """Code a clause by its content.

        ``whole`` is true where the content is a sentence of its own, ``motion`` where the
        sentence is one; ``block`` is the kind of block that it stands in.
        """
        text = content.lower()
        own = self._is_own(clause, text, side, actors)
        decision = self._acts.decide(text, clause.verb, own=own, whole=whole)
        if clause.rule == "possessive":
            return self._acts.viewed(decision)
        answers = decision.act in _ANSWERS and clause.subject and clause.verb
        moved = (block == "proposal" and not answers) or clause.rule == "motion" or motion
        if moved or _moves(clause, decision):
            conditional = decision.act in _ASKING and decision.stance is Stance.CONDITIONAL
            conditional = conditional or self._acts.considers(text)
            stance = Stance.CONDITIONAL if conditional else Stance.FOR
            return replace(decision, act=Act.PROPOSAL, stance=stance)
        if block in {"decision", "action"} and decision.act is Act.INFORMATION:
            return replace(decision, act=Act.COMMITMENT, rule="block")
        return decision

    def _is_own(
        self, clause: Clause, text: str, side: Side | None, actors: tuple[Actor, ...]
    ) -> bool:
        """True where what is said to happen binds the speaker's own side."""
        verb = clause.verb
        unknown = verb is not None and verb.entry is None and verb.modal is not None
        if side is Side.KS and not unknown:
            return text.startswith(self._own_starts)
        return bool(actors)


def _moves(clause: Clause, decision: Decision) -> bool:
    """True where a member of a body wants something done: "Rune ville avlyse"."""
    verb, subject = clause.verb, clause.subject
    wants = verb is not None and verb.entry is None and verb.modal in {"vil", "ville"}
    people = subject.participants if subject else ()
    members = any(p.side is Side.OTHER and Function.DELEGATE in p.functions for p in people)
    return wants and members and decision.act is Act.COMMITMENT
