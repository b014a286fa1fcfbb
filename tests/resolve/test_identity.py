"""Who is who over meetings and years: what joins, what waits, and what judgements do."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standpunkt.resolve.identity import Identities, resolve
from standpunkt.resolve.namesakes import Likeness, likeness
from standpunkt.resolve.persons import Attestation, Mention


def at(
    day: str,
    name: str,
    body: str | None = "ks",
    *,
    side: str | None = None,
    role: str | None = None,
    aliases: tuple[str, ...] = (),
) -> Attestation:
    """A name on the list of the meeting of a day (``2010`` is its first day)."""
    on = date.fromisoformat(day if "-" in day else f"{day}-01-01")
    known = {"ks": "ks", "krd": "state", "fin": "state"}
    side = side or known.get(body or "")
    return Attestation(Mention(f"{on}_mote", name), on, body, role, side, aliases=aliases)


def groups(found: Identities) -> list[list[str]]:
    """The persons, each as the years and names of its mentions."""
    return [[f"{m.document[:4]} {m.name}" for m in one.mentions] for one in found.persons]


def joined(*attestations: Attestation) -> int:
    """How many persons some attestations are."""
    return len(resolve(attestations).persons)


def doubts(*attestations: Attestation) -> list[tuple[str, ...]]:
    return [one.reasons for one in resolve(attestations).doubts]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Kari Moe", "KARI  MOE", Likeness.SAME),
        ("Anne-Kari Aas", "Anne Kari Ås", Likeness.SAME),
        ("Kari Lie Moe", "Kari Moe", Likeness.MIDDLE),
        ("Kari L. Moe", "Kari Lie Moe", Likeness.INITIALS),
        ("K. Moe", "Kari Moe", Likeness.INITIALS),
        ("Krat Bjørkolt", "Krat Bjørkholt", Likeness.SLIP),
        ("Marit Engebretsen", "Marith Engebretsen", Likeness.SLIP),
        ("Kari Lie Engen", "Kari Enger", Likeness.SLIP),
        ("Moe", "Kari Moe", Likeness.FAMILY),
        ("Kari Moe", "Ola Moe", None),
        ("Kari Moe", "Kari Lie", None),
        ("Eva Dal", "Eva Dahl", None),
        ("Ola Nes", "Pia Nes", None),
    ],
)
def test_names_go_together_in_several_ways(one, other, kind):
    assert likeness(one, other) is kind
    assert likeness(other, one) is kind


def test_a_list_that_gives_two_names_joins_them():
    assert likeness("Kari Lie", "Kari Moe", aliases=["Kari Moe"]) is Likeness.ALIAS
    lists = [at("2010", "Kari Moe"), at("2012", "Kari Lie", aliases=("Kari Moe",))]
    assert joined(*lists, at("2014", "Kari Lie")) == 1
    lists = [at("2009", "Kari Ann Moe"), at("2011", "Kari A. Lie", aliases=("Kari A. Moe",))]
    assert joined(*lists, at("2012", "Kari Ann Lie")) == 1


def test_one_name_for_one_body_is_one_person():
    assert joined(at("2003", "Kari Moe"), at("2009", "Kari Moe"), at("2022", "Kari Moe")) == 1


def test_who_changes_sides_is_one_person_if_one_side_follows_the_other():
    assert (
        joined(at("2010", "Kari Moe"), at("2012", "Kari Moe"), at("2014", "Kari Moe", "krd")) == 1
    )


def test_who_comes_back_after_years_is_the_same():
    ks = (at("2003", "Kari Moe"), at("2004", "Kari Moe"), at("2019", "Kari Moe"))
    assert joined(*ks, at("2006", "Kari Moe", "krd"), at("2008", "Kari Moe", "krd")) == 1


def test_nobody_sits_on_two_sides_at_one_time():
    lists = [at("2010", "Kari Moe"), at("2011", "Kari Moe", "krd"), at("2012", "Kari Moe")]
    assert groups(resolve(lists)) == [["2010 Kari Moe", "2012 Kari Moe"], ["2011 Kari Moe"]]
    told = ("same name", "on another side", "on two sides at one time", "several bear the name")
    assert doubts(*lists) == [told]


def test_a_namesake_after_many_years_waits():
    lists = [at("2002", "Kari Moe"), at("2021", "Kari Moe", "krd")]
    assert joined(*lists) == 2
    assert "many years between" in doubts(*lists)[0]


def test_two_in_one_list_are_two():
    lists = [at("2010", "Kari Lie Moe"), at("2010", "Kari Moe"), at("2011", "Kari Lie Moe")]
    assert groups(resolve(lists)) == [["2010 Kari Lie Moe", "2011 Kari Lie Moe"], ["2010 Kari Moe"]]
    assert doubts(*lists) == []


def test_a_name_that_may_be_either_is_nobodys():
    lists = [at("2010", "Kari Moe"), at("2010", "Kristian Moe"), at("2011", "K. Moe")]
    found = resolve(lists)
    assert len(found.persons) == 3
    assert len(found.doubts) == 2


def test_several_short_forms_of_one_name_join():
    lists = [at("2010", "Kari Lie Moe"), at("2011", "Kari Moe"), at("2012", "K. Moe")]
    assert joined(*lists) == 1


def test_a_misspelt_name_is_rare():
    often = [at(str(year), "Kari Hansen") for year in range(2010, 2014)]
    assert joined(*often, at("2014", "Kari Hanssen")) == 1
    both = [at(str(year), "Kari Hanssen") for year in range(2014, 2018)]
    assert joined(*often, *both) == 2
    assert "both ways of writing are common" in doubts(*often, *both)[0]


def test_outside_consultations_each_body_has_its_own_people():
    lists = [
        at("2010", "Kari Moe", "eldrerådet i nes", side="eldrerådet i nes"),
        at("2011", "Kari Moe", "formannskapet i os", side="formannskapet i os"),
        at("2012", "Kari Moe", "eldrerådet i nes", side="eldrerådet i nes"),
    ]
    assert groups(resolve(lists)) == [["2010 Kari Moe", "2012 Kari Moe"], ["2011 Kari Moe"]]


def test_judgements_count_for_more():
    lists = [at("2010", "Kari Moe"), at("2011", "Kari Moe", "krd"), at("2012", "Kari Moe")]
    first, second, third = (one.mention for one in lists)
    assert len(resolve(lists, same=[(first, second)]).persons) == 1
    apart = resolve(lists, different=[(first, third), (first, second), (second, third)])
    assert len(apart.persons) == 3
    unsure = resolve(lists, unsure=[(first, second)])
    assert (len(unsure.persons), unsure.doubts) == (2, ())


def test_a_judgement_of_lists_that_are_gone_does_no_harm():
    gone = (Mention("a", "Kari"), Mention("b", "Kari"))
    assert joined(at("2010", "Kari Moe")) == 1
    assert len(resolve([at("2010", "Kari Moe")], same=[gone], different=[gone]).persons) == 1


NAMES = ("Kari Moe", "Kari Lie Moe", "K. Moe", "Kari Mo", "Ola Moe", "Kari Hansen", "Kari Hanssen")
LISTS = st.lists(
    st.builds(
        lambda year, name, body: at(str(year), name, body),
        st.integers(2000, 2024),
        st.sampled_from(NAMES),
        st.sampled_from(("ks", "krd", "fin", None)),
    ),
    max_size=14,
    unique_by=lambda one: one.mention,
)


@given(st.data())
def test_the_order_of_documents_does_not_matter(data):
    lists = data.draw(LISTS)
    shuffled = data.draw(st.permutations(lists))
    assert resolve(lists) == resolve(shuffled)


@given(LISTS)
def test_everybody_is_somebody_once(lists):
    found = resolve(lists)
    mentions = [mention for one in found.persons for mention in one.mentions]
    assert sorted(mentions) == sorted(one.mention for one in lists)
    for one in found.persons:
        assert len(one.documents) == len(one.mentions)
        assert all(a.order <= b.order for a, b in pairwise(one.attestations))
