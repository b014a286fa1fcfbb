"""Abbreviations of organisations that nobody bore on the day of the meeting.

"KMD" in minutes of 2010 is a slip, a wrong date, or text that was added later; whichever it is,
the reader has to understand something by it, and a person should know what. In: a document, the
day of its meeting, the registers. Out: a finding for each such abbreviation, where it first
stands. Headings in capitals are left alone, and so are compounds ("SOS-barnebyer").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from standpunkt.model import Document, Finding
    from standpunkt.resolve.entries import Organization
    from standpunkt.resolve.registers import Registers

CODE = "abbreviation-not-valid"

_WORD = re.compile(r"(?<![\w-])[A-ZÆØÅ]\w+(?![\w-])")


def out_of_date(document: Document, on: date | None, registers: Registers) -> tuple[Finding, ...]:
    """Tell of abbreviations that were valid in other years only, each once."""
    if on is None:
        return ()
    found: dict[str, Finding] = {}
    for word in _WORD.finditer(document.text):
        form = word[0] if registers.bearers(word[0]) else word[0].removesuffix("s")
        bearers = registers.bearers(form)
        if form in found or not bearers or any(one.possible(on) for one in bearers):
            continue
        if not _is_heading(_line_at(document, word.start()), registers):
            message = _message(form, on, bearers, registers)
            found[form] = document.finding(CODE, word.start(), message)
    return tuple(found.values())


def _message(form: str, on: date, bearers: Sequence[Organization], registers: Registers) -> str:
    known = " or ".join(f"{one.nb} ({_years(one)})" for one in bearers)
    meant = registers.organization(form, on)
    understood = f"understood as {meant.nb}" if meant else "understood as none of them"
    return (
        f"'{form}' is {known}, and not valid on {on}; {understood}; "
        "check the date of the meeting, or write the name of the day"
    )


def _years(one: Organization) -> str:
    """The years in which a name was valid: "2014–2021", "from 2022", "until 2020"."""
    first, last = one.valid_from, one.last_day
    if first and last:
        return f"{first.year}–{last.year}" if first.year < last.year else str(first.year)
    return f"from {first.year}" if first else f"until {last.year}" if last else "always"


def _is_heading(line: str, registers: Registers) -> bool:
    """True for a line in capitals that holds other words than abbreviations."""
    return line.isupper() and not all(map(registers.bearers, _WORD.findall(line)))


def _line_at(document: Document, offset: int) -> str:
    start = document.line_starts[document.line(offset) - 1]
    return document.text[start:].partition("\n")[0]
