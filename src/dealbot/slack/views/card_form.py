"""The form in which a card is changed: its question, and its key points and pitfalls, its answers or its options."""

from typing import Any

from dealbot.app.chat.enabling.looked import CardForm
from dealbot.slack.payload import Payload, word
from dealbot.slack.views.forms import filled, form
from dealbot.slack.views.parts import Block, context, field, unpacked

CARD = "edit_card"
_LONGEST = 3_000
_MOST_POINTS, _FEWEST_OPTIONS, _MOST_OPTIONS = 6, 2, 6
_RIGHT = "✓*"
_BULLETS = " •-"


def card_form(told: dict[str, Any], card: CardForm) -> Block:
    """A card to be changed, with what it is now."""
    blocks = [field("prompt", "Question", _text("prompt", card.prompt)), *_answer(card)]
    blocks.append(context("Whoever answered it before keeps their history."))
    return form(CARD, "Edit the card", "Change", told | {"keyed": bool(card.accepted)}, blocks)


def _answer(card: CardForm) -> list[Block]:
    if card.choices:
        lines = [f"✓ {each}" if each in card.accepted else each for each in card.choices]
        hint = "One on a line, two to six. ✓ or * stands before the right one."
        return [field("options", "Options", _text("options", "\n".join(lines)), hint=hint)]
    if card.accepted:
        accepted = _text("lines", "\n".join(card.accepted))
        return [field("lines", "Accepted answers", accepted, hint="One on a line.")]
    points, pitfalls = _text("lines", "\n".join(card.points)), _text("pitfalls", "\n".join(card.pitfalls))
    hint = "One on a line: what an answer must not do."
    return [
        field("lines", "Key points", points, hint="One on a line, six at most."),
        field("pitfalls", "Pitfalls", pitfalls, optional=True, hint=hint),
    ]


def card_given(view: Payload, *, keyed: bool) -> CardForm:
    """The card as it was filled in."""
    prompt = " ".join((word(filled(view), "prompt", "prompt", "value") or "").split())
    if "options" in filled(view):
        options = _lines(view, "options")
        right = [each.lstrip(_RIGHT).strip() for each in options if each[0] in _RIGHT]
        choices = [each.lstrip(_RIGHT).strip() for each in options]
        return CardForm(prompt, (), tuple(filter(None, right)), tuple(filter(None, choices)))
    lines = _lines(view, "lines")
    if keyed:
        return CardForm(prompt, (), lines)
    return CardForm(prompt, lines, pitfalls=_lines(view, "pitfalls"))


def wrong_card(view: Payload) -> dict[str, str] | None:
    """What is wrong with a card as it was filled in."""
    keyed = bool(unpacked(word(view, "private_metadata")).get("keyed"))
    card = card_given(view, keyed=keyed)
    if not card.prompt:
        return {"prompt": "Write the question."}
    if "options" in filled(view):
        return _wrong_options(card)
    if not (card.accepted if keyed else card.points):
        return {"lines": "Write at least one."}
    many = [name for name, lines in (("lines", card.points), ("pitfalls", card.pitfalls)) if len(lines) > _MOST_POINTS]
    return {name: f"Six at most: there are {len(_lines(view, name))}." for name in many} or None


def _wrong_options(card: CardForm) -> dict[str, str] | None:
    count = len(card.choices)
    if not _FEWEST_OPTIONS <= count <= _MOST_OPTIONS:
        return {"options": f"Two to six options: there {'is' if count == 1 else 'are'} {count}."}
    if len({each.casefold() for each in card.choices}) < count:
        return {"options": "Two options are the same."}
    if len(card.accepted) != 1:
        return {"options": f"Put ✓ or * before the one that is right: {len(card.accepted)} are marked."}
    return None


def _lines(view: Payload, name: str) -> tuple[str, ...]:
    given = word(filled(view), name, name, "value") or ""
    return tuple(line.strip(_BULLETS) for line in given.splitlines() if line.strip(_BULLETS))


def _text(name: str, value: str) -> Block:
    made: Block = {"type": "plain_text_input", "action_id": name, "multiline": True, "max_length": _LONGEST}
    return made | {"initial_value": value[:_LONGEST]} if value else made
