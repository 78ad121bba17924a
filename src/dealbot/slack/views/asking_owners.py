"""The questions a manager sends to the owners of deals, and what the manager is told of them."""

from collections.abc import Sequence

from dealbot.app.card import short
from dealbot.app.chat.replies import AskedOfOwner, QuestionsSent
from dealbot.app.wording import counted, first_name, listed
from dealbot.slack.views.message import Message
from dealbot.slack.views.parts import context, escape, section, spoken

_NAME = 80
_MOST = 10


def to_owner(sent: QuestionsSent, ask: AskedOfOwner) -> Message:
    """One question about one deal, which is answered as a note."""
    deal = short(ask.deal, _NAME)
    head, how = f"{first_name(sent.asker)} asks about {deal}", f"Answer here, beginning with “{deal}:”, and it is kept."
    said = section(f"*{escape(head)}*\n{escape(ask.question)}")
    return Message(spoken(head, ask.question, how), (said, context(escape(how))))


def to_asker(asked: Sequence[AskedOfOwner], before: Sequence[AskedOfOwner]) -> Message:
    """Who got which question, what was asked this week already, and which deal nobody owns."""
    owned = [ask for ask in asked if ask.owner is not None]
    head = f"Sent {counted(len(owned), 'question')}." if owned else "Nothing was sent."
    lines = [f"{name}: {deals}" for name, deals in _by_owner(owned).items()]
    lines += [f"Asked already this week: {_deals(before)}"] if before else []
    nobodys = [ask for ask in asked if ask.owner is None]
    lines += [f"Nobody owns {_deals(nobodys)}: give it to somebody first."] if nobodys else []
    said = section("\n".join([f"*{head}*", *map(escape, lines)]))
    return Message(spoken(head, *lines), (said,), quiet=True)


def _by_owner(asks: Sequence[AskedOfOwner]) -> dict[str, str]:
    names = list(dict.fromkeys(ask.owner_name or ask.owner or "" for ask in asks))
    return {name: _deals([ask for ask in asks if (ask.owner_name or ask.owner) == name]) for name in names}


def _deals(asks: Sequence[AskedOfOwner]) -> str:
    return listed([short(ask.deal, _NAME) for ask in asks], _MOST, ", ")
