"""The SPARQL 1.1 Protocol, for queries: a query comes in, an answer in the wanted form goes out.

Queries come as ``GET ?query=``, as a posted form, or as the body of a POST. Updates are refused,
and so is ``SERVICE``: nothing leaves this machine. The default graph has every triple of all
named graphs once, and ``GRAPH ?g`` asks them one by one. A browser gets a page with a form and
a table. Not there yet: ``default-graph-uri``, ``named-graph-uri`` (refused with a reason) and a
time limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response

from standpunkt import queries
from standpunkt.server import pages
from standpunkt.server.negotiation import GRAPH_TYPES, ROW_TYPES, preferred, wants_html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from standpunkt.results import Result

LARGEST_QUERY = 1_000_000  # bytes
FORM, QUERY, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
READ_ONLY = "The graph can only be read here; change the sources and run 'standpunkt build'."
NOT_YET = ("default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri")


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it came: its text (``None`` for none), and the format named beside it."""

    query: str | None
    format: str


async def endpoint(request: Request) -> Response:
    """Answer ``/sparql``; what cannot be answered is an :class:`HTTPException`."""
    asked = _asked(await _parameters(request))
    browser = wants_html(request.headers.get("accept", "")) and asked.format in {"", "html"}
    if browser or asked.format == "html":
        return await run_in_threadpool(pages.sparql, request, asked.query)
    if asked.query is None:
        message = "There is no query; send one as the parameter 'query' or as the body of a POST."
        raise HTTPException(400, message)
    store = request.app.state.graph.current()
    result = await run_in_threadpool(queries.run, store.quads, asked.query)
    return await run_in_threadpool(respond, result, request.headers.get("accept", ""), asked.format)


def respond(result: Result, accept: str, form: str, *, filename: str = "") -> Response:
    """Write a result in the named format, else in the one that the client likes best."""
    offered = GRAPH_TYPES if result.kind == "graph" else ROW_TYPES
    name = form or preferred(accept, offered)
    if name not in offered:
        status, wanted = (400, form) if form else (406, accept)
        message = f"This answer is not to be had as '{wanted[:80]}'; take {', '.join(offered)}."
        raise HTTPException(status, message)
    headers = {"Vary": "Accept"}
    if filename:
        headers["Content-Disposition"] = f'attachment; filename="{filename}.{name}"'
    # A byte order mark makes spreadsheets read a downloaded table as UTF-8.
    mark = "\ufeff" if filename and name == "csv" else ""
    body = (mark + result.serialize(name)).encode()
    return Response(body, media_type=offered[name], headers=headers)


async def _parameters(request: Request) -> Mapping[str, list[str]]:
    found = {name: request.query_params.getlist(name) for name in request.query_params}
    if request.method in {"GET", "HEAD"}:
        return found
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == UPDATE:
        raise HTTPException(403, READ_ONLY)
    if kind not in {FORM, QUERY}:
        raise HTTPException(415, f"Send the query as {QUERY} or as a form ({FORM}).")
    body = await _body(request)
    posted = {"query": [body]} if kind == QUERY else parse_qs(body, keep_blank_values=True)
    return found | posted


async def _body(request: Request) -> str:
    received = b""
    async for chunk in request.stream():
        received += chunk
        if len(received) > LARGEST_QUERY:
            raise HTTPException(413, f"A query has at most {LARGEST_QUERY} bytes.")
    try:
        return received.decode()
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"Byte {error.start} of the body is not UTF-8.") from error


def _asked(parameters: Mapping[str, list[str]]) -> Asked:
    if "update" in parameters:
        raise HTTPException(403, READ_ONLY)
    refused = [name for name in NOT_YET if name in parameters]
    if refused:
        message = f"'{refused[0]}' is not answered yet; name the graph in the query with FROM."
        raise HTTPException(400, message)
    given = parameters.get("query", [])
    if len(given) > 1:
        raise HTTPException(400, f"There are {len(given)} queries; send one at a time.")
    query = given[0] if given and given[0].strip() else None
    return Asked(query, parameters.get("format", [""])[0])
