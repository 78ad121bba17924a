from pathlib import Path

import pytest

from tools.install import LOCK, UV_LOCK, CannotInstallError, check_python, fingerprint, is_made


@pytest.mark.parametrize("version", [(3, 10), (3, 15)])
def test_a_python_that_will_not_do_is_refused_with_one_that_will(version: tuple[int, int]) -> None:
    with pytest.raises(
        CannotInstallError, match=r"needs Python 3\.11 to 3\.14 and this is .* `make PYTHON=python3\.11"
    ):
        check_python(version)


def test_a_python_that_cannot_make_environments_names_the_package_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.install.find_spec", lambda name: None if name == "ensurepip" else name)
    with pytest.raises(CannotInstallError, match=r"sudo apt-get install python3\.12-venv"):
        check_python((3, 12))


def test_an_environment_is_made_anew_when_a_lock_changes(tmp_path: Path) -> None:
    lock, python, stamp = (tmp_path / name for name in ("lock", "python", "stamp"))
    lock.write_text("numpy==2.0")
    python.touch(mode=0o755)
    stamp.write_text(fingerprint(tmp_path, (lock,)))
    assert is_made(python, stamp, fingerprint(tmp_path, (lock,)))
    lock.write_text("numpy==2.1")
    assert not is_made(python, stamp, fingerprint(tmp_path, (lock,)))


def test_an_environment_whose_folder_was_moved_is_made_anew(tmp_path: Path) -> None:
    assert fingerprint(tmp_path, ()) != fingerprint(tmp_path / "elsewhere", ())


def test_an_environment_without_its_python_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "stamp").write_text("as wanted")
    (tmp_path / "python").symlink_to("removed-by-an-upgrade")
    assert not is_made(tmp_path / "python", tmp_path / "stamp", "as wanted")


@pytest.mark.parametrize("lock", [LOCK, UV_LOCK, *LOCK.parent.glob("requirements*.lock")])
def test_every_line_of_a_lock_is_a_version_or_a_hash(lock: Path) -> None:
    others = [line for line in lock.read_text().splitlines() if "==" not in line and "--hash=sha256:" not in line]
    assert not others
