"""What a statement is about: a concept of the topic register, else its own words.

The agenda item gives the default; a subject that the statement itself names overrides it, and a
statement that names none keeps the running topic. Labels match word by word with Norwegian
endings left open, the longest label first. In: text. Out: a ``Topic``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from standpunkt.lexicon import words_pattern
from standpunkt.model import Topic

if TYPE_CHECKING:
    from standpunkt.lexicon import Lexicon
    from standpunkt.model import AgendaItem
    from standpunkt.resolve.registers import Registers, TopicConcept

_ENDING = r"(?:e|en|et|a|ene|ane|er|ar|n|t|s|ens|ets|enes|anes|r|ne)?"
_PREFIX = 4
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+[.)]?\s*")


class TopicLinker:
    """Finds the register's concepts in text."""

    def __init__(self, registers: Registers, lexicon: Lexicon, language: str) -> None:
        self._language = language
        self._generic = lexicon.word_set("generic_titles")
        self._frames = words_pattern(lexicon.words["generic_titles"]["frames"])
        self._labels = _labels(registers.topics)

    def find(self, text: str) -> Topic | None:
        """The concept that a text names first; of two at the same place, the longer label."""
        lower = text.lower()
        for word in _WORD.finditer(lower):
            candidates = self._labels.get(word.group()[:_PREFIX], ())
            matches = ((pattern.match(lower, word.start()), c) for pattern, c in candidates)
            found = [(match.end(), concept) for match, concept in matches if match]
            if found:
                return self._topic(max(found, key=lambda hit: hit[0])[1])
        return None

    def of_item(self, item: AgendaItem | None) -> Topic | None:
        """The topic that an agenda item gives to what is said under it."""
        if item is None or _NUMBER.sub("", item.title, count=1).casefold() in self._generic:
            return None
        found = self.find(item.title)
        if found:
            return found
        title = item.title.strip(" ?«»")
        frame = self._frames.match(title)
        bare = title[frame.end() :].strip() if frame else title
        return Topic(bare.lower() if bare.isupper() or frame else bare[:1].lower() + bare[1:])

    def default(self, item: AgendaItem | None, meeting: str) -> Topic:
        """The topic of what names none: the item's, else its title, else the meeting's."""
        title = item.title if item else meeting
        return self.of_item(item) or Topic(title.lower() if title.isupper() else title)

    def _topic(self, concept: TopicConcept) -> Topic:
        return Topic(concept.nn if self._language == "nn" else concept.nb, concept.id)


@cache
def _labels(
    topics: tuple[TopicConcept, ...],
) -> dict[str, list[tuple[re.Pattern[str], TopicConcept]]]:
    """The patterns of all labels by the first letters of their first word."""
    table: dict[str, list[tuple[re.Pattern[str], TopicConcept]]] = {}
    for concept in topics:
        for form in concept.forms:
            table.setdefault(form.lower()[:_PREFIX], []).append((_pattern(form), concept))
    return table


def _pattern(form: str) -> re.Pattern[str]:
    """A pattern for a label whose words may take endings."""
    words = [re.escape(word) for word in form.lower().split()]
    flexible = [re.sub(r"(?:en|et|a|e)$", "", word) if len(word) > 7 else word for word in words]
    return re.compile(r"\s+".join(f"{word}{_ENDING}" for word in flexible) + r"\b")
