"""The nouns of the program: frozen dataclasses that the stages hand to each other.

A ``Document`` is text with offsets. ``Minutes`` is what its lay-out tells: the meeting, who
was there, the agenda and the passages under it. A ``Reading`` adds what was said: statements
and events. Nothing here computes more than a look-up, and nothing here knows RDF.

Offsets count Unicode code points of ``Document.text`` and are half-open: ``text[start:end]``.
Codes are those of the codebook; each has a concept of the same name in ``ontology/schemes.ttl``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time


class Act(StrEnum):
    """What a speaker does (codebook section 3), in order of precedence when several fit."""

    OPPOSITION = "opposition"
    SUPPORT = "support"
    DEMAND = "demand"
    PROPOSAL = "proposal"
    REQUEST = "request"
    QUESTION = "question"
    COMMITMENT = "commitment"
    CONCERN = "concern"
    ASSESSMENT = "assessment"
    ACKNOWLEDGEMENT = "acknowledgement"
    INFORMATION = "information"
    PROCEDURAL = "procedural"


class Stance(StrEnum):
    """Where a speaker stands on a claim (codebook section 4)."""

    FOR = "for"
    AGAINST = "against"
    CONDITIONAL = "conditional"
    NONE = "none"


class Attribution(StrEnum):
    """How the text says who speaks (codebook section 2)."""

    DIRECT = "direct"
    PRONOUN = "pronoun"
    TITLE = "title"
    JOINT = "joint"
    ORGANISATION = "organisation"
    INHERITED = "inherited"
    AGENTLESS = "agentless"


class Function(StrEnum):
    """What a person does in a meeting, apart from the role that he or she holds outside it."""

    DELEGATE = "delegate"
    CHAIR = "chair"
    MINUTE_TAKER = "minute-taker"
    ADMINISTRATION = "administration"
    ABSENT = "absent"
    DEPUTY = "deputy"
    GUEST = "guest"


class Side(StrEnum):
    """The party to a consultation that a participant belongs to."""

    STATE = "state"
    KS = "ks"
    OTHER = "other"


class EventType(StrEnum):
    """Things that happen in a meeting and are not speech."""

    CHAIR_HANDOVER = "chair-handover"
    LEAVES = "leaves"
    ARRIVES = "arrives"
    VOTE = "vote"
    DECISION = "decision"


class ActorKind(StrEnum):
    """What stands behind a speaker's name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"


class ReviewState(StrEnum):
    """What a person has said of a statement."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters ``[start, end)`` of a document's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """True where every character of ``other`` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a person should look at, with its place in the document.

    ``code`` names the kind of finding, the same for all of its kind; ``message`` says what was
    seen, what was expected and what to do. ``page`` and ``line`` count from 1.
    """

    code: str
    document: str
    page: int
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Omission:
    """Words of the source that are no part of its running text, and why: a running header, say.

    ``page`` counts from 1.
    """

    page: int
    text: str
    reason: str


_NARROW_GAP = re.compile(r"[^\s.:;,!?|]( ) (?=[^\s|])")
"""Two spaces together inside a line, and not after a stop."""


def _narrow_columns(text: str) -> set[int]:
    """Where two spaces part columns: twice in a line, or in lines one below the other."""
    found: set[int] = set()
    start, before = 0, list[int]()
    for line in text.split("\n"):
        gaps = [start + gap.start(1) for gap in _NARROW_GAP.finditer(line)] if "  " in line else []
        if gaps and before:
            found.update(before, gaps)
        elif len(gaps) > 1:
            found.update(gaps)
        start, before = start + len(line) + 1, gaps
    return found


@dataclass(frozen=True)
class Document:
    """A source document as read: its text, and where each character stands in the source.

    ``sha256`` is of the file's bytes and ``text_sha256`` of the text in UTF-8; ``page_starts``
    holds the offset at which each page begins (one page, at 0, for plain text). ``wraps`` holds
    the offsets of the line ends inside paragraphs, where the source tells them from the ends of
    paragraphs, else it is ``None``. ``depths`` holds the offset and the level of each heading that
    the source knows as one. ``omitted`` is what the source has beside its running text,
    and ``findings`` tell what was odd about the file itself.
    """

    key: str
    name: str
    media_type: str
    sha256: str
    text: str
    text_sha256: str
    page_starts: tuple[int, ...] = (0,)
    wraps: frozenset[int] | None = None
    depths: tuple[tuple[int, int], ...] = ()
    omitted: tuple[Omission, ...] = ()
    findings: tuple[Finding, ...] = ()

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line begins."""
        breaks = (i + 1 for i, char in enumerate(self.text) if char == "\n")
        return (0, *breaks)

    def line(self, offset: int) -> int:
        """The number of the line, from 1, that the character at ``offset`` stands on."""
        return bisect_right(self.line_starts, offset)

    def page(self, offset: int) -> int:
        """The number of the page, from 1, that the character at ``offset`` stands on."""
        return bisect_right(self.page_starts, offset)

    @cached_property
    def flat(self) -> str:
        """The text with every white-space character as a space: same length, same offsets."""
        return "".join(" " if char.isspace() else char for char in self.text)

    @cached_property
    def rows(self) -> str:
        """The flat text with a tab where a column of a table begins: same length, same offsets.

        Columns are parted by tabs, by three spaces or more, by two where the next line has them
        too, or in Markdown by upright strokes.
        """
        tabs = {match.start(1) for match in re.finditer(r"\S(\t| {3})[\t ]*(?=\S)", self.text)}
        tabs |= _narrow_columns(self.text)
        for row in re.finditer(r"^[ \t]*\|.*\|[ \t]*$", self.text, re.MULTILINE):
            tabs |= {i for i in range(row.start(), row.end()) if self.text[i] == "|"}
        return "".join("\t" if i in tabs else char for i, char in enumerate(self.flat))

    def quote(self, span: Span) -> str:
        """The text at ``span``, to the letter."""
        return self.text[span.start : span.end]

    def finding(self, code: str, offset: int, message: str, page: int | None = None) -> Finding:
        """A finding at the place of the character at ``offset``, or on a page without any."""
        return Finding(code, self.name, page or self.page(offset), self.line(offset), message)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting that the minutes tell of. What the minutes do not say is ``None``."""

    title: str
    series: str | None
    number: str | None
    date: date | None
    start: time | None
    end: time | None
    place: str | None
    language: str


@dataclass(frozen=True, slots=True)
class Participant:
    """A person on the attendance list, as written there; ``span`` is the list entry.

    ``aliases`` are other forms that the list itself gives, such as initials in front of the name.
    """

    name: str
    side: Side | None
    role: str | None
    organisation: str | None
    functions: tuple[Function, ...]
    span: Span
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A heading under which the meeting spoke.

    ``number`` is the whole number (``2.1``), ``level`` counts from 1, and ``alternatives`` are
    the titles that a preview of the agenda gave to the same item.
    """

    number: str
    title: str
    level: int
    span: Span
    alternatives: tuple[str, ...] = ()

    @property
    def parent(self) -> str | None:
        """The number of the item that this one is part of."""
        return self.number.rpartition(".")[0] or None if self.level > 1 else None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of running text under an agenda item (``None`` before the first one).

    ``block`` names the kind of block that it stands in where a label says so: ``decision``,
    ``vote``, ``proposal``, ``action``.
    """

    span: Span
    agenda: str | None
    block: str | None = None


@dataclass(frozen=True, slots=True)
class Ignored:
    """A stretch of the text that was read and left out, and why."""

    span: Span
    reason: str


@dataclass(frozen=True)
class Minutes:
    """What the lay-out of a document tells, before anybody has said anything."""

    document: Document
    meeting: Meeting
    participants: tuple[Participant, ...]
    agenda: tuple[AgendaItem, ...]
    passages: tuple[Passage, ...]
    used: tuple[Span, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Who speaks: a person on the attendance list, an organisation, or an unnamed group."""

    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time given for a commitment: the words, and the first and last day that they cover."""

    text: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Topic:
    """What a statement is about; ``concept`` is its id in the register where it is linked."""

    label: str
    concept: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One actor group, one act, one subject, one span (codebook section 1).

    ``number`` counts from 1 through the document; ``responds_to`` is the number of the earlier
    statement that this one answers. ``as_written`` holds the names as the text has them, in
    the order of ``speakers``. ``rule`` names the sieve that found the speaker, ``act_rule``
    the lexicon entry that decided the act, and ``confidence`` is between 0 and 1. ``review`` is
    what a person has said of it.
    """

    number: int
    span: Span
    speakers: tuple[Actor, ...]
    on_behalf_of: tuple[str, ...]
    attribution: Attribution
    agenda: str | None
    act: Act
    stance: Stance
    claim: str | None
    topic: Topic
    responds_to: int | None
    addressees: tuple[str, ...]
    deadline: Deadline | None
    mentions: tuple[str, ...]
    as_written: tuple[str, ...]
    rule: str
    act_rule: str
    confidence: float
    review: ReviewState = ReviewState.UNREVIEWED


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a statement that a person has changed, and the texts before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Review:
    """A person's decision on a statement: who, when, why, and what it changed.

    ``statement`` is what the decision made of it; one that was rejected has no number.
    """

    statement: Statement
    reviewer: str
    date: date
    comment: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened and was not said: somebody leaves, the chair changes, a vote."""

    type: EventType
    persons: tuple[str, ...]
    agenda: str | None
    span: Span


@dataclass(frozen=True)
class Reading:
    """A document with everything that was found in it, and what people have decided since."""

    minutes: Minutes
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    ignored: tuple[Ignored, ...] = field(default=())
    findings: tuple[Finding, ...] = field(default=())
    reviews: tuple[Review, ...] = field(default=())

    @property
    def document(self) -> Document:
        """The source document."""
        return self.minutes.document
