"""New people in old seats: the yes of whoever sat there before is kept, and counts no longer."""

from dataclasses import dataclass

from dealbot.domain.evidence import Evidence
from dealbot.domain.stakeholder import Stance


@dataclass(frozen=True, slots=True)
class Succession:
    """Somebody came to a seat: by keys who came and who sat there before, where that one stood, and what tells it."""

    heir: str
    before: str
    stance: Stance
    told: Evidence

    @property
    def expired(self) -> bool:
        """Whether a yes went with whoever left."""
        return self.stance.aligned
