"""What is about to leave for a model: cleaned, redacted, masked, and held back where it still tells of a patient."""

import re
from collections.abc import Callable, Mapping, Sequence

from dealbot.reading.faults import Fault, ModelFault
from dealbot.reading.pseudonyms import Known, Masks, Pseudonyms
from dealbot.reading.residual import residue_of

Redact = Callable[[str], str]

_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_MARKS = re.compile(r"<(?=/?(?:note|question|talk)>)", re.IGNORECASE)


class Outgoing:
    """One task's words on their way out; `parts` are its inputs as they may be sent."""

    def __init__(self, parts: Sequence[Mapping[str, str]], known: Known, redact: Redact, *, baa: bool) -> None:
        """Prepare the inputs; raises ModelFault where they may tell of a patient, unless `baa` allows that."""
        self._redact, self._baa = redact, baa
        cleaned = [{name: redact(clean(value)) for name, value in part.items()} for part in parts]
        self._masks = Masks([value for part in cleaned for value in part.values()], known)
        self.parts = [{name: self.names.mask(value) for name, value in part.items()} for part in cleaned]
        if not all(self._may_leave(value) for part in self.parts for value in part.values()):
            raise ModelFault(Fault.HELD_BACK)

    @property
    def names(self) -> Pseudonyms:
        """The stand-ins so far."""
        return self._masks.names

    def more(self, lines: Sequence[str], known: Known) -> list[str]:
        """More lines as they may be sent; one that may tell of a patient, or cannot be masked, stays here."""
        cleaned = [self._redact(clean(line)) for line in lines]
        self._masks.meet(cleaned, known)
        masked = ((line, self.names.mask(line)) for line in cleaned)
        return [sent for line, sent in masked if self._may_leave(sent) and self.names.restore(sent) == line]

    def _may_leave(self, masked: str) -> bool:
        return self._baa or not residue_of(masked)


def clean(text: str) -> str:
    """Without characters nobody sees, and without our own marks around a note, question or talk."""
    return _MARKS.sub("< ", _INVISIBLE.sub("", text))
