"""What a clause attributes its content to: one actor or several, and how they are referred to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from standpunkt.model import Actor, Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.model import Participant


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a clause attributes its content to; ``end`` is the index of the first token after.

    ``participants`` are the persons among the actors, ``score`` how sure the names are, and
    ``written`` the words of the text.
    """

    actors: tuple[Actor, ...]
    participants: tuple[Participant, ...]
    attribution: Attribution
    written: tuple[str, ...]
    end: int
    score: float = 1.0

    denied: bool = False
    """True for "verken A eller B": what they do, they do not."""

    @property
    def is_organisation(self) -> bool:
        """True where no person is among the actors and somebody is."""
        return bool(self.actors) and not self.participants


def together(subjects: Sequence[Subject], end: int) -> Subject:
    """Several subjects as one: persons together are joint, organisations remain organisations."""
    if len(subjects) == 1:
        only = subjects[0]
        return Subject(
            only.actors, only.participants, only.attribution, only.written, end, only.score
        )
    organisations = all(subject.is_organisation for subject in subjects)
    return Subject(
        tuple(dict.fromkeys(a for s in subjects for a in s.actors)),
        tuple(dict.fromkeys(p for s in subjects for p in s.participants)),
        Attribution.ORGANISATION if organisations else Attribution.JOINT,
        tuple(w for s in subjects for w in s.written),
        end,
        min(subject.score for subject in subjects),
    )
