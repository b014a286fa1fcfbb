"""Whom the people below a label are of: "Fra KS", "For arbeidsgiver (HiT)", "staben i KS".

In: the name that a label gives. Out: organisation, side and function, each where it tells one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from standpunkt.model import Function, Side

if TYPE_CHECKING:
    from standpunkt.lexicon import Lexicon
    from standpunkt.parse.entries import Entry
    from standpunkt.parse.vocabulary import Vocabulary

_OF = re.compile(r"(?P<word>fra|frå|for)\s+", re.IGNORECASE)
_ABBREVIATED = re.compile(r"\((?P<short>[A-ZÆØÅ][\w-]*)\)$")
"""A body with its abbreviation, which is its name in the list: "Finansdepartementet (FIN)"."""
_GROUP_OF = re.compile(r"[a-zæøå]+\s+\((?P<short>[A-ZÆØÅ][^()]+)\)$")
"""A group with the body that it is of: "arbeidsgiver (Dal kommune)"."""
_STAFF_OF = re.compile(r"(?P<staff>\w+)\s+(?:i|hos|ved|fra|frå)\s+(?P<of>[A-ZÆØÅ].*)$")
"""The administration of a body: "administrasjonen i KS"."""


class Sent(NamedTuple):
    """What a label tells of everybody below it."""

    organisation: str | None = None
    side: Side | None = None
    function: Function | None = None


class Senders:
    """Knows sides, staff and bodies by the names that labels give them."""

    def __init__(self, lexicon: Lexicon, words: Vocabulary) -> None:
        self._words = words
        self._sides = lexicon.labels["sides"]
        self._delegated = tuple(lexicon.labels["words"]["delegated"])
        self._met = lexicon.word_set("generic", "bodies")
        self._staff_roles = tuple(lexicon.words["staff_roles"]["words"])
        self._staff = tuple(lexicon.labels["words"]["administration"])

    def role(self, label: str | None) -> str | None:
        """The role that a label is; a group of delegates has none: "Arbeidstakerrepresentanter"."""
        text = label or ""
        if text.lower().endswith(self._delegated) or not self._words.roles.is_role(text):
            return None
        return text

    def is_staff(self, entry: Entry) -> bool:
        """True for whom a role alone tells to be of the staff: "kommunalsjef Anne Vikse"."""
        first = (entry.role or "").split(" for ", maxsplit=1)[0]
        return entry.organisation is None and first.endswith(self._staff_roles)

    def told(self, label: str | None) -> Sent:
        """What "Fra X:" tells; nothing for a group that is no body: "For arbeidstakerne"."""
        text = (label or "").strip()
        preposition = _OF.match(text)
        name = text[preposition.end() :] if preposition else text
        group = preposition is not None and preposition["word"].lower() == "for"
        if not name or (group and name.islower() and not self._words.is_organisation(name)):
            return Sent()
        return self._staffed(name) or self._sided(name.lower()) or self._named(name)

    def _staffed(self, name: str) -> Sent | None:
        staff = _STAFF_OF.match(name)
        if staff and staff["staff"].lower() in self._staff:
            return self.told(staff["of"])._replace(function=Function.ADMINISTRATION)
        if name.lower().endswith(self._staff):
            return Sent(name.lower(), function=Function.ADMINISTRATION)
        return None

    def _sided(self, lower: str) -> Sent | None:
        if lower in self._sides["state"]:
            return Sent(side=Side.STATE)
        return Sent("KS", Side.KS) if lower in self._sides["ks"] else None

    def _named(self, name: str) -> Sent:
        short = _ABBREVIATED.search(name) or _GROUP_OF.match(name)
        name = short["short"] if short else name
        met = name[0].isupper() and name.lower() in self._met  # the heading of its members
        return Sent() if met or self._words.roles.is_role(name) else Sent(name)
