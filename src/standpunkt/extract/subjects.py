"""The subject of an attributing clause: who it is that says, promises or asks.

Reads a noun phrase from a token on: a name with its title and apposition, a title alone, a
pronoun, an organisation, several of them joined. In: tokens and the people of the meeting.
Out: a ``Subject`` with actors, how they were referred to, and where it ends.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from standpunkt.extract.asides import Asides
from standpunkt.extract.bodies import FROM, BodyFinder, text_of_name
from standpunkt.extract.groups import GroupFinder
from standpunkt.extract.people import actor
from standpunkt.extract.subject import Subject, together
from standpunkt.model import Actor, ActorKind, Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from standpunkt.extract.people import People
    from standpunkt.extract.tokens import Token
    from standpunkt.lexicon import Lexicon
    from standpunkt.model import Participant

_PLURALS = ("", "er", "ar", "ne", "ene", "ane", "mene")
_ROLE_WORDS = 5
_APPOSITION = 9
_RELATIVE = 14


class SubjectFinder:
    """Reads subjects with the people of one meeting in mind."""

    def __init__(self, people: People, lexicon: Lexicon) -> None:
        self._people = people
        self._groups = GroupFinder(people, lexicon)
        self._and = frozenset(lexicon.words["joiners"]["and"])
        self._both = frozenset(lexicon.words["joiners"]["both"])
        self._neither = frozenset(lexicon.words["joiners"]["neither"])
        self._or = frozenset(lexicon.words["joiners"]["or"])
        self._all = frozenset(lexicon.words["joiners"]["all"])
        self._pronouns: dict[str, str] = lexicon.words["pronouns"]
        self._ministry = frozenset(lexicon.words["generic"]["ministry"])
        offices: list[str] = lexicon.words["role_endings"]["words"]
        self._offices = tuple(office + plural for office in offices for plural in _PLURALS)
        self._finite = lexicon.finite_words
        self._adverbs = lexicon.adverbs
        self._representatives = frozenset(lexicon.words["source"]["representative"])
        self._asides = Asides(lexicon)
        self._bodies = BodyFinder(people, self._and)

    def at(self, tokens: Sequence[Token], index: int) -> Subject | None:
        """The subject that begins at ``index``, with everything that is joined to it."""
        word = tokens[index].lower if index < len(tokens) else ""
        first = self._one(tokens, index + (word in self._both or word in self._neither))
        if first is None:
            return None
        subjects = [first]
        end = first.end
        links = self._or if word in self._neither else self._and
        while (joined := self._joined(tokens, end, links)) is not None:
            subjects.append(joined)
            end = joined.end
        while end < len(tokens) and tokens[end].lower in self._all:
            end += 1
        named = first.attribution is Attribution.DIRECT
        end = self._asides.after(tokens, end, named=named)
        return replace(together(subjects, end), denied=word in self._neither)

    def in_genitive(self, tokens: Sequence[Token], start: int, end: int) -> Subject | None:
        """The subject of the tokens ``[start, end)`` without the "s" of its last word."""
        last = tokens[end - 1]
        if not last.lower.endswith("s"):
            return None
        bare = last._replace(text=last.text[:-1], lower=last.lower[:-1])
        subject = self.at([*tokens[: end - 1], bare], start)
        return subject if subject and subject.end == end else None

    def attends(self, subject: Subject) -> bool:
        """True for organisations whose people take part in the meeting."""
        return all(self._people.attends(one.name) for one in subject.actors)

    def _joined(self, tokens: Sequence[Token], index: int, links: frozenset[str]) -> Subject | None:
        """A further actor after "og" or a comma, in a list that ends with "og"."""
        if index >= len(tokens):
            return None
        if tokens[index].lower in links:
            return self._nominal(tokens, index + 1)
        if tokens[index].text == ",":
            following = self._nominal(tokens, index + 1)
            ends = following.end if following else index
            more = ends < len(tokens) and (tokens[ends].lower in links or tokens[ends].text == ",")
            if following and more and self._joined(tokens, ends, links):
                return following
        return None

    def _nominal(self, tokens: Sequence[Token], index: int) -> Subject | None:
        found = self._one(tokens, index)
        return (
            found
            if found and found.attribution is not Attribution.PRONOUN and found.actors
            else None
        )

    def _one(self, tokens: Sequence[Token], index: int) -> Subject | None:
        if index >= len(tokens) or not tokens[index].is_word:
            return None
        return (
            self._named(tokens, index)
            or self._titled(tokens, index)
            or self._representative(tokens, index)
            or self._organisation(tokens, index)
            or self._pronoun(tokens, index)
            or self._groups.at(tokens, index)
        )

    def _named(self, tokens: Sequence[Token], index: int) -> Subject | None:
        """A name, with the title or organisation before it and the apposition after it."""
        for before in range(_ROLE_WORDS):
            start = index + before
            if start >= len(tokens):
                return None
            if not tokens[start].is_capital:
                continue
            if before and not self._is_title(tokens, index, start):
                continue
            found = self._people.named([token.text for token in tokens[start : start + 6]])
            if found:
                end = self._after_apposition(tokens, start + found.words)
                return Subject(
                    (actor(found.participant),),
                    (found.participant,),
                    Attribution.DIRECT,
                    (text_of_name(tokens, start, start + found.words),),
                    end,
                    found.score,
                )
        return None

    def _is_title(self, tokens: Sequence[Token], start: int, end: int) -> bool:
        text = text_of_name(tokens, start, end)
        if self._people.is_role(text) or (
            end - start == 1 and text.lower().endswith(self._offices)
        ):
            return True
        first = self._people.organisation(tokens[start].text)
        if first is None:
            return False
        rest = text_of_name(tokens, start + 1, end)
        return not rest or rest.lower() in {"v/", "ved"} or self._people.is_role(rest)

    def _after_apposition(self, tokens: Sequence[Token], index: int) -> int:
        """Skip "(X)", "i KS" and ", leder i X(,)" after a name."""
        if index < len(tokens) and tokens[index].text == "(":
            closing = next((i for i in range(index, len(tokens)) if tokens[i].text == ")"), None)
            index = closing + 1 if closing is not None else index
        if index + 1 < len(tokens) and tokens[index].lower in FROM:
            length = self._bodies.length(tokens, index + 1)
            index += 1 + length if length else 0
        words = [token.lower for token in tokens[index : index + 3]]
        if len(words) == 3 and words[0] in {"på", "for"} and words[2] in {"side", "del"}:
            return index + 3
        if index + 1 < len(tokens) and tokens[index].text == ",":
            return self._after_comma(tokens, index)
        return index

    def _after_comma(self, tokens: Sequence[Token], index: int) -> int:
        """Past what stands between the commas after a name: an adverb, a clause, a body, a role."""
        start = index + 1
        if tokens[start].lower == "som":
            return _after_next_comma(tokens, start, start + _RELATIVE) or index
        body = self._bodies.length(tokens, start) or int(tokens[start].lower in self._adverbs)
        if body and start + body < len(tokens) and tokens[start + body].text == ",":
            return start + body + 1
        return self._after_title(tokens, start) or index

    def _after_title(self, tokens: Sequence[Token], start: int) -> int | None:
        on_behalf = text_of_name(tokens, start, start + 3).lower()
        if not self._people.is_role(tokens[start].text) and not on_behalf.startswith(
            ("på vegner av", "på vegne av")
        ):
            return None
        for place in range(start + 1, min(start + _APPOSITION, len(tokens))):
            if tokens[place].text == ",":
                return place + 1
            if tokens[place].lower in self._finite and not tokens[place].is_capital:
                return place
        return None

    def _titled(self, tokens: Sequence[Token], index: int) -> Subject | None:
        for length in range(_ROLE_WORDS, 0, -1):
            text = text_of_name(tokens, index, index + length)
            if index + length > len(tokens) or not self._people.is_role(text):
                continue
            if self._people.group(text):
                return self._plural(tokens, text, index + length)
            of_body = self._of_body(tokens, text, index + length)
            if of_body:
                return of_body
            holder = self._people.titled(text)
            if holder is not None:
                end = self._after_own_body(tokens, index + length, holder)
                if end is None:
                    return None
                named = self._own_name(tokens, end, holder)
                if named:
                    return named
                return Subject((actor(holder),), (holder,), Attribution.TITLE, (text,), end, 0.95)
        return None

    def _of_body(self, tokens: Sequence[Token], text: str, index: int) -> Subject | None:
        """The only one with a title in a body: "rådmannen i Kongsvinger"."""
        bodies, end = self._bodies.of(tokens, index)
        holders = self._people.holders(text, bodies) if bodies else ()
        if len(holders) != 1 or (end < len(tokens) and tokens[end].text == ","):
            return None
        return Subject((actor(holders[0]),), holders, Attribution.TITLE, (text,), end, 0.95)

    def _after_own_body(
        self, tokens: Sequence[Token], index: int, holder: Participant
    ) -> int | None:
        """Past "i KS" after a title; nothing where the body is not the holder's own."""
        if index + 1 >= len(tokens) or tokens[index].lower not in FROM:
            return index
        length = self._bodies.length(tokens, index + 1)
        if not length:
            return index
        body = self._people.organisation(text_of_name(tokens, index + 1, index + 1 + length))
        own = body in self._people.behalf(holder)
        return index + 1 + length if own else None

    def _own_name(self, tokens: Sequence[Token], index: int, holder: Participant) -> Subject | None:
        """The name after a title and a body: "Styreleder i KS, Anne Vikse, ..."."""
        if index + 1 >= len(tokens) or tokens[index].text != ",":
            return None
        named = self._named(tokens, index + 1)
        if named is None or named.participants != (holder,) or named.end >= len(tokens):
            return None
        return replace(named, end=named.end + (tokens[named.end].text == ","))

    def _plural(self, tokens: Sequence[Token], text: str, end: int) -> Subject:
        """Everybody with a role: "ordførerne", or "ordførerne i Fossheim og Myrdal"."""
        bodies, after = self._bodies.of(tokens, end)
        end = after if self._people.holders(text, bodies) else end
        holders = self._people.holders(text, bodies if end == after else ())
        actors = tuple(map(actor, holders)) if len(holders) > 1 else ()
        group = (Actor(text, ActorKind.GROUP),)
        return Subject(
            actors or group, holders if actors else (), Attribution.TITLE, (text,), end, 0.8
        )

    def _representative(self, tokens: Sequence[Token], index: int) -> Subject | None:
        """As in "Representanten fra DNT": the only one who is there for a body."""
        if tokens[index].lower not in self._representatives:
            return None
        bodies, end = self._bodies.of(tokens, index + 1)
        people = self._people.sent_by(bodies)
        if len(people) != 1:
            return None
        written = (tokens[index].text,)
        return Subject((actor(people[0]),), people, Attribution.TITLE, written, end, 0.9)

    def _organisation(self, tokens: Sequence[Token], index: int) -> Subject | None:
        if tokens[index].lower in self._ministry:
            return self._generic_ministry(tokens, index)
        length = self._bodies.length(tokens, index)
        if not length:
            return None
        text = text_of_name(tokens, index, index + length)
        end = index + length
        person = self._behind(tokens, end) or self._titled(tokens, end)
        if person:
            return person
        name = self._people.organisation(text) or text
        found = (Actor(name, ActorKind.ORGANISATION),)
        return Subject(found, (), Attribution.ORGANISATION, (text,), end, 0.95)

    def _behind(self, tokens: Sequence[Token], index: int) -> Subject | None:
        """The person behind an organisation: "KS v/Helgesen", "HOD (Krat Bjørkholt)"."""
        if index + 1 >= len(tokens) or tokens[index].lower not in {"v/", "ved", "("}:
            return None
        found = self._named(tokens, index + 1)
        if found is None:
            return None
        closing = found.end + (found.end < len(tokens) and tokens[found.end].text == ")")
        return Subject(
            found.actors, found.participants, found.attribution, found.written, closing, found.score
        )

    def _generic_ministry(self, tokens: Sequence[Token], index: int) -> Subject | None:
        name = self._people.ministry()
        if name is None:
            return None
        found = (Actor(name, ActorKind.ORGANISATION),)
        return Subject(found, (), Attribution.ORGANISATION, (tokens[index].text,), index + 1, 0.85)

    def _pronoun(self, tokens: Sequence[Token], index: int) -> Subject | None:
        kind = self._pronouns.get(tokens[index].lower)
        last = self._people.last()
        if kind is None or kind == "plural" or last is None:
            return None
        written = (tokens[index].text,)
        return Subject((actor(last),), (last,), Attribution.PRONOUN, written, index + 1, 0.9)


def _after_next_comma(tokens: Sequence[Token], start: int, end: int) -> int | None:
    commas = (i for i in range(start, min(end, len(tokens))) if tokens[i].text == ",")
    place = next(commas, None)
    return None if place is None else place + 1
