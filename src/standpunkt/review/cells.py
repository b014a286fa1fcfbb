"""What a coder wrote in a cell, as the text that decisions hold.

In goes the text of a cell as a spreadsheet left it, out comes the canonical text of the field, or
a :class:`~standpunkt.review.names.CellError` that says what was expected.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from standpunkt.folding import squeeze
from standpunkt.review.coding import CODES, DAYS, LISTS, actor_text, join, split
from standpunkt.review.names import CellError
from standpunkt.review.sheet import item_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from standpunkt.model import AgendaItem
    from standpunkt.review.names import Names

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_TURNED = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_SERIAL = re.compile(r"([1-9]\d{4})(?:[.,]0+)?")
_ZERO = date(1899, 12, 30)
"""The day from which spreadsheets count."""
_WHOLE = re.compile(r"([1-9]\d{0,5})(?:[.,]0+)?")


def tidy(name: str, cell: str) -> str:
    """Put a cell as it is compared: single spaces, lists and days in one form, codes in lower case.

    What is no day stays as it is.
    """
    if name in LISTS:
        return join(split(cell))
    text = squeeze(cell)
    if name in DAYS:
        try:
            return day(text)
        except CellError:
            return text
    return text.lower() if name in CODES or name == "decision" else text


def day(text: str) -> str:
    """Read a day as people and spreadsheets write it.

    >>> day("31.12.2022"), day("2022-12-31 00:00:00"), day("44926"), day("")
    ('2022-12-31', '2022-12-31', '2022-12-31', '')
    """
    if not text:
        return ""
    try:
        if match := _ISO.fullmatch(text):
            return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
        if match := _TURNED.fullmatch(text):
            return date(int(match[3]), int(match[2]), int(match[1])).isoformat()
        if match := _SERIAL.fullmatch(text):
            return (_ZERO + timedelta(days=int(match[1]))).isoformat()
    except ValueError:
        pass
    message = f"is '{text}'; expected a date such as 2022-12-31 or 31.12.2022"
    raise CellError(message)


def whole(text: str) -> int:
    """Read the number of a statement."""
    if match := _WHOLE.fullmatch(text):
        return int(match[1])
    message = f"is '{text}'; expected the number of a statement, such as 12"
    raise CellError(message)


def read_cell(name: str, cell: str, names: Names, agenda: Iterable[AgendaItem]) -> str:
    """Read a cell of a field, ``responds_to`` apart; raises ``CellError``."""
    text = tidy(name, cell)
    if name in CODES:
        return _code(text, CODES[name])
    if name == "agenda":
        return _item(text, agenda)
    if name == "topic" and not text:
        message = "is empty; expected what the statement is about"
        raise CellError(message)
    if name in DAYS:
        return day(text)
    readers: Mapping[str, Callable[[str], str]] = {
        "speakers": lambda one: actor_text(names.actor(one)),
        "on_behalf_of": names.body,
        "addressees": names.addressee,
    }
    return join(map(readers[name], split(text))) if name in readers else text


def _code(text: str, codes: Iterable[str]) -> str:
    if text in codes:
        return text
    seen = f"is '{text}'" if text else "is empty"
    message = f"{seen}; expected one of {', '.join(codes)}"
    raise CellError(message)


def _item(text: str, agenda: Iterable[AgendaItem]) -> str:
    """Find an agenda item by its number, or by its number and title; empty is before the first."""
    items = {item.number: item_text(item) for item in agenda}
    number = text.partition(" ")[0].rstrip(".")
    for known in (text, number):
        if known in items:
            return known
    fitting = [one for one, whole_text in items.items() if whole_text == text]
    if fitting or not text:
        return fitting[0] if fitting else ""
    message = f"is '{text}'; expected an item of the agenda: {'; '.join(items.values()) or 'none'}"
    raise CellError(message)


def check_coding(coding: Mapping[str, str]) -> list[str]:
    """Say what does not go together in a coding (codebook sections 2, 4 and 6)."""
    wrong = []
    if coding["stance"] != "none" and not coding["claim"]:
        wrong.append(
            f"the stance is '{coding['stance']}', and there is no claim; write what it is about "
            "under 'claim', or 'none' under 'stance'"
        )
    agentless = coding["attribution"] == "agentless"
    if agentless and coding["speakers"]:
        wrong.append("'attribution' is 'agentless', and there are speakers; mend one of them")
    if not agentless and not coding["speakers"]:
        wrong.append(
            f"'attribution' is '{coding['attribution']}', and nobody speaks; name the speakers, "
            "or write 'agentless'"
        )
    deadline = [coding[name] for name in ("deadline_text", "deadline_first", "deadline_last")]
    if any(deadline) and not all(deadline):
        wrong.append("a deadline needs its words, its first and its last day; fill in all three")
    elif deadline[1] > deadline[2]:
        wrong.append("'deadline_last' is before 'deadline_first'; mend one of them")
    return wrong
