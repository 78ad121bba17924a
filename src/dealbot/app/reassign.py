"""A deal given to somebody else: open promises move, the former owner's access ends, the heir gets a brief."""

from dataclasses import dataclass, replace

from dealbot.app.answer import Deal
from dealbot.app.answers.about import short_words
from dealbot.app.answers.next_steps import step_line
from dealbot.app.desk import Desk, the_deal
from dealbot.app.state import latest_day, shared_state, summarise
from dealbot.app.terms_text import call_words, resting
from dealbot.app.wording import counted, listed, money, quarter, standing_words, who
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import NextStep
from dealbot.domain.evidence import Span
from dealbot.domain.names import fold, may_mean
from dealbot.domain.observation import Correction
from dealbot.domain.principal import Principal, Role
from dealbot.domain.record import DealRecord
from dealbot.domain.stakeholder import Side
from dealbot.errors import BadInput, NotAllowed
from dealbot.store.books import Books
from dealbot.store.values import CorrectionIn

_MOST = 3
_MAY_GIVE = frozenset({Role.ADMIN, Role.MANAGER})


@dataclass(frozen=True, slots=True)
class Handed:
    """A deal as its heir finds it: who had it and who has it (id and name), which promises moved, and the brief."""

    deal: DealRecord
    before: str | None
    heir: str
    heir_name: str
    moved: tuple[str, ...]
    brief: str


def reassign(desk: Desk, principal: Principal, name: str, user: str) -> Handed:
    """Give a deal to a user (an id or a name).

    Raises UnknownDeal, BadInput for nobody or who has it already, NotAllowed for who neither owns nor manages it.
    """
    with desk.writing(principal) as books:
        deal = the_deal(books.deals, name)
        if deal.owner != principal.user and principal.roles.isdisjoint(_MAY_GIVE):
            raise NotAllowed(f"Only whoever owns {deal.name} or manages them may give it away.")
        heir = books.users.find(user)
        if deal.owner == heir.id:
            raise BadInput(f"{deal.name} is {heir.name}'s already.")
        owners = [each.name for each in books.users.all() if each.id == deal.owner]
        former = owners[0] if owners else deal.owner
        before = shared_state(books, deal.id, desk.today(), desk.today())
        steps = tuple(step for step in before.open_steps if former is not None and _is_of(step, former))
        _move(desk, books, deal, steps, heir.name)
        summarise(books, deal.id, desk.today())
        after = Deal.of(deal, shared_state(books, deal.id, desk.today(), desk.today()))
        brief = handover(after, former, heir.name)
        if deal.owner is not None:
            books.deals.leave(deal.id, deal.owner)
        books.deals.own(deal.id, heir.id)  # last, since it may end the principal's own access
        team = tuple(each for each in deal.team if each not in {deal.owner, heir.id})
        owned = replace(deal, owner=heir.id, team=team)
        handed = Handed(owned, former, heir.id, heir.name, tuple(step.action for step in steps), brief)
        desk.then(books, handed)
    return handed


def _is_of(step: NextStep, owner: str) -> bool:
    """Whether a promise is ours and the owner's."""
    return step.side is Side.US and step.owner is not None and may_mean(fold(step.owner), fold(owner))


def _move(desk: Desk, books: Books, deal: DealRecord, steps: tuple[NextStep, ...], heir: str) -> None:
    day = latest_day(books.ledger.observations(deal.id), desk.today())
    for step in steps:
        written = f"{CorrectedField.STEP_OWNER} {heir}: {step.action}"
        moved = Correction(CorrectedField.STEP_OWNER, heir, step.key, Span(written, 0, len(written)))
        books.ledger.append_correction(CorrectionIn(deal.id, moved, day, desk.now()))


def handover(deal: Deal, former: str | None, heir: str) -> str:
    """What the heir of a deal should know first: where it stands, what is owed, who is missing."""
    alignment, state = deal.alignment, deal.state
    owed = [step for step in state.open_steps if step.side is Side.US]
    theirs = [step for step in state.open_steps if step.side is not Side.US]
    silent = [who(person) for person in alignment.unknown]
    yes = [who(person) for person in alignment.aligned]
    lines = (
        f"{deal.name} is {heir}'s now" + (f", from {former}" if former else "") + _terms(deal),
        resting(state),
        f"{standing_words(alignment.standing)}: {listed(alignment.reasons, 2)}",
        f"Yes: {listed(yes, _MOST, ', ')}" if yes else "Nobody says yes yet",
        f"Not yet: {listed([short_words(deal, person) for person in alignment.to_convince], 2)}"
        if alignment.to_convince
        else "",
        f"Not heard: {listed(silent, _MOST, ', ')}" if silent else "",
        _promises(deal, "You owe", owed),
        _promises(deal, "They owe", theirs),
    )
    return "\n".join(line for line in lines if line)


def _terms(deal: Deal) -> str:
    record = deal.record
    parts = [money(record.amount)] if record.amount else []
    parts += [quarter(record.quarter)] if record.quarter else []
    parts += [call_words(record.call)] if record.call else []
    return "".join(f" · {part}" for part in parts)


def _promises(deal: Deal, head: str, steps: list[NextStep]) -> str:
    """Promises without their owner's name, who is told in the head."""
    bare = [step_line(deal, replace(step, owner=None) if step.side is Side.US else step) for step in steps]
    return f"{head} {counted(len(steps), 'promise')}: {listed(bare, 2)}" if steps else ""
