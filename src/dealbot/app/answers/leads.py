"""How leads rank: a band for each, what it comes from, what to find out first, and by which criteria."""

from collections.abc import Sequence

from dealbot.app.answer import Answer, Json, each_once, evidence_json
from dealbot.app.lead_words import criteria_line, factor_words
from dealbot.app.leads import Lead, Ranking
from dealbot.app.question import Question
from dealbot.app.wording import counted, fitted, listed
from dealbot.domain.lead import Criteria, LeadFactor

_MOST_NAMES = 4
_NONE = "No deals yet. Log a call note to begin."
_UNRATED = "No lead is rated yet. Rate one from 0 to 4, such as “{}: budget 3, fit 4, strategic value 2”."


def leads(question: Question, ranking: Ranking) -> Answer:
    """Rank the leads; those of which nothing is set are only named."""
    data: dict[str, Json] = {"deals": [lead_json(lead) for lead in ranking.leads], **_criteria(ranking)}
    if not ranking.leads:
        return Answer(question.intent, answered=False, text=_NONE, data=data)
    sources = each_once(each.evidence for lead in ranking.leads for each in lead.rated)
    return Answer(question.intent, answered=bool(sources), text=leads_text(ranking), data=data, sources=sources)


def leads_text(ranking: Ranking, *, whole: bool = False) -> str:
    """The leads a line each, on a phone so many as it shows."""
    rated = [lead for lead in ranking.leads if lead.rated]
    if not rated:
        name = ranking.leads[0].deal if ranking.leads else "Lakeshore"
        return "\n".join([_UNRATED.format(name), *_about_criteria(ranking)])
    unrated = [lead.deal for lead in ranking.leads if not lead.rated]
    head = [f"{counted(len(rated), 'lead')}, 0 to 100 (a range while something is not known):"]
    lines = [f"{place}. {_line(lead)}" for place, lead in enumerate(rated, 1)]
    tail = [f"Not rated: {_names(unrated, whole=whole)}" if unrated else "", *_about_criteria(ranking)]
    return "\n".join(filter(None, [*head, *lines, *tail])) if whole else fitted(head, lines, tail)


def lead_json(lead: Lead) -> dict[str, Json]:
    """One lead as JSON; a factor that is not known is null."""
    known = {each.factor: each for each in lead.rated}
    return {
        "deal": lead.deal,
        "low": lead.score.low,
        "high": lead.score.high,
        "factors": {
            factor.value: {"level": known[factor].level, "evidence": evidence_json(known[factor].evidence)}
            if factor in known
            else None
            for factor in LeadFactor
        },
        "missing": [factor.value for factor in lead.score.missing],
    }


def criteria_json(criteria: Criteria) -> dict[str, Json]:
    """A version of the criteria as JSON; the one that ships was set by nobody."""
    return {
        "version": criteria.version,
        "weights": {factor.value: criteria.weights.of(factor) for factor in LeadFactor},
        "by": criteria.by,
        "on": criteria.on.isoformat() if criteria.on else None,
        "why": criteria.why,
    }


def _criteria(ranking: Ranking) -> dict[str, Json]:
    return {"criteria": criteria_json(ranking.criteria), "criteria_unseen_days": ranking.unseen}


def _line(lead: Lead) -> str:
    """A lead with its band, what is known of it and what to find out."""
    low, high = lead.score.low, lead.score.high
    known = ", ".join(f"{factor_words(each.factor)} {each.level}" for each in lead.rated)
    band = str(low) if low == high else f"{low}\u2013{high}"
    return " · ".join([f"{lead.deal} {band}", known, *_to_find_out(lead.score.missing)])


def _to_find_out(missing: Sequence[LeadFactor]) -> list[str]:
    if not missing:
        return []
    first, *rest = map(factor_words, missing)
    return [f"find out {first}" + (f" first, then {', '.join(rest)}" if rest else "")]


def _names(names: Sequence[str], *, whole: bool) -> str:
    return listed(names, len(names) if whole else _MOST_NAMES, ", ")


def _about_criteria(ranking: Ranking) -> list[str]:
    lines = [criteria_line(ranking.criteria, ranking.day)]
    if ranking.unseen is not None:
        looked = "last looked at" if ranking.criteria.on is not None else "as shipped, first used"
        lines.append(f"Criteria {looked} {counted(ranking.unseen, 'day')} ago: still right?")
    return lines
