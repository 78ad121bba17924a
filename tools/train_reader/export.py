"""What was trained, written as the product reads it: what changed in MiniLM, and the heads' weights."""

import json
from pathlib import Path

import numpy as np
import torch

from dealbot.retrieval.states import TRAINED
from tools.train_reader.model import LOUDER, SIZES, Net

HEADS = Path(__file__).parents[2] / "src" / "dealbot" / "reading" / "net" / "heads.npz"


def load(net: Net, trained: Path = TRAINED, heads: Path = HEADS) -> None:
    """Begin with what was trained before, as far as its shapes are the same; a lower rank is filled up."""
    with torch.no_grad():
        with np.load(trained) as stored:
            tensors = {name: torch.from_numpy(stored[name].astype(np.float32)) for name in stored}
        for name, weights in net.encoder.norms.items():
            weights.copy_(tensors[name.replace("-", ".")])
        for name, layer in net.encoder.dense.items():
            down, up = (tensors[f"{name.replace('-', '.')}.{part}"] for part in ("down", "up"))
            layer.down[: len(down)] = down
            layer.up[:, : len(down)] = up / LOUDER
        with np.load(heads) as stored:
            for name, weights in net.heads.state_dict().items():
                if name in stored and stored[name].shape == tuple(weights.shape):
                    weights.copy_(torch.from_numpy(stored[name].astype(np.float32)))


def write(net: Net, examples: str, trained: Path = TRAINED, heads: Path = HEADS) -> None:
    """Write both files; `examples` is the hash of what was learnt from."""
    changes = {name.replace("-", "."): weights.detach() for name, weights in net.encoder.norms.items()}
    for name, layer in net.encoder.dense.items():
        changes[f"{name.replace('-', '.')}.down"] = layer.down.detach()
        changes[f"{name.replace('-', '.')}.up"] = LOUDER * layer.up.detach()
    np.savez_compressed(trained, **{name: tensor.numpy().astype(np.float16) for name, tensor in changes.items()})
    weights = {name: tensor.numpy().astype(np.float16) for name, tensor in net.heads.state_dict().items()}
    np.savez_compressed(heads, sizes=json.dumps(SIZES), examples=examples, **weights)
    for file in (trained, heads):
        print(f"{file.name} {file.stat().st_size / 1e6:.1f} MB")
