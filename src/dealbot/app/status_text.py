"""The status of a deal as text for a terminal: every list in full, one line each."""

from collections.abc import Iterable
from datetime import date

from dealbot.app.answer import Deal
from dealbot.app.answers.about import line
from dealbot.app.answers.concerns import concern_line
from dealbot.app.answers.next_steps import step_line
from dealbot.app.status import missing
from dealbot.app.wording import day, function_words, role_words, standing_words
from dealbot.domain.deal import Stakeholder
from dealbot.domain.forecast import Forecast
from dealbot.domain.stakeholder import BuyingRole

_GENERAL = "general durations, not your history"


def status_text(deal: Deal, forecast: Forecast | None = None) -> str:
    """The whole status in words, the figures last."""
    state, alignment = deal.state, deal.alignment
    sections = (
        (_head(deal),),
        _section("Yes", (_person(deal, person) for person in alignment.aligned)),
        _section("To convince", (_person(deal, person) for person in alignment.to_convince)),
        _section("No position known", (_person(deal, person) for person in alignment.unknown)),
        _section("Left", (_person(deal, person) for person in alignment.gone)),
        _section("Nobody on the committee from", (function_words(function) for function in missing(state))),
        _section("Open concerns", (concern_line(deal, concern) for concern in state.open_concerns)),
        _section("Next steps", (step_line(deal, step) for step in state.open_steps)),
        (_forecast(forecast, state.as_of),),
    )
    return "\n".join(row for section in sections for row in section)


def _head(deal: Deal) -> str:
    on = deal.state.as_of
    phase = f", {deal.state.phase.value.replace('_', ' ')}" if deal.state.phase else ""
    reasons = "; ".join(deal.alignment.reasons)
    must = f"Must say yes: {len(deal.alignment.said_yes)} of {len(deal.alignment.required)}"
    return f"{deal.name} on {on.day} {on:%b %Y}{phase}\n{standing_words(deal.alignment.standing)}: {reasons}\n{must}"


def _forecast(forecast: Forecast | None, as_of: date) -> str:
    outlook = forecast.outlook if forecast is not None else None
    if outlook is None:
        return "Forecast: not enough evidence yet"
    likelihood, p50 = outlook.signed.likelihood, outlook.signed.p50
    half = f"half of such deals by {day(p50, as_of)}" if p50 else "half of such deals not within three years"
    return f"Forecast: {likelihood.low:.0%} to {likelihood.high:.0%}, {half}; {_GENERAL}"


def _section(title: str, rows: Iterable[str]) -> tuple[str, ...]:
    found = tuple(rows)
    return (f"{title} ({len(found)})", *(f"  {row}" for row in found)) if found else ()


def _person(deal: Deal, person: Stakeholder) -> str:
    played = [role_words(role) for role in BuyingRole if role in person.roles]
    return line(deal, person) + (f" [{', '.join(played)}]" if played else "")
