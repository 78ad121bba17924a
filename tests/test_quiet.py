import subprocess
import sys

SCRIPT = """
from dealbot.quiet import quiet
quiet()
from langchain_core.tracers.context import _tracing_v2_is_enabled
from langsmith.utils import tracing_is_enabled
from chromadb.config import Settings
print(bool(_tracing_v2_is_enabled()), bool(tracing_is_enabled()), Settings().anonymized_telemetry)
"""


def test_nothing_is_traced_or_counted_whatever_the_environment_asks_for() -> None:
    loud = {"LANGSMITH_TRACING": "true", "LANGCHAIN_TRACING_V2": "true", "ANONYMIZED_TELEMETRY": "True"}
    said = subprocess.check_output([sys.executable, "-c", SCRIPT], env=loud, text=True)
    assert said.split() == ["False", "False", "False"]
