"""The registers as graphs: periods, changes, roles, topics."""

from __future__ import annotations

import pytest

from standpunkt.describe import Iris, describe_registers
from standpunkt.resolve.registers import load_registers

BASE = Iris().base


@pytest.fixture(scope="module")
def graphs() -> dict[str, str]:
    return describe_registers(load_registers())


def said(graphs: dict[str, str], register: str, subject: str) -> set[tuple[str, str]]:
    """Each property and value of a thing, without what stands before the last # or /."""
    found = set()
    for line in graphs[Iris().graph_register(register)].split("\n"):
        if line.startswith(f"<{BASE}{subject}> "):
            _, predicate, rest = line.split(" ", 2)
            value = rest.rpartition(" <")[0].replace(f"<{BASE}", "<")
            found.add((predicate.strip("<>").replace("#", "/").rpartition("/")[2], value))
    return found


def test_a_ministry_under_one_name(graphs):
    assert said(graphs, "organizations", "organization/kmd-2014") == {
        ("type", "<https://w3id.org/standpunkt/ns#OrganizationPeriod>"),
        ("type", "<http://www.w3.org/ns/org#FormalOrganization>"),
        ("type", "<http://data.europa.eu/m8g/PublicOrganisation>"),
        ("isVersionOf", "<organization/972417858>"),
        ("prefLabel", '"Kommunal- og moderniseringsdepartementet"@nb'),
        ("prefLabel", '"Kommunal- og moderniseringsdepartementet"@nn'),
        ("prefLabel", '"Ministry of Local Government and Modernisation"@en'),
        ("altLabel", '"KMD"'),
        ("foundingDate", '"2014-01-01"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("dissolutionDate", '"2022-01-01"^^<http://www.w3.org/2001/XMLSchema#date>'),
    }


def test_what_lasts_bears_the_latest_name_and_the_number(graphs):
    found = said(graphs, "organizations", "organization/972417858")
    assert {("altLabel", '"KDD"'), ("identifier", '"972417858"')} <= found


def test_a_pure_renaming_is_told_from_other_changes(graphs):
    renaming = ("type", "<https://w3id.org/standpunkt/ns#Renaming>")
    assert renaming in said(graphs, "organizations", "change/kmd-2014/kdd-2022")
    merger = said(graphs, "organizations", "change/fad-2010/kmd-2014")
    assert renaming not in merger
    assert {
        ("type", "<http://www.w3.org/ns/org#ChangeEvent>"),
        ("originalOrganization", "<organization/fad-2010>"),
        ("resultingOrganization", "<organization/kmd-2014>"),
        (
            "startedAtTime",
            '"2014-01-01T00:00:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>',
        ),
    } == merger


def test_a_body_is_part_of_its_organisation(graphs):
    found = said(graphs, "organizations", "organization/ks-storbynettverk")
    assert ("subOrganizationOf", "<organization/971032146>") in found
    assert not [one for one in found if one[0] == "isVersionOf"]


def test_a_role_and_a_topic(graphs):
    assert ("prefLabel", '"nestleiar"@nn') in said(graphs, "roles", "role/nestleder")
    topic = said(graphs, "topics", "topic/bosetting")
    assert {
        ("broader", "<topic/innvandring>"),
        ("prefLabel", '"bosetting av flyktninger"@nb'),
        ("altLabel", '"bosetting"@nb'),
        ("inScheme", "<https://w3id.org/standpunkt/scheme/topics>"),
    } <= topic


def test_matches_lead_to_other_vocabularies(graphs):
    found = said(graphs, "topics", "topic/skatt")
    assert ("closeMatch", "<https://psi.norge.no/los/tema/skatt>") in found
    assert ("broadMatch", "<https://w3id.org/standpunkt/scheme/cap/1>") in found


def test_an_organisation_with_one_name_has_dates_and_changes_too(graphs):
    found = said(graphs, "organizations", "organization/miljodirektoratet")
    assert ("foundingDate", '"2013-07-01"^^<http://www.w3.org/2001/XMLSchema#date>') in found
    merger = said(graphs, "organizations", "change/dn/miljodirektoratet")
    assert ("originalOrganization", "<organization/dn>") in merger
