"""What was set right, a line for each thing, in the words of the person it is told to."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from dealbot.app.account_lines import account_line
from dealbot.app.correct import Corrected
from dealbot.app.deed import deed
from dealbot.app.exposure_words import overtaken, sum_lines
from dealbot.app.path_told import path_line
from dealbot.app.terms_text import TERM_FIELDS, set_terms
from dealbot.app.wording import criterion_words, role_words, short_title, weekday
from dealbot.domain.affected import affected_by_hand
from dealbot.domain.champion import criterion_by_hand
from dealbot.domain.concern import BLOCKING, NOT_A_CONCERN, NOT_BLOCKING, ConcernStatus, ConcernTopic
from dealbot.domain.conflict import conflict_by_hand, end_by_hand
from dealbot.domain.corrected_field import IDENTITY, OF_PILOT_OR_ACCOUNT, OF_THE_PATH, CorrectedField
from dealbot.domain.deal import DealState
from dealbot.domain.names import fold, may_mean
from dealbot.domain.observation import Correction
from dealbot.domain.stakeholder import BuyingRole, Stance

_PASSING = frozenset({CorrectedField.STANCE, CorrectedField.CONCERN, CorrectedField.STAGE, CorrectedField.TESTED})
# What the changes of a deal tell by themselves, or is who somebody is.
_CHANGES = frozenset(
    {
        CorrectedField.STANCE,
        CorrectedField.ROLE_ADDED,
        CorrectedField.ROLE_REMOVED,
        CorrectedField.GONE,
        CorrectedField.CONCERN,
        CorrectedField.HOLDER,
        CorrectedField.STEP,
        CorrectedField.STEP_DUE,
        CorrectedField.PHASE,
    }
    | IDENTITY
)
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
    state = corrected.state
    told = (overtaken(each, corrected.on, state) or _line(each, state) for each in corrected.given)
    lines = [line for line in dict.fromkeys(told) if line]
    exposed = any(each.field is CorrectedField.EXPOSURE for each in corrected.given)
    return lines + (sum_lines(corrected.state) if exposed else [])


def done_words(corrected: Corrected) -> str:
    """What was done, in a word: changed, or only kept where later words hold of all of it."""
    later = [overtaken(each, corrected.on, corrected.state) for each in corrected.given]
    return "Kept" if later and all(later) else "Changed"


def settings_of(corrected: Corrected) -> list[str]:
    """Say what was set that no change of the deal tells, such as whose yes is needed."""
    return lines_of(replace(corrected, given=tuple(each for each in corrected.given if each.field not in _CHANGES)))


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
    return topic.words if topic is not None else ""


def _role(given: Correction, state: DealState) -> str:
    no = "not " if given.field is CorrectedField.ROLE_REMOVED else ""
    return f"{_who(given.subject, state)}: {no}{role_words(BuyingRole(given.value))}"


def _same(given: Correction, state: DealState) -> str:
    return f"{given.subject} is {_who(given.value, state)}"


def _said_by(given: Correction, state: DealState) -> str:
    return f"What the note says of {given.subject} is {_who(given.value, state)}'s"


def _gone(given: Correction, state: DealState) -> str:
    return f"{_who(given.subject, state)}: {'has left' if given.value == 'yes' else 'still there'}"


def _required(given: Correction, state: DealState) -> str:
    return f"{_who(given.subject, state)}: {'must' if given.value == 'yes' else 'need not'} say yes"


def _influence(given: Correction, state: DealState) -> str:
    level, _, reason = given.value.partition(": ")
    return f"{_who(given.subject, state)}: influence {level} of 5, {reason}"


def _step(given: Correction, state: DealState) -> str:
    step = next((each for each in state.steps if each.key == given.subject), None)
    return f"{deed(step.action, state.as_of, dated=step.due is not None) if step else 'The step'}: {given.value}"


def _step_owner(given: Correction, state: DealState) -> str:
    step = next((each for each in state.steps if each.key == given.subject), None)
    return f"{deed(step.action, state.as_of, dated=step.due is not None) if step else 'The step'}: {given.value}'s now"


def _due(given: Correction, state: DealState) -> str:
    step = next((each for each in state.steps if each.key == given.subject), None)
    what = deed(step.action, state.as_of, dated=True) if step else "The step"
    return f"{what}: {weekday(date.fromisoformat(given.value), state.as_of)}"


def _tested(given: Correction, state: DealState) -> str:
    tested = criterion_by_hand(given.value)
    met = {True: "yes", False: "no", None: "not known"}[tested.met] if tested else given.value
    what = f"{criterion_words(tested.criterion)} " if tested else ""
    return f"{_who(given.subject, state)}, as champion: {what}{met}, your word"


def _conflict(given: Correction, state: DealState) -> str:
    other, cause = conflict_by_hand(given.value) or (given.value, None)
    return f"{_who(given.subject, state)} against {_who(other, state)}" + (f", over {cause}" if cause else "")


def _conflict_ended(given: Correction, state: DealState) -> str:
    other, by = end_by_hand(given.value) or (given.value, None)
    settled = f"settled by {_who(by, state)}" if by else "settled"
    return f"{_who(given.subject, state)} and {_who(other, state)}: {settled}"


def _affected(given: Correction, state: DealState) -> str:
    yes, how = affected_by_hand(given.value) or (False, None)
    return f"{_who(given.subject, state)}: {'' if yes else 'not '}affected" + (f", {how}" if how else "")


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
    CorrectedField.REQUIRED: _required,
    CorrectedField.INFLUENCE: _influence,
    CorrectedField.STEP: _step,
    CorrectedField.STEP_DUE: _due,
    CorrectedField.TESTED: _tested,
    CorrectedField.CONFLICT: _conflict,
    CorrectedField.CONFLICT_ENDED: _conflict_ended,
    CorrectedField.AFFECTED: _affected,
    CorrectedField.RESISTANCE_PLAN: lambda given, state: f"Plan for {_who(given.subject, state)}: {given.value}",
    CorrectedField.TITLE: lambda given, state: f"{_who(given.subject, state)}: {short_title(given.value)}",
    CorrectedField.REVIEWED: lambda _, __: "Reviewed",
    CorrectedField.DECISION: lambda given, _: f"Decided: {given.value}",
    CorrectedField.REVIEW_EVERY: lambda given, _: f"Reviewed every {given.value}",
    CorrectedField.NAME: lambda given, _: f"{given.subject} is now {given.value}",
    **dict.fromkeys(OF_THE_PATH, path_line),
    **dict.fromkeys(OF_PILOT_OR_ACCOUNT, account_line),
    CorrectedField.STEP_OWNER: _step_owner,
    **dict.fromkeys(TERM_FIELDS, set_terms),
}


def each_given(parts: Iterable[Corrected]) -> tuple[Correction, ...]:
    """Everything that several corrections set right."""
    return tuple(given for part in parts for given in part.given)
