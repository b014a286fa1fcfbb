"""Abbreviations that nobody bore on the day of the meeting are findings, with what is meant."""

from __future__ import annotations

from datetime import date

import pytest

from standpunkt.extract.abbreviations import out_of_date
from standpunkt.pipeline import read
from tests.extract.meetings import REGISTERS, document


def findings(text: str, *day: int) -> list[tuple[int, str]]:
    found = out_of_date(document(text), date(*day), REGISTERS)
    return [(one.line, one.message) for one in found]


def test_a_finding_says_what_was_seen_when_it_was_valid_and_what_was_understood():
    (found,) = out_of_date(document("Til stede:\nAne Li, KMD"), date(2010, 5, 3), REGISTERS)
    assert (found.code, found.page, found.line) == ("abbreviation-not-valid", 1, 2)
    assert found.message == (
        "'KMD' is Kommunal- og moderniseringsdepartementet (2014–2021), and not valid on "
        "2010-05-03; understood as Kommunal- og moderniseringsdepartementet; check the date of "
        "the meeting, or write the name of the day"
    )


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("KDD", (2015, 2, 11), "understood as Kommunal- og moderniseringsdepartementet"),
        ("KMD", (2023, 2, 11), "understood as Kommunal- og distriktsdepartementet"),
        ("KD", (2004, 9, 20), "(from 2006) or Kulturdepartementet (1991–2001)"),
        ("KD", (2004, 9, 20), "understood as none of them"),
        ("KDDs forslag", (2015, 2, 11), "'KDD' is"),
        ("KRD/KS", (2016, 2, 11), "'KRD' is Kommunal- og regionaldepartementet (1998–2013)"),
        ("JBV", (2018, 2, 11), "'JBV' is Jernbaneverket (until 2016)"),
        ("HD", (2014, 2, 11), "(2002–2004)"),
    ],
)
def test_an_abbreviation_of_other_years_is_told_of(text, day, expected):
    ((_, message),) = findings(text, *day)
    assert expected in message


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("KMD og KS", (2014, 1, 1)),
        ("KMD", (2021, 12, 31)),
        ("KD", (2001, 12, 31)),
        ("HOD, UDI og Udir", (2022, 4, 22)),
        ("SOS-barnebyer", (2015, 1, 1)),
        ("SAK 3 OM AD OG HD", (2016, 1, 1)),
        ("mod og ad", (2016, 1, 1)),
    ],
)
def test_what_is_valid_or_no_abbreviation_is_not_told_of(text, day):
    assert findings(text, *day) == []


def test_a_year_without_a_day_covers_the_whole_year():
    assert findings("BLD og BFD", 2019, 6, 1) == []
    assert len(findings("BLD", 2020, 1, 1)) == 1


def test_each_abbreviation_is_told_of_once_where_it_first_stands():
    assert [line for line, _ in findings("Hei\nKMD\nKDD og KMD\nKMDs", 2010, 5, 3)] == [2, 3]


def test_without_a_date_nothing_can_be_said():
    assert out_of_date(document("KMD"), None, REGISTERS) == ()


def test_the_reading_of_a_document_tells_of_them(tmp_path):
    path = tmp_path / "2010-05-03_mote.txt"
    path.write_text(
        "Referat fra møte\n\nDato: 3. mai 2010\n\nTil stede:\nStatsråd Ane Li, KMD\nOla Moe, KS\n\n"
        "1. Barnehager\n\nLi viste til arbeidet i departementet.\n",
        encoding="utf-8",
    )
    codes = [(one.code, one.line) for one in read(path).findings]
    assert ("abbreviation-not-valid", 6) in codes
