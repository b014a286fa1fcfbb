"""The measures that scores are made of: counts that can be added, and the figures they give.

A figure is a share between 0 and 1 (kappa may be below 0), and ``None`` where there is nothing
to measure. Counts of several documents are added before the figure is taken.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Found:
    """How many things were found of those that are there; ``None`` where there are none."""

    right: int = 0
    found: int = 0
    there: int = 0

    def __add__(self, other: Found) -> Found:
        return Found(self.right + other.right, self.found + other.found, self.there + other.there)

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right."""
        return self._of(self.found)

    @property
    def recall(self) -> float | None:
        """The share of what is there that was found."""
        return self._of(self.there)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.there) if self.found or self.there else None

    def _of(self, whole: int) -> float | None:
        if whole:
            return self.right / whole
        return 0.0 if self.found or self.there else None


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the things compared are the same."""

    right: int = 0
    compared: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.compared + other.compared)

    @property
    def accuracy(self) -> float | None:
        """The share that is the same; ``None`` where nothing was compared."""
        return self.right / self.compared if self.compared else None


@dataclass(frozen=True)
class Codes:
    """How often each gold code met each predicted code."""

    table: Counter[tuple[str, str]]

    def __add__(self, other: Codes) -> Codes:
        return Codes(self.table + other.table)

    @property
    def compared(self) -> int:
        """The number of pairs."""
        return self.table.total()

    @property
    def accuracy(self) -> float | None:
        """The share of pairs with one code."""
        return Share(self._agreed, self.compared).accuracy

    @cached_property
    def by_code(self) -> dict[str, Found]:
        """How well each code was found, over all codes that either side used."""
        gold, predicted = self._margins
        return {
            code: Found(self.table[code, code], predicted[code], gold[code])
            for code in sorted(gold | predicted)
        }

    @property
    def confusion(self) -> dict[str, dict[str, int]]:
        """For each gold code how often each code was read, over all codes of either side."""
        codes = list(self.by_code)
        return {gold: {read: self.table[gold, read] for read in codes} for gold in codes}

    @property
    def macro_f1(self) -> float | None:
        """The mean F1 of the codes, each counted once."""
        scores = [found.f1 or 0.0 for found in self.by_code.values()]
        return sum(scores) / len(scores) if scores else None

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa: agreement above what the frequencies of the codes would give by chance.

        Where both sides use one and the same code only, kappa is 0/0 and taken to be 1.
        """
        if not self.compared:
            return None
        gold, predicted = self._margins
        chance = sum(gold[code] * predicted[code] for code in gold) / self.compared**2
        return 1.0 if chance == 1 else (self._agreed / self.compared - chance) / (1 - chance)

    @property
    def _agreed(self) -> int:
        return sum(number for (gold, predicted), number in self.table.items() if gold == predicted)

    @property
    def _margins(self) -> tuple[Counter[str], Counter[str]]:
        gold: Counter[str] = Counter()
        predicted: Counter[str] = Counter()
        for (one, other), number in self.table.items():
            gold[one] += number
            predicted[other] += number
        return gold, predicted


Measure: TypeAlias = Found | Share | Codes
