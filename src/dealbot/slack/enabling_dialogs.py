"""The dialogs of enablement: a card to be changed, what somebody handed in, a mark, a verdict, a mock."""

from collections.abc import Mapping
from typing import Any

from dealbot.app.chat.enabling.looked import form_of
from dealbot.app.chat.enabling.reading import answers_of
from dealbot.app.chat.enabling.tools import who_may
from dealbot.domain.practice.cohort import Cohort, Verdict
from dealbot.errors import BadInput
from dealbot.slack.payload import Payload, word
from dealbot.slack.screens import View
from dealbot.slack.views.card_form import CARD, card_form, wrong_card
from dealbot.slack.views.handed_in import MARK, MOCK, READ, SIGN, answers_view, mark_form, mock_form, sign_form
from dealbot.store.books import Books

OPENING = (CARD, MOCK)
NUMBERED = (READ, SIGN, MARK)  # several of them stand below one message
VIEWS = (CARD, MARK, SIGN, MOCK)
_GONE = "That card is not there any longer: its guide changed."
_NOBODY = "That is no longer in a cohort of yours."


def dialog(books: Books, name: str, value: Mapping[str, Any], told: dict[str, Any]) -> View:
    """The dialog that a tap asks for; raises BadInput for anybody but enablement, and for what is gone."""
    if not books.cohorts.trains:
        raise BadInput(who_may(books))
    if name == CARD:
        card = form_of(books, str(value.get("card")))
        if card is None:
            raise BadInput(_GONE)
        return card_form(told, card)
    cohort, person = _learner(books, value)
    called = next((user.name for user in books.users.all() if user.id == person), person)
    if name == MOCK:
        return mock_form(told, called)
    if name == SIGN:
        return sign_form(told, called, _verdict(value))
    answers = answers_of(books, cohort.id, person)
    found = {kept.review.card: form_of(books, kept.review.card) for kept in answers}
    prompts = {card: form.prompt for card, form in found.items() if form is not None}
    start = value.get("from")
    start = start if isinstance(start, int) else 0
    if name == MARK:
        return mark_form(told, answers, prompts, start)
    return answers_view(called, answers, prompts, start)


def wrong(view: Payload) -> dict[str, str] | None:
    """What is wrong with a form as it was filled in."""
    return wrong_card(view) if word(view, "callback_id") == CARD else None


def _learner(books: Books, value: Mapping[str, Any]) -> tuple[Cohort, str]:
    key, person = value.get("cohort"), str(value.get("person"))
    cohort = books.cohorts.get(key if isinstance(key, int) else 0)
    if person not in cohort.members:
        raise BadInput(_NOBODY)
    return cohort, person


def _verdict(value: Mapping[str, Any]) -> Verdict:
    given = value.get("verdict")
    if given not in tuple(Verdict):
        raise BadInput(_NOBODY)
    return Verdict(str(given))
