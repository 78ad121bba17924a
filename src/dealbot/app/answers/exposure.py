"""The exposure of an account to reimbursement as a card: values with day and source, and whom to ask for the rest."""

from collections.abc import Iterable

from dealbot.app.answer import Answer, Deal, Json, each_once, evidence_json
from dealbot.app.exposure_words import LABELS, PARTS, SEATS, part_line, sum_lines
from dealbot.app.question import Question
from dealbot.app.wording import cited, fitted, listed, short_title, who
from dealbot.domain.deal import Signal
from dealbot.domain.exposure import ExposureKey, ExposurePart, Known, Value, whom_to_ask
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import Function

_ASKED = {ExposurePart.PAYMENT_MODEL: "fee-for-service or value-based"}
_MOST_ASKED = 5


def exposure(question: Question, deal: Deal) -> Answer:
    """Say what is known of each part of the exposure, since when and from whom; nothing is concluded."""
    known = deal.state.exposure
    rules = [signal for signal in deal.state.signals if signal.kind is SignalKind.POLICY_CHANGE]
    rules.sort(key=lambda signal: (signal.evidence.on, signal.evidence.span.start), reverse=True)
    sources = each_once((*known.evidence, *(signal.evidence for signal in rules[:1])))
    data = {**exposure_json(deal), "policies": [evidence_json(signal.evidence) for signal in rules]}
    if not sources:
        text = f"Exposure to reimbursement at {deal.name}: the notes tell nothing yet. {' '.join(_asks(deal))}"
        return Answer(question.intent, answered=False, text=text, data=data)
    return Answer(question.intent, answered=True, text=card(deal, rules), data=data, sources=sources)


def card(deal: Deal, rules: Iterable[Signal] = ()) -> str:
    """The card: a line for each part, the check of the sums, and whom to ask for what."""
    lines = [f"• {part_line(deal.state, part)}" for part in ExposurePart]
    lines += [f"• A rule they speak of: {cited(signal.evidence, deal.state.as_of)}" for signal in [*rules][:1]]
    return fitted([f"Exposure to reimbursement at {deal.name}"], lines, [*sum_lines(deal.state), *_asks(deal)])


def exposure_json(deal: Deal) -> dict[str, Json]:
    """The record as data: what is known by key, words without a value by part, the unknown, sums that are too much."""
    record = deal.state.exposure
    return {
        "known": {key.value: _known_json(deal, known) for key, known in record.known.items()},
        "words": {part.value: evidence_json(evidence) for part, evidence in record.words},
        "unknown": [key.value for key in record.unknown],
        "too_much": {part.value: total for part, total in record.too_much},
    }


def _known_json(deal: Deal, known: Known[Value]) -> dict[str, Json]:
    value = sorted(known.value) if isinstance(known.value, frozenset) else known.value
    return {
        "value": value,
        "about": known.about,
        "partial": known.partial,
        "on": known.on.isoformat(),
        "old": known.old(deal.state.as_of),
        "source": known.source or known.evidence.quote,
        "evidence": evidence_json(known.evidence),
    }


def _asks(deal: Deal) -> list[str]:
    """Whom to ask for what nobody told, finance first."""
    unknown = deal.state.exposure.unknown
    seats = dict.fromkeys(sorted((whom_to_ask(key) for key in unknown), key=lambda each: each is not Function.FINANCE))
    return [f"Ask {_seat(deal, seat)}: {_wanted(unknown, seat)}." for seat in seats]


def _wanted(unknown: tuple[ExposureKey, ...], seat: Function) -> str:
    """What a seat is to be asked for; a part of which nothing is known is named once."""
    missing = {
        part: part.keys for part in ExposurePart if set(part.keys) <= set(unknown) and part is not ExposurePart.CARE
    }
    named = {key: _ASKED.get(part, PARTS[part].casefold()) for part, keys in missing.items() for key in keys}
    asked = [named.get(key, LABELS[key]) for key in unknown if whom_to_ask(key) is seat]
    return listed(list(dict.fromkeys(asked)), _MOST_ASKED, ", ")


def _seat(deal: Deal, seat: Function) -> str:
    """Who sits there, as the deal knows them, else the seat."""
    sitting = [person for person in deal.state.committee if person.function is seat and not person.gone]
    heads = [person for person in sitting if seat is not Function.FINANCE or short_title(person.title or "") == "CFO"]
    return who(heads[0]) if heads else SEATS[seat]
