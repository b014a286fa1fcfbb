"""The pages of the explorer: start, question, query, error. Templates are in ``viz/templates``.

Every page works without JavaScript. Everything from the graph or the address is escaped by the
templates (autoescape is on).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from standpunkt import queries, views
from standpunkt.errors import UsageError
from standpunkt.parameters import LANGUAGES, names
from standpunkt.resources import resource
from standpunkt.server.negotiation import GRAPH_TYPES, ROW_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import Store as Quads
    from starlette.requests import Request

    from standpunkt.parameters import Parameter
    from standpunkt.queries import Question
    from standpunkt.results import Result

MOST_ROWS = 1_000  # on a page; a download has them all
MOST_SUGGESTIONS = 500  # in the list behind an input
EXAMPLE = """PREFIX sp: <https://w3id.org/standpunkt/ns#>

SELECT ?act (COUNT(?statement) AS ?number) WHERE {
  ?statement a sp:Statement ; sp:act ?act .
}
GROUP BY ?act
ORDER BY DESC(?number)
"""


@dataclass(frozen=True, slots=True)
class Table:
    """A result for people: headings, the first rows as text, and how many there are in all."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int

    @classmethod
    def of(cls, result: Result, language: str) -> Table:
        """Make the table of a result; a yes or no is a table of one cell."""
        cells = result.cells()
        headings = tuple(queries.heading(name, language) for name in result.variables)
        return cls(headings, cells[:MOST_ROWS], len(cells))


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter of a question as a field of a form."""

    parameter: Parameter
    value: str
    suggestions: tuple[str, ...]


def language_of(request: Request) -> str:
    """Find the language that the address asks for; bokmål where it asks for none that we have."""
    asked = request.query_params.get("lang", LANGUAGES[0])
    return asked if asked in LANGUAGES else LANGUAGES[0]


def start(request: Request) -> HTMLResponse:
    """Show what is in the graph, the networks and the questions."""
    quads = request.app.state.graph.current().quads
    language = language_of(request)
    return _page(
        request,
        "start.html",
        holdings=_rows(quads, "holdings"),
        meetings=_rows(quads, "meetings"),
        networks=[_network(quads, name, language) for name in ("actors", "meeting", "actor")],
        questions=queries.questions(),
        example=EXAMPLE,
    )


def view(request: Request) -> HTMLResponse:
    """Show a network, or send it as a file that stands alone where ``download`` is asked for."""
    name, language = request.path_params["name"], language_of(request)
    query = dict(request.query_params.items())
    alone = query.pop("download", "") == "1"
    query.pop("lang", None)
    quads = request.app.state.graph.current().quads
    here = f"/view/{name}"
    frame = views.Frame(
        static="/static",
        home=f"/?{urlencode({'lang': language})}",
        here=here,
        download=_address(here, query | {"lang": language, "download": "1"}),
        links={code: _address(here, query | {"lang": code}) for code in LANGUAGES},
    )
    if not alone:
        return HTMLResponse(views.render(quads, name, query, language=language, frame=frame))
    headers = {"Content-Disposition": f'attachment; filename="{name}.html"'}
    return HTMLResponse(views.render(quads, name, query, language=language), headers=headers)


def question(request: Request, asked: Question, given: Mapping[str, list[str]]) -> HTMLResponse:
    """Show a question with its form and, below, its answer as a table."""
    quads = request.app.state.graph.current().quads
    language = language_of(request)
    query = {name: values for name, values in given.items() if any(values)}
    here = f"/question/{asked.name}"
    links = {
        form: _address(here, {**query, "lang": language, "format": form}) for form in ROW_TYPES
    }
    return _page(
        request,
        "question.html",
        asked=asked,
        here=here,
        fields=[
            _field(quads, p, given.get(p.name, [])) for p in asked.parameters if p.name != "lang"
        ],
        table=Table.of(queries.ask(quads, asked, given), language),
        downloads=links,
    )


def sparql(request: Request, query: str | None) -> HTMLResponse:
    """Show the form for a query of one's own and, where one was sent, its answer."""
    table, problem, kind = None, "", "rows"
    if query is not None:
        try:
            result = queries.run(request.app.state.graph.current().quads, query)
            table, kind = Table.of(result, language_of(request)), result.kind
        except UsageError as error:
            problem = str(error)
    forms = GRAPH_TYPES if kind == "graph" else ROW_TYPES
    return _page(
        request,
        "sparql.html",
        status=400 if problem else 200,
        query=query or EXAMPLE,
        table=table,
        problem=problem,
        formats=tuple(forms),
    )


def error(request: Request, status: int, message: str) -> HTMLResponse:
    """Say in plain words what went wrong."""
    words = views.wording()
    title = words.get(f"error-{status}", words["error-400"])
    return _page(request, "error.html", status=status, title=title, message=message)


def _page(request: Request, template: str, *, status: int = 200, **content: object) -> HTMLResponse:
    language = language_of(request)
    words = views.wording()
    given = [(k, v) for k, v in request.query_params.multi_items() if k != "lang"]
    html = (
        _templates()
        .get_template(template)
        .render(
            language=language,
            languages=LANGUAGES,
            links={
                code: f"{request.url.path}?{urlencode([*given, ('lang', code)])}"
                for code in LANGUAGES
            },
            word=lambda key: views.in_language(words[key], language),
            in_language=lambda texts: views.in_language(texts, language),
            **content,
        )
    )
    return HTMLResponse(html, status_code=status)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(resource("viz", "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _rows(quads: Quads, name: str) -> list[dict[str, str]]:
    text = resource("viz", "explorer", f"{name}.rq").read_text(encoding="utf-8")
    result = queries.run(quads, text)
    return [
        {
            k: "" if t is None else getattr(t, "value", str(t))
            for k, t in zip(result.variables, row, strict=True)
        }
        for row in result.terms()
    ]


def _network(quads: Quads, name: str, language: str) -> dict[str, Any]:
    found = views.definition(name)
    options = {p.name: views.options(quads, p, language=language) for p in found.parameters}
    return {"view": found, "options": options}


def _field(quads: Quads, parameter: Parameter, values: list[str]) -> Field:
    literal = parameter.type in {"date", "number", "language", "text"}
    known = () if literal else sorted(names(quads, parameter.type))[:MOST_SUGGESTIONS]
    return Field(parameter, values[0] if values else "", tuple(known))


def _address(path: str, query: Mapping[str, str | list[str]]) -> str:
    return f"{path}?{urlencode(query, doseq=True)}"
