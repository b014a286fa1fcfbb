"""Nouns and compounds: what a word is built of, and how it is called in the indefinite.

A Norwegian compound inflects as its last part, so a table of the nouns that end compounds reads
compounds that no dictionary has. In: a word. Out: a ``Noun``, or nothing.

>>> nouns = shipped_nouns()
>>> nouns.read("lisensprisene", "nb")
Noun(label='lisenspriser', modifier='lisens', head='pris')
>>> nouns.read("fylkesvegane", "nn")
Noun(label='fylkesvegar', modifier='fylkes', head='veg')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from standpunkt.lexicon import load_lexicon
from standpunkt.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from standpunkt.lexicon import Lexicon

_VOWEL = re.compile(r"[aeiouyæøå]")
_SHORT = 4
"""The last part of a compound is at least this long where its first part is no known noun."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun: ``label`` is its indefinite form in the same number, ``head`` its last part.

    ``modifier`` is what stands before the last part, joint included; empty in a simple noun.
    """

    label: str
    modifier: str
    head: str


class Nouns:
    """Reads nouns by the table of last parts."""

    def __init__(self, table: str, lexicon: Lexicon) -> None:
        words = lexicon.words["nouns"]
        self._particles = frozenset(words["particles"])
        self._not_nouns = lexicon.finite_words
        self._not_last = frozenset(words["not_last"])
        self._short = frozenset(words["short"])
        self._known: dict[tuple[str, str], Noun | None] = {}
        self._forms: dict[str, dict[str, tuple[str, str]]] = {"nb": {}, "nn": {}}
        for line in words["nynorsk"]:
            self._add(line, ("nn",))
        for line in sorted(table.splitlines(), key=_is_not_neuter):
            if not line.startswith("#"):
                self._add(line, ("nb", "nn"))

    def _add(self, line: str, languages: tuple[str, ...]) -> None:
        """Enter the forms of some nouns that inflect alike; the first reading of a form wins."""
        endings, _, stems = line.partition(":")
        indefinite, definite, plural, plural_definite = endings.split(",")
        for stem in stems.split():
            lemma = stem + indefinite
            several = stem + plural
            forms = [(lemma, lemma), (stem + plural, several)]
            forms += [(stem + definite, lemma), (stem + plural_definite, several)]
            if lemma in self._not_last or (len(lemma) < _SHORT and lemma not in self._short):
                continue
            for language in languages:
                own = (
                    forms if language == "nb" or languages == ("nn",) else _nynorsk(lemma, definite)
                )
                for form, label in own:
                    self._forms[language].setdefault(form, (label, lemma))

    def read(self, word: str, language: str) -> Noun | None:
        """A word (lower case) as a noun."""
        key = (word, language)
        if key not in self._known:
            other = word in self._not_nouns or word.endswith(("ande", "ende"))
            self._known[key] = None if other else self._split(word, language)
        return self._known[key]

    def _split(self, word: str, language: str) -> Noun | None:
        forms = self._forms[language]
        for at in range(len(word) - 2):
            found, first = forms.get(word[at:]), word[:at]
            if found and first in self._particles:
                return Noun(first + found[0], "", first + found[1])
            if found and self._may_stand_before(first, word[at:], language):
                return Noun(first + found[0], first, found[1])
        return None

    def _may_stand_before(self, modifier: str, head: str, language: str) -> bool:
        if not modifier:
            return True
        if not _VOWEL.search(modifier):
            return False
        first = modifier.rstrip("-")
        known = self._forms[language]
        if any(one in known for one in (first, first.removesuffix("s"), first.removesuffix("e"))):
            return len(first) > 1
        return len(first) >= 3 and len(head) >= _SHORT


def _nynorsk(lemma: str, definite: str) -> Iterator[tuple[str, str]]:
    """The nynorsk forms of a noun that both standards have, each with its indefinite."""
    root = lemma.removesuffix("e")
    if definite.endswith(("men", "met")):
        root = lemma + lemma[-1]
    yield lemma, lemma
    if definite.endswith("t"):
        yield from ((root + ending, lemma) for ending in ("et", "a", "ene"))
    else:
        yield from ((root + ending, lemma) for ending in ("en", "a"))
        for vowel in "ae":
            yield f"{root}{vowel}r", f"{root}{vowel}r"
            yield f"{root}{vowel}ne", f"{root}{vowel}r"


def _is_not_neuter(line: str) -> bool:
    """False for neuters without an ending in the plural, which come first: "tallene" are "tall"."""
    return not line.startswith(",et,,")


@cache
def shipped_nouns() -> Nouns:
    """The nouns that Standpunkt comes with."""
    return Nouns(resource("data", "lexicon", "nouns.txt").read_text("utf-8"), load_lexicon())
