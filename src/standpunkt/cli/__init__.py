"""The command line: one file a verb, each a thin layer over the function of the same name.

Data goes to stdout, talk to stderr. The exit code is 0 where all is done, 1 where a check failed,
2 where the call or the input was wrong. What a user can mend is told in one line. Each command
imports what it needs when it is called, so that ``--help`` is quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from standpunkt import __version__
from standpunkt.cli.build import build
from standpunkt.cli.check import check
from standpunkt.cli.demo import demo
from standpunkt.cli.evaluate import evaluate
from standpunkt.cli.export import export
from standpunkt.cli.output import complain
from standpunkt.cli.query import query
from standpunkt.cli.read import read
from standpunkt.cli.resolve import resolve
from standpunkt.cli.review import review
from standpunkt.cli.serve import serve
from standpunkt.cli.tour import tour
from standpunkt.cli.view import view
from standpunkt.errors import StandpunktError

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""

app = typer.Typer(
    name="standpunkt",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
for command in (build, read, resolve, evaluate, query, view, export, check, serve, tour, demo):
    app.command()(command)
app.add_typer(review, name="review")


def _tell_version(asked: bool) -> None:
    if asked:
        typer.echo(f"standpunkt {__version__}")
        raise typer.Exit


@app.callback()
def standpunkt(
    context: typer.Context,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_tell_version, help="Say which version this is."
        ),
    ] = False,
) -> None:
    """Who stood where, on what, when, and the sentence that proves it.

    Standpunkt reads Norwegian minutes and builds a graph of actors and positions. Begin with
    'standpunkt build', then 'standpunkt query' and 'standpunkt view'.
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code; ``arguments`` are those of the process by default."""
    try:
        code = app(arguments, prog_name="standpunkt", standalone_mode=False)
    except StandpunktError as error:
        complain(str(error))
        return error.exit_code
    except typer.TyperException as error:
        complain(_told(error))
        return 2
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    if code == INTERRUPTED:
        complain("stopped")
    return int(code or 0)


def _told(error: typer.TyperException) -> str:
    """Put wrong usage in one line, with where to read on."""
    context = getattr(error, "ctx", None)
    where = context.command_path if context else "standpunkt"
    return f"{' '.join(error.format_message().split())} (see '{where} --help')"
