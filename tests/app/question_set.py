"""The sets of questions under tests/evals: read in their own workspace, and scored by intent, slots and deals."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from dealbot.app.deal_names import DealName
from dealbot.app.looking_back import day_told, since_told
from dealbot.app.question import LAST_REVIEW, Asking, Intent, Question, QuestionReader, Talk
from dealbot.domain.names import fold
from tests.app.phrasings import someone

EVALS = Path(__file__).parents[1] / "evals"
TODAY = date(2026, 11, 21)
_LAST_REVIEW = "last_review"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a set, what it follows, and what its author meant."""

    row: Mapping[str, Any]
    asking: Asking

    def read(self, reader: QuestionReader) -> Question:
        """Read the question after those it follows."""
        talk = Talk()
        for text in self.row["history"]:
            talk = talk.after(reader.read(text, replace(self.asking, talk=talk)))
        deal = self.row["deal_in_context"]
        talk = replace(talk, deal=deal) if deal or not self.row["history"] else talk
        return reader.read(self.row["text"], replace(self.asking, talk=talk))


@dataclass(frozen=True, slots=True)
class Totals:
    """How many questions of a set were read as meant, and how many that are not ours were refused."""

    asked: int
    right: int
    wrong_deals: int
    not_ours: int
    refused: int

    @property
    def share(self) -> float:
        """The share read as meant, intent and slots together."""
        return self.right / self.asked

    @property
    def share_refused(self) -> float:
        """The share refused of what is not ours."""
        return self.refused / self.not_ours


@dataclass(frozen=True, slots=True)
class Scored:
    """One question with what was read otherwise than meant, by kind: meant, read."""

    row: Mapping[str, Any]
    misses: Mapping[str, tuple[object, object]]
    wrong_deal: bool
    refused: bool


def questions_of(folder: str) -> tuple[Asked, ...]:
    """Every question of a set, in the workspace of its file."""
    told = yaml.safe_load((EVALS / folder / "questions.yaml").read_text("utf-8"))
    deals = told["workspace"]["deals"]
    names = tuple(DealName(deal["name"], tuple(deal["aliases"])) for deal in deals)
    people = {deal["name"]: tuple(someone(one["name"], one["title"]) for one in deal["people"]) for deal in deals}
    asking = Asking(names, people.__getitem__, today=TODAY)
    return tuple(Asked(row, asking) for row in told["questions"])


def scored(reader: QuestionReader, asked: Asked) -> Scored:
    """Read a question and tell what of it was read otherwise than meant."""
    row, read = asked.row, asked.read(reader)
    pairs = {**_what(row, read), **_where(asked, read), **_who(row, read), **_when(row, read)}
    misses = {kind: pair for kind, pair in pairs.items() if pair[0] != pair[1]}
    open_deal = row["intent"] == "need_deal"
    wrong = bool(set(read.all_deals) - set(row["deals"])) if not open_deal else bool(read.all_deals)
    return Scored(row, misses, wrong, read.intent is Intent.UNSUPPORTED)


def totals_of(every: Iterable[Scored]) -> Totals:
    """Add up a set."""
    rows = tuple(every)
    ours = [one for one in rows if one.row["answerable"]]
    return Totals(
        asked=len(rows),
        right=sum(not one.misses for one in rows),
        wrong_deals=sum(one.wrong_deal for one in rows),
        not_ours=len(rows) - len(ours),
        refused=sum(one.refused for one in rows if not one.row["answerable"]),
    )


def table_of(every: Iterable[Scored]) -> str:
    """The misses by kind, each with its question."""
    missed = [(kind, one, pair) for one in every for kind, pair in one.misses.items()]
    counts = Counter(kind for kind, _, _ in missed)
    lines = [f"{kind:<10} {count}" for kind, count in counts.most_common()]
    lines += [
        f"{one.row['id']} {kind}: {one.row['text']!r} meant {pair[0]}, read {pair[1]}" for kind, one, pair in missed
    ]
    return "\n".join(lines)


def _what(row: Mapping[str, Any], read: Question) -> dict[str, tuple[object, object]]:
    right = {row["intent"], *row.get("also", ())}
    return {"intent": (row["intent"], row["intent"] if read.intent.value in right else read.intent.value)}


def _where(asked: Asked, read: Question) -> dict[str, tuple[object, object]]:
    row = asked.row
    if row["intent"] != "need_deal":
        return {"deals": (sorted(row["deals"]), sorted(read.all_deals))}
    every = [deal.name for deal in asked.asking.deals]
    return {"deals": (sorted(row["candidates"] or every), sorted(read.candidates or every))}


def _who(row: Mapping[str, Any], read: Question) -> dict[str, tuple[object, object]]:
    """People and part of the house; where a title tells both, either leads to the right answer."""
    if row["intent"] == "need_deal":
        return {}
    people, meant = sorted(fold(name) for name in row["people"]), row["function"]
    function = read.function.value if read.function else None
    if people and meant and read.people and function is None:
        function = meant
    if people and meant and not read.people and function == meant:
        people = []
    topic = read.topic.value if read.topic else None
    stranger = read.named if row["answerable"] and row["intent"] != "log_note" else None
    return {
        "people": (people, sorted(read.people)),
        "function": (meant, function),
        "topic": (row["topic"], topic),
        "stranger": (None, stranger),
    }


def _when(row: Mapping[str, Any], read: Question) -> dict[str, tuple[object, object]]:
    as_of = day_told(read.as_of, TODAY)
    since = _LAST_REVIEW if read.since == LAST_REVIEW else since_told(read.since, TODAY)
    return {"as_of": (row["as_of"], as_of and str(as_of)), "since": (row["since"], since and str(since))}
