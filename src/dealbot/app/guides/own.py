"""What workspaces have of their own beside the documents for all: guides they approved and policy notes they added."""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from dealbot.domain.knowledge import Document
from dealbot.errors import BadDocument
from dealbot.knowledge.documents import document
from dealbot.store.database import Database
from dealbot.store.documents import Shelved, content_of, shelved

_MARK = "@"
_POLICIES = "policies"
_log = logging.getLogger(__name__)


class OwnDocuments:
    """What is answered from in the workspaces of a ledger, which is opened when first needed; without one, nothing.

    In the index a document goes by a path that begins with its workspace.
    """

    def __init__(self, ledger: Callable[[], Database | None]) -> None:
        """Open nothing yet."""
        self._ledger = ledger

    def marks(self) -> dict[str, str]:
        """Every path, with what is another whenever the content is; raises StoreUnavailable."""
        return {_path(one): one.mark for one in self._all()}

    def documents(self, paths: Collection[str]) -> Iterator[Document]:
        """Those of these paths that can be read; raises StoreUnavailable."""
        database = self._ledger()
        for one in self._all():
            path = _path(one)
            if database is not None and path in paths:
                with database.read() as session:
                    content = content_of(session, one)
                try:
                    yield document(path, content)
                except BadDocument as error:  # it could be when it was dropped
                    _log.warning("A document of a workspace is left out: %s", error.reason)

    def _all(self) -> tuple[Shelved, ...]:
        database = self._ledger()
        if database is None:
            return ()
        with database.read() as session:
            return shelved(session)


NOTHING = OwnDocuments(lambda: None)


def owned(documents: Mapping[str, str]) -> dict[str, str]:
    """The part of an index's documents that belongs to workspaces."""
    return {path: mark for path, mark in documents.items() if path.startswith(_MARK)}


def of_others(path: str, workspace: str | None) -> bool:
    """Whether a path in the index belongs to another workspace."""
    return path.startswith(_MARK) and path.partition("/")[0] != f"{_MARK}{workspace}"


def own_policies(paths: Iterable[str], workspace: str | None) -> frozenset[str]:
    """The ids of the policy notes that a workspace has a text of its own of."""
    beginning = f"{_MARK}{workspace}/{_POLICIES}/"
    return frozenset(PurePosixPath(path).stem for path in paths if path.startswith(beginning))


def _path(one: Shelved) -> str:
    return f"{_MARK}{one.workspace}/{f'{_POLICIES}/{one.name}.md' if one.policy else one.name}"
