"""Titles and the roles that they shorten or lengthen: "direktøren", "sjefen", "utvalgslederen".

In: a title as the text has it, and a participant. Out: whether it fits the role on the list.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from standpunkt.model import Participant


def role_of(participant: Participant) -> str:
    """The role of a participant, in lower case; empty where the list tells none."""
    return (participant.role or "").casefold()


def last_word(title: str, participant: Participant) -> bool:
    """True for "direktøren" of an "administrerende direktør"."""
    return stem(role_of(participant)).split()[-1] == stem(title)


def shortened(title: str, participant: Participant) -> bool:
    """True for "sjefen" of a "plansjef"."""
    return stem(role_of(participant)).endswith(stem(title))


def lengthened(title: str, participant: Participant) -> bool:
    """True for "utvalgslederen" of a "leder"."""
    role = stem(role_of(participant))
    return len(role) > 4 and stem(title).endswith(role)


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A role without its definite ending: ``direktøren`` and ``direktør`` are one.

    >>> stem("ordføraren"), stem("rådmannen"), stem("kommunalsjef"), stem("verneombudet")
    ('ordførar', 'rådmann', 'kommunalsjef', 'verneombud')
    """
    word = word.casefold()
    if len(word) <= 6:
        return word
    if word.endswith("et"):
        return f"{word[:-3]}" if word.endswith("mmet") else word[:-2]
    return word[:-2] if word.endswith("en") else word.removesuffix("a").removesuffix("e")
