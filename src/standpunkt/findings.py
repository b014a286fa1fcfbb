"""Findings as lines of JSON: what a person should look at, each with its place in a document.

One object a line, so that ``grep`` and ``jq`` can count and pick them.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from standpunkt.model import Finding


def json_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Give each finding as a line: ``code``, ``document``, ``page``, ``line``, ``message``."""
    for finding in findings:
        yield json.dumps(asdict(finding), ensure_ascii=False) + "\n"


def tally(findings: Iterable[Finding]) -> dict[str, int]:
    """Count findings by their code, the most frequent first."""
    counts = Counter(finding.code for finding in findings)
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
