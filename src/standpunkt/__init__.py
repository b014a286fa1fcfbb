"""Standpunkt: who stood where, on what, when, and the sentence that proves it.

The verbs of the command line are here as functions; :mod:`standpunkt.api` tells of them.

>>> import standpunkt
>>> reading = standpunkt.read(standpunkt.minutes() / "2022-04-22_konsultasjonsmote-2.txt")
>>> reading.minutes.meeting.number
'2'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from standpunkt.api import (
        build,
        check,
        evaluate,
        export,
        minutes,
        query,
        read,
        review_agreement,
        review_export,
        review_import,
        serve,
        view,
    )

__version__ = "0.1.0"

__all__ = [
    "__version__",
    "build",
    "check",
    "evaluate",
    "export",
    "minutes",
    "query",
    "read",
    "review_agreement",
    "review_export",
    "review_import",
    "serve",
    "view",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a verb, loaded when it is first used
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from standpunkt import api  # noqa: PLC0415 - import standpunkt must stay light

    return getattr(api, name)


def __dir__() -> list[str]:
    return __all__
