"""A champion's loss as lines and blocks: to whoever logged it with a button, to a manager with who told it."""

from collections.abc import Sequence
from typing import assert_never

from dealbot.app.champion_news import loss_head, loss_lines, loss_words
from dealbot.app.chat.replies import ChampionLost, ManagerTold, OfChampions
from dealbot.slack.views.parts import Block, actions, button, context, escape, section, spoken

_NOT_YET = "Your manager is not told until you tap."


def shown_of_champions(reply: OfChampions) -> tuple[str, tuple[Block, ...]]:
    """The plain text and the blocks of a champion's loss."""
    match reply:
        case ChampionLost():
            value = {"deal": reply.deal, "who": reply.loss.person.key}
            tap = actions([button("Tell my manager", "tell_manager", value)])
            return _shown(reply, loss_lines(reply.loss, reply.state), _NOT_YET, tap)
        case ManagerTold(lost=lost):
            lines = [loss_words(lost.loss, lost.state), *loss_lines(lost.loss, lost.state)]
            return _shown(lost, lines, f"Told by {reply.teller}")
    assert_never(reply)


def _shown(lost: ChampionLost, lines: Sequence[str], foot: str, *below: Block) -> tuple[str, tuple[Block, ...]]:
    head = loss_head(lost.deal, lost.loss)
    said = section("\n".join([f"*{escape(head)}*", *map(escape, lines)]))
    return spoken(f"{lost.deal}: 1 change", head, *lines, foot), (said, *below, context(escape(foot)))
