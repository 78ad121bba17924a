"""What became of files that were dropped: a draft to look at, a guide that is answered from, a policy note."""

from collections import Counter

from dealbot.app.card import LINE, day_text, short
from dealbot.app.chat.replies import GuideDecided, GuideDropped, OfFiles, PolicyTaken
from dealbot.app.policies.added import beside_others
from dealbot.app.policies.words import named_policy, standing
from dealbot.app.wording import counted
from dealbot.domain.dropped import DraftState
from dealbot.domain.knowledge import Document, plain
from dealbot.slack.views.message import Message
from dealbot.slack.views.parts import Block, actions, button, escape, section, spoken

_SHOWN = 3
_TITLE = 70
_LINE = 250
_MOST_LINES = 6


def shown_of_files(reply: OfFiles) -> Message:
    """How a reply about a file looks."""
    match reply:
        case GuideDropped():
            return _dropped(reply)
        case GuideDecided():
            return _decided(reply)
        case PolicyTaken():
            return _policy(reply)


def _dropped(reply: GuideDropped) -> Message:
    dropped, value = reply.dropped, {"document": reply.dropped.kept.key}
    title, file = short(dropped.guide.about.title, _TITLE), short(dropped.kept.path, _TITLE)
    if dropped.kept.state is DraftState.APPROVED:
        head = f"Already in the guides: {title}"
        return _message(
            head, [f"{file} is the same file, so nothing changed."], [button("Take out", "take_out", value)]
        )
    head = f"{'Draft' if dropped.new else 'Already a draft'}: {title}"
    foot = "I answer from it once it is approved."
    if dropped.before is not None:
        on = day_text(dropped.before.at.date(), dropped.kept.at.date())
        foot = f"It replaces the version of {on}, which I answer from until this one is approved."
    taps = [button("Approve", "approve_guide", value, "primary"), button("Discard", "discard_guide", value)]
    return _message(head, [f"File: {file}", *_seen(dropped.guide), foot], taps)


def _seen(guide: Document) -> list[str]:
    """How many questions in which categories, and the first of them."""
    if not guide.questions:
        return ["No questions found: it will be searched as plain text."]
    counts = Counter(plain(question.category) for question in guide.questions if question.category).most_common()
    named = [f"{short(category, _TITLE // 2)} {count}" for category, count in counts[:_SHOWN]]
    more = [f"{len(counts) - _SHOWN} more categories"] if len(counts) > _SHOWN + 1 else []
    where = f": {', '.join([*named, *more])}" if named else ""
    first = [f"• {short(plain(question.text), LINE)}" for question in guide.questions[:_SHOWN]]
    return [f"{counted(len(guide.questions), 'question')}{where}", *first]


def _decided(reply: GuideDecided) -> Message:
    decided, title = reply.decided, short(reply.decided.title, _TITLE)
    if reply.state is DraftState.APPROVED:
        taps = [button("Take out", "take_out", {"document": decided.kept.key})]
        return _message(f"In the guides: {title}", ["I answer from it from now on."], taps)
    if decided.before is DraftState.APPROVED:
        return _message(f"Taken out: {title}", ["I answer from it no more. Drop it again to bring it back."], [])
    return _message(f"Discarded: {title}", ["I never answered from this draft."], [])


def _policy(reply: PolicyTaken) -> Message:
    policy = reply.added.policy
    head = f"{'Added' if reply.added.new else 'Already there'}: {short(named_policy(policy), 2 * _TITLE)}"
    number = policy.note.document_number if not reply.added.alike else None
    others = [short(line, _LINE) for line in beside_others(reply.added, reply.on)]
    more = [f"… and {len(others) - _MOST_LINES} more"] if len(others) > _MOST_LINES else []
    lines = [f"{standing(policy, reply.on)}.", *others[:_MOST_LINES], *more]
    return _message(head, lines, [button("Which deals?", "which_deals", {"policy": number or policy.note.title})])


def _message(head: str, lines: list[str], taps: list[Block]) -> Message:
    said = section("\n".join([f"*{escape(head)}*", *map(escape, lines)]))
    return Message(spoken(head, *lines), (said, actions(taps)) if taps else (said,))
