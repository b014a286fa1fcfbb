"""Coefficients of agreement, checked against examples that others have published."""

from __future__ import annotations

import pytest

from standpunkt.review.agreement import cohen_kappa, krippendorff_alpha, percent


def pairs(table: list[list[int]]) -> list[tuple[int, int]]:
    """The pairs of codes that a table of counts sums up."""
    return [
        (row, column)
        for row, counts in enumerate(table)
        for column, number in enumerate(counts)
        for _ in range(number)
    ]


def units(*coders: str) -> list[tuple[str | None, ...]]:
    """The codes of each unit, one letter a code and a point where one is missing."""
    return [tuple(None if c == "." else c for c in unit) for unit in zip(*coders, strict=True)]


def test_kappa_of_cohens_matrix_of_200_cases():
    """Cohen (1968), table 1, as proportions .44 .07 .09 and so on; he reports .492."""
    table = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
    assert cohen_kappa(pairs(table)) == pytest.approx(0.492, abs=0.0005)
    assert percent(pairs(table)) == pytest.approx(0.70)


def test_kappa_of_a_textbook_table_of_two_by_two():
    """20 and 15 of 50 agreed, 5 and 10 not: .70 observed, .50 by chance, kappa .40."""
    assert cohen_kappa(pairs([[20, 5], [10, 15]])) == pytest.approx(0.4)


def test_alpha_of_two_coders_of_binary_data():
    """Krippendorff (2011), example A: .095."""
    coded = units("0100000010", "1110010000")
    assert krippendorff_alpha(coded) == pytest.approx(0.095, abs=0.0005)


def test_alpha_of_two_coders_of_nominal_data():
    """Krippendorff (2011), example B: .692."""
    coded = units("aabbdcccedda", "babbbccceddd")
    assert krippendorff_alpha(coded) == pytest.approx(0.692, abs=0.0005)


def test_alpha_of_four_coders_with_missing_data():
    """Krippendorff (2011), example C: .743."""
    coded = units("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
    assert krippendorff_alpha(coded) == pytest.approx(0.743, abs=0.0005)


def test_without_units_or_variation_there_is_nothing_to_tell():
    assert percent([]) is cohen_kappa([]) is krippendorff_alpha([]) is None
    same = [("a", "a")] * 3
    assert percent(same) == 1
    assert cohen_kappa(same) is krippendorff_alpha(same) is None


def test_what_one_coder_alone_has_coded_is_left_out():
    coded = units("aabb", "aab.")
    assert krippendorff_alpha(coded) == krippendorff_alpha(coded[:3]) == 1


def test_perfect_disagreement_is_below_chance():
    assert cohen_kappa([("a", "b"), ("b", "a")]) == -1
    alpha = krippendorff_alpha([("a", "b"), ("b", "a")])
    assert alpha is not None
    assert alpha < 0
