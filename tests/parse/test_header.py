"""The head of minutes: labels on the line, alone on a line, misspelt; title, date and place."""

from __future__ import annotations

from datetime import date, time

import pytest

from tests.extract.meetings import parsed

BODY = "\n\n1. Skole\n\nVikse sa ja.\n"
LIST = "Til stede: Anne Vikse, Per Bergheim"


def names(head: str) -> list[str]:
    return [one.name for one in parsed(head + BODY).participants]


@pytest.mark.parametrize(
    "label",
    [
        "Tilstede:",
        "TIL STEDE:",
        "Til stede :",
        "Til stades:",
        "Deltakere:",
        "Deltakarar:",
        "Møtende medlemmer:",
        "Følgende møtte:",
        "Desse møtte:",
        "Disse møtte:",
        "Til stede     ",
    ],
)
def test_a_label_of_the_attendance_list_stands_before_its_value(label):
    head = f"Referat fra møte 22. april 2022\n\n{label} Anne Vikse, Per Bergheim"
    assert names(head) == ["Anne Vikse", "Per Bergheim"]


@pytest.mark.parametrize("label", ["Til stede", "Til stede:", "Møtende medlemmer", "Deltakere"])
def test_a_label_alone_on_its_line_has_its_value_below(label):
    head = f"Referat fra møte 22. april 2022\n\n{label}\nAnne Vikse, leder\nPer Bergheim, nestleder"
    assert names(head) == ["Anne Vikse", "Per Bergheim"]
    assert names(head.replace(f"{label}\n", f"{label}\n\n")) == ["Anne Vikse", "Per Bergheim"]


def test_a_tab_parts_label_and_value():
    head = "Referat\n\nTil stede\tAnne Vikse, Per Bergheim\nDato\t22.04.2022\nSted\tRådhuset"
    assert names(head) == ["Anne Vikse", "Per Bergheim"]


@pytest.mark.parametrize("label", ["Møtende medlemer", "Møtene medlemmer", "Ledelse av møet"])
def test_a_slip_of_the_pen_in_a_long_label_is_forgiven(label):
    head = f"Referat fra møte 22. april 2022\n\n{LIST}\n{label}: Per Bergheim"
    assert names(head) == ["Anne Vikse", "Per Bergheim"]


@pytest.mark.parametrize(
    "label",
    [
        "Faste medlemmer som ikke møtte",
        "Medlemmer som ikke møtte",
        "Faste medlemer som ikkje møtte",
    ],
)
def test_those_who_did_not_meet_are_absent(label):
    head = f"Referat fra møte 22. april 2022\n\n{LIST}\n\n{label}:\nOla Nesset (V)"
    absent = parsed(head + BODY).participants[-1]
    assert (absent.name, absent.functions) == ("Ola Nesset", ("absent",))


def test_a_side_is_a_label_on_the_line_and_alone():
    for parting in (" ", "\n"):
        sides = f"Fra staten:{parting}Per Bergheim (HOD)\nFra KS: Anne Vikse"
        text = f"Referat\n\nDato: 22.04.2022\nTil stede:\n{sides}{BODY}"
        people = parsed(text).participants
        assert [(one.name, one.side) for one in people] == [
            ("Per Bergheim", "state"),
            ("Anne Vikse", "ks"),
        ]


def test_labels_come_in_any_order():
    head = f"Referat\n\nReferent: Per Bergheim\nDato: 22. april 2022\nSted: Rådhuset\n{LIST}"
    meeting = parsed(head + BODY).meeting
    assert (meeting.date, meeting.place) == (date(2022, 4, 22), "Rådhuset")


@pytest.mark.parametrize(
    ("lines", "day", "start", "place"),
    [
        ("Dato: 22. april 2022", (2022, 4, 22), None, None),
        ("Møtedato: 22.04.2022\nTid: 18.00 - 20.30", (2022, 4, 22), (18, 0), None),
        ("Tid: onsdag 25. september 2019 kl. 12:30–14:00", (2019, 9, 25), (12, 30), None),
        ("Tid og sted: 3. mars 2014 kl. 9 i Rådhuset", (2014, 3, 3), (9, 0), "Rådhuset"),
        ("Stad: R6, auditoriet\nTid: 1. mai 2020", (2020, 5, 1), None, "R6, auditoriet"),
    ],
)
def test_date_time_and_place_have_labels_of_their_own(lines, day, start, place):
    meeting = parsed(f"Referat fra møte\n\n{lines}\n{LIST}{BODY}").meeting
    assert meeting.date == date(*day)
    assert meeting.start == (time(*start) if start else None)
    assert meeting.place == place


def test_a_date_without_a_year_takes_that_of_the_title():
    text = f"Referat fra møte 22. april 2022\n\nDato: 22. april kl. 1415–1545\n{LIST}{BODY}"
    meeting = parsed(text).meeting
    assert (meeting.date, meeting.start, meeting.end) == (
        date(2022, 4, 22),
        time(14, 15),
        time(15, 45),
    )


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Referat fra 2. konsultasjonsmøte", "2"),
        ("REFERAT FRA DET 3. KONSULTASJONSMØTET", "3"),
        ("Styremøte nr. 4/2012", "4/2012"),
        ("Referat fra møte nr 7", "7"),
        ("Referat fra møte", None),
    ],
)
def test_the_number_of_the_meeting_stands_in_its_title(title, number):
    assert parsed(f"{title}\n\nDato: 22.04.2022\n{LIST}{BODY}").meeting.number == number


def test_title_and_series_are_told_apart_and_lose_their_capitals():
    head = (
        "KONSULTASJONER MELLOM STATEN OG KOMMUNESEKTOREN\n\nREFERAT FRA DET\n2. KONSULTASJONSMØTET"
    )
    meeting = parsed(f"{head}\n\nDato: 22.04.2022\n{LIST}{BODY}").meeting
    assert meeting.title == "Referat fra det 2. konsultasjonsmøtet"
    assert meeting.series == "Konsultasjoner mellom staten og kommunesektoren"


def test_a_sentence_that_begins_with_from_is_no_label():
    body = "1. Skole\n\nFra KS' side ble det pekt på kostnadene.\n"
    found = parsed(f"Referat\n\nDato: 22.04.2022\n{LIST}\n\n{body}")
    assert [one.title for one in found.agenda] == ["Skole"]
    assert len(found.passages) == 1


def test_a_speaker_with_a_colon_right_below_the_list_is_no_label():
    text = f"Referat\n\nDato: 22.04.2022\n{LIST}\n\nBergheim: Dette haster.\n"
    assert len(parsed(text).passages) == 1


def test_a_colon_in_the_running_text_is_no_label():
    found = parsed(f"Referat\n\nDato: 22.04.2022\n{LIST}{BODY}\nVikse: Dette haster.\n")
    assert len(found.passages) == 2
