"""The blocks of a Markdown text, each with its offsets: headings, paragraphs, bullets, tables and code."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.token import Token

# Indented code, HTML and link definitions are layout gone wrong in files by many hands: they are read as text.
_PARSER = MarkdownIt("commonmark").enable("table").disable(["code", "html_block", "reference"])


class BlockKind(Enum):
    """What a block is; a rule is the line between two parts of a text."""

    HEADING = auto()
    TEXT = auto()
    VERBATIM = auto()
    RULE = auto()


_WHOLE = {"table_open": BlockKind.VERBATIM, "fence": BlockKind.VERBATIM, "hr": BlockKind.RULE}


@dataclass(frozen=True, slots=True)
class Block:
    """A block at `start` to `end` of a text; `level` is a heading's level, or how many lists a text is inside of.

    `item` tells apart the list items that blocks belong to, `first` is the block that begins its item, and `ordered`
    says that the innermost list is numbered.
    """

    kind: BlockKind
    start: int
    end: int
    level: int
    item: int = 0
    first: bool = False
    ordered: bool = False


def blocks_of(text: str, start: int = 0) -> tuple[Block, ...]:
    """The blocks of what follows `start`, the beginning of a line, in order."""
    return tuple(_Reading(text, start).blocks())


class _Reading:
    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._tokens = _PARSER.parse(text[start:])
        lengths = (len(line) + 1 for line in text[start:].split("\n"))
        self._lines = list(accumulate(lengths, initial=start))
        self._items: list[int] = []
        self._ordered: list[bool] = []
        self._count = 0
        self._fresh = False

    def blocks(self) -> Iterator[Block]:
        heading = table = None
        for token in self._tokens:
            self._nest(token)
            if token.type in {"table_open", "table_close"}:
                table = token if token.type == "table_open" else None
            if token.type in {"heading_open", "heading_close"}:
                heading = token if token.type == "heading_open" else None
            if token.type in _WHOLE:
                yield self._block(_WHOLE[token.type], *self._rows(token))
            elif token.type == "inline" and not table and token.content.strip():
                yield self._inline(token, heading)

    def _nest(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._ordered.append(token.type.startswith("ordered"))
            case "bullet_list_close" | "ordered_list_close":
                self._ordered.pop()
            case "list_item_open":
                self._count += 1
                self._items.append(self._count)
                self._fresh = True
            case "list_item_close":
                self._items.pop()
                self._fresh = False
            case _:
                pass

    def _inline(self, token: Token, heading: Token | None) -> Block:
        start, end = self._place(token)
        if heading and not _underlined_by_mistake(heading, token):
            return Block(BlockKind.HEADING, start, end, int(heading.tag[1:]))
        return self._block(BlockKind.TEXT, start, end)

    def _block(self, kind: BlockKind, start: int, end: int) -> Block:
        fresh, self._fresh = self._fresh, False
        if not self._items:
            return Block(kind, start, end, 0)
        return Block(kind, start, end, len(self._items), self._items[-1], fresh, self._ordered[-1])

    def _rows(self, token: Token) -> tuple[int, int]:
        first, last = token.map or [0, 0]
        start, end = self._lines[first], self._lines[last] - 1
        inside = self._text[start:end]
        return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())

    def _place(self, token: Token) -> tuple[int, int]:
        first, _ = token.map or [0, 0]
        lines = token.content.strip().split("\n")
        last = first + len(lines) - 1
        start = self._text.index(lines[0].strip(), self._lines[first])
        end = self._text.index(lines[-1].strip(), max(start, self._lines[last])) + len(lines[-1].strip())
        return start, end


def _underlined_by_mistake(heading: Token, inline: Token) -> bool:
    """Whether a rule below a paragraph, without an empty line between, made it a heading."""
    return heading.markup == "-" and ("\n" in inline.content or inline.content.rstrip("*_ ").endswith((".", ":")))
