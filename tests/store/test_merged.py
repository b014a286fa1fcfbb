"""The default graph: what many documents repeat stands in it once, after every change."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from standpunkt import pipeline
from standpunkt.inspection import integrity
from standpunkt.queries import ask, run
from standpunkt.resources import resource
from standpunkt.store import BULK, Store, Writer, merge
from standpunkt.store.corpus import build
from standpunkt.store.generations import live
from tests.store.test_graph import A, B, C, lines

if TYPE_CHECKING:
    from pathlib import Path

ID = "https://w3id.org/standpunkt/id/"
NQUADS, NTRIPLES = ox.RdfFormat.N_QUADS, ox.RdfFormat.N_TRIPLES
COPIES = 20
COUNT = "SELECT (COUNT(*) AS ?n) { ?any a <http://xmlns.com/foaf/0.1/Person> }"


def copies(folder: Path, number: int) -> Path:
    """A folder with the minutes that come along, several times under different names."""
    (source,) = resource("data", "minutes").glob("*.txt")
    folder.mkdir(parents=True)
    for index in range(number):
        shutil.copy(source, folder / f"2022-04-22_kopi-{index:02}.txt")
    return folder


def made(folder: Path, target: Path) -> Path:
    build([folder], target, read=pipeline.read)
    return target


@pytest.fixture(scope="module")
def one(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("one")
    return made(copies(folder / "minutes", 1), folder / "store")


@pytest.fixture(scope="module")
def twenty(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("twenty")
    return made(copies(folder / "minutes", COPIES), folder / "store")


def default(target: Path) -> list[bytes]:
    """The default graph, compared with the triples of the named graphs."""
    with Store.open(target) as store:
        found = [quad.triple for quad in store.quads.quads_for_pattern(None, None, None, None)]
        distinct = {quad.triple for quad in ox.parse("".join(store.dump_nquads()), format=NQUADS)}
        triples = store.dump_ntriples()
        assert len(found) == store.manifest.quads + len(triples)
        assert integrity(store).passed
    assert {quad.triple for quad in ox.parse(b"\n".join(triples), format=NTRIPLES)} == distinct
    assert len(triples) == len(distinct)
    return triples


# Questions ---------------------------------------------------------------------------------


def test_everybody_was_present_once_in_each_meeting(one, twenty):
    with Store.open(one) as single, Store.open(twenty) as many:
        expected = ask(single.quads, "attendance").cells()
        assert sorted(ask(many.quads, "attendance").cells()) == sorted(expected * COPIES)
        given = {"meeting": f"{ID}meeting/2022-04-22_kopi-07"}
        assert ask(many.quads, "attendance", given).cells() == expected


def test_a_role_is_one_row_and_counts_its_meetings(one, twenty):
    with Store.open(one) as single, Store.open(twenty) as many:
        expected = [(*row[:-1], str(COPIES)) for row in ask(single.quads, "roles").cells()]
        assert expected
        assert list(ask(many.quads, "roles").cells()) == expected


def test_a_mention_is_one_row_in_each_document(one, twenty):
    with Store.open(one) as single, Store.open(twenty) as many:
        expected = [row[:-1] for row in ask(single.quads, "mentions").cells()]
        found = ask(many.quads, "mentions").cells()
        assert sorted(row[:-1] for row in found) == sorted(expected * COPIES)
        # A statement may mention several things, each of which is a row.
        assert len({(row[0], row[-1]) for row in found}) == len(found)


def test_a_triple_that_every_document_repeats_counts_once(one, twenty):
    with Store.open(one) as single, Store.open(twenty) as many:
        assert run(many.quads, COUNT).rows() == run(single.quads, COUNT).rows()
        ((named,),) = run(many.quads, COUNT.replace("{", "{ GRAPH ?g {") + " }").rows()
        ((once,),) = run(many.quads, COUNT).rows()
    assert named == COPIES * int(str(once))


# Changes -----------------------------------------------------------------------------------


def test_documents_that_change_or_go_leave_the_same_as_a_build_anew(tmp_path):
    minutes = copies(tmp_path / "minutes", 4)
    first = default(made(minutes, tmp_path / "store"))
    changed = minutes / "2022-04-22_kopi-01.txt"
    text = changed.read_text(encoding="utf-8").replace("Helgesen", "Hellesund")
    changed.write_text(text, encoding="utf-8")
    (minutes / "2022-04-22_kopi-03.txt").unlink()
    (tmp_path / "added.txt").write_text(text.replace("Gjelsvik", "Gjertsen"), encoding="utf-8")
    (tmp_path / "added.txt").rename(minutes / "2022-04-23_ny.txt")
    after = default(made(minutes, tmp_path / "store"))
    assert after == default(made(minutes, tmp_path / "anew"))
    assert after != first


def write(folder: Path, **graphs: str) -> None:
    with Writer(folder) as writer:
        for name, values in graphs.items():
            graph = f"https://e.org/g/{name}"
            writer.replace(graph, lines(graph, *values.split()))


def values(folder: Path) -> list[str]:
    return [line.decode().split('"')[1] for line in default(folder)]


@pytest.mark.parametrize("kept", ["", "7 8 9 10 11 12"], ids=["little stays", "much stays"])
def test_a_triple_stays_until_its_last_graph_is_without_it(tmp_path, kept):
    store = tmp_path / "store"
    write(store, a="1 2", b="2 3", c="3", d=kept)
    assert values(store) == sorted(["1", "2", "3", *kept.split()])
    write(store, a="1")
    assert values(store) == sorted(["1", "2", "3", *kept.split()])
    write(store, b="4")
    assert values(store) == sorted(["1", "3", "4", *kept.split()])
    with Writer(store) as writer:
        for graph in (A, B, C):
            writer.drop(graph)
        writer.replace("https://e.org/g/e", lines("https://e.org/g/e", "4"))
    assert values(store) == sorted(["4", *kept.split()])


def test_what_rules_derive_is_in_the_default_graph_and_follows_the_others(tmp_path):
    rule = "CONSTRUCT { ?s <https://e.org/p> ?next } { ?s ?p ?o BIND(CONCAT(?o, '+') AS ?next) }"
    for given, expected in (("1 2", ["1", "1+", "2", "2+"]), ("2 2+", ["2", "2+", "2++"])):
        with Writer(tmp_path / "store") as writer:
            writer.replace(A, lines(A, *given.split()))
            writer.derive(C, [rule])
        assert values(tmp_path / "store") == expected


def test_a_change_of_nearly_everything_through_the_bulk_loader(tmp_path):
    many = " ".join(str(number) for number in range(BULK))
    write(tmp_path / "store", a=f"{many} x", b="x y")
    write(tmp_path / "store", a=many, c="y")
    found = values(tmp_path / "store")
    assert found == sorted([*many.split(), "x", "y"])


def test_a_default_graph_that_is_not_the_others_is_found(tmp_path):
    write(tmp_path / "store", a="1 2", b="2")
    quads = ox.Store(str(live(tmp_path / "store") / "quads"))
    quads.update("DELETE WHERE { ?s ?p '2' }")
    del quads
    with Store.open(tmp_path / "store") as store:
        assert "the default graph" in integrity(store).message
        assert not integrity(store).passed


def test_merging_again_follows_a_store_that_was_changed_by_hand():
    node = ox.NamedNode("https://e.org/x")
    store = ox.Store()
    store.extend(ox.Quad(node, node, node, ox.NamedNode(graph)) for graph in (A, B))
    assert len(merge(store)) == 3
    store.update("DELETE WHERE { GRAPH ?g { ?s ?p ?o } }")
    assert len(merge(store)) == 0
