"""Whom we are up against, and whether the account gains or loses its own market."""

from dealbot.app.answer import Answer, Deal, Json, each_once, evidence_json
from dealbot.app.question import Question
from dealbot.app.wording import by_hand, cited, fitted, opening
from dealbot.domain.health import Direction, HealthFact, HealthTopic
from dealbot.domain.signal import SignalKind

_SHARES = {Direction.GROWING: "gaining", Direction.STRAINED: "losing"}


def competition(question: Question, deal: Deal) -> Answer:
    """Say which rivals the notes tell of, the latest word on each first, and what is known of their market share."""
    rivals = [signal for signal in deal.state.signals if signal.kind is SignalKind.COMPETITOR]
    latest = {
        each.detail.casefold(): each for each in sorted(rivals, key=lambda s: (s.evidence.on, s.evidence.span.start))
    }
    told = sorted(latest.values(), key=lambda each: each.evidence.on, reverse=True)
    share = next((fact for fact in deal.state.health if fact.topic is HealthTopic.MARKET_SHARE), None)
    data: dict[str, Json] = {
        "competitors": [{"name": each.detail, "evidence": evidence_json(each.evidence)} for each in told],
        "market_share": _share_json(deal, share),
    }
    if not told and share is None:
        text = f"Competitors at {deal.name}: the notes tell nothing yet. Their market share: not known."
        return Answer(question.intent, answered=False, text=text, data=data)
    as_of = deal.state.as_of
    lines = [f"• {each.detail}: {cited(each.evidence, as_of)}" for each in told] or ["• No rival named yet"]
    text = fitted([f"Competition at {deal.name}"], lines, [_share(deal, share)])
    evidence = [*(each.evidence for each in told), *([share.evidence] if share else [])]
    return Answer(question.intent, answered=True, text=text, data=data, sources=each_once(evidence))


def _share(deal: Deal, fact: HealthFact | None) -> str:
    if fact is None:
        return "Their market share: not known"
    as_of = deal.state.as_of
    way = f"{_SHARES[fact.direction]}, " if fact.direction else ""
    words = (
        f"{opening(fact.text)} ({cited(fact.evidence, as_of)})"
        if by_hand(fact.evidence)
        else cited(fact.evidence, as_of)
    )
    return f"Their market share: {way}{words}{', over a year old' if fact.stale(as_of) else ''}"


def _share_json(deal: Deal, fact: HealthFact | None) -> dict[str, Json] | None:
    if fact is None:
        return None
    way = _SHARES[fact.direction] if fact.direction else None
    stale = fact.stale(deal.state.as_of)
    return {"text": fact.text, "direction": way, "stale": stale, "evidence": evidence_json(fact.evidence)}
