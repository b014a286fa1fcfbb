"""Writes minutes as files of every format, as people's programs write them.

``Block`` is a paragraph, heading, list item or row of a table; a list of them is a document.
DOCX is written by python-docx, PDF is printed from HTML by Chromium, and ODT is the XML that
LibreOffice writes for such a document.
"""

from __future__ import annotations

import html
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

import docx

from standpunkt.lexicon import load_lexicon
from standpunkt.model import Document as Source
from standpunkt.parse.header import HeaderParser
from standpunkt.parse.layout import blocks_of, lines_of
from standpunkt.parse.people import PeopleParser
from standpunkt.resolve.registers import load_registers

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from standpunkt.model import Span

STYLE = """
body { font: 11pt/1.3 serif } p, ul, table { margin: 8pt 0 0 } td { padding: 0 5pt }
h2 { font-size: 12pt; margin: 8pt 0 0 } .tight { margin: 0 } ul { list-style: '•  ' }
"""


@dataclass(frozen=True)
class Block:
    """A paragraph; ``gap`` where there is space above it, ``cells`` where it is a row."""

    text: str
    gap: bool = True
    bullet: bool = False
    heading: bool = False

    @property
    def cells(self) -> list[str]:
        return self.text.split("\t")


def blocks(text: str, headings: Collection[Span] = ()) -> list[Block]:
    """The paragraphs of minutes as text, unwrapped; ``headings`` are the places of those."""
    source = Source("x", "x.txt", "text/plain", "", text, "")
    opens = _opener()
    found = []
    for block in blocks_of(lines_of(source), opens):
        rows = source.rows[block.span.start : block.span.end]
        joined = "\t".join(" ".join(cell.split()) for cell in rows.strip("\t |").split("\t"))
        heading = any(span.start == block.span.start for span in headings)
        found.append(Block(joined, block.after_blank, block.bullet and not heading, heading))
    return found


def _opener():
    lexicon = load_lexicon()
    return HeaderParser(lexicon, PeopleParser(lexicon, load_registers())).opens


def runs(found: Sequence[Block]) -> list[list[Block]]:
    """Blocks with the rows of one table, or the items of one list, together."""
    groups: list[list[Block]] = []
    for block in found:
        kind = (len(block.cells) > 1, block.bullet)
        before = groups[-1][-1] if groups else None
        same = before is not None and kind == (len(before.cells) > 1, before.bullet)
        if same and kind != (False, False) and not block.gap:
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def write_text(path: Path, found: Sequence[Block]) -> Path:
    lines: list[str] = []
    for block in found:
        lines += [""] if block.gap and lines else []
        lines.append(("• " if block.bullet else "") + block.text)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def write_html(path: Path, found: Sequence[Block], *, style: str = STYLE) -> Path:
    parts = []
    for group in runs(found):
        first = group[0]
        if len(first.cells) > 1:
            rows = "".join(
                "<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in one.cells) + "</tr>"
                for one in group
            )
            parts.append(f"<table>{rows}</table>")
        elif first.bullet:
            items = "".join(f"<li>{html.escape(one.text)}</li>" for one in group)
            parts.append(f"<ul>{items}</ul>")
        else:
            tight = "" if first.gap else " class=tight"
            tag = "h2" if first.heading else "p"
            parts.append(f"<{tag}{tight}>{html.escape(first.text)}</{tag}>")
    head = (
        f"<!doctype html><html lang=nb><meta charset=utf-8><title>x</title><style>{style}</style>"
    )
    path.write_text(f"{head}<body>{chr(10).join(parts)}</body></html>", encoding="utf-8")
    return path


def write_docx(path: Path, found: Sequence[Block]) -> Path:
    document = docx.Document()
    for group in runs(found):
        first = group[0]
        if len(first.cells) > 1:
            width = max(len(one.cells) for one in group)
            table = document.add_table(rows=len(group), cols=width)
            for row, one in zip(table.rows, group, strict=True):
                for cell, words in zip(row.cells, one.cells, strict=False):
                    cell.text = words
        elif first.bullet:
            for one in group:
                document.add_paragraph(one.text, style="List Bullet")
        else:
            style = "Heading 2" if first.heading else None
            paragraph = document.add_paragraph(first.text, style)
            paragraph.paragraph_format.space_after = 0
            if first.gap:
                paragraph.paragraph_format.space_before = docx.shared.Pt(10)
    document.save(str(path))
    return path


_ODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3">
<office:automatic-styles>
<style:style style:name="Apart" style:family="paragraph">
<style:paragraph-properties fo:margin-top="0.35cm"/></style:style>
<style:style style:name="Break" style:family="paragraph">
<style:paragraph-properties fo:break-before="page"/></style:style>
<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1"
 text:bullet-char="•"/></text:list-style>
<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1"
 style:num-suffix="." style:num-format="1"/><text:list-level-style-number text:level="2"
 style:num-suffix=")" style:num-format="a"/></text:list-style>
{styles}</office:automatic-styles>
<office:body><office:text>{body}</office:text></office:body></office:document-content>"""


def write_odt(path: Path, found: Sequence[Block]) -> Path:
    parts = []
    for group in runs(found):
        first = group[0]
        if len(first.cells) > 1:
            rows = "".join(
                "<table:table-row>"
                + "".join(f"<table:table-cell>{_odt(c)}</table:table-cell>" for c in one.cells)
                + "</table:table-row>"
                for one in group
            )
            parts.append(f"<table:table>{rows}</table:table>")
        elif first.bullet:
            items = "".join(f"<text:list-item>{_odt(b.text)}</text:list-item>" for b in group)
            parts.append(f'<text:list text:style-name="Bullets">{items}</text:list>')
        else:
            style = "Apart" if first.gap else "Standard"
            parts.append(_odt(first.text, style, "h" if first.heading else "p"))
    return odt(path, "".join(parts))


def odt(path: Path, body: str, *, styles: str = "") -> Path:
    """An OpenDocument text with the given XML as its body, and more among its styles."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", _ODT.format(body=body, styles=styles))
    return path


def _odt(words: str, style: str = "Standard", tag: str = "p") -> str:
    return f'<text:{tag} text:style-name="{style}">{html.escape(words)}</text:{tag}>'


def write_pdf(page, path: Path, found: Sequence[Block], *, style: str = STYLE, **options) -> Path:
    """Print minutes from a page of a browser."""
    markup = write_html(path.with_name(f"{path.stem}-print.html"), found, style=style)
    page.goto(markup.as_uri())
    markup.unlink()
    margins = dict.fromkeys(("top", "bottom", "left", "right"), "2cm")
    page.pdf(path=str(path), format="A4", margin=margins, **options)
    return path
