"""The build: folders mirrored, files added, bad documents reported, the same bytes every time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from standpunkt.describe import Iris
from standpunkt.errors import SourceError, StoreError
from standpunkt.store import Store, Writer
from standpunkt.store.corpus import BuildReport, build
from tests.samples import read_toy

REPOSITORY = Path(__file__).parents[2]
DAYS = ("2021-03-15", "2022-03-18", "2022-09-02")


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """A folder with three documents, and things beside them that are none."""
    folder = tmp_path / "minutes"
    folder.mkdir()
    for number, day in enumerate(DAYS):
        text = f"Kari Nes: normen skal bort\nOla Moe: veien skal bygges {number}\n"
        (folder / f"{day}_mote.txt").write_text(text, encoding="utf-8")
    (folder / "README.txt").write_text("about", encoding="utf-8")
    (folder / ".hidden.txt").write_text("mine", encoding="utf-8")
    (folder / "gold.json").write_text("{}", encoding="utf-8")
    note = 'title = "Toys"\npublisher = "KS"\n'
    (folder / "2021-03-15_mote.toml").write_text(note, encoding="utf-8")
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "store"


def make(target: Path, *paths: Path, jobs: int = 1) -> BuildReport:
    return build(paths, target, read=read_toy, jobs=jobs)


def statuses(report: BuildReport) -> dict[str, str]:
    return {one.key[:10]: one.status for one in report.documents}


def dump(target: Path) -> str:
    with Store.open(target) as store:
        return "".join(store.dump_nquads())


def documents(target: Path) -> set[str]:
    prefix = Iris().graph_document("")
    with Store.open(target) as store:
        graphs = store.manifest.graphs
        return {name.removeprefix(prefix)[:10] for name in graphs if name.startswith(prefix)}


def test_a_folder_is_built_and_reported(minutes, target):
    report = make(target, minutes)
    assert statuses(report) == dict.fromkeys(DAYS, "added")
    assert (report.stored, report.statements, report.count("added")) == (3, 6, 3)
    assert [finding.document for finding in report.findings] == [f"{day}_mote.txt" for day in DAYS]
    with Store.open(target) as store:
        assert report.quads == len(list(store.dump_nquads())) == store.manifest.quads


def test_ontology_registers_and_positions_have_graphs_of_their_own(minutes, target):
    make(target, minutes)
    iris = Iris()
    with Store.open(target) as store:
        filled = {name for name, one in store.manifest.graphs.items() if one.quads}
    assert {
        iris.graph_ontology,
        iris.graph_register("organizations"),
        iris.graph_register("roles"),
        iris.graph_register("topics"),
        iris.graph_positions,
    } <= filled


def test_positions_are_derived_over_all_documents_and_follow_them(minutes, target):
    asked = """PREFIX sp: <https://w3id.org/standpunkt/ns#>
        SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p a sp:Position ; sp:basedOn ?statement }"""

    def positions() -> int:
        with Store.open(target) as store:
            found = store.query(asked)
            assert isinstance(found, ox.QuerySolutions)
            return int(next(found)["n"].value)

    make(target, minutes)
    assert positions() == 6
    (minutes / "2022-09-02_mote.txt").unlink()
    make(target, minutes)
    assert positions() == 4


def test_the_note_beside_a_source_enters_its_graph(minutes, target):
    make(target, minutes)
    document = Iris().document("2021-03-15_mote")
    assert f'<{document}> <http://purl.org/dc/terms/title> "Toys"@nb' in dump(target)
    assert f"<{document}> <http://purl.org/dc/terms/publisher>" in dump(target)


def test_the_same_again_changes_nothing(minutes, target):
    make(target, minutes)
    before = sorted(path.name for path in target.iterdir())
    lines = dump(target)
    assert statuses(make(target, minutes)) == dict.fromkeys(DAYS, "unchanged")
    assert sorted(path.name for path in target.iterdir()) == before
    assert dump(target) == lines


def test_a_changed_document_is_replaced_and_the_others_are_not_touched(minutes, target):
    make(target, minutes)
    (minutes / "2022-03-18_mote.txt").write_text("Eva Vik: skatten skal ned\n", encoding="utf-8")
    report = make(target, minutes)
    assert statuses(report) == {
        "2021-03-15": "unchanged",
        "2022-03-18": "replaced",
        "2022-09-02": "unchanged",
    }
    assert "skatten skal ned" in dump(target)
    assert "veien skal bygges 1" not in dump(target)


def test_changes_one_by_one_give_the_same_as_building_anew(minutes, target, tmp_path):
    make(target, minutes)
    (minutes / "2022-03-18_mote.txt").write_text("Eva Vik: skatten skal ned\n", encoding="utf-8")
    (minutes / "2022-09-02_mote.txt").unlink()
    (minutes / "2023-01-01_mote.txt").write_text("Ola Moe: broen skal opp\n", encoding="utf-8")
    make(target, minutes)
    make(tmp_path / "anew", minutes)
    assert dump(target) == dump(tmp_path / "anew")


def test_a_document_that_has_gone_from_the_folder_goes_from_the_store(minutes, target):
    make(target, minutes)
    (minutes / "2022-03-18_mote.txt").unlink()
    assert statuses(make(target, minutes))["2022-03-18"] == "removed"
    assert documents(target) == {"2021-03-15", "2022-09-02"}
    assert "veien skal bygges 1" not in dump(target)


def test_a_file_is_added_and_takes_nothing_away(minutes, target, tmp_path):
    make(target, minutes)
    extra = tmp_path / "2023-01-01_extra.txt"
    extra.write_text("Kari Nes: mer penger\n", encoding="utf-8")
    assert statuses(make(target, extra)) == {"2023-01-01": "added"}
    assert statuses(make(target, minutes)) == dict.fromkeys(DAYS, "unchanged")
    assert documents(target) == {*DAYS, "2023-01-01"}


def test_documents_in_folders_below_belong_to_the_folder(minutes, target):
    (minutes / "2023").mkdir()
    extra = minutes / "2023" / "2023-01-01_extra.txt"
    extra.write_text("Kari Nes: mer penger\n", encoding="utf-8")
    make(target, minutes)
    assert "2023-01-01" in documents(target)
    extra.unlink()
    make(target, minutes)
    assert "2023-01-01" not in documents(target)


def test_a_bad_document_is_reported_and_keeps_its_old_graph(minutes, target):
    make(target, minutes)
    (minutes / "2022-03-18_mote.txt").write_text("nothing said", encoding="utf-8")
    (minutes / "2022-09-02_mote.txt").write_text("Ola Moe: noe nytt\n", encoding="utf-8")
    report = make(target, minutes)
    assert statuses(report) == {
        "2021-03-15": "unchanged",
        "2022-03-18": "failed",
        "2022-09-02": "replaced",
    }
    (failed,) = [one for one in report.documents if one.status == "failed"]
    assert failed.message
    assert "expected lines such as" in failed.message
    assert "veien skal bygges 1" in dump(target)
    assert "noe nytt" in dump(target)


def test_a_bad_note_is_reported_with_its_document(minutes, target):
    (minutes / "2021-03-15_mote.toml").write_text("author = 1", encoding="utf-8")
    report = make(target, minutes)
    assert statuses(report)["2021-03-15"] == "failed"
    assert report.stored == 2


def test_where_nothing_can_be_read_there_is_no_store(tmp_path, target):
    bad = tmp_path / "2022-01-01_bad.txt"
    bad.write_text("nothing said", encoding="utf-8")
    report = make(target, bad)
    assert statuses(report) == {"2022-01-01": "failed"}
    assert (report.stored, report.quads) == (0, 0)
    assert not target.exists()


def test_a_folder_without_documents_is_an_error_and_the_store_stays(minutes, target, tmp_path):
    make(target, minutes)
    before = dump(target)
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match=r"empty: no documents; expected files of kind .*\.txt"):
        make(target, tmp_path / "empty")
    assert dump(target) == before


def test_nothing_to_build_is_an_error(target):
    with pytest.raises(SourceError, match="nothing to build"):
        make(target)


def test_of_two_sources_with_one_key_the_second_is_refused(minutes, target):
    (minutes / "2021-03-15_MØTE.txt").write_text("Kari Nes: x\n", encoding="utf-8")
    report = make(target, minutes)
    failed = [one for one in report.documents if one.status == "failed"]
    assert [one.name for one in failed] == ["2021-03-15_mote.txt"]
    assert failed[0].message
    assert "has the same key '2021-03-15_mote' as" in failed[0].message


def test_a_file_named_twice_is_one_source(minutes, target):
    report = make(target, minutes, minutes / "2021-03-15_mote.txt")
    assert report.count("added") == 3


def test_the_build_is_refused_while_somebody_writes(minutes, target):
    make(target, minutes)
    with Writer(target), pytest.raises(StoreError, match="somebody else is writing"):
        make(target, minutes)


def test_another_base_is_refused(minutes, target):
    make(target, minutes)
    with pytest.raises(StoreError, match="built with the base"):
        build([minutes], target, read=read_toy, base="https://example.org/")


def test_all_instances_and_positions_lie_below_the_base(minutes, target):
    build([minutes], target, read=read_toy, base="https://example.org/")
    assert Iris().base not in dump(target)
    assert "<https://example.org/position/" in dump(target)


def test_progress_counts_the_documents(minutes, target):
    told: list[tuple[int, int, str]] = []
    build([minutes], target, read=read_toy, progress=lambda *step: told.append(step))
    assert told == [(number, 3, f"{day}_mote.txt") for number, day in enumerate(DAYS, start=1)]


def test_two_processes_give_the_same_as_one(minutes, target, tmp_path):
    (minutes / "2020-01-01_bad.txt").write_text("nothing said", encoding="utf-8")
    one = make(target, minutes)
    two = make(tmp_path / "two", minutes, jobs=2)
    assert two == one
    assert dump(tmp_path / "two") == dump(target)


BUILD = """
import sys
from pathlib import Path
from standpunkt.store.corpus import build
from tests.samples import read_toy
build([Path(sys.argv[1])], Path(sys.argv[2]), read=read_toy)
"""


def test_the_bytes_do_not_depend_on_the_hash_seed(minutes, tmp_path):
    for seed in ("0", "1"):
        subprocess.run(
            [sys.executable, "-c", BUILD, minutes, tmp_path / seed],
            check=True,
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
    assert dump(tmp_path / "0") == dump(tmp_path / "1")


def test_the_bytes_do_not_depend_on_where_the_corpus_lies(minutes, target, tmp_path):
    moved = shutil.copytree(minutes, tmp_path / "elsewhere" / "corpus")
    make(target, minutes)
    make(tmp_path / "two", moved)
    assert dump(tmp_path / "two") == dump(target)
