"""The organisations that tokens name: "DNT", "i Fossheim og Myrdal".

In: the tokens of a sentence. Out: names, and where they end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.extract.people import People
    from standpunkt.extract.tokens import Token

FROM = frozenset({"i", "fra", "frå", "ved", "hos"})
_ORGANISATION_WORDS = 6


class BodyFinder:
    """Reads organisations with the people of one meeting in mind."""

    def __init__(self, people: People, joiners: frozenset[str]) -> None:
        self._people = people
        self._and = joiners

    def of(self, tokens: Sequence[Token], index: int) -> tuple[tuple[str, ...], int]:
        """The organisations after "i", "fra", and where they end."""
        bodies: list[str] = []
        if index < len(tokens) and tokens[index].lower in FROM:
            while length := self.length(tokens, index + 1) or self._is_place(tokens, index + 1):
                name = text_of_name(tokens, index + 1, index + 1 + length)
                own = self._people.organisation(name) or self._people.municipality(name)
                bodies.append(own or name)
                index += 1 + length
                if index >= len(tokens) or tokens[index].lower not in {",", *self._and}:
                    break
        return tuple(bodies), index

    def _is_place(self, tokens: Sequence[Token], index: int) -> bool:
        """True for a place whose municipality takes part in the meeting."""
        return index < len(tokens) and self._people.municipality(tokens[index].text) is not None

    def length(self, tokens: Sequence[Token], index: int) -> int:
        """How many words the organisation at ``index`` has, 0 where there is none."""
        if index >= len(tokens) or not self._people.begins_organisation(tokens[index].text):
            return 0
        for length in range(_ORGANISATION_WORDS, 0, -1):
            text = text_of_name(tokens, index, index + length)
            if index + length <= len(tokens) and self._people.organisation(text):
                return length
        return 0


def text_of_name(tokens: Sequence[Token], start: int, end: int) -> str:
    """The words of some tokens, as they would stand in a register."""
    words = [token.text for token in tokens[start:end]]
    joined = " ".join(words).replace(" .", ".").replace(" ,", ",").replace("v/ ", "v/")
    return joined.rstrip("'’")
