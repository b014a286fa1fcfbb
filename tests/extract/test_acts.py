"""Act and stance by the table and the fixed readings of the codebook, in both standards."""

from __future__ import annotations

import pytest

from standpunkt.extract.acts import ActCoder
from standpunkt.model import Act, Stance
from tests.extract.meetings import LEXICON, only, read

# Act, stance, sentence. Vikse is of KS, Bergheim and Lundemo are of the state.
NB = [
    # demand: something must or should be changed, done or avoided
    ("demand", "for", "Vikse sa at normen bør fjernes."),
    ("demand", "for", "Vikse sa at staten må betale."),
    ("demand", "for", "Vikse krevde full dekning."),
    ("demand", "for", "Vikse forventet full dekning."),
    ("demand", "for", "Vikse etterlyste en plan."),
    ("demand", "for", "Vikse savnet en plan."),
    ("demand", "for", "Vikse sa at kommunene trenger flere leger."),
    ("demand", "for", "Vikse pekte på behovet for flere leger."),
    ("demand", "for", "Vikse viste til behovet for nytenkning."),
    ("demand", "for", "Vikse sa at det er behov for flere leger."),
    ("demand", "for", "Vikse viste til at ordningen må endres."),
    ("demand", "for", "Vikse understreket at kravet bør fjernes."),
    ("demand", "for", "Vikse sa at ordningen burde vært styrket."),
    ("demand", "conditional", "Vikse sa at det bør vurderes om kravet er hensiktsmessig."),
    ("demand", "conditional", "Vikse sa at staten bør vurdere om kravet er hensiktsmessig."),
    # proposal: a concrete solution is put on the table
    ("proposal", "for", "Vikse foreslo en felles arbeidsgruppe."),
    ("proposal", "for", "Vikse inviterte til et samarbeid om skole."),
    ("proposal", "for", "Vikse tok til orde for en ny modell."),
    ("proposal", "for", "Vikse anbefalte en ny modell."),
    # request: a counterpart is asked for a specific action
    ("request", "for", "Vikse ba om et særmøte om arealpolitikk."),
    ("request", "for", "Lundemo oppfordret KS til å konkretisere dette."),
    ("request", "for", "Vikse ønsket et møte om saken."),
    ("request", "for", "Bergheim sa at det er ønskelig med dialog med KS."),
    ("request", "for", "Bergheim sa at de ønsker fortsatt dialog om dette."),
    # question: asks, or calls into question without rejecting
    ("question", "none", "Vikse spurte når pengene kommer."),
    ("question", "none", "Vikse spurte om normen skal fjernes."),
    ("question", "none", "Vikse stilte spørsmål ved ordningen."),
    ("question", "none", "Vikse lurte på om fristen står fast."),
    # support: backs another actor's claim or proposal
    ("support", "for", "Bergheim støttet forslaget."),
    ("support", "for", "Bergheim var enig i at ordningen bør endres."),
    ("support", "for", "Bergheim var positiv til forslaget."),
    ("support", "for", "Bergheim sluttet seg til forslaget."),
    ("support", "for", "Bergheim stilte seg bak forslaget."),
    ("support", "for", "Bergheim sa seg enig i dette."),
    # opposition: rejects or warns against it
    ("opposition", "against", "Bergheim avviste forslaget."),
    ("opposition", "against", "Bergheim var uenig i dette."),
    ("opposition", "against", "Bergheim gikk imot forslaget."),
    ("opposition", "against", "Vikse advarte mot en ny reform."),
    ("opposition", "against", "Bergheim sa at kuttet ligger fast."),
    ("opposition", "against", "Bergheim sa at det er uaktuelt å endre normen."),
    # concern: points at a problem, risk or strain
    ("concern", "none", "Vikse var bekymret for rekrutteringen."),
    ("concern", "none", "Vikse fryktet store kutt."),
    ("concern", "none", "Vikse påpekte at barnevernet er under press."),
    ("concern", "none", "Vikse sa at situasjonen er krevende."),
    ("concern", "none", "Vikse uttrykte bekymring over utviklingen."),
    ("concern", "none", "Vikse tok opp utfordringene i fastlegeordningen."),
    ("concern", "none", "Vikse viste til at det er stor uforutsigbarhet, som er utfordrende."),
    # commitment: the speaker's own side will do something
    ("commitment", "for", "Bergheim sa at departementet vil styrke ordningen."),
    ("commitment", "for", "Bergheim sa at regjeringen skal styrke ordningen."),
    ("commitment", "for", "Bergheim lovet å styrke ordningen."),
    ("commitment", "for", "Bergheim sa at regjeringen følger opp vedtaket."),
    ("commitment", "for", "Bergheim sa at HOD kommer til å ta kontakt."),
    ("commitment", "none", "Bergheim sa at det kommer en høring i løpet av sommeren 2022."),
    ("commitment", "conditional", "Bergheim sa at det skal vurderes om fristen bør endres."),
    ("commitment", "conditional", "Bergheim sa at det ses på muligheten for en ny ordning."),
    # assessment: what is important, right, decisive
    ("assessment", "for", "Vikse sa at rask bosetting er viktig."),
    ("assessment", "for", "Vikse sa at det er viktig med rask bosetting."),
    ("assessment", "for", "Vikse påpekte at tillit er avgjørende."),
    ("assessment", "for", "Vikse understreket viktigheten av tidlig innsats."),
    ("assessment", "for", "Vikse la vekt på tillit."),
    ("assessment", "for", "Vikse mente at reformen er vellykket."),
    ("assessment", "for", "Bergheim var opptatt av gode løsninger."),
    # information: facts, documents, events
    ("information", "none", "Bergheim orienterte om arbeidet."),
    ("information", "none", "Bergheim viste til rapporten «Status 2022»."),
    ("information", "none", "Bergheim opplyste at saken er på høring."),
    ("information", "none", "Bergheim redegjorde for arbeidet."),
    ("information", "none", "Bergheim sa at ordningen omfatter alle kommuner."),
    ("information", "none", "Bergheim svarte at loven gjelder fra 1. januar."),
    ("information", "none", "Vikse innledet om kommunenes rolle."),
    # acknowledgement: thanks, takes note, shows understanding
    ("acknowledgement", "none", "Lundemo takket for samarbeidet."),
    ("acknowledgement", "none", "Lundemo merket seg invitasjonen."),
    ("acknowledgement", "none", "Bergheim hadde forståelse for situasjonen."),
    ("acknowledgement", "none", "Lundemo tok innspillet til etterretning."),
    # procedural: runs the meeting
    ("procedural", "none", "Lundemo ønsket velkommen til møtet."),
    ("procedural", "none", "Lundemo ga ordet til KS."),
    ("procedural", "none", "Lundemo åpnet møtet."),
    ("procedural", "none", "Lundemo oppsummerte."),
    ("procedural", "none", "Vikse gikk gjennom sakene."),
    ("procedural", "none", "Vikse innledet."),
]

NN = [
    ("demand", "for", "Vikse sa at norma bør fjernast."),
    ("demand", "for", "Vikse kravde full dekning."),
    ("demand", "for", "Vikse etterlyste ein plan."),
    ("demand", "for", "Vikse sakna ein plan."),
    ("demand", "for", "Vikse peika på behovet for fleire legar."),
    ("demand", "for", "Vikse sa at kommunane treng fleire legar."),
    ("demand", "conditional", "Vikse sa at det bør vurderast om kravet er føremålstenleg."),
    ("proposal", "for", "Vikse føreslo ei felles arbeidsgruppe."),
    ("proposal", "for", "Vikse tok til orde for ein ny modell."),
    ("proposal", "for", "Vikse rådde til ein ny modell."),
    ("request", "for", "Vikse bad om eit særmøte om arealpolitikk."),
    ("request", "for", "Lundemo oppmoda KS om å svara."),
    ("request", "for", "Bergheim sa at det er ønskjeleg med dialog med KS."),
    ("question", "none", "Vikse spurde når pengane kjem."),
    ("question", "none", "Vikse stilte spørsmål ved ordninga."),
    ("question", "none", "Vikse undra seg over ordninga."),
    ("support", "for", "Bergheim støtta framlegget."),
    ("support", "for", "Bergheim var samd i at ordninga bør endrast."),
    ("support", "for", "Bergheim slutta seg til framlegget."),
    ("opposition", "against", "Bergheim avviste framlegget."),
    ("opposition", "against", "Bergheim var usamd i dette."),
    ("opposition", "against", "Bergheim gjekk imot framlegget."),
    ("opposition", "against", "Vikse åtvara mot ei ny reform."),
    ("opposition", "against", "Bergheim sa at kuttet står ved lag."),
    ("concern", "none", "Vikse var uroa for rekrutteringa."),
    ("concern", "none", "Vikse frykta store kutt."),
    ("concern", "none", "Vikse sa at situasjonen er krevjande."),
    ("commitment", "for", "Bergheim sa at departementet vil styrka ordninga."),
    ("commitment", "for", "Bergheim lova å styrka ordninga."),
    ("commitment", "for", "Bergheim sa at regjeringa følgjer opp vedtaket."),
    ("commitment", "conditional", "Bergheim sa at det skal vurderast om fristen bør endrast."),
    ("assessment", "for", "Vikse sa at rask busetjing er viktig."),
    ("assessment", "for", "Vikse la vekt på tillit."),
    ("information", "none", "Bergheim gjorde greie for arbeidet."),
    ("information", "none", "Bergheim synte til rapporten «Status 2022»."),
    ("information", "none", "Bergheim opplyste at saka er på høyring."),
    ("acknowledgement", "none", "Lundemo takka for samarbeidet."),
    ("acknowledgement", "none", "Lundemo merka seg invitasjonen."),
    ("acknowledgement", "none", "Bergheim hadde forståing for situasjonen."),
    ("procedural", "none", "Lundemo ønskte velkomen til møtet."),
    ("procedural", "none", "Lundemo gav ordet til KS."),
    ("procedural", "none", "Lundemo opna møtet."),
    ("procedural", "none", "Vikse innleidde."),
]


@pytest.mark.parametrize(("act", "stance", "text"), NB)
def test_act_and_stance_in_bokmal(act, stance, text):
    found = only(text)
    assert (found.act, found.stance) == (act, stance)


@pytest.mark.parametrize(("act", "stance", "text"), NN)
def test_act_and_stance_in_nynorsk(act, stance, text):
    found = only(text, "nn")
    assert (found.act, found.stance) == (act, stance)


INVERTED = "the negation of a subordinate clause stands before its verb"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bergheim støttet ikke forslaget.", "nb"),
        ("Bergheim var ikke enig i dette.", "nb"),
        ("Bergheim kunne ikke støtte forslaget.", "nb"),
        ("Bergheim kunne ikke si seg enig i dette.", "nb"),
        ("Bergheim ville ikke love mer penger.", "nb"),
        ("Bergheim sa at HOD kan ikke støtte forslaget.", "nb"),
        ("Bergheim sa seg ikke enig i dette.", "nb"),
        ("Bergheim kunne ikkje støtta framlegget.", "nn"),
        ("Bergheim ville ikkje lova meir pengar.", "nn"),
        ("Bergheim var ikkje samd i dette.", "nn"),
        ("Bergheim sa at han ikke er enig.", "nb"),
        ("Bergheim svarte at han ikke var enig i dette.", "nb"),
        ("Bergheim sa at han ikke støtter forslaget.", "nb"),
        ("Bergheim sa at HOD ikke kan støtte forslaget.", "nb"),
        ("Bergheim sa at han ikkje er samd i dette.", "nn"),
        ("Bergheim sa at han ikkje støttar framlegget.", "nn"),
    ],
)
def test_support_or_a_promise_refused_is_opposition(text, language):
    found = only(text, language)
    assert (found.act, found.stance) == (Act.OPPOSITION, Stance.AGAINST)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vikse så ikke behov for en ny ordning.", "nb"),
        ("Vikse fant det ikke riktig å vente.", "nb"),
        ("Vikse var skeptisk til en ny ordning.", "nb"),
        ("Vikse mente det ikke er ønskelig med en ny ordning.", "nb"),
        ("Bergheim sa at tiltaket ikke kunne prioriteres.", "nb"),
        ("Bergheim presiserte at regjeringen ikke vil gjeninnføre ordningen.", "nb"),
        ("Bergheim viste til planen og ville ikke gå inn på saken.", "nb"),
        ("Verken Vikse eller Nesset støttet forslaget.", "nb"),
        ("Vikse ønsket ikke en ny ordning.", "nb"),
        ("Vikse såg ikkje behov for ei ny ordning.", "nn"),
        ("Vikse fann det ikkje rett å venta.", "nn"),
        ("Bergheim sa at tiltaket ikkje kunne prioriterast.", "nn"),
        ("Vikse ønskte ikkje ei ny ordning.", "nn"),
    ],
)
def test_opposition_needs_no_word_of_opposition(text, language):
    found = read(text, language).statements[-1]
    assert (found.act, found.stance) == (Act.OPPOSITION, Stance.AGAINST)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Bergheim kunne ikke svare på når saken kommer.", "information"),
        ("Bergheim sa at det ikke er tatt stilling til saken.", "information"),
        ("Vikse sa at det ikke er noe problem.", "information"),
        ("Vikse støttet ikke bare forslaget, men også planen.", "support"),
        ("Vikse kunne ikke vært mer enig.", "support"),
        ("Vikse hadde ingen innvendinger mot forslaget.", "support"),
        ("Vikse sa at tilskuddet ikke er nok.", "concern"),
        ("Vikse mente at ordningen ikke fungerer.", "concern"),
        ("Vikse sa at kommunene ikke bør pålegges flere oppgaver.", "demand"),
    ],
)
def test_not_every_denial_is_opposition(text, act):
    assert only(text).act == act


@pytest.mark.parametrize(
    ("text", "act", "language"),
    [
        ("Vikse ønsket å takke for samarbeidet.", "acknowledgement", "nb"),
        ("Bergheim innledet med å vise til rapporten.", "information", "nb"),
        ("Innledningsvis ønsket Vikse å understreke behovet for leger.", "demand", "nb"),
        ("Vikse avslutta med å takka for samarbeidet.", "acknowledgement", "nn"),
        ("Vikse ønsket å bli med i arbeidet.", "request", "nb"),
    ],
)
def test_what_leads_to_a_verb_of_speech_is_looked_through(text, act, language):
    assert only(text, language).act == act


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Bergheim lovet å sende tallene.", "none"),
        ("Bergheim lovet å styrke ordningen.", "for"),
        ("Bergheim lovet å vurdere ordningen.", "conditional"),
        ("Bergheim ville ta saken opp med FIN.", "none"),
        ("Partene ble enige om å møtes igjen til høsten.", "none"),
        ("Partene ble enige om å sette ned en gruppe.", "for"),
        ("KS vil bidra til en løsning.", "for"),
    ],
)
def test_a_promise_is_for_a_change_and_neutral_as_a_service(text, stance):
    found = only(text)
    assert (found.act, found.stance) == (Act.COMMITMENT, stance)


def test_a_question_mark_asks():
    assert only("Spørsmål fra Vikse: Når kommer pengene?").act is Act.QUESTION


def test_a_motion_to_consider_something_is_conditional():
    found = only("Forslag fra Vikse:\nRådmannen bes utrede en ny skole.")
    assert (found.act, found.stance) == (Act.PROPOSAL, Stance.CONDITIONAL)


@pytest.mark.parametrize(
    "text",
    [
        "Bergheim avviste ikke forslaget.",
        "Vikse var ikke imot forslaget.",
        "Vikse var ikke kritisk til forslaget.",
        "Bergheim var ikke uenig i dette.",
    ],
)
def test_what_is_not_rejected_is_not_opposed(text):
    assert only(text).stance is not Stance.AGAINST


DENIED = "a verb that says what somebody thinks or wants is negated"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vikse mente ikke at normen bør fjernes.", "nb"),
        ("Vikse ønsket ikke en ny norm.", "nb"),
        ("Vikse trodde ikke at normen virker.", "nb"),
        ("Vikse meinte ikkje at norma bør fjernast.", "nn"),
    ],
)
def test_nobody_is_for_what_he_does_not_think_or_want(text, language):
    found = only(text, language)
    assert found.stance is not Stance.FOR or "ikk" in (found.claim or "")


@pytest.mark.parametrize(
    ("text", "act", "language"),
    [
        ("Bergheim var positiv til forslaget, forutsatt at kommunene betaler.", "support", "nb"),
        ("Bergheim støttet forslaget under forutsetning av at KS er med.", "support", "nb"),
        ("Bergheim støttet forslaget med forbehold.", "support", "nb"),
        ("Bergheim lovet å styrke ordningen, dersom Stortinget er med.", "commitment", "nb"),
        ("Bergheim var positiv til framlegget, føresett at kommunane betaler.", "support", "nn"),
        ("Bergheim støtta framlegget på vilkår av at KS er med.", "support", "nn"),
        ("Vikse ba regjeringen vurdere en ny ordning.", "request", "nb"),
        ("Vikse oppmoda regjeringa om å vurdera ei ny ordning.", "request", "nn"),
        ("Bergheim ville vurdere saken.", "commitment", "nb"),
        ("Bergheim var delvis enig i dette.", "support", "nb"),
        ("Bergheim var i hovudsak samd i dette.", "support", "nn"),
        ("Bergheim tok forbehold om kostnadene.", "support", "nb"),
        ("Bergheim var åpen for å endre loven.", "support", "nb"),
        ("Vikse støttet forslaget så lenge staten betaler.", "support", "nb"),
    ],
)
def test_a_reservation_and_a_wish_to_have_something_considered_are_conditional(text, act, language):
    found = only(text, language)
    assert (found.act, found.stance) == (act, Stance.CONDITIONAL)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Vikse sa at kravet bør fjernes.", "demand"),
        ("Bergheim viste til at ordningen er krevende.", "concern"),
        ("Bergheim viste til rapporten om skolen.", "information"),
        ("Bergheim svarte at regjeringen vil styrke ordningen.", "commitment"),
        ("Bergheim påpekte at tillit er viktig.", "assessment"),
        ("Vikse sa at tillit er viktig, og at normen må fjernes.", "demand"),
        ("Normen bør fjernes, mente Vikse.", "demand"),
        ("«Normen bør fjernes», sa Vikse.", "demand"),
        ("Når det gjelder normen, sa Vikse at den bør fjernes.", "demand"),
        ("Selv om tiden er knapp, mente Vikse at normen bør fjernes.", "demand"),
        ("Normen, mente Vikse, bør fjernes.", "demand"),
        ("Vikse hadde et spørsmål om normen.", "question"),
        ("Vikse sa at kommunene ønsker dialog, og at normen må fjernes.", "demand"),
    ],
)
def test_the_content_decides_and_not_the_verb_and_of_several_contents_the_first_in_rank(text, act):
    assert only(text).act == act


def test_an_at_clause_beats_a_trailing_noun():
    text = "Vikse påpekte at barnevernet er under press, og behovet for samhandling."
    assert only(text).act is Act.CONCERN


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Bergheim sa at ordningen skal styrkes.", "commitment"),
        ("Vikse sa at ordningen skal styrkes.", "information"),
        ("Vikse sa at kommunene vil gjøre det de kan.", "commitment"),
    ],
)
def test_only_what_binds_the_speakers_own_side_is_a_commitment(text, act):
    assert only(text).act == act


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bergheim sa at saken følges opp.", "nb"),
        ("Bergheim sa at saka vert følgd opp.", "nn"),
    ],
)
def test_that_something_is_followed_up_is_a_commitment(text, language):
    assert only(text, language).act is Act.COMMITMENT


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Vikse sa at fristen er krevende.", "none"),
        ("Vikse mente at fristen er krevende.", "for"),
    ],
)
def test_a_concern_has_a_stance_only_where_it_is_voiced_as_a_judgement(text, stance):
    found = only(text)
    assert (found.act, found.stance) == (Act.CONCERN, stance)


def test_a_concern_that_is_shared_later_was_a_claim():
    concern, _ = read(
        "Vikse var bekymret for rekrutteringen.\n\nBergheim delte bekymringen."
    ).statements
    assert (concern.act, concern.stance) == (Act.CONCERN, Stance.FOR)


def test_every_code_is_in_the_table():
    acts = {row[0] for row in NB if isinstance(row[0], str)}
    assert acts == {str(act) for act in Act}


def test_the_rule_that_decided_is_named():
    assert only("Vikse sa at normen bør fjernes.").act_rule in {one.id for one in LEXICON.cues}
    assert only("Vikse takket for samarbeidet.").act_rule in {one.id for one in LEXICON.verbs}


def test_what_a_proposal_was_given_is_support_or_opposition():
    coder = ActCoder(LEXICON)
    assert coder.received("forslaget fikk støtte fra vikse").act is Act.SUPPORT
    assert coder.received("ønsket ble ikke imøtekommet av vikse").act is Act.OPPOSITION
    assert coder.received("forslaget møtte motstand hos vikse").act is Act.OPPOSITION


@pytest.mark.parametrize(
    ("text", "mover"),
    [
        ("Forslag fra Vikse:\nNormen bør fjernes straks.", ("Anne Vikse",)),
        ("Forslag:\nNormen bør fjernes straks.", ()),
    ],
)
def test_a_formal_motion_is_a_proposal_whatever_its_modal_verb(text, mover):
    found = only(text)
    assert (found.act, found.stance) == (Act.PROPOSAL, Stance.FOR)
    assert tuple(one.name for one in found.speakers) == mover


def test_each_sentence_of_a_motion_is_a_proposal():
    found = read("Forslag fra Vikse:\nNormen bør fjernes. Staten betaler utgiftene.").statements
    assert [one.act for one in found] == [Act.PROPOSAL, Act.PROPOSAL]


def test_an_action_is_the_commitment_of_whoever_is_named():
    found = only("Aksjon: Bergheim lager et notat til neste møte.")
    assert (found.act, [one.name for one in found.speakers]) == (Act.COMMITMENT, ["Per Bergheim"])
