"""What a guide's question is graded by, found by the guide's name and the question's number or words."""

import difflib
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dealbot.domain.knowledge import Document, Question, fold
from dealbot.domain.practice.rubric import Rubric
from dealbot.domain.practice.rubrics import rubric_of
from dealbot.errors import UnknownQuestion
from dealbot.knowledge.documents import whole

if TYPE_CHECKING:
    from dealbot.app.guides.search import Searcher

_NEAREST = 3
_SAME = 0.9


class GuideQuestions:
    """The questions of all guides that a workspace finds."""

    def __init__(self, searcher: "Searcher") -> None:
        """Find guides where this one searches."""
        self._searcher = searcher

    def rubric(self, workspace: str | None, guide: str, question: str) -> Rubric:
        """What an answer is graded by; raises UnknownQuestion with the nearest names."""
        found = self._guide(workspace, guide)
        return rubric_of(_question(found, question))

    def _guide(self, workspace: str | None, name: str) -> Document:
        opened = self._searcher.index.opened()
        kept = [opened.catalog.entry(path).document for path in sorted(opened.found_by(workspace))]
        wanted = fold(name.removesuffix(".md"))
        by_stem = {fold(PurePosixPath(each.path).stem): each for each in reversed(kept)}
        by_title = {fold(each.about.title): each for each in reversed(kept)}
        found = by_stem.get(wanted) or by_title.get(wanted) or next((each for each in kept if each.path == name), None)
        if found is None:
            near = _near(wanted, [*by_title, *by_stem])
            names = (PurePosixPath((by_title.get(each) or by_stem[each]).path).stem for each in near)
            raise UnknownQuestion("guide", name, tuple(dict.fromkeys(names)))
        return whole(found)


def _question(guide: Document, asked: str) -> Question:
    by_number = {str(question.number): question for question in guide.questions}
    by_words = {fold(question.text): question for question in guide.questions}
    wanted = fold(asked)
    found = by_number.get(asked.strip().rstrip(".")) or by_words.get(wanted)
    if found is None:
        near = _near(wanted, [*by_words])
        close = near[:1] and difflib.SequenceMatcher(None, wanted, near[0]).ratio() >= _SAME
        if close:
            return by_words[near[0]]
        told = tuple(f"{by_words[each].number}. {by_words[each].text}" for each in near)
        raise UnknownQuestion(f"question in '{guide.about.title}' called", asked, told)
    return found


def _near(wanted: str, names: Sequence[str]) -> list[str]:
    """The names that come nearest: those that are alike in letters, then those that share words."""
    alike = difflib.get_close_matches(wanted, names, n=_NEAREST, cutoff=0.5)
    words = set(wanted.split())
    sharing = sorted(names, key=lambda name: -len(words & set(name.split())))
    shared = [name for name in sharing if words & set(name.split())]
    return list(dict.fromkeys([*alike, *shared, *names]))[:_NEAREST]
