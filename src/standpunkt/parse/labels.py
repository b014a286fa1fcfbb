"""Labels of a header: which field a line opens, and of whom the people below it are.

The lexicon knows the usual labels, and a slip of the pen in a long one is forgiven; sides ("Fra
KS:") and bodies ("Mattilsynet:") are known by their form. In: the text of a line, and the fields
before it. Out: a ``Field``, or nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from standpunkt.lexicon import invert
from standpunkt.model import Function, Span
from standpunkt.parse.body_labels import LABEL_WORDS, BodyLabels
from standpunkt.parse.entries import Columns, trimmed
from standpunkt.parse.fields import LISTS, Field, list_name, present_list
from standpunkt.parse.groups import FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from standpunkt.lexicon import Lexicon
    from standpunkt.parse.people import PeopleParser

_LABEL = re.compile(
    r"(?P<label>(?:\d\. )?[^\W\d][^:\t]{0,58}?)\s*(?::|\t| {3,})[\s*_]*(?P<value>.*)$"
)
_SIDE = re.compile(
    r"\b(?P<word>fra|frå|for|på)\s+(?P<of>[^:]{2,58}?)"
    r"(?:\s+(?:møtte|deltok|stilte|var til stede|var)(?:\s+(?:følgende|følgjande))?)?:?$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"^(?:(?:deltakere|deltakarar|til stede|til stades)\s+)?(?:fra|frå)\s+", re.IGNORECASE
)
_DEPUTY = re.compile(r"(?:vara\w*|møtende vara\w*)\s+for\s+[^:]+$", re.IGNORECASE)
_INNER = re.compile(r"\s(?P<label>[A-ZÆØÅ][a-zæøå]+)\s*:\s*")
_BRACKETS = re.compile(r"\([^()]*\)")
_OF_BODY = re.compile(r"\((?P<body>[A-ZÆØÅ][\w-]*)\)$")
"""The body in brackets after a group of its people: "For arbeidsgiver (HiT)"."""
_NOT = frozenset({"ikke", "ikkje"})
_EITHER = re.compile(r"\s*/\s*|\s+og\s+")
_ALIKE = 90
_LOOSE = frozenset({"for", "på"})
"""Words that name a side only before one that is known: "for staten", "på KS' side"."""
_LONG = 9
_LONGEST = 120
"""A text that is longer is no label."""
_BESIDE = frozenset({"administration", "guests", "others"})
"""Lists of those who are there beside the members."""
_NAMED_BODIES = frozenset({"administration"})


class Labels:
    """Knows the labels of fields."""

    def __init__(self, lexicon: Lexicon, people: PeopleParser) -> None:
        self._functions = _functions(lexicon)
        self._labels = _labels(lexicon, self._functions)
        leads = "|".join(map(re.escape, lexicon.labels["words"]["leads"]))
        self._lead = re.compile(rf"(?:{leads})\s+(?=\S)")
        self._alike: dict[tuple[str, bool], list[str]] = {}
        for label in self._labels:
            self._alike.setdefault((label[0], _denies(label)), []).append(label)
        self._people, self._words = people, people.words
        self._bodies = BodyLabels(people)
        self._keywords = invert(lexicon.labels["keywords"])
        self._told = tuple(
            re.compile(lexicon.labels["prose"][name]) for name in ("came", "represented")
        )
        self._staff = tuple(lexicon.labels["words"]["staff"])
        self._sides = tuple(lexicon.labels["sides"].values())

    @property
    def known(self) -> Iterable[str]:
        """The labels that are known as they are written."""
        return self._labels

    def opens(self, text: str) -> bool:
        """True where a line begins with a label, so that it goes on from no other line."""
        match = _LABEL.match(text)
        if match is None:
            side = _SIDE.fullmatch(text)
            return bool(side and text[0].isupper() and self._may_send(side["of"]))
        if self._named(match["label"], [], colon=True):
            return True
        if ":" not in text:
            return False
        body = self._words.acronym(match["label"]) or self._bodies.of(match, [])
        return bool(body) or self._bodies.names_person(match)

    def field(self, text: str, offset: int, fields: list[Field]) -> Field | None:
        """The field that a line opens, with the value that stands on the label's line."""
        columns = self._words.head_of_table(text) or self._side_by_side(text)
        if columns:
            whole = Span(offset, offset + len(text))
            return Field(list_name(fields), whole, fields[-1].of if fields else None, columns)
        match = _LABEL.match(text)
        label, value = (match["label"], match["value"]) if match else (text, "")
        short = len(label) < _LONGEST
        named = self._named(label, fields, colon=bool(match)) if short else None
        if named is None and match:
            named = self._by_keyword(match) or self._by_office(match)
        if named is None and match is None:
            match = self._bodies.dashed(text, fields)
            value = match["value"] if match else ""
        if named is None:
            named = self._bodies.of(match, fields) if match else self._bodies.alone(text, fields)
        if named is None and self._is_told(text):
            whole = Span(offset, offset + len(text.rstrip()))
            return Field("attendance", Span(offset, offset), values=[whole])
        if named is None:
            return None
        opened = Field(named[0], Span(offset, offset + len(label)), named[1])
        if not value.strip():
            return opened
        start = offset + (match.start("value") if match else len(text))
        nested = self.field(value, start, [opened]) if opened.name in LISTS else None
        if nested and nested.name in LISTS:
            return nested
        opened.values.append(Span(start, offset + len(text.rstrip())))
        return opened

    def is_row(self, text: str, field: Field) -> bool:
        """True for a row of a table, which may begin with a role that labels a line elsewhere."""
        first, tab, rest = text.partition("\t")
        if field.columns is None or not (tab and rest.strip()) or self._words.head_of_table(text):
            return False
        return field.columns.kinds[0] == "role" or self.name(first.rstrip(" :")) is None

    def _side_by_side(self, text: str) -> Columns | None:
        """The columns of two lists beside each other: "Fra staten    Fra KS"."""
        heads = self._words.heads(text)
        names = [_FROM.sub("", head.group().strip(" :")) for head in heads]
        if len(names) < 2 or not all(map(self.is_side, names)):
            return None
        return Columns(tuple(names), tuple(head.start() for head in heads), sides=True)

    def _is_told(self, text: str) -> bool:
        """True for a paragraph that tells who met: "Frå KS møtte styreleiar Anne Vikse ..."."""
        came = next(filter(None, (told.match(text) for told in self._told)), None)
        rest = text[came.end() :] if came else ""
        return bool(rest and self._people.entries(rest, Span(0, len(rest)), one_a_line=False))

    def inner(self, flat: str, field: Field) -> list[Field]:
        """The fields on one line, cut at the labels inside the first: "Dato: ... Tid: ..."."""
        whole = field.spans[0] if len(field.spans) == 1 else Span(0, 0)
        cuts = [
            (match, name)
            for match in _INNER.finditer(flat, whole.start, whole.end)
            if (name := self._labels.get(match["label"].lower())) and name not in LISTS
        ]
        if field.name in LISTS or not cuts:
            return [field]
        ends = [*(match.start() for match, _ in cuts), whole.end]
        field.values = [Span(whole.start, ends[0])]
        opened = [Field(name, Span(*match.span("label"))) for match, name in cuts]
        for one, (match, _), end in zip(opened, cuts, ends[1:], strict=True):
            one.values.append(Span(match.end(), end))
        for one in (field, *opened):
            (value,) = one.spans
            one.values = [trimmed(flat, value.start, value.end)]
        return [field, *opened]

    def is_side(self, name: str | None) -> bool:
        """True for the name of a side of a consultation."""
        return name is not None and any(name.casefold() in names for names in self._sides)

    def _named(
        self, label: str, fields: list[Field], *, colon: bool
    ) -> tuple[str, str | None] | None:
        """The name of the field that a label stands for, and whom it is of."""
        if _DEPUTY.match(label):
            return "deputies", None
        side = _SIDE.search(label)
        known = self._exactly_sent(label, side) if side else self.name(label)
        if known:
            secretariat = known in _NAMED_BODIES and "sekretariat" in label.lower()
            sender = side["of"] if side else label
            return known, sender if secretariat else None
        return self._sent(label, side, fields, colon=colon) if side else self._of_list(label)

    def _sent(
        self, label: str, side: re.Match[str], fields: list[Field], *, colon: bool
    ) -> tuple[str, str | None] | None:
        """The list of those whom a side or a body sends: "Fra KS", "Forfall fra styret"."""
        before = label[: side.start()].strip()
        within = colon and side["of"][:1].isupper() and bool(fields) and fields[-1].name in LISTS
        loose = (side["word"].lower() in _LOOSE and not within) or not (colon or before)
        if loose and not (_OF_BODY.search(side["of"]) or self._may_send(side["of"])):
            nearly = self._nearly(_plain(label))
            return (nearly, None) if nearly else None
        if before and not self.name(before):
            return None
        name = self.name(before) if before else self._list_of(side["of"], fields)
        if name and name not in LISTS:  # "Sekretær for utvalget"
            return name, None
        return name or "attendance", side["of"]

    def _exactly_sent(self, label: str, side: re.Match[str]) -> str | None:
        """The field of a label with a sender, with or without its verb: "Fra administrasjonen"."""
        without = label[: side.end("of")] if side.start() == 0 else label
        return self._exactly(_plain(label)) or self._exactly(_plain(without))

    def _list_of(self, name: str, fields: list[Field]) -> str:
        """The list of those whom a label names: guests or staff where the members are told."""
        last = list_name(fields)
        above = fields[-1].of if fields else None
        more = last == "absence" and above and not self.is_side(above)  # "Forfall fra styret"
        if not (more or present_list(fields) != last or last in _BESIDE):
            return last
        if self.is_side(name) or self._words.acronym(name):
            return "attendance"
        return "administration" if name.lower().endswith(self._staff) else "guests"

    def _of_list(self, label: str) -> tuple[str, str | None] | None:
        """The list of a body that stands behind its name: "Deltakere HOD"."""
        first, _, of = label.partition(" ")
        name = self._labels.get(first.lower())
        return (name, of) if name in LISTS and of[:1].isupper() and self._may_send(of) else None

    def _may_send(self, name: str) -> bool:
        """True for a side or a body, so that "Fra KS" alone on its line is a label."""
        short = len(name.split()) < LABEL_WORDS
        return self.is_side(name) or (short and self._words.is_organisation(name))

    def _by_office(self, match: re.Match[str]) -> tuple[str, str | None] | None:
        """The office of whom a label names that heads the minutes elsewhere: "Referat: Eva Li"."""
        function = self._functions.get(_plain(match["label"])) if match["value"] else None
        return (
            (function, None) if function and self._people.names_somebody(match["value"]) else None
        )

    def _by_keyword(self, match: re.Match[str]) -> tuple[str, str | None] | None:
        """The list that a label with a telling word opens: "Fravær uten forfall: Anne Vikse"."""
        label, value = f" {match['label'].lower()} ", match["value"]
        if ":" not in match.group() or len(label.split()) > LABEL_WORDS:
            return None
        name = next((n for word, n in self._keywords.items() if f" {word} " in label), None)
        if name is None or (value and not self._people.names_somebody(value)):
            return None
        return name, None

    def name(self, label: str) -> str | None:
        """The name of the field that a label of the lexicon stands for."""
        if len(label) > _LONGEST:
            return None
        text = _plain(label)
        return self._exactly(text) or self._nearly(text)

    def _exactly(self, text: str) -> str | None:
        rest = (text, self._lead.sub("", text, count=1), text.removeprefix("møte"))
        either = [self._labels.get(part) for part in _EITHER.split(text)]
        known = next(filter(None, map(self._labels.get, rest)), None)
        known = known or (either[0] if all(either) else None)
        if known is None and _denies(text):
            came = " ".join(word for word in text.split() if word not in _NOT)
            return "absence" if self._labels.get(came) == "attendance" else None
        return known

    def _nearly(self, text: str) -> str | None:
        if self._words.roles.is_role(text):
            return None
        owner, _, noun = text.rpartition(" ")
        if owner.endswith("s") and noun in self._labels:
            return self._labels[noun]
        if len(text) < _LONG:
            return None
        alike = process.extractOne(
            text,
            self._alike.get((text[0], _denies(text)), ()),
            scorer=fuzz.ratio,
            score_cutoff=_ALIKE,
        )
        return self._labels[alike[0]] if alike else None


def _plain(label: str) -> str:
    return " ".join(_BRACKETS.sub("", label).lower().strip(" .*").split())


def _functions(lexicon: Lexicon) -> dict[str, str]:
    """The fields of the words that give somebody a function."""
    fields = {function: name for name, function in FUNCTIONS.items()}
    return {word: fields[Function(function)] for word, function in lexicon.functions.items()}


def _labels(lexicon: Lexicon, functions: dict[str, str]) -> dict[str, str]:
    """The labels of fields: those of the lexicon, and the words that give somebody a function."""
    kinds = lexicon.labels["words"]["kinds"]
    functions = {word: field for word, field in functions.items() if word not in kinds}
    prose = {f: lexicon.labels["prose"][f"{f}_after"] for f in ("chair", "minute-taker")}
    return functions | invert(prose) | lexicon.fields


def _denies(label: str) -> bool:
    return not _NOT.isdisjoint(label.split())
