"""What somebody else wrote may be as long as it likes: it is read in time that grows with it.

A test that takes minutes is one that fails.
"""

from __future__ import annotations

import pytest

from standpunkt.errors import SourceError
from standpunkt.pipeline import read
from tests.extract.meetings import HEAD

LENGTH = 100_000
PIECES = {
    "letters": "a",
    "spaces": " ",
    "commas": ",",
    "commas and spaces": ", ",
    "digits": "1",
    "tabs": "\t",
    "brackets": "(",
    "closing brackets": ")",
    "square brackets": "[",
    "full stops": ".",
    "colons": ":",
    "stars": "*",
    "hashes": "#",
    "quotes": "«",
    "strokes": "|",
    "hyphens": "-",
    "slashes": "v/",
    "capitals": "A",
    "line ends": "\n",
    "page ends": "\f",
    "a name and a verb": "Vikse sa at ",
    "a verb": "sa at ",
    "names": "Vikse ",
    "links": "og ",
    "titles": "Ab ",
    "dates": "22. april 2022 ",
    "cells": "a\t",
    "bullets": "• ",
    "questions": "!?",
    "ellipses": "… ",
    "no-break spaces": "\u00a0",
    "returns": "\r",
}
NAMES = ["Vikse", "Bergheim", "Nesset", "Sandvær", "Holm Dahle", "Lundemo"]
PLACES = {"in the text": HEAD + "{}\n", "in the list": "Dato: 22.04.2022\nTil stede: {}\n"}


@pytest.mark.parametrize("place", PLACES.values(), ids=list(PLACES))
@pytest.mark.parametrize("piece", PIECES.values(), ids=list(PIECES))
def test_a_line_of_one_thing_over_and_over_is_read_or_refused(piece, place, tmp_path):
    path = tmp_path / "mote.txt"
    path.write_text(place.format(piece * (LENGTH // len(piece))), encoding="utf-8", newline="")
    try:
        reading = read(path)
    except SourceError:
        return
    for one in reading.statements:
        assert reading.document.quote(one.span).strip()


@pytest.mark.parametrize("count", [290, 1000, 10_000])
@pytest.mark.parametrize("between", [", ", " og ", "; "])
def test_a_sentence_with_very_many_names_is_read(count, between, tmp_path):
    names = between.join(NAMES[number % len(NAMES)] for number in range(count))
    path = tmp_path / "mote.txt"
    path.write_text(f"{HEAD}{names} og Vikse sa at normen bør fjernes.\n", encoding="utf-8")
    assert len(read(path).statements) <= 1
