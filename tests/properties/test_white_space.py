"""White space that means nothing changes nothing but offsets."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from standpunkt.resources import resource
from tests.extract.meetings import quotes, read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from standpunkt.model import Reading

TESTS = Path(__file__).parents[1]
DOCUMENTS = [
    *sorted(resource("data", "minutes").glob("*.txt")),
    *sorted((TESTS / "development").glob("*.txt")),
]

CHANGES: dict[str, Callable[[str], str]] = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "spaces at the ends of lines": lambda text: text.replace("\n", "   \n"),
    "tabs at the ends of lines": lambda text: text.replace("\n", "\t\n"),
    "more blank lines where there is one": lambda text: re.sub(r"\n[ \t]*\n", "\n\n \n", text),
    "blank lines at the end": lambda text: f"{text}\n\n \n",
    "a blank line at the beginning": lambda text: f"\n{text}",
}


def squeezed(values: list[str]) -> list[str]:
    """Texts with single spaces."""
    return [" ".join(value.split()) for value in values]


def without_offsets(reading: Reading) -> list[object]:
    """All that a reading tells, apart from where it stands."""
    minutes = reading.minutes
    return [
        minutes.meeting,
        [(one.name, one.side, one.role, one.functions) for one in minutes.participants],
        squeezed([one.organisation or "" for one in minutes.participants]),
        [(one.number, one.level) for one in minutes.agenda],
        squeezed([one.title for one in minutes.agenda]),
        squeezed(quotes(reading, reading.statements)),
        [(one.speakers, one.act, one.stance, one.claim) for one in reading.statements],
        [(one.topic, one.responds_to, one.addressees) for one in reading.statements],
        [(one.deadline, one.mentions, one.agenda) for one in reading.statements],
        [(one.type, one.persons, one.agenda) for one in reading.events],
        squeezed(quotes(reading, reading.events)),
        squeezed(quotes(reading, reading.ignored)),
        [(one.code, one.message) for one in reading.findings],
    ]


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_white_space_at_line_ends_changes_nothing_but_offsets(path, change):
    text = path.read_text(encoding="utf-8")
    changed = without_offsets(read_text(change(text)))
    for before, after in zip(without_offsets(read_text(text)), changed, strict=True):
        assert after == before


def wrapped(text: str) -> list[int]:
    """The offsets of lines in the second half that go on from the line before."""
    inside = re.compile(r"(?<=[a-zæøå,]) ?\n(?=[a-zæøå])")
    return [match.end() for match in inside.finditer(text, len(text) // 2)]


@pytest.mark.parametrize(
    "path",
    [path for path in DOCUMENTS if wrapped(path.read_text(encoding="utf-8"))],
    ids=lambda path: path.stem,
)
def test_a_page_break_inside_a_paragraph_changes_nothing_but_pages(path):
    text = path.read_text(encoding="utf-8")
    place = wrapped(text)[0]
    paged = text[:place] + "\f" + text[place:]
    assert without_offsets(read_text(paged)) == without_offsets(read_text(text))
