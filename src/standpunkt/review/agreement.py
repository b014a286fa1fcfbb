"""Coefficients of agreement between coders, for nominal codes.

Cohen's kappa is for two coders who have coded every unit: J. Cohen (1960), *A coefficient of
agreement for nominal scales*, Educational and Psychological Measurement 20(1), 37-46. The tests
have the 3 x 3 matrix of his weighted-kappa paper (1968, Psychological Bulletin 70(4), 213-220,
table 1), whose unweighted kappa is .492.

Krippendorff's alpha is for any number of coders, and units may lack values: K. Krippendorff
(2011), *Computing Krippendorff's Alpha-Reliability*, University of Pennsylvania,
https://repository.upenn.edu/asc_papers/43. The tests have its examples B (two coders, nominal,
.692) and C (four coders with missing data, nominal, .743).

Where nobody ever used a second code there is no variation to agree on: both are ``None``.

>>> round(cohen_kappa([("a", "a"), ("b", "b"), ("a", "b"), ("b", "b")]), 2)
0.5
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence


def percent(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Give the share of units with one code; ``None`` without units."""
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else None


def cohen_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Give the agreement of two coders above what their own frequencies give by chance."""
    observed, number = percent(pairs), len(pairs)
    if observed is None:
        return None
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(first[code] * second[code] for code in first)
    if chance == number**2:
        return None
    return (observed - chance / number**2) / (1 - chance / number**2)


def krippendorff_alpha(units: Iterable[Sequence[Hashable | None]]) -> float | None:
    """Give one minus observed by expected disagreement.

    A unit is the codes that each coder gave it, ``None`` where one gave none. What only one
    coder has coded cannot be compared, and is left out.
    """
    counted = [Counter(code for code in unit if code is not None) for unit in units]
    paired = [codes for codes in counted if codes.total() > 1]
    margins: Counter[Hashable] = sum(paired, Counter())
    total = margins.total()
    same = sum(n * (n - 1) / (codes.total() - 1) for codes in paired for n in codes.values())
    expected = total * total - sum(n * n for n in margins.values())
    return 1 - (total - 1) * (total - same) / expected if expected else None
