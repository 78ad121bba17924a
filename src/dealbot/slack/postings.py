"""Replies as postings: where they go, who sees them, and by what they are found again."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from dealbot.app.chat.of_enabling import CheckSent, CohortSet, FileToMake, VerdictSigned
from dealbot.app.chat.of_practice import OfPractice
from dealbot.app.chat.replies import Answered, DealHanded, ManagerTold, NotePlaced, QuestionsSent, Reply, Seen
from dealbot.slack.turn import RESPONSE_URL
from dealbot.slack.views.answers import FOR_YOU
from dealbot.slack.views.asking_owners import to_asker, to_owner
from dealbot.slack.views.enabling import announced, verdict_told
from dealbot.slack.views.message import Message
from dealbot.slack.views.messages import message_of
from dealbot.slack.views.parts import harmless
from dealbot.slack.views.practice import BETWEEN_US
from dealbot.slack.views.settling import brief_for_heir
from dealbot.store.books import Books
from dealbot.store.post import Posting

PICTURE, FILE = "picture", "file"
_MARK = "|"
_MOST_NOTES = 40
_PULLED = "This was about a note that is no longer part of this deal."
_SEEN = "+1"


@dataclass(frozen=True, slots=True)
class Outlet:
    """Where replies go: a channel (or a user's id, for the direct message) and thread.

    `heard` is the message that is replied to, `response_url` answers a command for the person alone.
    """

    channel: str
    thread: str | None
    user: str
    heard: str | None = None
    response_url: str | None = None

    @property
    def alone(self) -> bool:
        """Whether nobody else reads it."""
        return self.channel.startswith(("D", "U", "W"))


def postings_of(reply: Reply, outlet: Outlet, books: Books) -> tuple[Posting, ...]:
    """The postings that a reply takes; one about a note that was moved also pulls what told of it before."""
    if isinstance(reply, Seen):
        return _seen(outlet)
    if isinstance(reply, QuestionsSent):
        return _questions(reply, outlet, books)
    message = message_of(reply)
    if message is None:
        return ()
    if isinstance(reply, CohortSet | CheckSent | VerdictSigned | FileToMake):
        return _posting(message, outlet), *_to_others(reply, outlet)
    if isinstance(reply, OfPractice | DealHanded | ManagerTold):
        return _to_somebody(reply, message, outlet)
    pulled = _pulled(reply, books) if isinstance(reply, NotePlaced) and reply.left else ()
    shown = _picture(reply, message, outlet) if isinstance(reply, Answered) else ()
    return (*pulled, _posting(message, outlet), *shown)


def _to_somebody(reply: OfPractice | DealHanded | ManagerTold, message: Message, outlet: Outlet) -> tuple[Posting, ...]:
    """What is for somebody's own direct message."""
    if isinstance(reply, DealHanded):
        heir = reply.handed.heir
        return _posting(message, outlet), _posting(brief_for_heir(reply), Outlet(heir, None, heir))
    if isinstance(reply, ManagerTold):
        return (_posting(message, Outlet(reply.to, None, reply.to)),)
    return _of_practice(message, outlet)


def _of_practice(message: Message, outlet: Outlet) -> tuple[Posting, ...]:
    """Practice is said to its person alone, in the direct message, wherever it was asked for."""
    if outlet.alone:
        return (_posting(message, replace(outlet, response_url=None)),)
    aside = _posting(Message(BETWEEN_US, quiet=True), outlet)
    return aside, _posting(message, Outlet(outlet.user, None, outlet.user))


def notes_in(about: str) -> tuple[str, ...]:
    """The notes that a posting tells of."""
    return tuple(note for note in about.split(_MARK) if note)


def _about(notes: tuple[str, ...]) -> str | None:
    return f"{_MARK}{_MARK.join(notes[:_MOST_NOTES])}{_MARK}" if notes else None


def _posting(message: Message, outlet: Outlet) -> Posting:
    told: dict[str, Any] = {"text": harmless(message.text)}
    if message.blocks:
        told["blocks"] = list(message.blocks)
    if outlet.response_url is not None:
        said = {"url": outlet.response_url, "response_type": "ephemeral", "replace_original": False, **told}
        return Posting(outlet.channel, RESPONSE_URL, said)
    told["channel"] = outlet.channel
    if outlet.thread is not None:
        told["thread_ts"] = outlet.thread
    if message.quiet and not outlet.alone:
        return Posting(outlet.channel, "chat.postEphemeral", told | {"user": outlet.user})
    return Posting(outlet.channel, "chat.postMessage", told, _about(message.about))


def _picture(answered: Answered, message: Message, outlet: Outlet) -> tuple[Posting, ...]:
    """The picture beside an answer, drawn when it is sent; where the answer is for one alone, it is in their messages.

    A file cannot be shown to one person in a channel.
    """
    wanted = answered.picture
    if wanted is None:
        return ()
    aside = outlet.response_url is not None or (message.quiet and not outlet.alone)
    place = Outlet(outlet.user, None, outlet.user) if aside else outlet
    title = f"{wanted.deal}: {wanted.kind}"
    told: dict[str, Any] = {
        "channel": place.channel,
        "user": outlet.user,
        "aloud": not place.alone,
        "kind": wanted.kind.value,
        "deal": wanted.deal,
        "title": title,
        "text": harmless(f"{title}. {FOR_YOU}" if aside else title),
    }
    told |= {"thread_ts": place.thread} if place.thread else {}
    told |= {"as_of": wanted.as_of.isoformat()} if wanted.as_of else {}
    return (Posting(place.channel, PICTURE, told, _about(message.about)),)


def _to_others(reply: CohortSet | CheckSent | VerdictSigned | FileToMake, outlet: Outlet) -> tuple[Posting, ...]:
    """What those of a cohort are told of it in their own messages; a file is in those of whoever asked for it."""
    match reply:
        case CohortSet() | CheckSent():
            return tuple(
                _posting(announced(each, reply.on), Outlet(each.person, None, each.person)) for each in reply.told
            )
        case VerdictSigned():
            learner = reply.person.id
            return (_posting(verdict_told(reply), Outlet(learner, None, learner)),)
        case FileToMake():
            title = f"{reply.of}: {reply.kind}" if reply.of else str(reply.kind)
            told: dict[str, Any] = {"channel": outlet.user, "user": outlet.user, "aloud": False, "title": title}
            told |= {"kind": reply.kind.value, "of": reply.of, "text": harmless(title)}
            return (Posting(outlet.user, FILE, told),)


def _questions(sent: QuestionsSent, outlet: Outlet, books: Books) -> tuple[Posting, ...]:
    """A message to each owner for each deal, once a week, and to the manager who got what."""
    keys = {ask: f"asked/{sent.on - timedelta(days=sent.on.weekday())}/{ask.deal_id}" for ask in sent.asks}
    new = [ask for ask in sent.asks if not books.outbox.knows(keys[ask])]
    told = _posting(to_asker(new, [ask for ask in sent.asks if ask not in new]), outlet)
    asked = [
        replace(_posting(to_owner(sent, ask), Outlet(ask.owner, None, ask.owner)), key=keys[ask])
        for ask in new
        if ask.owner is not None
    ]
    return (told, *asked)


def _pulled(reply: NotePlaced, books: Books) -> tuple[Posting, ...]:
    """Take what told of the note out of the places where it was shown."""
    shown = books.outbox.telling(f"{_MARK}{reply.placed.note}{_MARK}")
    emptied = {"text": _PULLED, "blocks": [{"type": "context", "elements": [{"type": "mrkdwn", "text": _PULLED}]}]}
    return tuple(
        Posting(sent.channel, "chat.delete", {"channel": sent.channel, "ts": sent.ts})
        if sent.method == PICTURE
        else Posting(sent.channel, "chat.update", {"channel": sent.channel, "ts": sent.ts, **emptied})
        for sent in shown
    )


def _seen(outlet: Outlet) -> tuple[Posting, ...]:
    if outlet.heard is None:
        return ()
    told = {"channel": outlet.channel, "timestamp": outlet.heard, "name": _SEEN}
    return (Posting(outlet.channel, "reactions.add", told),)
