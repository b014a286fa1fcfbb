"""``standpunkt demo``: a made-up series of meetings to try things on, with the truth about it."""

# ruff: noqa: PLC0415 - each command loads what it needs when it is called

from pathlib import Path
from typing import Annotated

import typer

from standpunkt.cli.output import say


def demo(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A new or an empty folder.")],
    meetings: Annotated[
        int, typer.Option(metavar="N", min=1, help="How many meetings, four a year.")
    ] = 80,
    seed: Annotated[
        int, typer.Option(metavar="N", min=0, help="Another number makes another series.")
    ] = 1,
    first: Annotated[int, typer.Option("--from", metavar="YEAR", help="The first year.")] = 2003,
) -> int:
    """Write a made-up series of meetings, with the truth about it.

    Nothing in it is real, and every document says so. truth.json tells who is who, where every
    name and statement stands, what was claimed, promised and kept. The same call gives the same
    bytes. A folder with other files is refused.
    """
    from standpunkt.demo import write

    series = write(folder, meetings=meetings, seed=seed, first=first)
    truth = series.truth
    counts = ", ".join(
        f"{len(truth[what]):,} {what}" for what in ("people", "statements", "claims", "commitments")
    )
    say(f"made up     {len(series.documents):,} meetings in {folder} ({counts})")
    say(f"go on with  standpunkt build {folder} --store {folder}.graph")
    return 0
