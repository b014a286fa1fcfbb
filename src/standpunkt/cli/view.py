"""``standpunkt view``: draw a network as a page."""

# ruff: noqa: PLC0415 - each command loads what it needs when it is called

from typing import Annotated

import typer

from standpunkt.cli import options
from standpunkt.cli.options import STORE, Language, Output, Params, Store
from standpunkt.cli.output import must_be_writable, say, show, write
from standpunkt.errors import UsageError


def view(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="A view; without it, all are listed."),
    ] = None,
    store: Store = STORE,
    output: Output = None,
    param: Params = None,
    language: Language = "nb",
) -> int:
    """Draw a network as one HTML file.

    The page needs nothing but itself. Without a name the views are listed, each with its
    parameters.
    """
    from standpunkt import views
    from standpunkt.store import Store as Graph

    options.language(language)
    if name is None:
        _list(language)
        return 0
    views.definition(name)
    if output:
        must_be_writable(output)
    with Graph.open(store) as graph:
        page = views.render(graph.quads, name, _single(param), language=language)
    write(page, output)
    return 0


def _single(given: list[str] | None) -> dict[str, str]:
    """Give each parameter its one value."""
    found = options.parameters(given)
    for name, values in found.items():
        if len(values) > 1:
            message = f"--param {name}: {len(values)} values; a view takes one"
            raise UsageError(message)
    return {name: values[0] for name, values in found.items()}


def _list(language: str) -> None:
    """List the views."""
    from standpunkt import views

    found = [views.definition(name) for name in views.names()]
    rows = [
        (one.name, one.title[language], " ".join(p.name for p in one.parameters)) for one in found
    ]
    show(("name", "title", "parameters"), rows)
    say("Draw one with: standpunkt view NAME -o page.html")
