"""Text that knows what its parts are, until it is written out.

While minutes are put together, names of people, names of bodies and statements stand between
marks (characters of private use). :meth:`Marks.resolve` takes them out and tells where each
marked part stands, so the truth has the same offsets as the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_OPEN, _MID, _CLOSE = "\ue000", "\ue001", "\ue002"
_MARK = re.compile(f"{_OPEN}[0-9]+{_MID}|{_CLOSE}")
_FIRST = re.compile(f"^((?:{_OPEN}[0-9]+{_MID})*)(.)")


@dataclass(frozen=True, slots=True)
class Marked:
    """A part of a text: its offsets, its words, and what it is."""

    start: int
    end: int
    text: str
    note: dict[str, Any]


@dataclass(slots=True)
class Marks:
    """What the marks of one document mean."""

    notes: list[dict[str, Any]] = field(default_factory=list)

    def mark(self, text: str, kind: str, **note: Any) -> str:  # noqa: ANN401 - as JSON has it
        """Put marks around a text, to be known as ``kind``."""
        self.notes.append({"kind": kind, **note})
        return f"{_OPEN}{len(self.notes) - 1}{_MID}{text}{_CLOSE}"

    def resolve(self, text: str) -> tuple[str, list[Marked]]:
        """Take out the marks; give the plain text and what was marked, in order."""
        plain, length, place = list[str](), 0, 0
        opened, found = list[tuple[int, int]](), list[tuple[int, int, int]]()
        for match in _MARK.finditer(text):
            plain.append(text[place : match.start()])
            length += match.start() - place
            place = match.end()
            if match[0] == _CLOSE:
                number, start = opened.pop()
                found.append((start, length, number))
            else:
                opened.append((int(match[0][1:-1]), length))
        plain.append(text[place:])
        whole = "".join(plain)
        return whole, [
            Marked(start, end, " ".join(whole[start:end].split()), self.notes[number])
            for start, end, number in sorted(found, key=lambda one: (one[0], -one[1], one[2]))
        ]


def visible(text: str) -> str:
    """The text without its marks."""
    return _MARK.sub("", text)


def capital(text: str) -> str:
    """The text with a capital first letter, marks or not."""
    return _FIRST.sub(lambda match: match[1] + match[2].upper(), text, count=1)


def wrap(text: str, width: int) -> str:
    """Break a paragraph into lines of at most ``width`` visible characters."""
    lines, line = list[str](), list[str]()
    length = 0
    for word in text.split(" "):
        long = len(visible(word))
        if line and length + 1 + long > width:
            lines.append(" ".join(line))
            line, length = [], 0
        length += long + bool(line)
        line.append(word)
    return "\n".join([*lines, " ".join(line)])
