"""Cutting a list into entries, and what several entries share."""

from __future__ import annotations

import pytest

from standpunkt.parse.entries import is_initials, pieces
from tests.extract.meetings import whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kari Lundemo, Per Bergheim", ["Kari Lundemo", "Per Bergheim"]),
        ("Kari Lundemo; Per Bergheim", ["Kari Lundemo", "Per Bergheim"]),
        ("Kari Lundemo og Per Bergheim", ["Kari Lundemo", "Per Bergheim"]),
        ("Kari Lundemo samt Per Bergheim.", ["Kari Lundemo", "Per Bergheim"]),
        ("Kari Lundemo (H, leder), Per Bergheim", ["Kari Lundemo (H, leder)", "Per Bergheim"]),
        ("Kari Lundemo (H) Per Bergheim (Ap)", ["Kari Lundemo (H)", "Per Bergheim (Ap)"]),
        ("• Kari Lundemo • Per Bergheim", ["Kari Lundemo", "Per Bergheim"]),
        ("Helse- og omsorgsdepartementet", ["Helse- og omsorgsdepartementet"]),
        (" , ;", []),
    ],
)
def test_a_list_is_cut_outside_brackets(text, expected):
    assert [text[one.start : one.end] for one in pieces(text, whole(text))] == expected


@pytest.mark.parametrize(
    ("word", "names", "expected"),
    [
        ("AV", ["Anne", "Vikse"], True),
        ("KLO", ["Kjersti", "Langseth-Omdal,"], True),
        ("KS", ["Anne", "Vikse"], False),
        ("Av", ["Anne", "Vikse"], False),
    ],
)
def test_initials_are_the_first_letters_of_the_names_after_them(word, names, expected):
    assert is_initials(word, names) is expected
