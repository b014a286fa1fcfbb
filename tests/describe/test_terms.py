"""The terms: none that the ontology does not define, and none misspelt."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from standpunkt.describe import describe_ontology
from standpunkt.describe.terms import (
    ACT,
    ATTRIBUTION,
    EVENT,
    FUNCTION,
    REVIEW,
    SCHEME,
    SIDE,
    SP,
    STANCE,
)


def defined() -> set[str]:
    quads = ox.parse(describe_ontology(), format=ox.RdfFormat.N_QUADS)
    return {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}


def test_every_own_term_is_defined_in_the_ontology():
    ours = (SP, ACT, STANCE, ATTRIBUTION, FUNCTION, SIDE, EVENT, REVIEW, SCHEME)
    assert not {term for namespace in ours for term in namespace} - defined()


def test_a_misspelt_term_raises():
    with pytest.raises(AttributeError, match="no term 'speeker'"):
        _ = SP.speeker
    with pytest.raises(AttributeError, match="no term 'oppose'"):
        _ = ACT["oppose"]
