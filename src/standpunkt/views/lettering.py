"""Labels that fit on a canvas: visible characters only, few lines, cut with an ellipsis.

The whole text stands in the panel and in the table; nothing is lost here.
"""

from __future__ import annotations

import unicodedata
from textwrap import wrap

from standpunkt.views.things import Thing, appearance
from standpunkt.views.wording import in_language

MARK = "…"
CONSIDERED = 400  # characters of a name that are looked at; longer ones are cut anyway


def canvas_label(thing: Thing, affiliation: str, language: str) -> str:
    """Write the label of a node: a number before a title, an affiliation below a name."""
    kind = appearance()["kinds"][thing.kind]
    name = in_language(thing.names, language)
    if thing.kind == "item" and thing.number:
        name = f"{thing.number} {name}"
    if thing.kind == "organisation" and len(name) > kind["width"] and thing.short:
        name = thing.short
    lines = fit(name, kind["width"], kind["lines"])
    return "\n".join([*lines, *fit(affiliation, kind["width"], 1)])


def fit(text: str, width: int, lines: int) -> list[str]:
    """Wrap ``text`` into at most so many lines of so many characters.

    >>> fit("Bemanningsnormen gjelder på kommunenivå", 18, 2)
    ['Bemanningsnormen', 'gjelder på kommun…']
    """
    wrapped = wrap(visible(text), width, break_long_words=True, break_on_hyphens=True)
    if len(wrapped) <= lines:
        return wrapped
    last = " ".join(wrapped[lines - 1 :])[: width - 1].rstrip(" ,.;:–-")
    return [*wrapped[: lines - 1], f"{last}{MARK}"]


def visible(text: str) -> str:
    r"""Leave out control and direction characters, which a canvas would obey.

    >>> visible("a\u202eb\nc")
    'a b c'
    """
    return " ".join(
        "".join(
            " " if unicodedata.category(c) in {"Cc", "Cf"} else c for c in text[:CONSIDERED]
        ).split()
    )
