"""Any story of a deal: statements of all kinds by several people about half names, titles, comings and goings."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.evidence import Span
from dealbot.domain.exposure import ExposureKey
from dealbot.domain.health import HealthTopic
from dealbot.domain.lead import LeadFactor
from dealbot.domain.lesson import Lesson, LessonKind
from dealbot.domain.next_step import StepStatus
from dealbot.domain.observation import (
    ConcernStatement,
    Correction,
    Item,
    Observation,
    Origin,
    PersonStatement,
    SignalStatement,
    StepClosed,
    StepStatement,
    ViewStatement,
)
from dealbot.domain.partnership import ActivityKind
from dealbot.domain.phase import DealPhase
from dealbot.domain.record import Call
from dealbot.domain.review import Rhythm
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, DecisionStage, Function, Movement, Side, Stance
from tests.domain.paths import PATH_SUBJECTS, PATH_VALUES, path_spans

FIRST, LAST = date(2026, 1, 5), date(2026, 6, 30)
FULL_NAMES = ("Dana Ruiz", "Dana Cole", "Raj Patel", "Omar Diaz", "Lena van der Berg", "李 明")
HALF_NAMES = ("Dana", "Ruiz", "Dr. Cole", "Raj", "D. Ruiz", "Omar", "van der Berg", "Chris")
TITLES = ("CFO", "Chief Financial Officer", "CIO", "former CFO", "incoming CIO", "nurse manager", "exec assistant")
BODIES = ("P&T", "the Pharmacy & Therapeutics Committee", "IT", "board")
TOPICS = (ConcernTopic.BUDGET_ROI, ConcernTopic.INTEGRATION)
ACTIONS = ("Send the ROI model", "send ROI model v2", "Call Dana", "Review the BAA", "Send it over")
AUTHORS = ("Priya Nair", "Sam Lee", "priya nair", None)

names = st.sampled_from((*FULL_NAMES, *HALF_NAMES))
labels = st.sampled_from((*FULL_NAMES, *HALF_NAMES, *TITLES, *BODIES))
functions = st.sampled_from((Function.FINANCE, Function.IT, Function.OTHER))
spans = st.builds(lambda at, words: Span(words, at, at + len(words)), st.integers(0, 2), st.sampled_from(("a", "bc")))
quotes = st.sampled_from(("sent the ROI model", "called Dana", "got the BAA", "Raj reviewed the BAA", ""))
days = st.dates(FIRST, LAST)
instants = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 -- aware

people = st.builds(
    PersonStatement,
    name=st.none() | names,
    title=st.none() | st.sampled_from(TITLES),
    function=st.none() | functions,
    side=st.sampled_from((Side.BUYER, Side.BUYER, *Side)),
    roles=st.frozensets(st.sampled_from(BuyingRole), max_size=2),
    stance=st.none() | st.sampled_from(Stance),
    span=spans,
    took_part=st.booleans(),
    movement=st.none() | st.sampled_from(Movement),
)
concerns = st.builds(
    ConcernStatement,
    holder=st.none() | labels,
    topic=st.sampled_from(TOPICS),
    status=st.sampled_from(ConcernStatus),
    blocking=st.booleans(),
    span=spans,
)
steps = st.builds(
    StepStatement,
    action=st.sampled_from(ACTIONS),
    owner=st.none() | st.sampled_from(("Dana", "CFO", "Priya")),
    side=st.sampled_from(Side),
    due=st.none() | days,
    due_text=st.none() | st.just("soon"),
    span=spans,
)
closings = st.builds(
    StepClosed,
    status=st.sampled_from((StepStatus.DONE, StepStatus.DROPPED)),
    span=quotes.map(lambda words: Span(words, 0, len(words))),
)
signals = st.builds(SignalStatement, kind=st.sampled_from(SignalKind), detail=st.just("told"), span=spans | path_spans)
views = st.builds(ViewStatement, person=labels, stance=st.sampled_from(Stance), span=spans)
statements = people | people | concerns | concerns | steps | closings | signals | views

NAMING = (CorrectedField.NAME, CorrectedField.ALIAS, CorrectedField.SAME_AS, CorrectedField.SAID_BY)
VALUES: dict[CorrectedField, st.SearchStrategy[str]] = {
    CorrectedField.NAME: names,
    CorrectedField.ALIAS: st.sampled_from((*HALF_NAMES, "Dr O")),
    CorrectedField.SAME_AS: labels,
    CorrectedField.SAID_BY: labels,
    CorrectedField.TITLE: st.sampled_from(TITLES),
    CorrectedField.FUNCTION: functions,
    CorrectedField.SIDE: st.sampled_from(Side),
    CorrectedField.REPORTS_TO: names,
    CorrectedField.EMAIL: st.just("dana@lakeshore.example"),
    CorrectedField.STANCE: st.sampled_from(Stance),
    CorrectedField.ROLE_ADDED: st.sampled_from(BuyingRole),
    CorrectedField.ROLE_REMOVED: st.sampled_from(BuyingRole),
    CorrectedField.GONE: st.sampled_from(("yes", "no")),
    CorrectedField.CONCERN: st.sampled_from((*ConcernStatus, "none")),
    CorrectedField.HOLDER: labels,
    CorrectedField.STEP: st.sampled_from(StepStatus),
    CorrectedField.STEP_DUE: st.just("2026-05-05"),
    CorrectedField.STEP_OWNER: names,
    CorrectedField.PHASE: st.sampled_from(DealPhase),
    CorrectedField.REQUIRED: st.sampled_from(("yes", "no")),
    CorrectedField.INFLUENCE: st.sampled_from(("5: sways the whole floor", "2: nobody asks")),
    CorrectedField.STAGE: st.sampled_from(DecisionStage),
    CorrectedField.NEEDS: st.sampled_from(("financial", "financial, risk")),
    CorrectedField.ACTIVITY: st.sampled_from(ActivityKind),
    **PATH_VALUES,
    CorrectedField.PILOT: st.sampled_from(("running 2026-02-02", "succeeded Dana Ruiz: we want it", "planned")),
    CorrectedField.CRITERION: st.sampled_from(("60% of nurses", "agreed Dana Ruiz", "dropped")),
    CorrectedField.INDICATOR: st.sampled_from(("yes", "62%")),
    CorrectedField.READY: st.sampled_from(("yes", "no")),
    CorrectedField.EXPANSION: st.sampled_from(("live 2026-03-03", "blocked: EHR", "dropped")),
    CorrectedField.QUALIFICATION: st.sampled_from(("yes", "no", "unknown")),
    CorrectedField.EHR: st.sampled_from(("Epic", "Meditech Magic")),
    CorrectedField.REVIEWED: st.just("yes"),
    CorrectedField.DECISION: st.sampled_from(("bring Lee to P&T", "wait")),
    CorrectedField.REVIEW_EVERY: st.sampled_from(Rhythm),
    CorrectedField.AMOUNT: st.sampled_from(("2400000", "350000")),
    CorrectedField.QUARTER: st.sampled_from(("2027-Q1", "2027-Q2")),
    CorrectedField.CALL: st.sampled_from(Call),
    CorrectedField.OUTCOME: st.sampled_from(
        ("open", "won", "lost org_change.merger", "paused budget until 2027-01-15")
    ),
    CorrectedField.HEALTH: st.sampled_from(("-2.1% 2026-06-30", "bought a clinic group")),
    CorrectedField.EXPOSURE: st.just("unknown"),
    CorrectedField.LEAD: st.sampled_from(("0", "3", "4", "unknown")),
    CorrectedField.TESTED: st.sampled_from(("bandwidth no", "belief yes: asked for it", "credibility unknown")),
    CorrectedField.CONFLICT: st.sampled_from(("Dana Ruiz over the build", "Raj", "CFO over money")),
    CorrectedField.CONFLICT_ENDED: st.sampled_from(("Dana Ruiz by Raj Patel", "Raj")),
    CorrectedField.AFFECTED: st.sampled_from(("yes: night shifts", "no")),
    CorrectedField.RESISTANCE_PLAN: st.just("count the clicks"),
}
SUBJECTS: dict[CorrectedField, st.SearchStrategy[str | None]] = {
    CorrectedField.HEALTH: st.sampled_from(HealthTopic).map(str),
    CorrectedField.EXPOSURE: st.sampled_from(ExposureKey).map(str),
    CorrectedField.LEAD: st.sampled_from(LeadFactor).map(str),
    **PATH_SUBJECTS,
}


def corrections(*fields: CorrectedField) -> st.SearchStrategy[Correction]:
    """Any of these fields set right, of anybody, on any topic."""
    return st.sampled_from(fields).flatmap(
        lambda field: st.builds(
            Correction,
            field=st.just(field),
            value=VALUES[field].map(str),
            subject=SUBJECTS.get(field, st.none() | labels),
            span=st.sampled_from(ACTIONS).map(lambda action: Span(f"step done: {action}", 0, 11 + len(action))),
            topic=st.none() | st.sampled_from(TOPICS),
        )
    )


lessons = st.builds(
    Lesson,
    kind=st.sampled_from(LessonKind),
    before=st.none(),
    after=names,
    span=st.sampled_from((*HALF_NAMES, "Dr O", "L.O.")).map(lambda words: Span(words, 0, len(words))),
    shared=st.booleans(),
)


@st.composite
def observed(draw: st.DrawFn, items: st.SearchStrategy[Item]) -> Observation:
    """A statement in the note of its writer and day; a correction there or on the deal as a whole."""
    item, day, author = draw(items), draw(days), draw(st.sampled_from(AUTHORS))
    note = "" if isinstance(item, Correction) and draw(st.booleans()) else f"{day} {author}"
    said_at = draw(st.none() | instants)
    return Observation(Origin(note, day, draw(instants), author, said_at), item)


def stories(*items: st.SearchStrategy[Item], most: int = 12) -> st.SearchStrategy[list[Observation]]:
    """Several observations, no two the same."""
    every = items or (statements, statements, corrections(*CorrectedField), lessons)
    return st.lists(observed(st.one_of(*every)), max_size=most, unique=True)


def on_day(item: Item, day: date, author: str = "Uma Roy", note: str | None = None) -> Observation:
    """A statement in a note of its own."""
    recorded = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(hours=20)
    return Observation(Origin(f"{day} {author}" if note is None else note, day, recorded, author), item)
