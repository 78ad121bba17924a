"""What is said where nothing can be answered: which deal, who, what we can do instead."""

from collections.abc import Sequence

from dealbot.app.answer import Answer, Deal
from dealbot.app.question import Intent, Question
from dealbot.app.wording import function_words, listed, short_title, who
from dealbot.domain.stakeholder import Function, Side
from dealbot.domain.title import function_of

_MOST_NAMES = 5
CAN = (
    "where a deal stands",
    "how likely it is and when",
    "who is aligned",
    "who still needs convincing",
    "concerns",
    "next steps",
    "whom we talked to and when",
    "who plays which part",
    "what somebody said",
    "what changed since a review",
    "a brief before a meeting",
)
_NOT_YET = {
    Intent.PLAN: "engagement plans",
    Intent.QUALIFICATION: "the qualification checklist",
    Intent.GO_NO_GO: "whether to go on",
    Intent.EXPOSURE: "exposure to reimbursement",
    Intent.POLICY_IMPACT: "what a policy touches",
    Intent.ACCOUNT_HEALTH: "the health of an account",
    Intent.COMPETITION: "competitors",
    Intent.PILOT_CRITERIA: "pilot criteria",
    Intent.PILOT_INDICATORS: "how a pilot does",
    Intent.EHR: "their EHR",
    Intent.STALL_CAUSES: "why deals stall",
    Intent.PIPELINE: "several deals at once",
    Intent.KNOWLEDGE: "playbooks",
}


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


def not_yet(question: Question) -> Answer:
    """Say that this question is understood and not answered by this version."""
    return Answer(question.intent, answered=False, text=f"I cannot tell {_what(question)} yet. {_can()}")


def _what(question: Question) -> str:
    told = _NOT_YET.get(question.intent, "that")
    return f"{told} over all deals" if question.everywhere and question.intent.of_one_deal else told


def unsupported(question: Question) -> Answer:
    """Say that the question is not ours, and what is."""
    return Answer(question.intent, answered=False, text=f"That is not something I know. {_can()}")


def usage(question: Question) -> Answer:
    """Say what can be asked."""
    lines = "\n".join(f"• {one}" for one in CAN)
    text = f"Log a call note, then ask about the deal, in your own words:\n{lines}\nSay which deal."
    return Answer(question.intent, answered=False, text=text)


def a_note(question: Question) -> Answer:
    """Say that this reads like a note and was not kept."""
    deal = f" for {question.deal}" if question.deal else ""
    text = f"That reads like a note{deal}, not a question. Nothing was saved: log it to keep it."
    return Answer(question.intent, answered=False, text=text, data={"candidates": list(question.candidates)})


def _can() -> str:
    return f"I can tell {', '.join(CAN[:-1])} and {CAN[-1]}."


def _either(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]
