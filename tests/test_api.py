"""The Python interface: the same verbs, loaded when they are used."""

import subprocess
import sys
from pathlib import Path

import pytest

import standpunkt
from standpunkt import api
from standpunkt.errors import StoreError, UsageError


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A store of the minutes that come along."""
    folder = tmp_path_factory.mktemp("api") / "store"
    standpunkt.build(store=folder)
    return folder


def test_every_verb_is_there_and_documented():
    assert dir(standpunkt) == standpunkt.__all__
    for name in standpunkt.__all__:
        assert getattr(standpunkt, name).__doc__


def test_what_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="'reed'"):
        standpunkt.reed  # noqa: B018 - looking is the test


def test_importing_loads_nothing_more():
    program = "import standpunkt, sys; print(*(m for m in sys.modules if 'standpunkt.' in m))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b""


def test_the_default_store_is_that_of_the_environment(monkeypatch, store):
    monkeypatch.setenv("STANDPUNKT_STORE", str(store))
    assert api.default_store() == store
    assert standpunkt.query("chairs").rows()
    monkeypatch.delenv("STANDPUNKT_STORE")
    assert api.default_store() == Path(".standpunkt")


def test_paths_may_be_one_or_several_text_or_path(tmp_path):
    source = next(standpunkt.minutes().glob("*.txt"))
    for paths in (source, str(source), [source], [str(source)]):
        report = standpunkt.build(paths, tmp_path / "store")
        assert report.stored == 1


def test_a_question_is_a_name_a_file_or_a_text(tmp_path, store):
    text = "ASK { ?any a <https://w3id.org/standpunkt/ns#Meeting> }"
    file = tmp_path / "with space.rq"
    file.write_text(text, encoding="utf-8")
    assert standpunkt.query(text, store=store).rows() == ((True,),)
    assert standpunkt.query(file, store=store).rows() == ((True,),)
    assert standpunkt.query(str(file), store=store).rows() == ((True,),)
    since = standpunkt.query("commitments", store=store, **{"from": "2100-01-01"})
    assert since.rows() == ()


def test_errors_are_those_that_a_user_can_mend(tmp_path, store):
    with pytest.raises(StoreError, match="no such store"):
        standpunkt.query("chairs", store=tmp_path / "nowhere")
    with pytest.raises(UsageError, match="closest"):
        standpunkt.view("actorz", store=store)
    with pytest.raises(UsageError, match="no format"):
        standpunkt.export("n3", store=store)


def test_a_deep_check_notices_a_store_that_is_not_as_built(tmp_path):
    source = tmp_path / "2022-04-22_mote.txt"
    original = next(standpunkt.minutes().glob("*.txt")).read_bytes()
    source.write_bytes(original)
    standpunkt.build(source, tmp_path / "store")
    assert all(one.passed for one in standpunkt.check(store=tmp_path / "store", deep=True))
    source.write_bytes(original.replace(b"fastlege", b"fastlegg"))
    results = {one.name: one for one in standpunkt.check(store=tmp_path / "store", deep=True)}
    assert results["integrity"].passed
    assert not results["reproduction"].passed
    assert "build it anew" in results["reproduction"].message
    source.unlink()
    results = {one.name: one for one in standpunkt.check(store=tmp_path / "store", deep=True)}
    assert not results["grounding"].passed
    assert not results["reproduction"].passed
