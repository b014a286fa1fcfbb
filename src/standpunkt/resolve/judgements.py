"""People's judgements of who is who: a file that is read at every build and never forgotten.

A row of ``identities.csv`` says of two names, each on the list of one document, that they are the
same person, two different ones, or that somebody could not tell; who said so, when, and why. In:
the folder of decisions. Out: judgements; a row that is wrong, or that contradicts another, is a
``DataError`` with its place.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO
from typing import TYPE_CHECKING

from standpunkt.errors import DataError, UsageError
from standpunkt.files import must_stay, write_whole
from standpunkt.resolve.persons import Mention
from standpunkt.resolve.tables import Row, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

FILE = "identities.csv"
COLUMNS = (
    *("id", "verdict", "document_a", "name_a", "document_b", "name_b"),
    *("by", "on", "why"),
)


class Verdict(StrEnum):
    """What somebody found of two names."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """That two mentions are one person, two, or that nobody can tell; ``row`` is its place."""

    id: str
    verdict: Verdict
    one: Mention
    other: Mention
    by: str
    on: date
    why: str
    row: int = 0

    @property
    def pair(self) -> tuple[Mention, Mention]:
        """The two mentions."""
        return self.one, self.other


def load_judgements(folder: Path) -> tuple[Judgement, ...]:
    """Read and check the judgements of a folder, in the order of the file; none without a file.

    Raises ``DataError`` with file and row.
    """
    path = folder / FILE
    if not path.exists():
        return ()
    rows = read_rows(path, COLUMNS)
    judgements = tuple(map(_judgement, rows))
    _one_a_pair(rows, judgements)
    check_consistent(judgements)
    return judgements


def save_judgements(folder: Path, judgements: Iterable[Judgement]) -> None:
    """Write the judgements of a folder, in the order of their ids: the whole file or nothing."""
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for one in sorted(judgements, key=lambda one: one.id):
        table.writerow((one.id, one.verdict, *one.one, *one.other, one.by, one.on, one.why))
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / FILE, out.getvalue().encode())


def record(
    folder: Path,
    pairs: Mapping[str, tuple[Mention, Mention]],
    id_: str,
    verdict: str,
    *,
    by: str,
    on: date,
    why: str,
) -> Judgement:
    """Add a judgement of one of ``pairs``, by id, to the file of a folder, or change it there.

    Raises ``UsageError`` where nobody asked about such a pair, ``DataError`` where the judgement
    contradicts another; then nothing is written.
    """
    must_stay(folder)
    before = {one.id: one for one in load_judgements(folder)}
    pair = before[id_].pair if id_ in before else pairs.get(id_)
    if pair is None:
        message = f"no doubtful pair is called '{id_}'; 'standpunkt resolve' lists them"
        raise UsageError(message)
    judged = Judgement(id_, Verdict(verdict), *pair, by=by, on=on, why=why)
    after = before | {id_: judged}
    check_consistent(tuple(after.values()))
    save_judgements(folder, after.values())
    return judged


def check_consistent(judgements: Sequence[Judgement]) -> None:
    """Refuse judgements that contradict each other, also by way of a third mention.

    Raises ``DataError`` that names the judgement, and the one that it contradicts.
    """
    persons: dict[Mention, set[Mention]] = {}
    for one in judgements:
        if one.verdict is Verdict.SAME:
            together = persons.setdefault(one.one, {one.one})
            together |= persons.get(one.other, {one.other})
            persons.update(dict.fromkeys(together, together))
    for one in judgements:
        if one.verdict is not Verdict.SAME and one.other in persons.get(one.one, ()):
            message = (
                f"{FILE}{f', row {one.row}' if one.row else ''}: '{one.id}' tells {one.one.name} "
                f"({one.one.document}) and {one.other.name} ({one.other.document}) apart, but "
                f"other rows join them; take back one of the judgements"
            )
            raise DataError(message)


def _judgement(row: Row) -> Judgement:
    verdict = row.code("verdict", Verdict)
    if verdict is None:
        row.refuse(f"'verdict' is empty; expected one of {', '.join(Verdict)}")
    on = row.day("on")
    if on is None:
        row.refuse("'on' is empty; write the day of the judgement, such as 2022-01-01")
    one = Mention(row.text("document_a"), row.text("name_a"))
    other = Mention(row.text("document_b"), row.text("name_b"))
    if one == other:
        row.refuse("both names are the same one; name two lists")
    by, why = row.text("by"), row.optional("why") or ""
    return Judgement(row.text("id"), Verdict(verdict), one, other, by, on, why, row.number)


def _one_a_pair(rows: Sequence[Row], judgements: Sequence[Judgement]) -> None:
    """Refuse two judgements of one pair."""
    seen: dict[frozenset[Mention], Judgement] = {}
    for row, one in zip(rows, judgements, strict=True):
        first = seen.setdefault(frozenset(one.pair), one)
        if first is not one:
            row.refuse(f"the pair is judged already in row {first.row}; keep one of the two")
