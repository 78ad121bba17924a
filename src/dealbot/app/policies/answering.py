"""Which deals a policy touches: all that the asker may know the facts of, or one; and the messages it calls for."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dealbot.app.answer import Answer, Deal, Json, each_once
from dealbot.app.deal_names import DealName, names_of
from dealbot.app.policies.asked import near, policies_asked, rule_named
from dealbot.app.policies.impact import DealImpact, Impact, Moment, impact_of
from dealbot.app.policies.letters import ROLES, letter, roles_of
from dealbot.app.policies.notes import Policy, may_add, policies_on, policies_to_come
from dealbot.app.policies.unfound import not_at_hand, not_yet
from dealbot.app.policies.words import (
    deal_text,
    impact_text,
    most_are_open,
    reasons,
    review_first,
    standing,
    table_to_fill,
)
from dealbot.app.question import Question
from dealbot.app.terms_text import resting
from dealbot.app.understand.bounds import writes
from dealbot.app.words import words_of
from dealbot.domain.evidence import Evidence
from dealbot.domain.policy_match import Verdict
from dealbot.domain.policy_shelf import told_apart
from dealbot.domain.record import DealRecord, Outcome
from dealbot.domain.search import Citation
from dealbot.domain.stakeholder import Function
from dealbot.domain.title import function_of
from dealbot.store.books import Books

_TITLES: Final = re.compile(r"\b(?:CFO|CMO|CNO|CIO|GC|general counsel|counsel|chief \w+ officer)\b", re.IGNORECASE)
_POINTS_BACK: Final = re.compile(r"\b(?:it|its|they|them|their|(?:this|the|that) (?:deal|account))\b", re.IGNORECASE)
_MOST_POLICIES: Final = 4
_LOOK_AGAIN: Final = timedelta(days=90)  # a quarter, in which buyers wait for what becomes of the rule
_WHICH_DEAL: Final = "For which deal? Say it with its name: a message is for one account."


@dataclass(frozen=True, slots=True)
class PolicyContext:
    """What a question about policies is answered from; `open_deal` opens a deal whose team the asker is of."""

    books: Books
    moment: Moment
    open_deal: Callable[[str], Deal]
    talked_of: str | None = None
    before: str | None = None


def policy_impact(question: Question, around: PolicyContext) -> Answer:
    """Answer which deals a policy touches, whether it touches one, or draft what to write to somebody there."""
    moment = around.moment
    there = policies_on(around.books, moment.as_of, moment.known_at)
    found = policies_asked(question.text, there, moment.as_of)
    if not found:
        missing = _not_there(question, there, around)
        if missing is not None:
            return missing
        found = policies_asked(around.before, there, moment.as_of) if around.before is not None else ()
    if len(found) != 1:
        return _which(question, found or there[:_MOST_POLICIES])
    drafts = writes(question.text)
    named = _named(question, around, drafts=drafts)
    impact = impact_of(found[0], around.books, around.moment, named or None)
    if drafts:
        return _draft(question, impact if named else None, around)
    return (
        _of_deals(question, impact, around)
        if len(impact.deals) != 1 or not named
        else _of_one(question, impact, around)
    )


def _not_there(question: Question, there: Sequence[Policy], around: PolicyContext) -> Answer | None:
    """That the rule is published later, or that no note on it is at hand; None where the question names none."""
    books, moment = around.books, around.moment
    to_come = policies_asked(question.text, policies_to_come(books, moment.as_of, moment.known_at), moment.as_of)
    if to_come:
        return not_yet(question, to_come, moment.as_of)
    named = rule_named(question.text)
    if named is None:
        return None
    return not_at_hand(question, named, near(named, there), adds=may_add(books.principal))


def _named(question: Question, around: PolicyContext, *, drafts: bool) -> list[DealRecord]:
    """The deals that are named, among all whose facts the asker may read, or the one talked of where words mean it."""
    records = {deal.name: deal for deal in around.books.facts.all()}
    names = names_of(tuple(DealName(deal.name, deal.aliases) for deal in records.values()))
    mentions = names.in_text(words_of(question.text), lambda _, __: False)
    found = {name for mention in mentions if len(mention.deals) == 1 for name in mention.deals}
    found |= set(question.all_deals)
    if not found and (drafts or _POINTS_BACK.search(question.text)) and around.talked_of is not None:
        found = {around.talked_of}
    return [records[name] for name in sorted(found & set(records))]


def _which(question: Question, found: Sequence[Policy]) -> Answer:
    named = told_apart([each.note for each in found])
    text = "\n".join(["Which rule? Name it by its number or its title:", *(f"• {name}" for name in named)])
    return Answer(question.intent, answered=False, text=text, data={"policies": [each.note.id for each in found]})


def _of_deals(question: Question, impact: Impact, around: PolicyContext) -> Answer:
    table = f"\n{table_to_fill(impact)}" if most_are_open(impact) else ""
    text = impact_text(impact) + table
    known, sources = bool(impact.deals), _sources(impact, around)
    return Answer(question.intent, answered=known, text=text, data=_data(impact), sources=sources if known else ())


def _of_one(question: Question, impact: Impact, around: PolicyContext) -> Answer:
    (each,) = impact.deals
    data = dict(_data(impact))
    text = deal_text(impact)
    deal = _own(around, each.deal.name)
    if deal is not None:
        rests = resting(deal.state)
        text += f"\n{rests}" if rests else ""
        data["deal"] = each.deal.name
        if each.match.verdict is not Verdict.NOT_AFFECTED:
            data["roles"] = [role.value for role in roles_of(deal)]
            data |= _rest(impact)
    return Answer(question.intent, answered=True, text=text, data=data, sources=_sources(impact, around))


def _own(around: PolicyContext, name: str) -> Deal | None:
    """The deal where the asker is of its team; None for an analyst who only reads its facts."""
    return around.open_deal(name) if name in {deal.name for deal in around.books.deals.all()} else None


def _draft(question: Question, impact: Impact | None, around: PolicyContext) -> Answer:
    if impact is None or len(impact.deals) != 1:
        return Answer(question.intent, answered=False, text=_WHICH_DEAL)
    (each,) = impact.deals
    deal = _own(around, each.deal.name)
    if deal is None:
        return Answer(
            question.intent, answered=False, text=f"Only the team of {each.deal.name} writes to that account."
        )
    if each.match.verdict is Verdict.NOT_AFFECTED:
        return _of_one(question, impact, around)
    return letter_answer(question, impact, deal, _role_in(question.text), around)


def letter_answer(question: Question, impact: Impact, deal: Deal, role: Function, around: PolicyContext) -> Answer:
    """The draft for one role as an answer, to be copied: dealbot sends nothing to a customer."""
    (each,) = impact.deals
    drafted = letter(impact.policy, each, deal, role, around.books.principal.name)
    head = f"Draft for {drafted.head}, {deal.name}. Nothing is sent: copy it, change it, send it yourself."
    data = dict(_data(impact)) | {
        "deal": deal.name,
        "letter": drafted.text,
        "role": role.value,
        "roles": [other.value for other in roles_of(deal) if other is not role],
        **_rest(impact),
    }
    head = " ".join(part for part in (head, review_first(impact.policy)) if part)
    text = f"{head}\n\n{drafted.text}"
    return Answer(question.intent, answered=True, text=text, data=data, sources=_sources(impact, around))


def _role_in(text: str) -> Function:
    """The role that is named, else the CFO."""
    found = _TITLES.search(text)
    named = function_of(found.group()) if found is not None else None
    return named if named is not None and named in ROLES else Function.FINANCE


def _rest(impact: Impact) -> dict[str, Json]:
    """Whether the one deal rests, and when to look again if it does now."""
    (each,) = impact.deals
    again = impact.day + _LOOK_AGAIN
    return {"paused": each.deal.outcome is Outcome.PAUSED, "revisit_on": again.isoformat()}


def _data(impact: Impact) -> dict[str, Json]:
    note = impact.policy.note
    told = {verdict.value: [_deal_json(each, impact.day) for each in impact.of(verdict)] for verdict in Verdict}
    return {
        "policy": {
            "id": note.id,
            "document_number": note.document_number,
            "title": note.title,
            "status": note.status.value,
            "standing": standing(impact.policy, impact.day),
            "effective": note.effective_on.isoformat() if note.effective_on else None,
        },
        **told,
    }


def _deal_json(each: DealImpact, day: date) -> dict[str, Json]:
    if each.match.verdict is Verdict.POSSIBLY:
        return {"deal": each.deal.name, "missing": list(each.match.missing)}
    return {"deal": each.deal.name, "reasons": list(reasons(each.match, day))}


def _sources(impact: Impact, around: PolicyContext) -> tuple[Evidence | Citation, ...]:
    """The note, and the words of what decided in the deals whose team the asker is of: a quote is no fact."""
    own = {deal.name for deal in around.books.deals.all()}
    words = each_once(
        known.evidence
        for each in impact.deals
        if each.deal.name in own
        for condition in each.match.conditions
        for _, known in condition.told
    )
    return (*_citations(impact.policy), *words)


def _citations(policy: Policy) -> Iterator[Citation]:
    """Where the note tells whom it reaches."""
    document, note = policy.document, policy.note
    for section in document.sections:
        if section.blocks and any("exposed" in heading for heading in section.heading):
            yield Citation(document.path, section.heading, note.published_on, None, section.blocks[0])
            return
