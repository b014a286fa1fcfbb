"""Lines and paragraphs: which line ends are only where the page was full."""

from __future__ import annotations

import pytest

from standpunkt.parse.layout import blocks_of, lines_of
from tests.extract.meetings import document

WRAPPED = """\
Vikse sa at kommunene er klare til å ta imot flyktninger, og at de har god
erfaring med dette. Hun viste til at boliger står klare i mange kommuner, og
ba om at bosettingen kommer raskt i gang."""


def paragraphs(text: str, *labels: str) -> list[str]:
    """The text of each block, with single spaces."""
    blocks = blocks_of(lines_of(document(text)), lambda line: line.startswith(labels or ("@",)))
    return [" ".join(line.text for line in block.lines) for block in blocks]


def test_a_wrapped_paragraph_is_one_block():
    assert paragraphs(WRAPPED) == [" ".join(WRAPPED.split())]


def test_a_blank_line_breaks():
    assert len(paragraphs(f"{WRAPPED}\n\n{WRAPPED}")) == 2


def test_a_line_that_left_room_for_the_next_word_ends_its_paragraph():
    text = f"{WRAPPED}\nBergheim svarte at departementet følger saken tett, og at det kommer mer."
    assert len(paragraphs(text)) == 2


def test_lines_that_are_not_wrapped_are_paragraphs_of_their_own():
    text = f"{' '.join(WRAPPED.split())}\nBergheim svarte.\nNesset takket."
    assert len(paragraphs(text)) == 3


@pytest.mark.parametrize("mark", ["•", "-", "–", "*", "·"])
def test_a_bullet_begins_a_block_and_is_not_part_of_it(mark):
    assert paragraphs(f"Saker:\n{mark} Skole\n{mark} Helse") == ["Saker:", "Skole", "Helse"]


def test_a_wrapped_entry_of_a_bullet_list_goes_on():
    lines = WRAPPED.splitlines()
    text = "\n".join([f"• {lines[0]}", f"  {lines[1]}", f"  {lines[2]}", "• Helse"])
    assert paragraphs(text) == [" ".join(WRAPPED.split()), "Helse"]


@pytest.mark.parametrize("number", ["1.", "2.1", "a)", "PS 3/09", "12/21", "Sak 4/22"])
def test_a_number_begins_a_block(number):
    assert paragraphs(f"{WRAPPED}\n{number} Helse og omsorg")[-1] == f"{number} Helse og omsorg"


def test_a_label_begins_a_block():
    text = "Møteleder: Kari Lundemo\nReferent: Trine Moland"
    assert paragraphs(text, "Møteleder:", "Referent:") == text.splitlines()


def test_a_hyphen_at_the_end_of_a_line_goes_on():
    assert len(paragraphs(WRAPPED.replace("god\nerfaring", "små-\nog store"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Kari Lundemo, leder\nPer Bergheim, nestleder\nNina Dahle",
        "Rådmann Trine Moland\nJon Krogstad, skolesjef",
        "Kari Lundemo, Ap\nPer Bergheim, H\nNina Holm, Sp\nOla Nes, V",
    ],
)
def test_short_lines_of_like_length_are_a_list_and_no_paragraph(text):
    assert paragraphs(f"Møtende medlemmer:\n{text}", "Møtende")[1:] == text.splitlines()


def test_a_page_break_inside_a_paragraph_breaks_nothing():
    assert paragraphs(WRAPPED.replace("og\nba", "og\n\fba")) == [" ".join(WRAPPED.split())]


def test_spans_lead_to_the_words_of_a_block_to_the_letter():
    text = f"  Skole  \r\n\r\n{WRAPPED}\r\n"
    blocks = blocks_of(lines_of(document(text)), lambda _: False)
    assert [text[one.span.start : one.span.end] for one in blocks] == ["Skole", WRAPPED]


def test_a_text_without_words_has_no_blocks():
    assert paragraphs(" \n\n\t\n") == []
