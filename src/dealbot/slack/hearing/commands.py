"""The commands /deal and /practice: everything they do also works in plain words."""

from dataclasses import replace
from datetime import UTC

from dealbot.app.chat.calls import calls_in
from dealbot.app.chat.deal_list import deal_list
from dealbot.app.chat.enabling.hear import command as enabling
from dealbot.app.chat.notes import log
from dealbot.app.chat.practice.hear import command as practice
from dealbot.app.chat.practice.parse import practises
from dealbot.app.chat.questions import ask
from dealbot.app.chat.replies import Plain
from dealbot.app.chat.said import Said, Where
from dealbot.app.chat.turn import Turn as Talk
from dealbot.app.chat.which_deal import named_in, new_name
from dealbot.app.desk import the_deal
from dealbot.slack.hearing.room import Room, alone_with
from dealbot.slack.payload import channel_of, word
from dealbot.slack.people import Person
from dealbot.slack.postings import Outlet
from dealbot.slack.turn import Turn
from dealbot.slack.words import mentioned, typed

COMMAND = "/deal"
PRACTICE = "/practice"
COMMANDS = (COMMAND, PRACTICE)
USAGE = (
    "/deal log NOTE: keep a call note (start with the hospital's name)\n"
    "/deal status DEAL: where it stands\n"
    "/deal next DEAL: who does what next\n"
    "/deal brief DEAL: what to know before a meeting\n"
    "/deal review DEAL: what changed since the last review\n"
    "/deal map DEAL: who sways whom, as a picture\n"
    "/deal pipeline: all your deals, the widest gap first\n"
    "/deal list: your deals\n"
    "/deal quiz, /deal role-play WHO, /deal warm up WHO: practise (/practice help tells more)\n"
    "/deal help: this\n"
    "Everything also works in plain words: write to me, or mention me in a deal's channel."
)
_PIPELINE = "show me the pipeline"
_QUESTIONS = {
    "status": "where does {} stand?",
    "next": "what are the next steps at {}?",
    "brief": "brief me for {}",
    "review": "what changed at {} since the last review?",
    "map": "draw the map of {}",
}
_OF_A_DEAL = frozenset({"brief", "review", "map"})  # where a name that is not known would be taken for something else
_IT = {
    "status": "where does it stand?",
    "next": "what are the next steps?",
    "brief": "brief me",
    "review": "what changed since the last review?",
    "map": "draw the map",
}


def commanded(room: Room, turn: Turn, person: Person) -> None:
    """Do what a command says; an unknown one is answered with how to use it."""
    text = typed(word(turn.payload, "text") or "", room.bot, room.people.name).strip()
    verb, _, rest = text.partition(" ")
    if word(turn.payload, "command") == PRACTICE or practises(text):
        practised = _talk(room, turn, person, text)
        if not enabling(practised):
            practice(practised)
        return
    talk = _talk(room, turn, person, rest.strip())
    match verb.casefold():
        case "log":
            _log(room, turn, person, talk)
        case asked if asked in _QUESTIONS:
            _ask(talk, asked, rest.strip())
        case "pipeline":
            ask(talk, _PIPELINE, sure=True)
        case "list":
            talk.only_say(talk.memory, Plain(deal_list(talk)))
        case "" | "help":
            talk.only_say(talk.memory, Plain(USAGE))
        case _:
            talk.only_say(talk.memory, Plain(f"I do not know “{verb}”.\n{USAGE}"))


def _talk(room: Room, turn: Turn, person: Person, text: str) -> Talk:
    """The command as said in the person's own conversation, answered for the person alone."""
    channel = channel_of(turn.payload) or person.principal.user
    at = turn.taken.at.astimezone(UTC)
    with room.ears.desk.reading(person.principal) as books:
        deal = books.deals.by_channel(channel)
    said = Said(
        text=text,
        where=Where.DM,
        place=alone_with(person.principal.user),
        note=f"command-{turn.taken.id}",
        on=person.day(at),
        at=at,
        deal=deal.name if deal is not None else None,
        mentioned=mentioned(word(turn.payload, "text") or "", room.bot, room.people.name),
    )
    url = word(turn.payload, "response_url")
    return room.talk(turn, person, said, Outlet(channel, None, person.principal.user, response_url=url))


def _ask(talk: Talk, asked: str, name: str) -> None:
    """Ask about the deal of a name; one that nobody goes by is asked about as it is written, or raises UnknownDeal."""
    named = named_in(name, talk.deals())
    if not name or len(named) == 1:
        ask(talk, _IT[asked], named[0] if named else None, sure=True)
    else:
        if not named and asked in _OF_A_DEAL:
            with talk.reading() as books:
                the_deal(books.deals, name)
        ask(talk, _QUESTIONS[asked].format(name), sure=True)


def _log(room: Room, turn: Turn, person: Person, talk: Talk) -> None:
    """Log a note: its card stands in the deal's own channel, or else in the direct message."""
    if not talk.said.text:
        talk.only_say(talk.memory, Plain("Write the note behind it: /deal log Lakeshore: met Dana Ruiz, CFO …"))
        return
    channel = channel_of(turn.payload) or ""
    user = person.principal.user
    several = len(calls_in(talk, talk.said.text)) > 1  # what is asked is asked where it is remembered
    outlet = Outlet(channel if talk.said.deal and not several else user, None, user)
    shared = talk.said.deal is not None and room.people.is_public(channel)
    said = replace(talk.said, shared=shared)
    carded = room.talk(turn, person, said, outlet)
    if said.deal is None and not channel.startswith("D"):
        talk.more(Plain("It is with you in our direct messages: this channel belongs to no deal."))
    log(carded, said.text, new_name(said.text, carded.deals()) if said.deal is None else None)
