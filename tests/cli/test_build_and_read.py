"""Building a store, and reading one document without one."""

import json
import shutil
from pathlib import Path

import pytest

from standpunkt.evaluation.gold import to_gold
from standpunkt.pipeline import read
from standpunkt.resources import resource

VOCABULARY = Path(__file__).parents[1] / "resolve" / "vocabulary.ttl"


def test_without_a_path_the_minutes_that_come_along_are_built(run, tmp_path):
    done = run("build")
    assert done.code == 0
    assert done.out == ""
    assert "documents   1 added\n" in done.err
    assert (tmp_path / ".standpunkt" / "current").exists()


def test_a_second_build_changes_nothing(run, minutes):
    run("build", minutes)
    before = run("export", "--format", "nq").out
    assert "1 unchanged" in run("build", minutes).err
    assert run("export", "--format", "nq").out == before


def test_a_document_that_is_gone_from_its_folder_goes_from_the_store(run, tmp_path, minutes):
    folder = tmp_path / "minutes"
    folder.mkdir()
    shutil.copy(minutes, folder)
    shutil.copy(minutes, folder / "2022-04-23_copy.txt")
    assert "2 added" in run("build", folder).err
    (folder / "2022-04-23_copy.txt").unlink()
    assert "1 unchanged, 1 removed" in run("build", folder).err


def test_two_processes_build_what_one_builds(run, tmp_path, minutes):
    for day in range(1, 4):
        shutil.copy(minutes, tmp_path / f"2022-04-0{day}_copy.txt")
    sources = sorted(tmp_path.glob("*.txt"))
    stores = []
    for jobs in (1, 2):
        assert run("build", *sources, "--store", f"store{jobs}", "--jobs", jobs).code == 0
        stores.append(run("export", "--format", "nq", "--store", f"store{jobs}").out)
    assert stores[0] == stores[1]


def test_the_environment_names_the_store(run, tmp_path, minutes):
    run("build", minutes, store=tmp_path / "elsewhere")
    assert (tmp_path / "elsewhere" / "current").exists()
    assert not (tmp_path / ".standpunkt").exists()


def test_findings_are_lines_of_json_with_their_places(run, tmp_path, minutes):
    old = tmp_path / "2022-04-22_old.txt"
    old.write_bytes(minutes.read_text(encoding="utf-8").encode("cp1252", errors="replace"))
    shutil.copy(minutes, tmp_path / "2022-04-23_good.txt")
    done = run("build", tmp_path, "--findings", tmp_path / "findings.jsonl", "--store", "store")
    lines = (tmp_path / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert {"code", "document", "page", "line", "message"} == set(found[0])
    assert {one["document"] for one in found} >= {old.name}
    assert "1 encoding" in done.err


def test_reading_gives_the_gold_format(run, minutes):
    done = run("read", minutes)
    assert done.code == 0
    assert json.loads(done.out) == json.loads(json.dumps(to_gold(read(minutes))))


def test_reading_as_json_tells_everything(run, minutes):
    told = json.loads(run("read", minutes, "--format", "json").out)
    text = minutes.read_text(encoding="utf-8")
    for one in told["statements"]:
        assert one["quote"] == text[slice(*one["span"])]
        assert one["line"] == text.count("\n", 0, one["span"][0]) + 1
        assert one["rule"]
        assert 0 < one["confidence"] <= 1
    for one in told["ignored"]:
        assert one["reason"]
        assert one["text"] == text[slice(*one["span"])]
    assert isinstance(told["findings"], list)


def test_reading_as_a_table_is_for_people(run, minutes):
    out = run("read", minutes, "--format", "table").out
    assert {"line", "who", "act", "stance", "quote"} <= set(out.split())
    assert "Sigbjørn Gjelsvik" in out
    assert max(map(len, out.splitlines())) <= 80


def test_an_explanation_leads_from_each_sentence_to_the_row_of_the_lexicon(run, minutes):
    lines = [line.split("\t") for line in run("read", minutes, "--explain").out.splitlines()]
    assert lines[0] == ["place", "who", "rule", "coded", "entry", "words"]
    (told,) = (line for line in lines if line[-1] == "Gjelsvik var positiv til det.")
    place, who, rule, coded, entry, _ = told
    assert who == "Sigbjørn Gjelsvik"
    assert (rule.split()[0], coded) == ("coordinated-subject", "support/for")
    table, row = entry.split()[0].split(":")
    rows = resource("data", "lexicon", table).read_text("utf-8").splitlines()
    assert rows[int(row) - 1].split(",")[0] == entry.split()[1]
    page, line = map(int, place.split(":"))
    assert page == 1
    assert "Gjelsvik var positiv" in minutes.read_text("utf-8").splitlines()[line - 1]
    assert any(line[2] == "the minute-taker's own remark" for line in lines)
    assert any(line[2] == "chair-handover" for line in lines)


def test_the_text_that_offsets_count_in_can_be_had(run, minutes):
    assert run("read", minutes, "--format", "text").out == minutes.read_text("utf-8")


def test_a_document_may_come_through_a_pipe(run, minutes):
    done = run("read", "-", stdin=minutes.read_bytes())
    piped, direct = json.loads(done.out), json.loads(run("read", minutes).out)
    assert piped["document"] == "stdin.txt"
    assert piped["statements"] == direct["statements"]


@pytest.mark.parametrize(
    ("sent", "message"),
    [(b"", "no text"), (b"\x00", "control character"), (b"En fortelling.", "expected minutes")],
)
def test_what_comes_through_a_pipe_may_be_bad(run, sent, message):
    done = run("read", "-", stdin=sent)
    assert done.code == 2
    assert message in done.err
    assert "standpunkt-" not in done.err, "the name of a temporary folder says nothing"


def test_reading_takes_the_topics_of_another_vocabulary(run, minutes):
    done = run("read", minutes, "--vocabulary", VOCABULARY, "--format", "json")
    assert done.code == 0
    topics = {one["topic_concept"] for one in json.loads(done.out)["statements"]}
    assert "https://example.org/tema/barnehage" in topics
    assert all(one is None or one.startswith("https://example.org/") for one in topics)


def test_a_graph_with_another_vocabulary_is_the_same_for_any_number_of_processes(
    run, tmp_path, minutes
):
    folder = tmp_path / "minutes"
    folder.mkdir()
    for name in ("2021-01-01_a.txt", "2022-04-22_b.txt"):
        shutil.copy(minutes, folder / name)
    for jobs in (1, 2):
        done = run("build", folder, "--vocabulary", VOCABULARY, "--jobs", jobs, "--store", jobs)
        assert done.code == 0
    dumps = [run("export", "--format", "nq", "--store", jobs).out for jobs in (1, 2)]
    assert dumps[0] == dumps[1]
    assert "https://w3id.org/standpunkt/ns#topic> <https://example.org/tema/barnehage>" in dumps[0]
    assert "<https://example.org/tema/velferd> <" in dumps[0]
    assert "/id/topic/barnehager>" not in dumps[0]
    done = run("check", "--deep", "--shapes", "--store", 1)
    assert done.code == 0, done.out


def test_a_store_holds_documents_of_one_vocabulary_only(run, tmp_path, minutes):
    first, second = (Path(shutil.copy(minutes, tmp_path / f"{name}.txt")) for name in "ab")
    assert run("build", first, "--vocabulary", VOCABULARY).code == 0
    before = run("export", "--format", "nq").out
    done = run("build", second)
    assert done.code == 2
    assert "'a' has the topics of" in done.err
    assert run("export", "--format", "nq").out == before
    assert run("build", first, second).code == 0


def test_a_vocabulary_that_is_gone_fails_the_second_build_of_the_check(run, tmp_path, minutes):
    own = shutil.copy(VOCABULARY, tmp_path / "own.ttl")
    assert run("build", minutes, "--vocabulary", own).code == 0
    Path(own).unlink()
    done = run("check", "--deep")
    assert done.code == 1
    assert "own.ttl: cannot be read" in done.out
