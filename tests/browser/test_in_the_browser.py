"""What somebody does in the first minutes with dealbot, in a real browser, with the real bot behind it."""

import os
import signal
import subprocess
import time
from pathlib import Path

from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

from dealbot.playground.workspace import FIRST, HALF_TYPED, opening
from tests.browser.conftest import PICTURES, Running

expect.set_options(timeout=30_000)
NOTE = (
    "@dealbot Call with Raj Patel, CIO, and Dana Ruiz. Raj is worried about the Epic interface queue, it is full until"
    " February. Dana likes the new ROI sheet. I'll send Raj the interface plan by Friday."
)


def say(page: Page, text: str) -> None:
    box = page.get_by_role("textbox", name="Message #deal-lakeshore")
    box.fill(text)
    box.press("Enter")


def reply(page: Page, text: str) -> None:
    box = page.get_by_role("textbox", name="Reply in thread")
    box.fill(text)
    box.press("Enter")


def thread_below(page: Page, words: str) -> Locator:
    """Open the thread below the message with these words, when there is one."""
    page.locator("article", has_text=words).locator("[data-open-thread]").last.click()
    pane = page.get_by_role("complementary", name="Thread")
    expect(pane).to_be_visible()
    return pane


def picture(page: Page, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(PICTURES / f"{name}.png"))


def open_lakeshore(page: Page, running: Running) -> None:
    page.goto(f"{running.url}/?channel={FIRST}")
    expect(page.locator("[data-presence]").first).to_be_visible()


def test_a_note_its_card_corrections_the_state_the_words_and_the_move(running: Running, page: Page) -> None:
    page.goto(opening(running.url))
    expect(page.get_by_role("textbox", name="Message #deal-lakeshore")).to_have_value(HALF_TYPED)
    picture(page, "1-first-run")
    say(page, NOTE)
    pane = thread_below(page, "the Epic interface queue")
    expect(pane.get_by_text("Saved to Lakeshore Health")).to_be_visible()
    expect(pane.get_by_text("Raj Patel, CIO").first).to_be_visible()
    picture(page, "2-card")

    reply(page, "no, that worry is Dana's")
    expect(pane.get_by_text("Changed, Lakeshore Health").first).to_be_visible()
    picture(page, "3-corrected-by-reply")

    pane.get_by_role("button", name="Correct").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    picture(page, "4-correct-modal")
    dialog.get_by_role("button", name="Close").first.click()

    reply(page, "where does it stand?")
    expect(pane.get_by_text("Lakeshore Health ·").first).to_be_visible()
    pane.get_by_role("button", name="Words").last.click()
    expect(page.get_by_role("dialog").get_by_text("From the notes of Lakeshore Health")).to_be_visible()
    picture(page, "5-words")
    page.get_by_role("dialog").get_by_role("button", name="Close").first.click()

    pane.get_by_role("button", name="Wrong deal?").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Mercy Valley").check()
    dialog.get_by_role("button", name="Move").click()
    expect(pane.get_by_text("Moved to Mercy Valley").first).to_be_visible()
    picture(page, "6-moved")


def test_killed_between_the_note_and_the_card_the_card_comes_once(running: Running, page: Page) -> None:
    open_lakeshore(page, running)
    kill(bots(running.folder))
    say(page, "@dealbot Short one with Ana Gomez, CNO. She wants the training done without pulling nurses off nights.")
    kill(bots(running.folder))
    pane = thread_below(page, "without pulling nurses off nights")
    expect(pane.get_by_text("Saved to Lakeshore Health")).to_be_visible()
    time.sleep(3)
    assert pane.get_by_text("Saved to Lakeshore Health").count() == 1


def test_a_direct_message_is_not_introduced_as_the_channel_before(running: Running, page: Page) -> None:
    open_lakeshore(page, running)
    expect(page.get_by_text("Only its members can read this channel.")).to_be_visible()
    page.get_by_role("link", name="dealbot").or_(page.get_by_role("button", name="dealbot")).first.click()
    expect(page.get_by_text("This is where you and the app talk.")).to_be_visible()
    expect(page.get_by_text("Only its members can read this channel.")).to_be_hidden()


def test_on_a_phone(running: Running, browser: Browser) -> None:
    phone = browser.new_page(viewport={"width": 390, "height": 844})
    phone.set_default_timeout(30_000)
    phone.goto(running.url)
    picture(phone, "7-phone")
    phone.goto(f"{running.url}/?channel={FIRST}")
    picture(phone, "8-phone-channel")
    phone.close()


def bots(folder: Path) -> list[int]:
    """Every process of dealbot that works on the folder."""
    listed = subprocess.run(["/bin/ps", "-eo", "pid,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 1) for line in listed.splitlines()[1:]]
    return [int(pid) for pid, args in rows if "-m dealbot" in args and str(folder) in args]


def kill(pids: list[int]) -> None:
    for pid in pids:
        os.kill(pid, signal.SIGKILL)


def test_enablement_attaches_a_guide_leaves_another_out_and_approves_it(running: Running, page: Page) -> None:
    page.goto(f"{running.url}/?user=U0ED&channel=D0ED")
    box = page.locator("[data-composer]").first
    guides: list[FilePayload] = [
        {"name": name, "mimeType": "text/markdown", "buffer": b"# Parking\n\nVisitors park behind the tower.\n"}
        for name in ("parking.md", "lots.md")
    ]
    box.locator("input[type=file]").set_input_files(guides)
    box.get_by_role("button", name="Leave out lots.md").click()
    box.get_by_role("button", name="Send").click()

    expect(page.locator("article", has_text="Draft: Parking")).to_be_visible()
    expect(box.locator(".attached li")).to_have_count(0)
    picture(page, "dropped")
    page.get_by_role("button", name="Approve").click()
    expect(page.locator("article", has_text="In the guides: Parking")).to_be_visible()
    assert page.get_by_text("lots.md").count() == 0
