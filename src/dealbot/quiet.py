"""Tells libraries to report to nobody, before they are imported."""

import os
from pathlib import Path

_SILENCE = {
    "ORT_DISABLE_TELEMETRY": "1",  # onnxruntime reports each session unless told otherwise
    "ANONYMIZED_TELEMETRY": "False",  # Chroma
    "LANGSMITH_TRACING": "false",  # tracing would send the text of notes
    "LANGSMITH_TRACING_V2": "false",
    "LANGCHAIN_TRACING": "false",
    "LANGCHAIN_TRACING_V2": "false",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",  # nothing is fetched that the environment does not hold
    "MPL_IGNORE_SYSTEM_FONTS": "1",  # matplotlib starts a program that lists them, and pictures use its own
    "TOKENIZERS_PARALLELISM": "false",  # else tokenizers warns in every forked process
}


def quiet() -> None:
    """Set the switches, whatever they were; to be called before the first import of a library that reports."""
    os.environ.update(_SILENCE)


def keep_in(folder: Path) -> None:
    """Let matplotlib write its list of fonts there, and not at home; to be called before its first import."""
    os.environ["MPLCONFIGDIR"] = str(folder)
