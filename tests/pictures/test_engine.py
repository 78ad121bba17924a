"""What draws is quiet and sure: the same bytes every time, nothing written elsewhere, loaded only when needed."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import matplotlib as mpl
import pytest

from dealbot.pictures.influence_map import draw_influence_map
from tests.pictures.samples import a_map, a_seat, usual_map

APART = """
import hashlib, os, sys
seen = []
writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT
def watch(event, args):
    if event == "subprocess.Popen" or event.startswith("socket."):
        seen.append(event)
    elif event == "os.mkdir" or (event == "open" and isinstance(args[2], int) and args[2] & writing):
        seen.append(str(args[0]))
sys.addaudithook(watch)
from pathlib import Path
from dealbot.quiet import keep_in, quiet
quiet()
keep_in(Path(sys.argv[1], "cache"))
from dealbot.pictures.influence_map import draw_influence_map
from tests.pictures.samples import usual_map
picture = draw_influence_map(usual_map())
print(hashlib.sha256(picture.png + picture.svg.encode()).hexdigest())
print(*(place for place in seen if not place.startswith(sys.argv[1])), sep="\\n")
"""


def drawn_apart(root: Path, seed: str) -> list[str]:
    """The digest of a picture drawn by a process of its own with an empty home, and what it touched elsewhere."""
    home = root / "home"
    home.mkdir(exist_ok=True)
    environment = {"HOME": str(home), "TMPDIR": str(home), "PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", APART, str(root / "data")]
    said = subprocess.check_output(command, env=environment | {"PYTHONPATH": "."}, text=True)
    assert list(home.iterdir()) == []
    return said.split()


def test_a_picture_is_the_same_in_every_process_and_nothing_is_touched_outside_its_folder(tmp_path: Path) -> None:
    first, second = drawn_apart(tmp_path, "1"), drawn_apart(tmp_path, "2")
    assert first == second
    assert len(first) == 1


def test_a_picture_is_the_same_whatever_was_set_for_matplotlib(monkeypatch: pytest.MonkeyPatch) -> None:
    before = draw_influence_map(usual_map())
    monkeypatch.setitem(mpl.rcParams, "lines.linewidth", 9)
    monkeypatch.setitem(mpl.rcParams, "svg.hashsalt", None)
    assert draw_influence_map(usual_map()) == before
    assert mpl.rcParams["lines.linewidth"] == 9


def test_no_date_and_no_version_are_in_a_picture() -> None:
    picture = draw_influence_map(usual_map())
    assert b"Software" not in picture.png
    assert "Matplotlib v" not in picture.svg
    assert "<dc:date>" not in picture.svg


def test_what_a_picture_says_cannot_break_out_of_it() -> None:
    shown = replace(a_map(a_seat(name="</desc><script>alert(1)</script>\x00")), deal="</title><script>\x00")
    picture = draw_influence_map(shown)
    assert "\x00" not in picture.svg
    assert "<script" not in picture.svg
    assert "&lt;script" in picture.svg


@pytest.mark.parametrize("module", ["dealbot.app.drawing", "dealbot.wiring", "dealbot.cli.program"])
def test_matplotlib_is_not_loaded_before_a_picture_is_drawn(module: str) -> None:
    script = f"import sys, {module}; sys.exit('matplotlib' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True)
