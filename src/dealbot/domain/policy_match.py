"""Whether a change of policy touches an account: what the note asks for, against what is known; nothing is guessed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from dealbot.domain.exposure import PAYERS, Exposure, ExposureKey, Known, Value
from dealbot.domain.policy import PayModel, PolicyNote
from dealbot.domain.truth import Truth, every, some

# In percent of what an account is paid. Below the first, a payer or a payment model is within the rounding of a payer
# mix and decides on no purchase; from the second on, a change there moves what the account as a whole is paid.
LEAST: Final = 5.0
HIGH: Final = 40.0
_YES = frozenset({"yes", "true"})
_NO = frozenset({"no", "false"})
_EVERYWHERE = "US"
_WHOLE = 100.0


class Verdict(StrEnum):
    """Whether a deal is affected; possibly means that something that decides is not known."""

    AFFECTED = "affected"
    POSSIBLY = "possibly"
    NOT_AFFECTED = "not_affected"


class Named(StrEnum):
    """What a note may name."""

    STATES = "states"
    PAYERS = "payers"
    SETTINGS = "settings"
    MODELS = "models"
    ATTRIBUTE = "attribute"


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that a note names, whether it is so of an account, what tells it, and what would have to be known.

    `wanted` is what is named, of an attribute its name and value; `missing` are keys of the exposure, or the name of
    an attribute that no exposure tells.
    """

    named: Named
    wanted: tuple[str, ...]
    met: Truth
    told: tuple[tuple[ExposureKey, Known[Value]], ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """What becomes of a deal under a note, by its conditions; a note that names nothing touches everybody."""

    conditions: tuple[Condition, ...]

    @property
    def verdict(self) -> Verdict:
        """One failed condition decides, else one that is unknown leaves it open."""
        met = every(condition.met for condition in self.conditions)
        return {True: Verdict.AFFECTED, False: Verdict.NOT_AFFECTED, None: Verdict.POSSIBLY}[met]

    @property
    def deciding(self) -> tuple[Condition, ...]:
        """What the verdict rests on: of one that is not affected what failed, else everything."""
        failed = tuple(condition for condition in self.conditions if condition.met is False)
        return failed or self.conditions

    @property
    def missing(self) -> tuple[str, ...]:
        """What would have to be known to decide; nothing where it is decided."""
        if self.verdict is not Verdict.POSSIBLY:
            return ()
        return tuple(dict.fromkeys(key for condition in self.conditions for key in condition.missing))


def match(note: PolicyNote, exposure: Exposure, day: date) -> Match:
    """Hold what is known of an account by a day against what a note names."""
    known = {key: found for key, found in exposure.known.items() if found.on <= day}
    return Match(tuple(_conditions(note, known)))


_Facts = Mapping[ExposureKey, Known[Value]]


def _conditions(note: PolicyNote, known: _Facts) -> Iterator[Condition]:
    affects = note.affects
    if affects.states and _EVERYWHERE not in affects.states:
        yield _one_of(Named.STATES, ExposureKey.STATES, affects.states, known)
    if affects.payers:
        shares = {payer.value: PAYERS[payer] for payer in affects.payers}
        yield _large_enough(Named.PAYERS, shares, known)
    if affects.settings:
        yield _one_of(Named.SETTINGS, ExposureKey.SETTINGS, frozenset(affects.settings), known)
    if affects.models and affects.models != frozenset(PayModel):
        models = {model.value: _MODELS[model] for model in affects.models}
        yield _large_enough(Named.MODELS, models, known)
    for name in sorted(affects.attributes):
        yield _attribute(name, affects.attributes[name], known)


_MODELS: Final = {PayModel.FFS: ExposureKey.FFS_SHARE, PayModel.VALUE_BASED: ExposureKey.VBC_SHARE}


def _one_of(named: Named, key: ExposureKey, wanted: frozenset[str], known: _Facts) -> Condition:
    """One of the names that are wanted is among those known; where there may be more, none is not yet no."""
    found, names = known.get(key), tuple(sorted(wanted))
    if found is None or not isinstance(found.value, frozenset):
        return Condition(named, names, None, missing=(key,))
    met = True if wanted & found.value else None if found.partial else False
    return Condition(named, names, met, ((key, found),), (key,) if met is None else ())


def _large_enough(named: Named, keys: Mapping[str, ExposureKey], known: _Facts) -> Condition:
    """One of the shares is large enough; those too small say something only where none is."""
    names = tuple(sorted(keys))
    shares = {key: known.get(key) for key in sorted(keys.values())}
    large = {key: _at_least(found, LEAST) for key, found in shares.items()}
    met = some(large.values())
    told = tuple((key, found) for key, found in shares.items() if found and (met is not True or large[key]))
    missing = tuple(key for key, found in shares.items() if found is None) if met is None else ()
    return Condition(named, names, met, told, missing)


def _at_least(found: Known[Value] | None, least: float) -> Truth:
    return None if found is None else float(_number(found)) >= least


def _number(found: Known[Value]) -> float:
    return float(found.value) if isinstance(found.value, int | float) else 0.0


def _attribute(name: str, wanted: str, known: _Facts) -> Condition:
    """An attribute of the account; one that no exposure tells, or a value that nobody foresaw, stays unknown."""
    key, judge = _JUDGED.get((name, wanted.casefold()), (None, None))
    if key is None or judge is None:
        return Condition(Named.ATTRIBUTE, (name, wanted), None, missing=(name,))
    found = known.get(key)
    if found is None:
        return Condition(Named.ATTRIBUTE, (name, wanted), None, missing=(key,))
    return Condition(Named.ATTRIBUTE, (name, wanted), judge(found), ((key, found),))


def _judged() -> Iterator[tuple[tuple[str, str], tuple[ExposureKey, Callable[[Known[Value]], bool]]]]:
    """What can be told of each attribute and value a note may name."""
    yield ("outpatient_share", "high"), (ExposureKey.OUTPATIENT_SHARE, lambda found: _number(found) >= HIGH)
    yield ("inpatient_share", "high"), (ExposureKey.OUTPATIENT_SHARE, lambda found: _WHOLE - _number(found) >= HIGH)
    yield ("medicaid_share", "high"), (ExposureKey.MEDICAID, lambda found: _number(found) >= HIGH)
    for name, key in _YES_OR_NO.items():
        yield from (((name, word), (key, lambda found: found.value is True)) for word in _YES)
        yield from (((name, word), (key, lambda found: found.value is False)) for word in _NO)


_YES_OR_NO: Final = {
    "participates_340b": ExposureKey.PROGRAM_340B,
    **{
        key.value: key
        for key in (
            ExposureKey.PROGRAM_340B,
            ExposureKey.TEACHING,
            ExposureKey.CRITICAL_ACCESS,
            ExposureKey.SELF_INSURED,
        )
    },
}
_JUDGED: Final = dict(_judged())
ATTRIBUTE_VALUES: Final[Mapping[str, frozenset[str]]] = {
    name: frozenset(value for each, value in _JUDGED if each == name) for name, _ in _JUDGED
}
"""What can be told of each attribute that an exposure tells of, in small letters."""
