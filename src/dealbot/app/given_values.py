"""Values of a correction that have parts, brought into the one form in which they are kept."""

import re
from collections.abc import Callable, Mapping

from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.proof import ProofKind
from dealbot.errors import BadInput

_INFLUENCE = re.compile(r"(?P<level>[1-5])\s*[:,;-]\s*(?P<reason>\S.*)", re.DOTALL)


def shaped(field: CorrectedField, value: str) -> str:
    """Give a value as it is kept; raises BadInput with the form that is wanted."""
    return _SHAPES[field](value) if field in _SHAPES else value


def _influence(value: str) -> str:
    found = _INFLUENCE.fullmatch(value)
    if found is None:
        raise BadInput('Influence is 1 to 5 with a reason, such as "Ann Lee.influence=5: sways the whole floor".')
    return f"{found['level']}: {' '.join(found['reason'].split())}"


def _needs(value: str) -> str:
    kinds = [re.sub(r"[\s/-]+", "_", kind.strip().casefold()) for kind in value.split(",")]
    unknown = [kind for kind in kinds if kind not in tuple(ProofKind)]
    if unknown:
        raise BadInput(f"'needs' is one or more of {', '.join(ProofKind)}, not '{unknown[0]}'.")
    return ", ".join(dict.fromkeys(kinds))


_SHAPES: Mapping[CorrectedField, Callable[[str], str]] = {
    CorrectedField.INFLUENCE: _influence,
    CorrectedField.NEEDS: _needs,
}
