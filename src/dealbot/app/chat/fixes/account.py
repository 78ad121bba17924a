"""What a plain reply says of the checklist, the EHR and the pilot, clause by clause."""

import re
from collections.abc import Iterator

from dealbot.app.chat.fixes.fix import Basis, SetRight
from dealbot.app.chat.fixes.news import clauses
from dealbot.app.understand.people import people_in
from dealbot.app.words import words_of
from dealbot.domain.ehr import ehr_in
from dealbot.domain.pilot import PilotState
from dealbot.domain.pilots.course import course_in
from dealbot.domain.qualifying import answers_in, items_in

_TELLS = re.compile(
    r"\b(?:have|has|had|got|there(?:['\u2019]?s| is| are| isn['\u2019]?t)|no|without"
    r"|(?:do|does)(?:n['\u2019]?t| not) (?:need|require|want|ask))\b",
    re.IGNORECASE,
)
_RUNS = re.compile(
    r"\b(?:they|it|that)(?:['\u2019](?:re|s)| are| is| run| use)\b|\b(?:ehr|emr)\b|\bruns?(?:ning)?\b", re.IGNORECASE
)
# "No, they have one" denies what was said before, not what follows.
_DENIES = re.compile(r"^\W*(?:no|nope|nah)\W+(?=(?:it|they|that|there|the)\b)", re.IGNORECASE)
_PILOT = re.compile(r"\b(?:pilot|trial)\b", re.IGNORECASE)


def of_account(text: str, basis: Basis) -> Iterator[SetRight]:
    """Tell what each clause says of the account; one that names somebody by name is about them."""
    for clause in clauses(_DENIES.sub("", text)):
        if not _names(clause, basis):
            pairs = (*_checklist(clause), *_ehr(clause, basis), *_pilot(clause, basis))
            yield from (SetRight((pair,)) for pair in pairs)


def _names(clause: str, basis: Basis) -> bool:
    named = {person.key for person in basis.state.people if person.name is not None}
    return any(named & set(someone.keys) for someone in people_in(words_of(clause), basis.state.people)) and not (
        items_in(clause)
    )


def _checklist(clause: str) -> Iterator[str]:
    if _TELLS.search(clause):
        yield from (f"{item}.qualification={'yes' if answer else 'no'}" for item, answer in answers_in(clause))


def _ehr(clause: str, basis: Basis) -> Iterator[str]:
    told = ehr_in(clause, basis.on)
    if told is not None and told.name is not None and _RUNS.search(clause):
        yield f"ehr={told.name} {told.version}" if told.version else f"ehr={told.name}"


def _pilot(clause: str, basis: Basis) -> Iterator[str]:
    course = course_in(clause, basis.on) if _PILOT.search(clause) else None
    if course is not None:
        day = f" {course.on.isoformat()}" if course.on is not None else ""
        yield f"pilot={'running' if course.state is PilotState.RUNNING else 'planned'}{day}"
