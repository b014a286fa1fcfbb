"""What a statement is about: a concept of the topic register, else its own words.

The agenda item gives the default; a subject that the statement itself names overrides it, and a
statement that names none keeps the running topic. A subject is a concept of the register, a
thing that the register knows under one, or, as the object of what is said, a compound. Words
that only take up the running topic, by a part of its name or by a wider concept, keep it.
In: text. Out: a ``Topic``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpunkt.extract.concepts import concepts, stem, words_of, written
from standpunkt.extract.nouns import shipped_nouns
from standpunkt.model import Side, Topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.extract.concepts import Naming
    from standpunkt.extract.nouns import Noun
    from standpunkt.lexicon import Lexicon
    from standpunkt.model import AgendaItem
    from standpunkt.resolve.registers import Registers, TopicConcept

_NUMBER = re.compile(r"\d+[.)]?\s*")
_TAIL = re.compile(r"\s+(?:(?:per|pr\.?)\s+\d.*|[-–—]\s.*|\(.*\).*)$")
_TELLING = 4
"""A shared part of a name tells something from this many letters on."""
_LONG = 8
"""A shorter word that begins with a capital inside a sentence is a surname, not a subject: Vik."""


def _is_name(text: Sequence[str], index: int) -> bool:
    """True for a word that begins with a capital inside a sentence."""
    return index > 0 and text[index][0].isupper()


@dataclass(frozen=True, slots=True)
class Mention:
    """A subject that a text names, by the stem of its first word.

    ``strong`` ones override a running topic; the others only tell where there is none.
    """

    topic: Topic
    word: str
    strong: bool


class TopicLinker:
    """Finds the register's concepts and other subjects in text."""

    def __init__(self, registers: Registers, lexicon: Lexicon, language: str) -> None:
        self._language = language
        self._generic = lexicon.word_set("generic_titles")
        self._frames = lexicon.pattern("generic_titles", "frames")
        self._concepts = concepts(registers)
        self._nouns = shipped_nouns()
        self._empty = lexicon.word_set("topics", "empty")
        self._carriers = lexicon.word_set("topics", "carriers")
        self._attributes = lexicon.word_set("topics", "attributes")
        self._clausal = lexicon.word_set("topics", "clausal")
        self._documents = lexicon.word_set("topics", "documents")
        self._meetings: dict[str, str] = lexicon.words["topics"]["meetings"]

    def find(
        self, text: str, running: Topic | None = None, home: Topic | None = None
    ) -> Topic | None:
        """The subject that a text names, if it names one.

        Words that take up the running topic keep it, and words that take up ``home``, the topic
        of the item, lead back to it; else what is named first overrides them.
        """
        mentions = self._mentions(written(text))
        for known in filter(None, (home, running)):
            if any(self._takes_up(one, known) for one in mentions):
                return known
        telling = [one for one in mentions if one.strong] or ([] if running else mentions)
        return telling[0].topic if telling else None

    def _mentions(self, text: Sequence[str]) -> list[Mention]:
        """What the words of a text name, in order; a name is no noun."""
        words = [word.lower() for word in text]
        stems = [stem(word) for word in words]
        found: list[Mention] = []
        index = 0
        while index < len(words):
            naming = self._naming(text, stems, index)
            noun = self._nouns.read(words[index], self._language)
            if naming:
                found.append(self._named(naming, noun, stems[index]))
            elif noun and not _is_name(text, index):
                direct = not found and self._clausal.isdisjoint(words[:index])
                found.extend(self._candidate(noun, stems[index], direct=direct))
            index += naming.length if naming else 1
        return found

    def _naming(self, text: Sequence[str], stems: Sequence[str], index: int) -> Naming | None:
        """What the register knows by the words from a place on, unless they name somebody."""
        naming = self._concepts.at(stems, index)
        if naming is None or naming.length > 1 or not _is_name(text, index):
            return naming
        title = len(text[index]) >= _LONG or text[index].isupper()
        return naming if title and not naming.term else None

    def _named(self, naming: Naming, noun: Noun | None, word: str) -> Mention:
        strong = not self._concepts.is_general(naming.concept)
        if naming.term is None:
            return Mention(self._topic(naming.concept), word, strong)
        own = noun.label if noun and naming.length == 1 else naming.term
        return Mention(Topic(own), word, strong)

    def _candidate(self, noun: Noun, word: str, *, direct: bool) -> list[Mention]:
        """A noun as a subject: a concept by its first part, else in its own words, if any."""
        concept = self._carried(noun)
        if concept:
            strong = not self._concepts.is_general(concept)
            return [Mention(self._topic(concept), word, strong)]
        plain = noun.head in self._carriers and not noun.modifier
        ends = (noun.head[at:] for at in range(len(noun.head) - 2))
        if plain or noun.label in self._empty or not self._empty.isdisjoint(ends):
            return []
        return [Mention(Topic(noun.label), word, direct and bool(noun.modifier))]

    def _carried(self, noun: Noun) -> TopicConcept | None:
        """The concept that the first part of a compound names, where its last part is general."""
        if noun.head not in self._carriers and noun.head not in self._empty:
            return None
        firsts = (noun.modifier.rstrip("-"), noun.modifier[:-1])
        named = (self._concepts.named(first) for first in firsts if len(first) >= _TELLING)
        return next((concept for concept in named if concept), None)

    def _takes_up(self, mention: Mention, known: Topic) -> bool:
        concept = mention.topic.concept
        if concept and known.concept and self._concepts.is_broader(concept, known.concept):
            return True
        words = map(stem, words_of(known.label))
        return mention.topic == known or (
            len(mention.word) >= _TELLING
            and any(word.startswith(mention.word) or word.endswith(mention.word) for word in words)
        )

    def of_item(self, item: AgendaItem | None) -> Topic | None:
        """The topic that an agenda item gives to what is said under it."""
        if item is None or _NUMBER.sub("", item.title, count=1).casefold() in self._generic:
            return None
        title = item.title.strip(" ?«»")
        frame = self._frames.match(title)
        bare = title[frame.end() :].strip() if frame else title
        words = [word for word in words_of(bare) if word not in self._attributes]
        noun = self._nouns.read(words[0], self._language) if words else None
        first = self._mentions(words[:1])
        named = first if first or (noun and noun.modifier) else self._mentions(words)
        concept = next((one.topic for one in named if one.topic.concept), None)
        return concept or Topic(self._as_label(bare))

    def _as_label(self, title: str) -> str:
        """A title as a subject: its first noun indefinite, capitals only in names."""
        words = _TAIL.sub("", title).split() or [title]
        while len(words) > 1 and words[0].lower() in self._attributes:
            words = words[1:]
        if title.isupper():
            words = [word.lower() for word in words]
        first, rest = words[0], words[1:]
        noun = self._nouns.read(first.lower(), self._language)
        if first[1:] == first[1:].lower():
            first = noun.label if noun else first[:1].lower() + first[1:]
        return " ".join([first, *rest])

    def of_meeting(self, title: str, sides: frozenset[Side]) -> Topic:
        """The topic of opening and closing a meeting: the body, or the scheme that it is of."""
        for word in words_of(title):
            noun = self._nouns.read(word, self._language)
            label = noun.label if noun else word
            if label in self._meetings:
                return self._scheme(label)
            if noun and noun.modifier and label not in self._documents:
                return Topic(label)
        who = " ".join(sorted(sides - {Side.OTHER}))
        if who in self._meetings:
            return self._scheme(who)
        return Topic(title.lower() if title.isupper() else title)

    def _scheme(self, kind: str) -> Topic:
        concept = self._concepts.named(self._meetings[kind])
        return self._topic(concept) if concept else Topic(self._meetings[kind])

    def _topic(self, concept: TopicConcept) -> Topic:
        return Topic(concept.label(self._language), concept.id)
