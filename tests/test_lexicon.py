"""The lexicon: what every entry must be, and mistakes in the files named with row."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from standpunkt.errors import DataError
from standpunkt.lexicon import invert, load_lexicon, words_pattern
from standpunkt.model import Act, Function, Stance
from standpunkt.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

LEXICON = load_lexicon()
FOLDER = resource("data", "lexicon")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(FOLDER, tmp_path / "lexicon")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def add(path: Path, row: str) -> None:
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n{row}\n", encoding="utf-8")


@pytest.mark.parametrize("verb", LEXICON.verbs, ids=lambda verb: verb.id)
def test_a_verb_has_finite_forms_in_lower_case(verb):
    forms = (*verb.nb, *verb.nn, *verb.participles, *verb.infinitives)
    assert verb.nb or verb.nn
    assert all(form == form.lower() == " ".join(form.split()) for form in forms)


@pytest.mark.parametrize("verb", LEXICON.verbs, ids=lambda verb: verb.id)
def test_the_stance_of_a_verb_fits_its_act(verb):
    takes_none = {Act.QUESTION, Act.INFORMATION, Act.ACKNOWLEDGEMENT, Act.PROCEDURAL}
    if verb.decides == "verb" and verb.act in takes_none:
        assert verb.stance is Stance.NONE
    if verb.act is Act.OPPOSITION:
        assert verb.stance is Stance.AGAINST
    if verb.act is Act.SUPPORT:
        assert verb.stance in {Stance.FOR, Stance.CONDITIONAL}


def test_nobody_is_against_by_a_verb_that_is_no_opposition():
    against = {verb.act for verb in LEXICON.verbs if verb.stance is Stance.AGAINST}
    assert against == {Act.OPPOSITION}


def test_verbs_of_every_act_are_known():
    assert {verb.act for verb in LEXICON.verbs} == set(Act)


def test_a_form_that_two_verbs_share_means_the_same_in_both():
    meanings: dict[str, set[tuple[Act, str]]] = defaultdict(set)
    for verb in LEXICON.verbs:
        for form in (*verb.nb, *verb.nn):
            meanings[form].add((verb.act, verb.decides))
    assert [form for form, several in meanings.items() if len(several) > 1] == []


@pytest.mark.parametrize("cue", LEXICON.cues, ids=lambda cue: cue.id)
def test_a_cue_looks_for_words_in_lower_case_and_needs_some(cue):
    assert cue.pattern.search("") is None
    without_classes = re.sub(r"\\[A-Za-z]", "", cue.pattern.pattern)
    assert without_classes == without_classes.lower()


def test_lists_are_in_lower_case():
    for lists in (LEXICON.labels["fields"], LEXICON.labels["blocks"], LEXICON.words["functions"]):
        for words in lists.values():
            assert words == [word.lower() for word in words]


def test_labels_functions_and_months_lead_to_codes():
    assert LEXICON.fields["til stede"] == "attendance"
    assert LEXICON.fields["forfall"] == "absence"
    assert LEXICON.blocks["vedtak"] == "decision"
    assert {Function(name) for name in LEXICON.functions.values()} >= {
        Function.ADMINISTRATION,
        Function.GUEST,
    }
    assert set(LEXICON.words["months"].values()) == set(range(1, 13))


def test_a_noun_that_looks_like_a_verb_is_no_finite_verb():
    assert "sa" in LEXICON.finite_words
    assert "leder" not in LEXICON.finite_words


def test_each_word_leads_to_the_first_list_that_it_stands_in():
    assert invert({"a": ["x", "y"], "b": ["y", "z"]}) == {"x": "a", "y": "a", "z": "b"}


def test_a_pattern_of_words_takes_the_longest_and_whole_words_only():
    pattern = words_pattern(["for", "for at", "som"])
    assert [one.group() for one in pattern.finditer("For at alle, for som forening")] == [
        "For at",
        "for",
        "som",
    ]


def test_the_shipped_lexicon_is_read_once():
    assert load_lexicon() is load_lexicon()


def test_another_folder_is_another_lexicon(folder):
    add(folder / "verbs.csv", "hum,nynner;nynnet,,,,information,content,none,,1")
    assert load_lexicon(folder).verbs[-1].id == "hum"
    assert LEXICON.verbs[-1].id != "hum"


@pytest.mark.parametrize(
    ("name", "row", "message"),
    [
        ("verbs.csv", "hum,nynner,,,,singing,content,none,,1", "'singing' is not a valid Act"),
        (
            "verbs.csv",
            "hum,nynner,,,,information,content,maybe,,1",
            "'maybe' is not a valid Stance",
        ),
        ("verbs.csv", "hum,nynner,,,,information,nobody,none,,1", "'nobody' is none of 'verb'"),
        ("verbs.csv", "hum,nynner,,,,information,content,none,sing,1", "'sing' is none of"),
        ("verbs.csv", "hum,nynner,,,,information,content,none,,yes", "'yes' is none of '0', '1'"),
        ("verbs.csv", "hum,nynner", "see the README"),
        ("verbs.csv", "say,nynner,,,,information,content,none,,1", "'say' is there twice"),
        ("cues.csv", "hum,demand,for,,(bør", "see the README"),
        ("cues.csv", "hum,demand,for,always,bør", "'always' is none of"),
        ("cues.csv", "must,demand,for,,bør", "'must' is there twice"),
    ],
)
def test_a_mistake_in_a_table_is_told_with_file_and_row(folder, name, row, message):
    path = folder / name
    add(path, row)
    rows = path.read_text(encoding="utf-8").count("\n")
    with pytest.raises(DataError, match=re.escape(message)) as caught:
        load_lexicon(folder)
    assert f"{name}, row {rows}:" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_column_is_told(folder):
    change(folder / "verbs.csv", "dialogue", "dialog")
    with pytest.raises(DataError, match=r"verbs\.csv, row 2: 'dialogue'"):
        load_lexicon(folder)


@pytest.mark.parametrize("name", ["labels.toml", "words.toml"])
def test_a_list_that_is_no_toml_is_told(folder, name):
    add(folder / name, "[unclosed")
    with pytest.raises(DataError, match=rf"{name}: .*expected a TOML file of word lists"):
        load_lexicon(folder)


@pytest.mark.parametrize("name", ["labels.toml", "words.toml"])
def test_a_missing_list_is_told(folder, name):
    (folder / name).unlink()
    with pytest.raises(DataError, match=name):
        load_lexicon(folder)


@pytest.mark.parametrize("name", ["verbs.csv", "cues.csv"])
def test_a_missing_table_is_told(folder, name):
    (folder / name).unlink()
    with pytest.raises(DataError, match=name):
        load_lexicon(folder)


@pytest.mark.parametrize("name", ["labels.toml", "words.toml", "verbs.csv", "cues.csv"])
def test_a_file_that_is_not_utf_8_is_told(folder, name):
    path = folder / name
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252", "replace"))
    with pytest.raises(DataError, match=name):
        load_lexicon(folder)


def test_a_missing_section_is_told(folder):
    change(folder / "words.toml", "[auxiliaries]", "[verbs]")
    with pytest.raises(DataError, match=r"words\.toml"):
        load_lexicon(folder)
