"""What happens in a meeting and is not said."""

from __future__ import annotations

import pytest

from tests.extract.meetings import quotes, read, surnames


def events(text: str, language: str = "nb") -> list[tuple[str, tuple[str, ...]]]:
    """The events by type, with the surnames of their persons."""
    return [
        (str(one.type), tuple(name.split()[-1] for name in one.persons))
        for one in read(text, language).events
    ]


@pytest.mark.parametrize(
    ("text", "expected", "language"),
    [
        ("Lundemo måtte forlate møtet.", [("leaves", ("Lundemo",))], "nb"),
        ("Lundemo måtte gå kl. 15.", [("leaves", ("Lundemo",))], "nb"),
        ("Statsråden forlot møtet.", [("leaves", ("Lundemo",))], "nb"),
        ("Nesset kom til møtet kl. 14.30.", [("arrives", ("Nesset",))], "nb"),
        ("Nesset tiltrådte møtet.", [("arrives", ("Nesset",))], "nb"),
        ("Vikse og Nesset forlot møtet.", [("leaves", ("Vikse", "Nesset"))], "nb"),
        ("Bergheim tok over møteledelsen.", [("chair-handover", ("Lundemo", "Bergheim"))], "nb"),
        (
            "Lundemo måtte gå, og Bergheim tok over møteledelsen.",
            [("leaves", ("Lundemo",)), ("chair-handover", ("Lundemo", "Bergheim"))],
            "nb",
        ),
        ("Lundemo måtte forlata møtet.", [("leaves", ("Lundemo",))], "nn"),
        ("Bergheim tok over møteleiinga.", [("chair-handover", ("Lundemo", "Bergheim"))], "nn"),
        (
            "Lundemo overlot møteledelsen til Bergheim.",
            [("chair-handover", ("Lundemo", "Bergheim"))],
            "nb",
        ),
    ],
)
def test_a_sentence_that_only_tells_an_event_is_no_statement(text, expected, language):
    assert events(text, language) == expected
    assert read(text, language).statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "Nesset kom med innspill til saken.",
        "Nesset gikk gjennom sakene.",
        "Nesset gikk inn på saken.",
        "Nesset gikk imot forslaget.",
        "Nesset kom inn på økonomien.",
    ],
)
def test_coming_and_going_in_other_senses_is_speech(text):
    assert events(text) == []
    assert len(read(text).statements) == 1


def test_the_words_of_an_event_are_its_span():
    reading = read("Lundemo måtte gå, og Bergheim tok over møteledelsen.")
    assert quotes(reading, reading.events) == [
        "Lundemo måtte gå",
        "Bergheim tok over møteledelsen.",
    ]


def test_decisions_and_votes_are_events_and_not_statements():
    text = "Votering:\nForslaget falt mot to stemmer.\n\nVedtak:\nPlanen sendes på høring."
    assert events(text) == [("vote", ()), ("decision", ())]
    assert read(text).statements == ()


@pytest.mark.parametrize("label", ["Innstilling", "Forslag til vedtak", "Tilråding"])
def test_a_recommendation_is_neither_statement_nor_event(label):
    reading = read(f"{label}:\nNormen bør fjernes innen 1. mai.")
    assert (reading.statements, reading.events) == ((), ())
    assert "a recommendation, not something said" in {one.reason for one in reading.ignored}


def test_whoever_takes_the_chair_is_the_chair_from_then_on():
    reading = read("Møteleder ba om ordet.\n\nBergheim tok over møteledelsen.\n\nMøteleder takket.")
    assert [surnames(one) for one in reading.statements] == [["Lundemo"], ["Bergheim"]]
