"""Who came late or left early, by what an attendance list says beside a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpunkt.model import EventType

if TYPE_CHECKING:
    from standpunkt.lexicon import Lexicon
    from standpunkt.model import Span
    from standpunkt.parse.entries import Entry


@dataclass(frozen=True, slots=True)
class Presence:
    """That somebody came late or left early, as the list tells it."""

    type: EventType
    person: str
    span: Span


class Presences:
    """Reads what is said of presence: "til kl. 14", "frå sak 3"."""

    def __init__(self, lexicon: Lexicon) -> None:
        there = lexicon.words["presence"]["there"]
        self._kinds = {
            kind: _starting(lexicon.words["presence"][kind.value], there)
            for kind in (EventType.LEAVES, EventType.ARRIVES)
        }

    def of(self, entry: Entry, flat: str) -> Presence | None:
        """What the remark beside a name tells; leaving counts before arriving."""
        if entry.presence is None:
            return None
        text = flat[entry.presence.start : entry.presence.end]
        kind = next((kind for kind, words in self._kinds.items() if words.match(text)), None)
        return Presence(kind, entry.name, entry.presence) if kind else None


def _starting(words: list[str], there: list[str]) -> re.Pattern[str]:
    """A pattern for a text that begins with one of some words, and not with one of ``there``."""
    some, others = ("|".join(map(re.escape, one)) for one in (words, there))
    return re.compile(rf"(?!{others})(?:{some})\b", re.IGNORECASE)
