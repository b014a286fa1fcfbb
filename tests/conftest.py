"""What the tests share: the graphs of ``tests/answers/`` and their expected answers.

A folder in ``tests/answers/`` with a ``graph.trig`` is a corpus: every question is asked of it,
and ``{question}.tsv`` beside the graph is what it must answer. Adding a corpus is adding such a
folder; ``pytest --update-answers`` writes its answers, to be read before they are committed.
"""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from standpunkt.queries import catalogue, run
from standpunkt.resources import resource
from standpunkt.store import merge

ANSWERS = Path(__file__).parent / "answers"
CORPORA = sorted(folder.parent for folder in ANSWERS.glob("*/graph.trig"))
GRAPHS = "https://w3id.org/standpunkt/id/graph/"


def pytest_addoption(parser):
    """Add the option to the command line of pytest."""
    parser.addoption("--update-answers", action="store_true", help="write tests/answers/*/*.tsv")
    parser.addoption("--update-docs", action="store_true", help="write docs/cli.md")


def load(folder: Path, path: Path | None = None) -> Store:
    """A store with the corpus, the ontology and the derived positions, as a build leaves it."""
    store = Store(path)
    store.load(path=folder / "graph.trig", format=RdfFormat.TRIG)
    for name in ("standpunkt", "schemes", "alignments"):
        ontology = resource("ontology", f"{name}.ttl")
        store.load(path=ontology, format=RdfFormat.TURTLE, to_graph=NamedNode(f"{GRAPHS}ontology"))
    merge(store)
    for rule in catalogue("rules"):
        derived = run(store, rule.text).data
        positions = NamedNode(f"{GRAPHS}positions")
        store.load(derived, format=RdfFormat.N_TRIPLES, to_graph=positions)
    return merge(store)


@pytest.fixture(scope="session", params=CORPORA, ids=lambda folder: folder.name)
def corpus(request):
    """Each folder of ``tests/answers/`` in turn."""
    return request.param


@pytest.fixture(scope="session")
def store(corpus, tmp_path_factory):
    """The corpus on disk, for tests that only read it."""
    return load(corpus, tmp_path_factory.mktemp("store"))


@pytest.fixture
def example():
    """The made-up meetings in a store of its own, for tests that change it."""
    return load(ANSWERS / "example")
