"""A made-up consultation meeting as a graph, small enough to know by heart.

Two ministries and KS speak about staffing, refugees and wind power. Berit Vik is both for and
against the staffing norm, Ola Berg is against it; one statement has two speakers, one has
none; Liv Dahl says nothing.
"""

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from standpunkt.resources import resource
from standpunkt.store import merge

ID = "https://w3id.org/standpunkt/id/"
KEY = "2024-05-06_provemote"
MEETING = f"{ID}meeting/{KEY}"
GRAPH = f"{ID}graph/document/{KEY}"

PREFIXES = {
    "sp": "https://w3id.org/standpunkt/ns#",
    "scheme": "https://w3id.org/standpunkt/scheme/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

PERSONS = {
    "kari": ("Kari Holm", "state", "kdd"),
    "ola": ("Ola Berg", "state", "hod"),
    "berit": ("Berit Vik", "ks", "ks"),
    "per": ("Per Moen", "ks", "ks"),
    "liv": ("Liv Dahl", "state", "kdd"),
}
ORGANISATIONS = {
    "kdd": ("Kommunal- og distriktsdepartementet", "KDD"),
    "hod": ("Helse- og omsorgsdepartementet", "HOD"),
    "ks": ("KS", ""),
    "udi": ("Utlendingsdirektoratet", "UDI"),
}
ITEMS = {"1": "ÅPNING", "2": "SAKER", "2.1": "Bemanning i barnehagene", "2.2": "Vindkraft"}
TOPICS = {
    "norm": ("bemanningsnormer", "staffing norms"),
    "bosetting": ("bosetting av flyktninger", "settlement of refugees"),
    "vind": ("vindkraft", "wind power"),
}
CLAIMS = {
    "norm": "bemanningsnormen gjelder på kommunenivå",
    "raskt": "bosettingen av flyktninger skjer raskt",
    "vind": "bygging av vindkraft innlemmes i plan- og bygningsloven, slik at kommunene bestemmer",
}


@dataclass(frozen=True)
class Said:
    """One statement; names are keys of the tables above."""

    quote: str
    who: tuple[str, ...]
    item: str
    act: str
    stance: str
    topic: str
    claim: str = ""
    answers: int | None = None


SAID = (
    Said("Holm ønsket velkommen.", ("kari",), "1", "procedural", "none", "bosetting"),
    Said(
        "Vik sa at bosettingen må gå\nraskt.",
        ("berit",),
        "1",
        "demand",
        "for",
        "bosetting",
        "raskt",
    ),
    Said("Berg viste til rapporten.", ("ola",), "1", "information", "none", "bosetting"),
    Said("Holm sa seg enig.", ("kari",), "1", "support", "for", "bosetting", "raskt", 1),
    Said("UDI har opplyst at køen er borte.", ("udi",), "1", "information", "none", "bosetting"),
    Said("Det ble påpekt at dette er bra.", (), "1", "assessment", "none", "bosetting"),
    Said(
        "Vik ba om at normen gjelder på kommunenivå.",
        ("berit",),
        "2.1",
        "request",
        "for",
        "norm",
        "norm",
    ),
    Said("Berg avviste dette.", ("ola",), "2.1", "opposition", "against", "norm", "norm", 6),
    Said(
        "Moen var betinget positiv.", ("per",), "2.1", "support", "conditional", "norm", "norm", 6
    ),
    Said(
        "Vik advarte senere mot normen.",
        ("berit",),
        "2.1",
        "opposition",
        "against",
        "norm",
        "norm",
        7,
    ),
    Said(
        "Holm og Berg takket for innspillet.",
        ("kari", "ola"),
        "2.1",
        "acknowledgement",
        "none",
        "norm",
        "",
        9,
    ),
    Said("Moen spurte om vindkraft.", ("per",), "2.2", "question", "none", "vind", "vind"),
    Said("Holm sa at det vil skje.", ("kari",), "2.2", "commitment", "for", "vind", "vind", 11),
    Said("Vik støttet dette.", ("berit",), "2.2", "support", "for", "vind", "vind", 12),
    Said("Berg var bekymret.", ("ola",), "2.2", "concern", "none", "vind"),
)


def statement(number):
    """The IRI of the statement of that number, from 0."""
    return f"{ID}statement/{KEY}/{number * 100}-{number * 100 + len(SAID[number].quote)}"


def actor(key):
    """The IRI of a person or organisation."""
    return f"{ID}person/{key}" if key in PERSONS else f"{ID}organization/{key}"


def claim(key):
    """The IRI of a claim."""
    first = next(number for number, said in enumerate(SAID) if said.claim == key)
    return statement(first).replace("/statement/", "/claim/")


def quads(replaced=None):
    """All quads; ``replaced`` puts other texts in the place of names, quotes and so on."""
    texts = replaced or {}
    for subject, predicate, value in _triples():
        if isinstance(value, tuple):
            text = str(texts.get(value[0], value[0]))
            tag, kind = value[1], value[2]
            term = (
                Literal(text, language=tag) if tag else Literal(text, datatype=_iri(f"xsd:{kind}"))
            )
        else:
            term = _iri(value)
        yield Quad(NamedNode(subject), _iri(predicate), term, NamedNode(GRAPH))


def store(replaced=None):
    """The meeting with the concept schemes, in memory."""
    made = Store()
    made.extend(quads(replaced))
    made.load(
        path=resource("ontology", "schemes.ttl"),
        format=RdfFormat.TURTLE,
        to_graph=NamedNode(f"{ID}graph/ontology"),
    )
    return merge(made)


def _iri(name):
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local if prefix in PREFIXES else name)


def _text(text, tag="", kind="string"):
    return (str(text), tag, kind)


def _triples():
    yield from _frame()
    for key in PERSONS:
        yield from _person(key)
    for key, (name, short) in ORGANISATIONS.items():
        yield actor(key), "rdf:type", "org:FormalOrganization"
        yield actor(key), "skos:prefLabel", _text(name, "nb")
        if short:
            yield actor(key), "skos:altLabel", _text(short)
    for key, (norwegian, english) in TOPICS.items():
        yield f"{ID}topic/{key}", "rdf:type", "skos:Concept"
        yield f"{ID}topic/{key}", "skos:prefLabel", _text(norwegian, "nb")
        yield f"{ID}topic/{key}", "skos:prefLabel", _text(english, "en")
    for key, text in CLAIMS.items():
        yield claim(key), "rdf:type", "sp:Claim"
        yield claim(key), "rdf:type", "skos:Concept"
        yield claim(key), "skos:prefLabel", _text(text, "nb")
    for number, said in enumerate(SAID):
        yield from _statement(number, said)


def _frame():
    document = f"{ID}document/{KEY}"
    yield document, "rdf:type", "schema:DigitalDocument"
    yield document, "dct:title", _text("Referat fra prøvemøtet", "nb")
    yield document, "dct:language", _text("nb")
    yield MEETING, "rdf:type", "sp:Meeting"
    yield MEETING, "dct:title", _text("Prøvemøtet", "nb")
    yield MEETING, "schema:startDate", _text("2024-05-06", kind="date")
    yield MEETING, "schema:recordedIn", document
    for position, (number, title) in enumerate(ITEMS.items()):
        item = f"{MEETING}/item/{number}"
        yield item, "rdf:type", "sp:AgendaItem"
        yield item, "sp:inMeeting", MEETING
        yield item, "sp:number", _text(number)
        yield item, "schema:position", _text(position + 1, kind="integer")
        yield item, "dct:title", _text(title, "nb")


def _person(key):
    name, side, organisation = PERSONS[key]
    yield actor(key), "rdf:type", "foaf:Person"
    yield actor(key), "foaf:name", _text(name)
    yield actor(key), "skos:hiddenLabel", _text(name.split()[-1])
    participation = f"{MEETING}/participation/{key}"
    membership = f"{ID}membership/{key}/{organisation}/member"
    yield participation, "rdf:type", "sp:Participation"
    yield participation, "prov:agent", actor(key)
    yield participation, "sp:inMeeting", MEETING
    yield participation, "sp:side", f"scheme:side/{side}"
    yield participation, "sp:membership", membership
    yield membership, "org:member", actor(key)
    yield membership, "org:organization", actor(organisation)


def _statement(number, said):
    iri = statement(number)
    source = f"{iri}/source"
    yield iri, "rdf:type", "sp:Statement"
    yield iri, "sp:inMeeting", MEETING
    yield iri, "dct:isPartOf", f"{MEETING}/item/{said.item}"
    yield iri, "sp:act", f"scheme:act/{said.act}"
    yield iri, "sp:stance", f"scheme:stance/{said.stance}"
    yield iri, "sp:attribution", f"scheme:attribution/{'direct' if said.who else 'agentless'}"
    yield iri, "sp:reviewState", "scheme:review/unreviewed"
    yield iri, "sp:topic", f"{ID}topic/{said.topic}"
    yield iri, "sp:rule", _text("subject of the verb")
    yield iri, "sp:actRule", _text("verb: si")
    yield iri, "sp:confidence", _text("0.8", kind="decimal")
    yield iri, "prov:wasDerivedFrom", source
    yield source, "oa:hasSelector", f"{source}/quote"
    yield source, "oa:hasSelector", f"{source}/position"
    yield f"{source}/quote", "oa:exact", _text(said.quote)
    yield f"{source}/position", "oa:start", _text(number * 100, kind="integer")
    yield source, "sp:page", _text(1, kind="integer")
    yield source, "sp:line", _text(number + 10, kind="integer")
    for key in said.who:
        yield iri, "sp:speaker", actor(key)
        yield iri, "sp:onBehalfOf", actor(PERSONS[key][2] if key in PERSONS else key)
    if said.claim:
        yield iri, "sp:claim", claim(said.claim)
    if said.answers is not None:
        yield iri, "sp:respondsTo", statement(said.answers)
