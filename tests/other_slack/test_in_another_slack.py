"""The core of the conversation in a Slack that others wrote.

It knows no external selects, no shortcuts and none of the assistant's methods, and sends a message to every socket.
"""

import pytest

from tests.other_slack.workspace import BOT, Workspace, shown


def test_a_note_by_mention_gets_one_card_that_a_plain_reply_corrects(workspace: Workspace) -> None:
    root = workspace.say(f"<@{BOT}> Met Olga Stern, CIO, and Dana Ruiz, CFO. Olga is worried about the interfaces.")
    card = workspace.answer(root, "Saved to Lakeshore Health")
    workspace.say("no, that worry is Dana's", thread=root)
    changed = workspace.answer(root, "Changed, Lakeshore Health")
    workspace.settled()

    assert "Olga Stern" in shown(card)
    assert "Dana Ruiz" in shown(changed)
    assert len([said for said in workspace.in_thread(root) if "Saved to" in shown(said)]) == 1


def test_a_note_in_the_direct_message_gets_its_card_and_opens_the_words(workspace: Workspace) -> None:
    direct = workspace.direct()
    workspace.say("Lakeshore: met Raj Patel, CMIO. He is worried about the Epic interface queue.", direct)
    card = workspace.eventually(lambda: [said for said in workspace.said(direct) if "Saved to" in shown(said)])[-1]
    workspace.tap("Words", card)

    assert "worried about the Epic interface queue" in str(workspace.modal("Words")["blocks"])


def test_a_question_is_answered(workspace: Workspace) -> None:
    workspace.answer(workspace.say(f"<@{BOT}> Call with Ines Roth, CMO: she is on board."), "Ines Roth")
    root = workspace.say(f"<@{BOT}> where does Ines Roth stand?")

    assert "Lakeshore Health" in shown(workspace.answer(root, "Ines Roth, CMO"))


def test_a_command_is_answered(workspace: Workspace) -> None:
    workspace.answer(workspace.say(f"<@{BOT}> Call with Wes Ito, COO: he is on board."), "Wes Ito")
    workspace.command("status")

    assert "month 1 of 18-24" in shown(workspace.answer(None, "Lakeshore Health ·"))


def test_a_note_is_moved_by_a_dialog(workspace: Workspace) -> None:
    root = workspace.say(f"<@{BOT}> Call with Ana Gomez, CNO. She wants the training done before the winter.")
    workspace.tap("Wrong deal?", workspace.answer(root, "Saved to Lakeshore Health"))
    menu = next(block for block in workspace.modal("Wrong deal?")["blocks"] if block.get("block_id") == "recent")
    (mercy,) = menu["element"]["options"]
    workspace.submit(recent={"recent": {"type": "radio_buttons", "selected_option": mercy}})

    assert workspace.answer(root, "Moved to Mercy Valley")


def test_a_form_that_is_not_filled_in_says_what_is_wrong(workspace: Workspace) -> None:
    root = workspace.say(f"<@{BOT}> Call with Omar Diaz, VP Supply Chain. He asked for the contract.")
    workspace.tap("Wrong deal?", workspace.answer(root, "Saved to Lakeshore Health"))
    workspace.modal("Wrong deal?")

    assert workspace.refused_form() == {"deals": "Choose the deal that the note belongs to."}


def test_the_home_tab_shows_the_deals(workspace: Workspace) -> None:
    workspace.direct()

    assert workspace.eventually(lambda: "Lakeshore Health" in str(workspace.home()))


@pytest.mark.parametrize("workspace", ["http"], indirect=True)
def test_a_method_that_is_not_there_does_no_harm(workspace: Workspace) -> None:
    direct = workspace.direct()
    workspace.look_at_messages(direct)
    workspace.eventually(lambda: workspace.asked("assistant.threads.setSuggestedPrompts"))
    workspace.say("List my deals", direct)

    assert workspace.eventually(lambda: [said for said in workspace.said(direct) if "Mercy Valley" in shown(said)])
