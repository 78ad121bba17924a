"""A champion's loss in a conversation: told first to whoever logged it, and to their manager when they tap."""

from collections.abc import Iterable

from dealbot.app.champion_news import losses_told
from dealbot.app.chat.replies import ChampionLost, ManagerTold, Plain
from dealbot.app.chat.turn import Turn
from dealbot.app.desk import the_deal
from dealbot.app.state import shared_state
from dealbot.domain.champion_loss import champion_losses
from dealbot.domain.changes import Change
from dealbot.domain.deal import DealState
from dealbot.domain.principal import Role, User
from dealbot.store.books import Books

_NOT_LOST = "That is settled already, so nothing was sent."
_NO_MANAGER = "Nobody else is set as a manager who may read this deal, so nothing was sent."


def lost_champions(turn: Turn, deal: str, changes: Iterable[Change], state: DealState) -> tuple[ChampionLost, ...]:
    """What is told beside the card of a note, or of what was set right, of each champion it says is going."""
    return tuple(ChampionLost(deal, loss, state, turn.said.shared) for loss in losses_told(changes, state))


def tell_manager(turn: Turn, deal: str, key: str) -> None:
    """Tell the managers who may read the deal, from what all of its readers may know."""
    with turn.reading() as books:
        record = the_deal(books.deals, deal)
        today = turn.desk.today()
        state = shared_state(books, record.id, today, today)
        managers = _managers(turn, books, record.id)
    losses = [loss for loss in champion_losses(state) if loss.person.key == key]
    if not losses or not managers:
        turn.only_say(turn.memory, Plain(_NO_MANAGER if losses else _NOT_LOST))
        return
    lost = ChampionLost(record.name, losses[0], state)
    told = [ManagerTold(user.id, turn.principal.name, lost) for user in managers]
    names = " and ".join(user.name for user in managers)
    turn.only_say(turn.memory, Plain(f"Told {names}: {losses[0].person.label} is lost as a champion."), *told)


def _managers(turn: Turn, books: Books, deal: int) -> tuple[User, ...]:
    readers = books.deals.readers(deal)
    known = (user for user in books.users.all() if Role.MANAGER in user.roles and user.id in readers)
    return tuple(user for user in known if user.id != turn.principal.user)
