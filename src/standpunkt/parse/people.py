"""The people of an attendance list: names with what stands around them.

The participant list decides who speaks, so a name that is lost here is lost for good. A list is
cut into pieces; a piece with a name opens an entry, and any other piece tells more of the entry
before it. In: a stretch of flat text. Out: ``Entry`` objects with spans.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.model import Span
from standpunkt.parse.attributes import LEADING, Attributes
from standpunkt.parse.entries import Columns, Entry, is_initials, pieces, shared, trimmed
from standpunkt.parse.fullnames import FullNames
from standpunkt.parse.vocabulary import CAPITAL, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from standpunkt.lexicon import Lexicon
    from standpunkt.resolve.registers import Registers

    Cell: TypeAlias = tuple[str, Span]

_WORD = re.compile(r"v/|[^\s,;/*]+")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_PARTS = re.compile(r"(?<!-)[,;]|\s[-–]\s")
_DASH = re.compile(r"\s+-\s+|\s+[–—]\s*|\s*[–—]\s+|\s*/\s*")
_THROUGH = re.compile(
    r"(?P<body>[A-ZÆØÅ][^,;:]*?)(?:\s+v/\s*|\s+ved\s+|(?P<dash>\s+[–—-]\s+))(?=\w)"
)
_MOST_WORDS = 60
"""A piece of a list with more words than this is no person."""
_LINK = 10
"""So many characters before an entry hold the "og" that ties it to the one before."""


class PeopleParser:
    """Reads entries with the help of the lexicon and the registers."""

    def __init__(self, lexicon: Lexicon, registers: Registers, *, surnames: bool = False) -> None:
        self.words = Vocabulary(lexicon, registers)
        self._names = FullNames(self.words, surnames=surnames)
        self._attributes = Attributes(self.words)

    def entries(
        self, flat: str, within: Span, *, one_a_line: bool, columns: Columns | None = None
    ) -> list[Entry]:
        """The named entries in a stretch of a list.

        ``one_a_line`` says that the stretch is a line of its own about one person, so that a
        capitalised piece after a comma is an organisation rather than the next person;
        ``columns`` are the kinds of the cells where the list is a table with a head.
        """
        cells = self._cells(flat, within, columns)
        row = self._row(flat, within, cells) if cells else None
        if row:
            return [row]
        parts = _semicolons(flat, within)
        apart = one_a_line or len(parts) > 1
        listed = [e for part in parts for e in self._listed(flat, part, one_a_line=apart)]
        return shared(self._with_plurals(listed))

    def _with_plurals(self, entries: list[Entry]) -> list[Entry]:
        """The entries with a plural role that stands after them: "A og B, seniorrådgivere"."""
        told: list[Entry] = []
        plural: str | None = None
        for entry in reversed(entries):
            last = bool(entry.role) and self.words.roles.is_plural(entry.role or "")
            plural = entry.role if last else plural
            alone = last or (entry.role is None and entry.plural_role is None)
            spread = replace(entry, role=None, plural_role=plural)
            told.append(spread if plural and alone else entry)
            plural = plural if entry.joined else None
        return told[::-1]

    def names_somebody(self, text: str) -> bool:
        """True for a text of a list that names anybody."""
        return bool(self.entries(text, Span(0, len(text)), one_a_line=False))

    def labelled(self, entry: Entry, role: str) -> Entry:
        """The entry with the role that its label names: "Styreleder:", "Nestlederne:"."""
        return self._attributes.before(entry, role)

    def _cells(self, flat: str, within: Span, columns: Columns | None) -> list[Cell]:
        """The cells of a row with their kinds: by a table's head, or "Navn: X", "Rolle: Y"."""
        if columns:
            return list(columns.cells(flat, within))
        labels = list(self.words.record.finditer(flat, within.start, within.end))
        if not labels:
            return []
        ends = [*(label.start() for label in labels[1:]), within.end]
        return [
            (self.words.columns[label["label"].lower()], trimmed(flat, label.end(), end))
            for label, end in zip(labels, ends, strict=True)
        ]

    def _row(self, flat: str, within: Span, cells: Sequence[Cell]) -> Entry | None:
        """The person of a row, or of the labelled lines of one person."""
        entry = self._named(flat, within, dict(reversed(cells)))
        if entry is None:
            return None
        for kind, cell in cells:
            text = " ".join(_blanked(flat[cell.start : cell.end]).split())
            entry = self._attributes.cell(entry, text, cell, kind)
            entry = self._with_brackets(entry, flat, cell) if kind != "name" else entry
        return replace(entry, span=within)

    def _named(self, flat: str, within: Span, cells: dict[str, Span]) -> Entry | None:
        if {"surname", "given"} <= cells.keys():
            words = (flat[cells[kind].start : cells[kind].end] for kind in ("given", "surname"))
            return Entry(_as_name(" ".join(words)), within)
        if "name" not in cells:
            return None
        turned = self._surname_first(flat, list(pieces(flat, cells["name"]))[:2])
        return turned or self._entry(flat, cells["name"], joined=False)

    def _listed(self, flat: str, within: Span, *, one_a_line: bool) -> list[Entry]:
        entries: list[Entry] = []
        pending: Span | None = None
        spans = list(pieces(flat, within, self._opens_entry))
        roles_after = not one_a_line and self._roles_after(flat, spans)
        for number, span in enumerate(spans):
            before = flat[max(within.start, span.start - _LINK) : span.start]
            joined = before.rstrip().endswith(("og", "samt"))
            turned = self._surname_first(flat, spans[number : number + 2])
            if turned:
                entries.append(turned)
                continue
            if number and self._surname_first(flat, spans[number - 1 : number + 1]):
                continue
            entry = self._entry(flat, span, joined=joined)
            if entry and not (one_a_line and entries and self._is_attribute(entry, entries[-1])):
                if roles_after and entries and entry.role and not entries[-1].role:
                    entries[-1] = replace(entries[-1], role=entry.role)
                    entry = replace(entry, role=None)
                entries.append(self._with_pending(entry, flat, pending))
                pending = None
            elif entries and (common := self.words.common(flat[span.start : span.end])):
                entries = [self._attributes.common(one, common, span) for one in entries]
            elif entries and (not joined or self._is_function(flat, span)):
                entries[-1] = self._with(entries[-1], flat, span)
            elif not entries:
                pending = span
        return entries

    def _opens_entry(self, words: str) -> bool:
        """True for small words after "og" that begin the next entry: a role or a function."""
        return self.words.roles.ends_in_role(words) or self.words.function(words) is not None

    def _roles_after(self, flat: str, spans: Sequence[Span]) -> bool:
        """True for a list whose first name has no role before it, and whose last piece is one."""
        if len(spans) < 2:
            return False
        first = self._entry(flat, spans[0], joined=False)
        last = flat[spans[-1].start : spans[-1].end]
        return bool(first and not first.role) and self.words.roles.is_role(last)

    def _surname_first(self, flat: str, spans: Sequence[Span]) -> Entry | None:
        """The person of two pieces, "Vikse, Anne": a surname, then nothing but given names."""
        if len(spans) < 2:
            return None
        surname, rest = (flat[span.start : span.end] for span in spans)
        words = list(_WORD.finditer(_blanked(rest)))
        given = next((n for n, w in enumerate(words) if not CAPITAL.match(w.group())), len(words))
        known = all(self.words.is_given(word.group()) for word in words[:given])
        double = all(map(CAPITAL.match, surname.split())) and len(surname.split()) < 3
        if not (given and known and double) or self.words.is_given(surname.split()[0]):
            return None
        if self.words.is_organisation(surname) or self.words.roles.is_role_word(surname):
            return None
        name = _as_name(" ".join((*(word.group() for word in words[:given]), surname)))
        entry = Entry(name, Span(spans[0].start, spans[1].end))
        return self._with_tail(entry, flat, spans[1], after=words[given - 1].end())

    def _with_pending(self, entry: Entry, flat: str, pending: Span | None) -> Entry:
        """The entry with the role that stood in a column before it: "Leder", then the name."""
        if pending is None or entry.role or entry.plural_role:
            return entry
        text = flat[pending.start : pending.end]
        known = self.words.roles.phrase(text) or self.words.is_organisation(text)
        if not known:
            return entry
        whole = replace(entry, span=Span(pending.start, entry.span.end))
        told = self._attributes.before(whole, text)
        return replace(told, sent=told.organisation == text)

    def _is_attribute(self, entry: Entry, before: Entry) -> bool:
        """True where a capitalised piece after a name tells where that person is from."""
        if entry.role or entry.joined or self.words.is_given(entry.name.split()[0]):
            return False
        return self.words.is_organisation(entry.name) or not before.organisation

    def _is_function(self, flat: str, span: Span) -> bool:
        return self.words.function(flat[span.start : span.end]) is not None

    def _entry(self, flat: str, span: Span, *, joined: bool) -> Entry | None:
        core = _blanked(flat[span.start : span.end])
        if self.words.replaced(LEADING.sub("", core)) or (
            not core[:1].isupper() and self.words.tells_presence(core)
        ):
            return None
        through = _THROUGH.match(core)
        body = through["body"] if through and self._sends(through) else None
        words = [
            (m.group(), m.start(), m.end())
            for m in _WORD.finditer(core, through.end() if through and body else 0)
        ]
        if len(words) > _MOST_WORDS:
            return None
        head, length = self._names.split([word for word, _, _ in words])
        if not length:
            return None
        name = words[head : head + length]
        entry = Entry(
            name=_as_name(" ".join(word for word, _, _ in name).rstrip(".:")),
            span=span,
            joined=joined,
            organisation=body,
            sent=body is not None,
        )
        entry = self._attributes.before(entry, " ".join(word for word, _, _ in words[:head]))
        if entry.plural_role:
            entry = replace(entry, span=Span(span.start + name[0][1], span.end))
        return self._with_tail(entry, flat, span, after=name[-1][2])

    def _sends(self, through: re.Match[str]) -> bool:
        """True where a text before "v/" or a dash is a body: not "Rektor ved Lia skole"."""
        body = through["body"]
        if is_initials(body, through.string[through.end() :].split()) and not self.words.registered(
            body
        ):
            return False
        if through["dash"]:
            return self.words.is_organisation(body)
        return self.words.roles.phrase(body) is None

    def _with_tail(self, entry: Entry, flat: str, span: Span, *, after: int) -> Entry:
        """The entry with its brackets, and with what follows its name in the piece."""
        entry = self._with_brackets(entry, flat, span)
        tail = _blanked(flat[span.start : span.end])[after:].strip(" .,\t")
        return self._with_text(entry, tail, flat, span) if tail else entry

    def _with(self, entry: Entry, flat: str, span: Span) -> Entry:
        """The entry with one more piece that stands after it."""
        longer = replace(entry, span=Span(entry.span.start, span.end))
        core = _BRACKETS.sub("", flat[span.start : span.end]).strip(" .,\t")
        with_text = self._with_text(longer, core, flat, span) if core else longer
        return self._with_brackets(with_text, flat, span)

    def _with_brackets(self, entry: Entry, flat: str, span: Span) -> Entry:
        for match in _BRACKETS.finditer(flat, span.start, span.end):
            inside = match.group(1) or match.group(2) or ""
            start = match.start() + 1
            parts = _PARTS.split(inside)
            beside_body = any(self.words.is_organisation(part.strip()) for part in parts)
            for piece in parts:
                where = Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
                stripped = " ".join(piece.split())
                small = beside_body and not self.words.is_organisation(stripped)
                entry = self._attributes.beside(entry, stripped, where, bracketed=not small)
                start += len(piece) + 1  # a dash is longer, and then the place is a little off
        return entry

    def _with_text(self, entry: Entry, text: str, flat: str, span: Span) -> Entry:
        for piece in _DASH.split(text):
            stripped = piece.strip(" .,:-–—")
            where = flat.find(stripped, span.start, span.end)
            if stripped:
                found = Span(where, where + len(stripped))
                entry = self._attributes.beside(entry, stripped, found, bracketed=False)
        return entry


def _blanked(text: str) -> str:
    """A text with spaces for its brackets, of the same length."""
    return _BRACKETS.sub(lambda match: " " * len(match.group()), text)


def _as_name(text: str) -> str:
    return " ".join(w.title() if w.isupper() and len(w) > 2 else w for w in text.split())


def _semicolons(flat: str, within: Span) -> list[Span]:
    """The parts of a list between semicolons outside brackets, each about one person."""
    text = _blanked(flat[within.start : within.end])
    cuts = [within.start + i for i, char in enumerate(text) if char == ";"]
    edges = [within.start, *(cut + 1 for cut in cuts)]
    return [Span(a, b) for a, b in zip(edges, (*cuts, within.end), strict=True) if a < b]
