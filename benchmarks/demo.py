"""What the reader finds of a made-up series: ``python -m benchmarks.demo [MEETINGS [SEED]]``.

Prints F1 of people, people with their bodies, statements and speakers, and what acts and stances
are right; with ``-v`` also each thing that was read otherwise than it was written.
"""

from __future__ import annotations

import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from standpunkt import pipeline
from standpunkt.demo import write
from standpunkt.demo.comparison import Found, compare
from standpunkt.resolve.registers import load_registers


def measure(path: Path, truth: dict[str, object]) -> Found:
    """Read one document and compare it with the truth."""
    return compare(pipeline.read(path), truth, load_registers())


def main(arguments: list[str]) -> None:
    """Make a series aside, read all of it, and print the figures."""
    numbers = [int(one) for one in arguments if one.isdigit()]
    meetings, seed, first = (*numbers, *(80, 1, 2003)[len(numbers) :])
    with TemporaryDirectory() as folder:
        series = write(Path(folder), meetings=meetings, seed=seed, first=first)
        paths = sorted(Path(folder).glob("*.txt"))
        with ProcessPoolExecutor() as pool:
            found = list(pool.map(partial(measure, truth=series.truth), paths))
    total = sum(found[1:], found[0])
    for name in ("people", "bodies", "statements", "speakers"):
        count = getattr(total, name)
        print(f"{name:<12} F1 {count.f1:.3f}  {count}")
    layouts: dict[str, Found] = {}
    for document, one in zip(series.documents, found, strict=True):
        layouts[document.layout] = (
            layouts[document.layout] + one if document.layout in layouts else one
        )
    for layout, one in layouts.items():
        print(
            f"  {layout:<12} people {one.people.f1:.3f}  bodies {one.bodies.f1:.3f}  "
            f"statements {one.statements.f1:.3f}  speakers {one.speakers.f1:.3f}"
        )
    if "-v" in arguments:
        for text, times in Counter(total.missed).most_common():
            print(f"{times:>4}  {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
