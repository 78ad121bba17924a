"""The prompts a model is given: one markdown file per task, checked when loaded, filled in when used."""

import hashlib
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

import yaml

_FENCE = "---\n"
_TURN = "\n---\n"


class PromptError(ValueError):
    """A prompt file or its use is wrong: a fault of the program, never of the person."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A task in words: `system` holds the rules, `user` the material; `version` is the hash of the file."""

    name: str
    purpose: str
    inputs: frozenset[str]
    output: str
    sentinels: tuple[str, ...]
    system: str
    user: str
    version: str

    def render(self, values: Mapping[str, str]) -> tuple[str, str]:
        """The system and the user message, every placeholder filled in once."""
        _same(self.name, frozenset(values), self.inputs)
        return Template(self.system).substitute(values), Template(self.user).substitute(values)


def load_prompt(name: str, folder: Path | None = None) -> Prompt:
    """Read and check one prompt by the stem of its file."""
    path = (folder or prompts_folder()) / f"{name}.md"
    return parse_prompt(name, path.read_text(encoding="utf-8"))


def prompts_folder() -> Path:
    """Where the prompts are: in the checkout, or beside the environment an installed wheel lives in."""
    checkout = Path(__file__).parents[2] / "prompts"
    return checkout if checkout.is_dir() else Path(sysconfig.get_path("data")) / "share" / "dealbot" / "prompts"


def parse_prompt(name: str, text: str) -> Prompt:
    """Front matter between two rules, then the rules, a rule, and the material; placeholders equal the inputs."""
    before, _, rest = text.partition(_FENCE)
    matter, _, body = rest.partition(_TURN)
    if before or _TURN not in body:
        raise PromptError(f"{name}: front matter, system part and user part are needed, each ended by a rule")
    head = yaml.safe_load(matter)
    system, user = (part.strip() + "\n" for part in body.rsplit(_TURN, 1))
    if not isinstance(head, dict) or not {"purpose", "inputs", "output"} <= set(head):
        raise PromptError(f"{name}: the front matter names purpose, inputs and output")
    inputs = frozenset(map(str, head["inputs"]))
    _same(name, _placeholders(name, system) | _placeholders(name, user), inputs)
    sentinels = tuple(map(str, head.get("sentinels", ())))
    version = hashlib.sha256(text.encode()).hexdigest()[:12]
    return Prompt(name, str(head["purpose"]), inputs, str(head["output"]), sentinels, system, user, version)


def _placeholders(name: str, text: str) -> frozenset[str]:
    template = Template(text)
    if not template.is_valid():
        raise PromptError(f"{name}: a '$' that is no placeholder is written '$$'")
    return frozenset(template.get_identifiers())


def _same(name: str, found: frozenset[str], wanted: frozenset[str]) -> None:
    if found != wanted:
        raise PromptError(f"{name}: missing {sorted(wanted - found)}, unknown {sorted(found - wanted)}")
