"""A folder of documents: what is broken keeps nothing else out."""

import os
from pathlib import Path

from dealbot.errors import BadDocument
from dealbot.knowledge.library import Library, load


def folder(root: Path, **files: bytes) -> Path:
    for name, data in files.items():
        path = root / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


def reasons(library: Library) -> dict[str, str]:
    return {error.path: error.reason for error in library.refused}


def test_documents_are_known_by_their_path_below_the_folder(tmp_path: Path) -> None:
    root = folder(tmp_path, playbooks__b_dot_md=b"B", a_dot_txt=b"A", _dot_git__c_dot_md=b"C", picture_dot_png=b"P")
    assert [found.path for found in load([root]).documents] == ["a.txt", "playbooks/b.md"]


def test_a_broken_file_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    root = folder(tmp_path, a_dot_md=b"---\nterm: [\n---\n", b_dot_pdf=b"", c_dot_md=b"C", d_dot_docx=b"no")
    library = load([root])
    assert [found.path for found in library.documents] == ["c.md"]
    assert list(reasons(library)) == ["a.md", "b.pdf", "d.docx"]
    assert all(isinstance(error, BadDocument) for error in library.refused)


def test_a_file_may_be_named_by_itself(tmp_path: Path) -> None:
    file = tmp_path / "R&D (new).md"
    file.write_text("Text.")
    assert [found.path for found in load([file]).documents] == ["R&D (new).md"]


def test_a_name_that_is_no_text_is_made_one(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.md")).write_text("Text.")
    assert [found.path for found in load([tmp_path]).documents] == ["\ufffd.md"]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert reasons(load([tmp_path / "gone.md"])) == {"gone.md": "it cannot be read: No such file or directory"}
