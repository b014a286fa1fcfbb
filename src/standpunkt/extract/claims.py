"""A claim: the content of a clause as a short proposition that one can be for or against.

Of several at-clauses the one that told the act is taken. What frames the content goes ("det er
viktig at", "behovet for"), the modal goes and its infinitive becomes present tense ("bør
justeres" → "justeres"), "KS til å konkretisere" becomes "KS konkretiserer", and a mere noun phrase
gets the verb that its act implies ("det trengs ..."). In: content as written. Out: a
self-standing proposition, or ``None``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from standpunkt.model import Act

if TYPE_CHECKING:
    from standpunkt.lexicon import Lexicon

_SEGMENT = re.compile(r",? (?:og|men) (?=at\b)|,? og (?=behovet|viktigheten|viktigheita)|, men ")
_CLAUSE = re.compile(
    r"^(?:\w+ ){0,3}?at |\b(?:er|har|skal|bør|må|vil|kan|blir|vert|var|hadde|fordrer)\b"
)
_MERE_NOUN = re.compile(r"^[^,]*\b(?:viktig|avgjørende|avgjerande|ønskelig|ynskjeleg) med ")
_CALLED = re.compile(r"^(?P<what>.+?) som (?P<quality>\w+)$")
_INVITED = re.compile(r"^[\w-]+(?: og [\w-]+)* (?:til|om) (?=(?:et|eit|en|ein|ei) )")
_INTENDS = re.compile(
    r"\b(?:kommer til|kjem til|tar sikte på|tek sikte på|har tenkt|planlegger|planlegg) å (\w+)"
)
_LATE_VERB = re.compile(
    r"^(?P<who>det|man|vi|de|dei|ein|KS|staten) (?P<adverb>også|òg|ikke|ikkje|heller|alltid) "
    r"(?P<verb>kan|bør|må|skal|vil|er|har)\b"
)
_EARLY_NEGATION = re.compile(
    r"\b(?P<no>ikke|ikkje|aldri) (?P<verb>bør|burde|må|måtte|skal|skulle|vil|ville)\b"
)
_COORDINATED = re.compile(r" og (\w+ere)\b")
_MODAL = re.compile(
    r"\b(?:bør|burde|må|måtte|skal|skulle|vil|ville)\s+((?:\w+\s+){0,3}?)(?!ikkj?e\b)"
    r"(?!på\b|i\b|også\b|\w+[ea]ne\b)(\w+(?:es|e|å|o|i|ø|y|ast|a))\b"
)
_MAY_CONSIDER = re.compile(
    r"\b(?:(?:bør|burde|må|måtte|skal|skulle) (?:også |òg )?)?(?:kan|kunne|kunna) (?:også |òg )?"
    r"(?=(?:drøft|vurder|diskuter)\w+|sj?å |se )"
)
"""What frames something that is to be considered: "bør kunne drøfte", "kan vurdere"."""
_ASKED = re.compile(r"^(?!at\b|om\b)(?P<who>\w[^,.]{1,60}?) (?:til|om) å (?P<inf>\w+)(?P<rest>.*)$")
_INFINITIVE = re.compile(r"^å (?P<inf>\w+)(?P<rest>.*)$")
_FRONTED = re.compile(
    r"^(?P<front>[^,]{1,40}?) (?:skal|vil|bør|må) (?P<who>det|man|vi) (?P<rest>.+)$"
)
_END = re.compile(r"[.;:,]+$")
_BOTH = re.compile(r"^begge (?=\w)")
_ASKED_OF = re.compile(
    r"^(?P<who>[A-ZÆØÅ][\w-]*|\w+(?:ene|ane|en|et|a)) (?P<inf>[a-zæøå]{2,}[eåa])(?P<rest> .*)$"
)
"""Who is asked and what to do, without "om å": "kommunene sende inn"."""
_FINITE = (
    r"(?:\w{2,}(?:er|ar)|er|har|kan|vil|skal|får|går|står|gjør|gjer|legg|ligg|treng|held|kjem|vert"
    r"|tek|gjev|gir|ser|blir|når)\b"
)
_ORDER = re.compile(
    r"^(?P<who>\w[^,]*?) (?P<adverb>ikke|ikkje|aldri|framleis|fortsatt|fremdeles) "
    rf"(?P<verb>{_FINITE})"
)
"""The order of a subordinate clause, whose adverb stands before the verb."""
_ASKING = frozenset({Act.REQUEST, Act.DEMAND, Act.PROPOSAL})
_LONGEST = 160
_SHORTEST = 4


class ClaimMaker:
    """Makes claims with the frames, forms and templates of the lexicon."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        self._frames = [re.compile(f, re.IGNORECASE) for f in lexicon.words["claims"]["frames"]]
        self._irregular: dict[str, str] = lexicon.words["present"]
        if language == "nn":
            self._irregular = {**self._irregular, **lexicon.words["present_nn"]}
        self._templates: dict[str, str] = lexicon.words["claim_templates"][language]
        self._tail = re.compile(lexicon.words["claims"]["tail"])
        self._loose = re.compile(
            rf"\b(?:{'|'.join(lexicon.words['claims']['loose'])}) (?={_FINITE})"
        )
        self._cues = {cue.id: cue.pattern for cue in lexicon.cues}
        self._adverbs = lexicon.adverbs

    def claim(
        self, content: str, act: Act, rule: str, *, holder: str | None, sentence: bool
    ) -> str | None:
        """The proposition in a content, as short as its words allow.

        ``rule`` is the cue that told the act, ``holder`` who will do what is promised, and
        ``sentence`` is true where the content is a whole sentence of its own.
        """
        segment = self._segment(" ".join(content.split()), rule)
        segment = self._tail.sub("", segment.strip(" ,")) or segment
        clause = sentence or bool(_CLAUSE.search(segment))
        clause = clause and not _MERE_NOUN.match(segment)
        text = segment.strip(' .,;:–-«»"')
        text = self._frames[0].sub("", text)
        asked = _ASKED.match(text) if act in _ASKING else None
        for frame in [] if asked else self._frames[1:]:
            text = frame.sub("", text, count=1)
        text = _BOTH.sub("", _END.sub("", text).strip(' .,;:«»"'))
        if len(text) < _SHORTEST:
            return None
        clause = clause and not asked
        shaped = self._shaped(text, act, holder, clause=clause, bare=rule == "ask_to")
        shaped = _ORDER.sub(r"\g<who> \g<verb> \g<adverb>", self._loose.sub("", shaped))
        return _shortened(_lowered(shaped) if sentence else shaped)

    def _segment(self, content: str, rule: str) -> str:
        """The part of the content that holds what told the act."""
        match = self._cues[rule].search(content.lower()) if rule in self._cues else None
        place = match.start() if match else 0
        start = 0
        for cut in _SEGMENT.finditer(content):
            if cut.end() > place:
                return content[start : cut.start()]
            start = cut.end()
        return content[start:]

    def _shaped(self, text: str, act: Act, holder: str | None, *, clause: bool, bare: bool) -> str:
        asked = _ASKED.match(text) if act in _ASKING and not clause else None
        asked = asked or (_ASKED_OF.match(text) if bare and not clause else None)
        if asked:
            rest = _COORDINATED.sub(r" og \1r", asked["rest"])
            return f"{asked['who']} {self.present(asked['inf'])}{rest}"
        infinitive = _INFINITIVE.match(text)
        if infinitive:
            own = act is Act.COMMITMENT or infinitive["inf"] == "få"
            who = (holder if own else None) or self._templates["who"]
            return f"{who} {self.present(infinitive['inf'])}{infinitive['rest']}"
        called = _CALLED.match(text) if act is Act.CONCERN and not clause else None
        if called:
            return f"{called['what']} er {called['quality']}"
        text = _LATE_VERB.sub(r"\g<who> \g<verb> \g<adverb>", text)
        if not clause and act.value in self._templates:
            return self._templates[act.value].format(_INVITED.sub("", text))
        return self._without_modal(text)

    def _without_modal(self, text: str) -> str:
        fronted = _FRONTED.match(text)
        if fronted and all(w.lower() in self._adverbs for w in fronted["front"].split()):
            text = f"{fronted['who']} skal {fronted['rest']}"
        text = _INTENDS.sub(lambda match: self.present(match[1]), text)
        text = _EARLY_NEGATION.sub(r"\g<verb> \g<no>", text)
        text = _MAY_CONSIDER.sub("bør ", text)
        match = _MODAL.search(text)
        if match is None or re.search(r"\b(?:er|var|har|som|dersom|hvis)\b", text[: match.start()]):
            return text
        between, infinitive = match.groups()
        present = f"{self.present(infinitive)} {between}".rstrip()
        return f"{text[: match.start()]}{present}{text[match.end() :]}"

    def present(self, infinitive: str) -> str:
        """The present tense of an infinitive; passives in ``-s`` stay as they are."""
        if infinitive in self._irregular:
            return self._irregular[infinitive]
        return infinitive if infinitive.endswith(("es", "ast")) else f"{infinitive}r"


def _lowered(text: str) -> str:
    """A sentence as it stands inside another; an abbreviation keeps its capitals."""
    return text if text[:2].isupper() else text[0].lower() + text[1:]


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    cut = text.rfind(" ", 0, _LONGEST)
    return text[:cut].rstrip(" ,;:")
