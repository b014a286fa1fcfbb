"""What a made-up series holds: a world that changes as the real one did, and the truth about it."""

import re
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from standpunkt.demo import make
from standpunkt.demo.words import load_words
from standpunkt.resolve.registers import load_registers

# What each line of tasks was called in the middle of a year, written down apart from the register.
OF_THE_DAY = {
    "kommunal": {2000: "KRD", 2005: "KRD", 2013: "KRD", 2014: "KMD", 2021: "KMD", 2022: "KDD"},
    "fornying": {2003: "AAD", 2005: "MOD", 2007: "FAD", 2011: "FAD"},
    "arbeid": {2003: "SOS", 2005: "ASD", 2007: "AID", 2011: "AD", 2016: "ASD", 2023: "AID"},
    "barn": {2003: "BFD", 2007: "BLD", 2012: "BLD", 2017: "BLD", 2020: "BFD"},
    "utdanning": {2001: "KUF", 2003: "UFD", 2006: "KD", 2022: "KD"},
    "kultur": {2000: "KD", 2003: "KKD", 2011: "KUD", 2023: "KUD"},
    "helse": {2000: "SHD", 2003: "HD", 2005: "HOD", 2022: "HOD"},
    "miljo": {2003: "MD", 2013: "MD", 2014: "KLD"},
    "justis": {2011: "JD", 2012: "JD", 2016: "JD", 2020: "JD", 2021: "JD"},
    "digital": {2024: "DFD"},
}


@pytest.fixture(scope="module")
def long():
    """A series from 2000 to 2025, in which every ministry has changed its name."""
    return make(104, 1, 2000)


@pytest.mark.parametrize("unit", OF_THE_DAY)
def test_ministries_go_by_the_abbreviation_of_the_day(unit, long):
    periods = {one.id for one in load_words().world.units[unit].periods}
    periods -= {"aad-1998"} if unit == "arbeid" else set()  # which had two of our lines of tasks
    days = {one["document"]: one["date"] for one in long.truth["documents"]}
    written: dict[int, set[str]] = {}
    for one in long.truth["organizations"]:
        year = int(days[one["document"]][:4])
        if one["period"] in periods:
            written.setdefault(year, set()).add(one["as_written"])
    met = OF_THE_DAY[unit].keys() & written.keys()
    assert met, "no such ministry was ever there"
    for year in met:
        assert OF_THE_DAY[unit][year] in written[year]
        assert written[year] <= {OF_THE_DAY[unit][year]}


def test_kd_means_two_ministries(long):
    kd = {one["period"] for one in long.truth["organizations"] if one["as_written"] == "KD"}
    assert kd == {"kd-1991", "kd-2006"}


def test_every_mention_of_a_body_means_it_by_the_register(long):
    registers = load_registers()
    days = {one["document"]: date.fromisoformat(one["date"]) for one in long.truth["documents"]}
    for one in long.truth["organizations"]:
        found = registers.organization(one["as_written"], days[one["document"]])
        assert found is not None
        assert (found.id, found.organization) == (one["period"], one["organization"])
        assert found.valid(days[one["document"]])


def test_every_time_that_a_body_is_named_is_in_the_truth(long):
    known = {(one["document"], one["start"]) for one in long.truth["organizations"]}
    names = {one["as_written"] for one in long.truth["organizations"]}
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(names, key=len, reverse=True))})\b")
    for document in long.documents:
        places = {(document.name, match.start()) for match in pattern.finditer(document.text)}
        assert places == {place for place in known if place[0] == document.name}


def test_every_place_in_the_truth_has_its_words(long):
    texts = {one.name: one.text for one in long.documents}
    for kind in ("mentions", "organizations", "statements", "events"):
        for one in long.truth[kind]:
            words = " ".join(texts[one["document"]][one["start"] : one["end"]].split())
            assert words == one.get("as_written", words)
            assert words
    assert not any("\ue000" <= char <= "\uf8ff" for text in texts.values() for char in text)


def test_no_slot_is_left_open(long):
    for one in long.documents:
        assert not re.search(r"[{}<>\[\]]|None|  \b(?:og|at)\b", one.text), one.name


def test_people_change_their_seats(long):
    posts = {one["id"]: one["posts"] for one in long.truth["people"]}
    ministries = {id_ for id_, unit in load_words().world.units.items() if not unit.ks}

    def went(before, after):
        pairs = ((a, b) for held in posts.values() for a, b in pairwise(held))
        return sum(before(a) and after(b) for a, b in pairs)

    def secretary(post):
        return post["role"] == "statssekretaer"

    assert went(lambda post: post["unit"] not in ministries, secretary)
    assert went(lambda post: post["role"] == "radgiver", lambda post: post["role"] != "radgiver")
    assert went(secretary, lambda post: post["unit"] not in ministries)
    for held in posts.values():
        for a, b in pairwise(held):
            assert a["to"] <= b["from"]


def test_some_people_share_a_name_and_most_do_not(long):
    people = {one["id"]: one for one in long.truth["people"]}
    pairs = long.truth["namesakes"]
    assert len(pairs) >= 2
    both = [
        {post["unit"] == "ks" for id_ in pair for post in people[id_]["posts"]} for pair in pairs
    ]
    assert {True, False} in both, "one in KS and one in a ministry"
    surnames = Counter(one["name"].split()[-1] for one in people.values())
    assert sum(times > 1 for times in surnames.values()) > 20


def test_two_of_one_name_meet_now_and_then(long):
    there: dict[str, set[str]] = {}
    for one in long.truth["mentions"]:
        there.setdefault(one["person"], set()).add(one["document"])
    assert any(there[one] & there[other] for one, other, *_ in long.truth["namesakes"])


def test_names_are_written_in_several_ways(long):
    forms = [form for one in long.truth["people"] for form in one["forms"]]
    assert any(re.search(r" \w\. \w", form) for form in forms), "initials"
    assert any(", " in form for form in forms), "surname first"
    assert any("-" in form for form in forms), "hyphens"
    assert any(one["later_name"] for one in long.truth["people"]), "a new surname"
    assert any("(tidl. " in one.text for one in long.documents)
    assert any("(vara for " in one.text for one in long.documents)


def test_styles_and_standards_change_over_the_years(long):
    documents = long.truth["documents"]
    assert len({one["layout"] for one in documents}) >= 8
    assert Counter(one["language"] for one in documents)["nn"] > 4


def test_claims_come_back_and_the_state_changes_its_mind(long):
    claims = long.truth["claims"]
    assert sum(len({one["document"] for one in claim["statements"]}) > 3 for claim in claims) > 10
    turned = [{one["stance"] for one in claim["statements"]} for claim in claims]
    assert sum({"for", "against", "conditional"} <= stances for stances in turned) > 5


def test_promises_are_kept_put_off_and_forgotten(long):
    fates = Counter(one["fate"] for one in long.truth["commitments"])
    assert set(fates) == {"fulfilled", "renewed", "asked for", "never mentioned again"}
    for one in long.truth["commitments"]:
        assert one["told"][0]["what"] == "made"
        assert one["told"][0]["deadline"] > one["told"][0]["document"].split("_")[1]


def test_every_meeting_has_much_said_by_people_who_are_there(long):
    listed = {(one["document"], one["person"]) for one in long.truth["mentions"] if "role" in one}
    said = Counter(one["document"] for one in long.truth["statements"])
    assert min(said[one.name] for one in long.documents) >= 25
    for one in long.truth["statements"]:
        for speaker in one["speakers"]:
            assert (one["document"], speaker) in listed or speaker.startswith("ks-")


def test_two_of_one_surname_are_told_apart(long):
    listed: dict[tuple[str, str], set[str]] = {}
    for one in long.truth["mentions"]:
        key = (one["document"], one["as_written"])
        if "role" not in one:
            listed.setdefault(key, set()).add(one["person"])
    twice = {key: people for key, people in listed.items() if len(people) > 1}
    assert all(" " in name for _, name in twice), "never by a surname alone"
