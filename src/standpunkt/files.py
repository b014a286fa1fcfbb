"""Files that appear when they are whole, or not at all, and folders that outlive the program."""

from __future__ import annotations

from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from standpunkt.errors import UsageError
from standpunkt.resources import is_bundled, root

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def whole(target: Path) -> Iterator[IO[bytes]]:
    """Open a file for writing aside, and put it in its place when it is whole.

    Raises ``UsageError`` where it cannot be written; what was there before stays.
    """
    aside = target.with_name(f".{target.name}.part")
    try:
        with aside.open("wb") as out:
            yield out
        aside.replace(target)
    except OSError as error:
        message = f"{target}: cannot write there ({error.strerror}); name another file"
        raise UsageError(message) from None
    finally:
        aside.unlink(missing_ok=True)


def write_whole(target: Path, data: bytes) -> None:
    """Write a file that appears when it is whole.

    Raises ``UsageError`` where it cannot be written; what was there before stays.
    """
    with whole(target) as out:
        out.write(data)


def must_stay(folder: Path) -> None:
    """Refuse to keep decisions inside an installed program, which goes with its next version.

    Raises ``UsageError``.
    """
    if is_bundled() and folder.resolve().is_relative_to(root()):
        message = (
            f"{folder}: decisions kept there go with the next version of the program; name a "
            "folder of yours with --decisions, or in STANDPUNKT_DECISIONS"
        )
        raise UsageError(message)
