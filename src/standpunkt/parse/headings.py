"""Headings by their form: a number, capitals, or a short line of its own; and their levels.

Levels follow form, not number: numbering restarts inside an item. In: blocks. Out: ``Heading``
objects, and items with whole numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpunkt.lexicon import words_pattern
from standpunkt.model import AgendaItem, Span
from standpunkt.parse.layout import Block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from standpunkt.lexicon import Lexicon

_TITLE_MAX = 160
_BARE_MAX = 90
_PLAIN = frozenset({"SAK", "PKT", "PUNKT", "AD", "TEMA", "POST"})
"""Words before a number that are no part of it, unlike "PS 12/06"."""
_DOTTED = re.compile(
    r"(?P<number>\d+(?:\.\d+)*)(?:[.)]?(?:\s*[:–-])?\s+|[.)](?=[A-ZÆØÅ]))(?P<title>\S.*)$"
)
_ROMAN = re.compile(r"(?P<number>[IVX]{1,5})(?:[.):]|\s*[–-]|\s\s)\s*(?P<title>[A-ZÆØÅ«].*)$")
_CODE = re.compile(r"(?P<word>[A-ZÆØÅ]{2,4})\s(?P<number>\d+/\d+)\s*[:.–-]?\s*(?P<title>.*)$")
"""A case of a body with letters of its own: "FR 1/14"."""
_CASE = re.compile(r"(?P<number>\d+/\d+)\s*[:.–-]?\s*(?P<title>.*)$")
_LETTER = re.compile(r"(?P<number>[A-Za-zÆØÅ])[.)]\s+(?P<title>[A-ZÆØÅ«0-9].*)$")
_BLOCK_LABEL = re.compile(r"(?P<label>[^:]{3,90}):\s*(?P<rest>.*)$")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_FROM = re.compile(r"\s+(?:fra|frå|ved|v/|fremmet av|frå)\s*\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A block that may be a heading: its number as printed, its title, its form.

    ``worded`` where a word stands before the number: "Sak 1".
    """

    number: str | None
    title: str
    capitals: bool
    block: Block
    prefix: str = ""
    worded: bool = False

    @property
    def is_letter(self) -> bool:
        """True for "a)"; false for a Roman number."""
        number = self.number or ""
        return number.isalpha() and not set(number) <= set("IVX")

    @property
    def ends_in_colon(self) -> bool:
        """True for a heading such as "Skole:"."""
        return self.block.lines[-1].text.endswith(":")


class Headings:
    """Knows headings, and the labels of blocks inside items."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = sorted(map(re.escape, lexicon.labels["agenda"]["item"]), key=len, reverse=True)
        before = "|".join(map(re.escape, lexicon.labels["agenda"]["before"]))
        self._item = re.compile(
            rf"(?:(?:{before})\.?\s+)?(?P<word>{'|'.join(words)})\s*"
            r"(?P<number>\d{4}-\d+|\d+-(?:19|20)\d\d|\d+(?:[./]\d+)*)\s*[):.–-]?\s*(?P<title>.*)$",
            re.IGNORECASE,
        )
        self._blocks = lexicon.blocks
        self._moves = words_pattern(lexicon.labels["words"]["moves"])
        self._finite = lexicon.finite_words

    def of(self, block: Block) -> Heading | None:
        """The heading that a block may be, by its form."""
        text = block.text
        if len(text) > _TITLE_MAX or (block.bullet and not _CASE.match(text)):
            return None
        return self._numbered_heading(text, block) or self._plain_heading(text, block)

    def all(self, blocks: tuple[Block, ...]) -> dict[Span, Heading]:
        """The headings among some blocks, by their spans.

        A number that is missing in the counting may have a title that looks like a sentence.
        """
        found: dict[Span, Heading] = {}
        count = 0
        for block in blocks:
            heading = self.of(block) or self._loose_heading(block, count + 1)
            if heading is None:
                continue
            found[block.span] = heading
            if heading.number and heading.number.isdigit():
                count = int(heading.number)
        return found

    def _loose_heading(self, block: Block, number: int) -> Heading | None:
        """The next heading though it ends in a full stop or has a verb: alone, and short."""
        match = _DOTTED.match(block.text)
        if match is None or match["number"] != str(number):
            return None
        title = match["title"].strip()
        short = len(title) <= _BARE_MAX and len(block.lines) == 1
        clause = self._says_something(title) and title.endswith(".")
        if not (short and block.after_blank and title[0].isupper()) or clause:
            return None
        return Heading(match["number"], title, _is_capitals(title), block)

    def with_titles(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks, with a number alone on its line and the title below it as one."""
        joined: list[Block] = []
        for block in blocks:
            above = self.of(joined[-1]) if joined else None
            below = self.of(block)
            if above and above.number and not above.title and below and below.number is None:
                lines = (*above.block.lines, *block.lines)
                joined[-1] = Block(lines, Span(above.block.span.start, block.span.end))
            else:
                joined.append(block)
        return tuple(joined)

    def block_kind(self, text: str) -> tuple[str, int] | None:
        """The kind of block that a text opens, and how many characters its label has."""
        match = _BLOCK_LABEL.match(text)
        label = match["label"] if match else text
        if match and self._moves.search(label):
            return "proposal", match.start("rest")
        name = _FROM.split(_BRACKETS.sub("", label), maxsplit=1)[0].strip().lower()
        kind = self._blocks.get(label.strip().lower()) or self._blocks.get(name)
        if kind is None:
            return None
        return kind, match.start("rest") if match else len(text)

    def _numbered_heading(self, text: str, block: Block) -> Heading | None:
        worded = self._item.match(text) or _CODE.match(text)
        forms = (_CASE, _DOTTED, _ROMAN, _LETTER)
        match = worded or next(filter(None, (form.match(text) for form in forms)), None)
        if match is None:
            return None
        told = self._says_something(match["title"]) and match["title"].endswith(".")
        if not block.depth and (told if worded else self._is_sentence(match["title"])):
            return None
        if not worded and not match["title"]:
            return None
        word = worded["word"] if worded else ""
        prefix = f"{word} " if word.isupper() and word.rstrip(".") not in _PLAIN else ""
        title = match["title"].strip()
        if title and not (title[0].isupper() or title[0] in '«"0123456789'):
            return None
        return Heading(match["number"], title, _is_capitals(title), block, prefix, bool(worded))

    def _plain_heading(self, text: str, block: Block) -> Heading | None:
        title = text.rstrip(" :")
        if not title or not title[0].isupper() or len(title) > _BARE_MAX or self.block_kind(text):
            return None
        if block.depth:
            return Heading(None, title, _is_capitals(title), block)
        if text.rstrip().endswith((".", "?", ",", ";", ")")) and not _is_capitals(title):
            return None
        if ":" in title or self._is_sentence(title):
            return None
        return Heading(None, title, _is_capitals(title), block)

    def _is_sentence(self, title: str) -> bool:
        words = title.split()
        if title.endswith((".", ":")) and len(words) > 1:
            return True
        return self._says_something(title) and not title.endswith("?")

    def _says_something(self, title: str) -> bool:
        """True where a title has a finite verb."""
        return any(word in self._finite for word in title.rstrip(".").split()[1:])


def numbered(headings: list[Heading]) -> Iterator[AgendaItem]:
    """Headings with whole numbers and levels.

    A heading in capitals is of the first level, and so is every number that goes on with the
    counting there; a number that starts anew below it, and a letter, are of the next level.
    """
    forms = _forms(headings)
    parent: str | None = None
    position = sub = 0
    for heading in headings:
        child = parent is not None and _is_child(heading, forms)
        if child:
            sub += 1
            own = heading.number or str(sub)
            dotted = own.startswith(f"{parent}.")
            yield _item(heading, own if dotted else f"{parent}.{own}", 2)
        else:
            position, sub = position + 1, 0
            parent = f"{heading.prefix}{heading.number or position}"
            yield _item(heading, parent, 1)


@dataclass(frozen=True, slots=True)
class _Forms:
    """Which forms the headings of a document have; ``lettered`` where letters stand above numbers.

    ``least_depth`` is that of the highest headings that the source marks, where they differ.
    """

    numbered: bool
    lettered: bool
    mixed: bool
    capitals: bool
    colons_only: bool
    least_depth: int | None


def _forms(headings: list[Heading]) -> _Forms:
    depths = {h.block.depth for h in headings}
    counted = {h.capitals for h in headings if h.number and not h.is_letter}
    return _Forms(
        numbered=bool(counted),
        lettered=_begins_with_letter(headings),
        mixed=len(counted) > 1,
        capitals=any(h.capitals for h in headings),
        colons_only=all(h.ends_in_colon for h in headings),
        least_depth=min(depths) if len(depths) > 1 and 0 not in depths else None,
    )


def _begins_with_letter(headings: list[Heading]) -> bool:
    """True for "A) Oppvekst" with "1) Skole" below it."""
    return next((heading.is_letter for heading in headings if heading.number), False)


def _is_child(heading: Heading, forms: _Forms) -> bool:
    if forms.least_depth is not None and not heading.number:
        return heading.block.depth > forms.least_depth
    if heading.number is None:
        first = heading.block.lines[0]
        colon = heading.ends_in_colon and not forms.colons_only
        return (forms.capitals and not heading.capitals) or colon or not first.after_blank
    if "." in heading.number:
        return True
    if heading.is_letter:
        return forms.numbered and not forms.lettered
    if forms.lettered:
        return True
    return forms.mixed and not heading.capitals


def _item(heading: Heading, number: str, level: int) -> AgendaItem:
    title = heading.title.rstrip(" :")
    return AgendaItem(number, title, level, heading.block.span)


def _is_capitals(title: str) -> bool:
    letters = [char for char in title if char.isalpha()]
    return len(letters) > 2 and sum(char.isupper() for char in letters) / len(letters) > 0.8
