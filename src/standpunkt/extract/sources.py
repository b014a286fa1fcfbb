"""Who speaks without being the subject: views, sources, givers and senders.

As in "Etter Vikses syn", "Ifølge KS", "Forslaget fikk støtte fra Ness", "Svaret fra Berg var at",
"Det kom innspill fra KS". In: the tokens of a sentence. Out: its clause, or nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.extract.clauses import Clause
from standpunkt.extract.subject import Subject
from standpunkt.model import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.extract.subjects import SubjectFinder
    from standpunkt.extract.tokens import Token
    from standpunkt.extract.verbs import VerbFinder
    from standpunkt.lexicon import Lexicon

_TITLE = 4
"""How many words a title and the view after it may have: "fungerende rådmanns syn"."""
_TAG = 8
"""How many words may follow the comma in "..., var det korte svaret fra Ness"."""


class Sources:
    """Finds the clause of somebody who is named as a source."""

    def __init__(self, subjects: SubjectFinder, verbs: VerbFinder, lexicon: Lexicon) -> None:
        self._subjects = subjects
        self._verbs = verbs
        self._received_phrases = tuple(p for ps in lexicon.words["received"].values() for p in ps)
        source = lexicon.words["source"]
        self._agents = frozenset(source["agent"])
        self._according = frozenset(source["according"])
        self._after = frozenset(source["after"])
        self._impersonal_verbs = frozenset(source["there"])
        self._answers = frozenset(source["answer"])
        self._getting = frozenset(source["getting"])
        self._gotten = frozenset(source["gotten"])
        self._views = frozenset(source["view"])
        self._seen_from = [phrase.split() for phrase in source["seen_from"]]
        self._genitives = frozenset(source["genitive"])
        self._pronouns = frozenset(lexicon.words["pronouns"])
        self._possessives: dict[str, str] = source["possessive"]

    def find(self, tokens: Sequence[Token]) -> Clause | None:
        """The clause of somebody whose view, message or gift is told."""
        return (
            self._possessive(tokens)
            or self._source_phrase(tokens)
            or self._source_last(tokens)
            or self._answer(tokens)
            or self._received(tokens)
            or self._view_inside(tokens)
        )

    def receiver(self, tokens: Sequence[Token]) -> Clause | None:
        """As in "Forslaget fikk støtte fra X", whoever had made it."""
        return self._received(tokens, phrases=self._received_phrases)

    def there(self, tokens: Sequence[Token]) -> Clause | None:
        """As in "Det kom innspill fra KS om", "Det ble enighet om"."""
        verb = self._verbs.at(tokens, 1) if tokens[0].lower == "det" else None
        if verb is None or verb.entry is None or verb.negated:
            return None
        if " " not in verb.form or tokens[1].lower not in self._impersonal_verbs:
            return None
        sender = tokens[verb.end].lower in self._agents if verb.end < len(tokens) else False
        subject = self._subjects.at(tokens, verb.end + 1) if sender else None
        if subject and subject.actors:
            return Clause(0, len(tokens), subject.end, subject, verb, "agent-passive")
        return Clause(0, len(tokens), verb.end, _nobody(verb.end), verb, "agentless-passive")

    def told(self, tokens: Sequence[Token]) -> Clause | None:
        """As in "Hun fikk til svar fra Berg at": who answered, not who was answered."""
        asker = self._subjects.at(tokens, 0)
        if asker is None or asker.end + 2 >= len(tokens):
            return None
        if tokens[asker.end].lower not in self._getting:
            return None
        place = asker.end + 1 + (tokens[asker.end + 1].lower == "til")
        if place + 1 >= len(tokens) or tokens[place].lower not in self._gotten:
            return None
        sender = tokens[place + 1].lower in self._agents
        subject = self._subjects.at(tokens, place + 2) if sender else None
        if subject is None or not subject.actors:
            if tokens[place + 1].lower != "at":
                return None
            subject = _nobody(place + 1)
        return Clause(0, len(tokens), subject.end, subject, None, "received-answer")

    def _answer(self, tokens: Sequence[Token]) -> Clause | None:
        """As in "Svaret fra Ness var at", "Nei, var det korte svaret fra Ness"."""
        sender = next((i for i, t in enumerate(tokens) if t.lower in self._agents), len(tokens))
        subject = self._subjects.at(tokens, sender + 1)
        if subject is None or not subject.participants or sender == 0:
            return None
        rest = [token for token in tokens[subject.end :] if token.is_word]
        answers = tokens[sender - 1].lower in self._answers
        if answers and sender == 1 and rest and rest[0].lower in self._impersonal_verbs:
            return Clause(0, len(tokens), subject.end + 1, subject, None, "source-phrase")
        start = next((i for i in range(sender, 0, -1) if tokens[i].text == ","), None)
        if rest or start is None or sender - start > _TAG:
            return None
        tag = [token.lower for token in tokens[start + 1 : sender]]
        impersonal = bool(tag) and tag[0] in self._impersonal_verbs
        if not (impersonal and (answers or tag[1:] == ["det"])):
            return None
        return Clause(0, len(tokens), subject.end, subject, None, "source-phrase", range(start + 1))

    def _possessive(self, tokens: Sequence[Token]) -> Clause | None:
        """As in "Karimis erfaring var at", "Etter hennes syn må", "Etter Lunde sitt syn er"."""
        start = 1 if tokens[0].lower in self._after else 0
        if [token.lower for token in tokens[:2]] in self._seen_from:
            start = 2
        subject = self._subjects.at(tokens, start) or self._owner(tokens, start)
        place = subject.end if subject else start
        owned = 0 < start < len(tokens) and tokens[start].lower in self._possessives
        if subject is None and owned:
            subject = self._subjects.at([_as_pronoun(tokens[start], self._possessives)], 0)
            place = start + 1
        if place < len(tokens) and tokens[place].lower in self._genitives:
            place += 1
        if subject is None or not subject.actors or place >= len(tokens):
            return None
        if tokens[place].lower not in self._views:
            return None
        return Clause(0, len(tokens), place + 1, subject, None, "possessive")

    def _view_inside(self, tokens: Sequence[Token]) -> Clause | None:
        """As in "Sykmelding bør etter Skoglis mening være gradert"."""
        for place in range(2, len(tokens) - 3):
            if tokens[place].lower not in self._after:
                continue
            found = self._possessive(tokens[place:])
            if found and found.subject and found.subject.participants:
                content = place + found.content
                return replace(found, end=len(tokens), content=content, front=range(place))
        return None

    def _owner(self, tokens: Sequence[Token], start: int) -> Subject | None:
        """A title in the genitive before a view: "leders mening", "rådmannens vurdering"."""
        for place in range(start + 1, min(start + _TITLE, len(tokens))):
            if tokens[place].lower in self._views:
                return self._subjects.in_genitive(tokens, start, place)
        return None

    def _source_phrase(self, tokens: Sequence[Token]) -> Clause | None:
        """As in "Ifølge BFD er ordningen rettferdig", "For Grimseid var det viktig å"."""
        first = tokens[0].lower
        if first not in self._according and first != "for":
            return None
        subject = self._subjects.at(tokens, 1)
        if subject is None or not subject.actors:
            return None
        following = [token.lower for token in tokens[subject.end : subject.end + 2]]
        if first == "for" and (len(following) < 2 or following[1] != "det"):
            return None
        return Clause(0, len(tokens), subject.end, subject, None, "source-phrase")

    def _source_last(self, tokens: Sequence[Token]) -> Clause | None:
        """As in "Prosjektet ligger over budsjett, ifølge Berg."."""
        last = (i for i in range(len(tokens) - 2, 1, -1) if tokens[i].lower in self._according)
        place = next(last, None)
        subject = self._subjects.at(tokens, place + 1) if place else None
        if place is None or subject is None or not subject.actors:
            return None
        if tokens[place - 1].text != "," or any(t.is_word for t in tokens[subject.end :]):
            return None
        end = len(tokens)
        return Clause(0, end, subject.end, subject, None, "source-phrase", range(place))

    def _received(self, tokens: Sequence[Token], phrases: tuple[str, ...] = ()) -> Clause | None:
        """What somebody gave: by these phrases, or "Ønsket ble ikke imøtekommet av X"."""
        for place in range(1, len(tokens) - 1):
            preposition = tokens[place].lower
            if preposition not in self._agents:
                continue
            subject = self._subjects.at(tokens, place + 1)
            if subject is None or not subject.participants:
                continue
            before = " ".join(self._without_receiver(tokens[: place + 1]))
            if phrases:
                given = "," not in before and before.endswith(phrases)
            else:
                passive = preposition == "av" and any(map(self._verbs.is_become, tokens[:place]))
                given = passive and not any(self._verbs.passive(tokens, i) for i in range(place))
            if given:
                return Clause(0, len(tokens), subject.end, subject, None, "received")
        return None

    def _without_receiver(self, tokens: Sequence[Token]) -> list[str]:
        """The words without who gets what follows: "i dette fikk [hun] støtte fra"."""
        words = [token.lower for token in tokens]
        place = next((i for i, word in enumerate(words) if word in self._getting), None)
        if not place:
            return words
        receiver = self._subjects.at(tokens, place + 1)
        pronoun = place + 1 < len(words) and words[place + 1] in self._pronouns
        end = receiver.end if receiver else place + 1 + pronoun
        return [*words[: place + 1], *words[end:]]


def _nobody(end: int) -> Subject:
    return Subject((), (), Attribution.AGENTLESS, (), end)


def _as_pronoun(token: Token, possessives: dict[str, str]) -> Token:
    word = possessives[token.lower]
    return token._replace(text=word, lower=word)
