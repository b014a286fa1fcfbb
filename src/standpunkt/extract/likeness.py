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
from functools import cache, lru_cache
from itertools import repeat
from typing import TYPE_CHECKING

from standpunkt.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_WORD = re.compile(r"[^\W\d_]{4,}")
_VOWELS = re.compile("[aeiouyæøå]")
_SHORTEST = 3
_TAIL = 4
"""How many letters a stem needs to be found at the end of a compound."""
_ROOT = 5
"""How many letters two words must have in common at the beginning to be akin."""
_REMEMBERED = 2**16
"""How many pairs of words are remembered: many meetings' worth, and yet a few megabytes."""


def words_of(text: str) -> frozenset[str]:
    """The words of four letters or more that say what a text is about, in lower case."""
    return frozenset(_WORD.findall(text.lower())) - _empty()


def shared(words: Iterable[str], others: Collection[str]) -> list[str]:
    """Those of some words that are like one of the others."""
    return [word for word in words if word in others or any(map(alike, repeat(word), others))]


@lru_cache(maxsize=_REMEMBERED)
def akin(one: str, other: str) -> bool:
    """True where two words may be of one root: they begin alike, or differ in vowels only.

    What begins the one may also begin a part of the other: "psykisk", "ungdomspsykiatri".
    """
    if min(len(one), len(other)) > _ROOT and (_has_part(one, other) or _has_part(other, one)):
        return True
    return one[:_SHORTEST] == other[:_SHORTEST] and not _bones(one).isdisjoint(_bones(other))


def _has_part(word: str, other: str) -> bool:
    return word.startswith(other[:_ROOT]) or other[:_ROOT] in word[_TAIL:]


@lru_cache(maxsize=_REMEMBERED)
def _bones(word: str) -> frozenset[str]:
    """The consonants of the stems of a word: "bosatt" and "bosett" have the same."""
    found = (_single(_VOWELS.sub("", stem)) for stem in stems(word) if len(stem) > _TAIL)
    return frozenset(bones for bones in found if len(bones) >= _SHORTEST)


@lru_cache(maxsize=_REMEMBERED)
def alike(one: str, other: str) -> bool:
    """True where two words have a stem in common, or one is what the other is a kind of."""
    if one[:2] == other[:2] and not stems(one).isdisjoint(stems(other)):
        return True
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if short[:_TAIL] not in long:
        return False
    tails = _tails(short)
    return any(stem.endswith(tails) and stem not in tails for stem in stems(long))


@lru_cache(maxsize=_REMEMBERED)
def _tails(word: str) -> tuple[str, ...]:
    return tuple(stem for stem in stems(word) if len(stem) >= _TAIL)


@lru_cache(maxsize=_REMEMBERED)
def stems(word: str) -> frozenset[str]:
    """What may be the stem of a word, with a doubled consonant at its end made single."""
    cut = (word.removesuffix(ending) for ending in _endings() if word.endswith(ending))
    return frozenset(_single(stem) for stem in cut if len(stem) >= _SHORTEST)


def _single(stem: str) -> str:
    return stem[:-1] if stem[-1] == stem[-2] and len(stem) > _SHORTEST else stem


@cache
def _endings() -> tuple[str, ...]:
    return ("", *load_lexicon().words["inflection"]["endings"])


@cache
def _empty() -> frozenset[str]:
    lexicon = load_lexicon()
    auxiliaries = {word for words in lexicon.words["auxiliaries"].values() for word in words}
    said = lexicon.word_set("inflection", "empty")
    return lexicon.word_set("closed") | lexicon.adverbs | auxiliaries | said
