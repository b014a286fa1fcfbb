"""One document in every format is one reading: the same people, items and statements.

The formats differ in where lines end and in what stands in margins, so quotes are compared by
their words.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from standpunkt.pipeline import read
from standpunkt.resources import resource, root
from tests.sources import writing

if TYPE_CHECKING:
    from standpunkt.model import Reading

FOLDER = root() / "tests" / "development"
SOURCES = [
    resource("data", "minutes") / "2022-04-22_konsultasjonsmote-2.txt",
    *(
        FOLDER / f"{stem}.txt"
        for stem in (
            "2000-konsultasjonsmote",
            "2001-samferdselskomite",
            "2012-styremote",
            "2013-bilateralt-bld",
            "2014-brukarutval",
            "2016-kontaktforum-villaks",
            "2018-nynorsk-b",
            "2024-amu",
        )
    ),
]
MARGINS: dict[str, Any] = {
    "display_header_footer": True,
    "header_template": "<span style='font-size: 8px'>Referat, utkast</span>",
    "footer_template": "<span style='font-size: 8px'>Side <span class=pageNumber></span> av "
    "<span class=totalPages></span></span>",
}


@pytest.fixture(params=SOURCES, ids=lambda path: path.stem, scope="module")
def source(request):
    reading = read(request.param)
    spans = [item.span for item in reading.minutes.agenda]
    return reading, writing.blocks(reading.document.text, spans)


def words(text: str) -> str:
    return " ".join(text.replace("•", " ").split())


def statements(reading: Reading) -> Counter[tuple[object, ...]]:
    def quote(number: int | None) -> str | None:
        if number is None:
            return None
        return words(reading.document.quote(reading.statements[number - 1].span))

    return Counter(
        (
            *(quote(one.number), one.speakers, one.attribution, one.agenda, one.act, one.stance),
            *(one.claim, one.topic, quote(one.responds_to), one.addressees, one.deadline),
        )
        for one in reading.statements
    )


def compare(found: Reading, expected: Reading) -> None:
    assert [(p.name, p.role, p.organisation, p.functions) for p in found.minutes.participants] == [
        (p.name, p.role, p.organisation, p.functions) for p in expected.minutes.participants
    ]
    assert [(a.number, words(a.title), a.level) for a in found.minutes.agenda] == [
        (a.number, words(a.title), a.level) for a in expected.minutes.agenda
    ]
    assert found.minutes.meeting.date == expected.minutes.meeting.date
    assert statements(found) == statements(expected)
    for one in found.statements:
        assert found.document.quote(one.span).strip()


@pytest.mark.parametrize("ending", ["txt", "html", "docx", "odt"])
def test_a_document_reads_the_same_in_every_format(source, ending, tmp_path):
    expected, blocks = source
    write = getattr(writing, f"write_{ending.replace('txt', 'text')}")
    compare(read(write(tmp_path / f"mote.{ending}", blocks)), expected)


@pytest.mark.browser
def test_a_printed_document_reads_the_same(source, printer, tmp_path):
    expected, blocks = source
    path = writing.write_pdf(printer, tmp_path / "mote.pdf", blocks, **MARGINS)
    found = read(path)
    compare(found, expected)
    apart = {omission.text for omission in found.document.omitted}
    assert any(text.startswith("Side 1 av") for text in apart)
    assert "Referat, utkast" in apart
    assert "Side 1 av" not in found.document.text
