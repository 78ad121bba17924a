"""The facts of an answer as data: the keys of the status that the question concerns."""

from collections.abc import Iterable

from dealbot.app.answer import Deal, Json
from dealbot.app.status import concern_json, person_json, status, step_json
from dealbot.domain.deal import Concern, NextStep, Stakeholder
from dealbot.domain.decision_stage import stage_of
from dealbot.domain.required import RequiredSeat
from dealbot.domain.stakeholder import BuyingRole

_SIDES = ("aligned", "to_convince", "unknown", "gone")


def whole(deal: Deal) -> dict[str, Json]:
    """Everything the status tells but the forecast."""
    told = status(deal.name, deal.state, deal.alignment)
    return {key: value for key, value in told.items() if key != "forecast"} | must_say_yes(deal)


def must_say_yes(deal: Deal) -> dict[str, Json]:
    """Whose yes is needed and whether it is there; of a seat that nobody is named for, the seat."""
    required = deal.alignment.required
    return {
        "must_say_yes": {
            "yes": len(deal.alignment.said_yes),
            "of": len(required),
            "seats": [_seat_json(deal, seat) for seat in required],
        }
    }


def _seat_json(deal: Deal, seat: RequiredSeat) -> dict[str, Json]:
    stage = stage_of(seat.speaker, deal.state) if seat.speaker else None
    return {
        "seat": seat.label,
        "function": seat.function.value if seat.function else None,
        "named": seat.speaker is not None,
        "position": seat.position.value,
        "stage": stage.stage.value if stage else None,
        "set_by_hand": seat.set_by is not None,
    }


def sides(deal: Deal, people: Iterable[Stakeholder]) -> dict[str, Json]:
    """Certain people, each on the side they are on."""
    keys = {person.key for person in people}
    lists = {side: getattr(deal.alignment, side) for side in _SIDES}
    return {side: [person_json(person) for person in lists[side] if person.key in keys] for side in _SIDES}


def parts(deal: Deal, people: Iterable[Stakeholder]) -> dict[str, Json]:
    """Who plays which part: the champion, the economic buyer, and certain people on their sides."""
    champion, buyer = deal.alignment.champion, deal.alignment.economic_buyer
    return {
        BuyingRole.CHAMPION.value: person_json(champion) if champion else None,
        BuyingRole.ECONOMIC_BUYER.value: person_json(buyer) if buyer else None,
        **sides(deal, people),
    }


def worries_of(concerns: Iterable[Concern]) -> dict[str, Json]:
    """Open concerns."""
    return {"open_concerns": [concern_json(concern) for concern in concerns]}


def promises(steps: Iterable[NextStep]) -> dict[str, Json]:
    """Next steps."""
    return {"next_steps": [step_json(step) for step in steps]}
