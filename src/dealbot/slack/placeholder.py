"""What is answered until the conversation is there: help, and nothing else."""

from dealbot.domain.principal import LOCAL_OPERATOR
from dealbot.slack.payload import Payload, is_event, user_of
from dealbot.slack.screens import Screens
from dealbot.slack.turn import Turn, to_person
from dealbot.store.books import writing
from dealbot.store.database import Database

HELP = (
    "dealbot keeps call notes and tells where deals stand. On the command line, `dealbot ask` and `dealbot log` work."
)
_SPOKEN = frozenset({"message", "app_mention"})


def no_screens() -> Screens:
    """Know one command and no dialogs."""
    names: frozenset[str] = frozenset()
    return Screens(frozenset({"/deal"}), names, names, names, _nothing, lambda _: (), _nothing, HELP)


def answer_help(database: Database, turn: Turn) -> None:
    """Answer help to whoever said something."""
    spoken = turn.taken.arrival.kind in _SPOKEN or not is_event(turn.payload)
    with writing(database, LOCAL_OPERATOR) as books:
        if spoken and user_of(turn.payload) is not None:
            turn.finish(books, to_person(turn.payload, HELP, ""))
        else:
            turn.finish(books)


def _nothing(_payload: Payload) -> None:
    return None
