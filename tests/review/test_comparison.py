"""Two coders compared: matched rows, figures by field, and every disagreement told."""

from __future__ import annotations

import json

import pytest

from standpunkt import api
from standpunkt.errors import DataError, UsageError
from tests.review.conftest import Bench
from tests.review.test_sheets import added, find


@pytest.fixture
def compare(bench):
    """The agreement of two coders, each with the rows that a function has edited."""

    def compared(one, other):
        paths = []
        for name, edit in (("one", one), ("other", other)):
            rows = bench.rows()
            edit(rows)
            paths.append(bench.save(rows, f"{name}.csv"))
        return api.review_agreement(*paths)

    return compared


def nothing(rows):
    """Leave the sheet as it is."""


def field(found, name):
    return next(one for one in found.fields if one.field == name)


def test_two_untouched_sheets_agree_in_everything(compare):
    found = compare(nothing, nothing)
    assert {one.percent for one in found.fields} == {1}
    assert {one.units for one in found.fields} == {74}
    assert field(found, "act").kappa == field(found, "act").alpha == 1
    assert found.disagreements == ()


def test_case_spacing_and_the_order_of_names_do_not_count(compare):
    def turn(rows):
        row = next(row for row in rows if " | " in row["mentions"] + row["addressees"])
        for name in ("mentions", "addressees", "speakers"):
            row[name] = " |  ".join(row[name].split(" | ")[::-1])
        rows[0]["act"] = rows[0]["act"].upper()
        rows[1]["claim"] = f" {rows[1]['claim']} "

    assert compare(nothing, turn).disagreements == ()


def test_a_disagreement_is_told_with_both_values_and_the_quote(compare):
    def one(rows):
        rows[4]["act"] = "concern"

    def other(rows):
        rows[4]["act"] = "question"
        rows[6]["responds_to"] = "2"

    found = compare(one, other)
    acts, replies = found.disagreements
    assert (acts.field, acts.one, acts.other) == ("act", "concern", "question")
    assert acts.quote
    assert replies.field == "responds_to"
    assert field(found, "act").percent == pytest.approx(73 / 74)


def test_what_one_rejects_is_a_disagreement_on_whether_it_is_a_statement(compare):
    def reject(rows):
        rows[4]["decision"] = "reject"

    found = compare(nothing, reject)
    (one,) = found.disagreements
    assert (one.field, one.one, one.other) == ("statement", "yes", "no")
    assert field(found, "act").units == 73


def test_what_one_adds_is_no_statement_to_the_other(compare):
    def add(rows):
        rows.append({"quote": "til departementene.", "document": rows[0]["document"], **added()})

    def add_another_way(rows):
        add(rows)
        rows[-1]["act"] = "concern"

    (one,) = compare(add, nothing).disagreements
    assert (one.field, one.one, one.other) == ("statement", "yes", "no")
    assert [d.field for d in compare(add, add_another_way).disagreements] == ["act"]


def test_rows_that_one_has_deleted_are_not_compared(compare):
    found = compare(nothing, lambda rows: rows.__delitem__(slice(0, 10)))
    assert {one.units for one in found.fields} == {64}


def test_files_and_folders_of_decisions_are_compared(tmp_path):
    coders = []
    for name, act in (("gro", "concern"), ("tor", "question")):
        bench = Bench(tmp_path / name)
        bench.folder.mkdir()
        rows = bench.rows()
        find(rows, "Helgesen overrakte")["act"] = act
        find(rows, "ga ordet til KS")["decision"] = "accept"
        bench.take_rows(rows, reviewer=name)
        coders.append(bench)
    one, other = (bench.decisions for bench in coders)
    found = api.review_agreement(one, other / "statements.csv")
    assert [(d.field, d.one, d.other) for d in found.disagreements] == [
        ("act", "concern", "question")
    ]
    assert field(found, "statement").units == 2
    mixed = api.review_agreement(one, coders[1].export())
    assert {d.field for d in mixed.disagreements} == {"act"}


def test_coders_of_different_minutes_are_refused(bench):
    rows = bench.rows()
    other = [row | {"id": "x/1-2", "document": "x"} for row in rows]
    paths = bench.save(rows, "one.csv"), bench.save(other, "other.csv")
    with pytest.raises(DataError, match="no statement in common"):
        api.review_agreement(*paths)


@pytest.mark.parametrize(
    ("name", "text"), [("x.csv", ""), ("x.csv", "a,b\n"), ("x.doc", ""), ("none", None)]
)
def test_what_is_neither_sheet_nor_decisions_is_refused(bench, name, text):
    sheet = bench.export()
    if text is not None:
        (bench.folder / name).write_text(text, encoding="utf-8")
    with pytest.raises((DataError, UsageError), match=name):
        api.review_agreement(sheet, bench.folder / name)


def test_an_agreement_is_json(compare):
    from dataclasses import asdict  # noqa: PLC0415

    assert json.loads(json.dumps(asdict(compare(nothing, nothing))))["fields"][0]["units"] == 74
