"""``standpunkt review``: statements looked at by people, and what they decide kept."""

# ruff: noqa: PLC0415 - each command loads what it needs when it is called

import json
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standpunkt.cli.options import Decisions
from standpunkt.cli.output import complain, say, show, write

if TYPE_CHECKING:
    from standpunkt.review.comparison import FieldAgreement
    from standpunkt.review.differences import Decided

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        help="Files and folders with minutes; those that come with Standpunkt by default.",
        show_default=False,
    ),
]

review = typer.Typer(
    rich_markup_mode=None,
    invoke_without_command=True,
)


@review.callback()
def _help(context: typer.Context) -> None:
    """Have people review statements, and keep what they decide."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@review.command("export")
def review_export(
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The sheet: a file that ends in .xlsx or .csv."
        ),
    ],
    paths: Paths = None,
    decisions: Decisions = None,
) -> int:
    """Write the coding sheet of minutes, a row a statement.

    The white columns are for the coder. What was decided before is in the sheet.
    """
    from standpunkt import api

    number = api.review_export(output, paths or None, decisions=decisions)
    say(f"{output} (statements: {number:,})")
    return 0


@review.command("import")
def review_import(
    sheet: Annotated[
        Path, typer.Argument(metavar="SHEET", help="The sheet, as .xlsx, .csv or .tsv.")
    ],
    reviewer: Annotated[
        str, typer.Option(metavar="NAME", help="Whose decisions they are.", show_default=False)
    ],
    paths: Paths = None,
    on: Annotated[
        datetime | None,
        typer.Option(
            "--date",
            metavar="YYYY-MM-DD",
            formats=["%Y-%m-%d"],
            help="When they were made.",
            show_default="today",
        ),
    ] = None,
    decisions: Decisions = None,
) -> int:
    """Take what a coder has changed in a sheet into the file of decisions.

    A row that was not touched decides nothing. Where one row is wrong, nothing is taken, and
    every wrong row is told. 'standpunkt build' puts the decisions into the graph.
    """
    from standpunkt import api
    from standpunkt.reviewing import SheetError

    day = on.date() if on else date.today()  # noqa: DTZ011 - the day on the reviewer's own wall
    try:
        done = api.review_import(
            sheet, paths or None, reviewer=reviewer, on=day, decisions=decisions
        )
    except SheetError as error:
        for problem in error.problems:
            complain(problem)
        say(f"nothing was taken: {len(error.problems)} to mend")
        return error.exit_code
    for note in done.notes:
        say(note)
    if done.decided:
        show(("statement", "review", "field", "before", "after"), _lines(done.decided))
    say(f"{done.file} (decisions taken: {len(done.decided):,})")
    return 0


def _lines(decided: "tuple[Decided, ...]") -> list[tuple[str, ...]]:
    """Put what was decided as rows, a field a row."""
    rows: list[tuple[str, ...]] = []
    for one in decided:
        made = one.decision
        name = f"{made.document}/{made.span.start}-{made.span.end}"
        for change in one.changes or (None,):
            texts = (change.field, change.before, change.after) if change else ("", "", "")
            rows.append((name, made.state.value, *texts))
    return rows


@review.command("agreement")
def review_agreement(
    one: Annotated[
        Path, typer.Argument(metavar="A", help="A sheet, or a file or folder of decisions.")
    ],
    other: Annotated[
        Path, typer.Argument(metavar="B", help="The same of another coder, on the same minutes.")
    ],
    details: Annotated[
        bool, typer.Option("--details", help="Also list every disagreement with its quote.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Write all of it as JSON instead.")
    ] = False,
) -> int:
    """Tell how far two coders agree, field by field.

    The figures are the share of units with the same code, Cohen's kappa and Krippendorff's alpha
    (nominal).
    """
    from standpunkt import api

    found = api.review_agreement(one, other)
    if as_json:
        write(json.dumps(asdict(found), ensure_ascii=False, indent=1) + "\n")
        return 0
    show(("field", "units", "agreement", "kappa", "alpha"), [_figures(f) for f in found.fields])
    if details:
        rows = [(d.field, d.id, d.one, d.other, d.quote) for d in found.disagreements]
        say(f"\n{len(rows)} disagreements")
        show(("field", "statement", "A", "B", "quote"), rows)
    return 0


def _figures(one: "FieldAgreement") -> tuple[str, ...]:
    share = "-" if one.percent is None else f"{100 * one.percent:.1f} %"
    return (one.field, str(one.units), share, _figure(one.kappa), _figure(one.alpha))


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
