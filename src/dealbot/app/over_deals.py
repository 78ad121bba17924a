"""Questions over somebody's deals that need each deal's past: what is due for review, what Monday will show."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum

from dealbot.app.answer import Answer, Deal
from dealbot.app.answers.monday import monday, team_monday
from dealbot.app.answers.queue import queue
from dealbot.app.deal_names import DealName, names_of
from dealbot.app.patterns import alternatives
from dealbot.app.question import Intent, Question
from dealbot.app.words import words_of
from dealbot.domain.principal import Principal, Role
from dealbot.domain.record import DealRecord
from dealbot.store.books import Books

# Each deal is replayed twice: of more, those heard last.
_MOST = 60


class OverDeals(Enum):
    """What is asked over several deals."""

    MONDAY = "monday"
    QUEUE = "queue"


_BARE = re.compile(
    r"^\W*(?:(?:show|give|send)\s+(?:me\s+)?)?(?:(?:my|our|the|this week['\u2019]?s)\s+)?"
    r"(?:(?:monday(?:['\u2019]?s)?\s+)?forecast|monday(?:['\u2019]?s)?(?:\s+(?:pack|report|digest|preview|numbers))?)"
    r"(?:\s+please)?\W*$",
    re.IGNORECASE,
)
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


def asks_for_monday(text: str) -> bool:
    """Whether a message is nothing but the name of what Monday shows: "forecast", "monday"."""
    return _BARE.match(text) is not None


def over_deals(text: str, deals: Iterable[DealName]) -> OverDeals | None:
    """Tell what a question asks over several deals; None where it names one, or asks anything else."""
    found = next((asked for asked, pattern in _PATTERNS if pattern.search(text)), None)
    found = OverDeals.MONDAY if asks_for_monday(text) else found
    if found is None or names_of(tuple(deals)).in_text(words_of(text), lambda _, __: False):
        return None
    return found


def answer_over(
    text: str, asked: OverDeals, deals: Sequence[Deal], today: date, names: Mapping[str, str] | None = None
) -> tuple[Question, Answer]:
    """Answer what is asked over several deals; with the `names` of their owners, by user, as a manager sees them."""
    question = Question(text, Intent.REVIEW)
    if asked is OverDeals.QUEUE:
        return question, queue(question, deals)
    return question, monday(question, deals, today) if names is None else team_monday(question, deals, today, names)


def owners_for(books: Books, principal: Principal) -> Mapping[str, str] | None:
    """The names of those whose deals a manager sees on Monday; None for whoever sees their own."""
    if Role.MANAGER not in principal.roles:
        return None
    return {user.id: user.name for user in books.users.all()}


def chosen(books: Books, principal: Principal, asked: OverDeals) -> tuple[DealRecord, ...]:
    """The open deals it is about: of Monday one's own, or a manager's; of the queue all that one may see."""
    heard = {each.deal: each.payload.get("last_heard") or "" for each in books.summaries.get_all()}
    still = [record for record in books.deals.all() if record.outcome is None]
    own = [record for record in still if record.owner == principal.user]
    of_one = asked is OverDeals.MONDAY and Role.MANAGER not in principal.roles
    wanted = own if of_one and (own or not principal.sees_all) else still
    latest = sorted(wanted, key=lambda record: (heard.get(record.id, ""), record.name), reverse=True)
    return tuple(latest[:_MOST])
