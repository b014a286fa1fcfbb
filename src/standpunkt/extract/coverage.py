"""Nothing is silently dropped: what no part of the program has accounted for.

In: everything that was used, found or left out, as spans. Out: a finding for each stretch of
words that is left.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from standpunkt.model import Document, Finding, Span

_WORD = re.compile(r"\w{2,}")
_LINKS = frozenset({"og", "men", "samt", "mens", "medan", "som", "hvorpå"})


def unread(document: Document, accounted: Iterable[Span]) -> tuple[Finding, ...]:
    """A finding for each line with words that no span covers."""
    covered = bytearray(len(document.text))
    for span in accounted:
        covered[span.start : span.end] = b"\1" * len(span)
    findings: dict[int, Finding] = {}
    for word in _WORD.finditer(document.text):
        if covered[word.start()] or word.group().lower() in _LINKS:
            continue
        line = document.line(word.start())
        seen = document.text[word.start() :].split("\n", 1)[0].strip()[:60]
        message = f"not read: '{seen}'; expected a label, a heading or a sentence"
        findings.setdefault(line, document.finding("unread", word.start(), message))
    return tuple(findings.values())
