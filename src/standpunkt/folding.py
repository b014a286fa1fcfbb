"""Text as it is compared: the one place that says when two names are written the same.

In: a text as somebody wrote it. Out: its letters composed (NFC), with single spaces; folded, in
one case as well.
"""

from __future__ import annotations

from unicodedata import normalize


def squeeze(text: str) -> str:
    r"""Give a text composed, on one line, with single spaces.

    >>> squeeze(" Ole \n Vik ")
    'Ole Vik'
    """
    return " ".join(normalize("NFC", text).split())


def fold(text: str) -> str:
    """Give a text squeezed and in one case.

    >>> fold("Ole  VIK")
    'ole vik'
    """
    return squeeze(text).casefold()
