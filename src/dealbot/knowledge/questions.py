"""The questions of a guide, each with its category and the blocks of its answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dealbot.domain.knowledge import fold, plain
from dealbot.knowledge.blocks import Block, BlockKind
from dealbot.knowledge.candidates import Candidate, Form, candidates_in
from dealbot.knowledge.labels import kind_of, labels_in

_NO_QUESTIONS_HERE = re.compile(
    r"^(?!.*\bquestions?\b).*\b(?:overview|certifications?|qualifications?|educational background|conclusion"
    r"|introduction|summary|resources|references)\b"
    r"|questions (?:to ask|for) (?:the|your|an?) (?:\w+ )?(?:interviewers?|employer|company|manager|team)\b"
)
_CATEGORY = re.compile(r"(\*\*|__)(?P<words>[^*_\n]+\b[Qq]uestions)\s*:?\1:?")


@dataclass(slots=True)
class Found:
    """A question as it stands in a text: `places` are its blocks, its own first; `body` those of its answer."""

    candidate: Candidate
    category: str
    places: list[int]
    body: list[Block]


def questions_in(text: str, blocks: Sequence[Block]) -> tuple[Found, ...]:
    """The questions in order; one without an answer is none."""
    candidates = candidates_in(text, blocks)
    aside = _aside(text, blocks)
    asked = {place: each for place, each in candidates.items() if place not in aside} or candidates
    walk = _Walk(text, asked)
    for place, block in enumerate(blocks):
        walk.take(place, block)
    if walk.found:
        _without_closing_words(text, walk.found[-1])
    return tuple(found for found in walk.found if any(block.kind is not BlockKind.HEADING for block in found.body))


def is_guide(text: str, found: Sequence[Found]) -> bool:
    """Whether questions make a document a guide: more than one, or one with labels; else it is a heading that asks."""
    blocks = (block for each in found for block in each.body)
    return len(found) > 1 or any(labels_in(text[block.start : block.end]) for block in blocks)


def _without_closing_words(text: str, last: Found) -> None:
    """Take the paragraph after the last answer's bullets off it: it wishes good luck to the reader of the guide."""
    if len(last.body) < 2:
        return
    before, closing = last.body[-2:]
    after_list = before.item and not closing.item and closing.kind is BlockKind.TEXT
    if after_list and not labels_in(text[closing.start : closing.end]):
        del last.places[-1], last.body[-1]


def _aside(text: str, blocks: Sequence[Block]) -> set[int]:
    """The blocks below headings that hold no questions of the guide: of degrees and certificates, of conclusions."""
    places = set()
    level = 0
    for place, block in enumerate(blocks):
        words = fold(text[block.start : block.end]) if block.kind is BlockKind.HEADING else ""
        begins = words and (not level or block.level <= level or "question" in words)
        if begins:
            level = block.level if block.level > 1 and _NO_QUESTIONS_HERE.search(words) else 0
        elif level:
            places.add(place)
    return places


class _Walk:
    """Goes through the blocks and gives each to the question that is open."""

    def __init__(self, text: str, candidates: dict[int, Candidate]) -> None:
        self.found: list[Found] = []
        self._text = text
        self._candidates = candidates
        self._open: Found | None = None
        self._category = ""
        self._after_rule = False

    def take(self, place: int, block: Block) -> None:
        candidate = self._candidates.get(place)
        after_rule, self._after_rule = self._after_rule, block.kind is BlockKind.RULE
        if candidate and (self._open is None or _follows(candidate, self._open.candidate)):
            self._ask(place, block, candidate)
        elif (category := self._category_of(block)) is not None:
            self._open, self._category = None, category
        elif block.kind is BlockKind.RULE:
            return
        elif after_rule and not block.level and not labels_in(self._text[block.start : block.end]):
            self._open = None
        elif self._open:
            self._open.places.append(place)
            if block.end > self._open.candidate.body:
                self._open.body.append(replace(block, start=max(block.start, self._open.candidate.body)))

    def _ask(self, place: int, block: Block, candidate: Candidate) -> None:
        self._open = Found(candidate, self._category, [place], [])
        self.found.append(self._open)
        if block.start < candidate.body < block.end:
            self._open.body.append(replace(block, start=candidate.body))

    def _category_of(self, block: Block) -> str | None:
        """The title of what begins with this block, empty where that is the whole guide; None where nothing begins."""
        words = self._text[block.start : block.end]
        if block.kind is not BlockKind.HEADING:
            bold = _CATEGORY.fullmatch(words) if block.level == 0 else None
            return plain(bold["words"]) if bold else None
        title = plain(words).rstrip(":")
        if self._open:
            asked = self._open.candidate
            level = asked.level if asked.form is Form.HEADING else block.level
            if block.level > level or (block.level == level and kind_of(title)):
                return None
        return title if block.level > 1 else ""


def _follows(later: Candidate, asked: Candidate) -> bool:
    """Whether a candidate is the next question, and not part of the answer to the open one."""
    if later.form is Form.HEADING and asked.form is Form.HEADING:
        return later.level <= asked.level
    return later.form <= asked.form
