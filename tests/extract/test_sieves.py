"""Who has the word in a sentence: each sieve with two sentences in bokmål and one in nynorsk."""

from __future__ import annotations

import pytest

from standpunkt.extract.clauses import CONFIDENCE
from tests.extract.meetings import read, said, surnames

SIEVES = [
    # a name, and a colon
    ("colon", "Vikse: Kommunene er klare.", "Vikse", "nb"),
    ("colon", "Anne Vikse (KS): Kommunene er klare.", "Vikse", "nb"),
    ("colon", "Vikse: Kommunane er klare.", "Vikse", "nn"),
    ("colon", "Kommentar fra Vikse: Kommunene er klare.", "Vikse", "nb"),
    ("colon", "Innspel frå KS: Kommunane er klare.", "KS", "nn"),
    # a name, and a verb of speech
    ("subject-verb", "Vikse sa at kommunene er klare.", "Vikse", "nb"),
    ("subject-verb", "Statsråd Lundemo forklarte at saken haster.", "Lundemo", "nb"),
    ("subject-verb", "Bergheim gjorde greie for arbeidet.", "Bergheim", "nn"),
    # a name, and a verb that no lexicon has
    ("subject-unknown-verb", "Vikse tvitret at kommunene er klare.", "Vikse", "nb"),
    ("subject-unknown-verb", "Vikse grublet over saken.", "Vikse", "nb"),
    ("subject-unknown-verb", "Vikse grubla over saka.", "Vikse", "nn"),
    # the verb before its subject
    ("verb-subject", "Videre sa Vikse at kommunene er klare.", "Vikse", "nb"),
    ("verb-subject", "– Kommunene er klare, forklarte Nesset.", "Nesset", "nb"),
    ("verb-subject", "Det var Vikse samd i.", "Vikse", "nn"),
    ("verb-subject", "Regjeringen vil satse på skole, sa Bergheim.", "Bergheim", "nb"),
    ("verb-subject", "KS er klar, slo Vikse fast.", "Vikse", "nb"),
    # the verb before its subject, and no verb of speech
    ("modal-subject", "Dette kunne ikke Lundemo regne ut.", "Lundemo", "nb"),
    ("modal-subject", "For øvrig kan Bergheim gjerne komme til Hamar.", "Bergheim", "nb"),
    ("modal-subject", "Dette kunne ikkje Lundemo rekna ut.", "Lundemo", "nn"),
    # somebody's view
    ("possessive", "Vikses erfaring er at kommunene er klare.", "Vikse", "nb"),
    ("possessive", "Etter Vikses syn er kommunene klare.", "Vikse", "nb"),
    ("possessive", "Etter Vikse sitt syn er kommunane klare.", "Vikse", "nn"),
    # according to somebody
    ("source-phrase", "Ifølge Vikse er kommunene klare.", "Vikse", "nb"),
    ("source-phrase", "Ifølge KS er kommunene klare.", "KS", "nb"),
    ("source-phrase", "Ifølgje Vikse er kommunane klare.", "Vikse", "nn"),
    ("source-phrase", "Arbeidet er forsinket, ifølge Vikse.", "Vikse", "nb"),
    ("source-phrase", "Svaret fra Bergheim var at saken er avgjort.", "Bergheim", "nb"),
    ("source-phrase", "Nei, var det korte svaret fra Bergheim.", "Bergheim", "nb"),
    ("source-phrase", "Tida er knapp, kom det frå Vikse.", "Vikse", "nn"),
    # a passive with whoever did it
    ("agent-passive", "Det ble påpekt av Vikse at tiden er knapp.", "Vikse", "nb"),
    ("agent-passive", "Det ble fra KS pekt på at tiden er knapp.", "KS", "nb"),
    ("agent-passive", "Det vart frå KS peika på at tida er knapp.", "KS", "nn"),
    ("agent-passive", "Det kom innspill fra KS om at tiden er knapp.", "KS", "nb"),
    ("agent-passive", "Det kom spørsmål frå Vikse om fristen.", "Vikse", "nn"),
    # what a proposal was given
    ("received", "Forslaget fikk støtte fra Vikse.", "Vikse", "nb"),
    ("received", "Forslaget møtte motstand hos Bergheim.", "Bergheim", "nb"),
    ("received", "Framlegget fekk støtte frå Vikse.", "Vikse", "nn"),
    ("received", "Vikse fikk støtte fra Nesset.", "Nesset", "nb"),
    # who answered, not who was answered
    ("received-answer", "Vikse fikk til svar fra Bergheim at fristen er kort.", "Bergheim", "nb"),
    ("received-answer", "Vikse fekk opplyst frå Bergheim at fristen er kort.", "Bergheim", "nn"),
    # a passive with nobody
    ("agentless-passive", "Det ble påpekt at tiden er knapp.", None, "nb"),
    ("agentless-passive", "Det ble spurt om når pengene kommer.", None, "nb"),
    ("agentless-passive", "Det vart peika på at tida er knapp.", None, "nn"),
    ("agentless-passive", "Det ble enighet om en felles plan.", None, "nb"),
    ("agentless-passive", "Det vart semje om ein felles plan.", None, "nn"),
    ("agentless-passive", "Det ble uttrykt bekymring for utviklingen.", None, "nb"),
    ("agentless-passive", "KS ble bedt om å sende tall.", None, "nb"),
    ("agentless-passive", "KS inviteres til å sende innspill.", None, "nb"),
    ("agentless-passive", "Det påpekes at tiden er knapp.", None, "nb"),
    ("agentless-passive", "Det understrekast at tida er knapp.", None, "nn"),
    # nobody in particular
    ("nobody", "Flere mente at tiden er knapp.", None, "nb"),
    ("nobody", "Noen pekte på at tiden er knapp.", None, "nb"),
    ("nobody", "Fleire meinte at tida er knapp.", None, "nn"),
]


@pytest.mark.parametrize(("rule", "text", "speaker", "language"), SIEVES)
def test_a_sieve_finds_its_speaker_and_takes_the_whole_sentence(rule, text, speaker, language):
    reading = read(text, language)
    (statement,) = reading.statements
    assert surnames(statement) == ([speaker] if speaker else [])
    assert statement.rule == rule
    assert reading.document.quote(statement.span) == text.removeprefix("– ")


LATER = [
    # both halves of a contrast
    (
        "verb-subject",
        "Mens Vikse mente at kravet er urimelig, viste Bergheim til EØS-avtalen.",
        "Bergheim",
        "nb",
    ),
    (
        "verb-subject",
        "Medan Vikse meinte at kravet er urimeleg, viste Bergheim til EØS-avtalen.",
        "Bergheim",
        "nn",
    ),
    # who has the word goes on
    ("inherited", "Vikse sa ja. Det er viktig med rask bosetting.", "Vikse", "nb"),
    ("inherited", "Vikse sa ja. Kommunene frykter kutt.", "Vikse", "nb"),
    ("inherited", "Vikse sa ja. Det er viktig med rask busetjing.", "Vikse", "nn"),
    # an organisation that is only told of, but is said to have spoken
    ("cited-organisation", "Vikse sa ja. UDI mener at normen bør fjernes.", "UDI", "nb"),
    ("cited-organisation", "Vikse sa ja. UDI opplyser at flere er kartlagt.", "UDI", "nb"),
    ("cited-organisation", "Vikse sa ja. UDI meiner at norma bør fjernast.", "UDI", "nn"),
    # a further verb, with the same subject and with another
    ("coordinated-verb", "Vikse sa at saken haster, og ba om et møte.", "Vikse", "nb"),
    ("coordinated-verb", "Vikse tok opp saken og spurte når pengene kommer.", "Vikse", "nb"),
    ("coordinated-verb", "Vikse sa at saka hastar, og bad om eit møte.", "Vikse", "nn"),
    (
        "coordinated-subject",
        "Vikse ba om et møte, og Bergheim var positiv til det.",
        "Bergheim",
        "nb",
    ),
    ("coordinated-subject", "Vikse sa ja, mens Bergheim avviste forslaget.", "Bergheim", "nb"),
    ("coordinated-subject", "Vikse bad om eit møte, og Bergheim støtta det.", "Bergheim", "nn"),
    # a further verb in a relative clause of whoever spoke
    ("floor", "Møteleder ga ordet til Vikse, som foreslo et møte.", "Vikse", "nb"),
    ("floor", "Statsråden overlot ordet til Vikse, som la fram saken.", "Vikse", "nb"),
    ("floor", "Møteleiar gav ordet til Vikse, som foreslo eit møte.", "Vikse", "nn"),
    ("relative", "Forslaget fikk støtte fra Vikse, som la til at saken haster.", "Vikse", "nb"),
    ("relative", "Forslaget ble støttet av Nesset, som mente at saken haster.", "Nesset", "nb"),
    ("relative", "Framlegget fekk støtte frå Vikse, som la til at saka hastar.", "Vikse", "nn"),
]


@pytest.mark.parametrize(("rule", "text", "speaker", "language"), LATER)
def test_what_follows_in_a_paragraph_or_sentence_is_a_statement_of_its_own(
    rule, text, speaker, language
):
    first, last = read(text, language).statements
    assert first.span.end <= last.span.start
    assert (surnames(last), last.rule) == ([speaker], rule)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Fra KS' side ble det pekt på at tiden er knapp.", "nb"),
        ("Fra KS sin side ble det spurt om når pengene kommer.", "nb"),
        ("Frå KS si side vart det peika på at tida er knapp.", "nn"),
    ],
)
def test_a_side_speaks_as_a_title(text, language):
    statement = read(f"Nesset sa ja. {text}", language).statements[-1]
    assert ([one.name for one in statement.speakers], statement.attribution) == (["KS"], "title")


def test_every_sieve_is_tested_and_has_a_confidence():
    tested = {rule for rule, *_ in (*SIEVES, *LATER)}
    assert tested | {"motion", "meanwhile"} == set(CONFIDENCE)
    assert all(0 < confidence < 1 for confidence in CONFIDENCE.values())


@pytest.mark.parametrize(
    "text",
    [
        "Kommunene frykter kutt.",
        "Det er viktig med rask bosetting.",
        "Hoveddelen av møtet ble viet fire temaer.",
        "Sakene ble gått gjennom.",
        "HOD har gitt oppdrag til Helsedirektoratet.",
    ],
)
def test_what_is_attributed_to_nobody_is_left_out(text):
    reading = read(text)
    assert [one for one in reading.statements if one.rule != "subject-unknown-verb"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Det vises til vedlegg 2.",
        "Notatet følger vedlagt.",
        "Ingen merknader.",
        "Tallene er tatt inn som vedlegg.",
    ],
)
def test_the_minute_takers_own_remark_is_no_statement_and_changes_no_speaker(text):
    reading = read(f"Vikse sa ja. {text} Det haster.")
    assert [(surnames(one), one.rule) for one in reading.statements] == [
        (["Vikse"], "subject-verb"),
        (["Vikse"], "inherited"),
    ]
    assert "the minute-taker's own remark" in {one.reason for one in reading.ignored}


def test_a_paragraph_break_ends_what_is_inherited():
    assert len(read("Vikse sa ja.\n\nDet er viktig med rask bosetting.").statements) == 1


def test_a_cited_organisation_does_not_take_the_word():
    found = said("Vikse sa ja. UDI opplyser at flere er kartlagt. Det haster.")
    assert [one.who for one in found] == [("Vikse",), ("UDI",), ("Vikse",)]


def test_an_organisation_with_any_other_verb_leaves_the_word_to_the_speaker():
    found = said("Bergheim sa ja. HOD har gitt oppdrag til Helsedirektoratet. Det haster.")
    assert [one.who for one in found] == [("Bergheim",)] * 3


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bergheim kunne ikke si seg enig i dette.", "Bergheim"),
        ("Noe slikt tilskudd kunne ikke statssekretær Bergheim love.", "Bergheim"),
        ("På dette svarte Bergheim at det skal utredes.", "Bergheim"),
        ("Særlig pekte Vikse på behovet for leger.", "Vikse"),
        ("Vikse, styreleder i KS, pekte på behovet for leger.", "Vikse"),
        ("Bergheim svarte Vikse at saken haster.", "Bergheim"),
    ],
)
def test_modals_titles_and_inversion_hide_nobody(text, speaker):
    assert [one.who for one in said(text)] == [(speaker,)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Svar: Bergheim viste til loven.", "Bergheim viste til loven."),
        ("Aksjon: Bergheim lager et notat.", "Bergheim lager et notat."),
        ("Innspill fra KS: Vi er klare.", "Innspill fra KS: Vi er klare."),
    ],
)
def test_a_label_that_names_nobody_is_no_part_of_what_is_said(text, quote):
    assert [one.quote for one in said(text)] == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "Vikse sa at dette haster, og at KS, som sa ifra, ikke ble hørt.",
        "Vikse viste til at KS, slik departementet sa, er klar.",
    ],
)
def test_who_is_named_inside_a_sentence_does_not_end_it(text):
    assert [one.who for one in said(text)] == [("Vikse",)]


def test_the_ministry_is_that_of_whoever_spoke_last():
    found = said("Bergheim sa ja.\n\nDepartementet vil se på saken.")
    assert [one.who for one in found] == [("Bergheim",), ("HOD",)]
