"""Which options stand beside the right one: of the same kind, alike in length, near in meaning and yet wrong."""

from collections.abc import Callable, Iterable, Sequence

from dealbot.domain.practice.card import Card
from dealbot.domain.practice.choice import DISTRACTORS, Option, alike_in_length, choice_card, gives_itself_away, is_kin
from dealbot.domain.practice.fact import in_drawn_order
from dealbot.reading.features import Floats

Encode = Callable[[Sequence[str]], Floats]

_SILLY, _TOO_CLOSE = 0.25, 0.50  # of a distractor to the right option
_SAME_MATTER = 0.50  # of the questions that two options belong to
_MAY_FIT = 0.30  # of a distractor to the question
_FITS = 0.35  # of the right option to the question
_FITS_BY = 0.22  # how much nearer to the question the right option is than any other


def choice_cards(options: Sequence[Option], encode: Encode) -> list[Card]:
    """The cards of multiple choice of all options, where three others can be found for one."""
    if not options:
        return []
    near = _Nearness(options, encode)
    cards = (_card(place, right, options, near) for place, right in enumerate(options))
    return [card for card in cards if card is not None]


class _Nearness:
    """How near options and their questions are to each other in meaning."""

    def __init__(self, options: Sequence[Option], encode: Encode) -> None:
        texts = encode([option.text for option in options])
        asked = encode([option.question.text for option in options])
        self.of_options = texts @ texts.T
        self.of_questions = asked @ asked.T
        self.to_question = asked @ texts.T


def _card(place: int, right: Option, options: Sequence[Option], near: _Nearness) -> Card | None:
    fitting = [
        other
        for index, other in enumerate(options)
        if other.kind is right.kind and other.question.id != right.question.id and _is_fair(place, index, near)
    ]
    fitting = [other for other in fitting if alike_in_length(right.text, other.text)]
    fitting = [other for other in fitting if is_kin(right.document, other.document)]
    chosen = _drawn(right, fitting)
    if len(chosen) < DISTRACTORS or gives_itself_away(right, chosen):
        return None
    return choice_card(right, chosen)


def _is_fair(right: int, other: int, near: _Nearness) -> bool:
    """Whether another option is neither silly beside the right one nor right as well."""
    return bool(
        _SILLY <= near.of_options[right, other] <= _TOO_CLOSE
        and near.of_questions[right, other] <= _SAME_MATTER
        and near.to_question[right, right] >= _FITS
        and near.to_question[right, other] <= min(_MAY_FIT, near.to_question[right, right] - _FITS_BY)
    )


def _drawn(right: Option, fitting: Iterable[Option]) -> list[Option]:
    """Three of the options, each text once, drawn from the card's id: those of its own document first."""
    by_text = {option.text: option for option in fitting}
    order = [by_text[text] for text in in_drawn_order(list(by_text), right.seed)]
    own = [option for option in order if option.document.path == right.document.path]
    return [*own, *(option for option in order if option.document.path != right.document.path)][:DISTRACTORS]
