"""A champion's loss as lines and blocks: to whoever logged it with a button, to a manager with who told it."""

from typing import assert_never

from dealbot.app.champion_news import loss_head, loss_lines
from dealbot.app.chat.replies import ChampionLost, ManagerTold, OfChampions
from dealbot.slack.views.parts import Block, actions, button, context, escape, section, spoken

_NOT_YET = "Your manager is not told until you tap."


def shown_of_champions(reply: OfChampions) -> tuple[str, tuple[Block, ...]]:
    """The plain text and the blocks of a champion's loss."""
    match reply:
        case ChampionLost():
            value = {"deal": reply.deal, "who": reply.loss.person.key}
            tap = actions([button("Tell my manager", "tell_manager", value)])
            return _shown(reply, _NOT_YET, tap)
        case ManagerTold():
            return _shown(reply.lost, f"Told by {reply.teller}")
    assert_never(reply)


def _shown(lost: ChampionLost, foot: str, *below: Block) -> tuple[str, tuple[Block, ...]]:
    head, lines = loss_head(lost.deal, lost.loss), loss_lines(lost.loss, lost.state)
    said = section("\n".join([f"*{escape(head)}*", *map(escape, lines)]))
    return spoken(f"{lost.deal}: 1 change", head, *lines, foot), (said, *below, context(escape(foot)))
