"""Formal motions: who moves, and how far the words of a motion go.

A motion may stand under its label ("Forslag fra Vikse:") or within quotation marks, over several
sentences; each is a statement of the mover's. In: the sentences of a passage, one after the other.
Out: the clauses of those that belong to a motion.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.extract.clauses import Clause
from standpunkt.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.extract.sieves import Sieves
    from standpunkt.extract.subjects import SubjectFinder
    from standpunkt.extract.tokens import Token
    from standpunkt.model import Passage

_MOTION = re.compile(r"^[^:]*\b\w*(?:forslag|framlegg)\b[^:]*: ?[«\"]", re.IGNORECASE)
"""How a motion is told that is given word for word."""
_LEADING = re.compile(
    r"(?P<following>\b(?:følgende|følgjande|fylgjande|slikt) )?"
    r"\w*(?:forslag|framlegg)\b[^.:]*:\s*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\b\w*(?:forslag|framlegg)\b[^.:]*:", re.IGNORECASE)
"""The words that lead to a motion."""
_OPENING = '«"“'
_CLOSING = ("»", "».", "”", "”.", '"', '".')


def joined(passages: Sequence[Passage], flat: str) -> list[Passage]:
    """The passages, where a motion that is quoted below the words that lead to it joins them."""
    whole: list[Passage] = []
    for passage in passages:
        before = whole[-1] if whole else None
        leads = before is not None and _leading(flat[before.span.start : before.span.end])
        follows = leads and (flat[passage.span.start] in _OPENING or leads["following"])
        if before and follows:
            whole[-1] = replace(before, span=Span(before.span.start, passage.span.end))
        else:
            whole.append(passage)
    return whole


def _leading(text: str) -> re.Match[str] | None:
    """The words that lead to a motion, where a text ends with them."""
    return _LEADING.search(text) if text.rstrip().endswith(":") else None


class Motions:
    """Follows the motions of a passage."""

    def __init__(self, sieves: Sieves, subjects: SubjectFinder) -> None:
        self._sieves = sieves
        self._subjects = subjects
        self.quoting = False
        self.over = False
        self._label = 0

    def begin(self, text: str) -> None:
        """A new passage: what was quoted has ended."""
        self.quoting, self.over = False, False
        label = _LABEL.search(text) if ":" in text else None
        self._label = label.start() if label else 0

    def leads_to(self, end: int) -> bool:
        """True for a sentence, by where it ends in its passage, that a label follows."""
        return end < self._label

    def opens(self, sentence: str) -> bool:
        """True where a motion begins word for word."""
        return bool(_MOTION.match(sentence))

    def heard(self, sentence: str) -> None:
        """Remember whether a quotation goes on after a sentence, or has ended with it."""
        quoting = self.quoting or self.opens(sentence)
        ends = sentence.endswith(_CLOSING)
        self.quoting, self.over = quoting and not ends, self.over or (quoting and ends)

    def quoted(self, words: Sequence[Token]) -> list[Clause]:
        """A further sentence of a quotation."""
        return [Clause(0, len(words), 0, None, None, "motion")]

    def opened(self, words: Sequence[Token], found: Sequence[Clause]) -> list[Clause]:
        """The first sentence of a quotation, up to its end."""
        return [replace(found[0], end=len(words))] if found[0].subject else []

    def moved(self, words: Sequence[Token], found: Sequence[Clause]) -> list[Clause]:
        """Under a label: it names the mover, and every further sentence is the mover's."""
        colon = next((i for i, word in enumerate(words) if word.text == ":"), None)
        if colon is None:
            return [Clause(0, len(words), 0, None, None, "inherited")]
        mover = self._subjects.at(words[:colon], 0) or self._sieves.passives.agent(words[:colon])
        said = [clause for clause in found if clause.subject]
        if mover is None and said:
            return said
        subject = mover or self._sieves.passives.nobody(colon + 1)
        before = [clause for clause in said if clause.start < colon]
        start = before[-1].start if before else 0
        moved = Clause(start, len(words), colon + 1, subject, None, "motion")
        return [*before[:-1], moved]
