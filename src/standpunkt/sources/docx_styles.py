"""What the style sheet and the lists of a Word document say of a paragraph.

Styles are based on each other; the nearest one that says something is right. The numbers of
lists and headings stand nowhere in the text and are counted here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from standpunkt.sources.numbering import Counter, Level, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's elements and attributes, as lxml writes it."""
_FORMS = {
    "decimal": "1",
    "decimalZero": "1",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
    "bullet": "",
    "none": "",
}
_GAP = 60
"""A paragraph with at least so much above or below it (in twentieths of a point) stands apart."""
_BODY = 9
"""The outline level of what is no heading."""
_HEADING = re.compile(r"(?:heading|overskrift) (?P<level>[1-9])$", re.IGNORECASE)
_NO = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class Properties:
    """What a paragraph or a style says of itself; ``None`` where it says nothing.

    ``style`` is the name of a paragraph's style, ``list`` the number of its list and the level
    in it. ``before`` and ``after`` tell whether there is space above and below it, ``joined``
    that there is none towards paragraphs of its style, ``new_page`` that it begins a page.
    ``outline`` is the level of a heading, from 0; from 9 on it is none.
    """

    style: str | None = None
    list: tuple[str, int] | None = None
    before: bool | None = None
    after: bool | None = None
    joined: bool | None = None
    new_page: bool | None = None
    outline: int | None = None

    @property
    def depth(self) -> int:
        """The level of a heading, from 1; 0 for any other paragraph."""
        return 0 if self.outline is None or self.outline >= _BODY else self.outline + 1


class Styles:
    """The style sheet of a document, and the lists that it counts."""

    def __init__(self, sheet: Element, numbering: Element | None) -> None:
        self._sheet = sheet
        self._numbering = numbering
        self._begun: set[str] = set()
        self._lineages: dict[str | None, Properties] = {}

    def of(self, paragraph: Element) -> Properties:
        """What holds for a paragraph, by its own properties, its style's, and the defaults."""
        found = paragraph.find(f"{W}pPr")
        style = value(found, "pStyle") or self._default
        if style not in self._lineages:
            self._lineages[style] = self._lineage(style)
        return _over(_properties(found, style), self._lineages[style])

    def label(self, of: Properties) -> str:
        """The number or bullet that is painted in front of the next paragraph with these."""
        number, depth = of.list or ("0", 0)
        found = self._lists.get(number)
        if found is None:
            return ""
        if number not in self._begun:
            self._begun.add(number)
            for level, start in found.restarts:
                found.counter.put(level, start - 1)
        return found.counter.label(depth)

    @cached_property
    def hidden(self) -> frozenset[str | None]:
        """The names of the styles whose letters cannot be seen."""
        return frozenset(
            one.get(f"{W}styleId") for one in self._sheet.iter(f"{W}style") if is_hidden(one)
        )

    def _lineage(self, style: str | None) -> Properties:
        """What a style says, or the one that it is based on, and so on, or the defaults."""
        said, seen = Properties(), set()
        while style in self._styles and style not in seen:
            seen.add(style)
            said = _over(said, self._styles[style])
            style = self._bases[style]
        defaults = self._sheet.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        return _over(said, _properties(defaults, None))

    @cached_property
    def _styles(self) -> dict[str | None, Properties]:
        return {one.get(f"{W}styleId"): _of_style(one) for one in self._sheet.iter(f"{W}style")}

    @cached_property
    def _bases(self) -> dict[str | None, str | None]:
        """From the name of a style to that of the style that it is based on."""
        return {
            one.get(f"{W}styleId"): value(one, "basedOn") for one in self._sheet.iter(f"{W}style")
        }

    @cached_property
    def _default(self) -> str | None:
        kinds = (s for s in self._sheet.iter(f"{W}style") if s.get(f"{W}type") == "paragraph")
        default = next((s for s in kinds if s.get(f"{W}default") in {"1", "true"}), None)
        return None if default is None else default.get(f"{W}styleId")

    @cached_property
    def _lists(self) -> dict[str, _List]:
        """From the number of a list to the counter that it shares with others of its kind."""
        root = self._numbering
        if root is None:
            return {}
        counters = {
            one.get(f"{W}abstractNumId"): Counter(
                {
                    whole_number(level.get(f"{W}ilvl"), 0): _level(level)
                    for level in one.iter(f"{W}lvl")
                }
            )
            for one in root.iter(f"{W}abstractNum")
        }
        return {
            one.get(f"{W}numId") or "": _List(counters[kind], tuple(_restarts(one)))
            for one in root.iter(f"{W}num")
            if (kind := value(one, "abstractNumId")) in counters
        }


@dataclass(frozen=True, slots=True)
class _List:
    """A list: how its kind is counted, and the levels that it counts anew, each from where."""

    counter: Counter
    restarts: tuple[tuple[int, int], ...]


def value(element: Element | None, *path: str) -> str | None:
    """The ``w:val`` of an element further down."""
    found = None if element is None else element.find("/".join(f"{W}{name}" for name in path))
    return None if found is None else found.get(f"{W}val")


def is_on(element: Element | None) -> bool | None:
    """What a switch says; ``None`` where there is none."""
    return None if element is None else element.get(f"{W}val") not in _NO


def is_hidden(element: Element) -> bool:
    """True where a run or a style hides its letters."""
    return bool(is_on(element.find(f"{W}rPr/{W}vanish")))


def _properties(found: Element | None, style: str | None) -> Properties:
    if found is None:
        return Properties(style)
    spacing = found.find(f"{W}spacing")
    numbers = found.find(f"{W}numPr")
    outline = value(found, "outlineLvl")
    listed = value(numbers, "numId") or "0", whole_number(value(numbers, "ilvl"), 0)
    return Properties(
        style=style,
        list=None if numbers is None else listed,
        before=_is_gap(spacing, "before"),
        after=_is_gap(spacing, "after"),
        joined=is_on(found.find(f"{W}contextualSpacing")),
        new_page=is_on(found.find(f"{W}pageBreakBefore")),
        outline=None if outline is None else whole_number(outline, _BODY),
    )


def _of_style(style: Element) -> Properties:
    """What a style says; one that is named as a heading is a heading of that level."""
    said = _properties(style.find(f"{W}pPr"), None)
    named = _HEADING.match(value(style, "name") or "")
    return replace(said, outline=int(named["level"]) - 1) if named else said


def _over(near: Properties, far: Properties) -> Properties:
    """What the nearer of two says, and where it says nothing, the other."""
    return Properties(
        *(
            getattr(far if getattr(near, name) is None else near, name)
            for name in Properties.__slots__
        )
    )


def _is_gap(spacing: Element | None, side: str) -> bool | None:
    size = None if spacing is None else spacing.get(f"{W}{side}")
    return None if size is None else whole_number(size, 0) >= _GAP


def _level(level: Element) -> Level:
    kind = value(level, "numFmt") or "decimal"
    pattern = "" if kind == "none" else value(level, "lvlText") or ""
    return Level(_FORMS.get(kind, "1"), pattern, whole_number(value(level, "start"), 1))


def _restarts(one: Element) -> Iterator[tuple[int, int]]:
    for override in one.iter(f"{W}lvlOverride"):
        start = value(override, "startOverride")
        if start is not None:
            yield whole_number(override.get(f"{W}ilvl"), 0), whole_number(start, 1)
