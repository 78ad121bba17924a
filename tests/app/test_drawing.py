"""What a deal's pictures show, taken from what was said."""

from datetime import date

from dealbot.app.answer import Deal
from dealbot.app.drawing import alignment_history_of, influence_map_of
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.observation import Correction, Observation
from dealbot.domain.stakeholder import BuyingRole, Function, Stance
from dealbot.pictures.values import Seat, Tie, TieKind
from tests.app.deals import SAID, lakeshore
from tests.builders import AS_OF, a_concern, a_deal, a_leaver, a_person, a_span, an_observation

ANA = an_observation(a_person("Ana Gomez", "CNO", Stance.SUPPORTIVE, "ready"), "03-10")
DANA = an_observation(a_person("Dana Ruiz", "CFO", Stance.SUPPORTIVE, "pays"), "04-10")
HOLDS = an_observation(a_concern("Dana Ruiz", ConcernTopic.BUDGET_ROI, "no money", blocking=True), "05-10")
SETTLED = an_observation(
    a_concern("Dana Ruiz", ConcernTopic.BUDGET_ROI, "money is there", ConcernStatus.RESOLVED), "06-10"
)


def seats(deal: Deal) -> dict[str, Seat]:
    return {seat.name or seat.title or "": seat for seat in influence_map_of(deal).seats}


def moments(*observations: Observation) -> list[tuple[str, int, int, str]]:
    found = alignment_history_of("Lakeshore", observations, AS_OF).moments
    return [(f"{moment.on:%m-%d}", moment.aligned, moment.required, moment.what) for moment in found]


def test_everybody_of_the_committee_who_is_still_there_has_a_seat() -> None:
    found = seats(lakeshore())
    assert {"Amelia Lee", "Ana Gomez", "Dana Ruiz", "Raj Patel", "Colleen Burke"} <= set(found)
    assert "Bill Stone" not in found


def test_a_seat_holds_stance_parts_and_when_they_were_last_heard() -> None:
    dana = seats(lakeshore())["Dana Ruiz"]
    assert (dana.title, dana.stance, dana.roles) == ("CFO", Stance.CONCERNED, (BuyingRole.ECONOMIC_BUYER,))
    assert (dana.function, dana.last_heard) == (Function.FINANCE, date(2026, 11, 16))


def test_titles_are_written_short() -> None:
    assert seats(lakeshore())["Ana Gomez"].title == "CNO"


def test_whoever_was_said_to_sway_others_does() -> None:
    ben = an_observation(a_person("Ben Ito", "analyst", Stance.NEUTRAL, "asked", BuyingRole.INFLUENCER), "03-10")
    assert seats(a_deal(ANA, ben))["Ben Ito"].sways
    assert not seats(a_deal(ANA, ben))["Ana Gomez"].sways


def test_an_open_worry_that_blocks_is_told_and_a_yes_beside_it_is_no_yes() -> None:
    held, free = (seats(a_deal(*said))["Dana Ruiz"] for said in ((DANA, HOLDS), (DANA, HOLDS, SETTLED)))
    assert (held.stance, held.blocks, held.says_yes) == (Stance.SUPPORTIVE, "money", False)
    assert (free.blocks, free.says_yes) == (None, True)


def test_a_gating_function_of_which_nobody_is_known_is_a_seat_that_must_say_yes() -> None:
    ciso = seats(lakeshore())["CISO"]
    assert (ciso.identified, ciso.must_say_yes, ciso.stance) == (False, True, Stance.UNKNOWN)
    assert ciso.label == "CISO: not identified"


def test_somebody_merely_named_has_a_seat_and_leaves_no_gap() -> None:
    found = seats(lakeshore())
    counsel = [seat for seat in found.values() if seat.function is Function.LEGAL]
    assert [seat.identified for seat in counsel] == [True]


def test_who_holds_a_gating_seat_or_decides_must_say_yes() -> None:
    ben = an_observation(a_person("Ben Ito", "analyst", Stance.NEUTRAL, "signs", BuyingRole.VETO), "03-10")
    eva = an_observation(a_person("Eva Lind", "nurse manager", Stance.NEUTRAL, "sat in"), "03-10")
    found = seats(a_deal(ANA, ben, eva))
    assert [found[name].must_say_yes for name in ("Ana Gomez", "Ben Ito", "Eva Lind")] == [True, True, False]


def test_who_left_is_told_with_the_day() -> None:
    assert influence_map_of(lakeshore()).left == (("Bill Stone, COO", date(2026, 10, 20)),)


def test_who_reports_to_whom_is_a_line_where_both_have_a_seat() -> None:
    under_dana = Correction(CorrectedField.REPORTS_TO, "Dana", "Ana Gomez", a_span("set right"))
    under_nobody = Correction(CorrectedField.REPORTS_TO, "Zed", "Dana Ruiz", a_span("set right"))
    calls_dana = Correction(CorrectedField.ALIAS, "Dana", "Dana Ruiz", a_span("set right"))
    right = [an_observation(item, "06-10") for item in (under_dana, under_nobody, calls_dana)]
    deal = a_deal(ANA, DANA, *right)
    found = seats(deal)
    assert influence_map_of(deal).ties == (Tie(TieKind.REPORTS_TO, found["Ana Gomez"].key, found["Dana Ruiz"].key),)


def test_alignment_is_counted_on_each_day_that_changed_it() -> None:
    assert moments(ANA, DANA, HOLDS, SETTLED) == [
        ("03-10", 1, 7, "Ana Gomez, CNO says yes"),
        ("04-10", 2, 7, "Dana Ruiz, CFO says yes"),
        ("05-10", 1, 7, "Dana Ruiz, CFO no longer says yes"),
        ("06-10", 2, 7, "Dana Ruiz, CFO says yes"),
    ]


def test_whoever_leaves_no_longer_says_yes() -> None:
    assert moments(ANA, an_observation(a_leaver("Ana Gomez", "CNO", "Ana leaves"), "05-10"))[-1] == (
        "05-10",
        0,
        7,
        "Ana Gomez, CNO no longer says yes",
    )


def test_a_change_of_how_many_must_say_yes_is_a_moment() -> None:
    veto = an_observation(a_person("Ben Ito", "analyst", Stance.NEUTRAL, "signs", BuyingRole.VETO), "05-10")
    assert moments(ANA, veto)[-1] == ("05-10", 1, 8, "8 must say yes, not 7")


def test_a_person_is_the_same_before_and_after_their_full_name_is_known() -> None:
    first = an_observation(a_person("Ana", "CNO", Stance.SUPPORTIVE, "ready"), "03-10")
    assert moments(first, ANA) == [("03-10", 1, 7, "Ana Gomez, CNO says yes")]


def test_map_and_history_count_alike() -> None:
    must = [seat for seat in influence_map_of(lakeshore()).seats if seat.must_say_yes]
    last = alignment_history_of("Lakeshore", SAID, AS_OF).moments[-1]
    assert last.aligned == sum(seat.says_yes for seat in must)
    assert last.required == len(must)
