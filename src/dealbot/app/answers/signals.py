"""What the notes tell of the account, in words and as data."""

from dealbot.app.answer import Deal, Json, evidence_json
from dealbot.app.wording import cited
from dealbot.domain.deal import Signal


def signal_line(deal: Deal, signal: Signal) -> str:
    """One signal with its words."""
    words = cited(signal.evidence, deal.state.as_of)
    detail = signal.detail.strip()
    return words if detail.casefold() in signal.evidence.quote.casefold() else f"{detail}: {words}"


def signal_json(signal: Signal) -> dict[str, Json]:
    """One signal as data."""
    return {"kind": signal.kind.value, "detail": signal.detail, "evidence": evidence_json(signal.evidence)}
