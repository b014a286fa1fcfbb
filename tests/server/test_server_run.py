"""Starting and ending the server, as a user does."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from standpunkt.errors import StoreError, UsageError
from standpunkt.server import serve

PROGRAM = (
    "import sys; from pathlib import Path; from standpunkt.server import serve; "
    "serve(Path(sys.argv[1]), port=0, on_start=lambda url: print(url, flush=True)); print('ended')"
)


def test_a_busy_port_is_an_error_that_names_it(store_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=rf"Port {port} at 127\.0\.0\.1 .*another with --port"):
            serve(store_path, port=port)


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 99_999), ("no.such.host.invalid", 8000)])
def test_a_place_to_listen_that_does_not_exist_is_an_error(store_path, host, port):
    with pytest.raises(UsageError, match="--port"):
        serve(store_path, host=host, port=port)


def test_a_store_that_is_not_there_is_an_error_before_anything_starts(tmp_path):
    with pytest.raises(StoreError, match="no such store"):
        serve(tmp_path / "nothing", port=0)


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_is_answers_and_ends_cleanly(store_path, ending):
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(store_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as process:
        assert process.stdout
        url = process.stdout.readline().strip()
        with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310  our own server
            assert "Standpunkt" in answer.read().decode()
        process.send_signal(ending)
        out, err = process.communicate(timeout=15)
    assert err == ""
    assert ending == signal.SIGTERM or (process.returncode, out) == (0, "ended\n")
