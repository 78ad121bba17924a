"""Starting a session: what is wanted in a person's words becomes cards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dealbot.app.desk import the_deal
from dealbot.app.practice.asking import Asked, OpenConcern, asked, open_concerns, seat_of, speaks_of
from dealbot.app.practice.handing_in import LEFT_COHORT, NO_CHECK, owed_by
from dealbot.app.practice.room import LaidOut, PracticeRoom
from dealbot.app.state import state_now
from dealbot.domain.deal import DealState
from dealbot.domain.practice.card import Card, CardKind, Deck
from dealbot.domain.practice.choosing import (
    DRIP,
    Known,
    for_drip,
    for_facts,
    for_interview,
    for_objections,
    for_role,
    for_seller,
    for_warm_up,
    for_work,
)
from dealbot.domain.practice.session import Item, Mode, Session
from dealbot.domain.practice.telling import telling
from dealbot.domain.principal import Principal, Role
from dealbot.domain.title import function_of
from dealbot.errors import BadInput
from dealbot.store.books import Books

_TOPIC = "a topic"
_FOR_INTERVIEWS = "interview prep"
_SELLER, _SALES_MANAGER = "account executive", "sales manager"
_NOTHING_DUE = "Nothing is due today, and nothing is new."
_ENDED = "That check was ended: nothing more is asked of it."
_TO_HAND_IN = "Your check is answered: hand it in."
_ANSWERED = "Your check is handed in: nothing is left of it."
_NO_CARDS = "There is nothing to practise in that: name another guide or role."


@dataclass(frozen=True, slots=True)
class Topic:
    """Cards of whatever guides that speak of one thing, by id."""

    title: str
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to practise: of a guide or topic, for a role of the committee or a person, or a check."""

    mode: Mode = Mode.INTERVIEW
    guide: str | None = None
    role: str | None = None
    deal: str | None = None
    check: int | None = None
    topic: Topic | None = None


def start(room: PracticeRoom, principal: Principal, wanted: Wanted) -> Asked:
    """Begin to practise; what was running is left for later. Raises BadInput, UnknownDeal, AmbiguousDeal."""
    with room.desk.writing(principal) as books:
        laid_out = room.kept_up(principal, books)
        books.practice.hold()
        session = _chosen(room, principal, wanted, laid_out, books)
        if not session.items:
            raise BadInput(_NOTHING_DUE if wanted.mode is Mode.DRIP else _NO_CARDS)
        first = asked(books.practice.keep(session, room.desk.now()), laid_out, room.desk, books)
        if first is None:
            raise BadInput(_NO_CARDS)
        room.desk.then(books, first)
    return first


def _chosen(room: PracticeRoom, principal: Principal, wanted: Wanted, laid_out: LaidOut, books: Books) -> Session:
    if wanted.mode is Mode.CHECK:
        return _check(wanted, laid_out, books)
    known = known_of(room, principal, books)
    if wanted.mode is Mode.WARM_UP:
        return _warm_up(room, wanted, laid_out, books, known)
    work = _SALES_MANAGER if Role.MANAGER in principal.roles else _SELLER
    decks = _decks(wanted, laid_out, books, work)
    title = seat_of(wanted.role or "") or (decks[0].title if len(decks) == 1 else "")
    today = replace(known, now=room.end_of_today())
    cards = _of_the_day(laid_out, decks, today) if wanted.mode is Mode.DRIP else _cards(wanted.mode, decks, known)
    if wanted.mode is Mode.INTERVIEW and decks == for_work(laid_out.decks, work):
        cards = for_seller(decks, work, known)
    return Session(wanted.mode, tuple(Item(card.id) for card in cards), "" if wanted.mode is Mode.DRIP else title)


def known_of(room: PracticeRoom, principal: Principal, books: Books) -> Known:
    """What the principal's cards stand like now."""
    seed = f"{principal.user} {room.desk.today()}"
    return Known(room.desk.now(), books.practice.standings(), seed)


def _of_the_day(laid_out: LaidOut, decks: Sequence[Deck], known: Known) -> tuple[Card, ...]:
    """What is due of any deck, then what is new of one's own."""
    due = [card for card in for_drip(laid_out.decks, known) if card.id in known.standings]
    new = [card for card in for_drip(decks, known) if card.id not in known.standings]
    return tuple([*due, *new][:DRIP])


def _cards(mode: Mode, decks: Sequence[Deck], known: Known) -> tuple[Card, ...]:
    match mode:
        case Mode.OBJECTIONS:
            return for_objections(decks, known)
        case Mode.FACTS:
            return for_facts(decks, known)
        case _:
            return for_interview(decks, known)


def _decks(wanted: Wanted, laid_out: LaidOut, books: Books, work: str) -> Sequence[Deck]:
    if wanted.topic is not None:
        cards = tuple(laid_out.cards[key] for key in wanted.topic.cards if key in laid_out.cards)
        return (Deck(_TOPIC, wanted.topic.title, cards),)
    if wanted.guide is not None:
        return (laid_out.named(wanted.guide),)
    if wanted.role is not None:
        return for_role(laid_out.decks, seat_of(wanted.role)) or _no_deck(wanted.role)
    if wanted.mode in {Mode.OBJECTIONS, Mode.FACTS}:
        return laid_out.decks
    names = {name for cohort in books.cohorts.mine() for name in cohort.decks}
    mine = tuple(deck for deck in laid_out.decks if deck.name in names)
    tagged = tuple(deck for deck in laid_out.decks if _FOR_INTERVIEWS in map(str.casefold, deck.tags))
    return mine or for_work(laid_out.decks, work) or tagged or laid_out.decks


def _no_deck(role: str) -> Sequence[Deck]:
    raise BadInput(f"No guide prepares for '{role}': try CMO, CNO, CFO, CIO, pharmacy or General Counsel.")


def _warm_up(room: PracticeRoom, wanted: Wanted, laid_out: LaidOut, books: Books, known: Known) -> Session:
    """Cards for whoever is met; with a deal, first those that stand for their open concerns of it."""
    if wanted.deal is None:
        role, concerns = wanted.role or _no_role(), []
    else:
        record = the_deal(books.deals, wanted.deal)
        state = state_now(books, record.id, room.desk.today())
        role = _role(wanted.role, state)
        concerns = _theirs(open_concerns(record.id, record.name, state), state, wanted.role, role)
    by_topic = list({concern.topic: concern for concern in concerns}.values())
    own = for_role(laid_out.decks, role) or laid_out.decks
    speaking = [_nearest(concern, [card for deck in own for card in deck.cards]) for concern in by_topic]
    cards = for_warm_up(laid_out.decks, role, speaking, known)
    if not cards:
        _no_deck(role)
    return Session(Mode.WARM_UP, tuple(_item(card, by_topic) for card in cards), role)


def _nearest(concern: OpenConcern, cards: Sequence[Card]) -> Callable[[Card], bool]:
    """Whether a card speaks of a concern, and none of these shares more words with it."""
    said = telling(concern.words)

    def shared(card: Card) -> int:
        return len(said & telling(card.prompt)) if card.kind is CardKind.RECALL else 0

    most = max((shared(card) for card in cards if speaks_of(concern.topic, card)), default=0)
    return lambda card: speaks_of(concern.topic, card) and shared(card) >= most


def _no_role() -> str:
    raise BadInput("For whom? Name a role, such as CNO, or a person and the deal.")


def _item(card: Card, concerns: Sequence[OpenConcern]) -> Item:
    told = next((concern for concern in concerns if speaks_of(concern.topic, card)), None)
    return Item(card.id, told.deal, told.topic) if told is not None else Item(card.id)


def _role(given: str | None, state: DealState) -> str:
    """The role that is given, or that a person of the deal has who is called so."""
    if given is None:
        return _no_role()
    words = given.casefold().split()
    named = [each for each in state.people if each.title and set(words) <= set((each.name or "").casefold().split())]
    return named[0].title or given if len(named) == 1 else given


def _theirs(told: Sequence[OpenConcern], state: DealState, given: str | None, role: str) -> list[OpenConcern]:
    """The concerns of the person that is meant, or of whoever sits in the role's function."""
    words = set((given or "").casefold().split())
    function = function_of(role)
    people = {
        each.key
        for each in state.people
        if words <= set((each.name or "").casefold().split()) or (function is not None and each.function is function)
    }
    return [concern for concern in told if concern.holder_key in people]


def _check(wanted: Wanted, laid_out: LaidOut, books: Books) -> Session:
    """The cards of a check that are not answered yet, of the one that is due first."""
    owed = owed_by(books, laid_out.cards, wanted.check)
    if not owed:
        gone = next((c for c in books.cohorts.my_checks() if wanted.check == c.id), None)
        raise BadInput(NO_CHECK if gone is None else _ENDED if gone.ended else LEFT_COHORT)
    for check in (each.check for each in owed if each.left and each.handed_in is None):
        begun = next((each for each in books.practice.open_sessions() if each.check == check.id), None)
        done = {kept.review.card for kept in books.cohorts.my_answers(check.id)}
        left = tuple(Item(card) for card in check.cards if card in laid_out.cards and card not in done)
        if begun is not None:
            return begun.resumed.within({item.card for item in left})
        return Session(Mode.CHECK, left, books.cohorts.get(check.cohort).name, check.id)
    raise BadInput(_TO_HAND_IN if any(each.waits for each in owed) else _ANSWERED)
