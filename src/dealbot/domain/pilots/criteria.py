"""What words say that a pilot must show, and to which group of success it belongs."""

import re
from functools import lru_cache

from dealbot.domain.force import is_fact
from dealbot.domain.pilot import Component
from dealbot.domain.wording import any_of

_MUST_SHOW = any_of(
    r"""
    success (?:criteri(?:on|a)|metrics?|measures?)(?: is| are| will be)?|criteri(?:on|a)(?: is| are)?
    success (?:is|means|looks like|would be|if)|(?:the |their )?(?:target|threshold) (?:is|are)
    (?:must|has to|have to) (?:show|reach|hit|prove)|(?:needs?|wants?) to see|counts? as (?:a )?(?:success|win)
    """,
    before=r"\W+(?P<what>[^.;\n]+)",
)
_MEASURE = r"(?:at least|under|over|less|fewer|more|no |\d|[a-z]+ (?:under|over|below|above|down|up))"
_JOINS = re.compile(rf",\s*(?:and )?|\s+and\s+(?={_MEASURE})")
_AGREED = re.compile(r"\b(?:agreed|signed off|accepted|approved|confirmed|set by|decided)\b", re.IGNORECASE)
_ASIDE = re.compile(
    r"\s*\(?\b(?:agreed|signed off|accepted|approved|confirmed|set|decided|before (?:she|he|they|we|it))\b.*$",
    re.IGNORECASE,
)
_BAR = any_of("at least|at most|above|below|under|over|more than|less|fewer|down|up to|minimum|maximum", before=r"\b")
_FIGURE = re.compile(r"\d")
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


@lru_cache(maxsize=4096)
def criteria_in(text: str) -> tuple[str, ...]:
    """Find what words say that the pilot must show, thing by thing."""
    found = _MUST_SHOW.search(text)
    return _things(found["what"]) if found is not None else ()


@lru_cache(maxsize=4096)
def bars_in(text: str, *, agreed: bool) -> tuple[str, ...]:
    """Find bare measures that can only be targets: they name a bar, or their note says that they are `agreed`."""
    if not agreed and not names_bar(text):
        return ()
    return tuple(each for each in _things(text) if _FIGURE.search(each) and component_of(each) is not None)


def names_bar(text: str) -> bool:
    """Whether words name a bar rather than what was reached."""
    return _BAR.search(text) is not None


def agrees(text: str) -> bool:
    """Whether words tell as a fact that somebody agreed."""
    return is_fact(_AGREED.search(text))


@lru_cache(maxsize=1024)
def component_of(text: str) -> Component | None:
    """Tell the group of success by the words of a criterion; None where they tell nothing."""
    return next((component for component, pattern in _GROUPS if pattern.search(text)), None)


def _things(text: str) -> tuple[str, ...]:
    parts = (part.strip(" .,:-") for part in _JOINS.split(_ASIDE.sub("", text)))
    return tuple(part for part in parts if len(part.split()) >= _SHORTEST)
