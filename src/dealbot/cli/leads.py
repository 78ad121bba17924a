"""`deal leads` and `deal criteria`: the open deals by what they are worth as leads, and what counts how much."""

from typing import Annotated

import typer

from dealbot.app.answers.leads import criteria_json, leads, leads_text
from dealbot.app.lead_words import criteria_line
from dealbot.app.leads import leads_today, set_criteria, weights_of
from dealbot.app.question import Focus, Intent, Question
from dealbot.cli.call import Call
from dealbot.domain.lead import Criteria

_QUESTION = Question("leads", Intent.PIPELINE, focus=Focus.LEADS)


def leads_command(call: Call) -> None:
    """Rank the open deals as leads: a band from 0 to 100, wider while something is not known."""
    ranking = leads_today(call.desk, call.principal)
    answer = leads(_QUESTION, ranking)
    call.answer(answer.as_json(), leads_text(ranking, whole=True) if ranking.leads else answer.text)


def criteria_command(
    call: Call,
    weights: Annotated[list[str] | None, typer.Argument(help="budget=2 timeline=1 fit=1 strategic_value=1")] = None,
    why: Annotated[str, typer.Option("--why", help="Why; alone it says that they were looked at and stay.")] = "",
) -> None:
    """Show every version of the lead criteria, or set a new one (managers and admins)."""
    if weights or why:
        set_criteria(call.desk, call.principal, weights_of(weights or ()), why)
    with call.desk.reading(call.principal) as books:
        versions = books.lead_criteria.all()[::-1]
    shape = {"criteria": criteria_json(versions[0]), "versions": [criteria_json(each) for each in versions]}
    call.answer(shape, "\n".join(_line(each, call) for each in versions))


def _line(criteria: Criteria, call: Call) -> str:
    return criteria_line(criteria, call.desk.today()) + (f": {criteria.why}" if criteria.why else "")
