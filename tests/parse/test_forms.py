"""The forms that secretaries give to heads, lists and agendas: small documents with answers.

Each file of ``forms`` holds cases: ``=== name``, the text, ``---``, and what is to be found:

    Anne Vikse | KMD | statsråd | chair      a participant; the functions may be left out
    @place = Rådhuset                        a field of the meeting
    # 2.1 | 2 | Skole                        an item of the agenda: number, level, title

A case of ``lists.txt`` is an attendance list alone, which gets a head and two items around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.extract.meetings import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from standpunkt.model import Minutes

FORMS = Path(__file__).parent / "forms"
HEAD = "Referat fra møte\n\nDato: 22. april 2016\n\n"
BODY = "\n\n1. Skole\n\nVikse sa ja. Nesset mente at det er bra.\n\n2. Eventuelt\n\nIngen saker.\n"


@dataclass(frozen=True)
class Form:
    """A text, and the lines of its answer."""

    text: str
    answers: tuple[str, ...]

    def fields(self, mark: str) -> list[tuple[str, ...]]:
        """The answers that begin with a mark, cut at the strokes."""
        lines = [a for a in self.answers if (a[0] if a[0] in "@#" else "") == mark]
        return [
            tuple(part.strip() for part in line.removeprefix(mark).split("|")) for line in lines
        ]


def forms() -> Iterator[object]:
    for path in sorted(FORMS.glob("*.txt")):
        for case in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, rest = case.split("\n", 1)
            text, answers = rest.split("\n---\n")
            text = f"{HEAD}{text}{BODY}" if path.stem == "lists" else f"{text}\n"
            form = Form(text, tuple(answers.strip().splitlines()))
            yield pytest.param(form, id=f"{path.stem}: {name}")


def same(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()


@pytest.mark.parametrize("form", list(forms()))
def test_everybody_and_everything_of_a_form_is_found(form):
    found = parsed(form.text)
    expected = form.fields("")
    if expected:
        assert people(found) == {tuple(map(same, (*one, "", "")[:3])) for one in expected}
    functions = {same(one.name): set(one.functions) for one in found.participants}
    for name, _, _, *told in expected:
        assert set(" ".join(told).split()) <= functions[same(name)]
    for number, level, title in form.fields("#"):
        assert (number, level, same(title)) in agenda(found)
    if form.fields("#"):
        assert len(found.agenda) == len(form.fields("#"))
    for field in form.fields("@"):
        name, value = field[0].split("=", 1)
        assert same(meeting(found, name.strip())) == same(value)


def people(found: Minutes) -> set[tuple[str, ...]]:
    return {(same(one.name), same(one.organisation), same(one.role)) for one in found.participants}


def agenda(found: Minutes) -> set[tuple[str, str, str]]:
    return {(item.number, str(item.level), same(item.title)) for item in found.agenda}


def meeting(found: Minutes, name: str) -> str:
    value = getattr(found.meeting, name)
    return value.strftime("%H:%M") if name in {"start", "end"} else str(value)
