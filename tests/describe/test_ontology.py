"""The ontology's graph: all but the shapes, and no node without an IRI."""

from __future__ import annotations

import pytest

from standpunkt.describe import Iris, describe_ontology
from standpunkt.errors import DataError


def test_the_ontology_and_the_schemes_are_in_and_the_shapes_are_not():
    nquads = describe_ontology()
    assert "<https://w3id.org/standpunkt/ns#Statement> " in nquads
    assert "<https://w3id.org/standpunkt/scheme/act/demand> " in nquads
    assert "shacl#" not in nquads
    assert nquads.count("\n") == nquads.count(f"<{Iris().graph_ontology}> .\n")


def test_a_node_without_an_iri_is_refused(tmp_path):
    (tmp_path / "a.ttl").write_text("<https://e.org/a> <https://e.org/b> [] .", encoding="utf-8")
    with pytest.raises(DataError, match=r"a\.ttl: a node without an IRI"):
        describe_ontology(folder=tmp_path)


def test_a_broken_file_is_named_with_its_line(tmp_path):
    (tmp_path / "a.ttl").write_text("\n\n<https://e.org/a> .", encoding="utf-8")
    with pytest.raises(DataError, match=r"a\.ttl, line 3: not Turtle"):
        describe_ontology(folder=tmp_path)
