"""What only a process of its own can show: pipes that close, Ctrl-C, a terminal, a full disk."""

import os
import pty
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest


@pytest.mark.parametrize("call", ["query positions", "export --format nq", "view actors", "check"])
def test_a_reader_who_has_had_enough_ends_a_command_silently(start, store, call):
    process = start(*call.split(), "--store", store)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_told_of(start, store):
    with Path("/dev/full").open("wb") as full:
        process = start("query", "positions", "--store", store, stdout=full)
        told = process.stderr.read().decode()
    assert process.wait() == 2
    assert told.startswith("standpunkt: stdout: cannot write there")
    assert told.count("\n") == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_ends_a_build_and_leaves_nothing(start, tmp_path, minutes, jobs):
    folder = tmp_path / "minutes"
    folder.mkdir()
    for number in range(500):
        shutil.copy(minutes, folder / f"2022-04-22_{number}.txt")
    process = start("build", folder, "--jobs", jobs, start_new_session=True)
    while not any((tmp_path / ".standpunkt").glob("generation-*/changes.nq")):
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    assert process.stderr.read().decode() == "standpunkt: stopped\n"
    assert process.wait() == 130
    assert not (tmp_path / ".standpunkt").exists()


def test_serving_tells_its_address_and_ends_with_ctrl_c(start, store):
    process = start("serve", "--port", 0, "--store", store)
    told = process.stderr.readline().decode().split()
    connection = HTTPConnection(urlsplit(told[2]).netloc)
    connection.request("GET", "/")
    assert connection.getresponse().status == 200
    connection.close()
    process.send_signal(signal.SIGINT)
    assert process.wait() == 0
    assert process.stderr.read() == b""


def test_a_terminal_gets_a_table_and_a_bar(tmp_path, minutes):
    assert "━" in on_terminal(tmp_path, "build", minutes)
    assert "─" in on_terminal(tmp_path, "query", "chairs")
    assert "\t" not in on_terminal(tmp_path, "query", "chairs")


def on_terminal(folder, *arguments):
    """What a command writes to a terminal."""
    ours, theirs = pty.openpty()
    call = [sys.executable, "-m", "standpunkt", *map(str, arguments)]
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    process = subprocess.Popen(call, cwd=folder, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    written = b""
    with process, suppress(OSError):  # the terminal is gone when the process is
        while chunk := os.read(ours, 1 << 16):
            written += chunk
    os.close(ours)
    assert process.returncode == 0
    return written.decode()
