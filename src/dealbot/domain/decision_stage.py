"""How far each person is in deciding: worked out of their words, stance, worries and part, or set by hand."""

import re
from dataclasses import dataclass

from dealbot.domain.deal import Concern, DealState, Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.stakeholder import BuyingRole, DecisionStage, Stance

_APPROVES = re.compile(
    r"\b(?:approved|signed off|(?:gave|given|has) (?:\w+ )?(?:the |their |her |his )?(?:go-?ahead|green light|sign-?off"
    r"|approval)|green-?lit|green-?lighted|released the (?:budget|money|funds)|set (?:the )?money aside"
    r"|(?:budget|money) is (?:approved|released|set aside))\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:not|never|no|nobody|cannot|\w+n['\u2019]t|will|would|could|may|might|should|must|needs?|wants?|hopes?|expects?|if"
    r"|until|unless|once|before|after|when|pending|waiting|wait|to be|almost|nearly)\b",
    re.IGNORECASE,
)
_UNAWARE = re.compile(
    r"\b(?:(?:never|hasn['\u2019]t) heard of (?:us|it|this)"
    r"|(?:knows nothing|doesn['\u2019]t know|does not know|unaware|not aware|no idea) (?:of|about))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Staged:
    """A decision stage with the words that show it."""

    stage: DecisionStage
    evidence: Evidence


def stage_of(person: Stakeholder, state: DealState) -> Staged | None:
    """Tell how far a person is; None of somebody who left or was not heard, for that is not known.

    What was set by hand holds until they say something later.
    """
    if person.gone is not None:
        return None
    worries = [concern for concern in state.open_concerns if concern.holder_key == person.key]
    by_hand = person.stage_set
    said = [person.evidence.on, *(worry.evidence.on for worry in worries)]
    if by_hand is not None and by_hand.evidence.on >= max(said):
        return Staged(by_hand.stage, by_hand.evidence)
    return _worked_out(person, worries)


def _worked_out(person: Stakeholder, worries: list[Concern]) -> Staged | None:
    if worries and worries[0].blocking:
        return Staged(DecisionStage.BLOCKED, worries[0].evidence)
    if person.stance is Stance.UNKNOWN:
        return _unheard(person, worries)
    return Staged(_by_stance(person, has_worry=bool(worries)), _words(person, worries))


def _words(person: Stakeholder, worries: list[Concern]) -> Evidence:
    """Of somebody who says yes with a worry, the worry."""
    return worries[0].evidence if worries and person.stance.aligned else person.evidence


def _unheard(person: Stakeholder, worries: list[Concern]) -> Staged | None:
    if worries:
        return Staged(DecisionStage.NEEDS_EVIDENCE, worries[0].evidence)
    if _UNAWARE.search(person.evidence.quote):
        return Staged(DecisionStage.UNAWARE, person.evidence)
    return Staged(DecisionStage.EVALUATING, person.evidence) if person.last_heard is not None else None


def _by_stance(person: Stakeholder, *, has_worry: bool) -> DecisionStage:
    if person.stance is Stance.OPPOSED:
        return DecisionStage.BLOCKED
    if has_worry or person.stance is Stance.CONCERNED:
        return DecisionStage.NEEDS_EVIDENCE
    if not person.stance.aligned:
        return DecisionStage.EVALUATING
    if approves(person.evidence.quote):
        return DecisionStage.APPROVED
    sells = person.stance is Stance.COMMITTED or BuyingRole.CHAMPION in person.roles
    return DecisionStage.ADVOCATING if sells else DecisionStage.EVALUATING


def approves(words: str) -> bool:
    """Whether words say that somebody approved; a plan, a condition or a denial does not."""
    return _APPROVES.search(words) is not None and _NOT_SO.search(words) is None
