"""The one question whose answer would mend what Monday shows of a deal: who pays, or who was never heard."""

from dealbot.app.answer import Deal
from dealbot.app.answers.about import short_words
from dealbot.app.wording import who
from dealbot.domain.alignment import Standing
from dealbot.domain.record import Call
from dealbot.domain.required import Position


def commits_unfunded(deal: Deal) -> bool:
    """Whether a deal is called sure though whoever releases the money was never heard to agree."""
    buyer = deal.alignment.economic_buyer
    paid_for = buyer is not None and buyer in deal.alignment.aligned
    return deal.record.call is Call.COMMIT and not paid_for


def question_for(deal: Deal) -> str | None:
    """What to ask whoever owns the deal; None where Monday shows nothing that a word would mend."""
    if commits_unfunded(deal):
        buyer = deal.alignment.economic_buyer
        if buyer is None:
            return "You say commit, and nobody who releases the money is known: who is it, and what do they say?"
        return f"You say commit, and the money has not said yes: {short_words(deal, buyer)}. And now?"
    if deal.alignment.standing is Standing.TOO_LITTLE_HEARD:
        return f"Too little is heard to tell where it stands: {_missing_word(deal)}"
    return None


def _missing_word(deal: Deal) -> str:
    seat = next((seat for seat in deal.alignment.required if seat.position is Position.UNHEARD), None)
    if seat is None:
        return "what did you hear last?"
    return f"what does {who(seat.speaker)} say?" if seat.speaker else f"who is the {seat.label}, and what do they say?"
