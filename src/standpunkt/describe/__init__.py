"""From a reading to triples: terms, IRIs, and one template a thing."""

from standpunkt.describe.document import describe
from standpunkt.describe.iris import BASE, Iris
from standpunkt.describe.ontology import describe_ontology
from standpunkt.describe.provenance import Provenance, Run
from standpunkt.describe.registers import describe_registers

__all__ = [
    "BASE",
    "Iris",
    "Provenance",
    "Run",
    "describe",
    "describe_ontology",
    "describe_registers",
]
