"""How the account is: money, growth, closures, news, priorities, each with its day; and how to position."""

from dealbot.app.answer import Answer, Deal, Json, each_once, evidence_json
from dealbot.app.question import Question
from dealbot.app.wording import by_hand, cited, day, fitted, opening
from dealbot.domain.health import Direction, HealthFact, HealthTopic

_TOPICS = {
    HealthTopic.MARGIN: "Margin",
    HealthTopic.DEBT: "Debt",
    HealthTopic.DAYS_CASH: "Days cash",
    HealthTopic.GROWTH: "Growth",
    HealthTopic.CLOSURES: "Closures",
    HealthTopic.NEWS: "News",
    HealthTopic.PRIORITY: "Priority",
    HealthTopic.MARKET_SHARE: "Market share",
}
# What has to be known to say whether a house is stable; the rest is told where it was heard.
_ASKED = (HealthTopic.MARGIN, HealthTopic.DEBT, HealthTopic.DAYS_CASH, HealthTopic.GROWTH, HealthTopic.CLOSURES)
# General advice from the field's interviews on long hospital deals, marked as general wherever it is shown.
_POSITIONS = {
    (
        True,
        False,
    ): "money is tight: lead with savings within their budget year, start small, let payments follow results",
    (False, True): "they grow: show that it carries new sites, and who else did it at that size",
    (True, True): "tight and growing at once: tie the savings to what the growth costs them",
}


def account_health(question: Question, deal: Deal) -> Answer:
    """Say what is known of the account's health, what is old, what nobody knows, and how to position."""
    facts, as_of = deal.state.health, deal.state.as_of
    known = {fact.topic for fact in facts}
    unknown = [topic for topic in _ASKED if topic not in known]
    data: dict[str, Json] = {
        "facts": [_json(deal, fact) for fact in facts],
        "unknown": [topic.value for topic in unknown],
        "position": _position(deal) or None,
    }
    if not facts:
        text = f"The health of {deal.name}: nothing known of {_named(unknown)}."
        return Answer(question.intent, answered=False, text=text, data=data)
    lines = [f"• {_line(deal, fact)}" for fact in facts]
    tail = [f"Not known: {_named(unknown)}" if unknown else "", _advice(deal)]
    text = fitted([f"{deal.name}, the account, {day(as_of, as_of)}"], lines, tail)
    return Answer(question.intent, answered=True, text=text, data=data, sources=each_once(f.evidence for f in facts))


def _line(deal: Deal, fact: HealthFact) -> str:
    as_of = deal.state.as_of
    old = ", over a year old" if fact.stale(as_of) else ""
    if by_hand(fact.evidence):
        of = f"as of {day(fact.on, as_of)}, " if fact.on != fact.evidence.on else ""
        return f"{_TOPICS[fact.topic]}: {opening(fact.text)} ({of}{cited(fact.evidence, as_of)}{old})"
    return f"{_TOPICS[fact.topic]}: {cited(fact.evidence, as_of)}{old}"


def _advice(deal: Deal) -> str:
    told = _position(deal)
    return f"General advice: {told}." if told else ""


def _position(deal: Deal) -> str:
    """By what is not old; where it points nowhere, nothing is advised."""
    found = {fact.direction for fact in deal.state.health if not fact.stale(deal.state.as_of)}
    leaning = (Direction.STRAINED in found, Direction.GROWING in found)
    priorities = [fact for fact in deal.state.health if fact.topic is HealthTopic.PRIORITY]
    told = _POSITIONS.get(leaning, "")
    to = f"tie it to their priority, {opening(priorities[0].text)}" if priorities else ""
    return "; ".join(part for part in (told, to) if part)


def _named(topics: list[HealthTopic]) -> str:
    return ", ".join(_TOPICS[topic].casefold() for topic in topics)


def _json(deal: Deal, fact: HealthFact) -> dict[str, Json]:
    return {
        "topic": fact.topic.value,
        "text": fact.text,
        "on": fact.on.isoformat(),
        "stale": fact.stale(deal.state.as_of),
        "direction": fact.direction.value if fact.direction else None,
        "evidence": evidence_json(fact.evidence),
    }
