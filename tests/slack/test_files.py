"""A dropped file's bytes come from Slack itself: with the token, within a size, and never from anywhere else."""

from collections.abc import Iterator

import pytest

from dealbot.errors import BadInput
from dealbot.playground.local_slack.faults import CallFault
from dealbot.playground.local_slack.server import LocalSlack
from dealbot.slack.client import Client, open_client
from dealbot.slack.files import NotFetched, fetch, files_of, is_slacks, name_of, told_whole
from tests.playground.workspace import BOT_TOKEN, SCOPES, browser, manifest, seed

MOST = 1_000_000


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    with LocalSlack(seed()) as opened:
        yield opened


def bot(slack: LocalSlack, token: str = BOT_TOKEN) -> Client:
    return open_client(token, slack.api_url)


def shared(slack: LocalSlack, content: str = "one,two") -> dict[str, object]:
    answer = bot(slack).files_upload_v2(channel="C0DEALS", content=content, filename="deals.md")
    file: dict[str, object] = answer["file"]
    return file | dict(bot(slack).files_info(file=str(file["id"]))["file"])


@pytest.mark.parametrize(
    ("url", "api", "so"),
    [
        ("https://files.slack.com/files-pri/T1-F1/download/a.md", "https://slack.com/api/", True),
        ("https://files.slack.com/files-pri/T1-F1/a.md", "https://www.slack.com/api/", True),
        ("https://files.slack-gov.com/files-pri/T1-F1/a.md", "https://slack-gov.com/api/", True),
        ("http://127.0.0.1:8/files/F1", "http://127.0.0.1:8/api/", True),
        ("http://127.0.0.1:9/files/F1", "http://127.0.0.1:8/api/", False),
        ("http://files.slack.com/files-pri/T1-F1/a.md", "https://slack.com/api/", False),
        ("https://files.slack.com:8443/a.md", "https://slack.com/api/", False),
        ("https://files.slack.com:port/a.md", "https://slack.com/api/", False),
        ("https://files.slack.com@evil.example/a.md", "https://slack.com/api/", False),
        ("https://evil@files.slack.com/a.md", "https://slack.com/api/", False),
        ("https://files.slack.com.evil.example/a.md", "https://slack.com/api/", False),
        ("https://docs.google.com/document/d/1", "https://slack.com/api/", False),
        ("file:///etc/passwd", "https://slack.com/api/", False),
    ],
)
def test_the_token_goes_to_slack_alone(url: str, api: str, so: bool) -> None:  # noqa: FBT001
    assert is_slacks(url, api) is so


def test_a_file_is_fetched_whole(slack: LocalSlack) -> None:
    assert fetch(bot(slack), shared(slack), MOST) == b"one,two"


@pytest.mark.parametrize("told", [{}, {"size": None}])
def test_one_that_is_too_large_is_refused_before_and_while_it_is_read(
    slack: LocalSlack, told: dict[str, object]
) -> None:
    with pytest.raises(BadInput, match="it is larger than"):
        fetch(bot(slack), shared(slack) | told, 5)


def test_what_is_kept_elsewhere_or_gone_is_not_asked_for(slack: LocalSlack) -> None:
    file = shared(slack)
    for told, why in (
        ({"is_external": True}, "upload the file itself"),
        ({"url_private_download": "https://evil.example/a.md"}, "upload the file itself"),
        ({"mode": "tombstone"}, "no longer in Slack"),
        ({"url_private_download": f"{slack.url}/files/F0NONE"}, "no longer in Slack"),
        ({"url_private_download": None, "url_private": None}, "files:read"),
    ):
        with pytest.raises(BadInput, match=why):
            fetch(bot(slack), file | told, MOST)


def test_who_shows_no_token_is_led_to_sign_in_and_nobody_follows(slack: LocalSlack) -> None:
    file = shared(slack)
    answer = browser().get(str(file["url_private_download"]))

    assert (answer.status_code, "/?redir=%2Ffiles%2F" in answer.headers["location"]) == (302, True)
    with pytest.raises(BadInput, match="files:read"):
        fetch(bot(slack, "xoxb-another"), file, MOST)


def test_without_the_scope_a_page_comes_in_place_of_the_file_and_is_not_taken_for_it() -> None:
    scopes = [scope for scope in SCOPES if scope != "files:read"]
    with LocalSlack(seed(manifest(scopes=scopes))) as slack:
        id_ = bot(slack).files_upload_v2(channel="C0DEALS", content="one", filename="a.md")["file"]["id"]
        address = f"{slack.url}/files/{id_}/download"
        headers = {"Authorization": f"Bearer {BOT_TOKEN}"}
        assert browser().get(address, headers=headers).headers["content-type"].startswith("text/html")
        with pytest.raises(BadInput, match="scope files:read"):
            fetch(bot(slack), {"url_private_download": address}, MOST)


def test_what_slack_does_not_give_now_may_come_later(slack: LocalSlack) -> None:
    file = shared(slack)
    slack.fault(CallFault("files.download", "server_error"))
    with pytest.raises(NotFetched):
        fetch(bot(slack), file, MOST)
    assert fetch(bot(slack), file, MOST) == b"one,two"
    nowhere = open_client(BOT_TOKEN, "http://127.0.0.1:1/api/")
    with pytest.raises(NotFetched):
        fetch(nowhere, {"url_private": "http://127.0.0.1:1/files/F1"}, MOST)


def test_what_the_message_does_not_tell_is_asked_of_slack(slack: LocalSlack) -> None:
    file = shared(slack)
    stub = {"id": file["id"], "mode": "file_access", "file_access": "check_file_info"}

    assert name_of(stub) == file["id"]
    assert fetch(bot(slack), told_whole(bot(slack), stub), MOST) == b"one,two"
    gone = stub | {"id": "F0NONE"}
    assert told_whole(bot(slack), gone) == gone
    slack.fault(CallFault("files.info", "server_error"))
    with pytest.raises(NotFetched):
        told_whole(bot(slack), stub)


@pytest.mark.parametrize("message", [{}, {"files": None}, {"files": "F1"}, {"files": [None, 3]}])
def test_a_message_without_files_has_none(message: dict[str, object]) -> None:
    assert files_of(message) == ()


def test_a_file_is_told_as_slack_tells_it(slack: LocalSlack) -> None:
    file = shared(slack)

    assert {
        "name": "deals.md",
        "mimetype": "text/markdown",
        "filetype": "markdown",
        "size": 7,
        "mode": "hosted",
        "file_access": "visible",
    }.items() <= file.items()
