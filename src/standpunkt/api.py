"""The verbs of the command line as functions.

``import standpunkt`` gives them all, and loads what a verb needs when it is used:

>>> import standpunkt
>>> from tempfile import TemporaryDirectory
>>> minutes = standpunkt.minutes() / "2022-04-22_konsultasjonsmote-2.txt"

A document is read without a store. What is found says where it stands in the text:

>>> reading = standpunkt.read(minutes)
>>> len(reading.minutes.participants)
23
>>> first = reading.statements[0]
>>> first.speakers[0].name, first.act.value
('Sigbjørn Gjelsvik', 'procedural')
>>> reading.document.quote(first.span)
'Gjelsvik ønsket velkommen til konsultasjonsmøtet.'

A store holds the graph of many documents:

>>> folder = TemporaryDirectory()
>>> store = f"{folder.name}/store"
>>> report = standpunkt.build(minutes, store=store)
>>> report.count("added"), report.count("failed")
(1, 0)

It answers the questions of ``docs/questions.md``, and any other in SPARQL:

>>> answer = standpunkt.query("chairs", store=store, meeting="2022-04-22")
>>> [row[answer.variables.index("chairName")] for row in answer.rows()]
['Sigbjørn Gjelsvik', 'Ole Gustav Narud']
>>> bool(standpunkt.query("ASK { ?any a <https://w3id.org/standpunkt/ns#Meeting> }", store=store))
True

and becomes a network page, a file for others, and the object of checks:

>>> page = standpunkt.view("meeting", store=store, language="en")
>>> page.startswith("<!doctype html>")
True
>>> b"prov:wasDerivedFrom" in standpunkt.export("trig", store=store)
True
>>> {check.name: check for check in standpunkt.check(store=store)}["grounding"].passed
True
>>> folder.cleanup()

Every error that a user can mend is a :class:`standpunkt.errors.StandpunktError` of one line.
"""

# ruff: noqa: PLC0415 - each verb loads what it needs when it is used

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from standpunkt.errors import UsageError
from standpunkt.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from standpunkt.checks import CheckResult
    from standpunkt.evaluation import Evaluation
    from standpunkt.model import Reading
    from standpunkt.resolve.identity import Doubt
    from standpunkt.resolve.judgements import Judgement
    from standpunkt.resolve.known import KnownPerson
    from standpunkt.results import Result
    from standpunkt.reviewing import Agreement, Imported
    from standpunkt.store.corpus import BuildReport

Location: TypeAlias = Path | str
"""A file or a folder."""

HOST = "127.0.0.1"
PORT = 8000


def minutes() -> Path:
    """Give the folder of the minutes that come with Standpunkt."""
    return resource("data", "minutes")


def default_store() -> Path:
    """Give the store that is meant where none is named: ``STANDPUNKT_STORE`` or ``.standpunkt``."""
    return Path(os.environ.get("STANDPUNKT_STORE") or ".standpunkt")


def default_decisions() -> Path:
    """Give the folder of decisions that is meant where none is named.

    ``STANDPUNKT_DECISIONS``, or ``data/decisions`` beside the minutes that come along.
    """
    named = os.environ.get("STANDPUNKT_DECISIONS")
    return Path(named) if named else resource("data", "decisions")


def read(
    path: Location, *, decisions: Location | None = None, vocabulary: Location | None = None
) -> Reading:
    """Read one document: the meeting, who was there, the agenda, and who said what.

    What people have decided in the folder ``decisions`` stands on top. ``vocabulary`` is a SKOS
    file whose concepts are the topics, instead of the register's.

    Raises ``SourceError`` where it cannot be read as minutes, ``DataError`` where a decision is
    not as it should be, or the vocabulary is not RDF or has no concepts with labels in Norwegian.
    """
    from standpunkt import pipeline

    return pipeline.read(Path(path), _decisions(decisions), _file(vocabulary))


def build(
    paths: Location | Iterable[Location] | None = None,
    store: Location | None = None,
    *,
    decisions: Location | None = None,
    jobs: int = 1,
    vocabulary: Location | None = None,
    progress: Callable[[int, int, str], None] | None = None,
) -> BuildReport:
    """Bring a store up to date with files and folders; without any, with :func:`minutes`.

    What people have decided in the folder ``decisions`` stands on top of what is read, and
    persons are joined as they have judged. ``vocabulary`` is a SKOS file whose concepts are the
    topics, instead of the register's. ``jobs`` is the number of processes. ``progress`` is told the
    number of documents done, the number of all, and the name of the last one. A document that
    cannot be read is reported and does not stop the others.

    Raises ``SourceError`` where there is nothing to build, ``StoreError`` where the store is
    broken, in use, or holds other documents of another vocabulary, ``DataError`` where a decision
    is not as it should be, or the vocabulary is not RDF or has no concepts with labels in
    Norwegian.
    """
    from functools import partial

    from standpunkt import pipeline
    from standpunkt.review.decisions import load_decisions
    from standpunkt.store import corpus

    folder = _decisions(decisions)
    load_decisions(folder)
    return corpus.build(
        _several(paths),
        _path(store),
        read=partial(pipeline.read, decisions=folder, vocabulary=_file(vocabulary)),
        decisions=folder,
        jobs=jobs,
        vocabulary=_file(vocabulary),
        notes={"decisions": str(folder.resolve())},
        progress=progress,
    )


def doubts(
    store: Location | None = None, *, decisions: Location | None = None
) -> tuple[Doubt, ...]:
    """Find the pairs of persons that may be one, the surest first.

    Raises ``StoreError`` where there is no store, ``DataError`` where a decision is broken.
    """
    from standpunkt.resolve.judgements import load_judgements
    from standpunkt.store.people import doubts_of

    return doubts_of(_path(store), load_judgements(_decisions(decisions)))


def persons(
    store: Location | None = None, *, decisions: Location | None = None
) -> tuple[KnownPerson, ...]:
    """Find everybody in a store, as rows for the register of persons.

    Raises ``StoreError`` where there is no store, ``DataError`` where a decision is broken.
    """
    from standpunkt.resolve.judgements import load_judgements
    from standpunkt.store.people import known_in

    return known_in(_path(store), load_judgements(_decisions(decisions)))


def judge(
    pair: str,
    verdict: str,
    *,
    by: str,
    on: date,
    why: str = "",
    store: Location | None = None,
    decisions: Location | None = None,
) -> Judgement:
    """Record what somebody found of a doubtful pair (its id); the next build applies it.

    ``verdict`` is ``same``, ``different`` or ``unsure``. A pair that is judged already is judged
    anew. Raises ``UsageError`` where there is no such pair, ``DataError`` where the judgement
    contradicts another.
    """
    from standpunkt.resolve.judgements import record
    from standpunkt.store.people import doubts_of

    folder = default_decisions() if decisions is None else Path(decisions)
    asked = {one.id: one.pair for one in doubts_of(_path(store), ())}
    return record(folder, asked, pair, verdict, by=by, on=on, why=why)


def review_export(
    output: Location,
    paths: Location | Iterable[Location] | None = None,
    *,
    decisions: Location | None = None,
) -> int:
    """Write the coding sheet of minutes as ``.xlsx`` or ``.csv``; give its number of rows.

    Raises ``SourceError`` where a document cannot be read, ``UsageError`` where the sheet cannot
    be written.
    """
    from standpunkt import reviewing

    return reviewing.export_sheet(_several(paths), Path(output), _decisions(decisions))


def review_import(
    sheet: Location,
    paths: Location | Iterable[Location] | None = None,
    *,
    reviewer: str,
    on: date,
    decisions: Location | None = None,
) -> Imported:
    """Take what a coder has changed in a sheet into the file of decisions; all of it or nothing.

    Raises ``DataError`` with every row that is wrong, ``SourceError`` where a document cannot be
    read.
    """
    from standpunkt import reviewing

    folder = default_decisions() if decisions is None else Path(decisions)
    return reviewing.import_sheet(Path(sheet), _several(paths), folder, reviewer, on)


def review_agreement(one: Location, other: Location) -> Agreement:
    """Compare two coders, by their sheets or by their files or folders of decisions.

    Raises ``DataError`` where they are none, or not of the same minutes.
    """
    from standpunkt import reviewing

    return reviewing.agreement(Path(one), Path(other))


def evaluate(gold: Location, texts: Location | None = None) -> Evaluation:
    """Score the reading of the documents that the folder ``gold`` has gold files of.

    The texts are looked for beside the gold files, then in ``texts``, then in ``gold/../minutes``.

    The program is scored and not people's decisions, which are left out.

    Raises ``DataError`` where there are no gold files, ``SourceError`` where a text is missing.
    """
    from standpunkt import evaluation, pipeline

    aside = Path(texts) if texts else None
    return evaluation.evaluate(Path(gold), read=pipeline.extracted, texts=aside)


def query(
    asked: Location, /, *, store: Location | None = None, **parameters: str | Sequence[str]
) -> Result:
    """Ask a question by its name, a file with a query, or the text of a query.

    A ``str`` with spaces in it that does not end in ``.rq`` is the text of a query. A parameter
    that is not a name in Python is given as ``**{"from": "2022-01-01"}``.

    Raises ``UsageError`` where the name, a parameter, or the syntax is wrong.
    """
    from standpunkt import queries
    from standpunkt.store import Store

    with Store.open(_path(store)) as graph:
        text = isinstance(asked, str) and set(asked) & set("{ \n") and not asked.endswith(".rq")
        found = queries.read(str(asked)) if text else asked
        return queries.ask(graph.quads, found, parameters)


def view(
    name: str, /, *, store: Location | None = None, language: str = "nb", **parameters: str
) -> str:
    """Draw a network as an HTML page that needs nothing but itself.

    Raises ``UsageError`` where there is no such view, parameter, value or language.
    """
    from standpunkt import views
    from standpunkt.store import Store

    with Store.open(_path(store)) as graph:
        return views.render(graph.quads, name, parameters, language=language)


def export(form: str, /, *, store: Location | None = None) -> bytes:
    """Write the whole graph as ``nq``, ``trig``, ``ttl``, ``jsonld`` or ``rdfxml``.

    Raises ``UsageError`` where there is no such format.
    """
    from standpunkt import exports
    from standpunkt.store import Store

    out = io.BytesIO()
    with Store.open(_path(store)) as graph:
        exports.export(graph, form, out)
    return out.getvalue()


def check(
    *, store: Location | None = None, shapes: bool = False, deep: bool = False
) -> tuple[CheckResult, ...]:
    """Check the graph, and every quote against the documents that it was built from.

    ``shapes`` adds the SHACL shapes, ``deep`` a second build to compare with.
    """
    from standpunkt import inspection

    return inspection.inspect(_path(store), shapes=shapes, deep=deep)


def serve(*, store: Location | None = None, host: str = HOST, port: int = PORT) -> None:
    """Serve the explorer and the SPARQL endpoint on this machine until Ctrl-C.

    Raises ``StoreError`` where there is no store, ``UsageError`` where the port is taken.
    """
    from standpunkt import server

    server.serve(_path(store), host, port)


def _file(path: Location | None) -> Path | None:
    return None if path is None else Path(path)


def _several(paths: Location | Iterable[Location] | None) -> list[Path]:
    """Give the paths of minutes; of those that come along, where none is named."""
    if paths is None:
        paths = minutes()
    return [Path(one) for one in ([paths] if isinstance(paths, Path | str) else paths)]


def _path(store: Location | None) -> Path:
    return default_store() if store is None else Path(store)


def _decisions(folder: Location | None) -> Path:
    """Give the folder of decisions; one that is named must be there."""
    if folder is None:
        return default_decisions()
    if not Path(folder).is_dir():
        message = f"{folder}: no such folder of decisions; name the folder that holds them"
        raise UsageError(message)
    return Path(folder)
