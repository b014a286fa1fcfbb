"""Where the files that are not code lie: ``ontology/ data/ queries/ viz/``.

In a checkout they stand at the top of the repository; in an installed wheel they lie inside
the package. Everything else asks here and does not know the difference.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

FOLDERS = ("ontology", "data", "queries", "viz")


@cache
def root() -> Path:
    """The folder that holds ``ontology/ data/ queries/ viz/``."""
    return _bundled() if is_bundled() else _bundled().parents[2]


def is_bundled() -> bool:
    """Tell whether the folders lie inside the package, as in an installed wheel."""
    return _bundled().is_dir()


def _bundled() -> Path:
    return Path(__file__).resolve().parent / "resources"


def resource(*parts: str) -> Path:
    """The path of a file or folder below one of :data:`FOLDERS`."""
    return root().joinpath(*parts)


@cache
def digest(*parts: str) -> str:
    """The SHA-256, in hexadecimal, of every file below a folder: names and bytes, in order."""
    folder = resource(*parts)
    total = sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0")
        total.update(path.read_bytes() + b"\0")
    return total.hexdigest()
