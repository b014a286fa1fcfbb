"""The file of decisions: read and written to the letter, and wrong rows named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standpunkt.errors import DataError
from standpunkt.model import ReviewState
from standpunkt.review.decisions import (
    COLUMNS,
    NAME,
    dump_decisions,
    escape,
    load_decisions,
    of_document,
    unescape,
)
from tests.review.made import decision


@pytest.fixture
def write(tmp_path):
    def written(text: str, encoding: str = "utf-8"):
        (tmp_path / NAME).write_bytes(text.encode(encoding))
        return load_decisions(tmp_path)

    return written


def test_what_is_written_is_read_again_to_the_letter(write):
    first = replace(decision("Vik mente", act="request"), comment="Først,\nså «det» \\n.\x0c\u2028")
    other = replace(decision("Ås var", ReviewState.REJECTED), document="2001_mote")
    text = dump_decisions([first, other])
    assert write(text) == (other, first)
    assert dump_decisions(write(text)) == text
    assert text.count("\n") == 3


def test_a_file_saved_with_a_mark_is_read(write):
    assert len(write(dump_decisions([decision("Vik mente")]), "utf-8-sig")) == 1


def test_no_folder_and_no_file_is_no_decision(tmp_path):
    assert load_decisions(None) == load_decisions(tmp_path) == ()


def test_a_file_of_a_heading_alone_is_no_decision(write):
    assert write(",".join(COLUMNS) + "\n\n") == ()


def test_decisions_are_picked_by_document():
    one = decision("Vik mente")
    assert of_document([one, replace(one, document="x")], "x") == (replace(one, document="x"),)


WRONG = {
    "another state": (",accepted,", ",maybe,", "'review' is 'maybe'; expected one of accepted"),
    "unreviewed": (",accepted,", ",unreviewed,", "'review' is 'unreviewed'"),
    "no span": (",239-287,", ",287-239,", "'span' is '287-239'; expected two offsets"),
    "a quote that is too short": ("Vik mente at", "Vik mente", "'quote' has 45 characters"),
    "another act": (",demand,", ",demnd,", "'act' is 'demnd'; expected one of opposition"),
    "no stance": (",for,", ",,", "'stance' is empty"),
    "no topic": (",lærernorm,", ",,", "'topic' is empty"),
    "no reviewer": ("Gro Koder", "", "'reviewer' is empty"),
    "another date": ("2026-03-01", "1.3.2026", "'date' is '1.3.2026'; expected a date"),
    "no date": ("2026-03-01", "", "'date' is empty"),
    "a cell more": (",Gro Koder,", ",Gro,Koder,", "24 cells; expected 23"),
}


@pytest.mark.parametrize(("old", "new", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_row_is_named_with_what_was_expected(write, old, new, message):
    text = dump_decisions([decision("Vik mente")])
    span = f",{decision('Vik mente').span.start}-{decision('Vik mente').span.end},"
    text = text.replace(span, ",239-287,")
    assert old in text
    with pytest.raises(DataError, match=r"^statements\.csv, row 2: ") as error:
        write(text.replace(old, new, 1))
    assert message in str(error.value)


def test_a_wrong_change_is_named(write):
    text = dump_decisions([decision("Vik mente", act="request")])
    with pytest.raises(DataError, match="'before' has 'deed: demand'"):
        write(text.replace("act: demand", "deed: demand"))


def test_two_decisions_on_the_same_words_are_refused(write):
    text = dump_decisions([decision("Vik mente")])
    with pytest.raises(DataError, match=r"row 3: decides on the same words as .*row 2"):
        write(text + text.partition("\n")[2])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n", r"row 1: the columns are a,b; expected document,span"),
        ('"', "not a CSV file"),
        ("\n", "row 1: the columns are nothing"),
    ],
)
def test_another_file_is_refused(write, text, message):
    with pytest.raises(DataError, match=message):
        write(text)


def test_a_file_that_is_not_utf_8_is_refused(write):
    with pytest.raises(DataError, match="not UTF-8"):
        write("æøå", "cp1252")


def test_a_folder_in_its_place_is_refused(tmp_path):
    (tmp_path / NAME).mkdir()
    with pytest.raises(DataError, match="cannot be read"):
        load_decisions(tmp_path)


@pytest.mark.parametrize("text", ["", "a\\nb", "a\nb", "\\", "\\\n\r\t\x0b\x0c"])
def test_escaping_goes_both_ways(text):
    assert unescape(escape(text)) == text
    assert escape(text).isprintable()
