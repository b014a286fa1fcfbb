"""From minutes to statements: the conductor of the extraction.

Walks through passages and sentences in order, keeps who has the word, and lets each part do its
work: clauses say who, acts say what, topics about what. In: ``Minutes``. Out: a ``Reading``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.extract.addressees import AddresseeFinder
from standpunkt.extract.clauses import CONFIDENCE, Clause, find_clauses
from standpunkt.extract.coding import ClauseCoder
from standpunkt.extract.content import content_of, said_in, text_of
from standpunkt.extract.coordination import Coordination
from standpunkt.extract.coverage import unread
from standpunkt.extract.doubts import missed_name, unsure_name
from standpunkt.extract.drafts import Draft, finish, turn_of
from standpunkt.extract.events import BLOCKS, EventFinder
from standpunkt.extract.motions import Motions, joined
from standpunkt.extract.people import People
from standpunkt.extract.remarks import Remarks
from standpunkt.extract.sieves import Sieves
from standpunkt.extract.subjects import SubjectFinder
from standpunkt.extract.thread import TopicThread
from standpunkt.extract.tokens import tokens
from standpunkt.extract.verbs import VerbFinder
from standpunkt.extract.votes import VoteFinder
from standpunkt.model import Attribution, Event, EventType, Ignored, Reading, Span
from standpunkt.parse.sentences import sentences

if TYPE_CHECKING:
    from standpunkt.extract.acts import Decision
    from standpunkt.extract.tokens import Token
    from standpunkt.extract.turns import Turn
    from standpunkt.lexicon import Lexicon
    from standpunkt.model import Actor, Finding, Minutes, Passage
    from standpunkt.parse.presence import Presence
    from standpunkt.resolve.registers import Registers

_SHORTEST = 3
_MOST_WORDS = 600
"""Longer stretches without a full stop are lists or damage, and nobody says them."""
_MARK = 8
"""So many characters before a paragraph hold its bullet."""
_BULLETS = ("–", "-", "•", "*", "·", "▪")


def extract(
    minutes: Minutes, presences: tuple[Presence, ...], lexicon: Lexicon, registers: Registers
) -> Reading:
    """Find everything that was said in the minutes."""
    extractor = Extractor(minutes, lexicon, registers)
    for passage in joined(minutes.passages, minutes.document.flat):
        extractor.passage(passage)
    return extractor.reading(presences)


class Extractor:
    """Collects drafts, events and what was left out, passage by passage."""

    def __init__(self, minutes: Minutes, lexicon: Lexicon, registers: Registers) -> None:
        self._minutes = minutes
        self._document = minutes.document
        self._lexicon = lexicon
        self._registers = registers
        self._people = People(minutes, lexicon, registers)
        self._subjects = SubjectFinder(self._people, lexicon)
        verbs = VerbFinder(lexicon)
        self._sieves = Sieves(self._subjects, verbs, lexicon)
        self._coordination = Coordination(self._sieves, self._subjects, verbs, lexicon)
        self._event_finder = EventFinder(self._people, self._subjects, lexicon)
        self._motions = Motions(self._sieves, self._subjects)
        self._votes = VoteFinder(self._subjects, lexicon)
        self._coder = ClauseCoder(lexicon)
        self._addressees = AddresseeFinder(self._subjects, lexicon)
        self._thread = TopicThread(minutes, lexicon, registers)
        self._told_of = frozenset(one.span for one in minutes.ignored)
        self._titles = {item.number: item.title for item in minutes.agenda}
        self._remarks = Remarks(lexicon)
        self._drafts: list[Draft] = []
        self._events: list[Event] = []
        self._ignored: list[Ignored] = []
        self._findings: list[Finding] = []
        self._speaker: tuple[Actor, ...] = ()
        self._listing = False

    def passage(self, passage: Passage) -> None:
        """Read one paragraph; a new one gives nobody the word."""
        if passage.block == "recommendation":
            self._ignored.append(Ignored(passage.span, "a recommendation, not something said"))
            return
        self._listing = self._listing and self._is_bullet(passage)
        self._speaker = self._speaker if self._listing else ()
        self._motions.begin(self._document.quote(passage.span))
        self._thread.enter(passage.agenda)
        for sentence in sentences(self._document.flat, passage.span, self._lexicon):
            if sentence not in self._told_of:
                self._sentence(sentence, passage)

    def _is_bullet(self, passage: Passage) -> bool:
        """True for a further point of a list, whose label told who speaks."""
        start = passage.span.start
        return self._document.flat[max(0, start - _MARK) : start].rstrip().endswith(_BULLETS)

    def _sentence(self, sentence: Span, passage: Passage) -> None:
        words = tokens(self._document.flat, sentence)
        if len(words) > _MOST_WORDS:
            self._ignored.append(Ignored(sentence, "longer than any sentence"))
            return
        words, passage = self._unlabelled(words, passage)
        words = self._without_closing(words)
        events = self._event_finder.events(words, self._document.flat, passage.agenda)
        if events:
            self._events.extend(events)
        elif kind := self._told(words, sentence):
            self._events.append(Event(kind, (), passage.agenda, sentence))
        elif self._is_remark(sentence):
            self._ignored.append(Ignored(sentence, "the minute-taker's own remark"))
        elif clauses := self._clauses(words, passage):
            for clause in clauses:
                self._draft(clause, words, passage)
            self._motions.heard(self._text(words))
        elif passage.block in BLOCKS:
            self._events.append(Event(BLOCKS[passage.block], (), passage.agenda, sentence))
        else:
            self._ignored.append(Ignored(sentence, "attributed to nobody"))
            missed = missed_name(self._document, self._people, words)
            self._findings.extend([missed] if missed else [])

    def _unlabelled(self, words: list[Token], passage: Passage) -> tuple[list[Token], Passage]:
        """The words after a label, and the passage as the label or the end of a motion makes it."""
        label = words[0].lower if len(words) > 2 and words[1].text == ":" else ""
        if self._lexicon.blocks.get(label) == "action":
            return words[2:], replace(passage, block="action")
        leads = self._motions.leads_to(words[-1].end - passage.span.start)
        if passage.block == "proposal" and (leads or self._motions.over):
            passage = replace(passage, block=None)
        return words[2:] if label in self._lexicon.words["source"]["label"] else words, passage

    def _told(self, words: list[Token], sentence: Span) -> EventType | None:
        text = " ".join(self._document.quote(sentence).split())
        return self._votes.kind(words, text, speaking=bool(self._speaker))

    def _without_closing(self, words: list[Token]) -> list[Token]:
        """The words before "..., og møtet ble hevet", which nobody says."""
        for place in range(_SHORTEST, len(words) - 2):
            if words[place].lower != "og":
                continue
            rest = text_of(self._document.flat, words, place + 1, len(words)).lower()
            if self._remarks.closes(rest):
                end = place - (words[place - 1].text == ",")
                span = Span(words[end].start, words[-1].end)
                self._ignored.append(Ignored(span, "the minute-taker's own remark"))
                return words[:end]
        return words

    def _is_remark(self, sentence: Span) -> bool:
        text = " ".join(self._document.quote(sentence).lower().split())
        if self._remarks.begins(text):
            return not self._sieves.passives.by_person(tokens(self._document.flat, sentence))
        words = tokens(self._document.flat, sentence)
        subject = self._subjects.at(words, 0)
        if subject is None:
            return self._remarks.tells_of_papers(text)
        rest = text_of(self._document.flat, words, subject.end, len(words)).lower()
        if self._remarks.takes_floor(rest):
            self._speaker = subject.actors
            self._people.spoke(subject.participants)
            return True
        return bool(subject.participants) and self._remarks.stands_in(rest)

    def _clauses(self, words: list[Token], passage: Passage) -> list[Clause]:
        """The clauses of a sentence that belong to somebody."""
        speaking = bool(self._speaker)
        if self._motions.quoting and speaking:
            return self._motions.quoted(words)
        found = find_clauses(
            words,
            lambda ws: self._sieves.main(ws, speaking=speaking),
            lambda ws, clause: self._coordination.following(ws, clause, speaking=speaking),
            self._lexicon.adverbs,
        )
        if passage.block == "proposal":
            return self._motions.moved(words, found)
        if self._motions.opens(self._text(words)):
            return self._motions.opened(words, found)
        if passage.block in BLOCKS:
            return [c for c in found if passage.block == "decision" and self._binds(c)]
        if found[0].rule == "inherited" and not speaking:
            return [clause for clause in found[1:] if clause.subject]
        return found

    def _text(self, words: list[Token]) -> str:
        return text_of(self._document.flat, words, 0, len(words))

    def _binds(self, clause: Clause) -> bool:
        """True where a decision says what one of the parties to a consultation will do."""
        actors = clause.subject.actors if clause.subject else ()
        return bool(actors) and all(self._people.is_party(one.name) for one in actors)

    def _draft(self, clause: Clause, words: list[Token], passage: Passage) -> None:
        subject = clause.subject
        actors = subject.actors if subject else self._speaker
        people = [p for p in map(self._people.participant, actors) if p]
        span = Span(words[clause.start].start, words[clause.end - 1].end)
        content, whole = content_of(self._document.flat, clause, words)
        decision = self._decide(clause, words, passage, actors)
        topic, named = self._thread.topic(content, clause.verb)
        self._drafts.append(
            Draft(
                span=span,
                clause=clause,
                actors=actors,
                behalf=self._people.all_speak_for(actors),
                side=self._people.side_of(actors),
                attribution=subject.attribution if subject else Attribution.INHERITED,
                written=subject.written if subject else (),
                confidence=round(CONFIDENCE[clause.rule] * (subject.score if subject else 1.0), 2),
                agenda=passage.agenda,
                title=self._titles.get(passage.agenda or "", ""),
                paragraph=passage.span.start,
                decision=decision,
                front=text_of(self._document.flat, words, clause.front.start, clause.front.stop),
                content=content,
                said=said_in(self._document.flat, clause, words),
                whole=whole,
                topic=topic,
                topic_named=named,
                addressees=self._addressees.find(clause, words, decision.act, actors),
                roles=tuple(p.role.lower().split()[-1] for p in people if p.role),
            )
        )
        self._listen(clause, actors, span)
        self._listing = self._listing or clause.rule == "colon"

    def _decide(
        self, clause: Clause, words: list[Token], passage: Passage, actors: tuple[Actor, ...]
    ) -> Decision:
        flat = self._document.flat
        if clause.rule == "received":
            return self._coder.received(text_of(flat, words, clause.start, clause.end))
        content, whole = content_of(flat, clause, words)
        return self._coder.code(
            clause,
            content,
            actors,
            self._people.side_of(actors),
            whole=whole,
            block=passage.block,
            motion=self._motions.opens(self._text(words)),
        )

    def _listen(self, clause: Clause, actors: tuple[Actor, ...], span: Span) -> None:
        """Remember who has the word; a cited organisation does not take it."""
        if clause.rule == "cited-organisation" or not actors:
            return
        self._speaker = actors
        subject = clause.subject
        if subject:
            self._people.spoke(subject.participants)
            unsure = unsure_name(self._document, subject, span)
            self._findings.extend([unsure] if unsure else [])

    def turns(self) -> list[Turn]:
        """What was said so far as the linker of replies sees it."""
        return [turn_of(draft, self._document) for draft in self._drafts]

    def reading(self, presences: tuple[Presence, ...]) -> Reading:
        """Everything that was found, numbered, linked and accounted for."""
        meeting = self._minutes.meeting
        statements = finish(self._drafts, self._document, meeting, self._lexicon, self._registers)
        seen = [Event(p.type, (p.person,), None, p.span) for p in presences]
        events = tuple(sorted((*seen, *self._events), key=lambda event: event.span))
        ignored = (*self._minutes.ignored, *self._ignored)
        found = (one.span for ones in (statements, events, ignored) for one in ones)
        left = unread(self._document, (*self._minutes.used, *found))
        return Reading(
            minutes=replace(self._minutes, participants=self._people.with_chairs()),
            statements=statements,
            events=events,
            ignored=ignored,
            findings=(*self._minutes.findings, *self._findings, *left),
        )
