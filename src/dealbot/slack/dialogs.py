"""What is answered while somebody waits: which dialog opens, what a menu offers, what is wrong with a form."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dealbot.app.chat.recent import recent_deals
from dealbot.app.deal_names import DealName, nearest
from dealbot.app.desk import Desk, the_deal
from dealbot.app.must_say_yes import choices
from dealbot.app.state import state_now
from dealbot.domain.alignment import align
from dealbot.domain.note import CallNote
from dealbot.domain.observation import ConcernStatement
from dealbot.errors import BadInput, UnknownNote
from dealbot.slack import enabling_dialogs
from dealbot.slack.hearing.commands import COMMANDS, USAGE
from dealbot.slack.hearing.room import instant
from dealbot.slack.hearing.taps import TAPS, root_of
from dealbot.slack.payload import Payload, channel_of, part, user_of, word
from dealbot.slack.people import People, Person
from dealbot.slack.pressed import pressed
from dealbot.slack.screens import Screens, View
from dealbot.slack.views import forms
from dealbot.slack.views.exposures import EXPOSURE, exposure_form, wrong_exposure
from dealbot.slack.views.parts import MENU
from dealbot.slack.views.practice_words import PRACTICE_WORDS, practice_words
from dealbot.slack.views.words import quotes_of, words_view
from dealbot.slack.words import typed
from dealbot.store.books import Books

_ENABLING = (*enabling_dialogs.OPENING, *enabling_dialogs.NUMBERED)
_OPENING = (
    "wrong_deal",
    "correct",
    "words",
    "words_of_note",
    "change_day",
    "log_a_call",
    forms.REQUIRED,
    EXPOSURE,
    PRACTICE_WORDS,
)
_OF_NO_NOTE = ("log_a_call", "words", forms.REQUIRED, EXPOSURE, PRACTICE_WORDS)
_SHORTCUTS = ("log_a_call", "log_this")
_RECENT = 3
_MOST = 100
_MANY = 6  # as many numbered choices as a message ever has


@dataclass(frozen=True, slots=True)
class Dialogs:
    """Builds the dialogs from the ledger; reads only."""

    desk: Desk
    people: People

    def screens(self) -> Screens:
        """Everything that is answered at once."""
        several = (*TAPS, *enabling_dialogs.NUMBERED)
        numbered = {f"{name}_{number}" for name in several for number in range(_MANY)}
        return Screens(
            commands=frozenset(COMMANDS),
            actions=frozenset({MENU, *TAPS, *numbered, *_OPENING, *_ENABLING}),
            shortcuts=frozenset(_SHORTCUTS),
            views=frozenset(
                {forms.MOVE, forms.CORRECT, forms.LOG, forms.DAY, forms.REQUIRED, EXPOSURE, *enabling_dialogs.VIEWS}
            ),
            open_modal=self.open,
            options=self.options,
            check=lambda payload: _wrong(part(payload, "view")),
            help=USAGE,
        )

    def open(self, payload: Payload) -> View | None:
        """The dialog that a tap or shortcut asks for; None for what opens none. Raises BadInput."""
        asked = word(payload, "callback_id") if not payload.get("actions") else None
        action = pressed(payload)
        name = asked or action.name
        plain = re.sub(r"_\d$", "", name)
        if name not in {*_OPENING, *_SHORTCUTS} and plain not in _ENABLING:
            return None
        who = self._who(payload)
        if name in _SHORTCUTS:
            return self._log(who, payload)
        today = who.day(self.desk.now())
        value = action.value
        with self.desk.reading(who.principal) as books:
            if plain in _ENABLING:
                return enabling_dialogs.dialog(books, plain, value, {**_where(payload), **value})
            return self._dialog(books, name, value, payload, today)

    def options(self, payload: Payload) -> Sequence[Mapping[str, Any]]:
        """The deals whose names begin with or come near to what is typed."""
        if word(payload, "action_id") != forms.DEALS:
            return ()
        start = (word(payload, "value") or "").casefold()
        with self.desk.reading(self._who(payload).principal) as books:
            deals = books.deals.all()
        fit = [
            deal.name
            for deal in deals
            if start in deal.name.casefold() or any(start in a.casefold() for a in deal.aliases)
        ]
        fit = fit or list(nearest(start, [DealName(deal.name, deal.aliases) for deal in deals]))
        return [forms.named_option(name) for name in fit[:_MOST]]

    def _log(self, who: Person, payload: Payload) -> View:
        """A note to fill in: of a message its words and its day, in a deal's channel the deal."""
        said, at = word(payload, "message", "text") or "", word(payload, "message", "ts")
        text = typed(said, "", self.people.name)
        on = who.day(instant(at) if at else self.desk.now())
        with self.desk.reading(who.principal) as books:
            deal = books.deals.by_channel(channel_of(payload) or "")
        return forms.log_form(_where(payload), on, text, deal.name if deal else None)

    def _dialog(self, books: Books, name: str, value: Mapping[str, Any], payload: Payload, today: date) -> View:
        told = _where(payload)
        if name in _OF_NO_NOTE:
            return self._of_no_note(books, name, told | dict(value), today)
        note, deal, on = self._of_note(books, str(value.get("note")))
        told |= {"note": note, "deal": deal}
        match name:
            case "wrong_deal":
                return forms.move_form(told, recent_deals(books, deal)[:_RECENT])
            case "change_day":
                return forms.day_form(told, on)
            case "correct":
                return self._correct(books, told, today)
            case _:
                return self._words_of_note(books, note, deal)

    def _of_no_note(self, books: Books, name: str, told: dict[str, Any], today: date) -> View:
        match name:
            case "log_a_call":
                return forms.log_form({}, today)
            case "words":
                return self._words(books, str(told.get("deal")), told.get("said") or ())
            case "practice_words":
                return practice_words(books, told.get("review"))
            case "set_exposure":
                state = state_now(books, the_deal(books.deals, str(told.get("deal"))).id, today)
                return exposure_form(told, state.exposure, today)
            case _:
                return _must_say_yes(books, told, today)

    def _of_note(self, books: Books, note: str) -> tuple[str, str, date]:
        try:
            kept = books.notes.get(note)
        except UnknownNote as error:
            raise BadInput("That note is not here any longer.") from error
        if kept.undone:
            raise BadInput("That note was taken back: put it back first.")
        return note, books.deals.by_id(kept.deal).name, kept.note.on

    def _correct(self, books: Books, told: dict[str, Any], today: date) -> View:
        deal = the_deal(books.deals, told["deal"])
        said = books.ledger.observations(deal.id)
        worries = [o.item for o in said if o.origin.note == told["note"] and isinstance(o.item, ConcernStatement)]
        return forms.correct_form(told, state_now(books, deal.id, today), worries)

    def _words_of_note(self, books: Books, note: str, deal: str) -> View:
        found = the_deal(books.deals, deal)
        said = books.ledger.observations(found.id)
        return words_view(deal, quotes_of(said, _notes(books, found.id), note))

    def _words(self, books: Books, deal: str, places: Sequence[Any]) -> View:
        notes = {note.id: note for note in _notes(books, the_deal(books.deals, deal).id)}
        here = [place for place in places if isinstance(place, list) and len(place) == 3 and place[0] in notes]
        return words_view(deal, [(notes[note].text[start:end], notes[note]) for note, start, end in here])

    def _who(self, payload: Payload) -> Person:
        user = user_of(payload)
        if user is None:
            raise BadInput("Nobody asked for this.")
        return self.people.person(user)


def _wrong(view: Payload) -> dict[str, str] | None:
    found = forms.wrong(view) or enabling_dialogs.wrong(view)
    return wrong_exposure(view) if word(view, "callback_id") == EXPOSURE else found


def _must_say_yes(books: Books, told: dict[str, Any], today: date) -> View:
    state = state_now(books, the_deal(books.deals, str(told.get("deal"))).id, today)
    return forms.required_form(told, choices(align(state), state))


def _notes(books: Books, deal: int) -> tuple[CallNote, ...]:
    return tuple(kept.note for kept in books.notes.of_deal(deal))


def _where(payload: Payload) -> dict[str, Any]:
    """Where the dialog was asked for, so that its outcome is told there."""
    channel = channel_of(payload)
    if channel is None or word(payload, "type") in {"shortcut", "message_action"}:
        return {}
    root = root_of(payload)
    return {"channel": channel, "thread": root} if root else {"channel": channel}
