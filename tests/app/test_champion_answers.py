"""The answers about champions, conflicts, who is affected, who owns it and how people are reached."""

import textwrap
from datetime import date
from typing import Any

import pytest
from inline_snapshot import snapshot

from dealbot.app.answer import Answer, Deal
from dealbot.app.champion_news import checklist, loss_head, loss_lines, losses_told
from dealbot.app.deal_names import DealName
from dealbot.app.deal_path import forecast_of, path_of
from dealbot.app.drawing import influence_map_of
from dealbot.app.question import Asking, Question
from dealbot.app.reply import reply
from dealbot.app.sayings import Sayings
from dealbot.app.understand.builtin import BuiltinQuestions
from dealbot.domain.alignment import Standing
from dealbot.domain.champion_loss import champion_losses
from dealbot.domain.changes import changes_between
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.evidence import Span
from dealbot.domain.observation import Correction, Observation, PersonStatement, SignalStatement
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Function, Movement, Side, Stance
from dealbot.pictures.values import TieKind
from tests.app.encoder import WordsEncoder
from tests.builders import a_concern, a_deal, a_leaver, a_person, a_step, an_observation


def signal(quote: str, kind: SignalKind = SignalKind.COMPETITOR) -> SignalStatement:
    return SignalStatement(kind, quote, Span(quote, 0, len(quote)))


def by_hand(field: CorrectedField, value: str, of: str, on: str = "11-20") -> Observation:
    words = f"{of}.{field}={value}"
    return an_observation(Correction(field, value, of, Span(words, 0, len(words))), on, "Priya Nair", "sheet")


LEE = a_person("Amelia Lee", "chief of cardiology", Stance.COMMITTED, "I want this in January", BuyingRole.CHAMPION)
SHAH = a_person("Mona Shah", "Chief Pharmacy Officer", Stance.OPPOSED, "not with two vendors", BuyingRole.DETRACTOR)
SAID = (
    an_observation(LEE, "03-10"),
    an_observation(SHAH, "03-10"),
    an_observation(a_person("Omar Diaz", "CMO", Stance.NEUTRAL, "will see"), "03-10"),
    an_observation(a_person("Dana Ruiz", "CFO", Stance.SUPPORTIVE, "set it aside", BuyingRole.ECONOMIC_BUYER), "03-10"),
    an_observation(a_person("Ana Gomez", "CNO", Stance.SUPPORTIVE, "wants it on 4 West"), "03-10"),
    an_observation(a_concern("Mona Shah", ConcernTopic.COMPETING_PRIORITY, "pharmacy started another build"), "03-10"),
    an_observation(signal("Lee and Mona Shah are at odds over the competing vendor integration"), "03-10"),
    an_observation(a_person("Amelia Lee", None, None, "Lee still rounds twice a week"), "05-04"),
    an_observation(a_person("Amelia Lee", None, None, "Lee is swamped until the go-live"), "06-04"),
    an_observation(a_step("Send the order sets", "11-27", "Amelia Lee", Side.BUYER), "06-04"),
)
GONE = an_observation(a_leaver("Amelia Lee", "chief of cardiology", "Lee is moving to Houston"), "11-20")
TOLD = a_deal(*SAID)
EMPTY = a_deal()


def understood(text: str, deal: Deal = TOLD) -> Question:
    return BuiltinQuestions().read(text, Asking((DealName(deal.name),), lambda _: deal.state.people, deal.name))


def ask(text: str, deal: Deal = TOLD) -> Answer:
    return reply(understood(text, deal), deal, lambda: Sayings((), WordsEncoder()))


def rows(answer: Answer, key: str) -> Any:
    """A list of the answer's data."""
    return answer.data[key]


def wrapped(answer: Answer) -> str:
    """The text of an answer, its lines wrapped as a terminal would."""
    return _wrapped(answer.text)


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.fill(line, 100, subsequent_indent="    ") for line in text.splitlines())


def test_the_champion_is_told_on_four_criteria_each_with_its_words() -> None:
    answer = ask("who is our champion?")
    assert wrapped(answer) == snapshot("""\
Champion at Lakeshore Health:
• Amelia Lee, chief of cardiology: committed, "I want this in January" (Priya, 10 Mar)
  2 of 4: clinical credibility, believes in it; not: has the time; not known: influence inside
  clinical credibility: yes, "Lee still rounds twice a week" (Priya, 4 May)
  has the time: no, "Lee is swamped until the go-live" (Priya, 4 Jun)
No second champion: everything hangs on one. Could be asked: Ana Gomez, CNO (1 of 4); Dana Ruiz, CFO
    (1 of 4); Omar Diaz, CMO (0 of 4)\
""")
    (test,) = rows(answer, "champion_tests")
    assert (test["health"], test["title_only"]) == (2, False)
    assert answer.data["backup_champions"] == 0
    assert {"Lee still rounds twice a week", "Lee is swamped until the go-live"} <= {s.quote for s in answer.sources}


def test_a_champion_by_title_only_is_said_to_be_untested() -> None:
    cmo = a_deal(an_observation(a_person(None, "CMO")), by_hand(CorrectedField.ROLE_ADDED, "champion", "CMO"))
    assert wrapped(ask("how good is our champion?", cmo)) == snapshot("""\
Champion at Lakeshore Health:
• CMO: heard 16 Nov, no position yet
  Title only, not tested: nothing shows any of the four
No second champion: everything hangs on one.\
""")


def test_somebody_is_told_as_the_champion_they_would_be() -> None:
    assert wrapped(ask("is Ana Gomez a champion?")) == snapshot("""\
As a champion at Lakeshore Health:
• Ana Gomez, CNO: supportive, "wants it on 4 West" (Priya, 10 Mar)
  1 of 4: believes in it; not known: clinical credibility, influence inside, has the time\
""")


def test_who_could_be_a_second_champion() -> None:
    assert wrapped(ask("do we have a backup champion?")) == snapshot("""\
No second champion at Lakeshore Health; could be asked, by the four criteria:
• Ana Gomez, CNO: 1 of 4: believes in it
• Dana Ruiz, CFO: 1 of 4: believes in it
• Omar Diaz, CMO: 0 of 4; not: believes in it\
""")


def test_two_champions_and_a_reason_by_hand() -> None:
    second = by_hand(CorrectedField.ROLE_ADDED, "champion", "Ana Gomez")
    reason = by_hand(CorrectedField.TESTED, "bandwidth yes: Mondays are ours", "Ana Gomez")
    assert wrapped(ask("who is our champion?", a_deal(*SAID, second, reason))) == snapshot("""\
Champion at Lakeshore Health:
• Ana Gomez, CNO: supportive, "wants it on 4 West" (Priya, 10 Mar)
  2 of 4: believes in it, has the time; not known: clinical credibility, influence inside
  has the time: yes, Priya's word, 20 Nov: Mondays are ours
• Amelia Lee, chief of cardiology: 2 of 4: clinical credibility, believes in it; not: has the time\
""")
    assert wrapped(ask("do we have a backup champion?", a_deal(*SAID, second, reason))) == snapshot("""\
2 champions at Lakeshore Health; could be asked, by the four criteria:
• Amelia Lee, chief of cardiology: champion already, 2 of 4: clinical credibility, believes in it;
    not: has the time
• Dana Ruiz, CFO: 1 of 4: believes in it
• Omar Diaz, CMO: 0 of 4; not: believes in it\
""")


def test_nobody_to_be_a_champion() -> None:
    assert wrapped(ask("who could replace our champion?", EMPTY)) == snapshot(
        "Nobody sells for us inside now at Lakeshore Health; nobody heard yet could be asked."
    )


def test_a_lost_champion_is_told_with_who_could_follow() -> None:
    assert wrapped(ask("who is our champion?", a_deal(*SAID, GONE))) == snapshot("""\
Nobody is known to sell for us inside at Lakeshore Health.
Left: Amelia Lee, chief of cardiology (20 Nov)
Could be asked: Ana Gomez, CNO (1 of 4); Dana Ruiz, CFO (1 of 4); Omar Diaz, CMO (0 of 4)\
""")


def test_who_is_against_whom_over_what_how_long_and_who_can_settle_it() -> None:
    answer = ask("who is fighting with whom?")
    assert wrapped(answer) == snapshot("""\
1 conflict open at Lakeshore Health, 8 months lost to their own alignment:
• Amelia Lee, chief of cardiology against Mona Shah, Chief Pharmacy Officer, 8 months, over the
    competing vendor integration: "Lee and Mona Shah are at odds over…" (Priya, 10 Mar)
  Can settle it: Omar Diaz, CMO (by rank, reporting line not known)\
""")
    assert answer.sources


def test_a_conflict_that_was_settled_keeps_who_settled_it_and_what_it_cost() -> None:
    settled = an_observation(signal("Omar Diaz stepped in and settled it between Lee and Mona Shah"), "07-10")
    answer = ask("any conflicts inside?", a_deal(*SAID, settled))
    assert wrapped(answer) == snapshot("""\
No conflict open at Lakeshore Health, 4 months lost to their own alignment:
• Over after 4 months: Amelia Lee, chief of cardiology against Mona Shah, Chief Pharmacy Officer,
    settled by Omar Diaz, "Omar Diaz stepped in and settled it between…" (Priya, 10 Jul)\
""")
    assert answer.data["days_lost"] == 122


def test_a_conflict_that_ended_because_one_left() -> None:
    assert wrapped(ask("who is at odds with whom?", a_deal(*SAID, GONE))) == snapshot("""\
No conflict open at Lakeshore Health, 8 months lost to their own alignment:
• Over after 8 months: Amelia Lee, chief of cardiology against Mona Shah, Chief Pharmacy Officer,
    one of them left, "Lee is moving to Houston" (Priya, 20 Nov)\
""")


def test_a_conflict_nobody_named_stands_above() -> None:
    two = (an_observation(LEE, "11-20"), an_observation(SHAH, "11-20"))
    fought = an_observation(signal("Lee and Mona Shah are at odds"), "11-20")
    assert wrapped(ask("who can settle it?", a_deal(*two, fought))) == snapshot("""\
1 conflict open at Lakeshore Health, 3 days lost to their own alignment:
• Amelia Lee, chief of cardiology against Mona Shah, Chief Pharmacy Officer, 3 days, cause not told:
    "Lee and Mona Shah are at odds" (Priya, 20 Nov)
  Can settle it: nobody named above both\
""")


def test_both_report_to_somebody_who_can_settle_it() -> None:
    lines = (by_hand(CorrectedField.REPORTS_TO, "Ana Gomez", who) for who in ("Amelia Lee", "Mona Shah"))
    assert (
        "Can settle it: Ana Gomez, CNO (both report to them)" in ask("who can settle it?", a_deal(*SAID, *lines)).text
    )


def test_the_conflicts_of_one_person() -> None:
    assert ask("is Dana Ruiz at odds with anybody?").answered is False
    assert ask("is Mona Shah at odds with anybody?").answered


def test_no_conflict_known() -> None:
    assert wrapped(ask("any conflicts?", EMPTY)) == snapshot(
        "No two people at Lakeshore Health are known to be against each other."
    )


def test_an_open_conflict_is_in_the_way_of_the_deal_and_a_line_of_the_map() -> None:
    assert "Amelia Lee against Mona Shah" in [each.label for each in path_of(TOLD).obstacles]
    ties = [tie for tie in influence_map_of(TOLD).ties if tie.kind is TieKind.CONFLICT]
    assert [(tie.source, tie.target, tie.cause) for tie in ties] == [
        ("amelia lee", "mona shah", "the competing vendor integration")
    ]
    assert influence_map_of(a_deal(*SAID, GONE)).ties == ()


def test_who_is_affected_and_how_resistance_is_met() -> None:
    burke = an_observation(a_person("Colleen Burke", "nurse manager", Stance.CONCERNED, "her nurses fear it"), "11-10")
    clicks = an_observation(a_concern("Colleen Burke", ConcernTopic.WORKFLOW_BURDEN, "more clicks at night"), "11-10")
    user = an_observation(a_person("Tom Hill", None, None, "Tom will use it", BuyingRole.USER), "11-10")
    plan = by_hand(CorrectedField.RESISTANCE_PLAN, "agree on one vendor with Omar Diaz", "Mona Shah")
    how = by_hand(CorrectedField.AFFECTED, "yes: rounds at the bedside", "Ana Gomez")
    answer = ask(
        "who is affected by the change and how do we manage resistance?", a_deal(*SAID, burke, clicks, user, plan, how)
    )
    assert wrapped(answer) == snapshot("""\
Affected at Lakeshore Health, and how to meet resistance:
• Mona Shah, Chief Pharmacy Officer: works against it, opposed, other priorities worry, "pharmacy
    started another build" (Priya, 10 Mar)
  Plan: agree on one vendor with Omar Diaz
• Colleen Burke, nurse manager: concerned, workload worry, "more clicks at night" (Priya, 10 Nov)
  No plan yet; suggested: count the clicks on their own floor, name super-users there; ask Amelia
    Lee along
+2 more\
""")
    assert answer.sources


def test_nobody_is_known_to_be_affected() -> None:
    assert wrapped(ask("who is affected by the change?", EMPTY)) == snapshot("""\
Nothing tells yet that anybody at Lakeshore Health is affected by the change. Ask: whose day will be
    different?\
""")


def test_who_owns_it_on_their_side() -> None:
    hill = an_observation(a_person("Tom Hill", "VP of Operations", Stance.SUPPORTIVE, "runs it", BuyingRole.OWNER))
    answer = ask("who owns the deal on their side?", a_deal(*SAID, hill))
    assert wrapped(answer) == snapshot("""\
Owns the purchase at Lakeshore Health:
• Tom Hill, VP of Operations: supportive, "runs it" (Priya, 16 Nov)\
""")
    assert (answer.data["owner"], answer.data["risk"]) == ("Tom Hill", False)
    two = a_deal(*SAID, hill, by_hand(CorrectedField.ROLE_ADDED, "owner", "Omar Diaz"))
    assert ask("who owns the deal on their side?", two).text.startswith("2 people, not one, own the purchase")


def test_none_named_is_a_risk_after_half_a_year() -> None:
    late, early = a_deal(*SAID), a_deal(*SAID, as_of=date(2026, 6, 10))
    assert wrapped(ask("who owns the deal on their side?", late)) == snapshot("""\
Nobody is named who owns the purchase at Lakeshore Health in month 9, a risk: deals without one go
    round in circles. Ask: who runs this on your side from day to day?\
""")
    assert ask("who owns the deal on their side?", late).data["risk"] is True
    assert ask("who owns the deal on their side?", early).data["risk"] is False


def test_an_owner_who_left_is_told() -> None:
    hill = an_observation(a_person("Tom Hill", "VP of Operations", None, "runs it", BuyingRole.OWNER), "10-20")
    gone = an_observation(a_leaver("Tom Hill", "VP of Operations", "Tom Hill retires"), "11-10")
    assert "Tom Hill, VP of Operations left 10 Nov." in ask("who owns the deal?", a_deal(hill, gone)).text


def test_who_reports_to_whom_and_how_they_are_reached() -> None:
    facts = (
        by_hand(CorrectedField.EMAIL, "ana@lakeshore.example", "Ana Gomez"),
        by_hand(CorrectedField.REPORTS_TO, "Ana Gomez", "Mona Shah"),
        by_hand(CorrectedField.REPORTS_TO, "the deputy", "Dana Ruiz"),
    )
    answer = ask("who reports to whom and what is their email?", a_deal(*SAID, *facts))
    assert wrapped(answer) == snapshot("""\
Lakeshore Health, who is who
• Ana Gomez, CNO (nursing): over Mona Shah, ana@lakeshore.example
• Dana Ruiz, CFO (finance): reports to the deputy
• Mona Shah, Chief Pharmacy Officer (pharmacy): reports to Ana Gomez, CNO
• Amelia Lee, chief of cardiology (clinical): reporting line and address not known
• Omar Diaz, CMO (clinical): reporting line and address not known\
""")
    ana = next(each for each in rows(answer, "people") if each["name"] == "Ana Gomez")
    assert (ana["email"], ana["reports"], ana["title"]) == ("ana@lakeshore.example", ["Mona Shah"], "CNO")


def test_how_one_person_is_reached_where_nothing_is_known() -> None:
    assert wrapped(ask("what is Dana's email?")) == snapshot("""\
Lakeshore Health, who is who
• Dana Ruiz, CFO (finance): reporting line and address not known
No address or reporting line known: tell me, such as “Raj reports to Dana”.\
""")
    assert wrapped(ask("who reports to whom?", EMPTY)) == snapshot("Nobody is known at Lakeshore Health yet.")


def test_a_loss_is_told_with_where_the_deal_stands_who_could_follow_and_what_to_do() -> None:
    after = a_deal(*SAID, GONE)
    (loss,) = losses_told(changes_between(TOLD.state, after.state), after.state)
    told = "\n".join([loss_head(after.name, loss), *loss_lines(loss, after.state)])
    assert _wrapped(told) == snapshot("""\
Champion lost, Lakeshore Health: Amelia Lee, chief of cardiology
Now: Stuck, 2 of 7 who must say yes do; Amelia Lee left and nobody sells for us inside
No second champion
Could follow: Ana Gomez, CNO, 1 of 4: believes in it | Dana Ruiz, CFO, 1 of 4: believes in it
Proposed within 48 hours:
• Call Amelia Lee: who takes it over, would they introduce us?
• Meet Ana Gomez, find out: clinical credibility, influence inside, has the time
• Tell Dana Ruiz who carries it now
• Find a new owner for 1 promise of theirs
• Review the deal and its forecast call\
""")
    assert after.alignment.standing is Standing.STUCK
    assert losses_told((), after.state) == ()


def test_a_loss_beside_a_second_champion_is_told_so() -> None:
    second = by_hand(CorrectedField.ROLE_ADDED, "champion", "Ana Gomez")
    state = a_deal(*SAID, second, GONE).state
    (loss,) = champion_losses(state)
    assert "Still selling for us: Ana Gomez, CNO" in loss_lines(loss, state)


def test_a_loss_with_nobody_to_follow_still_has_a_list() -> None:
    deal = a_deal(an_observation(LEE, "03-10"), GONE)
    (loss,) = champion_losses(deal.state)
    assert "Could follow: nobody heard yet" in loss_lines(loss, deal.state)
    assert list(checklist(loss, deal.state, deal.alignment)) == [
        "Call Amelia Lee: who takes it over, would they introduce us?",
        "Review the deal and its forecast call",
    ]


def test_a_loss_fits_a_phone_however_long_names_are() -> None:
    long = [
        an_observation(a_person(f"Person{n} {'Verylongname' * 4}", f"Chief {'of' * 20} {n}", Stance.SUPPORTIVE, "yes"))
        for n in range(4)
    ]
    state = a_deal(*SAID, *long, GONE).state
    (loss,) = champion_losses(state)
    assert sum(map(len, loss_lines(loss, state))) < 600


def new_cfo() -> PersonStatement:
    words = Span("New CFO starts in March", 0, 23)
    return PersonStatement(
        None,
        "CFO",
        Function.FINANCE,
        Side.BUYER,
        frozenset(),
        Stance.UNKNOWN,
        words,
        took_part=False,
        movement=Movement.ARRIVING,
    )


def test_a_new_officer_lowers_the_likelihood_and_the_reason_is_told() -> None:
    titles = {
        "Raj Patel": "CIO",
        "Gil Noor": "General Counsel",
        "Amelia Lee": None,
        "Dana Ruiz": "CFO",
        "Ana Gomez": "CNO",
    }
    lately = [an_observation(a_person(name, title, Stance.SUPPORTIVE, "yes")) for name, title in titles.items()]
    before = a_deal(*SAID, *lately, amount=None)
    after = a_deal(*SAID, *lately, an_observation(new_cfo(), "11-21"), amount=None)
    was, now = forecast_of(before).outlook, forecast_of(after).outlook
    assert was is not None
    assert now is not None
    assert now.signed.likelihood.middle < was.signed.likelihood.middle
    assert wrapped(ask("where does the CFO stand?", after)) == snapshot("""\
Lakeshore Health, 23 Nov
CFO: new, no position yet; Dana Ruiz's yes (supportive) no longer counts, "New CFO starts in March"
    (Priya, 21 Nov)\
""")
    assert "the new CFO is unheard and Dana Ruiz's yes no longer counts" in after.alignment.reasons
    dana = after.state.person("dana ruiz")
    assert dana is not None
    assert (dana.stance, dana in after.alignment.gone) == (Stance.SUPPORTIVE, True)


def test_the_standing_tells_a_risk_where_there_is_room_and_all_of_them_as_data() -> None:
    deal = a_deal(
        *(
            an_observation(a_person(n, t, Stance.SUPPORTIVE, "yes"), "03-10")
            for n, t in (("Ana Gomez", "CNO"), ("Dana Ruiz", "CFO"))
        )
    )
    answer = ask("where does it stand?", deal)
    assert "Watch: nobody runs the purchase on their side" in answer.text
    assert [risk["text"] for risk in rows(answer, "risks")] == ["nobody runs the purchase on their side"]


def test_a_closure_is_a_reason_why_a_deal_is_at_risk() -> None:
    closing = an_observation(
        signal("they are closing two hospitals, everything is on hold", SignalKind.ORG_CHANGE), "11-20"
    )
    assert "closure, everything on hold" in a_deal(*SAID, closing).alignment.reasons


@pytest.mark.parametrize(
    "text",
    [
        "who is our champion?",
        "who is fighting with whom?",
        "who is affected by the change?",
        "who reports to whom?",
        "do we have a backup champion?",
    ],
)
def test_an_answer_about_champions_fits_a_phone_and_is_the_same_twice(text: str) -> None:
    answer = ask(text)
    assert answer.answered
    assert (len(answer.text) <= 600, len(answer.text.splitlines()) <= 10, bool(answer.sources)) == (True, True, True)
    assert ask(text, a_deal(*SAID)) == answer
