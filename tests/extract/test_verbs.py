"""Verbs of speech: particles that stand apart, auxiliaries, negation, tense."""

from __future__ import annotations

import pytest

from standpunkt.extract.tokens import tokens
from standpunkt.extract.verbs import VerbFinder, VerbMatch
from tests.extract.meetings import LEXICON, whole

FINDER = VerbFinder(LEXICON)


def at(text: str, *, subject: range = range(0)) -> VerbMatch | None:
    """The known verb at the first word of a text; ``subject`` are the places that it leaps over."""
    return FINDER.at(tokens(text, whole(text)), 0, subject)


def verb(text: str, *, subject: range = range(0)) -> str | None:
    found = at(text, subject=subject)
    return found.entry.id if found and found.entry else None


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("sa at det haster", "say"),
        ("mener at det haster", "mean"),
        ("ba om et møte", "request"),
        ("ba KS svare", "ask_to"),
        ("viste til saken", "refer"),
        ("viste fram kartet", "show"),
        ("la vekt på dette", "weight"),
        ("la fram saken", "put_forward"),
        ("la til at det haster", "add"),
        ("tok opp saken", "raise"),
        ("tok til orde for dette", "advocate"),
        ("stilte spørsmål ved dette", "question"),
        ("var enig i dette", "agree"),
        ("var uenig i dette", "disagree"),
        ("sa seg enig i dette", "agree3"),
        ("bad om eit møte", "request"),
        ("streka under at det hastar", "emphasise"),
        ("slutta seg til dette", "agree2"),
        ("åtvara mot dette", "warn"),
        ("synte til saka", "refer"),
        ("kjem attende til saka", "will_return"),
    ],
)
def test_the_longest_expression_is_taken(text, id_):
    assert verb(text) == id_


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("pekte særlig på dette", "point_to"),
        ("la også vekt på tillit", "weight"),
        ("la deretter fram saken", "put_forward"),
        ("tok sterkt til orde for en norm", "advocate"),
        ("stilte derfor spørsmål ved normen", "question"),
        ("sluttet seg fullt ut til dette", "agree2"),
        ("peika særleg på dette", "point_to"),
        ("tok innspillet til etterretning", "take_note"),
        ("tok saken opp", "raise"),
    ],
)
def test_particles_may_stand_apart(text, id_):
    assert verb(text) == id_


def test_the_subject_may_stand_between_a_verb_and_its_particle():
    assert verb("pekte Vikse særlig på dette", subject=range(1, 2)) == "point_to"
    assert verb("tok statsråd Lundemo opp saken", subject=range(1, 3)) == "raise"
    assert verb("pekte Vikse særlig på dette") is None


@pytest.mark.parametrize(
    ("text", "id_", "modal"),
    [
        ("har foreslått en norm", "propose", None),
        ("hadde bedt om et møte", "request", None),
        ("ville støtte forslaget", "support", "ville"),
        ("kunne gjerne støtte forslaget", "support", "kunne"),
        ("skal følge opp saken", "follow_up", "skal"),
        ("har føreslått ei norm", "propose", None),
        ("ville støtta framlegget", "support", "ville"),
    ],
)
def test_auxiliaries_are_looked_through(text, id_, modal):
    found = at(text)
    assert found
    assert found.entry
    assert (found.entry.id, found.modal) == (id_, modal)
    assert found.perfect is text.startswith(("har", "hadde"))


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("støttet ikke forslaget", True),
        ("ville ikke støtte forslaget", True),
        ("støtta ikkje framlegget", True),
        ("kunne aldri støtte forslaget", True),
        ("støttet forslaget, ikke planen", False),
        ("støttet forslaget", False),
    ],
)
def test_a_negation_inside_the_expression_is_seen(text, negated):
    found = at(text)
    assert found
    assert found.negated is negated


@pytest.mark.parametrize(
    ("word", "past"),
    [
        *(("sa", True), ("mente", True), ("foreslo", True), ("var", True), ("peika", True)),
        *(("sier", False), ("mener", False), ("krev", False), ("spør", False), ("vil", False)),
        *(("var", True), ("må", False), ("bad", True), ("fortel", False)),
    ],
)
def test_the_tense_follows_the_form(word, past):
    assert FINDER.is_past(word) is past


@pytest.mark.parametrize("text", ["tvitret om saken", "grublet over saken", "kvitra om saka"])
def test_a_verb_that_no_lexicon_has_is_still_a_verb_by_its_ending(text):
    words = tokens(text, whole(text))
    found = FINDER.unknown(words, 0)
    assert found
    assert found.entry is None
    assert found.end == 1


@pytest.mark.parametrize(
    "text", ["og saken", "leder for møtet", ", sa", "Bergheim sa", "ikke enig"]
)
def test_a_function_word_a_name_and_a_mark_are_no_verbs(text):
    assert FINDER.unknown(tokens(text, whole(text)), 0) is None


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("ble påpekt at tiden er knapp", "point_out"),
        ("ble fra KS pekt på at tiden er knapp", "point_to"),
        ("vart peika på at tida er knapp", "point_to"),
        ("blei foreslått en norm", "propose"),
    ],
)
def test_the_passive_has_its_verb_after_the_auxiliary(text, id_):
    found = FINDER.passive(tokens(text, whole(text)), 0)
    assert found
    assert found.entry
    assert found.entry.id == id_


@pytest.mark.parametrize(
    "text", ["ble utsatt at det ble påpekt", "sa at det ble påpekt", "ble gul"]
)
def test_no_passive_of_speech_is_found_where_there_is_none(text):
    assert FINDER.passive(tokens(text, whole(text)), 0) is None


def test_there_is_no_verb_after_the_end():
    assert FINDER.at([], 0) is None
    assert FINDER.unknown([], 0) is None
