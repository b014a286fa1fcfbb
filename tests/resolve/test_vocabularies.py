"""A SKOS file as the register of topics: what is read of it, and how a bad one is refused."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest

from standpunkt.describe import Iris, describe_registers
from standpunkt.errors import DataError
from standpunkt.extract.concepts import concepts
from standpunkt.resolve.registers import load_registers
from standpunkt.resolve.vocabularies import read_vocabulary

SMALL = Path(__file__).with_name("vocabulary.ttl")
LOS = Path(__file__).parents[3] / "shared" / "vocab" / "los.rdf"
BASE = "https://example.org/tema/"
ENGLISH = b"""
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/welfare> a skos:Concept ; skos:prefLabel "Welfare"@en .
"""


def test_concepts_with_norwegian_labels_are_topics_with_their_own_iris():
    topics = {one.id.removeprefix(BASE): one for one in read_vocabulary(SMALL)}
    assert list(topics) == ["barnehage", "norm", "sjukeheim", "skole", "velferd"]
    assert topics["velferd"].en == "Welfare"
    assert topics["velferd"].schemes == (f"{BASE}alt",)
    assert (topics["norm"].nb, topics["skole"].nb) == ("Bemanningsnorm", "Skole")
    assert topics["sjukeheim"].aliases_nn == ("Heildøgns omsorg",)
    assert topics["barnehage"].hidden_nb == ("Bemanningsnorm",)
    assert topics["barnehage"].en == ""


def test_a_label_that_is_missing_in_one_language_is_that_of_the_other():
    topics = {one.id.removeprefix(BASE): one for one in read_vocabulary(SMALL)}
    assert topics["barnehage"].label("nn") == "Barnehage"
    assert topics["sjukeheim"].label("nb") == "Sjukeheim"


def test_broader_and_narrower_say_the_same_and_lead_nowhere_else():
    broader = {one.id.removeprefix(BASE): one.broader for one in read_vocabulary(SMALL)}
    assert broader["barnehage"] == (f"{BASE}skole", f"{BASE}velferd")
    assert broader["sjukeheim"] == (f"{BASE}velferd",)
    assert broader["norm"] == ()


def test_a_label_names_its_concept_before_a_hidden_word_does():
    found = concepts(load_registers(vocabulary=SMALL))
    named = found.named("bemanningsnormen")
    assert named
    assert named.id == f"{BASE}norm"
    assert found.is_broader(f"{BASE}velferd", f"{BASE}barnehage")
    assert not found.is_broader(f"{BASE}norm", f"{BASE}skole")


def test_the_graph_of_topics_describes_the_vocabulary_as_it_is():
    graph = describe_registers(load_registers(vocabulary=SMALL))[Iris().graph_register("topics")]
    skos = "http://www.w3.org/2004/02/skos/core#"
    start = f"<{BASE}barnehage> <{skos}"
    said = [line[len(start) :] for line in graph.split("\n") if line.startswith(start)]
    assert [line.rpartition(" <")[0].replace(BASE, "") for line in said] == [
        "broader> <skole>",
        "broader> <velferd>",
        'hiddenLabel> "Bemanningsnorm"@nb',
        'hiddenLabel> "Pedagognorm"@nn',
        "inScheme> <alt>",
        "inScheme> <https://w3id.org/standpunkt/scheme/topics>",
        'prefLabel> "Barnehage"@nb',
    ]


def test_the_register_is_left_as_it_is():
    assert load_registers().topic("barnehage")
    assert load_registers().vocabulary is None
    assert load_registers(vocabulary=SMALL).organizations == load_registers().organizations


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("v.rdf", ox.RdfFormat.RDF_XML),
        ("v.skos", ox.RdfFormat.RDF_XML),
        ("v.nt", ox.RdfFormat.N_TRIPLES),
        ("v.jsonld", ox.RdfFormat.JSON_LD),
        ("xml", ox.RdfFormat.RDF_XML),
        ("json", ox.RdfFormat.JSON_LD),
        ("turtle", ox.RdfFormat.TURTLE),
    ],
)
def test_any_serialisation_gives_the_same_topics(tmp_path, name, form):
    store = ox.Store()
    store.load(path=SMALL, format=ox.RdfFormat.TURTLE)
    path = tmp_path / name
    store.dump(path, form, from_graph=ox.DefaultGraph())
    assert read_vocabulary(path) == read_vocabulary(SMALL)


def test_a_changed_file_is_read_again(tmp_path):
    path = Path(shutil.copy(SMALL, tmp_path / "v.ttl"))
    before = load_registers(vocabulary=path)
    assert load_registers(vocabulary=path) is before
    path.write_text(path.read_text(encoding="utf-8").replace("Skole", "Skule"), encoding="utf-8")
    os.utime(path, ns=(1, 1))
    after = load_registers(vocabulary=path)
    assert after.topic("Skule")
    assert after.vocabulary != before.vocabulary


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, r"v\.ttl: cannot be read \(No such file"),
        (b"", r"v\.ttl: has no concepts"),
        (b"Referat fra m\xc3\xb8te", r"v\.ttl: not RDF \(.*line 1"),
        (b"\x00\xff\xfe", r"v\.ttl: not RDF"),
        (b"<a:b> a <a:c> .", r"v\.ttl: has no concepts \(skos:Concept\); name a SKOS file"),
        (
            ENGLISH,
            r"v\.ttl: none of its 1 concepts has a label \(skos:prefLabel\) in nb, nn",
        ),
    ],
)
def test_a_file_that_is_no_vocabulary_is_refused(tmp_path, content, message):
    path = tmp_path / "v.ttl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataError, match=message):
        load_registers(vocabulary=path)


def test_a_folder_is_no_vocabulary(tmp_path):
    with pytest.raises(DataError, match="cannot be read"):
        read_vocabulary(tmp_path)


@pytest.mark.skipif(not LOS.exists(), reason="needs Los, which is not part of the repository")
def test_los_is_read_whole():
    topics = {one.id: one for one in read_vocabulary(LOS)}
    assert len(topics) == 526
    home = topics["https://psi.norge.no/los/ord/sykehjem"]
    assert home.label("nn") == "Sjukeheim"
    found = concepts(load_registers(vocabulary=LOS)).named("fastlegeordningen")
    assert found
    assert found.id == "https://psi.norge.no/los/ord/legehjelp"
