"""``standpunkt serve``: explorer and SPARQL endpoint on this machine."""

# ruff: noqa: PLC0415 - each command loads what it needs when it is called

from typing import Annotated

import typer

from standpunkt.cli.options import STORE, Store
from standpunkt.cli.output import say


def serve(
    store: Store = STORE,
    host: Annotated[str, typer.Option(metavar="HOST", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="PORT", min=0, max=65535, help="The port; 0 takes a free one.")
    ] = 8000,
) -> int:
    """Serve explorer and endpoint until Ctrl-C."""
    from standpunkt import server

    server.serve(store, host, port, _tell)
    return 0


def _tell(address: str) -> None:
    say(f"Standpunkt at {address} and its SPARQL endpoint at {address}sparql (Ctrl-C ends it)")
