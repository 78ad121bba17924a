"""What a person sets of the pilot, the checklist and the EHR: KEY=VALUE in one documented form each."""

from collections.abc import Callable, Mapping

from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import DealState
from dealbot.domain.evidence import Span
from dealbot.domain.names import fold, may_mean
from dealbot.domain.observation import Correction
from dealbot.domain.pilots.by_hand import course_set, criterion_set, ready_set, sign_set, step_set
from dealbot.domain.qualification import QualificationItem
from dealbot.domain.qualifying import items_in
from dealbot.domain.stakeholder import Side
from dealbot.errors import BadInput

_ANSWERS = ("yes", "no", "unknown")
_FORMS: Mapping[CorrectedField, str] = {
    CorrectedField.PILOT: (
        '"pilot=planned|running|failed [2026-03-02]" or "pilot=succeeded [2026-09-01] Dana Ruiz: her words", '
        "for success is the buyer's to say"
    ),
    CorrectedField.CRITERION: (
        '"Adoption.criterion=60% of nurses; group clinical|workflow|operations|financial; owner Ana Gomez; '
        'agreed Dana Ruiz, Ana Gomez 2026-03-01", any part of it, or "dropped"'
    ),
    CorrectedField.INDICATOR: '"using|value|recommend.indicator=yes|mixed|no|62%"',
    CorrectedField.READY: '"champion|budget|value.ready=yes|no|unknown"',
    CorrectedField.EXPANSION: '"Cardiology.expansion=planned|live|blocked|dropped [2026-08-01][: what blocks it]"',
    CorrectedField.QUALIFICATION: f'"{"|".join(QualificationItem)}.qualification={"|".join(_ANSWERS)}"',
    CorrectedField.EHR: '"ehr=Epic November 2025"',
}
_HOLDS: Mapping[CorrectedField, Callable[[str, str], bool]] = {
    CorrectedField.PILOT: lambda subject, value: not subject and course_set(value) is not None,
    CorrectedField.CRITERION: lambda subject, value: bool(subject) and criterion_set(value) is not None,
    CorrectedField.INDICATOR: lambda subject, value: sign_set(subject, value) is not None,
    CorrectedField.READY: lambda subject, value: ready_set(subject, value) is not None,
    CorrectedField.EXPANSION: lambda subject, value: bool(subject) and step_set(value) is not None,
    CorrectedField.QUALIFICATION: lambda subject, value: _item(subject) is not None and value.casefold() in _ANSWERS,
    CorrectedField.EHR: lambda subject, _: not subject,
}


def formed(field: CorrectedField, subject: str, value: str, setting: str) -> Correction:
    """Take in one setting of the pilot or the account; raises BadInput with the form it has."""
    if not _HOLDS[field](subject, value):
        raise BadInput(f"'{setting}' is not in the form {_FORMS[field]}.")
    if field is CorrectedField.QUALIFICATION:
        subject, value = _item(subject) or "", value.casefold()
    return Correction(field, value, subject or None, Span(setting, 0, len(setting)))


def check_buyers(known: DealState, given: Correction) -> None:
    """Make sure that whoever agrees to a criterion or tells of success is of the buyer's; raises BadInput."""
    course = course_set(given.value) if given.field is CorrectedField.PILOT else None
    criterion = criterion_set(given.value) if given.field is CorrectedField.CRITERION else None
    told = [course.who] if course is not None and course.who else []
    for name in (*told, *(criterion.agreed_by if criterion is not None else ())):
        meant = [p for p in known.people if p.name and may_mean(fold(name), fold(p.name))]
        if len(meant) != 1 or meant[0].side is not Side.BUYER:
            raise BadInput(
                f"'{name}' is nobody of the buyer's known in this deal: what a pilot shows is theirs to say."
            )


def _item(subject: str) -> QualificationItem | None:
    """An item by its key, or by the words people use for it."""
    key = subject.casefold().replace(" ", "_")
    if key in tuple(QualificationItem):
        return QualificationItem(key)
    named = items_in(subject)
    return named[0] if len(named) == 1 else None
