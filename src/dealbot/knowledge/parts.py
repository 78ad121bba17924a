"""The parts of an answer: what its labels say each stretch is for."""

from collections.abc import Sequence
from dataclasses import dataclass

from dealbot.domain.evidence import Span
from dealbot.domain.knowledge import Part, PartKind
from dealbot.knowledge.blocks import Block, BlockKind
from dealbot.knowledge.labels import kind_of, labels_in


@dataclass(slots=True, eq=False)
class _Label:
    """A label that holds for what follows: in a list for its item, else until the next one."""

    kind: PartKind
    words: str
    level: int
    item: int
    used: bool = False
    with_siblings: bool = False

    def holds(self, block: Block) -> bool:
        if self.level == 0 or block.level > self.level or block.item == self.item:
            return True
        if block.level == self.level and not self.used:
            self.with_siblings = True  # "- **Pitfalls**:" with its bullets beside it instead of below
        return block.level == self.level and self.with_siblings

    def answered_within(self, block: Block) -> bool:
        """Whether an answer in a bullet is one of its own, and not the answer to the question."""
        return self.kind is PartKind.FOLLOW_UP or (self.kind is PartKind.EXAMPLE and 0 < self.level < block.level)


@dataclass(slots=True)
class _Stretch:
    label: _Label
    words: str
    start: int
    end: int


def parts_of(text: str, body: Sequence[Block]) -> tuple[Part, ...]:
    """Cut the blocks of an answer into parts; what has no label of ours is the answer."""
    reading = _Reading(text)
    for block in body:
        reading.take(block)
    return tuple(Part(found.label.kind, found.words, _span(text, found)) for found in reading.found)


class _Reading:
    def __init__(self, text: str) -> None:
        self.found: list[_Stretch] = []
        self._text = text
        self._labels = [_Label(PartKind.ANSWER, "", 0, 0)]

    def take(self, block: Block) -> None:
        words = self._text[block.start : block.end]
        if block.kind is BlockKind.HEADING and (kind := kind_of(words)):
            self._labels = [_Label(kind, words, 0, 0)]
            return
        while len(self._labels) > 1 and not self._labels[-1].holds(block):
            self._labels.pop()
        at = block.start
        for label in [] if block.kind is BlockKind.VERBATIM else labels_in(words):
            if block.item and label.kind is PartKind.ANSWER and self._labels[-1].answered_within(block):
                continue  # what is answered to a follow-up, in a bullet beside it, or in an example below it
            self._add(at, block.start + label.start)
            self._put(_Label(label.kind, label.text, block.level, block.item))
            at = block.start + label.end
        self._add(at, block.end)

    def _put(self, label: _Label) -> None:
        keep = [each for each in self._labels if each.level < label.level]
        self._labels = [*keep, label]

    def _add(self, start: int, end: int) -> None:
        if not any(map(str.isalnum, self._text[start:end])):
            return
        label = self._labels[-1]
        if self.found and self.found[-1].label is label:
            self.found[-1].end = end
        else:
            self.found.append(_Stretch(label, "" if label.used else label.words, start, end))
        label.used = True


def _span(text: str, found: _Stretch) -> Span:
    words = text[found.start : found.end]
    start = found.start + len(words) - len(words.lstrip())
    quote = words.strip()
    return Span(quote, start, start + len(quote))
