"""Small minutes for tests: a few sentences with a head above them, and the stages that read them.

The head is that of a consultation with people of both sides. What is said does not depend on
the topic register, so these readings do without it, which makes them fast.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from standpunkt.extract.statements import extract
from standpunkt.lexicon import load_lexicon
from standpunkt.model import Document, Minutes, Reading, Span
from standpunkt.parse.minutes import parse
from standpunkt.resolve.registers import load_registers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _pytest.mark.structures import ParameterSet

    from standpunkt.model import Statement

LEXICON = load_lexicon()
REGISTERS = load_registers()
NO_TOPICS = replace(REGISTERS, topics=())

HEAD = """Referat fra 2. konsultasjonsmøte

Dato: 22. april 2022 kl. 14.15–15.45
Til stede:
Fra staten: statsråd Kari Lundemo (KDD), statssekretær Per Bergheim (HOD), statssekretær \
Nina Holm Dahle (FIN)
Fra KS: styreleder Anne Vikse, nestleder Ola Nesset, Eva Sandvær (adm.)
Møteleder: Kari Lundemo
Referent: Trine Moland (KDD)

1. Skole

"""

HEAD_NN = """Referat frå 2. konsultasjonsmøte

Dato: 22. april 2022 kl. 14.15–15.45
Til stades:
Frå staten: statsråd Kari Lundemo (KDD), statssekretær Per Bergheim (HOD), statssekretær \
Nina Holm Dahle (FIN)
Frå KS: styreleiar Anne Vikse, nestleiar Ola Nesset, Eva Sandvær (adm.)
Møteleiar: Kari Lundemo
Referent: Trine Moland (KDD)

1. Skule

"""

HEADS = {"nb": HEAD, "nn": HEAD_NN}


def document(text: str, name: str = "mote.txt") -> Document:
    """A document of one page."""
    return Document(
        key="mote", name=name, media_type="text/plain", sha256="", text=text, text_sha256=""
    )


def whole(text: str) -> Span:
    """The span of all of a text."""
    return Span(0, len(text))


def parsed(text: str) -> Minutes:
    """The lay-out of minutes."""
    return parse(document(text), LEXICON, REGISTERS)[0]


def minutes(body: str, language: str = "nb") -> str:
    """Minutes in which some sentences, or paragraphs, stand under one agenda item."""
    return f"{HEADS[language]}{body}\n"


def read(body: str, language: str = "nb", *, topics: bool = False) -> Reading:
    """The reading of some sentences, or paragraphs, under one agenda item."""
    return read_text(minutes(body, language), topics=topics)


def read_text(text: str, *, topics: bool = False) -> Reading:
    """The reading of whole minutes."""
    registers = REGISTERS if topics else NO_TOPICS
    parts, presences = parse(document(text), LEXICON, REGISTERS)
    return extract(parts, presences, LEXICON, registers)


@dataclass(frozen=True)
class Said:
    """What most tests ask of a statement: who, and the words."""

    who: tuple[str, ...]
    quote: str


def said(body: str, language: str = "nb") -> list[Said]:
    """Who says what, in order; persons by their surnames."""
    reading = read(body, language)
    return [
        Said(tuple(surnames(one)), " ".join(reading.document.quote(one.span).split()))
        for one in reading.statements
    ]


def surnames(statement: Statement) -> list[str]:
    """The speakers by the last word of their names."""
    return [actor.name.split()[-1] for actor in statement.speakers]


def only(body: str, language: str = "nb") -> Statement:
    """The only statement in some sentences."""
    statements = read(body, language).statements
    assert len(statements) == 1, [one.rule for one in statements]
    return statements[0]


def quotes(reading: Reading, things: Iterable[Any]) -> list[str]:
    """The words at the spans of statements, events or what was left out."""
    return [reading.document.quote(thing.span) for thing in things]


def to_mend(*values: object, reason: str) -> ParameterSet:
    """A row of a table that the rules do not read as the codebook says, yet."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))
