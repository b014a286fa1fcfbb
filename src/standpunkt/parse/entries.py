"""The entries of a list of people: where one ends, and what they share.

A list is cut at commas, semicolons, columns, bullets and "og" outside brackets; a bracket before
a capital ends an entry even where the comma was forgotten. What is said once of several
("statsrådene A og B", "A og B (KDD)") is spread over them. In: flat text, or entries. Out: spans,
or entries.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from standpunkt.model import Function, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_CUT = re.compile(
    r"(?<!-)[,;](?:\s|$)"  # a comma or semicolon
    r"|\t\s*"  # a column
    r"|(?<=\))\s+(?=[A-ZÆØÅ]|\d\.|[a-zæøå][^,;()]*\s[A-ZÆØÅ])"  # a comma forgotten after a bracket
    r"|\s+[•·▪]\s+"  # a bullet
    r"|(?<!-)\s+(?:og|samt)\s+(?![A-ZÆØÅ]{2,4}(?:[,;.)]|$))"  # "og", not that of "EL og IT"
    r"(?=(?P<role>(?:(?:\d\. )?[a-zæøå.\-]+\s+){0,3})[A-ZÆØÅ])"
)

_LEAD = r"^[\s•·▪\-–*]*(?:\d{1,2}[.)]\s+(?=[A-ZÆØÅ])(?!Nest|Vara))?(?:(?:og|samt)\s+)?"
"""What may stand before an entry: a bullet, a number of the list, "og"."""
_CAPITALS = re.compile(r"[A-ZÆØÅ]{2,4}")
"""Initials or an abbreviation, which stand in a column of their own before the name."""
_NEAR = 12
"""Their column is narrower than so many characters."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A named person as written; ``joined`` where "og" ties the entry to the one before it.

    ``sent`` where a body before the name sends it and those after it ("KS v/Anne Vikse og ...");
    ``leads`` where somebody leads the body beside another role; ``unit`` is a body in small letters
    ("hovedstyret"), which may be part of the list's own.
    """

    name: str
    span: Span
    role: str | None = None
    organisation: str | None = None
    unit: str | None = None
    functions: tuple[Function, ...] = ()
    presence: Span | None = None
    deputy_for: str | None = None
    plural_role: str | None = None
    joined: bool = False
    sent: bool = False
    leads: bool = False
    aliases: tuple[str, ...] = ()


def is_initials(word: str, names: Sequence[str]) -> bool:
    """True where a word is made of the first letters of the names that follow it.

    >>> is_initials("KLO", ["Kjersti", "Langseth-Omdal,", "direktør"])
    True
    """
    if not _CAPITALS.fullmatch(word):
        return False
    parts = [part for name in names for part in name.split("-") if part[:1].isupper()]
    letters = "".join(part[0] for part in parts)
    return letters.startswith(word)


def pieces(
    flat: str, within: Span, is_role: Callable[[str], bool] = lambda _: True
) -> Iterator[Span]:
    """Cut a list at commas, semicolons, bullets and "og" that stand outside brackets.

    ``is_role`` tells whether small words between "og" and a name open an entry ("og adm. direktør
    Per Lie") or go on with one ("for helse og omsorg Per Lie").
    """
    start, depth = within.start, 0
    cuts = {
        m.start(): m.end()
        for m in _CUT.finditer(flat, within.start, within.end)
        if not m["role"] or is_role(m["role"].strip())
    }
    for index in range(within.start, within.end):
        depth += {"(": 1, ")": -1}.get(flat[index], 0)
        if (
            index in cuts
            and depth <= 0
            and index >= start
            and not _is_initials(flat, within, index)
        ):
            yield from _stripped(flat, start, index)
            start = cuts[index]
    yield from _stripped(flat, start, within.end)


def _is_initials(flat: str, within: Span, index: int) -> bool:
    """True where nothing but initials stands before a tab."""
    if flat[index] != "\t" or index - within.start > _NEAR:
        return False
    return bool(_CAPITALS.fullmatch(flat[within.start : index].strip()))


def _stripped(flat: str, start: int, end: int) -> Iterator[Span]:
    piece = flat[start:end]
    body = piece.rstrip(" .;,")
    lead = len(piece) - len(re.sub(_LEAD, "", piece))
    if lead < len(body):
        yield Span(start + lead, start + len(body))


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: what each holds, and where it begins on its line.

    ``starts`` is empty where tabs part the columns, so that empty cells can be counted by the
    tabs that are more than the head has between two columns (``gap``). With ``sides`` each column
    is a list of its own, and the kinds name whose.
    """

    kinds: tuple[str, ...]
    starts: tuple[int, ...] = ()
    gap: int = 1
    sides: bool = False

    def cells(self, flat: str, row: Span) -> Iterator[tuple[str, Span]]:
        """The cells of a row, each with the kind of its column."""
        number = 0
        for cell in re.finditer(r"(?P<gap>\t?\s*)(?P<words>[^\t]+)", flat[row.start : row.end]):
            span = trimmed(flat, row.start + cell.start("words"), row.start + cell.end())
            number += max(0, len(cell["gap"]) - self.gap) if not self.starts else 0
            place = self._nearest(span.start - row.start) if self.starts else number
            if place < len(self.kinds):
                yield self.kinds[place], span
            number += 1

    def _nearest(self, offset: int) -> int:
        return min(range(len(self.starts)), key=lambda column: abs(self.starts[column] - offset))


def trimmed(flat: str, start: int, end: int) -> Span:
    """A stretch without the spaces and commas around it."""
    text = flat[start:end]
    return Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip(" ,;.")))


def shared(entries: list[Entry]) -> list[Entry]:
    """Spread what is said once of several: plural roles, and the last bracket of "A og B (X)"."""
    spread: list[Entry] = []
    plural: str | None = None
    for entry in entries:
        alone = entry.role is None and Function.ADMINISTRATION not in entry.functions
        plural = entry.plural_role or (plural if alone else None)
        spread.append(replace(entry, plural_role=plural))
        last = entry.joined and entry.plural_role is None
        plural = None if last else plural
    for index in range(1, len(spread)):
        before, entry = spread[index - 1], spread[index]
        if before.sent and not entry.organisation:
            spread[index] = replace(entry, organisation=before.organisation, sent=True)
    for index in range(len(spread) - 1, 0, -1):
        before, entry = spread[index - 1], spread[index]
        lacks = not (before.organisation or before.unit or before.functions)
        # "A og statssekretærene B (X)" begins another group.
        one_group = entries[index].plural_role in (None, entries[index - 1].plural_role)
        if entry.joined and entry.organisation and lacks and one_group:
            spread[index - 1] = replace(before, organisation=entry.organisation)
    return spread
