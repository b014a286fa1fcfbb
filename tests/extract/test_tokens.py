"""Words and marks with offsets."""

from __future__ import annotations

import pytest

from standpunkt.extract.tokens import tokens
from tests.extract.meetings import whole


def texts(text: str) -> list[str]:
    return [one.text for one in tokens(text, whole(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vikse sa ja.", ["Vikse", "sa", "ja", "."]),
        ("Lie-Nilsen og el-bilen", ["Lie-Nilsen", "og", "el-bilen"]),
        ("helse- og omsorg", ["helse-", "og", "omsorg"]),
        ("KS v/Vikse", ["KS", "v/", "Vikse"]),
        ("KS' side", ["KS'", "side"]),
        ("O. Nesset", ["O.", "Nesset"]),
        ("«ja» (nei)", ["«", "ja", "»", "(", "nei", ")"]),
        ("kl. 14.30, 3/4", ["kl", ".", "14.30", ",", "3/4"]),
    ],
)
def test_a_text_is_cut_into_words_and_marks(text, expected):
    assert texts(text) == expected


def test_offsets_lead_back_to_the_text():
    text = "Hun  sa –  ja!"
    assert [text[one.start : one.end] for one in tokens(text, whole(text))] == texts(text)


def test_a_word_knows_that_it_is_one_and_how_it_begins():
    vikse, sa, stop = tokens("Vikse sa.", whole("Vikse sa."))
    assert (vikse.is_word, vikse.is_capital, vikse.lower) == (True, True, "vikse")
    assert (sa.is_word, sa.is_capital) == (True, False)
    assert not stop.is_word
