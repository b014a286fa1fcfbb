"""The terms that the graph is written in: one namespace a vocabulary, each with its terms listed.

A term is an attribute of its namespace and comes out as an IRI. A term that is not listed raises
``AttributeError`` at once, so that a slip of the pen never reaches the graph.

>>> SP.speaker
'https://w3id.org/standpunkt/ns#speaker'
>>> SP.speeker
Traceback (most recent call last):
AttributeError: no term 'speeker' in https://w3id.org/standpunkt/ns#
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from standpunkt.model import Act, Attribution, EventType, Function, ReviewState, Side, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator


class Namespace:
    """The terms of a vocabulary below its IRI; ``names`` separates them with spaces."""

    def __init__(self, iri: str, names: str) -> None:
        self.iri = iri
        self._terms = {name: iri + name for name in names.split()}

    def __getattr__(self, name: str) -> str:
        try:
            return self._terms[name]
        except KeyError:
            message = f"no term '{name}' in {self.iri}"
            raise AttributeError(message) from None

    def __getitem__(self, name: str) -> str:
        return self.__getattr__(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms.values())


def _scheme(name: str, codes: str) -> Namespace:
    return Namespace(f"{SCHEME.iri}{name}/", codes)


SP = Namespace(
    "https://w3id.org/standpunkt/ns#",
    "Meeting AgendaItem MeetingEvent Participation OrganizationPeriod Renaming Text Extraction "
    "Judgement CandidateTopic Claim Mention Statement Commitment Position Review Correction "
    "inMeeting series number startTime endTime side membership attestedOn eventType takenOverBy "
    "nameWritten length lexiconDigest registerDigest page line topic firstRaisedIn "
    "speaker onBehalfOf act stance claim attribution respondsTo addressee "
    "deadlineText deadlineFrom deadlineTo rule actRule confidence reviewState "
    "verdict judgedBy judgedOn reason reviewed outcome correction field before after",
)
CV = Namespace("http://data.europa.eu/m8g/", "PublicOrganisation")
DCT = Namespace(
    "http://purl.org/dc/terms/",
    "title language publisher source license isPartOf alternative isVersionOf isReplacedBy "
    "date description",
)
FOAF = Namespace("http://xmlns.com/foaf/0.1/", "Person Group name givenName familyName")
OA = Namespace(
    "http://www.w3.org/ns/oa#",
    "SpecificResource TextPositionSelector TextQuoteSelector "
    "hasSource hasSelector start end exact prefix suffix",
)
ORG = Namespace(
    "http://www.w3.org/ns/org#",
    "FormalOrganization Role Membership ChangeEvent identifier subOrganizationOf member "
    "organization role originalOrganization resultingOrganization",
)
PERSON = Namespace("http://www.w3.org/ns/person#", "Person")
PROV = Namespace(
    "http://www.w3.org/ns/prov#",
    "Entity Activity Agent Person SoftwareAgent wasDerivedFrom wasGeneratedBy used "
    "wasAssociatedWith qualifiedAssociation agent hadRole startedAtTime",
)
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type")
SCHEMA = Namespace(
    "https://schema.org/",
    "DigitalDocument name encodingFormat sha256 numberOfPages softwareVersion startDate "
    "location recordedIn position foundingDate dissolutionDate mentions",
)
SKOS = Namespace(
    "http://www.w3.org/2004/02/skos/core#",
    "Concept prefLabel altLabel hiddenLabel broader inScheme closeMatch broadMatch",
)
XSD = Namespace("http://www.w3.org/2001/XMLSchema#", "date time dateTime integer decimal")

SCHEME = Namespace("https://w3id.org/standpunkt/scheme/", "topics")
ACT = _scheme("act", " ".join(Act))
STANCE = _scheme("stance", " ".join(Stance))
ATTRIBUTION = _scheme("attribution", " ".join(Attribution))
FUNCTION = _scheme("function", " ".join(Function))
SIDE = _scheme("side", " ".join(Side))
EVENT = _scheme("event", " ".join(EventType))
REVIEW = _scheme("review", " ".join(ReviewState))
VERDICT = _scheme("verdict", "same different unsure")

PREFIXES = {
    "act": ACT.iri,
    "attribution": ATTRIBUTION.iri,
    "cv": CV.iri,
    "dct": DCT.iri,
    "event": EVENT.iri,
    "foaf": FOAF.iri,
    "function": FUNCTION.iri,
    "oa": OA.iri,
    "org": ORG.iri,
    "owl": "http://www.w3.org/2002/07/owl#",
    "person": PERSON.iri,
    "prov": PROV.iri,
    "rdf": RDF.iri,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "review": REVIEW.iri,
    "schema": SCHEMA.iri,
    "scheme": SCHEME.iri,
    "side": SIDE.iri,
    "skos": SKOS.iri,
    "sp": SP.iri,
    "stance": STANCE.iri,
    "verdict": VERDICT.iri,
    "xsd": XSD.iri,
}
"""The prefixes of every serialisation, as in the files of ``queries/``."""
