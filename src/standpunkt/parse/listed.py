"""Which blocks of a header are people: lines of names, headings above them, lists that run on.

In: blocks. Out: whether they name people, and how the lines of a list belong together.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.model import Span
from standpunkt.parse.body_labels import LABEL_WORDS
from standpunkt.parse.fields import LISTS, Field, in_stretches, present_list
from standpunkt.parse.layout import Block

if TYPE_CHECKING:
    from standpunkt.lexicon import Lexicon
    from standpunkt.parse.entries import Entry
    from standpunkt.parse.labels import Labels
    from standpunkt.parse.people import PeopleParser

_BRACKETS = re.compile(r"\s*\([^()]*\)")


class Listed:
    """Tells blocks of people from other blocks."""

    def __init__(self, lexicon: Lexicon, people: PeopleParser, labels: Labels) -> None:
        self._people, self._words, self._labels = people, people.words, labels
        self._finite = lexicon.finite_words
        self._previews = frozenset(lexicon.labels["agenda"]["preview"])

    def is_preview(self, text: str) -> bool:
        """True for the label of an agenda: "Saksliste:"."""
        return text.rstrip(" :").lower() in self._previews

    def is_people(self, flat: str, block: Block) -> bool:
        """True where a block is made of names rather than of a sentence."""
        text = _BRACKETS.sub("", flat[block.span.start : block.span.end])
        sentence = text.rstrip().endswith(".")
        words = re.findall(r"\w+", text if sentence else self._words.without_presence(text))
        if any(word in self._finite for word in words) and not block.bullet:
            return False
        entries = self._people.entries(flat, block.span, one_a_line=len(block.lines) == 1)
        named = sum(len(entry.span) for entry in entries)
        return named * 2 >= len(text) or self._words.is_unnamed(text)

    def names_given(self, flat: str, block: Block) -> bool:
        """True where a block names somebody by a listed given name, so that it is no heading."""
        entries = self._people.entries(flat, block.span, one_a_line=True)
        return any(self._words.is_given(entry.name.split()[0]) for entry in entries)

    def is_role(self, text: str, block: Block) -> bool:
        """True for a line that only tells the role of whom the line before it names."""
        if block.after_blank or block.bullet or ":" in text or "\t" in text:
            return False
        first = text.split(",", maxsplit=1)[0]
        return self._words.roles.is_role(first.lower()) and not self._people.entries(
            text, Span(0, len(text)), one_a_line=True
        )

    def heading(self, flat: str, blocks: tuple[Block, ...], fields: list[Field]) -> Field | None:
        """A line with people below it, known by its form: "Medlemmer uten stemmerett:".

        Inside a list it needs no colon: "Arbeidstaker"; nor does a known body below any field.
        """
        span = blocks[0].span
        text = flat[span.start : span.end]
        label = text.rstrip(" :")
        bare = _BRACKETS.sub("", label)
        words = bare.lower().split()
        in_list = bool(fields) and fields[-1].name in LISTS
        body = bool(fields and fields[-1].values) and self._words.may_name(label)
        if not (text.endswith(":") or in_list or body) or not self._is_plain(bare):
            return None
        if self.is_preview(text) or blocks[0].bullet or not self.stands_above(flat, blocks):
            return None
        name = self._labels.name
        known = next((n for n in range(len(words), 0, -1) if name(" ".join(words[:n]))), 0)
        opened = name(" ".join(words[:known])) if known else present_list(fields)
        if opened not in LISTS:
            return None
        return Field(opened, Span(span.start, span.start + len(label)), None if known else label)

    def _is_plain(self, label: str) -> bool:
        words = label.lower().split()
        letters = all(re.fullmatch(r"[^\W\d_]+-?", word) for word in words)
        short = len(words) <= LABEL_WORDS and self._finite.isdisjoint(label.split())
        return letters and short and not self._words.is_unnamed(label)

    def stands_above(self, flat: str, blocks: tuple[Block, ...]) -> bool:
        """True where the first block names nobody, and the second is made of names."""
        if len(blocks) < 2:
            return False
        below = blocks[1]
        if below.bullet:
            first = flat[blocks[0].span.start : blocks[0].span.end].split(maxsplit=1)[0]
            return not self._words.is_given(first) and self.is_people(flat, below)
        if self._people.entries(flat, blocks[0].span, one_a_line=True):
            return False
        named = self._people.entries(flat, below.span, one_a_line=len(below.lines) == 1)
        return bool(named) and self.is_people(flat, below)

    def lines(self, flat: str, block: Block) -> list[Block]:
        """The lines of a block each by itself where every one is whole."""
        texts = [line.text for line in block.lines]
        if len(texts) < 2 or any(text.endswith((",", "-", " og")) for text in texts[:-1]):
            return [block]
        named = [self._people.entries(flat, line.span, one_a_line=True) for line in block.lines]
        single = all(len(entries) == 1 for entries in named)
        whole = all(
            self._is_whole(flat, e, line.span) for e, line in zip(named, block.lines, strict=True)
        )
        return [Block((line,), line.span) for line in block.lines] if single or whole else [block]

    def _is_whole(self, flat: str, entries: list[Entry], line: Span) -> bool:
        """True for a line that begins with somebody and ends with a whole name or a bracket."""
        lead = flat[line.start : entries[0].span.start].strip("• ") if entries else "-"
        if lead and not self._words.roles.phrase(lead):
            return False
        name = entries[-1].name.split()
        whole = flat[line.start : line.end].endswith(name[-1]) and not self._words.is_given(
            name[-1]
        )
        return whole or flat[line.end - 1] == ")"

    def _is_line(self, flat: str, span: Span) -> bool:
        """True for a line that is whole by itself: "KS v/Anne Vikse og Ola Nesset"."""
        return self._is_whole(flat, self._people.entries(flat, span, one_a_line=True), span)

    def below_label(self, flat: str, block: Block, value: Span) -> list[Block | Span]:
        """The value of a list that begins on its label's line, each line by itself if whole."""
        first, *rest = block.lines
        if not rest or not first.span.start <= value.start < first.span.end:
            return [value]
        text = flat[value.start : first.span.end]
        line = replace(first, span=Span(value.start, first.span.end), text=text)
        lines = self.lines(flat, Block((line, *rest), value))
        return [*lines] if len(lines) > 1 else [value]

    def joined(self, flat: str, field: Field) -> None:
        """Join the lines of a list that runs on, with several people on its first line."""
        first = field.spans[:1]
        many = (self._names_many(flat, span) for span in first)
        rows = any(
            not isinstance(v, Span) and (v.bullet or "\t" in flat[v.span.start : v.span.end])
            for v in field.values
        )
        if any(many) and not rows and not all(self._is_line(flat, s) for s in field.spans):
            field.values = in_stretches(flat, field.values)

    def _names_many(self, flat: str, line: Span) -> bool:
        """True for a line with several people, the last perhaps cut off: "..., rektor Anne"."""
        entries = self._people.entries(flat, line, one_a_line=True)
        last = flat[line.start : line.end].rsplit(maxsplit=1)[-1]
        cut = self._words.is_given(last) and last[:1].isupper()
        return len(entries) > 1 or bool(entries and cut and not entries[-1].name.endswith(last))
