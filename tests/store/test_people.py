"""Persons over the documents of a store: joined at each build, whatever was built first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from standpunkt import api
from standpunkt.errors import DataError, UsageError
from standpunkt.resolve.judgements import load_judgements
from standpunkt.store import Store

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """Referat fra konsultasjonsmøte mellom staten og KS
Dato: {day}
Til stede:
Fra staten: statssekretær {state} (KMD)
Fra KS: styreleder {ks}

Sak 1 Økonomi
{said} mente at rammene er for stramme.
"""
LISTS = {
    "2015-03-01": ("Ola Bakke Vik", "Kari Lie Moe", "Moe"),
    "2016-03-01": ("Ola Vik", "Kari Moe", "Vik"),
    "2017-03-01": ("Ola Bakke Vik", "Kari Lie Moe", "Moe"),
    "2018-03-01": ("Kari Lie Moe", "Per Nes", "Moe"),
    "2019-03-01": ("Ola Bakke Vik", "Kari Lie Moe", "Moe"),
}
NAMES = """
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
SELECT ?name (COUNT(DISTINCT ?person) AS ?persons) (COUNT(?written) AS ?lists) WHERE {
  ?person a foaf:Person ; foaf:name ?name .
  ?participation <http://www.w3.org/ns/prov#agent> ?person ;
    <https://w3id.org/standpunkt/ns#nameWritten> ?written .
}
GROUP BY ?name ORDER BY ?name
"""


@pytest.fixture
def minutes(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "minutes"
    folder.mkdir()
    paths = []
    for day, (state, ks, said) in LISTS.items():
        paths.append(folder / f"{day}_mote.txt")
        text = HEAD.format(day=day, state=state, ks=ks, said=said)
        paths[-1].write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def decisions(tmp_path: Path) -> Path:
    folder = tmp_path / "decisions"
    folder.mkdir()
    return folder


def dump(store: Path) -> str:
    with Store.open(store) as opened:
        return "".join(opened.dump_nquads())


def names(store: Path) -> list[tuple[str, ...]]:
    return [tuple(map(str, row)) for row in api.query(NAMES, store=store).rows()]


def test_persons_are_joined_over_documents(minutes, tmp_path):
    api.build(minutes, tmp_path / "store")
    # Somebody on two sides at one time is two until somebody judges.
    assert names(tmp_path / "store") == [
        ("Kari Lie Moe", "2", "5"),
        ("Ola Bakke Vik", "1", "4"),
        ("Per Nes", "1", "1"),
    ]


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (3, 1, 4, 0, 2)])
def test_documents_one_by_one_give_what_all_at_once_give(minutes, tmp_path, order):
    api.build(minutes, tmp_path / "whole")
    for place in order:
        api.build(minutes[place], tmp_path / "steps")
    assert dump(tmp_path / "steps") == dump(tmp_path / "whole")
    assert api.check(store=tmp_path / "steps", shapes=True, deep=True)
    assert all(one.passed for one in api.check(store=tmp_path / "steps", shapes=True, deep=True))


def test_a_document_that_goes_takes_its_names_along(minutes, tmp_path):
    api.build(minutes, tmp_path / "whole")
    folder = minutes[0].parent
    api.build(folder, tmp_path / "store")
    for path in minutes[1:3]:
        path.unlink()
    api.build(folder, tmp_path / "store")
    api.build(folder, tmp_path / "anew")
    assert dump(tmp_path / "store") == dump(tmp_path / "anew")


def test_a_former_iri_leads_to_the_person(minutes, tmp_path):
    api.build(minutes, tmp_path / "store")
    found = api.query(
        "SELECT ?old WHERE { ?old <http://purl.org/dc/terms/isReplacedBy> ?new }",
        store=tmp_path / "store",
    )
    assert len(list(found.rows())) == 2  # Ola Vik and Kari Moe


def test_a_judgement_is_recorded_and_applied(minutes, tmp_path, decisions):
    store = tmp_path / "store"
    api.build(minutes, store, decisions=decisions)
    (doubt,) = api.doubts(store, decisions=decisions)
    judged = api.judge(
        doubt.id,
        "same",
        by="Siv",
        on=date(2024, 5, 6),
        why="Ble statssekretær.",
        store=store,
        decisions=decisions,
    )
    assert load_judgements(decisions)[0].pair == judged.pair == doubt.pair
    api.build(minutes, store, decisions=decisions)
    assert names(store)[0] == ("Kari Lie Moe", "1", "5")
    assert api.doubts(store, decisions=decisions) == ()
    assert all(one.passed for one in api.check(store=store, shapes=True))
    graph = dump(store)
    assert 'judgedBy> "Siv"' in graph
    api.judge(doubt.id, "unsure", by="Siv", on=date(2024, 5, 7), store=store, decisions=decisions)
    api.build(minutes, store, decisions=decisions)
    assert names(store)[0] == ("Kari Lie Moe", "2", "5")
    assert api.doubts(store, decisions=decisions) == ()


def test_a_pair_that_nobody_asked_about_is_refused(minutes, tmp_path, decisions):
    api.build(minutes, tmp_path / "store")
    with pytest.raises(UsageError, match="no doubtful pair is called 'abc'"):
        api.judge(
            "abc",
            "same",
            by="Siv",
            on=date(2024, 5, 6),
            store=tmp_path / "store",
            decisions=decisions,
        )
    assert not list(decisions.iterdir())


HEADING = "id,verdict,document_a,name_a,document_b,name_b,by,on,why\n"
ROWS = {
    "a,maybe,d,A,e,A,Siv,2024-01-01,": r"row 2: 'verdict' is 'maybe'",
    "a,same,d,A,e,A,Siv,01.02.2024,": r"row 2: 'on' is '01.02.2024'",
    "a,same,d,A,e,A,Siv,,": r"row 2: 'on' is empty",
    "a,same,d,A,e,A,,2024-01-01,": r"row 2: 'by' is empty",
    "a,same,d,A,d,A,Siv,2024-01-01,": r"row 2: both names are the same",
    "a,same,d,A,e,A,B,2024-01-01,\nb,different,e,A,d,A,B,2024-01-01,": r"row 3: .*in row 2",
    "a,same,d,A,e,A,B,2024-01-01,\nb,same,e,A,f,A,B,2024-01-01,\n"
    "c,different,d,A,f,A,B,2024-01-01,": r"row 4: 'c' tells A \(d\) and A \(f\) apart",
    "a,same,,A,e,A,B,2024-01-01,": r"row 2: 'document_a' is empty",
}


@pytest.mark.parametrize("text", ROWS)
def test_a_file_of_judgements_that_is_wrong_stops_the_build(minutes, tmp_path, decisions, text):
    (decisions / "identities.csv").write_text(HEADING + text, encoding="utf-8")
    with pytest.raises(DataError, match=ROWS[text]):
        api.build(minutes, tmp_path / "store", decisions=decisions)
    assert not (tmp_path / "store").exists()
