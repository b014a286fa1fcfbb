"""The attributing clauses of a sentence: each becomes one statement.

The main clause is found by sieves, the most precise first; what is coordinated with it follows.
In: the tokens of a sentence and the people of the meeting. Out: clauses with subject, verb,
content and the name of the rule that found them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from standpunkt.model import Act

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from standpunkt.extract.subject import Subject
    from standpunkt.extract.tokens import Token
    from standpunkt.extract.verbs import VerbMatch

CONFIDENCE = {
    "colon": 0.97,
    "subject-verb": 0.98,
    "subject-unknown-verb": 0.8,
    "verb-subject": 0.95,
    "modal-subject": 0.85,
    "meanwhile": 0.9,
    "possessive": 0.85,
    "source-phrase": 0.85,
    "agent-passive": 0.92,
    "received": 0.9,
    "received-answer": 0.9,
    "agentless-passive": 0.85,
    "nobody": 0.8,
    "coordinated-subject": 0.93,
    "coordinated-verb": 0.93,
    "relative": 0.9,
    "floor": 0.9,
    "cited-organisation": 0.85,
    "inherited": 0.7,
    "motion": 0.9,
}
"""How sure each sieve is, from 0 to 1; the evaluation prints how often each is right."""


@dataclass(frozen=True, slots=True)
class Clause:
    """An attributing clause: tokens ``[start, end)``, its content ``[content, end)``.

    ``front`` are the tokens before an inverted verb, which may be content too. ``subject`` is
    ``None`` where the speaker is inherited, ``verb`` where none was needed.
    """

    start: int
    end: int
    content: int
    subject: Subject | None
    verb: VerbMatch | None
    rule: str
    front: range = range(0)


def find_clauses(
    tokens: Sequence[Token],
    main: Callable[[Sequence[Token]], Clause | None],
    following: Callable[[Sequence[Token], Clause], Clause | None],
    adverbs: frozenset[str],
) -> list[Clause]:
    """The clauses of a sentence: the main one (or an inherited one), and those after it."""
    found = [main(tokens) or Clause(0, len(tokens), 0, None, None, "inherited")]
    while (clause := following(tokens, found[-1])) is not None:
        found[-1] = replace(found[-1], end=_before(tokens, clause.start))
        found.append(clause)
    return _merged(tokens, found, adverbs)


def _merged(
    tokens: Sequence[Token], clauses: list[Clause], adverbs: frozenset[str]
) -> list[Clause]:
    """Join a verb without content of its own to the clause that follows it."""
    merged: list[Clause] = []
    for clause in clauses:
        before = merged[-1] if merged else None
        if before and clause.rule in _GOES_ON and _is_empty(tokens, before, adverbs):
            merged[-1] = replace(clause, start=before.start, rule=before.rule, front=before.front)
        else:
            merged.append(clause)
    return merged


def _is_empty(tokens: Sequence[Token], clause: Clause, adverbs: frozenset[str]) -> bool:
    """True for a verb without content, such as "innledet", and for what had been done before."""
    verb = clause.verb
    if verb is None or verb.entry is None:
        return verb is not None and tokens[verb.first].lower == "hadde" and not verb.negated
    entry = verb.entry
    courtesy = entry.act is Act.ACKNOWLEDGEMENT and " " not in verb.form
    if entry.decides == "verb" and entry.act is not Act.PROCEDURAL and not courtesy:
        return False
    around = (*tokens[clause.content : clause.end], *tokens[clause.front.start : clause.front.stop])
    empty = adverbs | _THE_ITEM if entry.act in _OPENINGS else adverbs
    return not any(t.is_word and t.lower not in empty for t in around)


def _before(tokens: Sequence[Token], start: int) -> int:
    """The end of a clause: before the comma and the conjunction that lead to the next."""
    end = start
    while end and (tokens[end - 1].text in ",;" or tokens[end - 1].lower in _LINKS):
        end -= 1
    return end


_GOES_ON = frozenset({"coordinated-verb", "relative"})
"""Clauses of whoever spoke in the one before."""
_OPENINGS = frozenset({Act.INFORMATION, Act.PROCEDURAL})
_THE_ITEM = frozenset({"saken", "saka"})
"""What is no content of its own: "la fram saken, og pekte på"."""
_LINKS = frozenset(
    {"og", "men", "samt", "mens", "medan", "hvorpå", "noe", "noko", "deretter", "så", "hvilket"}
)
