"""From a sheet to decisions: what a coder has changed, or everything that is wrong with it.

Each row is compared with what stands now. A row that nobody has touched since it was exported
decides nothing. Where a single row is wrong nothing is decided, and all that is wrong is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpunkt.model import Change, ReviewState
from standpunkt.review.cells import check_coding, read_cell, tidy, whole
from standpunkt.review.coding import FIELDS, span_text
from standpunkt.review.columns import DECISIONS, MARK
from standpunkt.review.decisions import Decision
from standpunkt.review.desk import Desk
from standpunkt.review.located import Located, is_empty, locate
from standpunkt.review.names import CellError
from standpunkt.review.sheet import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from standpunkt.model import Reading, Span
    from standpunkt.resolve.registers import Registers
    from standpunkt.review.coding import Coding
    from standpunkt.review.sheet import SheetRow

NOBODY: Coding = dict.fromkeys(FIELDS, "")


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, and what it changes of what stood before it."""

    decision: Decision
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """What a sheet decides, what was passed over, and what is wrong with it."""

    decided: tuple[Decided, ...]
    notes: tuple[str, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who decides, and when."""

    name: str
    date: date


def differences(
    rows: Sequence[SheetRow],
    readings: Iterable[Reading],
    registers: Registers,
    reviewer: Reviewer,
) -> Differences:
    """Compare the rows of a sheet with what stands now in the readings."""
    desks = {one.document.key: Desk(one, registers) for one in readings}
    filled = [row for row in rows if not is_empty(row)]
    located, numbers, problems = locate(filled, desks)
    decided: list[Decided] = []
    notes: list[str] = []
    for one in located:
        judge = _Judge(one, numbers[one.desk.document.key], reviewer)
        made = judge.decide()
        problems += [f"{one.row.place}: {problem}" for problem in judge.problems]
        notes += [f"{one.row.place}: {note}" for note in judge.notes]
        decided += [made] if made else []
    order = {row.place: number for number, row in enumerate(filled)}
    problems.sort(key=lambda problem: order[problem.partition(": ")[0]])
    kept = () if problems else tuple(decided)
    return Differences(kept, tuple(notes), tuple(problems))


class _Judge:
    """Judges one row; what is wrong with it is gathered in ``problems``."""

    def __init__(self, one: Located, numbers: Mapping[int, Span], reviewer: Reviewer) -> None:
        self._row, self._desk, self._span, self._new = one.row, one.desk, one.span, one.new
        self._numbers = numbers
        self._reviewer = reviewer
        self._shown = one.desk.rows.get(one.span, {})
        self._review = one.desk.reviews.get(one.span)
        self._now = one.desk.codings.get(one.span, NOBODY)
        self.problems: list[str] = []
        self.notes: list[str] = []

    def decide(self) -> Decided | None:
        """Make the decision of the row, where there is one."""
        if self._is_untouched():
            return None
        said = tidy("decision", self._row["decision"])
        if said not in {"", *DECISIONS}:
            wrong = f"'decision' is '{said}'; expected one of {', '.join(DECISIONS)}, or nothing"
            self.problems.append(wrong)
        if said == "add" and not self._new and self._state is not ReviewState.ADDED:
            self.problems.append("'decision' is 'add', and the row has an id; write 'accept'")
        coding = {name: self._field(name) for name in FIELDS}
        changed = self._new or coding != self._now
        if not self.problems and (changed or said != self._said_before):
            self.problems += check_coding(coding)
        if self.problems:
            return None
        if not changed and not self._says_anew(said):
            return None
        if self._is_stale():
            self.problems.append(
                "the statement has changed since the sheet was exported"
                + (f", by {self._review.reviewer}" if self._review else "")
                + "; export the sheet anew and decide there"
            )
            return None
        changes = (Change(f, self._now[f], coding[f]) for f in FIELDS if coding[f] != self._now[f])
        return Decided(self._decision(coding, said), tuple(changes))

    @property
    def _state(self) -> ReviewState:
        return self._desk.state(self._span)

    @property
    def _said_before(self) -> str:
        return tidy("decision", self._shown.get("decision", ""))

    def _mark(self) -> str:
        """Digest the row as it is in the sheet."""
        cells = {name: tidy(name, self._row[name]) for name in ("decision", *FIELDS, "comment")}
        return mark(cells, self._answered_as_written())

    def _is_untouched(self) -> bool:
        exported = self._row[MARK].strip()
        return bool(exported) and not self._new and exported == self._mark()

    def _is_stale(self) -> bool:
        exported = self._row[MARK].strip()
        return bool(exported) and not self._new and exported != self._shown[MARK]

    def _answered_as_written(self) -> str:
        """Give the span of the statement that the row answers; the cell's text if it has none."""
        text = self._row["responds_to"].strip()
        try:
            number = whole(text)
        except CellError:
            return text
        span = self._numbers.get(number) or self._desk.numbers.get(number)
        return span_text(span) or text

    def _field(self, name: str) -> str:
        """Read a field; one that is as it was keeps its text."""
        cell = tidy(name, self._row[name])
        try:
            if name == "responds_to":
                return self._answered()
            if name == "agenda" and not cell and not self._row["id"].strip():
                return self._desk.item_at(self._span)
            if not self._new and cell == tidy(name, self._shown[name]):
                return self._now[name]
            agenda = self._desk.reading.minutes.agenda
            return read_cell(name, cell, self._desk.names, agenda)
        except CellError as error:
            told = str(error)
            self.problems.append(f"'{name}'{'' if told.startswith('is ') else ':'} {told}")
            return cell

    def _answered(self) -> str:
        """Read which statement is answered: an earlier one, by its number in the sheet."""
        text = self._row["responds_to"].strip()
        if not text:
            return ""
        number = whole(text)
        span = self._numbers.get(number) or self._desk.numbers.get(number)
        if span is None:
            message = f"is {number}, and no statement has that number; mend it"
            raise CellError(message)
        if span >= self._span:
            message = f"is {number}, which is not an earlier statement; mend it"
            raise CellError(message)
        return span_text(span)

    def _says_anew(self, said: str) -> bool:
        """Tell whether a row whose coding is as it was decides all the same."""
        comment = self._row["comment"].strip()
        commented = comment != self._shown.get("comment", "").strip()
        if said != self._said_before and (said or self._state is ReviewState.REJECTED):
            return True
        if said != self._said_before:
            self.notes.append(
                "an empty 'decision' takes nothing back; to forget a decision delete its row in "
                "the file of decisions"
            )
        elif commented and self._review:
            return True
        elif commented:
            self.notes.append(
                "a comment alone decides nothing and is not kept; write 'accept', or change a field"
            )
        return False

    def _decision(self, coding: Coding, said: str) -> Decision:
        document = self._desk.document
        changes = self._review.changes if self._review else ()
        before = {} if self._new else {f: self._now[f] for f in FIELDS}
        before |= {change.field: change.before for change in changes}
        before = {f: text for f, text in before.items() if text != coding[f]}
        return Decision(
            document=document.key,
            span=self._span,
            quote=document.quote(self._span),
            text_sha256=document.text_sha256,
            state=self._outcome(said, before),
            coding=coding,
            before=before,
            reviewer=self._reviewer.name,
            date=self._reviewer.date,
            comment=self._row["comment"].strip(),
        )

    def _outcome(self, said: str, before: Coding) -> ReviewState:
        if said == "reject":
            return ReviewState.REJECTED
        if self._new or self._state is ReviewState.ADDED:
            return ReviewState.ADDED
        return ReviewState.CORRECTED if before else ReviewState.ACCEPTED
