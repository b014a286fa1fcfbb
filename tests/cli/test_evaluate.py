"""Scores on the command line."""

import json
import shutil

import pytest

HEADINGS = "document participants agenda statements attribution act stance topic replies grounding"


@pytest.fixture
def coded(tmp_path, run, minutes):
    """A folder with the real minutes, coded as they are read but for one act."""
    folder = tmp_path / "gold"
    folder.mkdir()
    shutil.copy(minutes, folder)
    gold = json.loads(run("read", minutes).out)
    gold["statements"][0]["act"] = "opposition"
    (folder / f"{minutes.stem}.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def test_there_is_a_line_for_each_document_and_one_for_all(run, coded, minutes):
    done = run("evaluate", coded)
    assert (done.code, done.err) == (0, "")
    lines = [line.split("\t") for line in done.out.splitlines()]
    assert lines[0] == HEADINGS.split()
    assert [name for name, *_ in lines[1:]] == [minutes.name, "overall"]
    assert lines[1][1:] == lines[2][1:]
    assert lines[1][4] == "1.000"
    assert lines[1][-1] == "100 %"


def test_every_disagreement_is_shown_with_its_sentence(run, coded, minutes):
    done = run("evaluate", coded, "--errors")
    line = done.out.splitlines()[-1].split("\t")
    assert line[:4] == [f"{minutes.name}:36", "act", "opposition", "procedural"]
    assert line[4] == "Gjelsvik ønsket velkommen til konsultasjonsmøtet."


def test_details_show_all_measures_and_how_far_rules_can_be_trusted(run, coded):
    out = run("evaluate", coded, "--details").out
    for heading in ("measure\tprecision", "rule\tstatements", "confidence\tstatements"):
        assert heading in out


def test_details_show_which_code_was_read_for_which(run, coded):
    lines = [line.split("\t") for line in run("evaluate", coded, "--details").out.splitlines()]
    heads = next(line for line in lines if line[0] == "gold")
    (opposition,) = (line for line in lines if line[0] == "opposition")
    assert opposition[heads.index("proced")] == "1"
    assert opposition[heads.index("opposi")] == ""


def test_json_holds_everything(run, coded, minutes):
    told = json.loads(run("evaluate", coded, "--json").out)
    document = told["documents"][minutes.name]
    assert document["scores"]["attribution"]["f1"] == 1
    assert document["scores"]["act"]["codes"]["opposition"]["recall"] == 0
    assert document["scores"]["act"]["confusion"]["opposition"]["procedural"] == 1
    assert [one["measure"] for one in document["disagreements"]] == ["act"]
    assert told["overall"]["scores"]["grounding"]["accuracy"] == 1
    assert told["overall"]["rules"][0]["attribution"]["accuracy"] == 1


def test_minutes_that_cannot_be_read_are_scored_and_told_of(run, coded, minutes):
    text = coded / minutes.name
    text.write_text("En fortelling.", encoding="utf-8")
    path = next(coded.glob("*.json"))
    gold = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(gold | {"sha256": None}), encoding="utf-8")
    done = run("evaluate", coded)
    assert done.code == 0
    assert "expected minutes" in done.err
    assert "\t0.000\t" in done.out
