"""Which language a document is in: bokmål, nynorsk, or one that we do not read.

In: a document. Out: ``nb`` or ``nn``. Counting words that one language has and its neighbours
have not is enough for whole documents.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from standpunkt.errors import SourceError

if TYPE_CHECKING:
    from standpunkt.lexicon import Lexicon
    from standpunkt.model import Document

_FOREIGN = {"da": "Danish", "sv": "Swedish", "en": "English", "de": "German"}
_ENOUGH = 3


def language_of(document: Document, lexicon: Lexicon) -> str:
    """Tell bokmål from nynorsk.

    Raises :class:`~standpunkt.errors.SourceError` where the text is clearly in another language.
    """
    words = Counter(re.findall(r"[^\W\d_]+", document.text.lower()))
    lists = lexicon.words["languages"]
    counts = {code: sum(words[word] for word in known) for code, known in lists.items()}
    norwegian = counts["nb"] + counts["nn"] + counts["no"]
    foreign = max(_FOREIGN, key=lambda code: counts[code])
    if counts[foreign] > norwegian + _ENOUGH:
        msg = (
            f"{document.name}, line 1: the text looks {_FOREIGN[foreign]}; "
            "expected bokmål or nynorsk. Only Norwegian minutes are read."
        )
        raise SourceError(msg)
    return "nn" if counts["nn"] > counts["nb"] else "nb"
