"""Chance that is the same everywhere: what falls out depends on a key and on nothing else.

A :class:`Chance` has a key, such as the seed and the number of a meeting, and gives numbers in
order. Its children (:meth:`Chance.of`) have keys of their own, so that one part of a series
does not change because another part has drawn a number more.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


class Chance:
    """Draws numbers, things and orders by a key.

    >>> Chance("seed", 1).below(1000) == Chance("seed", 1).below(1000)
    True
    """

    def __init__(self, *key: object) -> None:
        self._key = "/".join(map(str, key))
        self._drawn = 0

    def of(self, *key: object) -> Chance:
        """Make a chance of its own for a part of what this one is for."""
        return Chance(self._key, *key)

    def below(self, limit: int) -> int:
        """Draw a whole number from 0 up to, and not with, ``limit``."""
        self._drawn += 1
        digest = sha256(f"{self._key}#{self._drawn}".encode()).digest()
        return int.from_bytes(digest[:8], "big") % limit

    def between(self, least: int, most: int) -> int:
        """Draw a whole number from ``least`` to ``most``, both included."""
        return least + self.below(most - least + 1)

    def hit(self, percent: int) -> bool:
        """Be true in so many of a hundred cases."""
        return self.below(100) < percent

    def pick(self, things: Sequence[T]) -> T:
        """Draw one of some things."""
        return things[self.below(len(things))]

    def shuffled(self, things: Sequence[T]) -> list[T]:
        """Give things in an order by chance."""
        left = list(things)
        return [left.pop(self.below(len(left))) for _ in range(len(left))]

    def weighted(self, weights: Sequence[int]) -> int:
        """Draw the place of one of some weights, the heavier the likelier."""
        ahead = self.below(sum(weights))
        for place, weight in enumerate(weights):
            ahead -= weight
            if ahead < 0:
                return place
        return len(weights) - 1
