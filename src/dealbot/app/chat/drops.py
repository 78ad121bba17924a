"""Files that somebody drops in a conversation: each is told what became of it, by somebody who may at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from dealbot.app.chat.questions import ask
from dealbot.app.chat.replies import GuideDecided, GuideDropped, Plain, PolicyTaken, Reply
from dealbot.app.chat.turn import Turn
from dealbot.app.drop_document import Dropped, decide_on, drop_document, is_read_from, is_readable
from dealbot.domain.dropped import DraftState
from dealbot.errors import BadDocument, BadInput, NotAllowed

_NOT_FROM_YOU: Final = (
    "Files I take from enablement (guides), an analyst (policy notes) or an admin. A call note I read in a message."
)
_FORMATS: Final = "I take guides as Markdown, text, PDF or Word"
_SETTLED: Final = "That is settled already, so nothing was done."


@dataclass(frozen=True, slots=True)
class Handed:
    """A file in a message; `fetch` gives its bytes and raises BadInput with why there are none to be had."""

    name: str
    fetch: Callable[[], bytes]


def take_in(turn: Turn, files: Sequence[Handed]) -> tuple[Reply, ...]:
    """Keep each file that is a guide or a policy note, and tell what became of each."""
    if not is_read_from(turn.principal):
        return (Plain(_NOT_FROM_YOU),)
    # All are fetched before any is kept: where one has to be tried again, all are.
    fetched = [(file.name, _fetched(file)) for file in files]
    return tuple(_taken(turn, name, content) for name, content in fetched)


def decide(turn: Turn, key: int, state: DraftState) -> None:
    """Approve a guide, discard it or take it out, by a tap."""
    try:
        decided = decide_on(turn.desk, turn.principal, key, state)
    except (BadInput, NotAllowed) as error:
        turn.only_say(turn.memory, Plain(str(error)))
        return
    turn.only_say(turn.memory, GuideDecided(decided, state) if decided.done else Plain(_SETTLED))


def which_deals(turn: Turn, policy: str) -> None:
    """Tell by a tap which deals a policy note that was dropped affects."""
    ask(turn, f"which deals are affected by {policy}?", sure=True)


def _fetched(file: Handed) -> bytes | str:
    """The bytes of a file, or why there are none."""
    if not is_readable(file.name):
        return _FORMATS
    try:
        return file.fetch()
    except BadInput as error:
        return str(error)


def _taken(turn: Turn, name: str, content: bytes | str) -> Reply:
    if isinstance(content, str):
        return Plain(f"{name} was not taken in: {content}.")
    try:
        took = drop_document(turn.desk, turn.principal, name, content)
    except NotAllowed as error:
        return Plain(f"{name} was not taken in. {error}")
    except BadDocument as error:
        return Plain(f"{name} was not taken in: {error.reason}. Put that right and drop it again.")
    return GuideDropped(took) if isinstance(took, Dropped) else PolicyTaken(took, turn.desk.today())
