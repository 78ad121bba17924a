"""Which clauses tell of a concern, whose it is, on what, and how far it has come."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.observation import ConcernStatement
from dealbot.domain.stakeholder import Side
from dealbot.reading.judged import Judged
from dealbot.reading.lexicon import concerns as lexicon

_LIKELY = 0.35
_CUED = 0.01
_SURE = 0.35
_BLOCKING = 0.5
_REFUSED = 0.01
_MAYBE = 0.25

_Found = tuple[float, ConcernStatement]


def concerns_of(judged: Sequence[Judged]) -> list[ConcernStatement]:
    """Find the concerns of a note: one per holder and topic, the most decisive words first."""
    best: dict[tuple[str | None, ConcernTopic], _Found] = {}
    for item in judged:
        for found in _found(item):
            concern = _about_earlier(found[1], list(best))
            key = (concern.holder, concern.topic)
            kept = best.get(key)
            best[key] = (found[0], concern) if kept is None else _merged(kept, (found[0], concern))
    return [concern for _, concern in best.values()]


def leans(status: ConcernStatus, text: str) -> bool:
    """Whether words answer or settle something without naming it."""
    return status is not ConcernStatus.RAISED and not any(pattern.search(text) for _, pattern in lexicon.TOPICS)


def _about_earlier(concern: ConcernStatement, earlier: Sequence[tuple[str | None, ConcernTopic]]) -> ConcernStatement:
    """What names no matter is of the one worry that the holder has told."""
    topics = [topic for holder, topic in earlier if holder == concern.holder]
    return replace(concern, topic=topics[0]) if concern.leans and len(topics) == 1 else concern


def _merged(kept: _Found, found: _Found) -> _Found:
    """The later word on a concern tells its status; a refusal anywhere blocks; else the surer words stand."""
    settled = found[1].status is not kept[1].status and found[1].status is not ConcernStatus.RAISED
    if settled or (found[1].blocking and not kept[1].blocking):
        return found
    return kept if kept[0] >= found[0] else found


def _found(item: Judged) -> Iterator[_Found]:
    if item.outside or item.view or item.ours or item.asked_by_author or lexicon.NONE.search(item.text):
        return
    said = item.said
    least = _REFUSED if lexicon.BLOCKING.search(item.text) else _CUED if item.worried else _LIKELY
    likeliest = max(said.which, key=lambda topic: said.which[topic], default=None)
    for topic, share in said.topics.items():
        if share > _SURE or (topic is likeliest and said.concern > least):
            yield max(share, said.concern), _statement(item, topic)


def _statement(item: Judged, topic: ConcernTopic) -> ConcernStatement:
    status = _status(item)
    refused = lexicon.BLOCKING.search(item.text) is not None
    return ConcernStatement(
        holder=_holder(item),
        topic=topic,
        status=status,
        blocking=status is ConcernStatus.RAISED and item.said.blocking > (_REFUSED if refused else _BLOCKING),
        span=item.span,
        said_by=item.said_by,
        leans=leans(status, item.text),
    )


def _status(item: Judged) -> ConcernStatus:
    if item.settled:
        return ConcernStatus.RESOLVED
    shares = item.said.status
    for status, pattern in ((ConcernStatus.RESOLVED, lexicon.RESOLVED), (ConcernStatus.ADDRESSED, lexicon.ADDRESSED)):
        if pattern.search(item.text) and shares.get(status, 0.0) > _MAYBE:
            return status
    return max(shares, key=lambda status: shares[status], default=ConcernStatus.RAISED)


def _holder(item: Judged) -> str | None:
    if item.holder is not None and item.holder.side is Side.BUYER:
        return item.holder.label
    speaker = item.about.speaker
    if speaker is not None and speaker.side is Side.BUYER:
        return speaker.label
    body = lexicon.BODY.search(item.text)
    return re.sub(r"^(?:the|their)\s+", "", body.group(1), flags=re.IGNORECASE) if body else None
