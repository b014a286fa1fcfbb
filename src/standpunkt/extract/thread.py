"""The thread of a meeting: the topic that runs on until another is named.

An agenda item gives the topic; what a statement names overrides it, and what follows keeps that.
In: the content of clauses, one after the other. Out: their topics.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from standpunkt.extract.topics import TopicLinker

if TYPE_CHECKING:
    from standpunkt.extract.verbs import VerbMatch
    from standpunkt.lexicon import Lexicon
    from standpunkt.model import Minutes, Topic
    from standpunkt.resolve.registers import Registers


class TopicThread:
    """Follows the topic through a meeting."""

    def __init__(self, minutes: Minutes, lexicon: Lexicon, registers: Registers) -> None:
        self._linker = TopicLinker(registers, lexicon, minutes.meeting.language)
        sides = frozenset(one.side for one in minutes.participants if one.side)
        self._of_meeting = self._linker.of_meeting(minutes.meeting.title, sides)
        self._of_items = {one.number: self._linker.of_item(one) for one in minutes.agenda}
        self._opening = lexicon.word_set("topics", "opening")
        self._item: str | None = None
        self._home: Topic | None = None
        self._running: Topic | None = None

    def enter(self, item: str | None) -> None:
        """Begin a paragraph under an agenda item; its topic is where the thread starts anew."""
        self._home = self._of_items.get(item or "")
        if item != self._item or self._home:
            self._running = None
        self._item = item

    def topic(self, content: str, verb: VerbMatch | None) -> tuple[Topic, bool]:
        """The topic of a clause, and whether its content itself names it."""
        if verb and verb.entry and verb.entry.id in self._opening:
            return self._of_meeting, True
        found = self._linker.find(content, self._running or self._home, self._home)
        self._running = found or self._running or self._home
        return self._running or self._of_meeting, found is not None
