"""Who speaks without a name: the parties, bodies, the government, and people nobody names.

As in "Partene var enige", "Utvalget oppfordret", "Flere av medlemmene mente", "Flere mente". In:
tokens. Out: a ``Subject`` under the words of the text, or without actors.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from standpunkt.extract.subject import Subject
from standpunkt.model import Actor, ActorKind, Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.extract.people import People
    from standpunkt.extract.tokens import Token
    from standpunkt.lexicon import Lexicon

_OUT_OF = frozenset({"av", "i", "blant", "mellom"})
_PLURAL = re.compile(r"^[a-zæøå]{4,}(?:er|ar|ene|ane|a|et)$")


class GroupFinder:
    """Reads groups with the people of one meeting in mind."""

    def __init__(self, people: People, lexicon: Lexicon) -> None:
        self._people = people
        self._nobody = lexicon.word_set("nobody")
        self._collective = frozenset(lexicon.words["generic"]["collective"])
        self._bodies = tuple(lexicon.words["generic"]["bodies"])
        self._parties = lexicon.word_set("parties")
        self._gathered = frozenset(lexicon.words["generic"]["gathered"])
        self._finite = lexicon.finite_words
        self._adverbs = lexicon.adverbs

    def at(self, tokens: Sequence[Token], index: int) -> Subject | None:
        """The group that begins at ``index``."""
        word = tokens[index].lower
        if word in self._parties:
            return self._both(tokens, index)
        side = index + 1 < len(tokens) and tokens[index + 1].lower == "side"
        name = tokens[index].text.removesuffix("s") if side else tokens[index].text
        if name.lower() in self._collective or name.lower().endswith(self._bodies):
            group = (Actor(name, ActorKind.ORGANISATION),)
            written = (tokens[index].text,)
            return Subject(group, (), Attribution.ORGANISATION, written, index + 1, 0.75)
        if word in self._gathered:
            group = (Actor(tokens[index].text, ActorKind.GROUP),)
            return Subject(group, (), Attribution.TITLE, (tokens[index].text,), index + 1, 0.75)
        return self._unnamed(tokens, index) if word in self._nobody else None

    def _both(self, tokens: Sequence[Token], index: int) -> Subject:
        text = tokens[index].text
        sides = tuple(Actor(name, ActorKind.ORGANISATION) for name in self._people.sides())
        actors = sides or (Actor(text, ActorKind.GROUP),)
        return Subject(actors, (), Attribution.JOINT, (text,), index + 1, 0.85)

    def _unnamed(self, tokens: Sequence[Token], index: int) -> Subject | None:
        """With a noun, people under their own words; without one, nobody in particular."""
        of = index + 1 < len(tokens) and tokens[index + 1].lower in _OUT_OF
        end = index + 2 + of
        if end < len(tokens) and self._is_noun(tokens[end - 1], tokens[end]):
            text = " ".join(token.text for token in tokens[index:end])
            group = (Actor(text, ActorKind.GROUP),)
            return Subject(group, (), Attribution.TITLE, (text,), end, 0.7)
        if tokens[index].is_capital:
            written = (tokens[index].text,)
            return Subject((), (), Attribution.AGENTLESS, written, index + 1, 0.8)
        return None

    def _is_noun(self, token: Token, following: Token) -> bool:
        """True for a plural, or a body, right before a finite verb."""
        named = bool(_PLURAL.search(token.text)) and token.lower not in self._adverbs
        return named and following.lower in self._finite
