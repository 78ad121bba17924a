"""Which clauses tell a fact that changes the account or the path of the deal."""

import re
from collections.abc import Sequence

from dealbot.domain.evidence import Span
from dealbot.domain.observation import SignalStatement
from dealbot.domain.signal import SignalKind
from dealbot.reading.judged import Judged
from dealbot.reading.lexicon import signals as lexicon

_LIKELY = 0.4
_CUED = 0.08
_MAX_DETAIL = 80
_CHANGES = frozenset({SignalKind.CHAMPION_LOST, SignalKind.LEADERSHIP_CHANGE})


def signals_of(judged: Sequence[Judged]) -> list[SignalStatement]:
    """Find the signals of a note, one per fact: a kind is told once per sentence."""
    found: dict[tuple[SignalKind, tuple[int, int]], tuple[float, SignalStatement]] = {}
    for item in judged:
        if item.outside or item.view or item.text.rstrip(' "”').endswith("?"):
            continue
        for kind, share in _kinds(item):
            key = (kind, item.clause.sentence)
            if key not in found or share > found[key][0]:
                found[key] = (share, SignalStatement(kind, _detail(kind, item.span), item.span, item.said_by))
    return [signal for _, signal in found.values()]


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
