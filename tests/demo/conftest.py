"""The series that the tests look at: five years of it made once, and written once."""

import json

import pytest

from standpunkt.demo import write

MEETINGS = 20


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A folder with a series of five years."""
    made = tmp_path_factory.mktemp("demo") / "series"
    write(made, meetings=MEETINGS, seed=1, first=2003)
    return made


@pytest.fixture(scope="session")
def truth(folder):
    """The truth about the series, as it was written."""
    return json.loads((folder / "truth.json").read_text(encoding="utf-8"))
