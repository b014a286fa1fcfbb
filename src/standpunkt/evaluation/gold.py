"""A reading in the gold format: the JSON that people annotate in and scores are taken of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from standpunkt.model import Deadline, Event, Participant, Reading, Span, Statement


def to_gold(reading: Reading) -> dict[str, Any]:
    """The reading as a JSON object; offsets are characters of the text, half-open."""
    meeting = reading.minutes.meeting
    return {
        "document": reading.document.name,
        "sha256": reading.document.sha256,
        "status": "extracted",
        "meeting": {
            "title": meeting.title,
            "series": meeting.series,
            "number": meeting.number,
            "date": meeting.date.isoformat() if meeting.date else None,
            "start": meeting.start.strftime("%H:%M") if meeting.start else None,
            "end": meeting.end.strftime("%H:%M") if meeting.end else None,
            "place": meeting.place,
            "language": meeting.language,
        },
        "participants": [_participant(one) for one in reading.minutes.participants],
        "agenda": [
            {"number": i.number, "title": i.title, "level": i.level, "span": _span(i.span)}
            for i in reading.minutes.agenda
        ],
        "statements": [_statement(one) for one in reading.statements],
        "events": [_event(one) for one in reading.events],
        "not_statements": [_span(one.span) for one in reading.ignored],
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _participant(one: Participant) -> dict[str, Any]:
    return {
        "name": one.name,
        "side": one.side,
        "role": one.role,
        "organisation": one.organisation,
        "functions": list(one.functions),
        "span": _span(one.span),
    }


def _statement(one: Statement) -> dict[str, Any]:
    return {
        "id": one.number,
        "span": _span(one.span),
        "speakers": [speaker.name for speaker in one.speakers],
        "on_behalf_of": list(one.on_behalf_of),
        "attribution": one.attribution,
        "agenda": one.agenda,
        "act": one.act,
        "stance": one.stance,
        "claim": one.claim,
        "topic": one.topic.label,
        "responds_to": one.responds_to,
        "addressees": list(one.addressees),
        "deadline": _deadline(one.deadline) if one.deadline else None,
        "mentions": list(one.mentions),
    }


def _deadline(one: Deadline) -> dict[str, str]:
    return {"text": one.text, "from": one.first.isoformat(), "to": one.last.isoformat()}


def _event(one: Event) -> dict[str, Any]:
    return {"type": one.type, "persons": list(one.persons), "span": _span(one.span)}
