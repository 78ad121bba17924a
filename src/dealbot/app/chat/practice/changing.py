"""An answer whose message is changed or deleted: marked anew while it is the last of what is open, else it stands."""

from dealbot.app.chat.of_practice import MarkStands, PracticeSaid
from dealbot.app.chat.practice.answering import How, instead, is_last, review_of, session_of
from dealbot.app.chat.practice.checks import is_closed
from dealbot.app.chat.practice.messages import Sent, sent_as
from dealbot.app.chat.practice.pointer import Open, Stage
from dealbot.app.chat.practice.turning import now_open, only_say
from dealbot.app.chat.turn import Turn
from dealbot.domain.note import storable
from dealbot.domain.practice.review import KeptReview
from dealbot.domain.practice.session import SessionState
from dealbot.reading.redaction import redact

_ANY_TIME = "The mark stands: that answer is done. Its question comes around again."
_ONCE_MORE = "The mark stands: that answer is done. “Again” asks it once more."
_HANDED_IN = "The mark stands: your check is handed in. To change it, ask enablement."
_NOT_LAST = "Your answer stands as it was: of a check only the last one can be changed, by “change the last”."
_DELETED = "Your answer and its mark stay, though its message is deleted. Only you see them."
_STAYS = "Your answer stays in the check, though its message is deleted."


def change_answer(turn: Turn) -> bool:
    """Do what the change of a message asks for; false for one that was no answer."""
    sent = _sent(turn)
    kept = review_of(turn, sent.review) if sent is not None else None
    if sent is None or kept is None:
        return False
    opened = now_open(turn)
    if sent.text.split() == turn.said.text.split():
        only_say(turn, opened)
    elif opened is None or not _still_open(turn, opened, kept) or not _marked_anew(turn, opened, sent):
        only_say(turn, opened, _stands(turn, kept))
    return True


def delete_answer(turn: Turn) -> bool:
    """Say of a message that is deleted that its answer stays; false for one that was no answer."""
    sent = _sent(turn)
    kept = review_of(turn, sent.review) if sent is not None else None
    if kept is None:
        return False
    only_say(turn, now_open(turn), PracticeSaid(_DELETED if kept.review.check is None else _STAYS))
    return True


def _sent(turn: Turn) -> Sent | None:
    with turn.reading() as books:
        return sent_as(books, turn.said.note)


def _still_open(turn: Turn, opened: Open, kept: KeptReview) -> bool:
    """Whether the answer is to the question that was marked last, and what that is of goes on."""
    session = session_of(turn, opened.session)
    same = opened.stage is Stage.MARKED and opened.session == kept.review.session and opened.card == kept.review.card
    return same and session is not None and (kept.review.check is not None or session.state is not SessionState.ENDED)


def _marked_anew(turn: Turn, opened: Open, sent: Sent) -> bool:
    """Mark the whole answer with the new words in place of the old ones."""
    last = review_of(turn, opened.review)
    old = redact(storable(sent.text)).text
    if last is None or old not in last.review.answer:
        return False
    return instead(turn, opened, last.review.answer.replace(old, turn.said.text, 1), How.CHANGED)


def _stands(turn: Turn, kept: KeptReview) -> MarkStands | PracticeSaid:
    if kept.review.check is not None:
        return PracticeSaid(_NOT_LAST if is_closed(turn, kept) else _HANDED_IN)
    return MarkStands(_ONCE_MORE, kept.id) if is_last(turn, kept) else PracticeSaid(_ANY_TIME)
