"""What enablement fills in: a card, a mark, a verdict, a mock; whoever else sends such a form is told who may."""

from collections.abc import Callable, Mapping
from typing import Any

from dealbot.app.chat.enabling.looking import change_card
from dealbot.app.chat.enabling.reading import change_mark, score, sign_as
from dealbot.app.chat.enabling.taps import by_enablement
from dealbot.app.chat.replies import Plain
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.signing import Ruling
from dealbot.domain.practice.cohort import Verdict
from dealbot.slack.payload import Payload, word
from dealbot.slack.views.card_form import CARD, card_given
from dealbot.slack.views.handed_in import MARK, MOCK, SIGN, chosen_mark, note_of, scored

Value = Mapping[str, Any]
_UNFILLED = "Nothing was chosen, so nothing was done."


def filled_in(turn: Turn, told: Value, view: Payload) -> bool:
    """Do what a form says; false for a form of somebody else's."""
    act = FORMS.get(word(view, "callback_id") or "")
    if act is None:
        return False
    by_enablement(lambda turn, told: act(turn, told, view), turn, told)
    return True


def _card(turn: Turn, told: Value, view: Payload) -> None:
    given = card_given(view, keyed=bool(told.get("keyed")))
    change_card(turn, str(told.get("key") or ""), str(told.get("card")), given)


def _mark(turn: Turn, told: Value, view: Payload) -> None:
    chosen = chosen_mark(view)
    if chosen is None:
        turn.only_say(turn.memory, Plain(_UNFILLED))
        return
    answer, point, state, rating = chosen
    change_mark(turn, _key(told), answer, Ruling(point, state, rating))


def _sign(turn: Turn, told: Value, view: Payload) -> None:
    verdict = told.get("verdict")
    if verdict in tuple(Verdict):
        sign_as(turn, _key(told), str(told.get("person")), Verdict(str(verdict)), note_of(view))
    else:
        turn.only_say(turn.memory, Plain(_UNFILLED))


def _mock(turn: Turn, told: Value, view: Payload) -> None:
    scores, words = scored(view)
    score(turn, _key(told), str(told.get("person")), scores, words)


def _key(told: Value) -> int:
    found = told.get("cohort")
    return found if isinstance(found, int) else 0


FORMS: Mapping[str, Callable[[Turn, Value, Payload], None]] = {CARD: _card, MARK: _mark, SIGN: _sign, MOCK: _mock}
