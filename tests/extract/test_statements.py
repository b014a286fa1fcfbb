"""The conductor: numbers, items, motions, blocks, what goes on from one part to the next."""

from __future__ import annotations

from standpunkt.model import Act, Stance
from tests.extract.meetings import minutes, quotes, read, read_text, surnames

TEXT = """Møtet startet med en omvisning. Vikse takket for den.

1. Skole

Vikse sa at normen bør fjernes. Det haster.

Bergheim støttet dette.

2. Helse

Nesset orienterte om saken, og ba HOD om et møte."""
HEAD = minutes("").split("1. Skole", maxsplit=1)[0]


def test_statements_are_numbered_in_the_order_of_the_text():
    found = read_text(HEAD + TEXT).statements
    assert [one.number for one in found] == [1, 2, 3, 4, 5, 6]
    assert [one.span for one in found] == sorted(one.span for one in found)


def test_statements_know_their_item():
    found = read_text(HEAD + TEXT).statements
    assert [one.agenda for one in found] == [None, "1", "1", "1", "2", "2"]


def test_every_quote_is_the_text_to_the_letter():
    reading = read_text(HEAD + TEXT)
    text = reading.document.text
    for statement, quote in zip(
        reading.statements, quotes(reading, reading.statements), strict=True
    ):
        assert text[statement.span.start : statement.span.end] == quote


def test_names_are_kept_as_written():
    found = read("Statsråd Lundemo og Vikse sa ja.\n\nHun ba om et møte.").statements
    assert found[0].as_written == ("Lundemo", "Vikse")
    assert found[1].as_written == ("Hun",)


def test_inherited_statements_are_less_sure_than_named_ones():
    named, inherited = read("Vikse sa ja. Det haster.").statements
    assert named.confidence > inherited.confidence


def test_a_motion_has_its_mover_from_the_label():
    reading = read("Forslag fra Vikse:\nNormen bør fjernes straks.")
    (motion,) = reading.statements
    assert surnames(motion) == ["Vikse"]
    assert motion.rule == "motion"
    assert quotes(reading, [motion]) == ["Forslag fra Vikse:\nNormen bør fjernes straks."]


def test_a_decision_that_binds_a_party_is_its_commitment():
    found = read("Konklusjon: HOD sender et notat til KS innen 1. juni.").statements
    assert [(surnames(one), one.act) for one in found] == [(["HOD"], Act.COMMITMENT)]


def test_an_item_without_words_has_no_statements():
    assert read_text(minutes("\n\n2. Helse\n\nIngen merknader.")).statements == ()


def test_a_recommendation_gives_nobody_the_word():
    found = read("Innstilling:\nVikse bør få svar.\n\nDet haster.").statements
    assert found == ()


def test_a_motion_goes_on_until_its_quotation_ends():
    text = "Vikse fremmet slikt forslag: «Normen fjernes. Det lages en plan.» Nesset støttet dette."
    found = read(text).statements
    assert [(surnames(one), one.act, one.stance) for one in found] == [
        (["Vikse"], Act.PROPOSAL, Stance.FOR),
        (["Vikse"], Act.PROPOSAL, Stance.FOR),
        (["Nesset"], Act.SUPPORT, Stance.FOR),
    ]


def test_a_label_speaks_for_every_point_of_its_list():
    points = "– Planen bør legges fram.\n– Det er viktig med klart språk."
    found = read(f"Innspill fra KS:\n{points}\n\nDet haster.").statements
    assert [one.speakers[0].name for one in found] == ["KS", "KS"]


def test_a_body_binds_itself_by_an_event_and_a_party_by_a_commitment():
    assert read("Vedtak:\nUtvalget tar saken til orientering.").statements == ()
