"""The register of persons: names and IRIs stay, whatever later documents write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from standpunkt.describe import Iris
from standpunkt.describe.people import identities
from standpunkt.errors import DataError
from standpunkt.resolve.identity import resolve
from standpunkt.resolve.known import FILE, KnownPerson, KnownPersons, load_persons, write_persons
from tests.resolve.test_identity import at

if TYPE_CHECKING:
    from pathlib import Path

KARI = KnownPerson("kari-moe", "Kari Moe", ("K. Moe",), "2010-01-01_mote")
LISTS = [at("2010", "Kari Moe"), at("2011", "Kari Lie Moe"), at("2012", "Kari Lie Moe")]


def told(lists, *known: KnownPerson) -> set[tuple[str, str]]:
    """The IRIs and names of everybody on some lists."""
    found = identities(resolve(lists), Iris(), KnownPersons(known))
    people = [one for names in found.values() for one in names.values()]
    return {(one.iri.removeprefix(Iris().base), one.name) for one in people}


def test_whom_the_register_knows_keeps_name_and_iri():
    assert told(LISTS) == {(Iris("").person("Kari Lie Moe"), "Kari Lie Moe")}
    assert told(LISTS, KARI) == {("person/kari-moe", "Kari Moe")}
    assert told([at("2013", "K. Moe")], KARI) == {("person/kari-moe", "Kari Moe")}


def test_of_two_namesakes_the_one_from_the_list_is_meant():
    other = [at(str(year), "Kari Moe", "fin") for year in (2009, 2011, 2013)]
    lists = [at("2010", "Kari Moe"), at("2012", "Kari Moe"), *other]
    known = told(lists, KARI)
    assert ("person/kari-moe", "Kari Moe") in known
    assert len(known) == 2
    second = KnownPerson("kari-moe-fin", "Kari Moe", (), "2009-01-01_mote")
    assert {iri for iri, _ in told(lists, KARI, second)} == {
        "person/kari-moe",
        "person/kari-moe-fin",
    }


def test_nobody_else_is_touched():
    assert told([at("2010", "Ola Nes")], KARI) == {(Iris("").person("Ola Nes"), "Ola Nes")}


def test_what_is_written_is_read_again(tmp_path: Path):
    (tmp_path / FILE).write_text(write_persons([KARI]), encoding="utf-8")
    assert load_persons(tmp_path).entries == (KARI,)


def test_everybody_in_the_register_was_on_a_list():
    assert load_persons().entries
    assert all(one.source for one in load_persons().entries)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("a,,,m", "row 2: 'name' is empty"),
        ("a,Kari Moe,,", "row 2: 'source' is empty"),
        ("a,Kari Moe,,m\na,Ola Nes,,m", "row 3: id 'a' is used already in row 2"),
        ("a,Kari Moe,,m\nb,Kari Moe,,m", "row 3: the name and source 'Kari Moe m' is used already"),
    ],
)
def test_a_mistake_is_named_with_file_and_row(tmp_path, rows, told):
    (tmp_path / FILE).write_text(f"id,name,aliases,source\n{rows}\n", encoding="utf-8")
    with pytest.raises(DataError, match=f"{FILE}, {told}"):
        load_persons(tmp_path)
