"""Reading put to the test: documents that people have coded are read, and the two compared.

In goes a folder with gold files and the texts that they code; out comes an :class:`Evaluation`:
the scores of each document and of all, what gold and reading see differently, and how far the
rules and the confidences of the extraction can be trusted.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from standpunkt.errors import DataError, SourceError
from standpunkt.evaluation.disagreements import Disagreement, disagreements
from standpunkt.evaluation.gold import to_gold
from standpunkt.evaluation.measures import Share
from standpunkt.evaluation.scoring import Comparison, Scores, same_speakers, same_text, score
from standpunkt.sources import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from standpunkt.evaluation.scoring import Gold
    from standpunkt.model import Reading, Statement

BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)
"""Where each band of confidence begins; it ends where the next one begins, the last at 1."""

_NOTHING: Gold = {"meeting": {}, "participants": [], "agenda": [], "statements": []}


@dataclass(frozen=True, slots=True)
class Group:
    """Statements that have a rule or a band of confidence in common, and how they fared.

    A statement is right in ``attribution`` where the gold has it with the same speakers, and in
    ``act`` where the gold has it with the same act. ``confidence`` is the sum over statements.
    """

    name: str
    confidence: float
    attribution: Share
    act: Share

    def __add__(self, other: Group) -> Group:
        return Group(
            self.name,
            self.confidence + other.confidence,
            self.attribution + other.attribution,
            self.act + other.act,
        )

    @property
    def mean_confidence(self) -> float:
        """How sure the extraction is, on average."""
        return self.confidence / self.attribution.compared


@dataclass(frozen=True)
class DocumentEvaluation:
    """One document: its scores, its grounding, and what gold and reading see differently.

    ``problem`` says why the document could not be read, in
    which case nothing was found in it.
    """

    name: str
    scores: Scores
    grounding: Share
    disagreements: tuple[Disagreement, ...]
    rules: tuple[Group, ...]
    bands: tuple[Group, ...]
    text: str
    problem: str | None = None

    def quote(self, span: tuple[int, int]) -> str:
        """Give the text at a span on one line."""
        return " ".join(self.text[slice(*span)].split())

    def line(self, span: tuple[int, int]) -> int:
        """Give the number of the line, from 1, that a span begins on."""
        return self.text.count("\n", 0, span[0]) + 1


@dataclass(frozen=True)
class Evaluation:
    """All documents of a folder, in the order of their names."""

    documents: tuple[DocumentEvaluation, ...]

    @property
    def scores(self) -> Scores:
        """Pool the scores of all documents."""
        return reduce(add, (one.scores for one in self.documents))

    @property
    def grounding(self) -> Share:
        """Count the statements whose quote stands in the source, to the letter."""
        return reduce(add, (one.grounding for one in self.documents))

    @property
    def rules(self) -> tuple[Group, ...]:
        """Tell how the statements of each rule fared, the most frequent rule first."""
        groups = _pooled(group for one in self.documents for group in one.rules)
        return tuple(sorted(groups, key=lambda one: (-one.attribution.compared, one.name)))

    @property
    def bands(self) -> tuple[Group, ...]:
        """Tell how the statements of each band of confidence fared: the calibration."""
        groups = _pooled(group for one in self.documents for group in one.bands)
        return tuple(sorted(groups, key=lambda one: one.name))


def evaluate(
    folder: Path, *, read: Callable[[Path], Reading], texts: Path | None = None
) -> Evaluation:
    """Read every document that ``folder`` has a gold file (``*.json``) of, and compare.

    A text is looked for beside its gold file, then in ``texts``, then in the folder ``minutes``
    beside ``folder``. A document that cannot be read is scored as one in which nothing was found.

    Raises ``DataError`` where the folder has no gold files or one of them is not as it should be,
    ``SourceError`` where a text is missing.
    """
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not paths:
        message = f"{folder}: no gold files (*.json); name the folder that holds them"
        raise DataError(message)
    places = (folder, *((texts,) if texts else ()), folder.resolve().parent / "minutes")
    coded = [(gold := _load(path), _source(path, gold, places)) for path in paths]
    return Evaluation(tuple(_document(gold, source, read) for gold, source in coded))


def _load(path: Path) -> Gold:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
        for key in _NOTHING:
            gold[key]
        for statement in gold["statements"]:
            start, end = statement["span"]
            statement["id"], end - start
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{path}: not a gold file ({error!r}); compare docs/evaluation.md"
        raise DataError(message) from None
    return dict(gold)


def _source(path: Path, gold: Gold, places: Sequence[Path]) -> Path:
    name = str(gold.get("document") or path.with_suffix(".txt").name)
    for place in places:
        if (place / name).is_file():
            return place / name
    looked = ", ".join(str(place) for place in places)
    message = f"{path}: its text {name} is not in {looked}; say where it is with --texts"
    raise SourceError(message)


def _document(gold: Gold, source: Path, read: Callable[[Path], Reading]) -> DocumentEvaluation:
    text = load(source)
    if gold.get("sha256") not in {None, text.sha256}:
        message = f"{source}: not the text that was coded (its SHA-256 is {text.sha256})"
        raise SourceError(message)
    try:
        reading = read(source)
    except SourceError as error:
        return _unread(gold, source.name, text.text, str(error))
    predicted = to_gold(reading)
    return DocumentEvaluation(
        name=source.name,
        scores=score(gold, predicted),
        grounding=_grounding(reading, text.text),
        disagreements=tuple(disagreements(gold, predicted)),
        rules=_groups(reading, gold, predicted, lambda one: one.rule),
        bands=_groups(reading, gold, predicted, lambda one: band(one.confidence)),
        text=text.text,
    )


def _unread(gold: Gold, name: str, text: str, problem: str) -> DocumentEvaluation:
    found = tuple(disagreements(gold, _NOTHING))
    return DocumentEvaluation(name, score(gold, _NOTHING), Share(), found, (), (), text, problem)


def _grounding(reading: Reading, text: str) -> Share:
    """Compare the quotes with the text as it was read a second time."""
    quotes = [(one.span, reading.document.quote(one.span)) for one in reading.statements]
    right = sum(bool(quote) and text[span.start : span.end] == quote for span, quote in quotes)
    return Share(right, len(quotes))


def band(confidence: float) -> str:
    """Name the band that a confidence lies in.

    >>> band(0.7), band(0.98)
    ('0.70-0.80', '0.95-1.00')
    """
    place = max(i for i, start in enumerate(BANDS) if confidence >= start)
    end = (*BANDS, 1.0)[place + 1]
    return f"{BANDS[place]:.2f}-{end:.2f}"


def _groups(
    reading: Reading, gold: Gold, predicted: Gold, name: Callable[[Statement], str]
) -> tuple[Group, ...]:
    """Group the statements of a reading, right and wrong."""
    match = {p["id"]: (g, p) for g, p in Comparison.of(gold, predicted).statements()}
    return _pooled(
        Group(
            name(one),
            one.confidence,
            Share(int(_right(match.get(one.number), same_speakers)), 1),
            Share(int(_right(match.get(one.number), _same_act)), 1),
        )
        for one in reading.statements
    )


def _right(pair: tuple[Gold, Gold] | None, same: Callable[[Gold, Gold], bool]) -> bool:
    return pair is not None and same(*pair)


def _same_act(gold: Gold, predicted: Gold) -> bool:
    return same_text(gold.get("act"), predicted.get("act"))


def _pooled(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Add up the groups of one name."""
    found: dict[str, Group] = {}
    for one in groups:
        found[one.name] = found[one.name] + one if one.name in found else one
    return tuple(found.values())
