"""The clinical track and the one of law and security side by side: how far each is, who has it, what holds it up."""

from collections.abc import Iterator
from dataclasses import dataclass

from dealbot.app.answer import Deal, Json, evidence_json
from dealbot.app.deal_path import gates_of
from dealbot.app.wording import by_hand, cited, counted, day, listed, months_in, opening, weekday
from dealbot.domain.bodies import canonical_body
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.contract import KnownTrack, TrackState
from dealbot.domain.deal import Concern
from dealbot.domain.evidence import Evidence
from dealbot.domain.gate import GateState, KnownGate
from dealbot.domain.pilot import PilotState, PilotTiming
from dealbot.domain.stakeholder import Function, Side
from dealbot.forecast.priors import general_priors
from dealbot.forecast.usual import pilot_timing

_CLINICAL = frozenset(
    {ConcernTopic.CLINICAL_EVIDENCE, ConcernTopic.WORKFLOW_BURDEN, ConcernTopic.GOVERNANCE, ConcernTopic.INTEGRATION}
)
_LEGAL = frozenset({ConcernTopic.LEGAL_CONTRACT, ConcernTopic.SECURITY_PRIVACY})
# Whoever guards the house against risk is heard late otherwise, and says what they want when all others said yes.
_COUNSEL_BY_MONTH = 2
_TIMINGS = {PilotTiming.EARLY: "early", PilotTiming.MID_CYCLE: "mid-cycle", PilotTiming.LATER: "later than most"}
_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class TrackSide:
    """One of the two tracks: in words, as data, and where it is known from."""

    line: str
    data: dict[str, Json]
    sources: tuple[Evidence, ...]


def clinical(deal: Deal) -> TrackSide:
    """The committees and the pilot."""
    known = {gate.key: gate for gate in deal.state.gates.known}
    path = [(gate.label, known.get(gate.key)) for gate in gates_of(deal.state)]
    passed = [gate for _, gate in path if gate is not None and gate.state is GateState.PASSED]
    ahead = [(label, gate) for label, gate in path if gate is None or gate.state is not GateState.PASSED]
    now = ahead[0] if ahead else None
    told = [f"{committee_name(gate.label)} passed {_on(deal, gate)}" for gate in passed[-1:]]
    told += [gate_words(deal, *now)] if now else []
    rest = [committee_name(label) for label, _ in ahead[1:]]
    told += [f"then {listed(rest, _MOST_NAMES, ', ')}"] if rest else []
    told += [*_pilot(deal)]
    holds = _blocker(deal, _CLINICAL)
    first = now[1] if now else None
    return TrackSide(
        f"Clinical: {'; '.join(told)}" if told else "Clinical: nothing told of committees or a pilot",
        {
            "state": f"{now[0]}: {first.state if first else GateState.OPEN}" if now else deal.state.pilot.state.value,
            "owner": first.owner if first else None,
            "days": (deal.state.as_of - first.since).days if first else None,
            "blocker": _blocker_json(holds),
            "gates": [gate_json(deal, label, gate) for label, gate in path],
        },
        (*(source for gate in known.values() for source in gate.sources), *_pilot_told(deal)),
    )


def legal(deal: Deal) -> TrackSide:
    """Contract and security: how much is agreed, and the slowest of the rest."""
    tracks = deal.state.tracks
    slow = slowest(deal)
    agreed = [track.kind.words for track in tracks if track.state is TrackState.AGREED]
    told = [f"{listed(agreed, _MOST_NAMES, ', ')} agreed"] if agreed else []
    told += [_track_words(deal, slow)] if slow is not None else []
    told += [*_counsel(deal)]
    return TrackSide(
        f"Legal, security: {'; '.join(told)}" if told else "Legal, security: no track begun",
        {
            "state": f"{slow.kind}: {slow.state}" if slow else None,
            "owner": slow.counterpart if slow else None,
            "days": (deal.state.as_of - slow.since).days if slow else None,
            "blocker": _blocker_json(_blocker(deal, _LEGAL)),
            "tracks": [_track_json(track) for track in tracks],
        },
        tuple(source for track in tracks for source in track.sources),
    )


def slowest(deal: Deal) -> KnownTrack | None:
    """The track that is longest under way of those not agreed."""
    moving = [track for track in deal.state.tracks if track.state is TrackState.UNDER_WAY]
    usual = general_priors().contract
    return min(moving, key=lambda track: (track.since, -usual[track.kind].days[1], track.kind), default=None)


def committee_name(label: str) -> str:
    """A committee as short as people say it."""
    return "MEC" if canonical_body(label) == "mec" else label


def gate_words(deal: Deal, label: str, gate: KnownGate | None) -> str:
    """How far a committee is, when it meets, and who has the papers."""
    if gate is None:
        return f"{committee_name(label)} (as usual, nobody told of it)"
    words = "" if by_hand(gate.evidence) else f", {cited(gate.evidence, deal.state.as_of, opening)}"
    return f"{plain_gate(deal, gate)}{words}"


def plain_gate(deal: Deal, gate: KnownGate) -> str:
    """How far a committee is, when it meets, and who has the papers, without the words it is known from."""
    label = committee_name(gate.label)
    as_of = deal.state.as_of
    meets = gate.can_be_made(as_of) or gate.meets_next(as_of)
    when = weekday(meets, as_of) if meets else "no day known"
    match gate.state:
        case GateState.SUBMITTED:
            told = f"{label} submitted {_on(deal, gate)}, {when}"
        case GateState.RETURNED:
            told = f"{label} sent it back {_on(deal, gate)}, {when}"
        case _:
            told = f"{label} {when}"
    return f"{told}{''.join(_papers(deal, gate))}"


def gate_json(deal: Deal, label: str, gate: KnownGate | None) -> dict[str, Json]:
    """One committee of the path; of one nobody told of there is no evidence."""
    if gate is None:
        return {"name": label, "state": GateState.OPEN.value, "usual": True, "evidence": None}
    meets = gate.can_be_made(deal.state.as_of) or gate.meets_next(deal.state.as_of)
    due = gate.papers_for(deal.state.as_of)
    return {
        "name": label,
        "state": gate.state.value,
        "since": gate.since.isoformat(),
        "on_condition": gate.on_condition,
        "meets": meets.isoformat() if meets else None,
        "papers_due": due.isoformat() if due else None,
        "owner": gate.owner,
        "usual": False,
        "evidence": evidence_json(gate.evidence),
    }


def _on(deal: Deal, gate: KnownGate) -> str:
    return day(gate.since, deal.state.as_of) + (" on a condition" if gate.on_condition else "")


def _papers(deal: Deal, gate: KnownGate) -> Iterator[str]:
    due = gate.papers_for(deal.state.as_of)
    if due is not None and gate.state is not GateState.SUBMITTED:
        late = due < deal.state.as_of
        yield f", papers {'were ' if late else ''}due {weekday(due, deal.state.as_of)}"
    if gate.unowned:
        yield ", nobody owns them"
    elif gate.owner is not None:
        yield f", {gate.owner} has them"


def _pilot(deal: Deal) -> Iterator[str]:
    """When the pilot falls, beside most pilots."""
    pilot, state, usual = deal.state.pilot, deal.state, general_priors().pilot
    start = pilot.started_on or pilot.planned_for
    if start is None or state.first_heard is None:
        return
    month = months_in(state.first_heard, start)
    timing = _TIMINGS[pilot_timing(month, usual)]
    verb = {PilotState.PLANNED: "planned for", PilotState.RUNNING: "since", PilotState.DONE: "done, from"}[pilot.state]
    yield f"pilot {verb} {day(start, state.as_of)}, month {month}, {timing}"
    late = [gate.label for gate in state.gates.to_pass if (gate.meets_next(state.as_of) or start) > start]
    if late and pilot.state is PilotState.PLANNED:
        yield f"that is before {late[-1]} meets"


def _pilot_told(deal: Deal) -> tuple[Evidence, ...]:
    told = deal.state.pilot.told
    return (told,) if told is not None else ()


def _track_words(deal: Deal, track: KnownTrack) -> str:
    as_of = deal.state.as_of
    whom = f" with {track.counterpart}" if track.counterpart else ""
    paper = {True: "their paper", False: "our paper", None: ""}[track.theirs]
    pages = f"{track.pages} pages" if track.pages else ""
    facts = "".join(f", {fact}" for fact in (paper, pages) if fact)
    open_clause = track.clause or track.evidence
    words = open_clause.quote.partition("=")[2] if by_hand(open_clause) else cited(open_clause, as_of)
    days = counted((as_of - track.since).days, "day")
    return f"slowest {track.kind.words}, {days}{whom}{facts}: {words}"


def _counsel(deal: Deal) -> Iterator[str]:
    """Prompt for the General Counsel where nobody of the law was heard by the second month."""
    state = deal.state
    month = months_in(state.first_heard, state.as_of) if state.first_heard else 0
    there = [each for each in state.people if each.function is Function.LEGAL and each.side is Side.BUYER]
    if month >= _COUNSEL_BY_MONTH and not any(each.last_heard and each.gone is None for each in there):
        yield f"General Counsel not heard by month {month}: ask for them"


def _blocker(deal: Deal, topics: frozenset[ConcernTopic]) -> Concern | None:
    return next((each for each in deal.state.open_concerns if each.blocking and each.topic in topics), None)


def _blocker_json(concern: Concern | None) -> Json:
    if concern is None:
        return None
    return {"holder": concern.holder, "topic": concern.topic.value, "evidence": evidence_json(concern.evidence)}


def _track_json(track: KnownTrack) -> dict[str, Json]:
    return {
        "name": track.kind.value,
        "state": track.state.value,
        "since": track.since.isoformat(),
        "last_movement": track.moved_on.isoformat(),
        "counterpart": track.counterpart,
        "template": {True: "theirs", False: "ours", None: None}[track.theirs],
        "pages": track.pages,
        "open_clause": track.clause.quote if track.clause else None,
        "evidence": evidence_json(track.evidence),
    }
