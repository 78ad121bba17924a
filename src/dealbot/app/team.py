"""Whose deals somebody looks after: a manager those of their people, anybody else their own."""

from collections.abc import Iterable, Mapping

from dealbot.domain.principal import Principal, Role
from dealbot.domain.record import DealRecord
from dealbot.store.books import Books


def owners_for(books: Books, principal: Principal) -> Mapping[str, str] | None:
    """The names of those whose deals a manager looks after, by user; None for whoever is no manager."""
    if Role.MANAGER not in principal.roles:
        return None
    return {user.id: user.name for user in books.users.all()}


def shown_on_monday(records: Iterable[DealRecord], principal: Principal) -> tuple[DealRecord, ...]:
    """Of the deals that one may see those told of on Monday: none that ended or rests; one's own, or a manager's."""
    still = tuple(record for record in records if record.outcome is None)
    if Role.MANAGER in principal.roles:
        return still
    own = tuple(record for record in still if record.owner == principal.user)
    return own if own or not principal.sees_all else still
