"""A file's bytes to a document: its front matter, sections, questions, and what it says of a policy."""

from pathlib import PurePosixPath

from dealbot.domain.knowledge import About, Document
from dealbot.errors import BadDocument, BadInput
from dealbot.knowledge.blocks import blocks_of
from dealbot.knowledge.files import text_of
from dealbot.knowledge.front_matter import about, split
from dealbot.knowledge.policy_head import is_policy, policy
from dealbot.knowledge.questions import is_guide, questions_in
from dealbot.knowledge.sections import questions_of, sections_of, title_in

_POLICIES = "policies"


def document(path: str, data: bytes) -> Document:
    """Read one file, `path` as below the knowledge folder; raises BadDocument naming it and what is wrong with it."""
    try:
        return _document(PurePosixPath(path), text_of(path, data))
    except BadInput as error:
        raise BadDocument(path, str(error)) from error


def whole(kept: Document) -> Document:
    """A document with its sections and questions, from its text: an index keeps neither. Raises BadDocument."""
    try:
        return _document(PurePosixPath(kept.path), kept.text)
    except BadInput as error:
        raise BadDocument(kept.path, str(error)) from error


def _document(path: PurePosixPath, text: str) -> Document:
    head, start = split(text)
    blocks = blocks_of(text, start)
    if is_policy(head) or (path.parent.name == _POLICIES and head):
        note = policy(head)
        sections = sections_of(text, note.title, blocks, ())
        return Document(str(path), text, About(note.title, published_on=note.published_on), sections, policy=note)
    what = about(head, title_in(text, blocks) or path.stem)
    asked = questions_in(text, blocks)
    found = asked if "term" in head or is_guide(text, asked) else ()
    sections = sections_of(text, what.title, blocks, found)
    return Document(str(path), text, what, sections, questions_of(text, path.stem, found))
