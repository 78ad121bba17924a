"""What was trained, written as the product reads it: a graph beside the embeddings' one, and the heads' weights."""

import json
from pathlib import Path

import numpy as np
import torch
from onnx import ModelProto, TensorProto, numpy_helper

from dealbot.retrieval.states import GRAPH
from tools.minilm_graph import changed_graph
from tools.train_reader.model import LOUDER, SIZES, Net

HEADS = Path(__file__).parents[2] / "src" / "dealbot" / "reading" / "net" / "heads.npz"


def load(net: Net, graph: Path = GRAPH, heads: Path = HEADS) -> None:
    """Begin with what was trained before, as far as its shapes are the same."""
    tensors = {one.name: torch.from_numpy(numpy_helper.to_array(one).astype(np.float32)) for one in _stored(graph)}
    with torch.no_grad():
        for name, weights in net.encoder.norms.items():
            weights.copy_(tensors[name.replace("-", ".")])
        for name, layer in net.encoder.dense.items():
            layer.down.copy_(tensors[f"{name.replace('-', '.')}.down"].T)
            layer.up.copy_(tensors[f"{name.replace('-', '.')}.up"].T / LOUDER)
        with np.load(heads) as stored:
            for name, weights in net.heads.state_dict().items():
                if name in stored and stored[name].shape == tuple(weights.shape):
                    weights.copy_(torch.from_numpy(stored[name].astype(np.float32)))


def _stored(graph: Path) -> list[TensorProto]:
    initializers = ModelProto.FromString(graph.read_bytes()).graph.initializer
    return [one for one in initializers if one.data_location != TensorProto.EXTERNAL]


def write(net: Net, examples: str, graph: Path = GRAPH, heads: Path = HEADS) -> None:
    """Write both files; `examples` is the hash of what was learnt from."""
    changes = {name.replace("-", "."): weights.detach().numpy() for name, weights in net.encoder.norms.items()}
    for name, layer in net.encoder.dense.items():
        changes[f"{name.replace('-', '.')}.down"] = layer.down.detach().numpy().T
        changes[f"{name.replace('-', '.')}.up"] = LOUDER * layer.up.detach().numpy().T
    graph.write_bytes(changed_graph(changes))
    weights = {name: tensor.numpy().astype(np.float16) for name, tensor in net.heads.state_dict().items()}
    np.savez_compressed(heads, sizes=json.dumps(SIZES), examples=examples, **weights)
    print(f"{graph.name} {graph.stat().st_size / 1e6:.1f} MB, {heads.name} {heads.stat().st_size / 1e6:.1f} MB")
