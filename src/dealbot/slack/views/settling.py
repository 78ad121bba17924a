"""What is asked and said when a deal is closed, rests or is given to somebody."""

from typing import Any

from dealbot.app.card import short
from dealbot.app.chat.replies import DealHanded, Settling, WhyEnded
from dealbot.app.terms_text import cause_words
from dealbot.app.wording import counted
from dealbot.domain.cause import ROOTS
from dealbot.domain.ending import Told
from dealbot.domain.record import Outcome
from dealbot.slack.views.message import Message
from dealbot.slack.views.parts import Block, actions, button, escape, section, spoken

_NAME = 80
_OUTCOME = {Outcome.WON: "Won", Outcome.LOST: "Lost"}
_STATES = {Outcome.LOST: "lost", Outcome.PAUSED: "paused"}


def settling(reply: Settling) -> Message:
    """How it looks."""
    return _why(reply) if isinstance(reply, WhyEnded) else _handed(reply)


def _why(reply: WhyEnded) -> Message:
    told, deal, named = reply.told, reply.deal, short(reply.deal, _NAME)
    if told.outcome is None:
        text = f"Is {named} won or lost? Nothing is set yet."
        taps = [_tap(number, words, deal, told, outcome) for number, (outcome, words) in enumerate(_OUTCOME.items())]
    else:
        state = _STATES.get(told.outcome, told.outcome.value)
        text = f"Why is {named} {state}? Nothing is set until you say."
        causes = [(cause, cause_words(cause).capitalize()) for cause in ROOTS]
        taps = [
            button(words, f"end_deal_{number}", _value(deal, told, told.outcome) | {"cause": cause.value})
            for number, (cause, words) in enumerate(causes)
        ]
    offered = " / ".join(tap["text"]["text"] for tap in taps)
    return Message(spoken(text, offered), (section(escape(text)), actions(taps)), quiet=True)


def _tap(number: int, words: str, deal: str, told: Told, outcome: Outcome) -> Block:
    cause = {"cause": told.cause.value} if told.cause and outcome is Outcome.LOST else {}
    return button(words, f"end_deal_{number}", _value(deal, told, outcome) | cause)


def _value(deal: str, told: Told, outcome: Outcome) -> dict[str, Any]:
    again = {"until": told.revisit_on.isoformat()} if told.revisit_on else {}
    return {"deal": deal, "outcome": outcome.value, "reason": told.reason, **again}


def _handed(reply: DealHanded) -> Message:
    handed = reply.handed
    moved = f" {counted(len(handed.moved), 'promise')} moved." if handed.moved else ""
    ends = f" {short(handed.before, _NAME)} can no longer read it." if handed.before else ""
    heir = short(handed.heir_name, _NAME)
    text = f"{short(handed.deal.name, _NAME)} is {heir}'s now.{moved}{ends} {heir} has a brief."
    return Message(text, (section(escape(text)),), quiet=reply.shared)


def brief_for_heir(reply: DealHanded) -> Message:
    """What the heir is told, alone."""
    first, _, rest = reply.handed.brief.partition("\n")
    return Message(spoken(first, rest), (section("\n".join([f"*{escape(first)}*", escape(rest)])),))
