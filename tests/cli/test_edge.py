"""The outer edge: nobody is ever shown a traceback, and nothing of a note is written to the log."""

import io
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dealbot.cli import edge, streams
from dealbot.domain.observation import Reading
from dealbot.reading.builtin import BuiltinReader
from dealbot.reading.ports import NoteText
from dealbot.store.notes import Notes
from tests.cli.running import NOTE, Program, in_lines

LOG = ("log", "--deal", "Lakeshore", "--on", "2026-03-10")
SENTENCE = re.compile(
    r"Something went wrong that dealbot did not foresee \(reference (?P<reference>[0-9a-f]{8})\): what was saved before"
    r" is kept, so try again, and report the reference if it happens again\."
)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that fails in a way nobody foresaw, with the words of the note in its message."""

    def read(_: BuiltinReader, note: NoteText) -> Reading:
        raise LookupError(note.text) from ZeroDivisionError(note.text)

    monkeypatch.setattr(BuiltinReader, "read", read)


@pytest.mark.usefixtures("broken")
def test_what_nobody_foresaw_is_told_by_a_reference_and_written_down_without_the_note(dealbot: Program) -> None:
    found = SENTENCE.fullmatch(dealbot(*LOG, given=NOTE).sentence)

    assert found is not None
    log = (dealbot.data / edge.LOG).read_text()
    assert f"log {found['reference']}\nLookupError\n" in log
    assert "\nZeroDivisionError\n" in log
    assert re.search(r"in_step\.py:\d+ in_step", log)
    assert "Dana" not in log
    assert "Lakeshore" not in log


def test_a_note_whose_reading_failed_is_kept_and_read_when_it_is_logged_again(
    dealbot: Program, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    request.getfixturevalue("broken")
    assert dealbot(*LOG, given=NOTE).code == 1
    monkeypatch.undo()

    (kept,) = dealbot("notes", "Lakeshore", "--json").json
    assert kept["text"] == NOTE
    again = dealbot(*LOG, "--json", given=NOTE).json
    assert (again["note"], again["duplicate"]) == (kept["note"], True)
    assert "Dana Ruiz" in {change["who"] for change in again["changes"]}


@pytest.mark.usefixtures("broken")
def test_a_line_that_fails_unforeseen_spoils_no_other(dealbot: Program) -> None:
    requests = [
        {"id": 1, "text": NOTE, "on": "2026-03-10"},
        {"id": 2, "text": "", "on": "2026-03-10"},
    ]

    first, second = dealbot("read", "--jsonl", "-", given=in_lines(requests)).lines

    assert (first["id"], first["error"]["code"]) == (1, "unforeseen")
    assert SENTENCE.fullmatch(first["error"]["message"])
    assert second["error"]["code"] == "bad_input"


@pytest.mark.usefixtures("broken")
def test_whoever_debugs_sees_everything(dealbot: Program) -> None:
    ran = Program(dealbot.data, dealbot.patch, {"DEALBOT_DEBUG": "1"})(*LOG, given=NOTE)

    assert "Traceback (most recent call last):" in ran.err
    assert "LookupError: Met Dana Ruiz" in ran.err
    assert ran.out == ""


@pytest.mark.usefixtures("broken")
def test_the_log_does_not_grow_for_ever(dealbot: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edge, "_FULL", 10)
    for _ in range(3):
        dealbot(*LOG, given=NOTE)

    assert sorted(file.name for file in dealbot.data.glob("dealbot.log*")) == ["dealbot.log", "dealbot.log.1"]
    assert (dealbot.data / edge.LOG).read_text().count("\nLookupError\n") == 1
    assert (dealbot.data / edge.LOG).stat().st_mode & 0o077 == 0


@pytest.mark.usefixtures("broken")
def test_a_log_that_cannot_be_written_keeps_nobody_from_the_sentence(dealbot: Program) -> None:
    dealbot.data.mkdir()
    (dealbot.data / edge.LOG).mkdir()

    assert SENTENCE.fullmatch(dealbot(*LOG, given=NOTE).sentence)


def test_ctrl_c_stops_with_a_sentence_and_nothing_is_lost(dealbot: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def press(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(BuiltinReader, "read", press)
        ran = dealbot("log", "--jsonl", "-", given=in_lines([{"deal": "A", "on": "2026-03-10", "text": NOTE}] * 2))

    assert (ran.code, ran.out, ran.err) == (130, "", "Stopped: what was saved before is kept.\n")
    assert len(dealbot("notes", "A", "--json").json) == 1


@pytest.fixture
def _ctrl_c_is_heard() -> Iterator[None]:
    """A shell's background job ignores Ctrl-C, and so would every program that it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_ctrl_c_is_heard")
def test_ctrl_c_before_the_program_is_loaded_stops_it_quietly(dealbot: Program) -> None:
    with subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "dealbot", "deal", "list", "--data", str(dealbot.data)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=dealbot.environment(),
        pipesize=4_096,  # it waits until that is read
    ) as started:
        assert started.stderr
        assert any(b"dealbot.cli" in imported for imported in started.stderr)
        started.send_signal(signal.SIGINT)
        _, err = started.communicate(timeout=60)

    assert b"Traceback" not in err
    assert started.returncode == 130, err


@pytest.mark.parametrize("words", [("read", "--jsonl"), ("notes", "Lakeshore")], ids=" ".join)
def test_a_reader_that_goes_away_is_no_traceback(dealbot: Program, words: tuple[str, ...]) -> None:
    dealbot.log(text=f"{NOTE}\n" * 3, name="n1")
    requests = in_lines([{"id": n, "on": "2026-03-10", "text": f"{n} {'and so on ' * 300}"} for n in range(40)])
    with subprocess.Popen(
        [sys.executable, "-m", "dealbot", *words, "--data", str(dealbot.data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=dealbot.environment(),
    ) as started:
        assert started.stdout is not None
        started.stdout.close()
        started.stdout = None
        _, err = started.communicate(requests.encode(), timeout=120)

    assert err.decode() == "What was asked is done, but the answer could not be written (it was closed).\n"
    assert started.returncode == 1


def test_a_full_output_is_told(dealbot: Program) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "dealbot", "deal", "list", "--data", str(dealbot.data)],
            stdout=full,
            stderr=subprocess.PIPE,
            env=dealbot.environment(),
            check=False,
        )

    assert ran.returncode == 1
    assert ran.stderr.decode() == (
        "What was asked is done, but the answer could not be written (No space left on device).\n"
    )


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_streams_may_be_closed_from_the_start(dealbot: Program, closed: int) -> None:
    def close() -> None:
        os.close(closed)

    ran = subprocess.run(
        [sys.executable, "-m", "dealbot", *LOG, "--data", str(dealbot.data)],
        stdin=None if closed == 0 else subprocess.DEVNULL,
        capture_output=True,
        preexec_fn=close,
        env=dealbot.environment(),
        check=False,
    )

    said = {
        0: b"Standard input is closed: name a file to read.\n",
        1: b"The note is empty, so nothing was saved: write what was said on the call.\n",
        2: b"",
    }
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, b"", said[closed])


def test_an_answer_nobody_can_be_given_is_told(dealbot: Program) -> None:
    def close() -> None:
        os.close(1)

    ran = dealbot.apart("deal", "list", preexec_fn=close)

    assert ran.err == "What was asked is done, but the answer could not be written (it was closed).\n"


def test_requests_without_an_input_are_refused(dealbot: Program) -> None:
    def close() -> None:
        os.close(0)

    ran = subprocess.run(
        [sys.executable, "-m", "dealbot", "log", "--jsonl", "-", "--data", str(dealbot.data)],
        stdin=None,
        capture_output=True,
        preexec_fn=close,
        env=dealbot.environment(),
        check=False,
    )

    assert (ran.returncode, ran.stderr) == (1, b"Standard input is closed: name a file to read.\n")


def test_on_a_terminal_it_says_how_to_end(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    err = io.StringIO()
    monkeypatch.setattr(sys, "stdin", Terminal(io.BytesIO(b"Met Raj.")))
    monkeypatch.setattr(sys, "stderr", err)

    assert streams.read_input() == b"Met Raj."
    assert err.getvalue() == "Type or paste the text; end it with Ctrl-D on a line of its own.\n"


def test_a_database_error_without_a_sentence_is_unforeseen_too(
    dealbot: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Notes, *_: object) -> None:
        self._session.connection().exec_driver_sql("SELECT nonsense FROM nowhere")

    monkeypatch.setattr(Notes, "where", fail)

    assert SENTENCE.fullmatch(dealbot(*LOG, given=NOTE).sentence)
    assert "\nOperationalError\n" in (dealbot.data / edge.LOG).read_text()


def test_output_is_utf_8_whatever_the_machine_speaks(dealbot: Program) -> None:
    dealbot.log(deal="Sørlandet \N{HOSPITAL}", text="Møtte Dana.", name="n1")
    latin = Program(dealbot.data, dealbot.patch, {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})

    assert "Sørlandet \N{HOSPITAL}" in latin.apart("deal", "list", "--json").out
    assert latin.apart("read", "--on", "2026-03-10", given="Møtte Åse: “ja”").code == 0


def test_words_that_are_no_utf_8_are_taken_as_they_can_be(dealbot: Program) -> None:
    ran = dealbot.apart("deal", "add", os.fsdecode(b"Lake\xffshore"), "--json")

    assert ran.json["deal"] == "Lake\N{REPLACEMENT CHARACTER}shore"
