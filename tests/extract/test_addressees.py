"""Whom a statement asks to do something."""

from __future__ import annotations

import pytest

from tests.extract.meetings import read


@pytest.mark.parametrize(
    ("text", "addressees", "language"),
    [
        ("Lundemo oppfordret HOD og KS til å møtes.", ("HOD", "KS"), "nb"),
        ("Vikse ba Bergheim svare innen fristen.", ("Per Bergheim",), "nb"),
        ("Vikse ba HOD om å styrke ordningen.", ("HOD",), "nb"),
        ("Vikse bad HOD om å styrkja ordninga.", ("HOD",), "nn"),
        ("Vikse ba om et møte.", (), "nb"),
        ("Bergheim lovet KS et møte.", (), "nb"),
        ("Vikse sa at staten må betale.", (), "nb"),
        ("Vikse ba kommunene om å melde seg på.", ("kommunene",), "nb"),
        ("Vikse bad innstendig kommunane melde seg på.", ("kommunane",), "nn"),
        ("Bergheim ba utvalget om innspill.", ("utvalget",), "nb"),
        ("Bergheim bad utvalet om innspel.", ("utvalet",), "nn"),
        ("Vikse ba om et møte med HOD om saken.", ("HOD",), "nb"),
        ("Vikse ba om svar fra HOD.", ("HOD",), "nb"),
        ("Vikse bad om fråsegn frå kommunane.", ("kommunane",), "nn"),
        ("Bergheim tok til orde for et samarbeid med KS.", ("KS",), "nb"),
        ("Vikse ba om unntak fra reglene.", (), "nb"),
        ("Vikse sa at møtet med HOD var nyttig.", (), "nb"),
        ("Bergheim inviterte til et møte om kommunene.", (), "nb"),
    ],
)
def test_only_a_named_counterpart_who_is_asked_is_an_addressee(text, addressees, language):
    assert read(text, language).statements[-1].addressees == addressees
