"""What words say that a pilot must show, and to which group of success it belongs."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dealbot.domain.pilot import Component
from dealbot.domain.wording import any_of

_MUST_SHOW = any_of(
    r"""
    success (?:criteri(?:on|a)|metrics?|measures?)(?: is| are| will be)?|criteri(?:on|a)(?: is| are)?
    success (?:is|means|looks like|would be)|(?:the |their )?(?:target|threshold) (?:is|are)
    (?:must|has to|have to) (?:show|reach|hit|prove)|(?:needs?|wants?) to see|counts? as (?:a )?(?:success|win)
    """,
    before=r"\W+(?P<what>[^.;\n]+)",
)
_MEASURE = r"(?:at least|under|over|less|fewer|more|no |\d|[a-z]+ (?:under|over|below|above|down|up))"
_JOINS = re.compile(rf",\s*(?:and )?|\s+and\s+(?={_MEASURE})")
_AGREED = re.compile(r"\b(?:agreed|signed off|accepted|approved|confirmed|set by|decided)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\(?\b(?:agreed|signed off|accepted|approved|confirmed|set|decided)\b.*$", re.IGNORECASE)
_SHORTEST = 2
_GROUPS: tuple[tuple[Component, re.Pattern[str]], ...] = (
    (
        Component.FINANCIAL,
        any_of(r"\$|costs?\b|savings?\b|revenue|overtime|roi\b|spend|budget|margin|dollars|denials?|payback"),
    ),
    (
        Component.CLINICAL,
        any_of(r"""
            outcome|mortality|(?:\w+ )?safety|falls?\b|infection|sepsis|readmi|medication error|adverse|near miss|harm
            length of stay|door.to
        """),
    ),
    (
        Component.WORKFLOW,
        any_of(r"clicks?|minutes|workflow|document|chart(?:ing|s)?|steps\b|alert|burden|hand-?offs?|after.hours"),
    ),
    (
        Component.OPERATIONS,
        any_of(r"""
            utili[sz]ation|adoption|uptake|us(?:e|es|ed|ing|age|ers?)\b|incident|throughput|volume|turnaround|wait
            log.?ins?
        """),
    ),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing that a pilot must show, as written, and whether the words say that it is agreed."""

    text: str
    agreed: bool


@lru_cache(maxsize=4096)
def criteria_in(text: str) -> tuple[Shown, ...]:
    """Find what words say that the pilot must show, thing by thing."""
    found = _MUST_SHOW.search(text)
    if found is None:
        return ()
    agreed = _AGREED.search(text) is not None and not re.search(
        r"\bnot (?:yet )?agreed|\bn't agreed", text, re.IGNORECASE
    )
    parts = (part.strip(" ,:-") for part in _JOINS.split(_ASIDE.sub("", found["what"])))
    return tuple(Shown(part, agreed) for part in parts if len(part.split()) >= _SHORTEST)


@lru_cache(maxsize=1024)
def component_of(text: str) -> Component | None:
    """Tell the group of success by the words of a criterion; None where they tell nothing."""
    return next((component for component, pattern in _GROUPS if pattern.search(text)), None)
