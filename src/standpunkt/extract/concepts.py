"""The register's concepts in text: labels and aliases, word by word, endings left open.

Words are compared by their stems, which are the same in both written standards wherever only
the ending differs. In: words in lower case. Out: a concept and how many words name it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.resolve.registers import TopicConcept

_ENDING = re.compile(
    r"(?:(?<=\w{3})(?:erne|arane|arar|ene|ane|ere|ar|er|en|et|a)"
    r"|(?<=\w{4})e|(?<=\w{5})(?:enes|anes|ers|ens|ets|as))$"
)
_WORD = re.compile(r"\w+(?:-\w+)*-?")


def words_of(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return [word.lower() for word in written(text)]


def written(text: str) -> list[str]:
    """The words of a text, as written."""
    return _WORD.findall(text)


@cache
def stem(word: str) -> str:
    """A word without its ending.

    >>> stem("fylkesvegane") == stem("fylkesveg"), stem("skolen") == stem("skole")
    (True, True)
    """
    bare = _ENDING.sub("", word)
    return bare[:-1] if bare.endswith("mm") else bare


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that name a concept, or with ``term`` something under it that has no concept."""

    concept: TopicConcept
    length: int
    term: str | None = None


class Concepts:
    """The concepts of a register by the stems of their forms."""

    def __init__(self, topics: tuple[TopicConcept, ...]) -> None:
        self._namings: dict[str, list[tuple[tuple[str, ...], Naming]]] = {}
        for concept in topics:
            for form in concept.forms:
                self._add(form, concept, None)
            for form in (*concept.terms_nb, *concept.terms_nn):
                self._add(form, concept, form)
        for namings in self._namings.values():
            namings.sort(key=lambda one: -len(one[0]))
        self._broader = {concept.id: concept.broader for concept in topics}
        self._broad = frozenset(filter(None, self._broader.values()))

    def _add(self, form: str, concept: TopicConcept, term: str | None) -> None:
        stems = tuple(map(stem, words_of(form)))
        naming = Naming(concept, len(stems), term)
        self._namings.setdefault(stems[0], []).append((stems, naming))

    def at(self, stems: Sequence[str], index: int) -> Naming | None:
        """What the words from a place on name; the longest."""
        for form, naming in self._namings.get(stems[index], ()):
            if tuple(stems[index : index + len(form)]) == form:
                return naming
        return None

    def named(self, word: str) -> TopicConcept | None:
        """The concept that a single word names."""
        found = self.at([stem(word)], 0)
        return found.concept if found and not found.term else None

    def is_broad(self, concept: str) -> bool:
        """True where the register has narrower concepts."""
        return concept in self._broad

    def is_broader(self, one: str, other: str) -> bool:
        """True where the first concept stands above the second."""
        return one in self._line(other)

    def _line(self, concept: str) -> list[str]:
        line: list[str] = []
        up = self._broader.get(concept)
        while up:
            line.append(up)
            up = self._broader.get(up)
        return line


@cache
def concepts(topics: tuple[TopicConcept, ...]) -> Concepts:
    """The concepts of a register, indexed once."""
    return Concepts(topics)
