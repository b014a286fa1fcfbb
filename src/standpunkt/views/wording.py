"""The words of the pages, in three languages, from ``viz/labels.toml``.

Words for what is in the graph (acts, stances, topics, names) come from the graph itself.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from standpunkt.parameters import LANGUAGES, Words, pick
from standpunkt.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def wording() -> Mapping[str, Words]:
    """Read all labels: key to words."""
    return tomllib.loads(resource("viz", "labels.toml").read_text(encoding="utf-8"))


def in_language(words: Words, language: str) -> str:
    """Choose the words in ``language``, else in the next best one.

    >>> in_language({"nb": "tema", "en": "topic"}, "nn")
    'tema'
    """
    return next((words[code] for code in (language, *LANGUAGES) if code in words), "")


def known_language(language: str) -> str:
    """Return ``language`` itself; :class:`~standpunkt.errors.UsageError` where no page has it."""
    return pick("language of pages", language, {code: code for code in LANGUAGES})
