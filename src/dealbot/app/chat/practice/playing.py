"""Role-plays in a conversation: the officer's lines as messages, three answers, then what it came to."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dealbot.app.chat.of_practice import OfficerSays, PracticeSaid, RoleOver, WhichOfficer
from dealbot.app.chat.practice import answering
from dealbot.app.chat.practice.asks import Control
from dealbot.app.chat.practice.casting import chosen, picked
from dealbot.app.chat.practice.parse import control_in
from dealbot.app.chat.practice.pointer import Open, Stage, last_with
from dealbot.app.chat.practice.turning import end, left_off, now_open, only_say, room_of
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.players import Cast
from dealbot.app.practice.role_play import Play, taken_up, to_json
from dealbot.app.practice.role_play import Stage as Theatre
from dealbot.app.practice.scenes import Repertoire, Replay, again, again_by_deal, repertoire, replay_of, why_of
from dealbot.domain.note import storable
from dealbot.domain.practice.mark import Mark
from dealbot.domain.practice.officer import Officer
from dealbot.domain.practice.review import Review
from dealbot.domain.practice.role_play import all_said
from dealbot.domain.practice.scene import Scene
from dealbot.domain.practice.session import Mode
from dealbot.errors import BadInput, NotAllowed, UnknownDeal
from dealbot.reading.redaction import redact
from dealbot.store.books import Books

_MANY = 200
_NOT_YOURS = "That deal is not among yours now, so this role-play is over. Start another one."


def play(turn: Turn, about: str) -> None:
    """Begin a role-play with an officer, or with somebody of a deal and what worries them; ask which without one."""
    try:
        there = _there(turn)
        found = chosen(turn, there, about) if about else WhichOfficer(there.officers())
    except (BadInput, NotAllowed) as error:
        only_say(turn, left_off(turn), PracticeSaid(f"{error} Try “role-play the CFO”."))
        return
    if isinstance(found, Cast):
        _open(turn, found.scene, found.why)
    else:
        only_say(turn, left_off(turn), found)


def play_with(turn: Turn, officer: Officer) -> None:
    """Begin a role-play with an officer by a tap."""
    play(turn, officer.value)


def play_player(turn: Turn, deal: str, who: str) -> None:
    """Begin a role-play with somebody of a deal by a tap, `who` by their key, or whoever worries first."""
    try:
        found = picked(turn, _there(turn), deal, who)
    except UnknownDeal:
        only_say(turn, now_open(turn), PracticeSaid(_NOT_YOURS))
    except (BadInput, NotAllowed) as error:
        only_say(turn, now_open(turn), PracticeSaid(str(error)))
    else:
        _open(turn, found.scene, found.why)


def play_again(turn: Turn, kept: Replay) -> None:
    """Play the same question once more, in other words where there are some; of a deal the same worry of the same."""
    try:
        there = _there(turn)
        scene = (kept.card, kept.officer, there.seed(kept.card))
        if kept.meant is None:
            _open(turn, again(there, *scene))
            return
        with turn.reading() as books:
            found = again_by_deal(there, books, kept.meant, scene, turn.desk.today())
        _open(turn, found, why_of(found))
    except UnknownDeal:
        only_say(turn, now_open(turn), PracticeSaid(_NOT_YOURS))
    except BadInput as error:
        only_say(turn, now_open(turn), PracticeSaid(str(error)))


def played_on(turn: Turn, opened: Open, text: str) -> None:
    """Take in an answer, and let the officer go on or close."""
    try:
        held = _taken_up(turn, opened.play or {})
    except BadInput as error:
        only_say(turn, None, PracticeSaid(str(error)))
        return
    theatre = _theatre(turn)
    after = theatre.say(held, redact(storable(text)).text)
    with turn.writing() as books:
        if after.over:
            _close(turn, books, after, theatre)
        else:
            end(turn, books, _held(turn, after), _says(after, theatre))


def go_on_playing(turn: Turn) -> bool:
    """Take up a role-play that was left; false where there is none."""
    with turn.reading() as books:
        left = last_with(books)
    if left is None or left.play is None or left.played:
        return False
    try:
        held = _taken_up(turn, left.play)
    except BadInput as error:
        only_say(turn, None, PracticeSaid(str(error)))
        return True
    only_say(turn, _held(turn, held), _says(held, _theatre(turn)))
    return True


def after_playing(turn: Turn, over: Open) -> bool:
    """Do what is said of a role-play that is over; false for anything else, which is no answer to its officer."""
    match control_in(turn.said.text):
        case Control.AGAIN:
            _once_more(turn, over)
        case Control.SAID:
            answering.did_say(turn, over.review or 0)
        case Control.MORE:
            answering.show_whole(turn, over.review or 0)
        case Control.NEXT:
            play(turn, "")
        case _:
            return False
    return True


def _once_more(turn: Turn, over: Open) -> None:
    try:
        held = _taken_up(turn, over.play or {})
    except BadInput as error:
        only_say(turn, None, PracticeSaid(str(error)))
    else:
        play_again(turn, replay_of(held.scene))


def _open(turn: Turn, scene: Scene, why: str = "") -> None:
    held = Play(scene)
    most = _theatre(turn).voice.answers
    only_say(turn, _held(turn, held), OfficerSays(scene.speaker, held.last_words, 1, most, opening=True, why=why))


def _says(held: Play, theatre: Theatre) -> OfficerSays:
    reply = held.turns[-1].reply if held.turns else None
    counted = sum(each.reply is not None and each.reply.beat.counts for each in held.turns)
    most = theatre.voice.answers
    aside = reply.aside if reply is not None else ""
    return OfficerSays(held.scene.speaker, held.last_words, min(counted + 1, most), most, aside=aside)


def _close(turn: Turn, books: Books, held: Play, theatre: Theatre) -> None:
    """Keep what was said as an answer of its own, and tell what it came to beside the last time."""
    said = all_said(held.turns)
    if not said:
        end(turn, books, None, PracticeSaid("The role-play is over. Nothing was marked."))
        return
    card, mark = held.scene.card, held.turns[-1].mark
    before = _before(books, card.id)
    review = Review(card.id, card.kind, card.deck, Mode.ROLE_PLAY, mark, said, turn.desk.now())
    kept = books.practice.append(review)
    told = theatre.card(held, before)
    over = replace(_held(turn, held), stage=Stage.MARKED, review=kept.id)
    end(turn, books, over, RoleOver(told, held.last_words, said, kept.id))


def _before(books: Books, card: str) -> Mark | None:
    """The mark of the last role-play with the same question."""
    last = (kept.mark for kept in books.practice.reviews(card, _MANY) if kept.review.mode is Mode.ROLE_PLAY)
    return next(last, None)


def _there(turn: Turn) -> Repertoire:
    decks = room_of(turn).shelf(turn.principal)
    with turn.reading() as books:
        kept = books.practice.reviews(limit=_MANY)
    played = Counter(each.review.card for each in kept if each.review.mode is Mode.ROLE_PLAY)
    return repertoire(decks, turn.practising.lines(), played, turn.principal.user)


def _theatre(turn: Turn) -> Theatre:
    tools = turn.practising
    return Theatre(tools.lines(), tools.grader(), tools.voice())


def _taken_up(turn: Turn, kept: Mapping[str, Any]) -> Play:
    there = _there(turn)
    try:
        with turn.reading() as books:
            return taken_up(kept, there, books, turn.desk.today())
    except UnknownDeal as error:
        raise BadInput(_NOT_YOURS) from error


def _held(turn: Turn, held: Play) -> Open:
    now = turn.desk.now()
    return replace(Open(0, Stage.ASKED, now, since=now), play=to_json(held))
