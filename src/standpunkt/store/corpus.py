"""The build: from source files to the graph on disk.

In go paths of files and folders, and a function that reads one file; out comes a store in which
each document is one named graph, and a report of what happened to each. A folder is mirrored: a
document that has gone from it goes from the store. A file is added, or takes the place of the
document of its key. What has not changed is not touched, a document that cannot be read keeps
its old graph and does not stop the others, and either the whole change is made or none.

The documents are read by as many processes as are asked for; the result is the same for any
number.
"""

from __future__ import annotations

import re
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from standpunkt.describe import BASE, Iris, describe, describe_ontology, describe_registers
from standpunkt.describe.provenance import load_provenance
from standpunkt.errors import StandpunktError, StoreError
from standpunkt.resolve.attested import attested
from standpunkt.resolve.judgements import load_judgements
from standpunkt.resolve.registers import load_registers
from standpunkt.resources import resource
from standpunkt.sources.files import find_sources
from standpunkt.store.graph import Writer
from standpunkt.store.people import Census
from standpunkt.store.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from standpunkt.model import Finding, Reading
    from standpunkt.resolve.persons import Attestation
    from standpunkt.resolve.registers import Registers
    from standpunkt.sources.files import SourceFile

Status = Literal["added", "replaced", "unchanged", "removed", "failed"]

_BASE_LINE = re.compile(r"VALUES\s+\?base\s*\{[^}]*\}")


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What a build did with one document; ``message`` says why it failed."""

    key: str
    name: str
    status: Status
    statements: int = 0
    quads: int = 0
    findings: tuple[Finding, ...] = ()
    message: str | None = None


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: document by document in the order of their names, then what is gone.

    ``stored`` and ``quads`` count the documents and the quads of the whole store afterwards.
    """

    documents: tuple[DocumentReport, ...]
    stored: int
    quads: int

    def count(self, status: Status) -> int:
        """Count the documents that met with ``status``."""
        return sum(one.status == status for one in self.documents)

    @property
    def statements(self) -> int:
        """The number of statements in the documents that were read."""
        return sum(one.statements for one in self.documents)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of the documents."""
        return tuple(finding for one in self.documents for finding in one.findings)


@dataclass(frozen=True, slots=True)
class _Described:
    """A document as a worker hands it back: text, not objects."""

    nquads: str = ""
    statements: int = 0
    findings: tuple[Finding, ...] = ()
    people: tuple[Attestation, ...] = ()
    error: str | None = None


@dataclass(slots=True)
class _Change:
    """The reports of a build on its way, and what the store's manifest notes of documents."""

    noted: dict[str, dict[str, str]]
    reports: list[DocumentReport] = field(default_factory=list)

    def gone(self, paths: Sequence[Path], sources: Sequence[SourceFile]) -> list[str]:
        """The keys of documents that came from one of the folders and are no longer in it."""
        here = {source.key for source in sources}
        folders = [path.resolve() for path in paths if path.is_dir()]
        return [
            key
            for key, note in sorted(self.noted.items())
            if key not in here and any(Path(note["path"]).is_relative_to(one) for one in folders)
        ]


def build(
    paths: Sequence[Path],
    store: Path,
    *,
    read: Callable[[Path], Reading],
    jobs: int = 1,
    base: str = BASE,
    decisions: Path | None = None,
    vocabulary: Path | None = None,
    notes: Mapping[str, str] | None = None,
    progress: Callable[[int, int, str], None] | None = None,
) -> BuildReport:
    """Bring a store up to date with source files, folders, or both.

    The persons on all lists are joined, those of documents that the store has already among them;
    ``decisions`` is the folder of people's judgements, if any.

    ``read`` is called in other processes where ``jobs`` is above 1, so it has to be a function
    of a module. ``vocabulary`` is the SKOS file whose concepts ``read`` takes for topics, where
    they are not those of the register. ``notes`` go into the store's manifest, for whoever builds
    it again. ``progress`` is told the number of documents done, the number of all, and the name of
    the last one.

    Raises ``SourceError`` where there is nothing to build, ``StoreError`` where the store is
    broken, somebody else writes to it, or it would hold documents of two vocabularies;
    ``DataError`` where a register, the vocabulary, the ontology or a rule is not as it should be.
    A single document that cannot be read is reported only.
    """
    sources = find_sources(paths)
    iris = Iris(base)
    registers = load_registers(vocabulary=vocabulary)
    work = partial(_describe, read=read, base=base, vocabulary=vocabulary)
    results: list[_Described] = []
    judgements = load_judgements(decisions) if decisions else ()
    with Writer(store) as writer, _described(sources, work, jobs) as described, Spool() as spool:
        change = _Change(_noted(writer, base))
        for done, (source, result) in enumerate(zip(sources, described, strict=True), start=1):
            spool.keep(source.key, result.nquads)
            results.append(replace(result, nquads=""))
            if progress:
                progress(done, len(sources), source.path.name)
        gone = change.gone(paths, sources)
        read_now = {s.key: r.people for s, r in zip(sources, results, strict=True) if not r.error}
        census = Census(store, read_now, gone, judgements, iris)
        for source, result in zip(sources, results, strict=True):
            nquads = census.identified(source.key, spool.take(source.key))
            change.reports.append(_put(writer, iris, change, source, result, nquads))
        for graph, nquads in census.others():
            writer.replace(graph, nquads)
        _drop(writer, iris, change, gone)
        writer.replace(iris.graph_identities, census.nquads())
        topics = _topics_of(writer, change, vocabulary, registers)
        _put_background(writer, iris, registers)
        rules = _put_rules(writer, iris)
        own = {"base": base, "documents": change.noted, "rules": rules}
        writer.about = dict(notes or {}) | own | topics
        if not (change.noted or writer.manifest.graphs):
            writer.abandon()
    return BuildReport(tuple(change.reports), len(change.noted), writer.manifest.quads)


def _describe(
    source: SourceFile, read: Callable[[Path], Reading], base: str, vocabulary: Path | None
) -> _Described:
    """Read a document and write its graph; runs in a worker."""
    if source.refused:
        return _Described(error=source.refused)
    try:
        reading, registers = read(source.path), load_registers(vocabulary=vocabulary)
        nquads = describe(
            reading,
            registers,
            iris=Iris(base),
            provenance=load_provenance(source.path),
        )
    except StandpunktError as error:
        return _Described(error=str(error))
    findings = (*reading.document.findings, *reading.minutes.findings, *reading.findings)
    people = attested(reading.minutes, registers)
    return _Described(nquads, len(reading.statements), tuple(dict.fromkeys(findings)), people)


@contextmanager
def _described(
    sources: Sequence[SourceFile], work: Callable[[SourceFile], _Described], jobs: int
) -> Iterator[Iterable[_Described]]:
    """Describe documents in the order given, here or in other processes."""
    if jobs <= 1 or len(sources) <= 1:
        yield map(work, sources)
        return
    chunk = max(1, min(100, len(sources) // (4 * jobs)))
    with ProcessPoolExecutor(min(jobs, len(sources)), get_context("spawn")) as pool:
        yield pool.map(work, sources, chunksize=chunk)


def _noted(writer: Writer, base: str) -> dict[str, dict[str, str]]:
    """Give what the store notes of its documents, by their keys."""
    if (built := writer.about.get("base", base)) != base:
        message = (
            f"{writer.folder}: built with the base {built}, not {base}; "
            "keep that base or name another folder"
        )
        raise StoreError(message)
    return dict(writer.about.get("documents", {}))


def _put(
    writer: Writer, iris: Iris, change: _Change, source: SourceFile, result: _Described, nquads: str
) -> DocumentReport:
    """Put a document's graph in the store, and say what that changed."""
    name, known = source.path.name, source.key in change.noted
    if result.error:
        return DocumentReport(source.key, name, "failed", message=result.error)
    differs = writer.replace(iris.graph_document(source.key), nquads)
    change.noted[source.key] = {"name": name, "path": str(source.path.resolve())}
    status: Status = "unchanged" if not differs else "replaced" if known else "added"
    quads = nquads.count("\n")
    return DocumentReport(source.key, name, status, result.statements, quads, result.findings)


def _drop(writer: Writer, iris: Iris, change: _Change, gone: Sequence[str]) -> None:
    """Remove documents from the store."""
    for key in gone:
        name = change.noted.pop(key)["name"]
        writer.drop(iris.graph_document(key))
        change.reports.append(DocumentReport(key, name, "removed"))


def _topics_of(
    writer: Writer, change: _Change, vocabulary: Path | None, registers: Registers
) -> dict[str, dict[str, str]]:
    """Give what is noted of the vocabulary; a document of another one may not stay in the store."""
    before = writer.about.get("vocabulary", {})
    done = {one.key for one in change.reports if one.status != "failed"}
    kept = sorted(change.noted.keys() - done)
    if kept and before.get("sha256") != registers.vocabulary:
        message = (
            f"{writer.folder}: '{kept[0]}' has the topics of {before.get('path', 'the register')}, "
            f"not of {vocabulary or 'the register'}; build all documents anew with the same "
            "--vocabulary, or name another folder"
        )
        raise StoreError(message)
    if not (vocabulary and registers.vocabulary):
        return {}
    return {"vocabulary": {"path": str(vocabulary.resolve()), "sha256": registers.vocabulary}}


def _put_background(writer: Writer, iris: Iris, registers: Registers) -> None:
    """Put the ontology and the registers in the store."""
    writer.replace(iris.graph_ontology, describe_ontology(iris))
    for graph, nquads in describe_registers(registers, iris).items():
        writer.replace(graph, nquads)


def _put_rules(writer: Writer, iris: Iris) -> str:
    """Have the rules fill the graph of positions; give their digest."""
    files = sorted(resource("queries", "rules").glob("*.rq"))
    rules = [_with_base(path.read_text(encoding="utf-8"), iris.base) for path in files]
    writer.derive(iris.graph_positions, rules)
    return sha256("\0".join(rules).encode()).hexdigest()


def _with_base(rule: str, base: str) -> str:
    return _BASE_LINE.sub(lambda _: f'VALUES ?base {{ "{base}" }}', rule)
