"""What may stand between somebody and the verb: places, fields, "derimot", "på sin side".

In: the tokens of a sentence and where a subject ends. Out: where its verb may stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.extract.tokens import Token
    from standpunkt.lexicon import Lexicon

_WHERE = 7
"""So many words a place or field may have."""


class Asides:
    """Looks past asides with the words of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._where = frozenset(lexicon.words["source"]["where"])
        self._phrases = frozenset(lexicon.words["source"]["asides"])
        self._finite = lexicon.finite_words
        self._adverbs = lexicon.adverbs

    def after(self, tokens: Sequence[Token], index: int, *, named: bool) -> int:
        """The end of a subject with what belongs to it; ``named`` where it is a name."""
        return self._after_aside(tokens, self._after_where(tokens, index, named=named))

    def _after_where(self, tokens: Sequence[Token], index: int, *, named: bool) -> int:
        """Past "for helse og omsorg", "i dei fire kommunane" where a verb of speech follows.

        "Rådmannen i Moss" is somebody else, but "Rud i Norsk Friluftsliv" is ``named``.
        """
        if index + 2 >= len(tokens) or tokens[index].lower not in self._where:
            return index
        for place in range(index + 1, min(index + _WHERE, len(tokens))):
            if not tokens[place].is_word or (tokens[place].is_capital and not named):
                return index
            if tokens[place].lower in self._finite:
                speaks = place > index + 1 and tokens[place].lower not in self._where
                return place if speaks else index
        return index

    def _after_aside(self, tokens: Sequence[Token], index: int) -> int:
        """Past ", derimot," and ", på sin side,"."""
        if index + 1 >= len(tokens) or tokens[index].text != ",":
            return index
        words = " ".join(token.lower for token in tokens[index + 1 : index + 4])
        length = 3 if words in self._phrases else int(tokens[index + 1].lower in self._adverbs)
        closing = index + 1 + length
        closes = length and closing < len(tokens) and tokens[closing].text == ","
        return closing + 1 if closes else index
