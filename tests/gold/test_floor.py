"""The floor: reading never gets worse than ``floor.toml`` says, over the annotated documents.

``[real]`` is about the real minutes, coded by hand in the gold file beside this test;
``[development]`` and ``[constructed]`` about the made-up ones in the folders of those names, which
the rules were written with; ``[attendance]`` about first pages, whose statements nobody coded;
``[all]`` about all that are coded whole, together. When reading has got better, raise the
figures.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from standpunkt import pipeline
from standpunkt.evaluation import Evaluation, evaluate
from standpunkt.resources import resource

HERE = Path(__file__).parent
FLOOR: dict[str, dict[str, float]] = tomllib.loads((HERE / "floor.toml").read_text("utf-8"))
FIGURES = [(part, name) for part, figures in FLOOR.items() for name in figures]


@pytest.fixture(scope="module")
def evaluations() -> dict[str, Evaluation]:
    real = evaluate(HERE, read=pipeline.read, texts=resource("data", "minutes"))
    parts = {"real": real} | {
        name: evaluate(HERE.parent / name, read=pipeline.read)
        for name in ("development", "constructed")
    }
    documents = (document for part in parts.values() for document in part.documents)
    first_pages = evaluate(HERE.parent / "attendance", read=pipeline.read)
    return parts | {"attendance": first_pages, "all": Evaluation(tuple(documents))}


def figure(evaluation: Evaluation, name: str) -> float | None:
    """A figure by its measure and kind: ``act.macro_f1``; ``grounding`` is a share of its own."""
    if name == "grounding":
        return evaluation.grounding.accuracy
    measure, _, kind = name.partition(".")
    value: float | None = getattr(evaluation.scores[measure], kind)
    return value


@pytest.mark.parametrize(("part", "name"), FIGURES)
def test_reading_does_not_fall_below_the_floor(evaluations, part, name):
    reached = figure(evaluations[part], name)
    assert reached is not None
    assert reached >= FLOOR[part][name]


def test_every_document_is_read(evaluations):
    assert [one.problem for one in evaluations["all"].documents if one.problem] == []


def test_the_gold_of_the_real_minutes_is_of_the_text_that_is_shipped(evaluations):
    (document,) = evaluations["real"].documents
    assert document.name == "2022-04-22_konsultasjonsmote-2.txt"
