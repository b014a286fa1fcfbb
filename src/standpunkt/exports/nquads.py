"""N-Quads: one line a quad, sorted, so that two builds can be compared line by line."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from standpunkt.store import Store


class NQuads:
    """The graph as sorted N-Quads."""

    suffix = ".nq"
    media_type = "application/n-quads"

    def write(self, store: Store, out: IO[bytes]) -> None:
        """Write a line for each quad, in the order of their bytes."""
        for line in store.dump_nquads():
            out.write(line.encode())
