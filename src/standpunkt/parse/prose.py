"""What the running text tells of the meeting itself: who led it, who wrote the minutes.

Such sentences stand before the first item ("Møtet ble ledet av statsråd Brattås") and are not
statements. In: the sentences before the first item. Out: who, as what, and the sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpunkt.lexicon import words_pattern
from standpunkt.model import Function, Span
from standpunkt.parse.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from standpunkt.lexicon import Lexicon
    from standpunkt.model import Passage

_NAME_BEFORE = re.compile(r"(?:[A-ZÆØÅ][\w.'-]+\s+)*[A-ZÆØÅ][\w.'-]+\s*$")
_END = re.compile(r"[.;]|,?\s+og\s+(?:ble|vart|blei|var|fant)\b|$")


@dataclass(frozen=True, slots=True)
class Office:
    """That somebody, named at ``who``, had a function; ``sentence`` tells it."""

    function: Function
    who: Span
    sentence: Span


def offices(flat: str, passages: tuple[Passage, ...], lexicon: Lexicon) -> Iterator[Office]:
    """The functions that the sentences before the first item give to people."""
    prose = lexicon.labels["prose"]
    for passage in passages:
        if passage.agenda is not None:
            continue
        for sentence in sentences(flat, passage.span, lexicon):
            yield from functions_told(flat, sentence, prose)


def functions_told(flat: str, sentence: Span, prose: dict[str, list[str]]) -> Iterator[Office]:
    """The functions that one sentence gives to people, by the words of ``prose``."""
    for function in (Function.CHAIR, Function.MINUTE_TAKER):
        after = words_pattern(prose[f"{function}_after"])
        before = words_pattern(prose[f"{function}_before"])
        yield from _named(flat, sentence, function, after, before)


def _named(
    flat: str,
    sentence: Span,
    function: Function,
    after: re.Pattern[str],
    before: re.Pattern[str],
) -> Iterator[Office]:
    for match in after.finditer(flat, sentence.start, sentence.end):
        end = _END.search(flat, match.end(), sentence.end)
        stop = end.start() if end else sentence.end
        yield Office(function, Span(match.end(), stop), sentence)
    for match in before.finditer(flat, sentence.start, sentence.end):
        name = _NAME_BEFORE.search(flat[sentence.start : match.start()])
        if name:
            start = sentence.start + name.start()
            yield Office(function, Span(start, sentence.start + name.end()), sentence)
