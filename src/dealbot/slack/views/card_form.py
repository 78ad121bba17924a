"""The form in which a card is changed: its question, its key points or the answers that are accepted."""

from typing import Any

from dealbot.app.chat.enabling.looked import CardForm
from dealbot.slack.payload import Payload, word
from dealbot.slack.views.forms import filled, form
from dealbot.slack.views.parts import Block, context, field, unpacked

CARD = "edit_card"
_LONGEST = 3_000
_MOST_POINTS = 6


def card_form(told: dict[str, Any], card: CardForm) -> Block:
    """A card to be changed, with what it is now."""
    keyed = bool(card.accepted)
    lines = "\n".join(card.accepted if keyed else card.points)
    label, hint = ("Accepted answers", "One on a line.") if keyed else ("Key points", "One on a line, six at most.")
    if card.choices:
        hint = f"One of: {' / '.join(card.choices)}"
    blocks = [
        field("prompt", "Question", _text("prompt", card.prompt)),
        field("lines", label, _text("lines", lines), hint=hint),
        context("Whoever answered it before keeps their history."),
    ]
    return form(CARD, "Edit the card", "Change", told | {"keyed": keyed}, blocks)


def card_given(view: Payload, *, keyed: bool) -> CardForm:
    """The card as it was filled in."""
    state = filled(view)
    given = word(state, "lines", "lines", "value") or ""
    lines = tuple(line.strip(" •-") for line in given.splitlines() if line.strip(" •-"))
    prompt = " ".join((word(state, "prompt", "prompt", "value") or "").split())
    return CardForm(prompt, () if keyed else lines, lines if keyed else ())


def wrong_card(view: Payload) -> dict[str, str] | None:
    """What is wrong with a card as it was filled in."""
    keyed = bool(unpacked(word(view, "private_metadata")).get("keyed"))
    card = card_given(view, keyed=False)
    if not card.prompt:
        return {"prompt": "Write the question."}
    if not card.points:
        return {"lines": "Write at least one."}
    many = len(card.points) > _MOST_POINTS and not keyed
    return {"lines": f"Six at most: there are {len(card.points)}."} if many else None


def _text(name: str, value: str) -> Block:
    made: Block = {"type": "plain_text_input", "action_id": name, "multiline": True, "max_length": _LONGEST}
    return made | {"initial_value": value[:_LONGEST]} if value else made
