"""The words that the program knows, read from ``data/lexicon/`` and checked on the way in.

Four kinds of files: ``labels.toml`` and ``words.toml`` hold lists, ``verbs.csv`` the verbs of
speech with their forms, ``cues.csv`` the patterns by which the content of a statement tells its
act and stance by phrases, ``replies.csv`` what counts for one statement's answering another.
Everything is in lower case and in both written standards.
"""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from standpunkt.errors import DataError
from standpunkt.model import Act, Stance
from standpunkt.phrases import PhraseIndex, phrases_keys, phrases_pattern
from standpunkt.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of speech.

    ``row`` is its row in ``verbs.csv``, counted from 1 with the heading; ``nb``, ``nn``,
    ``participles`` and ``infinitives`` are its forms with their particles.

    ``act`` and ``stance`` are what the verb tells by itself; ``decides`` is ``verb`` where
    that stands, ``content`` where the content clause may tell better. ``dialogue`` says whether
    it answers (``reply``), asks for an answer (``elicit``) or goes on (``elaborate``), and
    ``says`` whether it is communication, so that an organisation that is only told of by
    somebody else speaks with it.
    """

    id: str
    row: int
    nb: tuple[str, ...]
    nn: tuple[str, ...]
    participles: tuple[str, ...]
    infinitives: tuple[str, ...]
    act: Act
    stance: Stance
    decides: str
    dialogue: str
    says: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern in the content of a statement that tells its act and stance.

    ``row`` is its row in ``cues.csv``, counted from 1 with the heading. ``needs`` limits it:
    ``own`` to what the speaker's own side does, ``clause`` to an at-clause or a sentence of its
    own, ``phrase`` to a noun phrase. ``keys`` are words of which a text must have one.
    """

    id: str
    row: int
    act: Act
    stance: Stance
    needs: str
    pattern: re.Pattern[str]
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sign:
    """How much a sign counts for one statement's answering another; below 0 it counts against."""

    id: str
    weight: float


Entry = TypeVar("Entry", Verb, Cue, Sign)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All word lists, by section and key, and the tables.

    A lexicon equals only itself, so what is made of it can be kept for it.
    """

    labels: dict[str, dict[str, Any]]
    words: dict[str, dict[str, Any]]
    verbs: tuple[Verb, ...]
    cues: tuple[Cue, ...]
    signs: tuple[Sign, ...]

    @cached_property
    def adverbs(self) -> frozenset[str]:
        """Words that may stand between the parts of an attributing expression."""
        return frozenset(self.words["adverbs"]["words"])

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Words after which a full stop does not end a sentence."""
        return frozenset(self.words["abbreviations"]["words"])

    @cached_property
    def reply_weights(self) -> dict[str, float]:
        """What each sign of a reply counts."""
        return {sign.id: sign.weight for sign in self.signs}

    @cached_property
    def fields(self) -> dict[str, str]:
        """From a label of the header to the field that it names."""
        return invert(self.labels["fields"])

    @cached_property
    def blocks(self) -> dict[str, str]:
        """From a label inside an item to the kind of block that it opens."""
        return invert(self.labels["blocks"])

    @cached_property
    def functions(self) -> dict[str, str]:
        """From a word beside a name to the function that it tells."""
        return invert(self.words["functions"])

    @cached_property
    def mentions(self) -> tuple[re.Pattern[str], ...]:
        """Patterns of what is named or titled."""
        return tuple(map(re.compile, self.words["mentions"]["patterns"]))

    @cached_property
    def finite_words(self) -> frozenset[str]:
        """Finite verbs that tell a sentence from a title or a list of names."""
        auxiliaries = self.words["auxiliaries"]
        speech = {form.split()[0] for verb in self.verbs for form in (*verb.nb, *verb.nn)}
        other = {word for words in auxiliaries.values() for word in words}
        return frozenset((speech | other) - set(self.words["titles"]["words"]))

    @cached_property
    def cue_index(self) -> PhraseIndex[Cue]:
        """Finds the cues that may be in a text."""
        return PhraseIndex((cue, cue.keys) for cue in self.cues)

    @cached_property
    def entries(self) -> dict[str, tuple[str, Verb | Cue]]:
        """From the id of a verb or cue to its place ("cues.csv:7") and itself."""
        verbs = {verb.id: (f"verbs.csv:{verb.row}", verb) for verb in self.verbs}
        return verbs | {cue.id: (f"cues.csv:{cue.row}", cue) for cue in self.cues}

    @cached_property
    def _patterns(self) -> dict[tuple[str, str], re.Pattern[str]]:
        return {}

    def pattern(self, section: str, key: str = "words") -> re.Pattern[str]:
        """A pattern that finds any word of a list of ``words.toml``, made once."""
        if (section, key) not in self._patterns:
            self._patterns[section, key] = words_pattern(self.words[section][key])
        return self._patterns[section, key]

    def phrases(self, section: str, key: str) -> re.Pattern[str]:
        """A pattern that finds any of the phrases of a list of ``words.toml``, made once."""
        if (section, key) not in self._patterns:
            cell = ";".join(self.words[section][key])
            self._patterns[section, key] = phrases_pattern(cell, self.words["classes"])
        return self._patterns[section, key]

    def word_set(self, section: str, key: str = "words") -> frozenset[str]:
        """A list of ``words.toml`` as a set."""
        return frozenset(self.words[section][key])


def invert(lists: dict[str, list[str]]) -> dict[str, str]:
    """From each word to the key of the list that it stands in; the first list wins."""
    table: dict[str, str] = {}
    for key, words in lists.items():
        for word in words:
            table.setdefault(word, key)
    return table


def words_pattern(words: Iterable[str], *, whole: bool = True) -> re.Pattern[str]:
    """A pattern that finds any of some words or phrases, the longest first, over line ends too.

    Where they need not be ``whole``, they may be parts of words.
    """
    longest_first = sorted(words, key=len, reverse=True)
    some = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in longest_first)
    return re.compile(rf"\b(?:{some})(?!\w)" if whole else some, re.IGNORECASE)


def load_lexicon(folder: Path | None = None) -> Lexicon:
    """Read and check a lexicon folder (the shipped one by default, read once).

    Raises :class:`~standpunkt.errors.DataError` naming file and row.
    """
    return _shipped() if folder is None else _load(folder)


@cache
def _shipped() -> Lexicon:
    return _load(resource("data", "lexicon"))


def _load(folder: Path) -> Lexicon:
    words = _toml(folder / "words.toml", _sections("words.toml"))
    return Lexicon(
        labels=_toml(folder / "labels.toml", _sections("labels.toml")),
        words=words,
        verbs=_rows(
            folder / "verbs.csv", lambda row, number: _verb(row, number, words["light_verbs"])
        ),
        cues=_rows(folder / "cues.csv", lambda row, number: _cue(row, number, words["classes"])),
        signs=_rows(folder / "replies.csv", _sign),
    )


def _toml(path: Path, sections: frozenset[str]) -> dict[str, dict[str, Any]]:
    """Read a file of word lists, which must have at least the sections that the shipped one has."""
    try:
        lists = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        msg = f"{path}: {error}; expected a TOML file of word lists in UTF-8."
        raise DataError(msg) from error
    missing = sorted(sections - set(lists))
    if missing:
        msg = f"{path}: no section [{missing[0]}]; see the README beside the file."
        raise DataError(msg)
    return lists


@cache
def _sections(name: str) -> frozenset[str]:
    text = resource("data", "lexicon", name).read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text))


def _rows(path: Path, make: Callable[[dict[str, str], int], Entry]) -> tuple[Entry, ...]:
    """Read a table; each row becomes an entry with an ``id`` of its own."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            rows = [(reader.line_num, row) for row in reader]
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{path}: {error}; expected a table in UTF-8."
        raise DataError(msg) from error
    entries: dict[str, Entry] = {}
    for number, row in rows:
        try:
            entry = make(row, number)
        except (KeyError, ValueError, re.error, AttributeError) as error:
            msg = f"{path}, row {number}: {error}; see the README beside the file."
            raise DataError(msg) from error
        if entry.id in entries:
            msg = f"{path}, row {number}: '{entry.id}' is there twice; rename one."
            raise DataError(msg)
        entries[entry.id] = entry
    return tuple(entries.values())


def _verb(row: dict[str, str], number: int, light: dict[str, dict[str, list[str]]]) -> Verb:
    finite = _forms(row["nb"]), _forms(row["nn"])
    expressions = finite[0] + finite[1]
    return Verb(
        id=row["id"],
        row=number,
        nb=finite[0],
        nn=finite[1] + _light_forms(expressions, light, "finite"),
        participles=_forms(row["participles"]) + _light_forms(expressions, light, "participles"),
        infinitives=_forms(row["infinitives"]) + _light_forms(expressions, light, "infinitives"),
        act=Act(row["act"]),
        stance=Stance(row["stance"]),
        decides=_one_of(row["decides"], "verb", "content"),
        dialogue=_one_of(row["dialogue"], "", "reply", "elicit", "elaborate"),
        says=_one_of(row["says"], "0", "1") == "1",
    )


def _cue(row: dict[str, str], number: int, classes: dict[str, list[str]]) -> Cue:
    return Cue(
        id=row["id"],
        row=number,
        act=Act(row["act"]),
        stance=Stance(row["stance"]),
        needs=_one_of(row["needs"], "", "own", "clause", "phrase"),
        pattern=phrases_pattern(row["phrases"], classes),
        keys=phrases_keys(row["phrases"], classes),
    )


def _sign(row: dict[str, str], _number: int) -> Sign:
    return Sign(id=row["id"], weight=float(row["weight"]))


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in cell.split(";") if form.strip())


def _light_forms(
    expressions: tuple[str, ...], light: dict[str, dict[str, list[str]]], kind: str
) -> tuple[str, ...]:
    """The forms that expressions with a light verb imply: "var enig" of "er enig"."""
    parts = (expression.partition(" ") for expression in expressions)
    return tuple(
        f"{form} {rest}"
        for first, _, rest in parts
        for forms in light.values()
        if rest and first in forms["finite"]
        for form in forms[kind]
    )


def _one_of(value: str, *allowed: str) -> str:
    if value not in allowed:
        msg = f"'{value}' is none of {', '.join(repr(a) for a in allowed)}"
        raise ValueError(msg)
    return value
