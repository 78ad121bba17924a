"""Fills an empty ledger with the demo's deals, each note logged as its author logged it."""

from collections.abc import Iterable, Iterator

from dealbot.app.correct import parse
from dealbot.app.desk import Desk
from dealbot.app.log_note import NoteToLog, log_note
from dealbot.domain.principal import LOCAL_OPERATOR, LOCAL_WORKSPACE, Principal, User
from dealbot.domain.record import Call
from dealbot.playground.demo_deals import USERS, DemoDeal, demo_deals
from dealbot.store.values import CorrectionIn


def load(desk: Desk, deals: Iterable[DemoDeal] | None = None) -> Iterator[str]:
    """Add what is not there yet of all deals, or these; gives a line of progress for each deal as it is read."""
    people = {user.name: user for user in USERS}
    with desk.writing(LOCAL_OPERATOR) as books:
        there = {user.id for user in books.users.all()}
        for user in USERS:
            if user.id not in there:
                books.users.add(user)
    for deal in demo_deals() if deals is None else deals:
        if _add(desk, deal):
            yield f"{deal.name}: {len(deal.notes)} notes"
            for note in deal.notes:
                given = NoteToLog(deal.name, note.on, note.text, note.id, note.author)
                log_note(desk, _as(people.get(note.author, USERS[0])), given)


def _add(desk: Desk, deal: DemoDeal) -> bool:
    """Add a deal and its settings; false if all its notes are there."""
    with desk.writing(LOCAL_OPERATOR) as books:
        found = books.deals.find(deal.name)
        if found:
            return len(books.notes.of_deal(found[0].id)) < len(deal.notes)
        added = books.deals.add(deal.name, desk.now(), account=deal.account, owner=deal.owner)
        for alias in deal.aliases:
            books.deals.alias(added.id, alias)
        for user in deal.team:
            books.deals.join(added.id, user)
        books.deals.bind(added.id, deal.channel)
        books.deals.change(added.id, amount=deal.amount, quarter=deal.quarter, call=Call(deal.call))
        for pair in (f"amount={deal.amount}", f"quarter={deal.quarter}", f"call={deal.call}"):
            books.ledger.append_correction(CorrectionIn(added.id, parse(pair), deal.notes[0].on, desk.now()))
    return True


def _as(user: User) -> Principal:
    return Principal(LOCAL_WORKSPACE, user.id, user.name, user.roles)
