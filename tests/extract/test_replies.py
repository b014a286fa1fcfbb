"""Which earlier statement a statement answers."""

from __future__ import annotations

import pytest

from tests.extract.meetings import minutes, read, read_text


def links(*paragraphs: str, language: str = "nb") -> list[int | None]:
    """What each statement answers, by number."""
    return [one.responds_to for one in read("\n\n".join(paragraphs), language).statements]


@pytest.mark.parametrize(
    ("paragraphs", "expected", "language"),
    [
        (
            ["Vikse spurte når pengene kommer.", "Bergheim svarte at de kommer i mai."],
            [None, 1],
            "nb",
        ),
        (
            ["Vikse foreslo en felles arbeidsgruppe.", "Bergheim støttet forslaget."],
            [None, 1],
            "nb",
        ),
        (["Vikse sa at normen bør fjernes.", "Bergheim avviste kravet."], [None, 1], "nb"),
        (["Vikse sa at normen bør fjernes.", "Bergheim var uenig i dette."], [None, 1], "nb"),
        (["Vikse sa at normen bør fjernes.", "Bergheim merket seg kravet."], [None, 1], "nb"),
        (
            ["Vikse var bekymret for rekrutteringen.", "Bergheim delte bekymringen."],
            [None, 1],
            "nb",
        ),
        (
            ["Vikse ba om et særmøte om arealpolitikk, og Bergheim var positiv til det."],
            [None, 1],
            "nb",
        ),
        (
            [
                "Vikse ba om et særmøte om skole.",
                "Bergheim lovet å innkalle til et særmøte om skole.",
            ],
            [None, 1],
            "nb",
        ),
        (
            [
                "Vikse ba HOD om å styrke fastlegeordningen.",
                "Bergheim sa at fastlegeordningen skal styrkes.",
            ],
            [None, 1],
            "nb",
        ),
        (
            ["Vikse spurde når pengane kjem.", "Bergheim svara at dei kjem i mai."],
            [None, 1],
            "nn",
        ),
        (["Vikse føreslo ei felles gruppe.", "Bergheim støtta framlegget."], [None, 1], "nn"),
        (["Vikse sa at norma bør fjernast.", "Bergheim var ikkje samd i dette."], [None, 1], "nn"),
    ],
)
def test_an_answer_is_linked_to_what_it_answers(paragraphs, expected, language):
    assert links(*paragraphs, language=language) == expected


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Vikse foreslo en ny norm.", "Bergheim orienterte om arbeidet med helse."],
        ["Vikse orienterte om skolen.", "Bergheim orienterte om skolen."],
        ["Lundemo ønsket velkommen.", "Vikse takket for invitasjonen til møtet."],
        ["Vikse sa at normen bør fjernes.", "Nesset sa at kommunene trenger leger."],
    ],
)
def test_sharing_a_meeting_or_a_topic_is_not_enough(paragraphs):
    assert links(*paragraphs) == [None] * len(paragraphs)


def test_nobody_answers_himself():
    assert links("Vikse foreslo en ny norm. Hun støttet forslaget.") == [None, None]


def test_several_answer_one():
    found = links("Vikse sa at normen bør fjernes.", "Nesset støttet dette.", "Bergheim var uenig.")
    assert found == [None, 1, 1]


def test_an_answer_stays_within_its_item():
    text = minutes("Vikse spurte når pengene kommer.\n\n2. Helse\n\nBergheim orienterte om saken.")
    assert [one.responds_to for one in read_text(text).statements] == [None, None]


def test_a_question_is_answered_once_and_by_what_follows():
    found = links(
        "Vikse spurte når pengene kommer.",
        "Bergheim svarte at de kommer i mai.",
        "Nesset orienterte om skolen.",
    )
    assert found == [None, 1, None]


def test_of_coordinated_clauses_only_the_one_that_answers_links():
    found = links(
        "Vikse foreslo en felles arbeidsgruppe.",
        "Bergheim støttet forslaget, og orienterte om budsjettet.",
    )
    assert found == [None, 1, None]


@pytest.mark.parametrize(
    ("text", "addressees", "language"),
    [
        ("Lundemo oppfordret HOD og KS til å møtes.", ("HOD", "KS"), "nb"),
        ("Vikse ba Bergheim svare innen fristen.", ("Per Bergheim",), "nb"),
        ("Vikse ba HOD om å styrke ordningen.", ("HOD",), "nb"),
        ("Vikse bad HOD om å styrkja ordninga.", ("HOD",), "nn"),
        ("Vikse ba om et møte.", (), "nb"),
        ("Bergheim lovet KS et møte.", (), "nb"),
        ("Vikse sa at staten må betale.", (), "nb"),
    ],
)
def test_only_a_named_counterpart_who_is_asked_is_an_addressee(text, addressees, language):
    assert read(text, language).statements[-1].addressees == addressees
