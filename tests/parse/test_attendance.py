"""From attendance lists to participants: sides, bodies, functions, one entry per person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from standpunkt.model import EventType, Function, Side
from standpunkt.parse.minutes import parse
from tests.extract.meetings import LEXICON, REGISTERS, document, parsed, read_text

if TYPE_CHECKING:
    from standpunkt.model import Participant

BODY = "\n\n1. Skole\n\nVikse sa ja.\n"


def people(*lines: str, day: str = "22. april 2022") -> dict[str, Participant]:
    text = "\n".join(["Referat fra møte", "", f"Dato: {day}", *lines]) + BODY
    return {one.name: one for one in parsed(text).participants}


def test_sides_lend_their_people_a_side_and_ks_its_name():
    found = people(
        "Til stede:", "Fra staten: statsråd Kari Lundemo (KDD)", "Fra KS: Anne Vikse, Ola Nesset"
    )
    assert {one.name: (one.side, one.organisation) for one in found.values()} == {
        "Kari Lundemo": (Side.STATE, "KDD"),
        "Anne Vikse": (Side.KS, "KS"),
        "Ola Nesset": (Side.KS, "KS"),
    }


def test_a_body_in_brackets_is_the_organisation_of_people_of_ks():
    found = people("Fra staten: Kari Lundemo (KDD)", "Fra KS: Jan Skisland (KS storbynettverk)")
    assert found["Jan Skisland"].organisation == "KS storbynettverk"
    assert found["Jan Skisland"].side is Side.KS


def test_without_two_sides_everybody_is_of_no_side():
    found = people("Til stede: Kari Lundemo (Ap), Per Bergheim (H)")
    assert {one.side for one in found.values()} == {Side.OTHER}


def sides(*lines: str) -> dict[str, Side | None]:
    return {name: one.side for name, one in people("Til stede:", *lines).items()}


def test_agencies_are_on_the_side_of_the_state_where_one_of_them_holds_the_meeting():
    assert sides(
        "Anne Vikse, avdelingsdirektør, Miljødirektoratet (møteleder)",
        "Per Bergheim, Statsforvalteren i Rogaland",
        "Ola Nesset, Mattilsynet",
        "Kari Lundemo, Norges Bondelag",
        "Siv Hamre, KS",
        "Gro Lie, Landbruks- og matdepartementet (observatør)",
    ) == {
        "Anne Vikse": Side.STATE,
        "Per Bergheim": Side.STATE,
        "Ola Nesset": Side.STATE,
        "Kari Lundemo": Side.OTHER,
        "Siv Hamre": Side.KS,
        "Gro Lie": Side.STATE,
    }


def test_agencies_are_on_no_side_where_another_body_holds_the_meeting():
    found = sides(
        "Anne Vikse, statssekretær, HOD (møteleder)",
        "Per Bergheim, Helsedirektoratet",
        "Ola Nesset, Pensjonistforbundet",
    )
    assert found["Per Bergheim"] is Side.OTHER
    assert sides("Anne Vikse, leder, KS Agder", "Per Bergheim, Mattilsynet") == {
        "Anne Vikse": Side.KS,
        "Per Bergheim": Side.OTHER,
    }


@pytest.mark.parametrize("body", ["Bergen kommune", "Kvam herad", "Innlandet fylkeskommune"])
def test_a_municipality_is_on_the_side_of_ks_where_only_the_state_and_ks_meet(body):
    both = ("Anne Vikse, statssekretær, KMD", "Per Bergheim, områdedirektør, KS")
    assert sides(*both, f"Ola Nesset, rådmann, {body}")["Ola Nesset"] is Side.KS
    others = (f"Ola Nesset, rådmann, {body}", "Kari Lundemo, Norges Bondelag")
    assert sides(*both, *others)["Ola Nesset"] is Side.OTHER
    assert sides(*both, f"Ola Nesset, {body} (gjest)")["Ola Nesset"] is Side.OTHER


def test_a_body_lends_its_people_its_name():
    found = people(
        "Til stede:", "Mattilsynet: Kari Lundemo, Per Bergheim", "Norges Bondelag: Anne Vikse"
    )
    assert [one.organisation for one in found.values()] == [
        "Mattilsynet",
        "Mattilsynet",
        "Norges Bondelag",
    ]


@pytest.mark.parametrize(
    ("line", "function"),
    [
        ("Forfall: Ola Nesset", Function.ABSENT),
        ("Meldt forfall: Ola Nesset", Function.ABSENT),
        ("Fråvær: Ola Nesset", Function.ABSENT),
        ("Varamedlemmer som møtte: Ola Nesset", Function.DEPUTY),
        ("Observatører: Ola Nesset", Function.GUEST),
        ("I tillegg møtte: Ola Nesset", Function.GUEST),
        ("Fra administrasjonen: Ola Nesset", Function.ADMINISTRATION),
        ("Frå administrasjonen møtte: Ola Nesset", Function.ADMINISTRATION),
        ("Sekretariat: Ola Nesset", Function.ADMINISTRATION),
        ("Referent: Ola Nesset", Function.MINUTE_TAKER),
        ("Møtesekretær: Ola Nesset", Function.MINUTE_TAKER),
        ("Til stede for øvrig: Ola Nesset (observatør)", Function.GUEST),
    ],
)
def test_a_label_tells_what_its_people_do(line, function):
    found = people("Til stede: Kari Lundemo, Per Bergheim", line)
    assert found["Ola Nesset"].functions == (function,)


@pytest.mark.parametrize("label", ["Møteleder", "Møteleiar", "Ordstyrer", "Ledelse av møtet"])
def test_the_chair_is_a_participant_with_a_function(label):
    found = people("Til stede: Kari Lundemo, Per Bergheim", f"{label}: Per Bergheim")
    assert found["Per Bergheim"].functions == (Function.DELEGATE, Function.CHAIR)
    assert found["Kari Lundemo"].functions == (Function.DELEGATE,)


def test_the_chair_named_before_the_list_is_one_person():
    found = people(
        "Møteleder: Kari Lundemo (KDD)", "Til stede: statsråd Kari Lundemo, Per Bergheim"
    )
    assert list(found) == ["Kari Lundemo", "Per Bergheim"]
    assert found["Kari Lundemo"].role == "statsråd"
    assert found["Kari Lundemo"].organisation == "KDD"
    assert Function.CHAIR in found["Kari Lundemo"].functions


def test_a_surname_elsewhere_in_the_head_is_the_person_of_the_list():
    found = people(
        "Til stede: Kari Lundemo, Per Bergheim", "Forfall: Ola Nesset", "Referent: Bergheim"
    )
    assert "Bergheim" not in found


@pytest.mark.parametrize("role", ["leder", "ordfører", "styreleder", "fylkesordfører"])
def test_the_only_leader_chairs_where_nobody_is_named(role):
    found = people(f"Til stede: Kari Lundemo, {role}, Per Bergheim, nestleder, Anne Vikse")
    assert found["Kari Lundemo"].functions == (Function.DELEGATE, Function.CHAIR)
    assert Function.CHAIR not in found["Per Bergheim"].functions


def test_two_leaders_make_no_chair():
    found = people("Til stede: Anne Vikse, Kari Lundemo, enhetsleder, Per Bergheim, avdelingsleder")
    assert not any(Function.CHAIR in one.functions for one in found.values())


def test_a_deputy_leader_is_no_chair():
    found = people("Til stede: Kari Lundemo, nestleder, Per Bergheim")
    assert not any(Function.CHAIR in one.functions for one in found.values())


def test_a_plural_role_is_singular_in_each():
    found = people(
        "Fra staten: statsrådene Kari Lundemo (KRD) og Per Bergheim (FIN)", "Fra KS: Anne Vikse"
    )
    assert [one.role for one in found.values()] == ["statsråd", "statsråd", None]


@pytest.mark.parametrize(
    ("day", "ministry"), [("3. mai 2011", "KRD"), ("3. mai 2017", "KMD"), ("22. april 2022", "KDD")]
)
def test_a_title_implies_the_ministry_of_its_day(day, ministry):
    found = people("Fra staten: kommunalminister Kari Lundemo", "Fra KS: Anne Vikse", day=day)
    assert found["Kari Lundemo"].organisation == ministry


def test_nobody_is_listed_twice():
    found = people("Til stede: Kari Lundemo, Kari Lundemo, Per Bergheim", "Referent: Per Bergheim")
    assert list(found) == ["Kari Lundemo", "Per Bergheim"]
    assert found["Per Bergheim"].functions == (Function.DELEGATE, Function.MINUTE_TAKER)


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("Kari Lundemo (til kl. 14.30)", EventType.LEAVES),
        ("Kari Lundemo (t.o.m. sak 3)", EventType.LEAVES),
        ("Kari Lundemo (fra sak 2)", EventType.ARRIVES),
        ("Kari Lundemo (fom. sak 2)", EventType.ARRIVES),
        ("Kari Lundemo (frå kl. 10)", EventType.ARRIVES),
    ],
)
def test_who_comes_late_or_leaves_early_is_an_event(entry, kind):
    text = f"Referat\n\nDato: 22.04.2022\nTil stede: {entry}, Per Bergheim{BODY}"
    (presence,) = parse(document(text), LEXICON, REGISTERS)[1]
    assert (presence.type, presence.person) == (kind, "Kari Lundemo")
    assert [(one.type, one.persons) for one in read_text(text).events] == [
        (kind, ("Kari Lundemo",))
    ]


def test_being_there_by_video_is_no_event():
    text = f"Referat\n\nDato: 22.04.2022\nTil stede: Kari Lundemo (på Teams), Per Bergheim{BODY}"
    assert parse(document(text), LEXICON, REGISTERS)[1] == ()


def test_the_span_is_the_entry_of_the_list():
    text = (
        f"Referat\n\nDato: 22.04.2022\nFra staten: statsråd Kari Lundemo (KDD)\nFra KS: Vikse{BODY}"
    )
    (found,) = parsed(text).participants
    assert text[found.span.start : found.span.end] == "statsråd Kari Lundemo (KDD)"
