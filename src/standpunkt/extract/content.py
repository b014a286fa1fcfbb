"""The words of a clause that say something: its content, without what attributes it.

They stand after the verb and before it; before "..., sa hun" and after a colon stands a whole
sentence. In: a clause and the tokens of its sentence. Out: text with single spaces.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.extract.clauses import Clause
    from standpunkt.extract.tokens import Token


_TAIL = 7
"""Fewer words than this after "..., sa hun" are no content of their own."""


def content_of(flat: str, clause: Clause, words: Sequence[Token]) -> tuple[str, bool]:
    """The content of a clause, and whether it is a sentence of its own."""
    verb = clause.verb
    unknown = verb is not None and verb.entry is None
    start = min(clause.content, verb.first) if verb and unknown else clause.content
    after = text_of(flat, words, start, clause.end)
    front = text_of(flat, words, clause.front.start, clause.front.stop)
    if front.endswith(",") and after.startswith(", "):
        return f"{front.rstrip(',')} {after[2:]}", True
    if front.endswith(",") and len(after.split()) < _TAIL and " at " not in f" {after}":
        return front.rstrip(",»"), True
    quoted = after.partition(": ")[2]
    return quoted or f"{after} {front}".strip(), bool(quoted)


def said_in(flat: str, clause: Clause, words: Sequence[Token]) -> str:
    """The content without its fronted part, unless that is all there is."""
    if clause.verb is not None and clause.verb.entry is None:
        return text_of(flat, words, clause.start, clause.end)
    after, _ = content_of(flat, replace(clause, front=range(0)), words)
    content, quoted = content_of(flat, clause, words)
    return content if quoted or not after.strip(" .") else after


def text_of(flat: str, words: Sequence[Token], start: int, end: int) -> str:
    """The text of the tokens ``[start, end)``, with single spaces."""
    if start >= end:
        return ""
    return " ".join(flat[words[start].start : words[end - 1].end].split())
