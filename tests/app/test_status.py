"""The status of a deal keeps the contract's keys and order, and everything in it is JSON."""

import json
import textwrap

from inline_snapshot import snapshot

from dealbot.app.answer import Deal, Json
from dealbot.app.status import missing, status
from dealbot.app.status_text import status_text
from dealbot.domain.next_step import StepStatus
from dealbot.domain.observation import StepClosed
from dealbot.domain.stakeholder import Function, Stance
from tests.app.deals import lakeshore
from tests.builders import a_deal, a_leaver, a_person, a_span, a_step, an_observation, merely_named


def wrapped(text: str) -> str:
    return "\n".join(textwrap.fill(line, 100, subsequent_indent="    ") for line in text.splitlines())


def shown(deal: Deal) -> dict[str, Json]:
    return status(deal.name, deal.state, deal.alignment)


def test_the_keys_come_in_the_contracts_order() -> None:
    assert list(shown(lakeshore())) == [
        "deal",
        "as_of",
        "phase",
        "standing",
        "aligned",
        "to_convince",
        "unknown",
        "gone",
        "missing",
        "open_concerns",
        "next_steps",
        "champion",
        "economic_buyer",
        "forecast",
    ]


def test_everything_is_json_and_the_same_every_time() -> None:
    once, again = (json.dumps(shown(lakeshore())) for _ in range(2))
    assert once == again
    assert json.loads(once)["as_of"] == "2026-11-23"


def test_a_person_a_concern_and_a_step_have_the_contracts_keys() -> None:
    told = json.loads(json.dumps(shown(lakeshore())))
    assert list(told["to_convince"][0]) == [
        "name",
        "title",
        "function",
        "roles",
        "stance",
        "since",
        "last_heard",
        "evidence",
    ]
    assert list(told["to_convince"][0]["evidence"]) == ["note", "on", "author", "quote", "start", "end"]
    assert list(told["open_concerns"][0]) == ["holder", "topic", "status", "blocking", "since", "evidence"]
    assert told["next_steps"][0] == {
        "action": "Send ROI v2 to Dana",
        "owner": "Priya Nair",
        "side": "us",
        "due": "2026-11-20",
        "status": "open",
    }
    assert told["economic_buyer"]["name"] == "Dana Ruiz"
    assert told["champion"]["name"] == "Amelia Lee"


def test_nobody_is_on_two_lists() -> None:
    told = json.loads(json.dumps(shown(lakeshore())))
    names = [person["name"] for side in ("aligned", "to_convince", "unknown", "gone") for person in told[side]]
    assert sorted(names) == ["Amelia Lee", "Ana Gomez", "Bill Stone", "Colleen Burke", "Dana Ruiz", "Raj Patel"]


def test_without_evidence_there_is_no_forecast() -> None:
    assert shown(lakeshore())["forecast"] == {
        "enough_evidence": False,
        "likelihood": None,
        "p10": None,
        "p50": None,
        "p90": None,
        "critical_path": [],
        "drivers": [],
    }


def test_a_deal_nothing_is_known_of_has_empty_lists() -> None:
    told = shown(a_deal())
    assert (told["phase"], told["aligned"], told["champion"]) == (None, [], None)
    assert told["missing"] == ["clinical", "nursing", "pharmacy", "finance", "it", "security", "legal"]


def test_who_was_merely_named_covers_no_seat() -> None:
    deal = a_deal(
        an_observation(merely_named(None, "General Counsel")),
        an_observation(a_person("Dana Ruiz", "CFO", Stance.NEUTRAL, "waits and sees")),
    )
    assert Function.LEGAL in missing(deal.state)
    assert Function.FINANCE not in missing(deal.state)


def test_who_left_covers_no_seat() -> None:
    deal = a_deal(
        an_observation(a_person("Dana Ruiz", "CFO", Stance.SUPPORTIVE, "for it"), "10-01"),
        an_observation(a_leaver("Dana Ruiz", "CFO", "Dana is leaving"), "11-01"),
    )
    assert Function.FINANCE in missing(deal.state)


def test_what_is_done_stays_on_the_list_as_done_after_what_is_open() -> None:
    deal = a_deal(
        an_observation(a_step("Send the payback sheet", "11-10"), "11-01"),
        an_observation(StepClosed(StepStatus.DONE, a_span("the payback sheet was sent")), "11-09"),
        an_observation(a_step("Draft the pilot protocol", "11-30"), "11-09"),
    )
    steps = json.loads(json.dumps(shown(deal)))["next_steps"]
    assert [(step["action"], step["status"]) for step in steps] == [
        ("Draft the pilot protocol", "open"),
        ("Send the payback sheet", "done"),
    ]


def test_the_status_in_words() -> None:
    assert wrapped(status_text(lakeshore())) == snapshot("""\
Lakeshore Health on 23 Nov 2026
At risk: Dana Ruiz holds it up: money; 1 promise late
Must say yes: 2 of 7
Yes (2)
  Amelia Lee, CMO: committed since 13 Jan, "I want this in January" (Priya, 12 Nov) [champion]
  Ana Gomez, CNO: supportive, "4 West is ready" (Priya, 3 Nov)
To convince (2)
  Dana Ruiz, CFO: concerned, holds it up over money, "no money before P&T" (Priya, 16 Nov). Priya's
    read: leaning yes [economic buyer]
  Raj Patel, CIO: concerned, 1 worry (integration), "we have an Epic interface queue until Feb"
    (Priya, 16 Nov)
No position known (1)
  Colleen Burke, nurse manager: heard 14 Jul, no position yet
Left (1)
  Bill Stone, COO: left, "Bill Stone retires end of October" (Priya, 20 Oct)
Nobody on the committee from (3)
  pharmacy
  security
  legal
Open concerns (3)
  Dana Ruiz, CFO · money, blocks: "no money before P&T" (Priya, 16 Nov)
  In the way · approvals: "P&T Tue 8 Dec, papers due 24 Nov" (Priya, 16 Nov)
  Raj Patel, CIO · integration: "we have an Epic interface queue until Feb" (Priya, 16 Nov)
Next steps (3)
  Priya Nair: Send ROI v2 to Dana, Fri 20 Nov, 3 days late
  Dana Ruiz: Send the FY27 budget lock date, Wed 25 Nov
  Amelia Lee: Find out who the general counsel is, no day set
Forecast: not enough evidence yet\
""")


def test_the_status_of_an_empty_deal_in_words() -> None:
    assert status_text(a_deal()) == snapshot("""\
Lakeshore Health on 23 Nov 2026
Too little heard: only 0 of the committee heard so far
Must say yes: 0 of 7
Nobody on the committee from (7)
  clinical
  nursing
  pharmacy
  finance
  IT
  security
  legal
Forecast: not enough evidence yet\
""")
