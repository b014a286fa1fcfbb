"""Bodies without a name of their own belong to their meeting."""

from __future__ import annotations

from standpunkt.describe import Iris
from standpunkt.resolve.attested import is_common


def test_the_administration_of_two_municipalities_is_not_one_organisation():
    iris = Iris()
    one, other = (
        iris.body("solvik-2004", "administrasjonen"),
        iris.body("fjord-2009", "administrasjonen"),
    )
    assert one != other
    assert iris.membership("Eva Moe", one, None) != iris.membership("Eva Moe", other, None)


def test_a_common_noun_or_a_short_abbreviation_is_only_its_own_minutes_word():
    assert is_common("administrasjonen")
    assert is_common("ER")
    assert not is_common("Mental Helse")
    assert not is_common("Stryve Elveeigarlag")
