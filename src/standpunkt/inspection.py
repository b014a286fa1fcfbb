"""A store inspected from outside: against the documents that it was built from.

``checks.py`` asks the graph; this module knows where the texts are that it needs, and can go
further and build everything a second time to see that the same comes out.
"""

from __future__ import annotations

from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from standpunkt import pipeline
from standpunkt.checks import CheckResult, run_checks
from standpunkt.errors import DataError, SourceError
from standpunkt.sources import load
from standpunkt.store import Store, corpus

if TYPE_CHECKING:
    from standpunkt.checks import TextOf
    from standpunkt.store.generations import Manifest

_MERGED = "the default graph"


def inspect(folder: Path, *, shapes: bool = False, deep: bool = False) -> tuple[CheckResult, ...]:
    """Run all checks on a store; with ``deep`` also on what a second build makes of its sources.

    Raises ``StoreError`` where there is no store, or where it is broken.
    """
    with Store.open(folder) as store:
        results = run_checks(store.quads, shapes=shapes, text_of=texts(store.manifest))
        if deep:
            results += (integrity(store), reproduction(store.manifest))
    return results


def texts(manifest: Manifest) -> TextOf:
    """Find the text of a document by its name, in the file that it was built from."""
    paths = {one["name"]: Path(one["path"]) for one in _documents(manifest)}

    @cache
    def text_of(name: str) -> str | None:
        try:
            return load(paths[name]).text if name in paths else None
        except SourceError:
            return None

    return text_of


def integrity(store: Store) -> CheckResult:
    """Compare each graph of the store with the digest that was noted when it was built.

    The default graph, which queries ask, is compared with the triples of all the others.
    """
    found: dict[str, list[str]] = {name: [] for name in store.manifest.graphs}
    triples: set[bytes] = set()
    for line in store.dump_nquads():
        triple, _, graph = line.rpartition(" <")
        found.setdefault(graph.removesuffix("> .\n"), []).append(line)
        triples.add(f"{triple} .".encode())
    digests = {name: _digest("".join(lines).encode()) for name, lines in found.items()}
    digests[_MERGED] = _digest(b"\n".join(store.dump_ntriples()))
    noted = _digests(store.manifest) | {_MERGED: _digest(b"\n".join(sorted(triples)))}
    return _compared("integrity", noted, digests, "each graph is as it was built")


def reproduction(manifest: Manifest) -> CheckResult:
    """Build everything anew from the same sources and compare the graphs, to the letter."""
    rule = "a second build gives the same graphs"
    paths = [Path(one["path"]) for one in _documents(manifest)]
    if not paths:
        return _compared("reproduction", {}, {}, rule)
    with TemporaryDirectory(prefix="standpunkt-") as aside:
        again = Path(aside) / "store"
        try:
            report = _build_again(paths, again, manifest)
        except DataError as error:
            return CheckResult("reproduction", False, 1, f"cannot be built: {error}")
        unread = [one.message for one in report.documents if one.message]
        if unread:
            return CheckResult("reproduction", False, len(unread), f"cannot be built: {unread[0]}")
        with Store.open(again) as store:
            return _compared("reproduction", _digests(manifest), _digests(store.manifest), rule)


def _build_again(paths: list[Path], store: Path, manifest: Manifest) -> corpus.BuildReport:
    about = manifest.about
    vocabulary = Path(about["vocabulary"]["path"]) if "vocabulary" in about else None
    decisions = Path(about["decisions"]) if "decisions" in about else None
    return corpus.build(
        paths,
        store,
        read=partial(pipeline.read, decisions=decisions, vocabulary=vocabulary),
        base=about["base"],
        decisions=decisions,
        vocabulary=vocabulary,
    )


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _digests(manifest: Manifest) -> dict[str, str]:
    return {name: state.sha256 for name, state in manifest.graphs.items()}


def _documents(manifest: Manifest) -> list[dict[str, str]]:
    return list(manifest.about.get("documents", {}).values())


def _compared(name: str, expected: dict[str, str], found: dict[str, str], rule: str) -> CheckResult:
    wrong = sorted(
        graph for graph in expected.keys() | found.keys() if expected.get(graph) != found.get(graph)
    )
    message = f"{len(wrong)} wrong; {', '.join(wrong[:3])}; build it anew" if wrong else rule
    return CheckResult(name, not wrong, len(wrong), message)
