"""PDFs with words at exact places, as reportlab paints them."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfgen.canvas import Canvas

from standpunkt.sources import pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.sources.content import Content

PATH = Path("mote.pdf")
TOP = 780
LINE = 14


@dataclass(frozen=True)
class Text:
    """Words on one line, from a place on the page in points; the origin is its lower left."""

    x: float
    y: float
    words: str
    size: float = 11
    bold: bool = False


def column(x: float, y: float, *lines: str, size: float = 11, step: float = LINE) -> list[Text]:
    """Lines under each other; an empty one is a gap."""
    return [Text(x, y - step * n, line, size) for n, line in enumerate(lines) if line]


def wrapped(words: str, width: float = 360) -> list[str]:
    """The lines of a paragraph that is so many points wide."""
    lines: list[str] = simpleSplit(words, "Helvetica", 11, width)
    return lines


def write(pages: Sequence[Sequence[Text]], *, password: str | None = None) -> bytes:
    """A PDF with these words on its pages; a page without words is empty."""
    stream = BytesIO()
    encrypt = StandardEncryption(password) if password is not None else None
    canvas = Canvas(stream, encrypt=encrypt, invariant=1)
    for page in pages:
        for text in page:
            canvas.setFont("Helvetica-Bold" if text.bold else "Helvetica", text.size)
            canvas.drawString(text.x, text.y, text.words)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def scan(pages: int = 1) -> bytes:
    """A PDF whose pages are pictures."""
    stream, picture = BytesIO(), BytesIO()
    Image.new("L", (200, 280), 240).save(picture, "PNG")
    canvas = Canvas(stream, invariant=1)
    for _ in range(pages):
        canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def read(*pages: Sequence[Text]) -> Content:
    """The running text of these pages."""
    return pdf.read(write(pages), PATH)


def text(*pages: Sequence[Text]) -> str:
    """The words of the running text of these pages."""
    return read(*pages).text
