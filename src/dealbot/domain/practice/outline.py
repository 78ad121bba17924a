"""The items of an answer: its bullets and paragraphs in order, each with the headings of the list it stands in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from dealbot.domain.knowledge import plain

_MARK = re.compile(r"^\s*(?:(?:[-*+•–]|\d{1,2}[.)])\s+)*")
_HEADING = re.compile(r"^#{1,6}\s+")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(?P<words>.+?)\1:?")
_ENDED = (".", "!", "?", ":", ";", '"', "”")
_WITHOUT_CODE = re.compile(r"^\s*```.*?(?:^\s*```|\Z)", re.DOTALL | re.MULTILINE)
_LAST = re.compile(r"(?<=[.!?])\s+(?=[^.!?]*$)")
_ROW = "|"
_INNER = re.compile(r"(?<=[.!?])\s+(?=(?:\*\*|__)[^*_\n]{1,60}?(?::(?:\*\*|__)|(?:\*\*|__):))")
_ITS_OWN = re.compile(
    r"(?:applications?|benefits?|advantages?|disadvantages?|drawbacks?|explanation|impact|limitations?|purpose|solutions?"
    r"|use cases?): ",
    re.IGNORECASE,
)
_SAYS_NOTHING = re.compile(
    r"(?:(?:key|my|main|best|first|initial|general|important|implementation|overall) )*(?:answers?|approach|actions?"
    r"|steps?|strateg(?:y|ies)|points?|overview|practices|considerations|response|reasoning|explanation|analysis|example"
    r"|scenario|context|definition|role|(?:what )?(?:i|we) \w+|what is done)\b",
    re.IGNORECASE,
)
_PAIRED = re.compile(r"challenges?\b|problems?\b", re.IGNORECASE)
_SHORT = 3
_MOST_IN_LABEL = 6


@dataclass(frozen=True, slots=True)
class Item:
    """A bullet or a paragraph as it reads; `under` are the headings above it, outermost first.

    `bare` says that it is an emphasised label with nothing after it; `lead` is what of its headings is told with it.
    """

    text: str
    under: tuple[str, ...] = ()
    bare: bool = False
    lead: str = ""

    @property
    def label(self) -> str:
        """What stands before its colon, empty where it has no label."""
        head, _, rest = self.text.partition(": ")
        return head if rest and len(head.split()) <= _MOST_IN_LABEL else ""


@dataclass(slots=True)
class _Line:
    level: int
    raw: str
    heads: bool = False
    marked: bool = False
    holds_deeper: bool = False
    under: tuple[str, ...] = field(default=())

    @property
    def bare(self) -> bool:
        return _BOLD.fullmatch(self.raw) is not None

    @property
    def name(self) -> str:
        """What items below it are told apart by."""
        bold = _BOLD.match(self.raw)
        return plain(bold["words"] if bold else self.raw if self.heads else "").rstrip(": ")


def outline(text: str) -> tuple[Item, ...]:
    """The items of a text, tables and code left out; very short ones of one list are told in one."""
    lines = _placed([part for line in _first_beside(_lines(text)) for part in _at_labels(line)])
    items = [Item(_own(line), line.under, line.bare) for line in lines]
    return tuple(map(_led, _together([item for item in items if item.text])))


def _own(line: _Line) -> str:
    """What a line says itself; of a heading, the sentences before the one that leads to what is below it."""
    words = plain(line.raw)
    if not line.heads:
        return words
    before, *rest = _LAST.split(words, maxsplit=1)
    return before if rest else ""


def _lines(text: str) -> list[_Line]:
    """The lines that belong together joined."""
    found: list[_Line] = []
    before: _Line | None = None
    for written in _WITHOUT_CODE.sub("\n", text).splitlines():
        words, level = _marked(written)
        if not words or words.startswith(_ROW):
            before = None
        elif level is None and before is not None and _goes_on(words, before):
            before.raw = f"{before.raw} {words}"
        else:
            indent = len(written.expandtabs(4)) - len(written.expandtabs(4).lstrip())
            heads = _HEADING.match(words) is not None
            before = _Line(indent if level is None else level, _HEADING.sub("", words), heads, level is not None)
            found.append(before)
    return found


def _first_beside(lines: Sequence[_Line]) -> Sequence[_Line]:
    """The lines, with the first one in the list of the others where a text begins behind the mark of a bullet."""
    marked = [line.level for line in lines[1:] if line.marked]
    if marked and not lines[0].marked and all(line.marked or not _BOLD.match(line.raw) for line in lines[1:]):
        lines[0].level = min(marked) if _BOLD.match(lines[0].raw) else lines[0].level
    return lines


def _at_labels(line: _Line) -> Iterator[_Line]:
    """A line cut before each label in it; what is a label's own, such as its solution, stands below it."""
    first, *more = _INNER.split(line.raw)
    yield replace(line, raw=first)
    for raw in more:
        own = _BOLD.match(first) and _ITS_OWN.match(plain(raw))
        yield _Line(line.level + bool(own), raw)


def _marked(written: str) -> tuple[str, int | None]:
    """The words of a line, and how deep its mark of a list item stands; None where it has no mark."""
    line = written.expandtabs(4)
    words = _MARK.sub("", line, count=1)
    indent = len(line) - len(line.lstrip())
    return words.strip(), None if len(words.lstrip()) == len(line.lstrip()) else indent + 1


def _goes_on(words: str, before: _Line) -> bool:
    """Whether a line without a mark goes on with the one before."""
    ended = plain(before.raw).endswith(_ENDED) or before.bare or before.heads
    return not (ended or _HEADING.match(words) or _BOLD.match(words))


def _placed(lines: Sequence[_Line]) -> list[_Line]:
    """The lines with what they stand under; of a line that ends in a colon, that is what stands below it."""
    above: list[_Line] = []
    for place, line in enumerate(lines):
        below = lines[place + 1].level if place + 1 < len(lines) else -1
        line.heads = line.heads or plain(line.raw).endswith(":") or (line.bare and below > line.level)
        while above and not _governs(above[-1], line):
            above.pop()
        for other in above:
            other.holds_deeper = other.holds_deeper or other.level < line.level
        line.under = tuple(other.name for other in above if other.name)
        above.append(line)
    return list(lines)


def _governs(above: _Line, line: _Line) -> bool:
    beside = above.level == line.level and above.heads and not above.holds_deeper and not line.heads
    return above.level < line.level or beside


def _together(items: Iterable[Item]) -> Iterator[Item]:
    """Very short items of one list, which say nothing alone, are told in one with what they stand under."""
    for (under, short), found in groupby(items, lambda item: (item.under, len(item.text.split()) <= _SHORT)):
        run = list(found)
        if not short or len(run) == 1:
            yield from run
        else:
            listed = "; ".join(item.text.rstrip(".") for item in run)
            yield Item(f"{under[-1]}: {listed}" if under else listed, under)


def _led(item: Item) -> Item:
    """An item with the nearest heading that says what it is: a step of what, or a part of what."""
    head = next(filter(_tells, reversed(item.under)), "")
    solves = _ITS_OWN.match(item.text) and _PAIRED.match(head)
    if not head or solves or item.text.startswith(f"{head}: "):
        return item
    return replace(item, lead=f"{head} – " if item.label else f"{head}: ")


def _tells(head: str) -> bool:
    return len(head.split()) <= _MOST_IN_LABEL and not _SAYS_NOTHING.match(head)
