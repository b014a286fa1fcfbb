"""Whom a statement asks to do something (codebook section 6).

Right after a verb of asking stands the one who is asked ("ba HOD om å ..."), a group that nobody
has listed too ("ba utvalget om innspill"). Elsewhere a preposition leads to the counterpart ("ba
om et møte med AID", "fråsegn frå kommunane"), and a motion tells who is to act ("Rådmannen bes
utrede"). In: a clause and its words. Out: names, or the group's own words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from standpunkt.model import Act, Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.extract.clauses import Clause
    from standpunkt.extract.subjects import SubjectFinder
    from standpunkt.extract.tokens import Token
    from standpunkt.lexicon import Lexicon
    from standpunkt.model import Actor

_ASKING = frozenset({Act.REQUEST, Act.DEMAND, Act.QUESTION, Act.PROPOSAL})
_WANTING = frozenset({Act.REQUEST, Act.PROPOSAL})
_LONGEST = 5
"""How many words may stand between what is wanted and the one it is wanted of."""


class AddresseeFinder:
    """Finds who is asked, with the names that the meeting knows."""

    def __init__(self, subjects: SubjectFinder, lexicon: Lexicon) -> None:
        self._subjects = subjects
        words = lexicon.words["addressees"]
        self._asked_to = frozenset(words["asked_to"])
        self._between = frozenset(words["between"])
        self._endings = tuple(words["group_endings"])
        self._meetings = tuple(words["meetings"])
        self._passives = frozenset(words["passives"])
        self._groups = frozenset(words["groups"])

    def find(
        self, clause: Clause, words: Sequence[Token], act: Act, speakers: tuple[Actor, ...]
    ) -> tuple[str, ...]:
        """The names of those who are asked, in the order of the text; mostly nobody."""
        if act not in _ASKING:
            return ()
        inside = words[: clause.end]
        found = (
            self._after_verb(clause, inside)
            or self._counterpart(clause, inside, act)
            or self._charged(clause, inside)
        )
        own = {actor.name for actor in speakers}
        return tuple(name for name in found if name not in own)

    def _after_verb(self, clause: Clause, words: Sequence[Token]) -> tuple[str, ...]:
        """As in "oppfordret HOD og KS til å ..."."""
        entry = clause.verb.entry if clause.verb else None
        if entry is None or entry.dialogue != "elicit":
            return ()
        start = clause.content
        while start < len(words) and words[start].lower in self._between:
            start += 1
        return self._group_at(words, start) or self._names_at(words, start)

    def _group_at(self, words: Sequence[Token], start: int) -> tuple[str, ...]:
        """As in "ba styremedlemmene om å ...": a definite noun, then what it is asked to do."""
        if start + 1 >= len(words) or words[start + 1].lower not in self._asked_to:
            return ()
        known = self._subjects.at(words, start)
        several = known is None or known.attribution is Attribution.TITLE
        is_group = words[start].lower.endswith(self._endings)
        return (words[start].text,) if several and is_group else ()

    def _counterpart(self, clause: Clause, words: Sequence[Token], act: Act) -> tuple[str, ...]:
        """As in "ba om et møte med AID", "ber om svar fra HOD"."""
        for place in range(clause.content, len(words)):
            if words[place].text in ",.;" or words[place].lower == "som":
                break
            before = words[max(clause.content, place - _LONGEST) : place]
            together = words[place].lower == "med" and any(
                word.lower.endswith(self._meetings) for word in before
            )
            handed = words[place].lower in {"fra", "frå"} and act is Act.REQUEST
            if act in _WANTING and (together or handed) and len(before) > 0:
                names = self._names_at(words, place + 1)
                if names:
                    return names
        return ()

    def _charged(self, clause: Clause, words: Sequence[Token]) -> tuple[str, ...]:
        """As in the motion "Rådmannen bes utrede ..."."""
        for start in (clause.start, clause.content):
            if start + 1 < len(words) and words[start + 1].lower in self._passives:
                named = self._names_at(words, start)
                return named or (words[start].text[:1].lower() + words[start].text[1:],)
        return ()

    def _names_at(self, words: Sequence[Token], start: int) -> tuple[str, ...]:
        if start >= len(words):
            return ()
        found = self._subjects.at(words, start)
        if found is None and words[start].lower in self._groups:
            return (words[start].text,)
        if found is None or found.attribution is Attribution.PRONOUN:
            return ()
        return tuple(actor.name for actor in found.actors)
