"""Notes in a conversation: logged to their deal, or kept until it is known."""

from dataclasses import replace
from datetime import date

from dealbot.app.chat.calls import ask_calls, calls_in
from dealbot.app.chat.champions import lost_champions
from dealbot.app.chat.memory import Unplaced
from dealbot.app.chat.open_question import choices, open_to_all
from dealbot.app.chat.recent import recent_deals
from dealbot.app.chat.replies import NoteCard, WhichDeal
from dealbot.app.chat.turn import Turn
from dealbot.app.chat.which_deal import deal_of, named_in, new_name
from dealbot.app.log_note import Logged, NoteToLog, log_note
from dealbot.domain.note import CallNote
from dealbot.reading.calls import calls_of
from dealbot.store.books import Books

MOST_CHOICES = 4


def log(turn: Turn, text: str, new: str | None = None) -> None:
    """Log a note to its deal (or a `new` one), or keep it until its deal is known or whether it is several."""
    calls = calls_in(turn, text)
    if len(calls) > 1:
        ask_calls(turn, text)
        return
    deal, carried = (new, False) if new is not None else deal_of(turn, text)
    note = replace(turn.unplaced(text), on=calls[0].on)
    if deal is None:
        ask_deal(turn, note)
    else:
        log_to(turn, deal, note, carried=carried)


def log_to(turn: Turn, deal: str, note: Unplaced, *, carried: bool = False, asks: bool = True) -> None:
    """Log a note to a deal; with `asks` its card may ask a question."""

    def told(books: Books, logged: Logged) -> None:
        closed = turn.said.shared and logged.question is not None and not open_to_all(logged.question)
        if closed or not asks:
            logged = replace(logged, question=None)
        memory = turn.memory.about(logged.deal)
        memory = replace(memory, note=logged.note, question=logged.question, waiting=memory.without(note.note))
        memory = replace(memory, fixed=(), moving=None, moved_from=None, dated_from=None)
        offered = choices(logged.question, logged.state) if logged.question else ()
        card = NoteCard(logged, offered, carried, turn.said.shared, dated=logged.on != turn.said.on)
        turn.say(books, memory, card, *lost_champions(turn, logged.deal, logged.changes, logged.state))

    given = NoteToLog(deal, note.on, note.text, note.note, turn.principal.name, turn.said.at)
    log_note(turn.then(told), turn.principal, given)


def log_again(turn: Turn) -> None:
    """Read a note again that its author changed."""

    def told(books: Books, logged: Logged) -> None:
        logged = replace(logged, question=None)
        memory = replace(turn.memory.about(logged.deal), note=logged.note)
        lost = lost_champions(turn, logged.deal, logged.changes, logged.state)
        turn.say(books, memory, NoteCard(logged, shared=turn.said.shared, again=True), *lost)

    with turn.reading() as books:
        kept = books.notes.get(turn.said.note)
        deal = books.deals.by_id(kept.deal).name
    said = turn.said
    given = NoteToLog(deal, _day_again(turn, kept.note), said.text, said.note, turn.principal.name, said.at)
    log_note(turn.then(told), turn.principal, given)


def _day_again(turn: Turn, kept: CallNote) -> date:
    """The day of a changed note's call: the one it had, unless its new words tell another."""
    before, now = (calls_of(text, turn.said.on) for text in (kept.text, turn.said.text))
    return now[0].on if len(now) == 1 and now[0].on != before[0].on else kept.on


def ask_deal(turn: Turn, note: Unplaced, new: str | None = None) -> None:
    """Keep a note and ask which deal it is about; `new` is a name for it that somebody gave."""
    deals = turn.deals()
    named = named_in(note.text, deals)
    with turn.reading() as books:
        offered = named or recent_deals(books)
    memory = replace(turn.memory, waiting=(*turn.memory.without(note.note), note), question=None, moving=None)
    new = new or new_name(note.text, deals)
    turn.only_say(memory, WhichDeal(note.part_of or note.note, offered[:MOST_CHOICES], new, first=not deals))
