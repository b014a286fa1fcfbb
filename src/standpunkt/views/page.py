"""The page: pyvis fills our own template, and nothing on it comes from outside.

What pyvis draws by default needs the network and trusts its input. So we hand it ready nodes
and edges, always directed, and a template of ours that escapes everything (see ``assets.py``
for what stands in the page); text from the graph reaches the reader as text only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from standpunkt.parameters import LANGUAGES
from standpunkt.resources import resource
from standpunkt.views.assets import STYLE, assets, island, script_names
from standpunkt.views.content import collect, data, sureness
from standpunkt.views.definitions import definition
from standpunkt.views.parameters import options
from standpunkt.views.wording import in_language, known_language, wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import Store

    from standpunkt.views.content import Content
    from standpunkt.views.definitions import Parameter
    from standpunkt.views.parameters import Option


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a page is shown.

    By itself (the default) it carries its scripts and style inside. In an explorer ``static``
    is where these are served, ``home`` the address of the start page, ``here`` that of the
    view, ``download`` that of the page by itself, and ``links`` that of the page in each
    language.
    """

    static: str = ""
    home: str = ""
    here: str = ""
    download: str = ""
    links: Mapping[str, str] | None = None


ALONE = Frame()


@dataclass(frozen=True, slots=True)
class Asked:
    """A parameter with what was chosen and what could be."""

    parameter: Parameter
    chosen: str
    options: tuple[Option, ...]


def render(
    store: Store,
    name: str,
    params: Mapping[str, str] | None = None,
    *,
    language: str = "nb",
    frame: Frame = ALONE,
) -> str:
    """Make the HTML page of view ``name``.

    ``params`` maps names of parameters to choices, IRIs or names of things. A view,
    parameter, value or language that does not exist is a
    :class:`~standpunkt.errors.UsageError`.
    """
    view = definition(name)
    known_language(language)
    content = collect(store, view, params or {})
    return _fill(
        content,
        language=language,
        languages=LANGUAGES,
        frame=frame,
        asked=_asked(store, content, language) if frame.here else (),
        assets=None if frame.static else assets(),
        scripts=script_names(),
        style=STYLE,
        sure=sureness,
        word=lambda key: in_language(wording()[key], language),
        in_language=lambda words: in_language(words, language),
    )


def _fill(content: Content, **context: Any) -> str:  # noqa: ANN401  whatever the template uses
    """Have pyvis fill the template: the only place that knows pyvis."""
    from pyvis.network import Network as Pyvis  # noqa: PLC0415  brings IPython along: slow

    drawing = Pyvis(directed=True, cdn_resources="local")
    drawing.nodes, drawing.edges = content.nodes, content.edges
    drawing.set_template_dir(str(resource("viz", "templates")), "network.html")
    environment = drawing.templateEnv
    environment.autoescape = True
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.globals.update(context, content=content, view=content.view, things=content.things)
    environment.globals["island"] = lambda nodes, edges: island(
        data(content) | {"nodes": nodes, "edges": edges}
    )
    return str(drawing.generate_html())


def _asked(store: Store, content: Content, language: str) -> list[Asked]:
    asked = []
    for parameter in content.view.parameters:
        chosen = next((term.value for term in content.values[parameter.name]), "")
        found = options(store, parameter, language=language, chosen=chosen)
        asked.append(Asked(parameter, chosen, found))
    return asked
