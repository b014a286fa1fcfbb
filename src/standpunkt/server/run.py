"""Running the explorer on this machine until Ctrl-C."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import TYPE_CHECKING

import uvicorn

from standpunkt.errors import UsageError
from standpunkt.server.app import create_app

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE = 3  # seconds that requests under way get when the server is told to end


class _Server(uvicorn.Server):
    """A server that says when it has begun."""

    def __init__(self, config: uvicorn.Config, began: Callable[[], None]) -> None:
        super().__init__(config)
        self._began = began

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._began()


def serve(
    store_path: Path,
    host: str = "127.0.0.1",
    port: int = 8000,
    on_start: Callable[[str], None] | None = None,
) -> None:
    """Serve the store at ``store_path`` until Ctrl-C (SIGINT) or SIGTERM, then end cleanly.

    ``on_start`` is called with the address once pages can be had. Port 0 takes any free one.
    :class:`~standpunkt.errors.UsageError` where the port cannot be had,
    :class:`~standpunkt.errors.StoreError` where there is no store.
    """
    app = create_app(store_path)
    with _listen(host, port) as listening:
        address = f"http://{host}:{listening.getsockname()[1]}/"
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, timeout_graceful_shutdown=PATIENCE
        )
        server = _Server(config, lambda: on_start(address) if on_start else None)
        with suppress(KeyboardInterrupt):  # uvicorn raises it again once it has ended
            server.run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.socket(family)
    except (OSError, OverflowError) as error:
        message = f"Cannot listen at {host}, port {port} ({error}); give another --host or --port."
        raise UsageError(message) from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
    except (OSError, OverflowError) as error:
        listening.close()
        reason = getattr(error, "strerror", None) or str(error)
        message = f"Port {port} at {host} cannot be had ({reason}); choose another with --port."
        raise UsageError(message) from error
    return listening
