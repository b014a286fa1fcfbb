"""Sentences as sober secretaries write them, each with its speakers, acts and stances.

``prose.csv`` has a row for each: the language, the text, and its statements with ``;`` between
them, each as surnames (none where nobody is named), act and stance.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.extract.meetings import read, surnames

with Path(__file__).with_name("prose.csv").open(encoding="utf-8", newline="") as lines:
    ROWS = [(row["language"], row["text"], row["reading"]) for row in csv.DictReader(lines)]


@pytest.mark.parametrize(("language", "text", "reading"), ROWS)
def test_a_sentence_is_read_as_it_is_meant(language, text, reading):
    found = read(text, language).statements
    assert "; ".join(" ".join((*surnames(one), one.act, one.stance)) for one in found) == reading


def test_both_written_standards_and_every_act_are_there():
    assert {language for language, *_ in ROWS} == {"nb", "nn"}
    words = {word for *_, reading in ROWS for word in reading.replace(";", " ").split()}
    assert words >= {"demand", "proposal", "request", "question", "support", "opposition"}
    assert words >= {"concern", "commitment", "assessment", "information", "acknowledgement"}
    assert words >= {"procedural", "for", "against", "conditional", "none"}
