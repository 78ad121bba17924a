import pytest

from tests.cli.running import Program

NOTE_LINE = '{"id": 1, "deal": "Lakeshore", "on": "2026-03-10", "text": "Met Raj."}'


def test_users_are_named_with_their_role_team_and_time_zone(dealbot: Program) -> None:
    assert dealbot("user", "list").out == "No users yet.\n"
    dealbot("user", "role", "Priya Nair", "ae")
    dealbot("user", "team", "priya", "central")
    changed = dealbot("user", "timezone", "Priya Nair", "America/Chicago", "--json").json

    expected = {"id": "priya", "name": "Priya Nair", "roles": ["ae"], "team": "central", "timezone": "America/Chicago"}
    assert changed == [expected]
    assert dealbot("user", "list", "--json").json == [expected]
    assert dealbot("user", "list").out == "Priya Nair (priya): ae · central · America/Chicago\n"


def test_somebody_is_known_by_the_id_that_slack_gives_them(dealbot: Program) -> None:
    dealbot("user", "role", "U0123ABCD", "manager")

    assert dealbot("user", "list", "--json").json[0]["id"] == "U0123ABCD"


def test_two_who_share_a_first_name_are_told_apart(dealbot: Program) -> None:
    dealbot("user", "role", "Priya Nair", "ae")
    dealbot("user", "role", "Priya Shah", "ae")
    dealbot("user", "role", "priya nair", "manager")

    assert {user["id"]: user["roles"] for user in dealbot("user", "list", "--json").json} == {
        "priya": ["manager"],
        "priya-shah": ["ae"],
    }


@pytest.mark.parametrize("zone", ["Mars", "America", "", "../etc/passwd", "/etc/passwd", "a\nb", "x" * 5000])
def test_a_time_zone_that_is_none_is_refused(dealbot: Program, zone: str) -> None:
    dealbot("user", "role", "Priya Nair", "ae")

    assert "is no time zone" in dealbot("user", "timezone", "priya", zone).sentence


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("role", "Priya", "boss"), "'boss' is no role: use ae, manager, enablement, analyst, admin."),
        (("role", " ", "ae"), "A user needs a name"),
        (("team", "nobody", "central"), "There is no user called 'nobody'."),
        (("timezone", "nobody", "UTC"), "There is no user called 'nobody'."),
    ],
)
def test_what_cannot_be_is_told(dealbot: Program, words: tuple[str, ...], said: str) -> None:
    assert said in dealbot("user", *words).sentence


def test_only_an_admin_changes_others(dealbot: Program) -> None:
    dealbot("user", "role", "Sam Okafor", "ae")
    dealbot("user", "role", "Priya Nair", "ae")

    for words in (("role", "sam", "admin"), ("team", "sam", "west"), ("timezone", "priya", "UTC")):
        assert dealbot("user", *words, "--by", "sam").sentence == "Only an admin may change users: ask one to do it."
    assert dealbot("user", "timezone", "sam", "UTC", "--by", "sam").code == 0


def test_an_unknown_user_can_do_nothing_and_is_told_what_to_do(dealbot: Program) -> None:
    expected = "There is no user called 'ghost'. `dealbot user list` lists the users, `dealbot user role` adds one."

    assert dealbot("deal", "list", "--by", "ghost").sentence == expected
    (answer,) = dealbot("log", "--jsonl", "-", "--by", "ghost", given=NOTE_LINE).lines
    assert answer == {"id": 1, "error": {"code": "bad_input", "message": expected}}
