"""The application: addresses, headers and errors.

========================  ===================================================================
``/``                     what is in the graph, the networks, the questions
``/view/{name}``          a network; ``?download=1`` gives it as a file that stands alone
``/question/{name}``      a question and its answer; ``?format=csv`` and so on gives the data
``/sparql``               the SPARQL 1.1 Protocol (query), and a form for people
``/static/...``           scripts and style
========================  ===================================================================

Every page takes ``?lang=nb``, ``nn`` or ``en``.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from standpunkt import queries, views
from standpunkt.errors import StandpunktError, StoreError, UsageError
from standpunkt.parameters import pick
from standpunkt.resources import resource
from standpunkt.server import pages
from standpunkt.server.graph import Graph
from standpunkt.server.negotiation import wants_html
from standpunkt.server.sparql import endpoint, respond

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def create_app(store_path: Path) -> Starlette:
    """Make the explorer of the store at ``store_path``.

    :class:`~standpunkt.errors.StoreError` where there is none.
    """
    app = Starlette(
        routes=[
            Route("/", pages.start),
            Route("/view/{name}", view),
            Route("/question/{name}", question),
            Route("/sparql", endpoint, methods=["GET", "POST"]),
            Mount("/static", StaticFiles(directory=resource("viz", "static"))),
        ],
        exception_handlers={
            HTTPException: _refused,
            StandpunktError: _failed,
            Exception: _broken,
        },
    )
    app.add_middleware(SafeHeaders)
    app.state.graph = Graph(store_path)
    return app


def view(request: Request) -> Response:
    """Answer ``/view/{name}``."""
    _known("view", request.path_params["name"], views.names())
    return pages.view(request)


def question(request: Request) -> Response:
    """Answer ``/question/{name}`` as a page, or as data where a format is named."""
    known = tuple(one.name for one in queries.questions())
    asked = queries.question(_known("question", request.path_params["name"], known))
    given = {name: request.query_params.getlist(name) for name in request.query_params}
    form = given.pop("format", [""])[0]
    language = given.pop("lang", None)
    if any(parameter.name == "lang" for parameter in asked.parameters):
        given["lang"] = language or [pages.language_of(request)]
    if form in {"", "html"}:
        return pages.question(request, asked, given)
    result = queries.ask(request.app.state.graph.current().quads, asked, given)
    return respond(result, "", form, filename=asked.name)


class SafeHeaders:
    """Puts the headers on every answer that keep a page from doing what it need not."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, with the headers."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _known(kind: str, name: str, names: tuple[str, ...]) -> str:
    try:
        return pick(kind, name, {one: one for one in names})
    except UsageError as error:
        raise HTTPException(404, str(error)) from error


def _refused(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 400)
    headers = getattr(error, "headers", None)
    detail = str(getattr(error, "detail", ""))
    if detail == HTTPStatus.NOT_FOUND.phrase:
        path = request.url.path[:200]
        hint = views.in_language(views.wording()["error-404-hint"], pages.language_of(request))
        detail = hint.replace("{path}", path)
    return _said(request, status, detail, headers)


def _failed(request: Request, error: Exception) -> Response:
    return _said(request, 503 if isinstance(error, StoreError) else 400, str(error))


def _broken(request: Request, _error: Exception) -> Response:
    """Starlette logs the error, outside of our middleware; the page tells nothing of it."""
    hint = views.in_language(views.wording()["error-500-hint"], pages.language_of(request))
    return _said(request, 500, hint, HEADERS)


def _said(
    request: Request, status: int, message: str, headers: Mapping[str, str] | None = None
) -> Response:
    """An error as a page for browsers and as one line for programs."""
    if wants_html(request.headers.get("accept", "")):
        page: Response = pages.error(request, status, message)
    else:
        page = PlainTextResponse(message + "\n", status_code=status)
    page.headers.update(headers or {})
    return page
