import json
from pathlib import Path

import pytest

from tests.cli.running import NOTE, Program, in_lines

KEYS = ["on", "people", "concerns", "next_steps", "signals", "views"]


def test_a_note_is_read_from_a_file_or_from_standard_input(dealbot: Program, tmp_path: Path) -> None:
    file = tmp_path / "note.md"
    file.write_text(NOTE)

    from_file = dealbot("read", str(file), "--on", "2026-03-10", "--json")
    from_input = dealbot("read", "--on", "2026-03-10", "--json", given=NOTE)
    from_dash = dealbot("read", "-", "--on", "2026-03-10", "--json", given=NOTE)

    assert from_file.json == from_input.json == from_dash.json
    assert list(from_file.json) == KEYS


def test_every_item_is_quoted_at_its_offsets(dealbot: Program) -> None:
    read = dealbot("read", "--on", "2026-03-10", "--json", given=NOTE).json

    items = [item for key in KEYS[1:] for item in read[key]]
    assert {person["name"] for person in read["people"]} == {"Dana Ruiz", "Raj Patel"}
    assert items
    assert all(NOTE[item["start"] : item["end"]] == item["quote"] for item in items)


def test_offsets_count_code_points(dealbot: Program) -> None:
    text = f"\N{GRINNING FACE} Ünïcode! {NOTE}"
    read = dealbot("read", "--on", "2026-03-10", "--json", given=text).json

    assert all(text[item["start"] : item["end"]] == item["quote"] for item in read["people"])


def test_in_words_each_item_has_a_line(dealbot: Program) -> None:
    read = dealbot("read", "--on", "2026-03-10", given=NOTE)

    assert read.code == 0
    assert read.out.startswith("Call of 2026-03-10\n")
    assert "Dana Ruiz, CFO" in read.out


def test_reading_saves_nothing(dealbot: Program) -> None:
    dealbot("read", "--on", "2026-03-10", given=NOTE)

    assert not dealbot.data.exists()


def test_what_may_not_be_kept_is_not_read_either(dealbot: Program) -> None:
    read = dealbot("read", "--on", "2026-03-10", given="Raj Patel mailed SSN 123-45-6789 by mistake.")

    assert "123-45-6789" not in read.out


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_an_empty_note_is_refused(dealbot: Program, text: str) -> None:
    assert "empty" in dealbot("read", "--on", "2026-03-10", given=text).sentence


@pytest.mark.parametrize(
    "text", ["\N{GRINNING FACE}\N{PARTY POPPER}", "Встретились с финансовым директором, цена его беспокоит.", "..."]
)
def test_what_the_reader_cannot_use_gives_nothing_and_no_error(dealbot: Program, text: str) -> None:
    read = dealbot("read", "--on", "2026-03-10", "--json", given=text)

    assert list(read.json) == KEYS


def test_answers_come_in_order_with_the_ids_of_their_requests(dealbot: Program) -> None:
    ids = ["a", 7, 2.5, None, "ünï", "\ud800"]
    requests = [{"id": each, "on": "2026-03-10", "text": NOTE} for each in ids]

    answers = dealbot("read", "--jsonl", "-", given=in_lines(requests)).lines

    assert [answer["id"] for answer in answers] == ids
    assert all(list(answer) == ["id", *KEYS] for answer in answers)


def test_requests_come_from_a_file_as_well(dealbot: Program, tmp_path: Path) -> None:
    file = tmp_path / "notes.jsonl"
    file.write_text("\ufeff" + in_lines([{"id": 1, "on": "2026-03-10", "text": NOTE}]) + "\n\n")

    assert [answer["id"] for answer in dealbot("read", "--jsonl", str(file)).lines] == [1]


def test_no_file_means_standard_input(dealbot: Program) -> None:
    request = in_lines([{"id": 1, "on": "2026-03-10", "text": NOTE}])

    assert dealbot("read", "--jsonl", given=request).lines == dealbot("read", "--jsonl", "-", given=request).lines


def test_a_line_takes_from_the_options_what_it_leaves_out(dealbot: Program) -> None:
    requests = in_lines([{"id": 1, "text": NOTE}, {"id": 2, "text": NOTE, "on": "2026-03-11"}])

    answers = dealbot("read", "--jsonl", "-", "--on", "2026-03-10", given=requests).lines

    assert [answer["on"] for answer in answers] == ["2026-03-10", "2026-03-11"]


BAD = {
    "{bad": "The line is not JSON.",
    "[1]": "The line is JSON, but not an object.",
    '"text"': "The line is JSON, but not an object.",
    '{"id": "i"}': "The text 'text' is missing.",
    '{"id": "i", "text": "Hm."}': "The day 'on' is missing: write it as YYYY-MM-DD.",
    '{"id": "i", "text": null, "on": "2026-03-10"}': "The text 'text' is missing.",
    '{"id": "i", "text": 7, "on": "2026-03-10"}': "'text' is a text, not a number.",
    '{"id": "i", "text": ["Hm."], "on": "2026-03-10"}': "'text' is a text, not a list.",
    '{"id": "i", "text": "Hm.", "on": "2026-02-30"}': "'on' is a day written YYYY-MM-DD, not '2026-02-30'.",
    '{"id": "i", "text": "Hm.", "on": "20260310"}': "'on' is a day written YYYY-MM-DD, not '20260310'.",
    '{"id": "i", "text": "Hm.", "on": "9999-12-31"}': "'on' is a day written YYYY-MM-DD, not '9999-12-31'.",
    '{"id": "i", "text": "Hm.", "on": 20260310}': "'on' is a day written YYYY-MM-DD, not '20260310'.",
    '{"id": "i", "text": "Hm.", "on": "2026-03-10", "author": {}}': "'author' is a text, not an object.",
    '{"id": "i", "text": " ", "on": "2026-03-10"}': (
        "The note is empty, so nothing was saved: write what was said on the call."
    ),
    '{"id": [1], "text": "Hm.", "on": "2026-03-10"}': "'id' is a text or a number, not a list.",
    '{"id": true, "text": "Hm.", "on": "2026-03-10"}': "'id' is a text or a number, not true or false.",
    '{"id": NaN}': "The line is not JSON.",
    '{"id": 1e999}': "The line is not JSON.",
    f'{{"id": {"9" * 5000}}}': "The line is not JSON.",
    "[" * 100_000: "The line is not JSON.",
}


@pytest.mark.parametrize("line", BAD, ids=lambda line: line[:40])
def test_a_bad_line_says_why_and_the_others_go_on(dealbot: Program, line: str) -> None:
    good = json.dumps({"id": "good", "on": "2026-03-10", "text": "Met Raj Patel."})

    ran = dealbot("read", "--jsonl", "-", given=f"{good}\n{line}\n{good}\n")

    name = "i" if line.startswith('{"id": "i"') else None
    first, bad, last = ran.lines
    assert bad == {"id": name, "error": {"code": "bad_input", "message": BAD[line]}}
    assert first == last
    assert first["id"] == "good"
    assert (ran.code, ran.err) == (1, "1 of 3 lines failed (line 2): each says why in its answer.\n")


def test_a_line_that_is_not_utf_8_spoils_no_other(dealbot: Program) -> None:
    good = json.dumps({"id": "good", "on": "2026-03-10", "text": "Met Raj Patel."}).encode()

    ran = dealbot("read", "--jsonl", "-", given=b'{"id": 1, "text": "\xff"}\n' + good)

    assert ran.lines[0] == {"id": None, "error": {"code": "bad_input", "message": "The line is not written in UTF-8."}}
    assert ran.lines[1]["id"] == "good"


def test_no_requests_are_no_failure(dealbot: Program) -> None:
    ran = dealbot("read", "--jsonl", "-", given="\n")

    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_a_file_that_cannot_be_read_is_told(dealbot: Program, tmp_path: Path) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_bytes(b"\xff\xfe\x00")

    assert dealbot("read", str(tmp_path / "no.txt"), "--on", "2026-03-10").sentence.endswith(
        "no.txt' cannot be read: No such file or directory."
    )
    assert "cannot be read: Is a directory." in dealbot("read", str(tmp_path), "--on", "2026-03-10").sentence
    assert "save it as UTF-8" in dealbot("read", str(odd), "--on", "2026-03-10").sentence
    assert "save it as UTF-8" in dealbot("read", "--on", "2026-03-10", given=b"\xff").sentence
    assert "cannot be read" in dealbot("read", "--jsonl", str(tmp_path / "no.jsonl")).sentence
    assert "cannot be read" in dealbot("read", "--jsonl", str(tmp_path)).sentence


@pytest.mark.parametrize(
    "words",
    [
        ("read",),
        ("read", "--nonsense"),
        ("read", "a", "b", "--on", "2026-03-10"),
        ("read", "a", "--jsonl", "-"),
        ("nonsense",),
        ("log", "--on", "2026-03-10"),
        ("log", "--deal", "Lakeshore"),
        ("move", "n1"),
        ("undo",),
        ("deal",),
        (),
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_answers_nothing(dealbot: Program, words: tuple[str, ...]) -> None:
    ran = dealbot(*words)

    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert ran.err
