"""``standpunkt evaluate``: the reading scored against what people have coded."""

# ruff: noqa: PLC0415 - each command loads what it needs when it is called

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from standpunkt.cli.output import complain, say, show, write

if TYPE_CHECKING:
    from standpunkt.evaluation import DocumentEvaluation, Evaluation, Group
    from standpunkt.evaluation.measures import Measure, Share
    from standpunkt.evaluation.scoring import Scores

HEADLINES = {
    "participants": ("participants", "f1"),
    "agenda": ("agenda", "f1"),
    "statements": ("statements", "f1"),
    "attribution": ("attribution", "f1"),
    "act": ("act", "macro_f1"),
    "stance": ("stance", "accuracy"),
    "topic": ("topic", "accuracy"),
    "replies": ("replies", "f1"),
}
"""The columns of the overview: each the figure of a measure."""

FIGURES = ("precision", "recall", "f1", "accuracy", "macro_f1", "kappa")
_HEAD = 6
"""So many letters of a code head its column: twelve of them have to stand side by side."""


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="A folder with gold files (*.json).")
    ],
    texts: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Where the texts are, if not beside the gold files or in GOLD_DIR/../minutes.",
        ),
    ] = None,
    details: Annotated[
        bool,
        typer.Option(
            "--details", help="Also show every measure, and how far rules can be trusted."
        ),
    ] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="Also list every disagreement with its sentence.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Write all of it as JSON instead.")
    ] = False,
) -> int:
    """Score the reading of coded documents.

    The figures are F1 for participants, agenda, statements, attribution and replies, macro-F1 for
    acts, and accuracy for stances and topics.
    """
    from standpunkt import api

    found = api.evaluate(gold, texts)
    for one in found.documents:
        if one.problem:
            complain(one.problem)
    if as_json:
        write(json.dumps(everything(found), ensure_ascii=False, indent=1) + "\n")
        return 0
    _overview(found)
    if details:
        _details(found)
    if errors:
        _errors(found)
    return 0


def _overview(found: "Evaluation") -> None:
    rows = [_headline(one.name, one.scores, one.grounding) for one in found.documents]
    rows.append(_headline("overall", found.scores, found.grounding))
    show(("document", *HEADLINES, "grounding"), rows)


def _headline(name: str, scores: "Scores", grounding: "Share") -> list[str]:
    figures = [_figure(scores[measure], figure) for measure, figure in HEADLINES.values()]
    return [name, *figures, _percent(grounding)]


def _percent(share: "Share") -> str:
    """Write a share in per cent; only all is 100."""
    return f"{100 * share.right // share.compared} %" if share.compared else "-"


def _figure(measure: "Measure", figure: str) -> str:
    value = getattr(measure, figure, "")
    return "-" if value is None else value if value == "" else f"{value:.3f}"


def _details(found: "Evaluation") -> None:
    rows = [
        (name, *(_figure(measure, figure) for figure in FIGURES), _counts(measure))
        for name, measure in found.scores.measures.items()
    ]
    say("\nAll measures; counts are right/found/there, or right/compared")
    show(("measure", *FIGURES, "counts"), rows)
    for name, measure in found.scores.measures.items():
        if confusion := getattr(measure, "confusion", None):
            say(f"\nConfusions of {name}: a row is a gold code, a column what was read")
            show(("gold", *(code[:_HEAD] for code in confusion)), _confusions(confusion))
    for title, groups in (("rule", found.rules), ("confidence", found.bands)):
        say(f"\nStatements by {title}: how many, how sure, and how many are right")
        show((title, "statements", "confidence", "attribution", "act"), _groups(groups))


def _confusions(confusion: dict[str, dict[str, int]]) -> list[Sequence[str]]:
    return [
        (gold, *(str(number or "") for number in read.values())) for gold, read in confusion.items()
    ]


def _counts(measure: "Measure") -> str:
    numbers = (getattr(measure, name, None) for name in ("right", "found", "there", "compared"))
    return "/".join(str(number) for number in numbers if number is not None)


def _groups(groups: "Sequence[Group]") -> list[Sequence[str]]:
    return [
        (
            one.name,
            str(one.attribution.compared),
            f"{one.mean_confidence:.2f}",
            _figure(one.attribution, "accuracy"),
            _figure(one.act, "accuracy"),
        )
        for one in groups
    ]


def _errors(found: "Evaluation") -> None:
    rows = [
        (one["place"], one["measure"], _value(one["gold"]), _value(one["read"]), one["sentence"])
        for document in found.documents
        for one in _disagreements(document)
    ]
    say(f"\n{len(rows)} disagreements")
    show(("place", "measure", "gold", "read", "sentence"), rows)


def _value(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _disagreements(document: "DocumentEvaluation") -> list[dict[str, Any]]:
    return [
        {
            "place": f"{document.name}:{document.line(one.span)}" if one.span else document.name,
            "measure": one.measure,
            "gold": one.gold,
            "read": one.predicted,
            "sentence": document.quote(one.span) if one.span else "",
        }
        for one in document.disagreements
    ]


def everything(found: "Evaluation") -> dict[str, Any]:
    """Put an evaluation as a JSON object."""
    return {
        "documents": {
            one.name: _scored(one.scores, one.grounding)
            | {"problem": one.problem, "disagreements": _disagreements(one)}
            for one in found.documents
        },
        "overall": _scored(found.scores, found.grounding)
        | {
            "rules": [_group(one) for one in found.rules],
            "confidence": [_group(one) for one in found.bands],
        },
    }


def _scored(scores: "Scores", grounding: "Share") -> dict[str, Any]:
    measures = scores.measures | {"grounding": grounding}  # type: ignore[operator]
    return {"scores": {name: _measured(measure) for name, measure in measures.items()}}


def _measured(measure: "Measure") -> dict[str, Any]:
    """Give all that a measure knows, its codes one by one."""
    known = (*FIGURES, "right", "found", "there", "compared")
    figures = {key: getattr(measure, key) for key in known if hasattr(measure, key)}
    codes = getattr(measure, "by_code", None)
    if not codes:
        return figures
    by_code = {code: _measured(one) for code, one in codes.items()}
    return figures | {"codes": by_code, "confusion": getattr(measure, "confusion", {})}


def _group(one: "Group") -> dict[str, Any]:
    return {
        "name": one.name,
        "mean_confidence": round(one.mean_confidence, 3),
        "attribution": _measured(one.attribution),
        "act": _measured(one.act),
    }
