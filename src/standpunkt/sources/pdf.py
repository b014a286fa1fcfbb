"""PDF: pages of words with places become running text.

A PDF knows where each character is painted and nothing of lines, columns or paragraphs; those
are found by geometry in ``pages.py``. Here the engine (PDFium) is asked for the words of each
page. A PDF without text is a scan, and is refused with what to do.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from standpunkt.errors import SourceError
from standpunkt.sources.content import Note
from standpunkt.sources.pages import running_text
from standpunkt.sources.rows import Word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from standpunkt.sources.content import Content

SUFFIXES = {".pdf": "application/pdf"}

MAX_PAGES = 1000
"""Longer documents are refused: minutes have seldom more than a hundred pages."""
_MAX_CHARACTERS = 200_000
"""A page with more characters than this holds no minutes; none has a twentieth of it."""
_RUN = re.compile(r"(?P<letters>[^\s\0\x02\ufffe\xad]+)[\x02\ufffe\xad]?")
"""A word, and the hyphen after it as PDFium gives it at the end of a line, or the soft hyphen."""


def read(data: bytes, path: Path) -> Content:
    """The running text of a PDF.

    Raises :class:`~standpunkt.errors.SourceError` where it is encrypted, damaged or a scan.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise SourceError(_refusal(path, error)) from error
    try:
        if len(document) > MAX_PAGES:
            msg = f"{path}: {len(document):,} pages; expected at most {MAX_PAGES:,}. "
            raise SourceError(msg + "Split it by meeting.")
        pages = [_page(document, number, path) for number in range(len(document))]
    finally:
        document.close()
    empty = [number for number, words in enumerate(pages, start=1) if not words]
    if len(empty) == len(pages):
        msg = (
            f"{path}: no text on any of its {len(pages)} pages; expected a PDF with text, and "
            "this looks like a scan. Recognise its text first, for example with "
            "'ocrmypdf -l nor scan.pdf text.pdf', and read the result."
        )
        raise SourceError(msg)
    content = running_text(pages)
    remark = "no text on the page; expected text. Recognise its text, or ignore an empty page"
    starts = content.page_starts
    notes = [Note("page-without-text", starts[page - 1], remark, page) for page in empty]
    return replace(content, notes=tuple(notes))


def _refusal(path: Path, error: pypdfium2.PdfiumError) -> str:
    if error.err_code == pdfium.FPDF_ERR_PASSWORD:
        return f"{path}: encrypted; expected a PDF that opens without a password. Save a copy."
    return (
        f"{path}: {error}; expected a whole PDF. The file is damaged or cut off; "
        "fetch it again, or print it to a new PDF."
    )


def _page(document: pypdfium2.PdfDocument, number: int, path: Path) -> list[Word]:
    """The words of a page, in the order in which they are painted."""
    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        msg = f"{path}, page {number + 1}: {error}; expected a page that can be shown. "
        raise SourceError(msg + "The file is damaged; print it to a new PDF.") from error
    try:
        return list(_words(text.raw))
    finally:
        text.close()
        page.close()


def _words(text: pdfium.FPDF_TEXTPAGE) -> Iterator[Word]:
    """The runs of characters between white space, each with the box around it."""
    place = _Place(text)
    for run in _RUN.finditer(_characters(text)):
        first, last = run.start(), run.end() - 1
        hyphen = run.end("letters") <= last
        yield Word(
            run["letters"] + "-" * hyphen,
            *place.box(first, last),
            hyphen,
            place.is_bold(first),
        )


def _characters(text: pdfium.FPDF_TEXTPAGE) -> str:
    """The characters of a page, each at its index; white space where the engine has none."""
    count = min(pdfium.FPDFText_CountChars(text), _MAX_CHARACTERS)
    units = (ctypes.c_ushort * (count + 1))()
    given = pdfium.FPDFText_GetText(text, 0, count, units)
    if given == count + 1:
        return "".join(map(chr, units[:count]))
    # The engine left some out, so that the indices of the others are not to be trusted.
    return "".join(chr(pdfium.FPDFText_GetUnicode(text, index)) for index in range(count))


class _Place:
    """Asks where characters are and how they look; what the engine writes into is used again."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE) -> None:
        self._text = text
        boxes = (pdfium.FS_RECTF * 2)()
        self._first, self._last = map(ctypes.byref, boxes)
        self._numbers = (ctypes.c_float * 8).from_buffer(boxes)
        self._font = ctypes.create_string_buffer(128)

    def box(self, first: int, last: int) -> tuple[float, float, float, float]:
        """The place of a word: as high as its font, as wide as its advance."""
        # The letters of a ligature have small boxes, so neither end is trusted alone.
        pdfium.FPDFText_GetLooseCharBox(self._text, first, self._first)
        pdfium.FPDFText_GetLooseCharBox(self._text, last, self._last)
        left, top, right, bottom, left_too, top_too, right_too, bottom_too = self._numbers[:]
        return (
            left if left < left_too else left_too,
            right if right > right_too else right_too,
            bottom if bottom < bottom_too else bottom_too,
            top if top > top_too else top_too,
        )

    def is_bold(self, index: int) -> bool:
        """True where the name of a character's font says so; weights are not to be trusted."""
        self._font[0] = b"\0"
        pdfium.FPDFText_GetFontInfo(self._text, index, self._font, 128, None)
        return b"bold" in self._font.value.lower()
