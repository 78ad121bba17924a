"""The seam to a model that looks things up before it answers: what it is told, what it may look up, what it says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from dealbot.reading.pseudonyms import Known

NOBODY = Known()


@dataclass(frozen=True, slots=True)
class Told:
    """What a look-up tells, a line each, and who is known in them."""

    lines: Sequence[str]
    known: Known = NOBODY


@dataclass(frozen=True, slots=True)
class Tool:
    """Something a model may look up: named and described by its arguments; with `ends` nothing is said after it."""

    name: str
    arguments: type[BaseModel]
    look: Callable[[Any], Told]
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Consultation:
    """One question put to a model: the inputs of its prompt, who is known in them, and the tools."""

    inputs: Mapping[str, str]
    known: Known
    tools: Sequence[Tool]


# The model's last words in clear, empty where a tool ended it; raises ModelUnavailable.
Consult = Callable[[Consultation], str]
