"""What a policy means for deals, in words: reasons with their sources, what is missing and whom to ask."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import Final

from dealbot.app.exposure_words import LABELS, SEATS, value_words
from dealbot.app.policies.impact import DealImpact, Impact
from dealbot.app.policies.notes import Policy
from dealbot.app.wording import counted, day, first_name, fitted, listed, money, opening
from dealbot.domain.exposure import SHARES, ExposureKey, Known, Value, whom_to_ask
from dealbot.domain.policy import PolicyStatus
from dealbot.domain.policy_match import HIGH, LEAST, Condition, Match, Named, Verdict
from dealbot.domain.policy_words import standing_of, status_of
from dealbot.domain.stakeholder import Function

_TYPED: Final[Mapping[str, str]] = {
    ExposureKey.MEDICARE_FFS: "Medicare",
    ExposureKey.FFS_SHARE: "fee for service",
    ExposureKey.VBC_SHARE: "value based",
    ExposureKey.OUTPATIENT_SHARE: "outpatient",
    ExposureKey.PROGRAM_340B: "340B",
}
# Certain and possible; of a rule that does not hold never as if it did.
_WORDED: Final[Mapping[PolicyStatus, tuple[str, str]]] = {
    PolicyStatus.IN_FORCE: ("affected", "possibly affected"),
    PolicyStatus.PROPOSED: ("would be affected", "might be affected"),
    PolicyStatus.SUPERSEDED: ("would have been affected", "might have been affected"),
    PolicyStatus.VACATED: ("would have been affected", "might have been affected"),
    PolicyStatus.UNKNOWN: ("affected if it holds", "possibly affected if it holds"),
}
_MOST_NAMES = 4
_MOST_ASKED = 2
_MOST_SHARES = 2
_KEYS: Final = frozenset(key.value for key in ExposureKey)
TABLE: Final = 7_000
"""Letters of a table that one message of Slack's holds, with room for its head and for what is escaped."""


def ask_whom(key: str) -> str:
    """Who at the account can tell what an exposure lacks: the CFO, but for what somebody else knows better."""
    return SEATS[whom_to_ask(ExposureKey(key)) if key in tuple(ExposureKey) else Function.FINANCE]


def _labels(keys: Sequence[str]) -> list[str]:
    """What is missing, as asked for: each share as one, more than two of them in a row to be short."""
    shares, others = ([label(key) for key in keys if (key in SHARES) is share] for share in (True, False))
    if len(shares) > _MOST_SHARES:
        return [*others, f"shares of {', '.join(shares)}"]
    return [*(f"{share} share" for share in shares), *others]


def label(key: str) -> str:
    """What a key of the exposure is called, or an attribute that no exposure tells."""
    return LABELS[ExposureKey(key)] if key in tuple(ExposureKey) else key.replace("_", " ")


def named_policy(policy: Policy) -> str:
    """A note by its title and number."""
    number = policy.note.document_number
    return f"{policy.note.title} ({number})" if number else policy.note.title


def standing(policy: Policy, today: date) -> str:
    """Whether it holds, from when, what came after it, and whether somebody must look at it first."""
    return standing_of(policy.note, today, *_more(policy))


def review_first(policy: Policy) -> str:
    """What to look at before a draft about it is sent, for whoever sends it; empty for nothing."""
    why = policy.note.to_review
    return f"First review the note: {why}" if why is not None else ""


def holding(policy: Policy, today: date) -> str:
    """Whether it holds, from when, and what came after it."""
    return "; ".join((status_of(policy.note, today), *_more(policy)))


def _more(policy: Policy) -> Iterator[str]:
    note, after = policy.note, policy.successor
    if note.effective_on is None and note.status in {PolicyStatus.PROPOSED, PolicyStatus.UNKNOWN}:
        yield "effective date unknown"
    if after is not None:
        yield f"superseded by {after.document_number or after.id}"


def reach(policy: Policy, verdict: Verdict) -> str:
    """What to call deals of one verdict: of a rule that does not hold never as if it did."""
    sure, possible = _WORDED[policy.note.status]
    return {Verdict.AFFECTED: sure, Verdict.POSSIBLY: possible, Verdict.NOT_AFFECTED: "not affected"}[verdict]


def reasons(match: Match, today: date) -> tuple[str, ...]:
    """What a verdict rests on, a line each, with who told it and when."""
    if not match.conditions:
        return ("the note names no payer, setting or state: it is for everybody",)
    return tuple(_reason(condition, today) for condition in match.deciding if condition.told)


def _reason(condition: Condition, today: date) -> str:
    told = ", ".join(value_told(key, known, today) for key, known in condition.told)
    if condition.met is not False:
        return told
    wanted = ", ".join(name.replace("_", " ") for name in condition.wanted)
    match condition.named:
        case Named.PAYERS | Named.MODELS:
            return f"{told}: below {LEAST:.0f}%"
        case Named.SETTINGS | Named.STATES:
            return f"{told}: not {wanted}"
        case Named.ATTRIBUTE:
            name, value = condition.wanted
            return f"{told}: not {value} ({name.replace('_', ' ')}" + (
                f", from {HIGH:.0f}%)" if value == "high" else ")"
            )


def value_told(key: ExposureKey, known: Known[Value], today: date) -> str:
    """One value with who told it and when: "Medicare 45% (CFO call, 1 Jul)"."""
    return f"{_value(key, known)} ({source_told(known, today)})"


def values_told(told: Iterable[tuple[ExposureKey, Known[Value]]], today: date) -> str:
    """Several values, those that one source told on one day together."""
    return _values((source_told(known, today), _value(key, known)) for key, known in told)


def values_dated(told: Iterable[tuple[ExposureKey, Known[Value]]], today: date) -> str:
    """Several values with their days alone, for whoever may not know who told them."""
    return _values((day(known.on, today), _value(key, known)) for key, known in told)


def _values(told: Iterable[tuple[str, str]]) -> str:
    by: dict[str, list[str]] = {}
    for source, value in told:
        by.setdefault(source, []).append(value)
    return "; ".join(f"{', '.join(values)} ({source})" for source, values in by.items())


def source_told(known: Known[Value], today: date) -> str:
    """Who told a value and when; one of more than a year ago is said to be old."""
    by = opening(known.source) if known.source else (first_name(known.evidence.author) if known.evidence.author else "")
    when = day(known.on, today) + (", over a year old" if known.old(today) else "")
    return f"{by}, {when}" if by else when


def _value(key: ExposureKey, known: Known[Value]) -> str:
    named = "self-insured: " if key is ExposureKey.SELF_INSURED else ""
    return f"{named}{value_words(key, known)}"


def to_ask(missing: Iterable[str]) -> str:
    """What is missing with whom to ask: "ask the CFO: Medicare share, outpatient share"."""
    by: dict[str, list[str]] = {}
    for key in missing:
        by.setdefault(ask_whom(key), []).append(key)
    return "; ".join(f"ask {who}: {', '.join(_labels(keys))}" for who, keys in by.items())


def impact_text(impact: Impact) -> str:
    """The deals under a note, on a phone: counts first, then the largest, then what to ask."""
    policy, deals = impact.policy, impact.deals
    head = [named_policy(policy), f"{standing(policy, impact.day)} · published {impact.policy.note.published_on}"]
    if not deals:
        return "\n".join([*head, "No open deal."])
    counts = [_count(impact, verdict) for verdict in Verdict]
    head.append(" · ".join(part for part in counts if part))
    lines = [f"• {_deal(each)}: {_why(each.match, impact.day)}" for each in impact.of(Verdict.AFFECTED)]
    return fitted(head, lines, _open(impact))


def _why(match: Match, today: date) -> str:
    """What a verdict rests on, in one line."""
    told = dict(pair for condition in match.deciding for pair in condition.told)
    return values_told(told.items(), today) or "; ".join(reasons(match, today))


def most_are_open(impact: Impact) -> bool:
    """Whether of more than half of the deals something that decides is unknown."""
    return 2 * len(impact.of(Verdict.POSSIBLY)) > len(impact.deals)


def _open(impact: Impact) -> list[str]:
    possibly, no = impact.of(Verdict.POSSIBLY), impact.of(Verdict.NOT_AFFECTED)
    tail = [f"Not affected: {listed([each.deal.name for each in no], _MOST_NAMES, ', ')}"] if no else []
    if possibly and most_are_open(impact):
        what = "fill in the ? you know and send it back." if _rows(impact) else "what decides is not kept here."
        return [*tail, f"Most cannot be ruled out: {what}"]
    asks = [f"Cannot rule out {_deal(each)}: {to_ask(each.match.missing)}" for each in possibly[:_MOST_ASKED]]
    more = [f"+{len(possibly) - _MOST_ASKED} more to ask about"] if len(possibly) > _MOST_ASKED else []
    return [*asks, *more, *tail]


def table_to_fill(impact: Impact, room: int | None = TABLE) -> str:
    """The deals that cannot be ruled out with what is missing of each, to be filled in and sent back.

    As many whole rows as there is room for, in letters (None: all); what no exposure tells is named apart.
    """
    rows = _rows(impact)
    ends = accumulate(len(row) + 1 for row in rows)
    kept = [row for row, end in zip(rows, ends, strict=True) if room is None or end <= room]
    more = len(rows) - len(kept)
    shown = (
        f"and {more} more: ask again when these are filled in, or see `dealbot policy affected {impact.policy.note.id}`"
    )
    head = [*_apart(impact), *([shown] if more else [])]
    return "\n".join([*head, *(["Exposure", *kept] if kept else [])])


def _rows(impact: Impact) -> list[str]:
    """What is missing of each deal, as it is typed; nothing of a deal of which no exposure tells what is missing."""
    missing = {each.deal.name: [key for key in each.match.missing if key in _KEYS] for each in impact.deals}
    return [f"{deal}: {', '.join(f'{typed(key)} ?' for key in keys)}" for deal, keys in missing.items() if keys]


def _apart(impact: Impact) -> Iterator[str]:
    """What is missing that no exposure tells, with the deals."""
    names: dict[str, list[str]] = {}
    for each in impact.deals:
        for key in each.match.missing:
            if key not in _KEYS:
                names.setdefault(label(key), []).append(each.deal.name)
    for named, deals in names.items():
        yield f"To look up, it is not kept here: {named} ({listed(deals, _MOST_NAMES, ', ')})"


def typed(key: str) -> str:
    """A key of the exposure as somebody types it on a phone."""
    return _TYPED.get(key, key.replace("_", " "))


def _count(impact: Impact, verdict: Verdict) -> str:
    deals = impact.of(verdict)
    amount = sum(each.deal.amount or 0 for each in deals)
    worth = f", {money(amount)}" if amount and verdict is not Verdict.NOT_AFFECTED else ""
    return f"{len(deals)} {reach(impact.policy, verdict)}{worth}" if deals else ""


def _deal(each: DealImpact) -> str:
    return f"{each.deal.name} {money(each.deal.amount)}" if each.deal.amount else each.deal.name


def deal_text(impact: Impact) -> str:
    """One deal under a note: whether it is touched, why, and what to ask."""
    (each,) = impact.deals
    policy, verdict = impact.policy, each.match.verdict
    head = [f"{_deal(each)}: {reach(policy, verdict)} · {named_policy(policy)}", standing(policy, impact.day)]
    lines = [f"• {line}" for line in reasons(each.match, impact.day)]
    asks = to_ask(each.match.missing)
    return fitted(head, lines, [f"Not known, {asks}"] if asks else [])


def policy_lines(policies: Sequence[Policy], today: date) -> str:
    """Every note, a line each."""
    lines = [f"{each.note.id}: {named_policy(each)} · {standing(each, today)}{_added(each)}" for each in policies]
    return "\n".join([counted(len(policies), "policy note"), *lines])


def _added(policy: Policy) -> str:
    kept = policy.kept
    if kept is None:
        return ""
    return f" · added by {kept.author} on {kept.at.date()}" + (f", version {kept.version}" if kept.version > 1 else "")
