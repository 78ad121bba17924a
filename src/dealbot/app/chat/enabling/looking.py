"""Looking through cards before they are asked: one at a time, kept, edited or switched off, and going on later."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from dealbot.app.chat.enabling.cohorts import decks_in
from dealbot.app.chat.enabling.looked import (
    CardForm,
    Looking,
    keep_looking,
    look,
    look_again,
    looked_at,
    shown,
    stop_looking,
)
from dealbot.app.chat.enabling.tools import SeveralCohorts, cards_of, cohort_named, has_check, room_of, say
from dealbot.app.chat.of_enabling import CardShown, LookedThrough, WhichCard
from dealbot.app.chat.replies import Plain, Reply
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.editing import edit_card
from dealbot.app.practice.room import LaidOut, PracticeRoom
from dealbot.app.words import words_of
from dealbot.domain.practice.card import Card
from dealbot.domain.practice.edits import CardEdit, reworded
from dealbot.errors import BadInput
from dealbot.store.books import Books

_GONE = "That card is not there any longer: its guide changed."
_COHORT, _DECK = "cohort:", "deck:"
_MOST = 5


@dataclass(frozen=True, slots=True)
class _Row:
    """Cards in a row to be looked through: whose, and under which key it is remembered how far somebody is."""

    key: str
    of: str
    cards: tuple[Card, ...]
    cohort: int | None = None
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class _Table:
    """The decks of one moment, laid out for a turn."""

    turn: Turn
    books: Books
    laid_out: LaidOut

    def say(self, *replies: Reply) -> None:
        """End the turn."""
        self.turn.say(self.books, self.turn.memory, *replies)

    def named(self, of: str) -> _Row:
        """The cards of a cohort or deck of a name; raises BadInput."""
        cohort = cohort_named(self.books, of) if of else None
        if cohort is not None:
            return self._of_cohort(cohort.id)
        decks, wrong = decks_in(of, self.laid_out.decks)
        if wrong or len(decks) != 1:
            raise BadInput("\n".join(wrong) or f"Which guide: {' or '.join(deck.title for deck in decks)}?")
        return _Row(f"{_DECK}{decks[0].name}", decks[0].title, decks[0].cards)

    def row(self, key: str) -> _Row | None:
        """The cards that a key names; nothing where they are gone."""
        number = key.removeprefix(_COHORT)
        if key.startswith(_COHORT) and any(str(each.id) == number for each in self.books.cohorts.all()):
            return self._of_cohort(int(number))
        deck = next((deck for deck in self.laid_out.decks if key == f"{_DECK}{deck.name}"), None)
        return _Row(key, deck.title, deck.cards) if deck is not None else None

    def _of_cohort(self, key: int) -> _Row:
        cohort = self.books.cohorts.get(key)
        waiting = len(set(cohort.members) - has_check(self.books, key)) if cohort.ended_on is None else 0
        return _Row(f"{_COHORT}{key}", cohort.name, cards_of(cohort, self.laid_out, self.turn), key, waiting)

    def left(self, row: _Row) -> tuple[Card, ...]:
        """The cards of a row that nobody is done with."""
        done = looked_at(self.books, row.key)
        return tuple(card for card in row.cards if card.id not in done)

    def following(self, row: _Row) -> CardShown | LookedThrough:
        """The next card of a row, or that all were looked at."""
        left = self.left(row)
        if not left:
            stop_looking(self.books, self.turn.desk.now())
            return LookedThrough(row.of, len(row.cards), row.cohort, row.waiting)
        return self.seen(left[0], row.key)

    def seen(self, card: Card, key: str = "", head: str = "") -> CardShown:
        """A card as it is shown, in its row if it is of one."""
        shown(self.books, card, self.turn.desk.now())
        row = self.row(key) if key else None
        places = [each.id for each in row.cards] if row is not None else []
        number = places.index(card.id) + 1 if card.id in places else 0
        of = row.of if row is not None else card.source.title
        if row is not None:
            keep_looking(self.books, Looking(key, of, card.id, self.turn.desk.now()))
        return CardShown(card, of, key, number, len(places), card.id not in self.laid_out.cards, head)


@contextmanager
def _laid(turn: Turn) -> Iterator[_Table]:
    room = room_of(turn)
    with turn.writing() as books:
        yield _Table(turn, books, room.laid_out(turn.principal, books))


def look_through(turn: Turn, of: str, *, sure: bool) -> bool:
    """Show the first card of a cohort or deck that was not looked at; false for what is neither and may be no name."""
    with _laid(turn) as table:
        try:
            row = table.named(of)
        except SeveralCohorts:
            raise
        except BadInput as error:
            if sure:
                table.say(Plain(str(error)))
            return sure
        if not table.left(row):
            look_again(table.books, row.key, turn.desk.now())
        table.say(table.following(row))
    return True


def go_through(turn: Turn, key: str, done: str | None = None) -> None:
    """Go on where somebody left, after a card that is fine as it is; a second tap on the same does nothing."""
    with _laid(turn) as table:
        row = table.row(key)
        if row is None:
            table.say(Plain(_GONE))
        elif done is not None and done in looked_at(table.books, key):
            table.say()
        else:
            look(table.books, key, [done] if done else [], turn.desk.now())
            table.say(table.following(row))


def change_card(turn: Turn, key: str, card: str, given: CardForm) -> None:
    """Keep a card as a form says it is from now on."""
    before = _edit_of(turn, card)
    edit = replace(
        before,
        prompt=given.prompt or before.prompt,
        points=given.points or before.points,
        accepted=given.accepted or before.accepted,
        pitfalls=given.pitfalls if given.points else before.pitfalls,
        choices=given.choices or before.choices,
        off=False,
    )

    def told(books: Books, _edit: CardEdit) -> None:
        table = _Table(turn, books, room.laid_out(turn.principal, books))
        table.say(table.seen(table.laid_out.card(card), key, "Changed. It is asked so from now on."))

    room = room_of(turn, told)
    _edited(turn, room, edit)


def switch(turn: Turn, key: str, card: str, *, off: bool) -> None:
    """Take a card out of what is asked, or put it back; where it is so already, nothing is done."""
    before, found = _edit_of(turn, card), _any_card(turn, card)
    if found is None:
        say(turn, Plain(_GONE))
        return
    if before.off is off:
        say(turn, Plain("It is off already." if off else "It is on already."))
        return

    def told(books: Books, _edit: CardEdit) -> None:
        table = _Table(turn, books, room.laid_out(turn.principal, books))
        seen = table.seen(found, key, "Switched off: nobody is asked it." if off else "Back on.")
        row = table.row(key) if off else None
        table.say(replace(seen, number=0), *([table.following(row)] if row is not None else []))

    room = room_of(turn, told)
    _edited(turn, room, replace(before, off=off))


def show_card(turn: Turn, words: str) -> bool:
    """Show the card whose prompt is or holds these words, switched off or not; false where there is none."""
    wanted = [word.folded for word in words_of(words)]
    found = [card for card in _every(turn) if wanted and set(wanted) <= {word.folded for word in words_of(card.prompt)}]
    same = [card for card in found if [word.folded for word in words_of(card.prompt)] == wanted]
    chosen = same or found
    if not chosen:
        return False
    if len(chosen) > 1:
        return say(turn, WhichCard(tuple(chosen[:_MOST]), len(chosen)))
    show_one(turn, chosen[0].id)
    return True


def show_one(turn: Turn, card: str) -> None:
    """Show one card by itself."""
    found = _any_card(turn, card)
    with _laid(turn) as table:
        table.say(table.seen(found) if found is not None else Plain(_GONE))


def _edited(turn: Turn, room: PracticeRoom, edit: CardEdit) -> None:
    try:
        edit_card(room, turn.principal, edit)
    except BadInput as error:
        say(turn, Plain(str(error)))


def _edit_of(turn: Turn, card: str) -> CardEdit:
    """What was changed of a card so far."""
    with turn.reading() as books:
        return next((edit for edit in books.card_edits.all() if edit.card == card), CardEdit(card))


def _every(turn: Turn) -> Sequence[Card]:
    """Every card as it was edited, those switched off among them."""
    room = room_of(turn)
    with turn.reading() as books:
        on = room.laid_out(turn.principal, books).cards
        off = {edit.card: edit for edit in books.card_edits.all() if edit.off}
        aliases = books.card_edits.aliases()
    made = (card for deck in room.shelf(turn.principal) for card in deck.cards)
    known = (replace(card, id=aliases.get(card.id, card.id)) for card in made)
    return [*on.values(), *(_worded(card, off[card.id]) for card in known if card.id in off)]


def _worded(card: Card, edit: CardEdit) -> Card:
    return reworded(card, edit)


def _any_card(turn: Turn, card: str) -> Card | None:
    return next((each for each in _every(turn) if each.id == card), None)
