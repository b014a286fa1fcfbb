"""``standpunkt query``: ask the graph."""

# ruff: noqa: PLC0415 - each command loads what it needs when it is called

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standpunkt.cli import options
from standpunkt.cli.options import STORE, Language, Params, Store
from standpunkt.cli.output import say, show, write
from standpunkt.errors import UsageError

if TYPE_CHECKING:
    from standpunkt.queries import Question
    from standpunkt.results import Result

FORMATS = ("table", "csv", "tsv", "json", "ttl")


def query(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME|FILE|-",
            help="A question, an .rq file, or SPARQL on stdin; without it, all are listed.",
        ),
    ] = None,
    store: Store = STORE,
    param: Params = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help="By default a table on a terminal, tsv in a pipe, ttl for a graph.",
        ),
    ] = None,
    language: Language = "nb",
) -> int:
    """Ask a question by its name, or in SPARQL.

    Without a name the questions are listed, each with its parameters.
    """
    from standpunkt.queries import ask
    from standpunkt.store import Store as Graph

    options.language(language)
    if form:
        options.choose("format", form, FORMATS)
    if name is None:
        _list(language)
        return 0
    asked = _found(name)
    given = options.parameters(param)
    if any(one.name == "lang" for one in asked.parameters):
        given.setdefault("lang", [language])
    with Graph.open(store) as graph:
        _write(ask(graph.quads, asked, given), form, language)
    return 0


def _found(name: str) -> "Question":
    """Find a question by its name, in a file, or on stdin."""
    from standpunkt import queries

    if name == "-":
        try:
            return queries.read(sys.stdin.buffer.read().decode(), name="stdin", place="stdin")
        except UnicodeDecodeError as error:
            message = f"stdin: byte {error.start} is not UTF-8; send the query as UTF-8"
            raise UsageError(message) from None
    if name.endswith(".rq") or "/" in name:
        return queries.read_file(Path(name))
    return queries.question(name)


def _list(language: str) -> None:
    """List the questions."""
    from standpunkt.queries import questions

    rows = [
        (one.name, one.title[language], " ".join(parameter.name for parameter in one.parameters))
        for one in questions()
    ]
    show(("name", "title", "parameters"), rows)
    say("Ask one with: standpunkt query NAME --param PARAMETER=VALUE")


def _write(result: "Result", form: str | None, language: str) -> None:
    from standpunkt.queries import heading

    graph = result.kind == "graph"
    form = form or ("table" if sys.stdout.isatty() else "ttl" if graph else "tsv")
    if form == "table":
        headings = [heading(variable, language) for variable in result.variables]
        show(headings, result.cells(), table=True)
    else:
        write(result.serialize(form))
