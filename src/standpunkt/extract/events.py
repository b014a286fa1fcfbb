"""Events: people who come and go, the chair that changes hands, votes and decisions.

A sentence that only tells an event is not a statement. In: sentences and blocks. Out: events.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from standpunkt.model import Event, EventType, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from standpunkt.extract.people import People
    from standpunkt.extract.subjects import SubjectFinder
    from standpunkt.extract.tokens import Token
    from standpunkt.lexicon import Lexicon

_SPLIT = re.compile(r",?\s+(?:og|mens|men|før|medan)\s+(?=[A-ZÆØÅ])|,?\s+(?:og|men)\s+(?=\w+\s)")
_BARE, _TIMED = 5, 9
"""How many words may follow an event, without and with a time: "kl. 12.20, under sak 4"."""
_MEETING = ("møtet", "salen", "møterommet")
"""What ends a phrase that can mean nothing else."""
BLOCKS = {"decision": EventType.DECISION, "vote": EventType.VOTE}
"""The kinds of blocks whose sentences are events."""


class EventFinder:
    """Recognises sentences that tell an event, by the phrases of the lexicon."""

    def __init__(self, people: People, subjects: SubjectFinder, lexicon: Lexicon) -> None:
        self._people = people
        self._subjects = subjects
        self._phrases = [
            (EventType(kind), lexicon.pattern("events", kind)) for kind in lexicon.words["events"]
        ]

    def events(self, tokens: Sequence[Token], flat: str, agenda: str | None) -> list[Event]:
        """The events that a sentence tells; the chair of the meeting changes with them."""
        cuts = [0, *self._cuts(tokens), len(tokens)]
        found: list[Event] = []
        for start, end in pairwise(cuts):
            event = self._event(tokens[start:end], flat, agenda)
            if event:
                found.append(event)
        return [self._noted(event) for event in found]

    def _cuts(self, tokens: Sequence[Token]) -> Iterator[int]:
        told = False
        for index, token in enumerate(tokens[:-1]):
            if told and token.lower in {"og", "mens", "men", "medan"}:
                yield index + 1
                told = False
            else:
                told = told or (token.is_word and not token.is_capital)

    def _event(self, tokens: Sequence[Token], flat: str, agenda: str | None) -> Event | None:
        subject = self._subjects.at(tokens, 0)
        if subject is None or not subject.participants or subject.end >= len(tokens):
            return None
        last = len(tokens) - 1
        while last > 0 and (
            tokens[last].text == "," or tokens[last].lower in {"og", "men", "mens"}
        ):
            last -= 1
        span = Span(tokens[0].start, tokens[last].end)
        rest = flat[tokens[subject.end].start : span.end].lower()
        for kind, phrases in self._phrases:
            found = phrases.match(rest)
            if found and self._complete(kind, found.group(), rest[found.end() :]):
                persons = tuple(p.name for p in subject.participants)
                return Event(kind, persons + self._taker(tokens, found.group()), agenda, span)
        return None

    def _taker(self, tokens: Sequence[Token], phrase: str) -> tuple[str, ...]:
        """To whom the chair is given: "overlot møteledelsen til Bergheim"."""
        if not phrase.endswith(" til"):
            return ()
        place = next((i for i, token in enumerate(tokens) if token.lower == "til"), len(tokens))
        taker = self._subjects.at(tokens, place + 1)
        return tuple(p.name for p in taker.participants) if taker else ()

    def _complete(self, kind: EventType, phrase: str, rest: str) -> bool:
        """True where nothing but a time or a place follows: "kom" alone is not an arrival."""
        if kind is EventType.CHAIR_HANDOVER or phrase.endswith(_MEETING):
            return True
        longest = _TIMED if any(map(str.isdigit, rest)) else _BARE
        return len(rest.split()) <= longest and not re.search(
            r"^ på\b|\b(?:med|inn på|til å|gjennom|at|imot|for)\b", rest
        )

    def _noted(self, event: Event) -> Event:
        if event.type is not EventType.CHAIR_HANDOVER:
            return event
        before = self._people.chair
        self._people.hand_over(event.persons[-1])
        if before is None or before.name in event.persons:
            return event
        return Event(event.type, (before.name, *event.persons), event.agenda, event.span)
