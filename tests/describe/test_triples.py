"""Triples as text: whatever is written comes back, and is written as a store writes it."""

from __future__ import annotations

from datetime import date, datetime, time

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standpunkt.describe.triples import (
    Triples,
    clock,
    day,
    decimal,
    integer,
    iri,
    moment,
    text,
)

GRAPH, THING, LABEL = "https://e.org/g", "https://e.org/s", "https://e.org/p"


def lines_of(*terms: str) -> str:
    triples = Triples(GRAPH)
    triples.add(THING, LABEL, *terms)
    return triples.nquads()


def stored(nquads: str) -> str:
    store = ox.Store()
    store.load(nquads.encode(), ox.RdfFormat.N_QUADS)
    lines = (store.dump(format=ox.RdfFormat.N_QUADS) or b"").decode().split("\n")
    return "".join(f"{line}\n" for line in sorted(lines) if line)


@given(st.lists(st.text(), min_size=1), st.sampled_from([None, "nb", "nn", "en"]))
def test_every_text_comes_back_and_the_store_writes_the_same_lines(values, language):
    nquads = lines_of(*(text(value, language) for value in values))
    quads = list(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
    assert {quad.object.value for quad in quads} == set(values)
    assert {quad.object.language for quad in quads} == {language}
    assert stored(nquads) == nquads


def test_numbers_and_times_are_written_as_the_store_writes_them():
    nquads = lines_of(
        integer(-12),
        decimal(0.9),
        decimal(1.0),
        decimal(0.0),
        decimal(0.12345),
        day(date(2022, 4, 2)),
        clock(time(9, 5)),
        moment(datetime(2022, 1, 1)),  # noqa: DTZ001 (the graph's days have no zone)
    )
    assert '"0.1235"^^' in nquads
    assert stored(nquads) == nquads


def test_lines_are_sorted_and_each_stands_once():
    nquads = lines_of(text("b"), text("a"), text("b"))
    assert nquads.count("\n") == 2
    assert nquads.index('"a"') < nquads.index('"b"')


@pytest.mark.parametrize("value", ["https://e.org/a b", "https://e.org/<x>", 'a"b', "a\nb", "a\\b"])
def test_what_is_no_iri_is_refused(value):
    with pytest.raises(ValueError, match="not an IRI"):
        iri(value)
