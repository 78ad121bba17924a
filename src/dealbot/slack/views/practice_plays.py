"""How a role-play looks: the officer's lines, and what it came to."""

from dealbot.app.card import short
from dealbot.app.chat.of_practice import OfficerSays, PlayChoice, RoleOver, WhichOfficer, WhichPlayer
from dealbot.app.practice.scenes import replay_of
from dealbot.domain.practice.role_card import RoleCard
from dealbot.slack.views.message import Message
from dealbot.slack.views.parts import Block, actions, button, context, escape, section, spoken
from dealbot.slack.views.practice_parts import built, fitting_wide, quoted, source_words

_NAME, _LABEL, _WHY = 80, 60, 240


def officer_says(reply: OfficerSays) -> Message:
    """An officer's line, and which answer is asked for."""
    name = short(reply.speaker, _NAME)
    lines = [f"{name}: {reply.words}", *([reply.aside] if reply.aside else [])]
    told = [f"*{escape(name)}:* {escape(reply.words)}", *([f"_{escape(reply.aside)}_"] if reply.aside else [])]
    below = f"Answer {reply.turn} of {reply.of}"
    below += "; “help” gives a hint, “stop” ends it. Only you see this." if reply.opening else ""
    why = short(reply.why, _WHY)
    blocks = (*([context(escape(why))] if why else []), section("\n".join(told)), context(escape(below)))
    return Message(spoken(f"Role-play: answer {reply.turn} of {reply.of}", why, *lines, below), blocks)


def role_over(reply: RoleOver) -> Message:
    """What a role-play came to: made, missed, a better sentence, the change against last time."""
    name = short(reply.card.scene.speaker, _NAME)
    lines = fitting_wide(lambda width: _lines(reply.card, width))
    closing = f"{name}: {short(' '.join(reply.words.split()), 240)}"
    closed = section(f"*{escape(name)}:* {escape(short(' '.join(reply.words.split()), 240))}")
    told = section("\n".join([f"*{escape(lines[0])}*", *map(escape, lines[1:])]))
    text = spoken("The role-play is over", closing, *lines)
    return Message(text, (closed, told, actions(_taps(reply))))


def _lines(card: RoleCard, width: int) -> list[str]:
    points = len(card.mark.points)
    made = [f"• {short(each.point, width)}" for each in card.made[:3]]
    missed = [f"Missed: {quoted(each, width)}" for each in card.missed[:1]]
    missed += [f"and {len(card.missed) - 1} more"] if len(card.missed) > 1 else []
    warned = [f"That is what the guide warns of: {quoted(card.pitfall.text, width)}"] if card.pitfall else []
    better = (
        [f"Better: {quoted(card.better.text, 2 * width)} {source_words(card.better.source)}"] if card.better else []
    )
    return [f"Made {len(card.made)} of {points}", *made, *warned, *missed, *better, *_change(card)]


def _change(card: RoleCard) -> list[str]:
    if card.change is None:
        return []
    gained, lost = len(card.change.gained), len(card.change.lost)
    if not gained and not lost:
        return ["As last time."]
    told = [f"{gained} more"] * bool(gained) + [f"{lost} fewer"] * bool(lost)
    return [f"Since last time: {', '.join(told)}."]


def _taps(reply: RoleOver) -> list[Block]:
    lacking = reply.card.missed or reply.card.unsure
    value = {"review": reply.review}
    kept = replay_of(reply.card.scene)
    same: dict[str, str | int] = {"officer": kept.officer.value, "card": kept.card}
    if kept.meant is not None:
        same |= {"deal": kept.meant.deal, "holder": kept.meant.holder, "topic": kept.meant.topic.value}
    taps = [button("Again", "practice_replay", same, "primary")]
    taps += [button("Another officer", "practice_officer_0", {})]
    taps += [button("I did say that", "practice_said", value)] if lacking else []
    return [*taps, button("More", "practice_more", value)]


def which_officer(reply: WhichOfficer) -> Message:
    """Asks with whom is to be played."""
    head = "Role-play: whom shall I play?"
    taps = [
        button(officer.words, f"practice_officer_{number}", {"officer": officer.value})
        for number, officer in enumerate(reply.officers)
    ]
    names = ", ".join(officer.words for officer in reply.officers)
    return built(head, [head, names], taps=[taps])


def which_player(reply: WhichPlayer) -> Message:
    """Asks whom of several is meant, or tells why there is nobody."""
    taps = [
        button(short(each.label, _LABEL), f"practice_player_{number}", _meant(each))
        for number, each in enumerate(reply.choices)
    ]
    return built(reply.head, [reply.head], taps=[taps])


def _meant(choice: PlayChoice) -> dict[str, str]:
    return {"officer": choice.officer.value} if choice.officer else {"deal": choice.deal, "who": choice.who}
