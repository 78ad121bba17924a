"""Which clauses tell of a concern, whose it is, on what, and how far it has come."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.observation import ConcernStatement
from dealbot.domain.stakeholder import Side
from dealbot.reading.judged import Judged
from dealbot.reading.lexicon import concerns as lexicon

_LIKELY = 0.55
_SURELY = 0.05
_NEAR = 0.4


def concerns_of(judged: Sequence[Judged]) -> list[ConcernStatement]:
    """Find the concerns of a note: one per holder and topic, the most decisive words first."""
    best: dict[tuple[str | None, ConcernTopic], tuple[float, ConcernStatement]] = {}
    for item in judged:
        found = _concern(item)
        if found is None:
            continue
        found = (found[0], _about_earlier(found[1], item, list(best)))
        concern = found[1]
        key = (concern.holder, concern.topic)
        kept = best.get(key)
        if kept is None:
            best[key] = found
        else:
            best[key] = _merged(kept, found)
    return [concern for _, concern in best.values()]


def _about_earlier(
    concern: ConcernStatement, item: Judged, earlier: Sequence[tuple[str | None, ConcernTopic]]
) -> ConcernStatement:
    """Words that settle something without naming it settle the one worry the holder has told."""
    topics = [topic for holder, topic in earlier if holder == concern.holder]
    named = any(pattern.search(item.text) for _, pattern in lexicon.TOPICS)
    return concern if concern.status.open or named or len(topics) != 1 else replace(concern, topic=topics[0])


def _merged(
    kept: tuple[float, ConcernStatement], found: tuple[float, ConcernStatement]
) -> tuple[float, ConcernStatement]:
    """The later word on a concern tells its status; a refusal anywhere blocks; else the surer words stand."""
    settled = found[1].status is not kept[1].status and found[1].status is not ConcernStatus.RAISED
    if settled or (found[1].blocking and not kept[1].blocking):
        return found
    return kept if kept[0] >= found[0] else found


def _concern(item: Judged) -> tuple[float, ConcernStatement] | None:
    if item.outside or item.view or item.ours or lexicon.NONE.search(item.text):
        return None
    share = item.guess["concern"].of("yes")
    blocking = lexicon.BLOCKING.search(item.text) is not None
    cued = blocking or any(pattern.search(item.text) for _, pattern in lexicon.TOPICS)
    plain = item.settled or (item.worried and cued)
    if not plain and share < (_SURELY if blocking else _LIKELY if cued else _LIKELY + 0.1):
        return None
    if _asks_only(item) and (item.asked_by_author or share < 0.85):
        return None
    status = _status(item)
    statement = ConcernStatement(
        holder=_holder(item),
        topic=_topic(item),
        status=status,
        blocking=status is ConcernStatus.RAISED and (blocking or item.guess["blocking"].of("yes") > 0.8),
        span=item.span,
        said_by=item.said_by,
    )
    return share, statement


def _asks_only(item: Judged) -> bool:
    return lexicon.NEUTRAL_QUESTION.search(item.text) is not None or (
        item.text.rstrip().endswith("?") and item.about.speaker is None
    )


def _topic(item: Judged) -> ConcernTopic:
    guess = item.guess["topic"]
    cued = [topic for topic, pattern in lexicon.TOPICS if pattern.search(item.text)]
    scores = {topic: guess.of(topic.value) + (_NEAR if topic in cued else 0.0) for topic in ConcernTopic}
    return max(scores, key=lambda topic: scores[topic])


def _status(item: Judged) -> ConcernStatus:
    if item.settled:
        return ConcernStatus.RESOLVED
    if item.worried:
        return ConcernStatus.RAISED
    guess = item.guess["status"]
    if lexicon.RESOLVED.search(item.text) and guess.of("resolved") > 0.2:
        return ConcernStatus.RESOLVED
    if lexicon.ADDRESSED.search(item.text) and guess.of("addressed") > 0.2:
        return ConcernStatus.ADDRESSED
    return ConcernStatus(guess.best) if max(guess.shares) > 0.6 else ConcernStatus.RAISED


def _holder(item: Judged) -> str | None:
    if item.subject is not None:
        return item.subject.label
    speaker = item.about.speaker
    if speaker is not None and speaker.side is Side.BUYER:
        return speaker.label
    body = lexicon.BODY.search(item.text)
    return re.sub(r"^(?:the|their)\s+", "", body.group(1), flags=re.IGNORECASE) if body else None
