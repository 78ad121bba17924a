"""Setting the exposure of an account by hand; what holds already with the same day and source is not set again."""

from collections.abc import Sequence
from datetime import date

from dealbot.app.correct import Corrected, correct
from dealbot.app.desk import Desk, the_deal
from dealbot.app.state import state_of
from dealbot.app.terms import written
from dealbot.app.wording import by_hand
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.exposure import Exposure, ExposureKey
from dealbot.domain.exposures.by_hand import given, key_of, with_source
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput

Pair = tuple[ExposureKey, str]


def pairs_of(settings: Sequence[str], source: str = "") -> tuple[Pair, ...]:
    """Read KEY=VALUE pairs with the source that all of them have; raises BadInput that says what a key takes."""
    return tuple(_pair(setting, source) for setting in settings)


def set_exposure(
    desk: Desk, principal: Principal, deal: str, pairs: Sequence[Pair], on: date | None = None
) -> Corrected:
    """Set the exposure of a deal's account, as said on a day (default: today).

    Raises BadInput for a day to come, UnknownDeal.
    """
    today = desk.today()
    day = on or today
    if day > today:
        raise BadInput(f"{day.isoformat()} is to come: give the day it was said.")
    with desk.reading(principal) as books:
        known = state_of(books, the_deal(books.deals, deal).id, day).exposure
    wanted = [f"{key}.{CorrectedField.EXPOSURE}={value}" for key, value in pairs if not _holds(known, key, value, day)]
    return correct(desk, principal, deal, wanted, day)


def _pair(setting: str, source: str) -> Pair:
    name, equals, value = setting.partition("=")
    key = key_of(name)
    if key is None:
        raise BadInput(f"'{name.strip()}' is no part of the exposure: there are {', '.join(ExposureKey)}.")
    if not equals or not value.strip():
        raise BadInput(f"'{setting}' is not KEY=VALUE, such as \"medicare_ffs=45\".")
    return key, written(CorrectedField.EXPOSURE, with_source(value.strip(), source), key)


def _holds(known: Exposure, key: ExposureKey, value: str, day: date) -> bool:
    """Whether a value was set by hand already, for the same day and with the same source."""
    held, wanted = known.get(key), given(key, value)
    if held is None:
        return wanted.value is None
    same = (held.value, held.about, held.source, held.on) == (wanted.value, wanted.about, wanted.source, day)
    return same and by_hand(held.evidence)
