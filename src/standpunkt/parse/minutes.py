"""Puts the parts of the parse together: a document in, ``Minutes`` out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from standpunkt.errors import SourceError
from standpunkt.model import Finding, Ignored, Meeting, Minutes, Span
from standpunkt.parse.agenda import AgendaParser
from standpunkt.parse.attendance import Attendance
from standpunkt.parse.dates import dates, times
from standpunkt.parse.header import HeaderParser
from standpunkt.parse.language import language_of
from standpunkt.parse.layout import blocks_of, lines_of
from standpunkt.parse.people import PeopleParser
from standpunkt.parse.prose import offices

if TYPE_CHECKING:
    from datetime import date

    from standpunkt.lexicon import Lexicon
    from standpunkt.model import Document, Participant
    from standpunkt.parse.agenda import Agenda
    from standpunkt.parse.attendance import Presence
    from standpunkt.parse.fields import Header
    from standpunkt.parse.layout import Block
    from standpunkt.parse.prose import Office
    from standpunkt.resolve.registers import Registers

_NUMBER = re.compile(
    r"(?<!\d)(\d{1,2})\.\s*\w*møte|møte\w*\s+(?:nr\.?\s*(\d+(?:/\d+)?)|(\d+/\d+))", re.IGNORECASE
)
_PLACE_TAIL = re.compile(
    r"\d\s+(?:i|på|ved)\s+(?P<place>[A-ZÆØÅ0-9][^.;]*?)(?=,?\s+og\s+(?:ble|vart|blei)\b|[.;]|$)"
)
_BROKEN_OFF = 6
"""A last line of so many words ought to end a sentence."""
_INTRO = 3
"""How many blocks after the header may still tell when and where the meeting was."""


def parse(
    document: Document, lexicon: Lexicon, registers: Registers
) -> tuple[Minutes, tuple[Presence, ...]]:
    """Read the lay-out of minutes; also who came late or left early by the attendance list.

    Raises :class:`~standpunkt.errors.SourceError` where the document does not look like
    Norwegian minutes.
    """
    language = language_of(document, lexicon)
    people = PeopleParser(lexicon, registers)
    header_parser, agenda_parser = HeaderParser(lexicon, people), AgendaParser(lexicon)
    blocks = blocks_of(lines_of(document), header_parser.opens)
    header = header_parser.parse(document.rows, blocks, agenda_parser.is_item)
    intro = tuple(block.span for block in blocks[header.length :][:_INTRO])
    meeting = _meeting(document, header, intro, lexicon, language)
    attendance = Attendance(people, registers, lexicon, meeting.date)
    participants = attendance.participants(document.rows, header.groups(), language)
    agenda = agenda_parser.parse(blocks[header.length :])
    told = tuple(offices(document.flat, agenda.passages, lexicon))
    participants = attendance.with_offices(document.flat, participants, told, language)
    _must_be_minutes(document, meeting, participants)
    minutes = Minutes(
        document=document,
        meeting=meeting,
        participants=participants,
        agenda=agenda.items,
        passages=agenda.passages,
        used=tuple(block.span for block in blocks[: header.length]),
        ignored=(*agenda.ignored, *_headings(agenda), *_told(told)),
        findings=(*document.findings, *_findings(document, meeting, participants)),
    )
    return minutes, tuple(attendance.presences)


def _told(told: tuple[Office, ...]) -> tuple[Ignored, ...]:
    sentences = dict.fromkeys(office.sentence for office in told)
    return tuple(Ignored(span, "tells who led or recorded the meeting") for span in sentences)


def _headings(agenda: Agenda) -> tuple[Ignored, ...]:
    return tuple(Ignored(item.span, "heading") for item in agenda.items)


def _meeting(
    document: Document, header: Header, intro: tuple[Span, ...], lexicon: Lexicon, language: str
) -> Meeting:
    flat = document.flat
    title, series = _titles(document, header, lexicon)
    when = header.values("date", "time")
    above = [block.span for block in header.title]
    around = (*when, *above, *intro)
    start, end = next((t for t in (times(flat, s) for s in around) if t[0]), (None, None))
    number = _NUMBER.search(" ".join(_joined((block,)) for block in header.title))
    return Meeting(
        title=title,
        series=series,
        number=next(filter(None, number.groups()), None) if number else None,
        date=_date(flat, header, when),
        start=start,
        end=end,
        place=_place(flat, header, [*when, *(s for s in (*above, *intro) if times(flat, s)[0])]),
        language=language,
    )


def _titles(document: Document, header: Header, lexicon: Lexicon) -> tuple[str, str | None]:
    """The title of the minutes, and the series of meetings or the body that met."""
    texts = [_joined(block) for block in _merged(header.title)]
    words = lexicon.labels["words"]
    series = next((t for t in texts if _is_series(t, words["series"])), None)
    titled = [t for t in texts if t != series and _says(t, words["meeting"])]
    title = titled[0] if titled else next((t for t in texts if t != series), document.name)
    if series is None:
        others = [t for t in texts if t != title and not any(char.isdigit() for char in t)]
        series = others[-1] if others else None
    return _sentence_case(title), _sentence_case(series) if series else None


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


def _is_series(text: str, known: list[str]) -> bool:
    return any(text.lower().startswith(name[:20]) for name in known)


def _says(text: str, words: list[str]) -> bool:
    lower = text.lower()
    return any(word in lower for word in words)


def _sentence_case(text: str) -> str:
    return text[0] + text[1:].lower() if text.isupper() else text


def _date(flat: str, header: Header, when: list[Span]) -> date | None:
    """The meeting's date: from its own field, else from the title, else from the header."""
    title = [block.span for block in header.title]
    year = next((d.date.year for s in (*title, *when) for d in dates(flat, s)), None)
    found = [d for s in (*when, *title) for d in dates(flat, s, year)]
    with_clock = [d for s in when if times(flat, s)[0] for d in dates(flat, s, year)]
    in_title = [d for s in title for d in dates(flat, s) if d.certain]
    certain = with_clock or in_title or found
    return certain[0].date if certain else None


def _place(flat: str, header: Header, when: list[Span]) -> str | None:
    for span in header.values("place"):
        return flat[span.start : span.end].strip()
    for span in when:
        match = _PLACE_TAIL.search(flat, span.start, span.end)
        if match:
            return match["place"].strip()
    return None


def _must_be_minutes(
    document: Document, meeting: Meeting, participants: tuple[Participant, ...]
) -> None:
    if meeting.date is None and not participants:
        msg = (
            f"{document.name}, line 1: neither a date nor an attendance list; expected minutes "
            "with a header such as 'Til stede:' and 'Dato:'. Is it the right file?"
        )
        raise SourceError(msg)


def _findings(
    document: Document, meeting: Meeting, participants: tuple[Participant, ...]
) -> tuple[Finding, ...]:
    missing = {
        "no-date": meeting.date is None
        and "no date of the meeting; expected 'Dato:' in the header",
        "no-attendance": not participants
        and "no attendance list; expected 'Til stede:' with names. Nobody can be found to speak",
    }
    found = [document.finding(code, 0, text) for code, text in missing.items() if text]
    return tuple(found) + _truncated(document)


def _truncated(document: Document) -> tuple[Finding, ...]:
    """A finding where the text breaks off in the middle of a long line."""
    text = document.text.rstrip()
    last = text.rsplit("\n", 1)[-1]
    if text.endswith(tuple('.!?:»)"”')) or len(last.split()) < _BROKEN_OFF:
        return ()
    message = f"breaks off after '{last[-40:]}'; expected a full stop. Is the file complete?"
    return (document.finding("truncated", len(text) - 1, message),)
