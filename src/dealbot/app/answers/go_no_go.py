"""Whether to go on, to help them build what is lacking, or to move on: what is known, and what would change it."""

from collections.abc import Iterator

from dealbot.app.answer import Answer, Deal, Json, each_once
from dealbot.app.answers.qualification import ASK, LABELS, checklist_json, late
from dealbot.app.question import Question
from dealbot.app.wording import cited, fitted, who
from dealbot.domain.deal import Stakeholder
from dealbot.domain.qualification import QualificationItem, Qualified, Verdict

_ASKED = 2
_VERDICTS = {
    Verdict.GO: "go",
    Verdict.HELP_BUILD: "help them build what is lacking",
    Verdict.NO_GO: "no go, as far as is known: move on",
}


def go_no_go(question: Question, deal: Deal) -> Answer:
    """Give the verdict so far, what it rests on, and the two answers that would change it most."""
    known, sponsor = deal.state.qualification, _sponsor(deal)
    verdict = known.verdict(sponsored=sponsor is not None)
    ask = known.deciding(sponsored=sponsor is not None)[:_ASKED]
    data: dict[str, Json] = {
        "verdict": verdict.value if verdict is not None else None,
        "provisional": bool(known.gaps_unknown),
        "fit": known.fit,
        "ask": [ASK[item] for item in ask],
        "overdue": known.overdue(deal.state.first_heard, deal.state.as_of),
        "qualification": checklist_json(deal),
    }
    if verdict is None:
        head = f"Too early to say for {deal.name}: nothing is known of what gates a deal."
        return Answer(question.intent, answered=False, text=fitted([head, _changes(ask), late(deal)], []), data=data)
    change = _changes(ask) or ("Nothing still unknown would change that." if known.gaps_unknown else "")
    text = fitted([_head(deal, verdict)], [*_reasons(deal, verdict, sponsor)], [change, late(deal)])
    sources = [told.evidence for told in known.known]
    sources += [sponsor.evidence] if sponsor is not None else []
    return Answer(question.intent, answered=True, text=text, data=data, sources=each_once(sources))


def _sponsor(deal: Deal) -> Stakeholder | None:
    """Somebody inside who sells for us and says yes."""
    champion = deal.alignment.champion
    return champion if champion is not None and champion in deal.alignment.aligned else None


def _head(deal: Deal, verdict: Verdict) -> str:
    unknown = len(deal.state.qualification.gaps_unknown)
    so_far = f", provisional: {unknown} of 4 that gate it not known" if unknown else ""
    return f"{deal.name}: {_VERDICTS[verdict]}{so_far}"


def _reasons(deal: Deal, verdict: Verdict, sponsor: Stakeholder | None) -> Iterator[str]:
    known = deal.state.qualification
    for told in known.lacking:
        yield f"• No {LABELS[told.item]}: {cited(told.evidence, deal.state.as_of)}"
    there = [LABELS[each.item] for each in known.known if each.item.gating and each.answer]
    if there:
        yield f"• They have: {', '.join(there)}"
    if sponsor is not None and verdict is Verdict.HELP_BUILD:
        yield f"• {who(sponsor)} sells for us inside and could build it with us"
    yield from _rigour(known.rigour, known.fit)


def _rigour(strict: tuple[Qualified, ...], fit: int) -> Iterator[str]:
    if strict:
        asked = ", ".join(LABELS[told.item] for told in strict)
        yield f"• Strict, which keeps others out and counts for the deal (fit {fit} of 10): {asked}"


def _changes(ask: tuple[QualificationItem, ...]) -> str:
    return f"Would change it most: {' '.join(ASK[item] for item in ask)}" if ask else ""
