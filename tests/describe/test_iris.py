"""IRIs: stable under spacing and Unicode form, different for different things, always valid."""

from __future__ import annotations

from unicodedata import normalize

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from standpunkt.describe.iris import Iris, person_key, slug
from standpunkt.folding import squeeze
from standpunkt.model import Span

NAMES = st.text(min_size=1).filter(lambda name: bool(name.strip()))


@given(NAMES)
def test_a_slug_fits_into_an_iri_as_one_part(name):
    iri = Iris().mention(name)
    assert ox.NamedNode(iri).value == iri
    assert "/" not in slug(name)


@given(NAMES, NAMES)
def test_two_names_share_a_slug_only_where_they_are_one_name(one, other):
    assert (slug(one) == slug(other)) == (squeeze(one) == squeeze(other))


@given(NAMES)
def test_spacing_and_unicode_form_make_no_difference(name):
    spaced = f"  {normalize('NFD', name)}\n"
    assert slug(spaced) == slug(name)
    assert person_key(spaced) == person_key(name)


def test_a_person_is_the_same_in_capitals_and_with_a_decomposed_letter():
    assert person_key("BJØRN ÅS") == person_key("Bjørn  A\u030as")
    assert person_key("Bjørn Ås") != person_key("Bjørn As")


def test_a_person_is_not_named_in_the_iri():
    assert "Moe" not in Iris().person("Eva Moe")


def test_parts_cannot_run_into_one_another():
    iris = Iris()
    one = iris.membership("Eva Moe", iris.organization_named("a/b"), iris.role_named("c"))
    other = iris.membership("Eva Moe", iris.organization_named("a"), iris.role_named("b/c"))
    assert one != other
    unknown = iris.membership("Eva Moe", None, iris.role_named("c"))
    assert unknown != iris.membership("Eva Moe", iris.organization_named("_"), iris.role_named("c"))


def test_the_iris_of_the_data_model():
    iris, span = Iris("https://example.org/"), Span(12, 80)
    minted = {
        iris.document("k"): "document/k",
        iris.text("k"): "document/k/text",
        iris.extraction("k"): "document/k/extraction",
        iris.software("0.1.0"): "software/standpunkt-0.1.0",
        iris.meeting("k"): "meeting/k",
        iris.item("k", "2.1"): "meeting/k/item/2.1",
        iris.item("k", "3/16"): "meeting/k/item/3%2F16",
        iris.event("k", span): "meeting/k/event/12-80",
        iris.group("k", "Kommunene"): "meeting/k/group/kommunene",
        iris.statement("k", span): "statement/k/12-80",
        iris.claim("k", span): "claim/k/12-80",
        iris.source(iris.statement("k", span)): "statement/k/12-80/source",
        iris.organization("kdd-2022"): "organization/kdd-2022",
        iris.change("kmd-2014", "kdd-2022"): "change/kmd-2014/kdd-2022",
        iris.role("statsrad"): "role/statsrad",
        iris.topic("skatt"): "topic/skatt",
        iris.candidate("lakselus"): "topic/candidate/lakselus",
        iris.mention("Havrapporten"): "mention/Havrapporten",
        iris.graph_document("k"): "graph/document/k",
        iris.graph_register("roles"): "graph/register/roles",
        iris.graph_ontology: "graph/ontology",
        iris.graph_positions: "graph/positions",
        iris.graph_decisions: "graph/decisions",
    }
    assert minted == {f"https://example.org/{tail}": tail for tail in minted.values()}
