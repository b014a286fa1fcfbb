"""The minute-taker's own words: what is told of papers and of the meeting itself.

They are nobody's statement, also inside a speaker's paragraph: "Notatet ble delt ut", "Møtet ble
hevet". In: a sentence in lower case. Out: whether it is such a remark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from standpunkt.lexicon import words_pattern

if TYPE_CHECKING:
    from standpunkt.lexicon import Lexicon


class Remarks:
    """Recognises remarks by how they begin, and by what is done with a paper."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words["remarks"]
        self._starts = tuple(words["starts"])
        self._closing = tuple(start for start in self._starts if start.startswith("møtet "))
        self._besides = words_pattern(f" {word}" for word in words["besides"])
        self._enclosed = lexicon.pattern("remarks", "enclosures")
        self._floor = lexicon.phrases("remarks", "floor")
        self._deputies = lexicon.phrases("remarks", "deputies")
        self._papers = lexicon.phrases("remarks", "papers")

    def begins(self, sentence: str) -> bool:
        """True for a sentence that begins as remarks do: "det vises ellers til"."""
        text = self._besides.sub("", sentence)
        return any(
            text.startswith(s) and not text[len(s) : len(s) + 1].isalpha() for s in self._starts
        )

    def tells_of_papers(self, sentence: str) -> bool:
        """True where papers are enclosed, handed out, approved: "tegningene ble delt ut"."""
        text = self._besides.sub("", sentence)
        return bool(self._enclosed.search(text) or self._papers.search(text))

    def takes_floor(self, rest: str) -> bool:
        """True for what follows whoever is given the word: "fikk ordet"."""
        return bool(self._floor.search(rest))

    def stands_in(self, rest: str) -> bool:
        """True for what follows whoever is there for somebody else: "møter som vara for"."""
        return bool(self._deputies.search(rest))

    def closes(self, rest: str) -> bool:
        """True for how "..., og møtet ble hevet" ends."""
        return rest.startswith(self._closing)
