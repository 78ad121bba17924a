"""`lessons`: what corrections taught, listed and taken back."""

from typing import Annotated, Any

import typer

from dealbot.app import lessons
from dealbot.cli.call import Call, command
from dealbot.cli.texts import lessons_text
from dealbot.domain.lesson import LessonState
from dealbot.store.lessons import KeptLesson

lessons_app = typer.Typer(no_args_is_help=True, help="What corrections taught: listed, taken back.")


@lessons_app.command("list")
@command
def list_lessons(call: Call) -> None:
    """List what was learnt in the deals you may see, and where each lesson counts."""
    known = lessons.lessons_of(call.desk, call.principal)
    call.answer([_shape(kept) for kept in known], lessons_text(known))


@lessons_app.command("forget")
@command
def forget(call: Call, lesson: Annotated[int, typer.Argument(help="The lesson's number, as listed.")]) -> None:
    """Take a lesson back; what was set right stays."""
    (kept,) = lessons.forget(call.desk, call.principal, (lesson,))
    shape = _shape(kept) | {"state": LessonState.TAKEN_BACK.value}
    call.answer(shape, f"Forgotten: '{kept.lesson.words}'. What was set right in {kept.deal} stays.")


def _shape(kept: KeptLesson) -> dict[str, Any]:
    lesson = kept.lesson
    return {
        "id": kept.key,
        "kind": lesson.kind.value,
        "words": lesson.words,
        "from": lesson.before,
        "to": lesson.after,
        "by": kept.by,
        "on": kept.on.isoformat(),
        "deal": kept.deal,
        "note": kept.note,
        "state": kept.state.value,
    }
