"""Questions over somebody's deals that need each deal's past: what is due for review, what Monday will show."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum

from dealbot.app.answer import Answer, Deal
from dealbot.app.answers.monday import monday
from dealbot.app.answers.queue import queue
from dealbot.app.deal_names import DealName, names_of
from dealbot.app.patterns import alternatives
from dealbot.app.question import Intent, Question
from dealbot.app.words import words_of
from dealbot.domain.principal import Principal
from dealbot.domain.record import DealRecord
from dealbot.store.books import Books

# Each deal is replayed twice: of more, those heard last.
_MOST = 60


class OverDeals(Enum):
    """What is asked over several deals."""

    MONDAY = "monday"
    QUEUE = "queue"


_ASKED: tuple[tuple[OverDeals, str], ...] = (
    (
        OverDeals.MONDAY,
        r"""
        what(?: will| does| would| is|['\u2019]s) (?:\w+ ){0,3}?monday(?:['\u2019]s)?(?: \w+){0,2} <shows>
        what (?:will|does|would|is) .{0,40}\b(?:see|hear|read|get)\b.{0,20}\bmonday\b
        monday (?:preview|pack|report|digest|numbers)|show me monday\b|ready for monday\b
        """,
    ),
    (
        OverDeals.QUEUE,
        r"""
        \breview queue\b|\b(?:up|due|overdue|ready) for (?:an? |the |their )?(?:\w+ )?reviews?\b
        \breviews? (?:are |is )?(?:due|overdue|late)\b|\boverdue reviews?\b
        (?:deals|accounts) (?:to|should (?:i|we)) review
        what (?:should|do|must) (?:i|we) (?:have to |need to )?review\b(?! (?:at|with|for|about))
        ^\W*(?:my |our |the )?(?:monthly|quarterly) reviews\W*$
        """,
    ),
)
_PIECES = {"shows": "(?:show|say|look|tell|read|bring)"}
_PATTERNS = tuple((asked, re.compile(alternatives(lines, _PIECES), re.IGNORECASE)) for asked, lines in _ASKED)


def over_deals(text: str, deals: Iterable[DealName]) -> OverDeals | None:
    """Tell what a question asks over several deals; None where it names one, or asks anything else."""
    found = next((asked for asked, pattern in _PATTERNS if pattern.search(text)), None)
    if found is None or names_of(tuple(deals)).in_text(words_of(text), lambda _, __: False):
        return None
    return found


def answer_over(text: str, asked: OverDeals, deals: Sequence[Deal], today: date) -> tuple[Question, Answer]:
    """Answer what is asked over several deals."""
    question = Question(text, Intent.REVIEW)
    answer = monday(question, deals, today) if asked is OverDeals.MONDAY else queue(question, deals)
    return question, answer


def chosen(books: Books, principal: Principal, asked: OverDeals) -> tuple[DealRecord, ...]:
    """The open deals it is about: one's own of Monday, all that one may see of the queue."""
    heard = {each.deal: each.payload.get("last_heard") or "" for each in books.summaries.get_all()}
    still = [record for record in books.deals.all() if record.outcome is None]
    own = [record for record in still if record.owner == principal.user]
    wanted = own if asked is OverDeals.MONDAY and (own or not principal.sees_all) else still
    latest = sorted(wanted, key=lambda record: (heard.get(record.id, ""), record.name), reverse=True)
    return tuple(latest[:_MOST])
