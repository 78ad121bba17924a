"""Several deals at once: by the gap to yes and the champion, belief beside evidence; and why deals stall."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from dealbot.app.answer import Answer, Json, each_once
from dealbot.app.pipeline.board import Board, RowChange, Stall, stalls
from dealbot.app.pipeline.facts import row_json, stall_json
from dealbot.app.pipeline.rows import QUIET_DAYS, ChampionHealth, Row, Trend
from dealbot.app.question import Intent, Question
from dealbot.app.terms_text import call_words, cause_words
from dealbot.app.wording import LONGEST, counted, day, fitted, listed, money, quarter, standing_words
from dealbot.domain.alignment import Standing
from dealbot.domain.cause import Cause
from dealbot.domain.evidence import Evidence
from dealbot.domain.record import Call

_NONE = "No deals yet. Log a call note to begin."
_MOST_NAMES = 2
_FEWEST = 3
_TRENDS = {Trend.RISING: " ↑", Trend.FALLING: " ↓", Trend.STEADY: ""}
_HEALTHS = {
    ChampionHealth.LOST: "champion lost",
    ChampionHealth.NONE: "no champion",
    ChampionHealth.NOT_CONVINCED: "not convinced",
    ChampionHealth.UNTESTED: "title only",
    ChampionHealth.QUIET: "quiet",
}


def pipeline(question: Question, board: Board, today: date) -> Answer:
    """Say how every deal stands, whoever is furthest from yes first."""
    data: dict[str, Json] = {
        "deals": [row_json(row) for row in (*board.rows, *board.paused, *board.over)],
        "compared_with": board.since.isoformat() if board.since else None,
        "moved": [_move_json(move) for move in board.moves],
        "late": {"ours": dict(board.late_ours), "theirs": sum(row.late_theirs for row in board.rows)},
    }
    if not (board.rows or board.paused or board.over):
        return Answer(question.intent, answered=False, text=_NONE, data=data)
    sources = each_once(source for row in (*board.rows, *board.paused, *board.over) for source in _sources(row))
    return Answer(question.intent, answered=True, text=pipeline_text(board, today), data=data, sources=sources)


def pipeline_text(board: Board, today: date, most: int | None = None) -> str:
    """The pipeline on a phone; with `most` as many lines of deals as that, however long it gets."""
    lines = [f"• {_line(row)}" for row in board.rows]
    head, tail = [_head(board)], _tail(board, today)
    if most is not None:
        return "\n".join([*head, listed(lines, most, "\n"), *tail]).replace("\n\n", "\n")
    while tail and len("\n".join([*head, *lines[:_FEWEST], *tail])) > LONGEST:
        tail = tail[:-1]
    return fitted(head, lines, tail)


def _head(board: Board) -> str:
    amount = sum(row.deal.amount or 0 for row in board.rows)
    standings = [row.standing for row in board.rows]
    told = [
        f"{standings.count(standing)} {standing_words(standing).lower()}"
        for standing in (Standing.STUCK, Standing.AT_RISK, Standing.ON_TRACK)
        if standing in standings
    ]
    return " · ".join([counted(len(board.rows), "deal"), *([money(amount)] if amount else []), *told])


def _line(row: Row) -> str:
    """The committee and the champion first, then what the AE believes of it."""
    parts = [row.deal.name, *([standing_words(row.standing)] if row.standing else ["Nothing heard"])]
    heard = row.quiet is not None
    parts += [f"yes {row.yes} of {row.of}{_TRENDS[row.trend]}", _champion(row)] if heard else []
    believed = [money(row.deal.amount)] if row.deal.amount else []
    believed += [quarter(row.deal.quarter)] if row.deal.quarter else []
    believed += [call_words(row.deal.call)] if row.deal.call else []
    parts += [" ".join(believed)] if believed else []
    return " · ".join(parts)


def _champion(row: Row) -> str:
    if row.health is ChampionHealth.LOST and row.champion_lost is not None:
        return f"champion lost: {row.champion_lost.name}"
    if row.champion is None:
        return _HEALTHS[ChampionHealth.NONE]
    quiet = f"quiet {row.champion.quiet} days" if row.champion.quiet is not None else "never heard"
    held = quiet if row.health is ChampionHealth.QUIET else _HEALTHS.get(row.health)
    return f"champion {row.champion.name}" + (f", {held}" if held else "")


def _tail(board: Board, today: date) -> list[str]:
    """What to look at, the most telling first."""
    rows, late = board.rows, board.late_ours
    commits = [row for row in rows if row.deal.call is Call.COMMIT and row.unfunded_commit]
    theirs = sum(row.late_theirs for row in rows)
    lines = [
        _named("Commit without a yes from the money", commits, _money_said),
        _named("Veto open", [row for row in rows if row.vetoes], lambda row: row.vetoes[0].name),
        _named("Hangs on one champion", [row for row in rows if row.single_threaded]),
        f"Promises late: ours {late.total()}{_by_owner(late)}, theirs {theirs}" if late or theirs else "",
        _named(f"Quiet over {QUIET_DAYS} days", [row for row in rows if (row.quiet or 0) > QUIET_DAYS]),
        _moved(board, today),
        _named("Paused", board.paused, _paused),
    ]
    return [line for line in lines if line]


def _named(what: str, rows: Sequence[Row], more: Callable[[Row], str] | None = None) -> str:
    names = [row.deal.name + (f" ({more(row)})" if more else "") for row in rows]
    return f"{what}: {listed(names, _MOST_NAMES, ', ')}" if rows else ""


def _money_said(row: Row) -> str:
    return f"{row.money.name} not yet" if row.money else "nobody heard"


def _paused(row: Row) -> str:
    rest = row.ending
    why = f", {cause_words(rest.cause)}" if rest and rest.cause else ""
    return f"{counted(row.paused_days, 'day')}{why}"


def _by_owner(late: Mapping[str, int]) -> str:
    told = [
        f"{owner.split()[0]} {count}" for owner, count in sorted(late.items(), key=lambda each: (-each[1], each[0]))
    ]
    return f" ({listed(told, _MOST_NAMES, ', ')})" if len(told) > 1 else ""


def _moved(board: Board, today: date) -> str:
    if board.since is None:
        return ""
    told = [f"{_ARROWS[move.up]}{move.row.deal.name} {_part(move)}" for move in board.moves]
    return f"Since {day(board.since, today)}: {listed(told, _MOST_NAMES, ', ')}" if told else ""


_ARROWS = {True: "↑ ", False: "↓ ", None: ""}


def _part(move: RowChange) -> str:
    """What changed of a deal, in a few words."""
    field, was, now = move.parts[0]
    words = {"yes": "yes ", "call": ""}.get(field, f"{field} ")
    old, new = ((told or "none").replace("_", " ") for told in (was, now))
    return f"{words}{old} → {new}"


def _move_json(move: RowChange) -> dict[str, Json]:
    changes = [{"what": field, "from": was, "to": now} for field, was, now in move.parts]
    return {"deal": move.row.deal.name, "up": move.up, "changes": changes}


def _sources(row: Row) -> Iterable[Evidence]:
    people = (row.champion, row.champion_lost, row.money, *row.vetoes)
    yield from (said.evidence for said in people if said is not None)
    yield from (rest.evidence for rest in row.rests if rest.evidence is not None)


def stall_causes(question: Question, board: Board, today: date) -> Answer:
    """Say why deals fail and stall: what was set for those paused or lost, then what the notes of others tell."""
    found = stalls(board)
    data: dict[str, Json] = {
        "causes": [{"cause": root.value, "deals": [*map(stall_json, of)]} for root, of in found.items()]
    }
    if not found:
        text = "No deal was paused or lost, and the notes of the others tell of no cause to stall."
        return Answer(question.intent, answered=False, text=text, data=data)
    set_ = sum(1 for of in found.values() for stall in of if stall.outcome is not None)
    lines = [f"• {_cause(root, of, today)}" for root, of in found.items()]
    head = f"Why deals stall · {set_} paused or lost, {sum(map(len, found.values())) - set_} told of in notes"
    sources = each_once(stall.evidence for of in found.values() for stall in of if stall.evidence is not None)
    return Answer(question.intent, answered=True, text=fitted([head], lines), data=data, sources=sources)


def _cause(root: Cause, found: Sequence[Stall], today: date) -> str:
    told = listed([_stall(stall, today) for stall in found], _MOST_NAMES)
    return f"{cause_words(root).capitalize()}, {len(found)}: {told}"


def _stall(stall: Stall, today: date) -> str:
    closer = f", {cause_words(stall.cause)}" if stall.cause is not stall.cause.root else ""
    if stall.outcome is None:
        on = f", {day(stall.evidence.on, today)}" if stall.evidence else ""
        return f"{stall.row.deal.name} (in the notes{closer}{on})"
    days = f" {counted(stall.days, 'day')}" if stall.outcome.value == "paused" else ""
    return f"{stall.row.deal.name} ({stall.outcome}{days}{closer})"


OVER_DEALS: Mapping[Intent, Callable[[Question, Board, date], Answer]] = {
    Intent.PIPELINE: pipeline,
    Intent.STALL_CAUSES: stall_causes,
}
