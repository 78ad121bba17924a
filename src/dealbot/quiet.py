"""Tells libraries to report to nobody, before they are imported."""

import os

_SILENCE = {
    "ORT_DISABLE_TELEMETRY": "1",  # onnxruntime reports each session unless told otherwise
    "ANONYMIZED_TELEMETRY": "False",  # Chroma
    "LANGSMITH_TRACING": "false",  # tracing would send the text of notes
    "LANGSMITH_TRACING_V2": "false",
    "LANGCHAIN_TRACING": "false",
    "LANGCHAIN_TRACING_V2": "false",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",  # nothing is fetched that the environment does not hold
    "TOKENIZERS_PARALLELISM": "false",  # else tokenizers warns in every forked process
}


def quiet() -> None:
    """Set the switches, whatever they were; to be called before the first import of a library that reports."""
    os.environ.update(_SILENCE)
