"""Which clauses tell a fact that changes the account or the path of the deal."""

import re
from collections.abc import Sequence

from dealbot.domain.evidence import Span
from dealbot.domain.exposures.told import values_in
from dealbot.domain.observation import SignalStatement
from dealbot.domain.signal import SignalKind
from dealbot.reading.judged import Judged
from dealbot.reading.lexicon import signals as lexicon

_LIKELY = 0.4
_CUED = 0.08
_MAX_DETAIL = 80
_CHANGES = frozenset({SignalKind.CHAMPION_LOST, SignalKind.LEADERSHIP_CHANGE})


def signals_of(judged: Sequence[Judged], note: str) -> list[SignalStatement]:
    """Find the signals of a note, one per fact: a kind is told once per sentence."""
    found: dict[tuple[SignalKind, tuple[int, int]], tuple[float, SignalStatement]] = {}
    for item in judged:
        if item.outside or item.view or item.text.rstrip(' "”').endswith("?"):
            continue
        for kind, share in _kinds(item):
            key = (kind, item.clause.sentence)
            if key not in found or share > found[key][0]:
                found[key] = (share, SignalStatement(kind, _detail(kind, item.span), item.span, item.said_by))
    told = {key: signal for key, (_, signal) in found.items()}
    for sentence, item in _sentences(judged).items():
        key = (SignalKind.EXPOSURE, sentence)
        exposed = _exposure(note, item, told.get(key))
        told |= {key: exposed} if exposed is not None else {}
    return list(told.values())


def _sentences(judged: Sequence[Judged]) -> dict[tuple[int, int], Judged]:
    """The sentences that are wholly about the account as the note tells it, each by its first clause."""
    elsewhere = {item.clause.sentence for item in judged if item.outside or item.view}
    first = {item.clause.sentence: item for item in reversed(judged)}
    return {sentence: first[sentence] for sentence in reversed(first) if sentence not in elsewhere}


def _exposure(note: str, item: Judged, found: SignalStatement | None) -> SignalStatement | None:
    """The whole sentence where it tells more of what they are paid by than the clause that was found in it."""
    start, end = item.clause.sentence
    values = values_in(note[start:end])
    if not values or (found is not None and values_in(found.span.quote) == values):
        return None
    span = Span(note[start:end], start, end)
    return SignalStatement(SignalKind.EXPOSURE, _detail(SignalKind.EXPOSURE, span), span, item.said_by)


def _kinds(item: Judged) -> list[tuple[SignalKind, float]]:
    cued = {kind for kind, pattern in lexicon.KINDS if pattern.search(item.text)}
    ruled = [(kind, share) for kind, share in item.said.signals.items() if share > (_CUED if kind in cued else _LIKELY)]
    if lexicon.STAYS.search(item.text):
        ruled = [pair for pair in ruled if pair[0] is not SignalKind.CHAMPION_LOST]
    changes = [pair for pair in ruled if pair[0] in _CHANGES]
    if len(changes) == len(_CHANGES):
        ruled.remove(min(changes, key=lambda pair: pair[1]))
    return ruled


def _detail(kind: SignalKind, span: Span) -> str:
    if kind is SignalKind.EHR:
        vendor = re.search(lexicon.EHR, span.quote, re.IGNORECASE)
        if vendor is not None:
            return vendor.group()
    words = span.quote.strip()
    return words if len(words) <= _MAX_DETAIL else words[:_MAX_DETAIL].rsplit(" ", 1)[0]
