from tests.cli.running import Program

DANA = "Dana Ruiz, CFO, likes it."
RAJ = "Raj Patel, CIO, is against it."


def state(dealbot: Program, deal: str) -> str:
    return dealbot("status", deal, "--json").out


def test_undo_takes_back_what_a_note_changed(dealbot: Program) -> None:
    dealbot.log(text=DANA, name="n1")
    before = state(dealbot, "Lakeshore")
    dealbot.log(text=RAJ, name="n2")

    undone = dealbot("undo", "n2", "--json").json

    assert undone == {"note": "n2", "from": "Lakeshore", "to": None, "changes": []}
    assert state(dealbot, "Lakeshore") == before
    assert [note["note"] for note in dealbot("notes", "Lakeshore", "--json").json] == ["n1"]


def test_undo_says_what_it_did_and_that_it_was_done(dealbot: Program) -> None:
    dealbot.log(text=DANA, name="n1")

    assert dealbot("undo", "n1").out == "Taken back: n1 no longer counts for Lakeshore.\n"
    assert dealbot("undo", "n1").sentence == "The note 'n1' was already taken back from Lakeshore: nothing was changed."
    assert dealbot("undo", "n9").sentence == (
        "There is no note called 'n9'. `dealbot notes DEAL` lists the notes of a deal."
    )


def test_a_note_taken_back_says_so_when_it_is_logged_again_and_can_be_put_back(dealbot: Program) -> None:
    dealbot.log(text=DANA, name="n1")
    before = state(dealbot, "Lakeshore")
    dealbot("undo", "n1")

    assert dealbot.log(text=DANA, name="n1")["duplicate"]
    assert state(dealbot, "Lakeshore") != before
    assert dealbot("move", "n1", "--deal", "Lakeshore").out.startswith("Put back: n1 counts for Lakeshore again.\n")
    assert state(dealbot, "Lakeshore") == before


def test_the_card_of_a_note_taken_back_tells_how_to_count_it_again(dealbot: Program) -> None:
    words = ("log", "--deal", "Lakeshore", "--on", "2026-03-10")
    dealbot(*words, given=DANA)
    (note,) = dealbot("notes", "Lakeshore", "--json").json
    dealbot("undo", note["note"])

    assert "taken back: nothing changed. Move it to a deal to count it again." in dealbot(*words, given=DANA).out


def test_a_note_moved_counts_where_it_was_moved_to(dealbot: Program) -> None:
    dealbot.log(deal="Bayview", text=RAJ, name="n1")
    empty = state(dealbot, "Bayview")
    dealbot.log(deal="Bayview", text=DANA, name="n2")

    dealbot("deal", "add", "Lakeshore")
    moved = dealbot("move", "n2", "--deal", "Lakeshore", "--json").json

    assert (moved["note"], moved["from"], moved["to"]) == ("n2", "Bayview", "Lakeshore")
    assert "Dana Ruiz" in {change["who"] for change in moved["changes"]}
    assert state(dealbot, "Bayview") == empty
    assert [person["name"] for person in dealbot("status", "Lakeshore", "--json").json["aligned"]] == ["Dana Ruiz"]
    assert dealbot("move", "n2", "--deal", "Lakeshore").sentence == (
        "The note 'n2' already is in Lakeshore: nothing was changed."
    )


def test_a_moved_note_logged_again_stays_where_it_is(dealbot: Program) -> None:
    dealbot.log(deal="Bayview", text=DANA, name="n1")
    dealbot("deal", "add", "Lakeshore")
    dealbot("move", "n1", "--deal", "Lakeshore")

    again = dealbot.log(deal="Bayview", text=DANA, name="n1")
    assert (again["duplicate"], again["deal"]) == (True, "Lakeshore")

    edited = dealbot.log(deal="Bayview", text=f"{DANA} So does Raj Patel, CIO.", name="n1")
    assert (edited["duplicate"], edited["deal"]) == (False, "Lakeshore")
    (deal,) = [deal for deal in dealbot("deal", "list", "--json").json if deal["deal"] == "Lakeshore"]
    assert "Raj Patel" in {name for key in ("aligned", "to_convince", "unknown") for name in deal["state"][key]}


def test_where_two_deals_have_a_note_of_one_id_the_deal_tells_which(dealbot: Program) -> None:
    dealbot.log(deal="Lakeshore", text=DANA, name="n1")
    dealbot.log(deal="Bayview", text=RAJ, name="n1")
    dealbot("deal", "add", "Mercy")

    assert "say which deal" in dealbot("undo", "n1").sentence
    assert dealbot("undo", "n1", "--deal", "Bayview", "--json").json["from"] == "Bayview"
    assert dealbot("move", "n1", "--deal", "Mercy", "--from", "Lakeshore", "--json").json["from"] == "Lakeshore"


def test_notes_are_listed_by_the_day_of_the_call(dealbot: Program) -> None:
    dealbot.log(text=RAJ, name="late", on="2026-03-12")
    dealbot.log(text=DANA, name="early", on="2026-03-10")

    assert dealbot("notes", "Lakeshore").out.splitlines() == [
        f"2026-03-10  early  Priya Nair: {DANA}",
        f"2026-03-12  late  Priya Nair: {RAJ}",
    ]


def test_a_deal_without_notes_says_so(dealbot: Program) -> None:
    dealbot("deal", "add", "Lakeshore")

    assert dealbot("notes", "Lakeshore").out == "No notes yet.\n"
    assert dealbot("notes", "Lakeshore", "--json").json == []
