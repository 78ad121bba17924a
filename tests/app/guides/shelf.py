"""A small knowledge folder and an index of it, embedded by words alone so that no model is loaded."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dealbot.app.guides.building import Tools
from dealbot.app.guides.index import KnowledgeIndex
from dealbot.app.guides.own import OwnDocuments
from dealbot.app.guides.roots import Roots
from dealbot.app.guides.search import Searcher
from dealbot.domain.glossary import Glossary, Term
from dealbot.reading.features import Floats
from tests.app.encoder import WordsEncoder

if TYPE_CHECKING:
    from dealbot.store.database import Database

ALARMS = """---
term: Alarms on the ward
modDate: 2026-10-01
audience: [clinical liaison]
tags: [Nursing]
---

## Noise

#### 1. What do you answer when a nurse complains about alarm fatigue?
- **Answer**: Ask which alarms she silences most. Show how many of ours were acted on last month.
- **Pitfall to avoid**: Promising that there will be no false alarms at all.
- **Follow-up**: Which ward is loudest?

#### 2. How do you test alarms before the first night shift?
- **Answer**: Run one evening in parallel with the old monitor. Let the charge nurse stop it.
"""
PRICES = """---
term: Prices and discounts
modDate: 2026-09-01
audience: [account executive]
tags: [Pricing]
---

#### 1. What do you say when procurement wants a cheaper bid?
- **Answer**: Ask what the bid leaves out. Compare the cost over three years.
- **Pitfall to avoid**: Cutting the price in the same breath.

#### 2. When is a discount right?
- **Answer**: When it buys something of value, such as a longer term.
"""
RULE = """---
id: test-1
title: Outpatient payment, proposed rule
agency: CMS
doc_type: proposed
document_number: "2026-00001"
published: 2026-07-01
effective: null
as_of: 2026-07-15
status: proposed
source_url: https://www.federalregister.gov/documents/2026/07/01/2026-00001/test
topics: [opps_asc]
affects: {payers: [medicare_ffs], states: [US]}
direction: cut
---

## What changes

CMS proposes to lower the outpatient conversion factor for hospital departments.

## Who is exposed

Systems with a large outpatient share under traditional Medicare.
"""
FILES = {"guides/alarms.md": ALARMS, "guides/prices.md": PRICES, "policies/outpatient.md": RULE}
GLOSSARY = Glossary((Term("RN", "registered nurse", ("nurse",)), Term("OPPS", "outpatient payment system")))


class CountingEncoder(WordsEncoder):
    """Remembers what it was asked to embed."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Floats:
        self.asked += texts
        return super().encode(texts)


class Shelf:
    """A knowledge folder that can be changed, and any number of indexes of it in one place."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.root = folder / "knowledge"
        self.place = folder / "cache"
        self.encoder = CountingEncoder()
        self.tools = Tools("words", lambda: self.encoder, lambda: lambda text: len(text.split()), 60, url)
        self.ledger: Database | None = None
        for path, text in FILES.items():
            self.put(path, text)

    def put(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def index(self) -> KnowledgeIndex:
        """Another index, as another process would open it."""
        roots = Roots(self.place.parent / "knowledge.json", lambda: self.root)
        return KnowledgeIndex(self.place, roots, self.tools, OwnDocuments(lambda: self.ledger))

    def searcher(self) -> Searcher:
        """Another searcher."""
        return Searcher(self.index(), lambda: self.encoder, lambda: GLOSSARY)

    def generation(self) -> Path:
        """The folder that the pointer names."""
        return self.place / (self.place / "current").read_text().split()[0]

    def graph(self, name: str) -> Path:
        """A file of Chroma's graph."""
        (found,) = (self.generation() / "chroma").glob(f"*/{name}")
        return found

    def written(self) -> dict[str, int]:
        """Every file of the index with the time it was written, but for the lock."""
        files = (file for file in self.place.rglob("*") if file.is_file() and file.name != "lock")
        return {str(file.relative_to(self.place)): file.stat().st_mtime_ns for file in files}
