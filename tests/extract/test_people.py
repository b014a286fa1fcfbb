"""Who is meant: titles, organisations and the state of the meeting."""

from __future__ import annotations

import pytest

from standpunkt.extract.people import People
from standpunkt.model import Actor, ActorKind, Function
from tests.extract.meetings import HEAD, LEXICON, REGISTERS, minutes, parsed, read_text


@pytest.fixture
def people() -> People:
    return People(parsed(minutes("Vikse sa ja.")), LEXICON, REGISTERS)


def test_a_name_is_looked_up_on_the_list(people):
    found = people.named(["Holm", "Dahle", "sa"])
    assert (found.participant.name, found.words) == ("Nina Holm Dahle", 2)
    assert people.named(["Undset", "sa"]) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KS", "KS"),
        ("HOD", "HOD"),
        ("Helse- og omsorgsdepartementet", "HOD"),
        ("UDI", "UDI"),
        ("Oslo", None),
        ("hus", None),
    ],
)
def test_an_organisation_is_of_the_meeting_or_of_the_register(people, text, name):
    assert people.organisation(text) == name


def test_a_ministry_is_the_one_of_the_day():
    old = People(parsed(minutes("Vikse sa ja.").replace("2022", "2001")), LEXICON, REGISTERS)
    assert old.organisation("Kulturdepartementet") == "Kulturdepartementet"
    assert old.organisation("KD") == "KD"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("statsråden", "Kari Lundemo"),
        ("styreleder", "Anne Vikse"),
        ("styrelederen", "Anne Vikse"),
        ("møteleder", "Kari Lundemo"),
        ("ordstyreren", "Kari Lundemo"),
        ("statssekretæren", None),
        ("rektoren", None),
    ],
)
def test_a_title_is_whoever_holds_it_now(people, title, name):
    found = people.titled(title)
    assert (found.name if found else None) == name


def test_of_several_who_hold_a_title_the_last_speaker_is_meant(people):
    for surname in ("Bergheim", "Dahle"):
        people.spoke([people.named([surname]).participant])
        assert people.titled("statssekretæren").name.endswith(surname)
    assert people.last().name == "Nina Holm Dahle"


def test_a_handover_changes_whom_the_chair_is(people):
    people.hand_over("Per Bergheim")
    assert people.titled("møtelederen").name == "Per Bergheim"
    chairs = [p.name for p in people.with_chairs() if Function.CHAIR in p.functions]
    assert chairs[-1] == "Per Bergheim"


def test_people_of_ks_speak_for_ks_and_groups_for_nobody(people):
    assert people.speaks_for(Actor("Anne Vikse", ActorKind.PERSON)) == ("KS",)
    assert people.speaks_for(Actor("UDI", ActorKind.ORGANISATION)) == ("UDI",)
    assert people.speaks_for(Actor("Rådmennene", ActorKind.GROUP)) == ()


def test_whose_organisation_is_in_the_room_attends(people):
    assert people.attends("KS")
    assert people.attends("HOD")
    assert not people.attends("UDI")


def test_the_absent_are_not_looked_up():
    head = HEAD.replace("Møteleder:", "Forfall: Jon Krogstad (KS)\nMøteleder:")
    people = People(parsed(f"{head}Vikse sa ja.\n"), LEXICON, REGISTERS)
    assert people.named(["Krogstad"]) is None


@pytest.mark.parametrize(
    ("told", "speakers"), [("", []), ("Moen kom til møtet kl. 15. ", ["Siri Moen"])]
)
def test_who_sent_apologies_speaks_only_after_coming(told, speakers):
    head = HEAD.replace("Referent:", "Forfall: Siri Moen (HOD)\nReferent:").replace(
        "Trine Moland", "Trine Lie"
    )
    found = read_text(f"{head}{told}Moen mente at kravet er godt.\n")
    assert [actor.name for one in found.statements for actor in one.speakers] == speakers
