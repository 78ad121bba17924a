"""How likely an answer does what it must not: by what was learnt, or when it is near the warning and shows little."""

import re
from dataclasses import dataclass

from dealbot.reading.grading.looks import Look
from dealbot.reading.grading.views import AnswerView, View
from dealbot.reading.grading.weights import Weights

# From here on a pitfall is told: rather a few too many than an answer that does it called a good one.
TOLD = 0.3
_DENIED, _REFUSED = 0.5, 0.25
_REFUSES = re.compile(r"\b(?:never|avoid(?:s|ed|ing)?|refuse[sd]?)\b", re.IGNORECASE)
# As near as this to the warning, more than a line, and less than half of the points: it does what is warned of.
_NEAR, _A_LINE, _HALF = 0.32, 20, 0.5


@dataclass(frozen=True, slots=True)
class Done:
    """An answer and the share of the points that it likely shows."""

    weights: Weights
    answer: AnswerView
    shown: float

    def likely(self, warning: View, pitfall: Look) -> float:
        """How likely a pitfall is done; words that deny come near it as well, those that refuse it nearest."""
        likely = self.weights.pitfalls.likely(pitfall.signs)
        if pitfall.signs["denied"]:
            if _REFUSES.search(self.answer.windows[pitfall.nearest].quote):
                return likely * _REFUSED
            likely *= _DENIED
        return max(likely, TOLD) if self._leans(warning) else likely

    def _leans(self, warning: View) -> bool:
        """Whether the answer as a whole is about what is warned of rather than about what is asked for."""
        near = float(warning.vector @ self.answer.whole.vector)
        return near >= _NEAR and self.shown < _HALF and len(self.answer.whole.text.split()) >= _A_LINE
