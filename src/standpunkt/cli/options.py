"""Options that several commands share."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from standpunkt.errors import UsageError

STORE = Path(".standpunkt")

Store = Annotated[
    Path,
    typer.Option("--store", metavar="DIR", envvar="STANDPUNKT_STORE", help="The store."),
]

Decisions = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        metavar="FOLDER",
        envvar="STANDPUNKT_DECISIONS",
        help="The folder of people's decisions.",
        show_default="data/decisions of Standpunkt",
    ),
]

Vocabulary = Annotated[
    Path | None,
    typer.Option(
        "--vocabulary",
        metavar="FILE",
        help="Take the concepts of a SKOS file (RDF) as topics, instead of the register's.",
    ),
]

Language = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="nb|nn|en",
        envvar="STANDPUNKT_LANGUAGE",
        help="The language of titles, headings and labels.",
    ),
]

Params = Annotated[
    list[str] | None,
    typer.Option(
        "--param",
        "-p",
        metavar="NAME=VALUE",
        help="A parameter; several, and the same one several times, may be given.",
    ),
]

Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; '-' is stdout."),
]


def choose(kind: str, name: str, known: Sequence[str]) -> str:
    """Give ``name`` where it is known; raises ``UsageError`` with the known ones if not."""
    if name not in known:
        message = f"no {kind} is called '{name}'; choose one of {', '.join(known)}"
        raise UsageError(message)
    return name


def language(code: str) -> str:
    """Give a language that we have; raises ``UsageError`` for any other."""
    return choose("language", code, ("nb", "nn", "en"))


def parameters(given: Sequence[str] | None) -> dict[str, list[str]]:
    """Take ``name=value`` apart, the values of one name together.

    Raises ``UsageError`` where there is no equals sign.
    """
    found: dict[str, list[str]] = {}
    for one in given or ():
        name, equals, value = one.partition("=")
        if not (equals and name):
            message = f"--param '{one}': expected NAME=VALUE, such as --param topic=barnehager"
            raise UsageError(message)
        found.setdefault(name, []).append(value)
    return found
