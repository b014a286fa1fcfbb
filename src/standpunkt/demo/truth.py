"""The truth about a made-up series: what a reader should find, and more than it can.

In: the documents with their marks, all careers, all promises. Out: a JSON object with documents,
people, namesakes, mentions, organisations, statements, events, claims and commitments. Offsets
count characters of the document's text.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from standpunkt.demo.casting import Cast
    from standpunkt.demo.marks import Marked
    from standpunkt.demo.plot import Promise
    from standpunkt.demo.series import MadeUp
    from standpunkt.demo.words import Words

SHORT = 80
"""Texts up to this length are told as they are written; of longer ones the place is enough."""


def tell(
    documents: Sequence[MadeUp], everybody: Cast, promises: Sequence[Promise], words: Words
) -> dict[str, Any]:
    """Tell all that is known: people, mentions, organisations, statements, claims, promises."""
    marked = [(one.name, mark) for one in documents for mark in one.marked]

    def of(kind: str) -> list[dict[str, Any]]:
        return [_entry(name, mark) for name, mark in marked if mark.note["kind"] == kind]

    mentions, statements = of("person"), of("statement")
    return {
        "documents": [
            {"document": one.name, "date": str(one.day), "language": one.language}
            | {"layout": one.layout}
            for one in documents
        ],
        "people": _people(everybody, mentions, documents[-1].day),
        "namesakes": _namesakes(everybody, mentions),
        "mentions": mentions,
        "organizations": of("organization"),
        "statements": statements,
        "events": of("event"),
        "claims": _claims(words, statements),
        "commitments": [_commitment(one, statements) for one in promises],
    }


def _entry(document: str, mark: Marked) -> dict[str, Any]:
    note = {key: value for key, value in mark.note.items() if key != "kind"}
    place = {"document": document, "start": mark.start, "end": mark.end}
    return place | ({"as_written": mark.text} if len(mark.text) < SHORT else {}) | note


def _people(
    everybody: Cast, mentions: Sequence[dict[str, Any]], last: date
) -> list[dict[str, Any]]:
    forms: dict[str, dict[str, None]] = {}
    for one in mentions:
        forms.setdefault(one["person"], {})[one["as_written"]] = None
    return [
        {
            "id": one.id,
            "name": " ".join(filter(None, (one.given, one.middle, one.surname))),
            "later_name": one.name(last) if one.changed and one.changed <= last else None,
            "forms": list(forms[one.id]),
            "posts": [
                {"unit": held.seat.unit.id, "role": held.seat.role, "from": str(held.start)}
                | {"to": str(held.end) if held.end else None}
                for held in sorted(everybody.tenures, key=lambda held: held.start)
                if held.person is one and held.start <= last
            ],
        }
        for one in everybody.people
        if one.id in forms
    ]


def _namesakes(everybody: Cast, mentions: Sequence[dict[str, Any]]) -> list[list[str]]:
    """List the ids of those who share given name and surname, each set of them once."""
    seen = {one["person"] for one in mentions}
    called: dict[tuple[str, str], list[str]] = {}
    for one in everybody.people:
        if one.id in seen:
            called.setdefault((one.given, one.surname), []).append(one.id)
    return [ids for ids in called.values() if len(ids) > 1]


def _claims(words: Words, statements: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """List the claims that were made, each with who stood where on it, in order."""
    claims = {
        f"{theme.id}/{claim.id}": asdict(claim) for theme in words.themes for claim in theme.claims
    }
    keys = ("document", "start", "speakers", "stance")
    return [
        {"id": id_, "nb": claim["that"][0], "nn": claim["that"][1]}
        | {"statements": [{key: one[key] for key in keys} for one in made]}
        for id_, claim in claims.items()
        if (made := [one for one in statements if one.get("claim") == id_])
    ]


def _commitment(promise: Promise, statements: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Tell what became of a promise: when it was made, put off, asked for, kept, or forgotten."""
    told = [one for one in statements if one.get("commitment") == promise.id]
    keys = ("document", "start", "speakers", "what", "deadline")
    last = told[-1]["what"]
    return {
        "id": promise.id,
        "theme": promise.theme.id,
        "task": promise.task.do[0],
        "fate": "never mentioned again" if last == "made" else last,
        "told": [{key: one[key] for key in keys if key in one} for one in told],
    }
