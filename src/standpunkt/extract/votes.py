"""Votes and decisions that are told in running text, which nobody says.

"Forslaget fra Ness ble enstemmig vedtatt", "Framlegget fekk 5 røyster og fall", "Styret vedtok å
utsette saken". In: a sentence. Out: the kind of event that it tells, or nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from standpunkt.model import EventType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.extract.subjects import SubjectFinder
    from standpunkt.extract.tokens import Token
    from standpunkt.lexicon import Lexicon

_BRACKETS = re.compile(r" \([^)]*\)")
_OWNER = re.compile(r"(?:[\w'’-]+ ){0,5}")
"""What may stand before a motion: whose it is, and which of several."""


class VoteFinder:
    """Recognises what became of a motion, and what a body decided."""

    def __init__(self, subjects: SubjectFinder, lexicon: Lexicon) -> None:
        self._subjects = subjects
        self._carried = lexicon.phrases("votes", "carried")
        self._decided = lexicon.phrases("votes", "decided")
        self._united = lexicon.word_set("votes", "united")
        self._of = frozenset(lexicon.words["source"]["genitive"])

    def kind(self, tokens: Sequence[Token], sentence: str, *, speaking: bool) -> EventType | None:
        """The kind of event in a sentence, where ``speaking`` tells that somebody has the word."""
        text = _BRACKETS.sub("", sentence.lower())
        carried = self._carried.search(text)
        if carried and _OWNER.fullmatch(text[: carried.start()]) and not self._speaks(tokens):
            return EventType.VOTE
        united = any(token.lower in self._united for token in tokens)
        if self._decided.search(text) and (united or not speaking):
            return EventType.DECISION
        return None

    def _speaks(self, tokens: Sequence[Token]) -> bool:
        """True where somebody is the subject, not whose motion it is: "Ness sitt framlegg"."""
        subject = self._subjects.at(tokens, 0)
        if subject is None or not subject.actors or subject.end >= len(tokens):
            return False
        return tokens[subject.end].lower not in self._of and not tokens[0].lower.endswith("s")
