"""Coding sheets: out, edited, in again; what a coder wrote stands, and nothing else changes."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import pytest
from openpyxl import load_workbook

from standpunkt import api
from standpunkt.errors import DataError, UsageError
from standpunkt.review.coding import CODES
from standpunkt.review.columns import COLUMNS, FROZEN, NAMES
from standpunkt.review.decisions import load_decisions
from standpunkt.review.delimited import read_delimited, write_delimited
from tests.review.conftest import ON, edit, read_csv, write_csv

KEY = "2022-04-22_konsultasjonsmote-2"


def states(bench):
    return [one.state.value for one in load_decisions(bench.decisions)]


def find(rows, words):
    return next(row for row in rows if words in row["quote"])


# Out ---------------------------------------------------------------------------------------


def test_a_row_says_which_words_it_is_about_and_all_that_is_coded(bench):
    rows = bench.rows()
    reading = api.read(next(api.minutes().glob("*.txt")))
    assert [row["quote"] for row in rows] == [
        reading.document.quote(one.span) for one in reading.statements
    ]
    assert list(rows[0]) == list(NAMES)
    first = rows[0]
    assert first["id"] == f"{KEY}/1021-1070"
    assert (first["document"], first["number"], first["speakers"]) == (
        KEY,
        "1",
        "Sigbjørn Gjelsvik",
    )
    assert first["agenda"] == "1 KONSULTASJONSMØTET"
    assert first["before"].endswith("1. KONSULTASJONSMØTET")
    assert first["review"] == "unreviewed"


def test_the_same_minutes_give_the_same_bytes(bench):
    for name in ("one.xlsx", "one.csv"):
        assert bench.export(name).read_bytes() == bench.export("again-" + name).read_bytes()


def test_a_workbook_has_lists_to_choose_from_and_a_heading_that_stays(bench):
    sheet = load_workbook(bench.export())["statements"]
    assert sheet.freeze_panes == f"{'ABCDEFG'[FROZEN]}2"
    lists = {one.formula1 for one in sheet.data_validations.dataValidation}
    assert '"for,against,conditional,none"' in lists
    assert '"accept,reject,add"' in lists
    assert any(one.startswith("lists!") for one in lists)
    for place, column in enumerate(COLUMNS, start=1):
        cell = sheet.cell(2, place)
        assert (cell.fill.fill_type is None) == column.editable
        assert cell.number_format == "@"
        assert cell.alignment.wrap_text


def test_a_workbook_says_what_the_codes_mean(bench):
    page = load_workbook(bench.export())["codes"]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
    assert {(column, code) for column, code, *_ in rows} == {
        (column, code) for column, codes in CODES.items() for code in codes
    }
    assert all(all(row) for row in rows)


def test_a_quote_that_looks_like_a_formula_is_text(tmp_path):
    cells = dict.fromkeys(NAMES, "") | {"quote": "=1+1", "claim": "- nei", "comment": "'=x"}
    data = write_delimited([cells])
    assert b",'=1+1," in data
    (_, row) = read_delimited(tmp_path / "x.csv", data)
    assert dict(zip(NAMES, row, strict=True)) == cells


@pytest.mark.parametrize("name", ["sheet.ods", "sheet", "no/where.csv"])
def test_a_sheet_that_cannot_be_written_is_refused(bench, name):
    with pytest.raises(UsageError):
        bench.export(name)


# In ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["sheet.xlsx", "sheet.csv"])
def test_a_sheet_that_nobody_has_touched_decides_nothing(bench, name):
    assert bench.take(bench.export(name)).decided == ()
    assert not (bench.decisions / "statements.csv").exists()


def test_what_was_edited_stands_after_the_next_build(bench):
    sheet = bench.export()
    edit(
        sheet,
        act_5="Concern",
        decision_3="accept",
        decision_4="reject",
        topic_6="bosetting av flyktninger",
        comment_6="Et annet tema.",
        speakers_7="Gunn Marit Helgesen | KS",
        attribution_7="joint",
    )
    before = bench.rows()
    done = bench.take(sheet)
    assert len(done.decided) == 5
    after = bench.rows()
    assert [row["review"] for row in after[1:6]] == ["accepted", "rejected", *["corrected"] * 3]
    assert after[3]["act"] == "concern"
    assert after[4]["topic"] == "bosetting av flyktninger"
    assert after[4]["comment"] == "Et annet tema."
    assert after[5]["speakers"] == "Gunn Marit Helgesen | KS"
    assert {row["reviewer"] for row in after[1:6]} == {"Gro Koder"}
    assert [row["id"] for row in after] == [row["id"] for row in before]
    assert len(after) - 1 == sum(bool(row["number"]) for row in after)
    graph = bench.graph()
    assert (
        f"statement/{KEY}/{after[2]['id'].rpartition('/')[2]}> <http://www.w3.org/1999" not in graph
    )
    assert '"Gro Koder"' in graph
    assert all(
        one.passed for one in api.check(store=bench.folder / "store", deep=True, shapes=True)
    )


def test_to_import_a_sheet_twice_changes_nothing_more(bench):
    rows = bench.rows()
    rows[4]["act"] = "concern"
    rows.append({"quote": "til departementene.", **added()})
    sheet = bench.save(rows)
    assert len(bench.take(sheet).decided) == 2
    file = bench.decisions / "statements.csv"
    before = file.read_bytes()
    assert bench.take(sheet).decided == ()
    assert bench.take(bench.export()).decided == ()
    assert file.read_bytes() == before


def added(**cells):
    coded = {"decision": "add", "attribution": "agentless", "act": "information"}
    return coded | {"stance": "none", "topic": "kommuneøkonomi"} | cells


def test_a_statement_that_was_missed_is_added(bench):
    rows = bench.rows()
    rows.append({"quote": "til departementene.", "number": "900", **added(act="Concern")})
    rows[-2]["responds_to"] = "900"
    bench.take_rows(rows)
    again = find(bench.rows(), "til departementene.")
    assert states(bench).count("added") == 1
    new = next(row for row in bench.rows() if row["review"] == "added")
    assert (new["act"], new["rule"], new["decision"]) == ("concern", "review", "add")
    assert new["agenda"]
    assert bench.rows()[-1]["responds_to"] == new["number"]
    assert again


def test_words_that_stand_several_times_are_told_apart_by_what_is_around_them(bench):
    rows = bench.rows()
    new = {"quote": "kommunene", **added()}
    (problem,) = bench.problems(bench.save([*rows, new]))
    assert "'quote' stands in the text" in problem
    text = api.read(next(api.minutes().glob("*.txt"))).document.text
    place = text.index("kommunene")
    around = {"before": text[place - 20 : place], "after": text[place + 9 : place + 30]}
    assert len(bench.take_rows([*rows, new | around]).decided) == 1


def test_a_decision_is_taken_back_by_another(bench):
    rows = bench.rows()
    found = rows[5]["act"]
    rows[4]["decision"] = "reject"
    rows[5]["act"] = "concern"
    bench.take_rows(rows)
    again = bench.rows()
    assert again[4]["number"] == ""
    again[4]["decision"] = "accept"
    again[5]["act"] = found
    bench.take_rows(again, reviewer="Tor Leser")
    assert states(bench) == ["accepted", "accepted"]
    assert [row["review"] for row in bench.rows()[4:6]] == ["accepted", "accepted"]


def test_a_second_coder_who_edits_what_has_changed_since_is_told(bench):
    sheet = bench.rows()
    sheet[4]["act"] = "concern"
    bench.take_rows(sheet)
    late = [dict(row) for row in sheet]
    late[4]["act"] = "question"
    with pytest.raises(DataError, match="has changed since the sheet was exported, by Gro Koder"):
        bench.take_rows(late)
    late[4]["exported"] = ""
    assert len(bench.take_rows(late).decided) == 1


def test_rows_that_another_coder_has_decided_since_are_left_alone(bench):
    old = bench.rows()
    new = [dict(row) for row in old]
    new[4]["act"] = "concern"
    bench.take_rows(new)
    old[6]["decision"] = "accept"
    assert len(bench.take_rows(old, reviewer="Tor Leser").decided) == 1
    assert states(bench) == ["corrected", "accepted"]


def test_rows_may_be_deleted_sorted_and_joined_by_columns_of_ones_own(bench):
    rows = bench.rows()[::-1][:20]
    rows[3]["decision"] = "accept"
    done = bench.take_rows([row | {"Mine": "x", "": ""} for row in rows])
    assert len(done.decided) == 1
    assert done.notes == ("edited.csv: 'mine' is not a column of the sheet; ignored",)


def test_a_comment_alone_is_told_to_be_lost(bench):
    rows = bench.rows()
    rows[4]["comment"] = "Usikker."
    done = bench.take_rows(rows)
    assert done.decided == ()
    assert "a comment alone decides nothing" in done.notes[0]


def test_an_emptied_decision_is_told_to_take_nothing_back(bench):
    rows = bench.rows()
    rows[4]["decision"] = "accept"
    bench.take_rows(rows)
    again = bench.rows()
    again[4]["decision"] = ""
    assert "delete its row" in bench.take_rows(again).notes[0]
    assert states(bench) == ["accepted"]


def test_a_decision_that_has_moved_with_its_words_is_replaced_by_the_next(bench, tmp_path):
    minutes = tmp_path / "2022-04-22_mote.txt"
    text = next(api.minutes().glob("*.txt")).read_text(encoding="utf-8")
    minutes.write_text(text, encoding="utf-8")
    bench.decisions.mkdir()
    sheet, options = tmp_path / "sheet.csv", {"decisions": bench.decisions}

    def decide(**cells):
        api.review_export(sheet, minutes, **options)
        rows = read_csv(sheet)
        rows[4] |= cells
        write_csv(sheet, rows)
        api.review_import(sheet, minutes, reviewer="Gro", on=ON, **options)
        return load_decisions(bench.decisions)

    (first,) = decide(act="concern")
    changed = text.replace("1. KONSULTASJONSMØTET", "1. DET ANDRE KONSULTASJONSMØTET")
    minutes.write_text(changed, encoding="utf-8")
    found = api.read(minutes, **options)
    assert [one.code for one in found.findings if "decision" in one.code] == ["decision-moved"]
    (second,) = decide(comment="Sett på igjen.")
    assert second.span.start == first.span.start + len("DET ANDRE ")
    assert (second.quote, second.before) == (first.quote, first.before)
    found = api.read(minutes, **options)
    assert [one.code for one in found.findings if "decision" in one.code] == []


# As spreadsheets leave them ----------------------------------------------------------------


SAVED = {
    "semicolons": {"delimiter": ";"},
    "tabs": {"delimiter": "\t"},
    "a mark": {"encoding": "utf-8-sig"},
    "UTF-16": {"delimiter": "\t", "encoding": "utf-16"},
    "Windows-1252": {"delimiter": ";", "encoding": "cp1252"},
}


@pytest.mark.parametrize("options", SAVED.values(), ids=SAVED)
def test_a_sheet_is_read_however_a_spreadsheet_saved_it(bench, options):
    rows = [row for row in bench.rows() if row["quote"].encode("cp1252", "ignore")]
    rows[4]["claim"], rows[4]["stance"] = "«ørene» må økes", "for"
    empty = dict.fromkeys(NAMES, "")
    done = bench.take(bench.save([*rows, empty, empty], **options))
    assert [one.decision.coding["claim"] for one in done.decided] == ["«ørene» må økes"]


def test_a_line_that_names_the_separator_is_passed_over(bench):
    sheet = bench.save(bench.rows(), delimiter=";")
    sheet.write_bytes(b"sep=;\r\n" + sheet.read_bytes())
    assert bench.take(sheet).decided == ()


DAYS = ("31.12.2022", "2022-12-31", "31/12/2022", "44926", datetime(2022, 12, 31))  # noqa: DTZ001


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_days_are_read_as_people_and_spreadsheets_write_them(bench, day):
    sheet = bench.export()
    edit(sheet, deadline_text_5="innen året er omme", deadline_first_5=day, deadline_last_5=day)
    (one,) = bench.take(sheet).decided
    assert one.decision.coding["deadline_first"] == "2022-12-31"
    assert one.decision.coding["deadline_last"] == "2022-12-31"


def test_a_number_that_became_one_with_a_point_is_read(bench):
    sheet = bench.export()
    edit(sheet, responds_to_9=3.0)
    (one,) = bench.take(sheet).decided
    assert bench.rows()[7]["responds_to"] == "3"
    assert one.changes[0].field == "responds_to"


# What is wrong -----------------------------------------------------------------------------


WRONG = {
    "an unknown act": ({"act": "demnd"}, "'act' is 'demnd'; expected one of opposition, support"),
    "no act": ({"act": ""}, "'act' is empty; expected one of"),
    "an unknown decision": ({"decision": "maybe"}, "'decision' is 'maybe'; expected one of accept"),
    "to add what is there": ({"decision": "add"}, "the row has an id; write 'accept'"),
    "no topic": ({"topic": ""}, "'topic' is empty"),
    "a stance on nothing": ({"stance": "for", "claim": ""}, "the stance is 'for', and there is no"),
    "somebody from outside": ({"speakers": "Kari Normann"}, "'Kari Normann' is not in the meeting"),
    "a name misspelt": ({"speakers": "Sigbjørn Gjelsvk"}, "(closest: Sigbjørn Gjelsvik)"),
    "a surname alone": ({"speakers": "Helgesen"}, "(closest: Gunn Marit Helgesen)"),
    "nobody": ({"speakers": "", "attribution": "direct"}, "and nobody speaks"),
    "an agentless speaker": ({"attribution": "agentless"}, "is 'agentless', and there are"),
    "an unknown organisation": ({"on_behalf_of": "Xyz"}, "'Xyz' is no organisation"),
    "an unknown addressee": ({"addressees": "Xyz"}, "'Xyz' is neither in the meeting nor"),
    "an item that is not there": ({"agenda": "99"}, "'agenda' is '99'; expected an item"),
    "a number that is none": ({"responds_to": "tre"}, "'responds_to' is 'tre'; expected the num"),
    "an unknown number": ({"responds_to": "999"}, "no statement has that number"),
    "an answer to itself": ({"responds_to": "6"}, "which is not an earlier statement"),
    "a day that is none": (
        {"deadline_text": "x", "deadline_first": "31.2.2022", "deadline_last": "2022"},
        "'deadline_first' is '31.2.2022'; expected a date",
    ),
    "half a deadline": ({"deadline_text": "innen sommeren"}, "fill in all three"),
    "a deadline turned round": (
        {"deadline_text": "x", "deadline_first": "2.1.2022", "deadline_last": "1.1.2022"},
        "'deadline_last' is before 'deadline_first'",
    ),
    "another quote": ({"quote": "Noe annet."}, "'quote' is not what stands at"),
    "an unknown document": ({"id": "2001_mote/1-2", "document": ""}, "no document '2001_mote'"),
    "an unknown id": ({"id": f"{KEY}/1-2"}, "no statement stands there"),
    "an id that is none": ({"id": f"{KEY}/x"}, "no statement stands there"),
    "two documents": ({"document": "2001_mote"}, "mend one of them"),
    "a number that is a word": ({"number": "to"}, "'number' is 'to'; expected the number"),
    "a number twice": ({"number": "7"}, "the number 7 stands in another row too"),
    "a broken date": ({"date": "i går"}, "'date' is 'i går'; expected a date"),
    "words that are not there": ({"id": "", "quote": "Noe annet."}, "'quote' is not in the text"),
    "to reject what is new": ({"id": "", "decision": "reject"}, "the row has no id; write 'add'"),
    "neither id nor quote": ({"id": "", "quote": ""}, "neither 'id' nor 'quote' is filled in"),
    "a statement that is there": ({"id": ""}, "already; code it in that row"),
}


@pytest.mark.parametrize(("cells", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_row_is_told_with_file_and_row_and_nothing_is_taken(bench, cells, message):
    rows = bench.rows()
    rows[5] |= cells
    rows[9]["decision"] = "accept"
    problems = bench.problems(bench.save(rows))
    assert any(one.startswith("edited.csv, row ") and message in one for one in problems), problems


def test_all_that_is_wrong_is_told_in_the_order_of_the_rows(bench):
    rows = bench.rows()
    rows[2]["act"] = rows[2]["stance"] = "x"
    rows[4]["speakers"] = "Kari Normann"
    rows[7]["id"] = rows[6]["id"]
    rows[7]["quote"] = rows[6]["quote"]
    problems = bench.problems(bench.save(rows))
    assert [one.partition(":")[0] for one in problems] == [
        f"edited.csv, row {number}" for number in (4, 4, 6, 9)
    ]
    assert "the same words as in edited.csv, row 8" in problems[-1]


def test_a_new_row_needs_its_document_where_there_are_several(bench, tmp_path):
    folder = tmp_path / "minutes"
    folder.mkdir()
    text = next(api.minutes().glob("*.txt")).read_bytes()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_bytes(text)
    sheet = tmp_path / "two.csv"
    bench.decisions.mkdir()
    api.review_export(sheet, folder, decisions=bench.decisions)
    rows = read_csv(sheet)
    write_csv(sheet, [*rows, {"quote": "til departementene.", **added()}])
    options = {"reviewer": "G", "on": ON, "decisions": bench.decisions}
    with pytest.raises(DataError, match="'document' is empty; expected one of a, b"):
        api.review_import(sheet, folder, **options)
    write_csv(sheet, [*rows, {"quote": "til departementene.", "document": "b", **added()}])
    done = api.review_import(sheet, folder, **options)
    assert done.decided[0].decision.document == "b"


FILES = {
    "no such file": ("none.csv", None, "cannot be read"),
    "another kind": ("sheet.ods", b"x", "cannot read '.ods' as a sheet"),
    "an empty file": ("sheet.csv", b"", "no column 'id'"),
    "another table": ("sheet.csv", b"a,b\n1,2\n", "row 1: no column 'id'"),
    "a column twice": (
        "sheet.csv",
        (",".join(NAMES) + ",act\n").encode(),
        "row 1: two columns 'act'",
    ),
    "bytes": ("sheet.csv", b"\x00\x01\x02", "not text"),
    "no encoding": ("sheet.csv", b"id\x81\x8d", "neither UTF-8 nor Windows-1252"),
    "a broken workbook": ("sheet.xlsx", b"PK\x03\x04nonsense", "damaged or of another kind"),
    "no workbook": ("sheet.xlsx", b"id,quote", "damaged or of another kind"),
    "another archive": ("sheet.xlsx", None, "not a workbook"),
}


@pytest.mark.parametrize(("name", "data", "message"), FILES.values(), ids=FILES)
def test_what_is_no_sheet_is_refused(bench, name, data, message):
    path = bench.folder / name
    bench.decisions.mkdir()
    if data is not None:
        path.write_bytes(data)
    elif message == "not a workbook":
        from zipfile import ZipFile  # noqa: PLC0415

        with ZipFile(path, "w") as archive:
            archive.writestr("a.txt", "x")
    with pytest.raises((DataError, UsageError), match=message) as error:
        bench.take(path)
    assert name in str(error.value)


def test_a_workbook_may_be_called_csv(bench):
    sheet = bench.export()
    assert bench.take(sheet.rename(bench.folder / "sheet.csv")).decided == ()


def test_a_cell_of_many_characters_is_read(bench):
    rows = bench.rows()
    rows[5] |= {"comment": "a" * 200_000, "decision": "accept"}
    assert len(bench.take_rows(rows).decided) == 1


def test_the_file_is_one_row_a_decision_and_sorted(bench):
    rows = bench.rows()
    for number in (9, 4, 7):
        rows[number] |= {"decision": "accept", "comment": "a\nb"}
    bench.take_rows(rows)
    text = (bench.decisions / "statements.csv").read_text(encoding="utf-8")
    assert text.count("\n") == 4
    places = [row["span"] for row in csv.DictReader(io.StringIO(text))]
    assert places == sorted(places, key=lambda one: int(one.partition("-")[0]))
