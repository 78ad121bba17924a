"""Plain replies that set something right, and answers to what dealbot asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dealbot.app.chat.champions import lost_champions
from dealbot.app.chat.fixes.fix import Basis, CloseStep, DateNote, Fix, MoveNote, MoveStep, SetRight, TakeBack, Unlearn
from dealbot.app.chat.fixes.news import brings_news
from dealbot.app.chat.fixes.parse import fixes_in
from dealbot.app.chat.notes import log_to
from dealbot.app.chat.open_question import NOT_AGAIN_DAYS, Apart, Noted, Unknown, meant_by
from dealbot.app.chat.recent import recent_deals
from dealbot.app.chat.replies import Fixed, NoteDated, NotePlaced, Plain, WhichDeal
from dealbot.app.chat.turn import Turn
from dealbot.app.correct import Corrected, correct, take_back
from dealbot.app.date_note import Dated, date_note
from dealbot.app.desk import Desk, the_deal
from dealbot.app.follow_up import FollowUp
from dealbot.app.lessons import forget, lesson_line, lessons_of, refuse, take_for_all
from dealbot.app.place_note import Placed, move_note, undo_note
from dealbot.app.set_right import each_given
from dealbot.app.state import state_now
from dealbot.app.steps import close_step, move_step
from dealbot.errors import BadInput
from dealbot.store.books import Books
from dealbot.store.lessons import KeptLesson

_MOST_DEALS = 3
_UNCLEAR = (
    'I could not tell what to change, so nothing was. Say it like "that was Raj", "Dana is fine", "not blocking", '
    '"undo" or "wrong deal".'
)
_NO_DEAL = "Which deal is that about? Reply below the card of the note, or name the deal."


def fix(turn: Turn, text: str) -> bool:
    """Set right what a reply names; false where it names nothing that can be set right."""
    found = found_in(turn, text)
    if not found:
        return False
    try:
        apply(turn, found)
    except BadInput:  # such as a worry that several have: nothing was changed
        return False
    return True


def found_in(turn: Turn, text: str) -> tuple[Fix, ...]:
    """What a reply sets right; empty where it names nothing."""
    basis = basis_of(turn)
    return fixes_in(text, basis) if basis is not None else ()


def has_news(turn: Turn, text: str) -> bool:
    """Whether a reply sets nothing right but says of somebody what a note should keep."""
    basis = basis_of(turn)
    return basis is not None and not fixes_in(text, basis) and brings_news(text, basis)


def not_understood(turn: Turn) -> None:
    """Say that a reply named nothing that could be set right."""
    known = turn.memory.deal or turn.said.deal
    turn.only_say(turn.memory, Plain(_UNCLEAR, turn.memory.note) if known else Plain(_NO_DEAL))


def answer(turn: Turn, text: str, question: FollowUp) -> bool:
    """Take an answer to the open question; false where it answers nothing."""
    basis = basis_of(turn)
    meant = meant_by(text, question, basis) if basis is not None else None
    closed = replace(turn, memory=replace(turn.memory, question=None))
    match meant:
        case None:
            return False
        case Unknown():
            until = turn.desk.today() + timedelta(days=NOT_AGAIN_DAYS)
            _decline(closed, question, until, "Fine. I won't ask that again for a month.")
        case Apart():
            _decline(closed, question, date.max, f"Fine: {question.who} and {question.other} are two people.")
        case Noted(text=told):
            log_to(closed, closed.memory.deal or "", turn.unplaced(told))
        case _:
            apply(closed, (meant,))
    return True


def basis_of(turn: Turn) -> Basis | None:
    """What a reply is read against, where it is known which deal it is about."""
    name = turn.memory.deal or turn.said.deal
    if name is None:
        return None
    deals = turn.deals()
    with turn.reading() as books:
        deal = the_deal(books.deals, name)
        said = books.ledger.observations(deal.id)
        noted = tuple(o.item for o in said if turn.memory.note and o.origin.note == turn.memory.note)
        return Basis(state_now(books, deal.id, turn.desk.today()), noted, deals, turn.said.on)


def apply(turn: Turn, fixes: Sequence[Fix]) -> None:
    """Do what fixes say, the reply leaving with the last of them."""
    first = fixes[0]
    if isinstance(first, TakeBack):
        undo(turn)
    elif isinstance(first, Unlearn):
        unlearn(turn)
    elif isinstance(first, MoveNote):
        move(turn, first.deal)
    elif isinstance(first, DateNote):
        date_the_note(turn, first.on)
    else:
        _set_right(turn, fixes)


def undo(turn: Turn) -> None:
    """Take back the last correction, or else the note."""
    memory = turn.memory
    if memory.fixed and memory.deal is not None:
        undo_fix(turn, memory.deal, memory.fixed)
    elif memory.moved_from is not None and memory.note is not None:
        move(turn, memory.moved_from)
    elif memory.dated_from is not None and memory.note is not None:
        date_the_note(turn, memory.dated_from, undone=True)
    elif memory.note is not None:
        undo_the_note(turn, memory.note, memory.deal)
    else:
        turn.only_say(memory, Plain("There is nothing here to take back: reply below the card of the note."))


def undo_fix(turn: Turn, deal: str, keys: Sequence[int]) -> None:
    """Take corrections back."""

    def told(books: Books, corrected: Corrected) -> None:
        turn.say(books, replace(turn.memory, fixed=()), Fixed(corrected, undone=True, shared=turn.said.shared))

    take_back(turn.then(told), turn.principal, deal, keys)


def undo_the_note(turn: Turn, note: str, deal: str | None) -> None:
    """Take a note back."""

    def told(books: Books, placed: Placed) -> None:
        memory = replace(turn.memory, note=None, question=None, fixed=(), moved_from=None, dated_from=None)
        turn.say(books, memory, NotePlaced(placed, turn.said.shared))

    try:
        undo_note(turn.then(told), turn.principal, note, deal)
    except BadInput:
        turn.only_say(turn.memory, Plain("That note was taken back already."))


def do_not_learn(turn: Turn, keys: Sequence[int]) -> None:
    """Take lessons back; what was set right stays so."""

    def told(books: Books, lessons: tuple[KeptLesson, ...]) -> None:
        words = " and ".join(f"'{kept.lesson.words}'" for kept in lessons)
        turn.say(books, turn.memory, Plain(f"Fine: what you set right stays, and I learn nothing from it of {words}."))

    forget(turn.then(told), turn.principal, keys)


def unlearn(turn: Turn) -> None:
    """Take back what the last correction taught."""
    known = {kept.key for kept in lessons_of(turn.desk, turn.principal)}
    lessons = [key for key in turn.memory.fixed if key in known]
    if lessons:
        do_not_learn(turn, lessons)
    else:
        turn.only_say(turn.memory, Plain("There is nothing here that I learnt."))


def use_everywhere(turn: Turn, keys: Sequence[int], *, yes: bool) -> None:
    """Let lessons that two people taught count in all deals, or not."""

    def told(books: Books, lessons: tuple[KeptLesson, ...]) -> None:
        lines = (f"{lesson_line(kept.lesson, 'in all deals')}." for kept in lessons)
        turn.say(books, turn.memory, Plain("\n".join(lines) if yes else "Fine: it stays as it is, deal by deal."))

    (take_for_all if yes else refuse)(turn.then(told), turn.principal, keys)


def date_the_note(turn: Turn, on: date, note: str | None = None, *, undone: bool = False) -> None:
    """Set right on which day the note's call was, or set it back."""
    dated = note or turn.memory.note
    if dated is None:
        turn.only_say(turn.memory, Plain("The day of which call? Reply below its card."))
        return

    def told(books: Books, result: Dated) -> None:
        memory = replace(turn.memory.about(result.deal), note=dated, question=None, fixed=(), moving=None)
        memory = replace(memory, moved_from=None, dated_from=None if undone else result.before)
        turn.say(books, memory, NoteDated(result, undone, turn.said.shared))

    try:
        date_note(turn.then(told), turn.principal, dated, on)
    except BadInput as error:
        turn.only_say(turn.memory, Plain(str(error)))


def move(turn: Turn, deal: str | None, note: str | None = None) -> None:
    """Move the note to another deal, or ask to which."""
    memory = turn.memory
    moved = note or memory.note
    if moved is None:
        turn.only_say(memory, Plain("Which note? Reply below its card."))
    elif deal is None:
        with turn.reading() as books:
            others = recent_deals(books, memory.deal)
        turn.only_say(replace(memory, moving=moved), WhichDeal(moved, others[:_MOST_DEALS], moving=True))
    else:
        _move_to(turn, deal, moved)


def _move_to(turn: Turn, deal: str, note: str) -> None:
    """Move a note; a channel goes on to be about its own deal."""

    def told(books: Books, placed: Placed) -> None:
        there = turn.memory.about(turn.said.deal or placed.after or "")
        back = placed.before if placed.before != placed.after else None
        there = replace(there, note=note, question=None, fixed=(), moving=None, moved_from=back, dated_from=None)
        turn.say(books, there, NotePlaced(placed, turn.said.shared))

    try:
        move_note(turn.then(told), turn.principal, note, deal)
    except BadInput:
        turn.only_say(replace(turn.memory, moving=None), Plain(f"The note is in {deal} already."))


def _decline(turn: Turn, question: FollowUp, until: date, told: str) -> None:
    """Do not ask a question again before a day."""
    with turn.writing() as books:
        deal = the_deal(books.deals, turn.memory.deal or "")
        books.talks.decline(deal.id, question.subject, until)
        turn.say(books, turn.memory, Plain(told))


@dataclass(slots=True)
class _Sum:
    """The results of several fixes, told as one."""

    parts: list[Corrected]

    def with_last(self, last: Corrected) -> Corrected:
        """Everything that changed, and the keys to take all of it back."""
        every = [*self.parts, last]
        changes = tuple(change for part in every for change in part.changes)
        keys = tuple(key for part in every for key in part.keys)
        learnt = tuple(lesson for part in every for lesson in part.learnt)
        return replace(last, changes=changes, keys=keys, given=each_given(every), learnt=learnt)


def _set_right(turn: Turn, fixes: Sequence[Fix]) -> None:
    done = _Sum([])

    def told(books: Books, last: Corrected) -> None:
        whole = done.with_last(last)
        memory = replace(turn.memory.about(whole.deal), fixed=whole.keys, moving=None, moved_from=None, dated_from=None)
        lost = lost_champions(turn, whole.deal, whole.changes, whole.state)
        turn.say(books, memory, Fixed(whole, shared=turn.said.shared), *lost)

    *others, last = (_work(turn, each) for each in fixes)
    for work in others:
        done.parts.append(work(turn.desk))
    last(turn.then(told))


def _work(turn: Turn, each: Fix) -> Callable[[Desk], Corrected]:
    deal, who = turn.memory.deal or turn.said.deal or "", turn.principal
    match each:
        case SetRight(pairs=pairs, of_deal=of_deal):
            return lambda desk: correct(desk, who, deal if of_deal else turn.memory.note or deal, pairs)
        case CloseStep(key=key, status=status):
            return lambda desk: close_step(desk, who, deal, key, status)
        case MoveStep(key=key, due=due):
            return lambda desk: move_step(desk, who, deal, key, due)
        case TakeBack() | Unlearn() | MoveNote() | DateNote():
            raise AssertionError(each)
