"""Which clauses promise something, who will do it, and by when; and which say that a promise was kept or dropped."""

from collections.abc import Sequence

from dealbot.domain.next_step import StepStatus
from dealbot.domain.observation import StepClosed, StepStatement
from dealbot.domain.stakeholder import Side
from dealbot.domain.when import due, find_relative
from dealbot.reading.judged import Judged
from dealbot.reading.lexicon import steps as lexicon
from dealbot.reading.people import Person
from dealbot.reading.ports import NoteText

_LIKELY = 0.4
_CUED = 0.3
_ASKED = 0.05
_OURS = 0.5


def steps_of(judged: Sequence[Judged], note: NoteText) -> list[StepStatement]:
    """Find what somebody will do after the call, one step per clause."""
    return [step for item in judged if (step := _step(item, note)) is not None]


def closed_of(judged: Sequence[Judged]) -> list[StepClosed]:
    """Find what the note says was done or given up."""
    closed = []
    for item in judged:
        if item.outside or item.view:
            continue
        if item.said.done > 0.4 or (lexicon.DONE.search(item.text) and item.said.done > 0.15):
            status = StepStatus.DROPPED if lexicon.DROPPED.search(item.text) else StepStatus.DONE
            closed.append(StepClosed(status, item.span))
    return closed


def _step(item: Judged, note: NoteText) -> StepStatement | None:
    asked = lexicon.ASKED.search(item.text) is not None
    cued = asked or _promised(item)
    least = _ASKED if asked else max(item.said.done, _CUED if cued else _LIKELY)
    if item.outside or item.view or item.said.step < least:
        return None
    if lexicon.PAST.search(item.text) and not cued:
        return None
    side, owner = _owner(item)
    named = due(item.text, note.on, month_first=note.month_first, fiscal_start=note.fiscal_start)
    day = named.end if named is not None and named.end >= note.on else None
    return StepStatement(
        action=_action(item.text),
        owner=owner,
        side=side,
        due=day,
        due_text=_due_text(item.text, named.text if named and day else None),
        span=item.span,
    )


def _due_text(text: str, dated: str | None) -> str | None:
    if dated is not None:
        return dated
    events = find_relative(text)
    return events[-1][2] if events else None


def _promised(item: Judged) -> bool:
    """Whether the words promise for us or for them."""
    promised = any(pattern.search(item.text) for pattern in (lexicon.FIRST, lexicon.THEIRS))
    return promised or (item.clause.label is not None and lexicon.FIELD.match(item.clause.label) is not None)


def _owner(item: Judged) -> tuple[Side, str | None]:
    """Whose step it is: the likeliest person's, else the likeliest side's."""
    if item.about.speaker is None and lexicon.TOLD.search(item.text):
        return Side.US, None
    if item.owner is not None:
        return Side.US if _a_colleagues(item, item.owner) else item.owner.side, item.owner.label
    return max(item.said.side, key=lambda one: item.said.side[one], default=Side.US), None


def _a_colleagues(item: Judged, owner: Person) -> bool:
    """Whether the words of the author about somebody without a title sound like our side's doing."""
    return item.about.speaker is None and owner.title is None and item.said.side.get(Side.US, 0.0) > _OURS


def _action(text: str) -> str:
    words = lexicon.LEAD.sub("", text, count=1).strip(" .!\"'")
    words = words or text.strip()
    return words[:1].upper() + words[1:]
