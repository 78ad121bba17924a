"""The tracks of a contract, which move side by side and not at one speed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dealbot.domain.evidence import Evidence


class TrackKind(StrEnum):
    """What is negotiated apart from the rest, mostly with people of its own."""

    BAA = "baa"
    VENDOR_AGREEMENT = "vendor_agreement"
    SECURITY = "security"
    DATA_GOVERNANCE = "data_governance"
    LIABILITY = "liability"
    PRICE_PAYMENT = "price_payment"
    IMPLEMENTATION = "implementation"

    @property
    def words(self) -> str:
        """A track as people say it."""
        return "BAA" if self is TrackKind.BAA else self.value.replace("_", " ")


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


@dataclass(frozen=True, slots=True)
class KnownTrack:
    """A track as told or set by hand, from when it is in its state, and the words that told of it last.

    `counterpart` negotiates it for them; `clause` are the words of what is still open; `theirs` tells whose paper it
    is, None where nobody said; `pages` how many that paper has.
    """

    kind: TrackKind
    state: TrackState
    since: date
    moved_on: date
    evidence: Evidence
    started_on: date | None = None
    counterpart: str | None = None
    clause: Evidence | None = None
    theirs: bool | None = None
    pages: int | None = None
    sources: tuple[Evidence, ...] = ()

    @property
    def track(self) -> ContractTrack:
        """The track for the path of the deal."""
        return ContractTrack(self.kind, self.state, self.started_on)
