"""The registers: what a name stands for on a day, and mistakes in the files named with row."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from standpunkt.errors import DataError
from standpunkt.model import Function, Side
from standpunkt.resolve.registers import load_registers
from standpunkt.resolve.vocabularies import read_vocabulary
from standpunkt.resources import resource

if TYPE_CHECKING:
    from standpunkt.resolve.registers import Organization, Role, TopicConcept

REGISTERS = load_registers()
entries = {one.id: one for one in REGISTERS.topics}
SHARED = Path(__file__).parents[3] / "shared"
MINISTRIES = SHARED / "notes" / "ministries.csv"
LOS = SHARED / "vocab" / "los.rdf"
FOLDER = resource("data", "registers")


def organization(mention: str, *day: int) -> str | None:
    found = REGISTERS.organization(mention, date(*day) if day else None)
    return found.id if found else None


def entry(id_: str, on: date | None) -> Organization:
    found = REGISTERS.entry(id_, on)
    assert found
    return found


def role(mention: str) -> Role:
    found = REGISTERS.role(mention)
    assert found
    return found


def topic(label: str) -> TopicConcept:
    found = REGISTERS.topic(label)
    assert found
    return found


@pytest.mark.parametrize(
    ("mention", "day", "expected"),
    [
        ("KD", (2001, 12, 31), "kd-1991"),
        ("KD", (2006, 1, 1), "kd-2006"),
        ("KRD", (2013, 12, 31), "krd-1998"),
        ("KMD", (2021, 12, 31), "kmd-2014"),
        ("KDD", (2022, 1, 1), "kdd-2022"),
        ("AID", (2009, 12, 31), "aid-2006"),
        ("AID", (2022, 4, 22), "aid-2022"),
        ("ASD", (2005, 6, 1), "asd-2004"),
        ("ASD", (2014, 1, 1), "asd-2014"),
        ("BFD", (2005, 12, 31), "bfd-1991"),
        ("BFD", (2022, 4, 22), "bfd-2019"),
        ("KS", (2003, 12, 31), "ks-kommunenes-sentralforbund"),
        ("KS", (2022, 4, 22), "ks-2004"),
        ("Fylkesmannen", (2016, 5, 1), "fylkesmannen"),
    ],
)
def test_an_abbreviation_means_whoever_bore_it_on_the_day(mention, day, expected):
    assert organization(mention, *day) == expected


def test_a_name_is_found_in_any_case_and_spacing():
    assert organization("HELSE- OG  OMSORGSDEPARTEMENTET", 2022, 4, 22) == "hod-2004"
    assert organization("kommunedirektørutvalget", 2022, 4, 22) == "kommunedirektorutvalget"
    assert organization("utanriksdepartementet", 2022, 4, 22) == "ud"


def test_an_abbreviation_is_found_in_its_own_case_only():
    assert organization("Udir", 2016, 11, 3) == "utdanningsdirektoratet"
    assert organization("H", 2016, 11, 3) == "hoyre"
    assert organization("h", 2016, 11, 3) is None
    assert organization("lo", 2016, 11, 3) is None


def test_an_old_name_stands_for_the_organisation_under_its_name_of_the_day():
    assert organization("KMD", 2022, 4, 22) == "kdd-2022"
    assert organization("Kommunenes Sentralforbund", 2022, 4, 22) == "ks-2004"


def test_a_name_that_several_organisations_bore_is_nobodys_on_another_day():
    assert organization("KD", 2004, 9, 20) is None
    assert organization("KD") is None
    assert organization("Atlantis", 2022, 4, 22) is None


def test_without_a_date_the_only_organisation_of_the_name_is_meant():
    assert organization("HOD") == "hod-2004"
    assert organization("ASD") == "asd-2014"


def test_an_id_finds_its_entry_and_a_lasting_id_its_name_of_the_day():
    assert entry("hod-2004", None).nb == "Helse- og omsorgsdepartementet"
    assert entry("972417858", date(2015, 1, 1)).id == "kmd-2014"
    assert entry("972417858", None).id == "kdd-2022"
    assert REGISTERS.entry("atlantis", None) is None


@pytest.mark.parametrize(
    ("mention", "id_"),
    [
        ("statsråd", "statsrad"),
        ("Statsrådene", "statsrad"),
        ("statsrådane", "statsrad"),
        ("statssekretærane", "statssekretaer"),
        ("STYRELEIAREN", "styreleder"),
        ("1. nestleder", "1-nestleder"),
        ("fylkesordføraren", "fylkesordforer"),
        ("adm. direktør", "administrerende-direktor"),
    ],
)
def test_a_role_is_found_in_all_its_forms(mention, id_):
    assert role(mention).id == id_


def test_a_role_tells_function_and_side():
    assert role("møtesekretær").function is Function.MINUTE_TAKER
    assert role("møteleiar").function is Function.CHAIR
    assert role("statsråden").side is Side.STATE
    assert role("ordføreren").side is None


@pytest.mark.parametrize(
    ("title", "day", "expected"),
    [
        ("kommunalminister", (2001, 4, 9), "krd-1998"),
        ("Kommunalministeren", (2016, 1, 1), "kmd-2014"),
        ("kommunalminister", (2022, 4, 22), "kdd-2022"),
        ("finansminister", (2022, 4, 22), "fin-2000"),
    ],
)
def test_a_ministers_title_implies_the_ministry_of_the_day(title, day, expected):
    ministry = REGISTERS.implied(role(title), date(*day))
    assert ministry
    assert ministry.id == expected


def test_a_plain_title_implies_no_organisation():
    assert REGISTERS.implied(role("statsråd"), date(2022, 4, 22)) is None


def test_a_topic_is_found_by_label_alias_and_in_both_languages():
    assert topic("Bosetting av flyktninger").id == "bosetting"
    assert topic("skuleskyss").nb == "skoleskyss"
    assert topic("refugee situation").id == "flyktningsituasjon"
    assert REGISTERS.topic("romfart") is None


def test_every_topic_leads_to_a_top_topic():
    broader = {one.id: one.broader for one in REGISTERS.topics}
    tops = {id_ for id_, above in broader.items() if not above}
    assert len(tops) < 20 < len(broader)


def matched(id_: str) -> set[tuple[str, str]]:
    return {(one.relation, one.iri) for one in entries[id_].matches}


def test_topics_are_matched_with_other_vocabularies():
    los, cap = "https://psi.norge.no/los/", "https://w3id.org/standpunkt/scheme/cap/"
    assert matched("skolemiljo") == {
        ("close", f"{los}ord/skolemiljo"),
        ("close", f"{los}tema/skolemiljo"),
    }
    assert matched("landbruk") == {("close", f"{los}tema/landbruk"), ("close", f"{cap}4")}
    assert matched("skatt") == {("close", f"{los}tema/skatt"), ("broad", f"{cap}1")}
    assert matched("dagsorden") == set()


def test_every_top_topic_has_one_major_topic_of_the_comparative_agendas_project():
    for one in (one for one in REGISTERS.topics if not one.broader):
        found = [match for match in one.matches if "/scheme/cap/" in match.iri]
        assert [match.relation for match in found] == ["close"], one.id


def test_no_topic_has_two_major_topics():
    for one in REGISTERS.topics:
        assert sum("/scheme/cap/" in match.iri for match in one.matches) < 2, one.id


@pytest.mark.skipif(not LOS.exists(), reason="needs Los, which is not part of the repository")
def test_every_match_with_los_is_a_concept_of_los():
    concepts = {one.id for one in read_vocabulary(LOS)}
    matches = [match.iri for one in REGISTERS.topics for match in one.matches]
    found = [iri for iri in matches if "/los/" in iri]
    assert len(found) > 100
    assert set(found) <= concepts


@pytest.mark.parametrize(
    ("mention", "day", "expected"),
    [
        ("LO", (2015, 6, 1), "lo"),
        ("Delta", (2015, 6, 1), "delta"),
        ("KS’ landsstyre", (2015, 6, 1), "ks-landsstyre"),
        ("SFT", (2009, 6, 1), "sft"),
        ("SFT", (2012, 6, 1), "klif-2010"),
        ("Sivilombudsmannen", (2022, 6, 1), "sivilombudet-2021"),
        ("Helse Vest RHF", (2022, 6, 1), "helse-vest"),
    ],
)
def test_unions_associations_and_agencies_are_found(mention, day, expected):
    assert organization(mention, *day) == expected


def test_predecessors_ended_or_split_where_their_successor_began():
    ids = {one.id: one for one in REGISTERS.organizations}
    for one in REGISTERS.organizations:
        for before in one.predecessors:
            begun = ids[before].valid_from
            assert one.valid_from, one.id
            assert begun is None or begun < one.valid_from, (before, one.id)


@pytest.mark.skipif(not MINISTRIES.exists(), reason="needs the notes, which are not part of it")
def test_every_ministry_of_the_notes_is_there_with_its_dates_number_and_source():
    ids = {one.id: one for one in REGISTERS.organizations}
    with MINISTRIES.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["slug"] != "ks"]
    assert len(rows) == 49
    for row in rows:
        one = ids[row["slug"]]
        assert one.nb == row["name_nb"]
        assert set(row["abbr"].split("|")) <= set(one.abbreviations)
        assert str(one.valid_from or "").startswith(row["valid_from"])
        assert str(one.valid_to or "").startswith(row["valid_to_exclusive"])
        assert one.identifier == (row["orgnr"] or None)
        assert one.source == row["source"]


def test_no_name_of_the_day_is_borne_by_two_organisations_unless_the_days_differ():
    for one in REGISTERS.organizations:
        day = one.valid_from or date(2012, 6, 1)
        for form in (*one.abbreviations, one.nb, one.nn):
            found = REGISTERS.organization(form, day)
            assert found is not None, form
            assert found.organization == one.organization, form


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(FOLDER, tmp_path / "registers")


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("roles.csv", "id,nb", "id,bokmål", r"roles\.csv, row 1: unknown column 'bokmål'"),
        ("topics.csv", "id,broader,", "id,", r"topics\.csv, row 1: no column 'broader'"),
        ("organizations.csv", "\nkrd-1998,", "\nkad-1993,", "row 3: id 'kad-1993' is used already"),
        ("organizations.csv", "2014-01-01", "2014-02-30", r"row 3: 'valid_to' is '2014-02-30'"),
        (
            "organizations.csv",
            "1993-01-01,1998-01-01",
            "1999-01-01,1998-01-01",
            "row 2: 'valid_to'",
        ),
        ("organizations.csv", ",ministry,", ",ministri,", "row 2: 'kind' is 'ministri'"),
        ("organizations.csv", ",kad-1993,", ",kad-1992,", "'predecessors' names 'kad-1992'"),
        ("organizations.csv", ",971032146,,,", ",97103214,,,", "'parent' names '97103214'"),
        ("organizations.csv", ",,,,Kommunaldep", ",,,krd-1998,Kommunaldep", "leads in a circle"),
        (
            "roles.csv",
            ",,,chair,\n",
            ",,,chairs,\n",
            "'function' is 'chairs'; expected one of delegate",
        ),
        ("roles.csv", "kad-1993|krd-1998", "kad-1993|krd", "'organization' names 'krd'"),
        ("roles.csv", "statsminister,stats", "statsminister,statsråd,stats", "more cells"),
        ("topics.csv", "frie-inntekter,okonomi", "frie-inntekter,penger", "names 'penger'"),
        ("topics.csv", "okonomi,,", "okonomi,skatt,", "'broader' leads in a circle"),
        ("topics.csv", ",skatt,skatt,tax", ",,skatt,tax", "row .*'nb' is empty"),
        (
            "topics.csv",
            "skatter og avgifter",
            "kommunenes økonomi",
            "the form 'kommunenes økonomi'",
        ),
        ("matches.csv", "\nokonomi,", "\npenger,", r"matches\.csv, row 2: 'topic' names 'penger'"),
        ("matches.csv", ",cap,20,", ",cap,11,", "row 2: 'match' is '11'; expected the number of"),
        ("matches.csv", ",cap,20,", ",capp,20,", "'scheme' is 'capp'; expected one of los"),
        ("matches.csv", ",20,close,", ",20,exact,", "'relation' is 'exact'; expected one of close"),
        ("matches.csv", "los/tema/skatt", "los/tema/skatt og avgift", "expected an IRI such as"),
        ("matches.csv", "\nskatt,", "\nstatsbudsjett,cap,1,broad,b\nskatt,", "is used already"),
        ("matches.csv", "broad,by the title Macroeconomics", "broad,", "'source' is empty"),
    ],
)
def test_a_mistake_is_named_with_file_and_row(folder, name, old, new, message):
    change(folder, name, old, new)
    with pytest.raises(DataError, match=message):
        load_registers(folder)


def test_a_missing_file_is_named(folder):
    (folder / "roles.csv").unlink()
    with pytest.raises(DataError, match=r"roles\.csv: no such file"):
        load_registers(folder)


def test_a_file_that_is_not_utf8_is_named(folder):
    path = folder / "topics.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("latin-1", "replace"))
    with pytest.raises(DataError, match=r"topics\.csv: not UTF-8"):
        load_registers(folder)


def test_a_byte_order_mark_as_spreadsheets_write_it_does_no_harm(folder):
    path = folder / "topics.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_registers(folder).topics == REGISTERS.topics
