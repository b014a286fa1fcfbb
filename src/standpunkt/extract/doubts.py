"""Names that a person should look at: taken for somebody on the list, or left without a word.

In: a document and what was read in it. Out: a finding, or nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from standpunkt.model import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.extract.people import People
    from standpunkt.extract.subject import Subject
    from standpunkt.extract.tokens import Token
    from standpunkt.model import Document, Finding, Span

_SURE = 0.99


def unsure_name(document: Document, subject: Subject, span: Span) -> Finding | None:
    """Tell of a name that is not written as on the list."""
    named = subject.attribution in {Attribution.DIRECT, Attribution.JOINT}
    if subject.score >= _SURE or not named or not subject.participants:
        return None
    written = ", ".join(subject.written)
    listed = ", ".join(participant.name for participant in subject.participants)
    message = f"'{written}' taken for {listed}; check the spelling in the text or the list"
    return document.finding("similar-name", span.start, message)


def missed_name(document: Document, people: People, words: Sequence[Token]) -> Finding | None:
    """Tell of a participant's name in a sentence that is nobody's: a speaker may be missed."""
    texts = [word.text for word in words]
    for index, word in enumerate(words):
        if not word.is_capital:
            continue
        if several := people.ambiguous(texts[index:]):
            names = " or ".join(participant.name for participant in several)
            message = f"'{word.text}' may be {names}; write the whole name, and read it again"
            return document.finding("ambiguous-name", word.start, message)
        found = people.named(texts[index:])
        if found and found.score == 1.0:
            message = f"names {found.participant.name}, but nobody is found to speak; check"
            return document.finding("unattributed", words[0].start, message)
    return None
