"""Puts the parts of the parse together: a document in, ``Minutes`` out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from standpunkt.errors import SourceError
from standpunkt.model import Finding, Ignored, Meeting, Minutes
from standpunkt.parse.agenda import AgendaParser
from standpunkt.parse.attendance import Attendance, Lists
from standpunkt.parse.groups import Groups
from standpunkt.parse.header import HeaderParser
from standpunkt.parse.language import language_of
from standpunkt.parse.layout import blocks_of, lines_of
from standpunkt.parse.meeting import MeetingParser
from standpunkt.parse.people import PeopleParser
from standpunkt.parse.presence import Presences
from standpunkt.parse.prose import Prose
from standpunkt.parse.senders import Senders
from standpunkt.parse.sides import Sides

if TYPE_CHECKING:
    from standpunkt.lexicon import Lexicon
    from standpunkt.model import Document, Participant
    from standpunkt.parse.agenda import Agenda
    from standpunkt.parse.presence import Presence
    from standpunkt.parse.prose import Office
    from standpunkt.resolve.registers import Registers

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
    parsed = _parsed(document, lexicon, registers, language)
    if not parsed[0].participants:
        # Some minutes name everybody by surname only; elsewhere one word is no name.
        by_surname = _parsed(document, lexicon, registers, language, surnames=True)
        parsed = by_surname if by_surname[0].participants else parsed
    _must_be_minutes(document, parsed[0].meeting, parsed[0].participants)
    return parsed


_CLOSING = 4
"""So many blocks at the end may hold the name of who wrote the minutes."""


class _Parsers(NamedTuple):
    """The parsers, which know words and nothing of a document, so one set of them is enough."""

    header: HeaderParser
    agenda: AgendaParser
    lists: Lists
    prose: Prose


@lru_cache(maxsize=4)
def _parsers(lexicon: Lexicon, registers: Registers, *, surnames: bool) -> _Parsers:
    people = PeopleParser(lexicon, registers, surnames=surnames)
    senders, sides = Senders(lexicon, people.words), Sides(lexicon, registers)
    groups = Groups(lexicon, registers)
    lists = Lists(people, groups, senders, Presences(lexicon), sides)
    return _Parsers(HeaderParser(lexicon, people), AgendaParser(lexicon), lists, Prose(lexicon))


def _parsed(
    document: Document,
    lexicon: Lexicon,
    registers: Registers,
    language: str,
    *,
    surnames: bool = False,
) -> tuple[Minutes, tuple[Presence, ...]]:
    parsers = _parsers(lexicon, registers, surnames=surnames)
    blocks = parsers.header.apart(blocks_of(lines_of(document), parsers.header.opens))
    header = parsers.header.parse(document.rows, blocks, parsers.agenda.is_item)
    intro = tuple(block.span for block in blocks[header.length :][:_INTRO])
    meeting = MeetingParser(document, header, lexicon).meeting(intro, language)
    title = " ".join(block.text for block in header.title)
    attendance = Attendance(parsers.lists, registers, meeting.date, title)
    participants = attendance.participants(document.rows, header.groups(), language)
    agenda = parsers.agenda.parse(blocks[header.length :])
    last = blocks[max(header.length, len(blocks) - _CLOSING) :]
    told = (
        *parsers.prose.offices(document.flat, agenda.passages),
        *parsers.prose.signed(document.flat, [block.span for block in last]),
    )
    participants = attendance.with_offices(document.flat, participants, told, language)
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
