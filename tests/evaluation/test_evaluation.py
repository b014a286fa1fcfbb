"""Scores: known cases with known figures, and the same figures as the project's own tool."""

import importlib.util
import json
import shutil
from copy import deepcopy
from pathlib import Path

import pytest

from standpunkt import api
from standpunkt.errors import DataError, SourceError
from standpunkt.evaluation import BANDS, band, evaluate
from standpunkt.evaluation.disagreements import disagreements
from standpunkt.evaluation.gold import to_gold
from standpunkt.evaluation.measures import Codes, Found, Share
from standpunkt.evaluation.scoring import alike, matched, score
from standpunkt.pipeline import read
from standpunkt.resources import root

SHARED = root().parent / "shared"
TOOL = SHARED / "tools" / "score.py"

NAMES = {
    "statements": "detection",
    "attribution": "attribution",
    "act": "act",
    "stance": "stance",
    "topic": "topic_exact",
    "topic_alike": "topic_soft",
    "agenda_of_statement": "agenda_of_statement",
    "on_behalf_of": "on_behalf_of",
    "attribution_type": "attribution_type",
    "replies": "reply_links",
    "addressees": "addressees",
    "deadlines": "deadline",
    "deadline_dates": "deadline_dates",
    "participants": "participants_name_org_role",
    "participants_in_full": "participants_full",
    "agenda": "agenda_number_level_title",
    "meeting": "meeting_fields",
}
"""Our measures, and what the tool calls them."""

FIGURES = {
    "precision": "p",
    "recall": "r",
    "f1": "f1",
    "accuracy": "accuracy",
    "macro_f1": "macro_f1",
    "kappa": "kappa",
}


def statement(number, start, end, speakers, act="information", **others):
    """A statement in the gold format."""
    usual = {
        "on_behalf_of": ["KS"],
        "attribution": "direct",
        "agenda": "1",
        "stance": "none",
        "topic": "barnehager",
        "responds_to": None,
        "addressees": [],
        "deadline": None,
    }
    return {"id": number, "span": [start, end], "speakers": speakers, "act": act} | usual | others


@pytest.fixture
def gold():
    """A small document: four statements, two participants, two agenda items."""
    summer = {"text": "til sommeren", "from": "2022-06-01", "to": "2022-08-31"}
    return {
        "meeting": {"title": "Møte", "number": "2", "date": "2022-04-22"},
        "participants": [
            {"name": "Ane Li", "organisation": "KS", "role": None, "functions": ["delegate"]},
            {"name": "Bo Ås", "organisation": "KD", "role": "statsråd", "functions": ["chair"]},
        ],
        "agenda": [
            {"number": "1", "title": "Åpning", "level": 1, "span": [0, 5]},
            {"number": "1.1", "title": "Norm", "level": 2, "span": [5, 9]},
        ],
        "statements": [
            statement(1, 0, 10, ["Ane Li"], "demand", stance="for", addressees=["KD", "HOD"]),
            statement(2, 10, 20, ["Bo Ås"], "support", stance="for", responds_to=1),
            statement(3, 20, 30, ["Ane Li", "Bo Ås"], "commitment", deadline=summer),
            statement(4, 30, 40, [], attribution="agentless"),
        ],
    }


def test_what_is_the_same_scores_one(gold):
    same = deepcopy(gold)
    same["statements"][0]["speakers"] = ["ANE  \n li"]
    same["statements"][2]["speakers"] = ["Bo A\u030as", "Ane Li"]
    same["statements"].reverse()
    scores = score(gold, same)
    for measure in scores.measures.values():
        for figure in FIGURES:
            assert getattr(measure, figure, 1) == 1
    assert disagreements(gold, same) == []


def test_known_mistakes_give_known_figures(gold):
    predicted = deepcopy(gold)
    first, second, third, fourth = predicted["statements"]
    first |= {"id": 11, "span": [0, 6], "act": "request", "addressees": ["KD", "FIN"]}
    second |= {"id": 12, "responds_to": 11, "speakers": ["Ane Li"]}
    third |= {"id": 13, "span": [26, 30], "responds_to": 12}  # overlaps by 0.4: not matched
    fourth |= {"id": 14, "stance": "for", "topic": "vindkraft"}
    predicted["participants"][1]["functions"] = []
    predicted["agenda"][1]["level"] = 1
    predicted["meeting"]["date"] = "2022-04-23"
    scores = score(gold, predicted)
    assert scores["statements"] == Found(3, 4, 4)
    assert scores["attribution"] == Found(2, 4, 4)
    assert scores["replies"] == Found(1, 2, 1)
    assert scores["addressees"] == Found(1, 2, 2)
    assert scores["deadlines"] == Found(0, 1, 1)
    assert scores["participants"] == Found(2, 2, 2)
    assert scores["participants_in_full"] == Found(1, 2, 2)
    assert scores["agenda"] == Found(1, 2, 2)
    assert scores["topic"] == Share(2, 3)
    assert scores["meeting"] == Share(7, 8)
    stance, act = scores["stance"], scores["act"]
    assert isinstance(stance, Codes)
    assert isinstance(act, Codes)
    assert stance.accuracy == pytest.approx(2 / 3)
    # for: 2 of 3 predicted are right and both are found; none: not found
    assert stance.macro_f1 == pytest.approx((0.8 + 0) / 2)
    # observed 2/3; by chance (2 x 3 + 1 x 0) / 9
    assert stance.kappa == pytest.approx(0)
    # demand and request 0, support and information 1
    assert act.macro_f1 == pytest.approx(0.5)
    # observed 2/3; by chance (support + information) / 9 = 2/9
    assert act.kappa == pytest.approx((2 / 3 - 2 / 9) / (1 - 2 / 9))


def test_every_mistake_is_listed_with_its_place(gold):
    predicted = deepcopy(gold)
    first, second, third, _ = predicted["statements"]
    first |= {"act": "request", "addressees": []}
    second |= {"responds_to": None, "topic": "skole"}
    third |= {"span": [90, 99]}
    predicted["meeting"]["title"] = "Annet"
    predicted["agenda"].pop()
    told = [(one.measure, one.span) for one in disagreements(gold, predicted)]
    assert told == [
        ("meeting title", None),
        ("act", (0, 10)),
        ("addressees", (0, 10)),
        ("agenda", (5, 9)),
        ("topic", (10, 20)),
        ("replies", (10, 20)),
        ("statements", (20, 30)),
        ("statements", (90, 99)),
    ]


def test_nothing_to_count_has_no_figure():
    assert (Found().f1, Found().precision, Found().recall) == (None, None, None)
    assert (Found(0, 0, 2).f1, Found(0, 0, 2).precision) == (0, 0)
    assert Share().accuracy is None


def test_statements_are_matched_once_and_by_the_greatest_overlap():
    assert matched([(0, 10)], [(0, 6), (0, 9)]) == ((0, 1),)
    assert matched([(0, 10)], [(0, 5)]) == ((0, 0),)
    assert matched([(0, 10)], [(0, 4)]) == ()
    assert matched([(0, 10), (2, 12)], [(1, 11)]) == ((0, 0),)


def test_topics_are_alike_by_their_words():
    assert alike("Bosetting av flyktninger", "flyktninger")
    assert not alike("bosetting av flyktninger", "finansiering av barnehager")
    assert not alike("av", "til")


def test_counts_are_added_before_figures_are_taken(gold):
    worse = deepcopy(gold)
    worse["statements"] = worse["statements"][:1]
    total = score(gold, gold) + score(gold, worse)
    assert total["statements"] == Found(5, 5, 8)


def test_bands_cover_all_confidences():
    assert {band(number / 100) for number in range(101)} == {band(start) for start in BANDS}


@pytest.fixture
def coded(tmp_path):
    """A folder with the real minutes, coded as they are read."""
    source = next(api.minutes().glob("*.txt"))
    shutil.copy(source, tmp_path)
    coding = json.dumps(to_gold(read(source)))
    (tmp_path / f"{source.stem}.json").write_text(coding, encoding="utf-8")
    return tmp_path


def test_a_reading_agrees_with_itself_and_is_grounded(coded):
    found = evaluate(coded, read=read)
    assert found.documents[0].disagreements == ()
    assert found.grounding.accuracy == 1
    total = found.grounding.compared
    assert sum(one.attribution.compared for one in found.rules) == total
    assert sum(one.attribution.right for one in found.bands) == total
    assert all(0 < one.mean_confidence <= 1 for one in (*found.rules, *found.bands))


@pytest.mark.parametrize("place", ["texts", "../minutes"])
def test_texts_may_lie_elsewhere(coded, tmp_path_factory, place):
    gold = tmp_path_factory.mktemp("corpus") / "gold"
    gold.mkdir()
    texts = gold / place
    texts.mkdir()
    shutil.move(next(coded.glob("*.json")), gold)
    shutil.move(next(coded.glob("*.txt")), texts)
    found = evaluate(gold, read=read, texts=texts if place == "texts" else None)
    assert len(found.documents) == 1


def test_a_document_that_cannot_be_read_counts_as_nothing_found(coded):
    def refuse(path):
        raise SourceError(str(path))

    found = evaluate(coded, read=refuse)
    assert found.documents[0].problem
    assert found.scores["statements"].f1 == 0  # type: ignore[union-attr]
    assert found.grounding.accuracy is None


def test_a_folder_without_gold_a_broken_one_and_a_missing_text_are_told_of(coded):
    with pytest.raises(DataError, match="no gold files"):
        evaluate(coded / "nowhere", read=read)
    text = next(coded.glob("*.txt"))
    changed = text.read_bytes()
    text.write_bytes(changed + b"\n")
    with pytest.raises(SourceError, match="not the text that was coded"):
        evaluate(coded, read=read)
    text.unlink()
    with pytest.raises(SourceError, match="--texts"):
        evaluate(coded, read=read)
    next(coded.glob("*.json")).write_text('{"statements": [{}]}')
    with pytest.raises(DataError, match="not a gold file"):
        evaluate(coded, read=read)


FOLDERS = [SHARED / "gold", root() / "tests" / "development"]


@pytest.mark.skipif(not TOOL.exists(), reason="the tool is beside the checkout, and not here")
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_figures_are_those_of_the_tool(folder):
    if not any(folder.glob("*.json")):
        pytest.skip(f"no gold files in {folder}")
    found = evaluate(folder, read=read)
    theirs = _tool().score(_predictions(folder))["overall"]
    for ours, name in NAMES.items():
        measure = found.scores[ours]
        for figure, their in FIGURES.items():
            if their in theirs[name]:
                assert getattr(measure, figure) == pytest.approx(theirs[name][their]), (
                    ours,
                    figure,
                )


def _tool():
    spec = importlib.util.spec_from_file_location("score", TOOL)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _predictions(folder: Path):
    for path in sorted(folder.glob("*.json")):
        places = (folder, folder.parent / "minutes")
        text = next(p / f"{path.stem}.txt" for p in places if (p / f"{path.stem}.txt").exists())
        yield path.name, json.loads(path.read_text(encoding="utf-8")), _predicted(text)


def _predicted(text: Path):
    try:
        return to_gold(read(text))
    except SourceError:
        return {}
