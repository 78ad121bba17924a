"""What becomes of a guide that somebody drops: it is a draft until it is approved."""

from enum import StrEnum


class DraftState(StrEnum):
    """Whether a dropped guide waits, is answered from, or is neither any more."""

    DRAFT = "draft"
    APPROVED = "approved"
    DISCARDED = "discarded"

    def may_become(self, other: "DraftState") -> bool:
        """Whether somebody may decide so: a draft is approved or discarded, what is approved can be taken out."""
        return other in _NEXT[self]


_NEXT = {
    DraftState.DRAFT: frozenset({DraftState.APPROVED, DraftState.DISCARDED}),
    DraftState.APPROVED: frozenset({DraftState.DISCARDED}),
    DraftState.DISCARDED: frozenset[DraftState](),
}
