"""What changed while a deal rested: the rule it waited for, rules that came since, and the people."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from dealbot.app.answer import Deal
from dealbot.app.answers.moves import in_words, moves
from dealbot.app.correct import Corrected
from dealbot.app.desk import the_deal
from dealbot.app.policies.impact import Moment, exposure_by_facts, held_against
from dealbot.app.policies.notes import policies_on
from dealbot.app.policies.words import holding, named_policy, reach
from dealbot.app.state import state_now
from dealbot.app.wording import counted, day
from dealbot.domain.cause import Cause
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.ending import Ending, told_in
from dealbot.domain.policy_match import Verdict
from dealbot.domain.record import DealRecord, Outcome
from dealbot.store.books import Books

_MOST_RULES: Final = 3


def since_the_pause(books: Books, corrected: Corrected, today: date) -> str:
    """What changed since the pause that a correction ended; empty where it ended none."""
    opens = any(
        each.field is CorrectedField.OUTCOME and told_in(each.value).outcome is None for each in corrected.given
    )
    last = corrected.state.endings[-1] if corrected.state.endings else None
    if not opens or last is None or last.outcome is not Outcome.PAUSED or last.until is None:
        return ""
    record = the_deal(books.deals, corrected.deal)
    head = f"Since the pause on {day(last.on, today)}, {counted(last.days(today), 'day')}:"
    before = Deal.of(record, state_now(books, record.id, today, last.on))
    people = in_words(moves(before, Deal.of(record, corrected.state)))
    rules = list(_rules(books, record, last, today)) if last.cause and last.cause.root is Cause.REIMBURSEMENT else []
    return "\n".join([head, *rules[:_MOST_RULES], f"• People: {people or 'nothing new heard'}"])


def _rules(books: Books, record: DealRecord, rested: Ending, today: date) -> Iterator[str]:
    """How the rule that it waited for stands now, and the rules since then that reach the account or may."""
    then = {policy.note.id: policy for policy in policies_on(books, rested.on)}
    now = policies_on(books, today)
    for policy in now:
        was = then.get(policy.note.id)
        if was is not None and policy.note.document_number and policy.note.document_number in rested.reason:
            stood, stands = holding(was, rested.on), holding(policy, today)
            yield f"• {named_policy(policy)}: {stands}" + (f" (then: {stood})" if stood != stands else "")
    exposure = exposure_by_facts(books, record.id, Moment(today, today))
    for policy in (each for each in now if each.note.id not in then):
        verdict = held_against(policy, record, exposure, today).match.verdict
        if verdict is Verdict.AFFECTED:
            yield f"• New: {named_policy(policy)}, {holding(policy, today)}: {reach(policy, verdict)}"
