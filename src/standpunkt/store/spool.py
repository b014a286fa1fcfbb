"""The graphs of documents that wait on disk until all documents are known."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory


class Spool(TemporaryDirectory[str]):
    """Keeps texts by key, as a ``with`` block whose files are gone afterwards."""

    def __enter__(self) -> Spool:  # type: ignore[override]
        return self

    def keep(self, key: str, text: str) -> None:
        """Put a text aside."""
        (Path(self.name) / f"{key}.nq").write_text(text, encoding="utf-8", newline="")

    def take(self, key: str) -> str:
        """Get a text back."""
        return (Path(self.name) / f"{key}.nq").read_bytes().decode()
