"""What dealbot remembers of a conversation: the deal, the last note, the question that is open."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from dealbot.app.follow_up import FollowUp, Wanted
from dealbot.app.guides.sharpening import AS_ASKED, asks_further
from dealbot.app.question import Focus, Intent, Question, Talk
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.stakeholder import BuyingRole, Function

_ENUMS = {"intent": Intent, "function": Function, "topic": ConcernTopic, "role": BuyingRole, "focus": Focus}
_SILENCE = Talk()
CARRIED = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something said that waits for its deal; `asks` tells a question from a note, `by` who said it.

    `several` tells that it waits to be saved as several calls or as one note, `deal` the deal of its channel;
    `part_of` names the message that it is a call of.
    """

    text: str
    note: str
    on: date
    asks: bool = False
    by: str = ""
    several: bool = False
    deal: str = ""
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class Memory:
    """The state of one conversation.

    `fixed` are the last corrections' keys, `table` the same by deal where several were set at once, `unsure` what may
    be note or question, `moving` the note that waits for another deal, `moved_from` the deal that the note just left,
    `dated_from` the day that its call just had, `partner` who was answered last, `last` what the last question was
    about, `asked` the last question if the guides answered it, `further` how often more of that was asked, `policy` the
    id of the note if it was about a rule.
    """

    deal: str | None = None
    note: str | None = None
    question: FollowUp | None = None
    last: Talk = _SILENCE
    fixed: tuple[int, ...] = ()
    waiting: tuple[Unplaced, ...] = ()
    unsure: Unplaced | None = None
    moving: str | None = None
    moved_from: str | None = None
    dated_from: date | None = None
    partner: str | None = None
    at: datetime | None = None
    asked: str | None = None
    policy: str | None = None
    table: tuple[tuple[str, tuple[int, ...]], ...] = ()
    further: int = 0

    @property
    def fixed_at_once(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """The keys of the table by deal, where nothing was set since."""
        return self.table if self.fixed == tuple(key for _, keys in self.table for key in keys) else ()

    def carried(self, now: datetime, *, for_ever: bool) -> "Memory":
        """What still holds now: a thread's talk for ever, a DM's deal and question for half an hour."""
        if for_ever or self.at is None or now - self.at <= CARRIED:
            return self
        return Memory(waiting=self.waiting, unsure=self.unsure, partner=self.partner, at=self.at)

    @property
    def talk(self) -> Talk:
        """What a question may lean on."""
        return replace(self.last, deal=self.deal, asked=self.asked, further=self.further, policy=self.policy)

    def after(self, question: Question) -> "Memory":
        """The same conversation with one more question asked."""
        asked = self._asked(question.text) if question.intent is Intent.KNOWLEDGE else None
        if question.intent in {Intent.LOG_NOTE, Intent.UNSUPPORTED}:
            return replace(self, asked=asked, further=0, policy=None)
        there = self.about(question.deal) if question.deal is not None else self
        again = asked is not None and self.asked is not None and asks_further(question.text)
        further = self.further + 1 if again else 0
        return replace(there, last=there.talk.after(question), asked=asked, further=further, policy=None)

    def _asked(self, text: str) -> str:
        """What the guides were asked, with the question that it leans on."""
        return AS_ASKED.standalone(text, self.asked) if self.asked else text

    def about(self, deal: str) -> "Memory":
        """The same conversation, now about a deal; what belongs to another deal is dropped."""
        if deal == self.deal:
            return self
        return Memory(deal, waiting=self.waiting, unsure=self.unsure, partner=self.partner, at=self.at)

    def without(self, note: str) -> tuple[Unplaced, ...]:
        """What waits besides one note."""
        return tuple(one for one in self.waiting if one.note != note)

    def as_json(self) -> dict[str, Any]:
        """The memory as plain values."""
        values = asdict(self)
        values["last"] = _of_talk(self.last)
        values["at"] = self.at.isoformat() if self.at else None
        values["dated_from"] = self.dated_from.isoformat() if self.dated_from else None
        values["waiting"] = [_plain(one) for one in self.waiting]
        values["unsure"] = _plain(self.unsure) if self.unsure else None
        return values


def remembered(values: Mapping[str, Any]) -> Memory:
    """Read a memory back from `as_json`; an empty mapping is an empty memory."""
    if not values:
        return Memory()
    question = values["question"]
    return replace(
        Memory(values["deal"], values["note"], fixed=tuple(values["fixed"])),
        question=_question(question) if question else None,
        last=_talk(values.get("last") or {"intent": values.get("intent"), "person": values.get("person")}),
        waiting=tuple(_unplaced(one) for one in values["waiting"]),
        unsure=_unplaced(values["unsure"]) if values["unsure"] else None,
        moving=values.get("moving"),
        moved_from=values.get("moved_from"),
        dated_from=date.fromisoformat(values["dated_from"]) if values.get("dated_from") else None,
        partner=values.get("partner"),
        at=datetime.fromisoformat(values["at"]) if values["at"] else None,
        asked=values.get("asked"),
        policy=values.get("policy"),
        further=values.get("further", 0),
        table=tuple((deal, tuple(keys)) for deal, keys in values.get("table", ())),
    )


def _of_talk(talk: Talk) -> dict[str, Any]:
    return {name: value for name, value in asdict(talk).items() if value}


def _talk(values: Mapping[str, Any]) -> Talk:
    kept: dict[str, Any] = {name: _value(name, value) for name, value in values.items() if value}
    return Talk(**kept)


def _value(name: str, value: object) -> object:
    if name in _ENUMS:
        return _ENUMS[name](str(value))
    return tuple(value) if isinstance(value, list) else value


def _plain(one: Unplaced) -> dict[str, Any]:
    return asdict(one) | {"on": one.on.isoformat()}


def _unplaced(values: Mapping[str, Any]) -> Unplaced:
    later = {name: values[name] for name in ("by", "several", "deal", "part_of") if name in values}
    return Unplaced(values["text"], values["note"], date.fromisoformat(values["on"]), values["asks"], **later)


def _question(values: Mapping[str, Any]) -> FollowUp:
    topic = ConcernTopic(values["topic"]) if values["topic"] else None
    who, action, other = values["who"], values["action"], values.get("other")
    return FollowUp(Wanted(values["wanted"]), values["text"], topic, who, action, other)
