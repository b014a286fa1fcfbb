"""The word classes of attendance lists: names, bodies, functions, and what tells of presence.

Form decides first (capitals, brackets, endings), registers and word lists second. In: a word or
a phrase of a list. Out: whether it is of a class.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from standpunkt.lexicon import invert
from standpunkt.model import Function
from standpunkt.parse.entries import Columns
from standpunkt.parse.roles import Roles, lowered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.lexicon import Lexicon
    from standpunkt.resolve.registers import Registers

CAPITAL = re.compile(r"(?:[dl]['’])?[A-ZÆØÅÄÖÉÜÁŠŽČÐŊŦ][\w'’.\-]*$")
INITIAL = re.compile(r"[A-ZÆØÅ]\.$")
RECORD = ("name", "surname", "given", "role", "organisation")
"""Kinds of columns that may label lines about one person as well: "Navn: Anne Vikse"."""
ACRONYM = re.compile(r"[A-ZÆØÅ]{2,}[\w\-]*$|[A-ZÆØÅ]$")


_HEADS = re.compile(r"[^\s|](?:[^\s|]| (?!\s))*(?<! )")
_WORDS = re.compile(r"\w+")
_HEADS_ONLY = {"people": "name", "bodies": "organisation"}
_LONG = 5
"""A longer word in the definite plural is a group of people: "elevene"."""
_OF_MEETING = re.compile(r"\s+(?:for|i|av|frå|fra)\s+(?:møtet|[a-zæøå]+(?:et|en|a|tt))$")
"""Whose office it is: "sekretær for rådet"."""
_WHOSE = re.compile(r"^\w{3,}s\s+(?=\w+$)")
"""Whose office it is, before it: "utvalgets referent"."""
_SHORT = re.compile(r"[A-ZÆØÅ]{2,5}")
_EITHER = re.compile(r"/| og ")


class Vocabulary:
    """Answers what a word of an attendance list can be."""

    def __init__(self, lexicon: Lexicon, registers: Registers) -> None:
        self._registers = registers
        prose = {f: lexicon.labels["prose"][f"{f}_before"] for f in ("chair", "minute-taker")}
        self._functions = invert(prose) | lexicon.functions
        self._given = lexicon.word_set("given_names")
        self.abbreviated = lexicon.word_set("names", "abbreviated")
        self.particles = lexicon.word_set("names", "particles")
        self._former = tuple(f"{word} " for word in lexicon.words["names"]["former"])
        self.offices = lexicon.word_set("offices")
        starts = "|".join(map(re.escape, lexicon.words["presence"]["starts"]))
        span = lexicon.words["presence"]["range"]
        self.presence = re.compile(rf"(?:{starts})(?!\w)|{span}", re.IGNORECASE)
        self._substitution = sorted(lexicon.words["substitution"]["words"], key=len, reverse=True)
        self._common = re.compile(
            rf"(?:{'|'.join(lexicon.words['common']['words'])})\s+(?=[A-ZÆØÅ])"
        )
        bodies = lexicon.words["organisation_endings"]
        self._body_endings, self._bodies = tuple(bodies["words"]), frozenset(bodies["whole"])
        unnamed = "|".join(map(re.escape, lexicon.words["unnamed"]["words"]))
        parts = (word for word in lexicon.words["unnamed"]["words"] if " " in word)
        self._others = re.compile(
            rf"\s(?:{'|'.join(map(re.escape, parts))})(?!\w).*", re.IGNORECASE
        )
        self._unnamed = re.compile(rf"(?:{unnamed})(?!\w)", re.IGNORECASE)
        self.columns = invert(lexicon.words["columns"])
        self._groups = lexicon.word_set("organisation_endings", "groups")
        self._tail = re.compile(rf"\s(?:{starts})(?!\w).*", re.IGNORECASE)
        self.ends_as_body = cache(self._ends_as_body)
        self.roles = Roles(lexicon, registers, self.is_organisation)
        heads = [head for kind in RECORD for head in lexicon.words["columns"][kind]]
        heads = [head for head in heads if not self.roles.is_role(head)]
        labels = "|".join(sorted(map(re.escape, heads), key=len, reverse=True))
        self.record = re.compile(rf"(?<!\S)(?P<label>{labels})\s*:\s*", re.IGNORECASE)

    def is_given(self, word: str) -> bool:
        """True for a listed given name, alone or first in a double one."""
        return word.casefold().strip(".,:").partition("-")[0] in self._given

    def function(self, text: str) -> Function | None:
        """What a word says that a person does in the meeting."""
        lower = text.lower()
        head = _OF_MEETING.sub("", lower) if lower in (text, lowered(text)) else lower
        words = (lower, lower.rstrip("."), head, _WHOSE.sub("", lower))
        found = next(filter(None, map(self._functions.get, words)), None)
        return Function(found) if found else None

    def replaced(self, text: str) -> str | None:
        """Whom a deputy is there for, where a text tells that: "vara for Anne Vikse"."""
        lower = text.lower()
        for word in self._substitution:
            if lower.startswith(f"{word} "):
                words = text[len(word) :].split()
                while len(words) > 1 and words[0].islower() and self.roles.is_role_word(words[0]):
                    del words[0]
                if CAPITAL.match(words[0]):
                    return " ".join(words)
        return None

    def common(self, text: str) -> str | None:
        """What a text says of everybody before it: "begge Fiskeridirektoratet"."""
        found = self._common.match(text)
        return text[found.end() :] if found else None

    def former_name(self, text: str) -> str | None:
        """The family name that somebody had until now: "Moe" of "tidl. Moe"."""
        known = next((word for word in self._former if text.lower().startswith(word)), None)
        name = text[len(known) :].split() if known else []
        if not name or not all(map(CAPITAL.match, name)) or self.registered(" ".join(name)):
            return None
        return " ".join(name)

    def tells_presence(self, text: str) -> bool:
        """True for what says when or how somebody was there."""
        return bool(self.presence.match(text)) and not self._registers.organization(text, None)

    def without_presence(self, text: str) -> str:
        """A line of a list without what it says of when people were there."""
        return ",".join(self._tail.sub("", piece) for piece in text.split(","))

    def is_organisation(self, text: str) -> bool:
        """True where a text is an organisation, by the register or by its form."""
        words = text.split()
        if not words or self.is_given(words[0]):
            return self._registers.organization(text, None) is not None
        return bool(
            self._registers.organization(text, None)
            or ACRONYM.match(words[0])
            or self.ends_as_body(words[-1])
            or self.ends_as_body(words[0])
        )

    def is_body_word(self, word: str) -> bool:
        """True for an organisation of one word: "Fagforbundet" before "Anne Vikse"."""
        if self.is_given(word):
            return False
        return self.registered(word) or self.ends_as_body(word)

    def _ends_as_body(self, word: str) -> bool:
        """True for a word that by its ending names an organisation."""
        lower = word.lower().rstrip(":.,")
        if lower in self._bodies:
            return True
        ending = max((e for e in self._body_endings if lower.endswith(e)), key=len, default="")
        return bool(ending) and not self.roles.ends_longer(lower, ending)

    def is_whole_body(self, word: str) -> bool:
        """True for a word that is an organisation, or the kind of one, all by itself: "HF"."""
        return word.lower() in self._bodies or word.lower() in self._body_endings

    def is_constituency(self, text: str) -> bool:
        """True for a group of people whom somebody is there for: "andre tilsette", "brukerne"."""
        *before, last = text.split() or [""]
        if len(before) > 1:
            return False
        return last in self._groups or (len(last) > _LONG and last.endswith(("ene", "ane")))

    def registered(self, text: str) -> bool:
        """True for an organisation of the register."""
        return self._registers.organization(text, None) is not None

    def may_name(self, text: str) -> bool:
        """True for an organisation of the register, or an abbreviation that may be of several."""
        return self.registered(text) or bool(_SHORT.fullmatch(text))

    def is_party(self, word: str) -> bool:
        """True for the abbreviation of a party, in capitals or not: "H", "KRF", "Sp"."""
        known = self._registers.organization(word, None)
        return known is not None and known.kind == "party"

    def acronym(self, text: str) -> bool:
        """True for the abbreviation of an organisation of the register: "KMD"."""
        return bool(ACRONYM.match(text)) and self.registered(text)

    def is_unnamed(self, text: str) -> bool:
        """True where a piece speaks of people without naming them, or heads their columns."""
        return bool(self._unnamed.match(text)) or self.heads_columns(text)

    def without_others(self, text: str) -> str:
        """A text without the people it goes on with, whom it does not name: "to representanter"."""
        return self._others.sub("", text)

    def heads_columns(self, text: str) -> bool:
        """True where a line is the head of a table of people: "Navn  Tittel  Departement"."""
        return self.head_of_table(text) is not None

    def head_of_table(self, text: str) -> Columns | None:
        """The columns of a table by its head; ``None`` where a line is no such head."""
        wide = self.heads(text)
        if len(wide) > 1:
            kinds = self._wide_kinds([head.group() for head in wide])
            starts = tuple(head.start() for head in wide) if "  " in text.strip() else ()
            gap = min(b.start() - a.end() for a, b in pairwise(wide))
            return Columns(kinds, starts, gap) if kinds else None
        words = [word.lower() for word in _WORDS.findall(text)]
        kinds = tuple(self.columns.get(word, "") for word in words)
        told = len(set(kinds)) > 1 and all(kinds) and _HEADS_ONLY.keys().isdisjoint(kinds)
        return Columns(kinds) if told else None

    def _wide_kinds(self, heads: Sequence[str]) -> tuple[str, ...]:
        """The kinds of columns by heads that stand apart; beside names, any column may be."""
        names = [head.strip(" *:").lower() for head in heads]
        kinds = tuple(self._kind_of_column(name) for name in names)
        known = {kind for kind in kinds if kind}
        named = any(self.is_given(name.split()[0]) for name in names if name)
        if "name" in known and len(known) > 1 and not named:
            return tuple(kind or "other" for kind in kinds)
        listed = all(name in self.columns for name in names) and len(known) > 1
        return kinds if listed else ()

    def heads(self, text: str) -> list[re.Match[str]]:
        """The heads of columns on a line, which wide gaps part."""
        return list(_HEADS.finditer(text))

    def _kind_of_column(self, head: str) -> str:
        parts = (self.columns.get(part.strip()) for part in (head, *_EITHER.split(head)))
        kind = next(filter(None, parts), "")
        kind = _HEADS_ONLY.get(kind, kind)
        return kind or ("organisation" if head.endswith(self._body_endings) else "")
