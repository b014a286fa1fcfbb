"""``standpunkt tour``: a first look at a store, for ``make run``.

A few questions with their answers, the checks in short, the network pages, and how to go on.
"""

# ruff: noqa: PLC0415 - each command loads what it needs when it is called

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standpunkt.cli import options
from standpunkt.cli.options import STORE, Language, Store
from standpunkt.cli.output import say, show, write
from standpunkt.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store as Quads

    from standpunkt.checks import CheckResult

QUESTIONS = {
    "chairs": ("date", "chairName", "formerChairName"),
    "topics": ("topicLabel", "statements", "claims", "organizations"),
    "positions": ("holderName", "stanceLabel", "claimLabel", "topicLabel"),
    "replies": ("answered", "who", "actLabel", "quote"),
    "commitments": ("deadlineText", "who", "onBehalfOf", "quote"),
}
"""The questions that are answered, each with the columns that fit a narrow terminal."""

MOST_ROWS = 6
MOST_MEETINGS = 3


def tour(
    store: Store = STORE,
    pages: Annotated[
        Path, typer.Option(metavar="DIR", help="Where the network pages are written.")
    ] = Path("build/pages"),
    language: Language = "nb",
) -> int:
    """Take a first look at a store.

    Some questions are answered, the graph is checked, and networks are drawn.

    The exit code is 1 where a check failed.
    """
    from standpunkt import api
    from standpunkt.store import Store as Graph

    options.language(language)
    with Graph.open(store) as graph:
        for name in QUESTIONS:
            _answer(graph.quads, name, language)
        passed = _check(api.check(store=store))
        say("\nNetworks, one stand-alone page each:")
        for page in _draw(graph.quads, pages, language):
            write(f"  {page}\n")
    say(_how_to_go_on(store))
    return 0 if passed else 1


def _answer(quads: "Quads", name: str, language: str) -> None:
    from standpunkt import queries

    asked = queries.question(name)
    given = {"lang": language} if any(p.name == "lang" for p in asked.parameters) else {}
    result = queries.ask(quads, asked, given)
    kept = [result.variables.index(column) for column in QUESTIONS[name]]
    rows = [[row[place] for place in kept] for row in result.cells()]
    headings = [queries.heading(column, language) for column in QUESTIONS[name]]
    show(headings, rows[:MOST_ROWS], title=f"{asked.title[language]} ({name})", table=True)
    if len(rows) > MOST_ROWS:
        write(f"  and {len(rows) - MOST_ROWS} more: standpunkt query {name}\n\n")


def _check(results: "tuple[CheckResult, ...]") -> bool:
    """Tell what the checks say: how many passed, what failed, and how the quotes are grounded."""
    failed = [one for one in results if not one.passed]
    write(f"Checks: {len(results) - len(failed)} of {len(results)} passed\n")
    for one in results:
        if not one.passed or one.name == "grounding":
            write(f"  {one.name}: {one.message}\n")
    return not failed


def _draw(quads: "Quads", folder: Path, language: str) -> "Iterator[Path]":
    """Draw all actors, the first meetings, and the most active actor; give each page's path."""
    from standpunkt import views

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{folder}: cannot write there ({error.strerror}); name another folder"
        raise UsageError(message) from None
    for name, given, file in _pages(quads, language):
        page = folder / f"{file}.html"
        write(views.render(quads, name, given, language=language), page)
        yield page


def _pages(quads: "Quads", language: str) -> "Iterator[tuple[str, dict[str, str], str]]":
    """Give the views to draw: their names, parameters, and files."""
    from standpunkt import views

    yield "actors", {}, "actors"
    for name, most in (("meeting", MOST_MEETINGS), ("actor", 1)):
        parameter = views.definition(name).parameters[0]
        for option in views.options(quads, parameter, language=language)[:most]:
            yield name, {name: option.value}, f"{name}-{option.value.rpartition('/')[2]}"


def _how_to_go_on(store: Path) -> str:
    named = "" if store == STORE else f" --store {store}"
    commands = {
        "make serve": "the explorer and the SPARQL endpoint, in a browser",
        f"standpunkt query{named}": "all questions",
        f"standpunkt view{named}": "all networks",
        f"standpunkt build PATH{named}": "your own minutes",
    }
    width = max(map(len, commands))
    lines = [f"  {command:<{width}}  {what}" for command, what in commands.items()]
    return "\n".join(["\nGo on with:", *lines])
