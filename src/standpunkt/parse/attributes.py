"""What stands around a name in a list: role, organisation, function, presence, substitution.

In: an entry and a text before it, after it, or in brackets. Out: the entry with what it tells.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.model import Function, Span
from standpunkt.parse.entries import Entry, is_initials
from standpunkt.parse.roles import lowered

if TYPE_CHECKING:
    from standpunkt.parse.vocabulary import Vocabulary

_FROM = re.compile(r"(?:fra|frå|i|for|av|ved|hos|på|representerer|representerte)\s+(?=\w|«)")
_ORDINAL = re.compile(r"\d{1,2}\.\s*\w{3}")
_AND = re.compile(r"\s+(?:og|/)\s+|\s*/\s*")
_REMARKS = frozenset({"other", "present", "absent"})
_TICKS = {"absent": {"x", "ja", "✓", "v"}, "present": {"nei", "0"}}
"""What in a column of those who came, or did not, tells that somebody did not."""
_WORDS = 1
"""More small words in brackets are a remark: "valgt av de ansatte"."""
_LEADS = re.compile(r"(?:\w+s)?(?:leder|leiar)(?P<of>\s+(?:av|for|i)\s+[a-zæøå-]+)?")
"""What says beside a role that somebody leads the body that met: "leder av utvalget"."""
LEADING = re.compile(
    r"^(?:(?:som|og)\s+)?(?:(?:òg|også)\s+)?(?:(?:var|er|møtte som|deltok som)\s+)?"
)
"""What may stand before an attribute: "som var vara for"."""


class Attributes:
    """Adds to entries what is said beside their names."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._words = vocabulary

    def before(self, entry: Entry, text: str) -> Entry:
        """The entry with what stands before the name: "Hovedtillitsvalgt Fagforbundet"."""
        text = text.strip(" :–—-=/")
        if not text:
            return entry
        if is_initials(text, entry.name.split()) and not self._words.registered(text):
            return replace(entry, aliases=(text,))
        function = self._words.function(text)
        if function:
            return self._with_function(entry, text, function)
        return self._office(entry, text)

    def _office(self, entry: Entry, text: str) -> Entry:
        """The entry with the role or the body that stands before the name."""
        roles = self._words.roles
        phrase = roles.phrase(text)
        of_class = text[0].isdigit() and not _ORDINAL.match(text)  # a pupil's: "1A"
        if phrase is None and (of_class or self._words.is_organisation(text)):
            return replace(entry, organisation=text)
        role = phrase.role if phrase else text
        if phrase and phrase.organisation:
            entry = replace(entry, organisation=phrase.organisation)
        if roles.is_plural(role) or (phrase is None and roles.is_plural_word(role)):
            return replace(entry, plural_role=role)
        return replace(entry, role=lowered(role))

    def beside(self, entry: Entry, text: str, where: Span, *, bracketed: bool) -> Entry:
        """The entry with what a piece of text after its name tells."""
        text = self._words.without_others(LEADING.sub("", text.strip(" .,:–—-*")))
        unnamed = not bracketed and self._words.is_unnamed(text)
        label, colon, _ = text.partition(":")
        deputy = colon and self._words.function(label)  # somebody else is: "vara: Anne Vikse"
        if not text or deputy or (unnamed and not self._words.is_constituency(text)):
            return entry
        return (
            self._formerly(entry, text)
            or self._acting(entry, text, where)
            or self._sent(entry, text, where, bracketed=bracketed)
            or self._parted(entry, text, where)
            or self._place(entry, text, bracketed=bracketed)
        )

    def _formerly(self, entry: Entry, text: str) -> Entry | None:
        """For the family name that somebody had until now."""
        former = self._words.former_name(text)
        if former is None:
            return None
        given = " ".join(entry.name.split()[:-1])
        return replace(entry, aliases=(*entry.aliases, f"{given} {former}"))

    def _acting(self, entry: Entry, text: str, where: Span) -> Entry | None:
        """For initials, or a text that tells what somebody does in the meeting, or when."""
        if not self._words.registered(text) and is_initials(text, entry.name.split()):
            return replace(entry, aliases=(*entry.aliases, text))
        leads = _LEADS.fullmatch(text)
        if leads and (entry.role or leads["of"]):
            return replace(entry, leads=True)
        replaced = self._words.replaced(text)
        if replaced:
            return replace(entry, deputy_for=replaced, functions=_add(entry, Function.DEPUTY))
        function = self._words.function(text)
        if function:
            return self._with_function(entry, text, function)
        if self._words.tells_presence(text):
            return replace(entry, presence=where)
        return None

    def _sent(self, entry: Entry, text: str, where: Span, *, bracketed: bool) -> Entry | None:
        """For a body with what its person does: "SV, møtte for Anne Vikse" without the comma."""
        first, _, rest = text.partition(" ")
        told = self._words.replaced(rest) or self._words.tells_presence(rest) if rest else None
        if told and self._words.registered(first):
            with_it = replace(entry, organisation=entry.organisation or first)
            return self.beside(with_it, rest, where, bracketed=bracketed)
        return None

    def common(self, entry: Entry, text: str, where: Span) -> Entry:
        """The entry with what is said of it and others, where it has no body of its own."""
        return entry if entry.organisation else self.beside(entry, text, where, bracketed=True)

    def cell(self, entry: Entry, text: str, where: Span, kind: str) -> Entry:
        """The entry with a cell of a table whose head says what it holds."""
        if kind in {"name", "surname", "given"} or not text.strip(" -–"):
            return entry
        told = self._words.function(text) or self._words.tells_presence(text)
        if told or (kind != "deputy" and self._words.replaced(text)):
            return self.beside(entry, text, where, bracketed=True)
        if kind in _REMARKS:
            return self._remarked(entry, text, kind)
        if kind == "deputy":
            return self.beside(entry, f"for {text}", where, bracketed=False)
        if kind == "organisation" and not self._is_rank(text):
            return replace(entry, organisation=entry.organisation or text)
        return self._held(entry, text)

    def _remarked(self, entry: Entry, text: str, kind: str) -> Entry:
        """The entry with a tick for those who came or did not, or with a role as a remark."""
        if text.lower() in _TICKS.get(kind, ()):
            return replace(entry, functions=_add(entry, Function.ABSENT))
        for part in map(str.strip, text.split(",")):
            function = self._words.function(part)
            if function:
                entry = self._with_function(entry, part, function)
            elif self._words.roles.is_role(part) and not entry.role:
                entry = replace(entry, role=lowered(part))
        return entry

    def _is_rank(self, text: str) -> bool:
        """True for a role in small letters, which is no body whatever the column holds."""
        roles = self._words.roles
        return text[0].islower() and roles.is_role(text) and not roles.is_plural(text)

    def _held(self, entry: Entry, text: str) -> Entry:
        """The entry with a role, and the body that it is held in."""
        roles = self._words.roles
        phrase = roles.phrase(text)
        body = phrase.organisation if phrase else None
        role = phrase.role if phrase else text
        return replace(
            entry,
            role=entry.role or roles.dotted(lowered(role)),
            organisation=entry.organisation or body,
        )

    def _parted(self, entry: Entry, text: str, where: Span) -> Entry | None:
        """For a text in two parts, one of which is a function: "rådgiver og referent"."""
        parts = _AND.split(text)
        for index, part in enumerate(parts):
            function = self._words.function(part) if len(parts) > 1 else None
            if function:
                rest = " og ".join((*parts[:index], *parts[index + 1 :]))
                with_it = replace(entry, functions=_add(entry, function))
                return self.beside(with_it, rest, where, bracketed=True)
        first, _, rest = text.partition(" ")
        function = self._words.function(first)
        if not function or not rest:
            return None
        with_it = replace(entry, functions=_add(entry, function))
        if self._words.tells_presence(rest):
            return replace(with_it, presence=Span(where.start + len(first) + 1, where.end))
        body = rest[2:].strip() if rest.startswith("i ") else rest
        return self._place(with_it, body, bracketed=True) if body[:1].isupper() else None

    def _with_function(self, entry: Entry, text: str, function: Function) -> Entry:
        office = text.lower() in self._words.offices and not entry.role
        role = lowered(text) if office else entry.role
        return replace(entry, functions=_add(entry, function), role=role)

    def _place(self, entry: Entry, text: str, *, bracketed: bool) -> Entry:
        """The entry with a role or an organisation."""
        body = self._words.is_organisation(text)
        phrase = self._words.roles.phrase(text)
        if phrase and not (body and self._words.ends_as_body(text.split(maxsplit=1)[0])):
            office = entry.role in self._words.offices  # "konsulent (møtesekretær)"
            held = None if office else entry.role
            role = held or self._words.roles.dotted(lowered(phrase.role))
            return replace(entry, role=role, organisation=entry.organisation or phrase.organisation)
        from_ = _FROM.match(text)
        where = text[from_.end() :] if from_ else text
        if where[0].islower() and not self._words.is_organisation(where):
            where = text
        unsure = where == text and not self._words.registered(where)
        if body and not bracketed and where[0].islower() and unsure:
            return replace(entry, unit=entry.unit or where)
        group = body or self._words.is_constituency(text)
        if bracketed and not group and (len(text.split()) > _WORDS or entry.organisation):
            remark = _in_brackets(entry, text)
            if remark:
                return remark
        elsewhere = group or where != text or bracketed or text[:1].isupper()
        if elsewhere:
            return replace(entry, organisation=entry.organisation or where)
        return replace(entry, role=entry.role or lowered(text))


def _in_brackets(entry: Entry, text: str) -> Entry | None:
    """The entry with a remark in brackets, which is a role where it is one small word."""
    small = text[0].islower()
    if small and (len(text.split()) > _WORDS or entry.role):
        return entry
    if entry.organisation and not entry.role:
        return replace(entry, role=text) if small else entry
    return None


def _add(entry: Entry, function: Function) -> tuple[Function, ...]:
    return tuple(dict.fromkeys((*entry.functions, function)))
