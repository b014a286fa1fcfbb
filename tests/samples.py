"""Readings made by hand: one small and complete, and a reader of a toy format for many."""

from __future__ import annotations

from datetime import date, time
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from standpunkt.errors import SourceError
from standpunkt.model import (
    Act,
    Actor,
    ActorKind,
    AgendaItem,
    Attribution,
    Deadline,
    Document,
    Event,
    EventType,
    Finding,
    Function,
    Meeting,
    Minutes,
    Participant,
    Reading,
    Side,
    Span,
    Stance,
    Statement,
    Topic,
)

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """REFERAT FRA 3. KONSULTASJONSMØTE
Tilstede: Statsråd Eva Lie Moe (KRD), statssekretær Jon Ås (UFD), fagleder Siv Dahl (Tankesmia).
Fra KS: Styreleder Kåre Vik
Forfall: Ola Nes (KS)
1. Skole
1.1 Lærernorm
Vik mente at "normen" bør gjelde på kommunenivå.
Ås var uenig i dette. Moe lovet et utkast innen juni 2005, og oppfordret KS til å svare.
Det ble påpekt at fristen er kort. Kommunene varslet motstand.
Moe forlot møtet, og Ås overtok ledelsen.
2. Lakselus
Moe og Vik viste til Havrapporten.
"""


def span(words: str, start: int = 0) -> Span:
    """Where words stand in the text."""
    begin = TEXT.index(words, start)
    return Span(begin, begin + len(words))


def _participant(
    entry: str,
    name: str,
    side: Side,
    role: str | None,
    organisation: str,
    *functions: Function,
) -> Participant:
    return Participant(name, side, role, organisation, functions, span(entry))


def _statement(number: int, words: str, **changes: Any) -> Statement:
    values: dict[str, Any] = {
        "number": number,
        "span": span(words),
        "speakers": (Actor("Kåre Vik", ActorKind.PERSON),),
        "on_behalf_of": ("KS",),
        "attribution": Attribution.DIRECT,
        "agenda": "1.1",
        "act": Act.ASSESSMENT,
        "stance": Stance.NONE,
        "claim": None,
        "topic": Topic("lærernorm", "laerernorm"),
        "responds_to": None,
        "addressees": (),
        "deadline": None,
        "mentions": (),
        "as_written": ("Vik",),
        "rule": "subject",
        "act_rule": "mene",
        "confidence": 0.95,
    }
    return Statement(**values | changes)


def sample_reading() -> Reading:
    """A reading of ``TEXT`` in which every kind of thing occurs."""
    document = Document(
        key="2004-09-20_mote",
        name="2004-09-20_mote.txt",
        media_type="text/plain",
        sha256=sha256(TEXT.encode()).hexdigest(),
        text=TEXT,
        text_sha256=sha256(TEXT.encode()).hexdigest(),
        page_starts=(0, TEXT.index("2. Lakselus")),
    )
    meeting = Meeting(
        title="Referat fra 3. konsultasjonsmøte",
        series="Konsultasjoner mellom staten og kommunesektoren",
        number="3",
        date=date(2004, 9, 20),
        start=time(9, 5),
        end=time(10, 45),
        place="R5",
        language="nb",
    )
    minutes = Minutes(
        document=document,
        meeting=meeting,
        participants=(
            _participant(
                "Statsråd Eva Lie Moe (KRD)",
                "Eva Lie Moe",
                Side.STATE,
                "statsråd",
                "KRD",
                Function.DELEGATE,
                Function.CHAIR,
            ),
            _participant(
                "statssekretær Jon Ås (UFD)",
                "Jon Ås",
                Side.STATE,
                "statssekretær",
                "UFD",
                Function.DELEGATE,
            ),
            _participant(
                "fagleder Siv Dahl (Tankesmia)",
                "Siv Dahl",
                Side.OTHER,
                "fagleder",
                "Tankesmia",
                Function.GUEST,
            ),
            _participant(
                "Styreleder Kåre Vik", "Kåre Vik", Side.KS, "styreleder", "KS", Function.DELEGATE
            ),
            _participant("Ola Nes (KS)", "Ola Nes", Side.KS, None, "KS", Function.ABSENT),
        ),
        agenda=(
            AgendaItem("1", "Skole", 1, span("1. Skole"), ("Skolesaker",)),
            AgendaItem("1.1", "Lærernorm", 2, span("1.1 Lærernorm")),
            AgendaItem("2", "Lakselus", 1, span("2. Lakselus")),
        ),
        passages=(),
        findings=(Finding("title", "2004-09-20_mote.txt", 1, 1, "the title is in capitals"),),
    )
    moe, vik = Actor("Eva Lie Moe", ActorKind.PERSON), Actor("Kåre Vik", ActorKind.PERSON)
    aas = Actor("Jon Ås", ActorKind.PERSON)
    claim = "normen gjelder på kommunenivå"
    statements = (
        _statement(
            1,
            'Vik mente at "normen" bør gjelde på kommunenivå.',
            act=Act.DEMAND,
            stance=Stance.FOR,
            claim=claim,
        ),
        _statement(
            2,
            "Ås var uenig i dette.",
            speakers=(aas,),
            on_behalf_of=("UFD",),
            act=Act.OPPOSITION,
            stance=Stance.AGAINST,
            claim="Normen gjelder  på kommunenivå",
            responds_to=1,
            as_written=("Ås",),
        ),
        _statement(
            3,
            "Moe lovet et utkast innen juni 2005",
            speakers=(moe,),
            on_behalf_of=("KRD",),
            act=Act.COMMITMENT,
            deadline=Deadline("innen juni 2005", date(2005, 6, 1), date(2005, 6, 30)),
            as_written=("Moe",),
            confidence=1.0,
        ),
        _statement(
            4,
            "oppfordret KS til å svare.",
            speakers=(moe,),
            on_behalf_of=("KRD",),
            act=Act.REQUEST,
            stance=Stance.FOR,
            claim="KS svarer",
            addressees=("KS", "kommunene", "Kåre Vik", "Tankesmia"),
            as_written=("Moe",),
        ),
        _statement(
            5,
            "Det ble påpekt at fristen er kort.",
            speakers=(),
            on_behalf_of=(),
            attribution=Attribution.AGENTLESS,
            as_written=(),
        ),
        _statement(
            6,
            "Kommunene varslet motstand.",
            speakers=(Actor("Kommunene", ActorKind.GROUP),),
            on_behalf_of=(),
            attribution=Attribution.TITLE,
            as_written=("Kommunene",),
        ),
        _statement(
            7,
            "Moe og Vik viste til Havrapporten.",
            speakers=(moe, vik),
            on_behalf_of=("KRD", "KS"),
            attribution=Attribution.JOINT,
            agenda="2",
            act=Act.INFORMATION,
            topic=Topic("lakselus"),
            mentions=("Havrapporten",),
            as_written=("Moe", "Vik"),
        ),
    )
    events = (
        Event(EventType.LEAVES, ("Eva Lie Moe",), "1.1", span("Moe forlot møtet")),
        Event(
            EventType.CHAIR_HANDOVER,
            ("Eva Lie Moe", "Jon Ås"),
            "1.1",
            span("Ås overtok ledelsen"),
        ),
    )
    return Reading(minutes, statements, events)


def read_toy(path: Path) -> Reading:
    """Read a toy document: its name begins with the date, each line is ``Name: claim``.

    Good enough to build corpora of many documents with real offsets; a line without a colon is
    an error, as in a document that cannot be read.
    """
    data = path.read_bytes()
    text = data.decode()
    lines = [line for line in text.splitlines(keepends=True) if line.strip()]
    if not lines or any(":" not in line for line in lines):
        message = f"{path}: no minutes; expected lines such as 'Name: claim'"
        raise SourceError(message)
    digest = sha256(data).hexdigest()
    document = Document(path.stem.lower(), path.name, "text/plain", digest, text, digest)
    meeting = Meeting("Toy", None, None, date.fromisoformat(path.name[:10]), None, None, None, "nb")
    statements, start = [], 0
    for number, line in enumerate(lines, start=1):
        name, _, claim = line.partition(":")
        actor = Actor(name.strip(), ActorKind.PERSON)
        place = Span(start, start + len(line.rstrip()))
        start += len(line)
        statements.append(
            _toy_statement(number, place, actor, claim.strip(), Topic("lærernorm", "laerernorm"))
        )
    finding = Finding("toy", path.name, 1, 1, "only a toy")
    minutes = Minutes(document, meeting, (), (), (), findings=(finding,))
    return Reading(minutes, tuple(statements), ())


def _toy_statement(number: int, place: Span, actor: Actor, claim: str, topic: Topic) -> Statement:
    return Statement(
        number=number,
        span=place,
        speakers=(actor,),
        on_behalf_of=(),
        attribution=Attribution.DIRECT,
        agenda=None,
        act=Act.ASSESSMENT,
        stance=Stance.FOR,
        claim=claim,
        topic=topic,
        responds_to=None,
        addressees=(),
        deadline=None,
        mentions=(),
        as_written=(actor.name,),
        rule="toy",
        act_rule="toy",
        confidence=0.5,
    )
