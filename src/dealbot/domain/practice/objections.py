"""Which cards are objections: what a buyer says against it, for drills and role-play."""

import re

from dealbot.domain.practice.card import Card, CardKind

_CATEGORY = re.compile(r"\b(?:situational|objections?|hard moments|undercutting|resistance)\b", re.IGNORECASE)
_SAID = re.compile(r"^[\"“].+[\"”]$", re.DOTALL)
_WORDING = re.compile(
    r"\b(?:hesita\w+|hesitancy|objections?|push(?:es|ed)? back|resist\w*|undercut\w*|too expensive|no budget"
    r"|budget constraints?|skeptic\w*|sceptic\w*|reluctan\w+|oppos\w+|refus\w+|burnt out|cheaper)\b",
    re.IGNORECASE,
)


def is_objection(card: Card) -> bool:
    """Whether a card asks for an answer to resistance: by its category, a sentence the buyer says, or its wording."""
    if card.kind is not CardKind.RECALL:
        return False
    return bool(_CATEGORY.search(card.category) or _SAID.match(card.prompt) or _WORDING.search(card.prompt))
