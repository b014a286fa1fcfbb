"""Words that are alike though their endings differ, or one is compounded with something."""

from __future__ import annotations

import pytest

from standpunkt.extract.likeness import Words, forms, shared, stems, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("norm", "normen"),
        ("norma", "normene"),
        ("bemanningsnormen", "normen"),
        ("ordningen", "fastlegeordningen"),
        ("ordninga", "ordningar"),
        ("tilskuddet", "integreringstilskudd"),
        ("utsette", "utsettelse"),
        ("utsett", "utsettelsen"),
        ("bekymret", "bekymringene"),
        ("uforutsigbar", "uforutsigbarhet"),
        ("kuttet", "kutt"),
        ("kommunane", "kommune"),
        ("forslaget", "tilleggsforslag"),
    ],
)
def test_inflected_and_compounded_words_are_alike(one, other):
    assert Words([one]).like(other)
    assert Words([other]).like(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("normen", "reform"), ("skole", "skog"), ("penger", "pensjon"), ("helse", "helg")],
)
def test_other_words_are_not(one, other):
    assert not Words([one]).like(other)


def test_words_that_say_nothing_are_left_out():
    assert words_of("Dette må ikke være slik for kommunene.") == Words(["kommunene"])


def test_shared_words_are_those_of_the_first():
    assert shared(["normen", "skole"], Words(["bemanningsnorm"])) == ["normen"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bosatt", "bosetting"),
        ("psykisk", "ungdomspsykiatrien"),
        ("fastlegene", "fastlegeordningen"),
    ],
)
def test_words_of_one_root_are_akin(one, other):
    assert Words([one]).akin(Words([other]))
    assert Words([other]).akin(Words([one]))


@pytest.mark.parametrize(("one", "other"), [("forsert", "fornybar"), ("setter", "etterlyse")])
def test_words_that_only_sound_alike_are_not_akin(one, other):
    assert not Words([one]).akin(Words([other]))


@pytest.mark.parametrize("remembering", [forms, stems])
def test_what_is_remembered_does_not_grow_without_bound(remembering):
    assert remembering.cache_info().maxsize is not None


def test_a_word_that_is_nearly_all_vowels_is_a_word():
    assert not Words(["eieøyet"]).akin(Words(["normen"]))
