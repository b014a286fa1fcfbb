"""``standpunkt review``: the commands as people type them."""

import json

import pytest


@pytest.fixture
def sheet(run, tmp_path):
    """An exported sheet, and a coder's copy of it with one act changed."""
    assert run("review", "export", "-o", "sheet.csv").code == 0
    path = tmp_path / "sheet.csv"
    text = path.read_text(encoding="utf-8")
    assert ",procedural,none,," in text
    (tmp_path / "mine.csv").write_text(text.replace(",procedural,", ",information,", 1), "utf-8")
    (tmp_path / "bad.csv").write_text(text.replace(",procedural,", ",proc,"), "utf-8")
    return path


def test_a_sheet_goes_out_in_and_into_the_graph(run, sheet):
    done = run("review", "import", "mine.csv", "--reviewer", "Gro Koder", "--decisions", "mine")
    assert (done.code, done.err) == (0, "mine/statements.csv (decisions taken: 1)\n")
    heading, row = done.out.splitlines()
    assert heading.split("\t") == ["statement", "review", "field", "before", "after"]
    assert row.split("\t")[1:] == ["corrected", "act", "procedural", "information"]
    assert run("build", "--decisions", "mine", "--store", "graph").code == 0
    rows = run("query", "reviewed", "--store", "graph", "--format", "csv").out
    assert "act: procedural → information" in rows
    assert "Gro Koder" in rows
    minutes = "2022-04-22_konsultasjonsmote-2.txt"
    assert sheet.exists()
    told = run("check", "--deep", "--store", "graph")
    assert told.code == 0, told.out
    assert minutes


def test_the_day_of_a_decision_may_be_told(run, sheet, tmp_path):
    options = ("--reviewer", "Gro", "--decisions", "mine", "--date")
    assert run("review", "import", sheet.with_name("mine.csv"), *options, "2026-02-03").code == 0
    assert "2026-02-03" in (tmp_path / "mine" / "statements.csv").read_text(encoding="utf-8")
    assert run("review", "import", sheet, *options, "3.2.26").code == 2


def test_the_folder_of_decisions_may_stand_in_the_environment(run, sheet, monkeypatch, tmp_path):
    monkeypatch.setenv("STANDPUNKT_DECISIONS", "mine")
    assert run("review", "import", "mine.csv", "--reviewer", "Gro").code == 0
    done = run("read", sheet.parent / "mine" / "nothing.txt")
    assert done.code == 2
    assert (tmp_path / "mine" / "statements.csv").exists()
    assert run("review", "export", "-o", "again.csv").code == 0
    assert ",Gro," in (tmp_path / "again.csv").read_text(encoding="utf-8")


def test_every_wrong_row_is_a_line_and_nothing_is_taken(run, sheet, tmp_path):
    done = run("review", "import", "bad.csv", "--reviewer", "Gro", "--decisions", "mine")
    assert done.code == 2
    assert done.out == ""
    *lines, last = done.err.splitlines()
    assert len(lines) > 1
    assert all(one.startswith("standpunkt: bad.csv, row ") for one in lines)
    assert last == f"nothing was taken: {len(lines)} to mend"
    assert not (tmp_path / "mine").exists()
    assert sheet.exists()


def test_agreement_is_rows_details_or_json(run, sheet):
    done = run("review", "agreement", sheet, "mine.csv")
    lines = [line.split("\t") for line in done.out.splitlines()]
    assert lines[0] == ["field", "units", "agreement", "kappa", "alpha"]
    assert ["statement", "74", "100.0 %", "-", "-"] in lines
    assert run("review", "agreement", sheet, "mine.csv", "--details").out.count("\n") == 18
    found = json.loads(run("review", "agreement", sheet, "mine.csv", "--json").out)
    assert found["disagreements"][0]["field"] == "act"


CALLS = {
    "no reviewer": ("import sheet.csv", "Missing option '--reviewer'"),
    "an empty reviewer": ("import sheet.csv --reviewer=", "--reviewer is empty"),
    "no output": ("export", "Missing option '--output'"),
    "another format": ("export -o sheet.ods", "name a file that ends in one"),
    "an output where nothing can be": ("export -o no/where.csv", "cannot write there"),
    "no such minutes": ("export none.txt -o x.csv", "none.txt: No such file"),
    "no such decisions": ("export -o x.csv --decisions none", "no such folder of decisions"),
    "a missing sheet": ("import none.csv --reviewer G", "none.csv: cannot be read"),
    "a coder too few": ("agreement sheet.csv", "Missing argument 'B'"),
    "a missing coder": ("agreement sheet.csv none.csv", "none.csv: cannot be read"),
}


@pytest.mark.parametrize(("call", "message"), CALLS.values(), ids=CALLS)
def test_a_wrong_call_is_told_in_one_line(run, sheet, call, message):
    before = sorted(sheet.parent.iterdir())
    done = run("review", *call.split())
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1
    assert sorted(sheet.parent.iterdir()) == before


def test_decisions_that_are_broken_stop_a_build_at_once(run, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "statements.csv").write_text("a,b\n", encoding="utf-8")
    done = run("build", "--decisions", "mine")
    assert done.code == 2
    assert "row 1: the columns are a,b; expected document" in done.err
    assert not (tmp_path / ".standpunkt").exists()
