"""A deal such as many are: seven of the committee heard, one of them leaving, one seat never filled."""

from datetime import date

from dealbot.app.answer import Deal
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.evidence import Span
from dealbot.domain.observation import Observation, SignalStatement
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Side, Stance
from tests.builders import (
    AS_OF,
    a_concern,
    a_deal,
    a_leaver,
    a_person,
    a_step,
    a_view,
    an_observation,
    merely_named,
)

LEE = a_person(
    "Amelia Lee", "CMO", Stance.COMMITTED, 'asked every chair to back it, "I want this in January"', BuyingRole.CHAMPION
)
GOMEZ = a_person(
    "Ana Gomez", "Chief Nursing Officer", Stance.SUPPORTIVE, "4 West is ready, my night leads asked for it"
)
RUIZ = a_person(
    "Dana Ruiz", "CFO", Stance.CONCERNED, 'Dana has cooled: "no money before P&T", flat out', BuyingRole.ECONOMIC_BUYER
)
PATEL = a_person("Raj Patel", "CIO", Stance.CONCERNED, "we have an Epic interface queue until Feb")
BURKE = a_person("Colleen Burke", "nurse manager, 4 West", Stance.UNKNOWN, "Colleen sat in")
NO_MONEY = a_concern("Dana Ruiz", ConcernTopic.BUDGET_ROI, "no money before P&T", blocking=True)
QUEUE = a_concern("Raj Patel", ConcernTopic.INTEGRATION, "we have an Epic interface queue until Feb")
CLICKS = a_concern("Ana Gomez", ConcernTopic.WORKFLOW_BURDEN, "who does the extra clicks at night")
CLICKS_SETTLED = a_concern(
    "Ana Gomez", ConcernTopic.WORKFLOW_BURDEN, "night clicks are settled, the plan covers it", ConcernStatus.RESOLVED
)
PAPERS = a_concern(None, ConcernTopic.GOVERNANCE, "P&T Tue 8 Dec, papers due 24 Nov, nobody owns them")
EPIC = SignalStatement(SignalKind.EHR, "Epic", Span("EHR: Epic, November 2025 release", 0, 32))

SAID: tuple[Observation, ...] = (
    an_observation(LEE, "01-13"),
    an_observation(EPIC, "01-13"),
    an_observation(a_person("Ana Gomez", "Chief Nursing Officer", Stance.NEUTRAL, "polite but careful"), "02-10"),
    an_observation(CLICKS, "02-10"),
    an_observation(BURKE, "07-14"),
    an_observation(merely_named(None, "General Counsel"), "09-23", "Sam Okafor"),
    an_observation(a_person("Bill Stone", "COO", Stance.SUPPORTIVE, "good with it"), "06-03"),
    an_observation(a_leaver("Bill Stone", "COO", "Bill Stone retires end of October"), "10-20"),
    an_observation(GOMEZ, "11-03"),
    an_observation(CLICKS_SETTLED, "11-03"),
    an_observation(LEE, "11-12"),
    an_observation(RUIZ, "11-16"),
    an_observation(NO_MONEY, "11-16"),
    an_observation(PATEL, "11-16"),
    an_observation(QUEUE, "11-16"),
    an_observation(PAPERS, "11-16"),
    an_observation(a_view("Dana Ruiz", Stance.SUPPORTIVE, "Dana follows Lee in the end"), "11-16"),
    an_observation(a_step("Send ROI v2 to Dana", "11-20"), "11-16"),
    an_observation(a_step("Send the FY27 budget lock date", "11-25", "Dana Ruiz", Side.BUYER), "11-16"),
    an_observation(a_step("Find out who the general counsel is", None, "Amelia Lee", Side.BUYER), "06-03"),
)


def lakeshore(as_of: date = AS_OF) -> Deal:
    """Lakeshore Health as of a day."""
    return a_deal(*SAID, as_of=as_of)
