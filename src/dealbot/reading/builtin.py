"""The reader that needs no model: a network trained on examples, rules over it, and nothing it cannot quote."""

import re
from collections.abc import Sequence

from dealbot.domain.concern import ConcernStatus
from dealbot.domain.evidence import Span
from dealbot.domain.observation import PersonStatement, Reading
from dealbot.domain.stakeholder import Side
from dealbot.reading.concern_rules import concerns_of
from dealbot.reading.judge import Encoder, Verdict, judge
from dealbot.reading.judged import Judged
from dealbot.reading.net.network import Network
from dealbot.reading.people import Person
from dealbot.reading.person_rules import movement_of, roles_of, stance_of
from dealbot.reading.ports import NoteText
from dealbot.reading.said import Stand
from dealbot.reading.scope import outside
from dealbot.reading.signal_rules import signals_of
from dealbot.reading.step_rules import closed_of, steps_of
from dealbot.reading.view_rules import is_view, views_of

_ONLY_ASIDE = re.compile(
    r"\b(?:intro(?:duce|duction)?|loop in|pull in|cc|get|reach|meet|contact|find|ask|call|assistant|named|hired)\b",
    re.IGNORECASE,
)


class BuiltinReader:
    """Reads notes with a trained network and rules; the same note is always read the same way."""

    def __init__(self, encoder: Encoder, network: Network) -> None:
        """Read with this encoder and these weights."""
        self._encoder = encoder
        self._network = network

    @property
    def version(self) -> str:
        """Name and version of the reader, kept with every observation it makes."""
        return f"builtin-2-{self._network.examples[:8]}"

    def read(self, note: NoteText) -> Reading:
        """Read one note; what cannot be quoted is not returned."""
        verdict = judge(note, self._encoder, self._network)
        for person, stand in zip(verdict.people, verdict.stands, strict=True):
            person.side = stand.side if person.side is Side.BUYER else person.side
            person.function = person.function or stand.function
        judged = _judged(verdict)
        concerns = concerns_of(judged)
        clauses = {item.span: item for item in judged}
        worries = {one.holder: clauses[one.span] for one in concerns if one.status is ConcernStatus.RAISED}
        people = zip(verdict.people, verdict.stands, strict=True)
        return Reading(
            on=note.on,
            people=tuple(
                _statement(note, person, stand, judged, worries.get(person.label))
                for person, stand in people
                if not _only_outside(person, judged)
            ),
            concerns=tuple(concerns),
            next_steps=tuple(steps_of(judged, note)),
            signals=tuple(signals_of(judged, note.text)),
            views=tuple(views_of(judged)),
            closed=tuple(closed_of(judged)),
            reader=self.version,
        )


def _judged(verdict: Verdict) -> list[Judged]:
    aside = outside([about.clause for about in verdict.abouts], verdict.said)
    who = (*verdict.people, None)
    return [
        Judged(
            about,
            said,
            elsewhere,
            is_view(about, said),
            *(who[-1 if place is None else place] for place in (said.holder, said.owner, said.viewed)),
        )
        for about, said, elsewhere in zip(verdict.abouts, verdict.said, aside, strict=True)
    ]


def _only_outside(person: Person, judged: Sequence[Judged]) -> bool:
    """Somebody who only occurs in other customers' stories, or only in passing as anybody's title, is left out."""
    if any(item.about.speaker is person for item in judged):
        return False
    within = [item for item in judged if any(item.clause.start <= at[0] < item.clause.end for at in person.places)]
    return bool(within) and all(item.outside for item in within)


def _statement(
    note: NoteText, person: Person, stand: Stand, judged: Sequence[Judged], worry: Judged | None
) -> PersonStatement:
    own = [item for item in judged if item.about.subject is person and not item.outside]
    mentions = [item for item in judged if person in item.about.mentioned]
    stance, shown = stance_of(stand, own, judged, worry)
    movement, moved = movement_of(own, mentions)
    buyer = person.side is Side.BUYER
    quote = shown or moved or next(iter(own or mentions), None)
    return PersonStatement(
        name=person.name,
        title=person.title,
        function=person.function,
        side=person.side,
        roles=roles_of(stand, own) if buyer else frozenset(),
        stance=stance if buyer else None,
        span=quote.span if quote is not None else _mention(note, person),
        said_by=quote.said_by if quote is not None else None,
        took_part=_took_part(own, mentions),
        movement=movement,
    )


def _mention(note: NoteText, person: Person) -> Span:
    start, end = min(person.places)
    return Span(note.text[start:end], start, end)


def _took_part(own: Sequence[Judged], mentions: Sequence[Judged]) -> bool:
    if own or not mentions:
        return True
    return not all(_ONLY_ASIDE.search(item.text) for item in mentions)
