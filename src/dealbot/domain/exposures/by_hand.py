"""The forms in which a person sets the exposure: "45", "mssp, bpci", "none", "TX, OK", "yes", "unknown"; and a source.

The source stands behind the value: "45; source CFO call".
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dealbot.domain.exposure import ATTRIBUTES, SHARES, ExposureKey, RiskContract, Value
from dealbot.domain.policy import Setting
from dealbot.domain.states import state_code

NONE = "none"
UNKNOWN = "unknown"
_SOURCE = "; source "
_SHARE = re.compile(
    r"(?P<about>(?:~|about|around|roughly|approx(?:\.|imately)?)\s*)?(?P<share>\d{1,9}(?:\.\d{1,9})?)\s*(?:%|percent|pct)?",
    re.ASCII | re.IGNORECASE,
)
_MOST = 100.0
_ANSWERS: Mapping[str, bool] = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
_LIST = re.compile(r"\s*(?:[,;/+&]|\band\b)\s*", re.IGNORECASE)
_ALSO: Mapping[str, ExposureKey] = {
    "medicare": ExposureKey.MEDICARE_FFS,
    "traditional_medicare": ExposureKey.MEDICARE_FFS,
    "ma": ExposureKey.MEDICARE_ADVANTAGE,
    "private_insurance": ExposureKey.COMMERCIAL,
    "uninsured": ExposureKey.SELF_PAY,
    "ffs": ExposureKey.FFS_SHARE,
    "fee_for_service": ExposureKey.FFS_SHARE,
    "vbc": ExposureKey.VBC_SHARE,
    "value_based": ExposureKey.VBC_SHARE,
    "value_based_care": ExposureKey.VBC_SHARE,
    "risk": ExposureKey.RISK_CONTRACTS,
    "risk_contract": ExposureKey.RISK_CONTRACTS,
    "self_funded": ExposureKey.SELF_INSURED,
    "outpatient": ExposureKey.OUTPATIENT_SHARE,
    "setting": ExposureKey.SETTINGS,
    "state": ExposureKey.STATES,
    "340b": ExposureKey.PROGRAM_340B,
    "teaching_hospital": ExposureKey.TEACHING,
    "cah": ExposureKey.CRITICAL_ACCESS,
    "critical_access_hospital": ExposureKey.CRITICAL_ACCESS,
}
_CONTRACTS: Mapping[str, RiskContract] = {
    **{each.value: each for each in RiskContract},
    "shared_savings": RiskContract.MSSP,
    "reach": RiskContract.ACO_REACH,
    "bundled_payments": RiskContract.BPCI,
}
_SETTINGS: Mapping[str, Setting] = {
    **{each.value: each for each in Setting},
    "inpatient": Setting.HOSPITAL_INPATIENT,
    "outpatient": Setting.HOSPITAL_OUTPATIENT,
    "surgery_center": Setting.ASC,
    "physician": Setting.PHYSICIAN_PRACTICE,
    "snf": Setting.POST_ACUTE,
    "behavioral_health": Setting.PSYCHIATRIC,
}


@dataclass(frozen=True, slots=True)
class Given:
    """What a person set; a value of None takes back what was known."""

    value: Value | None
    source: str | None = None
    about: bool = False


def key_of(written: str) -> ExposureKey | None:
    """The key that a name such as medicare_ffs, "Medicare Advantage" or 340B means."""
    name = _plain(written)
    return ExposureKey(name) if name in tuple(ExposureKey) else _ALSO.get(name)


def given(key: ExposureKey, written: str) -> Given:
    """Read what a person set; raises ValueError that says what the key takes."""
    text, _, source = written.partition(_SOURCE)
    text, where = text.strip(), source.strip() or None
    if text.casefold() == UNKNOWN:
        return Given(None, where)
    if key in SHARES:
        return _share(key, text, where)
    return Given(_answer(key, text) if key in ATTRIBUTES else _names(key, text), where)


def written(key: ExposureKey, of: Given) -> str:
    """The one form in which a setting is kept."""
    text = UNKNOWN if of.value is None else value_text(key, of.value)
    return f"{'about ' if of.about else ''}{text}" + (f"{_SOURCE}{of.source}" if of.source else "")


def value_text(key: ExposureKey, value: Value) -> str:
    """A value as it is typed: "45", "mssp, bpci", "none", "yes"."""
    if isinstance(value, frozenset):
        return ", ".join(sorted(value)) or NONE
    return ("no", "yes")[bool(value)] if key in ATTRIBUTES else f"{value:g}"


def with_source(text: str, source: str) -> str:
    """A value with where it comes from behind it; a source is one line."""
    return f"{text}{_SOURCE}{' '.join(source.split())}" if source.strip() else text


def takes(key: ExposureKey) -> str:
    """What a key takes, in words."""
    if key in SHARES:
        return "a share from 0 to 100 percent"
    if key in ATTRIBUTES:
        return "yes or no"
    if key is ExposureKey.STATES:
        return "states such as TX, OK"
    names: Iterable[str] = RiskContract if key is ExposureKey.RISK_CONTRACTS else Setting
    return f"some of {', '.join(names)}, or {NONE}"


def _share(key: ExposureKey, text: str, source: str | None) -> Given:
    found = _SHARE.fullmatch("0" if text.casefold() in {NONE, "no"} else text)
    if found is None or float(found["share"]) > _MOST:
        raise _wrong(key, text)
    return Given(float(found["share"]), source, found["about"] is not None)


def _answer(key: ExposureKey, text: str) -> bool:
    if text.casefold() not in _ANSWERS:
        raise _wrong(key, text)
    return _ANSWERS[text.casefold()]


def _names(key: ExposureKey, text: str) -> frozenset[str]:
    if text.casefold() in {NONE, "no"} and key is not ExposureKey.STATES:
        return frozenset()
    read = [_name(key, name) for name in _LIST.split(text) if name]
    found = frozenset(name for name in read if name is not None)
    if not read or None in read:
        raise _wrong(key, text)
    return found


def _name(key: ExposureKey, text: str) -> str | None:
    if key is ExposureKey.STATES:
        return state_code(text)
    name = _plain(text)
    return _CONTRACTS.get(name) if key is ExposureKey.RISK_CONTRACTS else _SETTINGS.get(name)


def _plain(text: str) -> str:
    return re.sub(r"[\s_-]+", "_", text.strip().casefold())


def _wrong(key: ExposureKey, text: str) -> ValueError:
    return ValueError(f"{key} takes {takes(key)}, or {UNKNOWN}; not '{text}'")
