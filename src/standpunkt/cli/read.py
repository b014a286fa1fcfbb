"""``standpunkt read``: one document, read and told."""

# ruff: noqa: PLC0415 - each command loads what it needs when it is called

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from standpunkt.cli.options import Decisions, Vocabulary, choose
from standpunkt.cli.output import say, show, write
from standpunkt.errors import SourceError

if TYPE_CHECKING:
    from standpunkt.model import Finding, Ignored, Reading, Statement

FORMATS = ("gold", "json", "table", "text")


def read(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Minutes; '-' is text on stdin.")],
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help="gold: as people code it; json: all that is known; table: for people; "
            "text: the running text that offsets count in.",
        ),
    ] = "gold",
    vocabulary: Vocabulary = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Show for every sentence which rule and lexicon entry decided."
        ),
    ] = False,
    decisions: Decisions = None,
) -> int:
    """Read one document and tell what was found.

    No store is needed or changed.
    """
    from standpunkt import api
    from standpunkt.evaluation.gold import to_gold

    chosen = choose("format", form, FORMATS)
    with _named(file) as path:
        reading = api.read(path, decisions=decisions, vocabulary=vocabulary)
    if explain:
        _explain(reading)
    elif chosen == "table":
        _show(reading)
    elif chosen == "text":
        write(reading.document.text)
    else:
        content = to_gold(reading) if chosen == "gold" else everything(reading)
        write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    if findings := _findings(reading):
        say(f"findings: {len(findings)} ('--format json' lists them)")
    return 0


@contextmanager
def _named(file: Path) -> Iterator[Path]:
    """Give stdin a file, and a name in messages."""
    if str(file) != "-":
        yield file
        return
    from standpunkt.sources import MAX_BYTES

    with TemporaryDirectory(prefix="standpunkt-") as folder:
        path = Path(folder) / "stdin.txt"
        path.write_bytes(sys.stdin.buffer.read(MAX_BYTES + 1))
        try:
            yield path
        except SourceError as error:
            raise SourceError(str(error).replace(str(path), "stdin")) from None


def everything(reading: "Reading") -> dict[str, Any]:
    """Put all of a reading as a JSON object: the gold format, and what only the reader knows."""
    from dataclasses import asdict

    from standpunkt.evaluation.gold import to_gold

    gold = to_gold(reading)
    gold["statements"] = [
        known | _more(reading, one)
        for known, one in zip(gold["statements"], reading.statements, strict=True)
    ]
    ignored = (*reading.minutes.ignored, *reading.ignored)
    return gold | {
        "omitted": [asdict(one) for one in reading.document.omitted],
        "ignored": [_ignored(reading, one) for one in sorted(ignored, key=lambda one: one.span)],
        "findings": [asdict(one) for one in _findings(reading)],
    }


def _more(reading: "Reading", one: "Statement") -> dict[str, Any]:
    document = reading.document
    return {
        "quote": document.quote(one.span),
        "page": document.page(one.span.start),
        "line": document.line(one.span.start),
        "topic_concept": one.topic.concept,
        "as_written": list(one.as_written),
        "rule": one.rule,
        "act_rule": one.act_rule,
        "confidence": one.confidence,
        "review": one.review,
    }


def _ignored(reading: "Reading", one: "Ignored") -> dict[str, Any]:
    return {
        "span": [one.span.start, one.span.end],
        "line": reading.document.line(one.span.start),
        "reason": one.reason,
        "text": reading.document.quote(one.span),
    }


def _findings(reading: "Reading") -> list["Finding"]:
    found = (*reading.document.findings, *reading.minutes.findings, *reading.findings)
    return list(dict.fromkeys(found))


def _explain(reading: "Reading") -> None:
    """Show what became of each sentence, and what decided it, down to the row of the lexicon."""
    from standpunkt.explanation import explain

    rows = [
        (
            f"{one.page}:{one.line}",
            one.who,
            f"{one.rule} {one.confidence}" if one.confidence else one.rule or one.kind,
            f"{one.act}/{one.stance}" if one.act else "",
            one.entry,
            one.words,
        )
        for one in explain(reading)
    ]
    show(("place", "who", "rule", "coded", "entry", "words"), rows)


def _show(reading: "Reading") -> None:
    rows = [
        (
            str(reading.document.line(one.span.start)),
            ", ".join(speaker.name for speaker in one.speakers) or "(nobody named)",
            one.act.value,
            one.stance.value,
            reading.document.quote(one.span),
        )
        for one in reading.statements
    ]
    show(("line", "who", "act", "stance", "quote"), rows, table=True)
