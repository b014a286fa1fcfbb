"""Whatever comes in, the answer is one clear line, exit code 2, and nothing half-written."""

import shutil

import pytest

STORY = b"En helt vanlig fortelling om fotball. Laget vant til slutt.\n"
LARGE = 50_000_000

FILES = {
    "empty.txt": b"",
    "blank.txt": b" \n\n \n",
    "binary.txt": bytes(range(256)) * 40,
    "nul.txt": b"Referat\x00fra m\xc3\xb8te",
    "story.txt": STORY,
    "large.txt": b"a" * LARGE,
    "picture.png": b"\x89PNG\r\n\x1a\n",
    "broken.rq": b"SELECT * WHERE { ?s ?p",
    "header.rq": b"#+ title = \nSELECT * { ?s ?p ?o }",
    "latin.rq": b"SELECT ?\xe5",
    "file": b"text",
}

SOURCES = {
    "a missing file": ("missing.txt", "No such file"),
    "an empty file": ("empty.txt", "no text in the file"),
    "a blank file": ("blank.txt", "no text in the file"),
    "a binary file": ("binary.txt", "binary or damaged"),
    "a file with a NUL": ("nul.txt", "control character U+0000"),
    "a text that is no minutes": ("story.txt", "expected minutes"),
    "a file of 50 MB": ("large.txt", "expected at most"),
    "a file of another kind": ("picture.png", "png"),
}

CALLS = {
    "an unknown command": ("bild", "Did you mean 'build'"),
    "an unknown option": ("build --stor x", "No such option"),
    "no processes": ("build --jobs 0", "--jobs"),
    "jobs that are no number": ("build --jobs many", "--jobs"),
    "a folder without documents": ("build folder", "no documents"),
    "a store that is a file": ("build --store file", "expected a folder"),
    "a store in a foreign folder": ("build --store .", "not empty and not a store"),
    "findings where nothing can be": ("build --findings no/where", "cannot write there"),
    "no file": ("read", "Missing argument 'FILE'"),
    "an unknown format to read": ("read story.txt --format gull", "gold, json, table"),
    "a folder without gold files": ("evaluate folder", "no gold files"),
    "no gold folder": ("evaluate nowhere", "no gold files"),
    "an unknown question": ("query positons", "closest: positions"),
    "an unknown parameter": ("query positions -p topik=x", "closest: topic"),
    "an unknown value": ("query positions -p topic=bernehager", "closest: barnehager"),
    "a parameter without a value": ("query positions -p topic", "expected NAME=VALUE"),
    "a date that is none": ("query commitments -p from=mandag", "is not a date"),
    "an unknown format to query": ("query positions --format xlsx", "choose one of table, csv"),
    "rows as a graph": ("query positions --format ttl", "cannot hold rows"),
    "an unknown language": ("query positions --language de", "choose one of nb, nn, en"),
    "a missing query": ("query missing.rq", "No such file"),
    "a query with a mistake": ("query broken.rq", "not SPARQL"),
    "a query whose header is broken": ("query header.rq", "not TOML"),
    "a query that is not UTF-8": ("query latin.rq", "not UTF-8"),
    "an unknown view": ("view actorz", "closest: actor"),
    "an unknown parameter of a view": ("view actors -p meting=x", "closest: meeting"),
    "an unknown actor": ("view actor -p actor=Helgeson", "Gunn Marit Helgesen"),
    "two values for a view": ("view actor -p actor=a -p actor=b", "a view takes one"),
    "a page where nothing can be": ("view actors -o no/where.html", "cannot write there"),
    "an unknown export format": ("export --format n3", "choose one of nq, trig"),
    "no export format": ("export", "Missing option '--format'"),
    "an export where nothing can be": ("export --format nq -o no/where.nq", "cannot write there"),
    "no vocabulary": ("build story.txt --vocabulary no.rdf", "no.rdf: cannot be read"),
    "a vocabulary that is not RDF": ("read story.txt --vocabulary file", "file: not RDF"),
    "no such store": ("query positions --store nowhere", "no such store"),
    "not a store": ("check --store folder", "not a store"),
    "a file for a store": ("view actors --store file", "not a store"),
    "an unknown port": ("serve --port 70000", "--port"),
    "an unknown host": ("serve --host not.a.host.invalid", "not.a.host.invalid"),
    "serving no store": ("serve --store nowhere", "no such store"),
    "touring no store": ("tour --store nowhere", "no such store"),
}


@pytest.fixture
def bad(tmp_path):
    """A folder with a file of every bad kind, and an empty folder."""
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder").mkdir()
    return tmp_path


def refused(done, message):
    """Assert that a command ended as it should: one line, code 2, no output."""
    assert message in done.err
    assert done.err.count("\n") == 1
    assert done.err.startswith("standpunkt: ")
    assert done.out == ""
    assert done.code == 2


@pytest.mark.parametrize(("name", "message"), SOURCES.values(), ids=SOURCES)
@pytest.mark.parametrize("verb", ["read", "build"])
def test_a_source_is_refused_with_the_reason(run, bad, verb, name, message):
    refused(run(verb, name), message)
    assert not (bad / ".standpunkt").exists()


@pytest.mark.parametrize(("call", "message"), CALLS.values(), ids=CALLS)
def test_a_call_is_refused_with_what_would_be_right(run, bad, store, call, message):
    before = {path: path.stat().st_mtime_ns for path in bad.rglob("*")}
    refused(run(*call.split(), store=store), message)
    assert {path: path.stat().st_mtime_ns for path in bad.rglob("*")} == before


def test_minutes_in_another_encoding_are_read_and_reported(run, bad, minutes):
    old = bad / "2022-04-22_cp1252.txt"
    old.write_bytes(minutes.read_text(encoding="utf-8").encode("cp1252", errors="replace"))
    done = run("build", old.name, "--findings", "-")
    assert done.code == 0
    assert '"code": "encoding"' in done.out
    assert "Windows-1252" in done.out


def test_truncated_minutes_are_read_as_far_as_they_go(run, bad, minutes):
    (bad / "2022-04-22_cut.txt").write_bytes(minutes.read_bytes()[:3000])
    done = run("build", "2022-04-22_cut.txt")
    assert done.code == 0
    assert run("check").code == 0


def test_a_bad_document_does_not_stop_the_good_ones(run, bad, minutes):
    folder = bad / "minutes"
    folder.mkdir()
    shutil.copy(minutes, folder)
    (folder / "story.txt").write_bytes(STORY)
    done = run("build", "minutes")
    assert done.code == 2
    assert "story.txt, line 1: " in done.err
    assert "1 added, 1 failed" in done.err
    assert run("query", "agenda").out.count("\n") == 10


def test_a_document_that_breaks_keeps_its_old_graph(run, bad, minutes):
    source = bad / minutes.name
    shutil.copy(minutes, source)
    run("build", source.name)
    before = run("export", "--format", "nq").out
    source.write_bytes(STORY)
    assert run("build", source.name).code == 2
    assert run("export", "--format", "nq").out == before


def test_a_changed_source_fails_the_check(run, bad, minutes):
    source = bad / minutes.name
    shutil.copy(minutes, source)
    run("build", source.name)
    source.write_bytes(minutes.read_bytes().replace(b"Gjelsvik", b"Gjelsvig"))
    done = run("check")
    assert done.code == 1
    assert "grounding\tFAILED\t" in done.out
    assert "has changed; build it anew" in done.out


@pytest.mark.parametrize("broken", ["quads/CURRENT", "manifest.json", "in-use"])
@pytest.mark.parametrize(
    "call", ["query positions", "view actors", "export --format nq", "check", "serve", "tour"]
)
def test_a_broken_store_is_told_of(run, tmp_path, store, call, broken):
    shutil.copytree(store, tmp_path / "broken")
    generation = (tmp_path / "broken" / "current").read_text().strip()
    (tmp_path / "broken" / generation / broken).unlink()
    refused(run(*call.split(), "--store", "broken"), "broken store")


@pytest.mark.parametrize("broken", ["MANIFEST-*", "*.sst"])
def test_a_store_whose_files_are_damaged_is_told_of(run, tmp_path, store, broken):
    shutil.copytree(store, tmp_path / "broken")
    generation = (tmp_path / "broken" / "current").read_text().strip()
    for path in (tmp_path / "broken" / generation / "quads").glob(broken):
        path.write_bytes(b"\x00" * path.stat().st_size)
    refused(run("export", "--format", "nq", "--store", "broken"), "store")
