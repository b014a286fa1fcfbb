"""The register's concepts in text: labels and aliases, word by word, endings left open.

Words are compared by their stems, which are the same in both written standards wherever only
the ending differs. In: words in lower case. Out: a concept and how many words name it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from standpunkt.resolve.registers import Registers, TopicConcept

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
    """The concepts of a register by the stems of their forms.

    Words that are a label of one concept and an alias of another name the first.
    """

    def __init__(self, topics: Sequence[TopicConcept]) -> None:
        self._namings: dict[str, list[tuple[tuple[str, ...], Naming]]] = {}
        for concept in topics:
            self._add(concept, concept.labels)
        for concept in topics:
            self._add(concept, concept.aliases)
        for concept in topics:
            self._add(concept, (*concept.terms_nb, *concept.terms_nn), term=True)
        for namings in self._namings.values():
            namings.sort(key=lambda one: -len(one[0]))
        self._broader = {concept.id: concept.broader for concept in topics}
        self._broad = frozenset(above for ones in self._broader.values() for above in ones)

    def _add(self, concept: TopicConcept, forms: Iterable[str], *, term: bool = False) -> None:
        for form in forms:
            stems = tuple(map(stem, words_of(form)))
            if stems:
                naming = Naming(concept, len(stems), form if term else None)
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

    def is_general(self, concept: TopicConcept) -> bool:
        """True for a concept that has narrower ones and none above it."""
        return not concept.broader and concept.id in self._broad

    def is_broader(self, one: str, other: str) -> bool:
        """True where the first concept stands above the second."""
        return one in self._above(other)

    def _above(self, concept: str) -> set[str]:
        above: set[str] = set()
        ahead = list(self._broader.get(concept, ()))
        while ahead:
            if (up := ahead.pop()) not in above:
                above.add(up)
                ahead += self._broader.get(up, ())
        return above


@lru_cache(maxsize=4)
def concepts(registers: Registers) -> Concepts:
    """The concepts of the register of topics, indexed once."""
    return Concepts(registers.topics)
