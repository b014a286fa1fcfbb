"""Compounds are read by their last part, in both written standards."""

from __future__ import annotations

import pytest

from standpunkt.extract.concepts import stem
from standpunkt.extract.nouns import shipped_nouns

NOUNS = shipped_nouns()


@pytest.mark.parametrize(
    ("word", "language", "label", "modifier", "head"),
    [
        ("elevtallet", "nb", "elevtall", "elev", "tall"),
        ("økonomien", "nb", "økonomi", "", "økonomi"),
        ("trygghetsalarmene", "nb", "trygghetsalarmer", "trygghets", "alarm"),
        ("sykkelskuret", "nb", "sykkelskur", "sykkel", "skur"),
        ("omsorgstjenesten", "nb", "omsorgstjeneste", "omsorgs", "tjeneste"),
        ("kirketakene", "nb", "kirketak", "kirke", "tak"),
        ("rehabiliteringsplassane", "nn", "rehabiliteringsplassar", "rehabiliterings", "plass"),
        ("ferjekaia", "nn", "ferjekai", "ferje", "kai"),
        ("eingongstilskota", "nn", "eingongstilskot", "eingongs", "tilskot"),
        ("gardsvegane", "nn", "gardsvegar", "gards", "veg"),
    ],
)
def test_a_noun_is_named_in_the_indefinite(word, language, label, modifier, head):
    noun = NOUNS.read(word, language)
    assert noun
    assert (noun.label, noun.modifier, noun.head) == (label, modifier, head)


def test_a_particle_makes_a_new_word_and_no_compound():
    noun = NOUNS.read("innspillet", "nb")
    assert noun
    assert (noun.label, noun.modifier) == ("innspill", "")


@pytest.mark.parametrize(
    "word", ["mente", "vurderes", "løpende", "krevjande", "lærernes", "lederens", "xyzzy", "og"]
)
def test_other_words_are_no_nouns(word):
    assert NOUNS.read(word, "nb") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("fylkesvegane", "fylkesveg"), ("skolen", "skole"), ("ordninga", "ordningen")],
)
def test_forms_of_a_word_have_one_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("demens", "dem"), ("veie", "vei"), ("korps", "kor")])
def test_words_that_only_begin_alike_have_not(one, other):
    assert stem(one) != stem(other)
