"""Who sits where, and how each person stands on going ahead with us (READING.md's closed sets)."""

from enum import StrEnum


class Side(StrEnum):
    """Whose side a person or a promise is on."""

    BUYER = "buyer"
    US = "us"
    THIRD_PARTY = "third_party"


class Function(StrEnum):
    """What part of the organisation a person works in."""

    CLINICAL = "clinical"
    NURSING = "nursing"
    PHARMACY = "pharmacy"
    QUALITY = "quality"
    OPERATIONS = "operations"
    EXECUTIVE = "executive"
    FINANCE = "finance"
    IT = "it"
    SECURITY = "security"
    LEGAL = "legal"
    COMPLIANCE = "compliance"
    PROCUREMENT = "procurement"
    BOARD = "board"
    OTHER = "other"


class BuyingRole(StrEnum):
    """A part somebody plays in the decision, only ever given by words."""

    CHAMPION = "champion"
    ECONOMIC_BUYER = "economic_buyer"
    VETO = "veto"
    USER = "user"
    EVALUATOR = "evaluator"
    INFLUENCER = "influencer"
    DETRACTOR = "detractor"
    OWNER = "owner"


class Stance(StrEnum):
    """Where a person stands on going ahead with us."""

    COMMITTED = "committed"
    SUPPORTIVE = "supportive"
    NEUTRAL = "neutral"
    CONCERNED = "concerned"
    OPPOSED = "opposed"
    UNKNOWN = "unknown"

    @property
    def aligned(self) -> bool:
        """Whether this stance says yes."""
        return self in {Stance.COMMITTED, Stance.SUPPORTIVE}


_BEST_FIRST = (Stance.UNKNOWN, Stance.COMMITTED, Stance.SUPPORTIVE, Stance.NEUTRAL, Stance.CONCERNED, Stance.OPPOSED)


def badness(stance: Stance) -> int:
    """How far a stance is from yes; the unknown one is no reading at all."""
    return _BEST_FIRST.index(stance)


def worse(a: Stance, b: Stance) -> Stance:
    """The one of two known stances that is further from yes."""
    return max(a, b, key=badness)


class DecisionStage(StrEnum):
    """How far a person is in deciding, as their words and acts show it."""

    UNAWARE = "unaware"
    EVALUATING = "evaluating"
    NEEDS_EVIDENCE = "needs_evidence"
    ADVOCATING = "advocating"
    APPROVED = "approved"
    BLOCKED = "blocked"


class Movement(StrEnum):
    """Whether a statement tells of somebody coming or going."""

    LEAVING = "leaving"
    ARRIVING = "arriving"
