"""``standpunkt resolve``: the doubtful persons with their evidence, and people's judgements."""

# ruff: noqa: PLC0415 - each command loads what it needs when it is called

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from standpunkt.cli.options import STORE, Decisions, Output, Store, choose
from standpunkt.cli.output import say, show, write
from standpunkt.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from standpunkt.resolve.identity import Doubt
    from standpunkt.resolve.persons import Person

HOW = "'standpunkt resolve ID same|different|unsure --by NAME --why TEXT' records a judgement"
_SHOWN = 3
"""So many lists are told of each person on a terminal."""


def resolve(
    pair: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="A doubtful pair, as the list names it."),
    ] = None,
    verdict: Annotated[
        str | None, typer.Argument(metavar="same|different|unsure", help="Who they are.")
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who judges.", show_default=False)
    ] = None,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="What it rests on.")] = "",
    on: Annotated[
        str | None,
        typer.Option(
            "--on", metavar="DATE", help="The day of the judgement.", show_default="today"
        ),
    ] = None,
    store: Store = STORE,
    decisions: Decisions = None,
    output: Output = None,
    persons: Annotated[
        bool,
        typer.Option("--persons", help="Write everybody as rows for the register of persons."),
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Write the pairs with all their lists as JSON.")
    ] = False,
) -> int:
    """Show who may be the same person, or judge it.

    Names that certainly are one person's are joined at each build. Those that only may be are
    listed here, the surest first. A judgement is kept in identities.csv in the folder of
    decisions and counts from the next build on.
    """
    from standpunkt import api

    if persons:
        from standpunkt.resolve.known import write_persons

        write(write_persons(api.persons(store, decisions=decisions)), output)
        return 0
    if pair is None:
        doubts = api.doubts(store, decisions=decisions)
        _list(doubts, as_json=as_json)
        return 0
    if verdict is None or by is None:
        message = f"a judgement needs a verdict and a name; {HOW}"
        raise UsageError(message)
    choose("verdict", verdict, ("same", "different", "unsure"))
    judged = api.judge(pair, verdict, by=by, why=why, on=_day(on), store=store, decisions=decisions)
    one, other = judged.pair
    say(f"{judged.id}  {one.name} ({one.document}) and {other.name} ({other.document}): {verdict}")
    say("'standpunkt build' applies it")
    return 0


def _day(text: str | None) -> "date":
    from datetime import date

    try:
        return date.fromisoformat(text) if text else date.today()  # noqa: DTZ011 - a local day
    except ValueError:
        message = f"--on '{text}': expected a date such as 2022-01-01"
        raise UsageError(message) from None


def _list(doubts: "tuple[Doubt, ...]", *, as_json: bool) -> None:
    if as_json:
        write(json.dumps([_everything(one) for one in doubts], ensure_ascii=False, indent=1) + "\n")
        return
    rows = [
        (one.id, f"{one.score:.2f}", _told(one.one), _told(one.other), "; ".join(one.reasons))
        for one in doubts
    ]
    show(("id", "score", "one", "other", "because"), rows)
    say(f"{len(doubts)} doubtful pairs" + (f"; {HOW}" if doubts else ""))


def _told(person: "Person") -> str:
    """A person with the first lists: name, body, role, day."""
    lists = [
        ", ".join(filter(None, (one.organization, one.role, str(one.on or ""))))
        for one in person.attestations
    ]
    more = f" and {len(lists) - _SHOWN} more" if len(lists) > _SHOWN else ""
    return f"{person.name} ({'; '.join(lists[:_SHOWN])}{more})"


def _everything(doubt: "Doubt") -> dict[str, Any]:
    people = {"one": doubt.one, "other": doubt.other}
    return {"id": doubt.id, "score": doubt.score, "reasons": doubt.reasons} | {
        side: {
            "name": person.name,
            "lists": [
                {
                    "document": one.mention.document,
                    "name": one.mention.name,
                    "date": str(one.on) if one.on else None,
                    "organization": one.organization,
                    "role": one.role,
                    "side": one.side,
                }
                for one in person.attestations
            ],
        }
        for side, person in people.items()
    }
