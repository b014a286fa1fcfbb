"""Who it is that says, asks or promises: names, titles, pronouns, organisations, several."""

from __future__ import annotations

import pytest

from standpunkt.model import ActorKind, Attribution
from tests.extract.meetings import only, read, read_text, said, surnames

SAID = "sa at saken haster"


def speakers(text: str, language: str = "nb") -> tuple[list[str], str]:
    """The speakers of the last statement, by surname, and how they were referred to."""
    last = read(text, language).statements[-1]
    return surnames(last), str(last.attribution)


@pytest.mark.parametrize(
    ("subject", "surname"),
    [
        ("Vikse", "Vikse"),
        ("Anne Vikse", "Vikse"),
        ("Styreleder Vikse", "Vikse"),
        ("Styreleder Anne Vikse", "Vikse"),
        ("Statssekretær Bergheim", "Bergheim"),
        ("Statssekretær Per Bergheim (HOD)", "Bergheim"),
        ("Holm Dahle", "Dahle"),
        ("Dahle", "Dahle"),
        ("Nina Holm Dahle", "Dahle"),
        ("Vikse, styreleder i KS,", "Vikse"),
        ("Vikse (KS)", "Vikse"),
        ("Vikse (styreleder)", "Vikse"),
        ("Per Bergheim fra HOD", "Bergheim"),
        ("Per Bergheim, HOD,", "Bergheim"),
        ("Styreleder i KS, Anne Vikse,", "Vikse"),
        ("Vikse i KS", "Vikse"),
        ("KS v/Vikse", "Vikse"),
        ("KS ved Vikse", "Vikse"),
        ("HOD (Bergheim)", "Bergheim"),
        ("Berghiem", "Bergheim"),
        ("A. Vikse", "Vikse"),
        ("P. Bergheim", "Bergheim"),
    ],
)
def test_a_name_speaks_with_its_title_and_apposition(subject, surname):
    assert speakers(f"{subject} {SAID}.") == ([surname], Attribution.DIRECT)


@pytest.mark.parametrize(
    ("subject", "surname", "language"),
    [
        ("Statsråden", "Lundemo", "nb"),
        ("Styreleder", "Vikse", "nb"),
        ("Styrelederen", "Vikse", "nb"),
        ("Styrelederen i KS", "Vikse", "nb"),
        ("Nestlederen", "Nesset", "nb"),
        ("Møteleder", "Lundemo", "nb"),
        ("Møtelederen", "Lundemo", "nb"),
        ("Kommunalministeren", "Lundemo", "nb"),
        ("Statsråden", "Lundemo", "nn"),
        ("Styreleiaren", "Vikse", "nn"),
        ("Møteleiaren", "Lundemo", "nn"),
    ],
)
def test_a_title_alone_is_whoever_holds_it(subject, surname, language):
    assert speakers(f"{subject} {SAID}.", language) == ([surname], Attribution.TITLE)


def test_a_title_in_another_body_is_nobody_of_the_meeting():
    assert read(f"Styrelederen i Mattilsynet {SAID}.").statements == ()


def test_the_parties_speak_together_also_where_there_are_more_than_two_bodies():
    (one,) = read("Partene er enige om en ny frist.").statements
    assert one.attribution is Attribution.JOINT
    assert one.speakers


def test_a_side_that_is_named_by_its_kind_speaks():
    (one,) = read("Fra statens side ble det sagt at saken er viktig.").statements
    assert [actor.name for actor in one.speakers] == ["staten"]


def test_a_title_that_several_hold_is_the_one_who_spoke_last():
    text = f"Bergheim {SAID}.\n\nStatssekretæren ba om et møte."
    assert speakers(text) == (["Bergheim"], Attribution.TITLE)
    assert read(f"Statssekretæren {SAID}.").statements == ()


def test_after_a_handover_the_chair_is_the_new_one():
    reading = read("Lundemo måtte gå, og Bergheim tok over møteledelsen.\n\nMøteleder oppsummerte.")
    assert surnames(reading.statements[0]) == ["Bergheim"]
    chairs = [one.name for one in reading.minutes.participants if "chair" in one.functions]
    assert chairs == ["Kari Lundemo", "Per Bergheim"]


def test_the_chair_may_be_handed_to_somebody():
    text = "Lundemo overlot møteledelsen til Bergheim.\n\nMøteleder oppsummerte saken."
    assert speakers(text) == (["Bergheim"], Attribution.TITLE)


def test_a_title_after_the_genitive_of_its_body_is_whoever_holds_it():
    assert speakers(f"KS' styreleder {SAID}.") == (["Vikse"], Attribution.TITLE)


@pytest.mark.parametrize(
    ("text", "surname", "language"),
    [
        (f"Vikse {SAID}. Hun ba om et møte.", "Vikse", "nb"),
        (f"Vikse {SAID}.\n\nHun ba om et møte.", "Vikse", "nb"),
        (f"Bergheim {SAID}. Videre sa han at det kommer mer.", "Bergheim", "nb"),
        (f"Vikse {SAID}, og Bergheim svarte. Han ba om et møte.", "Bergheim", "nb"),
        ("Vikse sa at saka hastar. Ho bad om eit møte.", "Vikse", "nn"),
        ("Vikse sa at saka hastar. Vidare sa ho at det kjem meir.", "Vikse", "nn"),
    ],
)
def test_a_pronoun_is_whoever_spoke_last(text, surname, language):
    assert speakers(text, language) == ([surname], Attribution.PRONOUN)


def test_a_pronoun_that_points_to_nobody_is_nobody():
    assert read(f"Hun {SAID}.").statements == ()


@pytest.mark.parametrize(
    ("subject", "surnames_"),
    [
        ("Vikse og Nesset", ["Vikse", "Nesset"]),
        ("Både Vikse og Nesset", ["Vikse", "Nesset"]),
        ("Vikse, Nesset og Sandvær", ["Vikse", "Nesset", "Sandvær"]),
        ("Statsråd Lundemo og styreleder Vikse", ["Lundemo", "Vikse"]),
        ("Verken Vikse eller Nesset", ["Vikse", "Nesset"]),
    ],
)
def test_several_persons_speak_together(subject, surnames_):
    assert speakers(f"{subject} {SAID}.") == (surnames_, Attribution.JOINT)
    assert speakers(f"{subject} sa begge at saken haster.") == (surnames_, Attribution.JOINT)


@pytest.mark.parametrize(
    ("subject", "names"),
    [
        ("KS", ["KS"]),
        ("HOD", ["HOD"]),
        ("Helse- og omsorgsdepartementet", ["HOD"]),
        ("HOD og KS", ["HOD", "KS"]),
        ("UDI", ["UDI"]),
        ("Departementene", ["Departementene"]),
        ("Regjeringen", ["Regjeringen"]),
    ],
)
def test_an_organisation_speaks_when_the_text_says_so(subject, names):
    statement = only(f"{subject} mente at saken haster.")
    assert [one.name for one in statement.speakers] == names
    assert {one.kind for one in statement.speakers} == {ActorKind.ORGANISATION}
    assert statement.attribution is Attribution.ORGANISATION


def test_the_only_ministry_of_a_meeting_is_the_ministry():
    head = "Referat\n\nDato: 14. mai 2013\nFra staten: statssekretær Per Bergheim (BLD)\n"
    text = f"{head}Fra KS: Anne Vikse\n\n1. Barnevern\n\nDepartementet mente at saken haster.\n"
    (statement,) = read_text(text).statements
    assert [one.name for one in statement.speakers] == ["BLD"]


def test_the_parties_are_joint():
    head = "Referat\n\nDato: 14. mai 2013\nFra staten: statssekretær Per Bergheim (BLD)\n"
    text = f"{head}Fra KS: Anne Vikse\n\n1. Barnevern\n\nPartene var enige om å møtes igjen.\n"
    (statement,) = read_text(text).statements
    assert [one.name for one in statement.speakers] == ["BLD", "KS"]
    assert statement.attribution is Attribution.JOINT


def test_a_plural_role_is_everybody_who_holds_it():
    assert speakers("Statssekretærene støttet dette.") == (["Bergheim", "Dahle"], Attribution.TITLE)


def test_an_unnamed_group_speaks_under_its_own_words():
    statement = only("Rådmennene fryktet kutt.")
    assert [(one.name, one.kind) for one in statement.speakers] == [("Rådmennene", ActorKind.GROUP)]
    assert statement.attribution is Attribution.TITLE
    assert statement.on_behalf_of == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Flere mente at saken haster.", "nb"),
        ("Noen mente at saken haster.", "nb"),
        ("Enkelte mente at saken haster.", "nb"),
        ("Det ble påpekt at saken haster.", "nb"),
        ("Fleire meinte at saka hastar.", "nn"),
        ("Nokre meinte at saka hastar.", "nn"),
        ("Det vart peika på at saka hastar.", "nn"),
    ],
)
def test_nobody_in_particular_is_agentless(text, language):
    statement = only(text, language)
    assert statement.speakers == ()
    assert statement.attribution is Attribution.AGENTLESS


@pytest.mark.parametrize(
    "text",
    [
        "Kari Nordmann sa at saken haster.",
        "Sigrid Undset sa at saken haster.",
        "Ordføreren sa at saken haster.",
        "Kari Nordmann: Saken haster.",
        "Ifølge Kari Nordmann haster saken.",
        "Dette støttet Kari Nordmann.",
        "Det ble påpekt av Kari Nordmann at saken haster.",
        "Forslaget fikk støtte fra Kari Nordmann.",
    ],
)
def test_an_outsider_never_speaks_as_a_participant(text):
    assert [one for one in said(text) if one.who] == []


def test_whoever_is_excepted_does_not_speak():
    assert [one for one in said("Alle unntatt Vikse støttet forslaget.") if one.who] == []


def test_the_absent_do_not_speak():
    head = "Referat\n\nDato: 14. mai 2013\nTil stede: Per Bergheim, Anne Vikse\n"
    text = f"{head}Forfall: Ola Nesset\n\n1. Barnevern\n\nNesset mente at saken haster.\n"
    assert read_text(text).statements == ()


@pytest.mark.parametrize(
    ("subject", "behalf"),
    [
        ("Vikse", ("KS",)),
        ("Bergheim", ("HOD",)),
        ("Lundemo og Vikse", ("KDD", "KS")),
        ("UDI", ("UDI",)),
        ("Flere", ()),
    ],
)
def test_people_speak_for_their_organisation_in_this_meeting(subject, behalf):
    assert only(f"{subject} mente at saken haster.").on_behalf_of == behalf


def test_people_of_a_body_of_ks_speak_for_ks():
    head = "Referat\n\nDato: 22. april 2022\nFra staten: statsråd Kari Lundemo (KDD)\n"
    text = f"{head}Fra KS: Jan Skisland (KS storbynettverk)\n\n1. Skole\n\nSkisland sa ja.\n"
    assert read_text(text).statements[0].on_behalf_of == ("KS",)


def test_a_misspelt_name_is_a_finding_and_less_sure():
    reading = read("Berghiem sa at saken haster.")
    assert reading.statements[0].as_written == ("Berghiem",)
    assert [one.code for one in reading.findings] == ["similar-name"]
    assert reading.statements[0].confidence < only("Bergheim sa at saken haster.").confidence


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Berget sa at saken haster.", "Kåre Berget or Astrid Berget"),
        ("Hanssen sa at saken haster.", "Pål Hansen or Per Hansson"),
    ],
)
def test_a_name_that_may_be_two_people_is_a_finding_and_no_guess(sentence, people):
    head = "Referat\n\nDato: 3. mars 2015\nTil stede: Kåre Berget (KS), Astrid Berget (KMD), "
    text = f"{head}Per Hansson (KS), Pål Hansen (KMD)\n\n1. Skole\n\n{sentence}\n"
    reading = read_text(text)
    assert reading.statements == ()
    (finding,) = reading.findings
    assert finding.code == "ambiguous-name"
    assert people in finding.message


BODIES = """Referat

Dato: 22. april 2022
Til stede:
- Anne Vikse, ordfører, Storli
- Eli Moen, ordfører, Fossheim
- Per Bergheim, ordfører, Myrdal

Møteleder: Anne Vikse

1. Vei

"""


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Rådsleder Anne Vikse", ["Vikse"]),
        ("Rådslederen", ["Vikse"]),
        ("Rådsmedlemmene Moen og Bergheim", ["Moen", "Bergheim"]),
        ("Ordførerne i Fossheim og Myrdal", ["Moen", "Bergheim"]),
        ("Ordførerne", ["Vikse", "Moen", "Bergheim"]),
    ],
)
def test_composed_titles_and_plurals_of_places(subject, expected):
    (found,) = read_text(f"{BODIES}{subject} støttet dette.\n").statements
    assert surnames(found) == expected


@pytest.mark.parametrize(
    ("text", "name", "attribution", "language"),
    [
        ("Utvalget oppfordret KS til å svare.", "Utvalget", Attribution.ORGANISATION, "nb"),
        ("Styret slutta seg til kravet.", "Styret", Attribution.ORGANISATION, "nn"),
        (
            "Flere av medlemmene mente at det haster.",
            "Flere av medlemmene",
            Attribution.TITLE,
            "nb",
        ),
        (
            "Fleire representantar meinte at det hastar.",
            "Fleire representantar",
            Attribution.TITLE,
            "nn",
        ),
    ],
)
def test_bodies_and_unnamed_groups_speak_under_their_own_words(text, name, attribution, language):
    found = only(text, language)
    assert ([one.name for one in found.speakers], found.attribution) == ([name], attribution)


def test_what_a_body_only_does_is_not_said():
    assert read("Utvalget drøftet ikke spørsmålet om varsling.").statements == ()
    assert read("Utvalet fekk utdelt ny møteplan.", "nn").statements == ()


def test_a_sender_of_what_is_referred_to_does_not_speak():
    assert only("Det ble vist til notatet fra KS om besøkstall.").speakers == ()
    assert [one.name for one in only("Det kom innspill fra KS om fristen.").speakers] == ["KS"]


def test_an_organisation_of_the_meeting_answers_within_a_paragraph():
    found = read("KS krevde svar. HOD vil ikke love dette.").statements
    assert [one.speakers[0].name for one in found] == ["KS", "HOD"]
