"""Finding verbs of speech, whose parts may stand apart, among the tokens of a sentence.

``pekte Helgesen særlig på`` is *peke på*: the subject and adverbs may stand between a verb and
its particle. Auxiliaries are looked through (``har foreslått``, ``ville vurdere``). A verb that
no lexicon has is still a verb where a subject says so; it then comes without an entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from standpunkt.model import Act

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from standpunkt.extract.tokens import Token
    from standpunkt.lexicon import Lexicon, Verb

    _Table: TypeAlias = dict[str, list[tuple[tuple[str, ...], Verb, str]]]
    """From the first word of an expression to its other words, its verb and the whole of it."""

_GAP = 5
_LONG = 4
_PHRASE = 8
"""How many words a phrase between "har" and its participle may have."""
_STOPS = frozenset(
    {"at", "å", "som", "og", "eller", "men", "fått", "hatt", "vært", "vore", "blitt", "vorte"}
)
_OBJECT = "…"
"""In a form of the lexicon: here an object may stand."""
_NEGATIONS = frozenset({"ikke", "ikkje", "aldri", "neppe"})
_ONLY = frozenset({"bare", "berre", "minst", "kun"})
_VERBAL_ENDINGS = ("te", "de", "dde", "et", "a", "er", "r", "tt", "ste", "tes", "des", "es")


@dataclass(frozen=True, slots=True)
class VerbMatch:
    """A verb of speech at some tokens.

    ``first`` is the finite verb, ``end`` the index after the last token that belongs to the
    expression, ``entry`` the lexicon's verb (``None`` for an unknown one), ``form`` its words.
    ``past`` tells the tense of the finite verb, ``modal`` the modal auxiliary where there is one,
    ``hedged`` whether a word like "delvis" stands in the expression or right after it.
    """

    first: int
    end: int
    entry: Verb | None
    form: str
    past: bool
    negated: bool = False
    modal: str | None = None
    perfect: bool = False
    hedged: bool = False


class VerbFinder:
    """Looks verbs up by their first word, longest expression first."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._finite, self._participles, self._infinitives = _tables(lexicon)
        self._leading = [(first, tuple(rest)) for first, *rest in _phrases(lexicon)]
        auxiliaries = lexicon.words["auxiliaries"]
        self._have = frozenset(auxiliaries["have"])
        self._become = frozenset(auxiliaries["become"])
        self._modal = frozenset(auxiliaries["modal"])
        self._auxiliaries = self._have | self._modal | frozenset(auxiliaries["be"])
        self._hedges = lexicon.word_set("conditions", "hedges")
        self._adverbs = lexicon.adverbs | self._hedges
        self._strong = lexicon.word_set("strong_verbs")
        self._strong_endings = tuple(form for form in self._strong if len(form) > 2)
        self._present = lexicon.word_set("strong_verbs", "present")
        self._past = lexicon.word_set("strong_verbs", "past")
        self._closed = lexicon.word_set("closed") | self._adverbs

    def at(self, tokens: Sequence[Token], index: int, skip: range = range(0)) -> VerbMatch | None:
        """The known verb whose finite part stands at ``index``; ``skip`` is the subject."""
        if index >= len(tokens):
            return None
        word = tokens[index].lower
        found = self._led_to(tokens, index, skip)
        found = found or self._longest(self._finite, tokens, index, skip)
        after = self._next(tokens, index + 1, skip)
        modal = None
        if word in self._have:
            perfect = self._longest(self._participles, tokens, after, skip)
            found = perfect or found or self._later(tokens, after)
        elif word in self._modal and found is None:
            found = self._longest(self._infinitives, tokens, after, skip)
            modal = word
        if found is None:
            return None
        entry, form, end = found
        return VerbMatch(
            first=index,
            end=end,
            entry=entry,
            form=form,
            past=self.is_past(word),
            negated=_negated(tokens, index, end),
            modal=modal,
            perfect=word in self._have,
            hedged=any(token.lower in self._hedges for token in tokens[index : end + 2]),
        )

    def _later(self, tokens: Sequence[Token], index: int) -> tuple[Verb, str, int] | None:
        """The participle after a phrase: "har ved flere anledninger tatt til orde for"."""
        for place in range(index + 1, min(index + _PHRASE, len(tokens))):
            before = tokens[place - 1]
            dated = before.text == "." and tokens[place - 2].text.isdigit()
            if not (before.is_word or dated) or before.lower in _STOPS:
                return None
            found = self._longest(self._participles, tokens, place, range(0))
            if found and found[0].says:
                return found
        return None

    def unknown(self, tokens: Sequence[Token], index: int) -> VerbMatch | None:
        """Whatever finite verb stands at ``index``, by its form alone."""
        if index >= len(tokens):
            return None
        word = tokens[index].lower
        if not tokens[index].is_word or tokens[index].is_capital or word in self._closed:
            return None
        auxiliary = word in self._auxiliaries
        strong = word in self._strong or word.endswith(self._strong_endings)
        if not (auxiliary or strong or word.endswith(_VERBAL_ENDINGS)):
            return None
        modal = word if word in self._modal else None
        negated = _negated(tokens, index + 1, index + 4)
        return VerbMatch(index, index + 1, None, word, self.is_past(word), negated, modal)

    def passive(self, tokens: Sequence[Token], index: int) -> VerbMatch | None:
        """The verb of speech whose passive auxiliary ("ble", "vart") stands at ``index``."""
        if tokens[index].lower not in self._become:
            return None
        for start in range(index + 1, min(index + 14, len(tokens))):
            if tokens[start].text in ",.;:" or tokens[start].lower in {"at", "som"}:
                return None
            found = self._longest(self._participles, tokens, start, range(0))
            if found:
                entry, form, end = found
                negated = _negated(tokens, index, start)
                return VerbMatch(
                    index, end, entry, form, self.is_past(tokens[index].lower), negated
                )
        return None

    def s_passive(self, tokens: Sequence[Token], index: int) -> VerbMatch | None:
        """The verb of speech whose passive in ``-s`` stands at ``index``: "påpekes", "spørjast"."""
        word = tokens[index].lower
        base = word.removesuffix("st") if word.endswith("ast") else word.removesuffix("s")
        if base == word:
            return None
        impersonal = index + 1 < len(tokens) and tokens[index + 1].lower == "det"
        found = self._longest(
            self._infinitives,
            [tokens[index]._replace(lower=base), *tokens[index + 1 :]],
            0,
            range(1, 2) if impersonal else range(0),
        )
        if found is None:
            return None
        entry, form, end = found
        return VerbMatch(
            index, index + end, entry, form, past=False, negated=_negated(tokens, index, index + 1)
        )

    def is_become(self, token: Token) -> bool:
        """True for the auxiliary of the passive: "ble", "vart"."""
        return token.lower in self._become

    def is_past(self, word: str) -> bool:
        """True where the form of a finite verb is past tense: present-tense forms end in ``-r``."""
        return word in self._past or not (word.endswith("r") or word in self._present)

    def _led_to(
        self, tokens: Sequence[Token], index: int, skip: range
    ) -> tuple[Verb, str, int] | None:
        """The verb of speech behind "ønsket å takke", "innledet med å vise til"."""
        for first, rest in self._leading:
            if tokens[index].lower != first:
                continue
            end = self._rest(rest, tokens, index + 1, skip)
            place = self._next(tokens, end, range(0)) if end is not None else len(tokens)
            found = self._longest(self._infinitives, tokens, place, range(0))
            if found and found[0].says and found[0].act is not Act.PROCEDURAL:
                return found
        return None

    def _longest(
        self,
        forms: _Table,
        tokens: Sequence[Token],
        index: int,
        skip: range,
    ) -> tuple[Verb, str, int] | None:
        if index >= len(tokens):
            return None
        for rest, verb, form in forms.get(tokens[index].lower, ()):
            end = self._rest(rest, tokens, index + 1, skip)
            if end is not None:
                return verb, form, end
        return None

    def _rest(
        self, rest: tuple[str, ...], tokens: Sequence[Token], index: int, skip: range
    ) -> int | None:
        """The index after the last word of ``rest``, which may stand apart; ``None`` if absent."""
        if rest[:1] == (_OBJECT,):
            return self._after_object(rest[1:], tokens, index, skip)
        end = skip.stop if skip and skip.start <= index < skip.stop and not rest else index
        for word in rest:
            gap = 0
            while index < len(tokens) and tokens[index].lower != word:
                inside = index in skip
                if not inside and tokens[index].lower not in self._adverbs:
                    return None
                gap += not inside
                if gap > _GAP:
                    return None
                index += 1
            if index >= len(tokens):
                return None
            index += 1
            end = index
        return max(end, skip.stop) if skip and skip.start < end else end

    def _after_object(
        self, rest: tuple[str, ...], tokens: Sequence[Token], index: int, skip: range
    ) -> int | None:
        """The end of a particle that stands after an object: "tok saken opp"."""
        for place in range(index + 1, min(index + _GAP + len(skip), len(tokens))):
            if not tokens[place].is_word or tokens[place].lower == "at":
                return None
            if tokens[place].lower == rest[0]:
                return self._rest(rest, tokens, place, range(0))
        return None

    def _next(self, tokens: Sequence[Token], index: int, skip: range) -> int:
        while index < len(tokens) and (index in skip or tokens[index].lower in self._adverbs):
            index += 1
        return index


def _negated(tokens: Sequence[Token], start: int, end: int) -> bool:
    """True where the words are denied; "ikke bare" denies nothing."""
    places = range(start, min(end + 1, len(tokens)))
    following = {i: tokens[i + 1].lower if i + 1 < len(tokens) else "" for i in places}
    return any(tokens[i].lower in _NEGATIONS and following[i] not in _ONLY for i in places)


def _phrases(lexicon: Lexicon) -> list[list[str]]:
    return [phrase.split() for phrase in lexicon.words["leading_verbs"]["words"]]


def _split_infinitive(infinitive: str) -> tuple[str, ...]:
    """An infinitive in "-e", which nynorsk may write with "-a" too.

    >>> _split_infinitive("peike på")
    ('peike på', 'peika på')
    """
    first, _, rest = infinitive.partition(" ")
    if not first.endswith("e") or len(first) < _LONG:
        return (infinitive,)
    return infinitive, f"{first[:-1]}a {rest}".rstrip()


@lru_cache(maxsize=4)
def _tables(lexicon: Lexicon) -> tuple[_Table, _Table, _Table]:
    """Finite forms, participles and infinitives by their first word."""
    verbs = lexicon.verbs
    return (
        _index((verb, form) for verb in verbs for form in (*verb.nb, *verb.nn)),
        _index((verb, form) for verb in verbs for form in verb.participles),
        _index((v, form) for v in verbs for i in v.infinitives for form in _split_infinitive(i)),
    )


def _index(
    pairs: Iterable[tuple[Verb, str]],
) -> _Table:
    table: _Table = {}
    for verb, form in pairs:
        for spelling in dict.fromkeys(
            (form, form.replace("fram", "frem"), form.replace("frem", "fram"))
        ):
            first, *rest = spelling.split()
            table.setdefault(first, []).append((tuple(rest), verb, form))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table
