"""The reader reads the made-up minutes, and the truth has what it finds."""

import pytest

from standpunkt import pipeline
from standpunkt.demo.comparison import compare
from standpunkt.demo.words import load_words
from standpunkt.model import Side
from standpunkt.resolve.registers import load_registers


@pytest.fixture(scope="module")
def readings(folder):
    """All documents of the series, read."""
    return [pipeline.read(path) for path in sorted(folder.glob("*.txt"))]


@pytest.fixture(scope="module")
def found(readings, truth):
    """What was found of the whole series."""
    first, *others = (compare(one, truth, load_registers()) for one in readings)
    return sum(others, first)


def test_nearly_everybody_on_the_lists_is_read_and_nobody_else(found):
    assert found.people.f1 >= 0.97, found.missed
    assert found.bodies.f1 >= 0.95, found.missed


def test_everybody_is_read_from_lists_with_the_given_name_first(readings, truth):
    for reading, known in zip(readings, truth["documents"], strict=True):
        if known["layout"] != "etternavn":
            people = compare(reading, truth, load_registers()).people
            assert (people.read, people.there) == (0, 0), known


def test_nearly_all_statements_are_found_with_their_speakers(found):
    assert found.statements.f1 >= 0.95, found.missed
    assert found.speakers.f1 >= 0.97, found.missed


def test_meetings_have_their_day_number_and_language(readings, truth):
    for reading, known in zip(readings, truth["documents"], strict=True):
        meeting = reading.minutes.meeting
        assert (str(meeting.date), meeting.language) == (known["date"], known["language"])
        assert meeting.number == known["document"].rpartition("-")[2]
        assert meeting.start
        assert meeting.place


def test_that_it_is_made_up_is_neither_a_statement_nor_a_person(readings):
    (sentences,) = load_words().phrases["made_up"]
    for reading in readings:
        text = reading.document.text
        place = max(text.find(sentence) for sentence in sentences)
        assert place > 0
        spans = [one.span for one in (*reading.statements, *reading.minutes.participants)]
        assert not any(span.start <= place < span.end for span in spans)
        assert not any(one.title in sentences for one in reading.minutes.agenda)


def test_both_sides_are_there(readings):
    for reading in readings:
        assert {Side.STATE, Side.KS} <= {one.side for one in reading.minutes.participants}
