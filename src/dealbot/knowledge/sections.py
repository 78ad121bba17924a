"""A document's text by its headings: what belongs to no question, and each question under its category."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from dealbot.domain.evidence import Span
from dealbot.domain.knowledge import Question, Section, fold, plain, stable_id
from dealbot.knowledge.blocks import Block, BlockKind
from dealbot.knowledge.parts import parts_of
from dealbot.knowledge.questions import Found


def title_in(text: str, blocks: Sequence[Block]) -> str | None:
    """The document's first heading of the highest level."""
    headings = (block for block in blocks if block.kind is BlockKind.HEADING and block.level == 1)
    return next((plain(text[block.start : block.end]) for block in headings), None)


def questions_of(text: str, guide: str, found: Sequence[Found]) -> tuple[Question, ...]:
    """The questions by value; an id lasts as long as the guide's name and the words of the question do."""
    written = [each.candidate.number or 0 for each in found]
    rising = all(a < b for a, b in zip([0, *written], written, strict=False))
    known: dict[str, int] = {}
    questions = []
    for place, each in enumerate(found):
        asked = fold(each.candidate.text)
        again = known[asked] = known.get(asked, 0) + 1
        questions.append(
            Question(
                stable_id(guide, asked, *([] if again == 1 else [str(again)])),
                written[place] if rising else place + 1,
                each.category,
                each.candidate.text,
                parts_of(text, each.body),
                _whole(text, each.body),
            )
        )
    return tuple(questions)


def sections_of(text: str, title: str, blocks: Sequence[Block], found: Sequence[Found]) -> tuple[Section, ...]:
    """The sections in order, each with the path of its headings below the title."""
    owner = {place: number for number, each in enumerate(found) for place in each.places}
    paths = _paths(text, blocks, owner)
    sections = []
    for (number, path), group in groupby(range(len(blocks)), key=lambda place: (owner.get(place), paths[place])):
        if number is None:
            below = path[1:] if path and fold(path[0]) == fold(title) else path
            sections.append(Section(below, tuple(_spans(text, [blocks[place] for place in group]))))
        elif found[number].places[0] in group:  # once, where a rule parts its answer
            asked = found[number].candidate.text
            below = tuple(filter(None, (found[number].category, asked)))
            sections.append(Section(below, tuple(_spans(text, found[number].body))))
    return tuple(section for section in sections if section.blocks)


def _paths(text: str, blocks: Sequence[Block], owner: dict[int, int]) -> list[tuple[str, ...]]:
    """The headings above each block; those of a question's own do not count."""
    above: dict[int, str] = {}
    paths: list[tuple[str, ...]] = []
    for place, block in enumerate(blocks):
        if place in owner:
            paths.append(())
            continue
        if block.kind is BlockKind.HEADING:
            above = {level: words for level, words in above.items() if level < block.level}
            above[block.level] = plain(text[block.start : block.end])
        paths.append(tuple(above.values()))
    return paths


def _spans(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    for block in blocks:
        words = text[block.start : block.end]
        if block.kind in {BlockKind.TEXT, BlockKind.VERBATIM} and any(map(str.isalnum, words)):
            start = block.start + len(words) - len(words.lstrip())
            yield Span(words.strip(), start, start + len(words.strip()))


def _whole(text: str, body: Sequence[Block]) -> Span:
    spans = list(_spans(text, body))
    start, end = spans[0].start, spans[-1].end
    return Span(text[start:end], start, end)
