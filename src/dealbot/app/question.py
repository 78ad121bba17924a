"""What a person asks: a typed intent with slots, and the seam that reads it from their words."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from dealbot.app.deal_names import DealName
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.deal import Stakeholder
from dealbot.domain.stakeholder import BuyingRole, Function


class Intent(StrEnum):
    """Everything a question can be about; the names are those of the command line's contract."""

    STANDING = "standing"
    ALIGNED = "aligned"
    TO_CONVINCE = "to_convince"
    CONCERNS = "concerns"
    LIKELIHOOD = "likelihood"
    TIMELINE = "timeline"
    ENGAGEMENT = "engagement"
    CONCERN_HISTORY = "concern_history"
    PLAN = "plan"
    LEARNED = "learned"
    ROLES = "roles"
    AFFECTED = "affected"
    CONTACT = "contact"
    QUALIFICATION = "qualification"
    GO_NO_GO = "go_no_go"
    EXPOSURE = "exposure"
    POLICY_IMPACT = "policy_impact"
    ACCOUNT_HEALTH = "account_health"
    COMPETITION = "competition"
    PILOT_CRITERIA = "pilot_criteria"
    PILOT_INDICATORS = "pilot_indicators"
    REVIEW = "review"
    EHR = "ehr"
    OWNER = "owner"
    STALL_CAUSES = "stall_causes"
    NEXT_STEPS = "next_steps"
    BRIEF = "brief"
    PIPELINE = "pipeline"
    KNOWLEDGE = "knowledge"
    LOG_NOTE = "log_note"
    HELP = "help"
    UNSUPPORTED = "unsupported"
    NEED_DEAL = "need_deal"

    @property
    def of_one_deal(self) -> bool:
        """Whether it can only be answered for one deal."""
        return self not in _OF_NO_DEAL


LAST_REVIEW = "last review"
_OF_NO_DEAL = frozenset(
    {
        Intent.POLICY_IMPACT,
        Intent.STALL_CAUSES,
        Intent.PIPELINE,
        Intent.KNOWLEDGE,
        Intent.HELP,
        Intent.UNSUPPORTED,
    }
)


class Focus(StrEnum):
    """The part of an answer that is asked for."""

    LATE = "late"
    OURS = "ours"
    THEIRS = "theirs"
    BLOCKING = "blocking"
    UNHEARD = "unheard"
    QUIET = "quiet"
    CONFLICTS = "conflicts"
    SUCCESSORS = "successors"
    MONDAY = "monday"
    QUEUE = "queue"
    LEADS = "leads"

    @property
    def of_all_deals(self) -> bool:
        """Whether it can only be answered over all deals."""
        return self in {Focus.MONDAY, Focus.QUEUE}


@dataclass(frozen=True, slots=True)
class Question:
    """One question as understood.

    `deal` is a visible deal's name; `deals` are several to be answered side by side, `everywhere` tells of every deal,
    `lacking` of those where it is not so. `meant` is what was asked where `intent` is need_deal, `candidates` the deals
    it may be about. `people` are the keys of everybody the words may mean; `named` the words for somebody, or for a
    deal, that nobody goes by. `pronoun` tells of a "he" or "she" that the talk does not explain. `about` are free words
    a concern or a saying is about. `as_of` and `since` are the words of a date, not yet read; `since` may
    be LAST_REVIEW. `guessed` tells that nothing of what it asks is sure: its words only come near to known ones.
    `perhaps_guides` tells that the guides may answer it: if they do, it was theirs. `of_trade` tells that it holds
    words of the trade, which the guides explain, and names no deal.
    """

    text: str
    intent: Intent
    deal: str | None = None
    deals: tuple[str, ...] = ()
    everywhere: bool = False
    lacking: bool = False
    meant: Intent | None = None
    candidates: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    named: str | None = None
    function: Function | None = None
    topic: ConcernTopic | None = None
    role: BuyingRole | None = None
    focus: Focus | None = None
    about: str | None = None
    pronoun: bool = False
    as_of: str | None = None
    since: str | None = None
    guessed: bool = False
    perhaps_guides: bool = False
    of_trade: bool = False

    @property
    def person(self) -> str | None:
        """The key of the one person meant, or None."""
        return self.people[0] if len(self.people) == 1 else None

    @property
    def all_deals(self) -> tuple[str, ...]:
        """Every deal that it names or carries, one or several."""
        return (self.deal,) if self.deal is not None else self.deals


@dataclass(frozen=True, slots=True)
class Talk:
    """What the conversation so far is about: its deal, the last person, and the last question with its limits.

    `asked` is the last question if the guides answered it, `further` how often more of that was asked, `policy`
    the id of the note if it was about a rule.
    """

    deal: str | None = None
    intent: Intent | None = None
    person: str | None = None
    deals: tuple[str, ...] = ()
    everywhere: bool = False
    people: tuple[str, ...] = ()
    function: Function | None = None
    topic: ConcernTopic | None = None
    role: BuyingRole | None = None
    focus: Focus | None = None
    as_of: str | None = None
    since: str | None = None
    asked: str | None = None
    further: int = 0
    policy: str | None = None

    def after(self, question: Question) -> "Talk":
        """The talk with one more question asked; what is not a question of ours leaves it as it is."""
        if question.intent in {Intent.LOG_NOTE, Intent.UNSUPPORTED}:
            return self
        intent = question.meant or question.intent
        if question.intent is Intent.NEED_DEAL:
            return replace(self, intent=intent)
        deal = None if question.deals or question.everywhere else question.deal or self.deal
        kept = self.person if deal == self.deal else None
        return Talk(
            deal,
            intent,
            question.person or kept,
            question.deals,
            question.everywhere,
            question.people,
            question.function,
            question.topic,
            question.role,
            question.focus,
            question.as_of,
            question.since,
        )


@dataclass(frozen=True, slots=True)
class Asking:
    """What is known around a question: the deals the asker may see, who is on each, what the talk is about.

    `given` is a deal named beside the question, such as `--deal`; it holds against the talk, never against the words.
    `sure` says that it is a question, even if it reads like a note; the words of dates are read as of `today`.
    """

    deals: tuple[DealName, ...]
    people_of: Callable[[str], tuple[Stakeholder, ...]]
    given: str | None = None
    talk: Talk = Talk()
    sure: bool = False
    today: date = date(2026, 1, 1)


class QuestionReader(Protocol):
    """Reads what a person asks; unclear is a value, a deal is never guessed."""

    def read(self, text: str, asking: Asking) -> Question:
        """Read one question."""
        ...
