"""Looking through cards before they are asked: one at a time, kept, edited or switched off, and going on later."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dealbot.app.chat.enabling.cohorts import decks_in
from dealbot.app.chat.enabling.looked import CardForm, form_of, look, look_again, looked_at, shown
from dealbot.app.chat.of_enabling import CardShown, LookedThrough
from dealbot.app.chat.enabling.tools import cards_of, cohort_named, room_of, say
from dealbot.app.chat.replies import Plain
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.editing import edit_card
from dealbot.app.practice.room import LaidOut
from dealbot.app.words import words_of
from dealbot.domain.practice.card import Card
from dealbot.domain.practice.edits import CardEdit
from dealbot.errors import BadInput
from dealbot.store.books import Books

_GONE = "That card is not there any longer: its guide changed."
_COHORT, _DECK = "cohort:", "deck:"


@dataclass(frozen=True, slots=True)
class _Row:
    """Cards in a row to be looked through: whose, and under which key it is remembered how far somebody is."""

    key: str
    of: str
    cards: tuple[Card, ...]
    cohort: int | None = None
    waiting: int = 0


def look_through(turn: Turn, of: str, *, sure: bool) -> bool:
    """Show the first card of a cohort or deck that was not looked at; false for what is neither and may be no name."""
    room = room_of(turn)
    with turn.writing() as books:
        laid_out = room.laid_out(turn.principal, books)
        try:
            row = _row(turn, books, laid_out, of)
        except BadInput as error:
            if not sure:
                return False
            turn.say(books, turn.memory, Plain(str(error)))
            return True
        if _left(books, row) == ():
            look_again(books, row.key, turn.desk.now())
        _next(turn, books, row)
    return True


def go_through(turn: Turn, key: str) -> None:
    """Go on where somebody left, by a tap."""
    with_key(turn, key, None)


def keep_card(turn: Turn, key: str, card: str) -> None:
    """A card is fine as it is, by a tap; a second tap on the same does nothing."""
    with_key(turn, key, card)


def with_key(turn: Turn, key: str, done: str | None) -> None:
    """Show the next card of a row, after one that somebody is done with."""
    room = room_of(turn)
    with turn.writing() as books:
        row = _row_of(turn, books, room.laid_out(turn.principal, books), key)
        if row is None:
            turn.say(books, turn.memory, Plain(_GONE))
        elif done is not None and done in looked_at(books, key):
            turn.say(books, turn.memory)
        else:
            look(books, key, [done] if done else [], turn.desk.now())
            _next(turn, books, row)


def change_card(turn: Turn, key: str, card: str, given: CardForm) -> None:
    """Keep a card as a form says it is from now on, and go on."""

    def told(books: Books, _edit: CardEdit) -> None:
        laid_out = room.laid_out(turn.principal, books)
        turn.say(
            books,
            turn.memory,
            _seen(books, turn, laid_out, laid_out.card(card), key, "Changed. It is asked so from now on."),
        )

    before = _edit_of(turn, card)
    points, accepted = given.points or before.points, given.accepted or before.accepted
    edit = replace(before, prompt=given.prompt or before.prompt, points=points, accepted=accepted, off=False)
    room = room_of(turn, told)
    try:
        edit_card(room, turn.principal, edit)
    except BadInput as error:
        say(turn, Plain(str(error)))


def switch(turn: Turn, key: str, card: str, *, off: bool) -> None:
    """Take a card out of what is asked, or put it back; where it is so already, nothing is done."""
    room = room_of(turn)
    before = _edit_of(turn, card)
    found = _any_card(turn, card)
    if found is None or before.off is off:
        say(turn, Plain(_GONE) if found is None else Plain("It is off already." if off else "It is on already."))
        return

    def told(books: Books, _edit: CardEdit) -> None:
        laid_out = room.laid_out(turn.principal, books)
        row = _row_of(turn, books, laid_out, key)
        head = "Switched off: nobody is asked it." if off else "Back on."
        seen = _seen(books, turn, laid_out, found, key, head)
        following = _next_of(books, turn, row) if off and row is not None else ()
        turn.say(books, turn.memory, replace(seen, off=off, number=0), *following)

    try:
        edit_card(replace(room, desk=turn.then(told)), turn.principal, replace(before, off=off))
    except BadInput as error:
        say(turn, Plain(str(error)))


def show_card(turn: Turn, words: str) -> bool:
    """Show the card whose prompt is or holds these words, switched off or not; false where there is none."""
    wanted = [word.folded for word in words_of(words)]
    found = [card for card in _every(turn) if _holds(card.prompt, wanted)]
    same = [card for card in found if [word.folded for word in words_of(card.prompt)] == wanted]
    chosen = same or found
    if not chosen:
        return False
    if len(chosen) > 1:
        named = "\n".join(f"• {card.prompt}" for card in chosen[:5])
        return say(turn, Plain(f"Which of these {len(chosen)}? Say more of its words.\n{named}"))
    show_one(turn, chosen[0].id)
    return True


def show_one(turn: Turn, card: str) -> None:
    """Show one card by itself, by a tap."""
    found = _any_card(turn, card)
    room = room_of(turn)
    with turn.writing() as books:
        if found is None:
            turn.say(books, turn.memory, Plain(_GONE))
            return
        laid_out = room.laid_out(turn.principal, books)
        turn.say(books, turn.memory, _seen(books, turn, laid_out, laid_out.cards.get(card, found), "", ""))


def _row(turn: Turn, books: Books, laid_out: LaidOut, of: str) -> _Row:
    """The cards of a cohort or deck of a name; raises BadInput."""
    cohort = cohort_named(books, of)
    if cohort is not None and of:
        return _of_cohort(turn, books, laid_out, cohort.id)
    decks, wrong = decks_in(of, laid_out.decks)
    if wrong or len(decks) != 1:
        raise BadInput("\n".join(wrong) or f"Which guide: {' or '.join(deck.title for deck in decks)}?")
    return _Row(f"{_DECK}{decks[0].name}", decks[0].title, decks[0].cards)


def _row_of(turn: Turn, books: Books, laid_out: LaidOut, key: str) -> _Row | None:
    """The cards that a key names; nothing where they are gone."""
    kind, _, named = key.partition(":")
    if kind == "cohort" and named.isdigit() and any(each.id == int(named) for each in books.cohorts.all()):
        return _of_cohort(turn, books, laid_out, int(named))
    deck = next((deck for deck in laid_out.decks if key == f"{_DECK}{deck.name}"), None)
    return _Row(key, deck.title, deck.cards) if deck is not None else None


def _of_cohort(turn: Turn, books: Books, laid_out: LaidOut, key: int) -> _Row:
    cohort = books.cohorts.get(key)
    asked = {person for check in books.cohorts.checks(key) for person in check.people}
    waiting = len(set(cohort.members) - asked)
    return _Row(f"{_COHORT}{key}", cohort.name, cards_of(cohort, laid_out, turn), key, waiting)


def _left(books: Books, row: _Row) -> tuple[Card, ...]:
    done = looked_at(books, row.key)
    return tuple(card for card in row.cards if card.id not in done)


def _next(turn: Turn, books: Books, row: _Row) -> None:
    turn.say(books, turn.memory, *_next_of(books, turn, row))


def _next_of(books: Books, turn: Turn, row: _Row) -> Sequence[CardShown | LookedThrough]:
    left = _left(books, row)
    if not left:
        return (LookedThrough(row.of, len(row.cards), row.cohort, row.waiting),)
    card = left[0]
    shown(books, card, turn.desk.now())
    number = [each.id for each in row.cards].index(card.id) + 1
    return (CardShown(card, row.of, row.key, number, len(row.cards)),)


def _seen(books: Books, turn: Turn, laid_out: LaidOut, card: Card, key: str, head: str) -> CardShown:
    shown(books, card, turn.desk.now())
    row = _row_of(turn, books, laid_out, key) if key else None
    places = [each.id for each in row.cards] if row is not None else []
    number = places.index(card.id) + 1 if card.id in places else 0
    of = row.of if row is not None else card.source.title
    return CardShown(card, of, key, number, len(places), card.id not in laid_out.cards, head)


def _edit_of(turn: Turn, card: str) -> CardEdit:
    """What was changed of a card so far."""
    with turn.reading() as books:
        return next((edit for edit in books.card_edits.all() if edit.card == card), CardEdit(card))


def _every(turn: Turn) -> list[Card]:
    """Every card, those switched off among them, each as it was edited."""
    with turn.reading() as books:
        room = room_of(turn)
        laid_out = room.laid_out(turn.principal, books)
        edits = {edit.card: edit for edit in books.card_edits.all()}
        aliases = books.card_edits.aliases()
    made = [card for deck in room.shelf(turn.principal) for card in deck.cards]
    known = (replace(card, id=aliases.get(card.id, card.id)) for card in made)
    off = [_worded(card, edits[card.id]) for card in known if card.id in edits and edits[card.id].off]
    return [*laid_out.cards.values(), *off]


def _worded(card: Card, edit: CardEdit) -> Card:
    return replace(card, prompt=edit.prompt or card.prompt, points=edit.points or card.points)


def _any_card(turn: Turn, card: str) -> Card | None:
    return next((each for each in _every(turn) if each.id == card), None)


def _holds(prompt: str, wanted: Sequence[str]) -> bool:
    words = {word.folded for word in words_of(prompt)}
    return bool(wanted) and set(wanted) <= words


def form_for(books: Books, card: str) -> CardForm:
    """What a card was when it was shown last, to be changed in a form; raises BadInput."""
    found = form_of(books, card)
    if found is None:
        raise BadInput(_GONE)
    return found
