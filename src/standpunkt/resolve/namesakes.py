"""How two names as written can be one person's, and how sure the names alone make it.

Minutes write a name in full, without its middle names, with initials, with a slip of the pen, or
a new one after a marriage. In: two names. Out: the kind of likeness, the closest first; nothing
where the names do not go together.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Collection

_MARKS = re.compile(r"[\s.\-–]+")
_FEW = 4
_MANY = 9


class Likeness(StrEnum):
    """How one name goes with another."""

    SAME = "same name"
    ALIAS = "the list itself gives both names"
    MIDDLE = "a middle name is left out"
    INITIALS = "initials fit"
    SLIP = "a letter differs"
    FAMILY = "only the family name is written"


SURE = {
    Likeness.SAME: 0.97,
    Likeness.ALIAS: 0.97,
    Likeness.MIDDLE: 0.94,
    Likeness.INITIALS: 0.88,
    Likeness.SLIP: 0.85,
    Likeness.FAMILY: 0.80,
}
"""How sure each kind makes it, before anything else is known of the two."""


_WHOLE = (Likeness.SAME, Likeness.MIDDLE, Likeness.INITIALS)


@lru_cache(maxsize=2**16)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in one case, parted at hyphens, with "aa" as "å".

    >>> words("Anne-Kari  Aas")
    ('anne', 'kari', 'ås')
    """
    folded = normalize("NFC", name).casefold().replace("aa", "å")
    return tuple(word for word in _MARKS.split(folded) if word)


def likeness(
    one: str, other: str, aliases: Collection[str] = (), others: Collection[str] = ()
) -> Likeness | None:
    """How two names go together; ``aliases`` and ``others`` are what lists give beside each.

    >>> likeness("Kari Lie Moe", "Kari Moe").value
    'a middle name is left out'
    >>> likeness("Kari Moe", "Ola Moe") is None
    True
    """
    left, right = words(one), words(other)
    if left == right:
        return Likeness.SAME
    told = [_direct(words(alias), right) for alias in aliases]
    told += [_direct(words(alias), left) for alias in others]
    return Likeness.ALIAS if any(kind in _WHOLE for kind in told) else _direct(left, right)


def _direct(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
    """How two names go together as they stand."""
    if one == other:
        return Likeness.SAME
    short, long = sorted((one, other), key=len)
    if not short or not long:
        return None
    given = _of_given(short[:-1], long[:-1])
    if short[-1] == long[-1]:
        return given
    slips = given and len(short) > 1 and _slips(short[-1], long[-1])
    return Likeness.SLIP if slips and given is not Likeness.SLIP else None


def _of_given(short: tuple[str, ...], long: tuple[str, ...]) -> Likeness | None:
    """How given names go together."""
    if not short:
        return Likeness.FAMILY
    if short == long[: len(short)] or (set(short) < set(long) and short[0] == long[0]):
        return Likeness.MIDDLE
    if _initials(short, long) or _initials(long, short):
        return Likeness.INITIALS
    if len(short) == len(long) and short[1:] == long[1:] and _slips(short[0], long[0]):
        return Likeness.SLIP
    return None


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True for "g m" beside "gunn marit"."""
    fits = all(
        a == b or (len(a) == 1 and b.startswith(a)) for a, b in zip(short, long, strict=False)
    )
    return len(short) <= len(long) and fits and any(len(word) == 1 for word in short)


def _slips(one: str, other: str) -> bool:
    """True where two words differ by so few letters that one may be the other, misspelt."""
    shorter = min(len(one), len(other))
    most = (shorter >= _FEW) + (shorter >= _MANY)
    return 0 < OSA.distance(one, other, score_cutoff=most) <= most
