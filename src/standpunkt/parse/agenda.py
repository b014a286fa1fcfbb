"""The agenda as a tree, and the passages under each item.

Previews of the agenda are matched to the headings that they announce. In: the blocks after the
header. Out: items, passages, and what was left out and why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from standpunkt.model import AgendaItem, Ignored, Passage, Span
from standpunkt.parse.headings import Headings, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from standpunkt.lexicon import Lexicon
    from standpunkt.parse.headings import Heading
    from standpunkt.parse.layout import Block

_AUTHOR = re.compile(r"\b(?:fra|frå)\b")
_LABEL = 3
"""A line with a colon and more words than this is text, and no label of an agenda."""
_ALIKE = 60
_MARKED = 2
"""The source marks headings where it marks so many."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """Items, passages, and stretches that were left out."""

    items: tuple[AgendaItem, ...]
    passages: tuple[Passage, ...]
    ignored: tuple[Ignored, ...]


class AgendaParser:
    """Tells the headings that open items from previews, and cuts the text between them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._previews = set(lexicon.labels["agenda"]["preview"])
        self._closing = frozenset(lexicon.labels["agenda"]["closing"])
        self._any_other = frozenset(lexicon.labels["agenda"]["any_other"])
        self._headings = Headings(lexicon)

    def is_item(self, block: Block) -> bool:
        """True where a block has the form of a numbered heading."""
        heading = self._headings.of(block)
        return heading is not None and heading.number is not None

    def parse(self, blocks: tuple[Block, ...]) -> Agenda:
        """Cut the body of the minutes into items and passages."""
        blocks = self._headings.with_titles(blocks)
        headings = self._without_lists(blocks, self._headings.all(blocks))
        previews = self._preview_blocks(blocks, headings)
        real = self._real(blocks, headings, previews)
        items = list(numbered([real[b.span] for b in blocks if b.span in real]))
        items = [_with_alternatives(item, previews) for item in items]
        passages, ignored = self._passages(blocks, items, set(previews))
        return Agenda(tuple(items), tuple(passages), tuple(ignored))

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
            listed = labelled and later and len(run) > 1
            if (known * 2 >= len(run) and known) or listed:
                found.update({b.span: t for b, t in zip(run, announced, strict=True)})
        return found

    def _runs(
        self, blocks: tuple[Block, ...], headings: dict[Span, Heading]
    ) -> Iterator[tuple[Block, ...]]:
        """Runs of two or more list entries with no text between, or those under a list label."""
        run: list[Block] = []
        labelled = False
        for block in blocks:
            text = block.text.rstrip(" :").lower()
            numbered = block.span in headings and headings[block.span].number is not None
            if numbered or (labelled and block.bullet):
                parted = not run or not run[-1].after_blank or _differ(run[-1], block, headings)
                anew = run and _number(block, headings) == _number(run[0], headings)
                if (run and block.after_blank and parted) or anew:
                    yield from _long_enough(run, headings, labelled=labelled)
                    run, labelled = [], False
                run.append(block)
                continue
            yield from _long_enough(run, headings, labelled=labelled)
            run, labelled = [], text in self._previews
        yield from _long_enough(run, headings, labelled=labelled)

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
        candidates = _marked(candidates)
        numbered = {s: h for s, h in candidates.items() if h.number is not None}
        letters = {s for s, h in numbered.items() if h.is_letter}
        if set(numbered) - letters:
            return numbered | self._last(rest, candidates, max(numbered))
        capitals = {s: h for s, h in candidates.items() if h.capitals}
        chosen = capitals if len(capitals) > 1 else candidates
        return {
            b.span: chosen[b.span]
            for i, b in enumerate(rest)
            if b.span in chosen and (b.after_blank or b.depth or i == 0) and i + 1 < len(rest)
        } | {
            b.span: candidates[b.span]
            for i, b in enumerate(rest)
            if b.span in candidates and i and rest[i - 1].span in chosen and i + 1 < len(rest)
        }

    def _last(
        self, blocks: list[Block], candidates: dict[Span, Heading], after: Span
    ) -> dict[Span, Heading]:
        """The heading of any other business, which may stand below numbered ones without one."""
        return {
            block.span: candidates[block.span]
            for block in blocks[:-1]
            if block.span in candidates
            and block.span > after
            and block.after_blank
            and candidates[block.span].title.lower() in self._any_other
        }

    def _opens(self, heading: Heading) -> bool:
        text = heading.block.text
        label = text.rstrip(" :").lower()
        return not (label in self._previews | self._closing or self._headings.block_kind(text))

    def _without_lists(
        self, blocks: tuple[Block, ...], headings: dict[Span, Heading]
    ) -> dict[Span, Heading]:
        """The headings without numbered lists: "tre tiltak:" or "Vedlegg", and below "1. ..."."""
        kept = dict(headings)
        listed = False
        for before, block in pairwise(blocks):
            heading = headings.get(block.span)
            plain = heading is not None and (heading.number or "").isdigit() and not heading.worded
            closing = before.text.rstrip(" :").lower() in self._closing
            opens = before.text.endswith(":") and len(before.text.split()) > _LABEL
            follows = not block.after_blank and (listed or opens)
            listed = plain and (closing or follows)
            if listed:
                kept.pop(block.span)
        return kept

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
        alone = False
        for block in blocks:
            if block.span in numbers:
                agenda, kind, label = numbers[block.span], None, None
                continue
            if block.span in previews:
                continue
            text = block.text
            if text.rstrip(" :").lower() in self._previews:
                ignored.append(Ignored(block.span, "label of the agenda"))
                continue
            opened = self._headings.block_kind(text)
            kind = opened[0] if opened else kind if alone else _kept(kind, block)
            start = block.span.start + (opened[1] if opened else 0)
            alone = opened is not None and start >= block.span.end
            if opened and (kind == "proposal" or _AUTHOR.search(text[: opened[1]])):
                label = block.span.start  # whose it is is told by the label
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


def _marked(candidates: dict[Span, Heading]) -> dict[Span, Heading]:
    """The headings that the source marks as such, where it does.

    Numbers alone are as good a mark only where they are more than the marked headings and these
    have none: "## Saker" with numbers below it, and not "1. Tiltak" in a list under "## Skole".
    """
    marked = [heading for heading in candidates.values() if heading.block.depth]
    if len(marked) < _MARKED:
        return candidates
    alone = [one for one in candidates.values() if one.number and not one.block.depth]
    among = any(heading.number for heading in marked) or len(marked) >= len(alone)
    return {
        span: heading
        for span, heading in candidates.items()
        if heading.block.depth or (heading.number and not among)
    }


def _differ(before: Block, block: Block, headings: dict[Span, Heading]) -> bool:
    """True where a heading is of another form than the one before: "2. SAKER", then "1. Skole"."""
    one, other = headings.get(before.span), headings.get(block.span)
    if one is None or other is None:
        return False
    return (one.capitals, one.is_letter) != (other.capitals, other.is_letter)


def _long_enough(
    run: list[Block], headings: dict[Span, Heading], *, labelled: bool
) -> Iterator[tuple[Block, ...]]:
    nested = len(run) == 2 and _is_below(*(headings.get(block.span) for block in run))
    if (len(run) > 1 and not nested) or (run and labelled):
        yield tuple(run)


def _is_below(one: Heading | None, other: Heading | None) -> bool:
    """True for "2.1 Skole" after "Sak 2 Oppvekst", and for "1) Skole" after "B) Oppvekst"."""
    if one is None or other is None or one.number is None or other.number is None:
        return False
    return other.number.startswith(f"{one.number}.") or (one.is_letter and not other.is_letter)


def _number(block: Block, headings: dict[Span, Heading]) -> str | None:
    return headings[block.span].number if block.span in headings else block.text


def _entry_title(block: Block, headings: dict[Span, Heading]) -> str:
    if block.span in headings:
        return headings[block.span].title
    return block.text


def _alike(one: str, other: str) -> bool:
    a, b = one.casefold(), other.casefold()
    return fuzz.token_set_ratio(a, b) >= _ALIKE if a and b else False


def _with_alternatives(item: AgendaItem, previews: dict[Span, str]) -> AgendaItem:
    titles = [title.strip() for title in previews.values() if _alike(title, item.title)]
    alternatives = [title for title in titles if title.casefold() != item.title.casefold()]
    return replace(item, alternatives=tuple(dict.fromkeys(alternatives))[:1])
