"""A cohort of which something is still missing: kept for half an hour, so that only that has to be said."""

from dataclasses import asdict, replace
from datetime import datetime

from dealbot.app.chat.enabling.asked import MakeCohort
from dealbot.app.chat.enabling.parse import make_cohort
from dealbot.app.chat.memory import CARRIED
from dealbot.store.books import Books


def kept(books: Books, now: datetime) -> MakeCohort | None:
    """What was said of a cohort so far; nothing where none is open."""
    found = books.talks.get(_place(books))
    if not found or now - datetime.fromisoformat(found["at"]) > CARRIED:
        return None
    return MakeCohort(found["name"], found["people"], found["due"], found["decks"])


def keep(books: Books, draft: MakeCohort | None, now: datetime) -> None:
    """Keep what was said of a cohort, or nothing more once it is made."""
    if draft is not None or books.talks.get(_place(books)):
        books.talks.put(_place(books), asdict(draft) | {"at": now.isoformat()} if draft is not None else {}, now)


def completed(draft: MakeCohort, text: str, missing: tuple[str, ...]) -> MakeCohort | None:
    """The draft with what a message adds, such as "due 4 Dec", or the one thing that is missing; None for neither."""
    said = make_cohort(text)
    if said.name and (said.people or said.due or said.decks):
        return None
    if said.name and len(missing) == 1 and missing[0] != "name":
        said = replace(MakeCohort(""), **{missing[0]: text})
    if not (said.name or said.people or said.due or said.decks) or (said.name and "name" not in missing):
        return None
    people, decks = (", ".join(filter(None, pair)) for pair in ((draft.people, said.people), (draft.decks, said.decks)))
    return MakeCohort(draft.name or said.name, people, said.due or draft.due, decks)


def _place(books: Books) -> str:
    return f"cohort:{books.principal.user}"
