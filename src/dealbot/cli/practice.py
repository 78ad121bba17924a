"""`quiz`: practising for oneself: what is asked, answers, one's own word on a mark, and how far one is."""

from dataclasses import replace
from typing import Annotated

import typer

from dealbot.app.practice import answering, keeping
from dealbot.app.practice.answering import Given
from dealbot.app.practice.asking import Asked
from dealbot.app.practice.handing_in import hand_in
from dealbot.app.practice.mark_text import answered_text, asked_text
from dealbot.app.practice.report_text import progress_text
from dealbot.app.practice.room import PracticeRoom
from dealbot.app.practice.starting import Wanted, start
from dealbot.app.wording import counted
from dealbot.cli.call import Call
from dealbot.cli.lines import a_day
from dealbot.cli.practice_shapes import answered_shape, asked_shape, progress_shape, session_shape
from dealbot.domain.practice.mark import PointState
from dealbot.domain.practice.session import Mode, Session, SessionState
from dealbot.errors import BadInput
from dealbot.practice_wiring import lay_practice

Review = Annotated[int, typer.Argument(help="The number of the answer.")]
_MODES = {mode.value.replace("_", ""): mode for mode in Mode if mode is not Mode.ROLE_PLAY}
_ENDED = "That was the last one: `dealbot quiz next` asks more."


def next_card(
    call: Call,
    mode: Annotated[str | None, typer.Option("--mode", help=f"One of {', '.join(_MODES)}.")] = None,
    guide: Annotated[str | None, typer.Option("--guide", help="Only of this guide: its file or its title.")] = None,
    persona: Annotated[str | None, typer.Option("--persona", help="Whom you meet: CNO, or a name of the deal.")] = None,
    deal: Annotated[str | None, typer.Option("--deal", help="The deal whose open concerns are asked first.")] = None,
) -> None:
    """Ask the next card of what is running; with a mode, a guide or whom you meet, begin anew."""
    room = room_of(call)
    wanted = Wanted(_mode(mode, persona, deal), guide, persona, deal)
    running = keeping.current(room, call.principal)
    begun = running is not None and not (guide or persona or deal) and mode in {None, _short(running.session.mode)}
    asked = running if running is not None and begun else start(room, call.principal, wanted)
    call.answer(asked_shape(asked), asked_text(asked))


def answer(
    call: Call,
    text: Annotated[str, typer.Argument(help="Your answer, or the letter of a choice.")],
    card: Annotated[str | None, typer.Option("--card", help="The card's id (default: what is asked).")] = None,
    hold: Annotated[bool, typer.Option("--hold", help="Hand no check in with its last answer.")] = False,  # noqa: FBT002
) -> None:
    """Answer what is asked: see what was covered, what not yet, and where it stands.

    The last answer of a check hands it in.
    """
    room = room_of(call)
    answered = answering.answer(room, call.principal, Given(text, card=card))
    if answered.closed and answered.then is None and not hold:
        hand_in(room, call.principal, answered.review.review.check)
        answered = replace(answered, handed_in=True)
    call.answer(answered_shape(answered), answered_text(answered))


def said(
    call: Call,
    review: Review,
    point: Annotated[int | None, typer.Argument(help="The number of the point; none: the whole answer.")] = None,
    missed: Annotated[bool, typer.Option("--missed", help="It was not, as I see it myself.")] = False,  # noqa: FBT002
) -> None:
    """Say that you did say a point, or how an unsure one is."""
    state = PointState.MISSED if missed else PointState.MET
    number = point - 1 if point is not None else None
    answered = answering.said(room_of(call), call.principal, review, number, state)
    call.answer(answered_shape(answered), answered_text(answered))


def again(call: Call, review: Review) -> None:
    """Ask the card of an answer once more."""
    _say(call, answering.try_again(room_of(call), call.principal, review))


def skip(call: Call) -> None:
    """Leave out what is asked now."""
    _say(call, keeping.skip(room_of(call), call.principal))


def pause(call: Call) -> None:
    """Leave what is running for later."""
    _left(call, keeping.pause(room_of(call), call.principal), "Left for later")


def resume(call: Call) -> None:
    """Take up what you left last."""
    _say(call, keeping.resume(room_of(call), call.principal))


def stop(call: Call) -> None:
    """End what is running."""
    left = keeping.stop(room_of(call), call.principal)
    _left(call, left, "Ended" if left.state is SessionState.ENDED else "A check is left for later")


def handed_in(call: Call) -> None:
    """Hand in the check of which all is answered: from then on enablement reads it."""
    done = hand_in(room_of(call), call.principal)
    shape = {"check": done.check.id, "cohort": done.title, "answers": done.answered}
    call.answer(shape, f"Handed in: {done.title}, {counted(done.answered, 'answer')}. Enablement reads them and signs.")


def progress(call: Call) -> None:
    """Tell how far you are: what is running, what is due today, what you know by topic."""
    found = keeping.progress(room_of(call), call.principal)
    call.answer(progress_shape(found), progress_text(found))


def choose(
    call: Call,
    drip: Annotated[bool | None, typer.Option("--drip/--no-drip", help="Three due cards a day.")] = None,
    interview_on: Annotated[
        str | None, typer.Option("--interview-on", help='The day to be ready by, YYYY-MM-DD, or "none".')
    ] = None,
) -> None:
    """Choose three due cards a day, and the day of an interview."""
    room = room_of(call)
    before = keeping.progress(room, call.principal).choice
    day = before.interview_on
    if interview_on is not None:
        day = None if interview_on == "none" else a_day(interview_on, "interview-on")
    chosen = keeping.choose(
        room, call.principal, replace(before, drip=before.drip if drip is None else drip, interview_on=day)
    )
    daily = "three due cards a day" if chosen.drip else "no daily cards"
    until = f", ready by {chosen.interview_on.isoformat()}" if chosen.interview_on else ""
    shape = {"drip": chosen.drip, "interview_on": chosen.interview_on.isoformat() if chosen.interview_on else None}
    call.answer(shape, f"Chosen: {daily}{until}.")


def room_of(call: Call) -> PracticeRoom:
    """The room on the ledger of a call."""
    return lay_practice(call.settings, call.desk)


def _mode(given: str | None, persona: str | None, deal: str | None) -> Mode:
    if given is None:
        return Mode.WARM_UP if persona or deal else Mode.INTERVIEW
    if given not in _MODES:
        raise BadInput(f"'{given}' is no mode: use {', '.join(_MODES)}.")
    return _MODES[given]


def _short(mode: Mode) -> str:
    return mode.value.replace("_", "")


def _say(call: Call, asked: Asked | None) -> None:
    call.answer(asked_shape(asked), asked_text(asked) if asked is not None else _ENDED)


def _left(call: Call, session: Session, what: str) -> None:
    call.answer(session_shape(session), f"{what}: {session.number} of {session.of}.")
