"""The command line is tested as it is used: whole commands, on the real minutes, on disk.

``run`` calls the program's entry point in this process, ``start`` makes a process of its own.
"""

import io
import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from standpunkt import api
from standpunkt.cli import main

COMMAND = (sys.executable, "-m", "standpunkt")


@dataclass(frozen=True)
class Done:
    """What a command has left behind."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def minutes():
    """The real minutes that come with Standpunkt."""
    return api.minutes() / "2022-04-22_konsultasjonsmote-2.txt"


@pytest.fixture(scope="session")
def store(tmp_path_factory, minutes):
    """A store of the real minutes, for tests that only read it."""
    folder = tmp_path_factory.mktemp("cli") / "store"
    api.build(minutes, folder)
    return folder


@pytest.fixture
def run(tmp_path, monkeypatch, capfdbinary):
    """Run a command in an empty folder and give what it left behind."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("STANDPUNKT_STORE", raising=False)
    monkeypatch.delenv("STANDPUNKT_LANGUAGE", raising=False)

    def ran(*arguments, stdin=b"", store=None):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        if store:
            monkeypatch.setenv("STANDPUNKT_STORE", str(store))
        capfdbinary.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Done(code, out.decode(), err.decode())

    return ran


@pytest.fixture
def start(tmp_path):
    """Start a command as a process in an empty folder; it is killed where a test forgets it."""
    processes = []

    def started(*arguments, **options):
        settings = {"cwd": tmp_path, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
        process = subprocess.Popen([*COMMAND, *map(str, arguments)], env=os.environ, **settings)
        processes.append(process)
        return process

    yield started
    for process in processes:
        with process:
            process.kill()
