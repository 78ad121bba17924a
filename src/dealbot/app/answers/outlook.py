"""How likely full alignment is and when it comes, in words: a band, what would move it most, what comes last."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dealbot.app.answer import Answer, Deal, Json, each_once, evidence_json
from dealbot.app.answers.about import deciding, proof, worries
from dealbot.app.answers.two_tracks import clinical, committee_name, legal
from dealbot.app.deal_path import forecast_of
from dealbot.app.forecast_shape import at_best, forecast_json
from dealbot.app.question import Question
from dealbot.app.wording import LONGEST, cited, counted, day, listed, weekday
from dealbot.domain.contract import TrackKind
from dealbot.domain.deal import Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.forecast import Chance, Driver, Forecast, Item, ItemKind, Lacking, Likelihood, Outlook, Timeline
from dealbot.domain.stakeholder import Stance

GENERAL = "General durations, not your history"
_CHANCES = {
    Chance.UNLIKELY: "unlikely",
    Chance.LESS_LIKELY: "less likely than not",
    Chance.EVEN: "about even",
    Chance.LIKELY: "likely",
    Chance.VERY_LIKELY: "very likely",
}
_MOST_NAMES = 4


def likelihood(question: Question, deal: Deal) -> Answer:
    """Say how likely it is that all say yes, and that it is signed, and what would move that most."""
    forecast = forecast_of(deal)
    data: dict[str, Json] = {"forecast": forecast_json(forecast), "full_alignment": _alignment_json(forecast)}
    if forecast.outlook is None:
        text = f"{deal.name}: no figure yet. {_lacking(forecast)}"
        return Answer(question.intent, answered=False, text=text, data=data)
    outlook = forecast.outlook
    head = [
        f"{deal.name} · all say yes {_by(deal, outlook.aligned)}: {_band(outlook.aligned.likelihood)}",
        f"Signed by then: {_band(outlook.signed.likelihood)}",
    ]
    moves = [f"• {_driver(deal, driver)}" for driver in outlook.drivers]
    body = ["What would move it most:", *moves] if moves else ["Nothing known of would move it much."]
    tail = [*_unknown_calendars(forecast), GENERAL]
    sources = each_once(evidence for person in deal.state.committee for evidence in proof(deal, person))
    return Answer(question.intent, answered=True, text=_fitted([*head, *body], [], tail), data=data, sources=sources)


def timeline(question: Question, deal: Deal) -> Answer:
    """Say when it comes, what it waits for, and how far the clinical track and the legal one are."""
    forecast, one, other = forecast_of(deal), clinical(deal), legal(deal)
    outlook, lock = forecast.outlook, deal.state.budget_lock
    dates = _dates(deal, outlook) if outlook is not None else [f"{deal.name}: no dates yet. {_lacking(forecast)}"]
    must = [*dates, one.line, other.line]
    may = [*_phase(deal), *_lock(deal, outlook), *_unknown_calendars(forecast)]
    sources = [*one.sources, *other.sources, *([lock.evidence] if lock else [])]
    sources += [evidence for person in deal.state.committee for evidence in proof(deal, person)] if outlook else []
    data: dict[str, Json] = {
        "forecast": forecast_json(forecast),
        "full_alignment": _alignment_json(forecast),
        "phase": deal.state.phase.value if deal.state.phase else None,
        "tracks": {"clinical": one.data, "legal_security": other.data},
        "exit_criteria": _criteria_json(deal),
        "moves": _moves_json(deal),
        "budget_lock": {"on": lock.on.isoformat(), "year": lock.year, "evidence": evidence_json(lock.evidence)}
        if lock
        else None,
        "no_calendar": list(forecast.no_calendar),
    }
    text = _fitted(must, may, [GENERAL] if outlook else [])
    return Answer(question.intent, answered=bool(sources), text=text, data=data, sources=each_once(sources))


def _fitted(must: Sequence[str], may: Sequence[str], tail: Sequence[str]) -> str:
    """Everything that must be said, and of the rest as much as a phone shows."""
    for count in range(len(may), 0, -1):
        text = "\n".join((*must, *may[:count], *tail))
        if len(text) <= LONGEST:
            return text
    return "\n".join((*must, *tail))


def _dates(deal: Deal, outlook: Outlook) -> list[str]:
    path = [f"{_name(each.item)}{f' ({_month(each.until)})' if each.until else ''}" for each in outlook.critical_path]
    return [
        f"{deal.name} · signed about {_about(outlook.signed)}",
        f"All say yes about {_about(outlook.aligned)}",
        *([f"Waits for: {' → '.join(path)}"] if path else []),
    ]


def _name(item: Item) -> str:
    match item.kind:
        case ItemKind.CONTRACT:
            return TrackKind(item.key).words
        case ItemKind.GATE:
            return committee_name(item.label)
        case _:
            return item.label


def _about(timeline: Timeline) -> str:
    """The middle, and the early and the late day beside it."""
    middle, early, late = (_month(each) for each in (timeline.p50, timeline.p10, timeline.p90))
    return f"{middle} ({early} to {late})"


def _month(on: date | None) -> str:
    return f"{on:%b %Y}" if on else "beyond three years"


def _by(deal: Deal, timeline: Timeline) -> str:
    target = deal.record.target_on
    return f"by {day(target, deal.state.as_of)}" if target and timeline.by_target else "within three years"


def _band(likelihood: Likelihood) -> str:
    low, high = round(likelihood.low * 100), round(likelihood.high * 100)
    band = f"{low}-{high} %" if high else "under 1 %"
    return f"{band}, {_CHANCES[likelihood.chance]}"


def _driver(deal: Deal, driver: Driver) -> str:
    points = round(driver.effect * 100)
    gain = f"+{counted(points, 'point')}" if points else f"{round(driver.days)} days sooner"
    said = _words_of(deal, driver.item)
    return f"{at_best(replace(driver.item, label=_name(driver.item)))}: {gain}" + (
        f", {cited(said, deal.state.as_of)}" if said else ""
    )


def _words_of(deal: Deal, item: Item) -> Evidence | None:
    """The words that show why an item is open."""
    match item.kind:
        case ItemKind.PERSON:
            person = _person(deal, item)
            return deciding(deal, person) if person is not None and _told(deal, person) else None
        case ItemKind.GATE:
            gate = deal.state.gates.find(item.label)
            return gate.evidence if gate is not None else None
        case ItemKind.CONTRACT:
            return next((track.evidence for track in deal.state.tracks if track.kind == item.key), None)
        case _:
            return None


def _told(deal: Deal, person: Stakeholder) -> bool:
    return person.stance is not Stance.UNKNOWN or bool(worries(deal, person))


def _person(deal: Deal, item: Item) -> Stakeholder | None:
    return deal.state.person(item.key) or next((each for each in deal.state.people if each.label == item.label), None)


def _lacking(forecast: Forecast) -> str:
    """What a figure lacks, and what would mend it."""
    lacking = forecast.missing[0]
    if lacking.lacking is Lacking.NOBODY_MUST_SAY_YES:
        return "Nobody who must say yes is known: log a call, or say who it is."
    who = listed(lacking.who, _MOST_NAMES, ", ")
    return f"Too little heard in the last half year from those who must say yes: {who}. A word from each would mend it."


def _unknown_calendars(forecast: Forecast) -> list[str]:
    return (
        [f"Ask when they meet: {', '.join(map(committee_name, forecast.no_calendar))}"] if forecast.no_calendar else []
    )


def _lock(deal: Deal, outlook: Outlook | None) -> Iterable[str]:
    lock = deal.state.budget_lock
    if lock is None or outlook is None or outlook.misses_budget_lock is None:
        return
    name = f"{lock.year} budget lock" if lock.year else "budget lock"
    verb = "Misses the" if outlook.misses_budget_lock else "In time for the"
    yield f"{verb} {name}, {weekday(lock.on, deal.state.as_of)}"


def _phase(deal: Deal) -> Iterable[str]:
    """How much of what the phase must show is met, and what the deal left behind unmet when it went on."""
    now = next((terms for terms in deal.state.phase_terms if terms.phase is deal.state.phase), None)
    if now is not None:
        met = len(now.criteria) - len(now.unmet)
        rest = f"; open: {listed([each.text for each in now.unmet], 2)}" if now.unmet else ""
        yield f"{_words(now.phase)}: {met} of {len(now.criteria)} exit criteria met{rest}"
    last = deal.state.moves[-1] if deal.state.moves else None
    if last is not None and last.unmet:
        why = f", because {last.reason}" if last.reason else ", no reason told"
        yield f"Went on to {_words(last.phase).lower()} without: {listed(last.unmet, 2)}{why}"


def _words(phase: str) -> str:
    return phase.replace("_", " ").capitalize()


def _alignment_json(forecast: Forecast) -> Json:
    if forecast.outlook is None:
        return None
    aligned = forecast.outlook.aligned
    days = {name: getattr(aligned, name) for name in ("p10", "p50", "p90")}
    band = aligned.likelihood
    return {
        "likelihood": [round(band.low, 2), round(band.high, 2)],
        **{name: on.isoformat() if on else None for name, on in days.items()},
    }


def _criteria_json(deal: Deal) -> list[Json]:
    return [
        {
            "phase": terms.phase.value,
            "text": each.text,
            "agreed_on": each.agreed.on.isoformat(),
            "met_on": each.met.on.isoformat() if each.met else None,
        }
        for terms in deal.state.phase_terms
        for each in terms.criteria
    ]


def _moves_json(deal: Deal) -> list[Json]:
    return [
        {
            "phase": move.phase.value,
            "on": move.evidence.on.isoformat(),
            "reason": move.reason,
            "unmet": list(move.unmet),
        }
        for move in deal.state.moves
    ]
