"""Claims: what one can be for or against, in the shortest self-standing words."""

from __future__ import annotations

import pytest

from standpunkt.model import Stance
from tests.extract.meetings import only, read


@pytest.mark.parametrize(
    ("text", "claim", "language"),
    [
        ("Vikse sa at normen bør fjernes.", "normen fjernes", "nb"),
        ("Vikse sa at staten må betale.", "staten betaler", "nb"),
        ("Vikse mente at alle bør få svar.", "alle får svar", "nb"),
        ("Vikse mente at KS bør være med.", "KS er med", "nb"),
        ("Vikse krevde at kuttet trekkes.", "kuttet trekkes", "nb"),
        ("Vikse sa at det er viktig at kommunene får pengene.", "kommunene får pengene", "nb"),
        ("Vikse oppfordret HOD til å svare.", "HOD svarer", "nb"),
        ("Vikse spurte om normen skal fjernes.", "normen fjernes", "nb"),
        ("«Normen bør fjernes», sa Vikse.", "normen fjernes", "nb"),
        ("Vikse sa: «Normen bør fjernes.»", "normen fjernes", "nb"),
        ("Vikse sa at normen ikke bør fjernes.", "normen fjernes ikke", "nb"),
        ("Vikse sa at norma bør fjernast.", "norma fjernast", "nn"),
        ("Vikse meinte at KS bør vera med.", "KS er med", "nn"),
        ("Vikse meinte at alle bør få svar.", "alle får svar", "nn"),
    ],
)
def test_a_modal_goes_and_its_infinitive_becomes_present(text, claim, language):
    assert only(text, language).claim == claim


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Vikse pekte på behovet for flere leger.", "leger"),
        ("Vikse ba om et særmøte om arealpolitikk.", "særmøte"),
        ("Vikse foreslo en felles arbeidsgruppe.", "arbeidsgruppe"),
        ("Vikse understreket viktigheten av tidlig innsats.", "innsats"),
    ],
)
def test_a_claim_keeps_what_it_is_about_and_loses_what_frames_it(text, word):
    claim = only(text).claim
    assert claim
    assert word in claim
    assert "Vikse" not in claim
    assert not claim.startswith(("behov", "viktighet", "om ", "at ", "å "))


@pytest.mark.parametrize(
    "text",
    [
        "Bergheim orienterte om arbeidet.",
        "Vikse spurte når pengene kommer.",
        "Lundemo takket for samarbeidet.",
        "Lundemo ønsket velkommen til møtet.",
    ],
)
def test_what_takes_no_position_has_no_claim(text):
    found = only(text)
    assert (found.stance, found.claim) == (Stance.NONE, None)


def test_a_whether_question_carries_the_proposition_without_a_stance():
    found = only("Vikse spurte om normen skal fjernes.")
    assert (found.stance, found.claim) == (Stance.NONE, "normen fjernes")


def test_a_reply_takes_the_claim_that_it_answers():
    text = "Vikse sa at normen bør fjernes.\n\nNesset støttet dette.\n\nBergheim var uenig."
    found = read(text).statements
    assert [one.claim for one in found] == ["normen fjernes"] * 3
    assert [one.stance for one in found] == ["for", "for", "against"]


def test_a_reply_that_is_itself_a_proposal_keeps_its_own_claim():
    text = "Vikse foreslo en felles arbeidsgruppe.\n\nBergheim foreslo i stedet et felles seminar."
    claim = read(text).statements[1].claim
    assert claim
    assert "seminar" in claim


def test_a_claim_stays_short():
    text = f"Vikse sa at normen bør fjernes {'og at alt henger sammen med alt annet ' * 12}i dag."
    claim = only(text).claim
    assert claim
    assert len(claim) <= 160
    assert "\n" not in claim


def test_a_claim_begins_in_lower_case_unless_it_is_a_name():
    assert only("Vikse: Normen bør fjernes.").claim == "normen fjernes"
    assert only("Vikse mente at KS bør være med.").claim == "KS er med"


@pytest.mark.parametrize(
    ("text", "claim", "language"),
    [
        ("Vikse sa at normen bør fjernes, særlig i små kommuner.", "normen fjernes", "nb"),
        ("Vikse sa at normen bør fjernes fordi den er dyr.", "normen fjernes", "nb"),
        ("Vikse mente at kuttet må trekkes, slik det ble gjort i fjor.", "kuttet trekkes", "nb"),
        (
            "Vikse meinte at kuttet må trekkjast, og ikkje berre utsetjast.",
            "kuttet trekkjast",
            "nn",
        ),
        (
            "Vikse mente at systemet ikke fanger opp veksten.",
            "systemet fanger ikke opp veksten",
            "nb",
        ),
        (
            "Vikse meinte at systemet ikkje fangar opp veksten.",
            "systemet fangar ikkje opp veksten",
            "nn",
        ),
        ("Vikse ba kommunene sende inn tall.", "kommunene sender inn tall", "nb"),
        ("Vikse ba Nesset om å lage en oversikt.", "Nesset lager en oversikt", "nb"),
        ("Vikse bad difor skulen om å laga ei liste.", "skulen lagar ei liste", "nn"),
        ("Vikse ba om å få beregningene tilsendt.", "KS får beregningene tilsendt", "nb"),
        ("Vikse meinte at mobilen bør liggja heime.", "mobilen ligg heime", "nn"),
        ("Vikse spurte om staten kommer til å betale.", "staten betaler", "nb"),
    ],
)
def test_what_trails_is_cut_and_what_is_left_is_a_main_clause(text, claim, language):
    assert only(text, language).claim == claim
