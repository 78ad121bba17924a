"""Maps, histories and timelines to draw: small, usual and large."""

from datetime import date, timedelta
from itertools import cycle, islice

from dealbot.domain.stakeholder import BuyingRole, Function, Stance
from dealbot.pictures.values import (
    AlignmentHistory,
    Band,
    InfluenceMap,
    Mastery,
    Moment,
    Seat,
    Tie,
    TieKind,
    Timeline,
    TopicMastery,
    Track,
    TrackKind,
)

TODAY = date(2026, 11, 23)
_FIRST = "Dana Raj Lena Ana Katherine Olumide Wei Maria-Jose Bartholomew Siobhan".split()
_LAST = "Ruiz|Patel|Ortiz|Gomez|Montgomery-Whitfield|Okonkwo|van der Berg|Fernandez de la Vega|Lee|O'Shaughnessy".split(
    "|"
)
_TITLES = (
    "CFO|CIO|CMO|CNO|VP Operations|Director of Pharmacy|General counsel|Medical director, oncology|Board chair"
    "|Senior vice president and chief clinical transformation officer"
).split("|")
_STANCES = (Stance.UNKNOWN, Stance.SUPPORTIVE, Stance.CONCERNED, Stance.COMMITTED, Stance.OPPOSED, Stance.NEUTRAL)


def a_seat(key: str = "dana", name: str | None = "Dana Ruiz", title: str | None = "CFO", **more: object) -> Seat:
    return Seat(key, name, title, **more)  # type: ignore[arg-type]


def a_gap(title: str) -> Seat:
    return Seat(f"gap:{title}", None, title, must_say_yes=True, identified=False)


def a_map(*seats: Seat, ties: tuple[Tie, ...] = (), left: tuple[tuple[str, date], ...] = ()) -> InfluenceMap:
    return InfluenceMap("Lakeshore Health", TODAY, seats, ties, left)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def small_map() -> InfluenceMap:
    return a_map(
        a_seat("lee", "Dr. Hannah Lee", "CMO", stance=Stance.COMMITTED, roles=(BuyingRole.CHAMPION,), sways=True,
               must_say_yes=True, last_heard=ago(11)),
        a_seat("dana", stance=Stance.CONCERNED, blocks="money", roles=(BuyingRole.ECONOMIC_BUYER,), must_say_yes=True,
               last_heard=ago(7)),
        a_gap("CISO"),
    )  # fmt: skip


def usual_map() -> InfluenceMap:
    ties = (
        Tie(TieKind.CONFLICT, "lee", "mori", "pharmacy's other vendor, 4 months"),
        Tie(TieKind.REPORTS_TO, "beck", "lee"),
        Tie(TieKind.REPORTS_TO, "raj", "dana"),
        Tie(TieKind.REPORTS_TO, "tran", "raj"),
    )
    return a_map(
        *small_map().seats,
        a_seat("ana", "Ana Gomez", "CNO", stance=Stance.SUPPORTIVE, must_say_yes=True, last_heard=ago(20)),
        a_seat("raj", "Raj Patel", "CIO", stance=Stance.CONCERNED, must_say_yes=True, last_heard=ago(7),
               roles=(BuyingRole.VETO,)),
        a_seat("mori", "Kenji Mori", "Director of Pharmacy", stance=Stance.OPPOSED, sways=True, last_heard=ago(51),
               roles=(BuyingRole.DETRACTOR,)),
        a_seat("beck", "Dr. Sofia Beckenbauer", "Head of cardiology", stance=Stance.SUPPORTIVE, sways=True,
               last_heard=ago(3), roles=(BuyingRole.USER, BuyingRole.EVALUATOR)),
        a_seat("tran", "Minh Tran", "Epic analyst", stance=Stance.NEUTRAL, last_heard=ago(30),
               roles=(BuyingRole.EVALUATOR,)),
        a_seat("gc", None, "General counsel", must_say_yes=True),
        a_seat("vos", "Peter Vos", "VP Operations"),
        ties=ties,
        left=(("Carl Brandt, CFO", date(2026, 3, 2)),),
    )  # fmt: skip


def large_map(count: int = 40) -> InfluenceMap:
    roles = cycle(((), (BuyingRole.CHAMPION, BuyingRole.USER), (), (BuyingRole.ECONOMIC_BUYER, BuyingRole.VETO), ()))
    seats = tuple(
        Seat(
            f"p{at}",
            f"{_FIRST[at * 7 % 10]} {_LAST[(at + at // 10) % 10]}",
            _TITLES[at * 3 % 10],
            _STANCES[at * 5 % 7 % 6],
            role,
            Function.CLINICAL,
            sways=at % 5 == 0,
            must_say_yes=at % 4 == 1,
            last_heard=ago(at * 5) if at % 6 else None,
        )
        for at, role in enumerate(islice(roles, count - 3))
    )
    gaps = (a_gap("CISO"), a_gap("General counsel"), a_gap("Chief pharmacy officer"))
    reports = tuple(Tie(TieKind.REPORTS_TO, f"p{at}", f"p{at // 4}") for at in range(1, count - 3, 2))
    conflicts = (Tie(TieKind.CONFLICT, "p0", "p7", "who owns the interface"), Tie(TieKind.CONFLICT, "p5", "p18"))
    return a_map(*seats, *gaps, ties=(*conflicts, *reports))


def a_history(*moments: Moment) -> AlignmentHistory:
    return AlignmentHistory("Lakeshore Health", TODAY, moments)


def usual_history() -> AlignmentHistory:
    return a_history(
        Moment(date(2026, 1, 14), 0, 4, "First call; CMO, CNO, CFO and CIO must say yes"),
        Moment(date(2026, 3, 3), 1, 5, "Dr. Hannah Lee, CMO: says yes; CISO must say yes too"),
        Moment(date(2026, 6, 18), 2, 6, "Dana Ruiz, CFO: says yes"),
        Moment(date(2026, 11, 3), 3, 6, "Ana Gomez, CNO: says yes"),
        Moment(date(2026, 11, 16), 2, 6, "Dana Ruiz, CFO: no longer says yes, no money before P&T"),
    )


def long_history(count: int = 30) -> AlignmentHistory:
    return a_history(
        *(Moment(ago(600 - 20 * at), at * 7 % 11, 10 + at // 8, f"change {at} " * 9) for at in range(count))
    )


def a_band(p10: str, p50: str, p90: str) -> Band:
    return Band(*map(date.fromisoformat, (p10, p50, p90)))


def usual_timeline() -> Timeline:
    day = date.fromisoformat
    tracks = (
        Track("P&T committee", TrackKind.GATE, day("2026-10-01"), a_band("2026-12-08", "2026-12-08", "2027-01-12"),
              note="papers due 24 Nov, nobody owns them", meets=day("2026-12-08")),
        Track("Medical executive committee", TrackKind.GATE, None, a_band("2027-01-05", "2027-02-02", "2027-03-02")),
        Track("Board", TrackKind.GATE, None, a_band("2027-02-18", "2027-03-18", "2027-05-20")),
        Track("Pilot, two wards", TrackKind.PILOT, day("2027-03-01"), a_band("2027-08-01", "2027-09-15", "2027-12-01")),
        Track("Security review", TrackKind.CONTRACT, day("2026-07-10"), done_on=day("2026-10-30")),
        Track("Business associate agreement", TrackKind.CONTRACT, day("2026-10-12"),
              a_band("2026-12-15", "2027-01-20", "2027-03-01"), note="General counsel has the draft"),
        Track("Liability cap and indemnification", TrackKind.CONTRACT, day("2026-11-02")),
        Track("All signed", TrackKind.WHOLE, day("2026-01-14"), a_band("2027-10-01", "2027-12-10", "2028-04-15")),
    )  # fmt: skip
    return Timeline("Lakeshore Health", TODAY, tracks, "general durations, not your history")


def a_topic(topic: str, known: float | None, before: float | None = None, people: int = 8) -> TopicMastery:
    return TopicMastery(
        topic, known, people if known is not None else 0, 14 * people if known is not None else 0, before
    )


def usual_mastery(*, own: bool = False) -> Mastery:
    rows = (
        a_topic("Price undercut", 0.31, 0.25),
        a_topic("EHR downtime", 0.0, 0.12),
        a_topic("Meeting the CNO", 0.62, 0.62),
        a_topic("HIPAA, BAAs and security questionnaires", 0.48, 0.55, people=5),
        a_topic("Pilots", 0.93, 0.71),
        a_topic("Meeting the chief pharmacy officer before a P&T committee", 0.55, people=3),
        a_topic("Terms of health care", 1.0, 0.98),
        a_topic("Reimbursement in 2026", None),
        a_topic("Meeting the general counsel", 0.4, 0.1, people=2),
    )
    return Mastery("Your topics" if own else "Cohort Nov", rows, TODAY, own)
