"""What statements are about: the register's concepts, the item's title, the running topic."""

from __future__ import annotations

import pytest

from standpunkt.extract.topics import TopicLinker
from standpunkt.model import AgendaItem, Span
from tests.extract.meetings import LEXICON, REGISTERS, minutes, read_text

NB = TopicLinker(REGISTERS, LEXICON, "nb")
NN = TopicLinker(REGISTERS, LEXICON, "nn")


def item(title: str) -> AgendaItem:
    return AgendaItem("1", title, 1, Span(0, 1))


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("tok opp utfordringene i fastlegeordningen", "fastlegeordningen"),
        ("viste til kommuneproposisjonen", "kommuneproposisjonen"),
        ("vil endre inntektssystemet", "inntektssystemet"),
        ("vekst i frie inntekter", "frie-inntekter"),
        ("bosetting av flyktninger", None),
        ("snakket om været", None),
    ],
)
def test_a_subject_of_the_register_is_found_in_the_text(text, concept):
    found = NB.find(text)
    if concept:
        assert found
        assert found.concept == concept
    elif "flyktning" in text:
        assert found
    else:
        assert found is None


def test_the_label_is_in_the_language_of_the_document():
    bokmal, nynorsk = NB.find("bosetting av flyktninger"), NN.find("busetjing av flyktningar")
    assert bokmal
    assert nynorsk
    assert bokmal.concept == nynorsk.concept
    assert bokmal.label != nynorsk.label


def test_a_title_that_no_register_has_keeps_its_own_words():
    found = NB.of_item(item("Ny gapahuk ved Storvatnet"))
    assert found
    assert (found.concept, found.label) == (None, "ny gapahuk ved Storvatnet")


@pytest.mark.parametrize("title", ["EVENTUELT", "Eventuelt", "3. Eventuelt", "Ymse", "Opning"])
def test_a_title_that_tells_no_topic_gives_none(title):
    assert NB.of_item(item(title)) is None


def topics(body: str) -> list[str]:
    return [one.topic.label for one in read_text(minutes(body), topics=True).statements]


def test_the_running_topic_is_kept_until_another_is_named():
    found = topics(
        "Vikse tok opp fastlegeordningen. Dette haster.\n\n"
        "Bergheim viste til kommuneproposisjonen. Det er viktig."
    )
    assert found[0] == found[1] != found[2] == found[3]


def test_a_reply_that_names_no_subject_has_that_of_what_it_answers():
    found = topics("Vikse foreslo å endre fastlegeordningen.\n\nBergheim støttet forslaget.")
    assert found[0] == found[1]
