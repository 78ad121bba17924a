"""The files that enablement asks for, made when they are sent: a sign-off list, a draft guide, a picture of mastery."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dealbot.app.chat.of_enabling import FileKind
from dealbot.app.desk import Desk
from dealbot.app.drawing_mastery import drawn_mastery
from dealbot.app.guides.draft import draft_of
from dealbot.app.guides.gaps import gaps_of
from dealbot.app.practice.report_text import sign_off_csv
from dealbot.app.practice.reports import TopicRow, cohort_standing, mastery_by_topic
from dealbot.app.practice.room import PracticeRoom
from dealbot.domain.principal import Principal
from dealbot.pictures.values import Mastery, Picture, TopicMastery

if TYPE_CHECKING:
    from dealbot.app.ask import Answering
    from dealbot.app.chat.practising import Practising


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file with its name."""

    name: str
    content: str


MakeFile = Callable[[Desk, Principal, FileKind, str], Picture | MadeFile | None]


def no_file(_desk: Desk, _principal: Principal, _kind: FileKind, _of: str) -> None:
    """Make nothing, where there is nothing to make it from."""


@dataclass(frozen=True, slots=True)
class Files:
    """Makes files of what the person it is for may read; raises what these reports raise."""

    answering: "Answering"
    practising: "Practising"

    def __call__(self, desk: Desk, principal: Principal, kind: FileKind, of: str) -> Picture | MadeFile | None:
        """Make a file of a cohort's name or a topic; None where it has gone."""
        match kind:
            case FileKind.SIGN_OFFS:
                return self._sign_offs(desk, principal, of)
            case FileKind.GUIDE:
                return self._guide(desk, principal, of)
            case FileKind.MASTERY:
                return self._mastery(desk, principal)

    def _room(self, desk: Desk, principal: Principal) -> PracticeRoom:
        decks = self.practising.decks(principal.workspace, desk.today())
        return PracticeRoom(desk, lambda _principal: decks, self.practising.grader)

    def _sign_offs(self, desk: Desk, principal: Principal, cohort: str) -> MadeFile:
        standing = cohort_standing(self._room(desk, principal), principal, cohort)
        with desk.reading(principal) as books:
            scorecards = books.cohorts.scorecards(standing.cohort.id)
        return MadeFile(f"sign-off-{_slug(cohort)}.csv", sign_off_csv(standing, scorecards))

    def _guide(self, desk: Desk, principal: Principal, topic: str) -> MadeFile | None:
        guides = self.answering.guides
        found = gaps_of(desk, principal, guides(), self.answering.encoder) if guides is not None else ()
        chosen = [gap for gap in found if gap.topic == topic]
        draft = draft_of(chosen, principal.name, desk.today()) if chosen else None
        return MadeFile(draft.name, draft.text) if draft is not None else None

    def _mastery(self, desk: Desk, principal: Principal) -> Picture:
        rows = mastery_by_topic(self._room(desk, principal), principal)
        return drawn_mastery(_as_of(rows, desk.today()))


def _as_of(rows: Sequence[TopicRow], today: date) -> Mastery:
    """What is known as of the one day of all figures; of several days, as of today but where a row says another."""
    days = {row.on or today for row in rows}
    on = days.pop() if len(days) == 1 else today
    shown = (
        TopicMastery(f"{row.topic}, {row.guide}", row.share, row.people, row.answers, on=row.on if days else None)
        for row in rows
    )
    return Mastery("Practice", tuple(shown), on)


def _slug(name: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", name.casefold())) or "cohort"
