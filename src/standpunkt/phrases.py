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
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ONE = r"(?:[\w*.'’%-]+|\{[A-Z]+\})"
_PLACE = re.compile(rf"{_ONE}(?:\|{_ONE})*")
_WORD = r"[\w'’-]+"
_SPACES = r"[\s«»\"]+"
_UP_TO_FOUR = rf"(?:{_SPACES}{_WORD}){{0,4}}?"


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
    return re.compile("|".join(_phrase(phrase, classes) for phrase in phrases))


def _phrase(phrase: str, classes: Mapping[str, Sequence[str]]) -> str:
    places = phrase.split()
    begins, ends = places[0] == "^", places[-1] == "$"
    places = places[begins : len(places) - ends]
    if not places or places[0][0] in "(!" or places[0] == "..":
        msg = f"'{phrase}' has no word to begin with"
        raise ValueError(msg)
    pattern = (r"^\W*" if begins else r"(?<!\w)") + _choice(places[0], classes)
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
    words: list[str] = []
    for word in place.split("|"):
        words += classes[word[1:-1]] if word.startswith("{") else [word]
    words.sort(key=len, reverse=True)
    parts = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return f"(?:{'|'.join(parts)})"
