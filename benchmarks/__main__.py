"""Print the speed tables: ``python -m benchmarks``.

Every row times two things in turn, several times, and prints their medians and the ratio; the
machine's mood hits both. Nothing is asserted.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pyoxigraph as ox
import rdflib
from rich.console import Console
from rich.table import Table

import standpunkt
from benchmarks import reading
from benchmarks.timing import ROUNDS, median
from standpunkt import pipeline
from standpunkt.describe import describe
from standpunkt.queries import questions
from standpunkt.resolve.registers import load_registers
from standpunkt.resources import resource
from standpunkt.results import answer
from standpunkt.store import Store

COPIES = 20
"""How often the sample is put into the graph of the loading rows."""


def main() -> None:
    """Measure and print."""
    console = Console()
    table = Table(title=f"The graph: medians of {ROUNDS}, in milliseconds")
    for heading in ("what", "Standpunkt", "beside", "ms", "ratio"):
        table.add_column(heading, justify="left" if heading in {"what", "beside"} else "right")
    source = next(resource("data", "minutes").glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        console.print(reading.table(Path(folder)))
        for row in (*loading(source, Path(folder)), *asking(Path(folder))):
            what, ours, beside, theirs = row
            ratio = f"{ours / theirs:.2f}"
            table.add_row(what, f"{ours * 1000:.1f}", beside, f"{theirs * 1000:.1f}", ratio)
    console.print(table)


def loading(source: Path, folder: Path) -> list[tuple[str, float, str, float]]:
    """Readings to a queryable store, beside the engine's bulk loader and rdflib."""
    result = pipeline.read(source)
    registers = load_registers()
    nquads = [
        describe(result, registers).replace("2022-04-22_konsultasjonsmote-2", f"copy-{number}")
        for number in range(COPIES)
    ]
    ready = "".join(nquads).encode()

    def ours() -> None:
        texts = [describe(result, registers) for _ in range(COPIES)]
        ox.Store().bulk_load("".join(texts).encode(), format=ox.RdfFormat.N_QUADS)

    def bulk() -> None:
        ox.Store().bulk_load(ready, format=ox.RdfFormat.N_QUADS)

    def with_rdflib() -> None:
        rdflib.Dataset().parse(data=ready.decode(), format="nquads")

    load = median(ours)
    (folder / "minutes").mkdir()
    what = f"describe and load {COPIES} readings"
    return [
        (what, load, "bulk_load of a ready file", median(bulk)),
        (what, load, "rdflib", median(with_rdflib)),
    ]


def asking(folder: Path) -> list[tuple[str, float, str, float]]:
    """All questions through the API, beside the same queries on the bare engine."""
    store = folder / "store"
    standpunkt.build(store=store)
    with Store.open(store) as opened:
        texts = [question.text for question in questions()]

        def raw() -> None:
            for text in texts:
                answer(opened.quads, text).rows()

        def ours() -> None:
            for question in questions():
                standpunkt.query(question.name, store=store)

        what = f"{len(texts)} questions, opening and binding included"
        return [(what, median(ours), "bare engine", median(raw))]


main()
