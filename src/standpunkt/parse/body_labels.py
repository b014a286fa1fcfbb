"""Labels that are known by their form: bodies with the people that they send.

"Mattilsynet: Camilla Ness", "Ap  Rolf Tangerud", "Lia – ordførar Anne Vikse", or a known body alone
on its line. In: a line that may be such a label, and the fields before it. Out: the list that it
goes on with, and the body.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from standpunkt.model import Span
from standpunkt.parse.entries import is_initials
from standpunkt.parse.fields import LISTS, Field, list_name, present_list
from standpunkt.parse.layout import LABELLED

if TYPE_CHECKING:
    from standpunkt.parse.people import PeopleParser

_DASHED = re.compile(r"(?P<label>[A-ZÆØÅ][^:,()\t]{1,40}?)\s+[–—-]\s+(?P<value>[a-zæøå].*)$")
"""A body with those who come from it: "Lia – ordførar Anne Vikse"."""
_SENTENCE = re.compile(r"\w{3,}\. [A-ZÆØÅ]")
"""What ends inside a text that is no label: "Vikse ledet møtet. Referent: ..."."""
LABEL_WORDS = 5
"""A label that is known by its form has at most so many words."""
_BRACKETS = re.compile(r"\([^()]*\)")


class BodyLabels:
    """Knows labels that are bodies."""

    def __init__(self, people: PeopleParser) -> None:
        self._people, self._words = people, people.words

    def of(self, match: re.Match[str], fields: list[Field]) -> tuple[str, str | None] | None:
        """A body with its people: "Mattilsynet: Camilla Ness", "Ap  Rolf Tangerud"."""
        label, value = match["label"], match["value"]
        if is_initials(label, value.split()) or any(char.isdigit() for char in label):
            return None
        in_list = bool(fields) and fields[-1].name in LISTS
        names = self._people.entries(value, Span(0, len(value)), one_a_line=False)
        cell = not label.count(" ") and bool(names) and " " in names[0].name
        parted = ":" in match.group() or cell or match.re is _DASHED
        loose = in_list and parted and label[0].isupper()
        first, *more = label.split()
        person = self._words.is_given(first) and (more or not loose)
        if "," in label or person or _SENTENCE.search(label):
            return None
        body = self._words.is_organisation(label) or self._words.roles.is_role(label)
        if len(label.split()) > LABEL_WORDS or not (body or loose):
            return None
        return (present_list(fields), label) if names else None

    def dashed(self, text: str, fields: list[Field]) -> re.Match[str] | None:
        """A body in a list before a dash and somebody with a role: "Lia – ordførar Anne Vikse"."""
        match = _DASHED.match(text) if fields and fields[-1].name in LISTS else None
        if match is None or self._words.is_given(match["label"].split()[0]):
            return None
        value = match["value"]
        first = next(iter(self._people.entries(value, Span(0, len(value)), one_a_line=False)), None)
        return match if first and first.role and self._words.roles.phrase(value) else None

    def alone(self, text: str, fields: list[Field]) -> tuple[str, str | None] | None:
        """A known organisation alone on its line, as the heading of its people."""
        if fields and fields[-1].name not in LISTS:
            return None
        known = self._words.registered(_BRACKETS.sub("", text).strip())
        return (list_name(fields), text.strip()) if known else None

    def names_person(self, match: re.Match[str]) -> bool:
        """True for a label of a few words with somebody behind it: "Norsk Turforum: Hans Rud"."""
        value = match["value"]
        given = value and self._words.is_given(value.split()[0])
        return bool(given and LABELLED.match(match.string) and self._people.names_somebody(value))
