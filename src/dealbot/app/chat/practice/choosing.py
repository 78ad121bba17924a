"""What is asked and chosen of practice at any time: how far, what is due, daily cards, the day of an interview."""

from dataclasses import replace

from dealbot.app.card import short
from dealbot.app.chat.of_practice import CardsDue, HowFar, PracticeSaid
from dealbot.app.chat.practice.asks import About, DailyAt, InterviewOn
from dealbot.app.chat.practice.turning import end, now_open, only_say, room_of, still_open
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.keeping import choose, progress
from dealbot.app.wording import weekday
from dealbot.domain.practice.schedule import Choice

HELP = (
    "Practice is between us: nobody else reads your answers.\n"
    "• “interview prep”: ten questions\n"
    "• “objection drill”, “drill price objections”: five\n"
    "• “warm me up for the CNO”, “warm up for Dana”: three minutes\n"
    "• “test me on HIPAA”, “certification facts”: any guide, seat or topic\n"
    "• “role-play the CFO”: three turns\n"
    "• “three cards a day at 8”, “what is due?”, “my progress”\n"
    "• “pause”, “skip”, “stop”, “resume”\n"
    "• “my interview is on 3 Dec”: it comes around sooner"
)

_TOLD = {
    About.PRIVATE: (
        "Only you see your practice: answers, marks and progress. Enablement reads what you answer in a check, and"
        " your manager sees figures of the team, your name only by a check."
    ),
    About.DELETE: (
        "I cannot delete it here: your answers stay with you alone, and nobody else reads them."
        " “Stop” ends what is open. To have them deleted, ask who runs dealbot."
    ),
}
_MOST_GUIDES, _TITLE = 8, 60


def tell(turn: Turn, about: About) -> None:
    """Answer what is asked, or keep what is chosen."""
    match about:
        case About.PROGRESS:
            only_say(turn, now_open(turn), HowFar(progress(room_of(turn), turn.principal)))
        case About.DUE:
            found = progress(room_of(turn), turn.principal)
            only_say(turn, now_open(turn), CardsDue(found.due_today))
        case About.DAILY | About.NOT_DAILY:
            _daily(turn, on=about is About.DAILY)
        case About.NO_INTERVIEW:
            _choose(
                turn, replace(_choice(turn), interview_on=None), "No interview is set. Cards come at their usual pace."
            )
        case About.GUIDES:
            only_say(turn, now_open(turn), PracticeSaid(_guides(turn)))
        case _:
            only_say(turn, now_open(turn), PracticeSaid(_TOLD.get(about, HELP)))


def _guides(turn: Turn) -> str:
    """The guides that there is something to practise of, by name."""
    titles = sorted(deck.title for deck in room_of(turn).shelf(turn.principal))
    more = len(titles) - _MOST_GUIDES
    lines = [f"• {short(title, _TITLE)}" for title in titles[:_MOST_GUIDES]]
    last = [f"and {more} more: “quiz me on” and a word of it finds them"] if more > 0 else []
    return "\n".join(["Say “quiz me on” and one of these:", *lines, *last])


def interview(turn: Turn, told: InterviewOn) -> None:
    """Keep the day of an interview, so that everything comes around before it."""
    today = turn.desk.today()
    if told.on <= today:
        only_say(turn, now_open(turn), PracticeSaid("That day is not ahead: say “my interview is on 3 Dec”."))
        return
    days = (told.on - today).days
    left = "tomorrow" if days == 1 else f"in {days} days"
    said = f"Interview on {weekday(told.on, today)}, {left}: cards come around twice before it."
    _choose(turn, replace(_choice(turn), interview_on=told.on), said, begin=True)


def daily_at(turn: Turn, told: DailyAt) -> None:
    """Keep from which time on the cards of the day are to come."""
    if told.at is None:
        only_say(turn, now_open(turn), PracticeSaid("At which time? Say “three cards a day at 8:30”."))
        return
    chosen = replace(_choice(turn), drip=True, drip_at=told.at)
    _choose(turn, chosen, _every_day(chosen))


def _daily(turn: Turn, *, on: bool) -> None:
    chosen = replace(_choice(turn), drip=on)
    _choose(turn, chosen, _every_day(chosen) if on else "No more daily cards.")


def _every_day(chosen: Choice) -> str:
    at = chosen.drip_at
    if at is None:
        return "Three cards a workday, at 9:00 or with what you write me before that. “Stop the daily cards” ends it."
    return f"Three cards a day at {at.hour}:{at.minute:02}, on workdays. “Stop the daily cards” ends it."


def _choice(turn: Turn) -> Choice:
    with turn.reading() as books:
        return books.practice.choice()


def _choose(turn: Turn, choice: Choice, said: str, *, begin: bool = False) -> None:
    room = room_of(turn, lambda books, _: end(turn, books, still_open(turn, books), PracticeSaid(said, begin)))
    choose(room, turn.principal, choice)
