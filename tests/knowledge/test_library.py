"""A folder of documents: what is broken keeps nothing else out."""

import os
from pathlib import Path

import pytest

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


def test_links_out_of_a_folder_are_refused_and_not_followed(tmp_path: Path) -> None:
    away = folder(tmp_path / "away", secret_dot_md=b"S", more__deep_dot_md=b"D")
    root = folder(tmp_path / "root", a_dot_md=b"A", own__b_dot_md=b"B")
    (root / "file.md").symlink_to(away / "secret.md")
    (root / "more").symlink_to(away / "more")
    (root / "up.md").symlink_to("../gone.md")
    (root / "picture.png").symlink_to(away / "secret.md")

    library = load([root])
    assert [found.path for found in library.documents] == ["a.md", "own/b.md"]
    assert reasons(library) == dict.fromkeys(["file.md", "more", "up.md"], "it is a link out of the folder")


def test_links_within_a_folder_and_links_named_by_themselves_are_read(tmp_path: Path) -> None:
    root = folder(tmp_path / "root", own__a_dot_md=b"A")
    (root / "again.md").symlink_to("own/a.md")
    (root / "round.md").symlink_to("round.md")
    (tmp_path / "there").symlink_to(root)
    (tmp_path / "alone.md").symlink_to(root / "own" / "a.md")

    library = load([tmp_path / "there", tmp_path / "alone.md"])
    assert [found.path for found in library.documents] == ["again.md", "alone.md", "own/a.md"]
    assert library.refused == ()


def test_the_knowledge_that_comes_with_dealbot_may_be_installed_as_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder(tmp_path / "share", own_dot_txt=b"O")
    (root / "a.md").symlink_to(folder(tmp_path / "store", a_dot_md=b"A") / "a.md")
    monkeypatch.setattr("dealbot.knowledge.library.knowledge_folder", lambda: root)

    assert [found.path for found in load([root]).documents] == ["a.md", "own.txt"]


def test_what_is_too_large_or_no_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.md").open("wb") as file:
        file.truncate(1 << 40)
    os.mkfifo(tmp_path / "pipe.md")

    refused = load([tmp_path / "huge.md", tmp_path / "pipe.md"])
    assert reasons(refused) == {"huge.md": "it is larger than 20 MB", "pipe.md": "it is no file"}
