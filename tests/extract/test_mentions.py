"""What a statement names: laws, reports, committees, reforms, plans, agencies."""

from __future__ import annotations

import pytest

from standpunkt.extract.mentions import mentions
from tests.extract.meetings import LEXICON, REGISTERS


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "viste til rapporten «ny normal for kollektivtransporten»",
            ["ny normal for kollektivtransporten"],
        ),
        ("viste til plan- og bygningsloven", ["plan- og bygningsloven"]),
        ("viste til pasientjournalloven", ["pasientjournalloven"]),
        ("synte til plan- og bygningslova", ["plan- og bygningslova"]),
        ("viste til Storberget-utvalget", ["Storberget-utvalget"]),
        ("viste til samhandlingsreformen", ["samhandlingsreformen"]),
        (
            "viste til opptrappingsplanen for psykisk helse",
            ["opptrappingsplanen for psykisk helse"],
        ),
        ("viste til NOU 2019: 5 om dette", ["NOU 2019: 5"]),
        ("viste til Prop. 106 L (2012–2013)", ["Prop. 106 L (2012–2013)"]),
        ("viste til statsbudsjettet for 2023", ["statsbudsjettet for 2023"]),
        ("overrakte publikasjonen Status kommune 2022 til KS", ["Status kommune 2022"]),
        (
            "viste til barnevernloven og «Sammen om barnet»",
            ["barnevernloven", "Sammen om barnet"],
        ),
        ("viste til barnevernloven, og barnevernloven igjen", ["barnevernloven"]),
        ("viste til saken og loven", []),
        ("sa: «Normen bør fjernes.»", []),
        ("viste til Meld. St. 3 (2019–2020)", ["Meld. St. 3 (2019–2020)"]),
        ("viste til bo trygt hjemme-reformen", ["bo trygt hjemme-reformen"]),
        (
            "sa at UDI og Integrerings- og\n mangfoldsdirektoratet er med",
            ["UDI", "Integrerings- og mangfoldsdirektoratet"],
        ),
        ("ville ta det opp med Miljødirektoratets ledelse", ["Miljødirektoratet"]),
        ("viste til Kreftregistertilsynet", ["Kreftregistertilsynet"]),
        ("viste til rapporten fra Husbanken", ["rapporten fra Husbanken"]),
        ("syner til brev av 3. juni om turnus", ["brev av 3. juni om turnus"]),
        ("leste fra støyrapporten", ["støyrapporten"]),
        ("sa at rapporten er god, og at planen ligger fast", []),
        ("«Det er ikke vår oppgave», tordnet Berg.", []),
    ],
)
def test_names_are_found_as_written_in_order_each_once(text, names):
    assert list(mentions(text, LEXICON, REGISTERS)) == names


def test_a_line_end_inside_a_name_is_a_space():
    assert mentions("viste til plan-\nog bygningsloven", LEXICON, REGISTERS) in {
        ("plan- og bygningsloven",),
        ("bygningsloven",),
    }
