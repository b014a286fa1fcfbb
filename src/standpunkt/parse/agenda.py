"""The agenda as a tree, and the passages under each item.

A heading is told by its form: a number, capitals, or a short line of its own with text below.
Levels follow form, not number: numbering restarts inside an item. Previews of the agenda are
matched to the headings that they announce. In: the blocks after the header. Out: items,
passages, and what was left out and why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from standpunkt.lexicon import words_pattern
from standpunkt.model import AgendaItem, Ignored, Passage, Span
from standpunkt.parse.layout import Block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from standpunkt.lexicon import Lexicon

_TITLE_MAX = 160
_BARE_MAX = 90
_ALIKE = 60
_DOTTED = re.compile(
    r"(?P<number>\d+(?:\.\d+)*)(?:[.)]?(?:\s*[:–-])?\s+|[.)](?=[A-ZÆØÅ]))(?P<title>\S.*)$"
)
_ROMAN = re.compile(r"(?P<number>[IVX]{1,5})(?:[.):]|\s*[–-]|\s\s)\s*(?P<title>[A-ZÆØÅ«].*)$")
_CASE = re.compile(r"(?P<number>\d+/\d+)\s*[:.–-]?\s*(?P<title>.*)$")
_LETTER = re.compile(r"(?P<number>[A-Za-zÆØÅ])[.)]\s+(?P<title>[A-ZÆØÅ«0-9].*)$")
_BLOCK_LABEL = re.compile(r"(?P<label>[^:]{3,90}):\s*(?P<rest>.*)$")
_FROM = re.compile(r"\s+(?:fra|frå|ved|v/|fremmet av|frå)\s*\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A block that may be a heading: its number as printed, its title, its form."""

    number: str | None
    title: str
    capitals: bool
    block: Block
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """Items, passages, and stretches that were left out."""

    items: tuple[AgendaItem, ...]
    passages: tuple[Passage, ...]
    ignored: tuple[Ignored, ...]


class AgendaParser:
    """Recognises headings, previews and the labels of blocks inside items."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._previews = set(lexicon.labels["agenda"]["preview"])
        words = sorted(map(re.escape, lexicon.labels["agenda"]["item"]), key=len, reverse=True)
        before = "|".join(map(re.escape, lexicon.labels["agenda"]["before"]))
        self._item = re.compile(
            rf"(?:(?:{before})\.?\s+)?(?P<word>{'|'.join(words)})\s*"
            r"(?P<number>\d{4}-\d+|\d+(?:[./]\d+)*)\s*[):.–-]?\s*(?P<title>.*)$",
            re.IGNORECASE,
        )
        self._blocks = lexicon.blocks
        self._moves = words_pattern(lexicon.labels["words"]["moves"])
        self._finite = lexicon.finite_words

    def is_item(self, block: Block) -> bool:
        """True where a block has the form of a numbered heading."""
        heading = self._heading(block)
        return heading is not None and heading.number is not None

    def parse(self, blocks: tuple[Block, ...]) -> Agenda:
        """Cut the body of the minutes into items and passages."""
        blocks = self._with_titles(blocks)
        headings = {h.block.span: h for h in map(self._heading, blocks) if h}
        previews = self._preview_blocks(blocks, headings)
        real = self._real(blocks, headings, previews)
        items = list(_numbered([real[b.span] for b in blocks if b.span in real]))
        items = [_with_alternatives(item, previews) for item in items]
        passages, ignored = self._passages(blocks, items, set(previews))
        return Agenda(tuple(items), tuple(passages), tuple(ignored))

    def _with_titles(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks, with a number alone on its line and the title below it as one."""
        joined: list[Block] = []
        for block in blocks:
            above = self._heading(joined[-1]) if joined else None
            below = self._heading(block)
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
        name = _FROM.split(label, maxsplit=1)[0].strip().lower()
        kind = self._blocks.get(label.strip().lower()) or self._blocks.get(name)
        if kind is None:
            return None
        return kind, match.start("rest") if match else len(text)

    def _heading(self, block: Block) -> Heading | None:
        text = " ".join(line.text for line in block.lines)
        if len(text) > _TITLE_MAX or (block.bullet and not _CASE.match(text)):
            return None
        return self._numbered_heading(text, block) or self._plain_heading(text, block)

    def _numbered_heading(self, text: str, block: Block) -> Heading | None:
        worded = self._item.match(text)
        forms = (_CASE, _DOTTED, _ROMAN, _LETTER)
        match = worded or next(filter(None, (form.match(text) for form in forms)), None)
        if match is None or self._is_sentence(match["title"]):
            return None
        if not worded and not match["title"]:
            return None
        word = worded["word"] if worded else ""
        prefix = (
            f"{word} "
            if word.isupper() and word.lower() not in {"sak", "pkt", "punkt", "ad"}
            else ""
        )
        title = match["title"].strip()
        if title and not (title[0].isupper() or title[0] in '«"0123456789'):
            return None
        return Heading(match["number"], title, _is_capitals(title), block, prefix)

    def _plain_heading(self, text: str, block: Block) -> Heading | None:
        title = text.rstrip(" :")
        if not title or not title[0].isupper() or len(title) > _BARE_MAX or self.block_kind(text):
            return None
        if text.rstrip().endswith((".", "?", ",", ";", ")")) and not _is_capitals(title):
            return None
        if ":" in title or self._is_sentence(title):
            return None
        return Heading(None, title, _is_capitals(title), block)

    def _is_sentence(self, title: str) -> bool:
        words = title.split()
        if title.endswith((".", ":")) and len(words) > 1:
            return True
        return any(word in self._finite for word in words[1:]) and not title.endswith("?")

    def _preview_blocks(
        self, blocks: tuple[Block, ...], headings: dict[Span, Heading]
    ) -> dict[Span, str]:
        """The entries of agenda lists, by their spans: titles that announce headings below."""
        found: dict[Span, str] = {}
        for run in self._runs(blocks, headings):
            announced = [_entry_title(b, headings) for b in run]
            later = [headings[b.span].title for b in blocks if b.span in headings and b not in run]
            labelled = self._has_preview_label(blocks, run[0])
            known = sum(any(_alike(title, other) for other in later) for title in announced)
            if (known * 2 >= len(run) and known) or (labelled and later):
                found.update({b.span: t for b, t in zip(run, announced, strict=True)})
        return found

    def _runs(
        self, blocks: tuple[Block, ...], headings: dict[Span, Heading]
    ) -> Iterator[tuple[Block, ...]]:
        """Runs of two or more list entries with no text between, or those under a list label."""
        run: list[Block] = []
        labelled = False
        for block in blocks:
            text = " ".join(line.text for line in block.lines).rstrip(" :").lower()
            numbered = block.span in headings and headings[block.span].number is not None
            if numbered or (labelled and block.bullet):
                if run and block.after_blank and not run[-1].after_blank:
                    yield from _long_enough(run, labelled=labelled)
                    run, labelled = [], False
                run.append(block)
                continue
            yield from _long_enough(run, labelled=labelled)
            run, labelled = [], text in self._previews
        yield from _long_enough(run, labelled=labelled)

    def _has_preview_label(self, blocks: tuple[Block, ...], first: Block) -> bool:
        index = blocks.index(first)
        before = blocks[index - 1].lines[-1].text if index else ""
        return before.rstrip(" :").lower() in self._previews

    def _real(
        self,
        blocks: tuple[Block, ...],
        headings: dict[Span, Heading],
        previews: dict[Span, str],
    ) -> dict[Span, Heading]:
        """The headings that open items: numbered ones, and plain ones where there is text below."""
        rest = [b for b in blocks if b.span not in previews]
        candidates = {s: h for s, h in headings.items() if s not in previews and self._opens(h)}
        numbered = {s: h for s, h in candidates.items() if h.number is not None}
        letters = {s for s, h in numbered.items() if _is_letter(h)}
        if set(numbered) - letters:
            return numbered
        capitals = {s: h for s, h in candidates.items() if h.capitals}
        chosen = capitals if len(capitals) > 1 else candidates
        return {
            b.span: chosen[b.span]
            for i, b in enumerate(rest)
            if b.span in chosen and (b.after_blank or i == 0) and i + 1 < len(rest)
        } | {
            b.span: candidates[b.span]
            for i, b in enumerate(rest)
            if b.span in candidates and i and rest[i - 1].span in chosen and i + 1 < len(rest)
        }

    def _opens(self, heading: Heading) -> bool:
        text = " ".join(line.text for line in heading.block.lines)
        return text.rstrip(" :").lower() not in self._previews and not self.block_kind(text)

    def _passages(
        self,
        blocks: tuple[Block, ...],
        items: list[AgendaItem],
        previews: set[Span],
    ) -> tuple[list[Passage], list[Ignored]]:
        numbers = {item.span: item.number for item in items}
        passages: list[Passage] = []
        ignored = [Ignored(span, "preview of the agenda") for span in sorted(previews)]
        agenda: str | None = None
        kind: str | None = None
        label: int | None = None
        for block in blocks:
            if block.span in numbers:
                agenda, kind, label = numbers[block.span], None, None
                continue
            if block.span in previews:
                continue
            text = " ".join(line.text for line in block.lines)
            if text.rstrip(" :").lower() in self._previews:
                ignored.append(Ignored(block.span, "label of the agenda"))
                continue
            opened = self.block_kind(text)
            kind = opened[0] if opened else _kept(kind, block)
            start = block.span.start + (opened[1] if opened else 0)
            if opened and kind == "proposal":
                label = block.span.start  # who moves it is told by the label
            elif opened and start > block.span.start:
                ignored.append(Ignored(Span(block.span.start, start), "label of a block"))
            if kind == "discussion":
                kind = None
            if start < block.span.end:
                begin = start if label is None else label
                passages.append(Passage(Span(begin, block.span.end), agenda, kind))
                label = None
        return passages, ignored


def _kept(kind: str | None, block: Block) -> str | None:
    """A block goes on over bullets and numbers, and over lines without a blank one between."""
    first = block.lines[0]
    return kind if first.bullet or first.number or not first.after_blank else None


def _long_enough(run: list[Block], *, labelled: bool) -> Iterator[tuple[Block, ...]]:
    nested = len(run) == 2 and run[1].lines[0].text.startswith(f"{_leading_number(run[0])}.")
    if (len(run) > 1 and not nested) or (run and labelled):
        yield tuple(run)


def _leading_number(block: Block) -> str:
    return block.lines[0].text.split()[0].rstrip(".)")


def _entry_title(block: Block, headings: dict[Span, Heading]) -> str:
    if block.span in headings:
        return headings[block.span].title
    return " ".join(line.text for line in block.lines)


def _alike(one: str, other: str) -> bool:
    a, b = one.casefold(), other.casefold()
    return fuzz.token_set_ratio(a, b) >= _ALIKE if a and b else False


def _is_capitals(title: str) -> bool:
    letters = [char for char in title if char.isalpha()]
    return len(letters) > 2 and sum(char.isupper() for char in letters) / len(letters) > 0.8


def _with_alternatives(item: AgendaItem, previews: dict[Span, str]) -> AgendaItem:
    titles = [title.strip() for title in previews.values() if _alike(title, item.title)]
    alternatives = [title for title in titles if title.casefold() != item.title.casefold()]
    return replace(item, alternatives=tuple(dict.fromkeys(alternatives))[:1])


def _numbered(headings: list[Heading]) -> Iterator[AgendaItem]:
    """Headings with whole numbers and levels.

    A heading in capitals is of the first level, and so is every number that goes on with the
    counting there; a number that starts anew below it, and a letter, are of the next level.
    """
    mixed = len({h.capitals for h in headings if h.number and not _is_letter(h)}) > 1
    parent: str | None = None
    position = sub = 0
    for heading in headings:
        child = parent is not None and _is_child(heading, mixed=mixed, headings=headings)
        if child:
            sub += 1
            own = heading.number or str(sub)
            dotted = own.startswith(f"{parent}.")
            yield _item(heading, own if dotted else f"{parent}.{own}", 2)
        else:
            position, sub = position + 1, 0
            parent = f"{heading.prefix}{heading.number or position}"
            yield _item(heading, parent, 1)


def _is_child(heading: Heading, *, mixed: bool, headings: list[Heading]) -> bool:
    if heading.number is None:
        first = heading.block.lines[0]
        capitals = any(h.capitals for h in headings)
        colon = _ends_in_colon(heading) and not all(map(_ends_in_colon, headings))
        return (capitals and not heading.capitals) or colon or not first.after_blank
    if "." in heading.number:
        return True
    if _is_letter(heading):
        return any(h.number and not _is_letter(h) for h in headings)
    return mixed and not heading.capitals


def _is_letter(heading: Heading) -> bool:
    """True for "a)"; false for a Roman number."""
    number = heading.number or ""
    return number.isalpha() and not set(number) <= set("IVX")


def _ends_in_colon(heading: Heading) -> bool:
    return heading.block.lines[-1].text.endswith(":")


def _item(heading: Heading, number: str, level: int) -> AgendaItem:
    title = heading.title.rstrip(" :")
    return AgendaItem(number, title, level, heading.block.span)
