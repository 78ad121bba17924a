"""What a terminal is told after a note, a move or a correction: the card with the id that the commands take."""

from collections.abc import Iterable

from dealbot.app.card import LINE, change_lines, fitting, headline, notices, short
from dealbot.app.champion_news import loss_head, loss_lines, losses_told
from dealbot.app.correct import Corrected
from dealbot.app.lessons import lesson_line
from dealbot.app.log_note import Logged
from dealbot.app.place_note import Placed
from dealbot.app.set_right import settings_of
from dealbot.domain.changes import Change
from dealbot.domain.deal import DealState

_OF_A_REVIEW = ("• Decided: ", "• Reviewed")


def logged_text(logged: Logged) -> str:
    """The card after a note."""
    if logged.duplicate and not logged.changes and not logged.question:
        return _already(logged)
    head = [headline(logged), *notices(logged)]
    foot = [short(logged.question.text, LINE)] if logged.question else []
    foot.append(f"{short(logged.note, 60)} · undo, move and correct take this id")
    told = fitting(change_lines(logged.changes, logged.state, logged.author), head + foot)
    return "\n".join([*head, *told, *foot, *_lost(logged.deal, logged.changes, logged.state)])


def placed_text(placed: Placed) -> str:
    """What became of a note taken back or moved."""
    if placed.after is None:
        head = f"Taken back: {placed.note} no longer counts for {placed.before}."
    elif placed.after == placed.before:
        head = f"Put back: {placed.note} counts for {placed.after} again."
    else:
        head = f"Moved {placed.note} from {placed.before} to {placed.after}."
    return "\n".join([head, *fitting(change_lines(placed.changes, placed.state), [head])])


def corrected_text(corrected: Corrected) -> str:
    """What a correction changed."""
    taught = [f"{lesson_line(each.lesson)} (lesson {each.key})" for each in corrected.learnt]
    lines = [*change_lines(corrected.changes, corrected.state), *(f"• {line}" for line in settings_of(corrected))]
    if not lines:
        why = "it was so already, or a later statement counts"
        return "\n".join([f"Kept for {corrected.deal}, but it changes nothing now: {why}.", *taught])
    kept = all(line.startswith(_OF_A_REVIEW) for line in lines)
    head = f"Kept for {corrected.deal}" if kept else f"Changed, {corrected.deal}"
    return "\n".join(
        [head, *fitting(lines, [head]), *taught, *_lost(corrected.deal, corrected.changes, corrected.state)]
    )


def _lost(deal: str, changes: Iterable[Change], state: DealState) -> list[str]:
    """What each champion's loss means."""
    losses = losses_told(changes, state)
    return [line for loss in losses for line in ("", loss_head(deal, loss), *loss_lines(loss, state))]


def _already(logged: Logged) -> str:
    if logged.undone:
        return (
            f"Already saved to {logged.deal} as {logged.note}, but taken back: nothing changed. "
            "Move it to a deal to count it again."
        )
    return f"Already saved to {logged.deal} as {logged.note}: nothing changed."
