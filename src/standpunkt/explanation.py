"""Why a document was read as it was: for each sentence what it became, and what decided.

In: a reading. Out: a line for each statement, event and sentence left out, in the order of the
text. A statement names its sieve and the row of the lexicon that told its act, so a wrong act
leads to the row to look at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpunkt.lexicon import load_lexicon

if TYPE_CHECKING:
    from standpunkt.lexicon import Lexicon
    from standpunkt.model import Document, Event, Ignored, Reading, Span, Statement

_NOT = "not "
"""Before the id of an entry whose act was turned by a negation."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a stretch of the text became, and why; what does not apply is empty.

    ``kind`` is ``statement``, the type of an event, or ``-``; ``rule`` is the sieve that found
    the speaker, or why the words were left out; ``entry`` is the row of the lexicon that decided
    the act, with its id.
    """

    page: int
    line: int
    kind: str
    words: str
    who: str = ""
    rule: str = ""
    confidence: str = ""
    act: str = ""
    stance: str = ""
    entry: str = ""


def explain(reading: Reading) -> tuple[Explanation, ...]:
    """Tell what became of each sentence of a document, in the order of the text."""
    document, lexicon = reading.document, load_lexicon()
    found: list[tuple[Span, Explanation]] = [
        *((one.span, _statement(document, one, lexicon)) for one in reading.statements),
        *((one.span, _event(document, one)) for one in reading.events),
        *((one.span, _ignored(document, one)) for one in reading.ignored),
    ]
    return tuple(line for _, line in sorted(found, key=lambda pair: pair[0]))


def _statement(document: Document, one: Statement, lexicon: Lexicon) -> Explanation:
    speakers = ", ".join(actor.name for actor in one.speakers)
    return Explanation(
        page=document.page(one.span.start),
        line=document.line(one.span.start),
        kind="statement",
        words=_words(document, one.span),
        who=speakers or "(nobody named)",
        rule=one.rule,
        confidence=f"{one.confidence:.2f}",
        act=one.act.value,
        stance=one.stance.value,
        entry=_entry(one.act_rule, lexicon),
    )


def _entry(rule: str, lexicon: Lexicon) -> str:
    """The place of an entry and its id: "cues.csv:7 partly_agree"."""
    known = lexicon.entries.get(rule.removeprefix(_NOT))
    return f"{known[0]} {rule}" if known else rule


def _event(document: Document, one: Event) -> Explanation:
    return Explanation(
        page=document.page(one.span.start),
        line=document.line(one.span.start),
        kind=one.type.value,
        words=_words(document, one.span),
        who=", ".join(one.persons),
    )


def _ignored(document: Document, one: Ignored) -> Explanation:
    return Explanation(
        page=document.page(one.span.start),
        line=document.line(one.span.start),
        kind="-",
        words=_words(document, one.span),
        rule=one.reason,
    )


def _words(document: Document, span: Span) -> str:
    return " ".join(document.quote(span).split())
