"""The search as a LangChain retriever, for chains and agents of others; LangChain takes seconds to load."""

from collections.abc import Callable, Sequence

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from dealbot.domain.search import Found, Hit, dated


class KnowledgeRetriever(BaseRetriever):
    """Gives the passages of a search as documents: the text, and where it stands as metadata."""

    find: Callable[[str], Found]

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 -- as the base class has it
    ) -> list[Document]:
        return _documents(self.find(query).hits)


def _documents(hits: Sequence[Hit]) -> list[Document]:
    return [Document(page_content=hit.passage.span.quote, id=hit.passage.id, metadata=_metadata(hit)) for hit in hits]


def _metadata(hit: Hit) -> dict[str, object]:
    on = dated(hit.document)
    return {
        "document": hit.document.path,
        "title": hit.document.about.title,
        "heading": " > ".join(hit.passage.heading),
        "on": on.isoformat() if on else None,
        "start": hit.passage.span.start,
        "end": hit.passage.span.end,
        "score": hit.score,
    }
