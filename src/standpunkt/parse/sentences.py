"""Where sentences end, in a text with Norwegian abbreviations, ordinals, dates and initials.

In: a flat text (all white space as spaces). Out: spans of sentences, without the spaces around.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from standpunkt.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from standpunkt.lexicon import Lexicon

_END = re.compile(r"(?<![.!?…])[.!?…]+[»”\")’]?(?=\s+(?:[«“\"(–\-]+\s*)?[A-ZÆØÅÄÖÉ0-9«“\"])")
_LAST_WORD = re.compile(r"[\wæøåÆØÅ.]+$")
_ORDINAL = re.compile(r"\b\d{1,2}$")
_NEAR = 60
"""No abbreviation and no month is longer than so many characters."""


def sentences(flat: str, within: Span, lexicon: Lexicon) -> Iterator[Span]:
    """The sentences of ``flat[within.start:within.end]``, in order, as spans of ``flat``."""
    text = flat[within.start : within.end]
    start = 0
    for match in _END.finditer(text):
        if _ends(text, match, lexicon):
            yield from _trimmed(text, start, match.end(), within.start)
            start = match.end()
    yield from _trimmed(text, start, len(text), within.start)


def _ends(text: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    if match.group()[0] != ".":
        return True
    before = text[max(match.start() - _NEAR, 0) : match.start()]
    word = _LAST_WORD.search(before)
    if word is None:
        return True
    last = word.group()
    if last.lower() in lexicon.abbreviations:
        return last.lower() in lexicon.word_set("abbreviations", "ends")
    if len(last) == 1 and last.isupper():
        return False
    if _ORDINAL.search(before):
        following = text[match.end() : match.end() + _NEAR].lstrip().split(" ", 1)[0].strip(".,")
        return following.lower() not in lexicon.words["months"] and not following.isdigit()
    return True


def _trimmed(text: str, start: int, end: int, offset: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece.strip():
        left = len(piece) - len(piece.lstrip())
        right = len(piece.rstrip())
        yield Span(offset + start + left, offset + start + right)
