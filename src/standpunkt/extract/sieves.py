"""Who has the word in a sentence: sieves, the most precise first.

Norwegian is a verb-second language, and that does most of the work: where a sentence begins with
somebody, the next word is the finite verb; where it begins with something else, the finite verb
stands before its subject. In: the tokens of a sentence. Out: the main attributing clause.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.extract.clauses import Clause
from standpunkt.extract.passives import Passives
from standpunkt.extract.sources import Sources
from standpunkt.model import Act, ActorKind, Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.extract.subject import Subject
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
_WHILE = frozenset({"mens", "medan"})
_SHORTEST_SAID = 2


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
        self._bodies = tuple(lexicon.words["generic"]["bodies"])
        self.passives = Passives(subjects, verbs, lexicon)
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
            or self.passives.find(tokens)
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
        if subject is None or self.passives.is_asked(tokens, subject):
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
