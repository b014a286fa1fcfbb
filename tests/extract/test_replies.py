"""Which earlier statement a statement answers."""

from __future__ import annotations

import pytest

from standpunkt.extract.signs import Signs
from standpunkt.extract.turns import Turn
from standpunkt.model import Act, Actor, ActorKind
from tests.extract.meetings import LEXICON, minutes, read, read_text

VIKSE, BERGHEIM = (Actor(name, ActorKind.PERSON) for name in ("Anne Vikse", "Per Bergheim"))


def turn(actors: tuple[Actor, ...]) -> Turn:
    """A turn of which nothing is known but who speaks."""
    return Turn(
        actors=actors,
        behalf=(),
        side=None,
        agenda="1",
        title="",
        paragraph=0,
        act=Act.INFORMATION,
        text="",
        content="",
        front="",
        verb=None,
        dialogue="",
        coordinated=False,
        inherited=False,
        cited=False,
        addressees=(),
        roles=(),
        topic=None,
        running="",
    )


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
    ("paragraphs", "expected", "language"),
    [
        (
            # Of two statements of one speaker the one that the noun names.
            [
                "Vikse var bekymret for fraværet. Hun ba om flere vikarer.",
                "Bergheim tok anmodningen til etterretning.",
            ],
            [None, None, 2],
            "nb",
        ),
        (
            ["Vikse var uroleg for fråværet. Ho bad om fleire vikarar.", "Bergheim delte uroa."],
            [None, None, 1],
            "nn",
        ),
        (
            # Whose proposal it is, is said.
            [
                "Vikse foreslo en ny norm.",
                "Nesset foreslo en høring.",
                "Bergheim avviste forslaget fra Vikse.",
            ],
            [None, None, 1],
            "nb",
        ),
        (
            # What is taken up in front of the verb.
            ["Vikse ba om en oversikt over vikarene.", "Oversikten ville Bergheim sende over."],
            [None, 1],
            "nb",
        ),
        (
            # A compound is answered by its head.
            [
                "Vikse sa at bemanningsnormen bør fjernes.",
                "Bergheim var enig i at normen er for streng.",
            ],
            [None, 1],
            "nb",
        ),
        (
            ["Vikse sa at kommunene mangler leger. Bergheim var ikke enig i dette."],
            [None, 1],
            "nb",
        ),
    ],
)
def test_of_several_earlier_statements_the_right_one_is_answered(paragraphs, expected, language):
    assert links(*paragraphs, language=language) == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            # Support without words of its own answers the nearest claim of the other side.
            [
                "Vikse orienterte om skolen. Hun mente at fristen bør utsettes.",
                "Bergheim var enig.",
            ],
            [None, None, 2],
        ),
        (
            # Whoever is asked answers, also when he said something else first.
            [
                "Vikse ba HOD om å ta kontakt med legene.",
                "Bergheim orienterte om reformen. Han sa at HOD vil ta kontakt om kort tid.",
            ],
            [None, None, 1],
        ),
        (
            # One side points at a problem, the other tells right after what it does.
            [
                "Vikse påpekte at ungdomspsykiatrien er under press.",
                "Bergheim viste til opptrappingsplanen for psykisk helse.",
            ],
            [None, 1],
        ),
        (
            # A report on a matter of its own is no answer to a demand.
            [
                "Vikse sa at kommunene trenger nye virkemidler.",
                "Bergheim viste til rapporten «Ny kollektivtransport».",
            ],
            [None, None],
        ),
    ],
)
def test_what_answers_in_ordinary_prose(paragraphs, expected):
    assert links(*paragraphs) == expected


@pytest.mark.parametrize(
    "paragraphs",
    [
        # Somebody asked who did not say anything in the minutes.
        [
            "Vikse sa at normen bør fjernes.",
            "På spørsmål fra Sandvær svarte Bergheim at pengene kommer.",
        ],
        # What an organisation is told to have said before was no answer.
        [
            "Vikse sa at flyktningene må bosettes.",
            "Bergheim orienterte om saken. UDI har opplyst at flyktningene kommer.",
        ],
    ],
)
def test_what_was_said_to_others_or_elsewhere_answers_nothing(paragraphs):
    assert set(links(*paragraphs)) == {None}


def test_whoever_goes_on_does_not_answer_whom_he_cites():
    found = links(
        "Bergheim orienterte om mottakene. UDI har opplyst at det haster. Det skal gå raskere."
    )
    assert found == [None, None, None]


def test_every_sign_has_a_weight_and_every_weight_a_sign():
    turns = [turn(actors=(VIKSE,)), turn(actors=(BERGHEIM,))]
    every = Signs(turns).every(1, [0], [None, None])
    assert set(every[0]) == set(LEXICON.reply_weights)
