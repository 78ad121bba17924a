"""Which blocks of a document may be questions of a guide: headings, bold lines, plain lines with an answer below."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import takewhile

from dealbot.domain.knowledge import PartKind
from dealbot.knowledge.asking import asks, called_question, numbered
from dealbot.knowledge.blocks import Block, BlockKind
from dealbot.knowledge.labels import kind_of, labels_in

_BOLD = re.compile(r"(?:\d{1,3}[.)]\s*)?(\*\*|__)(?=\S)(?P<words>.+?)\1:?[ \t]*", re.DOTALL)
_LEAD = re.compile(r"(?:[^\n?]*\n){0,2}[^\n?]*\?(?=\s*(?:\n|\Z))|[^\n]*")
_CHAPTER = 2
_MOSTLY = 0.75
_SEVERAL = 4


class Form(IntEnum):
    """How a question is set; of two that are open, the first holds the second."""

    HEADING = 0
    PARAGRAPH = 1
    NUMBERED_ITEM = 2
    BULLET = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block that asks: what it asks, its written number, and where in the text its answer may begin."""

    form: Form
    level: int
    number: int | None
    counted: bool
    text: str
    body: int


def candidates_in(text: str, blocks: Sequence[Block]) -> dict[int, Candidate]:
    """The candidates by the place of their block; what differs from the document's own way is left out."""
    afters = [*blocks[1:], None]
    found = (
        (place, _candidate(text, block, after))
        for place, (block, after) in enumerate(zip(blocks, afters, strict=False))
    )
    return _without_categories(blocks, _of_one_way({place: each for place, each in found if each}))


def _candidate(text: str, block: Block, after: Block | None) -> Candidate | None:
    match block.kind:
        case BlockKind.HEADING:
            return _heading(text, block, after)
        case BlockKind.TEXT if block.level == 0 or (block.level == 1 and block.first):
            return _line(text, block, after)
        case _:
            return None


def _heading(text: str, block: Block, after: Block | None) -> Candidate | None:
    words = text[block.start : block.end]
    number, asked = numbered(words)
    end = block.end
    if not asked and after and after.kind is BlockKind.TEXT:  # "Question 3", and what it asks below
        end = _end_of_lead(text, after.start, after.end)
        asked = numbered(text[after.start : end])[1]
    told = (number is not None or called_question(words)) and _answered(text, end, after)
    by_its_look = asks(asked) and (block.level > _CHAPTER or asked.endswith("?") or number is not None)
    if block.level == 1 or not (told or by_its_look):
        return None
    return Candidate(Form.HEADING, block.level, number, number is not None, asked, end)


def _line(text: str, block: Block, after: Block | None) -> Candidate | None:
    form = Form.PARAGRAPH if not block.level else Form.NUMBERED_ITEM if block.ordered else Form.BULLET
    bold = _BOLD.match(text, block.start, block.end)
    end = bold.end() if bold else _end_of_lead(text, block.start, block.end)
    named = called_question(text[block.start : end])
    if bold and named and not numbered(bold["words"])[1]:  # "**Question 3:** What ..."
        end = _end_of_lead(text, end, block.end)
    number, asked = numbered(text[block.start : end])
    counted = number is not None or block.ordered or named
    below = block if end < block.end else after
    answered = _answered(text, end, below) or (asked.endswith("?") and _inside(block, below))
    trusted = bold or named or (counted and answered)
    if not (trusted and asks(asked)) or (form is Form.BULLET and not asked.endswith("?")):
        return None
    return Candidate(form, block.level, number, counted, asked, end)


def _inside(block: Block, below: Block | None) -> bool:
    """Whether what follows stands in the list item that a block begins."""
    return block.item > 0 and below is not None and (below.item == block.item or below.level > block.level)


def _end_of_lead(text: str, start: int, end: int) -> int:
    """Where the first line ends, or the question in it that runs on over the next ones."""
    lead = _LEAD.match(text, start, end)
    return lead.end() if lead else end


def _answered(text: str, start: int, block: Block | None) -> bool:
    """Whether what follows in this block begins with a label for the answer."""
    if block is None or block.kind in {BlockKind.VERBATIM, BlockKind.RULE}:
        return False
    words = text[max(start, block.start) : block.end].strip()
    if block.kind is BlockKind.HEADING:
        return kind_of(words) is PartKind.ANSWER
    return any(label.start == 0 and label.kind is PartKind.ANSWER for label in labels_in(words))


def _of_one_way(found: Mapping[int, Candidate]) -> dict[int, Candidate]:
    """Where nearly all questions of a form are numbered, one without a number is something else."""
    total = Counter(each.form for each in found.values())
    counted = Counter(each.form for each in found.values() if each.counted)
    strict = {form for form in total if counted[form] >= max(_SEVERAL, _MOSTLY * total[form])}
    return {place: each for place, each in found.items() if each.counted or each.form not in strict}


def _outranked(block: Block, level: int) -> bool:
    """Whether a block stands below a heading of this level."""
    return block.kind is not BlockKind.HEADING or block.level > level


def _without_categories(blocks: Sequence[Block], found: dict[int, Candidate]) -> dict[int, Candidate]:
    """Leave out a heading that asks where the questions stand below it: it is the title of a category."""
    levels = Counter(each.level for each in found.values() if each.form is Form.HEADING)
    if not levels:
        return found
    usual = levels.most_common(1)[0][0]

    def holds_questions(place: int) -> bool:
        below = takewhile(lambda later: _outranked(blocks[later], found[place].level), range(place + 1, len(blocks)))
        return any(later in found and found[later].level == usual for later in below)

    return {
        place: each
        for place, each in found.items()
        if each.form is not Form.HEADING
        or each.level >= usual
        or (each.level > _CHAPTER and not holds_questions(place))
    }
