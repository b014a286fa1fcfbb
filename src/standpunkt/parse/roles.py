"""Roles as attendance lists write them: one word or a phrase, singular or plural.

The register knows the usual ones; endings know the rest ("havnesjef"), and the plural of both
("havnesjefane"). In: words of a list. Out: which of them are a role, and of what body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from standpunkt.lexicon import Lexicon
    from standpunkt.resolve.registers import Registers

_OF = frozenset({"i", "for", "av", "ved", "hos", "på", "fra", "frå", "til", "v/"})
_AND = frozenset({"og", "samt", "/"})
_DEFINITE = ("en", "et", "n", "a")
_SHORT = 5
"""A word of so many letters after a role is a field of work: "kommunaldirektør helse"."""
_LONG = 7
"""A word with a plural ending before a name is a role where it is longer than this."""
_LONGEST = 12
"""A role with what belongs to it has at most so many words before it is told."""


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """A role, and the body that it is held in where the phrase names one."""

    role: str
    organisation: str | None = None


class Roles:
    """Tells roles from other words."""

    def __init__(
        self, lexicon: Lexicon, registers: Registers, is_organisation: Callable[[str], bool]
    ) -> None:
        self._registers = registers
        self._is_organisation = is_organisation
        self._endings = tuple(lexicon.words["role_endings"]["words"])
        self._short = frozenset(lexicon.words["role_endings"]["short"])
        self._prefixes = lexicon.word_set("role_prefixes")
        self._plurals = sorted(lexicon.words["plurals"].items(), key=lambda p: -len(p[0]))
        self.is_role_word = cache(self._is_role_word)

    def phrase(self, text: str) -> RolePhrase | None:
        """What a text says of a role, where it begins with one or with a body and its role.

        "avdelingsdirektør i Helsedirektoratet" is a role and a body; "byråd for helse og omsorg" is
        all role.
        """
        words = text.split()
        first, end = self._place(words)
        if not end:
            return None
        before, rest = " ".join(words[:first]), words[end:]
        if before and self._is_organisation(before):
            return RolePhrase(" ".join(words[first:]), before)
        return self._of(" ".join(words[:end]), rest)

    def _of(self, role: str, rest: Sequence[str]) -> RolePhrase:
        """The role with what follows it: "i KS", "Fagforbundet", "for helse og omsorg"."""
        if not rest:
            return RolePhrase(role)
        whole = RolePhrase(" ".join((role, *rest)))
        if rest[0].lower() in _OF and len(rest) > 1:
            body = self._one_body(rest[1:])
            if body[:1].isupper():
                return RolePhrase(role, body)
            named = body.endswith(_DEFINITE) and self._is_organisation(body)
            return RolePhrase(role) if named else whole
        if rest[0][0].isupper() or rest[0][0] in "«(":
            return RolePhrase(role, " ".join(rest))
        lower_body = len(rest[-1]) > _SHORT and self._is_organisation(" ".join(rest))
        return RolePhrase(role) if lower_body else whole

    def _one_body(self, words: Sequence[str]) -> str:
        """The body before another role: "Bondelaget samt medlem i styret"."""
        for index, word in enumerate(words[:-1]):
            if index and word in _AND and self.is_role_word(words[index + 1]):
                return " ".join(words[:index])
        return " ".join(words)

    def _place(self, words: Sequence[str]) -> tuple[int, int]:
        """Where the role begins and ends among the words of a phrase; an end of 0: no role."""
        for length in range(min(len(words), _LONGEST), 1, -1):
            if self._registers.role(" ".join(words[:length])):
                return 0, length
        for index, word in enumerate(words[:_LONGEST]):
            if word.endswith("-"):
                continue
            if self.is_role_word(word):
                first = index
                if words[0][0].isupper() and self._is_organisation(" ".join(words[:index]) or "-"):
                    return first, index + 1
                return 0, index + 1
            if word in _OF:
                break
        return 0, 0

    def _is_role_word(self, word: str) -> bool:
        """True for the head of a role, in any form: "rektor", "Havnesjefane"."""
        lower = word.lower().rstrip(":.,")
        if self._registers.role(lower) or lower.endswith(self._endings) or self._is_short(lower):
            return True
        if any(lower.removesuffix(end).endswith(self._endings) for end in _DEFINITE):
            return True
        singular = self._singular_word(lower)
        return singular != lower and singular.endswith(self._endings)

    def ends_in_role(self, text: str) -> bool:
        """True for small words that are a role before a name: "adm. direktør"."""
        return self.is_role_word(text.rsplit(maxsplit=1)[-1])

    def is_role(self, text: str) -> bool:
        """True for a text that is a role, and not the function of one: "Daglig leder", "medlem"."""
        known = self._registers.role(text)
        if known:
            return known.function is None and text.lower() not in known.definite
        phrase = self.phrase(text)
        last = text.rsplit(maxsplit=1)[-1].lower() if text else ""
        whole = last.endswith(self._endings) or self._singular_word(last) != last
        return phrase is not None and phrase.role == text and whole

    def ends_longer(self, word: str, ending: str) -> bool:
        """True where a word has the ending of a role that is longer: "statsråd", not "eldreråd"."""
        return any(len(one) > len(ending) and word.endswith(one) for one in self._endings)

    def _is_short(self, word: str) -> bool:
        return word.rpartition(".")[2] in self._short

    def dotted(self, role: str) -> str:
        """A role with the full stop of its abbreviation: "adm. dir."."""
        short = self._is_short(role.rsplit(maxsplit=1)[-1].lower()) if role else False
        return f"{role}." if short else role

    def may_begin(self, word: str) -> bool:
        """True for a word that begins a role without being its head: "fungerende", "plan-"."""
        return word.lower() in self._prefixes or word.endswith("-")

    def is_plural(self, text: str) -> bool:
        """True for a role of several people; a neuter whose plural is its singular is none."""
        known = self._registers.role(text)
        lower = text.lower()
        if known:
            return lower in {form.lower() for form in known.plural} - {known.nb, known.nn}
        return self.singular(lower) != lower

    def is_plural_word(self, word: str) -> bool:
        """True for a long word in the definite plural, which before a name can but be a role."""
        lower = word.lower()
        return len(word) > _LONG and lower.endswith(("ene", "ane", "erne"))

    def singular(self, text: str, language: str = "nb") -> str:
        """A role in the singular, in the language of the minutes where the register has both."""
        known = self._registers.role(text)
        if known:
            return known.nn if language == "nn" else known.nb
        words = text.split()
        at = next((i for i, word in enumerate(words) if self.is_role_word(word)), 0)
        return " ".join((*words[:at], self._singular_word(words[at]), *words[at + 1 :]))

    def _singular_word(self, word: str) -> str:
        if word.endswith(self._endings):
            return word
        for ending, singular in self._plurals:
            if word.lower().endswith(ending):
                one = word[: len(word) - len(ending)] + singular
                sure = len(ending) > 2 or one.lower().endswith(self._endings)
                return one if sure else word
        return word


def lowered(text: str) -> str:
    """A role as it stands in a sentence: "Rektor" in small letters, "HR-sjef" as it is."""
    first = re.match(r"\w+", text)
    keeps = text[1:2].isupper() or (first and len(first.group()) == 1 and text[1:2] == "-")
    return text if keeps else text[:1].lower() + text[1:]
