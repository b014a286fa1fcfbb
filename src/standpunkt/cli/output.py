"""Where the commands write: data to stdout, talk to stderr, files whole or not at all.

Rows are a table on a terminal and tab-separated values in a pipe. A reader who has had enough
(``| head``) ends a command silently.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

import typer

from standpunkt.errors import UsageError
from standpunkt.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from rich.console import Console


SHORT = 14
"""Cells of up to this many characters are not broken: names, dates, codes."""


def complain(message: str) -> None:
    """Say in one line on stderr what went wrong."""
    typer.echo(f"standpunkt: {' '.join(message.split())}", err=True)


def say(message: str) -> None:
    """Say something on stderr."""
    typer.echo(message, err=True)


def console(*, err: bool = False) -> Console:
    """Make a console that prints text as it is."""
    from rich.console import Console  # noqa: PLC0415 - slow to import

    return Console(stderr=err, markup=False, highlight=False, emoji=False)


@contextmanager
def stdout() -> Iterator[IO[bytes]]:
    """Open stdout for bytes; a reader who goes away ends the command, without a word."""
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _abandon_stdout()
        raise typer.Exit(0) from None
    except OSError as error:
        _abandon_stdout()
        message = f"stdout: cannot write there ({error.strerror}); name a file instead"
        raise UsageError(message) from None


def _abandon_stdout() -> None:
    """Let what is still to be flushed go nowhere, so that Python does not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write(text: str, target: Path | None = None) -> None:
    """Write text in UTF-8 to stdout, or to a file that appears when it is whole.

    Raises ``UsageError`` where the file cannot be written.
    """
    if target is None or str(target) == "-":
        with stdout() as out:
            out.write(text.encode())
        return
    write_whole(target, text.encode())


def must_be_writable(target: Path) -> None:
    """Raise ``UsageError`` where a file cannot be written, before the work begins."""
    if str(target) != "-" and (target.is_dir() or not target.absolute().parent.is_dir()):
        message = f"{target}: cannot write there (no such folder); name another file"
        raise UsageError(message)


def show(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    title: str | None = None,
    table: bool | None = None,
) -> None:
    """Write rows to stdout: as a table on a terminal, else as tab-separated values.

    ``table`` asks for the one or the other, wherever they go.
    """
    drawn = sys.stdout.isatty() if table is None else table
    write(_table(headings, rows, title) if drawn else _tsv(headings, rows))


def _tsv(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "".join("\t".join(_flat(cell) for cell in row) + "\n" for row in (headings, *rows))


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]], title: str | None) -> str:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - slow to import
    from rich.table import Table  # noqa: PLC0415

    flat = [[_flat(cell) for cell in row] for row in rows]
    drawn = Table(title=title, box=SIMPLE_HEAD, title_justify="left", pad_edge=False)
    for place, heading in enumerate(headings):
        longest = max((len(row[place]) for row in flat), default=0)
        drawn.add_column(heading, no_wrap=longest <= SHORT, overflow="fold")
    for row in flat:
        drawn.add_row(*row)
    screen = console()
    with screen.capture() as captured:
        screen.print(drawn)
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())


def _flat(cell: str) -> str:
    """Put a text on one line, without what would move the cursor."""
    return " ".join("".join(c if c.isprintable() else " " for c in cell).split())
