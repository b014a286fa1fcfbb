"""PDF: pages of words with places become running text.

A PDF knows where each character is painted and nothing of lines, columns or paragraphs; those
are found by geometry in ``pages.py``. Here the engine (PDFium) is asked for the words of each
page. A PDF without text is a scan, and is refused with what to do.
"""

from __future__ import annotations

import ctypes
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from standpunkt.errors import SourceError
from standpunkt.sources.content import Note
from standpunkt.sources.pages import Word, running_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from standpunkt.sources.content import Content

SUFFIXES = {".pdf": "application/pdf"}

MAX_PAGES = 1000
"""Longer documents are refused: minutes have seldom more than a hundred pages."""
_MAX_CHARACTERS = 200_000
"""A page with more characters than this holds no minutes; none has a twentieth of it."""
_HYPHENS = {0x02, 0xFFFE, 0xAD}
"""What PDFium gives for a hyphen at the end of a line, and the soft hyphen."""


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
    count = min(pdfium.FPDFText_CountChars(text), _MAX_CHARACTERS)
    start = 0
    letters: list[str] = []
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in _HYPHENS:
            if letters:
                yield _word(text, start, index, [*letters, "-"], hyphen=True)
            letters = []
            continue
        char = chr(code)
        if char.isspace() or not code:
            if letters:
                yield _word(text, start, index - 1, letters)
            letters = []
            continue
        if not letters:
            start = index
        letters.append(char)
    if letters:
        yield _word(text, start, count - 1, letters)


def _word(
    text: pdfium.FPDF_TEXTPAGE, first: int, last: int, letters: list[str], *, hyphen: bool = False
) -> Word:
    # The letters of a ligature have small boxes, so neither end is trusted alone.
    ends = _box(text, first), _box(text, last)
    return Word(
        text="".join(letters),
        left=min(box.left for box in ends),
        right=max(box.right for box in ends),
        bottom=min(box.bottom for box in ends),
        top=max(box.top for box in ends),
        hyphen=hyphen,
        bold=_is_bold(text, first),
    )


def _is_bold(text: pdfium.FPDF_TEXTPAGE, index: int) -> bool:
    """True where the name of a character's font says so; weights are not to be trusted."""
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(text, index, name, 128, None)
    return b"bold" in name.value.lower()


def _box(text: pdfium.FPDF_TEXTPAGE, index: int) -> pdfium.FS_RECTF:
    """The place of a character: as high as its font, as wide as its advance."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box))
    return box
