"""The whole program on one page: a file becomes a document, minutes, statements, a graph.

    file → sources → Document → parse → Minutes → extract → Reading → describe → quads → store

Each arrow is a pure function on frozen dataclasses; read the folders in that order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from standpunkt.extract.statements import extract
from standpunkt.lexicon import load_lexicon
from standpunkt.parse.minutes import parse
from standpunkt.resolve.registers import load_registers
from standpunkt.sources import load

if TYPE_CHECKING:
    from pathlib import Path

    from standpunkt.model import Reading


def read(path: Path) -> Reading:
    """Read one document: who was there, what was on the agenda, and who said what.

    Raises :class:`~standpunkt.errors.SourceError` where it cannot be read as minutes.
    """
    lexicon, registers = load_lexicon(), load_registers()
    minutes, presences = parse(load(path), lexicon, registers)
    return extract(minutes, presences, lexicon, registers)
