"""The made-up meeting in a store on disk, served by a real server to a client and a browser."""

import threading
import time
from collections import defaultdict
from contextlib import contextmanager

import httpx
import pytest
import uvicorn
from pyoxigraph import DefaultGraph

from standpunkt.server import create_app
from standpunkt.store import Writer
from tests.views import made_up
from tests.views.chromium import browser, visit

__all__ = ["browser", "visit"]


def build(folder, replaced=None):
    """Write the made-up meeting as a store."""
    lines = defaultdict(list)
    for quad in made_up.store(replaced):
        if quad.graph_name == DefaultGraph():
            continue
        lines[quad.graph_name.value].append(f"{quad} .\n")
    with Writer(folder) as writer:
        for graph, quads in lines.items():
            writer.replace(graph, "".join(sorted(quads)))
    return folder


@contextmanager
def serving(store_path):
    """A client of a server that runs for as long as the block."""
    server = uvicorn.Server(uvicorn.Config(create_app(store_path), port=0, log_level="critical"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
        yield client
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def store_path(tmp_path_factory):
    """A store on disk that nobody changes."""
    return build(tmp_path_factory.mktemp("served") / "store")


@pytest.fixture(scope="session")
def client(store_path):
    """A client of a server of that store."""
    with serving(store_path) as one:
        yield one


@pytest.fixture(scope="session")
def address(client):
    """Where that server is."""
    return str(client.base_url)
