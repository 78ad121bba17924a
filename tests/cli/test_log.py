import json
from pathlib import Path

import pytest

from tests.cli.running import NOTE, Program, in_lines

KEYS = ["id", "note", "deal", "created", "duplicate", "changes", "question"]
ON = ("--deal", "Lakeshore", "--on", "2026-03-10", "--author", "Priya Nair")


def test_a_note_is_kept_and_what_it_changes_is_told_with_its_words(dealbot: Program) -> None:
    logged = dealbot("log", *ON, "--json", given=NOTE).json

    assert list(logged) == KEYS
    assert (logged["id"], logged["deal"], logged["created"], logged["duplicate"]) == (None, "Lakeshore", True, False)
    assert {change["who"] for change in logged["changes"]} >= {"Dana Ruiz", "Raj Patel", "Priya Nair"}
    for change in logged["changes"]:
        assert list(change) == ["what", "who", "from", "to", "evidence"]
        if change["what"] == "phase":
            assert change["evidence"] is None  # it follows from several statements
            continue
        evidence = change["evidence"]
        assert list(evidence) == ["note", "on", "author", "quote", "start", "end"]
        assert (evidence["note"], evidence["author"]) == (logged["note"], "Priya Nair")
        assert NOTE[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_the_note_is_listed_whole(dealbot: Program) -> None:
    logged = dealbot("log", *ON, "--json", given=NOTE).json

    expected = {"note": logged["note"], "on": "2026-03-10", "author": "Priya Nair", "version": 1, "text": NOTE}
    assert dealbot("notes", "lakeshore", "--json").json == [expected]


def test_a_deal_is_created_once(dealbot: Program) -> None:
    assert dealbot.log(deal="Lakeshore", name="1")["created"]
    again = dealbot.log(deal=" LAKESHORE ", name="2")

    assert (again["deal"], again["created"]) == ("Lakeshore", False)


def test_the_same_note_again_changes_nothing(dealbot: Program) -> None:
    dealbot("log", *ON, given=NOTE)
    before = dealbot("status", "Lakeshore", "--json").out, dealbot("notes", "Lakeshore", "--json").out

    again = dealbot("log", *ON, "--json", given=NOTE).json

    assert (again["duplicate"], again["changes"], again["question"]) == (True, [], None)
    assert (dealbot("status", "Lakeshore", "--json").out, dealbot("notes", "Lakeshore", "--json").out) == before


def test_the_same_id_with_new_text_is_a_new_version(dealbot: Program) -> None:
    dealbot.log(text="Dana Ruiz, CFO, likes it.", name="n1")
    logged = dealbot.log(text="Dana Ruiz, CFO, is against it.", name="n1")

    assert not logged["duplicate"]
    (kept,) = dealbot("notes", "Lakeshore", "--json").json
    assert (kept["note"], kept["version"], kept["text"]) == ("n1", 2, "Dana Ruiz, CFO, is against it.")
    (change,) = [change for change in logged["changes"] if change["what"] == "stance"]
    assert (change["from"], change["to"]) == ("supportive", "opposed")


def test_many_notes_are_logged_in_order_by_the_line(dealbot: Program, tmp_path: Path) -> None:
    requests = [
        {"id": number, "deal": deal, "on": "2026-03-10", "text": f"Met Raj Patel, {number}."}
        for number, deal in enumerate(["Lakeshore", "Bayview", "Lakeshore"])
    ]
    file = tmp_path / "notes.jsonl"
    file.write_text(in_lines(requests))

    answers = dealbot("log", "--jsonl", str(file)).lines

    assert [(answer["id"], answer["note"], answer["deal"]) for answer in answers] == [
        (0, "0", "Lakeshore"),
        (1, "1", "Bayview"),
        (2, "2", "Lakeshore"),
    ]
    assert all(list(answer) == KEYS for answer in answers)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"deal": None}, "bad_input"),
        ({"deal": " "}, "bad_input"),
        ({"deal": 7}, "bad_input"),
        ({"on": "yesterday"}, "bad_input"),
        ({"text": ""}, "bad_input"),
        ({"text": "x" * 1_000_001}, "bad_input"),
    ],
    ids=str,
)
def test_a_bad_line_keeps_nothing_and_spoils_no_other(dealbot: Program, wrong: dict[str, object], code: str) -> None:
    good = {"deal": "Lakeshore", "on": "2026-03-10", "text": "Met Raj Patel."}

    ran = dealbot("log", "--jsonl", "-", given=in_lines([{"id": "bad", **good, **wrong}, {"id": "good", **good}]))

    bad, logged = ran.lines
    assert (bad["id"], bad["error"]["code"]) == ("bad", code)
    assert (logged["id"], logged["created"], ran.code) == ("good", True, 1)
    assert [note["note"] for note in dealbot("notes", "Lakeshore", "--json").json] == ["good"]


def test_patients_identifiers_are_taken_out_and_that_is_said(dealbot: Program) -> None:
    card = dealbot("log", *ON, given="Raj Patel sent an export with SSN 123-45-6789 in it.").out

    assert "Taken out before saving: a patient identifier" in card
    assert "123-45-6789" not in dealbot("notes", "Lakeshore", "--json").out


def test_a_note_from_the_future_is_kept_and_not_counted(dealbot: Program) -> None:
    card = dealbot("log", "--deal", "Lakeshore", "--on", "2199-01-01", given="Dana Ruiz, CFO, likes it.")

    assert card.code == 0
    assert "call of Tue 1 Jan 2199" in card.out
    assert "counts from that day on" in card.out
    assert len(dealbot("notes", "Lakeshore", "--json").json) == 1
    assert dealbot("status", "Lakeshore", "--json").json["aligned"] == []


@pytest.mark.parametrize(
    "text",
    [
        "\N{GRINNING FACE}\N{PARTY POPPER}",
        "Встретились с финансовым директором, цена его беспокоит.",
        "会議は順調でした。予算の話は来月。",
        "a\0b \ud800 c",
        "\N{RIGHT-TO-LEFT OVERRIDE}abc",
    ],
    ids=["emoji", "Russian", "Japanese", "NUL and half a pair", "override"],
)
def test_whatever_is_written_is_kept(dealbot: Program, text: str) -> None:
    dealbot.log(text=text, name="n1")

    (kept,) = dealbot("notes", "Lakeshore", "--json").json
    assert kept["text"] == text.replace("\0", "\N{REPLACEMENT CHARACTER}").replace(
        "\ud800", "\N{REPLACEMENT CHARACTER}"
    )
    assert dealbot("notes", "Lakeshore").code == 0


def test_emoji_alone_are_kept_and_change_nothing(dealbot: Program) -> None:
    card = dealbot("log", *ON, given="\N{GRINNING FACE}").out

    assert "It is kept; nothing in it changes the deal." in card


def test_a_long_note_is_kept_and_read(dealbot: Program) -> None:
    pasted = f"{'x' * 149} " * 1_320
    text = f"{NOTE}\n{pasted}"

    logged = dealbot.log(text=text, name="long")

    (kept,) = dealbot("notes", "Lakeshore", "--json").json
    assert len(kept["text"]) == len(text) > 198_000
    assert {"Dana Ruiz", "Raj Patel"} <= {change["who"] for change in logged["changes"]}


def test_a_note_too_long_to_be_one_is_refused(dealbot: Program) -> None:
    sentence = dealbot("log", *ON, given="x" * 1_000_001).sentence

    assert "1,000,001 letters" in sentence
    assert "nothing was saved" in sentence


def test_a_name_that_may_mean_two_deals_asks_which(dealbot: Program) -> None:
    dealbot("deal", "add", "Mercy General")
    dealbot("deal", "add", "Mercy Valley")

    sentence = dealbot("log", "--deal", "Mercy", "--on", "2026-03-10", given=NOTE).sentence

    assert sentence == "'Mercy' may be Mercy General or Mercy Valley: which one?"
    assert dealbot("notes", "Mercy General", "--json").json == []


def test_two_deals_with_like_names_are_kept_apart(dealbot: Program) -> None:
    dealbot("deal", "add", "Mercy General")
    dealbot("deal", "add", "Mercy Valley")

    assert dealbot.log(deal="mercy valley")["deal"] == "Mercy Valley"
    assert dealbot("notes", "Mercy General", "--json").json == []


@pytest.mark.parametrize(
    "command", [("notes",), ("status",), ("deal", "close", "--cause", "budget"), ("deal", "reopen")]
)
def test_an_unknown_deal_is_answered_with_the_nearest_names(dealbot: Program, command: tuple[str, ...]) -> None:
    dealbot("deal", "add", "Lakeshore")

    assert dealbot(*command, "Lakeshor").sentence == "There is no deal called 'Lakeshor'. Did you mean Lakeshore?"
    assert dealbot(*command, "Xylophone").sentence == (
        "There is no deal called 'Xylophone'. `dealbot deal list` lists the deals."
    )


def test_what_may_not_be_shown_on_a_terminal_is_not(dealbot: Program) -> None:
    dealbot.log(deal="Lake\x1b[31mshore", text="Met \x1b]0;title\x07 Raj.", name="n1")

    for command in ("deal", "list"), ("notes", "Lake\x1b[31mshore"):
        out = dealbot(*command).out
        assert "\x1b" not in out
        assert "\x07" not in out


def test_an_author_that_cannot_be_kept_as_written_is_kept_as_it_can(dealbot: Program) -> None:
    request = {"id": "n\ud800", "deal": "Lake\0shore", "on": "2026-03-10", "text": NOTE, "author": "P\ud800"}

    (answer,) = dealbot("log", "--jsonl", "-", given=json.dumps(request)).lines

    assert answer["id"] == "n\ud800"
    assert answer["note"] == "n\N{REPLACEMENT CHARACTER}"
    assert dealbot("undo", "n\ud800", "--json").code == 0
