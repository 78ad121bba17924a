from datetime import UTC, datetime

from dealbot.domain.practice.card import CardKind
from dealbot.domain.practice.cohort import Verdict
from dealbot.domain.practice.mark import Mark, PitfallMark, PointMark, PointState, Rating
from dealbot.domain.practice.missed import MissedPoint, Suspect, missed_in_checks, suspects_in_checks
from dealbot.domain.practice.readiness import Proposal, Stage, propose, stage
from dealbot.domain.practice.review import Claim, ClaimKind, KeptReview, Review
from dealbot.domain.practice.schedule import Schedule, Standing, fingerprint, missed_bits
from dealbot.domain.practice.session import Mode

MET, MISSED, UNSURE, PARTLY = PointState.MET, PointState.MISSED, PointState.UNSURE, PointState.PARTLY
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def mark(*states: PointState, score: float = 0.5, rating: Rating = Rating.HARD, pitfall: bool = False) -> Mark:
    points = tuple(PointMark(f"point {number}", state) for number, state in enumerate(states))
    return Mark(score, rating, points, PitfallMark("never") if pitfall else None, doubtful=True)


def kept(given: Mark, *claims: Claim, person: str = "Tom", card: str = "c1", key: int = 1) -> KeptReview:
    return KeptReview(key, person, Review(card, CardKind.RECALL, "d", Mode.CHECK, given, "So.", NOW), claims)


def said(point: int, state: PointState = MET) -> Claim:
    return Claim(ClaimKind.SAID, point, state)


def test_what_somebody_says_they_said_is_met() -> None:
    assert kept(mark(MET, MISSED), said(1)).mark.points[1].state is MET
    assert kept(mark(MET, MISSED), said(1)).mark.rating is Rating.GOOD


def test_an_unsure_point_that_was_missed_counts_no_longer_in_favour() -> None:
    assert kept(mark(MET, UNSURE, MISSED, rating=Rating.GOOD), said(1, MISSED)).mark.rating is Rating.HARD


def test_what_a_guide_warns_of_stays_done_whatever_is_said_of_the_points() -> None:
    harmful = mark(MET, MISSED, rating=Rating.AGAIN, pitfall=True)

    assert kept(harmful, said(1)).mark.rating is Rating.AGAIN


def test_an_answer_to_a_keyed_card_may_be_said_to_be_right() -> None:
    assert kept(mark(rating=Rating.AGAIN), Claim(ClaimKind.SAID, rating=Rating.GOOD)).mark.rating is Rating.GOOD


def test_enablements_word_wins_whenever_it_was_said() -> None:
    ruled = Claim(ClaimKind.RULED, 1, MISSED)
    whole = Claim(ClaimKind.RULED, rating=Rating.AGAIN)

    assert kept(mark(MET, MISSED), ruled, said(1)).mark.points[1].state is MISSED
    assert kept(mark(MET, MISSED), whole, said(1)).mark.rating is Rating.AGAIN
    assert not kept(mark(MET, MISSED), whole).mark.doubtful


def test_a_word_on_a_point_that_is_not_there_changes_nothing() -> None:
    assert kept(mark(MET), said(7)).mark == mark(MET)


def test_missed_points_are_bits_from_the_lowest() -> None:
    assert missed_bits(mark(MISSED, MET, MISSED, UNSURE)) == 0b101
    assert fingerprint(["a", "b"]) == fingerprint(["A", "b."])
    assert fingerprint(["a", "b"]) != fingerprint(["b", "a"])


def test_a_card_is_known_after_a_good_answer() -> None:
    assert [Standing("c", NOW, rating).known for rating in Rating] == [False, False, True, True]
    assert Schedule(Standing("c", NOW, Rating.GOOD), {}).before is None


def test_ready_is_proposed_where_all_is_answered_and_four_of_five_are_good() -> None:
    good, poor = kept(mark(rating=Rating.GOOD)), kept(mark(rating=Rating.AGAIN))

    assert propose([good] * 4 + [poor], 5) == Proposal(Verdict.READY, "4 of 5 answers are good, 4 needed")
    assert propose([good] * 3 + [poor] * 2, 5) == Proposal(Verdict.NOT_YET, "3 of 5 answers are good, 4 needed")
    assert propose([good] * 4, 5) == Proposal(Verdict.NOT_YET, "4 of 5 answered")
    assert propose([good] * 4 + [kept(mark(rating=Rating.AGAIN, pitfall=True))], 5).verdict is Verdict.NOT_YET


def test_what_counts_by_ones_own_word_alone_is_named_in_what_is_proposed() -> None:
    own = kept(mark(MET, MISSED, MISSED, MET), said(1), said(2), said(3))
    plain, whole = kept(mark(MET)), kept(mark(rating=Rating.AGAIN), Claim(ClaimKind.SAID, rating=Rating.GOOD))
    ruled = kept(mark(MISSED), said(0), Claim(ClaimKind.RULED, 0, MET))

    told = "2 of 2 answers are good, 2 needed; 5 of 5 points, 2 of them by their own word"
    assert propose([own, kept(mark(MET, rating=Rating.GOOD))], 2) == Proposal(Verdict.READY, told)
    assert [each.by_own_word for each in (own, plain, whole, ruled)] == [2, 0, 1, 0]


def test_somebody_is_not_started_under_way_to_be_read_or_signed() -> None:
    assert stage(3, 3, None, handed_in=True) is Stage.TO_READ
    found = [stage(answered, 3, None, handed_in=False) for answered in (0, 1, 3)]
    assert found == [Stage.NOT_STARTED, Stage.UNDER_WAY, Stage.NOT_HANDED_IN]
    assert stage(0, 0, None, handed_in=False) is Stage.NOT_STARTED
    assert [stage(3, 3, verdict, handed_in=True) for verdict in Verdict] == [Stage.READY, Stage.NOT_YET]
    assert Verdict.NOT_YET.words == "not yet"


def test_the_point_that_most_people_miss_in_their_last_answer_comes_first() -> None:
    answers = [
        kept(mark(MET, MISSED), person="Tom"),
        kept(mark(MISSED, MISSED), person="Ann"),
        kept(mark(MISSED, MISSED), person="Ben"),
        kept(mark(MET, MISSED), person="Ben", key=2),
        kept(mark(MISSED, MISSED), said(1), person="Eve"),
    ]

    assert missed_in_checks(answers) == (MissedPoint("c1", "point 1", 3, 4), MissedPoint("c1", "point 0", 2, 4))
    assert missed_in_checks(answers)[0].share == 0.75
    assert missed_in_checks([]) == ()


def test_a_question_is_suspect_by_the_people_who_contradict_its_marks() -> None:
    answers = [
        kept(mark(MISSED), said(0), said(0), person="Tom"),
        kept(mark(MISSED), said(0), person="Ann"),
        kept(mark(UNSURE), Claim(ClaimKind.OWN, 0, MET), person="Ben"),
    ]

    assert suspects_in_checks(answers) == (Suspect("c1", 2, 3),)


def test_who_rules_an_answer_good_says_that_it_does_no_pitfall() -> None:
    harmful = mark(MET, MISSED, rating=Rating.AGAIN, pitfall=True)

    assert kept(harmful, Claim(ClaimKind.RULED, rating=Rating.GOOD)).mark.pitfall is None
    assert kept(harmful, Claim(ClaimKind.RULED, rating=Rating.HARD)).mark.pitfall is not None
    assert kept(harmful, Claim(ClaimKind.OWN, rating=Rating.GOOD)).mark.pitfall is not None
