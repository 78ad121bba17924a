"""What a person uploads reaches the app as Slack tells it: a message of its own subtype, and files without contents."""

from base64 import b64encode
from typing import Any

from dealbot.playground.local_slack.server import LocalSlack
from tests.playground.workspace import ANA, BOT_TOKEN, DM, Page, browser, client, eventually

GUIDE = {"name": "guide.md", "content": b64encode(b"# A guide").decode()}


def drop(page: Page, channel: str = DM, text: str = "") -> str:
    return str(page.post("messages", channel=channel, text=text, files=[GUIDE])["ts"])


def test_a_file_of_a_person_is_in_history_with_its_subtype_and_its_shape(slack: LocalSlack, page: Page) -> None:
    drop(page)
    (message,) = client(slack).conversations_history(channel=DM)["messages"]
    (file,) = message["files"]

    assert (message["subtype"], message["text"], message["user"]) == ("file_share", "", ANA)
    assert "team" not in message
    assert {
        "name": "guide.md",
        "title": "guide.md",
        "mimetype": "text/markdown",
        "filetype": "markdown",
        "size": 9,
        "mode": "hosted",
        "user": ANA,
        "is_external": False,
    }.items() <= file.items()
    assert not {"content", "data"} & set(file)
    headers = {"Authorization": f"Bearer {BOT_TOKEN}"}
    for address in (file["url_private"], file["url_private_download"]):
        assert browser().get(address, headers=headers).content == b"# A guide"


def test_a_file_with_a_mention_is_told_as_a_message_and_as_a_mention(slack: LocalSlack, page: Page) -> None:
    drop(page, "C0DEALS", "<@U0DEALBOT>")

    def told() -> Any:
        events = [each.body["event"] for each in slack.world.state.deliveries]
        return events if len(events) == 2 else None

    said, mention = sorted(eventually(told), key=lambda event: str(event["type"]), reverse=True)
    assert (said["type"], said["subtype"], len(said["files"])) == ("message", "file_share", 1)
    assert (mention["type"], mention.get("subtype"), len(mention["files"])) == ("app_mention", None, 1)


def test_the_page_shows_a_file_by_its_name(page: Page) -> None:
    drop(page)

    assert [file["name"] for file in page.messages()[-1]["files"]] == ["guide.md"]
