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
        ("varslet at det kommer et brev", None),
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
    assert (found.concept, found.label) == (None, "gapahuk ved Storvatnet")


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


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("KIRKETAKET", "kirketak"),
        ("Ferjesambandet Sundet–Holmen", "ferjesamband"),
        ("Regnskap per 30. april", "regnskap"),
        ("Orientering om klatreparken", "klatrepark"),
        ("Leiepriser i idrettshallen", "leiepriser i idrettshallen"),
        ("Hvordan møte veksten i pleie og omsorg", "helse- og omsorgstjenester"),
    ],
)
def test_a_title_names_its_subject_in_the_indefinite(title, label):
    found = NB.of_item(item(title))
    assert found
    assert found.label == label


@pytest.mark.parametrize("title", ["–", "Ny", "2.1", "?"])
def test_a_title_without_a_subject_does_not_matter(title):
    NB.of_item(item(title))


@pytest.mark.parametrize(
    ("linker", "text", "label"),
    [
        (NB, "etterlyste en oversikt over rasteplassene", "rasteplasser"),
        (NN, "etterlyste ei oversikt over rasteplassane", "rasteplassar"),
        (NB, "viste til museumsplanen", "museum"),
        (NB, "orienterte om dispensasjonssøknadene", "dispensasjon"),
        (NB, "viste til det nye dobbeltsporet", "dobbeltspor"),
    ],
)
def test_a_compound_is_a_subject_by_its_first_part_or_in_its_own_words(linker, text, label):
    found = linker.find(text)
    assert found
    assert found.label == label


@pytest.mark.parametrize(
    "text",
    [
        "mente at utvalget må veie lærernes syn tungt",
        "sa at styringsgruppen møtes i Kommunehuset",
        "etterlyste en framdriftsplan",
        "lurte på hvem som kommer",
        "spurde kven det gjeld",
        "varslet et brev til Veidekke",
        "var enig med Skog og Strøm",
    ],
)
def test_general_words_names_and_verbs_do_not_override_the_running_topic(text):
    running = NB.find("bosetting av flyktninger")
    assert NB.find(text, running) in {None, running}


def test_a_part_of_its_name_and_a_wider_concept_keep_the_topic():
    running = NB.find("omsorgsboliger")
    assert NB.find("mente at kommunen må bygge flere boliger", running) == running
    structure = NB.find("skolestrukturen")
    assert NB.find("mente at en samlet skole gir et bedre miljø", structure) == structure


def test_words_of_the_item_lead_back_to_it():
    home, running = NB.find("bosetting av flyktninger"), NB.find("integreringstilskuddet")
    assert running != home
    assert NB.find("sa at bosettingen må gå raskere", running, home) == home


def test_opening_a_consultation_is_about_the_consultations():
    assert topics("Lundemo åpnet møtet. Hun viste til fastlegeordningen.") == [
        "konsultasjonsordningen",
        "fastlegeordningen",
    ]


def test_a_reply_to_a_reply_has_the_topic_of_the_first():
    found = topics(
        "Vikse foreslo å endre fastlegeordningen.\n\nBergheim støttet forslaget.\n\n"
        "Nesset var også enig i forslaget."
    )
    assert set(found) == {"fastlegeordningen"}
