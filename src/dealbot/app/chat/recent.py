"""The deals that somebody most likely means: their own first, those heard of last before the others."""

from dealbot.store.books import Books


def recent_deals(books: Books, but: str | None = None) -> tuple[str, ...]:
    """Every deal but one."""
    heard = {kept.deal: str(kept.payload.get("last_heard") or "") for kept in books.summaries.get_all()}
    deals = sorted(books.deals.all(), key=lambda deal: heard.get(deal.id, ""), reverse=True)
    user = books.principal.user
    return tuple(deal.name for deal in sorted(deals, key=lambda deal: deal.owner != user) if deal.name != but)
