"""``standpunkt export``: the graph as a file."""

# ruff: noqa: PLC0415 - each command loads what it needs when it is called

from typing import Annotated

import typer

from standpunkt.cli.options import STORE, Output, Store, choose
from standpunkt.cli.output import stdout


def export(
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="nq|trig|ttl|jsonld|rdfxml",
            help="nq, trig and jsonld keep the named graphs; ttl and rdfxml hold the union.",
        ),
    ],
    store: Store = STORE,
    output: Output = None,
) -> int:
    """Write the whole graph as a file.

    The same graph gives the same bytes.
    """
    from standpunkt import exports
    from standpunkt.store import Store as Graph

    choose("format", form, tuple(exports.EXPORTERS))
    with Graph.open(store) as graph:
        if output is None or str(output) == "-":
            with stdout() as out:
                exports.export(graph, form, out)
        else:
            exports.export(graph, form, output)
    return 0
