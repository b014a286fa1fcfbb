"""What the head of minutes tells of the meeting: title, series, number, date, time, place.

In: the fields and the title of a header, and the first blocks below it. Out: a ``Meeting``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from standpunkt.lexicon import words_pattern
from standpunkt.model import Meeting, Span
from standpunkt.parse.dates import bare_clock, clocks, dates, times

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from standpunkt.lexicon import Lexicon
    from standpunkt.model import Document
    from standpunkt.parse.fields import Header
    from standpunkt.parse.layout import Block

_NUMBER = re.compile(
    r"(?<!\d)(?P<before>\d{1,2})\.\s*\w*møte"
    r"|(?:møte|møtebok)\w*\s+(?:nr\.?\s*(?P<after>\d+(?:/\d+)?)|(?P<bare>\d+/\d+))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d|/)")
_CASE_YEAR = re.compile(r"\b(?:sak|ps)\s+\d{1,3}/(\d\d|\d{4})\b", re.IGNORECASE)
_PART = re.compile(r"\s+[–—-]\s+")
_OWNER = re.compile(r"\b(?:kommune|fylkeskommune|HF)$", re.IGNORECASE)
"""A body that owns the one that met, and is no series of meetings."""
_LEADING = re.compile(r"(?:i|på|ved|sted|stad)\s+(?=\S)", re.IGNORECASE)
_TAIL = re.compile(
    r"(?P<place>[^;]*?)(?:,?\s+og\s+(?:ble|vart|blei)\b.*|;.*|\.\s+(?=[A-ZÆØÅ]).*|[.;]?$)"
)
_MOST = 8
"""A place has at most so many words."""


class MeetingParser:
    """Reads the meeting off a header."""

    def __init__(self, document: Document, header: Header, lexicon: Lexicon) -> None:
        self._flat = document.flat
        self._name = document.name
        self._header = header
        self._words = lexicon.labels["words"]
        self._ordinals = lexicon.words["ordinals"]
        self._weekdays = words_pattern(lexicon.words["weekdays"])
        self._rooms = tuple(lexicon.words["places"]["endings"])
        self._places = lexicon.pattern("places")

    def meeting(self, intro: tuple[Span, ...], language: str) -> Meeting:
        """The meeting; ``intro`` are the first paragraphs of the body, which may tell of it too."""
        title, series = self._titles()
        when = self._header.values("date", "time") or self._header.values("unknown")
        above = [block.span for block in self._header.title]
        around = (*when, *above, *intro)
        start, end = next((t for t in (times(self._flat, s) for s in around) if t[0]), (None, None))
        if start is None:
            start = next(filter(None, (bare_clock(self._flat, s) for s in when)), None)
        return Meeting(
            title=title,
            series=series,
            number=self._number(),
            date=self._date(when, above),
            start=start,
            end=end,
            place=self._place(when, above, intro),
            language=language,
        )

    def _titles(self) -> tuple[str, str | None]:
        """The title of the minutes, and the series of meetings or the body that met."""
        texts = [text for block in _merged(self._header.title) for text in self._lines(block)]
        series = next((t for t in texts if self._is_series(t)), None)
        titled = [t for t in texts if t != series and self._says_meeting(t)]
        telling = [t for t in titled if not self._is_kind(t)] or titled
        title = telling[0] if telling else next((t for t in texts if t != series), self._name)
        bodies = [self._flat[s.start : s.end].strip() for s in self._header.values("body")]
        series = series or next(iter(bodies), None) or self._body(texts, title)
        return _sentence_case(title), _sentence_case(series) if series else None

    def _lines(self, blocks: tuple[Block, ...]) -> list[str]:
        """The text of some blocks; a line that begins with a weekday, and what follows, apart."""
        texts = [""]
        for line in (line for block in blocks for line in block.lines):
            dated = self._weekdays.match(texts[-1]) or self._weekdays.match(line.text)
            if texts[-1] and not dated:
                texts[-1] += f" {line.text}"
            else:
                texts.append(line.text)
        return texts[1:]

    def _body(self, texts: list[str], title: str) -> str | None:
        """The body that met, by a line of the title that is neither title, date nor owner."""
        others = [t for t in texts if t != title and not any(char.isdigit() for char in t)]
        parts = [_PART.split(text)[-1] for text in others]
        in_title = _PART.split(title)
        if len(in_title) > 1 and self._says_meeting(in_title[-1]):
            parts += [part for part in in_title[:-1] if not self._says_meeting(part)]
        bodies = [
            p for p in parts if not (_OWNER.search(p) or self._is_kind(p) or self._places.search(p))
        ]
        return bodies[-1] if bodies else None

    def _is_series(self, text: str) -> bool:
        return any(text.lower().startswith(name[:20]) for name in self._words["series"])

    def _is_kind(self, text: str) -> bool:
        """True for a line that only says what kind of document this is: "Møtereferat"."""
        return text.lower().strip(" :.") in self._words["kinds"]

    def _says_meeting(self, text: str) -> bool:
        lower = text.lower()
        return any(word in lower for word in self._words["meeting"])

    def _number(self) -> str | None:
        for span in self._header.values("number"):
            found = re.search(r"\d+(?:/\d+)?", self._flat[span.start : span.end])
            if found:
                return found.group()
        text = " ".join(_joined((block,)) for block in self._header.title)
        number = _NUMBER.search(text)
        if number:
            return str(next(filter(None, number.groups())))
        ordinals = "|".join(self._ordinals)
        worded = re.search(rf"\b({ordinals})\s+\w*møte", text, re.IGNORECASE)
        return str(self._ordinals[worded.group(1).lower()]) if worded else None

    def _date(self, when: list[Span], title: list[Span]) -> date | None:
        """The meeting's date: from its own field, else from the title, else from the header."""
        year = self._year(when, title)
        found = [d for s in (*when, *title) for d in dates(self._flat, s, year)]
        with_clock = [
            d for s in when if times(self._flat, s)[0] for d in dates(self._flat, s, year)
        ]
        in_title = [d for s in title for d in dates(self._flat, s) if d.certain]
        certain = with_clock or in_title or found
        return certain[0].date if certain else None

    def _year(self, when: list[Span], title: list[Span]) -> int | None:
        """The year of a date without one: of another date, of the title, or of a case number."""
        spans = (*title, *when)
        dated = next((d.date.year for s in spans for d in dates(self._flat, s)), None)
        if dated:
            return dated
        told = [m for s in spans if (m := _YEAR.search(self._flat, s.start, s.end))]
        if told:
            return int(told[0].group())
        case = _CASE_YEAR.search(self._flat)
        return 2000 + int(case.group(1)) % 100 if case else None

    def _place(self, when: list[Span], above: list[Span], intro: Iterable[Span]) -> str | None:
        for span in self._header.values("place"):
            text = self._flat[span.start : span.end].strip()
            if text and not any(dates(self._flat, span)):
                return text
        below = [s for s in intro if times(self._flat, s)[0]]
        for span in (*self._header.values("place"), *when, *above, *below):
            place = self._beside_time(span)
            if place:
                return place
        alone = (self._flat[s.start : s.end] for s in above if self._is_room(s))
        return next(alone, None)

    def _is_room(self, span: Span) -> bool:
        """True for a line of the title that is a place: "Kommunenes Hus, møterom Utsikten"."""
        text = self._flat[span.start : span.end]
        told = self._places.search(text) and not self._says_meeting(self._places.sub("", text))
        return bool(told) and len(text.split()) <= _MOST

    def _beside_time(self, span: Span) -> str | None:
        """The place that stands after, or else before, a date and time."""
        told = [d.span for d in dates(self._flat, span, 2000)]
        told += clocks(self._flat, span)
        if not told:
            return None
        told += [Span(*m.span()) for m in self._weekdays.finditer(self._flat, span.start, span.end)]
        last = max(s.end for s in told)
        has_clock = bool(clocks(self._flat, span))
        tail = _TAIL.match(self._flat, last, span.end)
        after = _as_place(tail["place"]) if tail else ""
        sure = has_clock or self._places.search(after) or self._is_roomy(after)
        if after and sure and self._may_be_place(after):
            return after
        before = _as_place(self._flat[span.start : min(s.start for s in told)])
        plain = before and not self._says_meeting(self._places.sub("", before))
        return before if plain and self._may_be_place(before) else None

    def _may_be_place(self, text: str) -> bool:
        short = len(text.split()) <= _MOST
        named = text[0].isupper() or self._is_roomy(text)
        return short and (named or bool(self._places.search(text)))

    def _is_roomy(self, text: str) -> bool:
        """True where a word ends as the name of a room or a house: "lærerrommet"."""
        return any(word.lower().strip(".,)").endswith(self._rooms) for word in text.split())


def _as_place(text: str) -> str:
    stripped = text.strip(" \t,;:.-–—()")
    return _LEADING.sub("", stripped, count=1) if _LEADING.match(stripped) else stripped


def _merged(blocks: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    """Title blocks; lines in capitals that follow each other directly are one."""
    groups: list[list[Block]] = []
    for block in blocks:
        capitals = _joined((block,)).isupper()
        if groups and capitals and not block.after_blank and _joined((groups[-1][-1],)).isupper():
            groups[-1].append(block)
        else:
            groups.append([block])
    return [tuple(group) for group in groups]


def _joined(blocks: tuple[Block, ...]) -> str:
    return " ".join(line.text for block in blocks for line in block.lines)


def _sentence_case(text: str) -> str:
    return text[0] + text[1:].lower() if text.isupper() else text
