"""Where clauses end and begin: commas, conjunctions, empty verbs, at-clauses."""

from __future__ import annotations

import pytest

from tests.extract.meetings import said

CUTS = [
    (
        "Vikse ba om et møte, og Bergheim var positiv til det.",
        ["Vikse ba om et møte", "Bergheim var positiv til det."],
    ),
    (
        "Vikse sa at saken haster, og ba om et møte.",
        ["Vikse sa at saken haster", "ba om et møte."],
    ),
    (
        "Vikse tok opp saken, og stilte spørsmål ved normen.",
        ["Vikse tok opp saken", "stilte spørsmål ved normen."],
    ),
    (
        "Lundemo merket seg invitasjonen, og oppfordret KS til å svare.",
        ["Lundemo merket seg invitasjonen", "oppfordret KS til å svare."],
    ),
    (
        "Vikse mente at normen bør fjernes, men Bergheim avviste dette.",
        ["Vikse mente at normen bør fjernes", "Bergheim avviste dette."],
    ),
    (
        "Vikse mente at normen bør fjernes, mens Bergheim var uenig.",
        ["Vikse mente at normen bør fjernes", "Bergheim var uenig."],
    ),
    (
        "Vikse spurte når pengene kommer, hvorpå Bergheim svarte at de kommer i mai.",
        ["Vikse spurte når pengene kommer", "Bergheim svarte at de kommer i mai."],
    ),
    ("Vikse sa ja og Bergheim sa nei.", ["Vikse sa ja", "Bergheim sa nei."]),
    (
        "Vikse gikk gjennom sakene, understreket samarbeidet, og påpekte viktigheten av nytte.",
        [
            "Vikse gikk gjennom sakene",
            "understreket samarbeidet",
            "påpekte viktigheten av nytte.",
        ],
    ),
    (
        "Bergheim viste til planen, og sa at saken skal vurderes.",
        ["Bergheim viste til planen", "sa at saken skal vurderes."],
    ),
    (
        "Bergheim sa at det går bedre, og UDI har opplyst at de kan kartlegge flere.",
        ["Bergheim sa at det går bedre", "UDI har opplyst at de kan kartlegge flere."],
    ),
    (
        "Bergheim sa at det går bedre, og det er gått ut signal fra AID og JD om at noe må gjøres.",
        [
            "Bergheim sa at det går bedre",
            "det er gått ut signal fra AID og JD om at noe må gjøres.",
        ],
    ),
    (
        "Bergheim svarte at saken følges, men ville ikke love penger.",
        ["Bergheim svarte at saken følges", "ville ikke love penger."],
    ),
    (
        "Vikse og Nesset støttet forslaget, men Sandvær advarte mot det.",
        ["Vikse og Nesset støttet forslaget", "Sandvær advarte mot det."],
    ),
]
CUTS_NN = [
    (
        "Vikse bad om eit møte, og Bergheim var positiv til det.",
        ["Vikse bad om eit møte", "Bergheim var positiv til det."],
    ),
    (
        "Vikse meinte at norma bør fjernast, men Bergheim avviste dette.",
        ["Vikse meinte at norma bør fjernast", "Bergheim avviste dette."],
    ),
    (
        "Vikse sa ja, medan Bergheim åtvara mot framlegget.",
        ["Vikse sa ja", "Bergheim åtvara mot framlegget."],
    ),
]


@pytest.mark.parametrize(
    ("text", "clauses", "language"),
    [(*row, "nb") for row in CUTS] + [(*row, "nn") for row in CUTS_NN],
)
def test_a_clause_ends_before_the_comma_and_the_next_begins_after_the_conjunction(
    text, clauses, language
):
    assert [one.quote for one in said(text, language)] == clauses


@pytest.mark.parametrize(
    "text",
    [
        "Vikse sa at kommunene er klare, og at staten må svare.",
        "Vikse sa at kommunene er klare og at de venter på svar.",
        "Vikse viste til et møte, der det ble meldt at kommunene venter.",
        "Vikse viste til at UDI har sagt at de venter.",
        "Vikse pekte på næringsmodellen, ulike oppfatninger blant legene, og at mange slutter.",
        "Bergheim sa at KS og HOD har felles interesse av en løsning, og at HOD tar kontakt.",
        "Vikse sa at kommunene, som er klare, venter på svar.",
        "Bergheim oppfordret HOD og KS til å sette seg ned for å drøfte dette.",
        "Vikse og Nesset sa begge at saken haster.",
        "Vikse sa: Vi er klare, og vi venter.",
        "Vikse sa at hun støtter forslaget, og at hun er glad for det.",
    ],
)
def test_an_at_clause_and_a_verb_inside_it_open_nothing(text):
    assert [one.quote for one in said(text)] == [text]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vikse innledet, og understreket at tillit er viktig.", "nb"),
        ("Vikse innledet og nevnte særlig behovet for samarbeid.", "nb"),
        ("Vikse innleidde, og streka under at tillit er viktig.", "nn"),
    ],
)
def test_a_verb_without_content_of_its_own_joins_the_next(text, language):
    assert [one.quote for one in said(text, language)] == [text]


def test_a_verb_with_content_does_not_join_the_next():
    text = "Vikse innledet om saken, og understreket at tillit er viktig."
    assert len(said(text)) == 2


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Vikse ba om et møte, og Bergheim var positiv til det.", [("Vikse",), ("Bergheim",)]),
        ("Vikse sa at saken haster, og ba om et møte.", [("Vikse",), ("Vikse",)]),
        ("Vikse og Nesset sa ja, og ba om et møte.", [("Vikse", "Nesset")] * 2),
        (
            "Vikse sa ja, Bergheim sa nei, og Nesset tidde.",
            [("Vikse",), ("Bergheim",), ("Nesset",)],
        ),
        ("Vikse mente dette haster og ville ta saken opp.", [("Vikse",)] * 2),
        ("Vikse støttet forslaget, og det samme gjorde Nesset.", [("Vikse",), ("Nesset",)]),
        ("Vikse ville vente, og dette stilte Nesset seg bak.", [("Vikse",), ("Nesset",)]),
        ("Vikse ba om et møte, og fikk støtte fra Nesset.", [("Vikse",), ("Nesset",)]),
        ("Vikse sa ja, mens Nesset heller ville vente.", [("Vikse",), ("Nesset",)]),
    ],
)
def test_each_clause_has_its_own_speaker(text, who):
    assert [one.who for one in said(text)] == who


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Vikse sa ja.", "Vikse sa ja."),
        ("Sandvær spurte når?", "Sandvær spurte når?"),
        ("Vikse: Vi er klare!", "Vikse: Vi er klare!"),
        ("Vikse sa at saken\nhaster, og ba om\net møte.", "Vikse sa at saken haster"),
    ],
)
def test_the_last_clause_has_the_mark_that_ends_the_sentence(text, quote):
    assert said(text)[0].quote == quote


@pytest.mark.xfail(strict=True, reason="an outsider in the same sentence")
def test_what_an_outsider_says_is_not_the_speakers():
    assert said("Vikse sa ja, og Kari Nordmann sa nei.")[0].quote == "Vikse sa ja"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Lundemo takket for oppmøtet, og møtet ble hevet kl. 21.15.", "nb"),
        ("Lundemo takka for frammøtet, og møtet vart heva kl. 21.15.", "nn"),
    ],
)
def test_that_the_meeting_ended_is_not_said(text, language):
    assert [one.quote for one in said(text, language)] == [text.partition(",")[0]]
