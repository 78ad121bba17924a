"""Who on their side is against whom: over what, for how long, who can settle it, and what it cost in time."""

from dealbot.app.answer import Answer, Deal, Json, each_once, evidence_json
from dealbot.app.answers.about import asked, narrowed
from dealbot.app.question import Question
from dealbot.app.wording import cited, counted, fitted, who
from dealbot.domain.arbiter import Arbiter, Ground, arbiters
from dealbot.domain.conflict import Conflict, Party, days_lost, months

_A_MONTH = 30
_MOST = 4


def conflicts(question: Question, deal: Deal) -> Answer:
    """Say which conflicts go on and how others ended."""
    found = _asked(question, deal)
    still, over = [c for c in found if c.open], [c for c in found if not c.open]
    data: dict[str, Json] = {
        "conflicts": [_json(deal, conflict) for conflict in found],
        "days_lost": days_lost(found, deal.state.as_of),
    }
    if not found:
        text = f"No two people at {deal.name} are known to be against each other."
        return Answer(question.intent, answered=False, text=text, data=data)
    lines = [*(_lines(deal, conflict) for conflict in still), *(_ended(deal, conflict) for conflict in over)]
    said = [evidence for c in found for evidence in (c.evidence, c.ended) if evidence is not None]
    text = fitted([_head(deal, found, still)], lines[:_MOST])
    return Answer(question.intent, answered=True, text=text, data=data, sources=each_once(said))


def _asked(question: Question, deal: Deal) -> tuple[Conflict, ...]:
    if not narrowed(question):
        return deal.state.conflicts
    keys = {person.key for person in asked(question, deal.state.people)}
    return tuple(conflict for conflict in deal.state.conflicts if conflict.keys & keys)


def _head(deal: Deal, found: tuple[Conflict, ...], still: list[Conflict]) -> str:
    lost = lasting(days_lost(found, deal.state.as_of))
    open_ones = f"{counted(len(still), 'conflict')} open" if still else "No conflict open"
    return f"{open_ones} at {deal.name}" + (f", {lost} lost to their own alignment:" if lost else ":")


def _lines(deal: Deal, conflict: Conflict) -> str:
    lasted = lasting(conflict.days(deal.state.as_of))
    told = ", ".join(part for part in (_pair(deal, conflict), lasted, _cause(conflict)) if part)
    words = cited(conflict.evidence, deal.state.as_of)
    return f"• {told}: {words}\n  {can_settle(deal, conflict)}"


def _ended(deal: Deal, conflict: Conflict) -> str:
    lasted = lasting(conflict.days(deal.state.as_of)) or "days"
    by = f" by {conflict.settled_by}" if conflict.settled_by else ""
    words = f", {cited(conflict.ended, deal.state.as_of)}" if conflict.ended else ""
    how = "one of them left" if conflict.left else f"settled{by}"
    return f"• Over after {lasted}: {_pair(deal, conflict)}, {how}{words}"


def _pair(deal: Deal, conflict: Conflict) -> str:
    return f"{_party(deal, conflict.one)} against {_party(deal, conflict.other)}"


def _party(deal: Deal, party: Party) -> str:
    person = deal.state.person(party.key)
    return who(person) if person is not None else party.label


def _cause(conflict: Conflict) -> str:
    return f"over {conflict.cause}" if conflict.cause else "cause not told"


def lasting(days: int) -> str:
    """A length of time as "4 months" or "12 days"; nothing for none."""
    if days < 1:
        return ""
    return counted(days, "day") if days < _A_MONTH else counted(months(days), "month")


def can_settle(deal: Deal, conflict: Conflict) -> str:
    """Who stands above both, and how that is known."""
    found = arbiters(conflict, deal.state.people)
    if not found:
        return "Can settle it: nobody named above both"
    return f"Can settle it: {' or '.join(_arbiter(each) for each in found)}"


def _arbiter(found: Arbiter) -> str:
    ground = "both report to them" if found.ground is Ground.REPORTING else "by rank, reporting line not known"
    return f"{who(found.person)} ({ground})"


def _json(deal: Deal, conflict: Conflict) -> dict[str, Json]:
    found = arbiters(conflict, deal.state.people) if conflict.open else ()
    return {
        "between": [conflict.one.label, conflict.other.label],
        "cause": conflict.cause,
        "since": conflict.since.isoformat(),
        "open": conflict.open,
        "days": conflict.days(deal.state.as_of),
        "ended": conflict.ended.on.isoformat() if conflict.ended else None,
        "settled_by": conflict.settled_by,
        "can_settle": [each.person.label for each in found],
        "evidence": evidence_json(conflict.evidence),
    }
