"""Colours that the colour-blind tell apart (Okabe and Ito, 2008), and the form and word that say the same."""

from dataclasses import dataclass
from typing import Final

from dealbot.domain.stakeholder import Stance
from dealbot.pictures.scene import Form

INK: Final = "#1f2328"
QUIET: Final = "#57606a"
FAINT: Final = "#d0d7de"
PALE: Final = "#f6f8fa"
WHITE: Final = "#ffffff"
BLUE: Final = "#0072b2"
SKY: Final = "#56b4e9"
ORANGE: Final = "#e69f00"
VERMILION: Final = "#d55e00"
GREY: Final = "#8c959f"
_PALE_SHARE: Final = 0.25


@dataclass(frozen=True, slots=True)
class Look:
    """How a stance looks: a word, a form and a colour."""

    word: str
    form: Form
    color: str


LOOKS: Final = {
    Stance.COMMITTED: Look("Committed", "star", BLUE),
    Stance.SUPPORTIVE: Look("Supportive", "up", SKY),
    Stance.NEUTRAL: Look("Neutral", "square", GREY),
    Stance.CONCERNED: Look("Concerned", "down", ORANGE),
    Stance.OPPOSED: Look("Opposed", "cross", VERMILION),
    Stance.UNKNOWN: Look("Unknown", "circle", WHITE),
}


def pale(color: str) -> str:
    """A colour mixed with white, for what is not sure."""
    parts = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * _PALE_SHARE):02x}" for part in parts)
