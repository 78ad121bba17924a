"""The first run: one message at a time, by what somebody does, each told once and never again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from dealbot.app.chat.replies import Answered, GuideDropped, NoteCard, Plain, PolicyTaken, Reply
from dealbot.domain.principal import Principal, Role
from dealbot.store.books import Books

FIRST: Final = (
    "Tell me about one call this week; start with the hospital's name, such as “Lakeshore: met Dana Ruiz, CFO …”."
)


@dataclass(frozen=True, slots=True)
class Tip:
    """What is told after the first reply of a kind."""

    after: type[NoteCard] | type[Answered] | tuple[type[GuideDropped], type[PolicyTaken]]
    text: str

    def fits(self, reply: Reply) -> bool:
        """Whether it is told after a reply: a note that was saved, a question that was answered."""
        if isinstance(reply, NoteCard):
            return self.after is NoteCard and not reply.logged.duplicate
        if isinstance(reply, Answered):
            return self.after is Answered and reply.answer.answered
        return isinstance(reply, self.after)


@dataclass(frozen=True, slots=True)
class _Run:
    """The first run of those in one seat: what they are told first, and after what they did."""

    hello: str
    tips: tuple[Tip, ...]


_RUNS: Final[Mapping[Role, _Run]] = {
    Role.ENABLEMENT: _Run(
        "Drop me a guide: it is a draft until you approve it, then people ask it and practise from it. "
        "Then say “make a cohort November with @Tom and @Ana, due 4 Dec”.",
        (
            Tip(
                (GuideDropped, PolicyTaken),
                "Practice is private for good. You read answers only in a check that you send, and people are told so. "
                "“help” says what else.",
            ),
        ),
    ),
    Role.MANAGER: _Run(
        "Your AEs' deals show here as they log calls. Say “forecast” for what Monday shows.",
        (
            Tip(
                Answered,
                "You read the deals of your sales team. A line that an AE starts with “private:” stays with them, "
                "their practice too: you see the team's figures, and names only by a check. “help” says what else.",
            ),
        ),
    ),
    Role.ANALYST: _Run(
        "Drop me a policy note, or ask which deals a rule touches: “which deals are affected by OPPS 2026?”",
        (
            Tip(
                Answered, "You read the facts of every deal. Where people stand is for its team. “help” says what else."
            ),
        ),
    ),
    Role.AE: _Run(
        FIRST,
        (
            Tip(NoteCard, "Now ask: where does it stand?"),
            Tip(
                Answered,
                "Who can read this: the deal's team, its manager and admins. A line that starts “private:” is yours "
                "alone. Where a person stands goes into no export and to no buyer. “help” says what else.",
            ),
        ),
    ),
}


def seat_of(roles: Collection[Role]) -> Role:
    """What somebody of several roles is spoken to as."""
    as_manager = {Role.MANAGER, Role.ADMIN} & set(roles)
    others = (role for role in (Role.ENABLEMENT, Role.ANALYST) if role in roles)
    return Role.MANAGER if as_manager else next(others, Role.AE)


def hello(books: Books, principal: Principal, now: datetime) -> str:
    """What somebody new is told first; from then on one tip follows another."""
    if not books.talks.get(_place(principal)):
        _remember(books, principal, 0, now)
    return hello_text(principal)


def hello_text(principal: Principal) -> str:
    """How somebody begins."""
    return _RUNS[seat_of(principal.roles)].hello


def is_new(books: Books, principal: Principal, talk: str) -> bool:
    """Whether somebody was told nothing yet, and never spoke with us in their own `talk`."""
    return not books.talks.get(_place(principal)) and not books.talks.get(talk)


def next_tip(books: Books, principal: Principal, replies: Sequence[Reply], now: datetime) -> tuple[Plain, ...]:
    """The tip that follows these replies in a first run; it is remembered as told."""
    known = books.talks.get(_place(principal))
    if principal.aloud or not (known or _makes_first_deal(books, replies)):
        return ()
    told, tips = int(known.get("told", 0)), _RUNS[seat_of(principal.roles)].tips
    if told >= len(tips) or not any(tips[told].fits(reply) for reply in replies):
        return ()
    _remember(books, principal, told + 1, now)
    return (Plain(tips[told].text),)


def _makes_first_deal(books: Books, replies: Sequence[Reply]) -> bool:
    """Whether a note was saved that made the first deal that its author may see."""
    created = any(isinstance(reply, NoteCard) and reply.logged.created for reply in replies)
    return created and len(books.deals.all()) == 1


def _remember(books: Books, principal: Principal, told: int, now: datetime) -> None:
    books.talks.put(_place(principal), {"told": told}, now)


def _place(principal: Principal) -> str:
    return f"first:{principal.user}"
