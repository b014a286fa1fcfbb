"""Asking the graph: questions with names and parameters, answered by SPARQL.

The questions are files, ``queries/questions/*.rq``: plain SPARQL that runs as written, below a
header of ``#+`` lines in TOML that says in three languages what is asked. A parameter ``x`` is
a line ``VALUES ?x { default }`` in the query, where ``UNDEF`` stands for all; asking with a
value puts that value in place of the default. So a question goes through three steps:

1. :func:`question` finds it by name, :func:`read_file` in any other ``.rq`` file;
2. :func:`bind` writes the parameters in, which ``parameters.py`` has made terms of the graph;
3. :func:`run` asks the store and gives a :class:`~standpunkt.results.Result`.

:func:`ask` does all three.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from standpunkt.errors import DataError, StoreError, UsageError
from standpunkt.parameters import Parameter, Term, Words, kinds, pick, terms
from standpunkt.resources import resource
from standpunkt.results import Result, answer

if TYPE_CHECKING:
    from pyoxigraph import Store

Given: TypeAlias = Mapping[str, str | Sequence[str]]
"""Parameters as a user gives them: to each name one value or several."""

_BLOCK = re.compile(
    r"""^(?P<head>[ \t]*VALUES[ \t]+\?(?P<name>\w+)[ \t]*\{)
        (?P<default>(?:[^}"<]|"(?:[^"\\]|\\.)*"|<[^>]*>)*)\}""",
    re.MULTILINE | re.VERBOSE,
)
_OPAQUE = re.compile(
    r'''<[^<>"{}|^`\\\s]*>|"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^'\\]|\\.|'(?!''))*\'\'\''''
    r"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\#[^\n]*""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SERVICE = re.compile(r"(?<![\w?$:.-])SERVICE(?![\w:-])", re.IGNORECASE)
_POSITION = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)
_REASON = re.compile(r"The SELECT contains a variable that is unbound")


@dataclass(frozen=True, slots=True)
class Question:
    """A query with its header: what it asks, in three languages, and its parameters."""

    name: str
    title: Words
    description: Words
    parameters: tuple[Parameter, ...]
    text: str


def questions() -> tuple[Question, ...]:
    """All questions of ``queries/questions/``, by name."""
    return catalogue("questions")


@cache
def catalogue(folder: str) -> tuple[Question, ...]:
    """All queries of a folder of ``queries/``: ``questions``, ``rules`` or ``checks``."""
    return tuple(read_file(path) for path in sorted(resource("queries", folder).glob("*.rq")))


def question(name: str) -> Question:
    """The question called ``name``; :class:`UsageError` with the closest names if there is none."""
    return pick("question", name, {q.name: q for q in questions()})


def read_file(path: Path) -> Question:
    """The query of an ``.rq`` file; its name is the file's name without the ending."""
    try:
        return read(path.read_text(encoding="utf-8"), name=path.stem, place=str(path))
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); give the path of an .rq file"
        raise UsageError(message) from error
    except UnicodeDecodeError as error:
        message = f"{path}: byte {error.start} is not UTF-8; save the query as UTF-8"
        raise UsageError(message) from error


def read(text: str, *, name: str = "query", place: str = "query") -> Question:
    r"""The query of a text, with or without a header; ``place`` is for error messages.

    >>> read('#+ title.en = "Everything"\nSELECT * { ?s ?p ?o }').title["en"]
    'Everything'
    """
    lines = (line[2:] for line in text.splitlines() if line.startswith("#+"))
    try:
        header = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError as error:
        message = f"{place}: the #+ header is not TOML ({error}); compare queries/questions"
        raise DataError(message) from error
    title, description = header.get("title", {}), header.get("description", {})
    return Question(name, title, description, _parameters(header, text, place), text)


def bind(text: str, values: Mapping[str, Iterable[Term]]) -> str:
    r"""The query with each parameter's default replaced by the terms given for it.

    No term stands for all. Oxigraph writes the terms, so that no value can leave its place,
    and line numbers stay as they are.

    >>> from pyoxigraph import Literal
    >>> bind("SELECT * {\nVALUES ?o { UNDEF }\n?s ?p ?o }", {"o": [Literal("} x")]})
    'SELECT * {\nVALUES ?o { "} x" }\n?s ?p ?o }'
    """

    def written(block: re.Match[str]) -> str:
        if block["name"] not in values:
            return block[0]
        return f"{block['head']} {' '.join(map(str, values[block['name']])) or 'UNDEF'} }}"

    return _BLOCK.sub(written, text)


def resolve(store: Store, query: Question, given: Given) -> dict[str, tuple[Term, ...]]:
    """The terms of the graph that a user means; an empty value leaves the default in place.

    :class:`UsageError` for a parameter that the query does not have, and for a value that is
    not of its type or names nothing in the graph.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    found = {}
    for name, value in given.items():
        parameter = pick(f"parameter of '{query.name}'", name, known)
        values = [v.strip() for v in ([value] if isinstance(value, str) else value)]
        meant = [term for v in values if v for term in terms(store, parameter, v)]
        if meant:
            found[name] = tuple(dict.fromkeys(meant))
    return found


def ask(store: Store, query: str | Path | Question, given: Given | None = None) -> Result:
    """The answer to a question by its name, to an ``.rq`` file, or to a query already read.

    A ``str`` is a path where it ends in ``.rq`` or has a folder in it; for the text of a query
    give ``read(text)``. :class:`UsageError` where name, file, parameter or syntax is wrong.
    """
    asked = query if isinstance(query, Question) else _found(query)
    text = bind(asked.text, resolve(store, asked, given or {}))
    return run(store, text, place=asked.name)


def run(store: Store, text: str, *, place: str = "query") -> Result:
    """The answer to a query's text, with all graphs of the store seen as one.

    ``SERVICE`` is refused: nothing that Standpunkt does asks another server.
    """
    if asks_elsewhere(text):
        message = f"{place}: SERVICE is not answered, because no query may leave this machine"
        raise UsageError(message)
    try:
        return answer(store, text)
    except SyntaxError as error:
        raise UsageError(_syntax(place, text, error)) from error
    except RuntimeError as error:
        message = f"{place}: the query cannot be evaluated: {error}"
        raise UsageError(message) from error
    except OSError as error:
        message = f"{place}: the store cannot be read ({error}); build it anew"
        raise StoreError(message) from error


def asks_elsewhere(text: str) -> bool:
    """True where a query would call another server by ``SERVICE``.

    >>> asks_elsewhere("SELECT * { SERVICE <https://example.org/> { ?s ?p ?o } }")
    True
    >>> asks_elsewhere('SELECT * { ?s ?p "SERVICE <x>" } # SERVICE')
    False
    """
    plain = _ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)), text)
    return _SERVICE.search(_OPAQUE.sub(" ", plain)) is not None


@cache
def words() -> dict[str, Any]:
    """``queries/words.toml``: what parameters ask for, and the headings of columns."""
    return tomllib.loads(resource("queries", "words.toml").read_text(encoding="utf-8"))


def heading(variable: str, language: str = "nb") -> str:
    """What a column is called for people; the variable itself where there is no word for it.

    >>> heading("onBehalfOf", "en")
    'on behalf of'
    """
    entry: Words = words()["columns"].get(variable, {})
    return entry.get(language, variable)


def _found(query: str | Path) -> Question:
    path = Path(query)
    return read_file(path) if path.suffix == ".rq" or len(path.parts) > 1 else question(str(query))


def _parameters(header: dict[str, Any], text: str, place: str) -> tuple[Parameter, ...]:
    """Those that the header names: by a list of words known in words.toml, or as tables."""
    declared = header.get("parameters", [])
    if isinstance(declared, list):
        declared = {name: words()["parameters"].get(name, {}) for name in declared}
    defaults = {block["name"]: block["default"].strip() for block in _BLOCK.finditer(text)}
    for name, entry in declared.items():
        if name not in defaults or entry.get("type") not in kinds():
            message = (
                f"{place}: parameter '{name}' needs a line 'VALUES ?{name} {{ UNDEF }}' and, here "
                f"or in queries/words.toml, a type: {', '.join(kinds())}"
            )
            raise DataError(message)
    return tuple(
        Parameter(
            name, entry["type"], {k: v for k, v in entry.items() if k != "type"}, defaults[name]
        )
        for name, entry in declared.items()
    )


def _syntax(place: str, text: str, error: SyntaxError) -> str:
    """Where the query stops being SPARQL, with the line and, where it helps, the reason."""
    found = _POSITION.match(str(error))
    if not found:
        return f"{place}: not SPARQL: {str(error).splitlines()[0]}"
    line, column = int(found[1]), int(found[2])
    seen = [*text.splitlines(), ""][line - 1].strip()
    reasons = _undeclared(text) + _REASON.findall(found[3])
    reason = f" ({reasons[0]})" if reasons else ""
    return f"{place}, line {line}, column {column}: not SPARQL{reason}: {seen}"


def _undeclared(text: str) -> list[str]:
    """What is most often wrong: a prefix without a PREFIX line."""
    plain = _OPAQUE.sub(" ", text)
    declared = set(re.findall(r"PREFIX\s+([\w-]*):", plain, re.IGNORECASE))
    used = re.findall(r"(?<![\w?$:-])([A-Za-z][\w-]*):", plain)
    return [f"there is no PREFIX {name}:" for name in dict.fromkeys(used) if name not in declared]
