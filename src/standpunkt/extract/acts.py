"""Act and stance of a clause: the content decides first, the verb that introduces it second.

The cues stand in ``data/lexicon/cues.csv``; the first whose pattern is found decides, and an
at-clause is asked before a trailing noun phrase. In: a clause and its words. Out: act, stance,
and the name of the entry that decided.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from standpunkt.model import Act, Stance

if TYPE_CHECKING:
    from standpunkt.extract.verbs import VerbMatch
    from standpunkt.lexicon import Lexicon

_AT = re.compile(r"\bat\b|\bhva\b|\bom (?=det|man|de|dei|han|hun|ho|en|ein)\b")
_HOW = re.compile(r"^(?:om |for |på )?(?:hvordan|hvorledes|korleis|hvilke\w*|kva for|hvor|kor)\b")
"""What is told of, not said to be so: "orienterte om hvordan arbeidet følges opp"."""
_BARE = re.compile(r"(?:det|dette|vi|han|hun|ho|dei|man) (?:er|var|vil|må|bør|skal|kan|har)\b")
"""How a clause begins that has lost its "at": "sa det er viktig"."""
_FRONT = re.compile(r"\b(?:det|dette|slikt)$")
_DENIED = re.compile(r"\b(?:ikke|ikkje|ingen|nei|liten|lite)\b")
_ASKED = (
    r"^\W*(?:(?!som\b)[\w-]+ ){0,6}?(?:(?:til|om|at) )?"
    r"(?:å |(?:(?!som\b)\w+ )?(?:bør|må|skal|vil) )?"
)
"""Whom a request goes to, before what it asks for."""
_NEGATIONS = frozenset({"ikke", "ikkje"})
_WISHES = frozenset({Act.DEMAND, Act.PROPOSAL, Act.REQUEST})
_DONE = frozenset({Act.COMMITMENT, Act.DEMAND})
"""What a relative clause tells of its noun is neither promised nor demanded."""
_CHANGING = frozenset({Act.DEMAND, Act.PROPOSAL, Act.REQUEST, Act.COMMITMENT})
_RESERVABLE = frozenset({Act.SUPPORT, Act.PROPOSAL, Act.COMMITMENT})
_JUDGING = frozenset(
    {"mean", "think", "claim", "contend", "maintain", "repeat", "stress", "call"}
    | {"own_view", "consider_it", "hold_opinion"}
)
_SHALL = frozenset({"skal", "skulle"})
_WILL = frozenset({"vil", "ville", "skal", "skulle"})
_DISBELIEVED = _JUDGING | {"believe"}
_REFUSED = frozenset({Act.SUPPORT, Act.COMMITMENT, Act.DEMAND, Act.REQUEST, Act.PROPOSAL})
"""Acts whose denial is a rejection: "støttet ikke", "ville ikke love", "ønsket ikke"."""
_RANK = {act: rank for rank, act in enumerate(Act)}
_EACH = re.compile(r",? (?:og|men) (?=at\b)")
_GOVERNED = re.compile(r"^\W*(?:at )?(?:det|dette) (?:er|var|vil være) (?:\w+ ){1,3}?at\b")
"""What is said of all the at-clauses that follow: "det er viktig at A, og at B"."""
_OWN_NOUN = re.compile(
    r", som\b[^,;]*| som (?:[\w-]+ ){0,6}?(?:skal|vil|må|bør|er|har|ble|vart)\b[^,;]*"
)
_CONDITION = re.compile(r",? (?:dersom|hvis|viss|så lenge|med mindre) [^,;]*")
"""Under which condition something is said: what happens in it is neither promised nor demanded."""
_PREDICATE = re.compile(r"\b(?:(?:er|var) (?:en|ein|ei|et|eit)|noe|noko)(?: \w+){0,3}$")
_THAT = re.compile(
    r"(?<!,) som (?:ikke |ikkje |også |òg )?"
    r"(?:\w+(?:er|ar|te|de)|går|står|gjør|har|skal|må|bør|vil|kan|gikk|gjekk|kom)\b"
)
"""Where a restrictive relative clause begins, which tells which one is meant."""
_NONE_OF = re.compile(r"\b(?:ingen|inga|inkje|uten|utan)(?: \w+)? $")
"""What makes a problem none: "ingen nye kutt"."""
_TRAILING = re.compile(r",? og (?=behovet|viktigheten|viktigheita|ønsket|kravet)")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a clause does, and the lexicon entry that told so."""

    act: Act
    stance: Stance
    rule: str


class ActCoder:
    """Decides acts and stances with the cues and verbs of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._cues = lexicon.cue_index
        self._condition = lexicon.pattern("conditions")
        considering = "|".join(lexicon.words["conditions"]["considering"])
        self._considering = re.compile(rf"{_ASKED}(?:{considering})(?!\w)")
        self._received: dict[str, list[str]] = lexicon.words["received"]

    def decide(
        self, content: str, verb: VerbMatch | None, *, own: bool, whole: bool = False
    ) -> Decision:
        """Code a clause by its content (lower case) and its verb.

        ``own`` is true where the speaker's own side is bound by what is said to happen,
        ``whole`` where the content is a sentence of its own rather than what a verb governs.
        """
        decision = (
            self._by_mark(content, whole=whole or verb is None)
            or self._by_negation(verb)
            or self._by_promise(verb, content, own=own)
            or self._by_verb(verb, content)
            or self._by_content(content, verb, own=own, whole=whole)
            or self._by_front(content, verb)
            or self._default(verb, content)
        )
        return self._with_condition(decision, content, verb)

    def viewed(self, decision: Decision) -> Decision:
        """What stands as somebody's view is judged, not told: "etter hans vurdering er det"."""
        if decision.act is not Act.INFORMATION:
            return decision
        return Decision(Act.ASSESSMENT, Stance.FOR, "view")

    def received(self, text: str) -> Decision:
        """Code what an actor gave to a proposal that is the subject of the sentence."""
        negated = not _NEGATIONS.isdisjoint(text.split())
        if negated or any(phrase in text for phrase in self._received["opposition"]):
            return Decision(Act.OPPOSITION, Stance.AGAINST, "received")
        return Decision(Act.SUPPORT, Stance.FOR, "received")

    def considers(self, content: str) -> bool:
        """True where what is asked for is that something be considered."""
        return bool(self._considering.match(content))

    def _by_mark(self, content: str, *, whole: bool) -> Decision | None:
        """Code a sentence with a question mark."""
        asked = whole and content.rstrip('»"”) ').endswith("?")
        return Decision(Act.QUESTION, Stance.NONE, "question mark") if asked else None

    def _by_negation(self, verb: VerbMatch | None) -> Decision | None:
        """Code a support or promise that is refused: "kunne ikke si seg enig"."""
        if verb is None or verb.entry is None or not verb.negated:
            return None
        if verb.entry.id in {"answer", "reply"}:
            return Decision(Act.INFORMATION, Stance.NONE, f"not {verb.entry.id}")
        if verb.entry.id == "be_glad":
            return Decision(Act.CONCERN, Stance.FOR, "not be_glad")
        if verb.entry.act in _REFUSED or verb.entry.id in _DISBELIEVED:
            return Decision(Act.OPPOSITION, Stance.AGAINST, f"not {verb.entry.id}")
        if verb.entry.act is Act.OPPOSITION and not _DENIED.search(verb.form):
            return Decision(Act.SUPPORT, Stance.CONDITIONAL, f"not {verb.entry.id}")
        return None

    def _by_promise(self, verb: VerbMatch | None, content: str, *, own: bool) -> Decision | None:
        """Code what somebody will do rather than say: "ville vurdere saken"."""
        if verb is None or verb.entry is None or verb.modal not in _WILL:
            return None
        if verb.entry.id == "invite":
            return Decision(Act.COMMITMENT, Stance.FOR, verb.entry.id)
        if verb.entry.decides == "verb":
            return None
        if verb.entry.says:
            tells = verb.entry.act is Act.INFORMATION and verb.modal in _SHALL
            return Decision(Act.COMMITMENT, Stance.NONE, verb.entry.id) if tells else None
        found = self._first_cue(f"{verb.modal} {verb.form} {content}", own=own, phrase=False)
        return found if found and found.act is Act.COMMITMENT else None

    def _by_verb(self, verb: VerbMatch | None, content: str) -> Decision | None:
        """Code a clause whose verb decides; what is promised tells whether it is a change."""
        if verb is None or verb.entry is None or verb.entry.decides != "verb":
            return None
        promised = None
        if verb.entry.act is Act.COMMITMENT:
            promised = self._first_cue(content, own=True, phrase=False)
        if promised and promised.act is Act.COMMITMENT:
            return replace(promised, rule=verb.entry.id)
        return Decision(verb.entry.act, verb.entry.stance, verb.entry.id)

    def _by_content(
        self, content: str, verb: VerbMatch | None, *, own: bool, whole: bool
    ) -> Decision | None:
        tells = verb is not None and verb.entry is not None and verb.entry.act is Act.INFORMATION
        if tells and _HOW.match(content):
            return None
        clause, phrase = _parts(content)
        bare = whole or verb is None or verb.entry is None
        if bare or clause:
            text = clause if clause and not bare else content
            for part in _TRAILING.split(text):
                each = [part] if _GOVERNED.match(part) else _EACH.split(part)
                cues = (self._first_cue(one, own=own, phrase=False) for one in each)
                told = (one for one in cues if one and not _is_overruled(one, verb))
                ranked = sorted(told, key=lambda decision: _RANK[decision.act])
                if ranked:
                    return self._judged(ranked[0], verb)
        found = self._first_cue(phrase, own=own, phrase=True) if phrase and not bare else None
        return self._judged(found, verb) if found and not _is_overruled(found, verb) else None

    def _first_cue(self, text: str, *, own: bool, phrase: bool) -> Decision | None:
        bare = _without_relatives(text)
        for cue in self._cues.candidates(text):
            if cue.needs == "own" and not own:
                continue
            if (cue.needs == "phrase") > phrase or (cue.needs == "clause" and phrase):
                continue
            match = cue.pattern.search(bare if cue.act in _DONE else text)
            if match and not (cue.act is Act.CONCERN and _NONE_OF.search(text[: match.start()])):
                return Decision(cue.act, cue.stance, cue.id)
        return None

    def _judged(self, decision: Decision, verb: VerbMatch | None) -> Decision:
        """A problem that somebody *holds* to be one is a judgement: concern with a stance."""
        judged = verb is not None and verb.entry is not None and verb.entry.id in _JUDGING
        if decision.act is Act.CONCERN and judged:
            return Decision(Act.CONCERN, Stance.FOR, decision.rule)
        return decision

    def _by_front(self, content: str, verb: VerbMatch | None) -> Decision | None:
        """Code "Det lot X seg ikke overbevise om": what is fronted and denied is rejected."""
        denied = verb is not None and verb.entry is None and verb.negated
        return (
            Decision(Act.OPPOSITION, Stance.AGAINST, "denied")
            if denied and _FRONT.search(content)
            else None
        )

    def _default(self, verb: VerbMatch | None, content: str) -> Decision:
        if verb is None or verb.entry is None:
            return Decision(Act.INFORMATION, Stance.NONE, "default")
        entry = verb.entry
        if entry.act is Act.PROCEDURAL and entry.decides == "content" and _has_object(content):
            return Decision(Act.INFORMATION, Stance.NONE, entry.id)
        if entry.act is Act.ASSESSMENT:
            return Decision(entry.act, Stance.FOR, entry.id)
        return Decision(entry.act, entry.stance, entry.id)

    def _with_condition(self, decision: Decision, content: str, verb: VerbMatch | None) -> Decision:
        """A reservation makes a stance conditional, and so does asking to have it considered."""
        if decision.stance is not Stance.FOR:
            return decision
        reserved = decision.act in _RESERVABLE and self._condition.search(content)
        considered = decision.act in _CHANGING and self.considers(content)
        hedged = decision.act is Act.SUPPORT and verb is not None and verb.hedged
        if reserved or considered or hedged:
            return Decision(decision.act, Stance.CONDITIONAL, decision.rule)
        return decision


def _parts(content: str) -> tuple[str, str]:
    """The at-clause of a content, and the noun phrase where there is none."""
    match = _AT.search(content)
    if _BARE.match(content):
        return content, ""
    if match:
        return content[match.start() :], content[: match.start()]
    return "", _THAT.split(content)[0]


def _is_overruled(decision: Decision, verb: VerbMatch | None) -> bool:
    """True for what is only wished ("ønsker at X skal"), answered ("spørsmålet") or admitted."""
    if verb is None or verb.entry is None:
        return False
    wished = decision.act is Act.COMMITMENT and verb.entry.act in _WISHES
    answered = decision.act is Act.QUESTION and verb.entry.dialogue == "reply"
    return (
        wished
        or answered
        or (decision.act is Act.CONCERN and verb.entry.act is Act.ACKNOWLEDGEMENT)
    )


def _without_relatives(text: str) -> str:
    """A text without its relative clauses, but for those that tell what something is.

    >>> _without_relatives("planene for mottaket, som etter planen skal åpne i 2015")
    'planene for mottaket'
    """
    text = _CONDITION.sub("", text)
    for match in reversed(list(_OWN_NOUN.finditer(text))):
        if not _PREDICATE.search(text[: match.start()]):
            text = text[: match.start()] + text[match.end() :]
    return text


def _has_object(content: str) -> bool:
    return bool(re.match(r"\s*(?:om|med|i)\s+\w", content))
