"""The note beside a source file."""

from __future__ import annotations

import pytest

from standpunkt.describe.provenance import Provenance, load_provenance, this_run
from standpunkt.errors import DataError
from standpunkt.resources import resource


def test_the_bundled_minutes_say_who_published_them():
    found = load_provenance(resource("data", "minutes", "2022-04-22_konsultasjonsmote-2.txt"))
    assert found.publisher == "Kommunal- og distriktsdepartementet"
    assert found.licence is None


def test_without_a_note_nothing_is_known(tmp_path):
    assert load_provenance(tmp_path / "a.txt") == Provenance()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("publisher = ", r"a\.toml: not a TOML file"),
        ('author = "x"', r"a\.toml: 'author' is not a text for one of title, publisher"),
        ("title = 3", r"a\.toml: 'title' is not a text"),
        ('title = " "', r"a\.toml: 'title' is not a text"),
    ],
)
def test_a_mistake_in_a_note_is_named(tmp_path, content, message):
    (tmp_path / "a.toml").write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        load_provenance(tmp_path / "a.txt")


def test_a_run_names_the_lexicon_and_the_registers():
    run = this_run()
    assert len(run.lexicon_digest) == len(run.register_digest) == 64
    assert run.lexicon_digest != run.register_digest
