"""Where sentences end, in spite of abbreviations, ordinals, initials and dates."""

from __future__ import annotations

import pytest

from standpunkt.parse.sentences import sentences
from tests.extract.meetings import LEXICON, to_mend, whole

ENDS = [
    ["Vikse sa ja.", "Bergheim sa nei."],
    ["Vikse spurte: Hva nå?", "Bergheim svarte."],
    ["Vikse jublet!", "Bergheim tidde …", "Nesset gikk."],
    ["Vikse sa «ja.»", "Bergheim sa nei."],
    ["Vikse sa ja.", "«Nei», sa Bergheim."],
    ["Vikse sa ja.", "(Bergheim sa nei.)"],
    ["Vikse sa ja.", "– Bergheim sa nei."],
    ["Vikse sa ja.", "Øystein sa nei.", "Åse sa ja.", "Ærlig talt."],
    ["Saken kom opp i 2022.", "Vikse sa ja."],
    ["Vikse sa ja.", "3 av 5 sa nei."],
]
GOES_ON = [
    "Det gjelder bl.a. Oslo og Bergen.",
    "Jf. Prop. 12 S og Meld. St. 3 om saken.",
    "Vikse viste til pkt. 4 og nr. 2 i lista.",
    "Det er p.t. Oslo som leder.",
    "Møtet er kl. 10. mai neste år.",
    "Den 3. mai kom saken opp.",
    "Fristen er 1. oktober 2022 for alle.",
    "Fristen er 3. 4. 2022 for alle.",
    "Det 2. konsultasjonsmøtet var godt.",
    "A. B. Vikse sa ja.",
    "Det kostar 3,5 mill. Kroner er ikkje alt, m.a. Oslo.",
    "Vikse sa ja. fordi det haster.",
    "Adm. dir. Vikse sa ja.",
    "Vikse viste til kap. 3 i planen.",
]


def split(text: str) -> list[str]:
    return [text[one.start : one.end] for one in sentences(text, whole(text), LEXICON)]


@pytest.mark.parametrize("expected", ENDS)
def test_a_sentence_ends_at_its_mark(expected):
    assert split(" ".join(expected)) == expected


@pytest.mark.parametrize("text", GOES_ON)
def test_a_full_stop_in_an_abbreviation_a_date_or_an_initial_ends_nothing(text):
    assert split(text) == [text]


@pytest.mark.parametrize(
    "expected",
    [
        ["Det gjelder skole, barnehage osv.", "Bergheim sa nei."],
        to_mend(["Det koster 3 mill. kr.", "Bergheim sa nei."], reason="a unit may end a sentence"),
    ],
)
def test_an_abbreviation_may_end_a_sentence_too(expected):
    assert split(" ".join(expected)) == expected


def test_spans_leave_out_the_white_space_around_sentences():
    text = "  Vikse sa ja.   Bergheim sa nei.  "
    assert split(text) == ["Vikse sa ja.", "Bergheim sa nei."]


def test_only_the_given_stretch_is_cut():
    text = "Ja. Nei. Vet ikke."
    found = list(sentences(text, whole("Ja. Nei."), LEXICON))
    assert [text[one.start : one.end] for one in found] == ["Ja.", "Nei."]
