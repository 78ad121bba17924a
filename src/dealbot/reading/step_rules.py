"""Which clauses promise something, who will do it, and by when; and which say that a promise was kept or dropped."""

import re
from collections.abc import Sequence

from dealbot.domain.next_step import StepStatus
from dealbot.domain.observation import StepClosed, StepStatement
from dealbot.domain.stakeholder import Side
from dealbot.domain.when import due, find_relative
from dealbot.reading.judged import Judged
from dealbot.reading.people import Person
from dealbot.reading.ports import NoteText

_ACT = r"(?:send|mail|email|share|get|give|set up|schedule|book|draft|prepare|build|call|ring|check|review|read|ask|intro(?:duce)?|loop in|follow up|confirm|provide|deliver|submit|present|bring|write|return|sign|run|pull|find|talk|meet|show|demo|update|redo|revise|forward|put|make|complete|fill|answer|reply|respond|circle back|come back|finish|redline|walk|line up|arrange|organi[sz]e|host|visit|ship|file|post|pass|collect|gather|test|look at|work (?:on|up|out)|chase|nudge|ping|push|add|move|turn|hold|raise|take|let|see|cut|clear|open)"
_FIRST = re.compile(
    rf"\b(?:i'?ll|i’ll|ill|we'?ll|we’ll|i will|we will|i(?:'m| am|’m) (?:to |going to |gonna )|i(?:'m|’m)? ?(?:sending|mailing|getting|bringing|drafting|setting|calling|working|preparing|building|emailing|writing)|im (?:sending|going to|gonna|to)|i (?:owe|need to|have to|must|promised|said i'd|said i would|told \w+ i'?d|gotta|should)|we (?:owe|need to|have to|must|promised|agreed to|should)|let me|my (?:homework|turn|job|todo)|need to {_ACT}|gotta|remind me to|on me|on us|me\s*(?:->|→|:|,|=)|us\s*(?:->|→|:)|todo|to-?do|we are (?:to|going to|sending)|we're (?:sending|going to|to)|you'?ll (?:have|get)|from me\b)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:asked (?:us|me) (?:to|for)|wants? (?:us|me) to|wants? (?:a|an|the|our|my|another|one|some|it|two|three)\b.{0,50}\b(?:by|before)\b|please|pls|plz|can (?:you|u)|could you|would you|need(?:s)? (?:you|us|me) to|you (?:should|need to|must|owe)|send (?:me|us|it|over)|get me|has asked for|asked for (?:a|an|the|our|my)|need (?:from us|it by))\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    rf"\b(?:(?:she|he|they)(?:'ll|’ll| will|'s going to|’s going to| is going to| are going to| promised| agreed| offered| owes?| is (?:sending|getting|setting|bringing|checking|asking|reviewing|drafting|pulling)| are (?:sending|getting|setting))|will {_ACT}|\bis (?:to|going to|gonna|sending|getting|setting|bringing|checking|asking|drafting|pulling|lining|arranging|booking|scheduling|taking it|putting)|promised|agreed to|offered to|said (?:he|she|they)(?:'d|’d|'ll| would| will)|owes (?:us|me)|has to {_ACT}|is supposed to|to {_ACT}\b|(?:->|→)\s*\w+)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:sent|emailed|mailed|delivered|shared|signed|returned|submitted|completed|finished|done|handed over|got (?:it|them|the)|came (?:in|through|back)|has (?:it|them|the)|in hand|received|went out|did the|gave (?:her|him|them)|is in|landed|turned in)\b",
    re.IGNORECASE,
)
_DROPPED = re.compile(
    r"\b(?:won'?t (?:do|happen|be)|no longer (?:needed|doing)|dropped|scrapped|cancel(?:l)?ed|called off|not doing|skip(?:ping)? (?:it|the)|forget (?:it|the)|off the list)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"^(?:next|nxt|action|actions|todo|to do|follow|followup|steps?|next steps?|a/i|ai|asks?|owed|commitments?|tasks?)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:last (?:week|month|year|time|mon|tue|wed|thu|fri)|yesterday|already|ago)\b", re.IGNORECASE)
_LEAD = re.compile(
    rf"^\W*(?:and |so |then |also |but |ok |now )*(?:(?:i|we|she|he|they|you|[A-Z][\w'’.-]+(?: [A-Z][\w'’-]+)?|me|us|@?\w+)\s*(?:->|→|:|,|=)?\s*)?(?:'ll|’ll|will|'m|’m|am|are|is|need(?:s)? to|have to|has to|owes?(?: us| me)?|promised(?: me| us)?(?: to)?|agreed to|offered to|(?:is |am |are |'m |’m )?going to|gonna|gotta|must|should|to|please|pls|can (?:you|u)|could you|let me|said (?:she|he|they|i)(?:'d|’d|'ll| would| will))\s+",
    re.IGNORECASE,
)
_LIKELY = 0.5
_SURE = 0.8


def steps_of(judged: Sequence[Judged], note: NoteText) -> list[StepStatement]:
    """Find what somebody will do after the call, one step per clause."""
    return [step for item in judged if (step := _step(item, note)) is not None]


def closed_of(judged: Sequence[Judged]) -> list[StepClosed]:
    """Find what the note says was done or given up."""
    closed = []
    for item in judged:
        if item.outside or item.view:
            continue
        if item.guess["step"].of("done") > 0.4 or (_DONE.search(item.text) and item.guess["step"].of("done") > 0.15):
            status = StepStatus.DROPPED if _DROPPED.search(item.text) else StepStatus.DONE
            closed.append(StepClosed(status, item.span))
    return closed


def _step(item: Judged, note: NoteText) -> StepStatement | None:
    guess = item.guess["step"]
    share = 1.0 - guess.of("none") - guess.of("done")
    cued = _cue(item)
    if item.outside or item.view or share < _threshold(item, cued):
        return None
    if (_PAST.search(item.text) and not cued) or guess.best == "done" and share < _SURE:
        return None
    side, owner = _owner(item, cued)
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


def _cue(item: Judged) -> str | None:
    """Whether the words promise for us, ask of us, or promise for them."""
    text = item.text
    mine = item.about.speaker is None
    if _ASKED.search(text):
        return "asked"
    if _FIRST.search(text):
        return "first" if mine else "speaker"
    if _THEIRS.search(text):
        return "theirs"
    return "field" if item.clause.label is not None and _FIELD.match(item.clause.label) else None


def _threshold(item: Judged, cue: str | None) -> float:
    if cue == "field":
        return 0.15
    if cue in {"first", "asked"}:
        return 0.3
    return 0.4 if cue is not None else _SURE


def _owner(item: Judged, cue: str | None) -> tuple[Side, str | None]:
    speaker = item.about.speaker
    buyer_speaks = speaker is not None and speaker.side is Side.BUYER
    if cue == "speaker" and speaker is not None:
        return speaker.side, speaker.label if buyer_speaks else _name(speaker)
    if cue == "asked":
        return (Side.BUYER, None) if speaker is not None and not buyer_speaks else (Side.US, None)
    if cue == "first":
        return Side.US, None
    doer = item.about.subject
    if doer is not None and (cue == "theirs" or item.guess["step"].best != "us" or doer.side is not Side.BUYER):
        return doer.side, doer.label
    best = item.guess["step"].among(("us", "buyer", "third_party"))
    return Side(best), None


def _name(person: Person) -> str | None:
    return person.name


def _action(text: str) -> str:
    words = _LEAD.sub("", text, count=1).strip(" .!\"'")
    words = words or text.strip()
    return words[:1].upper() + words[1:]
