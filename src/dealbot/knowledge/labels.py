"""The labels that guides put before the parts of an answer: "Pitfall to avoid:", "Best Practices"."""

import re
from typing import NamedTuple

from dealbot.domain.knowledge import PartKind, fold

_PATTERNS = {
    PartKind.ANSWER: r"a|(?:(?:sample|model|example|suggested|ideal|strong|good|comprehensive|detailed) )?"
    r"answers?(?: \d+)?"
    r"|(?:sample |example |suggested )?response",
    PartKind.PITFALL: r"(?:(?:common|potential|key|possible|typical|major) )*(?:pitfalls?|mistakes?)(?: .*)?"
    r"|(?:things|what|actions|errors) (?:not to|to avoid)(?: .*)?|avoid|don'?t'?s|red flags?",
    PartKind.OUTCOME: r"(?:(?:positive|final|expected|likely|the) )?(?:outcomes?|results?)(?: \d+| and .*)?",
    PartKind.BEST_PRACTICE: r"(?:reasoning (?:and )?)?(?:key )?best practices?(?: .*)?|(?:pro )?tips?",
    PartKind.FOLLOW_UP: r"(?:(?:possible|potential|likely) )?follow ?ups?"
    r"(?: (?:points?|questions?|considerations?|topics?|discussions?)(?: .*)?)?",
    PartKind.EXAMPLE: r"(?:real (?:world|life) |practical |specific )?(?:examples?|scenarios?|situations?)"
    r"(?: (?:\d+|[a-z]|and .*|scenarios?|examples?|context|answers?))?",
    PartKind.ALTERNATIVE: r"alternatives?(?: .*)?",
    PartKind.REASONING: r"(?:reasoning|rationale)(?: .*)?|why (?:this|it) (?:works|matters)",
}
_KINDS = {kind: re.compile(pattern) for kind, pattern in _PATTERNS.items()}
_EMPHASISED = re.compile(
    r"(?P<mark>\*\*|__|\*|_)(?=\S)(?P<label>[^*_\n]{1,60}?)(?P<colon>:?)\s?(?P=mark)(?P<after>\s?:|\s[–—-]\s)?"
)
_PLAIN = re.compile(r"^(?P<label>[^\W\d_][^:*\n.?!]{0,40}):(?=\s|$)", re.MULTILINE)


class Label(NamedTuple):
    """A label in a text: from `start` to `end`, marks and colon included."""

    kind: PartKind
    text: str
    start: int
    end: int


def kind_of(label: str) -> PartKind | None:
    """The kind that a label names, whatever its case, number or punctuation; None where it is no label of ours."""
    folded = fold(label)
    return next((kind for kind, pattern in _KINDS.items() if pattern.fullmatch(folded)), None)


def _is_set_off(found: re.Match[str], length: int) -> bool:
    """Whether an emphasised stretch has a colon, or begins its block and has a dash or nothing after it."""
    after = found["after"] or ""
    begins = found.start() == 0 and (after or found.end() == length)
    return bool(found["colon"] or after.endswith(":") or begins)


def labels_in(text: str) -> tuple[Label, ...]:
    """The labels of a block in order: emphasised ones with a colon or alone, plain ones where a line starts."""
    emphasised = (found for found in _EMPHASISED.finditer(text) if _is_set_off(found, len(text)))
    labels = (
        Label(kind, found["label"], found.start(), found.end())
        for found in (*_PLAIN.finditer(text), *emphasised)
        if (kind := kind_of(found["label"]))
    )
    return tuple(sorted(labels, key=lambda label: label.start))
