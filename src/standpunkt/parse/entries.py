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
    from collections.abc import Iterator, Sequence

_CUT = re.compile(
    r"[,;](?:\s|$)"  # a comma or semicolon
    r"|\t\s*"  # a column
    r"|(?<=\))\s+(?=[A-ZÆØÅ]|\d\.)"  # a comma forgotten after a bracket
    r"|\s+[•·▪]\s+"  # a bullet
    r"|(?<!-)\s+(?:og|samt)\s+(?=[A-ZÆØÅ]|[a-zæøå\-]+\s+[A-ZÆØÅ])"
)

_CAPITALS = re.compile(r"[A-ZÆØÅ]{2,4}")
"""Initials or an abbreviation, which stand in a column of their own before the name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A named person as written; ``joined`` where "og" ties the entry to the one before it."""

    name: str
    span: Span
    role: str | None = None
    organisation: str | None = None
    functions: tuple[Function, ...] = ()
    presence: Span | None = None
    deputy_for: str | None = None
    plural_role: str | None = None
    joined: bool = False
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


def pieces(flat: str, within: Span) -> Iterator[Span]:
    """Cut a list at commas, semicolons, bullets and "og" that stand outside brackets."""
    start, depth = within.start, 0
    cuts = {m.start(): m.end() for m in _CUT.finditer(flat, within.start, within.end)}
    for index in range(within.start, within.end):
        depth += {"(": 1, ")": -1}.get(flat[index], 0)
        before = flat[within.start : index].strip()
        initials = flat[index] == "\t" and _CAPITALS.fullmatch(before)
        if index in cuts and depth <= 0 and index >= start and not initials:
            yield from _stripped(flat, start, index)
            start = cuts[index]
    yield from _stripped(flat, start, within.end)


def _stripped(flat: str, start: int, end: int) -> Iterator[Span]:
    piece = flat[start:end]
    body = piece.rstrip(" .;,")
    lead = len(piece) - len(re.sub(r"^[\s•·▪\-–]*(?:(?:og|samt)\s+)?", "", piece))
    if lead < len(body):
        yield Span(start + lead, start + len(body))


def shared(entries: list[Entry]) -> list[Entry]:
    """Spread what is said once of several: plural roles, and the last bracket of "A og B (X)"."""
    spread: list[Entry] = []
    plural: str | None = None
    for entry in entries:
        alone = entry.role is None and Function.ADMINISTRATION not in entry.functions
        plural = entry.plural_role or (plural if alone else None)
        spread.append(replace(entry, plural_role=plural))
        plural = None if entry.joined else plural
    for index in range(len(spread) - 1, 0, -1):
        before, entry = spread[index - 1], spread[index]
        if entry.joined and entry.organisation and not before.organisation and not before.functions:
            spread[index - 1] = replace(before, organisation=entry.organisation)
    return spread
