"""Decisions on top of a reading: what stands, what moves, what is lost and said to be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from standpunkt.describe import Iris, describe
from standpunkt.model import Act, ReviewState, Span
from standpunkt.pipeline import extracted
from standpunkt.resources import resource
from standpunkt.review.apply import REJECTED, apply_decisions
from standpunkt.review.coding import codings
from standpunkt.review.places import occurrences, overlap, paired
from tests.review.made import REGISTERS, applied, decision, statement, with_text, without
from tests.samples import TEXT, sample_reading

if TYPE_CHECKING:
    from standpunkt.review.decisions import Decision

REAL = sorted(resource("data", "minutes").glob("*.txt"))


def test_without_decisions_a_reading_is_as_it_was():
    reading = sample_reading()
    assert applied(reading=reading) is reading


def test_an_accepted_statement_is_the_same_but_for_its_state():
    reading = applied(decision("Vik mente"))
    before, after = sample_reading().statements[0], reading.statements[0]
    assert after.review is ReviewState.ACCEPTED
    assert replace(after, review=before.review) == before
    assert reading.reviews[0].reviewer == "Gro Koder"


def test_a_corrected_field_stands_and_says_what_it_was():
    reading = applied(decision("Det ble påpekt", act="concern"))
    one = statement(reading, "Det ble påpekt")
    assert (one.act, one.review) == (Act.CONCERN, ReviewState.CORRECTED)
    assert (one.rule, one.act_rule) == ("subject", "review")
    (change,) = reading.reviews[0].changes
    assert (change.field, change.before, change.after) == ("act", "assessment", "concern")


def test_a_person_found_the_speaker_where_the_speaker_was_corrected():
    reading = applied(decision("Ås var uenig", speakers="Kåre Vik", on_behalf_of="KS"))
    one = statement(reading, "Ås var uenig")
    assert [speaker.name for speaker in one.speakers] == ["Kåre Vik"]
    assert (one.rule, one.act_rule, one.confidence) == ("review", "mene", 1.0)
    assert one.as_written == ()


def test_a_rejected_statement_is_left_out_with_the_reason():
    reading = applied(decision("Vik mente", ReviewState.REJECTED))
    assert [one.number for one in reading.statements] == list(range(1, 7))
    assert statement(reading, "Ås var uenig").responds_to is None
    (left,) = [one for one in reading.ignored if one.reason == REJECTED]
    assert reading.document.quote(left.span).startswith("Vik mente")
    (review,) = reading.reviews
    assert review.statement.number == 0


def test_numbers_and_replies_follow_what_was_added():
    made = decision("Vik mente", ReviewState.ADDED)
    reading = applied(made, reading=without(sample_reading(), "Vik mente"))
    assert [one.number for one in reading.statements] == list(range(1, 8))
    assert reading.statements[0].review is ReviewState.ADDED
    assert (reading.statements[0].rule, reading.statements[0].act_rule) == ("review", "review")


def test_a_decided_statement_stands_where_the_extractor_finds_nothing_any_more():
    made = decision("Ås var uenig", act="support", stance="for")
    reading = applied(made, reading=without(sample_reading(), "Ås var uenig"))
    one = statement(reading, "Ås var uenig")
    assert (one.act, one.review) == (Act.SUPPORT, ReviewState.CORRECTED)
    assert one.responds_to == 1


def test_it_keeps_its_span_where_the_extractor_finds_another_that_overlaps():
    found = sample_reading()
    one = statement(found, "Vik mente")
    shorter = replace(one, span=Span(one.span.start, one.span.end - 15))
    changed = replace(found, statements=(shorter, *found.statements[1:]))
    reading = applied(decision("Vik mente"), reading=changed)
    assert reading.statements[0].span == one.span
    assert len(reading.statements) == 7
    assert statement(reading, "Ås var uenig").responds_to == 1


def test_one_that_hardly_overlaps_is_another_statement():
    found = sample_reading()
    one = statement(found, "Vik mente")
    shorter = replace(one, span=Span(one.span.start, one.span.start + 9))
    changed = replace(found, statements=(shorter, *found.statements[1:]))
    reading = applied(decision("Vik mente"), reading=changed)
    assert len(reading.statements) == 8


def test_a_better_extractor_does_not_change_what_was_decided():
    found = sample_reading()
    changed = replace(
        found, statements=tuple(replace(one, act=Act.PROCEDURAL) for one in found.statements)
    )
    reading = applied(decision("Vik mente"), reading=changed)
    assert [one.act for one in reading.statements[:2]] == [Act.DEMAND, Act.PROCEDURAL]


def test_words_that_have_moved_are_found_again_and_told():
    made = (decision("Vik mente"), decision("Ås var uenig"))
    changed = with_text(sample_reading(), TEXT.replace("1. Skole\n", "1. Skole\nNytt her.\n"))
    reading = applied(*made, reading=changed)
    assert [one.span.start - d.span.start for one, d in zip(reading.statements, made, strict=True)]
    assert [one.responds_to for one in reading.statements] == [None, 1]
    assert [one.code for one in reading.findings[-2:]] == ["decision-moved"] * 2
    assert "Vik mente" in reading.findings[-2].message


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("Vik mente", "Vik meinte"),
        TEXT.replace("1. Skole\n", "1. Skole\nVik mente at “normen”\n").replace('"normen"', "x"),
    ],
    ids=["changed", "gone"],
)
def test_words_that_are_gone_are_a_finding_and_no_statement(text):
    reading = applied(decision("Vik mente"), reading=with_text(sample_reading(), text))
    assert (reading.statements, reading.reviews) == ((), ())
    (finding,) = reading.findings
    assert finding.code == "decision-lost"
    assert "is no longer in the text" in finding.message
    assert "statements.csv" in finding.message


def test_words_that_stand_elsewhere_twice_are_lost():
    quote = 'Vik mente at "normen" bør gjelde på kommunenivå.'
    text = f"Nytt\n{quote}\n{quote}\n"
    reading = applied(decision("Vik mente"), reading=with_text(sample_reading(), text))
    assert "stands in the text 2 times" in reading.findings[0].message


def test_the_decision_that_stands_in_its_place_wins_over_one_that_moved_there():
    first = decision("Vik mente")
    other = replace(first, span=Span(3, 3 + len(first.quote)))
    reading = applied(other, first)
    assert [one.code for one in reading.findings] == ["decision-lost"]
    assert reading.statements[0].review is ReviewState.ACCEPTED


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_to_accept_all_of_a_document_changes_nothing_in_it(path):
    found = extracted(path)
    document = found.document
    made = [
        replace(
            decision("Vik mente"),
            document=document.key,
            span=span,
            quote=document.quote(span),
            coding=coding,
        )
        for span, coding in codings(found.statements).items()
    ]
    reading = apply_decisions(found, made, REGISTERS)
    unreviewed = [replace(one, review=ReviewState.UNREVIEWED) for one in reading.statements]
    assert unreviewed == list(found.statements)
    assert reading.findings == found.findings


# The graph ---------------------------------------------------------------------------------


def graph(*made: Decision) -> str:
    return describe(applied(*made), REGISTERS)


def test_the_decision_is_in_the_graph_of_its_document():
    made = replace(decision("Det ble påpekt", act="concern"), comment="Et problem.")
    lines = graph(made)
    review = Iris().review(made.document, made.span)
    for words in (
        f"<{review}> <http://www.w3.org/ns/prov#wasAssociatedWith>",
        f'<{review}> <http://purl.org/dc/terms/date> "2026-03-01"',
        f'<{review}> <http://purl.org/dc/terms/description> "Et problem."',
        f'<{review}/act> <https://w3id.org/standpunkt/ns#before> "assessment"',
        f'<{review}/act> <https://w3id.org/standpunkt/ns#after> "concern"',
        '<http://xmlns.com/foaf/0.1/name> "Gro Koder"',
    ):
        assert words in lines


def test_what_was_rejected_is_no_statement_in_the_graph_and_its_decision_is():
    made = decision("Vik mente", ReviewState.REJECTED)
    lines = graph(made)
    one, review = (make(made.document, made.span) for make in (Iris().statement, Iris().review))
    assert f"\n<{one}> " not in lines
    assert f"<{review}> <https://w3id.org/standpunkt/ns#reviewed> <{one}>" in lines
    assert f'<{one}/source/quote> <http://www.w3.org/ns/oa#exact> "Vik mente' in lines


def test_what_was_added_was_made_by_the_review():
    made = decision("Vik mente", ReviewState.ADDED)
    one, review = (make(made.document, made.span) for make in (Iris().statement, Iris().review))
    assert f"<{one}> <http://www.w3.org/ns/prov#wasGeneratedBy> <{review}>" in graph(made)


# Places ------------------------------------------------------------------------------------


def test_spans_are_paired_one_to_one_by_the_best_overlap():
    ones, others = [Span(0, 10), Span(10, 20)], [Span(0, 12), Span(2, 10), Span(30, 40)]
    assert paired(ones, others) == {Span(0, 10): Span(0, 12)}
    assert overlap(Span(0, 10), Span(10, 20)) == 0


def test_occurrences_may_overlap():
    assert occurrences("aaaa", "aa") == [0, 1, 2]
