"""Nothing is silently dropped: a line that nobody reads is a finding."""

from __future__ import annotations

import pytest

from standpunkt.extract.coverage import unread
from standpunkt.model import Span
from tests.extract.meetings import document, read, whole

TEXT = "Referat\nVikse sa ja, og Bergheim\nog så videre\n – 7 – \nsvarte nei."


def spans(*words: str) -> list[Span]:
    return [Span(TEXT.index(one), TEXT.index(one) + len(one)) for one in words]


def test_a_text_that_is_accounted_for_leaves_nothing():
    assert unread(document(TEXT), [whole(TEXT)]) == ()


def test_a_line_that_nobody_reads_is_a_finding_with_its_place():
    found = unread(document(TEXT), spans("Referat", "Vikse sa ja, og Bergheim", "svarte nei."))
    (finding,) = found
    assert (finding.code, finding.document, finding.page, finding.line) == (
        "unread",
        "mote.txt",
        1,
        3,
    )
    assert finding.message.startswith("not read: 'så videre'; expected")


def test_links_marks_and_lone_figures_need_no_reader():
    accounted = spans("Referat", "Vikse sa ja", "Bergheim", "så videre", "svarte nei")
    assert unread(document(TEXT), accounted) == ()


def test_each_line_is_told_once():
    assert [one.line for one in unread(document(TEXT), [])] == [1, 2, 3, 5]


@pytest.mark.parametrize(
    "text",
    [
        "Vikse sa ja, og ba om et møte. Det haster.",
        "Det vises til vedlegg 2.",
        "xyzzy plugh",
        "Lundemo måtte gå, og Bergheim tok over møteledelsen.",
        "Vedtak:\nNormen fjernes fra 1. mai.",
        "Forslag fra Vikse:\nNormen fjernes fra 1. mai.",
    ],
)
def test_what_is_said_what_happens_and_what_is_left_out_is_accounted_for(text):
    assert [one for one in read(text).findings if one.code == "unread"] == []


def test_what_stands_before_the_first_speaker_of_a_sentence_is_found_unread():
    reading = read("Saken er alvorlig for kommunene, og Vikse ba om et møte.")
    assert len(reading.statements) == 1
    assert [one.code for one in reading.findings] == ["unread"]


def test_a_participants_name_in_a_sentence_that_is_nobodys_is_a_finding():
    reading = read("Etter innlegget til Anne Vikse kl. 15 brøt latteren løs.")
    codes = {one.code for one in reading.findings} | {one.rule for one in reading.statements}
    assert codes
