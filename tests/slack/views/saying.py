"""Replies for the tests of how they look."""

from datetime import date

from dealbot.app.chat.replies import Fixed, NoteCard
from dealbot.app.correct import Corrected
from dealbot.app.follow_up import FollowUp, Wanted
from dealbot.app.log_note import Logged
from dealbot.domain.changes import changes_between
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import DealState
from dealbot.domain.observation import Correction, Observation
from dealbot.domain.stakeholder import Stance
from tests.builders import AS_OF, a_concern, a_deal, a_person, a_span, a_step, an_observation

NOTE = "C0LAKESHORE-1763280000.000100"
BEFORE = (
    an_observation(a_person("Dana Ruiz", "CFO", Stance.SUPPORTIVE), "11-02"),
    an_observation(a_person("Raj Patel", "CIO", Stance.SUPPORTIVE), "11-02"),
)
SAID = (
    an_observation(a_person("Dana Ruiz", "CFO", Stance.CONCERNED), "11-16"),
    an_observation(a_concern("Dana Ruiz", ConcernTopic.BUDGET_ROI, "no money before P&T", blocking=True), "11-16"),
    an_observation(a_concern("Raj Patel", ConcernTopic.INTEGRATION, "interface queue until Feb"), "11-16"),
    an_observation(a_step("I send ROI v2 by Fri 20 Nov", "11-20", "Priya Nair"), "11-16"),
)
QUESTION = FollowUp(Wanted.WHO, "Who raised the approvals worry?", ConcernTopic.GOVERNANCE)


def state(*observations: Observation) -> DealState:
    """What observations add up to."""
    return a_deal(*observations).state


def logged(deal: str = "Lakeshore", *said: Observation, question: FollowUp | None = None) -> Logged:
    """A note as it was saved, with what it said."""
    before, after = state(*BEFORE), state(*BEFORE, *(said or SAID))
    changes = changes_between(before, after)
    readers = ("U0PRIYA", "U0SAM", "U0MARIA", "U0LEE")
    return Logged(
        note=NOTE,
        deal=deal,
        on=date(2026, 11, 16),
        author="Priya Nair",
        created=False,
        duplicate=False,
        undone=False,
        changes=changes,
        question=question,
        redacted=0,
        readers=readers,
        state=after,
    )


def card(*, shared: bool = False) -> NoteCard:
    """The card of message 1."""
    return NoteCard(logged(question=None if shared else QUESTION), ("Dr Lee", "Dana Ruiz", "Don't know"), shared=shared)


def fixed(deal: str = "Lakeshore", who: str = "Dana Ruiz") -> Fixed:
    """What message 5 tells."""
    whose = Correction(CorrectedField.HOLDER, "Raj Patel", None, a_span("x"), ConcernTopic.INTEGRATION)
    stance = Correction(CorrectedField.STANCE, "supportive", who, a_span("x"))
    now = state(*BEFORE, *SAID, an_observation(a_person("Dana Ruiz", "CFO", Stance.SUPPORTIVE), "11-17"))
    return Fixed(Corrected(deal, (), now, (7, 8), (whose, stance)))


TODAY = AS_OF
