"""Where a source document is from, and what read it: all that a reading itself cannot know.

A note beside a source file says where it is from: ``minutes.toml`` beside ``minutes.txt``, with
any of the keys ``title``, ``publisher``, ``source``, ``licence`` and ``note``, all texts. What
is not known stays out.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import TYPE_CHECKING

from standpunkt import __version__
from standpunkt.errors import DataError
from standpunkt.resources import digest

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".toml"


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the note beside a source says; ``note`` is for people and does not enter the graph."""

    title: str | None = None
    publisher: str | None = None
    source: str | None = None
    licence: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What read a document: the program's version, and digests of the words that it knows."""

    version: str
    lexicon_digest: str
    register_digest: str


def this_run(vocabulary: str | None = None) -> Run:
    """Name the program, the lexicon and the registers that are at work now.

    ``vocabulary`` is the digest of the file that the topics are from, where it is another one.
    """
    known = digest("data", "registers")
    if vocabulary:
        known = sha256(f"{known}\0{vocabulary}".encode()).hexdigest()
    return Run(__version__, digest("data", "lexicon"), known)


def load_provenance(source: Path) -> Provenance:
    """Read the note beside a source file; an empty one where there is none.

    Raises ``DataError`` where the note is not TOML, or says something that is not known.
    """
    note = source.with_suffix(SUFFIX)
    try:
        content = tomllib.loads(note.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Provenance()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f'{note}: not a TOML file ({error}); write lines such as publisher = "KS"'
        raise DataError(message) from None
    known = [one.name for one in fields(Provenance)]
    for name, value in content.items():
        if name not in known or not isinstance(value, str) or not value.strip():
            message = f"{note}: '{name}' is not a text for one of {', '.join(known)}; mend the line"
            raise DataError(message)
    return Provenance(**content)
