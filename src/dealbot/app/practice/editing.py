"""Cards as enablement wants them: worded otherwise, with other points or another key, off; and reworded ones known."""

from dealbot.app.practice.room import PracticeRoom
from dealbot.app.practice.signing import must_train
from dealbot.domain.practice.edits import CardEdit
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput

_MOST_POINTS = 6


def edit_card(room: PracticeRoom, principal: Principal, edit: CardEdit) -> CardEdit:
    """Keep how a card is to be from now on, in place of what was edited before; raises BadInput, NotAllowed."""
    must_train(principal, "edit cards")
    if edit.prompt is not None and not edit.prompt.strip():
        raise BadInput("A question needs words: write it.")
    if edit.choices is not None and not set(edit.accepted or ()) & set(edit.choices):
        raise BadInput("Of the options one has to be right: say which.")
    if edit.points is not None and not 0 < len(edit.points) <= _MOST_POINTS:
        raise BadInput(f"A card has one to {_MOST_POINTS} key points.")
    with room.desk.writing(principal) as books:
        books.card_edits.edit(edit, room.desk.now())
        room.desk.then(books, edit)
    return edit
