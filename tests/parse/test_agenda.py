"""The agenda as a tree: forms of headings, levels, previews, blocks inside items."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standpunkt.model import AgendaItem
from standpunkt.parse.minutes import parse
from tests.extract.meetings import LEXICON, REGISTERS, document, parsed

HEAD = "Referat fra møte\n\nDato: 22. april 2022\nTil stede: Kari Lundemo, Per Bergheim\n\n"
SAID = "Lundemo sa at saken er viktig, og Bergheim svarte."


def body(*blocks: str) -> str:
    return HEAD + "\n\n".join(blocks) + "\n"


def items(*blocks: str) -> list[tuple[str, int, str]]:
    return [(one.number, one.level, one.title) for one in parsed(body(*blocks)).agenda]


def kinds(*blocks: str) -> list[tuple[str, str | None]]:
    """Text and kind of each passage."""
    text = body(*blocks)
    return [(text[one.span.start : one.span.end], one.block) for one in parsed(text).passages]


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("1. Skole", "1", "Skole"),
        ("1 Skole", "1", "Skole"),
        ("1) Skole", "1", "Skole"),
        ("1. SKOLE", "1", "SKOLE"),
        ("Sak 12/21 Skole", "12/21", "Skole"),
        ("Sak 12/21: Skole", "12/21", "Skole"),
        ("SAK 12/21 – Skole", "12/21", "Skole"),
        ("12/21 Skole", "12/21", "Skole"),
        ("Sak 4: Skole", "4", "Skole"),
        ("PS 3/09 Skole", "PS 3/09", "Skole"),
        ("RS 3/09 Skole", "RS 3/09", "Skole"),
        ("1. «Det grønne skiftet»", "1", "«Det grønne skiftet»"),
        ("1. Hvordan bør skolen bli?", "1", "Hvordan bør skolen bli?"),
        ("1. 1000 første dager", "1", "1000 første dager"),
    ],
)
def test_a_heading_has_a_number_and_a_title_as_printed(heading, number, title):
    assert items(heading, SAID, heading.replace("1", "2"), SAID)[0] == (number, 1, title)


def test_capitals_are_above_numbers_that_start_anew():
    found = items(
        *("1. ÅPNING", SAID, "2. TEMAER", "1. Skole", SAID, "2. Helse", SAID, "3. EVENTUELT", SAID)
    )
    assert found == [
        ("1", 1, "ÅPNING"),
        ("2", 1, "TEMAER"),
        ("2.1", 2, "Skole"),
        ("2.2", 2, "Helse"),
        ("3", 1, "EVENTUELT"),
    ]


def test_dotted_numbers_are_below_their_parents():
    found = items("1 Skole", "1.1 Bygg", SAID, "1.2 Lærere", SAID, "2 Helse", SAID)
    assert [(number, level) for number, level, _ in found] == [
        ("1", 1),
        ("1.1", 2),
        ("1.2", 2),
        ("2", 1),
    ]


def test_letters_are_below_numbers():
    found = items("1. Skole", "a) Bygg", SAID, "b) Lærere", SAID, "2. Helse", SAID)
    assert found == [("1", 1, "Skole"), ("1.a", 2, "Bygg"), ("1.b", 2, "Lærere"), ("2", 1, "Helse")]


def test_a_bare_heading_takes_its_position_as_number():
    assert items("Skole", SAID, "Helse og omsorg", SAID) == [
        ("1", 1, "Skole"),
        ("2", 1, "Helse og omsorg"),
    ]


def test_the_parent_is_the_item_of_the_level_above():
    assert AgendaItem("2.1", "Skole", 2, parsed(body(SAID)).passages[0].span).parent == "2"
    assert AgendaItem("PS 1/09", "Skole", 1, parsed(body(SAID)).passages[0].span).parent is None


@pytest.mark.parametrize("label", ["Dagsorden:", "Saksliste", "Agenda:", "Saker til behandling:"])
def test_a_preview_is_no_agenda(label):
    text = body(f"{label}\n1. Godkjenning\n2. Skole", "1. Godkjenning", SAID, "2. Skole", SAID)
    found = parsed(text)
    assert [one.title for one in found.agenda] == ["Godkjenning", "Skole"]
    assert [one.span.start > text.index(SAID) - 20 for one in found.agenda] == [True, True]
    assert "preview of the agenda" in {one.reason for one in found.ignored}


def test_a_preview_in_other_words_is_an_alternative_title():
    found = parsed(
        body(
            "Tre saker var meldt inn:",
            "1. Vekst i pleie- og omsorgsbehovet\n2. Inkludering av barn og unge",
            *("1. Vekst i pleie og omsorg", SAID, "2. Hvordan inkludere alle barn og unge", SAID),
        )
    ).agenda
    assert [one.alternatives for one in found] == [
        ("Vekst i pleie- og omsorgsbehovet",),
        ("Inkludering av barn og unge",),
    ]


def test_bullets_under_the_label_of_the_agenda_are_a_preview():
    found = items("Saksliste:\n• Skole\n• Helse", "Skole", SAID, "Helse", SAID)
    assert [title for _, _, title in found] == ["Skole", "Helse"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Vedtak:", "decision"),
        ("Utvalgets vedtak:", "decision"),
        ("Konklusjon:", "decision"),
        ("Votering:", "vote"),
        ("Røysting:", "vote"),
        ("Oppfølging:", "action"),
        ("Aksjon:", "action"),
        ("Innstilling:", "recommendation"),
        ("Forslag til vedtak:", "recommendation"),
        ("Tilråding:", "recommendation"),
        ("Behandling:", None),
        ("Drøfting:", None),
    ],
)
def test_a_label_inside_an_item_tells_the_kind_of_what_follows(label, kind):
    planned = "Planen følges opp til høsten."
    assert kinds("1. Skole", f"{label} {planned}") == [(planned, kind)]
    assert kinds("1. Skole", f"{label}\n{planned}") == [(planned, kind)]


def test_a_motion_keeps_the_label_that_tells_whose_it_is():
    text = "Forslag fra Bergheim:\nSaken utsettes til høsten."
    assert kinds("1. Skole", text) == [(text, "proposal")]


def test_a_block_ends_at_a_blank_line_and_at_the_next_item():
    blocks = kinds("1. Skole", "Vedtak: Planen følges opp til høsten.", SAID, "2. Helse", SAID)
    assert [kind for _, kind in blocks] == ["decision", None, None]


def test_a_block_goes_on_over_its_numbers():
    blocks = kinds(
        "1. Skole", "Vedtak:\n1. Planen følges opp til høsten.\n2. Saken sendes på høring."
    )
    assert [kind for _, kind in blocks] == ["decision", "decision"]


def test_a_short_numbered_decision_is_no_heading():
    assert items("1. Skole", SAID, "Vedtak:\n1. Planen vedtas.\n2. Saken sendes.") == [
        ("1", 1, "Skole")
    ]


def test_passages_know_their_item_and_those_before_the_first_have_none():
    found = parsed(
        body("Møtet startet med en omvisning i lokalene.", "1. Skole", SAID, "2. Helse", SAID)
    )
    assert [one.agenda for one in found.passages] == [None, "1", "2"]


def test_a_sentence_with_a_number_is_no_heading():
    found = items("1. Skole", SAID, "3 av kommunene har svart på høringen.", SAID)
    assert found == [("1", 1, "Skole")]


def test_the_span_of_an_item_is_its_heading():
    text = body("1. Skole", SAID)
    (item,) = parsed(text).agenda
    assert text[item.span.start : item.span.end] == "1. Skole"


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        ("I. Skole", "II. Helse", ["I", "II"]),
        ("I  Skole", "II  Helse", ["I", "II"]),
        ("Ad 1) Skole", "Ad 2) Helse", ["1", "2"]),
        ("Ad. sak 1: Skole", "Ad. sak 2: Helse", ["1", "2"]),
        ("Til sak 1 – Skole", "Til sak 2 – Helse", ["1", "2"]),
        ("Sak 2006-12 Skole", "Sak 2006-13 Helse", ["2006-12", "2006-13"]),
        ("§ 1 Skole", "§ 2 Helse", ["1", "2"]),
        ("1.Skole", "2.Helse", ["1", "2"]),
        ("## 1. Skole", "## 2. Helse", ["1", "2"]),
        ("**1. Skole**", "**2. Helse**", ["1", "2"]),
        ("Sak 1\nSkole", "Sak 2\nHelse", ["1", "2"]),
        ("Skole:", "Helse:", ["1", "2"]),
    ],
)
@pytest.mark.parametrize("blank", ["", "\n"])
def test_headings_in_the_forms_that_writers_give_them(first, second, numbers, blank):
    text = (
        "Referat fra møte\n\nDato: 22. april 2006\nTil stede: Anne Vikse, Per Bergheim\n\n"
        f"{first}\n{blank}Vikse sa ja.\n\n{second}\n{blank}Bergheim sa nei.\n"
    )
    found = [(item.number, item.title, item.level) for item in parsed(text).agenda]
    assert found == [(numbers[0], "Skole", 1), (numbers[1], "Helse", 1)]


def test_a_parent_right_above_its_child_is_no_preview():
    text = (
        "Referat fra møte\n\nDato: 22. april 2006\nTil stede: Anne Vikse, Per Bergheim\n\n"
        "1. Skole\n1.1 Leseopplæring\nVikse sa ja.\n1.2 Skoleskyss\nBergheim sa nei.\n"
    )
    assert [item.number for item in parsed(text).agenda] == ["1", "1.1", "1.2"]


def test_what_the_source_marks_as_headings_are_the_headings():
    text = body("Hva skal skolen bli?", SAID, "Norm", "1. Tiltak", SAID, "Vi må spare.", SAID)
    places = ("Hva skal", "Vi må")
    marked = replace(document(text), depths=tuple((text.index(words), 2) for words in places))
    found = parse(marked, LEXICON, REGISTERS)[0].agenda
    assert [item.title for item in found] == ["Hva skal skolen bli?", "Vi må spare."]
