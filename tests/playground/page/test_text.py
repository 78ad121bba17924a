"""Texts of people and of the bot: what they mean, and what they can never do."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.playground.page.sample import DEAL, NORA, OMAR, marked, message, option, plain, view
from tests.playground.page.seeing import Gallery, composer, seen, shown
from tests.playground.page.stub import PAGE, Slack

WHOLE = ":scope"
MARKED = {
    "*bold* _it_ ~gone~": [("strong", "bold"), ("em", "it"), ("s", "gone")],
    "`a *b*` and ```x &lt; 1\ny```": [("code", "a *b*"), ("pre", "x < 1\ny")],
    "snake_case_name 2*3*4": [(WHOLE, "snake_case_name 2*3*4")],
    "&gt; said\nnot said": [("blockquote", "said")],
    "• one\n• two": [("li:first-child", "one"), ("li:last-child", "two")],
    f"<@{NORA}> and <#C0GENERAL>": [(".mention-me", "@Nora Lindqvist"), ("button.mention", "#general")],
    "<https://harbor.example/a?b=1&amp;c|here>": [("a[href='https://harbor.example/a?b=1&c']", "here")],
    "see https://harbor.example/x.": [("a", "https://harbor.example/x")],
    "<!date^1795000000^{date_num} {time}^https://harbor.example|then>": [("a", "2026-11-18 11:06 AM")],
    "<!date^soon^{date}|some day>": [("time", "some day")],
    ":tada: :no_such_sign: 10:30:15": [(WHOLE, "🎉 :no_such_sign: 10:30:15")],
    "AT&amp;T &lt;b&gt; &amp;lt;": [(WHOLE, "AT&T <b> &lt;")],
    "<!channel>": [(".mention", "@channel")],
    "*<https://harbor.example|linked>*": [("strong a", "linked")],
}


@pytest.mark.parametrize("text", MARKED)
def test_mrkdwn_means(gallery: Gallery, text: str) -> None:
    found = shown(gallery.page, gallery.slack, {"type": "section", "text": marked(text)}).locator(
        ".section-body > .text"
    )
    for part, words in MARKED[text]:
        where = found if part == WHOLE else found.locator(part)
        expect(where).to_have_text(words)


MARKDOWN = {
    "# One\n\ntwo **three** *four* ~~five~~": [("h3", "One"), ("strong", "three"), ("em", "four"), ("s", "five")],
    "- one\n  - inner\n- two": [("ul ul li", "inner")],
    "3. three\n4. four": [("ol[start='3'] li:last-child", "four")],
    "> quoted\n> more": [("blockquote p", "quotedmore")],
    "```py\na < b\n```\nafter": [("pre", "a < b"), ("p", "after")],
    "[here](https://harbor.example) \\*not\\*": [("a", "here"), ("p", "here *not*")],
    "one\n\n---\n\n![a rota](https://elsewhere.example/a.png)": [("hr", ""), (".image-alt", "a rota")],
}


@pytest.mark.parametrize("text", MARKDOWN)
def test_markdown_means(gallery: Gallery, text: str) -> None:
    found = shown(gallery.page, gallery.slack, {"type": "markdown", "text": text}).locator(".markdown")
    for part, words in MARKDOWN[text]:
        expect(found.locator(part)).to_have_text(words)


EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script>"
LINK = "javascript:alert(3)"


def test_no_text_becomes_markup(page: Page, slack: Slack) -> None:
    slack.workspace["users"][1]["name"] = EVIL
    slack.channels[1]["name"] = EVIL
    slack.messages[DEAL].append(message(9, EVIL, user=OMAR, name=EVIL, reactions=[{"name": EVIL, "users": [OMAR]}]))
    page.reload()
    found = shown(
        page,
        slack,
        {"type": "section", "text": marked(EVIL), "fields": [plain(EVIL), marked(f"<#C0GENERAL> <@{OMAR}>")]},
        {"type": "markdown", "text": f"{EVIL}\n\n| {EVIL} |\n|---|\n| {EVIL} |"},
        {"type": "actions", "elements": [{"type": "static_select", "action_id": "s", "options": [option(EVIL)]}]},
        {"type": EVIL},
    )
    slack.send("view", view=view({"type": "header", "text": plain(EVIL)}, title=EVIL, submit=EVIL))
    expect(page.get_by_role("heading", name=EVIL)).to_have_count(2)
    slack.send("typing", channel=DEAL, status=EVIL)
    expect(page.locator("#conversation .typing")).to_contain_text(EVIL)
    expect(found).to_contain_text(EVIL)
    expect(page.locator("body script, img[src=x], [onerror]")).to_have_count(0)


def test_no_link_runs_anything(page: Page, slack: Slack) -> None:
    rich = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": []}]}
    rich["elements"] = [{"type": "rich_text_section", "elements": [{"type": "link", "url": LINK, "text": "d"}]}]
    found = shown(
        page,
        slack,
        {"type": "section", "text": marked(f"<{LINK}|a> <JaVaScRiPt:alert(1)|b> <data:text/html,x|c> <//x.example|r>")},
        {"type": "markdown", "text": f"[e]({LINK}) <{LINK}> ![f]({LINK})"},
        rich,
        {"type": "image", "image_url": LINK, "alt_text": "g"},
        {"type": "actions", "elements": [{"type": "button", "action_id": "x", "text": plain("h"), "url": LINK}]},
    )
    expect(found.locator("a[href]:not([data-permalink])")).to_have_count(0)
    expect(found.locator("img")).to_have_count(0)
    found.get_by_role("button", name="h", exact=True).click()
    assert slack.said("actions")[0]["value"] is None


def test_what_is_typed_calls_nobody_but_those_it_names(page: Page, slack: Slack) -> None:
    composer(page).fill("@dealbot <!channel> & <@U0OMAR>, mail a@b.example @Omar Haddad in #general.")
    composer(page).press("Enter")
    sent = "<@U0BOT> &lt;!channel&gt; &amp; &lt;@U0OMAR&gt;, mail a@b.example <@U0OMAR> in <#C0GENERAL>."
    assert slack.said("messages") == [{"channel": DEAL, "thread_ts": None, "text": sent}]


def test_a_message_is_edited_as_it_was_typed(page: Page, slack: Slack) -> None:
    said = message(9, f"<@{OMAR}> a &lt; b &amp; <https://harbor.example>")
    slack.send("message", channel=DEAL, message=said)
    found = seen(page, said)
    found.hover()
    found.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Edit message").click()
    field = page.get_by_role("textbox", name="Edit message")
    expect(field).to_have_value("@Omar Haddad a < b & https://harbor.example")
    field.fill("@Omar Haddad a > b")
    field.press("Enter")
    assert slack.said("edit") == [{"channel": DEAL, "ts": said["ts"], "text": f"<@{OMAR}> a &gt; b"}]
    expect(field).to_have_count(0)


def test_the_page_never_makes_markup_of_text_and_asks_nobody_else() -> None:
    scripts = {file: file.read_text() for file in PAGE.rglob("*.*") if file.suffix in {".js", ".css", ".html"}}
    risky = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function|@import"
    )
    elsewhere = re.compile(r"""(?:url\(|src=|href=|from |import\()\s*["']?https?://""")
    assert not [str(file) for file, text in scripts.items() if risky.search(text) or elsewhere.search(text)]


def test_its_files_are_small() -> None:
    assert not [file.name for file in PAGE.rglob("*.*") if len(file.read_text().splitlines()) > 300]
