"""The search is a LangChain retriever as well."""

from datetime import date

from dealbot.domain.evidence import Span
from dealbot.domain.knowledge import About, Document, Passage
from dealbot.domain.search import Found, Hit
from dealbot.retrieval.langchain import KnowledgeRetriever

DOCUMENT = Document("guides/a.md", "One. Two.", About("A", modified_on=date(2026, 1, 2)), ())
HIT = Hit(Passage("p1", "guides/a.md", ("Topic", "Why?"), ("A",), Span("Two.", 5, 9)), DOCUMENT, 0.03)


def test_a_retriever_gives_passages_with_where_they_stand() -> None:
    retriever = KnowledgeRetriever(find=lambda query: Found((HIT,) if query == "why" else ()))
    (found,) = retriever.invoke("why")

    assert (found.page_content, found.id) == ("Two.", "p1")
    assert found.metadata == {
        "document": "guides/a.md",
        "title": "A",
        "heading": "Topic > Why?",
        "on": "2026-01-02",
        "start": 5,
        "end": 9,
        "score": 0.03,
    }
    assert retriever.invoke("else") == []
