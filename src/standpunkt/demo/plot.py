"""What happens in the meetings, one after the other: subjects, claims, replies, promises.

In: the themes and the scenes. Out: for each meeting its items, each a list of :class:`Move`. The
plot remembers: what the state said of a claim before, and what it has promised. A promise is
kept, put off, asked for, or never mentioned again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from standpunkt.demo.chance import Chance
    from standpunkt.demo.words import Beat, Claim, Pair, Task, Theme, Words

PEAK = 60
"""How much heavier a subject is in a year in which all speak of it."""
FULFILLED, RENEWED, REMEMBERED = 30, 60, 78
"""Of a hundred promises that might come up again: up to here they are kept, put off, asked for."""
PROMISED = 55


@dataclass(eq=False, slots=True)
class Promise:
    """Something that the state has said it will do; ``made`` is the day of the first time."""

    id: str
    theme: Theme
    task: Task
    made: date | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """One beat with its content; ``claim`` has the theme's id before its own.

    ``why`` is a clause that may stand as the reason.
    """

    beat: Beat
    x: Pair | None = None
    claim: str | None = None
    promise: Promise | None = None
    why: Pair | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the agenda; ``unit`` is the ministry's line that answers."""

    title: Pair
    unit: str | None
    moves: tuple[Move, ...]
    nothing: bool = False
    subject: Pair = ("", "")


class Plot:
    """Tells meeting after meeting what happens."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._before: dict[str, str] = {}
        self._open: dict[str, Promise] = {}
        self.promises: list[Promise] = []

    def themes(self, year: int, chance: Chance) -> list[Theme]:
        """Choose the subjects of a meeting, in the order in which they come up."""
        always = [one for one in self._words.themes if one.always]
        left = [one for one in self._words.themes if not one.always]
        chosen: list[Theme] = []
        for _ in range(chance.between(4, 5)):
            weights = [one.weight + PEAK * (year in one.peaks) // 10 for one in left]
            chosen.append(left.pop(chance.weighted(weights)))
        return always + chosen

    def items(self, year: int, themes: Sequence[Theme], chance: Chance) -> list[Item]:
        """Tell what happens in a meeting."""
        phrases, scenes = self._words.phrases, self._words.scenes
        opening = self._plain(chance.pick(phrases["welcome_title"]), scenes["opening"], chance)
        closing = self._plain(chance.pick(phrases["closing_title"]), scenes["closing"], chance)
        told = [self._item(theme, year, chance.of(theme.id)) for theme in themes]
        return [opening, *told, closing]

    def _plain(self, title: Sequence[str], scenes: Sequence[list[str]], chance: Chance) -> Item:
        scene = chance.pick(scenes)
        moves = tuple(Move(self._words.beats[one]) for one in scene if one != "nothing")
        return Item((title[0], title[1]), None, moves, "nothing" in scene)

    def _item(self, theme: Theme, year: int, chance: Chance) -> Item:
        scenes = self._words.scenes
        deck = _Deck(theme, chance)
        moves = self._scene(chance.pick(scenes["begin"]), theme, year, deck)
        moves += self._kept(theme, chance)
        for scene in chance.shuffled(scenes["middle"])[: chance.between(2, 3)]:
            moves += self._scene(scene, theme, year, deck)
        if theme.id not in self._open and chance.hit(PROMISED):
            moves += self._promised(theme, deck, chance)
        moves += self._scene(chance.pick(scenes["end"]), theme, year, deck)
        title = chance.pick(theme.titles)
        return Item(title, theme.unit(year), tuple(moves), subject=subject(theme))

    def _scene(self, scene: Sequence[str], theme: Theme, year: int, deck: _Deck) -> list[Move]:
        """Give a scene its contents; no scene at all where they have run out."""
        moves: list[Move] = []
        claim = None
        for name in scene:
            if name == "stance" and claim:
                moves += self._stance(theme, claim, year, deck)
                continue
            beat = self._words.beats[name]
            if beat.content in {"that", "np"}:
                claim = claim or deck.claim()
                if claim is None:
                    return []
                moves.append(self._claimed(beat, theme, claim, deck))
            elif beat.content and beat.content != "it" and name != "acknowledge":
                if not (x := deck.text(beat.content)):
                    return []
                moves.append(Move(beat, x))
            else:
                moves.append(Move(beat, subject(theme) if beat.content == "it" else None))
        return moves

    def _claimed(self, beat: Beat, theme: Theme, claim: Claim, deck: _Deck) -> Move:
        known = f"{theme.id}/{claim.id}"
        again = beat.id == "claim" and known in self._before
        chosen = self._words.beats["claim-again"] if again else beat
        x = claim.np if chosen.content == "np" else claim.that
        return Move(chosen, x, known, why=deck.reason("worries"))

    def _stance(self, theme: Theme, claim: Claim, year: int, deck: _Deck) -> Iterator[Move]:
        """Let the state reply to a claim, and say so where it has come to think otherwise."""
        known, stance = f"{theme.id}/{claim.id}", claim.stance(year)
        yield Move(self._words.beats[stance], claim.np, known, why=deck.reason("state"))
        if self._before.get(known, stance) != stance:
            yield Move(self._words.beats["turned"])
        self._before[known] = stance

    def _kept(self, theme: Theme, chance: Chance) -> list[Move]:
        """Come back to what was promised, or keep silent about it."""
        promise = self._open.get(theme.id)
        if promise is None:
            return []
        fate = chance.below(100)
        scenes = self._words.scenes
        if fate < FULFILLED:
            scene = scenes["fulfil"]
        elif fate < RENEWED:
            scene = scenes["renew"]
        elif fate < REMEMBERED:
            scene = scenes["remember"]
        else:
            scene = []
        if fate < FULFILLED or (not scene and chance.hit(50)):
            del self._open[theme.id]
        return [self._about(name, promise) for name in scene]

    def _about(self, name: str, promise: Promise) -> Move:
        beat = self._words.beats[name]
        kept = beat.content == "kept"
        return Move(beat, promise.task.it if kept else None, None, promise if kept else None)

    def _promised(self, theme: Theme, deck: _Deck, chance: Chance) -> list[Move]:
        ask, answer = self._words.scenes["promise"]
        question = deck.text("asks")
        if not question:
            return []
        task = chance.pick(theme.tasks)
        promise = Promise(f"c{len(self.promises) + 1:03}", theme, task)
        self.promises.append(promise)
        self._open[theme.id] = promise
        beats = self._words.beats
        return [Move(beats[ask], question), Move(beats[answer], task.do, None, promise)]


def subject(theme: Theme) -> Pair:
    """Name a theme in running text: its title with a small letter."""
    nb, nn = theme.titles[0]
    return nb[0].lower() + nb[1:], nn[0].lower() + nn[1:]


class _Deck:
    """The texts of a theme, each of which is used once under an item."""

    def __init__(self, theme: Theme, chance: Chance) -> None:
        self._texts = {kind: chance.shuffled(texts) for kind, texts in theme.texts.items()}
        self._claims = chance.shuffled(theme.claims)

    def text(self, kind: str) -> Pair | None:
        return self._texts[kind].pop() if self._texts[kind] else None

    def reason(self, kind: str) -> Pair | None:
        """Take a text to give as a reason, where there are others left."""
        return self._texts[kind].pop(0) if len(self._texts[kind]) > 1 else None

    def claim(self) -> Claim | None:
        return self._claims.pop() if self._claims else None
