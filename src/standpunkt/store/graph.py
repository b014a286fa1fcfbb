"""The graph on disk: an Oxigraph store that is only ever seen whole.

A generation of a store (see :mod:`standpunkt.store.generations`) never changes once it is live.
Whoever writes makes a new one (empty, or a clone of the live one by hard links), puts the
changes in, and swaps it in by replacing one small file. So readers never see half a change and
never wait, and whatever fails on the way, even ``kill -9``, leaves the old generation as it was.
Old generations go when nobody reads them.
"""

from __future__ import annotations

import os
import shutil
import weakref
from contextlib import AbstractContextManager
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Self, TypeAlias

import pyoxigraph as ox

from standpunkt.errors import DataError, StoreError
from standpunkt.store.generations import (
    GENERATION,
    IN_USE,
    MANIFEST,
    QUADS,
    GraphState,
    Manifest,
    hold,
    is_read,
    live,
    lock,
    next_number,
    swap,
)
from standpunkt.store.merged import DEFAULT, add, merge, remove

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

Graph: TypeAlias = ox.NamedNode | ox.BlankNode | ox.DefaultGraph

BULK = 50_000
"""From this many quads on the bulk loader is faster than a transaction."""


class Store(AbstractContextManager["Store"]):
    """The live generation of a store, for reading; open one with :meth:`open`."""

    def __init__(self, quads: ox.Store, manifest: Manifest, in_use: int) -> None:
        self.quads = quads
        self.manifest = manifest
        self._release = weakref.finalize(self, os.close, in_use)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open a store for reading; what is written later is not seen.

        Raises ``StoreError`` where there is none, or where it is broken.
        """
        generation, in_use = hold(folder)
        try:
            quads = ox.Store.read_only(str(generation / QUADS))
            next(quads.quads_for_pattern(None, None, None, None), None)  # damage shows on reading
            return cls(quads, Manifest.read(generation / MANIFEST), in_use)
        except StoreError:
            os.close(in_use)
            raise
        except (OSError, RuntimeError) as error:  # Oxigraph tells of damaged files by either
            os.close(in_use)
            raise _broken(folder, error) from None

    def query(self, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Answer a SPARQL query; its default graph has every triple of all named graphs once.

        Raises ``SyntaxError`` where it is not SPARQL 1.1.
        """
        return self.quads.query(sparql)

    def dump_nquads(self) -> Iterator[str]:
        """Give the quads of all named graphs as N-Quads, in the order of their bytes."""
        ends = {name: f"{name} .\n".encode() for name in self.quads.named_graphs()}
        lines = [
            line.removesuffix(b".") + end
            for name, end in ends.items()
            for line in self.dump_ntriples(name)
        ]
        for line in sorted(lines):
            yield line.decode()

    def dump_ntriples(self, graph: Graph = DEFAULT) -> list[bytes]:
        """Give the triples of a named graph, or of all of them, as N-Triples, in order.

        The lines are without their ends; each triple is there once.
        """
        dump = self.quads.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph) or b""
        return sorted(line for line in dump.split(b"\n") if line)

    def dump_graph(self, name: str) -> str:
        """Give the lines of a named graph as N-Quads, in order, as they were built."""
        lines = self.dump_ntriples(ox.NamedNode(name))
        return "".join(f"{line.decode().removesuffix('.')}<{name}> .\n" for line in lines)

    def close(self) -> None:
        """Let the generation go, so that a later build may remove it."""
        self._release()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _broken(folder: Path, error: Exception) -> StoreError:
    reason = " ".join(str(error).split())
    return StoreError(f"{folder}: a broken store ({reason}); remove the folder and build it anew")


class Writer(AbstractContextManager["Writer"]):
    """One change to a store, as a ``with`` block: all of it or, if anything raises, none.

    ``manifest`` tells what the store holds before. A second writer is refused.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest = Manifest()
        self.about: dict[str, Any] = {}
        self.changed = False
        self._abandoned = False
        self._created = not folder.exists()
        self._live: Path | None = None
        self._replaced: dict[str, GraphState] = {}
        self._dropped: set[str] = set()
        self._rules: dict[str, tuple[str, ...]] = {}

    def __enter__(self) -> Self:
        self._lock = lock(self.folder)
        try:
            if (self.folder / "current").exists():
                self._live = live(self.folder)
                self.manifest = Manifest.read(self._live / MANIFEST)
                self.about = dict(self.manifest.about)
            self._prune()
            self._new = self.folder / f"{GENERATION}{next_number(self.folder):06d}"
            self._new.mkdir()
            self._changes = (self._new / "changes.nq").open("wb")
        except BaseException:
            self._lock.close()
            raise
        return self

    def replace(self, graph: str, nquads: str) -> bool:
        """Put a graph in the place of the one of the same name; tell whether they differ.

        ``nquads`` are the sorted lines of the graph, each with the graph's name.
        """
        data = nquads.encode()
        state = GraphState(data.count(b"\n"), sha256(data).hexdigest())
        if graph in self._replaced:
            message = f"graph <{graph}> is written twice in one change"
            raise ValueError(message)
        if self.manifest.graphs.get(graph) == state:
            return False
        self._changes.write(data)
        self._replaced[graph] = state
        return True

    def drop(self, graph: str) -> None:
        """Remove a graph."""
        if graph in self.manifest.graphs:
            self._dropped.add(graph)

    def derive(self, graph: str, rules: Iterable[str]) -> None:
        """Fill a graph with what CONSTRUCT queries give over all other graphs, after the change.

        ``about`` must tell of the rules, so that a change of theirs is noticed.
        """
        self._rules[graph] = tuple(rules)

    def abandon(self) -> None:
        """Leave the store as it was, whatever has been asked for."""
        self._abandoned = True

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._changes.close()
            if kind is None and self._differs() and not self._abandoned:
                self._commit()
        finally:
            if self._live != self._new:
                shutil.rmtree(self._new, ignore_errors=True)
            if self._live is None and self._created:
                shutil.rmtree(self.folder, ignore_errors=True)
            self._lock.close()

    def _differs(self) -> bool:
        about = self.about != self.manifest.about
        return self._live is None or about or bool(self._replaced or self._dropped)

    def _commit(self) -> None:
        graphs = {
            name: state
            for name, state in self.manifest.graphs.items()
            if name not in self._dropped and name not in self._replaced and name not in self._rules
        }
        quads = self._start(graphs)
        self._load(quads)
        derived = {graph: self._derive(quads, graph) for graph in self._rules}
        quads.flush()
        del quads  # closes the files
        self._changes_path.unlink()
        after = graphs | self._replaced | derived
        Manifest(dict(sorted(after.items())), self.about).write(self._new / MANIFEST)
        (self._new / IN_USE).touch()
        swap(self.folder, self._new.name)
        self._live = self._new
        self.manifest, self.changed = Manifest(after, self.about), True
        self._prune()

    @property
    def _changes_path(self) -> Path:
        return self._new / "changes.nq"

    def _start(self, kept: dict[str, GraphState]) -> ox.Store:
        """Open the new generation: empty, or a clone of the live one without what goes."""
        target = str(self._new / QUADS)
        if self._live is None or not kept:
            return ox.Store(target)
        ox.Store.read_only(str(self._live / QUADS)).backup(target)
        quads = ox.Store(target)
        gone = [ox.NamedNode(name) for name in self.manifest.graphs.keys() - kept.keys()]
        stay = sum(state.quads for state in kept.values())
        if stay < min(BULK, self.manifest.quads - stay):
            for name in gone:
                quads.remove_graph(name)
            return merge(quads)
        for name in gone:
            remove(quads, name)
        return quads

    def _load(self, quads: ox.Store) -> None:
        many = sum(state.quads for state in self._replaced.values()) >= BULK
        add(quads, self._changes_path, bulk=many or not quads)

    def _derive(self, quads: ox.Store, graph: str) -> GraphState:
        lines = _derived(quads, graph, self._rules[graph])
        path = self._new / "derived.nq"
        path.write_bytes(b"".join(lines))
        add(quads, path, bulk=len(lines) >= BULK)
        path.unlink()
        return GraphState(len(lines), sha256(b"".join(lines)).hexdigest())

    def _prune(self) -> None:
        """Remove the generations that are not live and that nobody reads."""
        for path in sorted(self.folder.glob(f"{GENERATION}*")):
            if path != self._live and not is_read(path):
                shutil.rmtree(path, ignore_errors=True)


def _derived(quads: ox.Store, graph: str, rules: Iterable[str]) -> list[bytes]:
    """Give the lines of N-Quads that rules make, in order."""
    name = ox.NamedNode(graph)
    found: set[ox.Quad] = set()
    for rule in rules:
        triples = quads.query(rule)
        if not isinstance(triples, ox.QueryTriples):
            message = f"a rule for <{graph}> is not a CONSTRUCT query; write it as one"
            raise DataError(message)
        found.update(ox.Quad(one.subject, one.predicate, one.object, name) for one in triples)
    if any(isinstance(term, ox.BlankNode) for one in found for term in (one.subject, one.object)):
        message = f"a rule for <{graph}> makes a node without an IRI; mint one with IRI(...)"
        raise DataError(message)
    return [f"{one} .\n".encode() for one in sorted(found, key=str)]
