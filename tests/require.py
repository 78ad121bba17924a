"""What a test cannot do without: without it, it is skipped at a desk and fails where all is required."""

import os
from pathlib import Path

import pytest


def everything_required() -> bool:
    """Whether this machine promises to have all that a test may ask for."""
    return os.environ.get("DEALBOT_REQUIRE_ALL") == "1"


def require(condition: object, missing: str) -> None:
    """Go on if the condition holds; `missing` says what else is not here."""
    if condition:
        return
    if everything_required():
        pytest.fail(f"{missing} (DEALBOT_REQUIRE_ALL=1)", pytrace=False)
    pytest.skip(missing)


def named_by(variable: str) -> Path:
    """The file or folder that an environment variable names; where it is not set, the test is skipped anywhere."""
    named = os.environ.get(variable)
    if not named:
        pytest.skip(f"{variable} names nothing")
    return Path(named)


def beside(*path: str) -> Path:
    """A file of the sample data that may lie beside the project; where it does not, the test is skipped anywhere."""
    found = Path(__file__).parents[2].joinpath("shared", *path)
    if not found.exists():
        pytest.skip(f"{'/'.join(path)} is not beside the project")
    return found
