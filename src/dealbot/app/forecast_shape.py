"""A forecast as the contract's JSON: shares of 0..1, dates as ISO text, and each driver in a few words."""

from datetime import date
from typing import assert_never

from dealbot.app.answer import Json
from dealbot.domain.forecast import Forecast, Item, ItemKind


def forecast_json(forecast: Forecast | None) -> dict[str, Json]:
    """The likelihood and the dates of the signature; empty where too little was heard, or none was asked for."""
    outlook = forecast.outlook if forecast is not None else None
    if outlook is None:
        figures: dict[str, Json] = dict.fromkeys(("likelihood", "p10", "p50", "p90"))
        return {"enough_evidence": False, **figures, "critical_path": [], "drivers": []}
    signed = outlook.signed
    return {
        "enough_evidence": True,
        "likelihood": [round(signed.likelihood.low, 2), round(signed.likelihood.high, 2)],
        "p10": _iso(signed.p10),
        "p50": _iso(signed.p50),
        "p90": _iso(signed.p90),
        "critical_path": [
            {"item": each.item.label, "kind": each.item.kind.value, "until": _iso(each.until)}
            for each in outlook.critical_path
        ],
        "drivers": [{"text": at_best(each.item), "effect": round(each.effect, 2)} for each in outlook.drivers],
    }


def at_best(item: Item) -> str:
    """What would be the best that can happen of an item."""
    match item.kind:
        case ItemKind.PERSON:
            return f"{item.label} says yes"
        case ItemKind.CONCERN:
            return f"{item.label} is settled"
        case ItemKind.GATE:
            return f"{item.label} is passed"
        case ItemKind.INTEGRATION:
            return "the integration is done"
        case ItemKind.PILOT:
            return "the pilot goes as fast as any"
        case ItemKind.CONTRACT:
            return f"{item.label} is agreed"
    assert_never(item.kind)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
