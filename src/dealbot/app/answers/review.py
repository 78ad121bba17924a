"""The review of a deal: what was decided last time, whether it is on track, what changed, what to do otherwise."""

from dataclasses import dataclass
from datetime import date, timedelta

from dealbot.app.answer import Answer, Deal, Json, each_once, evidence_json
from dealbot.app.answers.about import deciding
from dealbot.app.answers.adjusting import Adjustment, adjustments
from dealbot.app.answers.facts import worries_of
from dealbot.app.card import LINE, short, told_changes
from dealbot.app.looking_back import first_day_told
from dealbot.app.question import Question
from dealbot.app.wording import ago, cited, counted, day, first_name, fitted, listed, standing_words
from dealbot.domain.alignment import Standing
from dealbot.domain.changes import Change, ChangeKind, changes_between
from dealbot.domain.contradictions import Contradiction, contradictions
from dealbot.domain.evidence import Evidence
from dealbot.domain.review import Review, days_overdue, last_before, next_review

_MOST = 3
_SHORT = 60
_DAY = timedelta(days=1)
_JUDGING = frozenset({ChangeKind.STANCE, ChangeKind.GONE, ChangeKind.CONCERN, ChangeKind.BLOCKING, ChangeKind.ROLE})
_TRACK = {Standing.ON_TRACK: "yes", Standing.TOO_LITTLE_HEARD: "cannot tell"}


@dataclass(frozen=True, slots=True)
class _Looked:
    """A deal beside what it was; `last` is the review before this one, `since` the first day looked at."""

    deal: Deal
    before: Deal
    last: Review | None
    since: date | None
    changes: tuple[Change, ...]
    adjust: tuple[Adjustment, ...]

    @classmethod
    def of(cls, deal: Deal, before: Deal, last: Review | None, since: date | None) -> "_Looked":
        """Work out what changed and what it asks for."""
        changes = changes_between(before.state, deal.state)
        return cls(deal, before, last, since, changes, adjustments(before, deal))


def review(question: Question, deal: Deal) -> Answer:
    """Say whether the deal is on track, what changed since a day or the last review, and what to adjust."""
    if not (deal.state.people or deal.state.concerns or deal.state.steps or deal.state.signals):
        text = f"Nothing heard of {deal.name} yet, so there is nothing to review."
        return Answer(question.intent, answered=False, text=text, data=worries_of(()))
    looked = _look(question, deal)
    lines = [_line(looked, line, group) for line, group in told_changes(looked.changes, deal.state)]
    head = [_head(looked), _decided(looked), _track(deal), "" if lines else "Nothing changed."]
    text = fitted(head, lines, [_adjust(looked), *_unsettled(deal), _next(looked)])
    return Answer(question.intent, answered=True, text=text, data=_data(looked), sources=_sources(looked))


def _look(question: Question, deal: Deal) -> _Looked:
    """Since the day that is asked for; else since the last review, which did not know what we learnt later."""
    as_of = deal.state.as_of
    last = last_before(deal.state.reviews, as_of)
    since = first_day_told(question.since, as_of)
    if since is not None:
        return _Looked.of(deal, deal.before(since - _DAY), last, since)
    if last is not None:
        return _Looked.of(deal, deal.before(last.on, last.at), last, last.on)
    first = deal.state.first_heard
    return _Looked.of(deal, deal.before((first or as_of) - _DAY), None, first)


def as_reviewed(deal: Deal) -> Deal:
    """The deal as the last review saw it; where none was held, as it was when one should have been."""
    state = deal.state
    last = last_before(state.reviews, state.as_of)
    if last is not None:
        return deal.before(last.on, last.at)
    return deal.before(state.as_of - timedelta(days=state.rhythm.longest))


def _head(looked: _Looked) -> str:
    deal, as_of = looked.deal, looked.deal.state.as_of
    now, was = deal.alignment.standing, looked.before.alignment.standing
    heard = looked.before.state.first_heard is not None
    parts = [deal.name, standing_words(now) + (f", was {standing_words(was).lower()}" if heard and was != now else "")]
    if looked.last is not None and looked.since == looked.last.on:
        parts.append(f"last review {day(looked.last.on, as_of)}, {ago((as_of - looked.last.on).days)}")
    elif looked.since is not None:
        first = "first review, " if looked.last is None and not heard else ""
        parts.append(f"{first}since {day(looked.since, as_of)}")
    return " · ".join(parts)


def _decided(looked: _Looked) -> str:
    last = looked.last
    if last is None or not last.decisions:
        return ""
    decided = listed([short(decision.text, _SHORT) for decision in last.decisions], _MOST)
    return f"Decided {day(last.on, looked.deal.state.as_of)}: {decided}"


def _track(deal: Deal) -> str:
    track = _TRACK.get(deal.alignment.standing, "no")
    return f"On track? {track[0].upper()}{track[1:]}: {'; '.join(deal.alignment.reasons[:2])}"


def _line(looked: _Looked, line: str, group: tuple[Change, ...]) -> str:
    """What changed about one person or thing, with the words that tell it."""
    told = next((change.evidence for change in group if change.evidence is not None), None)
    text = f"• {short(line, LINE)}"  # a promise or a signal tells its own words
    return f"{text}, {cited(told, looked.deal.state.as_of)}" if told and group[0].what in _JUDGING else text


def _adjust(looked: _Looked) -> str:
    found = [each.text for each in looked.adjust]
    return f"Adjust: {listed(found, _MOST)}" if found else "Adjust? Nothing got worse, nothing lies about."


def _unsettled(deal: Deal) -> list[str]:
    """Two readings of one call are for the AE to settle, by a plain reply."""
    return [f"For the AE to settle: {_readings(deal, each)}" for each in contradictions(deal.state)[:1]]


def _readings(deal: Deal, found: Contradiction) -> str:
    about = f"{found.about or 'nobody'}'s {found.topic.words} worry" if found.topic else found.about
    told = " or ".join(f"{value} ({first_name(evidence.author)})" for value, evidence in found.readings)
    return f"{about}, {told}, {day(found.readings[0][1].on, deal.state.as_of)}"


def _next(looked: _Looked) -> str:
    state = looked.deal.state
    last = reviewed_on(looked.deal)
    if last is None:
        return ""
    late = days_overdue(last, state.rhythm, state.as_of)
    due = next_review(last, state.rhythm)
    if late:
        return f"Review overdue by {counted(late, 'day')}"
    return f"{'Next review by' if due >= state.as_of else 'Review due since'} {day(due, state.as_of)}"


def reviewed_on(deal: Deal) -> date | None:
    """When the deal was last reviewed, or first heard of where it never was."""
    return max((review.on for review in deal.state.reviews), default=deal.state.first_heard)


def _data(looked: _Looked) -> dict[str, Json]:
    state, last = looked.deal.state, looked.last
    on = reviewed_on(looked.deal)
    return {
        "standing": looked.deal.alignment.standing.value,
        "was": looked.before.alignment.standing.value,
        "since": looked.since.isoformat() if looked.since else None,
        "last_review": last.on.isoformat() if last else None,
        "decisions": [_decision(each.text, each.evidence) for each in (last.decisions if last else ())],
        "changes": [change_json(change) for change in looked.changes],
        "adjust": [each.text for each in looked.adjust],
        "contradictions": [_contradiction(each) for each in contradictions(state)],
        "next_review": next_review(on, state.rhythm).isoformat() if on else None,
        "overdue_days": days_overdue(on, state.rhythm, state.as_of) if on else 0,
    }


def _decision(text: str, evidence: Evidence) -> Json:
    return {"decision": text, "by": evidence.author, "on": evidence.on.isoformat()}


def change_json(change: Change) -> dict[str, Json]:
    """One change in the shape of the contract."""
    evidence = evidence_json(change.evidence) if change.evidence else None
    return {
        "what": change.what.value,
        "who": change.who,
        "from": change.before,
        "to": change.after,
        "evidence": evidence,
    }


def _contradiction(found: Contradiction) -> Json:
    readings: Json = [{"reading": value, "evidence": evidence_json(evidence)} for value, evidence in found.readings]
    return {"about": found.about, "topic": found.topic.value if found.topic else None, "readings": readings}


def _sources(looked: _Looked) -> tuple[Evidence, ...]:
    """The words of everything said; where nothing changed, of where the people stand."""
    deal = looked.deal
    decided = [each.evidence for each in (looked.last.decisions if looked.last else ())]
    changed = [change.evidence for change in looked.changes if change.evidence]
    adjusted = [evidence for each in looked.adjust for evidence in each.evidence]
    differing = [evidence for each in contradictions(deal.state) for _, evidence in each.readings]
    stand = [deciding(deal, person) for person in (*deal.alignment.to_convince, *deal.alignment.aligned)]
    every = (*decided, *changed, *adjusted, *differing, *stand)
    return each_once(every or (signal.evidence for signal in deal.state.signals))
