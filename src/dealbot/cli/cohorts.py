"""`quiz`: checks for a cohort: assigned, read, signed and reported."""

from pathlib import Path
from typing import Annotated

import typer

from dealbot.app.practice import checks, signing
from dealbot.app.practice.checks import Assignment
from dealbot.app.practice.report_text import report_text, sign_off_csv, standing_text, topics_text
from dealbot.app.practice.reports import cohort_report, cohort_standing, cohorts_of, mastery_by_topic, scorecards_of
from dealbot.app.practice.signing import Learner, Ruling
from dealbot.app.wording import counted
from dealbot.cli.call import Call
from dealbot.cli.lines import a_day
from dealbot.cli.practice import Review, room_of
from dealbot.cli.practice_shapes import report_shape, review_shape, standing_shape, topic_shape
from dealbot.domain.practice.cohort import Verdict
from dealbot.domain.practice.mark import Rating
from dealbot.errors import BadInput

Cohort = Annotated[str, typer.Argument(help="The cohort's name.")]
Person = Annotated[str, typer.Argument(help="Somebody of the cohort, by id or name.")]
_VERDICTS = {verdict.value.replace("_", "-"): verdict for verdict in Verdict}


def assign(
    call: Call,
    cohort: Annotated[str, typer.Argument(help="The cohort's name; a new one is made.")],
    due: Annotated[str, typer.Option("--due", help="The day to answer by, YYYY-MM-DD.")],
    guide: Annotated[list[str] | None, typer.Option("--guide", help="A guide to ask from; may be repeated.")] = None,
    to: Annotated[list[str] | None, typer.Option("--to", help="Somebody, by id or name; may be repeated.")] = None,
    card: Annotated[list[str] | None, typer.Option("--card", help="A card to ask; may be repeated.")] = None,
) -> None:
    """Assign a check: ten cards of the guides, the same for all, whose answers enablement reads."""
    given = Assignment(cohort, a_day(due, "due"), tuple(guide or ()), tuple(to or ()), tuple(card or ()))
    assigned = checks.assign(room_of(call), call.principal, given)
    check = assigned.check
    shape = {
        "cohort": assigned.cohort.name,
        "check": check.id,
        "cards": list(check.cards),
        "people": list(check.people),
    }
    shape["left_out"] = [card.id for card in assigned.left_out]
    text = f"Assigned to {len(check.people)} of {assigned.cohort.name}: {len(check.cards)} cards by {check.due_on}."
    call.answer(shape | {"due_on": check.due_on.isoformat()}, "\n".join(filter(None, [text, assigned.without])))


def report(
    call: Call,
    cohort: Annotated[str | None, typer.Argument(help="The cohort's name; none: all, and what is known.")] = None,
    csv: Annotated[Path | None, typer.Option("--csv", help="Write the list to sign off to this file.")] = None,
) -> None:
    """Report on a cohort, or on all with what is known by topic; of fewer than three people nothing private is told."""
    if cohort is None:
        _report_all(call)
        return
    room = room_of(call)
    if csv is not None:
        standing = cohort_standing(room, call.principal, cohort)
        _write(csv, sign_off_csv(standing, scorecards_of(room, call.principal, cohort)))
        call.answer(standing_shape(standing), f"{standing_text(standing)}\nWritten to {csv.name}.")
        return
    found = cohort_report(room, call.principal, cohort)
    call.answer(report_shape(found), report_text(found))


def answers(call: Call, cohort: Cohort, person: Person) -> None:
    """Read what somebody handed in of the checks of a cohort."""
    found = signing.answers_of(room_of(call), call.principal, Learner(cohort, person))
    lines = [f"#{kept.id} {kept.mark.rating.value}: {kept.review.answer}" for kept in found.answers]
    lines += [f"Not handed in yet: {counted(found.kept_back, 'answer')}."] if found.kept_back else []
    call.answer([review_shape(kept) for kept in found.answers], "\n".join(lines) or "Nothing is answered yet.")


def rule(call: Call, review: Review, rating: Annotated[Rating, typer.Argument(help="How good the answer is.")]) -> None:
    """Say how good an answer of a check is: enablement's word wins."""
    kept = signing.rule(room_of(call), call.principal, review, Ruling(rating=rating))
    call.answer(review_shape(kept), f"#{kept.id} is {kept.mark.rating.value}.")


def sign(
    call: Call,
    cohort: Cohort,
    person: Person,
    verdict: Annotated[str, typer.Argument(help="ready or not-yet.")],
    note: Annotated[str, typer.Option("--note", help="Why; they can read it.")] = "",
) -> None:
    """Sign that somebody is ready, or not yet."""
    if verdict not in _VERDICTS:
        raise BadInput(f"'{verdict}' is neither {' nor '.join(_VERDICTS)}.")
    signed = signing.sign(room_of(call), call.principal, Learner(cohort, person), _VERDICTS[verdict], note)
    shape = {"person": signed.person, "verdict": signed.verdict.value, "note": signed.note, "by": signed.by}
    call.answer(shape, f"Signed: {person} is {signed.verdict.words}.")


def _report_all(call: Call) -> None:
    room = room_of(call)
    standings, topics = cohorts_of(room, call.principal), mastery_by_topic(room, call.principal)
    shape = {"cohorts": list(map(standing_shape, standings)), "topics": list(map(topic_shape, topics))}
    call.answer(shape, "\n".join([*map(standing_text, standings), topics_text(topics)]))


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, "utf-8", newline="")
    except OSError as error:
        raise BadInput(f"{file.name} cannot be written: {error.strerror or 'unknown trouble'}.") from error
