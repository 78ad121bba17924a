"""Whom a policy note says that it reaches, in the names that an account's exposure goes by; a typo is never kept."""

from collections.abc import Collection, Mapping
from dataclasses import fields
from difflib import get_close_matches
from typing import Final

from dealbot.domain.policy import Affects
from dealbot.domain.policy_match import ATTRIBUTE_VALUES
from dealbot.domain.states import state_code
from dealbot.errors import BadInput

_OF_REACH: Final = tuple(field.name for field in fields(Affects))
_ALL_STATES: Final = frozenset({"us", "usa", "united states"})
_STATES: Final = "write codes or names, as in [TX, Ohio], or US for all"
_TYPO: Final = 0.85


def within(keys: Collection[str], head: Mapping[str, object], above: str = "") -> None:
    """Raise BadInput for a key that is none of these."""
    for key in map(str, head):
        if key in keys:
            continue
        near = get_close_matches(key, keys, 1)
        what = f": write {above}{near[0]}" if near else f", which has only {', '.join(keys)}: take it out"
        raise BadInput(f"its {above}{key} is no key of a policy note{what}")


def reach_of(affects: Mapping[str, object]) -> dict[str, object]:
    """What `affects` says, its states as postal codes or US; raises BadInput."""
    within(_OF_REACH, affects, "affects.")
    read = dict(affects)
    if "states" in affects:
        read["states"] = _states(affects["states"])
    if isinstance(attributes := affects.get("attributes"), Mapping):
        read["attributes"] = {str(name): _attribute(str(name), value) for name, value in attributes.items()}
    return read


def _states(written: object) -> list[str]:
    if not isinstance(written, list):
        raise BadInput(f"its affects.states is no list: {_STATES}")
    return [_state(str(each)) for each in written]


def _state(written: str) -> str:
    code = "US" if " ".join(written.split()).casefold() in _ALL_STATES else state_code(written)
    if code is None:
        raise BadInput(f"its affects.states has '{written}', which is no state: {_STATES}")
    return code


def _attribute(name: str, value: object) -> object:
    """A value that can be told of the attribute; what no exposure tells of may be anything."""
    key = f"its affects.attributes.{name}"
    if isinstance(value, bool):
        value = "yes" if value else "no"
    allowed = ATTRIBUTE_VALUES.get(name)
    if allowed is None:
        near = get_close_matches(name, ATTRIBUTE_VALUES, 1, _TYPO)
        if near:
            raise BadInput(f"{key} is no attribute that an account has: write {near[0]}")
    elif str(value).casefold() not in allowed:
        raise BadInput(f"{key} is '{value}': write {' or '.join(sorted(allowed))}")
    return value
