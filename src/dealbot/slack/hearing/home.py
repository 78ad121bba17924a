"""What somebody sees who opens dealbot: the Home tab, or prompts above the direct message."""

from dealbot.app.chat.deal_list import deal_list
from dealbot.app.chat.said import Said, Where
from dealbot.slack.hearing.room import Room, alone_with
from dealbot.slack.payload import word
from dealbot.slack.people import Person
from dealbot.slack.postings import Outlet
from dealbot.slack.turn import Turn
from dealbot.slack.views.parts import actions, button, context, escape, header, section
from dealbot.store.post import Posting

PROMPTS = (
    ("Log a call", "Lakeshore: met Dana Ruiz, CFO. She …"),
    ("Where does it stand?", "Where does Lakeshore stand?"),
    ("Who must still be convinced?", "Who still needs convincing at Lakeshore?"),
    ("My deals", "List my deals"),
)


def opened(room: Room, turn: Turn, person: Person) -> None:
    """Show the Home tab, or offer what to say first."""
    user = person.principal.user
    if word(turn.payload, "event", "tab") == "messages":
        channel = word(turn.payload, "event", "channel") or user
        offered = [{"title": title, "message": message} for title, message in PROMPTS]
        told = {"channel_id": channel, "title": "Try", "prompts": offered}
        room.end(turn, person, Posting(channel, "assistant.threads.setSuggestedPrompts", told))
        return
    said = Said("", Where.DM, alone_with(user), f"home-{turn.taken.id}", person.day(turn.taken.at), turn.taken.at)
    talk = room.talk(turn, person, said, Outlet(user, None, user))
    first, _, rest = deal_list(talk).partition("\n")
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
