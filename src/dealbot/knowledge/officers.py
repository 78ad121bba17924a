"""What the officers of a role-play say, from a knowledge folder."""

from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from dealbot.domain.practice.officer_lines import OfficerLines
from dealbot.errors import BadDocument

_FILE = "officers.yml"
_LINES = TypeAdapter(OfficerLines)


def load_officers(root: Path) -> OfficerLines:
    """Read and check the lines; raises BadDocument."""
    try:
        lines = _LINES.validate_python(yaml.safe_load((root / _FILE).read_text("utf-8")))
    except (OSError, ValueError, yaml.YAMLError, ValidationError) as error:
        raise BadDocument(_FILE, "it is no collection of what officers say") from error
    if lines.flaws:
        raise BadDocument(_FILE, "; ".join(lines.flaws))
    return lines
