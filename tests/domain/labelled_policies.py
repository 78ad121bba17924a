"""The labelled set under tests/evals/policy_impact: invented health systems, and what each of our notes is to them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dealbot.domain.evidence import Evidence, Span
from dealbot.domain.exposure import Exposure, ExposureKey, Known, RiskContract, Value, exposure_from
from dealbot.domain.policy import PolicyNote, Setting
from dealbot.knowledge.library import knowledge_folder, load

FOLDER = Path(__file__).parents[1] / "evals" / "policy_impact"
TODAY = date(2026, 11, 21)
_SETS = {"settings": Setting, "risk_contracts": RiskContract, "states": str}


@dataclass(frozen=True, slots=True)
class Label:
    """What a note is to a deal, and what would have to be known to decide."""

    policy: str
    deal: str
    verdict: str
    missing: frozenset[str]


@cache
def notes() -> Mapping[str, PolicyNote]:
    """The policy notes that come with dealbot, by id."""
    found = load([knowledge_folder() / "policies"]).documents
    return {document.policy.id: document.policy for document in found if document.policy is not None}


@cache
def deals() -> Mapping[str, Exposure]:
    """The exposure of each health system."""
    told = yaml.safe_load((FOLDER / "deals.yaml").read_text("utf-8"))["deals"]
    return {deal["id"]: exposure(deal["exposure"]) for deal in told}


def exposure(told: Mapping[str, Any], on: date = date(2026, 6, 1)) -> Exposure:
    """An exposure that was told on one day."""
    return exposure_from({ExposureKey(key): _known(key, value, on) for key, value in told.items()})


def _known(key: str, value: Any, on: date) -> Known[Value]:
    quote = f"{key} {value}"
    evidence = Evidence("n1", on, "Priya Nair", Span(quote, 0, len(quote)))
    if isinstance(value, list):
        return Known(frozenset(map(_SETS[key], value)), evidence)
    return Known(value if isinstance(value, bool) else float(value), evidence)


def labels() -> Iterator[Label]:
    """Every label."""
    told = yaml.safe_load((FOLDER / "labels.yaml").read_text("utf-8"))["labels"]
    for policy, by_deal in told.items():
        for deal, label in by_deal.items():
            yield Label(policy, deal, label["label"], frozenset(label.get("missing", ())))
