"""From drafts to statements: what can only be known when the whole meeting has been read.

A draft knows who, what and about what. Which earlier statement it answers, whose claim it takes
over, and the topic that comes with it, need its neighbours. In: drafts in order. Out: numbered
statements.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpunkt.extract.claims import ClaimMaker
from standpunkt.extract.deadlines import deadline
from standpunkt.extract.mentions import mentions
from standpunkt.extract.replies import link as link_turns
from standpunkt.extract.turns import Turn
from standpunkt.model import Act, Attribution, Stance, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from standpunkt.extract.acts import Decision
    from standpunkt.extract.clauses import Clause
    from standpunkt.lexicon import Lexicon
    from standpunkt.model import Actor, Deadline, Document, Meeting, Side, Span, Topic
    from standpunkt.resolve.registers import Registers

_WHETHER = re.compile(r"\b(?:om|ved) (?!\w+$)")
_PUTS_OFF = frozenset({"own_return", "will_return"})
"""Promises to come back to a matter, which are for nothing yet."""
_KEEPS_ITS_CLAIM = frozenset({Act.DEMAND, Act.PROPOSAL, Act.REQUEST})


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before it is known what it answers.

    ``title`` is that of the agenda item and ``paragraph`` where the paragraph begins. ``front``
    are the words before an inverted verb, ``content`` all words but the attributing ones, ``said``
    those that make a proposition, ``whole`` where they are a sentence of their own;
    ``topic_named`` is false where the topic is only the running one. ``roles`` are those of the
    speakers, in one word each.
    """

    span: Span
    clause: Clause
    actors: tuple[Actor, ...]
    behalf: tuple[str, ...]
    side: Side | None
    attribution: Attribution
    written: tuple[str, ...]
    confidence: float
    agenda: str | None
    title: str
    paragraph: int
    decision: Decision
    front: str
    content: str
    said: str
    whole: bool
    topic: Topic
    topic_named: bool
    addressees: tuple[str, ...]
    roles: tuple[str, ...]


def finish(
    drafts: Sequence[Draft],
    document: Document,
    meeting: Meeting,
    lexicon: Lexicon,
    registers: Registers,
) -> tuple[Statement, ...]:
    """Link the drafts and number them from 1."""
    links = link_turns([turn_of(draft, document) for draft in drafts], lexicon.reply_weights)
    maker = ClaimMaker(lexicon, meeting.language)
    positions = _positions(drafts, links, maker)
    topics = _topics(drafts, links)
    return tuple(
        Statement(
            number=number,
            span=draft.span,
            speakers=draft.actors,
            on_behalf_of=draft.behalf,
            attribution=draft.attribution,
            agenda=draft.agenda,
            act=draft.decision.act,
            stance=stance,
            claim=claim,
            topic=topics[number - 1],
            responds_to=None if link is None else link + 1,
            addressees=draft.addressees,
            deadline=_deadline(draft, document, meeting.date),
            mentions=_mentions(draft, document, lexicon, registers),
            as_written=draft.written,
            rule=draft.clause.rule,
            act_rule=draft.decision.rule,
            confidence=draft.confidence,
        )
        for number, (draft, link, (stance, claim)) in enumerate(
            zip(drafts, links, positions, strict=True), 1
        )
    )


def _mentions(
    draft: Draft, document: Document, lexicon: Lexicon, registers: Registers
) -> tuple[str, ...]:
    """What a draft names, but for those in the meeting who say it."""
    text = " ".join(document.quote(draft.span).split())
    found = mentions(text, lexicon, registers)
    speaking = {*draft.behalf, *(actor.name for actor in draft.actors)}
    cited = draft.clause.rule == "cited-organisation"
    return found if cited else tuple(name for name in found if name not in speaking)


def _topics(drafts: Sequence[Draft], links: Sequence[int | None]) -> list[Topic]:
    """The topic of each draft: a reply that names none has that of what it answers."""
    topics: list[Topic] = []
    for draft, link in zip(drafts, links, strict=True):
        topics.append(draft.topic if link is None or draft.topic_named else topics[link])
    return topics


def _deadline(draft: Draft, document: Document, on: date | None) -> Deadline | None:
    if draft.decision.act is not Act.COMMITMENT or on is None:
        return None
    return deadline(document.flat, draft.span, on)


def turn_of(draft: Draft, document: Document) -> Turn:
    """What the linker of replies needs to know of a draft."""
    verb = draft.clause.verb
    entry = verb.entry if verb else None
    return Turn(
        actors=draft.actors,
        behalf=draft.behalf,
        side=draft.side,
        agenda=draft.agenda,
        title=draft.title,
        paragraph=draft.paragraph,
        act=draft.decision.act,
        text=" ".join(document.quote(draft.span).split()),
        content=draft.content,
        front=draft.front,
        verb=entry.id if entry else None,
        dialogue=entry.dialogue if entry else "",
        coordinated=draft.clause.rule in {"coordinated-verb", "relative"},
        inherited=draft.attribution is Attribution.INHERITED,
        cited=draft.clause.rule == "cited-organisation" and bool(verb and verb.perfect),
        addressees=draft.addressees,
        roles=draft.roles,
        topic=draft.topic.label if draft.topic_named else None,
        running=draft.topic.label,
    )


def _positions(
    drafts: Sequence[Draft], links: Sequence[int | None], maker: ClaimMaker
) -> list[tuple[Stance, str | None]]:
    """Stance and claim of each draft, in order."""
    contested = {
        link
        for draft, link in zip(drafts, links, strict=True)
        if link is not None and draft.decision.act in {Act.SUPPORT, Act.OPPOSITION}
    }
    positions: list[tuple[Stance, str | None]] = []
    for index, (draft, link) in enumerate(zip(drafts, links, strict=True)):
        answered = positions[link][1] if link is not None else None
        asked = link is not None and drafts[link].decision.act is Act.QUESTION
        positions.append(
            _position(draft, answered, maker, contested=index in contested, asked=asked)
        )
    return positions


def _position(
    draft: Draft, answered: str | None, maker: ClaimMaker, *, contested: bool, asked: bool
) -> tuple[Stance, str | None]:
    """A reply with a stance takes the claim that it answers (codebook sections 4 and 7).

    A concern that is later supported or rejected was a claim, and a promise that answers a
    claim is for it.
    """
    act, stance = draft.decision.act, draft.decision.stance
    answers = answered and not asked and draft.decision.rule not in _PUTS_OFF
    claimed = (act is Act.CONCERN and contested) or (act is Act.COMMITMENT and answers)
    if stance is Stance.NONE and claimed:
        stance = Stance.FOR
    own = maker.claim(
        draft.said,
        act,
        draft.decision.rule,
        holder=next(iter(draft.behalf), None),
        sentence=draft.whole or draft.clause.verb is None or draft.clause.verb.entry is None,
    )
    if stance is Stance.NONE:
        whether = act is Act.QUESTION and _WHETHER.search(draft.content)
        return stance, own if whether else None
    if answered and act not in _KEEPS_ITS_CLAIM:
        return stance, answered
    return stance, own or draft.topic.label
