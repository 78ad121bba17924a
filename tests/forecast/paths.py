"""Paths for tests: one deal told in a line, and any deal."""

from datetime import date, timedelta

from hypothesis import strategies as st

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.contract import ContractTrack, TrackKind, TrackState
from dealbot.domain.deal_path import DealPath, Decider, Obstacle, OpenConcern
from dealbot.domain.gate import Calendar, Gate, GateState
from dealbot.domain.pilot import Integration, Pilot, PilotState
from dealbot.domain.stakeholder import Stance
from dealbot.forecast.course import Course, course_of
from dealbot.forecast.path import drawn
from dealbot.forecast.priors import Priors, general_priors
from dealbot.forecast.usual import USUAL_TRACKS, usual_gates

TODAY = date(2026, 11, 23)
PRIORS = general_priors()
SEATS = ("CMO", "CNO", "Chief Pharmacy Officer", "CFO", "CIO", "CISO", "General Counsel")


def with_draws(count: int) -> Priors:
    """The general priors with so many draws."""
    return PRIORS.model_copy(update={"simulation": PRIORS.simulation.model_copy(update={"draws": count})})


FEW = with_draws(80)


def ago(*days: int) -> tuple[date, ...]:
    """So many days before today each."""
    return tuple(TODAY - timedelta(days=count) for count in days)


def heard(name: str, stance: Stance = Stance.SUPPORTIVE, *concerns: OpenConcern, sponsor: bool = False) -> Decider:
    """Somebody heard three times of late."""
    return Decider(name, name, stance, ago(5, 20, 40), concerns, sponsor)


def from_nothing(deal: str = "1") -> DealPath:
    """A deal of which nothing is known: the usual seats, committees and contract."""
    seats = tuple(Decider(seat, seat, sponsor=seat == "CMO") for seat in SEATS)
    return DealPath(deal, seats, gates=usual_gates(PRIORS.gate), tracks=USUAL_TRACKS)


def course(path: DealPath, priors: Priors = FEW) -> Course:
    """The path, drawn and put in a row."""
    return course_of(drawn(path, TODAY, priors))


days_ahead = st.integers(0, 400).map(lambda days: TODAY + timedelta(days=days))
days_back = st.integers(0, 500).map(lambda days: TODAY - timedelta(days=days))
open_concerns = st.builds(
    OpenConcern,
    st.sampled_from(ConcernTopic),
    st.sampled_from((ConcernStatus.RAISED, ConcernStatus.ADDRESSED)),
    st.booleans(),
)
calendars = st.builds(
    Calendar,
    st.just(()) | st.tuples(days_ahead) | st.tuples(days_ahead, days_ahead, days_ahead),
    st.sampled_from((None, 7, 30, 90)),
    st.sampled_from((None, 0, 21)),
)


def deciders(key: str) -> st.SearchStrategy[Decider]:
    """Anybody who goes by this key."""
    heard_on = st.just(()) | st.tuples(days_back) | st.tuples(days_back, days_back, days_back)
    concerns = st.just(()) | st.tuples(open_concerns)
    return st.builds(Decider, st.just(key), st.just(key), st.sampled_from(Stance), heard_on, concerns, st.booleans())


def gates(label: str) -> st.SearchStrategy[Gate]:
    """The committee of this name, however far."""
    return st.builds(Gate, st.just(label), st.sampled_from(GateState), st.none() | calendars)


def tracks(kind: TrackKind) -> st.SearchStrategy[ContractTrack]:
    """The track of this kind, however far."""
    return st.builds(ContractTrack, st.just(kind), st.sampled_from(TrackState), st.none() | days_back)


obstacles = st.builds(Obstacle, st.just("house"), st.just("house"), open_concerns)
paths = st.builds(
    DealPath,
    deal=st.sampled_from(("1", "2", "Lakeshore")),
    deciders=st.tuples(deciders("p0")) | st.tuples(deciders("p0"), deciders("p1"), deciders("p2")),
    obstacles=st.just(()) | st.tuples(obstacles),
    gates=st.just(()) | st.tuples(gates("g0"), gates("g1")),
    integration=st.sampled_from(Integration),
    pilot=st.builds(Pilot, st.sampled_from(PilotState), st.none() | days_back),
    tracks=st.just(()) | st.tuples(tracks(TrackKind.BAA), tracks(TrackKind.SECURITY)),
    target=st.none() | days_ahead,
    budget_lock=st.none() | days_ahead,
)
