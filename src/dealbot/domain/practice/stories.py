"""Stories: questions that ask for one, and what another's tells, which no good answer must hold."""

import re
from collections.abc import Sequence

from dealbot.domain.practice.outline import Item

_ASKS = re.compile(
    r"\b(?:describe|tell me about|give|share|discuss|provide|recall)\b.*"
    r"\b(?:time|example|situation|instance|experience)\b|\b(?:have you|did you)\b"
    r"|\b(?:describe|tell me about|share|recall) an? .*\byou(?:['’]ve| have)? (?:successfully )?"
    r"(?!(?:need|feed|proceed|succeed|exceed)\b)(?:[a-z]{2,}ed|built|dealt|faced|had|led|lost|made|overcame|ran|took"
    r"|were|won)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:(?:my|your|the) )?(?:situation|task|context|background|challenges?|problem|role|decision|results?|outcome)"
    r"(?: (?:and|&) (?!approach|actions?)\w+)?",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?i:(?:\w+ly )?"
    r"(?!(?:advanced|automated|based|detailed|distributed|need|personalized|shared|structured|tailored)\b)"
    r"(?:[a-z]{2,}ed|began|broke|brought|built|chose|drew|found|gave|held|kept|led|made|met|ran|sent|spoke|sought|taught"
    r"|took|went|wrote)\b)|.*\b(?:I|[Ww]e)\b",
    re.DOTALL,
)


def asks_for_a_story(question: str) -> bool:
    """Whether a question asks what somebody has done once, and not how they do it."""
    return _ASKS.search(question) is not None


def advice_among(items: Sequence[Item]) -> list[Item]:
    """The items without what was done once, where labels tell its parts apart; all where there is no label."""
    labelled = any(item.label or item.under for item in items)
    return [item for item in items if not (labelled and _done_once(item))]


def _done_once(item: Item) -> bool:
    told = item.text.removeprefix(f"{item.label}: ")
    return any(map(_PART.fullmatch, (item.label, *item.under))) or _DONE.match(told) is not None
