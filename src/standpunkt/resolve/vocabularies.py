"""Another vocabulary as the register of topics: a SKOS file, such as Los.

In goes the path of a file in any serialisation of RDF; out come its concepts as topics, with the
IRIs that they have there. Their labels in bokmål and nynorsk find them in texts, hidden ones
too; a label in ``no`` or in no language counts as bokmål. Concepts that have no such label, and
nodes without an IRI, are left out. Nothing is loaded from the network.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pyoxigraph as ox

from standpunkt.errors import DataError
from standpunkt.resolve.entries import TopicConcept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LANGUAGES = {"nb": "nb", "nn": "nn", "no": "nb", "": "nb", "en": "en"}
"""The languages of labels that are read, the surest of each first, and what they count as."""
_OTHER_ENDINGS = {"owl": ox.RdfFormat.RDF_XML, "skos": ox.RdfFormat.RDF_XML}
_BEGINNINGS = {b"<?xml": ox.RdfFormat.RDF_XML, b"<rdf:": ox.RdfFormat.RDF_XML}
_NEXT = "name a SKOS file with labels in bokmål or nynorsk, such as Los"


def read_vocabulary(path: Path) -> tuple[TopicConcept, ...]:
    """Read the concepts of a SKOS file, in the order of their IRIs.

    Raises ``DataError`` where there is no such file, where it is not RDF, and where it has no
    concepts or none with a label in Norwegian.
    """
    nodes = _nodes(path)
    concepts = {iri: node for iri, node in sorted(nodes.items()) if node.is_concept}
    if not concepts:
        message = f"{path}: has no concepts (skos:Concept); {_NEXT}"
        raise DataError(message)
    named = {iri: node for iri, node in concepts.items() if node.labels("nb") or node.labels("nn")}
    if not named:
        message = (
            f"{path}: none of its {len(concepts)} concepts has a label (skos:prefLabel) in nb, nn, "
            f"no, or in no language; {_NEXT}"
        )
        raise DataError(message)
    above = {iri: set(node.links("broader")) for iri, node in named.items()}
    for iri, node in named.items():
        for below in node.links("narrower"):
            above.setdefault(below, set()).add(iri)
    return tuple(
        _topic(iri, node, above[iri] & named.keys() - {iri}) for iri, node in named.items()
    )


class _Node:
    """What a file says of one thing in the terms of SKOS."""

    def __init__(self) -> None:
        self.is_concept = False
        self._texts: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._links: dict[str, list[str]] = defaultdict(list)

    def add(self, name: str, value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> None:
        """Keep a value of the property ``name``."""
        if isinstance(value, ox.NamedNode):
            self._links[name].append(value.value)
        elif isinstance(value, ox.Literal) and any(map(str.isalnum, value.value)):
            tag = (value.language or "").lower().partition("-")[0]
            self._texts[name].append((tag, " ".join(value.value.split())))

    def links(self, name: str) -> list[str]:
        """The IRIs that a property leads to, sorted."""
        return sorted(self._links[name])

    def labels(self, language: str, kind: str = "prefLabel") -> list[str]:
        """The labels of a kind that count as ``language``, the surest first."""
        tags = [tag for tag, counts_as in _LANGUAGES.items() if counts_as == language]
        return [text for tag in tags for one, text in sorted(self._texts[kind]) if one == tag]


def _topic(iri: str, node: _Node, broader: set[str]) -> TopicConcept:
    preferred = {language: node.labels(language) for language in ("nb", "nn", "en")}
    nb, nn, en = (next(iter(labels), "") for labels in preferred.values())
    return TopicConcept(
        id=iri,
        broader=tuple(sorted(broader)),
        nb=nb,
        nn=nn,
        en=en,
        aliases_nb=(*preferred["nb"][1:], *node.labels("nb", "altLabel")),
        aliases_nn=(*preferred["nn"][1:], *node.labels("nn", "altLabel")),
        hidden_nb=tuple(node.labels("nb", "hiddenLabel")),
        hidden_nn=tuple(node.labels("nn", "hiddenLabel")),
        schemes=tuple(node.links("inScheme")),
    )


def _nodes(path: Path) -> dict[str, _Node]:
    nodes: dict[str, _Node] = defaultdict(_Node)
    for one in _triples(path):
        if not isinstance(one.subject, ox.NamedNode):
            continue
        name = one.predicate.value
        if name.startswith(_SKOS):
            nodes[one.subject.value].add(name.removeprefix(_SKOS), one.object)
        elif name == _TYPE and one.object == ox.NamedNode(f"{_SKOS}Concept"):
            nodes[one.subject.value].is_concept = True
    return nodes


def _triples(path: Path) -> Iterator[ox.Quad]:
    try:
        yield from ox.parse(path=str(path), format=_format(path), base_iri=path.resolve().as_uri())
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror or error}); {_NEXT}"
        raise DataError(message) from None
    except (SyntaxError, ValueError) as error:
        message = f"{path}: not RDF ({_first_line(error)}); {_NEXT}"
        raise DataError(message) from None


def _format(path: Path) -> ox.RdfFormat:
    """The serialisation, told by the file's ending, else by its first characters."""
    ending = path.suffix.lower().lstrip(".")
    if found := ox.RdfFormat.from_extension(ending) or _OTHER_ENDINGS.get(ending):
        return found
    with path.open("rb") as file:
        beginning = file.read(100).removeprefix(b"\xef\xbb\xbf").lstrip()
    if beginning.startswith((b"{", b"[")):
        return ox.RdfFormat.JSON_LD
    return _BEGINNINGS.get(beginning[:5], ox.RdfFormat.TRIG)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
