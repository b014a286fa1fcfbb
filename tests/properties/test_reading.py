"""What holds for whatever is read: no crash, spans that are quotes, speakers who were there."""

from __future__ import annotations

import itertools
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from standpunkt import pipeline
from standpunkt.errors import StandpunktError
from standpunkt.model import ActorKind, Reading
from standpunkt.resources import resource, root
from tests.extract.meetings import HEAD, HEAD_NN, LEXICON, read_text

if TYPE_CHECKING:
    from pathlib import Path

REAL = (resource("data", "minutes") / "2022-04-22_konsultasjonsmote-2.txt").read_text(
    encoding="utf-8"
)


def examples(number: int) -> settings:
    """So many examples, the same in every run."""
    return settings(
        max_examples=number,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )


def read_file(folder: Path, data: bytes) -> Reading | None:
    """The reading of a file's bytes; ``None`` where they are refused with an error for users."""
    path = folder / "mote.txt"
    path.write_bytes(data)
    try:
        return pipeline.read(path)
    except StandpunktError as error:
        refused = str(error)
    assert "\n" not in refused
    return None


# Words and marks that minutes are made of, so that made-up ones come close to real ones.
NAMES = ["Kari Lundemo", "Bergheim", "Holm Dahle", "Vikse", "Nesset", "Sandvær", "Nordmann"]
OTHERS = ["KS", "HOD", "UDI", "Statsråden", "Styreleder", "Hun", "Flere", "Departementene"]
VERBS = sorted({form for verb in LEXICON.verbs for form in (*verb.nb, *verb.nn)})
CONTENTS = ["at normen bør fjernes", "om et møte", "dette", "til dialog", "behovet for leger"]
LABELS = ["Til stede:", "Forfall:", "Fra KS:", "Dato:", "Vedtak:", "Forslag fra Vikse:", "Sak 2/22"]
MARKS = [",", ".", ":", ";", "(", ")", "«", "»", "–", "•", "/", "'", "v/", "og", "men", "som", "at"]
SPACES = [" ", "\n", "\n\n", "\t", "\f", "\u00a0", "\r\n", "  "]
NUMBERS = ["1.", "2.1", "a)", "22. april", "kl. 1415", "3/4-22", "31.02.2022", "99", "innen 1. mai"]

word = st.sampled_from([*NAMES, *OTHERS, *CONTENTS, *LABELS, *MARKS, *NUMBERS])
verb = st.sampled_from(VERBS)
space = st.sampled_from(SPACES)
soup = st.lists(st.one_of(word, verb, space), max_size=60).map(" ".join)
sentence = st.builds(
    "{} {} {}{}".format,
    st.sampled_from([*NAMES, *OTHERS]),
    verb,
    st.sampled_from(CONTENTS),
    st.sampled_from([".", ", og", " og", ", men", "?", ":"]),
)
sentences = st.lists(sentence, min_size=1, max_size=8).map(" ".join)
body = st.one_of(soup, sentences, st.text(max_size=300))
made_up = st.builds("{}{}\n".format, st.sampled_from([HEAD, HEAD_NN]), body)


@examples(60)
@given(text=st.text(max_size=400))
@example(text="Dato: 22.04.2022")
@example(text="Til stede: , ,")
@example(text="1. A")
@example(text="\ufeff")
@example(text="\ud800")
def test_any_text_is_read_or_refused_in_one_line(tmp_path, text):
    read_file(tmp_path, text.encode("utf-8", "surrogatepass"))


@examples(60)
@given(data=st.binary(max_size=400))
@example(data=b"\xff\xfe\x00")
@example(data=b"\xef\xbb\xbf")
def test_any_bytes_are_read_or_refused_in_one_line(tmp_path, data):
    read_file(tmp_path, data)


@examples(60)
@given(text=soup)
def test_any_jumble_of_labels_names_and_verbs_is_read_or_refused(tmp_path, text):
    read_file(tmp_path, text.encode())


@examples(150)
@given(text=made_up)
def test_every_statement_is_a_quote_without_white_space_around_it(text):
    for statement in read_text(text).statements:
        assert 0 <= statement.span.start < statement.span.end <= len(text)
        quote = text[statement.span.start : statement.span.end]
        assert quote == quote.strip()


@examples(150)
@given(text=made_up)
def test_statements_follow_each_other_and_do_not_overlap(text):
    spans = [one.span for one in read_text(text).statements]
    for before, after in itertools.pairwise(spans):
        assert before.end <= after.start


@examples(150)
@given(text=made_up)
def test_nobody_speaks_as_a_person_who_is_not_on_the_list(text):
    reading = read_text(text)
    listed = {one.name for one in reading.minutes.participants}
    persons = {
        actor.name
        for statement in reading.statements
        for actor in statement.speakers
        if actor.kind is ActorKind.PERSON
    }
    assert persons <= listed


@examples(100)
@given(text=made_up)
def test_replies_point_upwards_and_a_stance_has_a_claim(text):
    for number, statement in enumerate(read_text(text).statements, 1):
        assert statement.number == number
        assert statement.responds_to is None or 1 <= statement.responds_to < number
        assert statement.stance == "none" or statement.claim
        assert 0 < statement.confidence <= 1


@examples(40)
@given(text=made_up)
def test_reading_twice_gives_the_same(text):
    assert read_text(text) == read_text(text)


@examples(60)
@given(text=made_up)
def test_every_word_is_used_left_out_for_a_reason_or_found_unread(text):
    reading = read_text(text)
    spans = [
        *reading.minutes.used,
        *(one.span for one in reading.statements),
        *(one.span for one in reading.events),
        *(one.span for one in reading.ignored),
    ]
    covered = set().union(*(range(one.start, one.end) for one in spans))
    unread = {one.line for one in reading.findings if one.code == "unread"}
    for place, char in enumerate(text):
        if char.isalnum() and place not in covered:
            before = text.rfind("\n", 0, place) + 1
            end = text.find("\n", place)
            words = text[before : end if end >= 0 else None]
            assert reading.document.line(place) in unread or is_link(text, place), words


def is_link(text: str, place: int) -> bool:
    """True where a lone letter or a word that only links clauses stands at a place."""
    start = end = place
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    links = {"og", "men", "samt", "mens", "medan", "som", "hvorpå"}
    return end - start < 2 or text[start:end].lower() in links


@examples(20)
@given(place=st.integers(0, len(REAL.encode())))
def test_real_minutes_cut_off_anywhere_are_read_or_refused(tmp_path, place):
    read_file(tmp_path, REAL.encode()[:place])


@examples(20)
@given(form=st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]), text=made_up)
def test_unicode_normal_forms_do_not_crash(form, text):
    read_text(unicodedata.normalize(form, text))


@examples(20)
@given(text=made_up)
def test_no_break_spaces_do_not_crash(text):
    read_text(text.replace(" ", "\u00a0"))


@pytest.mark.parametrize(
    "rest",
    [
        "Etter",
        "Sett fra",
        "Svar",
        "Innspill",
        "Nei, fra Vikse",
        "Svaret, fra Vikse",
        "Ifølge",
        "Mens",
    ],
)
def test_a_sentence_that_breaks_off_after_its_first_words_is_read(rest):
    read_text(f"{HEAD}{rest}\n")


CODED = sorted((root() / "tests" / "development").glob("*.txt"))


@pytest.mark.parametrize("source", CODED, ids=lambda path: path.stem)
def test_minutes_whose_sentences_are_cut_or_mixed_are_read(source):
    sentences = [one.split() for one in source.read_text("utf-8").split(". ")]
    cut = [" ".join(one[: 1 + place % 9]) for place, one in enumerate(sentences)]
    mixed = [" ".join(one[1::2] + one[::2]) for one in sentences]
    for text in (". ".join(cut), ". ".join(mixed), "\n\n".join(cut)):
        found = read_text(f"{HEAD}{text}\n")
        assert all(found.document.quote(one.span).strip() for one in found.statements)
