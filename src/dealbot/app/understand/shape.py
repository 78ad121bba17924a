"""A question reduced to its shape: names become DEAL, PERSON and TEAM, contractions and slips are written out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dealbot.app.common_words import COMMON
from dealbot.app.deal_names import Mention
from dealbot.app.understand.people import Someone
from dealbot.app.understand.rules import WORDS
from dealbot.app.words import Word, bare, word_set
from dealbot.domain.spelling import mended

DEAL, PERSON, UNKNOWN = "DEAL", "PERSON", "XX"

_WRITTEN_OUT = {
    "won't": "will not",
    "wont": "will not",
    "can't": "can not",
    "cant": "can not",
    "cannot": "can not",
    "ain't": "is not",
    "onboard": "on board",
    "pls": "please",
    "plz": "please",
    "nxt": "next",
    "abt": "about",
    "w": "with",
    "u": "you",
    "r": "are",
    "ur": "your",
    "wat": "what",
    "champ": "champion",
    "whose": "who is",
    "wanna": "want to",
    "gonna": "going to",
    "tl": "tldr",
    "yeses": "yes",
    "todos": "todo",
    "thx": "thanks",
    "mtg": "meeting",
}
_ASKING = frozenset({"who", "what", "where", "when", "why", "how", "that", "there", "here", "it", "she", "he", "let"})
_ENDINGS = {"ve": "have", "re": "are", "ll": "will", "m": "am", "d": "would"}
_RUN_ON = {"s": "is", "ve": "have", "re": "are", "ll": "will", "d": "did"}
_DENIED = word_set("is are was were do does did has have had would should could need must")
_SHORTEST = 5
_CORRECTABLE = frozenset(word for word in COMMON if len(word) >= _SHORTEST)


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of the question in its shape, and the words `first` to `last` (exclusive) it stands for."""

    text: str
    first: int
    last: int
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """The pieces of a question in order; `plain` keeps unknown words, `masked` shows them as XX."""

    pieces: tuple[Piece, ...]

    @property
    def plain(self) -> str:
        """The shape with unknown words as they are."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def masked(self) -> str:
        """The shape with every unknown word as XX."""
        return " ".join(UNKNOWN if piece.unknown else piece.text for piece in self.pieces)

    def with_label(self, start: int, end: int, label: str) -> "Shape":
        """The shape with one label for a stretch of `plain`."""
        at = 0
        pieces: list[Piece] = []
        covered: list[Piece] = []
        for piece in self.pieces:
            inside = at < end and start < at + len(piece.text)
            (covered if inside else pieces).append(piece)
            if inside and len(covered) == 1:
                pieces.append(piece)
            at += len(piece.text) + 1
        first = pieces.index(covered[0])
        pieces[first] = Piece(label, covered[0].first, covered[-1].last)
        return Shape(tuple(pieces))

    def words_at(self, start: int, end: int) -> tuple[int, int]:
        """Tell which words a stretch of `masked` stands for."""
        at, covered = 0, []
        for piece in self.pieces:
            length = len(UNKNOWN if piece.unknown else piece.text)
            if at < end and start < at + length:
                covered.append(piece)
            at += length + 1
        return (covered[0].first, covered[-1].last) if covered else (0, 0)


def shape_of(words: Sequence[Word], mentions: Iterable[Mention], people: Iterable[Someone]) -> Shape:
    """Reduce a question to its shape."""
    taken = {mention.start: (mention.end, DEAL) for mention in mentions if mention.deals}
    taken |= {someone.start: (someone.end, PERSON) for someone in people}
    pieces: list[Piece] = []
    at = 0
    while at < len(words):
        end, label = taken.get(at, (at + 1, ""))
        pieces.append(Piece(label, at, end) if label else _piece(words, at))
        at = end
    return Shape(tuple(pieces))


def _piece(words: Sequence[Word], at: int) -> Piece:
    folded = words[at].folded
    written = _written_out(folded)
    if written is not None:
        return Piece(written, at, at + 1)
    if _known(folded) or not folded[:1].isalpha():
        return Piece(folded, at, at + 1)
    if folded.endswith("'s") and _known(folded[:-2]):
        return Piece(folded, at, at + 1)
    corrected = None if _a_name(words, at) else mended(folded, _CORRECTABLE)
    return Piece(corrected or folded, at, at + 1, unknown=corrected is None)


def _known(folded: str) -> bool:
    return folded in COMMON or folded in WORDS or bare(folded) in WORDS


def _a_name(words: Sequence[Word], at: int) -> bool:
    """A capital inside a sentence that is not all capitals is a name, not a slip."""
    return at > 0 and words[at].capital and any(word.written.islower() for word in words)


def _written_out(folded: str) -> str | None:
    if folded in _WRITTEN_OUT:
        return _WRITTEN_OUT[folded]
    stem, mark, ending = folded.partition("'")
    if mark and folded.endswith("n't") and folded[:-3] in _DENIED:
        return f"{folded[:-3]} not"
    if mark and ending in _ENDINGS:
        return f"{stem} {_ENDINGS[ending]}"
    if mark and ending == "s" and stem in _ASKING:
        return f"{stem} is"
    if folded.endswith("nt") and folded[:-2] in _DENIED:
        return f"{folded[:-2]} not"
    return _run_on(folded)


def _run_on(folded: str) -> str | None:
    """A contraction typed without its mark: "wheres", "whos", "whove"."""
    for ending, meant in _RUN_ON.items():
        stem = folded.removesuffix(ending)
        if stem != folded and stem in _ASKING - {"it", "he", "that", "let", "she", "here"} and folded != "whose":
            return f"{stem} {meant}"
    return None
