"""What is known of an account's exposure to reimbursement, and what still has to be asked; nothing is concluded."""

from dealbot.app.answer import Answer, Deal, Json, each_once, evidence_json
from dealbot.app.question import Question
from dealbot.app.wording import cited, fitted
from dealbot.domain.exposure import ExposurePart, exposure_known
from dealbot.domain.signal import SignalKind

_PARTS = {
    ExposurePart.PAYMENT_MODEL: "Fee-for-service or value-based",
    ExposurePart.PAYER_MIX: "Payer mix",
    ExposurePart.RISK_CONTRACTS: "Risk contracts",
    ExposurePart.SELF_INSURED: "Self-insured",
}


def exposure(question: Question, deal: Deal) -> Answer:
    """Say what the notes tell of each part of the exposure, and name the parts that nobody knows."""
    as_of, known = deal.state.as_of, exposure_known(deal.state.signals)
    rules = [signal for signal in deal.state.signals if signal.kind is SignalKind.POLICY_CHANGE]
    rules.sort(key=lambda signal: (signal.evidence.on, signal.evidence.span.start), reverse=True)
    unknown = [part for part in ExposurePart if part not in known]
    data: dict[str, Json] = {
        "known": {part.value: evidence_json(signal.evidence) for part, signal in known.items()},
        "unknown": [part.value for part in unknown],
        "policies": [evidence_json(signal.evidence) for signal in rules],
    }
    asks = f"Not known, ask: {', '.join(_PARTS[part].casefold() for part in unknown)}" if unknown else ""
    if not known and not rules:
        text = f"Exposure to reimbursement at {deal.name}: the notes tell nothing yet. {asks}."
        return Answer(question.intent, answered=False, text=text, data=data)
    lines = [f"• {_PARTS[part]}: {cited(signal.evidence, as_of)}" for part, signal in known.items()]
    lines += [f"• A rule they speak of: {cited(signal.evidence, as_of)}" for signal in rules]
    text = fitted([f"Exposure to reimbursement at {deal.name}"], lines, [asks])
    evidence = each_once(signal.evidence for signal in (*known.values(), *rules))
    return Answer(question.intent, answered=True, text=text, data=data, sources=evidence)
