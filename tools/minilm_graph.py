"""Writes the graph of MiniLM-L6 that dealbot.retrieval.engine runs: `python -m tools.minilm_graph`.

The graph holds no weights: each names its place in the package's safetensors file. From word pieces to a unit vector it
is BERT (arXiv:1810.04805), six layers of it, then the mean over the pieces, as sentence-transformers computes it.
"""

from typing import Any

from onnx import ModelProto, NodeProto, TensorProto, helper

from dealbot.retrieval.engine import DIMENSIONS, GRAPH, WEIGHTS, packaged_model
from dealbot.retrieval.tensors import Tensors

LAYERS = 6
HEADS = 12
EPSILON = 1e-12
OPSET = 23


class Weights:
    """The packaged tensors by their place in the package's file."""

    def __init__(self) -> None:
        self._tensors = Tensors(packaged_model() / WEIGHTS)
        self.used: dict[str, TensorProto] = {}

    def __call__(self, name: str, *, first_row: bool = False) -> str:
        """The named tensor, or its first row, as an input of a node."""
        start, length, shape = self._tensors.place(name)
        if first_row:
            length, shape = length // shape[0], shape[1:]
        tensor = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=shape, data_location=TensorProto.EXTERNAL)
        for key, value in {"location": WEIGHTS, "offset": start, "length": length}.items():
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

    def named(self, name: str, result: str) -> None:
        """A result under a name of its own."""
        self.append(helper.make_node("Identity", [result], [name], name=name))


class MiniLmGraph:
    """BERT's parts, named as in the file of weights."""

    def __init__(self) -> None:
        self._weight = Weights()
        self._nodes = Nodes()

    def model(self) -> ModelProto:
        """`pieces` (texts, length), unpadded, to `states` (texts, length, 384) and unit `vectors` (texts, 384)."""
        states = self._states()
        mean = self._nodes.add("ReduceMean", states, self._constant(1), keepdims=0)
        self._nodes.named("states", states)
        self._nodes.named("vectors", self._nodes.add("LpNormalization", mean, axis=-1, p=2))
        shapes: dict[str, list[str | int]] = {
            "states": ["texts", "length", DIMENSIONS],
            "vectors": ["texts", DIMENSIONS],
        }
        graph = helper.make_graph(
            self._nodes,
            "minilm",
            [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["texts", "length"])],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()],
            list(self._weight.used.values()),
        )
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=11)

    def _states(self) -> str:
        state = self._embeddings("pieces")
        for layer in range(LAYERS):
            state = self._layer(state, f"encoder.layer.{layer}")
        return state

    def _constant(self, value: int) -> str:
        return self._nodes.add("Constant", value_ints=[value])

    def _dense(self, state: str, name: str) -> str:
        columns = self._nodes.add("Transpose", self._weight(f"{name}.weight"), perm=[1, 0])
        return self._nodes.add("Add", self._nodes.add("MatMul", state, columns), self._weight(f"{name}.bias"))

    def _norm(self, state: str, name: str) -> str:
        scale, bias = self._weight(f"{name}.LayerNorm.weight"), self._weight(f"{name}.LayerNorm.bias")
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
    model = MiniLmGraph().model()
    return bytes(model.SerializeToString(deterministic=True))


if __name__ == "__main__":
    print(f"{GRAPH.name}: {GRAPH.write_bytes(graph()):,} bytes")
