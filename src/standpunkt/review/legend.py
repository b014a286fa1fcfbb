"""What the codes of a sheet mean, in the words of the ontology: a page for the coder.

In goes ``ontology/schemes.ttl``; out come rows: column, code, its names in bokmål, nynorsk and
English, and its definition in bokmål.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from standpunkt.resources import resource
from standpunkt.review.coding import CODES

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADING = ("column", "code", "bokmål", "nynorsk", "English", "definisjon")
_SCHEMES = "https://w3id.org/standpunkt/scheme/"
_SKOS = "http://www.w3.org/2004/02/skos/core#"


def legend() -> Iterator[tuple[str, ...]]:
    """Tell of each code of each column, in the order of the lists."""
    import pyoxigraph as ox  # noqa: PLC0415 - slow to import, and only workbooks need it

    told: dict[tuple[str, str, str], str] = {}
    for triple in ox.parse(path=resource("ontology", "schemes.ttl"), format=ox.RdfFormat.TURTLE):
        subject, said = triple.subject, triple.object
        if isinstance(subject, ox.NamedNode) and isinstance(said, ox.Literal):
            told[subject.value, triple.predicate.value, said.language or ""] = said.value
    for column, codes in CODES.items():
        for code in codes:
            iri = f"{_SCHEMES}{column}/{code}"
            names = (told[iri, f"{_SKOS}prefLabel", language] for language in ("nb", "nn", "en"))
            yield (column, code, *names, told[iri, f"{_SKOS}definition", "nb"])
