"""The glossary of a knowledge folder."""

from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from dealbot.domain.glossary import Glossary, Term
from dealbot.errors import BadDocument

_FILE = "glossary.yml"
_TERMS = TypeAdapter(tuple[Term, ...])


def load_glossary(root: Path) -> Glossary:
    """Read it, empty where there is none; raises BadDocument."""
    try:
        return Glossary(_TERMS.validate_python(yaml.safe_load((root / _FILE).read_text("utf-8"))))
    except FileNotFoundError:
        return Glossary()
    except (OSError, ValueError, yaml.YAMLError, ValidationError) as error:
        raise BadDocument(_FILE, "it is no list of terms, each with what it means") from error
