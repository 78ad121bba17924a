"""The forms: how they look, and what was filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dealbot.app.must_say_yes import Choice
from dealbot.app.wording import who
from dealbot.domain.concern import BLOCKING, NOT_BLOCKING
from dealbot.domain.deal import DealState
from dealbot.domain.observation import ConcernStatement
from dealbot.domain.stakeholder import Stance
from dealbot.slack.payload import Payload, first, part, word
from dealbot.slack.views.parts import (
    Block,
    context,
    escape,
    field,
    option,
    packed,
    plain_text,
    section,
    select,
)

MOVE, CORRECT, LOG, DAY, REQUIRED = "move_note", "correct_note", "log_note", "date_note", "must_say_yes"
DEALS = "deals"  # the action of every menu of deals
_MOST_OPTIONS = 100
_VALUE = 150
_WORRY_IS = {
    BLOCKING: "holds the deal up",
    NOT_BLOCKING: "does not hold the deal up",
    "resolved": "is settled",
    "none": "is no worry at all",
}


@dataclass(frozen=True, slots=True)
class Note:
    """A call note as filled in."""

    deal: str
    text: str
    on: date | None


def move_form(told: dict[str, Any], recent: Sequence[str]) -> Block:
    """Which deal a note belongs to: three recent ones to tap, or any."""
    options = [named_option(deal) for deal in recent]
    blocks = [section(f"The note is in *{escape(str(told['deal']))}* now.")]
    if options:
        radio = {"type": "radio_buttons", "action_id": "recent", "options": options}
        blocks.append(field("recent", "Move it to", radio, optional=True))
    blocks.append(field(DEALS, "Or to another deal", _deals_menu("Type its name"), optional=True))
    blocks.append(context("Its card, its corrections and what was answered from it move too."))
    return form(MOVE, "Wrong deal?", "Move", told, blocks)


def correct_form(told: dict[str, Any], state: DealState, worries: Sequence[ConcernStatement]) -> Block:
    """What of a note is wrong: where somebody stands, who they are, whose worry it was."""
    named = {person.label[:_VALUE]: person for person in reversed(state.people)}  # two may go by one name
    people = [option(who(person), label) for label, person in reversed(named.items())][:_MOST_OPTIONS]
    stances = [option(stance.value, stance.value) for stance in Stance]
    title = {"type": "plain_text_input", "action_id": "title", "placeholder": plain_text("Such as CNO", 150)}
    blocks = []
    if people:
        blocks += [
            field("person", "Who", select("person", "Choose a person", people), optional=True),
            field("stance", "Where they stand", select("stance", "As it was", stances), optional=True),
            field("title", "Their title", title, optional=True),
        ]
    topics = list(dict.fromkeys(worry.topic for worry in worries))
    if topics:
        listed = [option(f"the {topic.words} worry", topic.value) for topic in topics]
        status = [option(text, value) for value, text in _WORRY_IS.items()]
        blocks += [
            field("worry", "Or a worry", select("worry", "Choose a worry", listed), optional=True),
            field("is", "It", select("is", "As it was", status), optional=True),
        ]
        held = field("holder", "It is the worry of", select("holder", "As it was", people), optional=True)
        blocks += [held] if people else []
    if not blocks:
        blocks = [section("Nothing was read from this note that could be set right. Write it again in other words.")]
    return form(CORRECT, "Correct", "Set right" if people or topics else None, told, blocks)


def required_form(told: dict[str, Any], offered: Sequence[Choice]) -> Block:
    """Whose yes the deal needs: everybody known and the seats nobody is named for, several to tap."""
    options = {each.value: option(each.text, each.value) for each in offered[:_MOST_OPTIONS]}
    needed = [options[each.value] for each in offered[:_MOST_OPTIONS] if each.needed]
    menu: Block = {
        "type": "multi_static_select",
        "action_id": REQUIRED,
        "placeholder": plain_text("Choose people and seats", 150),
        "options": list(options.values()),
    }
    said = context("Suggested from who has power and whose part of the house gates such deals, until you set it.")
    menu |= {"initial_options": needed} if needed else {}
    return form(REQUIRED, "Must say yes", "Set", told, [field(REQUIRED, "Whose yes is needed", menu), said])


def chosen_seats(view: Payload) -> tuple[str, ...]:
    """Whose yes is needed, as it was filled in."""
    chosen = part(filled(view), REQUIRED, REQUIRED).get("selected_options")
    options = [each for each in chosen if isinstance(each, Mapping)] if isinstance(chosen, list) else []
    return tuple(value for each in options if (value := word(each, "value")))


def day_form(told: dict[str, Any], on: date) -> Block:
    """On which day the call of a note was."""
    said = context("What was said counts from that day on; “by Friday” is read as of it.")
    return form(DAY, "Day of the call", "Change", told, [field("on", "Day of the call", day_picker(on)), said])


def day_picker(on: date) -> Block:
    """A day to choose."""
    return {"type": "datepicker", "action_id": "on", "initial_date": on.isoformat()}


def log_form(told: dict[str, Any], on: date, text: str = "", deal: str | None = None) -> Block:
    """A call note to fill in, with what is known of it."""
    typed: Block = {"type": "plain_text_input", "action_id": "text", "multiline": True, "max_length": 3_000}
    if text:
        typed["initial_value"] = text[:3_000]
    blocks = [
        field(DEALS, "Deal", _deals_menu("Type the hospital's name", deal)),
        field("text", "What was said", typed, hint="A line that starts with “private:” stays with you."),
        field("on", "Day of the call", day_picker(on)),
    ]
    return form(LOG, "Log a call", "Save", told, blocks)


def chosen_deal(view: Payload) -> str | None:
    """The deal that was chosen on a form."""
    state = filled(view)
    return first(_chosen(state, DEALS), _chosen(state, "recent"))


def corrections(view: Payload) -> tuple[str, ...]:
    """What was set right on a form, as KEY=VALUE pairs."""
    state = filled(view)
    person, stance, title = _chosen(state, "person"), _chosen(state, "stance"), word(state, "title", "title", "value")
    worry, status, holder = (_chosen(state, name) for name in ("worry", "is", "holder"))
    pairs = [f"{person}.stance={stance}"] if person and stance else []
    pairs += [f"{person}.title={title.strip()}"] if person and title and title.strip() else []
    pairs += [f"{worry}.holder={holder}"] if worry and holder else []
    pairs += [f"{holder}.{worry}={status}" if holder else f"{worry}={status}"] if worry and status else []
    return tuple(pairs)


def note(view: Payload) -> Note:
    """The call note that was filled in."""
    return Note(chosen_deal(view) or "", word(filled(view), "text", "text", "value") or "", day(view))


def day(view: Payload) -> date | None:
    """The day of the call that was filled in."""
    chosen = word(filled(view), "on", "on", "selected_date")
    return date.fromisoformat(chosen) if chosen else None


def wrong(view: Payload) -> dict[str, str] | None:
    """What is wrong with a form, by its fields."""
    match word(view, "callback_id"):
        case "move_note":
            return None if chosen_deal(view) else {DEALS: "Choose the deal that the note belongs to."}
        case "correct_note":
            return _wrong_correction(view)
        case "log_note":
            return None if note(view).text.strip() else {"text": "Write what was said on the call."}
        case _:
            return None


def _wrong_correction(view: Payload) -> dict[str, str] | None:
    if corrections(view):
        return None
    if _chosen(filled(view), "person"):
        return {"stance": "Say where they stand, or give their title."}
    if _chosen(filled(view), "worry"):
        return {"is": "Say what it is, or whose."}
    return dict.fromkeys(list(filled(view))[:1], "Choose a person or a worry.")


def _chosen(state: Payload, name: str) -> str | None:
    return word(state, name, name, "selected_option", "value")


def filled(view: Payload) -> Payload:
    """What was filled in, by fields."""
    return part(view, "state", "values")


def named_option(name: str) -> Block:
    """A choice that is known by its name, as far as a choice can hold it."""
    return option(name, name[:_VALUE])


def _deals_menu(placeholder: str, deal: str | None = None) -> Block:
    menu: Block = {"type": "external_select", "action_id": DEALS, "placeholder": plain_text(placeholder, 150)}
    menu["min_query_length"] = 0
    return menu | {"initial_option": named_option(deal)} if deal else menu


def form(callback: str, title: str, submit: str | None, told: dict[str, Any], blocks: list[Block]) -> Block:
    """A form with what it is told of where it was asked for."""
    view: Block = {
        "type": "modal",
        "callback_id": callback,
        "title": plain_text(title, 24),
        "close": plain_text("Close", 24),
        "private_metadata": packed(told),
        "blocks": blocks,
    }
    return view | {"submit": plain_text(submit, 24)} if submit else view
