"""``standpunkt check``: whether the graph is as it should be, and every quote in its source."""

# ruff: noqa: PLC0415 - each command loads what it needs when it is called

from typing import TYPE_CHECKING, Annotated

import typer

from standpunkt.cli.options import STORE, Store
from standpunkt.cli.output import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.checks import CheckResult


def check(
    store: Store = STORE,
    shapes: Annotated[
        bool, typer.Option("--shapes", help="Also validate against the SHACL shapes.")
    ] = False,
    deep: Annotated[
        bool,
        typer.Option("--deep", help="Also build everything a second time, aside, and compare."),
    ] = False,
) -> int:
    """Check the graph, and every quote in it.

    Every quote is compared with its source document. Each check gives one line. The exit code is
    1 where a check failed.
    """
    from standpunkt import api

    results = api.check(store=store, shapes=shapes, deep=deep)
    show(("check", "result", "message"), lines(results))
    return 0 if all(one.passed for one in results) else 1


def lines(results: "Sequence[CheckResult]") -> list[tuple[str, str, str]]:
    """Put results as rows."""
    return [(one.name, "ok" if one.passed else "FAILED", one.message) for one in results]
