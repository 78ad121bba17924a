"""The exposure to reimbursement: what was set of several deals, and the form in which it is set."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dealbot.app.card import fitting, short
from dealbot.app.chat.replies import ExposuresSet
from dealbot.app.correct import Corrected
from dealbot.app.exposure_words import LABELS, overtaken, sum_lines
from dealbot.app.set_exposure import Pair, pairs_of
from dealbot.app.wording import counted
from dealbot.domain.exposure import ATTRIBUTES, SHARES, Exposure, ExposureKey, RiskContract
from dealbot.domain.exposures.by_hand import NONE, UNKNOWN, given, takes, value_text
from dealbot.domain.policy import Setting
from dealbot.slack.payload import Payload, part, word
from dealbot.slack.views.forms import day_picker, filled, form
from dealbot.slack.views.message import Message
from dealbot.slack.views.parts import (
    Block,
    actions,
    button,
    context,
    escape,
    field,
    option,
    plain_text,
    section,
    select,
    spoken,
    unpacked,
)

EXPOSURE, SOURCE = "set_exposure", "source"
_NAME = 60
_MOST_REFUSED, _REFUSED = 4, 120
_BY_WORD = "Reply “undo” within half an hour to take all of it back."
_MENUS: Mapping[ExposureKey, tuple[str, ...]] = {
    ExposureKey.RISK_CONTRACTS: (*RiskContract, NONE),
    ExposureKey.SETTINGS: tuple(Setting),
}


def exposures_set(reply: ExposuresSet) -> Message:
    """A line for each deal, what could not be set, and one tap that takes all of it back."""
    head = f"Exposure {'set back' if reply.undone else 'set'}, {counted(len(reply.parts), 'deal')}"
    lines = [_line(each, undone=reply.undone) for each in reply.parts]
    refused = [short(f"Not set: {sentence}", _REFUSED) for sentence in reply.refused[:_MOST_REFUSED]]
    more = len(reply.refused) - len(refused)
    refused += [f"and {more} more not set"] if more else []
    kept = fitting([f"• {line}" for line in lines], [head, *refused])
    blocks = [section("\n".join([f"*{escape(head)}*", *map(escape, [*kept, *refused])]))]
    value = {"of": [[each.deal, list(each.keys)] for each in reply.parts if each.keys]}
    if not value["of"] or reply.undone:
        return Message(spoken(head, *kept, *refused), tuple(blocks), quiet=reply.shared)
    tap = button("Undo all", "undo_exposures", value)
    whole = unpacked(tap["value"]) == value  # of too many deals a button has no room for the keys
    blocks.append(actions([tap]) if whole else context(_BY_WORD))
    return Message(spoken(head, *kept, *refused, "" if whole else _BY_WORD), tuple(blocks), quiet=reply.shared)


def _line(corrected: Corrected, *, undone: bool) -> str:
    named = short(corrected.deal, _NAME)
    told = "as it was before" if undone else counted(len(corrected.given), "value") if corrected.given else "as it was"
    later = [line for each in corrected.given if (line := overtaken(each, corrected.on, corrected.state))]
    return " · ".join([f"{named}: {told}", *later, *sum_lines(corrected.state)])


def exposure_form(told: dict[str, Any], known: Exposure, on: date) -> Block:
    """Everything to know of the exposure as it is known, to be changed; what is left empty is unknown."""
    was = {key: typed for key in ExposureKey if (typed := _typed(known, key))}
    blocks = [field(key, _label(key), _input(key, was.get(key, "")), optional=True) for key in ExposureKey]
    source: Block = {"type": "plain_text_input", "action_id": SOURCE, "max_length": 150}
    blocks += [
        field("on", "The day it was said", day_picker(on)),
        field(
            SOURCE,
            "Where it comes from",
            source,
            optional=True,
            hint="Such as: CFO call, annual report. Analysts can read it.",
        ),
    ]
    return form(EXPOSURE, "Exposure", "Set", {**told, "was": was}, blocks)


def exposure_set(view: Payload) -> tuple[Pair, ...]:
    """What was changed on the form; raises BadInput for what a key does not take."""
    source = word(filled(view), SOURCE, SOURCE, "value") or ""
    return tuple(pair for key, typed in _changed(view).items() for pair in pairs_of([f"{key}={typed}"], source))


def wrong_exposure(view: Payload) -> dict[str, str] | None:
    """What is wrong with the form, by its fields."""
    changed = _changed(view)
    if not changed:
        return {ExposureKey.MEDICARE_FFS.value: "Change something first: all of it is as it was."}
    wrong = {key.value: f"It takes {takes(key)}." for key, typed in changed.items() if not _right(key, typed)}
    return wrong or None


def _changed(view: Payload) -> dict[ExposureKey, str]:
    was = unpacked(word(view, "private_metadata")).get("was")
    before: Mapping[str, Any] = was if isinstance(was, Mapping) else {}
    now = {key: _filled(view, key) for key in ExposureKey}
    return {key: typed or UNKNOWN for key, typed in now.items() if typed != before.get(key, "")}


def _filled(view: Payload, key: ExposureKey) -> str:
    there = part(filled(view), key, key)
    if key in _MENUS:
        options = there.get("selected_options")
        chosen = [word(each, "value") or "" for each in options] if isinstance(options, list) else []
        return ", ".join(sorted(chosen))
    return (word(there, "selected_option", "value") or word(there, "value") or "").strip()


def _right(key: ExposureKey, typed: str) -> bool:
    try:
        given(key, typed)
    except ValueError:
        return False
    return True


def _typed(known: Exposure, key: ExposureKey) -> str:
    held = known.get(key)
    return f"{'about ' if held.about else ''}{value_text(key, held.value)}" if held is not None else ""


def _label(key: ExposureKey) -> str:
    label = LABELS[key]
    return f"{label[0].upper()}{label[1:]}{', %' if key in SHARES else ''}"


def _input(key: ExposureKey, typed: str) -> Block:
    if key in ATTRIBUTES:
        options = {value: option(value, value) for value in ("yes", "no")}
        return select(key, "Not known", list(options.values()), options.get(typed))
    if key in _MENUS:
        named = {name: option(name.replace("_", " "), name) for name in _MENUS[key]}
        menu: Block = {"type": "multi_static_select", "action_id": key, "options": list(named.values())}
        chosen = [named[name] for name in typed.split(", ") if name in named]
        return menu | {"placeholder": plain_text("Not known", 150)} | ({"initial_options": chosen} if chosen else {})
    text: Block = {"type": "plain_text_input", "action_id": key, "max_length": 150}
    return text | ({"initial_value": typed} if typed else {})
