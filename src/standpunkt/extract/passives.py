"""Passives: "Det ble fra KS pekt på", "Fra KS' side ble det", "Det ble påpekt at".

Whoever is named after "fra" or "av" speaks; where nobody is, the clause is agentless. In: the
tokens of a sentence. Out: its clause, or nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.extract.clauses import Clause
from standpunkt.extract.subject import Subject
from standpunkt.model import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.extract.subjects import SubjectFinder
    from standpunkt.extract.tokens import Token
    from standpunkt.extract.verbs import VerbFinder, VerbMatch
    from standpunkt.lexicon import Lexicon

_DEFINITE = re.compile(r"\w{3}(?:en|et|ene|ane|inga|a)$")
"""A noun that is known already, and so has its sender with it."""
_IMPERSONAL_REACH = 6
_EMBEDDING = frozenset({"at", "som"})
"""After these no passive belongs to the main clause."""
_TITLE = 4
_SIDE = 10
"""So many words may stand before "side" in "Fra KS' side"."""
_S_PASSIVE = range(1, 4)
"""Where a passive in "-s" may be the finite verb: farther on it is an infinitive."""


class Passives:
    """Finds clauses whose verb is passive."""

    def __init__(self, subjects: SubjectFinder, verbs: VerbFinder, lexicon: Lexicon) -> None:
        self._subjects = subjects
        self._verbs = verbs
        source = lexicon.words["source"]
        self._agents = frozenset(source["agent"])
        self._sides = frozenset(source["side"])

    def find(self, tokens: Sequence[Token]) -> Clause | None:
        """As in "Det ble fra KS pekt på", "Fra KS' side ble det", "Det ble påpekt at"."""
        after_side = self._after_side(tokens)
        for place in range(len(tokens)):
            if place and tokens[place].lower in _EMBEDDING:
                break
            verb = self._verbs.passive(tokens, place)
            if verb is None and (place in _S_PASSIVE or place == after_side):
                verb = self._verbs.s_passive(tokens, place)
            if verb is None or verb.entry is None:
                continue
            agent = self.agent(tokens, verb.end)
            if agent:
                next_to_it = verb.end < len(tokens) and tokens[verb.end].lower in self._agents
                content = max(verb.end, agent.end) if next_to_it else verb.end
                return Clause(0, len(tokens), content, agent, verb, "agent-passive", range(place))
            impersonal = any(token.lower == "det" for token in tokens[: place + 2])
            impersonal = impersonal or self._asked(tokens, place, verb)
            if impersonal and not verb.negated and verb.entry.says and place < _IMPERSONAL_REACH:
                nobody = self.nobody(verb.end)
                return Clause(0, len(tokens), verb.end, nobody, verb, "agentless-passive")
            return None
        return self._side_passive(tokens)

    def by_person(self, tokens: Sequence[Token]) -> bool:
        """True for "Saken ble innledet av Vikse": what was done by somebody was said."""
        found = self.find(tokens)
        if found is None or found.subject is None or found.verb is None:
            return False
        return bool(found.subject.participants) and found.content > found.verb.end

    def _asked(self, tokens: Sequence[Token], place: int, verb: VerbMatch) -> bool:
        """True for "KS ble bedt om å ...": before the verb stands whom something is asked of."""
        elicits = verb.entry is not None and verb.entry.dialogue == "elicit"
        alone = all(token.is_word for token in tokens[:place])
        return elicits and alone and tokens[0].lower not in self._agents

    def is_asked(self, tokens: Sequence[Token], subject: Subject) -> bool:
        """True where "inviteres", "bes" follows the subject."""
        place = subject.end
        verb = self._verbs.s_passive(tokens, place) if place < len(tokens) else None
        return verb is not None and self._asked(tokens, place, verb)

    def _side_passive(self, tokens: Sequence[Token]) -> Clause | None:
        """As in "Fra KS' side ble det gitt honnør": a side speaks with any verb."""
        auxiliary = next((i for i, t in enumerate(tokens) if self._verbs.is_become(t)), None)
        agent = self.agent(tokens) if auxiliary is not None else None
        if agent is None or agent.attribution is not Attribution.TITLE or auxiliary is None:
            return None
        verb = self._verbs.unknown(tokens, auxiliary)
        content = max(agent.end, auxiliary + 1)
        return Clause(0, len(tokens), content, agent, verb, "agent-passive")

    def nobody(self, end: int) -> Subject:
        """The subject of a clause that names none."""
        return Subject((), (), Attribution.AGENTLESS, (), end)

    def agent(self, tokens: Sequence[Token], verb: int = 0) -> Subject | None:
        """Whoever stands after "fra" or "av": "Fra KS' side", "framholdt av Røed".

        What stands after the verb and is somebody's already is no agent: "vist til notatet fra KS".
        """
        for place in range(len(tokens) - 1):
            if tokens[place].lower not in self._agents:
                continue
            if verb and place > verb and _DEFINITE.search(tokens[place - 1].lower):
                continue
            subject = self._subjects.at(tokens, place + 1) or self._owner_of_side(tokens, place + 1)
            if subject and subject.actors:
                side = subject.end < len(tokens) and self._is_side(tokens, subject.end)
                if side and subject.is_organisation:
                    return replace(subject, attribution=Attribution.TITLE)
                return subject
        return None

    def _owner_of_side(self, tokens: Sequence[Token], start: int) -> Subject | None:
        """A title in the genitive: "fra rådmannens side"."""
        for place in range(start + 1, min(start + _TITLE, len(tokens))):
            if tokens[place].lower in self._sides:
                return self._subjects.in_genitive(tokens, start, place)
        return None

    def _after_side(self, tokens: Sequence[Token]) -> int | None:
        """Where the verb stands after "Fra KS' side", "Frå KS og Virke si side"."""
        if tokens[0].lower not in self._agents:
            return None
        sides = (i for i in range(2, min(_SIDE, len(tokens))) if tokens[i].lower in self._sides)
        place = next(sides, None)
        return None if place is None else place + 1

    def _is_side(self, tokens: Sequence[Token], place: int) -> bool:
        return any(token.lower in self._sides for token in tokens[place : place + 2])
