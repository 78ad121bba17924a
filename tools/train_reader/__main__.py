"""`python -m tools.train_reader [--epochs N] [--without LETTERS]`."""

import argparse
import hashlib
import json
import random
import time
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import torch
from torch import Tensor, nn

from dealbot.retrieval.engine import open_engine, packaged_model
from dealbot.retrieval.states import TRAINED
from tools.train_reader.export import HEADS, load, write
from tools.train_reader.lessons import Lesson, lesson_of, lesson_of_statement, read_notes
from tools.train_reader.losses import drill_loss, lesson_loss
from tools.train_reader.model import Net
from tools.train_reader.statements import Drill, drills

HERE = Path(__file__).parent
AT_ONCE = 6
_ENCODER_RATE, _HEADS_RATE = 1e-3, 2e-3
_GOING_ON = 0.6
_WARM = 0.06
_STEADY = 0.995
_LONGEST_STEP = 20.0


class Training:
    """One run: steps with a rate that rises and falls, and the running mean of the weights that is kept."""

    def __init__(self, net: Net, steps: int, pace: float) -> None:
        self.net = net
        self._steps = steps
        self._done = 0
        rates = ((net.encoder, pace * _ENCODER_RATE), (net.heads, pace * _HEADS_RATE))
        self._optimizer = torch.optim.AdamW(
            [{"params": part.parameters(), "lr": rate, "most": rate} for part, rate in rates], weight_decay=0.01
        )
        self._kept = {name: value.clone() for name, value in net.state_dict().items()}

    def step(self, some: Sequence[Lesson] | Drill) -> None:
        """Learn from some notes or statements."""
        self._done += 1
        for group in self._optimizer.param_groups:
            group["lr"] = group["most"] * self._rate()
        self._optimizer.zero_grad()
        self._loss(some).backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), _LONGEST_STEP)
        self._optimizer.step()
        share = 1 - min(_STEADY, self._done / (self._done + 10))
        with torch.no_grad():
            for name, value in self.net.state_dict().items():
                self._kept[name].lerp_(value, share)

    def finish(self) -> Net:
        """The network with the mean weights."""
        self.net.load_state_dict(self._kept)
        return self.net.eval()

    def _rate(self) -> float:
        warm = _WARM * self._steps
        return min(self._done / warm, max(0.0, (self._steps - self._done) / (self._steps - warm)))

    def _loss(self, some: Sequence[Lesson] | Drill) -> Tensor:
        if isinstance(some, Drill):
            return drill_loss(self.net, some) / len(some.pieces)
        states = self.net.states([lesson.pieces for lesson in some])
        return sum(lesson_loss(self.net, *pair) for pair in zip(some, states, strict=True)) / len(some)


def train(lessons: Sequence[Lesson], exercises: Sequence[Drill], epochs: int, start: Path | None = None) -> Net:
    """Train from the start, or on from the files in a folder; the same every time on one machine."""
    torch.manual_seed(0)
    random.seed(0)
    net = Net().train()
    if start is not None:
        load(net, start / TRAINED.name, start / HEADS.name)
    each = len(list(_together(lessons))) + len(exercises)
    training = Training(net, epochs * each, 1.0 if start is None else _GOING_ON)
    began = time.monotonic()
    for epoch in range(epochs):
        todo: list[list[Lesson] | Drill] = [*_together(lessons), *exercises]
        random.shuffle(todo)
        for some in todo:
            training.step(some)
        print(f"{epoch + 1} of {epochs}, {time.monotonic() - began:.0f} s", flush=True)
    return training.finish()


def _together(lessons: Sequence[Lesson]) -> Iterator[list[Lesson]]:
    """Notes of about one length, a few at once."""
    by_length = sorted(lessons, key=lambda lesson: len(lesson.pieces) * random.uniform(0.7, 1.4))  # noqa: S311
    yield from (by_length[at : at + AT_ONCE] for at in range(0, len(by_length), AT_ONCE))


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(prog="python -m tools.train_reader")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--without", default="", help="leave the notes of these writers (letters) out, to measure")
    parser.add_argument("--out", type=Path, help="a folder for the two files, not the package's")
    parser.add_argument("--start", type=Path, help="a folder with the two files to go on from")
    options = parser.parse_args()
    notes = [file for file in sorted((HERE / "notes").glob("*.jsonl")) if file.stem not in options.without]
    statements = sorted((HERE / "statements").glob("*.jsonl"))
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in chain(notes, statements))).hexdigest()
    engine = open_engine(packaged_model())
    lessons = [lesson for label in read_notes(notes) if (lesson := lesson_of(label, engine))]
    single = [json.loads(line) for file in statements for line in file.read_text("utf-8").splitlines()]
    short = [lesson for label in single if (lesson := lesson_of_statement(label, engine))]
    print(f"{len(lessons)} notes, {len(short)} statements about one person", flush=True)
    net = train([*lessons, *short], drills(statements, engine), options.epochs, options.start)
    out = options.out
    write(net, digest, out / TRAINED.name if out else TRAINED, out / HEADS.name if out else HEADS)


if __name__ == "__main__":
    main()
