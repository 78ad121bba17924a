"""Answering a card: marked, kept, scheduled, and what comes next; then one's own word on the mark."""

from dataclasses import dataclass, replace

from dealbot.app.practice.asking import Asked, asked
from dealbot.app.practice.room import LaidOut, PracticeRoom
from dealbot.app.practice.scheduling import scheduled, scheduled_anew
from dealbot.domain.note import storable
from dealbot.domain.practice.card import Card
from dealbot.domain.practice.keyed import can_be_marked, marked_by_key
from dealbot.domain.practice.mark import Mark, PointMark, PointState, Rating
from dealbot.domain.practice.review import Claim, ClaimKind, KeptReview, Review
from dealbot.domain.practice.session import Item, Mode, Session, SessionState
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput
from dealbot.reading.redaction import redact
from dealbot.store.books import Books

_NOTHING = "Nothing is being asked: start to practise first."
_CUT_OFF = "Nothing more is asked of that check, so this was not kept for it."
_ANSWERED = "That one is answered already."
_HANDED_IN = "That check is handed in, so its answers stand. Enablement can change a mark: ask them."
_UNKNOWN = "own word"
_GONE = "That question is gone from its guide: your answer stands."


@dataclass(frozen=True, slots=True)
class Given:
    """An answer with what it is to: a card and a session where they are known, else what is running.

    `unknown` tells that its words say no more than that one does not know.
    """

    text: str
    duration_ms: int | None = None
    card: str | None = None
    session: int | None = None
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as marked, its card (whose source may be shown now), how far the session is, and what comes next."""

    review: KeptReview
    card: Card
    mark: Mark
    session: Session | None = None
    then: Asked | None = None
    handed_in: bool = False

    @property
    def closed(self) -> bool:
        """Whether it is of a check that is not handed in: nothing of the mark is told before."""
        return self.review.review.mode is Mode.CHECK and not self.handed_in


@dataclass(frozen=True, slots=True)
class _Meant:
    """The card that an answer is to, and the session in which it is asked, if it is."""

    card: Card
    session: Session | None


def answer(room: PracticeRoom, principal: Principal, given: Given) -> Answered:
    """Mark and keep an answer; one that no guide has a model answer to is scheduled by its person's own word.

    Raises BadInput where nothing is asked, it was answered meanwhile, or it is none of the choices.
    """
    text = redact(storable(given.text)).text
    with room.desk.reading(principal) as books:
        meant = _meant(room.laid_out(principal, books), books, given)
    card = meant.card
    mark = _marked(room, card, given, text)
    with room.desk.writing(principal) as books:
        books.practice.hold()
        laid_out = room.laid_out(principal, books)
        if meant.session is not None:
            # While it was marked, somebody with two phones may have answered it.
            meant = _meant(laid_out, books, replace(given, card=card.id, session=meant.session.id))
        kept = books.practice.append(_review(meant, mark, text, room, given.duration_ms))
        if card.gradable:
            before = books.practice.schedule(card.id)
            books.practice.plan([scheduled(card.id, before, mark.rating, room.desk.now(), room.pace(books))])
        result = _moved_on(room, laid_out, books, kept, meant)
        room.desk.then(books, result)
    return result


def said(
    room: PracticeRoom, principal: Principal, review: int, point: int | None, state: PointState = PointState.MET
) -> Answered:
    """Keep one's own word on a point (from 0; None: the whole answer): "I did say that", or how an unsure one is.

    What the guide has no model answer to is good or not yet as its person says.

    The card is scheduled anew where nothing was answered to it since. Raises BadInput.
    """
    with room.desk.writing(principal) as books:
        books.practice.hold()
        laid_out = room.laid_out(principal, books)
        before = books.practice.review(review)
        kept = books.practice.claim(review, _claim(before, point, state), room.desk.now())
        card = laid_out.card(kept.review.card)
        _schedule_anew(room, books, kept)
        session = books.practice.session(kept.review.session) if kept.review.session is not None else None
        session = session.within(laid_out.cards) if session is not None else None
        then = asked(session, laid_out, room.desk, books) if session is not None else None
        check = kept.review.check
        handed_in = check is not None and principal.user in books.cohorts.handed_in(check)
        result = Answered(kept, card, kept.mark, session, then, handed_in)
        room.desk.then(books, result)
    return result


def which_letter(card: Card) -> str:
    """What is said to an answer that is none of the choices."""
    return f"Tap or say a to {chr(ord('a') + len(card.choices) - 1)}."


def try_again(room: PracticeRoom, principal: Principal, review: int) -> Asked:
    """Ask the card of an answer once more; raises BadInput for one of a check or a role-play."""
    with room.desk.writing(principal) as books:
        books.practice.hold()
        laid_out = room.laid_out(principal, books)
        kept = books.practice.review(review)
        if kept.review.mode is Mode.CHECK:
            raise BadInput("A card of a check is answered once. Practise it as often as you like.")
        if kept.review.mode is Mode.ROLE_PLAY:
            raise BadInput("That was said in a role-play, whose lines are not asked again one by one: play it anew.")
        card = laid_out.card(kept.review.card)
        session = _retrying(books, kept, Item(card.id))
        result = asked(books.practice.keep(session, room.desk.now()), laid_out, room.desk, books)
        if result is None:
            raise BadInput(_NOTHING)
        room.desk.then(books, result)
    return result


def change_last(room: PracticeRoom, principal: Principal, check: int) -> Asked:
    """Ask the card once more that was answered last of a check; raises BadInput where that is handed in."""
    with room.desk.writing(principal) as books:
        books.practice.hold()
        laid_out = room.laid_out(principal, books)
        last = max(books.cohorts.my_answers(check), key=lambda kept: kept.id, default=None)
        if last is None or principal.user in books.cohorts.handed_in(check):
            raise BadInput(_HANDED_IN if last is not None else _NOTHING)
        session = _retrying(books, last, Item(last.review.card)).within(laid_out.cards)
        result = asked(books.practice.keep(session, room.desk.now()), laid_out, room.desk, books)
        if result is None:
            raise BadInput(_GONE)
        room.desk.then(books, result)
    return result


def running(books: Books, session: int | None) -> Session | None:
    """The session that is given, taken up again if it was left; else the one that is running, if any."""
    if session is not None:
        return books.practice.session(session).resumed
    opened = books.practice.open_sessions()
    return next((each for each in opened if each.state is SessionState.RUNNING), None)


def _meant(laid_out: LaidOut, books: Books, given: Given) -> _Meant:
    session = running(books, given.session)
    session = session.within(laid_out.cards) if session is not None else None
    if session is not None and session.cut_off:
        raise BadInput(_CUT_OFF)
    item = session.current if session is not None else None
    if given.card is None:
        if item is None:
            raise BadInput(_NOTHING)
        return _Meant(laid_out.cards[item.card], session)
    card = laid_out.card(given.card)
    if item is not None and item.card == card.id:
        return _Meant(card, session)
    if given.session is not None:
        raise BadInput(_ANSWERED)
    return _Meant(card, None)


def _marked(room: PracticeRoom, card: Card, given: Given, text: str) -> Mark:
    if given.unknown:
        return Mark(0.0, Rating.AGAIN, tuple(PointMark(point, PointState.MISSED) for point in card.points), by=_UNKNOWN)
    if not can_be_marked(card, text):
        raise BadInput(which_letter(card))
    return marked_by_key(card, text) if card.keyed else room.grader().grade(card.rubric, text)


def _review(meant: _Meant, mark: Mark, text: str, room: PracticeRoom, duration_ms: int | None) -> Review:
    session = meant.session
    return Review(
        card=meant.card.id,
        kind=meant.card.kind,
        deck=meant.card.deck,
        mode=session.mode if session is not None else Mode.INTERVIEW,
        mark=mark,
        answer=text,
        at=room.desk.now(),
        duration_ms=duration_ms,
        check=session.check if session is not None else None,
        session=session.id if session is not None else None,
    )


def _moved_on(room: PracticeRoom, laid_out: LaidOut, books: Books, kept: KeptReview, meant: _Meant) -> Answered:
    if meant.session is None:
        return Answered(kept, meant.card, kept.mark)
    session = books.practice.keep(meant.session.moved_on, room.desk.now())
    return Answered(kept, meant.card, kept.mark, session, asked(session, laid_out, room.desk, books))


def _claim(before: KeptReview, point: int | None, state: PointState) -> Claim:
    points = before.mark.points
    if point is None:
        return _claim_of_whole(before, state)
    if not 0 <= point < len(points):
        raise BadInput(f"There is no point {point + 1}: the answer has {len(points)}.")
    unsure = points[point].state is PointState.UNSURE
    if state is not PointState.MET and not unsure:
        raise BadInput("Only a point that is unsure can be marked as missed.")
    return Claim(ClaimKind.OWN if unsure else ClaimKind.SAID, point, state)


def _claim_of_whole(before: KeptReview, state: PointState) -> Claim:
    if before.mark.points:
        raise BadInput(f"Which point? It has {len(before.mark.points)}.")
    if before.review.kind.keyed:
        return Claim(ClaimKind.SAID, rating=Rating.GOOD)
    if before.claims:
        raise BadInput("You said how that one was already.")
    return Claim(ClaimKind.OWN, rating=Rating.GOOD if state is PointState.MET else Rating.AGAIN)


def _schedule_anew(room: PracticeRoom, books: Books, kept: KeptReview) -> None:
    (last,) = books.practice.reviews(kept.review.card, limit=1)
    schedule = books.practice.schedule(kept.review.card)
    if kept.review.mode is Mode.ROLE_PLAY:
        return  # it never scheduled the card
    if last.id != kept.id:
        return
    if not kept.review.kind.keyed and not kept.mark.points:
        at, pace = kept.review.at, room.pace(books)
        books.practice.plan([scheduled(kept.review.card, schedule, kept.mark.rating, at, pace)])
    elif schedule is not None and schedule.standing.rating is not kept.mark.rating:
        books.practice.plan([scheduled_anew(schedule, kept.mark.rating, kept.review.at, room.pace(books))])


def _retrying(books: Books, kept: KeptReview, item: Item) -> Session:
    """The session of an answer with its card asked once more; one of its own for an answer outside of any."""
    if kept.review.session is None:
        return Session(kept.review.mode, (item,))
    session = books.practice.session(kept.review.session)
    same = next((each for each in session.items if each.card == item.card), item)
    return session.retrying(same)
