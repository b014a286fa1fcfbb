"""Phrases: the notation of the cue table, and what it does not take."""

from __future__ import annotations

from pathlib import Path

import pytest

from standpunkt.lexicon import load_lexicon
from standpunkt.phrases import PhraseIndex, phrases_keys, phrases_pattern

CLASSES = {"NEG": ["ikke", "ikkje", "på ingen måte"], "BE": ["er", "var"]}


CODED = Path(__file__).parent / "development"
CASES = [
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
]


@pytest.mark.parametrize(("phrase", "text", "found"), CASES)
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


@pytest.mark.parametrize(("phrase", "text"), [case[:2] for case in CASES if case[2]])
def test_the_index_offers_whatever_is_in_a_text(phrase, text):
    index = PhraseIndex([(phrase, phrases_keys(phrase, CLASSES))])
    assert index.candidates(text) == [phrase]


def test_the_index_leaves_out_what_cannot_be_in_a_text():
    cells = ("er (helt) enig*", "bekym*; uro", "*avgift", "*kostnad*")
    index = PhraseIndex((cell, phrases_keys(cell, CLASSES)) for cell in cells)
    assert index.candidates("de er enige om CO2-avgift") == [cells[0], cells[2], cells[3]]


def test_the_index_of_cues_offers_what_trying_each_finds():
    lexicon = load_lexicon()
    for path in CODED.glob("*.txt"):
        for sentence in path.read_text(encoding="utf-8").lower().split("."):
            offered = lexicon.cue_index.candidates(sentence)
            assert all(c in offered for c in lexicon.cues if c.pattern.search(sentence))
