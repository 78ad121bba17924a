"""Rating a deal as a lead, and saying what leads are scored by, in plain words."""

from dealbot.app.chat.replies import Plain
from dealbot.app.chat.settings.act import for_us, set_pairs
from dealbot.app.chat.settings.leads import Weighing, rating_in, weighing_in
from dealbot.app.chat.turn import Turn
from dealbot.app.lead_words import criteria_line
from dealbot.app.leads import WHY_NEEDED, set_criteria
from dealbot.domain.lead import Criteria, LeadFactor, Weights
from dealbot.errors import BadInput, NotAllowed
from dealbot.store.books import Books

_WHICH = "Which deal? Say it with its name, such as “Lakeshore: budget 3, fit 4”."


def set_leads(turn: Turn) -> bool:
    """Do what a message sets of leads; false for one that sets nothing, or is not for dealbot."""
    if not for_us(turn):
        return False
    weighing = weighing_in(turn.said.text) if not turn.said.overheard else None
    if weighing is not None:
        _weigh(turn, weighing)
        return True
    rating = rating_in(turn.said.text, turn.deals())
    if rating is None:
        return False
    deals = rating.deals or tuple(filter(None, [turn.said.deal or turn.memory.deal]))
    if len(deals) == 1:
        set_pairs(turn, deals[0], rating.pairs)
    else:
        told = f"Which deal: {' or '.join(deals)}? Say it with its whole name." if deals else _WHICH
        turn.only_say(turn.memory, Plain(told))
    return True


def _weigh(turn: Turn, weighing: Weighing) -> None:
    def told(books: Books, criteria: Criteria) -> None:
        line = criteria_line(criteria, turn.desk.today())
        turn.say(books, turn.memory, Plain(f"{line}\nWhy: {criteria.why}"))

    if not weighing.why:
        turn.only_say(turn.memory, Plain(f"{WHY_NEEDED}, such as “lead criteria: timeline 2, because deals slip”."))
        return
    with turn.reading() as books:
        now = books.lead_criteria.all()[-1].weights
    try:
        set_criteria(turn.then(told), turn.principal, _changes(weighing, now), weighing.why)
    except (BadInput, NotAllowed) as error:
        turn.only_say(turn.memory, Plain(str(error)))


def _changes(weighing: Weighing, now: Weights) -> dict[LeadFactor, int]:
    """The weights as numbers: "double" is the double of what the others count."""
    usual = now.usual([each.factor for each in weighing.weights])
    return {each.factor: each.number * (usual if each.times else 1) for each in weighing.weights}
