"""A Dockerfile, read: its stages and what each does, in order."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Step:
    """One instruction with its words, the options of COPY and the like left in."""

    verb: str
    rest: str

    @property
    def words(self) -> list[str]:
        return self.rest.split()


@dataclass(frozen=True)
class Stage:
    """A stage: what it begins from, and its steps."""

    image: str
    steps: tuple[Step, ...]

    def of(self, verb: str) -> list[Step]:
        return [step for step in self.steps if step.verb == verb]

    def copied(self) -> list[str]:
        """What it copies out of the source tree."""
        plain = [step.words for step in self.of("COPY") if not step.rest.startswith("--from=")]
        return [source for words in plain for source in words[:-1]]


def stages() -> list[Stage]:
    """The stages of the project's Dockerfile."""
    found: list[tuple[str, list[Step]]] = []
    text = re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text())
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        verb, _, rest = line.partition(" ")
        if verb == "FROM":
            found.append((rest, []))
        else:
            found[-1][1].append(Step(verb, rest.strip()))
    return [Stage(image.split()[0], tuple(steps)) for image, steps in found]
