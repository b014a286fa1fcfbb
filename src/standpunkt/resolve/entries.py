"""The entries of the registers: organisations under their names, roles, topics.

Frozen dataclasses, one a row of the files in ``data/registers`` (see the README there).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from standpunkt.model import Function, Side

Relation: TypeAlias = Literal["close", "broad"]
"""How far a match goes: the same meaning, or a wider one."""


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation under one name, valid on the days ``[valid_from, valid_to)``.

    ``organization`` is what lasts through all its names; an organisation with one name only has
    the same ``id`` and ``organization``.
    """

    id: str
    organization: str
    abbreviations: tuple[str, ...]
    nb: str
    nn: str
    en: str
    kind: str
    side: Side | None
    valid_from: date | None
    valid_to: date | None
    precision: str | None
    identifier: str | None
    parent: str | None
    change: str | None
    predecessors: tuple[str, ...]
    aliases: tuple[str, ...]
    source: str

    @property
    def abbreviation(self) -> str | None:
        """The usual abbreviation."""
        return self.abbreviations[0] if self.abbreviations else None

    @property
    def is_period(self) -> bool:
        """True where this is one of the names of an organisation that has had several."""
        return self.id != self.organization

    def valid(self, on: date) -> bool:
        """Tell whether the organisation bore this name on a day."""
        started = self.valid_from is None or self.valid_from <= on
        return started and (self.valid_to is None or on < self.valid_to)

    @property
    def last_day(self) -> date | None:
        """The last day of the name; the last of its year where no more than the year is known."""
        if self.valid_to is None:
            return None
        if self.precision in {"to-year", "year"}:
            return self.valid_to.replace(month=12, day=31)
        return self.valid_to - timedelta(days=1)

    def possible(self, on: date) -> bool:
        """Tell whether the organisation may have borne this name on a day, as far as is known."""
        started = self.valid_from is None or self.valid_from <= on
        return started and (self.last_day is None or on <= self.last_day)


@dataclass(frozen=True, slots=True)
class Role:
    """A role that people hold, in all its forms.

    ``definite`` are definite singulars ("statsråden"), ``plural`` all plurals; ``organizations``
    are the ids of the organisations that the word implies, of which the date picks one; ``office``
    tells whether people are ``elected`` to it, or appointed by those who are, or ``employed``.
    """

    id: str
    nb: str
    nn: str
    en: str
    definite: tuple[str, ...]
    plural: tuple[str, ...]
    aliases: tuple[str, ...]
    side: Side | None
    organizations: tuple[str, ...]
    function: Function | None
    office: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form in bokmål and nynorsk, once."""
        forms = (self.nb, self.nn, *self.definite, *self.plural, *self.aliases)
        return tuple(dict.fromkeys(forms))


@dataclass(frozen=True, slots=True)
class Match:
    """A concept of another vocabulary that stands for a topic there, by its IRI."""

    relation: Relation
    iri: str


@dataclass(frozen=True, slots=True)
class TopicConcept:
    """A topic of the register, with its labels and other words for it.

    ``id`` is the IRI where the topic is a concept of another vocabulary; such a one may lack the
    label of a language, which is then empty. ``hidden`` are words by which a text is understood
    and that are not shown, ``schemes`` the vocabularies that the concept is in. ``terms`` name
    things that belong under the topic and have no topic of their own.
    """

    id: str
    broader: tuple[str, ...]
    nb: str
    nn: str
    en: str
    aliases_nb: tuple[str, ...]
    aliases_nn: tuple[str, ...]
    terms_nb: tuple[str, ...] = ()
    terms_nn: tuple[str, ...] = ()
    hidden_nb: tuple[str, ...] = ()
    hidden_nn: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    matches: tuple[Match, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels in bokmål and nynorsk, once."""
        return tuple(dict.fromkeys(filter(None, (self.nb, self.nn))))

    @property
    def aliases(self) -> tuple[str, ...]:
        """All other words for the same thing in bokmål and nynorsk, hidden ones too."""
        return (*self.aliases_nb, *self.aliases_nn, *self.hidden_nb, *self.hidden_nn)

    @property
    def forms(self) -> tuple[str, ...]:
        """Every label and alias in bokmål and nynorsk, once."""
        return tuple(dict.fromkeys((*self.labels, *self.aliases)))

    def label(self, language: str) -> str:
        """The label in ``nb`` or ``nn``; the other one where there is none."""
        return (self.nn or self.nb) if language == "nn" else (self.nb or self.nn)
