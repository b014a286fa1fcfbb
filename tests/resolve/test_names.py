"""Which participant a name stands for: forms, misspellings, and names that are nobody's."""

from __future__ import annotations

import pytest

from standpunkt.model import Participant, Span
from standpunkt.resolve.names import MARGIN, SIMILAR, NameIndex


def index(*names: str) -> NameIndex:
    return NameIndex([Participant(name, None, None, None, (), Span(0, 1)) for name in names])


MEETING = index(
    "Ole Henrik Krat Bjørkholt",
    "Sigrid Hagerup Melhuus",
    "Gunn Marit Helgesen",
    "Sven Tore Løkslid",
    "Jenny Følling",
    "Per Hansen",
    "Lars Hansen",
    "Anne Lise Berg",
    "Anne Krogstad",
    "Nils Ås",
    "Kari Vik",
)


def found(words: str, names: NameIndex = MEETING) -> str | None:
    one = names.at(words.split())
    return one.participant.name if one else None


def length(words: str) -> int:
    one = MEETING.at(words.split())
    return one.words if one else 0


def score(words: str) -> float:
    one = MEETING.at(words.split())
    return one.score if one else 0.0


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ole Henrik Krat Bjørkholt sa", "Ole Henrik Krat Bjørkholt"),
        ("Krat Bjørkholt sa", "Ole Henrik Krat Bjørkholt"),
        ("Bjørkholt sa", "Ole Henrik Krat Bjørkholt"),
        ("Ole Bjørkholt sa", "Ole Henrik Krat Bjørkholt"),
        ("Hagerup Melhuus sa", "Sigrid Hagerup Melhuus"),
        ("Sigrid Melhuus", "Sigrid Hagerup Melhuus"),
        ("Melhuus", "Sigrid Hagerup Melhuus"),
        ("Marit Helgesen", "Gunn Marit Helgesen"),
        ("HELGESEN", "Gunn Marit Helgesen"),
        ("Helgesen, som", "Gunn Marit Helgesen"),
        ("Løkslid: ja", "Sven Tore Løkslid"),
        ("Ås sa", "Nils Ås"),
    ],
)
def test_every_ending_of_a_name_is_a_form_of_it(words, name):
    assert found(words) == name
    assert score(words) == 1.0


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Bjørkholts syn", "Ole Henrik Krat Bjørkholt"),
        ("Krat Bjørkholts syn", "Ole Henrik Krat Bjørkholt"),
        ("Viks syn", "Kari Vik"),
        ("Ås' syn", "Nils Ås"),
        ("Ås’ syn", "Nils Ås"),
    ],
)
def test_a_genitive_is_the_name(words, name):
    assert found(words) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Bjørkolt sa", "Ole Henrik Krat Bjørkholt"),
        ("Krat Bjørkolt sa", "Ole Henrik Krat Bjørkholt"),
        ("Melhus sa", "Sigrid Hagerup Melhuus"),
        ("Helgsen sa", "Gunn Marit Helgesen"),
        ("Løksli sa", "Sven Tore Løkslid"),
    ],
)
def test_a_misspelt_name_is_found_but_not_for_sure(words, name):
    assert found(words) == name
    assert SIMILAR <= score(words) < 1


@pytest.mark.parametrize("words", ["Vig sa", "Os sa", "Hansn sa"])
def test_a_short_name_or_one_that_is_like_several_is_not_guessed(words):
    assert found(words) is None


def test_between_two_names_that_are_alike_a_misspelling_is_nobody():
    names = index("Kari Hansen", "Per Hanssen")
    assert (found("Hansen", names), found("Hanssen", names)) == ("Kari Hansen", "Per Hanssen")
    assert found("Hannsen", names) is None
    assert MARGIN > 0


def test_a_surname_that_two_have_is_nobody_and_both_are_told():
    assert found("Hansen sa") is None
    assert [one.name for one in MEETING.ambiguous(["Hansen"])] == ["Per Hansen", "Lars Hansen"]
    assert MEETING.ambiguous(["Vik"]) == ()
    assert found("Lars Hansen sa") == "Lars Hansen"


def test_a_first_name_stands_for_the_only_one_who_has_it():
    assert found("Jenny sa") == "Jenny Følling"
    assert 0 < score("Jenny") < 1
    assert found("Anne sa") is None
    assert found("Anne Lise sa") == "Anne Lise Berg"


@pytest.mark.parametrize(
    "words",
    [
        "Johansen sa",
        "Regjeringen sa",
        "Undset sa",
        "Helge sa",
        "Følling-saken",
        "Bjørkholt-utvalget",
        "helgesen sa",
        "ja",
        "",
        "Sigrid Undset sa",
        "Kari Nordmann sa",
        "Jenny Hansen sa",
        "Bergen sa",
    ],
)
def test_an_outsider_is_nobody(words):
    assert found(words) is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Krat Bjørkholt sa ja", 2),
        ("Ole Henrik Krat Bjørkholt", 4),
        ("Bjørkholt Oslo", 1),
    ],
)
def test_the_longest_form_is_taken(words, number):
    assert length(words) == number


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("G. M. Helgesen sa", "Gunn Marit Helgesen"),
        ("J. Følling sa", "Jenny Følling"),
        ("P. Hansen sa", "Per Hansen"),
    ],
)
def test_initials_stand_for_first_names(words, name):
    assert found(words) == name


def test_nobody_is_found_in_a_meeting_without_people():
    assert found("Helgesen", index()) is None


def test_the_order_of_the_list_does_not_matter():
    names = ["Gunn Marit Helgesen", "Jenny Følling", "Kari Vik"]
    for words in ("Helgsen", "Jenny", "Vik"):
        assert found(words, index(*names)) == found(words, index(*reversed(names)))
