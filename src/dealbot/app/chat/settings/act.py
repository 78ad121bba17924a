"""Doing what a message sets about a deal, with a question where the deal or the cause is not told."""

from collections.abc import Sequence
from dataclasses import replace

from dealbot.app.chat.replies import DealHanded, Fixed, Plain, WhyEnded
from dealbot.app.chat.said import Where
from dealbot.app.chat.settings.said import End, Give, Money, Setting, Snap, quarter_name, setting_in
from dealbot.app.chat.turn import Turn
from dealbot.app.correct import Corrected, correct
from dealbot.app.desk import the_deal
from dealbot.app.pipeline.load import take_snapshot
from dealbot.app.policies.since import since_the_pause
from dealbot.app.reassign import Handed, reassign
from dealbot.app.wording import counted, weekday
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.ending import Told
from dealbot.domain.record import Outcome
from dealbot.errors import BadInput, NotAllowed
from dealbot.store.books import Books

_WHICH = "Which deal? Say it with its name, such as “{}”."
_SUCH_AS = {Money: "Lakeshore is $2.4M for Q2, commit", End: "pause Lakeshore until March, budget freeze"}
_GIVING = "give Lakeshore to Sam Okafor"


def set_about_deal(turn: Turn) -> bool:
    """Do what a message sets about a deal; false for one that sets nothing, or is not for dealbot."""
    said = turn.said
    found = setting_in(said.text, turn.deals(), said.on) if for_us(turn) else None
    if found is None:
        return False
    deals = found.deals or tuple(filter(None, [said.deal or turn.memory.deal]))
    if isinstance(found.what, Snap):
        _snapshot(turn)
    elif len(deals) != 1:
        turn.only_say(turn.memory, Plain(_which(found, deals)))
    else:
        _set(turn, found.what, deals[0])
    return True


def for_us(turn: Turn) -> bool:
    """Whether something is said to dealbot, or overheard where nobody else was talked with."""
    talks_with_us = turn.memory.partner in {None, turn.principal.user}
    return not turn.said.to_others and (talks_with_us or not turn.said.overheard)


def _which(found: Setting, deals: Sequence[str]) -> str:
    if deals:
        return f"Which deal: {' or '.join(deals)}? Say it with its whole name."
    return _WHICH.format(_SUCH_AS.get(type(found.what), _GIVING))


def _set(turn: Turn, what: Money | End | Give, deal: str) -> None:
    match what:
        case Money() as money:
            set_pairs(turn, deal, _money(turn, deal, money))
        case Give(heir=heir):
            _give(turn, deal, heir)
        case End(outcome=outcome, cause=cause, unclear=unclear) as end:
            told = Told(outcome, cause, end.revisit_on, end.reason)
            if unclear or (cause is None and outcome in {Outcome.LOST, Outcome.PAUSED}):
                turn.only_say(turn.memory.about(deal), WhyEnded(deal, told))
            else:
                set_pairs(turn, deal, (f"{CorrectedField.OUTCOME}={told}",))


def _money(turn: Turn, deal: str, money: Money) -> tuple[str, ...]:
    with turn.reading() as books:
        fiscal_start = the_deal(books.deals, deal).fiscal_start
    pairs = [f"{CorrectedField.AMOUNT}={money.amount}"] if money.amount is not None else []
    if money.quarter is not None:
        pairs.append(f"{CorrectedField.QUARTER}={quarter_name(money.quarter, turn.said.on, fiscal_start)}")
    return (*pairs, *([f"{CorrectedField.CALL}={money.call}"] if money.call is not None else []))


def set_pairs(turn: Turn, deal: str, pairs: Sequence[str]) -> None:
    """Set these KEY=VALUE pairs about a deal, with what undoes them."""

    def told(books: Books, corrected: Corrected) -> None:
        memory = replace(turn.memory.about(deal), fixed=corrected.keys, moving=None, moved_from=None, dated_from=None)
        since = since_the_pause(books, corrected, turn.desk.today())
        more = (Plain(since),) if since else ()
        turn.say(books, memory, Fixed(corrected, shared=aside(turn, deal)), *more)

    try:
        correct(turn.then(told), turn.principal, deal, pairs)
    except BadInput as error:
        turn.only_say(turn.memory, Plain(str(error)))


def aside(turn: Turn, deal: str) -> bool:
    """Whether it is for the person alone: in a public channel, and wherever the deal's team is not among itself."""
    return turn.said.shared or (turn.said.where is not Where.DM and turn.said.deal != deal)


def end_as(turn: Turn, deal: str, told: Told) -> None:
    """Close or rest a deal by a tap; what is lost or paused is asked why first."""
    if told.cause is None and told.outcome in {Outcome.LOST, Outcome.PAUSED}:
        turn.only_say(turn.memory.about(deal), WhyEnded(deal, told))
    else:
        set_pairs(turn, deal, (f"{CorrectedField.OUTCOME}={told}",))


def _give(turn: Turn, deal: str, heir: str) -> None:
    def told(books: Books, handed: Handed) -> None:
        turn.say(books, turn.memory, DealHanded(handed, aside(turn, deal)))

    try:
        reassign(turn.then(told), turn.principal, deal, _user(turn, heir))
    except (BadInput, NotAllowed) as error:
        turn.only_say(turn.memory, Plain(str(error)))


def _user(turn: Turn, named: str) -> str:
    """The id of the one user of a first name; else the name as written."""
    with turn.reading() as books:
        first = [user.id for user in books.users.all() if named.casefold() in user.name.casefold().split()]
    return first[0] if len(first) == 1 else named


def _snapshot(turn: Turn) -> None:
    monday, count = take_snapshot(turn.desk, turn.principal)
    told = f"Kept {counted(count, 'deal')} as of the week of {weekday(monday, monday)}."
    none = f"The week of {weekday(monday, monday)} is kept already: nothing was changed."
    turn.only_say(turn.memory, Plain(told if count else none))
