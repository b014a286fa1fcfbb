"""What can go wrong through no fault of the program, in words that a user can act on.

Every error says what was seen and where, what was expected, and what to do next. The command
line prints it as one line and ends with ``exit_code``: 1 where a check failed, 2 where the
input or the call was wrong.
"""

from __future__ import annotations

from typing import ClassVar


class StandpunktError(Exception):
    """The base of all errors that a user can mend."""

    exit_code: ClassVar[int] = 2


class SourceError(StandpunktError):
    """A source document that cannot be read: missing, empty, binary, too large, no minutes."""


class DataError(StandpunktError):
    """A register, lexicon, query, view or gold file that is not as it should be."""


class StoreError(StandpunktError):
    """A store that is missing, broken, or in use by somebody else."""


class UsageError(StandpunktError):
    """A name, parameter or format that does not exist."""


class CheckError(StandpunktError):
    """A check found something wrong in the graph."""

    exit_code: ClassVar[int] = 1
