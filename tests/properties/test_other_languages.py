"""Minutes in other languages, and text that is no minutes, are told of, and nothing is made up."""

from __future__ import annotations

import pytest

from standpunkt.errors import SourceError
from standpunkt.pipeline import read
from tests.sources import writing
from tests.sources.placed import column, wrapped, write

DANISH = """Referat fra mødet den 3. maj 2021

Til stede: Mette Sørensen, Lars Højgaard, Anne Kjær
Afbud: Peter Dahl

1. Godkendelse af dagsordenen
Mette Sørensen redegjorde for sagen og påpegede, at der ikke var fremkommet nogen indsigelser.
Lars Højgaard spurgte, hvad kommunen vil gøre, når loven træder i kraft efter sommerferien.
Udvalget tog orienteringen til efterretning, og dagsordenen blev godkendt uden bemærkninger.
"""
SWEDISH = """Protokoll från sammanträdet den 3 maj 2021

Närvarande: Anna Lindqvist, Erik Nyström, Karin Öberg
Frånvarande: Per Åkesson

§ 1 Godkännande av dagordningen
Anna Lindqvist redogör för ärendet och påpekar att det inte finns några synpunkter från nämnden.
Erik Nyström frågar vad kommunen ska göra när lagen träder i kraft efter sommaren.
Nämnden beslutar att godkänna dagordningen och att lägga informationen till handlingarna.
"""
ENGLISH = """Minutes of the meeting held on 3 May 2021

Present: Mary Whitfield, John Carter, Susan Hall
Apologies: Peter Dale

1. Approval of the agenda
Mary Whitfield explained the matter and said that there had been no objections from the council.
John Carter asked what the council would do when the act came into force after the summer.
The committee resolved to approve the agenda and to note the information that was given.
"""
GERMAN = """Protokoll der Sitzung vom 3. Mai 2021

Anwesend: Maria Weißmann, Johann Becker, Susanne Holl
Entschuldigt: Peter Thal

1. Genehmigung der Tagesordnung
Maria Weißmann erläuterte die Angelegenheit und sagte, dass es keine Einwände der Gemeinde gab.
Johann Becker fragte, was die Gemeinde tun werde, wenn das Gesetz nach dem Sommer in Kraft tritt.
Der Ausschuss beschloss, die Tagesordnung zu genehmigen und den Bericht zur Kenntnis zu nehmen.
"""
NOT_ATTENDED = """Referat fra møtet

Dato: 3. mai 2021

1. Skole
Vikse mente at normen bør fjernes. Bergheim var uenig i det.
"""
LANGUAGES = {"Danish": DANISH, "Swedish": SWEDISH, "English": ENGLISH, "German": GERMAN}
ENDINGS = ["txt", "md", "html", "docx", "odt", "pdf"]


def written(folder, text, ending):
    """A file of some format with this text, a paragraph a line."""
    path = folder / f"mote.{ending}"
    if ending == "pdf":
        path.write_bytes(
            write([column(72, 780, *(s for p in text.split("\n") for s in wrapped(p)))])
        )
    elif ending == "md":
        path.write_text(text, encoding="utf-8")
    else:
        blocks = [writing.Block(line) for line in text.split("\n") if line]
        getattr(writing, f"write_{ending.replace('txt', 'text')}")(path, blocks)
    return path


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_minutes_in_another_language_are_refused_by_its_name(language, ending, tmp_path):
    path = written(tmp_path, LANGUAGES[language], ending)
    with pytest.raises(SourceError, match=rf"mote\.{ending}, line 1: the text looks {language};"):
        read(path)


@pytest.mark.parametrize("ending", ENDINGS)
def test_where_no_attendance_is_told_nobody_speaks_and_that_is_a_finding(ending, tmp_path):
    reading = read(written(tmp_path, NOT_ATTENDED, ending))
    assert "no-attendance" in [one.code for one in reading.findings]
    assert [actor for one in reading.statements for actor in one.speakers] == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_text_that_is_no_minutes_is_refused(ending, tmp_path):
    path = written(tmp_path, "Handleliste\n\nMelk, brød og egg.\n", ending)
    with pytest.raises(SourceError, match="neither a date nor an attendance list"):
        read(path)
