"""Words and punctuation with offsets, so that whatever is found in them has a span."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from standpunkt.model import Span

_TOKEN = re.compile(r"v/|\b[A-ZÆØÅ]\.(?=\s*[A-ZÆØÅ])|\w+(?:[-–.'’/]\w+)*['’]?-?|[^\w\s]")


class Token(NamedTuple):
    """A word or a punctuation mark; ``lower`` is its text in lower case."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """True for words and numbers, false for punctuation."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """True where the word begins with a capital letter."""
        return self.text[0].isupper()


def tokens(flat: str, within: Span) -> list[Token]:
    """The tokens of ``flat[within.start:within.end]``, with offsets into ``flat``."""
    return [
        Token(match.group(), match.group().lower(), match.start(), match.end())
        for match in _TOKEN.finditer(flat, within.start, within.end)
    ]
