"""The coding of a statement as texts, one a field: what sheets, decisions and coders share.

In goes a statement, out comes a :data:`Coding`, and the other way round. The texts are the same
for the same coding in every build: lists stand between upright strokes, days as ``2022-12-31``,
a statement that is answered as its span ``120-180``, because numbers change when statements are
added, and whoever speaks and is not a person says so (``organisation: KS``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from standpunkt.folding import squeeze
from standpunkt.model import (
    Act,
    Actor,
    ActorKind,
    Attribution,
    Deadline,
    ReviewState,
    Span,
    Stance,
    Statement,
    Topic,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from standpunkt.resolve.registers import Registers

FIELDS = (
    *("speakers", "on_behalf_of", "attribution", "agenda", "act", "stance", "claim", "topic"),
    *("responds_to", "addressees", "deadline_text", "deadline_first", "deadline_last", "mentions"),
)
"""The fields that people code, in the order of every sheet and file."""

LISTS = frozenset({"speakers", "on_behalf_of", "addressees", "mentions"})
DAYS = frozenset({"deadline_first", "deadline_last"})
CODES: Mapping[str, tuple[str, ...]] = {
    "attribution": tuple(Attribution),
    "act": tuple(Act),
    "stance": tuple(Stance),
}
WHO = ("speakers", "on_behalf_of", "attribution")
"""The fields that the rule which found the speaker answers for."""
DOES = ("act", "stance", "claim")
"""The fields that the entry which decided the act answers for."""

BY_HAND = "review"
"""Stands for the rule where a person decided, and not the program."""

Coding: TypeAlias = Mapping[str, str]
"""The text of each of :data:`FIELDS`; what is not there is the empty text."""

_KIND = re.compile(rf"({ActorKind.ORGANISATION}|{ActorKind.GROUP}): (.+)")
_SPAN = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


def join(values: Iterable[str]) -> str:
    """Put several texts in one.

    >>> join(["Kari Nes", "Ola Moe"])
    'Kari Nes | Ola Moe'
    """
    return " | ".join(map(squeeze, values))


def split(text: str) -> tuple[str, ...]:
    """Take a text of several apart; line breaks part them too."""
    return tuple(value for part in re.split(r"[|\n]", text) if (value := squeeze(part)))


def span_text(span: Span | None) -> str:
    """Write a span, such as ``120-180``; nothing is empty."""
    return f"{span.start}-{span.end}" if span else ""


def span_of(text: str) -> Span | None:
    """Read a span; ``None`` where the text is none.

    >>> span_of("120-180")
    Span(start=120, end=180)
    >>> span_of("180-120"), span_of("")
    (None, None)
    """
    match = _SPAN.fullmatch(text.strip())
    start, end = (int(match[1]), int(match[2])) if match else (0, 0)
    return Span(start, end) if start < end else None


def actor_text(actor: Actor) -> str:
    """Write whoever speaks; only a person goes without a word before the name."""
    name = squeeze(actor.name)
    return name if actor.kind is ActorKind.PERSON else f"{actor.kind}: {name}"


def actor_of(text: str) -> Actor:
    """Read whoever speaks.

    >>> actor_of("organisation: KS").kind.value, actor_of("Kari Nes").kind.value
    ('organisation', 'person')
    """
    match = _KIND.fullmatch(text)
    return Actor(match[2], ActorKind(match[1])) if match else Actor(text, ActorKind.PERSON)


def code(one: Statement, answered: Span | None) -> Coding:
    """Write the coding of a statement; ``answered`` is the span of the one that it answers."""
    deadline = one.deadline
    return {
        "speakers": join(map(actor_text, one.speakers)),
        "on_behalf_of": join(one.on_behalf_of),
        "attribution": one.attribution.value,
        "agenda": squeeze(one.agenda or ""),
        "act": one.act.value,
        "stance": one.stance.value,
        "claim": squeeze(one.claim or ""),
        "topic": squeeze(one.topic.label),
        "responds_to": span_text(answered),
        "addressees": join(one.addressees),
        "deadline_text": squeeze(deadline.text) if deadline else "",
        "deadline_first": deadline.first.isoformat() if deadline else "",
        "deadline_last": deadline.last.isoformat() if deadline else "",
        "mentions": join(one.mentions),
    }


def codings(statements: Iterable[Statement]) -> dict[Span, Coding]:
    """Write the codings of a document's statements, by their spans."""
    several = tuple(statements)
    spans = {one.number: one.span for one in several}
    return {one.span: code(one, spans.get(one.responds_to or 0)) for one in several}


def statement(
    coding: Coding,
    span: Span,
    state: ReviewState,
    registers: Registers,
    found: Statement | None = None,
) -> Statement:
    """Make a statement of a coding; it has no number yet, and answers nothing.

    ``found`` is what the program found there. Rules and confidence are its own where the person
    left alone what they answer for.
    """
    own = code(found, None) if found else {}
    who = found if all(own.get(name) == coding[name] for name in WHO) else None
    does = found if all(own.get(name) == coding[name] for name in DOES) else None
    return Statement(
        number=0,
        span=span,
        speakers=tuple(map(actor_of, split(coding["speakers"]))),
        on_behalf_of=split(coding["on_behalf_of"]),
        attribution=Attribution(coding["attribution"]),
        agenda=coding["agenda"] or None,
        act=Act(coding["act"]),
        stance=Stance(coding["stance"]),
        claim=coding["claim"] or None,
        topic=_topic(coding["topic"], registers, found),
        responds_to=None,
        addressees=split(coding["addressees"]),
        deadline=_deadline(coding),
        mentions=split(coding["mentions"]),
        as_written=who.as_written if who else (),
        rule=who.rule if who else BY_HAND,
        act_rule=does.act_rule if does else BY_HAND,
        confidence=who.confidence if who else 1.0,
        review=state,
    )


def _topic(label: str, registers: Registers, found: Statement | None) -> Topic:
    if found and squeeze(found.topic.label) == label:
        return found.topic
    concept = registers.topic(label)
    return Topic(concept.nb, concept.id) if concept else Topic(label)


def _deadline(coding: Coding) -> Deadline | None:
    first, last = coding["deadline_first"], coding["deadline_last"]
    if not (first and last):
        return None
    return Deadline(coding["deadline_text"], date.fromisoformat(first), date.fromisoformat(last))
