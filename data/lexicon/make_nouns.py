"""Makes ``data/lexicon/nouns.txt``: the nouns that end compounds, from Norsk Ordbank.

The source is the bokmål lemma table of spacy-lookups-data, ``nb_lemma_exc.json.gz``, whose nouns
are those of *Norsk Ordbank in Norwegian Bokmål 2005* (Språkbanken, CC BY 4.0). A noun is kept
where at least ``LEAST`` longer nouns end with it. Run it again only to change what is kept:

    pip download spacy-lookups-data --no-deps && unzip spacy_lookups_data-*.whl
    python data/lexicon/make_nouns.py spacy_lookups_data/data/nb_lemma_exc.json.gz
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from os.path import commonprefix
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST, SHORTEST, RARE = 4, 3, 3
TARGET = Path(__file__).with_name("nouns.txt")
HEAD = """\
# The nouns that end compounds, bokmål, with their inflection. Made by make_nouns.py.
# From Norsk Ordbank in Norwegian Bokmål 2005 (Språkbanken, National Library of Norway),
# CC BY 4.0, https://creativecommons.org/licenses/by/4.0/, by way of spacy-lookups-data (MIT).
# A line: the endings of the indefinite and definite singular and of the indefinite and definite
# plural (- where none), then what stands before them.
"""


def main(source: str) -> None:
    """Write the table."""
    nouns: dict[str, list[str]] = json.loads(gzip.decompress(Path(source).read_bytes()))["noun"]
    forms: dict[str, list[str]] = defaultdict(list)
    for form, lemmas in nouns.items():
        for lemma in lemmas:
            forms[lemma].append(form)
    ends = Counter(
        lemma[at:] for lemma in forms for at in range(3, len(lemma) - 2) if lemma[at:] in forms
    )
    groups: dict[str, list[str]] = defaultdict(list)
    for noun, times in ends.items():
        if times >= LEAST and len(noun) >= SHORTEST and noun.isalpha():
            for stem, endings in paradigms(noun, set(forms[noun])):
                groups[endings].append(stem)
    lines = [
        f"{endings}: {' '.join(sorted(stems))}\n"
        for endings, stems in sorted(groups.items())
        if len(stems) >= RARE
    ]
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")


def paradigms(noun: str, forms: set[str]) -> Iterator[tuple[str, str]]:
    """The stem of a noun and the endings of its four forms, for each gender that it has."""
    regular = [noun + ending for ending in ("en", "et", "n", "t")]
    doubled = [noun + noun[-1] + ending for ending in ("en", "et")]
    short = [noun[:-2] + noun[-1] + noun[-2] + ending for ending in ("n", "t")]
    known = [form for form in (*regular, *doubled, *short) if form in forms]
    definite_plural = next((f for f in sorted(forms) if f.endswith("ne") and f != noun), None)
    others = sorted(forms - {noun, *known, noun + "a", noun[:-1] + "a"})
    plurals = (f for f in others if f.endswith(("er", "r", "e")) and f != definite_plural)
    plural = next(plurals, noun if definite_plural else None)
    for definite in known or [noun + ("n" if noun.endswith("e") else "en")]:
        if definite_plural is None:  # the source gives a form that several nouns share to one only
            plural = noun if definite.endswith("t") else noun.removesuffix("e") + "er"
        four = [noun, definite, plural, definite_plural or noun.removesuffix("e") + "ene"]
        stem = commonprefix(four)  # noqa: RUF071 - of letters, which is what is meant
        yield stem, ",".join(form[len(stem) :] for form in four)


if __name__ == "__main__":
    main(sys.argv[1])
