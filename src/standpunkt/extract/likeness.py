"""Words that two texts share, whatever their endings and whatever they are compounded with.

Norwegian bends words at the end ("norm", "normen", "norma"; "utsette", "utsettelse") and writes
compounds together, with what the thing is at the end ("bemanningsnormen" is a norm). Where the
ending begins is often open ("utsett-e", "utset-te"), so a word has several possible stems; two
words are alike where a stem of one is a stem of the other, or its tail. Words are
akin where they only begin alike, or differ in vowels. In: text. Out: its words, and which of them
are alike or akin.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from standpunkt.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_WORD = re.compile(r"[^\W\d_]{4,}")
_VOWELS = re.compile("[aeiouyæøå]")
_SHORTEST = 3
_TAIL = 4
"""How many letters a stem needs to be found at the end of a compound."""
_ROOT = 5
"""How many letters two words must have in common at the beginning to be akin."""
_REMEMBERED = 2**14
"""How many words are remembered: many meetings' worth, and yet a few megabytes."""


class Words(frozenset[str]):
    """Words, with what makes others like them found once for all of them."""

    def like(self, word: str) -> bool:
        """True where one of the words is like another, by its stem or its tail."""
        return word in self or not (
            self._stems.isdisjoint(forms(word)) and self._forms.isdisjoint(stems(word))
        )

    def akin(self, others: Words) -> bool:
        """True where one of the words may be of one root with one of the others.

        What begins the one may also begin a part of the other: "psykisk", "ungdomspsykiatri".
        """
        return not (
            self._roots.isdisjoint(others._parts)
            and self._parts.isdisjoint(others._roots)
            and self._bones.isdisjoint(others._bones)
        )

    def _all(self, of: Callable[[str], frozenset[str]]) -> frozenset[str]:
        return frozenset().union(*map(of, self))

    @cached_property
    def _stems(self) -> frozenset[str]:
        return self._all(stems)

    @cached_property
    def _forms(self) -> frozenset[str]:
        return self._all(forms)

    @cached_property
    def _roots(self) -> frozenset[str]:
        return frozenset(word[:_ROOT] for word in self if len(word) > _ROOT)

    @cached_property
    def _parts(self) -> frozenset[str]:
        return self._all(_parts)

    @cached_property
    def _bones(self) -> frozenset[str]:
        return self._all(_bones)


def words_of(text: str) -> Words:
    """The words of four letters or more that say what a text is about, in lower case."""
    return Words(frozenset(_WORD.findall(text.lower())) - _empty())


def shared(words: Iterable[str], others: Words) -> list[str]:
    """Those of some words that are like one of the others."""
    return [word for word in words if others.like(word)]


@lru_cache(maxsize=_REMEMBERED)
def forms(word: str) -> frozenset[str]:
    """The stems of a word, and what they end in: "norm" of "bemanningsnormen"."""
    tails = (stem[start:] for stem in stems(word) for start in range(1, len(stem) - _TAIL + 1))
    return stems(word).union(tails)


@lru_cache(maxsize=_REMEMBERED)
def _parts(word: str) -> frozenset[str]:
    """Where a root may be found in a word: at its beginning, and after some letters."""
    starts = (0, *range(_TAIL, len(word) - _ROOT + 1))
    return frozenset(word[start : start + _ROOT] for start in starts if len(word) > _ROOT)


@lru_cache(maxsize=_REMEMBERED)
def _bones(word: str) -> frozenset[str]:
    """The consonants of the stems of a word after how it begins: "bosatt" is like "bosett"."""
    found = (_single(_VOWELS.sub("", stem)) for stem in stems(word) if len(stem) > _TAIL)
    return frozenset(word[:_SHORTEST] + bones for bones in found if len(bones) >= _SHORTEST)


@lru_cache(maxsize=_REMEMBERED)
def stems(word: str) -> frozenset[str]:
    """What may be the stem of a word, with a doubled consonant at its end made single."""
    cut = (word.removesuffix(ending) for ending in _endings() if word.endswith(ending))
    return frozenset(_single(stem) for stem in cut if len(stem) >= _SHORTEST)


def _single(stem: str) -> str:
    return stem[:-1] if len(stem) > _SHORTEST and stem[-1] == stem[-2] else stem


@cache
def _endings() -> tuple[str, ...]:
    return ("", *load_lexicon().words["inflection"]["endings"])


@cache
def _empty() -> frozenset[str]:
    lexicon = load_lexicon()
    auxiliaries = {word for words in lexicon.words["auxiliaries"].values() for word in words}
    said = lexicon.word_set("inflection", "empty")
    return lexicon.word_set("closed") | lexicon.adverbs | auxiliaries | said
