"""Attendance lists in the forms that writers give them: who is found, from where, as what."""

from __future__ import annotations

import pytest

from standpunkt.model import Function
from tests.extract.meetings import parsed

BODY = "\n\n1. Skole\n\nVikse sa ja.\n"
VIKSE, NESSET, BERGHEIM = "Anne Vikse", "Ola Nesset", "Per Bergheim"

FORMS = {
    "sides in the label": (
        "Til stede fra staten: Anne Vikse (KMD), Per Bergheim (HOD)\nTil stede fra KS: Ola Nesset",
        {VIKSE: "KMD", BERGHEIM: "HOD", NESSET: "KS"},
    ),
    "sides named by 'for' and 'side'": (
        "Deltok for staten:\nAnne Vikse (KMD)\nPå KS' side møtte:\nOla Nesset og Per Bergheim.",
        {VIKSE: "KMD", NESSET: "KS", BERGHEIM: "KS"},
    ),
    "sides with 'følgende'": (
        "Fra regjeringen møtte følgende\nAnne Vikse (KMD)\nFra KS møtte følgende\nOla Nesset",
        {VIKSE: "KMD", NESSET: "KS"},
    ),
    "a ministry and its people on each line": (
        "Til stede:\nKMD: Anne Vikse, Per Bergheim\nFIN: Kari Lundemo\nKS: Ola Nesset",
        {VIKSE: "KMD", BERGHEIM: "KMD", "Kari Lundemo": "FIN", NESSET: "KS"},
    ),
    "a table with tabs and a head": (
        (
            "Disse møtte:\nNavn\tTittel\tDepartement\nAnne Vikse\tstatssekretær\tKMD\n"
            "Per Bergheim\thelse- og omsorgsminister\tHOD"
        ),
        {VIKSE: "KMD", BERGHEIM: "HOD"},
    ),
    "columns of spaces": (
        (
            "Disse møtte:\nAnne Vikse         Kommunal- og moderniseringsdepartementet\n"
            "Per Bergheim       Finansdepartementet"
        ),
        {VIKSE: "Kommunal- og moderniseringsdepartementet", BERGHEIM: "Finansdepartementet"},
    ),
    "two people on a line": (
        "Disse møtte:\nAnne Vikse, KMD    Per Bergheim, HOD\nKari Lundemo, FIN    Ola Nesset, KS",
        {VIKSE: "KMD", BERGHEIM: "HOD", "Kari Lundemo": "FIN", NESSET: "KS"},
    ),
    "a table of Markdown": (
        (
            "| Navn | Organisasjon | Rolle |\n|---|:--|---|\n| Anne Vikse | KMD | statsråd |\n"
            "| Ola Nesset | KS | leder |"
        ),
        {VIKSE: "KMD", NESSET: "KS"},
    ),
    "bodies as headings in the list": (
        "Tilstede\n\nArbeidsgiver\n  Anne Vikse, rektor\nArbeidstaker\n  Ola Nesset, lærer",
        {VIKSE: "Arbeidsgiver", NESSET: "Arbeidstaker"},
    ),
    "a label that no list of words has": (
        "Medlemmer med stemmerett:\nAnne Vikse (KMD)\nOla Nesset (KS)",
        {VIKSE: "KMD", NESSET: "KS"},
    ),
    "a union between role and name": (
        "Til stede:\nHovedtillitsvalgt Fagforbundet Anne Vikse\nHovedverneombud Ola Nesset",
        {VIKSE: "Fagforbundet", NESSET: None},
    ),
    "roles of several words": (
        "Til stede:\n- Administrerende direktør Anne Vikse\n- HR-sjef Ola Nesset",
        {VIKSE: None, NESSET: None},
    ),
}


def head(listed: str) -> str:
    return f"Referat fra møte\n\nDato: 22. april 2016\n\n{listed}{BODY}"


@pytest.mark.parametrize(("listed", "expected"), FORMS.values(), ids=FORMS)
def test_everybody_is_found_with_the_body_they_come_from(listed, expected):
    found = {one.name: one.organisation for one in parsed(head(listed)).participants}
    assert found == expected


@pytest.mark.parametrize("listed", [listed for listed, _ in FORMS.values()], ids=FORMS)
def test_the_list_ends_where_the_meeting_begins(listed):
    (item,) = parsed(head(listed)).agenda
    assert item.title == "Skole"


def test_roles_before_names_are_kept_whole():
    found = parsed(head(FORMS["roles of several words"][0])).participants
    assert [one.role for one in found] == ["administrerende direktør", "HR-sjef"]


def test_a_heading_in_the_list_may_tell_who_was_away():
    listed = "Til stede:\nAnne Vikse\n\nIkke til stede\n  Ola Nesset, lærer"
    functions = {one.name: one.functions for one in parsed(head(listed)).participants}
    assert functions == {VIKSE: (Function.DELEGATE,), NESSET: (Function.ABSENT,)}


def test_a_sentence_with_a_colon_before_a_name_is_no_heading_of_a_list():
    text = head("Til stede: Anne Vikse, Ola Nesset").replace(
        "Vikse sa ja.", "Lederen takket følgende:\n\nPer Bergheim"
    )
    assert {one.name for one in parsed(text).participants} == {VIKSE, NESSET}
