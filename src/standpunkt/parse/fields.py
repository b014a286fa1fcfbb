"""The fields of a header: labels with the stretches of text that belong to them.

What attendance lists go on with, and how their lines are told apart, is here as well.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from standpunkt.model import Span
from standpunkt.parse.groups import FUNCTIONS, Group

if TYPE_CHECKING:
    from standpunkt.parse.entries import Columns
    from standpunkt.parse.layout import Block

_ATTENDANCE = frozenset({"attendance", *FUNCTIONS})
LISTS = _ATTENDANCE - {"chair", "minute-taker"}

_FULL = 45
"""A line that is longer than this may go on in the next one."""


@dataclass(slots=True)
class Field:
    """A label of the header; ``values`` are the stretches of text that belong to it.

    ``of`` names whom the people below are of; ``columns`` are those of a table. ``under`` is the
    side or body right above, where ``of`` tells none: "KD", then "Statssekretær  Anne Vikse".
    """

    name: str
    label: Span
    of: str | None = None
    columns: Columns | None = None
    under: str | None = None
    values: list[Block | Span] = field(default_factory=list)

    @property
    def spans(self) -> list[Span]:
        """The value's stretches of text."""
        return [v if isinstance(v, Span) else v.span for v in self.values]


@dataclass(frozen=True)
class Header:
    """The title's blocks, the fields, and the number of blocks that the header takes."""

    title: tuple[Block, ...]
    fields: tuple[Field, ...]
    length: int

    def values(self, *names: str) -> list[Span]:
        """The stretches of text of all fields of these names, in the order of the names."""
        return [s for name in names for f in self.fields if f.name == name for s in f.spans]

    def groups(self) -> list[Group]:
        """The stretches of the attendance lists with what their labels tell."""
        return [
            Group(
                span,
                f.name,
                f.of,
                under=f.under,
                first=number == 0,
                one_a_line=_one_a_line(f),
                columns=f.columns,
            )
            for f in sorted(self.fields, key=_after_the_list)
            if f.name in _ATTENDANCE
            for number, span in enumerate(f.spans)
        ]


def in_stretches(flat: str, values: list[Block | Span]) -> list[Block | Span]:
    """Values with no blank line between them, as one stretch each, where one runs on."""
    joined: list[Block | Span] = []
    for value in values:
        span = _span(value)
        follows = not isinstance(value, Span) and not value.after_blank and not value.bullet
        before = _span(joined[-1]) if joined else span
        if joined and follows and _runs_on(flat[before.start : before.end], flat[span.start]):
            joined[-1] = Span(before.start, span.end)
        else:
            joined.append(value)
    return joined


def _span(value: Block | Span) -> Span:
    return value if isinstance(value, Span) else value.span


def _runs_on(text: str, following: str) -> bool:
    """True where a line of a list goes on in the next, whose first letter is ``following``."""
    unfinished = text.endswith((",", "-", " og", " samt")) or following.islower()
    return unfinished or (len(text) > _FULL and not text.endswith((")", ".", ";")))


def list_name(fields: list[Field]) -> str:
    """The list that a label without a name of its own goes on with."""
    return fields[-1].name if fields and fields[-1].name in LISTS else "attendance"


def present_list(fields: list[Field]) -> str:
    """The list that a body of its own goes on with: after those who were away, who was there.

    Right below the bare label of those who were away, and below such a body, are more of them.
    """
    name = list_name(fields)
    away = bool(fields) and fields[-1].name == "absence"
    more = away and bool(fields[-1].of or not fields[-1].values)
    return "attendance" if name == "absence" and not more else name


def _after_the_list(one: Field) -> bool:
    """Chair and minute-taker name people of the list, so they are read after it."""
    return one.name not in LISTS


def _one_a_line(one: Field) -> bool:
    blocks = [v for v in one.values if not isinstance(v, Span)]
    return len(blocks) > 1 or any(block.bullet for block in blocks)
