"""The review: what was decided opens it, then on track or not, what changed with its words, what to adjust."""

import textwrap
from datetime import date

from inline_snapshot import snapshot

from dealbot.app.answer import Answer
from dealbot.app.question import Intent
from dealbot.app.wording import LONGEST
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.observation import Observation
from dealbot.domain.stakeholder import BuyingRole, Stance
from tests.app.deals import SAID
from tests.app.looking import a_deal_told, answer, ask, set_by_hand
from tests.builders import a_concern, a_leaver, a_person, a_step, an_observation

DECIDED = set_by_hand("decision", "bring Lee to P&T", "10-20")
DANA = a_person("Dana Ruiz", "CFO", Stance.SUPPORTIVE, "happy with the numbers", BuyingRole.ECONOMIC_BUYER)
RAJ = a_person("Raj Patel", "CIO", Stance.SUPPORTIVE, "fine with the interface")
COLD = a_person("Dana Ruiz", "CFO", Stance.CONCERNED, "she has cooled on it")
HELD = a_concern("Dana Ruiz", ConcernTopic.BUDGET_ROI, "no money before P&T", blocking=True)


def review(*told: Observation, as_of: str = "2026-11-23", since: str | None = None) -> Answer:
    return answer(Intent.REVIEW, a_deal_told(told, date.fromisoformat(as_of)), since=since)


def wrapped(found: Answer) -> str:
    return "\n".join(textwrap.fill(line, 100) for line in found.text.splitlines())


def test_what_changed_since_the_last_review() -> None:
    found = ask("what changed at Lakeshore since our last review?", a_deal_told((*SAID, DECIDED)))

    assert len(found.text) <= LONGEST
    assert wrapped(found) == snapshot("""\
Lakeshore Health · At risk, was on track · last review 20 Oct, 34 days ago
Decided 20 Oct: bring Lee to P&T
On track? No: Dana Ruiz holds it up: money; 1 promise late
• Dana Ruiz, CFO: blocks: money, concerned, economic buyer, "no money before P&T" (Priya, 16 Nov)
• Raj Patel, CIO: concerned, new worry: integration, "we have an Epic interface queue until Feb"
(Priya, 16 Nov)
+5 more
Adjust: 1 promise late, first ours: Send ROI v2 to Dana; find who speaks for pharmacy and security
Review due since 20 Nov\
""")


def test_what_was_decided_is_opened_first() -> None:
    lines = review(*SAID, DECIDED).text.splitlines()

    assert lines[1] == "Decided 20 Oct: bring Lee to P&T"


def test_a_decision_of_today_is_opened_next_time_and_changes_nothing_today() -> None:
    before, today = [*SAID, DECIDED], set_by_hand("decision", "wait for P&T", "11-23")

    assert review(*before, today).data["changes"] == review(*before).data["changes"]
    assert review(*before, today, as_of="2026-11-24").text.splitlines()[1] == "Decided 23 Nov: wait for P&T"


def test_a_note_that_came_in_after_the_review_is_news_though_its_call_was_before() -> None:
    early = set_by_hand("reviewed", "yes", "10-20", hour=9)
    late = an_observation(DANA, "10-20")

    assert [each["who"] for each in _changes(review(an_observation(RAJ, "10-01"), early, late))] == [
        "Dana Ruiz",
        "Dana Ruiz",
    ]


def test_what_changed_since_a_day_counts_that_day() -> None:
    told = an_observation(DANA, "11-02"), an_observation(RAJ, "11-03")

    assert {each["who"] for each in _changes(review(*told, since="2026-11-03"))} == {"Raj Patel"}
    assert "since 3 Nov" in review(*told, since="2026-11-03").text


def test_the_first_review_looks_at_everything() -> None:
    found = review(an_observation(DANA, "11-02"), an_observation(RAJ, "11-03"))

    assert "first review, since 2 Nov" in found.text
    assert {each["who"] for each in _changes(found)} == {"Dana Ruiz", "Raj Patel"}


def test_nothing_changed_is_said_with_the_words_that_hold() -> None:
    found = review(an_observation(DANA, "10-02"), an_observation(RAJ, "10-03"), DECIDED)

    assert (found.answered, "Nothing changed." in found.text) == (True, True)
    assert {source.quote for source in found.sources} >= {"happy with the numbers", "fine with the interface"}


def test_a_deal_of_which_nothing_was_heard_has_nothing_to_review() -> None:
    assert (review().answered, review(DECIDED).answered) == (False, False)


def test_who_cooled_and_what_nobody_works_on_is_to_be_adjusted() -> None:
    told = an_observation(DANA, "10-01"), an_observation(RAJ, "10-01"), DECIDED
    cooled = (*told, an_observation(COLD, "11-16"))

    assert _adjust(*cooled) == ["win Dana Ruiz, CFO back"]
    assert _adjust(*cooled, an_observation(HELD, "11-16")) == [
        "nobody works on Dana Ruiz's money",
        "win Dana Ruiz, CFO back",
    ]


def test_a_promise_about_it_is_work_on_it() -> None:
    told = an_observation(DANA, "10-01"), an_observation(RAJ, "10-01"), DECIDED, an_observation(HELD, "11-16")
    by_name = an_observation(a_step("Send ROI v2 to Dana", "11-30"), "11-16")
    by_matter = an_observation(a_step("Bring the money question before P&T", "11-30"), "11-16")

    assert _adjust(*told, by_name) == _adjust(*told, by_matter) == []


def test_a_champion_lost_promises_late_and_silence_are_to_be_adjusted() -> None:
    champion = a_person("Amelia Lee", "CMO", Stance.COMMITTED, "I want this", BuyingRole.CHAMPION)
    told = (
        an_observation(champion, "09-01"),
        an_observation(a_leaver("Amelia Lee", "CMO", "Lee moves to Houston"), "10-01"),
        an_observation(COLD, "10-01"),
        an_observation(a_step("Send ROI v2 to Dana", "10-10"), "10-01"),
    )

    assert _adjust(*told) == [
        "find a champion, Amelia Lee, CMO left",
        "1 promise late, first ours: Send ROI v2 to Dana",
        "call Dana Ruiz, CFO, nothing heard for 53 days",
    ]


def test_two_readings_of_one_call_are_for_the_ae_to_settle() -> None:
    told = an_observation(DANA, "11-16"), an_observation(COLD, "11-16", "Sam Okafor")

    assert "For the AE to settle: Dana Ruiz, supportive (Priya) or concerned (Sam), 16 Nov" in review(*told).text


def test_two_readings_of_a_worry_name_it() -> None:
    settled = a_concern("Dana Ruiz", ConcernTopic.BUDGET_ROI, "money is settled", ConcernStatus.RESOLVED)
    told = an_observation(HELD, "11-16"), an_observation(settled, "11-16", "Sam Okafor")

    assert (
        "For the AE to settle: Dana Ruiz's money worry, raised (Priya) or resolved (Sam), 16 Nov" in review(*told).text
    )


def test_the_next_review_is_due_after_a_month_and_overdue_after_35_days() -> None:
    told = an_observation(DANA, "10-02"), DECIDED

    assert "Next review by 20 Nov" in review(*told, as_of="2026-11-10").text
    assert "Review due since 20 Nov" in review(*told, as_of="2026-11-23").text
    assert "Review overdue by 1 day" in review(*told, as_of="2026-11-25").text
    assert review(*told, as_of="2026-11-25").data["overdue_days"] == 1


def test_a_quarterly_review_is_overdue_after_95_days() -> None:
    quarterly = set_by_hand(CorrectedField.REVIEW_EVERY, "quarter", "10-20")
    told = an_observation(DANA, "10-02"), DECIDED, quarterly

    assert "Next review by 20 Jan 2027" in review(*told, as_of="2026-11-25").text
    assert "Review overdue by 1 day" in review(*told, as_of="2027-01-24").text


def _changes(found: Answer) -> list[dict[str, object]]:
    changes = found.data["changes"]
    assert isinstance(changes, list)
    return changes


def _adjust(*told: Observation) -> list[str]:
    adjust = review(*told).data["adjust"]
    assert isinstance(adjust, list)
    return [each for each in adjust if "speaks for" not in each]


def test_where_it_stands_ends_with_what_moved_since_monday() -> None:
    told = [
        an_observation(a_person("Amelia Lee", "CMO", Stance.COMMITTED, "I want this in January"), "11-02"),
        an_observation(DANA, "11-02"),
        an_observation(COLD, "11-16"),
        an_observation(HELD, "11-16"),
        an_observation(a_person("Raj Patel", "CIO", Stance.CONCERNED, "queue until Feb"), "11-16"),
        an_observation(a_step("Send ROI v2 to Dana", "11-20"), "11-16"),
    ]
    found = ask("where does it stand?", a_deal_told(told, date(2026, 11, 19)))

    assert len(found.text) <= LONGEST
    assert wrapped(found) == snapshot("""\
Lakeshore Health · At risk · $2.4M · Q2 2027 · month 1 of 18-24
Why: Dana Ruiz holds it up: money; 2 to convince, 1 say yes
Must say yes: 1 of 7 · Amelia Lee, CMO (2 Nov)
Not yet: Dana Ruiz, CFO "no money before P&T" (16 Nov); Raj Patel, CIO "queue until Feb" (16 Nov)
Not named: CNO, Chief Pharmacy Officer, CISO, General Counsel
Next: Priya Nair, Send ROI v2 to Dana, Fri 20 Nov
Since Monday: Dana blocks, Raj new\
""")


def test_what_moved_takes_nobodys_place_where_there_is_no_room() -> None:
    found = ask("where does it stand?", a_deal_told(SAID, date(2026, 11, 20)))

    assert "Raj Patel" in found.text
    assert len(found.text) <= LONGEST
