"""What somebody sees who opens dealbot: the Home tab, or prompts above the direct message."""

from collections.abc import Mapping

from dealbot.app.chat.deal_list import NONE, deal_list
from dealbot.app.chat.first_run import hello, hello_text, is_new, seat_of
from dealbot.app.chat.said import Said, Where
from dealbot.domain.principal import Role
from dealbot.slack.hearing.room import Room, alone_with
from dealbot.slack.payload import word
from dealbot.slack.people import Person
from dealbot.slack.postings import Outlet
from dealbot.slack.turn import Turn
from dealbot.slack.views.parts import actions, button, context, escape, harmless, header, section
from dealbot.store.post import Posting

PROMPTS: Mapping[Role, tuple[tuple[str, str], ...]] = {
    Role.AE: (
        ("Log a call", "Lakeshore: met Dana Ruiz, CFO. She …"),
        ("Where does it stand?", "Where does Lakeshore stand?"),
        ("Who must still be convinced?", "Who still needs convincing at Lakeshore?"),
        ("My deals", "List my deals"),
    ),
    Role.MANAGER: (("What Monday shows", "Forecast"), ("The widest gap first", "Pipeline"), ("More", "Help")),
    Role.ENABLEMENT: (("Asked in vain", "What is in no guide?"), ("How they do", "Who is ready?"), ("More", "Help")),
    Role.ANALYST: (("Who is touched", "Which deals are affected by OPPS 2026?"), ("More", "Help")),
}


def opened(room: Room, turn: Turn, person: Person) -> None:
    """Show the Home tab, or offer what to say first."""
    user = person.principal.user
    if word(turn.payload, "event", "tab") == "messages":
        _greet(room, turn, person)
        return
    said = Said("", Where.DM, alone_with(user), f"home-{turn.taken.id}", person.day(turn.taken.at), turn.taken.at)
    talk = room.talk(turn, person, said, Outlet(user, None, user))
    told = deal_list(talk)
    begin = hello_text(person.principal)
    first, _, rest = (told if told != NONE else f"No deals yet. {begin}").partition("\n")
    blocks = [
        header("dealbot"),
        section(
            "Write me a call note after a call. Ask me where a deal stands. Every fact keeps the words it came from."
        ),
        actions([button("Log a call", "log_a_call", style="primary")]),
        section(f"*{escape(first)}*\n{escape(rest)}" if rest else escape(first)),
        context("A line that starts with “private:” stays with you. Who can read a note stands on its card."),
    ]
    view = {"type": "home", "blocks": blocks}
    room.end(turn, person, Posting(f"home:{user}", "views.publish", {"user_id": user, "view": view}))


def _greet(room: Room, turn: Turn, person: Person) -> None:
    """Offer what to say; who never spoke with us is told how to begin, once."""
    user, now = person.principal.user, room.ears.desk.now()
    channel = word(turn.payload, "event", "channel") or user
    offered = [{"title": title, "message": message} for title, message in PROMPTS[seat_of(person.principal.roles)]]
    prompts = {"channel_id": channel, "title": "Try", "prompts": offered}
    with room.ears.desk.writing(person.principal) as books:
        new = is_new(books, person.principal, alone_with(user))
        text = hello(books, person.principal, now) if new else ""
        said = [Posting(channel, "chat.postMessage", {"channel": channel, "text": harmless(text)})] if new else []
        turn.finish(books, *said, Posting(channel, "assistant.threads.setSuggestedPrompts", prompts))
