"""What the notes tell of the account: money, competitors, exposure."""

from collections.abc import Mapping

from dealbot.app.answer import Answer, Deal, Json, each_once, evidence_json
from dealbot.app.question import Intent, Question
from dealbot.app.wording import cited, fitted
from dealbot.domain.deal import Signal
from dealbot.domain.signal import SignalKind

TOLD: Mapping[Intent, tuple[str, frozenset[SignalKind]]] = {}


def told(question: Question, deal: Deal) -> Answer:
    """Say what the notes tell about it, the latest first; nothing is concluded from it."""
    what, kinds = TOLD[question.intent]
    found = [signal for signal in deal.state.signals if signal.kind in kinds]
    latest = sorted(found, key=lambda signal: (signal.evidence.on, signal.evidence.span.start), reverse=True)
    data: dict[str, Json] = {"signals": [signal_json(signal) for signal in latest]}
    if not latest:
        text = f"{what} at {deal.name}: the notes tell nothing yet."
        return Answer(question.intent, answered=False, text=text, data=data)
    lines = [f"• {signal_line(deal, signal)}" for signal in latest]
    text = fitted([f"{what} at {deal.name}, as the notes have it, the latest first:"], lines)
    return Answer(question.intent, answered=True, text=text, data=data, sources=each_once(s.evidence for s in latest))


def signal_line(deal: Deal, signal: Signal) -> str:
    """One signal with its words."""
    words = cited(signal.evidence, deal.state.as_of)
    detail = signal.detail.strip()
    return words if detail.casefold() in signal.evidence.quote.casefold() else f"{detail}: {words}"


def signal_json(signal: Signal) -> dict[str, Json]:
    """One signal as data."""
    return {"kind": signal.kind.value, "detail": signal.detail, "evidence": evidence_json(signal.evidence)}
