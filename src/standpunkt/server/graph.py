"""The store that the server reads: always the generation that is live.

A build swaps a new generation in while the server runs; the next request reads that one, and
requests under way keep theirs until they are done.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from standpunkt.store import Store
from standpunkt.store.generations import live

if TYPE_CHECKING:
    from pathlib import Path


class Graph:
    """A store on disk that may be built anew while it is served."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = Lock()
        self._generation = live(folder)
        self._store = Store.open(folder)

    def current(self) -> Store:
        """Give the live store; :class:`~standpunkt.errors.StoreError` where it is gone."""
        with self._lock:
            generation = live(self.folder)
            if generation != self._generation:
                self._store = Store.open(self.folder)
                self._generation = generation
            return self._store
