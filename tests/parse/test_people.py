"""Entries of attendance lists: a name, and what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from standpunkt.model import Function
from standpunkt.parse.people import PeopleParser
from tests.extract.meetings import LEXICON, REGISTERS, whole

if TYPE_CHECKING:
    from standpunkt.parse.entries import Entry

PARSER = PeopleParser(LEXICON, REGISTERS)
ADMINISTRATION, CHAIR, DEPUTY = Function.ADMINISTRATION, Function.CHAIR, Function.DEPUTY
GUEST, MINUTES, ABSENT = Function.GUEST, Function.MINUTE_TAKER, Function.ABSENT


def entries(text: str, *, one_a_line: bool = False) -> list[Entry]:
    return PARSER.entries(text, whole(text), one_a_line=one_a_line)


NAMES = [
    ("Kari Lundemo", "Kari Lundemo"),
    ("Åse Ødegård", "Åse Ødegård"),
    ("Per-Arne Vold", "Per-Arne Vold"),
    ("Ole Henrik Krat Bjørkholt", "Ole Henrik Krat Bjørkholt"),
    ("Kjell O. Berg", "Kjell O. Berg"),
    ("A. B. Vikse", "A. B. Vikse"),
    ("Erik Solér", "Erik Solér"),
    ("Áslat Mihkkal Sara", "Áslat Mihkkal Sara"),
    ("Ole O'Brien", "Ole O'Brien"),
    ("Jan van Eyck", "Jan van Eyck"),
    ("Jens Bø.", "Jens Bø"),
    ("Anne von der Lippe", "Anne von der Lippe"),
    ("ANNE VIKSE", "Anne Vikse"),
    ("Dr. Anne Vikse", "Anne Vikse"),
    ("KS v/Anne Vikse", "Anne Vikse"),
    ("Møtende vara Anne Vikse", "Anne Vikse"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_is_found_as_written(text, name):
    assert [one.name.casefold() for one in entries(text)] == [name.casefold()]


ROLES = [
    ("Statsråd Kari Lundemo (KDD)", "statsråd", "KDD"),
    ("Kari Lundemo, statsråd (KDD)", "statsråd", "KDD"),
    ("Kari Lundemo (KDD), statsråd", "statsråd", "KDD"),
    ("1. nestleder Sven Tore Løkslid", "1. nestleder", None),
    ("politisk rådgiver Anne Vikse (KDD)", "politisk rådgiver", "KDD"),
    ("kommunal- og regionalminister Anne Vikse", "kommunal- og regionalminister", None),
    ("Anne Vikse, kommunalminister", "kommunalminister", None),
    ("Fylkesordfører Anne Vikse (Ap)", "fylkesordfører", "Ap"),
    ("Anne Vikse (H), nestleder", "nestleder", "H"),
    ("Anne Vikse – rådmann", "rådmann", None),
    ("Anne Vikse - leder", "leder", None),
    ("Anne Vikse (leder)", "leder", None),
    ("seniorrådgiver Anne Vikse", "seniorrådgiver", None),
    ("Anne Vikse, avdelingsdirektør i Helsedirektoratet", "avdelingsdirektør", "Helsedirektoratet"),
    ("Professor Anne Vikse, Universitetet i Oslo", "professor", "Universitetet i Oslo"),
    ("Hovedtillitsvalgt Anne Vikse (Fagforbundet)", "hovedtillitsvalgt", "Fagforbundet"),
    ("Anne Vikse, hovedtillitsvalgt Fagforbundet", "hovedtillitsvalgt", "Fagforbundet"),
    ("daglig leder Anne Vikse", "daglig leder", None),
    ("Anne Vikse (KS storbynettverk)", None, "KS storbynettverk"),
    ("Bjørn Fauchald (kommunedirektørutvalget)", None, "kommunedirektørutvalget"),
    ("Anne Vikse, KS, leder", "leder", "KS"),
    ("Anne Vikse, Mattilsynet", None, "Mattilsynet"),
    ("KS ved Anne Vikse", None, "KS"),
    ("Anne Vikse (Høyre)", None, "Høyre"),
    ("Anne Vikse, Kommunal- og regionaldepartementet", None, "Kommunal- og regionaldepartementet"),
    ("KS storbynettverk v/ Anne Vikse", None, "KS storbynettverk"),
    ("Per Bergheim, to medarbeidere", None, None),
    ("Anne Vikse (KS\n storbynettverk)", None, "KS storbynettverk"),
]


@pytest.mark.parametrize(("text", "role", "organisation"), ROLES)
def test_role_and_organisation_are_told_apart(text, role, organisation):
    (entry,) = entries(text)
    assert (entry.role, entry.organisation) == (role, organisation)


@pytest.mark.parametrize(
    ("text", "functions"),
    [
        ("Anne Vikse (adm.)", (ADMINISTRATION,)),
        ("Anne Vikse (adm)", (ADMINISTRATION,)),
        ("Anne Vikse (observatør)", (GUEST,)),
        ("Anne Vikse (møteleder)", (CHAIR,)),
        ("Anne Vikse (referent)", (MINUTES,)),
        ("Anne Vikse (ref.)", (MINUTES,)),
        ("Anne Vikse (forfall)", (ABSENT,)),
        ("Anne Vikse (vara)", (DEPUTY,)),
        ("Anne Vikse (KS, adm.)", (ADMINISTRATION,)),
    ],
)
def test_a_function_in_brackets_is_no_role(text, functions):
    (entry,) = entries(text)
    assert entry.functions == functions
    assert entry.role is None


@pytest.mark.parametrize(
    ("text", "presence"),
    [
        ("Terje Osnes (til kl. 14.30)", "til kl. 14.30"),
        ("Terje Osnes (KD, til kl. 15)", "til kl. 15"),
        ("Terje Osnes, statssekretær (KD) (frå sak 2)", "frå sak 2"),
        ("Terje Osnes (fra kl. 10.30)", "fra kl. 10.30"),
        ("Terje Osnes f.o.m. sak 3", "f.o.m. sak 3"),
        ("Terje Osnes (på Teams)", "på Teams"),
        ("Terje Osnes (KLD) deltok på sak 2", "deltok på sak 2"),
    ],
)
def test_what_tells_when_somebody_was_there_is_neither_role_nor_organisation(text, presence):
    (entry,) = entries(text)
    assert entry.presence
    assert text[entry.presence.start : entry.presence.end] == presence
    assert entry.organisation in {None, "KD", "KLD"}
    assert entry.role in {None, "statssekretær"}


@pytest.mark.parametrize(
    "text",
    [
        "Pål Ytterdal for Bente Lyngstad",
        "Pål Ytterdal (vara for Bente Lyngstad)",
        "Pål Ytterdal, vara for Bente Lyngstad",
        "Pål Ytterdal møtte for Bente Lyngstad",
        "Pål Ytterdal (på vegne av Bente Lyngstad)",
    ],
)
def test_a_deputy_is_there_for_somebody_who_is_not(text):
    (entry,) = entries(text)
    assert (entry.name, entry.deputy_for) == ("Pål Ytterdal", "Bente Lyngstad")
    assert DEPUTY in entry.functions


LISTS = [
    ("Kari Lundemo, Per Bergheim og Nina Dahle", ["Kari Lundemo", "Per Bergheim", "Nina Dahle"]),
    ("Kari Lundemo (H), Per Bergheim (Ap)", ["Kari Lundemo", "Per Bergheim"]),
    ("Kari Lundemo (H) Per Bergheim (Ap)", ["Kari Lundemo", "Per Bergheim"]),
    ("Kari Lundemo, leder; Per Bergheim, nestleder", ["Kari Lundemo", "Per Bergheim"]),
    ("Kari Lundemo • Per Bergheim • Nina Dahle", ["Kari Lundemo", "Per Bergheim", "Nina Dahle"]),
    ("Rådmann Kari Lundemo og ordfører Per Bergheim", ["Kari Lundemo", "Per Bergheim"]),
    ("Per Bergheim og representanter fra administrasjonen", ["Per Bergheim"]),
    ("Per Bergheim samt andre", ["Per Bergheim"]),
    ("embetsverk", []),
    ("Ingen", []),
]


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_a_list_is_cut_into_people(text, names):
    assert [one.name for one in entries(text)] == names


def test_a_plural_role_is_that_of_everybody_after_it():
    found = entries(
        "statssekretærene Per Bergheim (HOD), Nina Dahle (FIN) og Ola Nesset (KD), Jon Li"
    )
    assert [one.plural_role for one in found] == ["statssekretærene"] * 3 + [None]


def test_a_neuter_role_before_one_name_is_no_plural():
    found = entries("Verneombud Kari Lundemo, Per Bergheim")
    assert [one.plural_role for one in found] == [None, None]
    assert found[0].role == "verneombud"


def test_a_bracket_after_two_names_is_of_both():
    found = entries("Baard Krag og Helga Aanderaa (KDD)")
    assert [one.organisation for one in found] == ["KDD", "KDD"]


def test_the_span_is_the_entry_without_what_separates_entries():
    text = "Til stede: Statsråd Kari Lundemo (KDD), Per Bergheim og Nina Dahle."
    found = entries(text[11:])
    assert [text[11:][one.span.start : one.span.end] for one in found] == [
        "Statsråd Kari Lundemo (KDD)",
        "Per Bergheim",
        "Nina Dahle",
    ]


@pytest.mark.parametrize(
    ("text", "role", "organisation"),
    [
        ("Anne Vikse, Norges Bondelag", None, "Norges Bondelag"),
        ("Anne Vikse, Norges Bondelag, leder", "leder", "Norges Bondelag"),
        ("Anne Vikse, Oslo kommune", None, "Oslo kommune"),
        ("Anne Vikse, Lier kommune (fra kl. 10)", None, "Lier kommune"),
        ("Anne Vikse, Villaksens Venner", None, "Villaksens Venner"),
    ],
)
def test_alone_on_a_line_a_capitalised_piece_is_where_the_person_is_from(text, role, organisation):
    (entry,) = entries(text, one_a_line=True)
    assert (entry.name, entry.role, entry.organisation) == ("Anne Vikse", role, organisation)
