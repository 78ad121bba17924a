from datetime import date

import pytest

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.next_step import StepStatus
from dealbot.domain.observation import SaidBy
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Movement, Side, Stance
from dealbot.reading.concern_rules import concerns_of
from dealbot.reading.signal_rules import signals_of
from dealbot.reading.step_rules import steps_of
from tests.reading.notes import Read, a_note, judged, kinds, labels, one_of_us, the_concern, the_person, the_step


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("is fully behind it and told her team so", Stance.COMMITTED),
        ("approved it", Stance.COMMITTED),
        ("gave us the budget", Stance.COMMITTED),
        ("likes it", Stance.SUPPORTIVE),
        ("loves it", Stance.SUPPORTIVE),
        ("is fine with it", Stance.SUPPORTIVE),
        ("is on the fence", Stance.NEUTRAL),
        ("is undecided", Stance.NEUTRAL),
        ("abstained", Stance.NEUTRAL),
        ("is worried about the price", Stance.CONCERNED),
        ("is nervous about the nurses' workload", Stance.CONCERNED),
        ("pushed back on the price", Stance.CONCERNED),
        ("isn't sold", Stance.CONCERNED),
        ("won't sign until the pen test report is in", Stance.CONCERNED),
        ("is dead set against it", Stance.OPPOSED),
        ("is opposed", Stance.OPPOSED),
        ("said no", Stance.OPPOSED),
        ("joined the call", Stance.UNKNOWN),
        ("asked how long onboarding takes", Stance.UNKNOWN),
        ("wanted to know who else uses it", Stance.UNKNOWN),
    ],
)
def test_plain_words_tell_where_a_person_stands(read: Read, words: str, stance: Stance) -> None:
    assert the_person(read(f"Maria Ochoa {words}."), "Maria Ochoa").stance is stance


def test_somebody_known_by_title_only_has_a_stance_too(read: Read) -> None:
    assert the_person(read("The CFO pushed back on pricing."), "CFO").stance is Stance.CONCERNED


def test_a_stance_is_quoted_with_the_words_that_show_it(read: Read) -> None:
    reading = read("Maria Ochoa joined late. She is worried about the price. She left early.")
    assert the_person(reading, "Maria Ochoa").span.quote == "She is worried about the price."


def test_a_condition_outweighs_liking_it(read: Read) -> None:
    reading = read("Lena Ortiz likes the tool, but she needs proof of outcomes before she will go ahead.")
    assert the_person(reading, "Lena Ortiz").stance is Stance.CONCERNED


def test_a_worry_that_is_over_does_not_outweigh_liking_it(read: Read) -> None:
    reading = read("Lena Ortiz was worried about the interface. We showed her the guide and she is happy with it now.")
    assert the_person(reading, "Lena Ortiz").stance is Stance.SUPPORTIVE


def test_two_people_of_one_sentence_may_stand_opposite(read: Read) -> None:
    reading = read("Maria Ochoa loves it but Tom Becker is dead set against it.")
    assert [person.stance for person in reading.people] == [Stance.SUPPORTIVE, Stance.OPPOSED]


def test_hearsay_counts_as_said_by_another(read: Read) -> None:
    person = the_person(read("Priya Nair says the CFO isn't sold."), "CFO")
    assert (person.stance, person.said_by) == (Stance.CONCERNED, SaidBy.OTHER)


def test_hearsay_says_nothing_of_who_reports_it(read: Read) -> None:
    assert the_person(read("Priya Nair says the CFO isn't sold."), "Priya Nair").stance is Stance.UNKNOWN


def test_a_persons_own_words_are_the_holders(read: Read) -> None:
    reading = read("Maria Ochoa: I love it.\nTom Becker: I am not convinced.\nMaria Ochoa: Why?")
    assert the_person(reading, "Maria Ochoa").said_by is SaidBy.HOLDER


def test_what_the_author_tells_is_the_authors(read: Read) -> None:
    assert the_person(read("Maria Ochoa loves it."), "Maria Ochoa").said_by is SaidBy.AUTHOR


@pytest.mark.parametrize("question", ["Is the CFO worried about the price?", "Does the CFO like it?"])
def test_the_authors_question_tells_nothing(read: Read, question: str) -> None:
    reading = read(question)
    assert the_person(reading, "CFO").stance is Stance.UNKNOWN
    assert reading.concerns == ()


def test_only_the_buyers_people_have_a_stance(read: Read) -> None:
    reading = read("Nick Vance loves it. Karen Wu from Epic hates it.", None, None, one_of_us("Nick Vance"))
    assert [(person.side, person.stance) for person in reading.people] == [(Side.US, None), (Side.THIRD_PARTY, None)]


@pytest.mark.parametrize(
    ("note", "role"),
    [
        ("Maria Ochoa is our champion.", BuyingRole.CHAMPION),
        ("Champion: Maria Ochoa", BuyingRole.CHAMPION),
        ("Maria Ochoa signs off on the money.", BuyingRole.ECONOMIC_BUYER),
        ("Maria Ochoa controls the budget.", BuyingRole.ECONOMIC_BUYER),
        ("Economic buyer: Maria Ochoa", BuyingRole.ECONOMIC_BUYER),
        ("Maria Ochoa can stop the deal alone.", BuyingRole.VETO),
        ("Maria Ochoa will be using it daily.", BuyingRole.USER),
        ("Maria Ochoa does the security review.", BuyingRole.EVALUATOR),
        ("Maria Ochoa is lobbying against us.", BuyingRole.DETRACTOR),
        ("Maria Ochoa runs the evaluation.", BuyingRole.OWNER),
    ],
)
def test_the_words_give_a_role(read: Read, note: str, role: BuyingRole) -> None:
    assert role in the_person(read(note), "Maria Ochoa").roles


@pytest.mark.parametrize("title", ["CFO", "CEO", "CISO", "CMO"])
def test_a_title_alone_gives_no_role(read: Read, title: str) -> None:
    assert the_person(read(f"Maria Ochoa ({title}) joined."), "Maria Ochoa").roles == frozenset()


@pytest.mark.parametrize(
    ("note", "movement"),
    [
        ("Ines Varga is leaving at the end of the month.", Movement.LEAVING),
        ("Ines Varga resigned.", Movement.LEAVING),
        ("Ines Varga retires in June.", Movement.LEAVING),
        ("Ines Varga is the new CIO.", Movement.ARRIVING),
        ("Ines Varga starts as CIO on May 1.", Movement.ARRIVING),
        ("Ines Varga joined the call.", None),
    ],
)
def test_a_note_tells_who_comes_and_who_goes(read: Read, note: str, movement: Movement | None) -> None:
    assert the_person(read(note), "Ines Varga").movement is movement


def test_a_departure_is_a_signal(read: Read) -> None:
    changes = {SignalKind.CHAMPION_LOST, SignalKind.LEADERSHIP_CHANGE}
    assert len(kinds(read("Ines Varga is leaving at the end of the month.")) & changes) == 1


def test_a_champion_who_stays_is_not_lost(read: Read) -> None:
    assert SignalKind.CHAMPION_LOST not in kinds(read("Rita Cole is our champion."))


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("HIPAA", ConcernTopic.SECURITY_PRIVACY),
        ("the security review", ConcernTopic.SECURITY_PRIVACY),
        ("the liability cap", ConcernTopic.LEGAL_CONTRACT),
        ("the Epic interface", ConcernTopic.INTEGRATION),
        ("the nurses' workload", ConcernTopic.WORKFLOW_BURDEN),
        ("the evidence from outcomes studies", ConcernTopic.CLINICAL_EVIDENCE),
        ("the price", ConcernTopic.BUDGET_ROI),
        ("Medicaid reimbursement", ConcernTopic.REIMBURSEMENT),
    ],
)
def test_a_worry_has_a_holder_and_a_topic(read: Read, words: str, topic: ConcernTopic) -> None:
    concern = the_concern(read(f"Maria Ochoa is worried about {words}."))
    assert (concern.holder, concern.topic, concern.status, concern.blocking) == (
        "Maria Ochoa",
        topic,
        ConcernStatus.RAISED,
        False,
    )


def test_a_worry_told_twice_is_one_concern(read: Read) -> None:
    reading = read("Maria Ochoa is worried about the price. Later she said again that the price is too high.")
    assert [concern.topic for concern in reading.concerns] == [ConcernTopic.BUDGET_ROI]


def test_two_people_with_the_same_worry_have_one_concern_each(read: Read) -> None:
    reading = read("Maria Ochoa is worried about the price. Tom Becker is worried about the price too.")
    assert [concern.holder for concern in reading.concerns] == ["Maria Ochoa", "Tom Becker"]


def test_somebody_with_two_worries_has_two_concerns(read: Read) -> None:
    reading = read("Maria Ochoa is worried about the price. She is also nervous about HIPAA.")
    assert {concern.topic for concern in reading.concerns} == {
        ConcernTopic.BUDGET_ROI,
        ConcernTopic.SECURITY_PRIVACY,
    }


def test_an_obstacle_nobody_voices_is_held_by_its_body_or_nobody(read: Read) -> None:
    concern = the_concern(read("The P&T committee agenda is full until June."))
    assert (concern.holder, concern.topic) == ("P&T committee", ConcernTopic.GOVERNANCE)


def test_a_field_of_concerns_tells_one_of_nobody_in_particular(read: Read) -> None:
    concern = the_concern(read("Concerns: price too high"))
    assert (concern.holder, concern.topic) == (None, ConcernTopic.BUDGET_ROI)


@pytest.mark.parametrize(
    "note",
    [
        "Maria Ochoa has no concerns.",
        "No concerns about security.",
        "Maria Ochoa is not worried about the price.",
        "Maria Ochoa asked how long onboarding takes.",
        "Maria Ochoa asked which reports come with it.",
        "They run Epic.",
        "Maria Ochoa joined the call.",
    ],
)
def test_what_is_no_reservation_is_no_concern(read: Read, note: str) -> None:
    assert read(note).concerns == ()


@pytest.mark.parametrize(
    "words",
    [
        "won't sign until the pen test report is in",
        "will not sign until the liability cap is lowered",
        "says the security review is a hard stop",
        "won't release money for anything without an ROI case",
        "calls the liability clause a non-starter",
    ],
)
def test_words_that_refuse_block(read: Read, words: str) -> None:
    concern = the_concern(read(f"Maria Ochoa {words}."))
    assert (concern.holder, concern.blocking) == ("Maria Ochoa", True)


@pytest.mark.parametrize("words", ["is worried about the price", "pushed back on the price", "is nervous about HIPAA"])
def test_a_worry_alone_does_not_block(read: Read, words: str) -> None:
    assert not the_concern(read(f"Maria Ochoa {words}.")).blocking


@pytest.mark.parametrize("note", ["There is a capital freeze.", "The P&T agenda is full until June."])
def test_a_circumstance_alone_does_not_block(read: Read, note: str) -> None:
    assert not any(concern.blocking for concern in read(note).concerns)


@pytest.mark.parametrize(
    "words",
    [
        "The security concern is settled.",
        "She is no longer worried about security.",
        "Security is fine with her now, that concern is resolved.",
    ],
)
def test_a_worry_that_is_settled_is_resolved(read: Read, words: str) -> None:
    reading = read(f"Maria Ochoa was worried about security. {words}")
    assert {concern.status for concern in reading.concerns if concern.holder == "Maria Ochoa"} <= {
        ConcernStatus.RAISED,
        ConcernStatus.RESOLVED,
    }
    assert any(concern.status is ConcernStatus.RESOLVED for concern in reading.concerns)


def test_words_that_settle_without_naming_it_settle_the_worry_told_before(read: Read) -> None:
    concern = the_concern(read("Maria Ochoa was nervous about the interface. She is fine with it now."))
    assert (concern.topic, concern.status) == (ConcernTopic.INTEGRATION, ConcernStatus.RESOLVED)


def test_what_was_answered_and_not_yet_settled_is_addressed(read: Read) -> None:
    note = "Tom Becker doubts our pen test. We walked him through the report on the call and he took it away to read."
    assert the_concern(read(note)).status is ConcernStatus.ADDRESSED


@pytest.mark.parametrize(
    ("note", "stance"),
    [
        ("My gut is that Tom Becker is a no.", Stance.OPPOSED),
        ("I bet Tom Becker hates it.", Stance.OPPOSED),
        ("I suspect Tom Becker is against us.", Stance.OPPOSED),
    ],
)
def test_the_authors_guess_is_a_view_and_nothing_else(read: Read, note: str, stance: Stance) -> None:
    reading = read(note)
    (view,) = reading.views
    assert (view.person, view.stance, view.span.quote) == ("Tom Becker", stance, note)
    assert the_person(reading, "Tom Becker").stance is Stance.UNKNOWN
    assert (the_person(reading, "Tom Becker").roles, reading.concerns) == (frozenset(), ())


def test_a_guess_about_a_pronoun_is_about_whoever_was_named_last(read: Read) -> None:
    reading = read("The CFO pushed back on pricing. My gut is she will come round.")
    assert [view.person for view in reading.views] == ["CFO"]
    assert the_person(reading, "CFO").stance is Stance.CONCERNED


def test_what_somebody_of_theirs_believes_is_no_view_of_the_authors(read: Read) -> None:
    assert read("Maria Ochoa: I think Tom hates it.\nTom Becker: I do.\nMaria Ochoa: See?").views == ()


def test_a_promise_of_the_authors_is_ours_with_its_day(read: Read) -> None:
    step = the_step(read("I'll send the ROI model by Friday."))
    assert (step.action, step.owner, step.side) == ("Send the ROI model by Friday", None, Side.US)
    assert (step.due, step.due_text) == (date(2026, 3, 13), "by Friday")


@pytest.mark.parametrize(
    "note",
    [
        "Tom Becker will review the BAA next week.",
        "Tom Becker promised to review the BAA next week.",
        "Tom Becker to review the BAA next week",
        "- Tom Becker to review the BAA next week",
        "Tom Becker agreed to review the BAA next week.",
    ],
)
def test_a_promise_of_theirs_has_its_owner(read: Read, note: str) -> None:
    step = the_step(read(note))
    assert (step.owner, step.side, step.due) == ("Tom Becker", Side.BUYER, date(2026, 3, 20))


def test_what_they_ask_of_us_is_our_step(read: Read) -> None:
    assert the_step(read("Tom Becker asked us to share the roadmap.")).side is Side.US


def test_a_colleagues_promise_is_ours_under_the_colleagues_name(read: Read) -> None:
    step = the_step(read("Nick Vance will send the guide tomorrow.", None, None, one_of_us("Nick Vance")))
    assert (step.owner, step.side, step.due) == ("Nick Vance", Side.US, date(2026, 3, 11))


def test_a_speakers_promise_is_the_speakers(read: Read) -> None:
    reading = read(
        "Maria Ochoa: I love it.\nTom Becker: I'll send you our security questionnaire by Friday.\nMaria Ochoa: Good."
    )
    step = the_step(reading)
    assert (step.owner, step.side) == ("Tom Becker", Side.BUYER)


def test_a_field_of_next_steps_holds_a_step(read: Read) -> None:
    assert the_step(read("Next steps: Send redlines by EOW")).due == date(2026, 3, 13)


@pytest.mark.parametrize("event", ["after go-live", "once the board has met"])
def test_a_promise_tied_to_an_event_has_no_day_but_its_words(read: Read, event: str) -> None:
    step = the_step(read(f"I'll send the draft {event}."))
    assert (step.due, step.due_text) == (None, event)


def test_a_promise_without_a_day_has_none(read: Read) -> None:
    step = the_step(read("I'll send the ROI model."))
    assert (step.due, step.due_text) == (None, None)


def test_a_day_that_has_passed_is_no_due_date(read: Read) -> None:
    assert all(step.due is None for step in read("I'll send the notes of March 2, 2026.").next_steps)


@pytest.mark.parametrize(
    "note",
    [
        "Sent the SOC 2 report to Tom Becker yesterday.",
        "Tom Becker sent the questionnaire.",
        "The board meets monthly.",
        "We should keep in touch some day.",
        "Maria Ochoa likes the pilot.",
    ],
)
def test_what_is_done_standing_or_wished_for_is_no_step(read: Read, note: str) -> None:
    assert [step for step in read(note).next_steps if step.due] == []
    assert [step for step in read(note).next_steps if step.side is Side.BUYER] == []


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("Sent the SOC 2 report to Tom Becker yesterday.", StepStatus.DONE),
        ("Tom Becker sent the questionnaire.", StepStatus.DONE),
        ("The pilot report is no longer needed, so we dropped it.", StepStatus.DROPPED),
    ],
)
def test_a_promise_kept_or_given_up_is_told(read: Read, note: str, status: StepStatus) -> None:
    assert status in [closed.status for closed in read(note).closed]


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("They run Epic.", SignalKind.EHR),
        ("They need our SOC 2 report.", SignalKind.SECURITY_REQUIREMENT),
        ("The budget was frozen until July.", SignalKind.BUDGET_CHANGE),
        ("They are evaluating a competitor, Acme.", SignalKind.COMPETITOR),
        ("The merger with Northside was announced.", SignalKind.ORG_CHANGE),
        ("P&T is scheduled for 12 March.", SignalKind.GATE),
        ("The pilot starts in two clinics in May.", SignalKind.PILOT),
        ("The BAA is with legal for redlines.", SignalKind.CONTRACT),
    ],
)
def test_a_fact_about_the_account_is_a_signal(read: Read, note: str, kind: SignalKind) -> None:
    assert kind in kinds(read(note))


def test_the_detail_of_an_ehr_is_its_name(read: Read) -> None:
    (signal,) = read("They run Meditech.").signals
    assert signal.detail == "Meditech"


def test_a_detail_is_short(read: Read) -> None:
    reading = read(
        "The budget was frozen until July, says everyone from the boardroom to the boiler room to the roof garden."
    )
    assert all(0 < len(signal.detail) <= 80 for signal in reading.signals)


def test_a_kind_of_fact_is_told_once_in_a_sentence(read: Read) -> None:
    found = [signal.kind for signal in read("They run Epic, and the Epic team of theirs is busy with Epic.").signals]
    assert found.count(SignalKind.EHR) == 1


def test_another_customers_story_is_left_out(read: Read) -> None:
    story = "Another customer of ours, Bayview, had a CFO who hated the price and killed the deal."
    reading = read(f"{story}\nMaria Ochoa likes the pilot.")
    assert labels(reading) == ["Maria Ochoa"]
    assert reading.concerns == ()


def test_what_buyers_in_general_do_is_left_out(read: Read) -> None:
    assert (
        read("CFOs always worry about the price. Most hospitals never sign before the security review.").concerns == ()
    )


def test_a_sentence_about_a_champion_and_a_change_tells_the_surer_one() -> None:
    shares = {SignalKind.CHAMPION_LOST: 0.6, SignalKind.LEADERSHIP_CHANGE: 0.5}
    clause = judged("Rita, our champion, is retiring and a new CNO starts in May", signals=shares)
    assert [signal.kind for signal in signals_of([clause], clause.text)] == [SignalKind.CHAMPION_LOST]


@pytest.mark.parametrize(
    ("words", "shares"),
    [
        ("Tom mailed the form last week", {"step": 0.9, "done": 0.05}),
        ("I have to say it is with them", {"step": 0.4, "done": 0.5}),
    ],
)
def test_what_is_past_is_no_step_however_likely(words: str, shares: dict[str, float]) -> None:
    assert steps_of([judged(words, **shares)], a_note(words)) == []


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Privacy signed off on the data flow", ConcernStatus.RESOLVED),
        ("We sent over the data flow to privacy", ConcernStatus.ADDRESSED),
        ("Privacy dislikes the data flow", ConcernStatus.RAISED),
    ],
)
def test_words_tell_how_far_a_concern_has_come_where_the_network_wavers(words: str, status: ConcernStatus) -> None:
    clause = judged(
        words,
        concern=0.9,
        topics={ConcernTopic.SECURITY_PRIVACY: 0.9},
        which={ConcernTopic.SECURITY_PRIVACY: 1.0},
        status={ConcernStatus.RAISED: 0.4, ConcernStatus.ADDRESSED: 0.3, ConcernStatus.RESOLVED: 0.3},
    )
    assert [concern.status for concern in concerns_of([clause])] == [status]


def test_a_worry_voiced_about_nobody_is_the_speakers(read: Read) -> None:
    note = "Maria Ochoa: I love it.\nTom Becker: Sending PHI to Nick Vance is a hard stop.\nMaria Ochoa: Fine."
    concern = the_concern(read(note, None, None, one_of_us("Nick Vance")))
    assert (concern.holder, concern.blocking) == ("Tom Becker", True)


def test_an_interface_nobody_names_the_system_of_is_told_in_its_own_words(read: Read) -> None:
    reading = read("The Epic side is open. Their interface team is booked until June.")
    assert "Their interface team is booked until June." in [signal.detail for signal in reading.signals]
