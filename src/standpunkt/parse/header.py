"""The head of the minutes: labels with their values, and the title above them.

In: the blocks of a document. Out: fields (which label, which stretches of text), the blocks of
the title, and the place where the body begins.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from standpunkt.model import Span
from standpunkt.parse.entries import is_initials
from standpunkt.parse.fields import LISTS, Field, Header, in_stretches, list_name, present_list
from standpunkt.parse.layout import Block

if TYPE_CHECKING:
    from collections.abc import Callable

    from standpunkt.lexicon import Lexicon
    from standpunkt.parse.people import PeopleParser

_LABEL = re.compile(r"(?P<label>[^\W\d][^:\t]{0,58}?)\s*(?::|\t| {3,})[\s*_]*(?P<value>.*)$")
_SIDE = re.compile(
    r"\b(?P<word>fra|frå|for|på)\s+(?P<of>[^:]{2,58}?)"
    r"(?:\s+(?:møtte|deltok|stilte|var til stede|var)(?:\s+(?:følgende|følgjande))?)?:?$",
    re.IGNORECASE,
)
_DEPUTY = re.compile(r"(?:vara\w*|møtende vara\w*)\s+for\s+[^:]+$", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_ALIKE = 90
_TOP = 20
_LOOSE = frozenset({"for", "på"})
"""Words that name a side only before one that is known: "for staten", "på KS' side"."""
_NEAR = 8
_LONG = 9
_NAMED_BODIES = frozenset({"administration"})
_LABEL_WORDS = 5


class HeaderParser:
    """Finds labels by the lexicon, forgiving a slip of the pen in a long one."""

    def __init__(self, lexicon: Lexicon, people: PeopleParser) -> None:
        self._labels = lexicon.fields
        self._people, self._words = people, people.words
        self._sides = tuple(lexicon.labels["sides"].values())
        self._finite = lexicon.finite_words
        self._previews = set(lexicon.labels["agenda"]["preview"])

    def opens(self, text: str) -> bool:
        """True where a line begins with a label, so that it goes on from no other line."""
        match = _LABEL.match(text)
        if match is None:
            return False
        label = match["label"]
        return bool(
            self._named(label, [], colon=True)
            or (":" in text and (self._words.acronym(label) or self._of_body(match, [])))
        )

    def parse(
        self, flat: str, blocks: tuple[Block, ...], is_item: Callable[[Block], bool]
    ) -> Header:
        """Read blocks until the first that is neither label nor value."""
        first = self._first_label(flat, blocks, is_item)
        fields: list[Field] = []
        for number, block in enumerate(blocks[first:], first):
            text = flat[block.span.start : block.span.end]
            if self._of_record(text, block.span, fields):
                continue
            labelled = self._labelled(text, block.span.start, fields)
            labelled = labelled or self._heading_of_people(flat, blocks[number:], fields)
            if labelled:
                fields.append(labelled)
            elif self._belongs(flat, block, fields, is_item) or self._strays(flat, blocks, number):
                fields[-1].values += (
                    self._lines(flat, block) if fields[-1].name in LISTS else [block]
                )
            else:
                return self._header(flat, blocks[:first], fields, number)
        return self._header(flat, blocks[:first], fields, len(blocks))

    def _lines(self, flat: str, block: Block) -> list[Block]:
        """The lines of a block each by itself where every one is about one person."""
        texts = [line.text for line in block.lines]
        runs_on = any(text.endswith((",", "-", " og")) for text in texts[:-1])
        apart = (
            not runs_on
            and len(texts) > 1
            and all(
                len(self._people.entries(flat, line.span, one_a_line=True)) == 1
                for line in block.lines
            )
        )
        return [Block((line,), line.span) for line in block.lines] if apart else [block]

    def _of_record(self, text: str, span: Span, fields: list[Field]) -> bool:
        """Take up a line that is about one person: "Navn: Anne Vikse", and then "Rolle: leder"."""
        label = self._words.record.match(text)
        if label is None or not label.end() < len(text):
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
            begun = fields[-1].spans[-1].start
            fields[-1].values[-1] = Span(begun, span.end)
            return True
        return False

    def _header(
        self, flat: str, title: tuple[Block, ...], fields: list[Field], length: int
    ) -> Header:
        for one in fields:
            if one.name in LISTS and self._is_running(flat, one):
                one.values = in_stretches(flat, one.values)
        return Header(title, tuple(fields), length)

    def _is_running(self, flat: str, one: Field) -> bool:
        """True where a list runs on from line to line, with several people on the first."""
        first = one.spans[:1]
        many = (len(self._people.entries(flat, span, one_a_line=True)) > 1 for span in first)
        rows = any(
            not isinstance(v, Span) and (v.bullet or "\t" in flat[v.span.start : v.span.end])
            for v in one.values
        )
        return any(many) and not rows

    def _first_label(
        self, flat: str, blocks: tuple[Block, ...], is_item: Callable[[Block], bool]
    ) -> int:
        """How many blocks make the title: all before the first label near the top."""
        texts = [flat[block.span.start : block.span.end] for block in blocks[:_TOP]]
        for number, text in enumerate(texts):
            if self._labelled(text, 0, []) or self._heading_of_people(flat, blocks[number:], []):
                return number
        items = (n for n, block in enumerate(blocks) if n and is_item(block))
        return min(next(items, len(blocks)), 2)

    def _belongs(
        self, flat: str, block: Block, fields: list[Field], is_item: Callable[[Block], bool]
    ) -> bool:
        text = flat[block.span.start : block.span.end]
        if not fields or self._is_preview(text):
            return False
        if fields[-1].name in LISTS and self._is_people(flat, block):
            return True
        return not fields[-1].values and (block.bullet or not is_item(block))

    def _strays(self, flat: str, blocks: tuple[Block, ...], number: int) -> bool:
        """True where an attendance list with its own label still follows closely."""
        texts = (flat[b.span.start : b.span.end] for b in blocks[number + 1 : number + _NEAR])
        labels = (self._labelled(text, 0, []) for text in texts)
        return any(label is not None and label.name == "attendance" for label in labels)

    def _heading_of_people(
        self, flat: str, blocks: tuple[Block, ...], fields: list[Field]
    ) -> Field | None:
        """A line with people below it, known by its form: "Medlemmer uten stemmerett:".

        Inside a list it needs no colon: "Arbeidstaker".
        """
        span = blocks[0].span
        text = flat[span.start : span.end]
        label = text.rstrip(" :")
        words = label.lower().split()
        in_list = bool(fields) and fields[-1].name in LISTS
        if not (text.endswith(":") or in_list) or not self._is_plain(label):
            return None
        if self._is_preview(text) or blocks[0].bullet or not self._stands_above(flat, blocks):
            return None
        known = next((n for n in range(len(words), 0, -1) if self._field(" ".join(words[:n]))), 0)
        name = self._field(" ".join(words[:known])) if known else present_list(fields)
        if name not in LISTS:
            return None
        return Field(name, Span(span.start, span.start + len(label)), None if known else label)

    def _is_plain(self, label: str) -> bool:
        words = label.lower().split()
        letters = all(word.isalpha() for word in words) and len(words) <= _LABEL_WORDS
        return letters and self._finite.isdisjoint(words) and not self._words.is_unnamed(label)

    def _stands_above(self, flat: str, blocks: tuple[Block, ...]) -> bool:
        """True where the first block names nobody, and the second is made of names."""
        if len(blocks) > 1 and blocks[1].bullet and not blocks[0].bullet:
            first = flat[blocks[0].span.start : blocks[0].span.end].split(maxsplit=1)[0]
            return not self._words.is_given(first) and self._is_people(flat, blocks[1])
        if len(blocks) == 1 or self._people.entries(flat, blocks[0].span, one_a_line=True):
            return False
        below = blocks[1]
        named = self._people.entries(flat, below.span, one_a_line=len(below.lines) == 1)
        return bool(named) and self._is_people(flat, below)

    def _is_preview(self, text: str) -> bool:
        return text.rstrip(" :").lower() in self._previews

    def _labelled(self, text: str, offset: int, fields: list[Field]) -> Field | None:
        """The field that a block opens, with the value that stands on the label's line."""
        columns = self._words.column_kinds(text)
        if len(columns) > 1:
            whole = Span(offset, offset + len(text))
            return Field(list_name(fields), whole, fields[-1].of if fields else None, columns)
        match = _LABEL.match(text)
        label, value = (match["label"], match["value"]) if match else (text, "")
        named = self._named(label, fields, colon=bool(match)) or (
            match and self._of_body(match, fields)
        )
        named = named or (self._body_alone(text, fields) if not match else None)
        if not named:
            return None
        name, of = named
        start = offset + (match.start("value") if match else len(text))
        opened = Field(name, Span(offset, offset + len(label)), of)
        if not value.strip():
            return opened
        nested = self._labelled(value, start, [opened]) if name in LISTS else None
        if nested and nested.name in LISTS:
            return nested
        opened.values.append(Span(start, offset + len(text.rstrip())))
        return opened

    def _named(
        self, label: str, fields: list[Field], *, colon: bool
    ) -> tuple[str, str | None] | None:
        """The name of the field that a label stands for, and whom it is of."""
        if _DEPUTY.match(label):
            return "deputies", None
        known = self._field(label)
        if known:
            return (
                known,
                label if known in _NAMED_BODIES and "sekretariat" in label.lower() else None,
            )
        side = _SIDE.search(label)
        before = label[: side.start()].strip() if side else ""
        loose = side and (side["word"].lower() in _LOOSE or not (colon or before))
        if side and loose and not self._is_side(side["of"]):
            return None
        if side and (not before or self._field(before)):
            name = self._field(before) if before else list_name(fields)
            return name or "attendance", side["of"]
        return None

    def _body_alone(self, text: str, fields: list[Field]) -> tuple[str, str | None] | None:
        """A known organisation alone on its line, as the heading of its people."""
        name = _BRACKETS.sub("", text).strip()
        if not fields or fields[-1].name in LISTS:
            known = self._words.known_organisation(name)
            return (list_name(fields), text.strip()) if known else None
        return None

    def _is_side(self, name: str) -> bool:
        """True for a side or a body, so that "Fra KS" alone on its line is a label."""
        known = any(name.casefold() in names for names in self._sides)
        return known or (len(name.split()) < _LABEL_WORDS and self._words.is_organisation(name))

    def _of_body(self, match: re.Match[str], fields: list[Field]) -> tuple[str, str | None] | None:
        """A body with its people: "Mattilsynet: Camilla Ness", "Ap  Rolf Tangerud"."""
        label, value = match["label"], match["value"]
        if is_initials(label, value.split()):
            return None
        in_list = bool(fields) and fields[-1].name in LISTS
        body = self._words.is_organisation(label)
        loose = in_list and ":" in match.group() and label[0].isupper()
        if len(label.split()) > _LABEL_WORDS or not (body or loose):
            return None
        whole = Span(0, len(value))
        named = self._people.entries(value, whole, one_a_line=False)
        if any(char.isdigit() for char in label) or not named:
            return None
        return present_list(fields), label

    def _field(self, label: str) -> str | None:
        text = " ".join(label.lower().strip(" .*").split())
        if text in self._labels:
            return self._labels[text]
        if self._words.roles.is_role(text):
            return None
        owner, _, noun = text.rpartition(" ")
        if owner.endswith("s") and noun in self._labels:
            return self._labels[noun]
        if len(text) < _LONG:
            return None
        alike = [known for known in self._labels if _denies(known) == _denies(text)]
        score, best = max((fuzz.ratio(text, known), known) for known in alike)
        return self._labels[best] if score >= _ALIKE else None

    def _is_people(self, flat: str, block: Block) -> bool:
        """True where a block is made of names rather than of a sentence."""
        text = _BRACKETS.sub("", flat[block.span.start : block.span.end])
        sentence = text.rstrip().endswith(".")
        words = re.findall(r"\w+", text if sentence else self._words.without_presence(text))
        if any(word in self._finite for word in words) and not block.bullet:
            return False
        entries = self._people.entries(flat, block.span, one_a_line=len(block.lines) == 1)
        named = sum(len(entry.span) for entry in entries)
        return named * 2 >= len(text) or self._words.is_unnamed(text)


def _denies(label: str) -> bool:
    return not {"ikke", "ikkje"}.isdisjoint(label.split())
