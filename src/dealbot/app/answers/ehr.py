"""Which EHR they run, in which version, and what that means for joining it."""

from collections.abc import Iterator

from dealbot.app.answer import Answer, Deal, Json, each_once, evidence_json
from dealbot.app.answers.signals import signal_json, signal_line
from dealbot.app.question import Question
from dealbot.app.wording import cited, fitted
from dealbot.domain.deal import Signal
from dealbot.domain.ehr import Ehr
from dealbot.domain.pilot import Integration, StepState
from dealbot.domain.signal import SignalKind
from dealbot.forecast.priors import general_priors

_MONTH_DAYS = 30


def ehr(question: Question, deal: Deal) -> Answer:
    """Say which EHR they run and how hard it is to join, then what else the notes tell of it, the latest first."""
    known, told = deal.state.ehr, _told(deal)
    data: dict[str, Json] = {"ehr": _json(known), "signals": [signal_json(signal) for signal in told]}
    if known is None and not told:
        text = f"Nobody has said which EHR {deal.name} runs. Ask which one, and in which version."
        return Answer(question.intent, answered=False, text=text, data=data)
    shown = [signal for signal in told if known is None or signal.evidence != known.evidence]
    text = fitted([*_lines(deal, known)], [f"• {signal_line(deal, signal)}" for signal in shown])
    sources = [*([known.evidence] if known is not None else []), *(signal.evidence for signal in told)]
    return Answer(question.intent, answered=True, text=text, data=data, sources=each_once(sources))


def _told(deal: Deal) -> list[Signal]:
    found = [signal for signal in deal.state.signals if signal.kind is SignalKind.EHR]
    return sorted(found, key=lambda signal: (signal.evidence.on, signal.evidence.span.start), reverse=True)


def _lines(deal: Deal, known: Ehr | None) -> Iterator[str]:
    if known is None:
        yield f"Nobody has said which EHR {deal.name} runs; what is told of it:"
        return
    words = cited(known.evidence, deal.state.as_of)
    if known.name is None:
        yield f"{deal.name} is moving: {words}. What they run today is not told."
    else:
        yield f"{deal.name} runs {_called(known)}: {words}"
        yield feasibility(known.integration)
    if known.moving_to:
        yield f"Moving to {known.moving_to}: what we join now is joined again then."
    elif known.version is None and known.integration is Integration.ORDINARY:
        yield "Which version is not told. Ask: an old one is hard to join too."
    held = [step.place for step in deal.state.pilot.expansion if step.state is StepState.BLOCKED]
    if held:
        yield f"Held up now: {', '.join(held)}"


def feasibility(integration: Integration) -> str:
    """What is to be expected of joining an EHR, in plain words."""
    shortest, _, longest = (round(days / _MONTH_DAYS) for days in general_priors().integration.days)
    match integration:
        case Integration.HARD:
            return (
                f"Hard to join: Meditech and old versions take {shortest} to {longest} months more, and can hold "
                "up the expansion too (general durations, not your history)."
            )
        case Integration.ORDINARY:
            return "Joining it: nothing told that makes it hard."
        case Integration.DONE:
            return "Joined already, as the notes have it."


def _called(known: Ehr) -> str:
    return f"{known.name}, {known.version}" if known.version else known.name or ""


def _json(known: Ehr | None) -> Json:
    if known is None:
        return None
    return {
        "name": known.name,
        "version": known.version,
        "moving_to": known.moving_to,
        "integration": known.integration.value,
        "evidence": evidence_json(known.evidence),
    }
