"""What a tap or a form does: the same as the words it stands for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dealbot.app.chat import fixing
from dealbot.app.chat.fixes.fix import SetRight
from dealbot.app.chat.fixing import answer, apply, date_the_note, move, undo_fix, undo_the_note
from dealbot.app.chat.notes import log
from dealbot.app.chat.placing import place
from dealbot.app.chat.questions import ask
from dealbot.app.chat.replies import Plain
from dealbot.app.chat.several import one_note, save_all
from dealbot.app.chat.turn import Turn
from dealbot.app.desk import the_deal
from dealbot.app.must_say_yes import choices, settings
from dealbot.app.state import state_now
from dealbot.domain.alignment import align
from dealbot.errors import BadInput

UNCHANGED = "The list of who must say yes is as it was."
GONE = "That is settled already, so nothing was done."


TIMELINE = "What is the timeline?"
NUMBERS = "How likely is full alignment?"


def ask_of(turn: Turn, deal: str, question: str) -> None:
    """Ask a question of a deal."""
    ask(turn, question, deal, sure=True)


def ask_guides(turn: Turn, question: str) -> None:
    """Put a question to the guides that was taken for another."""
    ask(turn, question, sure=True, of_guides=True)


def choose_deal(turn: Turn, deal: str, note: str) -> None:
    """Do what waits for its deal."""
    if not place(turn, deal, note):
        turn.only_say(turn.memory, Plain(GONE))


def log_it(turn: Turn) -> None:
    """What was unsure is a note."""
    _decide(turn, asks=False)


def asking(turn: Turn) -> None:
    """What was unsure is a question."""
    _decide(turn, asks=True)


def _decide(turn: Turn, *, asks: bool) -> None:
    one = turn.memory.unsure
    if one is None:
        turn.only_say(turn.memory, Plain(GONE))
        return
    said = replace(turn.said, text=one.text, note=one.note, on=one.on)
    decided = replace(turn, said=said, memory=replace(turn.memory, unsure=None))
    if asks:
        ask(decided, one.text, sure=True)
    else:
        log(decided, one.text)


def choose_answer(turn: Turn, note: str, words: str) -> None:
    """Answer dealbot's question by a tap on one of its choices; an old one changes nothing."""
    question = turn.memory.question
    if question is None or turn.memory.note != note or not answer(turn, words, question):
        turn.only_say(turn.memory, Plain(GONE))


def undo_note(turn: Turn, note: str, deal: str) -> None:
    """Take a note back."""
    undo_the_note(about(turn, note, deal), note, None)


def undo_fixes(turn: Turn, deal: str, keys: tuple[int, ...]) -> None:
    """Take corrections back."""
    undo_fix(turn, deal, keys)


def do_not_learn(turn: Turn, keys: tuple[int, ...]) -> None:
    """Take back what a correction taught, but not the correction."""
    _about_lessons(turn, lambda: fixing.do_not_learn(turn, keys))


def use_everywhere(turn: Turn, keys: tuple[int, ...], *, yes: bool) -> None:
    """Let what two people taught count in all deals, or not."""
    _about_lessons(turn, lambda: fixing.use_everywhere(turn, keys, yes=yes))


def _about_lessons(turn: Turn, act: Callable[[], None]) -> None:
    try:
        act()
    except BadInput:  # taken back by now
        turn.only_say(turn.memory, Plain(GONE))


def move_note(turn: Turn, note: str, source: str, target: str) -> None:
    """Move a note to another deal, or put it back to the one it was taken back from."""
    move(about(turn, note, source), target, note)


def date_note(turn: Turn, note: str, deal: str, on: date, *, undone: bool = False) -> None:
    """Set right on which day a note's call was, or set it back."""
    date_the_note(about(turn, note, deal), on, note, undone=undone)


def choose_calls(turn: Turn, note: str, *, as_one: bool) -> None:
    """Save a message that tells of several calls, as one note or as these."""
    if not (one_note if as_one else save_all)(turn, note):
        turn.only_say(turn.memory, Plain(GONE))


def set_right(turn: Turn, note: str, deal: str, pairs: tuple[str, ...]) -> None:
    """Set right what a form says."""
    apply(about(turn, note, deal), (SetRight(pairs),))


def set_required(turn: Turn, deal: str, chosen: tuple[str, ...]) -> None:
    """Let the deal need the yes of those chosen, and of nobody else."""
    with turn.reading() as books:
        state = state_now(books, the_deal(books.deals, deal).id, turn.desk.today())
    pairs = settings(choices(align(state), state), chosen)
    talk = replace(turn, memory=turn.memory.about(deal))
    if pairs:
        apply(talk, (SetRight(pairs, of_deal=True),))
    else:
        talk.only_say(talk.memory, Plain(UNCHANGED))


def about(turn: Turn, note: str, deal: str) -> Turn:
    """The turn as one about a certain note."""
    memory = turn.memory
    if memory.note == note and memory.deal == deal:
        return turn
    return replace(turn, memory=replace(memory.about(deal), note=note, question=None, fixed=()))
