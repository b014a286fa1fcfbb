"""Who has the word in a sentence: sieves, the most precise first.

Norwegian is a verb-second language, and that does most of the work: where a sentence begins with
somebody, the next word is the finite verb; where it begins with something else, the finite verb
stands before its subject. In: the tokens of a sentence. Out: the main attributing clause.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.extract.clauses import Clause
from standpunkt.extract.sources import Sources
from standpunkt.extract.subject import Subject
from standpunkt.model import Act, ActorKind, Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.extract.subjects import SubjectFinder
    from standpunkt.extract.tokens import Token
    from standpunkt.extract.verbs import VerbFinder, VerbMatch
    from standpunkt.lexicon import Lexicon

_SUBORDINATE = frozenset(
    {
        "at",
        "som",
        "å",
        "der",
        "hvis",
        "dersom",
        "når",
        "og",
        "slik",
        "hva",
        "kva",
        "hvordan",
        "korleis",
    }
)
_DEFINITE = re.compile(r"\w{3}(?:en|et|ene|ane|inga|a)$")
"""A noun that is known already, and so has its sender with it."""
_IMPERSONAL_REACH = 6
_WHILE = frozenset({"mens", "medan"})
_SHORTEST_SAID = 2
_EMBEDDING = frozenset({"at", "som"})
"""After these no passive belongs to the main clause."""
_TITLE = 4
_SIDE = 10
"""So many words may stand before "side" in "Fra KS' side"."""
_S_PASSIVE = range(1, 4)
"""Where a passive in "-s" may be the finite verb: farther on it is an infinitive."""


def _is_group(subject: Subject) -> bool:
    return all(one.kind is ActorKind.GROUP for one in subject.actors)


class Sieves:
    """Finds the main clause of a sentence."""

    def __init__(self, subjects: SubjectFinder, verbs: VerbFinder, lexicon: Lexicon) -> None:
        self._subjects = subjects
        self._verbs = verbs
        self._adverbs = lexicon.adverbs
        source = lexicon.words["source"]
        self._agents = frozenset(source["agent"])
        self._labels = frozenset(source["label"])
        self._sides = frozenset(source["side"])
        self._bodies = tuple(lexicon.words["generic"]["bodies"])
        self.sources = Sources(subjects, verbs, lexicon)

    def main(self, tokens: Sequence[Token], *, speaking: bool) -> Clause | None:
        """The main clause; ``speaking`` where somebody already has the word in the paragraph."""
        return (
            self._colon(tokens)
            or self._meanwhile(tokens, speaking=speaking)
            or self._tagged(tokens)
            or self.sources.receiver(tokens)
            or self.sources.told(tokens)
            or self._subject_first(tokens, speaking=speaking)
            or self.sources.find(tokens)
            or self._passive(tokens)
            or self.sources.there(tokens)
            or self._inverted(tokens, speaking=speaking)
        )

    def _colon(self, tokens: Sequence[Token]) -> Clause | None:
        """As in "Vikse: ...", "Innspill fra KS: ..."."""
        first, second = (*(token.lower for token in tokens[:2]), "", "")[:2]
        labelled = first in self._labels and second in self._agents
        subject = self._subjects.at(tokens, 2 if labelled else 0)
        if (
            subject
            and subject.actors
            and subject.end < len(tokens)
            and tokens[subject.end].text == ":"
        ):
            return Clause(0, len(tokens), subject.end + 1, subject, None, "colon")
        return None

    def _meanwhile(self, tokens: Sequence[Token], *, speaking: bool) -> Clause | None:
        """As in "Mens Vikse mente at ..., viste Bergheim til at ...", whose second half follows."""
        if tokens[0].lower not in _WHILE:
            return None
        found = self._subject_first(tokens[1:], speaking=speaking)
        if found is None or found.verb is None or found.verb.entry is None:
            return None
        if not found.verb.entry.says or not self.after_comma(tokens, found.content + 1):
            return None
        end, content = len(tokens), found.content + 1
        return replace(found, start=1, end=end, content=content, rule="meanwhile")

    def after_comma(self, tokens: Sequence[Token], start: int) -> Clause | None:
        """The finite verb and its subject right after a comma, the last one first."""
        commas = (i for i in range(start, len(tokens) - 2) if tokens[i].text == ",")
        for comma in reversed(list(commas)):
            subject = self._subjects.at(tokens, comma + 2)
            if subject is None or not subject.actors:
                continue
            verb = self._verbs.at(tokens, comma + 1, range(comma + 2, subject.end))
            if verb and verb.entry and verb.entry.says:
                content = max(verb.end, subject.end)
                return Clause(comma + 1, len(tokens), content, subject, verb, "verb-subject")
        return None

    def _tagged(self, tokens: Sequence[Token]) -> Clause | None:
        """As in "Regjeringen vil satse, sa Dahle", whoever stands before the comma."""
        commas = (i for i, token in enumerate(tokens) if token.text == "," and i > _SHORTEST_SAID)
        for comma in reversed(list(commas)):
            start = comma + 2
            while start < len(tokens) and tokens[start].lower in self._adverbs:
                start += 1
            subject = self._subjects.at(tokens, start)
            if subject is None or not subject.actors:
                continue
            verb = self._verbs.at(tokens, comma + 1, range(start, subject.end))
            end = max(verb.end, subject.end) if verb else 0
            ends = verb is not None and not any(t.is_word for t in tokens[end:])
            if verb and verb.entry and verb.entry.says and ends:
                front = range(comma + 1)
                return Clause(0, len(tokens), end, subject, verb, "verb-subject", front)
        return None

    def _subject_first(self, tokens: Sequence[Token], *, speaking: bool) -> Clause | None:
        subject = self._subjects.at(tokens, 0)
        if subject is None or self._is_asked(tokens, subject):
            return None
        place = subject.end
        while place < len(tokens) and tokens[place].lower in self._adverbs:
            place += 1
        known = next(
            filter(None, (self._verbs.at(tokens, i) for i in range(subject.end, place + 1))), None
        )
        if subject.is_organisation:
            return self._organisation_first(tokens, subject, place, known, speaking=speaking)
        unknown = (self._verbs.unknown(tokens, i) for i in (place, subject.end))
        verb = known or next(filter(None, unknown), None)
        if verb is None or (not subject.actors and not known):
            return None
        if subject.denied:
            verb = replace(verb, negated=True)
        rule = "subject-verb" if known else "subject-unknown-verb"
        rule = rule if subject.actors else "nobody"
        return Clause(0, len(tokens), verb.end, subject, verb, rule)

    def _organisation_first(
        self,
        tokens: Sequence[Token],
        subject: Subject,
        place: int,
        known: VerbMatch | None,
        *,
        speaking: bool,
    ) -> Clause | None:
        """An organisation speaks; within somebody's speech only where it is said to have spoken."""
        entry = known.entry if known else None
        says = entry is not None and entry.says and known is not None and known.modal is None
        if speaking and known and not known.past and subject.attribution is Attribution.TITLE:
            return None
        answers = (
            entry is not None and entry.dialogue == "reply" and self._subjects.attends(subject)
        )
        if speaking and not says and not answers:
            return None
        if self._only_acts(subject, known) or (_is_group(subject) and known is None):
            return None
        verb = known or self._verbs.unknown(tokens, place)
        if verb is None or (known is None and verb.form == "hadde"):
            return None
        told = known is not None and (known.perfect or not self._subjects.attends(subject))
        rule = "cited-organisation" if speaking and told else "subject-verb"
        return Clause(
            0, len(tokens), verb.end, subject, verb, rule if known else "subject-unknown-verb"
        )

    def _only_acts(self, subject: Subject, known: VerbMatch | None) -> bool:
        """True where a body discusses or gets something, which is not said: "utvalget drøftet"."""
        entry = known.entry if known else None
        runs = entry is not None and entry.act is Act.PROCEDURAL and not entry.says
        named = any(one.name.lower().endswith(self._bodies) for one in subject.actors)
        return named and (entry is None or runs)

    def _inverted(self, tokens: Sequence[Token], *, speaking: bool) -> Clause | None:
        """The finite verb before its subject: "Videre sa hun", "..., forklarte Ness"."""
        for place in range(1, len(tokens) - 1):
            if not tokens[place].is_word or tokens[place].is_capital:
                continue
            start = place + 1
            while start < len(tokens) and tokens[start].lower in self._adverbs:
                start += 1
            subject = self._subjects.at(tokens, start)
            if subject is None or not subject.actors:
                continue
            skip = range(start, subject.end)
            known = self._verbs.at(tokens, place, skip)
            if subject.is_organisation and not self._says(known, speaking=speaking):
                continue
            verb = known or self._verbs.unknown(tokens, place)
            if verb is None or not self._main_level(tokens, place):
                continue
            rule = "verb-subject" if known else "modal-subject"
            rule = "cited-organisation" if speaking and subject.is_organisation else rule
            content = max(verb.end, subject.end)
            return Clause(0, len(tokens), content, subject, verb, rule, range(place))
        return None

    def _says(self, verb: VerbMatch | None, *, speaking: bool) -> bool:
        """True where an organisation that stands after this verb has the word."""
        if verb is None or verb.entry is None:
            return False
        return not speaking or (verb.entry.says and verb.modal is None)

    def _main_level(self, tokens: Sequence[Token], place: int) -> bool:
        """False where the verb before ``place`` belongs to a subordinate clause."""
        return tokens[place - 1].lower not in _SUBORDINATE

    def _passive(self, tokens: Sequence[Token]) -> Clause | None:
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
        found = self._passive(tokens)
        if found is None or found.subject is None or found.verb is None:
            return False
        return bool(found.subject.participants) and found.content > found.verb.end

    def _asked(self, tokens: Sequence[Token], place: int, verb: VerbMatch) -> bool:
        """True for "KS ble bedt om å ...": before the verb stands whom something is asked of."""
        elicits = verb.entry is not None and verb.entry.dialogue == "elicit"
        alone = all(token.is_word for token in tokens[:place])
        return elicits and alone and tokens[0].lower not in self._agents

    def _is_asked(self, tokens: Sequence[Token], subject: Subject) -> bool:
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
