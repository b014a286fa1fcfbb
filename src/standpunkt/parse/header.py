"""The head of the minutes: labels with their values, and the title above them.

In: the blocks of a document. Out: fields (which label, which stretches of text), the blocks of
the title, and the place where the body begins.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from standpunkt.model import Span
from standpunkt.parse.apart import are_apart, pair
from standpunkt.parse.fields import LISTS, Field, Header
from standpunkt.parse.groups import FUNCTIONS
from standpunkt.parse.labels import Labels
from standpunkt.parse.layout import LABELLED
from standpunkt.parse.listed import Listed
from standpunkt.parse.prose import Prose
from standpunkt.parse.run_on import RunOn

if TYPE_CHECKING:
    from collections.abc import Callable

    from standpunkt.lexicon import Lexicon
    from standpunkt.parse.layout import Block
    from standpunkt.parse.people import PeopleParser

_TOP = 20
_NEAR = 8
_NUMBERED = re.compile(r"(\d{1,2})[.)]?\s")
_NO_TITLES = frozenset({"case", "date"})
"""Fields whose value is never the title, which stands below them in a letter."""


class HeaderParser:
    """Reads the head of minutes, block by block."""

    def __init__(self, lexicon: Lexicon, people: PeopleParser) -> None:
        self._words = people.words
        self._labels = Labels(lexicon, people)
        self._listed = Listed(lexicon, people, self._labels)
        self._prose = Prose(lexicon)
        self._meeting = tuple(lexicon.labels["words"]["meeting"])
        self.opens = self._labels.opens
        self.apart = RunOn(self._labels.known).cut

    def parse(
        self, flat: str, blocks: tuple[Block, ...], is_item: Callable[[Block], bool]
    ) -> Header:
        """Read blocks until the first that is neither label nor value."""
        number = self._first_label(flat, blocks, is_item)
        while number and _is_bare_label(blocks[number - 1].text):
            number -= 1
        title, fields = list(blocks[:number]), list[Field]()
        while number < len(blocks):
            taken = (
                self._take_label(flat, blocks[number:], fields)
                or self._take_values_apart(flat, blocks[number:], fields, is_item)
                or self._take_unknown(flat, blocks[number:], fields)
                or self._take_value(flat, blocks[number], fields, is_item)
                or self._take_stray(flat, blocks[number:], fields, title)
            )
            if not taken:
                break
            number += taken
        for field in fields:
            if field.name in LISTS:
                self._listed.joined(flat, field)
        return Header(tuple(title), tuple(fields), number)

    def _first_label(
        self, flat: str, blocks: tuple[Block, ...], is_item: Callable[[Block], bool]
    ) -> int:
        """How many blocks make the title: all before the first label near the top."""
        for number, block in enumerate(blocks[:_TOP]):
            text = flat[block.span.start : block.span.end]
            opened = self._labels.field(text, 0, [])
            letterhead = opened and opened.of and not opened.values
            if letterhead and not self._listed.stands_above(flat, blocks[number:]):
                continue
            if opened or self._listed.heading(flat, blocks[number:], []):
                return number
        items = (n for n, block in enumerate(blocks) if n and is_item(block))
        return min(next(items, len(blocks)), 2)

    def _take_label(self, flat: str, blocks: tuple[Block, ...], fields: list[Field]) -> int:
        """Take up a block that opens a field, or that is one line of several about a person."""
        span = blocks[0].span
        text = flat[span.start : span.end]
        if self._of_record(text, span, fields):
            return 1
        if fields and self._labels.is_row(text, fields[-1]):
            return 0
        opened = self._labels.field(text, span.start, fields)
        opened = opened or self._listed.heading(flat, blocks, fields)
        if opened is None:
            return 0
        if opened.name in LISTS and len(opened.values) == 1:
            opened.values = self._listed.below_label(flat, blocks[0], opened.spans[0])
        if opened.name in LISTS and opened.columns is None:
            opened.columns = next((f.columns for f in reversed(fields) if f.columns), None)
        if fields and not blocks[0].after_blank:
            self._go_on_with(opened, fields[-1])
        fields += self._labels.inner(flat, opened)
        return 1

    def _go_on_with(self, opened: Field, above: Field) -> None:
        """Keep the side or the body of the lines right above: "KD", then "Statsråd  Anne Vikse"."""
        if opened.name == "absence" and opened.of is None and self._labels.is_side(above.of):
            opened.under = above.of
        roles = self._words.roles
        if opened.name in LISTS and opened.of and roles.is_role(opened.of):
            bare = above.of and not (above.values or roles.is_role(above.of))
            heading = above.of if bare else None
            opened.under = above.under or heading

    def _of_record(self, text: str, span: Span, fields: list[Field]) -> bool:
        """Take up a line that is about one person: "Navn: Anne Vikse", and then "Rolle: leder"."""
        label = self._words.record.match(text)
        if label is None or label.end() == len(text):
            return False
        in_list = bool(fields) and fields[-1].name in LISTS
        if self._words.columns[label["label"].lower()] == "name":
            if not in_list:
                fields.append(
                    Field("attendance", Span(span.start, span.start + label.end("label")))
                )
            fields[-1].values.append(span)
            return True
        if in_list and fields[-1].values:
            fields[-1].values[-1] = Span(fields[-1].spans[-1].start, span.end)
            return True
        return False

    def _take_unknown(self, flat: str, blocks: tuple[Block, ...], fields: list[Field]) -> int:
        """Take up a label that nobody knows, right below one that is known or among them."""
        block, start = blocks[0], blocks[0].span.start
        text = flat[start : block.span.end]
        label = LABELLED.match(text)
        if label is None or len(block.lines) > 1:
            return 0
        last = fields[-1] if fields else None
        if _is_bare_label(text):
            among = last is None or (last.name not in LISTS and not last.values)
        else:
            among = last is not None and bool(last.values) and not block.after_blank
        if last and last.name in LISTS and last.values and among:
            rest = [flat[b.span.start : b.span.end] for b in blocks[1:2]]
            among = any(self._labels.field(text, 0, []) for text in rest)
        if not among:
            return 0
        fields.append(Field("unknown", Span(start, start + label.end())))
        if label.end() < len(text):
            fields[-1].values.append(Span(start + label.end(), block.span.end))
        return 1

    def _take_values_apart(
        self,
        flat: str,
        blocks: tuple[Block, ...],
        fields: list[Field],
        is_item: Callable[[Block], bool],
    ) -> int:
        """Take up values that stand below all their labels."""
        empty = list(takewhile(lambda field: not field.values, reversed(fields)))[::-1]
        if not are_apart(empty):
            return 0
        values = list(takewhile(lambda b: self._is_value(flat, b, is_item), blocks))
        return len(values) if pair(flat, empty, values) else 0

    def _is_value(self, flat: str, block: Block, is_item: Callable[[Block], bool]) -> bool:
        text = flat[block.span.start : block.span.end]
        opened = self._labels.field(text, 0, []) or self._listed.is_preview(text)
        return not opened and not is_item(block)

    def _take_value(
        self, flat: str, block: Block, fields: list[Field], is_item: Callable[[Block], bool]
    ) -> int:
        """Take up a block as a value of the last field."""
        text = flat[block.span.start : block.span.end]
        if not fields or self._listed.is_preview(text):
            return 0
        last = fields[-1]
        numbered = is_item(block) and not (
            self._listed.names_given(flat, block) or self._counts_on(last, block)
        )
        if last.name in LISTS and last.values and self._listed.is_role(text, block):
            last.values[-1] = Span(last.spans[-1].start, block.span.end)
        elif not numbered and self._goes_on(last, block) and self._listed.is_people(flat, block):
            last.values += self._listed.lines(flat, block)
        elif last.values or (last.name in _NO_TITLES and self._says_meeting(text)):
            return 0
        elif block.bullet or not is_item(block):
            last.values.append(block)
        else:
            return 0
        return 1

    def _counts_on(self, last: Field, block: Block) -> bool:
        """True where a number goes on with those of people: "5) Anne Vikse", then "6) ..."."""
        above = last.values[-1] if last.values else None
        if isinstance(above, Span) or above is None or block.after_blank:
            return False
        numbers = [_NUMBERED.match(one.text) for one in (above, block)]
        counts = [int(number[1]) for number in numbers if number]
        return len(counts) == len(numbers) and counts[1] == counts[0] + 1

    def _goes_on(self, last: Field, block: Block) -> bool:
        """True where people below belong to a field: to any list, and to an office right below."""
        office = last.name in FUNCTIONS and bool(last.values) and not block.after_blank
        return last.name in LISTS or office

    def _says_meeting(self, text: str) -> bool:
        return any(word in text.lower() for word in self._meeting)

    def _take_stray(
        self, flat: str, blocks: tuple[Block, ...], fields: list[Field], title: list[Block]
    ) -> int:
        """Take up any block where an attendance list with its own label still follows closely.

        In a letter the title stands below the letter's own fields.
        """
        texts = [flat[b.span.start : b.span.end] for b in blocks[:_NEAR]]
        labels = (self._labels.field(text, 0, []) for text in texts[1:])
        if not any(label is not None and label.name == "attendance" for label in labels):
            return 0
        office = next(self._prose.told(flat, blocks[0].span), None)
        if office:
            fields.append(Field(office.function.value, office.who, values=[office.who]))
        elif self._says_meeting(texts[0]):
            title.append(blocks[0])
        elif fields:
            fields[-1].values.append(blocks[0])
        return 1


def _is_bare_label(text: str) -> bool:
    """True for a line that is a label with nothing behind it: "Gradering:"."""
    label = LABELLED.match(text)
    return label is not None and label.end() == len(text.rstrip())
