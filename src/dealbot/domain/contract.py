"""The tracks of a contract, which move side by side and not at one speed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TrackKind(StrEnum):
    """What is negotiated apart from the rest, mostly with people of its own."""

    BAA = "baa"
    VENDOR_AGREEMENT = "vendor_agreement"
    SECURITY = "security"
    DATA_GOVERNANCE = "data_governance"
    LIABILITY = "liability"
    PRICE_PAYMENT = "price_payment"
    IMPLEMENTATION = "implementation"


class TrackState(StrEnum):
    """A track that is not under way begins when the buyer wants to go on after the pilot."""

    AGREED = "agreed"
    UNDER_WAY = "under_way"
    NOT_STARTED = "not_started"


@dataclass(frozen=True, slots=True)
class ContractTrack:
    """How far one track is; `started_on` None is not known."""

    kind: TrackKind
    state: TrackState = TrackState.NOT_STARTED
    started_on: date | None = None

    @property
    def key(self) -> str:
        """There is one track of a kind."""
        return self.kind.value
