"""Writes the graph of MiniLM-L6 that dealbot.retrieval.embeddings runs: `python -m tools.minilm_graph`.

The graph holds no weights: each names its place in the package's safetensors file. From word pieces to a unit vector it
is BERT (arXiv:1810.04805), six layers of it, then the mean over the pieces, as sentence-transformers computes it.

With what further training changed, it is the graph of dealbot.retrieval.states: to every dense layer it adds a product
of two small matrices (LoRA, arXiv:2106.09685), kept as float16; it ends with the state of every piece.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from dealbot.retrieval.embeddings import GRAPH
from dealbot.retrieval.engine import DIMENSIONS, packaged_model

Changes = Mapping[str, npt.NDArray[np.float32]]

WEIGHTS = "model.safetensors"
LAYERS = 6
HEADS = 12
EPSILON = 1e-12
OPSET = 23


class Weights:
    """The tensors of a safetensors file (a length, a JSON table, the bytes) by their place in it."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as stream:
            length = int.from_bytes(stream.read(8), "little")
            self._table: dict[str, Any] = json.loads(stream.read(length))
        self._start = 8 + length
        self.used: dict[str, TensorProto] = {}

    def __call__(self, name: str, *, first_row: bool = False) -> str:
        """The named tensor, or its first row, as an input of a node."""
        shape = self._table[name]["shape"]
        begin, end = self._table[name]["data_offsets"]
        if first_row:
            end = begin + (end - begin) // shape[0]
            shape = shape[1:]
        tensor = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=shape, data_location=TensorProto.EXTERNAL)
        for key, value in {"location": WEIGHTS, "offset": self._start + begin, "length": end - begin}.items():
            tensor.external_data.add(key=key, value=str(value))
        self.used[name] = tensor
        return name


class Nodes(list[NodeProto]):
    """The operations in order; each adds one and returns the name of its result."""

    def add(self, operation: str, *inputs: str, **attributes: Any) -> str:  # noqa: ANN401 -- as onnx has it
        """One operation of the ONNX standard."""
        result = f"{len(self)}_{operation}"
        self.append(helper.make_node(operation, inputs, [result], name=result, **attributes))
        return result


class MiniLmGraph:
    """BERT's parts, named as in the file of weights."""

    def __init__(self, weights: Weights, changes: Changes) -> None:
        self._weight = weights
        self._changes = changes
        self._changed: list[TensorProto] = []
        self._nodes = Nodes()

    def vectors(self) -> ModelProto:
        """`pieces` (texts, length), without padding, to unit vectors (texts, 384)."""
        mean = self._nodes.add("ReduceMean", self._states(), self._constant(1), keepdims=0)
        return self._model(self._nodes.add("LpNormalization", mean, axis=-1, p=2), ["texts", DIMENSIONS])

    def states(self) -> ModelProto:
        """`pieces` (texts, length), without padding, to their states (texts, length, 384)."""
        return self._model(self._states(), ["texts", "length", DIMENSIONS])

    def _states(self) -> str:
        state = self._embeddings("pieces")
        for layer in range(LAYERS):
            state = self._layer(state, f"encoder.layer.{layer}")
        return state

    def _model(self, result: str, shape: list[str | int]) -> ModelProto:
        graph = helper.make_graph(
            self._nodes,
            "minilm",
            [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["texts", "length"])],
            [helper.make_tensor_value_info(result, TensorProto.FLOAT, shape)],
            [*self._weight.used.values(), *self._changed],
        )
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=11)

    def _constant(self, value: int) -> str:
        return self._nodes.add("Constant", value_ints=[value])

    def _dense(self, state: str, name: str) -> str:
        columns = self._nodes.add("Transpose", self._weight(f"{name}.weight"), perm=[1, 0])
        result = self._nodes.add("Add", self._nodes.add("MatMul", state, columns), self._weight(f"{name}.bias"))
        if f"{name}.down" not in self._changes:
            return result
        narrow = self._nodes.add("MatMul", state, self._change(f"{name}.down"))
        return self._nodes.add("Add", result, self._nodes.add("MatMul", narrow, self._change(f"{name}.up")))

    def _change(self, name: str) -> str:
        self._changed.append(numpy_helper.from_array(self._changes[name].astype(np.float16), name))
        return self._nodes.add("Cast", name, to=TensorProto.FLOAT)

    def _scale(self, name: str) -> str:
        return self._change(name) if name in self._changes else self._weight(name)

    def _norm(self, state: str, name: str) -> str:
        scale, bias = self._scale(f"{name}.LayerNorm.weight"), self._scale(f"{name}.LayerNorm.bias")
        return self._nodes.add("LayerNormalization", state, scale, bias, axis=-1, epsilon=EPSILON)

    def _embeddings(self, pieces: str) -> str:
        zero = self._constant(0)
        count = self._nodes.add("Shape", pieces, start=1, end=2)
        words = self._nodes.add("Gather", self._weight("embeddings.word_embeddings.weight"), pieces)
        places = self._nodes.add("Slice", self._weight("embeddings.position_embeddings.weight"), zero, count, zero)
        kind = self._weight("embeddings.token_type_embeddings.weight", first_row=True)
        return self._norm(self._nodes.add("Add", self._nodes.add("Add", words, places), kind), "embeddings")

    def _layer(self, state: str, name: str) -> str:
        asked, held, said = (self._dense(state, f"{name}.attention.self.{part}") for part in ("query", "key", "value"))
        heard = self._nodes.add("Attention", asked, held, said, q_num_heads=HEADS, kv_num_heads=HEADS)
        heard = self._dense(heard, f"{name}.attention.output.dense")
        state = self._norm(self._nodes.add("Add", state, heard), f"{name}.attention.output")
        wide = self._nodes.add("Gelu", self._dense(state, f"{name}.intermediate.dense"))
        thought = self._dense(wide, f"{name}.output.dense")
        return self._norm(self._nodes.add("Add", state, thought), f"{name}.output")


def graph() -> bytes:
    """The graph for the packaged weights."""
    return _bytes(MiniLmGraph(Weights(packaged_model() / WEIGHTS), {}).vectors())


def changed_graph(changes: Changes) -> bytes:
    """The graph for the packaged weights and what training changed.

    For a dense layer NAME the matrices NAME.down (in, rank) and NAME.up (rank, out); for a norm its whole weights.
    """
    return _bytes(MiniLmGraph(Weights(packaged_model() / WEIGHTS), changes).states())


def _bytes(model: ModelProto) -> bytes:
    return bytes(model.SerializeToString(deterministic=True))


if __name__ == "__main__":
    print(f"{GRAPH.name}: {GRAPH.write_bytes(graph()):,} bytes")
