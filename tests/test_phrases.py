"""Phrases: the notation of the cue table, and what it does not take."""

from __future__ import annotations

import pytest

from standpunkt.phrases import phrases_pattern

CLASSES = {"NEG": ["ikke", "ikkje", "på ingen måte"], "BE": ["er", "var"]}


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("er enig", "de er enig her", True),
        ("er enig", "de er enige", False),
        ("er enig", "fler enig", False),
        ("er|var enig*", "de var enige", True),
        ("*utgift*", "merutgiftene øker", True),
        ("{BE} {NEG} enig", "han var på ingen måte enig", True),
        ("{NEG}|ingen planer", "har ingen planer", True),
        ("er (helt|svært) enig", "er svært enig", True),
        ("er (helt|svært) enig", "er enig", True),
        ("er (helt|svært) enig", "er delvis enig", False),
        ("er (_) enig", "er delvis enig", True),
        ("er _ enig", "er enig", False),
        ("kommer .. innen", "kommer et svar til dere innen", True),
        ("kommer .. innen", "kommer ett to tre fire fem innen", False),
        ("vil !kunne", "det vil kunne bli", False),
        ("vil !kunne", "det vil bli", True),
        ("vil !kunne", "det vil, tror han", True),
        ("^ forslag", "forslag om mer", True),
        ("^ forslag", "et forslag", False),
        ("det samme $", "mente det samme.", True),
        ("det samme $", "det samme gjelder", False),
        ("er enig", "er, enig", False),
        ("ja;nei", "nei", True),
    ],
)
def test_a_phrase_finds_its_words_in_their_order(phrase, text, found):
    assert bool(phrases_pattern(phrase, CLASSES).search(text)) is found


@pytest.mark.parametrize(
    "phrase", ["", ";", "(bør", "bør)", "(helt) enig", "!ikke", "a|", "^", "[a]"]
)
def test_wrong_notation_is_told(phrase):
    with pytest.raises(ValueError, match=r"phrase|notation|begin with"):
        phrases_pattern(phrase, CLASSES)


def test_a_class_that_is_not_there_is_told():
    with pytest.raises(KeyError, match="MODAL"):
        phrases_pattern("{MODAL} si", CLASSES)
