"""Changes of the organisation, from the signals of notes."""

import re
from collections.abc import Iterable

from dealbot.domain.deal import Signal
from dealbot.domain.force import told
from dealbot.domain.org_change import OrgChange, OrgChangeKind
from dealbot.domain.signal import SignalKind

_KINDS = tuple(
    (kind, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for kind, words in (
        (OrgChangeKind.CLOSURE, r"clos(?:es?|ed|ing|ures?)\b|shut(?:s|ting)? (?:down|its|the)|wind(?:s|ing)? down"),
        (
            OrgChangeKind.MERGER,
            r"merg(?:es?|ed|ing|ers?)\b|acqui(?:res?|red|ring|sition)\b|affiliat\w+|bought by|takeover",
        ),
        (OrgChangeKind.LAYOFFS, r"lay(?:s|ing)?[- ]?offs?\b|laid off|job cuts|redundanc\w+|reduction in force"),
        (OrgChangeKind.RESTRUCTURING, r"restructur\w+|re-?organi[sz]\w+|reorg\b|consolidat\w+|spin(?:s|ning)? off"),
    )
)
_HELD = re.compile(r"\b(?:on hold|paused|frozen|suspended|everything stops)\b", re.IGNORECASE)


def org_changes(signals: Iterable[Signal]) -> tuple[OrgChange, ...]:
    """Tell every change of the organisation that notes tell of, in the order of the notes."""
    told_of = (signal.evidence for signal in signals if signal.kind is SignalKind.ORG_CHANGE)
    return tuple(OrgChange(_kind(said.quote), said, told(_HELD, said.quote) is not None) for said in told_of)


def _kind(quote: str) -> OrgChangeKind:
    """The kind that the words state; other where they only plan it or tell something else."""
    return next((kind for kind, words in _KINDS if told(words, quote)), OrgChangeKind.OTHER)
