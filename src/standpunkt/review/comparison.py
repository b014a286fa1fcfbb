"""Two coders side by side: how far they agree in each field, and where they do not.

In go two sheets, files of decisions, or folders that hold one, of the same minutes. Their rows are
matched by document and span, the same nearly included, and those that a coder added by the quote.
Out comes an :class:`Agreement`: for each field the coefficients of ``agreement.py``, and every
disagreement with its quote. Case, spacing and the order of names do not count.

``statement`` is whether the words are a statement at all. The other fields are compared where
both say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpunkt.errors import DataError
from standpunkt.folding import squeeze
from standpunkt.model import ReviewState, Span
from standpunkt.review.agreement import cohen_kappa, krippendorff_alpha, percent
from standpunkt.review.cells import tidy
from standpunkt.review.coding import FIELDS, LISTS, actor_of, span_of, split
from standpunkt.review.decisions import COLUMNS as DECIDED
from standpunkt.review.decisions import NAME, read_decisions
from standpunkt.review.loading import load_sheet, load_table
from standpunkt.review.located import is_empty
from standpunkt.review.places import paired

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from standpunkt.review.decisions import Decision
    from standpunkt.review.sheet import SheetRow

WHETHER = "statement"
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Unit:
    """What one coder says of some words; ``added`` where the program had not found them."""

    document: str
    span: Span | None
    quote: str
    added: bool
    codes: Mapping[str, str]

    @property
    def name(self) -> str:
        """The id of the row, or the beginning of its quote."""
        place = f"{self.span.start}-{self.span.end}" if self.span else self.quote[:40]
        return f"{self.document}/{place}"


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """How far two coders agree in a field; what cannot be computed is ``None``."""

    field: str
    units: int
    percent: float | None
    kappa: float | None
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Words of which the coders say different things in a field."""

    field: str
    id: str
    one: str
    other: str
    quote: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """All fields, and every disagreement in the order of the text."""

    fields: tuple[FieldAgreement, ...]
    disagreements: tuple[Disagreement, ...]


def compare(one: Path, other: Path) -> Agreement:
    """Compare two coders.

    Raises ``DataError`` where a file is none of either kind, or the two have no row in common.
    """
    pairs = list(_pairs(_units(one), _units(other)))
    if not any(a and b for a, b in pairs):
        message = f"{one} and {other} have no statement in common; expected the same minutes"
        raise DataError(message)
    names = _names(pairs)
    fields, disagreements = [], []
    for field in (WHETHER, *FIELDS):
        values = [_values(field, a, b, names) for a, b in pairs]
        kept = [(pair, unit) for pair, unit in zip(values, pairs, strict=True) if pair]
        codes = [pair for pair, _ in kept]
        fields.append(
            FieldAgreement(
                field, len(codes), percent(codes), cohen_kappa(codes), krippendorff_alpha(codes)
            )
        )
        for (a, b), (first, second) in kept:
            if a != b and (unit := first or second):
                told = [_told(field, u, v) for u, v in ((first, a), (second, b))]
                disagreements.append(Disagreement(field, unit.name, told[0], told[1], unit.quote))
    return Agreement(tuple(fields), tuple(disagreements))


def _told(field: str, unit: Unit | None, value: str) -> str:
    return unit.codes[field] if unit and field != WHETHER else value


# From files to units -----------------------------------------------------------------------


def _units(path: Path) -> list[Unit]:
    """Read the units of a coder."""
    file = path / NAME if path.is_dir() else path
    if _is_decisions(file):
        units = [_decided(one) for one in read_decisions(file)]
    else:
        rows, _ = load_sheet(file)
        units = _rows([row for row in rows if not is_empty(row)])
    if not units:
        message = f"{path}: no statement is coded there; expected a sheet or a file of decisions"
        raise DataError(message)
    return units


def _is_decisions(path: Path) -> bool:
    table = load_table(path)
    return bool(table) and tuple(table[0]) == DECIDED


def _decided(one: Decision) -> Unit:
    codes = {name: _code(name, text) for name, text in one.coding.items()}
    whether = NO if one.state is ReviewState.REJECTED else YES
    added = one.state is ReviewState.ADDED
    return Unit(one.document, one.span, squeeze(one.quote), added, codes | {WHETHER: whether})


def _rows(rows: Sequence[SheetRow]) -> list[Unit]:
    """Read the rows of a sheet; a statement that is answered goes by its span or its quote."""
    numbered = {(_document(row), row["number"].strip()): _place(row) for row in rows}
    return [_row(row, numbered) for row in rows]


def _row(row: SheetRow, numbered: Mapping[tuple[str, str], str]) -> Unit:
    codes = {name: _code(name, row[name]) for name in FIELDS}
    answered = row["responds_to"].strip().removesuffix(".0")
    codes["responds_to"] = numbered.get((_document(row), answered), answered) if answered else ""
    said = tidy("decision", row["decision"])
    codes[WHETHER] = NO if said == "reject" else YES
    span = span_of(row["id"].rpartition("/")[2])
    return Unit(_document(row), span, squeeze(row["quote"]), said == "add" or not span, codes)


def _document(row: SheetRow) -> str:
    return row["document"].strip() or row["id"].rpartition("/")[0].strip()


def _place(row: SheetRow) -> str:
    return row["id"].rpartition("/")[2].strip() or squeeze(row["quote"])


def _code(name: str, text: str) -> str:
    """Put a field as it is compared."""
    if name == "speakers":
        return " | ".join(sorted(squeeze(actor_of(one).name) for one in split(text)))
    if name in LISTS:
        return " | ".join(sorted(split(text)))
    return tidy(name, text)


# From units to pairs -----------------------------------------------------------------------


def _pairs(
    ones: Sequence[Unit], others: Sequence[Unit]
) -> Iterator[tuple[Unit | None, Unit | None]]:
    """Match the units of two coders; what only one has stands alone."""
    left = list(others)
    for one in ones:
        match = _match(one, left, ones)
        if match:
            left.remove(match)
        yield one, match
    yield from ((None, other) for other in left)


def _match(one: Unit, others: Sequence[Unit], ones: Sequence[Unit]) -> Unit | None:
    mine = [unit for unit in others if unit.document == one.document]
    spans = {unit.span: unit for unit in mine if unit.span}
    if one.span in spans:
        return spans[one.span]
    same = next((u for u in mine if u.quote == one.quote and not (u.span and one.span)), None)
    if same or not one.span:
        return same
    exact = {unit.span for unit in ones if unit.document == one.document}
    free = [span for span in spans if span not in exact]
    pairs = paired([one.span], free)
    return spans[pairs[one.span]] if pairs else None


def _names(pairs: Sequence[tuple[Unit | None, Unit | None]]) -> dict[tuple[str, str], str]:
    """Say what the second coder's places are called by the first one."""
    return {
        (b.document, b.name.removeprefix(f"{b.document}/")): a.name.removeprefix(f"{a.document}/")
        for a, b in pairs
        if a and b
    }


def _values(
    field: str, a: Unit | None, b: Unit | None, names: Mapping[tuple[str, str], str]
) -> tuple[str, str] | None:
    """Give the two values of a field to compare; ``None`` where there are not two."""
    if field == WHETHER:
        first, second = _whether(a, b), _whether(b, a)
        return (first, second) if first and second else None
    if not (a and b) or NO in {a.codes[WHETHER], b.codes[WHETHER]}:
        return None
    first, second = a.codes[field], b.codes[field]
    if field == "responds_to":
        second = names.get((b.document, second), second)
    if field == "agenda":
        first, second = _item(first, second), _item(second, first)
    return first.casefold(), second.casefold()


def _whether(one: Unit | None, other: Unit | None) -> str | None:
    """Say whether a coder has a statement there; words that only the other added are none."""
    if one:
        return one.codes[WHETHER]
    return NO if other and other.added else None


def _item(one: str, other: str) -> str:
    """Name an item as the other coder does, where one of them names its title too."""
    return other if other and one.startswith(f"{other} ") else one
