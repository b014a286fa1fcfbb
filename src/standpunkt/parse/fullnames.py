"""Where in a piece of a list the full name stands: "Statsråd | Kari Lundemo | leder".

A name is two capitalised words or more, the first of which is neither a role nor a body; in lists
of surnames one word is enough. The list of given names decides where form leaves it open ("Asplan
Viak", "Anne Vikse"). In: the words of a piece. Out: how many stand before the name, and how many
are the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from standpunkt.parse.entries import is_initials
from standpunkt.parse.vocabulary import ACRONYM, CAPITAL, INITIAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.parse.vocabulary import Vocabulary

_TITLE = 12
"""A capitalised word with a full stop, shorter than this, is a title: "Dr.", "Adv."."""
_LONG = 9
"""A capitalised word that is no given name, and as long as this before one, is a title."""
_PARTING = frozenset("–—-:=")


class FullNames:
    """Finds the name among the words of a piece."""

    def __init__(self, vocabulary: Vocabulary, *, surnames: bool = False) -> None:
        self._words = vocabulary
        self._least = 1 if surnames else 2

    def split(self, words: Sequence[str]) -> tuple[int, int]:
        """How many words stand before the name, and how many the name has (0: no name)."""
        after = 2 if words[1:2] and words[1] in _PARTING else 1
        if len(words) > after + 1 and is_initials(words[0].rstrip(":"), words[after:]):
            return after, self.length(words[after:])
        for head in range(len(words)):
            length = self.length(words[head:])
            if length and not self._is_before(words[head:], length):
                if self._is_body(words[head:], length):
                    return 0, 0
                return (head, length) if self._may_precede(words[:head]) else (0, 0)
        if words and len(words) == 1 and self._words.is_given(words[0]) and words[0][0].isupper():
            return 0, 1
        return 0, 0

    def _is_body(self, words: Sequence[str], length: int) -> bool:
        """True for a body that is written like a name: "Norges Fiskarlag", "Ytre Dal skule"."""
        if self._words.is_given(words[0]):
            return False
        tail = words[length] if len(words) == length + 1 else ""
        return self._words.ends_as_body(words[length - 1]) or self._words.ends_as_body(tail)

    def _is_before(self, words: Sequence[str], length: int) -> bool:
        """True where the first of some capitalised words is still a title or a body."""
        first = words[0]
        roles = self._words.roles
        if self._words.is_given(first):
            return False
        if roles.is_role_word(first) or roles.may_begin(first):
            return True
        if length < 3:
            return False
        given = [self._words.is_given(word) for word in words[1 : length - 1]]
        if self._words.is_body_word(first) or (not given[0] and any(given[1:])):
            return True
        plain = "-" not in first and first[1:].islower()
        return given[0] and plain and (len(first) >= _LONG or roles.is_plural_word(first))

    def _may_precede(self, words: Sequence[str]) -> bool:
        """True where the words can be a role or an organisation before a name."""
        words = [word for word in words if word not in _PARTING]
        return (not words or self._prefix_word(words)) or all(
            self._prefix_word(words[: index + 1])
            for index, word in enumerate(words)
            if CAPITAL.match(word)
        )

    def _prefix_word(self, words: Sequence[str]) -> bool:
        text, last = " ".join(words), words[-1]
        title = last.endswith((".", "-")) and len(last) < _TITLE
        roles = self._words.roles
        plain = len(last) >= _LONG and last[1:].islower()
        return bool(
            title
            or plain
            or last.endswith((":", "-"))
            or roles.is_role_word(last)
            or roles.phrase(text)
            or self._words.is_organisation(text)
            or self._words.is_body_word(last)
        )

    def length(self, words: Sequence[str]) -> int:
        """How many words the name at the start has; 0 where there are too few for a name."""
        length = 0
        for index, word in enumerate(words):
            following = words[index + 1] if index + 1 < len(words) else ""
            leads = CAPITAL.match(following) or following.lower() in self._words.particles
            if length and word.lower() in self._words.particles and leads:
                length += 1
            elif self._ends_name(words[:index], word):
                break
            elif self._is_name_word(word, first=length == 0) or self._is_shouted(
                words[: index + 1]
            ):
                length += 1
                short = INITIAL.match(word) or (leads and word.lower() in self._words.abbreviated)
                if word.endswith((".", ":")) and not short:
                    break
            else:
                break
        while length > 2 and self._words.is_party(words[length - 1]):
            length -= 1
        return length if length >= self._least else 0

    def _ends_name(self, names: Sequence[str], word: str) -> bool:
        """True where a word after some names is a role or a body, and no further name.

        After one given name alone it is a surname all the same: "Kjell Råd".
        """
        if len(names) > 1 and self._words.roles.is_role_word(word):
            return True
        lacks_surname = len(names) == 1 and self._words.is_given(names[0])
        return self._words.is_whole_body(word) and not lacks_surname

    def _is_shouted(self, words: Sequence[str]) -> bool:
        """True where a whole name is in capitals: "ANNE VIKSE"."""
        long = all(word.isupper() and len(word) > 2 for word in words)
        return long and not self._words.registered(words[-1])

    def _is_name_word(self, word: str, *, first: bool) -> bool:
        if INITIAL.match(word):
            return True
        bare = word.rstrip(".:")
        if not CAPITAL.match(bare) or bare.endswith("-"):
            return False
        return first or not ACRONYM.match(bare) or (bare.istitle() and len(bare) > 1)
