"""How long each thing takes, draw by draw."""

from datetime import date

import numpy as np
import pytest

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.deal_path import OpenConcern
from dealbot.domain.gate import Calendar, Gate, GateState, monthly
from dealbot.domain.stakeholder import Stance
from dealbot.forecast.gates import meetings_of
from dealbot.forecast.streams import Streams
from dealbot.forecast.waits import coming, coolness, decision, left, settlement, taken
from tests.forecast.paths import PRIORS, TODAY, ago, heard

DRAWS = np.array([0.0, 0.25, 0.5, 0.75, 1.0])
STREAMS = Streams("7", 2000, PRIORS.simulation.shared)
SURE = PRIORS.model_copy(update={"gate": PRIORS.gate.model_copy(update={"passes": 1.0})})


def test_half_of_the_times_it_takes_no_longer_than_usual() -> None:
    assert taken((10, 20, 60), DRAWS).tolist() == [10, 15, 20, 40, 60]


def test_what_stands_already_takes_nothing_and_what_never_comes_for_ever() -> None:
    assert coming(0.25, 0.75, (10, 20, 60), DRAWS).tolist() == [0, 10, 20, np.inf, np.inf]


def test_what_comes_at_once_or_never_takes_nothing_or_for_ever() -> None:
    assert coming(0.5, 0.5, (10, 20, 60), DRAWS).tolist() == [0, 0, np.inf, np.inf, np.inf]


@pytest.mark.parametrize(
    ("heard_on", "expected"),
    [
        ((), 1.0),
        (ago(5, 20, 40), 0.0),
        (ago(5, 20), 0.15),
        (ago(5), 0.3),
        (ago(195, 200, 210), pytest.approx(0.5)),
        (ago(294, 300, 310), pytest.approx(0.8)),
        (ago(400, 410, 420), 1.0),
        (ago(150, 160, 170), pytest.approx(120 / 330)),
    ],
)
def test_somebody_seldom_or_long_unheard_is_taken_for_worse_than_they_said(
    heard_on: tuple[date, ...], expected: float
) -> None:
    assert coolness(heard_on, TODAY, PRIORS.engagement) == expected


@pytest.mark.parametrize("stance", Stance)
def test_as_many_say_yes_as_the_prior_of_their_stance_tells(stance: Stance) -> None:
    days = decision(heard("dana", stance), TODAY, PRIORS, STREAMS)
    prior = PRIORS.stances[stance]
    assert np.mean(days == 0) == pytest.approx(prior.already, abs=0.03)
    assert np.mean(np.isfinite(days)) == pytest.approx(prior.ever, abs=0.03)


def test_nobody_says_yes_before_their_worry_is_settled() -> None:
    worry = OpenConcern(ConcernTopic.BUDGET_ROI, blocking=True)
    days = decision(heard("dana", Stance.COMMITTED, worry), TODAY, PRIORS, STREAMS)
    assert (days >= settlement(worry, "dana", PRIORS, STREAMS)).all()
    assert days.min() >= PRIORS.concerns[ConcernTopic.BUDGET_ROI].days[0]


def test_a_worry_that_was_answered_takes_less() -> None:
    raised, answered = (
        settlement(OpenConcern(ConcernTopic.OTHER, status), "dana", PRIORS, STREAMS)
        for status in (ConcernStatus.RAISED, ConcernStatus.ADDRESSED)
    )
    came = np.isfinite(raised)
    assert answered[came].tolist() == (raised[came] * PRIORS.settling.addressed).tolist()


def test_of_what_is_under_way_the_time_gone_is_over() -> None:
    assert left((10, 20, 60), ago(15)[0], TODAY, DRAWS).tolist() == [0, 0, 5, 25, 45]
    assert left((10, 20, 60), None, TODAY, DRAWS).tolist() == [10, 15, 20, 40, 60]
    assert left((10, 20, 60), ago(-15)[0], TODAY, DRAWS).tolist() == [10, 15, 20, 40, 60]


def yes_of(gate: Gate, ready: int) -> date:
    """The day on which a committee that never puts anything off says yes."""
    days = meetings_of(gate, TODAY, SURE, STREAMS).after(np.full(2000, float(ready)))
    assert len(set(days)) == 1
    return date.fromordinal(TODAY.toordinal() + int(days[0]))


SECOND_TUESDAYS = Calendar(monthly(2, 1, TODAY, 6), papers_days=14)


@pytest.mark.parametrize(
    ("state", "ready", "day"),
    [
        (GateState.OPEN, 0, date(2026, 12, 8)),
        (GateState.OPEN, 2, date(2027, 1, 12)),
        (GateState.SUBMITTED, 2, date(2026, 12, 8)),
        (GateState.RETURNED, 0, date(2027, 1, 12)),
    ],
)
def test_a_matter_comes_before_the_first_meeting_for_which_its_papers_are_in_time(
    state: GateState, ready: int, day: date
) -> None:
    assert yes_of(Gate("P&T", state, SECOND_TUESDAYS), ready) == day


def test_a_committee_may_put_a_matter_off_to_its_next_meeting() -> None:
    days = meetings_of(Gate("P&T", calendar=SECOND_TUESDAYS), TODAY, PRIORS, STREAMS).after(np.zeros(2000))
    assert np.mean(days == 15) == pytest.approx(PRIORS.gate.passes, abs=0.03)
    assert np.mean(days == 50) == pytest.approx(PRIORS.gate.passes * (1 - PRIORS.gate.passes), abs=0.03)


@pytest.mark.parametrize("calendar", [None, Calendar(())])
def test_a_committee_whose_days_nobody_knows_meets_at_the_usual_pace(calendar: Calendar | None) -> None:
    days = meetings_of(Gate("P&T", calendar=calendar), TODAY, SURE, STREAMS).after(np.zeros(2000))
    papers, pace = PRIORS.gate.papers_days, PRIORS.gate.every_days
    assert papers <= days.min() < days.max() <= papers + pace


def test_a_committee_that_meets_no_more_within_the_horizon_never_says_yes() -> None:
    gone = Calendar((date(2036, 1, 1),))
    assert np.isinf(meetings_of(Gate("P&T", calendar=gone), TODAY, PRIORS, STREAMS).after(np.zeros(2000))).all()
