"""Phrases: how a table says which words, in which order, tell something.

A phrase is words with spaces between them. Each place holds one word or more to choose from:

    er|var            either word
    {NEG}|uten        any word or phrase of that class in ``words.toml``, or a word
    (helt|svært)      perhaps one of these
    _   (_)   ..      any one word; perhaps one; up to four
    bekym*  *avgift   any ending; any beginning
    !kunne            not this word
    ^ at first, $ at last: the content begins or ends here

In: the text of a phrase, in lower case. Out: a regular expression. Wrong notation is a
``ValueError`` that says what is wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

T = TypeVar("T")

_ONE = r"(?:[\w*.'’%-]+|\{[A-Z]+\})"
_PLACE = re.compile(rf"{_ONE}(?:\|{_ONE})*")
_WORD = r"[\w'’-]+"
_RUN = re.compile(r"\w+")
_TELLING = 6
"""Words of so many letters are rare enough."""
_SPACES = r"[\s«»\"]+"
_UP_TO_FOUR = rf"(?:{_SPACES}{_WORD}){{0,4}}?"


class PhraseIndex(Generic[T]):
    """Tells by the words of a text which of many patterns are worth a search in it."""

    def __init__(self, entries: Iterable[tuple[T, frozenset[str]]]) -> None:
        """``entries`` are things with the ``phrases_keys`` of their phrases, in order."""
        pairs = list(entries)
        self._things = [thing for thing, _ in pairs]
        self._places: dict[str, set[int]] = {}
        for place, (_, keys) in enumerate(pairs):
            for key in keys:
                self._places.setdefault(key, set()).add(place)
        self._known: dict[str, frozenset[int]] = {}

    def candidates(self, text: str) -> list[T]:
        """Those whose phrases may be in a text in lower case, in order."""
        places = set(self._places.get("*", ()))
        return [
            self._things[place]
            for place in sorted(places.union(*map(self._of, set(_RUN.findall(text)))))
        ]

    def _of(self, word: str) -> frozenset[int]:
        """Where a word, any beginning of it or any ending of it is a key."""
        known = self._known.get(word)
        if known is None:
            cuts = range(1, len(word) + 1)
            keys = (word, *(f"{word[:cut]}*" for cut in cuts), *(f"*{word[-cut:]}" for cut in cuts))
            known = frozenset().union(*(self._places.get(key, ()) for key in keys))
            self._known[word] = known
        return known


def phrases_keys(cell: str, classes: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Words of which a text must have one where any phrase of a cell is to be found in it.

    An asterisk stands for any beginning or ending, and alone for any text.

    >>> sorted(phrases_keys("er {NEG} (helt) enig*; bekym*", {"NEG": ["ikke", "ikkje"]}))
    ['bekym*', 'enig*']
    """
    phrases = [phrase.split() for phrase in cell.split(";") if phrase.strip()]
    return frozenset().union(*(_phrase_keys(places, classes) for places in phrases))


def _phrase_keys(places: Sequence[str], classes: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The keys of the place that tells most: the one with long words, and few of them."""
    needed = (place for place in places if place[0] not in "(!_.^$")
    choices = (frozenset(map(_key, _words(place, classes))) for place in needed)
    return max(choices, key=lambda keys: (min(_TELLING, *map(len, keys)), -len(keys)))


def _key(word: str) -> str:
    """The first letters of a word that a text has between what are no letters.

    >>> [_key(word) for word in ("e-post", "*avgift", "bekym*", "*problem*", "%")]
    ['e', '*avgift', 'bekym*', '*', '*']
    """
    found = _RUN.search(word)
    open_start, open_end = word.startswith("*"), found and word[found.end() :] == "*"
    if found is None or (open_start and open_end):
        return "*"
    return "*"[:open_start] + found.group() + "*"[:open_end]


def phrases_pattern(
    cell: str, classes: Mapping[str, Sequence[str]], *, separator: str = ";"
) -> re.Pattern[str]:
    """A pattern that finds any of the phrases of a cell, which a semicolon parts.

    >>> found = phrases_pattern("er {NEG} (helt) enig*", {"NEG": ["ikke", "ikkje"]})
    >>> [bool(found.search(text)) for text in ("de er ikke enige", "de er enige")]
    [True, False]
    """
    phrases = [phrase.strip() for phrase in cell.split(separator) if phrase.strip()]
    if not phrases:
        msg = "no phrase"
        raise ValueError(msg)
    first = [_phrase(phrase, classes) for phrase in phrases if phrase.startswith("^ ")]
    anywhere = [_phrase(phrase, classes) for phrase in phrases if not phrase.startswith("^ ")]
    parts = [(r"^\W*", first), (r"(?<!\w)", anywhere)]
    return re.compile("|".join(f"{before}(?:{'|'.join(some)})" for before, some in parts if some))


def _phrase(phrase: str, classes: Mapping[str, Sequence[str]]) -> str:
    """The pattern of one phrase, without what must stand before it."""
    places = phrase.split()
    begins, ends = places[0] == "^", places[-1] == "$"
    places = places[begins : len(places) - ends]
    if not places or places[0][0] in "(!" or places[0] == "..":
        msg = f"'{phrase}' has no word to begin with"
        raise ValueError(msg)
    pattern = _choice(places[0], classes)
    pattern += "".join(_following(place, classes) for place in places[1:])
    return pattern + (r"\W*$" if ends else r"(?!\w)")


def _following(place: str, classes: Mapping[str, Sequence[str]]) -> str:
    """The pattern of a place with the space before it."""
    if place == "..":
        return _UP_TO_FOUR
    if place.startswith("!"):
        return rf"(?!{_SPACES}{_choice(place[1:], classes)}(?!\w))"
    if place.startswith("(") and place.endswith(")"):
        return rf"(?:{_SPACES}{_choice(place[1:-1], classes)})?"
    return _SPACES + _choice(place, classes)


def _choice(place: str, classes: Mapping[str, Sequence[str]]) -> str:
    """The pattern of one place: a word, words to choose from, or classes of them."""
    if place == "_":
        return _WORD
    if not _PLACE.fullmatch(place):
        msg = f"'{place}' is not in the notation of phrases"
        raise ValueError(msg)
    words = sorted(_words(place, classes), key=len, reverse=True)
    parts = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return f"(?:{'|'.join(parts)})"


def _words(place: str, classes: Mapping[str, Sequence[str]]) -> list[str]:
    """The words and phrases that may stand at a place."""
    words: list[str] = []
    for word in place.split("|"):
        words += classes[word[1:-1]] if word.startswith("{") else [word]
    return words
