"""``standpunkt resolve``: doubtful persons listed, judged, and joined by the next build."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.store.test_people import HEAD, LISTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def built(run: Callable[..., Any], tmp_path: Path) -> Path:
    (tmp_path / "decisions").mkdir()
    folder = tmp_path / "lists"
    folder.mkdir()
    for day, (state, ks, said) in LISTS.items():
        text = HEAD.format(day=day, state=state, ks=ks, said=said)
        (folder / f"{day}_mote.txt").write_text(text, encoding="utf-8")
    assert run("build", folder, "--decisions", tmp_path / "decisions").code == 0
    return folder


@pytest.mark.usefixtures("built")
def test_the_doubtful_are_listed_with_their_evidence(run, tmp_path):
    done = run("resolve", "--decisions", tmp_path / "decisions")
    heading, row = done.out.splitlines()
    assert heading.split("\t") == ["id", "score", "one", "other", "because"]
    assert "Kari Lie Moe" in row
    assert "on two sides at one time" in row
    assert "1 doubtful pairs" in done.err
    (pair,) = json.loads(run("resolve", "--json", "--decisions", tmp_path / "decisions").out)
    sides = {one["side"] for who in ("one", "other") for one in pair[who]["lists"]}
    assert sides == {"ks", "state"}
    assert pair["id"] == row.split("\t")[0]


def test_a_judgement_is_written_and_counts_from_the_next_build(run, built, tmp_path):
    decisions = tmp_path / "decisions"
    (pair,) = json.loads(run("resolve", "--json", "--decisions", decisions).out)
    given = ("--by", "Siv Dahl", "--why", "Skiftet jobb", "--on", "2024-05-06")
    done = run("resolve", pair["id"], "same", *given, "--decisions", decisions)
    assert done.code == 0
    assert "Siv Dahl,2024-05-06,Skiftet jobb" in (decisions / "identities.csv").read_text("utf-8")
    run("build", built, "--decisions", decisions)
    assert "0 doubtful pairs" in run("resolve", "--decisions", decisions).err


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("resolve abc", "needs a verdict and a name"),
        ("resolve abc same", "needs a verdict and a name"),
        ("resolve abc perhaps --by Siv", "no verdict is called 'perhaps'"),
        ("resolve abc same --by Siv --on 6.5.2024", "expected a date such as"),
        ("resolve abc same --by Siv", "no doubtful pair is called 'abc'"),
        ("resolve --store nowhere", "no such store"),
    ],
)
def test_a_wrong_call_is_told(run, store, call, told):
    done = run(*call.split(), store=store)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
