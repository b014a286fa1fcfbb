"""The folder of a store: its generations, which of them is live, and who reads or writes.

A store is a folder::

    store/current               the name of the generation that is live
    store/lock                  held by the one process that writes
    store/generation-000007/    quads/ (Oxigraph), manifest.json, in-use

A generation never changes once it is live. Locks are the operating system's, on open files, so
that they go with the process that holds them, even where it is killed.

The manifest lists each named graph with its number of quads and its digest, by which a graph
that has not changed is left alone, and what the builder wants to know next time (``about``).
"""

from __future__ import annotations

import fcntl
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import IO, TYPE_CHECKING, Any, Self

from standpunkt.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 2
GENERATION = "generation-"
QUADS = "quads"
MANIFEST = "manifest.json"
IN_USE = "in-use"


@dataclass(frozen=True, slots=True)
class GraphState:
    """A named graph as it stands in the store: how many quads, and the digest of its lines."""

    quads: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation holds, by the IRIs of its graphs, and what its builder noted."""

    graphs: dict[str, GraphState] = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)

    @property
    def quads(self) -> int:
        """The number of quads in all graphs."""
        return sum(one.quads for one in self.graphs.values())

    def write(self, path: Path) -> None:
        """Write the manifest as JSON; the same content gives the same bytes."""
        content = {"format": FORMAT, **asdict(self)}
        path.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a manifest; raises ``StoreError`` where it is missing or not as it should be."""
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            if content["format"] != FORMAT:
                message = (
                    f"{path}: store format {content['format']}; expected {FORMAT}. "
                    "Build the store anew"
                )
                raise StoreError(message)
            graphs = {name: GraphState(**state) for name, state in content["graphs"].items()}
            return cls(graphs, content["about"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            message = f"{path}: a broken store ({error!r}); remove the folder and build it anew"
            raise StoreError(message) from None


def live(folder: Path) -> Path:
    """Find the live generation; raises ``StoreError`` where there is none."""
    try:
        name = (folder / "current").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        what = "not a store" if folder.exists() else "no such store"
        message = f"{folder}: {what}; make one with 'standpunkt build PATH --store {folder}'"
        raise StoreError(message) from None
    except (OSError, UnicodeDecodeError) as error:
        message = f"{folder}: not a store ({error}); name the folder that a build has made"
        raise StoreError(message) from None
    if not name.startswith(GENERATION) or not (folder / name).is_dir():
        message = f"{folder}: a broken store ('current' names '{name}'); remove it and build anew"
        raise StoreError(message)
    return folder / name


def hold(folder: Path) -> tuple[Path, int]:
    """Find the live generation and mark it as being read, while it still is the live one.

    Gives its folder and the open file whose closing ends the mark.
    """
    while True:
        generation = live(folder)
        try:
            in_use = os.open(generation / IN_USE, os.O_RDONLY)
        except OSError as error:
            if generation == live(folder):
                message = f"{folder}: a broken store ({error}); remove it and build anew"
                raise StoreError(message) from None
            continue
        fcntl.flock(in_use, fcntl.LOCK_SH)
        if generation == live(folder):
            return generation, in_use
        os.close(in_use)


def is_read(generation: Path) -> bool:
    """Tell whether somebody reads a generation."""
    try:
        with (generation / IN_USE).open("rb") as in_use:
            fcntl.flock(in_use, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def lock(folder: Path) -> IO[bytes]:
    """Take the writer's lock, which goes with the process even where it is killed."""
    if folder.exists() and not folder.is_dir():
        message = f"{folder}: a file; expected a folder for the store. Name another one"
        raise StoreError(message)
    foreign = folder.exists() and any(folder.iterdir()) and not (folder / "lock").exists()
    if foreign:
        message = f"{folder}: not empty and not a store; name another folder"
        raise StoreError(message)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / "lock").open("ab")
    except OSError as error:
        message = f"{folder}: cannot write there ({error.strerror}); name another folder"
        raise StoreError(message) from None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        message = f"{folder}: somebody else is writing to this store; wait until they are done"
        raise StoreError(message) from None
    return file


def next_number(folder: Path) -> int:
    """Give the number of the next generation."""
    numbers = [0]
    for path in folder.glob(f"{GENERATION}*"):
        with suppress(ValueError):
            numbers.append(int(path.name.removeprefix(GENERATION)))
    return max(numbers) + 1


def swap(folder: Path, name: str) -> None:
    """Make a generation the live one, in one step."""
    aside = folder / "current.new"
    with aside.open("w", encoding="utf-8") as file:
        file.write(name + "\n")
        file.flush()
        os.fsync(file.fileno())
    aside.replace(folder / "current")
