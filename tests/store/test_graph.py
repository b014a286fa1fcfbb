"""The store: whole or not at all, readers never disturbed, one writer at a time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from standpunkt.errors import DataError, StoreError
from standpunkt.store import BULK, Store, Writer

if TYPE_CHECKING:
    from pathlib import Path

A, B, C = "https://e.org/g/a", "https://e.org/g/b", "https://e.org/g/c"


def lines(graph: str, *values: str) -> str:
    return "".join(
        sorted(f'<https://e.org/s> <https://e.org/p> "{v}" <{graph}> .\n' for v in values)
    )


def write(folder: Path, about: str = "", **graphs: str) -> bool:
    """Replace graphs, named by their last letter."""
    with Writer(folder) as writer:
        for name, value in graphs.items():
            graph = f"https://e.org/g/{name}"
            writer.replace(graph, lines(graph, *value.split()))
        writer.about = {"about": about}
    return writer.changed


def content(folder: Path) -> str:
    with Store.open(folder) as store:
        return "".join(store.dump_nquads())


def generations(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("generation-*"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "store"
    write(target, a="1 2", b="3")
    return target


def test_a_new_store_holds_what_was_written(folder):
    assert content(folder) == lines(A, "1", "2") + lines(B, "3")


def test_the_dump_is_in_the_order_of_its_bytes(folder):
    write(folder, a="å ø z \U0001f600 \ufb01 {")
    with Store.open(folder) as store:
        dumped = list(store.dump_nquads())
    assert dumped == sorted(dumped, key=str.encode)
    assert len(dumped) == 7


def test_a_query_sees_the_union_of_all_graphs(folder):
    with Store.open(folder) as store:
        found = store.query("SELECT ?o { ?s ?p ?o } ORDER BY ?o")
        assert isinstance(found, ox.QuerySolutions)
        assert [row["o"].value for row in found] == ["1", "2", "3"]


def test_the_manifest_counts_quads_by_graph(folder):
    with Store.open(folder) as store:
        assert {name: one.quads for name, one in store.manifest.graphs.items()} == {A: 2, B: 1}
        assert store.manifest.quads == len(list(store.dump_nquads())) == 3


def test_a_graph_is_replaced_whole_and_the_others_stay(folder):
    assert write(folder, a="9", c="4")
    assert content(folder) == lines(B, "3") + lines(C, "4") + lines(A, "9")


def test_a_graph_is_dropped(folder):
    with Writer(folder) as writer:
        writer.drop(A)
    assert content(folder) == lines(B, "3")


def test_the_same_again_changes_nothing(folder):
    before = generations(folder), (folder / "current").stat().st_mtime_ns
    assert not write(folder, a="1 2", b="3")
    assert (generations(folder), (folder / "current").stat().st_mtime_ns) == before


def test_a_change_of_many_quads_goes_through_the_bulk_loader(folder):
    values = " ".join(str(number) for number in range(BULK))
    write(folder, c=values)
    with Store.open(folder) as store:
        assert store.manifest.quads == len(list(store.dump_nquads())) == BULK + 3


def test_a_rule_fills_its_graph_after_every_change(folder):
    counted = "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s"
    rule = f"CONSTRUCT {{ ?s <https://e.org/n> ?n }} {{ {counted} }}"
    for value, expected in (("1", 2), ("1 2 5", 4)):
        with Writer(folder) as writer:
            writer.replace(A, lines(A, *value.split()))
            writer.derive(C, [rule])
        derived = [line for line in content(folder).split("\n") if f"<{C}>" in line]
        assert len(derived) == 1
        assert f'"{expected}"^^' in derived[0]


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("CONSTRUCT { [] <https://e.org/n> ?o } { ?s ?p ?o }", "a node without an IRI"),
        ("SELECT * { ?s ?p ?o }", "not a CONSTRUCT query"),
    ],
)
def test_a_bad_rule_stops_the_change(folder, rule, message):
    before = content(folder)
    writer = Writer(folder)
    writer.derive(C, [rule])
    with pytest.raises(DataError, match=message), writer:
        writer.replace(A, lines(A, "9"))
    assert content(folder) == before


def fail_in_the_middle(folder: Path) -> None:
    with Writer(folder) as writer:
        writer.replace(A, lines(A, "9"))
        message = "middle"
        raise RuntimeError(message)


def test_a_failure_in_the_middle_leaves_the_store_as_it_was(folder):
    before = content(folder)
    with pytest.raises(RuntimeError, match="middle"):
        fail_in_the_middle(folder)
    assert content(folder) == before
    assert len(generations(folder)) == 1


def test_a_line_that_is_not_nquads_leaves_the_store_as_it_was(folder):
    before = content(folder)
    with pytest.raises(SyntaxError), Writer(folder) as writer:
        writer.replace(A, lines(A, "9") + "nonsense\n")
    assert content(folder) == before
    assert write(folder, a="9")


def test_a_failure_before_there_is_a_store_leaves_nothing(tmp_path):
    with pytest.raises(RuntimeError, match="middle"):
        fail_in_the_middle(tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_change_that_is_abandoned_leaves_nothing(tmp_path):
    with Writer(tmp_path / "new") as writer:
        writer.replace(A, lines(A, "9"))
        writer.abandon()
    assert not (tmp_path / "new").exists()


KILLED = """
import os, signal, sys
from pathlib import Path
import standpunkt.store.graph as store
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[2] == "swap": store.swap = die
with store.Writer(Path(sys.argv[1])) as writer:
    writer.replace("urn:g", '<urn:s> <urn:p> "9" <urn:g> .\\n')
    if sys.argv[2] == "write": die()
"""


@pytest.mark.parametrize("moment", ["write", "swap"])
def test_a_writer_that_is_killed_leaves_the_store_as_it_was(folder, moment):
    before = content(folder)
    done = subprocess.run([sys.executable, "-c", KILLED, folder, moment], check=False)
    assert done.returncode == -signal.SIGKILL
    assert content(folder) == before
    assert len(generations(folder)) == 2
    assert write(folder, a="9")
    assert len(generations(folder)) == 1


def test_a_second_writer_is_refused(folder):
    with (
        Writer(folder),
        pytest.raises(StoreError, match="somebody else is writing to this store"),
        Writer(folder),
    ):
        pass


def test_a_reader_keeps_what_it_opened_and_does_not_block_the_writer(folder):
    with Store.open(folder) as reader:
        before = "".join(reader.dump_nquads())
        write(folder, a="9")
        write(folder, a="10")
        assert "".join(reader.dump_nquads()) == before
        assert len(generations(folder)) == 2
    assert write(folder, a="11")
    assert len(generations(folder)) == 1


def test_a_store_can_be_read_while_somebody_writes(folder):
    with Writer(folder) as writer:
        writer.replace(A, lines(A, "9"))
        assert content(folder) == lines(A, "1", "2") + lines(B, "3")


def test_opening_does_not_change_a_file(folder):
    def stamps() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in folder.rglob("*")}

    before = stamps()
    content(folder)
    assert stamps() == before


def test_there_is_no_store(tmp_path):
    with pytest.raises(StoreError, match="no such store; make one with 'standpunkt build"):
        Store.open(tmp_path / "none")


def test_a_folder_that_is_no_store(tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="not a store"):
        Store.open(tmp_path)
    with pytest.raises(StoreError, match="not empty and not a store"), Writer(tmp_path):
        pass
    assert os.listdir(tmp_path) == ["notes.txt"]  # noqa: PTH208 (names are enough)


def test_a_file_is_no_store(tmp_path):
    path = tmp_path / "file"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="not a store"):
        Store.open(path)
    with pytest.raises(StoreError, match="a file; expected a folder"), Writer(path):
        pass


@pytest.mark.parametrize("broken", ["current", "manifest.json", "in-use", "quads/CURRENT"])
def test_a_broken_store_is_named(folder, broken):
    (generation,) = generations(folder)
    path = folder / broken if broken == "current" else folder / generation / broken
    path.unlink()
    if broken == "current":
        path.write_text("../elsewhere", encoding="utf-8")
    with pytest.raises(StoreError, match="broken store"):
        Store.open(folder)


def test_a_store_of_another_format_is_named(folder):
    (generation,) = generations(folder)
    manifest = folder / generation / "manifest.json"
    changed = manifest.read_text(encoding="utf-8").replace('"format": 2', '"format": 99')
    manifest.write_text(changed, encoding="utf-8")
    with pytest.raises(StoreError, match="store format 99; expected 2"):
        Store.open(folder)
