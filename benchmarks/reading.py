"""Reading minutes, in pages a second, beside the floor that a part of the work sets alone.

The texts are all coded minutes of the tests and the real ones; the PDFs are the same texts, set
in one font. A page is 2,500 characters, in every format.
"""

from __future__ import annotations

import re
import textwrap
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pypdfium2
import simplemma
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from rich.table import Table

from benchmarks.timing import ROUNDS, median
from standpunkt import pipeline
from standpunkt.resources import resource, root
from standpunkt.sources import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = 2500
"""Characters that count as a page."""
ROUND = 2
"""How often the texts are read in one measurement."""


def table(folder: Path) -> Table:
    """Measure, and make the table."""
    found = Table(title=f"Reading: pages of {PAGE:,} characters a second, medians of {ROUNDS}")
    for heading in ("what", "pages/s", "beside", "pages/s", "ratio"):
        found.add_column(heading, justify="left" if heading in {"what", "beside"} else "right")
    texts = [*resource("data", "minutes").glob("*.txt"), *_coded()]
    pdfs = [_printed(path, folder) for path in texts]
    lemmas, engine = speed(texts, _lemmatise), speed(texts, partial(_extract, folder))
    for what, ours, beside, theirs in (
        ("text, one process", speed(texts, pipeline.read), "simplemma alone", lemmas),
        ("text, two processes", speed(texts, pipeline.read, jobs=2), "simplemma alone", lemmas),
        ("PDF to running text", speed(pdfs, load), "pypdfium2 alone", engine),
        ("PDF, one process", speed(pdfs, pipeline.read), "pypdfium2 alone", engine),
    ):
        found.add_row(what, f"{ours:.0f}", beside, f"{theirs:.0f}", f"{ours / theirs:.2f}")
    return found


def speed(paths: list[Path], work: Callable[[Path], object], jobs: int = 1) -> float:
    """Pages a second; with more jobs the start of the processes counts too."""
    pages = ROUND * sum(len(load(path).text) for path in paths) / PAGE
    todo = paths * ROUND

    def here() -> None:
        for path in todo:
            work(path)

    def there() -> None:
        with ProcessPoolExecutor(jobs, mp_context=get_context("fork")) as pool:
            list(pool.map(partial(_done, work), todo, chunksize=8))

    here()  # loads what a long run loads once
    return pages / median(here if jobs == 1 else there)


def _done(work: Callable[[Path], object], path: Path) -> None:
    work(path)


def _coded() -> list[Path]:
    return sorted((root() / "tests" / "development").glob("*.txt"))


def _lemmatise(path: Path) -> None:
    for word in re.findall(r"\w+", path.read_text(encoding="utf-8")):
        simplemma.lemmatize(word, lang=("nb", "nn"))


def _extract(folder: Path, path: Path) -> None:
    with pypdfium2.PdfDocument(folder / f"{path.stem}.pdf") as document:
        for page in document:
            page.get_textpage().get_text_range()


def _printed(path: Path, folder: Path) -> Path:
    """A PDF with the lines of a text, wrapped where they are too long for the page."""
    target = folder / f"{path.stem}.pdf"
    canvas = Canvas(str(target), pagesize=A4)
    whole = path.read_text(encoding="utf-8").splitlines()
    lines = [piece for line in whole for piece in textwrap.wrap(line, 110) or [""]]
    for start in range(0, len(lines), 60):
        text = canvas.beginText(40, 800)
        text.setFont("Helvetica", 8)
        text.textLines(lines[start : start + 60])
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return target
