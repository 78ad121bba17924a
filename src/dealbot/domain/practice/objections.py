"""Which cards are objections: what a buyer says against it, for drills and role-play."""

import re

from dealbot.domain.practice.card import Card, CardKind

_CATEGORY = re.compile(r"\b(?:situational|objections?|hard moments|undercutting|resistance)\b", re.IGNORECASE)
_SAID = re.compile(r"^[\"“].+[\"”]$", re.DOTALL)
# How to use a means of the trade; nobody resists in it.
_CRAFT = re.compile(r"^how (?:do|would|can|should) you (?:use|prepare|run|plan|build|write|divide)\b", re.IGNORECASE)
_WORDING = re.compile(
    r"\b(?:hesita\w+|hesitancy|objections?|push(?:es|ed)? back|resist\w*|undercut\w*|too expensive|no budget"
    r"|budget constraints?|skeptic\w*|sceptic\w*|reluctan\w+|oppos\w+|refus\w+|burnt out|cheaper)\b",
    re.IGNORECASE,
)


def is_objection(card: Card) -> bool:
    """Whether a card asks for an answer to resistance: by its category, a sentence the buyer says, or its wording."""
    if card.kind is not CardKind.RECALL or _CRAFT.match(card.prompt):
        return False
    return bool(_CATEGORY.search(card.category) or is_said(card) or _WORDING.search(card.prompt))


def is_said(card: Card) -> bool:
    """Whether a card's question is a sentence that a buyer says."""
    return _SAID.match(card.prompt) is not None
