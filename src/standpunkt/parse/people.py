"""One entry of an attendance list: a name with what stands around it.

The participant list decides who speaks, so a name that is lost here is lost for good. The
grammar looks at form first (capitals, brackets, commas), at the registers second, and at
typical word endings last. In: a stretch of flat text. Out: ``Entry`` objects with spans.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.model import Function, Span
from standpunkt.parse.entries import Entry, is_initials, pieces, shared

if TYPE_CHECKING:
    from standpunkt.lexicon import Lexicon
    from standpunkt.resolve.registers import Registers

_WORD = re.compile(r"v/|[^\s,;]+")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_CAPITAL = re.compile(r"[A-ZÆØÅÄÖÉÜÁŠŽČÐŊŦ][\w'’.\-]*$")
_INITIAL = re.compile(r"[A-ZÆØÅ]\.$")
_ACRONYM = re.compile(r"[A-ZÆØÅ]{2,}[\w\-]*$|[A-ZÆØÅ]$")
_ORDINAL = re.compile(r"\d+\.$")
_TITLE = 6
"""A capitalised word with a full stop, shorter than this, is a title: "Dr.", "Adv."."""
_DASH = re.compile(r"\s+-\s+|\s+[–—]\s*|\s*[–—]\s+")


class PeopleParser:
    """Reads entries with the help of the lexicon and the registers."""

    def __init__(self, lexicon: Lexicon, registers: Registers) -> None:
        self._registers = registers
        self._functions = lexicon.functions
        self._particles = lexicon.word_set("names", "particles")
        starts = "|".join(map(re.escape, lexicon.words["presence"]["starts"]))
        self._presence = re.compile(rf"(?:{starts})(?!\w)")
        self._substitution = tuple(
            sorted(lexicon.words["substitution"]["words"], key=len, reverse=True)
        )
        self._role_endings = tuple(lexicon.words["role_endings"]["words"])
        self._organisation_endings = tuple(lexicon.words["organisation_endings"]["words"])
        unnamed = "|".join(map(re.escape, lexicon.words["unnamed"]["words"]))
        self._columns = lexicon.word_set("columns")
        self._role_prefixes = lexicon.word_set("role_prefixes")
        self._unnamed = re.compile(rf"(?:{unnamed})(?!\w)")

    def entries(self, flat: str, within: Span, *, one_a_line: bool) -> list[Entry]:
        """The named entries in a stretch of a list.

        ``one_a_line`` says that the stretch is a line of its own about one person, so that a
        capitalised piece after a comma is an organisation rather than the next person.
        """
        entries: list[Entry] = []
        for span in pieces(flat, within):
            joined = flat[within.start : span.start].rstrip().endswith(("og", "samt"))
            entry = self._entry(flat, span, joined=joined)
            attribute = one_a_line and entries and self._is_attribute(entry, entries[-1])
            if entry and not attribute:
                entries.append(entry)
            elif entries and (not joined or self._is_function(flat, span)):
                entries[-1] = self._with(entries[-1], flat, span)
        return shared(entries)

    def _is_attribute(self, entry: Entry | None, before: Entry) -> bool:
        """True where a capitalised piece after a name tells where that person is from."""
        if entry is None or entry.role or entry.joined:
            return False
        return self.is_organisation(entry.name) or not (before.role or before.organisation)

    def _is_function(self, flat: str, span: Span) -> bool:
        return flat[span.start : span.end].lower() in self._functions

    def _entry(self, flat: str, span: Span, *, joined: bool) -> Entry | None:
        core = _BRACKETS.sub(lambda m: " " * len(m.group()), flat[span.start : span.end])
        bare = core.lower().removeprefix("som ")
        if bare.startswith(tuple(f"{word} " for word in self._substitution)):
            return None
        words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(core)]
        head, name = self._split([word for word, _, _ in words])
        if not name:
            return None
        name_words = words[head : head + name]
        entry = Entry(
            name=_as_name(" ".join(word for word, _, _ in name_words).rstrip(".:")),
            span=span,
            joined=joined,
        )
        entry = self._with_prefix(entry, [word for word, _, _ in words[:head]])
        if entry.plural_role:
            entry = replace(entry, span=Span(span.start + name_words[0][1], span.end))
        entry = self._with_brackets(entry, flat, span)
        tail = core[name_words[-1][2] :].strip(" .,\t")
        return self._with_text(entry, tail, flat, span) if tail else entry

    def _split(self, words: list[str]) -> tuple[int, int]:
        """How many words stand before the name, and how many the name has (0: no name)."""
        if len(words) > 2 and is_initials(words[0], words[1:]):
            return 1, self._name_length(words[1:])
        for head in range(len(words)):
            if head and words[0].lower() in self._role_prefixes and head < len(words) - 1:
                if self._name_length(words[head:]) and not self._is_role_word(words[head]):
                    return head, self._name_length(words[head:])
                continue
            length = self._name_length(words[head:])
            if length > 2 and self._is_body_word(words[head]):
                continue
            if length and not self._is_role_word(words[head]):
                return (head, length) if self._may_precede(words[:head]) else (0, 0)
        return 0, 0

    def _may_precede(self, words: list[str]) -> bool:
        """True where the words can be a role or an organisation before a name."""
        return (not words or self._prefix_word(words)) or all(
            self._prefix_word(words[: index + 1])
            for index, word in enumerate(words)
            if _CAPITAL.match(word)
        )

    def _prefix_word(self, words: list[str]) -> bool:
        text = " ".join(words)
        known = self._registers.role(text) or self._registers.organization(text, None)
        title = words[-1].endswith((".", "-")) and len(words[-1]) < _TITLE
        noun = self._is_role_word(words[-1]) or self._is_body_word(words[-1])
        return bool(known) or title or noun or words[-1].endswith("-")

    def _is_body_word(self, word: str) -> bool:
        """True for an organisation of one word: "Fagforbundet Anne Vikse"."""
        known = self._registers.organization(word, None)
        return bool(known) or word.lower().endswith(self._organisation_endings)

    def _is_role_word(self, word: str) -> bool:
        lower = word.lower()
        return (
            word.endswith("-")
            or self._registers.role(word) is not None
            or lower.removesuffix("ene")
            .removesuffix("ane")
            .removesuffix("en")
            .endswith(self._role_endings)
        )

    def _name_length(self, words: list[str]) -> int:
        """How many words the name at the start has; 0 where there are not at least two."""
        length = 0
        for index, word in enumerate(words):
            following = words[index + 1] if index + 1 < len(words) else ""
            leads = _CAPITAL.match(following) or following.lower() in self._particles
            if length and word.lower() in self._particles and leads:
                length += 1
            elif self._is_name_word(word, first=length == 0) or self._is_shouted(
                words[: index + 1]
            ):
                length += 1
                if word.endswith(".") and not _INITIAL.match(word):
                    break
            else:
                break
        return length if length > 1 else 0

    def _is_shouted(self, words: list[str]) -> bool:
        """True where a whole name is in capitals: "ANNE VIKSE"."""
        long = all(word.isupper() and len(word) > 2 for word in words)
        return long and self._registers.organization(words[-1], None) is None

    def _is_name_word(self, word: str, *, first: bool) -> bool:
        if _INITIAL.match(word):
            return True
        bare = word.rstrip(".:")
        if not _CAPITAL.match(bare) or bare.endswith("-"):
            return False
        if _ACRONYM.match(bare) and not (first or bare.istitle()):
            return False
        return first or bare.lower() not in self._organisation_endings

    def _with_prefix(self, entry: Entry, words: list[str]) -> Entry:
        if len(words) == 1 and is_initials(words[0], entry.name.split()):
            return replace(entry, aliases=(words[0],))
        while words and self._registers.organization(words[0], None):
            entry = replace(entry, organisation=words[0])
            words = words[1:]
        if len(words) > 1 and _CAPITAL.match(words[-1]) and self._is_body_word(words[-1]):
            entry, words = replace(entry, organisation=words[-1]), words[:-1]
        words = [word for word in words if word.lower() not in ("v/", "ved")]
        if not words:
            return entry
        text = " ".join(words)
        role = self._registers.role(text)
        if self._is_plural(text, words[-1]):
            return replace(entry, plural_role=text)
        if role and role.function:
            return replace(entry, functions=(*entry.functions, role.function))
        if text.lower() in self._functions:
            return replace(entry, functions=(*entry.functions, self._function(text)))
        return replace(entry, role=_lower(text))

    def _is_plural(self, text: str, last: str) -> bool:
        role = self._registers.role(text)
        if role:
            return text.lower() in {form.lower() for form in role.plural}
        return last.endswith(("ene", "ane")) and self._is_role_word(last)

    def _with_brackets(self, entry: Entry, flat: str, span: Span) -> Entry:
        for match in _BRACKETS.finditer(flat, span.start, span.end):
            start = match.start(1)
            for piece in match.group(1).split(","):
                stripped = " ".join(piece.split())
                where = Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
                entry = self._attribute(entry, stripped, where, bracketed=True)
                start += len(piece) + 1
        return entry

    def _with(self, entry: Entry, flat: str, span: Span) -> Entry:
        """The entry with one more piece that stands after it."""
        longer = replace(entry, span=Span(entry.span.start, span.end))
        core = _BRACKETS.sub("", flat[span.start : span.end]).strip(" .,\t")
        with_text = self._with_text(longer, core, flat, span) if core else longer
        return self._with_brackets(with_text, flat, span)

    def _with_text(self, entry: Entry, text: str, flat: str, span: Span) -> Entry:
        for piece in _DASH.split(text):
            stripped = re.sub(r"^(?:som|og)\s+", "", piece.strip(" .,:-–—"))
            where = flat.find(stripped, span.start, span.end)
            if stripped and not self.is_unnamed(stripped):
                entry = self._attribute(
                    entry, stripped, Span(where, where + len(stripped)), bracketed=False
                )
        return entry

    def _attribute(self, entry: Entry, text: str, where: Span, *, bracketed: bool) -> Entry:
        """What a piece of text beside a name tells of the person."""
        lower = text.lower().rstrip(".")
        substitution = next((w for w in self._substitution if lower.startswith(w + " ")), None)
        if substitution:
            replaced = text[len(substitution) :].strip()
            return replace(entry, deputy_for=replaced, functions=_add(entry, Function.DEPUTY))
        head, _, tail = lower.rpartition(" og ")
        if head and tail in self._functions:
            with_tail = replace(entry, functions=_add(entry, self._function(tail)))
            return self._attribute(with_tail, text[: len(head)], where, bracketed=bracketed)
        if lower in self._functions and (bracketed or self._registers.role(text) is None):
            return replace(entry, functions=_add(entry, self._function(lower)))
        first, _, rest = lower.partition(" ")
        if first in self._functions and rest and self._presence.match(rest):
            entry = replace(entry, functions=_add(entry, self._function(first)))
            return replace(entry, presence=Span(where.start + len(first) + 1, where.end))
        if self._presence.match(lower) and not self._registers.organization(text, None):
            return replace(entry, presence=where)
        return self._role_or_organisation(entry, text, bracketed=bracketed)

    def _role_or_organisation(self, entry: Entry, text: str, *, bracketed: bool) -> Entry:
        role = self._registers.role(text)
        if role and role.function and not entry.role:
            return replace(entry, functions=_add(entry, role.function), role=text.lower())
        words = text.split()
        if not bracketed and len(words) > 1 and self._is_role_word(words[0].rstrip("-")):
            entry = replace(entry, role=entry.role or words[0].lower())
            rest = re.sub(r"^(?:i|for|av|ved|hos|på)\s+", "", " ".join(words[1:]))
            return self._role_or_organisation(entry, rest, bracketed=False)
        body = self.is_organisation(text) and not (len(words) == 1 and self._is_role_word(text))
        if body and not bracketed and text[0].islower():
            return entry
        if not role and (bracketed or body):
            return replace(entry, organisation=entry.organisation or text)
        if role or not entry.role:
            return replace(entry, role=entry.role or _lower(text))
        return entry

    def is_organisation(self, text: str) -> bool:
        """True where a text is an organisation, by the register or by its form."""
        words = text.split()
        return bool(
            self._registers.organization(text, None)
            or any(_ACRONYM.match(word) for word in words[:1])
            or words[-1].lower().endswith(self._organisation_endings)
            or words[0].lower().endswith(self._organisation_endings)
        )

    def known_organisation(self, text: str) -> str | None:
        """The abbreviation, or else the name, of an organisation of the register."""
        known = self._registers.organization(text, None)
        if known is None:
            return None
        return known.abbreviation or text

    def acronym(self, text: str) -> bool:
        """True for the abbreviation of an organisation of the register: "KMD"."""
        return bool(_ACRONYM.match(text) and self._registers.organization(text, None))

    def _function(self, word: str) -> Function:
        return Function(self._functions[word.lower()])

    def is_unnamed(self, text: str) -> bool:
        """True where a piece speaks of people without naming them, or heads their columns."""
        return bool(self._unnamed.match(text.lower())) or self.heads_columns(text)

    def heads_columns(self, text: str) -> bool:
        """True where a line is the head of a table of people: "Navn  Tittel  Departement"."""
        heads = re.findall(r"\w+", text.lower())
        return len(heads) > 1 and self._columns.issuperset(heads)


def _as_name(text: str) -> str:
    return text.title() if text.isupper() else text


def _lower(text: str) -> str:
    """A role as it stands in a sentence: "Rektor" in small letters, "HR-sjef" as it is."""
    return text if text[1:2].isupper() else text[0].lower() + text[1:]


def _add(entry: Entry, function: Function) -> tuple[Function, ...]:
    return tuple(dict.fromkeys((*entry.functions, function)))
