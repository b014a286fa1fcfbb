"""What is coordinated with an attributing clause and attributes content of its own.

Each further attributing verb opens a new statement, whether the subject changes ("..., og B var
positiv til det") or not ("..., og ba om Y"); an at-clause in the content opens none. In: the
tokens of a sentence and the clause before. Out: the next clause, or nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.extract.clauses import Clause
from standpunkt.model import Act, Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.extract.sieves import Sieves
    from standpunkt.extract.subject import Subject
    from standpunkt.extract.subjects import SubjectFinder
    from standpunkt.extract.tokens import Token
    from standpunkt.extract.verbs import VerbFinder, VerbMatch
    from standpunkt.lexicon import Lexicon

_MESSAGE_REACH = 12
_SENDER_REACH = 6
_NAME = 8
"""So many words a name may have with its title and party."""


class Coordination:
    """Finds the clauses after the main one."""

    def __init__(
        self, sieves: Sieves, subjects: SubjectFinder, verbs: VerbFinder, lexicon: Lexicon
    ) -> None:
        self._sieves = sieves
        self._subjects = subjects
        self._verbs = verbs
        self._adverbs = lexicon.adverbs
        self._coordinators = frozenset(lexicon.words["joiners"]["coordinators"])
        received = lexicon.words["received"].values()
        self._getting = frozenset(phrase.split()[0] for phrases in received for phrase in phrases)
        self._pointing = frozenset(lexicon.words["source"]["pointing"])
        self._intending = lexicon.word_set("auxiliaries", "intending")
        self._subordinators = lexicon.word_set("joiners", "subordinators")
        self._messages = frozenset(lexicon.words["source"]["message"])

    def following(
        self, tokens: Sequence[Token], clause: Clause, *, speaking: bool
    ) -> Clause | None:
        """The next clause of the sentence that attributes content of its own."""
        if clause.rule == "meanwhile":
            return self._sieves.after_comma(tokens, clause.content)
        for place in range(max(clause.content, clause.start + 1), len(tokens) - 1):
            word = tokens[place]
            if word.text == "," and tokens[place + 1].lower == "som":
                found = self._relative(tokens, place, clause)
            elif word.text in ",;" or word.lower in self._coordinators:
                found = self._coordinated(tokens, place, clause, speaking=speaking)
            else:
                continue
            if found:
                return found
        return None

    def _relative(self, tokens: Sequence[Token], place: int, clause: Clause) -> Clause | None:
        """As in "..., som la til at" right after whoever spoke."""
        verb = self._verbs.at(tokens, place + 2)
        if verb is None or verb.entry is None:
            return None
        before = self._right_before(tokens, place, clause)
        if before is None:
            return None
        same = clause.subject is not None and before.actors == clause.subject.actors
        entry = clause.verb.entry if clause.verb else None
        if same:
            if not verb.entry.says:
                return None
            return Clause(place + 1, len(tokens), verb.end, clause.subject, verb, "relative")
        if entry is None or entry.act is not Act.PROCEDURAL:
            return None
        return Clause(place + 1, len(tokens), verb.end, before, verb, "floor")

    def _right_before(self, tokens: Sequence[Token], place: int, clause: Clause) -> Subject | None:
        """Who is named right before a comma: "ga ordet til Vikse, som la fram saken"."""
        for start in range(max(clause.start, place - _NAME), place):
            subject = self._subjects.at(tokens[:place], start)
            if subject and subject.participants and subject.end == place:
                return subject
        return None

    def _coordinated(
        self, tokens: Sequence[Token], place: int, clause: Clause, *, speaking: bool
    ) -> Clause | None:
        comma = tokens[place].text in ",;"
        start = place + 1
        leads = tokens[start].lower in self._coordinators
        coordinator = leads or tokens[place].text != ","
        if comma and leads:
            start += 1
        first = start
        start = self._after_adverbs(tokens, start)
        if start >= len(tokens) - 1:
            return None
        fronted = self._fronted(tokens, first, start)
        if fronted:
            return fronted
        given = self._sieves.sources.receiver(tokens[start:]) if coordinator else None
        if given and tokens[start].lower in self._getting:
            return replace(given, start=first, end=len(tokens), content=given.content + start)
        if coordinator or self._begins_clause(tokens, start):
            other = self._other_subject(
                tokens, first, start, clause, comma=comma, speaking=speaking
            )
            if other:
                return other
        return self._same_subject(
            tokens, first, start, clause, comma=comma, coordinator=coordinator
        )

    def _after_adverbs(self, tokens: Sequence[Token], place: int) -> int:
        while place < len(tokens) and tokens[place].lower in self._adverbs:
            place += 1
        return place

    def _fronted(self, tokens: Sequence[Token], first: int, start: int) -> Clause | None:
        """As in "..., og det samme gjorde Finstad", "..., dette stilte Stokke seg bak"."""
        if tokens[start].lower not in self._pointing:
            return None
        for place in (start + 1, start + 2):
            subject = self._subjects.at(tokens, place + 1)
            if subject is None or not subject.participants:
                continue
            if subject.attribution is Attribution.PRONOUN:
                return None
            skip = range(place + 1, subject.end)
            verb = self._verbs.at(tokens, place, skip) or self._verbs.unknown(tokens, place)
            if verb is None:
                return None
            content, front = max(verb.end, subject.end), range(start, place)
            rule = "coordinated-subject"
            return Clause(first, len(tokens), content, subject, verb, rule, front)
        return None

    def _begins_clause(self, tokens: Sequence[Token], start: int) -> bool:
        """True for a person and a verb of speech right after a mere comma."""
        subject = self._subjects.at(tokens, start)
        if subject is None or subject.attribution is not Attribution.DIRECT:
            return False
        verb = self._verbs.at(tokens, subject.end)
        return verb is not None and verb.entry is not None and verb.entry.says

    def _other_subject(
        self,
        tokens: Sequence[Token],
        first: int,
        start: int,
        clause: Clause,
        *,
        comma: bool,
        speaking: bool,
    ) -> Clause | None:
        subject = self._subjects.at(tokens, start)
        if subject is None or not subject.actors:
            return self._cited(tokens, first, start)
        verb = self._verbs.at(tokens, subject.end)
        if verb is None and not subject.is_organisation:
            verb = self._verbs.at(tokens, self._after_adverbs(tokens, subject.end))
        if verb is None or verb.entry is None:
            return self._relays(tokens, first, subject, comma=comma)
        if subject.is_organisation and not (verb.entry.says and (comma or verb.perfect)):
            return None
        if subject.attribution is Attribution.PRONOUN:
            if not (comma and self._same_tense(verb, clause)):
                return None
            subject = _resumed(subject, clause)
        rule = (
            "cited-organisation" if subject.is_organisation and speaking else "coordinated-subject"
        )
        return Clause(first, len(tokens), verb.end, subject, verb, rule)

    def _relays(
        self, tokens: Sequence[Token], first: int, subject: Subject, *, comma: bool
    ) -> Clause | None:
        """A person after a comma, with a verb that no lexicon has."""
        if not comma or not subject.participants or subject.attribution is Attribution.PRONOUN:
            return None
        verb = self._verbs.unknown(tokens, self._after_adverbs(tokens, subject.end))
        if verb is None:
            return None
        return Clause(first, len(tokens), verb.end, subject, verb, "subject-unknown-verb")

    def _cited(self, tokens: Sequence[Token], first: int, start: int) -> Clause | None:
        """As in "det er gått ut signal fra AID og JD om at": a message is told with its sender."""
        window = tokens[start : start + _MESSAGE_REACH]
        if not window or window[0].lower != "det":
            return None
        for offset, token in enumerate(window):
            if token.lower in self._messages:
                sender = self._sieves.passives.agent(tokens[start + offset :][:_SENDER_REACH])
                if sender and sender.is_organisation:
                    return Clause(
                        first, len(tokens), start + offset + 1, sender, None, "cited-organisation"
                    )
        return None

    def _same_subject(
        self,
        tokens: Sequence[Token],
        first: int,
        start: int,
        clause: Clause,
        *,
        comma: bool,
        coordinator: bool,
    ) -> Clause | None:
        """A further verb of the same subject: "..., og ba om", "..., men ville ikke love"."""
        if clause.subject is None or clause.verb is None:
            return None
        places = range(first, start + 1)
        known = (self._verbs.at(tokens, place) for place in places)
        verb = next(filter(None, known), None) or self._reporting(tokens, start)
        intended = coordinator and self._is_intended(tokens, start, clause)
        if verb is None and intended:
            verb = self._verbs.unknown(tokens, start)
        if verb is None or not self._same_tense(verb, clause):
            return None
        loose = not comma and not intended and not self._separable(verb)
        if loose or (comma and not coordinator and verb.modal):
            return None
        return Clause(first, len(tokens), verb.end, clause.subject, verb, "coordinated-verb")

    def _reporting(self, tokens: Sequence[Token], place: int) -> VerbMatch | None:
        """A verb that no lexicon has, right before an at-clause: it reports."""
        following = [token.lower for token in tokens[place + 1 : place + 3]]
        if following[:1] != ["at"] and following[1:] != ["at"]:
            return None
        return self._verbs.unknown(tokens, place)

    def _is_intended(self, tokens: Sequence[Token], place: int, clause: Clause) -> bool:
        """True for what a speaker will do, after what was said: "... og ville se på saken"."""
        inside = (token.lower for token in tokens[clause.content : place])
        return tokens[place].lower in self._intending and self._subordinators.isdisjoint(inside)

    def _separable(self, verb: VerbMatch) -> bool:
        return (
            verb.entry is not None and verb.entry.says and verb.modal is None and not verb.perfect
        )

    def _same_tense(self, verb: VerbMatch, clause: Clause) -> bool:
        if clause.verb is None:
            return True
        courtesy = verb.entry is not None and verb.entry.decides == "verb" and not verb.past
        return verb.past == clause.verb.past or (courtesy and verb.perfect)


def _resumed(pronoun: Subject, clause: Clause) -> Subject:
    """A pronoun after a person's own clause is that person."""
    if clause.subject is None or len(clause.subject.participants) != 1:
        return pronoun
    return replace(pronoun, actors=clause.subject.actors, participants=clause.subject.participants)
