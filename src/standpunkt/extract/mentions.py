"""What a statement names: laws, reports, committees, reforms, plans and agencies, as written.

In: the text of a statement. Out: names, in order, each once; of two that overlap the first, of
two at one place the longer.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from standpunkt.lexicon import Lexicon
    from standpunkt.resolve.registers import Registers


def mentions(text: str, lexicon: Lexicon, registers: Registers) -> tuple[str, ...]:
    """Documents, bodies and reforms that a text names, and agencies of the register, in order."""
    patterns = chain(lexicon.mentions, (registers.agencies,))
    matches = (match for pattern in patterns for match in pattern.finditer(text))
    found = sorted(
        {(m.start(1), m.group(1)) for m in matches}, key=lambda hit: (hit[0], -len(hit[1]))
    )
    kept: list[tuple[int, str]] = []
    for start, name in found:
        if not kept or start >= kept[-1][0] + len(kept[-1][1]):
            kept.append((start, " ".join(name.split())))
    return tuple(dict.fromkeys(name for _, name in kept))
