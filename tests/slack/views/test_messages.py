"""How the messages look."""

from dataclasses import replace

from inline_snapshot import snapshot

from dealbot.app.answer import Answer
from dealbot.app.chat.replies import (
    Answered,
    CallSeen,
    NoteDated,
    NoteOrQuestion,
    NotePlaced,
    Plain,
    Reply,
    Seen,
    SeveralCalls,
    WhichDeal,
)
from dealbot.app.date_note import Dated
from dealbot.app.place_note import Placed
from dealbot.app.question import Intent
from dealbot.domain.evidence import Evidence
from dealbot.slack.views.message import Message
from dealbot.slack.views.messages import message_of
from tests.builders import a_day, a_span
from tests.slack.views.saying import NOTE, SAID, card, fixed, state


def shown(reply: Reply) -> Message:
    message = message_of(reply)
    assert message is not None
    return message


def test_a_card_tells_what_changed_and_asks_one_question() -> None:
    message = shown(card())
    assert (message.text, list(message.blocks)) == snapshot(
        (
            """\
Saved to Lakeshore: 5 changes, 1 question
Saved to Lakeshore · call of Mon 16 Nov · team of 4 can read
• Dana Ruiz, CFO: blocks: money, supportive → concerned
• Raj Patel, CIO: new worry: integration
• You: send ROI v2, Fri 20 Nov
Who raised the approvals worry?
Dr Lee / Dana Ruiz / Don't know\
""",
            [
                {
                    "type": "section",
                    "text": {
                        "type": "mrkdwn",
                        "text": """\
*Saved to Lakeshore* · call of Mon 16 Nov · team of 4 can read
• Dana Ruiz, CFO: blocks: money, supportive → concerned
• Raj Patel, CIO: new worry: integration
• You: send ROI v2, Fri 20 Nov\
""",
                    },
                },
                {"type": "section", "text": {"type": "mrkdwn", "text": "Who raised the approvals worry?"}},
                {
                    "type": "actions",
                    "elements": [
                        {
                            "type": "button",
                            "text": {"type": "plain_text", "text": "Dr Lee"},
                            "action_id": "choose_answer_0",
                            "value": '{"note":"C0LAKESHORE-1763280000.000100","words":"Dr Lee"}',
                        },
                        {
                            "type": "button",
                            "text": {"type": "plain_text", "text": "Dana Ruiz"},
                            "action_id": "choose_answer_1",
                            "value": '{"note":"C0LAKESHORE-1763280000.000100","words":"Dana Ruiz"}',
                        },
                        {
                            "type": "button",
                            "text": {"type": "plain_text", "text": "Don't know"},
                            "action_id": "choose_answer_2",
                            "value": '{"note":"C0LAKESHORE-1763280000.000100","words":"Don\'t know"}',
                        },
                    ],
                },
                {
                    "type": "actions",
                    "elements": [
                        {
                            "type": "button",
                            "text": {"type": "plain_text", "text": "Wrong deal?"},
                            "action_id": "wrong_deal",
                            "value": '{"note":"C0LAKESHORE-1763280000.000100","deal":"Lakeshore"}',
                        },
                        {
                            "type": "button",
                            "text": {"type": "plain_text", "text": "Words"},
                            "action_id": "words_of_note",
                            "value": '{"note":"C0LAKESHORE-1763280000.000100","deal":"Lakeshore"}',
                        },
                        {
                            "type": "button",
                            "text": {"type": "plain_text", "text": "Correct"},
                            "action_id": "correct",
                            "value": '{"note":"C0LAKESHORE-1763280000.000100","deal":"Lakeshore"}',
                        },
                        {
                            "type": "button",
                            "text": {"type": "plain_text", "text": "Undo"},
                            "action_id": "undo_note",
                            "value": '{"note":"C0LAKESHORE-1763280000.000100","deal":"Lakeshore"}',
                        },
                    ],
                },
                {"type": "context", "elements": [{"type": "mrkdwn", "text": "reply here to fix or add"}]},
            ],
        )
    )


def test_a_card_in_a_public_channel_tells_facts_only() -> None:
    message = shown(card(shared=True))
    assert (message.text, message.blocks[0]) == snapshot(
        (
            """\
Saved to Lakeshore: 1 change
Saved to Lakeshore · call of Mon 16 Nov · team of 4 can read
• You: send ROI v2, Fri 20 Nov
Where people stand is kept for the deal's team.\
""",
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": """\
*Saved to Lakeshore* · call of Mon 16 Nov · team of 4 can read
• You: send ROI v2, Fri 20 Nov
Where people stand is kept for the deal's team.\
""",
                },
            },
        )
    )


def test_an_answer_shows_its_first_line_in_bold_and_keeps_where_its_words_stand() -> None:
    said = Evidence(NOTE, a_day("11-16"), "Priya Nair", a_span("no money before P&T"))
    answer = Answer(
        Intent.STANDING, answered=True, text="Lakeshore · At risk\nNot yet: Dana Ruiz *CFO* <!here>", sources=(said,)
    )
    message = shown(Answered(answer, "Lakeshore", carried=True))
    assert (message.text, list(message.blocks)) == snapshot(
        (
            """\
Lakeshore · At risk
Not yet: Dana Ruiz *CFO* <!here>\
""",
            [
                {
                    "type": "section",
                    "text": {
                        "type": "mrkdwn",
                        "text": """\
*Lakeshore · At risk*
Not yet: Dana Ruiz ∗CFO∗ &lt;!here&gt;\
""",
                    },
                },
                {
                    "type": "actions",
                    "elements": [
                        {
                            "type": "button",
                            "text": {"type": "plain_text", "text": "Words"},
                            "action_id": "words",
                            "value": '{"deal":"Lakeshore","said":[["C0LAKESHORE-1763280000.000100",0,19]]}',
                        },
                        {
                            "type": "button",
                            "text": {"type": "plain_text", "text": "Timeline"},
                            "action_id": "timeline",
                            "value": '{"deal":"Lakeshore"}',
                        },
                        {
                            "type": "button",
                            "text": {"type": "plain_text", "text": "Numbers"},
                            "action_id": "numbers",
                            "value": '{"deal":"Lakeshore"}',
                        },
                    ],
                },
            ],
        )
    )


def test_an_answer_where_everybody_reads_is_for_the_asker_alone() -> None:
    assert shown(Answered(Answer(Intent.STANDING, answered=True, text="Lakeshore"), "Lakeshore", shared=True)).quiet


def test_an_answer_that_needs_a_deal_offers_those_that_may_be_meant() -> None:
    answer = Answer(Intent.NEED_DEAL, answered=False, text="Which deal: Mercy General or Mercy Valley?")
    message = shown(Answered(answer, None, choices=("Mercy General", "Mercy Valley"), asked="D0-1"))
    assert list(message.blocks) == snapshot(
        [
            {"type": "section", "text": {"type": "mrkdwn", "text": "Which deal: Mercy General or Mercy Valley?"}},
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "text": {"type": "plain_text", "text": "Mercy General"},
                        "action_id": "choose_deal_0",
                        "value": '{"deal":"Mercy General","note":"D0-1"}',
                    },
                    {
                        "type": "button",
                        "text": {"type": "plain_text", "text": "Mercy Valley"},
                        "action_id": "choose_deal_1",
                        "value": '{"deal":"Mercy Valley","note":"D0-1"}',
                    },
                ],
            },
        ]
    )


def test_a_fix_tells_what_holds_now_and_for_how_long() -> None:
    message = shown(fixed())
    assert (message.text, list(message.blocks)) == snapshot(
        (
            """\
Changed, Lakeshore
• The integration worry is Raj Patel's
• Dana Ruiz: supportive, your word\
""",
            [
                {
                    "type": "section",
                    "text": {
                        "type": "mrkdwn",
                        "text": """\
*Changed, Lakeshore*
• The integration worry is Raj Patel's
• Dana Ruiz: supportive, your word\
""",
                    },
                },
                {
                    "type": "actions",
                    "elements": [
                        {
                            "type": "button",
                            "text": {"type": "plain_text", "text": "Undo"},
                            "action_id": "undo_fix",
                            "value": '{"deal":"Lakeshore","keys":[7,8]}',
                        }
                    ],
                },
                {"type": "context", "elements": [{"type": "mrkdwn", "text": "Until they say otherwise."}]},
            ],
        )
    )


def test_a_note_that_moved_tells_where_and_can_be_moved_back() -> None:
    message = shown(NotePlaced(Placed(NOTE, "Lakeshore", "Mercy", (), state(*SAID))))
    assert (message.text, message.quiet, message.blocks[1]) == snapshot(
        (
            "Moved to Mercy. Out of Lakeshore, its answers too.",
            True,
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "text": {"type": "plain_text", "text": "Undo"},
                        "action_id": "move_back",
                        "value": '{"note":"C0LAKESHORE-1763280000.000100","deal":"Lakeshore","from":"Mercy"}',
                    }
                ],
            },
        )
    )


def test_a_note_that_waits_offers_deals_and_a_new_one() -> None:
    message = shown(WhichDeal("D0-1", ("Lakeshore", "Norton"), "Bluefield"))
    assert (message.text, list(message.blocks)) == snapshot(
        (
            """\
Which deal is this about? It is kept until you say.
Lakeshore / Norton / New deal: Bluefield\
""",
            [
                {
                    "type": "section",
                    "text": {"type": "mrkdwn", "text": "Which deal is this about? It is kept until you say."},
                },
                {
                    "type": "actions",
                    "elements": [
                        {
                            "type": "button",
                            "text": {"type": "plain_text", "text": "Lakeshore"},
                            "action_id": "choose_deal_0",
                            "value": '{"deal":"Lakeshore","note":"D0-1"}',
                        },
                        {
                            "type": "button",
                            "text": {"type": "plain_text", "text": "Norton"},
                            "action_id": "choose_deal_1",
                            "value": '{"deal":"Norton","note":"D0-1"}',
                        },
                        {
                            "type": "button",
                            "text": {"type": "plain_text", "text": "New deal: Bluefield"},
                            "action_id": "choose_deal_new",
                            "value": '{"deal":"Bluefield","note":"D0-1"}',
                            "style": "primary",
                        },
                    ],
                },
            ],
        )
    )


def test_what_may_be_note_or_question_is_asked() -> None:
    assert list(shown(NoteOrQuestion("Owen is worried")).blocks) == snapshot(
        [
            {
                "type": "section",
                "text": {"type": "mrkdwn", "text": "Is that a note to keep, or a question? Nothing is saved yet."},
            },
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "text": {"type": "plain_text", "text": "Log it"},
                        "action_id": "log_it",
                        "value": "{}",
                    },
                    {
                        "type": "button",
                        "text": {"type": "plain_text", "text": "I'm asking"},
                        "action_id": "asking",
                        "value": "{}",
                    },
                ],
            },
        ]
    )


def test_plain_words_may_offer_the_form() -> None:
    assert list(shown(Plain("I could not tell what to change.", NOTE)).blocks) == snapshot(
        [
            {"type": "section", "text": {"type": "mrkdwn", "text": "I could not tell what to change."}},
            {
                "type": "actions",
                "elements": [
                    {
                        "type": "button",
                        "text": {"type": "plain_text", "text": "Correct"},
                        "action_id": "correct",
                        "value": '{"note":"C0LAKESHORE-1763280000.000100"}',
                    }
                ],
            },
        ]
    )


def test_several_calls_are_told_with_their_days_and_saved_by_a_tap() -> None:
    calls = (CallSeen(a_day("11-16"), ("Dana Ruiz",), "Lakeshore"), CallSeen(a_day("11-17"), (), "Lakeshore"))
    message = shown(SeveralCalls(NOTE, calls))
    assert (message.text, list(message.blocks)) == snapshot(
        (
            """\
2 calls in one message, Lakeshore
• Mon 16 Nov · Dana Ruiz
• Tue 17 Nov
Save each on its own day? Nothing is saved yet.
Save all / One note\
""",
            [
                {
                    "type": "section",
                    "text": {
                        "type": "mrkdwn",
                        "text": """\
*2 calls in one message, Lakeshore*
• Mon 16 Nov · Dana Ruiz
• Tue 17 Nov
Save each on its own day? Nothing is saved yet.\
""",
                    },
                },
                {
                    "type": "actions",
                    "elements": [
                        {
                            "type": "button",
                            "text": {"type": "plain_text", "text": "Save all"},
                            "action_id": "save_all",
                            "value": '{"note":"C0LAKESHORE-1763280000.000100"}',
                            "style": "primary",
                        },
                        {
                            "type": "button",
                            "text": {"type": "plain_text", "text": "One note"},
                            "action_id": "one_note",
                            "value": '{"note":"C0LAKESHORE-1763280000.000100"}',
                        },
                    ],
                },
            ],
        )
    )


def test_calls_of_several_deals_are_told_with_their_deals() -> None:
    calls = (
        CallSeen(a_day("11-16"), ("Dana Ruiz", "Raj Patel", "Lee"), "Lakeshore"),
        CallSeen(a_day("11-16"), (), None),
    )
    assert shown(SeveralCalls(NOTE, calls)).text == snapshot("""\
2 calls in one message
• Mon 16 Nov · Lakeshore · Dana Ruiz, Raj Patel
• Mon 16 Nov
Save each on its own day? Nothing is saved yet.
Save all / One note\
""")


def test_another_day_of_a_call_can_be_set_back() -> None:
    message = shown(NoteDated(Dated(NOTE, "Lakeshore", a_day("11-23"), a_day("11-17"), (), state())))
    assert (message.text, list(message.blocks)) == snapshot(
        (
            "Changed, Lakeshore: call of Tue 17 Nov, not Mon 23 Nov",
            [
                {
                    "type": "section",
                    "text": {"type": "mrkdwn", "text": "*Changed, Lakeshore: call of Tue 17 Nov, not Mon 23 Nov*"},
                },
                {
                    "type": "actions",
                    "elements": [
                        {
                            "type": "button",
                            "text": {"type": "plain_text", "text": "Undo"},
                            "action_id": "undo_day",
                            "value": '{"note":"C0LAKESHORE-1763280000.000100","deal":"Lakeshore","on":"2026-11-23"}',
                        }
                    ],
                },
            ],
        )
    )


def test_a_card_of_another_days_call_offers_to_change_it() -> None:
    buttons = [block for block in shown(replace(card(), dated=True)).blocks if block["type"] == "actions"]
    assert [each["text"]["text"] for each in buttons[-1]["elements"]][-1] == "Change day"


def test_what_was_only_seen_has_no_message() -> None:
    assert message_of(Seen()) is None


def test_a_long_answer_stands_in_sections_of_whole_lines_that_one_message_holds() -> None:
    rows = [f"Lakeshore Health System {number}: Medicare ?, settings ?, outpatient ?" for number in range(60)]
    message = shown(Answered(Answer(Intent.POLICY_IMPACT, answered=True, text="\n".join(["The rule", *rows]))))
    first, second = (block["text"]["text"].splitlines() for block in message.blocks)
    assert [*first, *second] == ["*The rule*", *rows]

    endless = "\n".join(rows * 20)
    long = shown(Answered(Answer(Intent.POLICY_IMPACT, answered=True, text=endless)))
    assert [len(block["text"]["text"]) <= 3_000 for block in long.blocks] == [True] * 3
    assert long.blocks[-1]["text"]["text"].endswith("…")
