"""Where a made-up series goes: whole, marked, the same each time, and never among other files."""

import shutil
import tomllib

import pytest

from standpunkt.api import minutes
from standpunkt.demo import write
from standpunkt.demo.words import load_words
from standpunkt.describe.provenance import load_provenance
from standpunkt.errors import UsageError

FEW = 3


def content(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        write(tmp_path / name, meetings=FEW, seed=7)
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_another_seed_gives_another_series(tmp_path):
    for seed in (7, 8):
        write(tmp_path / str(seed), meetings=FEW, seed=seed)
    assert not set(content(tmp_path / "7").values()) & {
        text for name, text in content(tmp_path / "8").items() if name.endswith(".txt")
    }


def test_a_short_series_is_the_beginning_of_a_long_one(folder, tmp_path):
    write(tmp_path, meetings=FEW)
    short = {name: text for name, text in content(tmp_path).items() if name != "truth.json"}
    assert short.items() <= content(folder).items()


def test_every_document_says_that_it_is_made_up(folder):
    (sentences,) = load_words().phrases["made_up"]
    documents = sorted(folder.glob("*.txt"))
    assert documents
    for path in documents:
        assert path.name.startswith("oppdiktet_")
        lines = path.read_text(encoding="utf-8").splitlines()
        assert sum(line in sentences for line in lines) == 1
        note = load_provenance(path)
        assert "Made up" in (note.note or "")
        assert "oppdiktet" in (note.publisher or "")


def test_notes_are_whole_and_no_document_is_without(folder):
    names = {path.stem for path in folder.glob("*.txt")}
    assert names == {path.stem for path in folder.glob("*.toml")}
    for path in folder.glob("*.toml"):
        assert tomllib.loads(path.read_text(encoding="utf-8"))["licence"] == "MIT"


def test_an_earlier_series_is_replaced(tmp_path):
    write(tmp_path / "series", meetings=FEW, seed=1)
    write(tmp_path / "series", meetings=1, seed=2)
    write(tmp_path / "alone", meetings=1, seed=2)
    assert content(tmp_path / "series") == content(tmp_path / "alone")


def test_real_minutes_are_never_mixed_with_made_up_ones(tmp_path):
    shutil.copytree(minutes(), tmp_path / "mine")
    before = content(tmp_path / "mine")
    with pytest.raises(UsageError, match=r"holds '2022-04-22_.*never mixed.*empty folder"):
        write(tmp_path / "mine", meetings=1)
    assert content(tmp_path / "mine") == before


@pytest.mark.parametrize("other", ["referat.txt", "notes.md", ".hidden", "truth.json"])
def test_a_folder_with_any_other_file_is_refused(other, tmp_path):
    write(tmp_path, meetings=1)
    (tmp_path / other).write_text("{}", encoding="utf-8")
    before = content(tmp_path)
    with pytest.raises(UsageError, match=f"holds '{other}'"):
        write(tmp_path, meetings=2)
    assert content(tmp_path) == before


def test_a_folder_in_the_folder_is_refused(tmp_path):
    (tmp_path / "below").mkdir()
    with pytest.raises(UsageError, match="holds 'below'"):
        write(tmp_path, meetings=1)


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match=r"cannot write there .*name another folder"):
        write(tmp_path / "file", meetings=1)


@pytest.mark.parametrize(("meetings", "first"), [(80, 1990), (80, 2020), (0, 2003), (1, 2031)])
def test_years_that_the_registers_do_not_reach_are_refused(meetings, first, tmp_path):
    with pytest.raises(UsageError, match="from 1998 to 2030"):
        write(tmp_path / "series", meetings=meetings, first=first)
    assert not (tmp_path / "series").exists()
