"""The checklist: what they have, what they ask of vendors, and what nobody has told yet."""

import re
from collections.abc import Iterable

from dealbot.app.answer import Answer, Deal, Json, each_once, evidence_json
from dealbot.app.question import Question
from dealbot.app.wording import cited, counted, fitted
from dealbot.domain.qualification import QualificationItem, Qualified
from dealbot.domain.qualifying import items_in

LABELS = {
    QualificationItem.CISO: "CISO",
    QualificationItem.AUDIT_PROCESS: "security audit process",
    QualificationItem.THIRD_PARTY_ASSESSMENT: "third-party assessments",
    QualificationItem.VENDOR_AGREEMENT: "own vendor agreement",
    QualificationItem.SOC2: "SOC 2 Type II",
    QualificationItem.FEDRAMP: "FedRAMP",
    QualificationItem.PEN_TEST: "yearly pen test",
    QualificationItem.RIGHT_OF_AUDIT: "right of audit",
}
ASK = {
    QualificationItem.CISO: "Is there a CISO, or who answers for security?",
    QualificationItem.AUDIT_PROCESS: "How do they audit a vendor's security?",
    QualificationItem.THIRD_PARTY_ASSESSMENT: "Do they have third-party security assessments?",
    QualificationItem.VENDOR_AGREEMENT: "Do they have their own vendor agreement, or a legal framework?",
    QualificationItem.SOC2: "Do they ask for SOC 2 Type II?",
    QualificationItem.FEDRAMP: "Do they ask for FedRAMP?",
    QualificationItem.PEN_TEST: "Do they ask for a yearly pen test?",
    QualificationItem.RIGHT_OF_AUDIT: "Do they want the right to audit us?",
}
_EHR = "Which EHR do they run, and which version?"
_UNKNOWNS = re.compile(
    r"\b(?:don['\u2019]?t|do not) (?:we |i |you )?(?:know|have)|unknown|unclear|still (?:open|missing|to ask)"
    r"|what(?:['\u2019]?s| is| are)? (?:open|missing)|not know|left to ask|find out\b",
    re.IGNORECASE,
)


def qualification(question: Question, deal: Deal) -> Answer:
    """Say what is known of the checklist, of the items asked for, or what is not known, as questions to ask."""
    wanted = items_in(question.text)
    if wanted:
        return _items(question, deal, wanted)
    known = deal.state.qualification.known
    asks = [f"• {each}" for each in _open_questions(deal)]
    if not known or _UNKNOWNS.search(question.text):
        head = f"{counted(len(asks), 'thing')} not known at {deal.name}, to ask:" if asks else _all_known(deal)
        text = fitted([head, late(deal)], asks)
    else:
        head = f"{len(known)} of {len(QualificationItem)} known of {deal.name}:"
        text = fitted([head], [f"• {line(deal, each)}" for each in known], [late(deal), _next(deal)])
    return _answer(question, deal, text, known)


def line(deal: Deal, told: Qualified) -> str:
    """One item with its words."""
    return f"{LABELS[told.item]}: {answer_words(told)}, {cited(told.evidence, deal.state.as_of)}"


def answer_words(told: Qualified) -> str:
    """An answer as people say it: what they have, or what they ask for."""
    if told.item.gating:
        return "yes" if told.answer else "no"
    return "asked for" if told.answer else "not asked for"


def late(deal: Deal) -> str:
    """That the weeks of qualification are over and something that gates a deal is still unknown; or nothing."""
    state = deal.state
    if state.first_heard is None or not state.qualification.overdue(state.first_heard, state.as_of):
        return ""
    open_items = ", ".join(LABELS[item] for item in state.qualification.gaps_unknown)
    return (
        f"Day {(state.as_of - state.first_heard).days}, and qualifying takes two to three weeks: not known {open_items}"
    )


def checklist_json(deal: Deal) -> dict[str, Json]:
    """Every item as yes, no or unknown with its evidence."""
    known = deal.state.qualification
    return {item.value: _json(known.of(item)) for item in QualificationItem}


def _items(question: Question, deal: Deal, wanted: Iterable[QualificationItem]) -> Answer:
    """The items asked for, one line each; one that nobody told of is a question to ask."""
    found = [(item, deal.state.qualification.of(item)) for item in wanted]
    lines = [line(deal, told) if told is not None else _not_told(item) for item, told in found]
    text = fitted([f"{deal.name}:"], [f"• {each}" for each in lines])
    return _answer(question, deal, text, [told for _, told in found if told is not None])


def _answer(question: Question, deal: Deal, text: str, shown: Iterable[Qualified]) -> Answer:
    sources = each_once(told.evidence for told in shown)
    data: dict[str, Json] = {"qualification": checklist_json(deal), "unknown": list(_open_questions(deal))}
    return Answer(question.intent, answered=bool(sources), text=text, data=data, sources=sources)


def _open_questions(deal: Deal) -> list[str]:
    asks = [ASK[item] for item in deal.state.qualification.unknown]
    return [*asks, *([] if deal.state.ehr is not None else [_EHR])]


def _next(deal: Deal) -> str:
    unknown = deal.state.qualification.unknown
    more = f" ({len(unknown) - 1} more not known)" if len(unknown) > 1 else ""
    return f"Ask next: {ASK[unknown[0]]}{more}" if unknown else ""


def _not_told(item: QualificationItem) -> str:
    return f"{LABELS[item]}: not told. Ask: {ASK[item]}"


def _all_known(deal: Deal) -> str:
    return f"Everything on the checklist of {deal.name} is known."


def _json(told: Qualified | None) -> Json:
    if told is None:
        return {"answer": "unknown", "evidence": None}
    return {"answer": "yes" if told.answer else "no", "evidence": evidence_json(told.evidence)}
