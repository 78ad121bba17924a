"""What to bring to a quarterly business review: what we know of the account, what to ask, what is open between us."""

import re
from collections.abc import Iterator

from dealbot.app.answer import Answer, Deal, Json, each_once, evidence_json
from dealbot.app.answers.facts import promises, worries_of
from dealbot.app.answers.moves import in_words, moves
from dealbot.app.answers.next_steps import step_line
from dealbot.app.answers.review import as_reviewed
from dealbot.app.question import Question
from dealbot.app.wording import cited, counted, fitted, standing_words
from dealbot.domain.deal import Signal
from dealbot.domain.evidence import Evidence
from dealbot.domain.signal import SignalKind

_ASKED = re.compile(r"\bqbrs?\b|\b(?:quarterly )?business reviews?\b", re.IGNORECASE)
# What is told of an account, and what to ask where it is not.
_SECTIONS: tuple[tuple[str, frozenset[SignalKind], str], ...] = (
    (
        "Reimbursement",
        frozenset({SignalKind.EXPOSURE, SignalKind.POLICY_CHANGE}),
        "fee-for-service or value-based, payer mix, risk contracts?",
    ),
    (
        "Money",
        frozenset({SignalKind.FINANCIAL_STRESS, SignalKind.BUDGET_CHANGE}),
        "growing or cutting, and what comes first?",
    ),
    ("EHR", frozenset({SignalKind.EHR}), "which, and which version?"),
    ("Competition", frozenset({SignalKind.COMPETITOR}), "whom else do they look at?"),
)


def asks_for_business_review(question: Question) -> bool:
    """Whether the meeting to be prepared is a quarterly business review."""
    return _ASKED.search(question.text) is not None


def business_review(question: Question, deal: Deal) -> Answer:
    """Prepare a business review, also of an account of which there is hardly a deal yet."""
    head = f"{deal.name}, business review · {standing_words(deal.alignment.standing)}"
    lines = [_line(deal, *section) for section in _SECTIONS]
    text = fitted([head], lines, [*_between_us(deal)])
    sources = each_once(_sources(deal))
    data = {"account": [_json(deal, *section) for section in _SECTIONS], **_open(deal)}
    return Answer(question.intent, answered=bool(sources), text=text, data=data, sources=sources)


def _latest(deal: Deal, kinds: frozenset[SignalKind]) -> Signal | None:
    found = [signal for signal in deal.state.signals if signal.kind in kinds]
    return max(found, key=lambda signal: (signal.evidence.on, signal.evidence.span.start), default=None)


def _line(deal: Deal, name: str, kinds: frozenset[SignalKind], ask: str) -> str:
    signal = _latest(deal, kinds)
    return f"{name}: {cited(signal.evidence, deal.state.as_of)}" if signal else f"{name}: nothing told; ask: {ask}"


def _json(deal: Deal, name: str, kinds: frozenset[SignalKind], ask: str) -> dict[str, Json]:
    signal = _latest(deal, kinds)
    known: Json = {"detail": signal.detail, "evidence": evidence_json(signal.evidence)} if signal else None
    return {"section": name, "known": known, "ask": None if signal else ask}


def _between_us(deal: Deal) -> Iterator[str]:
    moved = moves(as_reviewed(deal), deal)
    if moved:
        yield f"Moved: {in_words(moved)}"
    worries = deal.state.open_concerns
    if worries:
        yield f"{counted(len(worries), 'open worry', 'open worries')}, first {worries[0].topic.words}"
    if deal.state.open_steps:
        yield f"Next: {step_line(deal, deal.state.open_steps[0])}"


def _open(deal: Deal) -> dict[str, Json]:
    return {**worries_of(deal.state.open_concerns), **promises(deal.state.open_steps)}


def _sources(deal: Deal) -> Iterator[Evidence]:
    found = (_latest(deal, kinds) for _, kinds, _ in _SECTIONS)
    yield from (signal.evidence for signal in found if signal is not None)
    yield from (concern.evidence for concern in deal.state.open_concerns)
    yield from (step.evidence for step in deal.state.open_steps)
    yield from (person.evidence for person in deal.state.committee)
