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


@pytest.mark.parametrize(
    ("text", "kind", "language"),
    [
        ("Forslaget fra Vikse ble enstemmig vedtatt.", "vote", "nb"),
        ("Nessets forslag falt mot to stemmer (FRP og H).", "vote", "nb"),
        ("Ved avstemningen fikk innstillingen fire stemmer.", "vote", "nb"),
        ("Det ble votert over forslagene hver for seg.", "vote", "nb"),
        ("Vikse sitt framlegg fekk 5 røyster og fall.", "vote", "nn"),
        ("Framlegget frå Nesset (KrF) fekk ei røyst og fall.", "vote", "nn"),
        ("Tilrådinga frå rådmannen vart samrøystes vedteken.", "vote", "nn"),
        ("Utvalget vedtok enstemmig å utsette saken.", "decision", "nb"),
        ("Styret tok rapporten til etterretning.", "decision", "nb"),
        ("Utvalet tok saka til vitande.", "decision", "nn"),
    ],
)
def test_votes_and_decisions_in_running_text_are_said_by_nobody(text, kind, language):
    assert events(text, language) == [(kind, ())]
    assert read(text, language).statements == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vikse sa at forslaget ble vedtatt med 5 mot 2 stemmer.", "nb"),
        ("Vikse krevde votering over forslaget.", "nb"),
        ("Forslaget falt i god jord hos Vikse.", "nb"),
        ("Vikse støtta framlegget som fekk fem røyster.", "nn"),
    ],
)
def test_who_speaks_of_a_vote_speaks(text, language):
    assert events(text, language) == []
    assert [surnames(one) for one in read(text, language).statements] == [["Vikse"]]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Notatet fra Standard Norge ble delt ut i møtet.", "nb"),
        ("Dagsordenen ble godkjent uten merknader.", "nb"),
        ("Det vises for øvrig til referatet fra kontaktmøtet.", "nb"),
        ("Tabellen over tilskot er lagd ved referatet.", "nn"),
        ("Saksutgreiingane var sende ut ei veke før møtet.", "nn"),
        ("Det vert elles vist til tabellane i vedlegg 1.", "nn"),
    ],
)
def test_what_is_done_with_papers_is_said_by_nobody(text, language):
    before = "Vikse orienterte om saken. " if language == "nb" else "Vikse orienterte om saka. "
    assert len(read(before + text, language).statements) == 1


def test_a_paper_that_is_sent_on_hearing_is_spoken_of():
    assert len(read("Bergheim orienterte. Notatet ble sendt ut på høring i mai.").statements) == 2


@pytest.mark.parametrize("label", ["Innstilling", "Forslag til vedtak", "Tilråding"])
def test_a_recommendation_is_neither_statement_nor_event(label):
    reading = read(f"{label}:\nNormen bør fjernes innen 1. mai.")
    assert (reading.statements, reading.events) == ((), ())
    assert "a recommendation, not something said" in {one.reason for one in reading.ignored}


def test_whoever_takes_the_chair_is_the_chair_from_then_on():
    reading = read(
        "Møteleder ba om en plan.\n\nBergheim tok over møteledelsen.\n\nMøteleder takket."
    )
    assert [surnames(one) for one in reading.statements] == [["Lundemo"], ["Bergheim"]]
