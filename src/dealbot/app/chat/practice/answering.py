"""Answers in a conversation: marked once, added to by what is written right after, contradicted by a word or a tap."""

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from dealbot.app.chat.of_practice import Kept, Marked, OfPractice, PracticeSaid, Recounted, WhichPoint, Whole
from dealbot.app.chat.practice.checks import (
    NOT_YET,
    asked_today,
    is_closed,
    opened_after_marks,
    owed,
    show_marks,
    tell_where,
)
from dealbot.app.chat.practice.messages import Sent, keep_message
from dealbot.app.chat.practice.pointer import Open, Stage
from dealbot.app.chat.practice.posing import over, pose
from dealbot.app.chat.practice.turning import end, now_open, only_say, room_of, settled, still_open
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.answering import Answered, Given, answer, said, try_again
from dealbot.app.practice.asking import Asked
from dealbot.app.practice.keeping import current
from dealbot.app.understand.note_like import REPORTS
from dealbot.domain.practice.mark import PointMark, PointState, Rating
from dealbot.domain.practice.review import KeptReview
from dealbot.domain.practice.session import Mode, Session, SessionState
from dealbot.errors import BadInput
from dealbot.store.books import Books

ADDED_WITHIN = timedelta(minutes=3)
_LONGEST_ANSWER = timedelta(minutes=30)
_TOLD = frozenset({PointState.UNSURE, PointState.PARTLY})


class How(StrEnum):
    """How an answer came: written, said not to be known, added to, or its message was changed."""

    WRITTEN = "written"
    UNKNOWN = "unknown"
    ADDED = "added"
    CHANGED = "changed"


_KEPT = {How.WRITTEN: "Kept", How.UNKNOWN: "Kept", How.ADDED: "Added", How.CHANGED: "Changed"}
_AGAIN = frozenset({How.ADDED, How.CHANGED})


def answer_with(turn: Turn, opened: Open, text: str, how: How = How.WRITTEN) -> None:
    """Mark an answer to what is asked, and say what it covers; of a check only that it is kept."""

    def told(books: Books, answered: Answered) -> None:
        session = answered.session
        marked = Open(opened.session, Stage.MARKED, turn.desk.now(), opened.card, review=answered.review.id)
        checked = session is not None and session.mode is Mode.CHECK
        reply: OfPractice = Marked(answered)
        if session is not None and checked:
            reply = Kept(session, answered.review.id, _KEPT[how], more=not answered.card.keyed)
            if session.check is not None and answered.then is None:
                asked_today(turn, books, session.check)
        ended = session is not None and answered.then is None and how not in _AGAIN and not checked
        last = [over(turn, books, session)] if session is not None and ended else []
        model = (
            [Whole(answered.card, answered.review.id)]
            if how is How.UNKNOWN and not checked and not answered.card.keyed
            else []
        )
        keep_message(books, Sent(turn.said.note, answered.review.id, turn.said.text), turn.desk.now())
        end(turn, books, replace(marked, unsure=opened.unsure), *model, reply, *last)

    given = Given(text, _milliseconds(opened.since, turn.desk.now()), opened.card, opened.session, how is How.UNKNOWN)
    try:
        answer(room_of(turn, told), turn.principal, given)
    except BadInput as error:
        _not_kept(turn, opened, PracticeSaid(str(error)))


def _not_kept(turn: Turn, to: Open, why: PracticeSaid) -> None:
    """Say why an answer was not kept; where its session went on elsewhere, ask here what it asks now."""
    opened, asked = now_open(turn), current(room_of(turn), turn.principal, to.session)
    behind = opened is None or (opened.stage is not Stage.MARKED and opened.card == to.card)
    if behind and asked is not None and asked.card.id != to.card:
        with turn.writing() as books:
            pose(turn, books, asked, again=True, first=(why,))
    else:
        only_say(turn, None if asked is None and behind else opened, why)


def add(turn: Turn, opened: Open, text: str) -> bool:
    """Take what is written right after an answer as more of it; false where the answer has a key or is not there."""
    kept = review_of(turn, opened.review)
    return kept is not None and instead(turn, opened, f"{kept.review.answer}\n{text}", How.ADDED)


def instead(turn: Turn, opened: Open, text: str, how: How) -> bool:
    """Mark the answer that was marked last anew, with other words; false where it cannot be added to."""
    kept = review_of(turn, opened.review)
    if kept is None or kept.review.session is None or not can_be_added_to(turn, opened):
        return False
    with turn.writing() as books:
        books.practice.hold()
        session = books.practice.session(kept.review.session)
        item = next((each for each in session.items if each.card == kept.review.card), None)
        if item is None or session.cut_off:
            return False
        books.practice.keep(session.retrying(item), turn.desk.now())
    answer_with(turn, opened, text, how)
    return True


def can_be_added_to(turn: Turn, opened: Open) -> bool:
    """Whether the answer that was marked last is in one's own words, of a session, and not handed in."""
    kept = review_of(turn, opened.review)
    if kept is None or kept.review.kind.keyed or kept.review.session is None:
        return False
    return kept.review.check is None or is_closed(turn, kept)


def again(turn: Turn, review: int) -> None:
    """Ask once more what was answered last; not twice, and nothing older."""
    kept = review_of(turn, review)
    opened = now_open(turn)
    if kept is None or not is_last(turn, kept) or (opened is not None and opened.stage is Stage.ASKED):
        settled(turn)
        return
    try:
        try_again(room_of(turn, lambda books, asked: pose(turn, books, asked, again=True)), turn.principal, review)
    except BadInput as error:
        only_say(turn, opened, PracticeSaid(str(error)))


def go_next(turn: Turn, review: int) -> None:
    """Ask what comes after an answer, once."""
    kept, opened = review_of(turn, review), now_open(turn)
    done = opened is not None and opened.stage is Stage.ASKED and kept is not None
    if kept is None or kept.review.session is None or done or not is_last(turn, kept):
        settled(turn)
        return
    asked = current(room_of(turn), turn.principal, kept.review.session)
    if asked is None:
        check = kept.review.check
        if check is None or not tell_where(turn, owed(turn, check)):
            settled(turn)
        return
    with turn.writing() as books:
        pose(turn, books, _running(turn, books, asked))


def _running(turn: Turn, books: Books, asked: Asked) -> Asked:
    """The same with its session taken up, where it was left meanwhile."""
    if asked.session.state is SessionState.RUNNING:
        books.practice.hold()
        books.practice.keep(books.practice.session(asked.session.id).resumed, turn.desk.now())
    return asked


def did_say(turn: Turn, review: int, point: int | None = None) -> None:
    """Count a point as said: the one that is meant, or ask which."""
    kept = review_of(turn, review)
    if kept is not None and is_closed(turn, kept):
        only_say(turn, now_open(turn), PracticeSaid(NOT_YET))
        return
    left = _left(kept) if kept is not None else ()
    if kept is None or not left or (point is not None and point not in {at for at, _ in left}):
        settled(turn)
    elif point is None and len(left) > 1:
        opened = opened_after_marks(turn) if kept.review.check is not None else now_open(turn)
        only_say(turn, opened, WhichPoint(review, tuple((at, each) for at, each in left if each is not None)))
    else:
        _count(turn, kept, left[0][0] if point is None else point, PointState.MET)


def did_say_number(turn: Turn, review: int, number: int) -> None:
    """Count the point of a number as said, as they were listed."""
    kept = review_of(turn, review)
    left = _left(kept) if kept is not None else ()
    if kept is None or not 1 <= number <= len(left):
        only_say(turn, now_open(turn), PracticeSaid("No point has that number now. “Next” goes on."))
    else:
        did_say(turn, review, left[number - 1][0])


def mark_unsure(turn: Turn, review: int, point: int, *, yes: bool) -> None:
    """Say of a point that the marker is not sure of whether it was said."""
    kept = review_of(turn, review)
    points = kept.mark.points if kept is not None and not is_closed(turn, kept) else ()
    if kept is None or not 0 <= point < len(points) or points[point].state not in _TOLD:
        settled(turn)
    else:
        _count(turn, kept, point, PointState.MET if yes else PointState.MISSED)


def tell_how(turn: Turn, review: int, *, good: bool) -> None:
    """Say how an answer was that the guide has no model answer to."""
    kept = review_of(turn, review)
    if kept is None or not _awaits_word(kept):
        settled(turn)
    else:
        _count(turn, kept, None, PointState.MET if good else PointState.MISSED)


def awaits_word(turn: Turn, review: int) -> bool:
    """Whether an answer waits for its person to say how it was."""
    kept = review_of(turn, review)
    return kept is not None and _awaits_word(kept)


def _awaits_word(kept: KeptReview) -> bool:
    return not (kept.mark.points or kept.review.kind.keyed or kept.claims)


def first_unsure(kept: KeptReview) -> tuple[int, PointMark] | None:
    """The first point that its person is asked about."""
    return next(((at, each) for at, each in enumerate(kept.mark.points) if each.state is PointState.UNSURE), None)


def show_whole(turn: Turn, review: int) -> None:
    """Show the whole answer of the guide; of a check nothing before it is handed in."""
    kept = review_of(turn, review)
    if kept is None:
        settled(turn)
        return
    if kept.review.check is not None:
        show_marks(turn, kept.review.check)
        return
    room = room_of(turn)
    with turn.writing() as books:
        card = room.laid_out(turn.principal, books).card(kept.review.card)
        told = kept.mark.rating is Rating.AGAIN and REPORTS.search(kept.review.answer) is not None
        end(turn, books, still_open(turn, books), Whole(card, review, may_be_note=told))


def _count(turn: Turn, kept: KeptReview, point: int | None, state: PointState) -> None:
    def told(books: Books, answered: Answered) -> None:
        end(turn, books, still_open(turn, books), Recounted(answered.review, over=answered.then is None))

    try:
        said(room_of(turn, told), turn.principal, kept.id, point, state)
    except BadInput as error:
        only_say(turn, now_open(turn), PracticeSaid(str(error)))


def _left(kept: KeptReview) -> tuple[tuple[int | None, PointMark | None], ...]:
    """What is not counted as said yet: points, or the whole answer where it has none."""
    points = kept.mark.points
    if not points:
        open_still = kept.mark.rating is Rating.AGAIN if kept.review.kind.keyed else not kept.claims
        return ((None, None),) if open_still else ()
    return tuple((at, each) for at, each in enumerate(points) if each.state is not PointState.MET)


def review_of(turn: Turn, key: int | None) -> KeptReview | None:
    """An answer of whoever speaks, and of nobody else."""
    with turn.reading() as books:
        try:
            return books.practice.review(key) if key is not None else None
        except BadInput:
            return None


def is_last(turn: Turn, kept: KeptReview) -> bool:
    """Whether nothing was answered since in its session."""
    with turn.reading() as books:
        since = (each for each in books.practice.reviews() if each.review.session == kept.review.session)
        return next(since, kept).id == kept.id


def session_of(turn: Turn, key: int) -> Session | None:
    """A session of whoever speaks, and of nobody else."""
    with turn.reading() as books:
        try:
            return books.practice.session(key)
        except BadInput:
            return None


def _milliseconds(since: datetime | None, now: datetime) -> int | None:
    passed = now - since if since is not None else None
    return int(passed / timedelta(milliseconds=1)) if passed is not None and passed <= _LONGEST_ANSWER else None
