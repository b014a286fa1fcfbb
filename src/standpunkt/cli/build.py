"""``standpunkt build``: from source files to the graph on disk."""

# ruff: noqa: PLC0415 - each command loads what it needs when it is called

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standpunkt.cli.options import STORE, Decisions, Store, Vocabulary
from standpunkt.cli.output import complain, console, must_be_writable, say, write

if TYPE_CHECKING:
    from standpunkt.store.corpus import BuildReport

SEE_FINDINGS = " ('--findings FILE' lists them with their places)"
STATUSES = ("added", "replaced", "unchanged", "removed", "failed")


def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            help="Files and folders with minutes; those that come with Standpunkt by default.",
            show_default=False,
        ),
    ] = None,
    store: Store = STORE,
    decisions: Decisions = None,
    jobs: Annotated[
        int,
        typer.Option(
            metavar="N",
            min=1,
            help="Read with N processes.",
            show_default="one for each processor",
        ),
    ] = os.cpu_count() or 1,
    vocabulary: Vocabulary = None,
    findings: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write what should be looked at to FILE as lines of JSON; '-' is stdout.",
        ),
    ] = None,
) -> int:
    """Bring the store up to date with minutes.

    A folder is mirrored: a document that is no longer in it goes from the store. A document that
    cannot be read is named, and the others are built. What people have decided stands on top of
    what is read.
    """
    from standpunkt import api
    from standpunkt.findings import json_lines

    if findings:
        must_be_writable(findings)
    with _progress() as progress:
        report = api.build(
            paths or None,
            store,
            decisions=decisions,
            jobs=jobs,
            vocabulary=vocabulary,
            progress=progress,
        )
    if findings:
        write("".join(json_lines(report.findings)), findings)
    if report.stored:
        _summarise(report, store)
    failed = [one for one in report.documents if one.message]
    for one in failed:
        complain(one.message or one.name)
    return 2 if failed else 0


@contextmanager
def _progress() -> Iterator[Callable[[int, int, str], None] | None]:
    """Show a bar on a terminal, and nothing elsewhere."""
    screen = console(err=True)
    if not screen.is_terminal:
        yield None
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, of, name: bar.update(task, completed=done, total=of, description=name)


def _summarise(report: "BuildReport", store: Path) -> None:
    """Tell on stderr what was done."""
    from standpunkt.findings import tally

    met = {status: sum(one.status == status for one in report.documents) for status in STATUSES}
    kinds = tally(report.findings)
    say(f"store       {store} (documents: {report.stored:,}, quads: {report.quads:,})")
    say(f"documents   {_listed(met)}")
    say(f"statements  {report.statements:,}")
    say(f"findings    {_listed(kinds)}{SEE_FINDINGS if kinds else ''}")


def _listed(numbers: dict[str, int]) -> str:
    return ", ".join(f"{number:,} {what}" for what, number in numbers.items() if number) or "none"
