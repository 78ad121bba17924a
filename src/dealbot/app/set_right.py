"""What was set right, a line for each thing, in the words of the person it is told to."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from dealbot.app.correct import Corrected
from dealbot.app.deed import deed
from dealbot.app.wording import role_words, short_title, topic_words, weekday
from dealbot.domain.concern import BLOCKING, NOT_A_CONCERN, NOT_BLOCKING, ConcernStatus, ConcernTopic
from dealbot.domain.deal import DealState
from dealbot.domain.names import fold, may_mean
from dealbot.domain.observation import CorrectedField, Correction
from dealbot.domain.stakeholder import BuyingRole, Stance

_PASSING = frozenset({CorrectedField.STANCE, CorrectedField.CONCERN})
_WORRY = {
    BLOCKING: "holds the deal up",
    NOT_BLOCKING: "does not hold the deal up",
    ConcernStatus.RAISED.value: "is open",
    ConcernStatus.ADDRESSED.value: "is answered",
    ConcernStatus.RESOLVED.value: "is settled",
    NOT_A_CONCERN: "is no worry",
}


def lines_of(corrected: Corrected) -> list[str]:
    """Say what holds now by a person's word."""
    return [line for line in dict.fromkeys(_line(each, corrected.state) for each in corrected.given) if line]


def holds_for_now(corrected: Corrected) -> bool:
    """Whether what was set right is something that people change their minds about."""
    return any(each.field in _PASSING for each in corrected.given)


def _line(given: Correction, state: DealState) -> str:
    return _TELLERS.get(given.field, _other)(given, state)


def _who(subject: str | None, state: DealState) -> str:
    """The person meant as they are called now."""
    said = fold(subject or "")
    for person in state.people:
        if said in {fold(person.label), *map(fold, person.written)}:
            return person.label
    return next((p.label for p in state.people if p.name and may_mean(said, fold(p.name))), subject or "somebody")


def _stance(given: Correction, state: DealState) -> str:
    who = _who(given.subject, state)
    person = next((each for each in state.people if each.label == who), None)
    later = f" (but {person.stance} since)" if person is not None and person.stance != given.value else ""
    told = "not heard" if given.value == Stance.UNKNOWN else given.value
    return f"{who}: {told}, your word{later}"


def _concern(given: Correction, state: DealState) -> str:
    whose = f"{_who(given.subject, state)}'s" if given.subject else "The"
    return f"{whose} {_topic(given.topic)} worry {_WORRY.get(given.value, given.value)}"


def _holder(given: Correction, state: DealState) -> str:
    return f"The {_topic(given.topic)} worry is {_who(given.value, state)}'s"


def _topic(topic: ConcernTopic | None) -> str:
    return topic_words(topic) if topic is not None else ""


def _role(given: Correction, state: DealState) -> str:
    no = "not " if given.field is CorrectedField.ROLE_REMOVED else ""
    return f"{_who(given.subject, state)}: {no}{role_words(BuyingRole(given.value))}"


def _same(given: Correction, state: DealState) -> str:
    return f"{given.subject} is {_who(given.value, state)}"


def _said_by(given: Correction, state: DealState) -> str:
    return f"What the note says of {given.subject} is {_who(given.value, state)}'s"


def _gone(given: Correction, state: DealState) -> str:
    return f"{_who(given.subject, state)}: {'has left' if given.value == 'yes' else 'still there'}"


def _step(given: Correction, state: DealState) -> str:
    step = next((each for each in state.steps if each.key == given.subject), None)
    return f"{deed(step.action, state.as_of, dated=step.due is not None) if step else 'The step'}: {given.value}"


def _due(given: Correction, state: DealState) -> str:
    step = next((each for each in state.steps if each.key == given.subject), None)
    what = deed(step.action, state.as_of, dated=True) if step else "The step"
    return f"{what}: {weekday(date.fromisoformat(given.value), state.as_of)}"


def _other(given: Correction, state: DealState) -> str:
    who = f"{_who(given.subject, state)}: " if given.subject else ""
    return f"{who}{given.field.value.replace('_', ' ')} {given.value.replace('_', ' ')}"


_TELLERS: Mapping[CorrectedField, Callable[[Correction, DealState], str]] = {
    CorrectedField.STANCE: _stance,
    CorrectedField.CONCERN: _concern,
    CorrectedField.HOLDER: _holder,
    CorrectedField.ROLE_ADDED: _role,
    CorrectedField.ROLE_REMOVED: _role,
    CorrectedField.SAME_AS: _same,
    CorrectedField.SAID_BY: _said_by,
    CorrectedField.GONE: _gone,
    CorrectedField.STEP: _step,
    CorrectedField.STEP_DUE: _due,
    CorrectedField.TITLE: lambda given, state: f"{_who(given.subject, state)}: {short_title(given.value)}",
    CorrectedField.NAME: lambda given, _: f"{given.subject} is now {given.value}",
}


def each_given(parts: Iterable[Corrected]) -> tuple[Correction, ...]:
    """Everything that several corrections set right."""
    return tuple(given for part in parts for given in part.given)
