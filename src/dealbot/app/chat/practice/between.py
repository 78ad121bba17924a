"""What is written while a practice waits: nothing of it goes into a deal unasked, unless it plainly is a note."""

from dataclasses import replace
from datetime import datetime, timedelta

from dealbot.app.chat.memory import CARRIED
from dealbot.app.chat.of_practice import AnswerOrElse
from dealbot.app.chat.practice.answering import can_be_added_to
from dealbot.app.chat.practice.apart import like_a_note, says_outright
from dealbot.app.chat.practice.chatter import is_chatter
from dealbot.app.chat.practice.pointer import Open, Stage, last_with
from dealbot.app.chat.practice.turning import only_say
from dealbot.app.chat.said import Where
from dealbot.app.chat.turn import Turn
from dealbot.app.chat.which_deal import names_first
from dealbot.app.deal_names import names_of
from dealbot.app.words import words_of

_UNTIL_NEXT_DAY = timedelta(hours=36)
_FEWEST = 3


def may_be_answer(turn: Turn, *, sure: bool) -> bool:
    """Ask whether what would be kept in a deal is an answer to the practice that waits; false where it cannot be."""
    kept = _waiting(turn)
    if kept is None or _plainly_a_note(turn, kept):
        return False
    unsure = replace(kept.after(Stage.WAITS, turn.desk.now()), unsure=turn.unplaced(turn.said.text))
    only_say(turn, unsure, AnswerOrElse(asks=False, either=not sure))
    return True


def may_answer_late(turn: Turn) -> bool:
    """Whether few words, which would set something of a deal right or pass for chatter, may answer what was left."""
    memory, words = turn.memory, words_of(turn.said.text)
    if (
        memory.note is not None
        or memory.question is not None
        or len(words) < _FEWEST
        or is_chatter(turn.said.text, None)
    ):
        return False
    kept = _waiting(turn)
    return kept is not None and (kept.stage is Stage.ASKED or kept.unsure is not None)


def _waiting(turn: Turn) -> Open | None:
    """What was asked or answered last and is not told apart already."""
    if turn.said.where is not Where.DM or turn.said.overheard or turn.principal.aloud:
        return None
    with turn.reading() as books:
        kept = last_with(books)
    if kept is None or (kept.stage is Stage.ASKED and _fresh(kept, turn.desk.now())):
        return None
    if kept.played:
        return kept if _fresh(kept, turn.desk.now()) else None
    if kept.review is not None:
        return kept if _fresh(kept, turn.desk.now()) and can_be_added_to(turn, kept) else None
    asked = kept.card or kept.play is not None
    return kept if asked and turn.desk.now() - kept.at <= _UNTIL_NEXT_DAY else None


def _fresh(kept: Open, now: datetime) -> bool:
    return now - kept.at <= CARRIED


def _plainly_a_note(turn: Turn, kept: Open) -> bool:
    """Whether it begins as notes do; what was left a while ago, or is answered, is not asked for reports either."""
    text, deals = turn.said.text, turn.deals()
    mentions = names_of(deals).in_text(words_of(text), lambda _deal, _index: False)
    first = any(each.start == 0 and each.deals for each in mentions)
    if first or names_first(text, deals) or says_outright(text):
        return True
    waits = kept.stage is Stage.WAITS and _fresh(kept, turn.desk.now())
    return not waits and like_a_note(turn, text)
