"""Writing, reading, answering: what happens in a channel."""

import re

from playwright.sync_api import Page, expect

from tests.playground.page.sample import BOT, DEAL, DIRECT, GENERAL, NORA, OMAR, message
from tests.playground.page.seeing import channel, composer, seen
from tests.playground.page.stub import Slack, until


def test_enter_sends_and_shift_enter_begins_a_line(page: Page, slack: Slack) -> None:
    composer(page).press_sequentially("one")
    composer(page).press("Shift+Enter")
    composer(page).press_sequentially("two")
    composer(page).press("Enter")
    assert slack.said("messages") == [{"channel": DEAL, "thread_ts": None, "text": "one\ntwo"}]
    expect(composer(page)).to_have_value("")


def test_what_was_not_sent_stays_in_the_composer_with_the_reason(page: Page, slack: Slack) -> None:
    slack.answers["messages"] = (400, {"error": "This channel is archived."})
    composer(page).fill("hello")
    composer(page).press("Enter")
    expect(page.locator("[data-ephemeral]")).to_contain_text("This channel is archived.")
    expect(composer(page)).to_have_value("hello")


def test_a_slash_offers_the_commands(page: Page) -> None:
    composer(page).press_sequentially("/")
    expect(page.get_by_role("option")).to_have_count(2)
    composer(page).press("ArrowDown")
    composer(page).press("Tab")
    expect(composer(page)).to_have_value("/practice ")
    expect(page.get_by_role("option")).to_have_count(0)


def test_enter_takes_what_is_offered_before_it_sends(page: Page, slack: Slack) -> None:
    composer(page).press_sequentially("ask @oma")
    expect(page.get_by_role("option", name="Omar Haddad")).to_be_visible()
    composer(page).press("Enter")
    expect(composer(page)).to_have_value("ask @Omar Haddad ")
    composer(page).press("Enter")
    assert slack.said("messages")[0]["text"] == f"ask <@{OMAR}>"


def test_messages_of_one_author_stand_together_and_days_apart(page: Page, slack: Slack) -> None:
    expect(page.locator("article .author")).to_have_text(["Omar Haddad", "Nora Lindqvist"])
    slack.send("message", channel=DEAL, message=message(60 * 24, "next day"))
    expect(page.locator(".day")).to_have_text([re.compile("November 18"), re.compile("November 19")])


def test_what_comes_is_shown_changed_and_taken_away(page: Page, slack: Slack) -> None:
    said = message(5, "first", user=OMAR)
    slack.send("message", channel=DEAL, message=said)
    found = seen(page, said)
    expect(page.locator("#announcer")).to_have_text("Omar Haddad: first")
    slack.send("changed", channel=DEAL, message={**said, "text": "second", "edited": True})
    expect(found).to_contain_text("second")
    expect(found).to_contain_text("(edited)")
    slack.send("deleted", channel=DEAL, ts=said["ts"])
    expect(found).to_have_count(0)


def test_an_ephemeral_message_says_so_and_has_no_actions(page: Page, slack: Slack) -> None:
    said = message(5, "psst", user=BOT, ephemeral=True)
    slack.send("message", channel=DEAL, message=said)
    found = seen(page, said)
    expect(found).to_contain_text("Only visible to you")
    expect(found.get_by_role("button", name="More actions")).to_have_count(0)


def test_a_refusal_is_said_by_slackbot(page: Page, slack: Slack) -> None:
    slack.send("refused", text="/deal failed because the app did not respond.")
    said = page.locator("article", has_text="the app did not respond")
    expect(said).to_contain_text("Slackbot")
    expect(said).to_contain_text("Only visible to you")


def test_a_thread_has_its_own_replies_and_composer(page: Page, slack: Slack) -> None:
    root = slack.messages[DEAL][0]
    reply = message(6, "a reply", user=BOT, thread_ts=root["ts"])
    slack.send("message", channel=DEAL, message=reply)
    line = page.locator(f'[data-open-thread="{root["ts"]}"]')
    expect(line).to_contain_text("1 reply")
    expect(page.locator("#conversation")).not_to_contain_text("a reply")
    line.click()
    pane = page.get_by_role("complementary", name="Thread")
    expect(pane.locator("article")).to_have_count(2)
    field = page.get_by_role("textbox", name="Reply in thread")
    expect(field).to_be_focused()
    field.fill("no, that was Omar")
    field.press("Enter")
    assert slack.said("messages") == [{"channel": DEAL, "thread_ts": root["ts"], "text": "no, that was Omar"}]
    field.press("Escape")
    expect(pane).to_be_hidden()


def test_a_reaction_is_added_and_taken_back(page: Page, slack: Slack) -> None:
    said = message(5, "good?", user=OMAR, reactions=[{"name": "eyes", "users": [NORA]}])
    slack.send("message", channel=DEAL, message=said)
    found = seen(page, said)
    found.locator("[data-reaction=eyes]").click()
    found.hover()
    found.get_by_role("group", name="Message actions").get_by_role("button", name="Add reaction").click()
    expect(page.locator(".reaction-picker button")).to_have_count(8)
    page.get_by_role("button", name="tada").click()
    bodies = slack.said("react", least=2)
    assert [(body["name"], body["on"]) for body in bodies] == [("eyes", False), ("tada", True)]
    assert bodies[0]["ts"] == said["ts"]


def test_the_menu_of_a_message_has_its_shortcuts_and_deletes_after_a_question(page: Page, slack: Slack) -> None:
    own = slack.messages[DEAL][1]
    found = seen(page, own)
    found.hover()
    found.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Log this as a note").click()
    assert slack.said("shortcuts") == [{"callback_id": "log_message", "channel": DEAL, "ts": own["ts"]}]
    found.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Delete message").click()
    page.get_by_role("button", name="Delete").click()
    assert slack.said("delete") == [{"channel": DEAL, "ts": own["ts"]}]


def test_somebody_elses_message_cannot_be_changed(page: Page, slack: Slack) -> None:
    found = seen(page, slack.messages[DEAL][0])
    found.hover()
    found.get_by_role("button", name="More actions").click()
    expect(page.get_by_role("menuitem", name="Reply in thread")).to_be_visible()
    expect(page.get_by_role("menuitem", name="Edit message")).to_have_count(0)


def test_a_global_shortcut_is_behind_the_plus(page: Page, slack: Slack) -> None:
    page.get_by_role("button", name="Shortcuts and commands").click()
    page.get_by_role("menuitem", name="Log a call").click()
    assert slack.said("shortcuts") == [{"callback_id": "log_call", "channel": None, "ts": None}]


def test_each_channel_keeps_its_draft(page: Page) -> None:
    composer(page).fill("half a note")
    channel(page, GENERAL).click()
    expect(composer(page)).to_have_value("")
    channel(page, DEAL).click()
    expect(composer(page)).to_have_value("half a note")


def test_unread_messages_are_counted_and_marked_until_they_are_seen(page: Page, slack: Slack) -> None:
    said = message(5, "look here", user=OMAR, channel=GENERAL)
    slack.messages[GENERAL].append(said)
    slack.send("message", channel=GENERAL, message=said)
    expect(channel(page, GENERAL).locator(".count")).to_have_text("1")
    channel(page, GENERAL).click()
    expect(page.locator(".new-line + article")).to_contain_text("look here")
    expect(channel(page, GENERAL).locator(".count")).to_have_count(0)
    assert slack.said("opened")[-1] == {"channel": GENERAL}


def test_the_page_follows_only_who_reads_at_the_end(page: Page, slack: Slack) -> None:
    for number in range(10, 50):
        slack.messages[DEAL].append(message(number * 6, f"line {number}", user=OMAR))
    page.reload()
    scroller = page.locator("#conversation .message-scroll")
    expect(page.get_by_text("line 49")).to_be_in_viewport()
    scroller.evaluate("node => { node.scrollTop = 0 }")
    expect(page.get_by_text("Saw her today")).to_be_in_viewport()
    slack.send("message", channel=DEAL, message=message(400, "the newest", user=OMAR))
    expect(page.get_by_text("the newest", exact=True)).not_to_be_in_viewport()
    page.get_by_role("button", name="New messages").click()
    expect(page.get_by_text("the newest", exact=True)).to_be_in_viewport()
    slack.send("message", channel=DEAL, message=message(401, "newer still", user=OMAR))
    expect(page.get_by_text("newer still", exact=True)).to_be_in_viewport()


def test_a_link_to_a_message_leads_there(page: Page, slack: Slack) -> None:
    root = slack.messages[DEAL][0]
    said = message(6, f"see <{root['permalink'].replace(GENERAL, DEAL)}|these words>", user=BOT)
    slack.send("message", channel=DEAL, message=said)
    page.get_by_role("link", name="these words").click()
    expect(seen(page, root)).to_be_focused()


def test_the_bot_is_seen_typing_until_it_has_spoken(page: Page, slack: Slack) -> None:
    line = page.locator("#conversation .typing")
    slack.send("typing", channel=DEAL, status="is typing…")
    expect(line).to_have_text("dealbot is typing…")
    slack.send("message", channel=DEAL, message=message(5, "done", user=BOT))
    expect(line).to_have_text("")


def test_the_bot_suggests_what_to_ask(page: Page, slack: Slack) -> None:
    channel(page, DIRECT).click()
    page.get_by_role("button", name="What moved this week?").click()
    assert slack.said("messages") == [{"channel": DIRECT, "thread_ts": None, "text": "what moved this week?"}]
    slack.send("prompts", channel=DIRECT, prompts=[{"title": "Brief me", "message": "brief"}])
    expect(page.locator(".prompt")).to_have_text(["Brief me"])


def test_an_answer_is_seen_growing_with_its_tasks(page: Page, slack: Slack) -> None:
    task = {"type": "task_update", "id": "t", "title": "Read the notes", "status": "in_progress", "details": "three"}
    said = message(5, "So far", user=BOT, streaming=True, tasks=[task])
    slack.send("message", channel=DEAL, message=said)
    found = seen(page, said)
    expect(found.locator("[aria-busy=true]")).to_contain_text("So far")
    expect(found.locator(".task")).to_contain_text("Read the notes (in progress)")
    slack.send("changed", channel=DEAL, message={**said, "text": "So far, so good", "streaming": False})
    expect(found).to_contain_text("So far, so good")
    expect(found.locator("[aria-busy]")).to_have_count(0)


def test_what_came_while_a_channel_was_shown_counts_as_read_on_leaving(page: Page, slack: Slack) -> None:
    slack.send("message", channel=DEAL, message=message(5, "seen at once", user=OMAR))
    expect(page.get_by_text("seen at once", exact=True)).to_be_visible()
    channel(page, GENERAL).click()
    expect(page.get_by_text("Good morning")).to_be_visible()
    until(lambda: slack.said("opened")[1:] == [{"channel": DEAL}, {"channel": GENERAL}])
