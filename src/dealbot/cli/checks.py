"""`doctor`: whether everything the bot needs is there and right."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dealbot.cli.call import Call
from dealbot.errors import BadInput, DealbotError
from dealbot.settings import SlackSettings
from dealbot.slack_wiring import open_checkup
from dealbot.store.post import State
from dealbot.wiring import open_encoder, open_reader

_ALIKE = ("The finance chief worries about the price.", "The CFO is concerned about cost.")
_UNLIKE = "The soup needs salt."
_NAMED = 5
_NOT_SET_UP = (
    "not set up: make an app from manifest.json, then set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, "
    "or SLACK_SIGNING_SECRET in place of the latter for --http (README, Real Slack in ten minutes)"
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `ok` None where it does not apply."""

    name: str
    ok: bool | None
    detail: str


def checks(call: Call) -> Iterator[Check]:
    """Look at everything, one after the other."""
    yield _tried("ledger", lambda: _ledger(call))
    yield _tried("notes", lambda: _notes(call))
    yield _tried("queues", lambda: _queues(call))
    yield _tried("embeddings", _embeddings)
    yield _tried("reader", lambda: open_reader(call.settings).version)
    model = call.settings.model
    yield Check("model", None, f"{model} is set" if model else "none set: the built-in reader does the work")
    yield from _slack(SlackSettings())


def _tried(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, ok=True, detail=look())
    except (DealbotError, ImportError, OSError, RuntimeError) as error:
        return Check(name, ok=False, detail=str(error))


def _ledger(call: Call) -> str:
    with call.desk.writing(call.principal) as books:
        deals = len(books.deals.all())
    where = "PostgreSQL" if call.settings.database_url else str(call.settings.data_dir)
    return f"{deals} deals, can be written, in {where}"


def _notes(call: Call) -> str:
    with call.desk.reading(call.principal) as books:
        unread = sorted(kept.note.id for kept in books.notes.unread())
    if unread:
        named = ", ".join(unread[:_NAMED]) + (" …" if len(unread) > _NAMED else "")
        raise BadInput(f"{len(unread)} kept but not read yet, log them again: {named}")
    return "every note that is kept was read"


def _queues(call: Call) -> str:
    with call.desk.reading(call.principal) as books:
        arrivals, postings = books.inbox.counts(), books.outbox.counts()
    if given_up := arrivals[State.DEAD] + postings[State.DEAD]:
        raise BadInput(f"{given_up} things could not be analysed or sent; `dealbot requeue` tries them again")
    open_ones = [counts[State.WAITING] + counts[State.LEASED] for counts in (arrivals, postings)]
    return f"{open_ones[0]} arrivals to be worked on, {open_ones[1]} postings to be sent"


def _slack(settings: SlackSettings) -> Iterator[Check]:
    if not (settings.bot_token or settings.app_token or settings.signing_secret):
        yield Check("slack", None, _NOT_SET_UP)
        return
    try:
        checkup = open_checkup(settings)
    except BadInput as error:
        yield Check("slack token", ok=False, detail=str(error))
        return
    for found in checkup.findings():
        yield Check(found.name, found.ok, found.detail)


def _embeddings() -> str:
    vectors = open_encoder().encode([*_ALIKE, _UNLIKE])
    alike, unlike = float(vectors[0] @ vectors[1]), float(vectors[0] @ vectors[2])
    if alike < unlike:
        raise RuntimeError("The embedded model is damaged: install it again.")
    return f"work: {alike:.2f} for what means the same, {unlike:.2f} for what does not"
