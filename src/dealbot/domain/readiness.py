"""Whether a deal is ready for its pilot: a champion, money set aside, and agreement on what it is worth to them."""

from dealbot.domain.champion_loss import champions
from dealbot.domain.deal import DealState, Stakeholder
from dealbot.domain.force import Force, force
from dealbot.domain.pilot import Ready, ReadyItem
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Function, Stance
from dealbot.domain.wording import any_of

_MONEY_THERE = any_of(r"""
    set aside|earmark\w*|moved the money|budget(?:ed)? (?:is )?(?:approved|there|for (?:it|this|us))|approved|funded
    new money
""")
_MONEY_GONE = any_of(r"freeze|frozen|cut\b|cuts\b|no (?:money|budget)|denied")
# Yes from so many parts of the house, the money among them, is agreement on the value (judged).
_ENOUGH = 3


def readiness(state: DealState) -> tuple[Ready, ...]:
    """Tell of the three things that should be there before a pilot; what a person set by hand counts first."""
    by_hand = {each.item: each for each in state.pilot.ready if each.there is not None}
    found = (_champion(state), _budget(state), _value(state))
    return tuple(by_hand.get(each.item, each) for each in found)


def _champion(state: DealState) -> Ready:
    there = champions(state)
    best = next((person for person in there if person.stance.aligned), there[0] if there else None)
    if best is None or best.stance is Stance.UNKNOWN:
        return Ready(ReadyItem.CHAMPION, None, best.evidence if best is not None else None)
    return Ready(ReadyItem.CHAMPION, best.stance.aligned, best.evidence)


def _budget(state: DealState) -> Ready:
    """The last word on money: what was said of the budget, or a finance officer who gave it."""
    told = [
        (signal.evidence, there)
        for signal in state.signals
        if signal.kind is SignalKind.BUDGET_CHANGE and (there := _money(signal.evidence.quote)) is not None
    ]
    told += [
        (person.evidence, True)
        for person in _there(state)
        if person.stance is Stance.COMMITTED and _holds_money(person)
    ]
    if not told:
        return Ready(ReadyItem.BUDGET, None)
    evidence, there = max(told, key=lambda each: (each[0].on, each[0].note, each[0].span.start))
    return Ready(ReadyItem.BUDGET, there, evidence)


def _money(words: str) -> bool | None:
    gone, there = _MONEY_GONE.search(words), _MONEY_THERE.search(words)
    if gone is not None and force(words, gone.start()) is Force.FACT:
        return False
    return True if there is not None and force(words, there.start()) is Force.FACT else None


def _value(state: DealState) -> Ready:
    """Whether enough parts of the house say yes and nobody says no."""
    against = [person for person in _there(state) if person.stance is Stance.OPPOSED]
    if against:
        return Ready(ReadyItem.VALUE, there=False, evidence=against[0].evidence)
    agreeing = [person for person in _there(state) if person.stance.aligned]
    parts = {person.function for person in agreeing if person.function is not None}
    enough = len(parts) >= _ENOUGH and any(map(_holds_money, agreeing))
    return Ready(ReadyItem.VALUE, True if enough else None, agreeing[0].evidence if enough else None)


def _holds_money(person: Stakeholder) -> bool:
    return person.function is Function.FINANCE or BuyingRole.ECONOMIC_BUYER in person.roles


def _there(state: DealState) -> list[Stakeholder]:
    return [person for person in state.committee if person.gone is None]
