"""Who led the meeting and who wrote the minutes, where running text tells it."""

from __future__ import annotations

import pytest

from standpunkt.model import Function
from tests.extract.meetings import read_text

HEAD = "Referat fra møte 14. mai 2013\n\nTil stede: Per Bergheim (BLD), Anne Vikse (KS)\n\n"
ITEM = "\n\n1. Barnevern\n\nVikse sa at saken haster.\n"


@pytest.mark.parametrize(
    ("sentence", "name", "function"),
    [
        ("Møtet ble ledet av Per Bergheim.", "Per Bergheim", Function.CHAIR),
        ("Møtet ble ledet av statssekretær Per Bergheim.", "Per Bergheim", Function.CHAIR),
        ("Møtet vart leidd av Anne Vikse.", "Anne Vikse", Function.CHAIR),
        ("Referatet er skrevet av Anne Vikse.", "Anne Vikse", Function.MINUTE_TAKER),
    ],
)
def test_a_sentence_before_the_first_item_may_give_a_function(sentence, name, function):
    reading = read_text(f"{HEAD}{sentence}{ITEM}")
    found = {one.name: one.functions for one in reading.minutes.participants}
    assert function in found[name]
    assert [one.number for one in reading.statements] == [1]


def test_a_sentence_inside_an_item_gives_nobody_a_function():
    reading = read_text(f"{HEAD}1. Barnevern\n\nMøtet i fjor ble ledet av Anne Vikse.\n")
    assert not any(Function.CHAIR in one.functions for one in reading.minutes.participants)
