"""A statement as the linker of replies sees it: who, what act, and the words that point back.

In: what a draft knows. Out: a ``Turn``, whose words and pointers are found once and then compared
with those of every statement before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from standpunkt.extract.likeness import Words, shared, words_of
from standpunkt.lexicon import load_lexicon, words_pattern
from standpunkt.model import Act

if TYPE_CHECKING:
    from standpunkt.model import Actor, Side

_HEAD = 60
"""How many characters into a clause a word still points back to what was said before."""
_CLAUSE_ENDS = r"(?=\s*(?:[,.;]|$|(?:og|men)\b))"


@dataclass(frozen=True)
class Turn:
    """What the linker needs to know of a statement.

    ``title`` is that of the agenda item and ``paragraph`` where the paragraph begins. ``text`` is
    all of the statement, ``content`` what is told without the attributing words, ``front`` the
    words before an inverted verb, ``verb`` the lexicon's verb. ``coordinated`` is true where the
    clause goes on after another of the same speaker, ``cited`` where somebody tells what an
    organisation has said before. ``roles`` are those of the speakers, in one word each; ``topic``
    is what the text itself names, ``running`` what it is about in any case.
    """

    actors: tuple[Actor, ...]
    behalf: tuple[str, ...]
    side: Side | None
    agenda: str | None
    title: str
    paragraph: int
    act: Act
    text: str
    content: str
    front: str
    verb: str | None
    dialogue: str
    coordinated: bool
    inherited: bool
    cited: bool
    addressees: tuple[str, ...]
    roles: tuple[str, ...]
    topic: str | None
    running: str

    @cached_property
    def speaks_as(self) -> frozenset[str]:
        """The last names of the speakers, and the organisations they speak for."""
        return frozenset(actor.name.split()[-1] for actor in self.actors) | set(self.behalf)

    @cached_property
    def speaks_to(self) -> frozenset[str]:
        """The addressees, persons by their last names."""
        return frozenset(self.addressees).union(name.split()[-1] for name in self.addressees)

    def names(self, other: Turn) -> bool:
        """True where the text names who said the other, or for whom that was said."""
        return any(name in self._text_words for name in _padded(other.speaks_as - self.speaks_as))

    def names_role(self, other: Turn) -> bool:
        """True where the text tells the role of who said the other: "lederens vurdering"."""
        return any(
            word.startswith(role) and word.removesuffix("s").endswith(("en", "a", "et"))
            for role in set(other.roles) - set(self.roles)
            for word in words_of(self.content)
        )

    def may_answer(self, other: Turn) -> bool:
        """False where the text says that it answers somebody else: "forslaget fra SV"."""
        whom = self._answers_whom
        return whom is None or any(name in whom for name in _padded(other.speaks_as))

    @cached_property
    def _answers_whom(self) -> str | None:
        found = _whose().search(self.text)
        return _bare(found.group(1)) if found else None

    @cached_property
    def words(self) -> Words:
        """The words that tell what the statement is about."""
        return words_of(self.text if self.inherited else self.content)

    @cached_property
    def own_words(self) -> frozenset[str]:
        """Those that do not only tell what the whole agenda item is about, or what was done."""
        what = {self._possessed[1]} if self._possessed else set()
        return self.words.difference(shared(self.words, words_of(self.title)), what)

    @cached_property
    def all_words(self) -> Words:
        """The words of the whole text, the verb's among them, without the speakers' names."""
        names = {word.lower() for actor in self.actors for word in actor.name.split()}
        return Words(words_of(self.text) - names)

    @cached_property
    def front_words(self) -> frozenset[str]:
        """What stands first where it is not the speaker: "Tidsplanen måtte hun ettersende"."""
        return words_of(self.front[:_HEAD])

    @cached_property
    def points(self) -> bool:
        """True where a word stands for what was said before: "dette", or "det" in its place."""
        anything, it, ends = _pointers()
        return bool(anything.search(self._head) or it.match(self.front) or ends.search(self.text))

    @cached_property
    def noun(self) -> Act | None:
        """What a noun that points back calls the statement that it points to."""
        pattern, acts = _nouns()
        found = pattern.search(self._head)
        if found:
            return acts[found.group().lower()]
        return self._possessed[0] if self._possessed else None

    @cached_property
    def _possessed(self) -> tuple[Act, str] | None:
        """The same noun without an article after its owner: "lederens vurdering"."""
        for found in _owned().finditer(self.content[:_HEAD]):
            word = found.group(1).lower()
            act = next((act for noun, act in _nouns()[1].items() if noun.startswith(word)), None)
            if act and len(word) > 2:
                return act, word
        return None

    @cached_property
    def adds(self) -> bool:
        """True for "dessuten", "videre" and the like: one more matter."""
        return bool(load_lexicon().pattern("backward", "more").search(self.text[:_HEAD]))

    @cached_property
    def contrasts(self) -> bool:
        """True for "derimot", "likevel" and the like near the beginning."""
        return bool(load_lexicon().pattern("backward", "contrast").search(self.text[: _HEAD + 20]))

    @cached_property
    def _text_words(self) -> str:
        return _bare(self.text)

    @property
    def _head(self) -> str:
        return f"{self.text[:_HEAD]} {self.content[:_HEAD]}"


def _bare(text: str) -> str:
    """The words of a text between single spaces, without punctuation and genitives."""
    return f" {' '.join(word.removesuffix('s') for word in re.findall(r'[^ .,:;()«»]+', text))} "


def _padded(names: frozenset[str]) -> list[str]:
    return [_bare(name) for name in names]


@cache
def _pointers() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lexicon = load_lexicon()
    anything, it = lexicon.pattern("backward", "any"), lexicon.pattern("backward", "it").pattern
    fronted = re.compile(rf"(?:\w+ )?(?:{it})", re.IGNORECASE)
    return anything, fronted, re.compile(it + _CLAUSE_ENDS, re.IGNORECASE)


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, Act]]:
    groups = load_lexicon().words["backward"]
    acts = {word: Act(kind) for kind, words in groups.items() if kind in set(Act) for word in words}
    return words_pattern(acts), acts


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:\w{3,}s|\w+s['’]|[A-ZÆØÅ]+s?['’]?|hans|hennes|hennar|deira|deres) (\w+)"
    )


@cache
def _whose() -> re.Pattern[str]:
    words = load_lexicon().words
    nouns = "|".join((*_nouns()[1], *words["backward"]["asked"]))
    name = r"[A-ZÆØÅ][\w-]*"
    return re.compile(rf"(?i:\b(?:{nouns}) (?:fra|frå|til|av)) ({name}(?: {name})*)")
