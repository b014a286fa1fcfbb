"""Find what each sign of a reply counts: ``python -m benchmarks.replies FOLDER[=TIMES]...``.

Each statement of the coded minutes answers one of the statements before it, or none. The weights
are those under which what people coded is most likely (a conditional logit, with a penalty on
large weights so that few documents cannot make a rule). The documents of a folder may count
several times, such as real ones among many that were made up. Prints F1 on documents left out one
at a time, which is what to expect of unseen ones, and then the weights for
``data/lexicon/replies.csv``.
"""

from __future__ import annotations

import json
import math
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from standpunkt.evaluation.gold import to_gold
from standpunkt.evaluation.scoring import Comparison
from standpunkt.extract.replies import candidates_for, link, weigh
from standpunkt.extract.signs import Signs
from standpunkt.extract.statements import Extractor
from standpunkt.lexicon import load_lexicon
from standpunkt.parse.minutes import parse
from standpunkt.resolve.registers import load_registers
from standpunkt.resources import resource
from standpunkt.sources import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from standpunkt.extract.turns import Turn

PENALTY = 2.0
"""How much a large weight costs; figures on documents left out hardly move between 1 and 4."""
STEPS = 12
FOLDERS = ("tests/development", "tests/gold=5", "tests/constructed=5")
Weights = dict[str, float]


@dataclass(frozen=True)
class Choice:
    """The signs of each candidate of a statement, and which of them people chose, if any."""

    candidates: list[Weights]
    chosen: int | None


@dataclass(frozen=True)
class Coded:
    """A document: its turns, their choices, and the links that people coded between turns.

    ``coded`` counts all links of the gold, ``links`` holds those whose two ends were found, and
    ``times`` is how often the document counts.
    """

    name: str
    times: int
    turns: list[Turn]
    choices: list[Choice]
    links: dict[int, int]
    coded: int


def read_all(folders: Sequence[str]) -> list[Coded]:
    """Every document of some folders once."""
    found: dict[str, Coded] = {}
    for folder in folders:
        path, _, times = folder.partition("=")
        for file in sorted(Path(path).glob("*.json")):
            if file.name not in found:
                found[file.name] = read(file, int(times or 1))
    return list(found.values())


def read(gold_file: Path, times: int = 1) -> Coded:
    """Read a document and compare it with its gold."""
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    lexicon, registers = load_lexicon(), load_registers()
    minutes, presences = parse(load(text_of(gold_file)), lexicon, registers)
    extractor = Extractor(minutes, lexicon, registers)
    for passage in minutes.passages:
        extractor.passage(passage)
    turns, predicted = extractor.turns(), to_gold(extractor.reading(presences))
    pairs = list(Comparison.of(gold, predicted).statements())
    place = {one["id"]: found["id"] - 1 for one, found in pairs}
    answers = {one["id"]: one["responds_to"] for one in gold["statements"]}
    ends = ((place.get(one), place.get(to)) for one, to in answers.items() if to)
    links = {one: to for one, to in ends if one is not None and to is not None}
    unsure = {place[one] for one, to in answers.items() if to and one in place} - set(links)
    known = [index for index in sorted(place.values()) if index not in unsure]
    return Coded(
        gold_file.stem,
        times,
        turns,
        choices(turns, known, links),
        links,
        sum(1 for to in answers.values() if to),
    )


def text_of(gold_file: Path) -> Path:
    """The text that a gold file codes: beside it, or in a folder of minutes."""
    name = gold_file.with_suffix(".txt").name
    places = (gold_file.parent, gold_file.parent.parent / "minutes", resource("data", "minutes"))
    return next(place / name for place in places if (place / name).is_file())


def choices(turns: Sequence[Turn], known: Iterable[int], links: dict[int, int]) -> list[Choice]:
    """What there was to choose between for each turn that people coded."""
    signs = Signs(turns)
    history = [links.get(index) for index in range(len(turns))]
    found = []
    for index in known:
        near = candidates_for(turns, index)
        rows = signs.of(index, near, history)
        chosen = links.get(index)
        if rows:
            found.append(Choice(rows, near.index(chosen) if chosen in near else None))
    return found


def fit(choices: Sequence[Choice], names: Sequence[str], start: Weights | None = None) -> Weights:
    """The most likely weights, by Newton's method."""
    weights = dict(start) if start else dict.fromkeys(names, 0.0)
    for _ in range(STEPS):
        slope = {name: -PENALTY * weights[name] for name in names}
        bend = {one: dict.fromkeys(names, 0.0) for one in names}
        for name in names:
            bend[name][name] = PENALTY
        for choice in choices:
            _add(choice, weights, slope, bend)
        step = _solve([[bend[a][b] for b in names] + [slope[a]] for a in names])
        for name, value in zip(names, step, strict=True):
            weights[name] += value
        if max(map(abs, step)) < 1e-4:
            break
    return weights


def _add(choice: Choice, weights: Weights, slope: Weights, bend: dict[str, Weights]) -> None:
    """Add what one choice says about the slope and the bend of the likelihood."""
    odds = [math.exp(weigh(signs, weights)) for signs in choice.candidates]
    total = 1 + sum(odds)
    mean: Weights = {}
    for signs, odd in zip(choice.candidates, odds, strict=True):
        for one, value in signs.items():
            mean[one] = mean.get(one, 0.0) + odd / total * value
            row, share = bend[one], odd / total * value
            for other, beside in signs.items():
                row[other] += share * beside
    for one, value in mean.items():
        slope[one] -= value
        row = bend[one]
        for other, beside in mean.items():
            row[other] -= value * beside
    if choice.chosen is not None:
        for one, value in choice.candidates[choice.chosen].items():
            slope[one] += value


def _solve(rows: list[list[float]]) -> list[float]:
    """Solve linear equations, the right-hand side last in each row (Gauss and Jordan)."""
    size = len(rows)
    for i in range(size):
        best = max(range(i, size), key=lambda k: abs(rows[k][i]))
        rows[i], rows[best] = rows[best], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for k in range(size):
            if k != i and rows[k][i]:
                factor = rows[k][i]
                rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i], strict=True)]
    return [row[-1] for row in rows]


def counts(document: Coded, weights: Weights) -> tuple[int, int, int]:
    """Links that are right, that were found, and that people coded."""
    found = link(document.turns, weights)
    right = sum(document.links.get(index) == to for index, to in enumerate(found) if to is not None)
    return right, sum(to is not None for to in found), document.coded


def f1(rows: Sequence[tuple[int, int, int]]) -> str:
    """Precision, recall and F1 of all documents together."""
    right, found, coded = (sum(column) for column in zip(*rows, strict=True))
    return f"P {right / found:.3f}  R {right / coded:.3f}  F1 {2 * right / (found + coded):.3f}"


def _choices_of(documents: Iterable[Coded]) -> list[Choice]:
    return [choice for one in documents for choice in one.choices * one.times]


def main() -> None:
    """Fit, leave out, and print."""
    documents = read_all(sys.argv[1:] or FOLDERS)
    names = sorted(
        {n for d in documents for c in d.choices for signs in c.candidates for n in signs}
    )
    whole = fit(_choices_of(documents), names)
    rows = []
    for left_out in documents:
        others = [document for document in documents if document is not left_out]
        rows.append(counts(left_out, fit(_choices_of(others), names, whole)))
        print(f"{left_out.name:40} {rows[-1]}", file=sys.stderr)
    print("left out:", f1(rows), file=sys.stderr)
    print("fitted:  ", f1([counts(d, whole) for d in documents]), file=sys.stderr)
    for name in sorted(names, key=lambda one: -whole[one]):
        print(f"{name},{whole[name]:.2f}")


if __name__ == "__main__":
    main()
