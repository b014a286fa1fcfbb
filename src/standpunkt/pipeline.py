"""The whole program on one page: a file becomes a document, minutes, statements, a graph.

    file → sources → Document → parse → Minutes → extract → Reading → review → Reading
    → describe → quads → store

Each arrow is a pure function on frozen dataclasses; read the folders in that order.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.extract.abbreviations import out_of_date
from standpunkt.extract.statements import extract
from standpunkt.lexicon import load_lexicon
from standpunkt.parse.minutes import parse
from standpunkt.resolve.registers import load_registers
from standpunkt.review.apply import apply_decisions
from standpunkt.review.decisions import load_decisions, of_document
from standpunkt.sources import load

if TYPE_CHECKING:
    from pathlib import Path

    from standpunkt.model import Reading


def read(path: Path, decisions: Path | None = None, vocabulary: Path | None = None) -> Reading:
    """Read one document: who was there, what was on the agenda, and who said what.

    What people have decided stands on top: ``decisions`` is the folder of it. The concepts of
    ``vocabulary``, a SKOS file, are the topics where it is given.

    Raises :class:`~standpunkt.errors.SourceError` where it cannot be read as minutes,
    :class:`~standpunkt.errors.DataError` where a decision or the vocabulary is not as it should be.
    """
    made = load_decisions(decisions)
    reading = extracted(path, vocabulary)
    registers = load_registers(vocabulary=vocabulary)
    return apply_decisions(reading, of_document(made, reading.document.key), registers)


def extracted(path: Path, vocabulary: Path | None = None) -> Reading:
    """Read one document by the program alone, whatever people have decided."""
    lexicon, registers = load_lexicon(), load_registers(vocabulary=vocabulary)
    minutes, presences = parse(load(path), lexicon, registers)
    reading = extract(minutes, presences, lexicon, registers)
    doubtful = out_of_date(reading.document, minutes.meeting.date, registers)
    return replace(reading, findings=(*reading.findings, *doubtful))
