"""What the running text tells of the meeting itself: who led it, who wrote the minutes.

Such sentences stand before the first item ("Møtet ble ledet av statsråd Brattås") and are not
statements. In: the sentences before the first item. Out: who, as what, and the sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from standpunkt.lexicon import words_pattern
from standpunkt.model import Function, Span
from standpunkt.parse.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from standpunkt.lexicon import Lexicon
    from standpunkt.model import Passage

_NAME = r"[A-ZÆØÅ][\w.'-]+(?:\s+[A-ZÆØÅ][\w.'-]*){1,3}"
_NAME_BEFORE = re.compile(r"(?:[A-ZÆØÅ][\w.'-]+\s+)*[A-ZÆØÅ][\w.'-]+\s*$")
_END = re.compile(r"[.;]|,?\s+og\s+(?:ble|vart|blei|var|fant)\b|$")

_OFFICES = (Function.CHAIR, Function.MINUTE_TAKER)


@dataclass(frozen=True, slots=True)
class Office:
    """That somebody, named at ``who``, had a function; ``sentence`` tells it."""

    function: Function
    who: Span
    sentence: Span


class Prose:
    """Knows the words by which running text names chair and minute-taker."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        prose = lexicon.labels["prose"]
        self._after, self._before = (
            {one: words_pattern(prose[f"{one}_{place}"]) for one in _OFFICES}
            for place in ("after", "before")
        )
        words = {
            one: [*lexicon.labels["fields"][one], *lexicon.words["functions"][one]]
            for one in _OFFICES
        }
        some = {one: "|".join(map(re.escape, words[one])) for one in _OFFICES}
        self._labels = {
            one: re.compile(rf"(?:{some[one]})\.?\s*:\s*(?=\S)", re.IGNORECASE) for one in _OFFICES
        }
        writer = rf"(?i:{some[Function.MINUTE_TAKER]})"
        self._signatures = (
            re.compile(rf"{writer}\.?\s*:\s*(?P<who>{_NAME})\.?"),
            re.compile(rf"(?P<who>{_NAME}),?\s+(?:[–(-]\s*)?{writer}[.)]?"),
        )

    def offices(self, flat: str, passages: tuple[Passage, ...]) -> Iterator[Office]:
        """The functions that the sentences before the first item give to people."""
        for passage in passages:
            if passage.agenda is not None:
                continue
            for sentence in sentences(flat, passage.span, self._lexicon):
                yield from self.told(flat, sentence)

    def told(self, flat: str, sentence: Span) -> Iterator[Office]:
        """The functions that one sentence gives to people."""
        for function in _OFFICES:
            yield from self._labelled(flat, sentence, function)
            yield from self._named_after(flat, sentence, function)
            yield from self._named_before(flat, sentence, function)

    def signed(self, flat: str, last: Sequence[Span]) -> Iterator[Office]:
        """Who wrote the minutes, by the last blocks: "Ref.: Anne Vikse", "Anne Vikse, referent"."""
        two_lines = [Span(above.start, below.end) for above, below in pairwise(last)]
        for block in (*last, *two_lines):
            for form in self._signatures:
                match = form.fullmatch(flat, block.start, block.end)
                if match:
                    yield Office(Function.MINUTE_TAKER, Span(*match.span("who")), block)

    def _labelled(self, flat: str, sentence: Span, function: Function) -> Iterator[Office]:
        """By a label before a name: "Referent: Anne Vikse"."""
        label = self._labels[function].match(flat, sentence.start, sentence.end)
        if label:
            stop = sentence.end - flat[sentence.start : sentence.end].endswith(".")
            yield Office(function, Span(label.end(), stop), sentence)

    def _named_after(self, flat: str, sentence: Span, function: Function) -> Iterator[Office]:
        """By words before a name: "ledet av Anne Vikse"."""
        for match in self._after[function].finditer(flat, sentence.start, sentence.end):
            end = _END.search(flat, match.end(), sentence.end)
            stop = end.start() if end else sentence.end
            yield Office(function, Span(match.end(), stop), sentence)

    def _named_before(self, flat: str, sentence: Span, function: Function) -> Iterator[Office]:
        """By words after a name: "Anne Vikse skrev referatet"."""
        for match in self._before[function].finditer(flat, sentence.start, sentence.end):
            name = _NAME_BEFORE.search(flat[sentence.start : match.start()])
            if name:
                start = sentence.start + name.start()
                yield Office(function, Span(start, sentence.start + name.end()), sentence)
