"""What is said where nothing can be answered: which deal, who, what we can do instead."""

from collections.abc import Collection, Mapping, Sequence

from dealbot.app.answer import Answer, Deal
from dealbot.app.question import Intent, Question
from dealbot.app.wording import function_words, listed, short_title, who
from dealbot.domain.stakeholder import Function, Side
from dealbot.domain.title import function_of

_MOST_NAMES = 5
_FIRST = 6
_SUBJECTS: tuple[tuple[str, tuple[Intent, ...]], ...] = (
    ("where a deal stands", (Intent.STANDING,)),
    ("how likely it is and when", (Intent.LIKELIHOOD, Intent.TIMELINE)),
    ("who is aligned", (Intent.ALIGNED,)),
    ("who still needs convincing", (Intent.TO_CONVINCE,)),
    ("concerns and how they went", (Intent.CONCERNS, Intent.CONCERN_HISTORY)),
    ("next steps", (Intent.NEXT_STEPS,)),
    ("whom we talked to and when", (Intent.ENGAGEMENT,)),
    ("what to do for each person", (Intent.PLAN,)),
    ("who plays which part", (Intent.ROLES, Intent.OWNER, Intent.CONTACT, Intent.AFFECTED)),
    ("what somebody said", (Intent.LEARNED,)),
    ("what changed since a review", (Intent.REVIEW,)),
    ("a brief before a meeting", (Intent.BRIEF,)),
    ("their checklist and whether to go on", (Intent.QUALIFICATION, Intent.GO_NO_GO)),
    ("the pilot", (Intent.PILOT_CRITERIA, Intent.PILOT_INDICATORS)),
    ("their EHR", (Intent.EHR,)),
    ("their money, rivals and reimbursement", (Intent.ACCOUNT_HEALTH, Intent.COMPETITION, Intent.EXPOSURE)),
    ("the pipeline", (Intent.PIPELINE,)),
    ("why deals stall", (Intent.STALL_CAUSES,)),
    ("what a policy touches", (Intent.POLICY_IMPACT,)),
    ("playbooks", (Intent.KNOWLEDGE,)),
)
SUBJECTS: Mapping[Intent, str] = {intent: subject for subject, intents in _SUBJECTS for intent in intents}
"""What each question is about, in the order in which they are told."""


def need_deal(question: Question) -> Answer:
    """Ask which deal is meant."""
    candidates = question.candidates
    text = _no_such(question) if question.named else _which(candidates)
    return Answer(Intent.NEED_DEAL, answered=False, text=text, data={"candidates": list(candidates)})


def _no_such(question: Question) -> str:
    near = question.candidates
    hint = f" Did you mean {_either(near)}?" if near else " Say the deal's name as it was logged."
    return f"I know no deal called {question.named}.{hint}"


def _which(candidates: Sequence[str]) -> str:
    if not candidates:
        return "Which deal? None is known yet: log a call note first."
    if len(candidates) > _MOST_NAMES:
        return f"Which deal? {listed(candidates, _MOST_NAMES, ', ')}."
    if len(candidates) == 1:
        return f"Do you mean {candidates[0]}? Name the deal to be sure."
    return f"Which deal: {_either(candidates)}?"


def nobody_called(question: Question, deal: Deal) -> Answer:
    """Say that nobody of the deal goes by the name or holds the title asked about."""
    named = short_title(question.named or "")
    function = question.function or function_of(named)
    known = [person for person in deal.state.people if person.side is Side.BUYER]
    near = [who(person) for person in known if function is not None and person.function is function]
    hint = f" From {function_words(function)} I know {listed(near, _MOST_NAMES, ', ')}." if near and function else ""
    if not hint and known:
        hint = f" I know {listed([who(person) for person in known], _MOST_NAMES)}."
    return Answer(question.intent, answered=False, text=f"Nobody at {deal.name} goes by {named}.{hint}")


def nobody_from(question: Question, function: Function, deal: Deal) -> Answer:
    """Say that nobody from that part of the house is known."""
    text = f"Nobody from {function_words(function)} is known at {deal.name}."
    return Answer(question.intent, answered=False, text=text)


def not_yet(question: Question, answered: Collection[Intent]) -> Answer:
    """Say that this question is understood and not answered by this version."""
    return Answer(question.intent, answered=False, text=f"I cannot tell {_what(question)} yet. {_can(answered)}")


def _what(question: Question) -> str:
    told = SUBJECTS.get(question.intent, "that")
    return f"{told} over all deals" if question.everywhere and question.intent.of_one_deal else told


def unsupported(question: Question, answered: Collection[Intent]) -> Answer:
    """Say that the question is not ours, and what is."""
    return Answer(question.intent, answered=False, text=f"That is not something I know. {_can(answered)}")


def usage(question: Question, answered: Collection[Intent]) -> Answer:
    """Say what can be asked."""
    lines = "\n".join(f"• {one}" for one in can(answered))
    text = f"Log a call note, then ask about the deal, in your own words:\n{lines}\nSay which deal."
    return Answer(question.intent, answered=False, text=text)


def a_note(question: Question) -> Answer:
    """Say that this reads like a note and was not kept."""
    deal = f" for {question.deal}" if question.deal else ""
    text = f"That reads like a note{deal}, not a question. Nothing was saved: log it to keep it."
    return Answer(question.intent, answered=False, text=text, data={"candidates": list(question.candidates)})


def can(answered: Collection[Intent]) -> tuple[str, ...]:
    """What can be asked where these questions are answered."""
    return tuple(dict.fromkeys(subject for intent, subject in SUBJECTS.items() if intent in answered))


def _can(answered: Collection[Intent]) -> str:
    """The first few of what can be asked: it is read on a phone."""
    return f"I can tell {', '.join(can(answered)[:_FIRST])} and more: say help."


def _either(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]
