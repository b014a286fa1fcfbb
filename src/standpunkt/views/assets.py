"""What a page carries inside itself: data, scripts, style, and the policy that allows only these.

The data lies in a JSON island, which no text can leave; scripts and style are files of
``viz/static``, named in a Content-Security-Policy by their digests.
"""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from markupsafe import Markup

from standpunkt.resources import resource
from standpunkt.views.things import appearance

SCRIPTS = ("words.js", "panel.js", "network.js", "page.js")
STYLE = "standpunkt.css"


def island(data: object) -> Markup:
    r"""Write ``data`` as JSON that cannot end the script element that it stands in.

    >>> print(island("</script>"))
    "\u003c/script\u003e"
    """
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704  escaped on the lines above


@dataclass(frozen=True, slots=True)
class Assets:
    """Scripts and style that stand inside the page, and the policy that allows only these."""

    scripts: tuple[Markup, ...]
    style: Markup
    policy: str


def script_names() -> tuple[str, ...]:
    """List the scripts of a network page, below ``viz/static``, in the order of running."""
    return (appearance()["vis_network"], *SCRIPTS)


@cache
def assets() -> Assets:
    """Read the files of ``viz/static`` that a stand-alone page carries."""
    scripts = tuple(_static(name) for name in script_names())
    style = _static(STYLE)
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(_digest(script) for script in scripts)}",
            f"style-src {_digest(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return Assets(scripts, style, policy)


def _static(name: str) -> Markup:
    """One of our own files, or a vendored one; its pointer to a source map is left out."""
    text = resource("viz", "static", name).read_text(encoding="utf-8")
    return Markup(text.partition("//# sourceMappingURL=")[0])  # noqa: S704  shipped with us


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
