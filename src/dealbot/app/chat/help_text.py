"""What can be said to dealbot, by what somebody does: ten lines at most, each as it may be said."""

from collections.abc import Collection, Mapping
from typing import Final

from dealbot.app.chat.first_run import seat_of
from dealbot.domain.principal import Role

_HEAD: Final = "Say it in your own words, such as:"
_GUIDES: Final = "the guides: “how do I answer a lower bid?”"
_PRACTICE: Final = "practice, for you alone: “interview prep”, “objection drill”, “my progress”"
_WARM_UP: Final = "before a meeting: “warm me up for the CNO”, “role-play the CFO”"
_LINES: Final[Mapping[Role, tuple[str, ...]]] = {
    Role.AE: (
        "a call: “Lakeshore: met Dana Ruiz, CFO. She …”; a plain reply sets right what I misread",
        "“where does Lakeshore stand?”, “who still needs convincing?”, “how likely is it?”",
        "“brief me for Lakeshore”, “next steps”, “map of Lakeshore”",
        "“list my deals”, “forecast”: what Monday will show",
        _GUIDES,
        _PRACTICE,
        _WARM_UP,
        "a line that starts with “private:” stays with you",
    ),
    Role.MANAGER: (
        "“forecast”: what Monday shows; “pipeline”: the widest gap first",
        "“where does Lakeshore stand?”, “how likely is it?”, “map of Lakeshore”",
        "“which reviews are due?”, “what changed at Lakeshore since the last review?”",
        "“which deals have a worried CFO?”, “why do deals stall?”",
        _GUIDES,
        "“how is my team doing in practice?”: figures, names only by a check",
        _PRACTICE,
        _WARM_UP,
    ),
    Role.ENABLEMENT: (
        "drop a guide (Markdown, text, PDF, Word): a draft until you approve it",
        "“make a cohort November with @Tom and @Ana, due 4 Dec”",
        "“look through November”, then “send the check”",
        "“how is the cohort doing?”, “who is ready?”, “review answers”, “sign-off list”",
        "“what is in no guide?”: what three people asked in vain",
        _GUIDES,
        _PRACTICE,
        _WARM_UP,
    ),
    Role.ANALYST: (
        "drop a policy note: people ask it, and deals are held against it",
        "“which deals are affected by OPPS 2026?”",
        "“exposure of Lakeshore”",
        _GUIDES,
        _PRACTICE,
        _WARM_UP,
    ),
}


def help_text(roles: Collection[Role]) -> str:
    """What somebody of these roles can say."""
    return "\n".join([_HEAD, *(f"• {line}" for line in _LINES[seat_of(roles)])])
